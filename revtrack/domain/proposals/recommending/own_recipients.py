"""Whom a recommendation itself says that it is for: beside its words, or on a line below."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.committees.whom_labels import LABEL
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_TAIL = re.compile(r"\s*[(\[](?P<names>[^()\[\]]{2,300})[)\]]\s*(?:[,;]|(?P<dot>\.?))$")
_DASHED_TAIL = re.compile(r"\s+[–—/-]+\s*(?P<names>[^–—/]{2,200})$")
_BRACKETED = re.compile(
    r"^[(\[](?P<names>[^()\[\]]{2,200})[)\]]\s*[:–—-]?\s*(?P<text>\S.*)$", re.DOTALL
)
_BEFORE = re.compile(r"^(?P<names>[^:]{2,200}):\s+(?P<text>\S.*)$", re.DOTALL)
BEHIND_TITLE = re.compile(
    r"^[^.:]{3,100}(?:\.\s+Till (?P<names>[^.:()]{2,120})|\s\((?P<within>[^()\d]{2,80})\)):\s+"
    r"(?P<text>\S.*)$",
    re.DOTALL,
)
"""Behind the audit: "Inköp. Till nämnden: …", "Inköp (nämnden): …"."""
_DASHED = re.compile(r"^(?P<names>[^–—]{2,120}?)\s+[–—-]\s+(?P<text>\S.*)$", re.DOTALL)
_BESIDE = re.compile(
    rf"^(?:{LABEL}|till(?=\s?:))\s*[:–]?\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
"""A line that tells whom the recommendation beside it is for: "Mottagare: socialnämnden"."""


_PUT_TO = re.compile(
    r"^(?:(?:den|denna|hela|fördjupade|även)\s)?(?:\w*granskning(?:en)?|rapporten|förstudien"
    r"|(?:samtliga |alla |båda |de )?(?:\w+ )?rekommendation(?:en|erna|er)?)\s(?:(?:ovan|nedan)\s)?"
    r"(?:(?:är|var|har|hade)\s)?(?:riktade?s?|riktats|ställdes|ställd|ställda|ställts|avsåg|avser"
    r"|omfattade|gällde|gäller|lämnades|lämnats|berör|berörde)\s(?:sig\s)?(?:till\s)?(?:både\s)?",
    re.IGNORECASE,
)
"""How a sentence begins that says whom an audit, or what it recommended, was put to."""
_LONGEST_TITLE = 120
_WHOSE_AUDIT = re.compile(
    r"^[^\W\d][^.:;]{2,}?(?:\([^()]*\d{4}[^()]*\))?(?:\s[–—-]\s|\s\((?=[^()]*\)$))"
    r"(?P<names>[^()–—]{3,80}?)\)?$"
)
"""An audit and, behind a dash or in brackets, whose it was."""
_ENDS_BY_NAME = re.compile(
    r"[.,;]\s(?:ansvarig\w*(?:\s\w+)?|mottagare|adressat|riktad till|avser|nämnd|organ|styrelse)"
    r"\s*:\s(?P<names>[^:]{3,80})$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(r"\b\d{4}(?:/\d{2,4})?\)?,\s(?P<names>[^:\d]{3,80})$")
"""Whose an audit was, behind its year: "Granskning av skolskjuts (2020), skolnämnden"."""
_BEFORE_AUDIT = re.compile(
    r"^(?P<names>[^()–—:.]{3,80}?)\s[–—-]\s(?P<audit>[^\W\d][^–—:.;]{2,60})$"
)
"""Whose an audit was, before it: "Kommunstyrelsen – krisberedskap"."""
_LEFT_TO = re.compile(
    r"\b(?:lämna(?:de|ts|des|t)|rikta(?:de|ts|des|t)|gavs?|gett|ställdes|fick)\b[^.:]{0,40}?"
    r"\brekommendation(?:er)?\s(?:riktade\s)?till\s(?P<names>[^.:,]{3,120}?)(?=[.:,])",
    re.IGNORECASE,
)
_TITLED_TO = re.compile(
    r"\brekommendation(?:er(?:na)?)? till (?P<names>[^.:;]{3,120})$", re.IGNORECASE
)
"""How a title ends that says to whom everything is put: "… rekommendationer till nämnden"."""
_WHEN = re.compile(
    r"§+\s?\d+(?:/\d+)?|\d{4}-\d\d-\d\d"
    r"|\d{1,2} (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w{0,8} \d{4}"
    r"|\b(?:dnr|diarienr|beslut|svar|protokoll|sammanträde|yttrande|inkom|daterat|den|av"
    r"|inget|inte|ej|ännu|har|saknas|inkommit|lämnat|svarat)\b"
    r"|[A-ZÅÄÖ]{2,6}[ -]\d{4}[-/:]\d+|[\s,.;:()–-]",
    re.IGNORECASE,
)
"""When and under which number a committee replied, as stands beside its name."""
_WHOSE_ANSWER = re.compile(
    r"^(?P<names>[^:.]{4,80})s\s(?:(?:svar|yttrande|kommentarer?|åtgärder|redovisning)"
    r"(?:\s\([^)]*\))?|(?:vidtagna|genomförda)\såtgärder)\s*:",
    re.IGNORECASE,
)
_ATT = re.compile(r"^(?:att|bör|ska|skall|behöver)\s+(?=\S)", re.IGNORECASE)
"""What may stand before the verb of what is to be done."""
_BEHIND_NAMES = re.compile(r":\s|\s[–—-]\s")


_REVIEWED = re.compile(
    r"granskad(?:e|t|es)?\s(?:nämnd(?:er)?|styrelse|organ|bolag|verksamhet)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""How a line begins that says whose audit is gone through below it: "Granskad nämnd: …"."""


def own_recipients(text: str, course: Course) -> tuple[str, Whom | None]:
    """Return an item's words without whom it names itself, and whom that is; None for nobody."""
    for names, said in _named_in(text):
        if course.addressees.is_label(names):
            whom = course.addressees.spoken_to(names, course.whom)
            return said, whom
    return text, None


def _named_in(text: str) -> Iterator[tuple[str, str]]:
    """Give the places where names may stand, with the text that is left without them."""
    tail = _TAIL.search(text)
    if tail:
        yield tail["names"], text[: tail.start()] + (tail["dot"] or "")
    for shape in (_BRACKETED, _BEFORE, _DASHED):
        before = shape.match(text)
        if before:
            yield before["names"], before["text"]
    titled = BEHIND_TITLE.match(text)
    if titled and begins_with_demand(_ATT.sub("", titled["text"])):
        yield titled["names"] or titled["within"], titled["text"]
    dashed = _DASHED_TAIL.search(text)
    if dashed:
        yield dashed["names"].rstrip(" ."), text[: dashed.start()]
    if ". " in text and len(list(sentences(text))) > 1:
        first, *_, last = sentences(text)
        yield first.rstrip(" ."), text[text.find(first) + len(first) :].strip()
        if last != text.strip():
            yield last.rstrip(" ."), text[: text.rfind(last)].rstrip()


def is_named_first(passage: Passage, course: Course) -> bool:
    """Tell whether a line is for whom it names first: "Till nämnden: räkna om taxan; inför …"."""
    if passage.is_heading or not (course.is_open or course.is_only):
        return False
    return is_named_before(passage.text, course)


def is_named_before(text: str, course: Course) -> bool:
    """Tell whether a text names those whom the demand behind a colon or dash is for."""
    names, *rest = _BEHIND_NAMES.split(text, maxsplit=1)
    is_told = bool(rest) and course.addressees.is_label(names)
    return is_told and begins_with_demand(_ATT.sub("", rest[0].strip()))


def parted_by_demand(passage: Passage) -> Iterator[Passage]:
    """Give the demands of a line that names first whom they are for, each with the names."""
    names, rest = _BEHIND_NAMES.split(passage.text, maxsplit=1)
    by_sentence = tuple(sentences(rest))
    parts = by_sentence if len(by_sentence) > 1 else tuple(p.strip(" .") for p in rest.split(";"))
    if len(parts) > 1 and all(begins_with_demand(_ATT.sub("", part)) for part in parts):
        yield from (replace(passage, text=f"{names}: {part}") for part in parts)
    else:
        yield passage


def take_line_of_recipients(text: str, course: Course) -> bool:
    """Take up a line that tells whom the recommendation above it, or below it, is for."""
    match = _BESIDE.match(text.strip())
    if match is None or text.rstrip().endswith(":"):
        return False
    if not course.addressees.is_label(match["names"]):
        return False
    whom = course.addressees.spoken_to(match["names"], course.whom)
    if whom is None or not (course.is_section or course.is_open or course.is_told_in_lines):
        return False
    if course.has_of_list() and not course.names_first:
        course.found[-1] = replace(course.found[-1], whom=whom)
    else:
        course.whom, course.names_first = whom, True
    return True


def take_title_of_audit(passage: Passage, course: Course) -> bool:
    """Take up a short line that names an audit and whose it was: "Inköp (kommunstyrelsen)"."""
    text = passage.text.strip()
    is_short = len(text) <= _LONGEST_TITLE and not text.endswith((".", ":", ";", ",", "?"))
    first, _, rest = text.partition(" ")
    is_demand = begins_with_demand(text) and rest[:1].isalpha() and not first.isupper()
    if passage.is_item or passage.is_heading or not is_short or is_demand:
        return False
    before = _BEFORE_AUDIT.match(text)
    is_demanded = before is not None and begins_with_demand(before["audit"])
    matches = (
        *(_WHOSE_AUDIT.match(text), _ENDS_BY_NAME.search(text), _AFTER_YEAR.search(text)),
        None if is_demanded else before,
    )
    named = (each for each in matches if each and course.addressees.is_label(each["names"]))
    match = next(named, None)
    if match is None:
        return False
    course.whom = course.label = course.addressees.spoken_to(match["names"])
    course.begin_list()
    return True


def take_audit_with_year(passage: Passage, course: Course) -> bool:
    """Take up a heading that names an audit, its year and whose it was: "Inköp (2019), nämnden"."""
    match = _AFTER_YEAR.search(passage.text.strip())
    is_title = match is not None and len(passage.text) <= _LONGEST_TITLE
    if match is None or not is_title or not course.addressees.is_label(match["names"]):
        return False
    course.whom = course.label = course.addressees.spoken_to(match["names"])
    course.begin_list()
    return True


def take_part_of_reply(passage: Passage, course: Course) -> bool:
    """Take up a line that names whose part of a compilation comes below, and when it replied."""
    said = course.addressees.bodies.mentions(passage.text)
    rest = passage.text[said[0].end :] if said and said[0].start == 0 else ""
    is_told = "§" in rest or "svar" in rest.casefold() or any(True for _ in days_in(rest))
    if passage.is_item or not is_told or _WHEN.sub("", rest):
        return False
    course.whom = course.label = course.earlier = Whom((said[0].committee,))
    course.begin_list()
    return True


def take_whom_it_was_put_to(text: str, course: Course) -> bool:
    """Take up a sentence of a list or follow-up that says to whom what it goes through was put.

    Told of the audit, it counts for what stands below; told of "the recommendation" below a table
    that names nobody, for those of that table.
    """
    if _take_whose_answer_it_is(text, course):
        return True
    match = _PUT_TO.match(text.strip()) or _REVIEWED.match(text.strip())
    if match is None:
        _take_whom_it_was_left_to(text, course)
        return False
    first = next(iter(sentences(text)), text)
    names = re.split(r",?\s(?:som|vilka|i egenskap)\s", first[match.end() :])[0]
    whom = course.addressees.spoken_to(names)
    if whom is None or not whom.committees:
        return False
    of_those = "rekommendation" in match[0].casefold()
    silent = _silent_of_list(course) if of_those else ()
    for at in silent:
        course.found[at] = replace(course.found[at], whom=whom)
    if not silent:
        course.whom = course.label = course.of_audit = whom
    return True


def _take_whom_it_was_left_to(text: str, course: Course) -> None:
    """Take up whom alone "… lämnade tre rekommendationer till nämnden" says they were left to."""
    match = _LEFT_TO.search(text) or _TITLED_TO.search(text)
    if match is None or course.whom is not None or course.found:
        return
    names = match["names"].strip()
    whom = course.addressees.spoken_to(names) if course.addressees.is_label(names) else None
    if whom is not None and whom.is_certain:
        course.left_to = whom


def _take_whose_answer_it_is(text: str, course: Course) -> bool:
    """Take up a line below a recommendation that says who answered it: "Socialnämndens svar: …"."""
    match = _WHOSE_ANSWER.match(text.strip())
    if match is None or not course.found or course.found[-1].whom is not None:
        return False
    names = match["names"]
    said = course.addressees.bodies.mentions(names)
    if not said or said[0].start > 0 or said[-1].end < len(names):
        return False
    course.found[-1] = replace(course.found[-1], whom=course.addressees.spoken_to(names))
    return True


def _silent_of_list(course: Course) -> tuple[int, ...]:
    """Return those of the list read last that name nobody."""
    run = course.run
    return tuple(
        at for at, each in enumerate(course.found) if each.run == run and each.whom is None
    )

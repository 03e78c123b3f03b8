"""Whom a recommendation itself says that it is for: beside its words, or on a line below."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.text.sentences import sentences

_TAIL = re.compile(r"\s*[(\[](?P<names>[^()\[\]]{2,300})[)\]]\s*(?P<dot>\.?)$")
_DASHED_TAIL = re.compile(r"\s+[–—/-]+\s*(?P<names>[^–—/]{2,200})$")
_BRACKETED = re.compile(
    r"^[(\[](?P<names>[^()\[\]]{2,200})[)\]]\s*[:–—-]?\s*(?P<text>\S.*)$", re.DOTALL
)
_BEFORE = re.compile(r"^(?P<names>[^:]{2,200}):\s+(?P<text>\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^(?P<names>[^–—]{2,120}?)\s+[–—-]\s+(?P<text>\S.*)$", re.DOTALL)
_BESIDE = re.compile(
    r"^(?:riktas till|riktad(?:e)? till|ställs till|mottagare|adressat(?:er)?|organ"
    r"|(?:ansvarig|berörd|granskad)(?:t|a)?(?: nämnd(?:er)?| organ| styrelse)?|berör|avser|gäller"
    r"|nämnd(?:er)?(?:/styrelse)?|för vem|vem|till(?=\s?:))\s*[:–]?\s+(?P<names>\S.*)$",
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
_WHOSE_ANSWER = re.compile(
    r"^(?P<names>[^:.]{4,80})s\s(?:(?:svar|yttrande|kommentarer?|åtgärder|redovisning)"
    r"(?:\s\([^)]*\))?|(?:vidtagna|genomförda)\såtgärder)\s*:",
    re.IGNORECASE,
)
_NUMBERS_PUT_TO = re.compile(
    r"^(?:rekommendation(?:en|erna|er)?|punkt(?:en|erna|er)?|nr|nummer)\s(?:nr\s)?"
    r"(?P<numbers>\d{1,2}(?:\s?(?:[–,-]|och|samt|till)\s?\d{1,2})*)\s"
    r"(?:är\s)?(?:riktad\w*|riktas|riktats|ställ[dts]\w*|avser|avsåg|gäller|gällde|berör|rör)\s"
    r"(?:till\s)?(?P<names>[^.]{3,200})\.?$",
    re.IGNORECASE,
)
"""How a sentence tells by numbers whom what was recommended is for."""


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
        yield tail["names"], text[: tail.start()] + tail["dot"]
    for shape in (_BRACKETED, _BEFORE, _DASHED):
        before = shape.match(text)
        if before:
            yield before["names"], before["text"]
    dashed = _DASHED_TAIL.search(text)
    if dashed:
        yield dashed["names"].rstrip(" ."), text[: dashed.start()]
    if ". " in text and len(list(sentences(text))) > 1:
        first, *_, last = sentences(text)
        yield first.rstrip(" ."), text[text.find(first) + len(first) :].strip()
        if last != text.strip():
            yield last.rstrip(" ."), text[: text.rfind(last)].rstrip()


def take_line_of_recipients(text: str, course: Course) -> bool:
    """Take up a line that tells whom the recommendation above it, or below it, is for."""
    match = _BESIDE.match(text.strip())
    if match is None or text.rstrip().endswith(":") or not course.addressees.is_label(text):
        return False
    whom = course.addressees.spoken_to(match["names"], course.whom)
    if whom is None or not (course.is_section or course.is_open):
        return False
    if course.has_of_list() and not course.names_first:
        course.found[-1] = replace(course.found[-1], whom=whom)
    else:
        course.whom, course.names_first = whom, True
    return True


def take_whom_it_was_put_to(text: str, course: Course) -> bool:
    """Take up a sentence of a list or follow-up that says to whom what it goes through was put.

    Told of the audit, it counts for what stands below; told of "the recommendation" below a table
    that names nobody, for those of that table.
    """
    if _take_numbers_put_to(text, course) or _take_whose_answer_it_is(text, course):
        return True
    match = _PUT_TO.match(text.strip())
    if match is None:
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
        course.whom = course.label = whom
    return True


def _take_numbers_put_to(text: str, course: Course) -> bool:
    """Take up sentences that tell by numbers whom each of those above is for."""
    told = [_NUMBERS_PUT_TO.match(each) for each in sentences(text)]
    for match in told:
        whom = course.addressees.spoken_to(match["names"]) if match else None
        if match is None or whom is None:
            return False
        numbers = _numbers(match["numbers"])
        for at, each in enumerate(course.found):
            if str(each.number or at + 1).rstrip(".") in numbers:
                course.found[at] = replace(each, whom=whom)
    return bool(told)


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


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers that a text counts up: "1–3 och 5"."""
    found = set(re.findall(r"\d+", text))
    for first, last in re.findall(r"(\d+)\s?(?:[–-]|till)\s?(\d+)", text):
        found |= {str(each) for each in range(int(first), int(last))}
    return frozenset(found)


def _silent_of_list(course: Course) -> tuple[int, ...]:
    """Return those of the list read last that name nobody."""
    run = course.run
    return tuple(
        at for at, each in enumerate(course.found) if each.run == run and each.whom is None
    )

"""What the running text of a paper recommends, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.demanded import pair_in
from revtrack.domain.proposals.recommending.items import (
    ATT,
    FEWEST_WORDS,
    NO_DEMAND,
    THING_OUGHT,
    is_bare_ought,
    labelled,
    made_of,
)
from revtrack.domain.proposals.recommending.leads import announces_list
from revtrack.domain.proposals.recommending.recommended import TOLD, Recommended
from revtrack.domain.proposals.recommending.sayings import Said, said_in
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, tells
from revtrack.domain.proposals.text.voices import (
    OUR_VIEW,
    is_cited,
    is_denied,
    is_of_another_audit,
    is_of_reply,
)
from revtrack.domain.texts.paper import LineKind

HINTED = 0.7
_ANOTHER = re.compile(
    r"^(?:en (?:annan|andra|tredje|fjärde|sista|ytterligare)|ytterligare en|den (?:första|andra"
    r"|tredje|fjärde|femte|sista))(?: rekommendation(?:en)?)?"
    r"(?P<to>,? (?:som )?(?:gäller|avser|berör|riktas till|riktad till|till) [^,.]{3,120}?)?,?"
    r" (?:är|blir|går ut på|innebär)(?=(?: därför)? att\b)",
    re.IGNORECASE,
)
"""How a sentence goes on after one that recommended: "En annan är att …"."""
_TWO = re.compile(
    r"\b(?:två|2)\s(?:\w+\s)?(?:rekommendationer|råd|uppmaningar|förslag)\b", re.IGNORECASE
)
_ONE = re.compile(
    r"^(?:\w+\s){1,6}(?:en|ett|vår|vårt|denna|detta)\s(?:\w+\s)?(?:rekommendation|råd|uppmaning)$",
    re.IGNORECASE,
)
"""How one recommendation is announced before a colon: "Vi lämnar en rekommendation"."""
_BESIDES = re.compile(
    rf"{OUR_VIEW.pattern}\s(?:\w+\s)?(?:också|även|dessutom|därutöver|därtill|vidare)\b"
    rf"|^(?:dessutom|därutöver|därtill|vidare|slutligen)\s(?:\w+\s)?{OUR_VIEW.pattern}",
    re.IGNORECASE,
)
"""How a letter goes on with what it recommends besides a list."""
_TELLS_IN_REPLY = re.compile(
    r"\b(?:beskriv\w*|ange[rs]?|redovisa\w*|redogör\w*|kommentera\w*|motivera\w*|informera\w*"
    r"|framgå\w*|tar upp|bifoga\w*|skicka\w*|skriv\w*|sänd\w*)\b",
    re.IGNORECASE,
)
"""What a reply is to tell, said behind a sentence about it."""


def take_labelled(passage: Passage, course: Course) -> bool:
    """Take a recommendation that stands after its label: "Rekommendation till nämnden: …"."""
    made = labelled(passage, course)
    if made is not None:
        course.marked += 1
        course.is_below_label = False
        course.found.append(made)
    return made is not None


def _take_label(passage: Passage, course: Course) -> None:
    """Take up a line of names that stands above running text; an address is a list of such."""
    if course.addressees.is_label(passage.text):
        named = course.addressees.spoken_to(passage.text)
        course.label, course.is_below_label = None if course.is_below_label else named, True
    elif not passage.text.rstrip().endswith((".", ":")):
        course.label, course.is_below_label = None, False
    else:
        course.is_below_label = False


def take_prose(passage: Passage, course: Course) -> None:
    """Take what a paragraph recommends, or an item of a list that no recommendations stand in."""
    if passage.kind is LineKind.PARAGRAPH:
        course.is_open = course.is_list
        if _take_demands(passage, course):
            return
        course.is_fresh = False
        course.lead = ""
        _take_label(passage, course)
    before = course.whom or course.label or course.only_one()
    is_counted = is_told_of = False
    begin = len(course.found)
    for sentence in _told_in(passage.text):
        if sentence != passage.text and take_labelled(replace(passage, text=sentence), course):
            continue
        of_reply = is_told_of and _TELLS_IN_REPLY.search(sentence) is not None
        said = _of_several(sentence, passage, course, is_counted=is_counted)
        told = _told(said, passage, course, before, is_counted=is_counted)
        course.found.extend(() if of_reply else told)
        is_counted = is_counted or announces_list(sentence)
        is_told_of = is_told_of or is_of_reply(sentence)
        named = course.addressees.bodies.mentions(sentence)
        plain = tuple({m.committee.id: m.committee for m in named if not m.is_genitive}.values())
        before = Whom(plain) if len(plain) == 1 else before
    if len(course.found) == begin + 1 and _TWO.search(passage.text):
        last = course.found.pop()
        course.found.extend(replace(last, text=each) for each in pair_in(last.text))


def _told_in(text: str) -> Iterator[str]:
    """Give the sentences; what "vi lämnar två rekommendationer: …" announces is one of its own."""
    for sentence in sentences(text):
        front, colon, rest = sentence.partition(": ")
        if colon and (announces_list(front) or _ONE.search(front)):
            yield f"{front}."
            yield f"Vi rekommenderar {rest}" if rest.startswith("att ") else rest
        else:
            yield sentence


def _told(
    sentence: str, passage: Passage, course: Course, before: Whom | None, *, is_counted: bool
) -> Iterator[Recommended]:
    """Give what a sentence recommends; ``is_counted``: one before it says that it does."""
    takes_ought = not course.is_elsewhere
    takes_need = course.is_letter or course.rank > 1 or is_counted
    found = tuple(
        said_in(sentence, course.addressees, before, takes_ought=takes_ought, takes_need=takes_need)
    )
    for said in found or _of_things(sentence, passage, course):
        if len(said.text.split()) < FEWEST_WORDS or NO_DEMAND.match(said.text):
            continue
        is_plain = said.is_plain or (course.is_letter and _BESIDES.search(sentence) is not None)
        yield Recommended(
            said.text,
            said.whom or course.nobody_else(),
            passage.place,
            passage.section,
            passage.marker if course.is_section and passage.marker != "•" else None,
            course.rank if course.is_section or is_plain else -said.is_held,
            -len(course.found) - 1,
            passage.run,
            is_listed=course.is_section,
            is_summary=course.is_summary,
            confidence=TOLD if is_plain else HINTED,
        )


def _of_several(sentence: str, passage: Passage, course: Course, *, is_counted: bool) -> str:
    """Return a sentence that gives one of several, "den andra är att …", as one that recommends."""
    is_next = bool(course.found) and course.found[-1].place == passage.place
    if not (is_next or is_counted):
        return sentence
    return _ANOTHER.sub(lambda match: f"Vår rekommendation{match['to'] or ''} är", sentence)


def _take_demands(passage: Passage, course: Course) -> bool:
    """Take a paragraph that demands without naming whom, in a chapter of recommendations alone."""
    if not course.is_only or course.is_reply or course.tells_outcomes or _has_list(passage, course):
        return False
    said = [each for each in sentences(passage.text) if _is_bare_demand(each)]
    if not said or not passage.text.startswith(said[0]) or is_of_reply(passage.text):
        return False
    is_fresh, course.is_open = course.is_fresh, True
    course.begin_list()
    made = [made_of(replace(passage, text=each), course) for each in said]
    course.is_open, course.is_fresh = False, is_fresh
    course.found.extend(each for each in made if each is not None)
    return any(made)


def _has_list(passage: Passage, course: Course) -> bool:
    """Tell whether a list has stood in the chapter; the text beside it explains its items."""
    last = course.found[-1] if course.found else None
    is_here = last is not None and last.is_listed and last.chapter == passage.run
    return is_here and last is not None and last.number is not None


def _is_bare_demand(sentence: str) -> bool:
    text = ATT.sub("", sentence)
    is_whole = sentence.endswith((".", ";")) and len(text.split()) > FEWEST_WORDS
    return is_whole and _begins(text) and not tells(text)


def _begins(text: str) -> bool:
    """Tell whether a text demands something by its very first word."""
    return begins_with_demand(text.split(maxsplit=1)[0]) and begins_with_demand(text)


def _of_things(sentence: str, passage: Passage, course: Course) -> Iterator[Said]:
    """Give what is to be done with a thing: "rutinerna bör skrivas om", where nobody is named."""
    if course.is_reply or course.tells_outcomes or course.is_elsewhere:
        return
    if is_of_another_audit(sentence):
        return
    if sentence.endswith(("?", ":")) or is_of_reply(sentence) or is_cited(sentence):
        return
    view = OUR_VIEW.search(sentence)
    begin = sentence.find(" att ", view.end() - 1) if view else -1
    is_alone = course.is_only and not _has_list(passage, course)
    text = sentence[begin + len(" att ") :] if begin >= 0 else sentence if is_alone else ""
    ought = THING_OUGHT.match(text)
    is_of_chapter = is_alone and not view and is_bare_ought(text)
    if not is_of_chapter and (ought is None or is_denied(text[: ought.end("thing")])):
        return
    yield Said(text[:1].upper() + text[1:], course.whom, is_plain=False)

"""What the headings of a paper say of the recommendations below them."""

import re
from dataclasses import replace

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.items import ATT, is_given
from revtrack.domain.proposals.recommending.record_words import is_of_thing
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, begins_with_infinitive
from revtrack.domain.proposals.text.voices import is_of_another_audit
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import LineKind

_SECTION = AnyCase(
    r"\brekommend|\bförslag (?:till|på)(?! (?:beslut|svar|yttrande|ställning))"
    r"|\b(?:våra|revisorernas|granskarnas|revisionens) förslag"
    r"|^förslag$|\bförbättringsområden|\bförbättringsmöjlighet|\bförbättringsförslag"
    r"|\bförbättringsbehov|\bförbättringsåtgärd|\butvecklingsområden|\butvecklingsbehov"
    r"|\båtgärdsförslag|\bmedskick|\buppmaning|\bbör (?:göras|åtgärdas|förbättras)"
    r"|\b(?:vad|det här|detta|åtgärder|åtgärder som) .{3,60} bör (?:göra|vidta|åtgärda|förbättra)\b"
    r"|\b(?:det här|detta|vad) bör .{3,60} (?:göra|vidta|åtgärda|förbättra)\b|^\W*(?:våra )?råd\b"
    r"|\b(?:våra|revisorernas|revisionens) råd\b|\bförbättringsp|\butvecklingsp|\butvecklingsmöj"
    r"|\b(?:angelägna|nödvändiga|föreslagna|möjliga|önskvärda) (?:förbättring|åtgärd)"
    r"|\bbehov av (?:förbättring|åtgärd)|\batt (?:förbättra|åtgärda)$",
)
_ONLY = re.compile(
    r"^(?!.*\bförslag till (?:beslut|svar|yttrande))"
    r"(?:\W|\d|(?:våra|vår|revisorernas|revisionens|granskarnas|granskningens|lämnade|samlade"
    r"|identifierade|sammanställning (?:av|över)|lista över|förteckning över|de|till|för|samtliga"
    r"|angelägna|nödvändiga|föreslagna|möjliga|önskvärda|behov av|gemensamma|övergripande)"
    r"\s)*(?:(?:rekommendation|förslag|förbättring|utveckling|åtgärdsförslag|medskick|uppmaning"
    r"|vad .{3,60} bör göra|(?:det |vad )?(?:vi|revisorerna|revisionen) rekommenderar)\w*"
    r"(?: (?:till|på) (?:åtgärd|förbättring)\w*)?(?: (?:till|för|från|i) .{3,120})?"
    r"|råd(?: till .{3,120})?|åtgärder(?: som)? .{3,60} bör \w+"
    r"|(?:vad|det här|detta) (?:bör .{3,60}|.{3,60} bör) (?:göra|vidta|åtgärda|förbättra)"
    r"|(?:angelägna|nödvändiga|föreslagna|önskvärda) åtgärder|att (?:förbättra|åtgärda))\W*$",
    re.IGNORECASE,
)
"""A heading of a chapter that has nothing but recommendations."""
_ENDING = re.compile(r"\bslutsats|\bsamlad|\bsammanfattande|\bsammanvägd|\bavslut", re.IGNORECASE)
_SUMMARY = re.compile(r"^\W*sammanfattning", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"tidigare|\buppföljning av (?:\w+ ){0,2}(?:granskning|rekommend|revision)", re.IGNORECASE
)
_LEFT_HERE = re.compile(
    r"(?:^|(?<=/ ))(?:[\d.]+ )?lämnade (?=(?:rekommendation|förslag)\w*(?! (?:20|19)\d\d))",
    re.IGNORECASE,
)
"""How a heading of a report begins that names its own recommendations."""
_ELSEWHERE = AnyCase(
    r"\bbakgrund|\binledning|\bmetod|kriteri|\btidigare\b|bedömningsgrund|uppföljning av|föregående"
    r"|avgränsning|\blagstiftning|\bregelverk|styrdokument",
)
_NAMED = re.compile(r"(?:[\d.]+\s+)?Rek(?:ommendation|\.)\s+(?:nr\s+)?[RF]?\d", re.IGNORECASE)
"""How a heading begins that numbers a recommendation and gives it."""
_NUMBER_ALONE = re.compile(
    r"^Rek(?:ommendation|\.)\s+(?:nr\s+)?(?P<number>[RF]?\d{1,2}[a-z]?)\s*[.:]?$", re.IGNORECASE
)


def begin_chapter(passage: Passage, course: Course, after: Passage | None = None) -> Passage | None:
    """Take up what a heading says; return the item that it is itself, None where it is none."""
    if _goes_on_for(passage, course):
        course.begin_list()
        course.whom, course.is_open = course.addressees.spoken_to(passage.text), True
        return None
    _place(passage, course)
    course.begin_list()
    course.is_open = course.is_list
    course.asks = False
    course.names_first = course.names_first and course.is_told_in_lines
    course.earlier = None
    course.label, course.is_below_label = None, False
    if course.addressees.is_label(passage.text):
        course.label = course.part = course.addressees.spoken_to(passage.text)
    elif not begins_with_demand(ATT.sub("", passage.text)):
        course.part = None
    alone = number_alone(passage.text)
    number, rest, _is_marked = split_number(passage.text)
    course.pending = alone or (number if rest != passage.text else None)
    course.of_audit = course.of_audit if is_only_recommendations(passage.text) else None
    above = course.whom if course.names_first else course.of_audit
    course.whom = whom_above(passage, course) or above if course.is_section else None
    if not course.is_section:
        if course.label is not None and course.is_letter and _is_demanded(after):
            course.whom, course.is_open = course.label, True
        return None
    is_label = course.whom is not None and course.addressees.is_label(passage.text)
    course.is_open = course.is_list or is_label
    return _item_in(passage, rest, course, is_alone=alone is not None)


def _is_demanded(after: Passage | None) -> bool:
    """Tell whether an item below a heading says what is to be done."""
    is_item = after is not None and after.is_item
    return is_item and after is not None and begins_with_demand(ATT.sub("", after.text))


def number_alone(text: str) -> str | None:
    """Return the number of a line that is but the number of what is recommended below it."""
    match = _NUMBER_ALONE.match(text)
    return match["number"] if match else None


def is_only_recommendations(heading: str) -> bool:
    """Tell whether a heading is that of a chapter with nothing but recommendations."""
    return _ONLY.match(heading) is not None


def _place(passage: Passage, course: Course) -> None:
    """Take up what the headings, down to this one, say of the chapter."""
    path = " / ".join(passage.path)
    course.of_heading = _of_heading(passage, course)
    course.is_elsewhere = _ELSEWHERE.search(path) is not None
    is_earlier = is_of_another_audit(_LEFT_HERE.sub("", path)) or _FOLLOWED.search(path) is not None
    course.is_section = course.is_list or (
        _SECTION.search(path) is not None and (course.takes_earlier or not is_earlier)
    )
    is_only = course.is_section and not course.is_reply
    course.is_only = is_only and any(_ONLY.match(each) for each in passage.path)
    course.is_fresh = course.is_only
    course.is_summary = any(_SUMMARY.match(each) for each in passage.path)
    course.rank = 3 if course.is_section else 2 if _ENDING.search(path) else 1


def _of_heading(passage: Passage, course: Course) -> Whom | None:
    """Return the one of those reviewed that the nearest heading names that names any."""
    for heading in reversed(passage.path):
        named = course.addressees.bodies.named_in(heading)
        if named:
            reviewed = course.addressees.reviewed
            is_one = len(named) == 1 and (not reviewed or named[0] in reviewed)
            return Whom(named, is_certain=False) if is_one else None
    return None


def _goes_on_for(passage: Passage, course: Course) -> bool:
    """Tell whether a heading without a number is but whom the chapter's next list is for."""
    is_within = (course.is_section or course.is_open) and passage.marker is None
    return is_within and course.addressees.is_label(passage.text)


def whom_above(passage: Passage | TablePassage, course: Course) -> Whom | None:
    """Return whom the headings name, the nearest first."""
    named = (course.addressees.spoken_to(each) for each in reversed(passage.path[-2:]))
    return next((each for each in named if each is not None), None)


def _item_in(passage: Passage, text: str, course: Course, *, is_alone: bool) -> Passage | None:
    """Return a heading that is a recommendation as an item: "6.1 Inför regelbunden uppföljning"."""
    is_below = course.is_only and not _ONLY.match(passage.text)
    number = course.pending or (passage.marker if course.is_list else None)
    begins = begins_with_demand if course.is_list else begins_with_infinitive
    is_numbered = number is not None and not is_alone and begins(text)
    is_said = is_given(text, course) or course.is_list
    is_said = is_said or (course.tells_outcomes and is_of_thing(text))
    is_named = not is_alone and _NAMED.match(passage.text) is not None and is_said
    if is_numbered or is_named or (is_below and begins_with_demand(text)):
        return replace(passage, kind=LineKind.ITEM, text=text, marker=number)
    return None

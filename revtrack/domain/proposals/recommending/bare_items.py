"""Lines without a bullet that are items of a list all the same, and items that go on with one."""

import re

from revtrack.domain.days.written_days import ANY_MONTH, days_in
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.items import ATT, is_bare_ought, is_given
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, tells
from revtrack.domain.proposals.text.voices import is_of_reply
from revtrack.domain.texts.demands import begins_with_known_verb
from revtrack.domain.texts.paper import LineKind

_SIGNED = re.compile(
    r"^[A-ZÅÄÖ][\w-]+,?(?: (?:i|den))? (?:dag som ovan|(?:\d{1,2} )?"
    rf"(?:{ANY_MONTH})"
    r" \d{4}|\d{4}-\d\d-\d\d)\W*$"
)
"""Where and when a paper was signed: "Lindhaga dag som ovan"."""
FEWEST_UNMARKED = 4
"""A line without a bullet has so many words, or begins with a verb that is known."""
SHORT = 8
"""A line of fewer words that holds a day is where and when a paper was signed."""


def is_bare_item(passage: Passage, course: Course) -> bool:
    """Tell whether a paragraph is an item whose bullet was lost."""
    if passage.kind is not LineKind.PARAGRAPH:
        return False
    if course.pending and course.is_section:
        return is_given(passage.text, course) or not course.tells_outcomes
    if is_of_reply(passage.text) or not (course.is_open or course.is_only):
        return False
    if course.asks:
        return course.is_open and passage.text.endswith("?")
    is_sure = course.is_open or (course.is_fresh and not passage.text.endswith((".", ":")))
    is_demand = _is_demand(passage, course) if is_sure else begins_with_known_verb(passage.text)
    is_line = not (course.has_marks and passage.text.rstrip().endswith("."))
    is_demand = is_demand or (course.is_open and is_line and is_bare_ought(passage.text))
    is_own = course.is_only and not course.is_open
    return passage.text.casefold().startswith("att ") or (
        is_demand and (is_own or not _is_other_line(passage.text, course))
    )


def _is_other_line(text: str, course: Course) -> bool:
    """Tell whether a line begins with a committee, or is where and when a paper was signed."""
    if any(each.start == 0 for each in course.addressees.bodies.mentions(text)):
        return True
    return any(True for _ in days_in(text)) and len(text.split()) < SHORT


def _is_demand(passage: Passage, course: Course) -> bool:
    text = ATT.sub("", passage.text)
    words = text.split()
    if _SIGNED.match(text):
        return False
    if len(passage.text.split()) < FEWEST_UNMARKED:
        is_below = course.is_only or (
            course.is_reply and course.has_of_list() and not course.marked
        )
        is_said = is_below and len(words) > 1 and words[1][:1].islower()
        is_known = course.has_of_list() and begins_with_known_verb(text)
        return is_known or (is_said and begins_with_demand(text))
    return begins_with_demand(text)


def goes_on_listing(passage: Passage, course: Course) -> bool:
    """Tell whether an item of a follow-up is the next of a list that text stands within."""
    if not (course.tells_outcomes and course.found and passage.marker):
        return False
    last = course.found[-1].number
    if last is None or not (last.isdigit() and passage.marker.isdigit()):
        return False
    is_demand = begins_with_demand(ATT.sub("", passage.text)) and not tells(passage.text)
    return is_demand and int(passage.marker) == int(last) + 1

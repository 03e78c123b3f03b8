"""Where one paper says a thing in two ways: summary and chapter, a list and its number, days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from revtrack.domain.errors import N_
from revtrack.domain.proposals.committees.bodies import display_name
from revtrack.domain.proposals.front.due_days import Due
from revtrack.domain.proposals.proposal import Doubt, Found
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.told_counts import told_numbers
from revtrack.domain.proposals.text.outline import Passages
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import quote_of

_SAYS = {
    "not_in_summary": N_("The summary leaves out a recommendation: “{text}”."),
    "only_in_summary": N_("Only the summary has the recommendation “{text}”."),
    "other_recipients_in_summary": N_("The summary puts a recommendation to others: “{text}”."),
    "due_before_letter": N_(
        "The letter asks for replies by {day}, which lies before its own day, {letter_on}. "
        "One of the two is written or read wrongly."
    ),
    "due_day_of_some": N_(
        "The letter gives a day to reply by for {committees}, but none for {others}."
    ),
    "other_number": N_("The reply speaks of {told} recommendations, but RevTrack found {found}."),
    "several_due_days": N_("The letter asks for replies by different days: {days}."),
}


def unlike_summary(found: Sequence[Recommended]) -> tuple[Doubt, ...]:
    """Return where the summary's list and the chapters' differ; none where only one has a list."""
    listed = [each for each in found if each.is_listed]
    summed = [each for each in listed if each.is_summary]
    told = [each for each in listed if not each.is_summary]
    return tuple(_unlike(summed, told)) if summed and told else ()


def other_number(found: Sequence[Recommended], passages: Passages) -> tuple[Doubt, ...]:
    """Return that a reply says how many recommendations there were, where others were found."""
    told = told_numbers(passages)
    if not found or not told or len(found) in told:
        return ()
    facts: dict[str, object] = {
        "told": ", ".join(map(str, sorted(told))),
        "found": len(found),
    }
    return (Doubt("other_number", _SAYS["other_number"], found[0].place.line, facts),)


def days_that_differ(days: Sequence[Due]) -> tuple[Doubt, ...]:
    """Return that a letter asks for replies by several days, where it does."""
    different = {each.day: each for each in reversed(days)}
    if len(different) < SEVERAL:
        return ()
    said = ", ".join(each.isoformat() for each in sorted(different))
    line = next(each for each in days if each.day != days[0].day).place.line
    return (Doubt("several_due_days", _SAYS["several_due_days"], line, {"days": said}),)


def days_of_some(days: Sequence[Due], asked: Iterable[Committee]) -> tuple[Doubt, ...]:
    """Return that a letter gives a day to some of those whom it is written to, where it does."""
    told = {one.id: display_name(one) for each in days for one in each.committees}
    others = {each.id: display_name(each) for each in asked if each.id not in told}
    if not others or not days or not all(each.committees for each in days):
        return ()
    facts: dict[str, object] = {
        "committees": ", ".join(told.values()),
        "others": ", ".join(others.values()),
    }
    return (Doubt("due_day_of_some", _SAYS["due_day_of_some"], days[0].place.line, facts),)


def days_behind(days: Sequence[Due], own_day: Found[date] | None) -> tuple[Doubt, ...]:
    """Return that a letter asks for replies by a day before its own, where it does."""
    behind = [each for each in days if own_day and each.day < own_day.value]
    if not behind or own_day is None:
        return ()
    facts: dict[str, object] = {"day": behind[0].day, "letter_on": own_day.value}
    code = "due_before_letter"
    return (Doubt(code, _SAYS[code], behind[0].place.line, facts),)


def _unlike(summed: Sequence[Recommended], told: Sequence[Recommended]) -> Iterator[Doubt]:
    for each in told:
        if not _is_among(each, summed):
            yield _doubt("not_in_summary", each)
        elif _is_put_to_others(each, summed):
            yield _doubt("other_recipients_in_summary", each)
    for each in summed:
        if not _is_among(each, told):
            yield _doubt("only_in_summary", each)


def _doubt(code: str, each: Recommended) -> Doubt:
    return Doubt(code, _SAYS[code], each.place.line, {"text": quote_of(each.text)})


def _is_among(each: Recommended, others: Iterable[Recommended]) -> bool:
    return any(likeness(each.text, one.text, SAME_MATTER) >= SAME_MATTER for one in others)


def _is_put_to_others(each: Recommended, others: Iterable[Recommended]) -> bool:
    if each.whom is None or not each.whom.is_certain:
        return False
    same = [one for one in others if likeness(each.text, one.text, SAME_MATTER) >= SAME_MATTER]
    named = {number for one in same if one.whom for number in one.whom.ids}
    return bool(named) and not each.whom.ids <= named

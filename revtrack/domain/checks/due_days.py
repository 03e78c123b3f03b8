"""Days to reply by that are hard to keep: no meeting before them, holidays, too little time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import ReplyState, Severity
from revtrack.domain.due_days import DayDoubt, DoubtKind, doubts_about
from revtrack.domain.errors import N_, NN_
from revtrack.domain.recipients import join_names
from revtrack.domain.records import Committee
from revtrack.domain.succession import committee_in_office

WITHOUT_MEETING = Trouble(
    "due_without_meeting",
    Severity.WARNING,
    N_(
        "No meeting before the reply day {due} from which a reply of {committee} can come in time. "
        "A better day is {proposed}."
    ),
    IN_REPLIES,
)
IN_HOLIDAYS = Trouble(
    "due_in_holidays",
    Severity.WARNING,
    N_(
        "The reply day {due} of {committee} lies in the holidays, when hardly any committee meets. "
        "A better day is {proposed}."
    ),
    IN_REPLIES,
)
ON_FREE_DAY = Trouble(
    "due_on_free_day",
    Severity.WARNING,
    N_("The reply day {due} of {committee} is no working day. A better day is {proposed}."),
    IN_REPLIES,
)
TOO_SOON = Trouble(
    "due_too_soon",
    Severity.WARNING,
    NN_(
        "From the letter to the reply day {due} of {committee} there is {count} day; six weeks are "
        "the least that a committee needs. A better day is {proposed}.",
        "From the letter to the reply day {due} of {committee} there are {count} days; six weeks "
        "are the least that a committee needs. A better day is {proposed}.",
    ),
    IN_REPLIES,
)

_TROUBLES: Mapping[DoubtKind, Trouble] = {
    DoubtKind.WITHOUT_MEETING: WITHOUT_MEETING,
    DoubtKind.IN_HOLIDAYS: IN_HOLIDAYS,
    DoubtKind.ON_FREE_DAY: ON_FREE_DAY,
    DoubtKind.TOO_SOON: TOO_SOON,
}


def doubted_days(
    case: AuditCase, letter_on: date, due: Mapping[int, date | None], today: date
) -> tuple[Problem, ...]:
    """Return why days are unwise for the committees with these ids, to be told before they are set.

    What is the same for several committees is said once.
    """
    found: dict[DayDoubt, list[Committee]] = {}
    for committee in case.in_order(due):
        day = due[committee.id]
        meetings = case.meetings_of(committee_in_office(case, committee, today).id)
        for doubt in doubts_about(day, letter_on, meetings) if day else ():
            found.setdefault(doubt, []).append(committee)
    inspection = Inspection(case, today)
    return tuple(_problem(inspection, doubt, each) for doubt, each in found.items())


def _problem(inspection: Inspection, doubt: DayDoubt, committees: Sequence[Committee]) -> Problem:
    problem = inspection.problem(
        _TROUBLES[doubt.kind],
        committees[0] if len(committees) == 1 else None,
        due=doubt.due_on,
        proposed=doubt.proposed_on,
        count=doubt.days,
    )
    names = join_names(committee.name for committee in committees)
    return replace(problem, values={**problem.values, "committee": names})


def unwise_day(inspection: Inspection) -> Iterator[Problem]:
    """Find days to reply by that are hard to keep, until the committee has decided on a reply."""
    letter_on = inspection.case.audit.handed_over_on
    for line in inspection.reply_lines:
        is_awaited = line.is_open and line.state is not ReplyState.ADOPTED
        if letter_on is not None and is_awaited and line.due_on is not None:
            due = {line.committee.id: line.due_on}
            yield from doubted_days(inspection.case, letter_on, due, inspection.today)


CHECKS: tuple[Check, ...] = (unwise_day,)

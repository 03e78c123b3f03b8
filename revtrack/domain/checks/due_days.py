"""Days to reply by that are hard to keep: no meeting before them, holidays, too little time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.checks.problem import (
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
    rests_on,
)
from revtrack.domain.codes import ReplyState, Severity
from revtrack.domain.days.due_days import DayDoubt, DoubtKind, doubts_about
from revtrack.domain.errors import N_, NN_
from revtrack.domain.names.recipients import join_names
from revtrack.domain.names.succession import committee_in_office
from revtrack.domain.records import Committee, CommitteeMeeting

WITHOUT_MEETING = Trouble(
    "due_without_meeting",
    Severity.WARNING,
    N_(
        "No meeting before the reply day {due} from which a reply of {committee} can come in time. "
        "A better day is {proposed}."
    ),
    IN_REPLIES,
)
WITHOUT_ANY_MEETING = Trouble(
    "due_without_meeting",
    Severity.WARNING,
    N_(
        "No meeting before the reply day {due} from which a reply of {committee} can come in time, "
        "and none after it is registered. Read in more of the calendar, or choose a later day."
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


@dataclass(frozen=True)
class Party:
    """A committee that is asked to reply, with what its day is looked at against."""

    name: str
    due_on: date | None
    meetings: Sequence[CommitteeMeeting] = ()
    committee: Committee | None = None
    """None: not registered yet."""


def doubts_told(
    parties: Iterable[Party],
    letter_on: date,
    reference: str = "",
    plan_from: date | None = None,
) -> tuple[Problem, ...]:
    """Return why days are unwise; what is the same for several committees is said once.

    A better day is one that can be kept from ``plan_from`` on, else from the letter on.
    """
    found: dict[DayDoubt, list[Party]] = {}
    for party in parties:
        if party.due_on is not None:
            for doubt in doubts_about(party.due_on, letter_on, party.meetings, plan_from):
                found.setdefault(doubt, []).append(party)
    return tuple(_problem(doubt, members, reference) for doubt, members in found.items())


def _problem(doubt: DayDoubt, parties: Sequence[Party], reference: str) -> Problem:
    is_stuck = doubt.kind is DoubtKind.WITHOUT_MEETING and doubt.proposed_on == doubt.due_on
    trouble = WITHOUT_ANY_MEETING if is_stuck else _TROUBLES[doubt.kind]
    return Problem(
        code=trouble.code,
        severity=trouble.severity,
        message=trouble.message,
        values={
            "committee": join_names(party.name for party in parties),
            "due": doubt.due_on,
            "proposed": doubt.proposed_on,
            "count": doubt.days,
        },
        audit=reference,
        where=trouble.where,
        committee=parties[0].committee if len(parties) == 1 else None,
    )


def said_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with what is the same of several committees' days as one.

    It stands where the first of them stood, and names them all.
    """
    alike: dict[object, list[Problem]] = {}
    for problem in problems:
        days = tuple(problem.values.get(name) for name in ("due", "proposed"))
        is_of_day = problem.code in set(DoubtKind)
        key = (problem.audit, problem.message, *days) if is_of_day else id(problem)
        alike.setdefault(key, []).append(problem)
    return tuple(_together(each) if len(each) > 1 else each[0] for each in alike.values())


def _together(problems: Sequence[Problem]) -> Problem:
    names = join_names(str(each.values["committee"]) for each in problems)
    first = problems[0]
    return replace(first, values={**first.values, "committee": names}, committee=None)


def doubted_days(
    case: AuditCase,
    letter_on: date,
    due: Mapping[int, date | None],
    today: date,
    plan_from: date | None = None,
) -> tuple[Problem, ...]:
    """Return why days are unwise for the committees with these ids, to be told before they are set.

    The calendar of a committee that has been succeeded is that of its successor. A better day is
    one that can be kept from ``plan_from`` on, else from the letter on.
    """
    parties = (
        Party(
            committee.name,
            due[committee.id],
            case.meetings_of(committee_in_office(case, committee, today).id),
            committee,
        )
        for committee in case.in_order(due)
    )
    return doubts_told(parties, letter_on, case.audit.reference, plan_from)


def unwise_day(inspection: Inspection) -> Iterator[Problem]:
    """Find days to reply by that are hard to keep, until the committee has decided on a reply."""
    letter_on = inspection.case.audit.handed_over_on
    for line in inspection.reply_lines:
        is_awaited = line.is_open and line.state is not ReplyState.ADOPTED
        if letter_on is not None and is_awaited and line.due_on is not None:
            due = {line.committee.id: line.due_on}
            today = inspection.today
            for doubt in doubted_days(inspection.case, letter_on, due, today, today):
                yield replace(doubt, rests_on=rests_on(line))


CHECKS: tuple[Check, ...] = (unwise_day,)

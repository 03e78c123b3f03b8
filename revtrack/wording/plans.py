"""A reply planned backwards from its day, in sentences that stand one after the other."""

from collections.abc import Iterator

from revtrack.domain.codes import CommitteeKind, MeetingKind
from revtrack.domain.days.meetings import PAPER_DAYS, MeetingPath, ReplyPlan
from revtrack.domain.errors import N_
from revtrack.domain.records import Committee
from revtrack.wording.language import _
from revtrack.wording.periods import short_day

_LAST = N_("Last committee meeting before the reply day: {day}.")
_LAST_OF_BOARD = N_("Last board meeting before the reply day: {day}.")
_BOARDS = frozenset(
    {CommitteeKind.EXECUTIVE_BOARD, CommitteeKind.COMPANY, CommitteeKind.FEDERATION}
)
_PREPARING = {
    MeetingKind.WORKING_COMMITTEE: N_("Working committee {day}."),
    MeetingKind.PRESIDIUM: N_("Presidium {day}."),
}


def plan_in_words(plan: ReplyPlan, committee: Committee) -> str:
    """Return the plan, from the last meeting back to the day of the officials' paper.

    "Sista nämnd före svarsdag 14 mars. AU 28 feb. Tjänsteskrivelse klar 17 feb." Days
    stand without the year where it is that of the reply day. Where the plan does not hold any more,
    or the calendar is short, that is said last.
    """
    return " ".join(_sentences(plan, committee))


def _sentences(plan: ReplyPlan, committee: Committee) -> Iterator[str]:
    if plan.calendar_until is None:
        yield _("No meetings are registered.")
        return
    if plan.last is not None:
        yield from _path(plan, plan.last, committee)
    elif plan.is_too_late or not plan.is_calendar_short:
        yield _("No meeting is registered from which a reply can come in time.")
    if plan.is_calendar_short:
        day = short_day(plan.calendar_until, plan.due_on)
        yield _("The calendar ends with the meeting of {day}.").format(day=day)
    if plan.is_too_late:
        yield _ask_for_time(plan)


def _path(plan: ReplyPlan, path: MeetingPath, committee: Committee) -> Iterator[str]:
    last = _LAST_OF_BOARD if committee.kind in _BOARDS else _LAST
    yield _(last).format(day=short_day(path.meeting.held_on, plan.due_on))
    if path.dispatched_on is not None:
        yield _("Summons {day}.").format(day=short_day(path.dispatched_on, plan.due_on))
    if path.preparing is not None:
        day = short_day(path.preparing.held_on, plan.due_on)
        yield _(_PREPARING[path.preparing.kind]).format(day=day)
    day = short_day(path.paper_ready_on, plan.due_on)
    yield _("Officials' paper ready {day}.").format(day=day)


def _ask_for_time(plan: ReplyPlan) -> str:
    if plan.within_reach is None or plan.ask_until is None:
        return _("It is too late for that: ask for an extension. No later meeting is registered.")
    return _(
        "It is too late for that: ask for an extension until {day}, meeting {meeting}."
    ).format(
        day=short_day(plan.ask_until, plan.due_on),
        meeting=short_day(plan.within_reach.meeting.held_on, plan.due_on),
    )


_COUNTED = {
    MeetingKind.WORKING_COMMITTEE: N_(
        "The last day for papers to the working committee of {day} is not registered for "
        "{committee}; {count} working days before it are counted with."
    ),
    MeetingKind.PRESIDIUM: N_(
        "The last day for papers to the presidium of {day} is not registered for {committee}; "
        "{count} working days before it are counted with."
    ),
    MeetingKind.COMMITTEE: N_(
        "The last day for papers to the meeting of {day} is not registered for {committee}; "
        "{count} working days before it are counted with."
    ),
}


def paper_day_counted(plan: ReplyPlan, committee: Committee) -> str:
    """Return that the day of the paper is counted, not stated; empty where the calendar has it."""
    if plan.last is None or plan.last.is_paper_day_stated:
        return ""
    first = plan.last.first
    day = short_day(first.held_on, plan.due_on)
    return _(_COUNTED[first.kind]).format(day=day, committee=committee.name, count=PAPER_DAYS)

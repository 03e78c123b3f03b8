"""Replies planned backwards from their day."""

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json, say_wrapped
from revtrack.cli.frame.parts import (
    Command,
    audit_argument,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.cli.meetings.parts import committee_argument
from revtrack.domain.days.meetings import MeetingPath, ReplyPlan, plan_of
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.names.succession import committee_in_office
from revtrack.services import find
from revtrack.wording import _
from revtrack.wording.plans import paper_day_counted, plan_in_words
from revtrack.wording.words import capitalise_first

INDENT = 2


def plan() -> Command:
    """Return the command that plans replies backwards from their day."""
    return Command(
        "meetings plan",
        _plan,
        [audit_argument(), committee_argument(required=False), json_option()],
        _(
            "The committee's last meeting that leaves time for the minutes, the working committee "
            "before it, and the day when the officials' paper has to be ready. Where it is too "
            "late, the day to ask for more time until."
        ),
        ["revtrack meetings plan ESK-2022-1", "revtrack meetings plan ESK-2022-1 KFN --json"],
    )


def _plan(start: Start, audit: str, committee: str | None, as_json: bool) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
    chosen = find.find_committee(case, committee).id if committee else None
    plans = [
        (line, found, committee_in_office(case, line.committee, start.today))
        for line in reply_lines(case, start.today)
        if chosen in {None, line.committee.id}
        and (found := plan_of(case, line, start.today)) is not None
    ]
    if as_json:
        say_json(
            [_plan_as_json(line, found, plan_in_words(found, body)) for line, found, body in plans]
        )
        return
    for line, found, body in plans:
        said = _("{committee}, reply by {day}: {plan}")
        name = capitalise_first(line.committee.name)
        told = plan_in_words(found, body)
        say_wrapped(said.format(committee=name, day=found.due_on, plan=told), hanging=INDENT)
        if counted := paper_day_counted(found, body):
            say_wrapped(counted, indent=INDENT)
    if not plans:
        note(_("No reply is awaited."))


def _plan_as_json(line: ReplyLine, found: ReplyPlan, told: str) -> Json:
    return {
        "committee": line.committee.name,
        "abbreviation": line.committee.abbreviation,
        "due_on": iso(found.due_on),
        **_path_as_json(found.last),
        "is_too_late": found.is_too_late,
        "ask_until": iso(found.ask_until),
        "calendar_until": iso(found.calendar_until),
        "sentence": told,
    }


def _path_as_json(path: MeetingPath | None) -> Json:
    if path is None:
        names = ("meeting_on", "dispatched_on", "preparing_on", "preparing_kind")
        return {**dict.fromkeys((*names, "paper_ready_on")), "paper_day_stated": False}
    preparing = path.preparing
    return {
        "meeting_on": iso(path.meeting.held_on),
        "dispatched_on": iso(path.dispatched_on),
        "preparing_on": iso(preparing.held_on) if preparing else None,
        "preparing_kind": preparing.kind.value if preparing else None,
        "paper_ready_on": iso(path.paper_ready_on),
        "paper_day_stated": path.is_paper_day_stated,
    }

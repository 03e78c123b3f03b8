"""The meeting that is expected to take a reply."""

from datetime import date

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import DAY, Command, audit_argument, committee_argument
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.response_entered import line_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import MeetingKind
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.succession import committee_in_office
from revtrack.services import find
from revtrack.services.replies.expecting import expect_meeting
from revtrack.services.replies.respond import reply_case_for
from revtrack.wording import _
from revtrack.wording.words import capitalise_first


def expect() -> Command:
    """Return the command that says which meeting is expected to take a reply."""
    return Command(
        "expect",
        _expect,
        [
            audit_argument(),
            committee_argument(),
            click.Argument(
                ["day"],
                type=DAY,
                required=False,
                metavar=_("[DAY]"),
                help=_("The day of the meeting."),
            ),
            click.Option(
                ["--none", "is_none"], is_flag=True, help=_("No meeting is expected any longer.")
            ),
        ],
        _(
            "The committee is not reminded before that day has passed. If no reply has come then, "
            "the reminder that waited is made by the next run, and due says that the meeting has "
            "passed."
        ),
        ["revtrack expect ESK-2022-1 KFN 2023-03-23", "revtrack expect ESK-2022-1 KFN --none"],
    )


def _expect(start: Start, *, audit: str, committee: str, day: date | None, is_none: bool) -> None:
    if (day is None) is not is_none:
        raise UsageError("Say either the day of the meeting or --none.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        reply_case = reply_case_for(case, body)
        expect_meeting(store, case.audit.id, reply_case.id, day, start.today)
        line = line_of(case, body, start.today)
    name = capitalise_first(body.name)
    if day is None:
        said = _("No meeting of {committee} is expected to take the reply.")
        note(said.format(committee=body.name))
        return
    said = _("{committee} is expected to take the reply on {day}; no reminder is made before that.")
    note(said.format(committee=name, day=day))
    _warn(case, line, day, start.today)


def _warn(case: AuditCase, line: ReplyLine, day: date, today: date) -> None:
    """Say what does not fit: no such meeting in the calendar, or one after the day that counts."""
    held = [
        each.held_on
        for each in case.meetings_of(committee_in_office(case, line.committee, today).id)
        if each.kind is MeetingKind.COMMITTEE
    ]
    if held and day not in held:
        note(_("The committee's calendar has no meeting on {day}.").format(day=day))
    counts = line.supplement_due_on or line.due_on
    if counts is not None and day > counts:
        said = _("That is after {day}, the day that counts; more time is given with extend.")
        note(said.format(day=counts))

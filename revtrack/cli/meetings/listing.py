"""Committees' meetings in a list."""

from collections.abc import Sequence
from datetime import date

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_table
from revtrack.cli.frame.parts import (
    Command,
    csv_option,
    day_option,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.cli.meetings.parts import NOTHING, committee_argument, municipality_option
from revtrack.services.registering import meetings as calendars
from revtrack.wording import _
from revtrack.wording.labels import label


def list_() -> Command:
    """Return the command that lists meetings."""
    return Command(
        "meetings list",
        _list,
        [
            committee_argument(required=False),
            municipality_option(),
            day_option("--from", _("The first day to list; today unless said.")),
            day_option("--until", _("The last day to list.")),
            json_option(),
            csv_option(),
        ],
        _("Of one committee or of all, from today on."),
        ["revtrack meetings list", "revtrack meetings list KFN --from 2023-01-01"],
    )


def _list(
    start: Start,
    *,
    committee: str | None,
    municipality: str | None,
    until: date | None,
    as_json: bool,
    as_csv: bool,
    **said: date | None,
) -> None:
    first = said["from"] or start.today
    with opened(start) as store:
        lines = calendars.list_calendar(store, municipality, committee, first, until)
    headings = [
        _("Day"),
        _("Kind"),
        _("Papers by"),
        _("Summons"),
        _("Municipality"),
        _("Committee"),
    ]
    if as_json:
        say_json([_as_json(line) for line in lines])
    elif as_csv:
        say_csv(headings, [_row(line) for line in lines])
    elif lines:
        say_table(headings, [[cell or NOTHING for cell in _row(each)] for each in lines], wide=5)
    else:
        note(_("No meeting is registered from {day} on.").format(day=first))


def _row(line: calendars.MeetingLine) -> Sequence[str]:
    meeting = line.meeting
    return (
        meeting.held_on.isoformat(),
        label(meeting.kind),
        iso(meeting.papers_by_on) or "",
        iso(meeting.dispatched_on) or "",
        line.municipality.name,
        line.committee.name,
    )


def _as_json(line: calendars.MeetingLine) -> Json:
    return {
        "municipality": line.municipality.name,
        "committee": line.committee.name,
        "abbreviation": line.committee.abbreviation,
        "held_on": iso(line.meeting.held_on),
        "kind": line.meeting.kind.value,
        "papers_by_on": iso(line.meeting.papers_by_on),
        "dispatched_on": iso(line.meeting.dispatched_on),
    }

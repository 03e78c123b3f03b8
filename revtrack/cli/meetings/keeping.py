"""Meetings registered and taken out of the calendar, one at a time."""

from datetime import date

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import (
    DAY,
    Command,
    day_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.meetings.parts import committee_argument, kind_option, municipality_option
from revtrack.domain.codes import MeetingKind
from revtrack.domain.records import NewCommitteeMeeting
from revtrack.services.registering import meetings as calendars
from revtrack.wording import _
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first


def add() -> Command:
    """Return the command that registers a meeting."""
    return Command(
        "meetings add",
        _add,
        [
            committee_argument(required=True),
            click.Argument(["day"], type=DAY),
            kind_option(),
            day_option("--papers-by", _("The last day for papers to the secretary.")),
            day_option("--dispatched", _("The day of the summons.")),
            municipality_option(),
        ],
        _("A committee has one meeting of a kind on a day."),
        [
            "revtrack meetings add KFN 2023-03-14 --papers-by 2023-03-01",
            "revtrack meetings add KFN 2023-02-28 --kind working_committee",
        ],
    )


def _add(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    committee: str,
    day: date,
    kind: str | None,
    papers_by: date | None,
    dispatched: date | None,
    municipality: str | None,
) -> None:
    with opened(start) as store:
        body = calendars.find_committee(store, committee, municipality)
        new = made(
            NewCommitteeMeeting,
            committee_id=body.id,
            held_on=day,
            kind=MeetingKind(kind or MeetingKind.COMMITTEE),
            papers_by_on=papers_by,
            dispatched_on=dispatched,
        )
        stored = calendars.add_meeting(store, body.id, new)
    said = _("{committee}: meeting {day} is registered ({kind}).")
    kind_told = label(stored.kind).lower()
    note(said.format(committee=capitalise_first(body.name), day=day, kind=kind_told))


def remove() -> Command:
    """Return the command that takes a meeting away."""
    return Command(
        "meetings remove",
        _remove,
        [
            committee_argument(required=True),
            click.Argument(["day"], type=DAY),
            kind_option(),
            municipality_option(),
        ],
        _("The history keeps what stood there."),
        ["revtrack meetings remove KFN 2023-03-14"],
    )


def _remove(
    start: Start, *, committee: str, day: date, kind: str | None, municipality: str | None
) -> None:
    with opened(start) as store:
        body = calendars.find_committee(store, committee, municipality)
        chosen = MeetingKind(kind or MeetingKind.COMMITTEE)
        calendars.remove_meeting(store, body.id, day, chosen)
    said = _("{committee}: meeting {day} is taken away.")
    note(said.format(committee=capitalise_first(body.name), day=day))

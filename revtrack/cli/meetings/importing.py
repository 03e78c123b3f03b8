"""Meetings read in from a calendar or a workbook."""

from collections.abc import Sequence
from pathlib import Path

import click

from revtrack.cli import FINE, REFUSED
from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import (
    Command,
    file_argument,
    json_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.cli.meetings.parts import NOTHING, municipality_option
from revtrack.domain.days.calendar_rows import RowFault
from revtrack.services.registering import meetings as calendars
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.meeting_rows import cancelled_told, fault_told


def import_() -> Command:
    """Return the command that reads meetings in from a file."""
    return Command(
        "meetings import",
        _import,
        [
            file_argument(_("A calendar (.ics) or a workbook (.xlsx).")),
            click.Option(
                ["--committee"],
                metavar=_("COMMITTEE"),
                help=_("The committee of what names none."),
            ),
            municipality_option(),
            click.Option(["--dry-run"], is_flag=True, help=_("Only say what would happen.")),
            json_option(),
        ],
        _(
            "A workbook has the headings Nämnd, Sammanträde, Slag, Sista dag för handlingar and "
            "Utskick, in any order. All of the file is read in or nothing; the same file twice "
            "changes nothing. What the calendar says is cancelled or moved is taken away."
        ),
        [
            "revtrack meetings import sammantraden.xlsx --dry-run",
            "revtrack meetings import kfn.ics --committee KFN",
        ],
    )


def _import(
    start: Start,
    *,
    file: Path,
    committee: str | None,
    municipality: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    content = content_of(file)
    with opened(start) as store:
        found = calendars.import_calendar(
            store,
            content,
            start.today,
            municipality=municipality,
            committee=committee,
            dry_run=dry_run,
        )
    if as_json:
        say_json(_import_as_json(found))
    else:
        _tell_import(found)
    return REFUSED if found.faults else FINE


def _import_as_json(found: calendars.CalendarImport) -> Json:
    return {
        "dry_run": found.is_dry_run,
        "added": found.added,
        "changed": found.changed,
        "unchanged": found.unchanged,
        "left_out": list(found.left_out),
        "faults": [
            {
                "row": each.row,
                "sheet": each.sheet,
                "event": each.event,
                "on": iso(each.on),
                "message": sentence(each.message, each.values),
            }
            for each in found.faults
        ],
        "removed": found.removed,
        "cancelled": [
            {
                "committee": each.committee.name,
                "held_on": iso(each.meeting.held_on),
                "kind": each.meeting.kind.value,
                "kept": each.is_kept,
                "decided": list(each.decided),
                "awaited": list(each.awaited),
            }
            for each in found.cancelled
        ],
    }


def _tell_import(found: calendars.CalendarImport) -> None:
    for text in found.left_out:
        note(_("Left out, no meeting of a committee: {text}").format(text=text or NOTHING))
    for fault in found.faults:
        note(fault_told(fault))
    if found.faults:
        note(_refusal(found.faults))
        return
    said = _("{added} new, {changed} changed, {unchanged} as before.")
    counts = {"added": found.added, "changed": found.changed, "unchanged": found.unchanged}
    say(said.format(**counts))
    for each in found.cancelled:
        note(cancelled_told(each))
    if found.removed:
        said = ngettext(
            "{n} cancelled meeting taken away.",
            "{n} cancelled meetings taken away.",
            found.removed,
        )
        say(said.format(n=found.removed))
    if found.is_dry_run:
        note(_("Nothing was changed: this was a trial."))


def _refusal(faults: Sequence[RowFault]) -> str:
    count = len(faults)
    if any(fault.event is not None for fault in faults):
        said = ngettext(
            "Nothing was read in: {n} event has to be mended first.",
            "Nothing was read in: {n} events have to be mended first.",
            count,
        )
    else:
        said = ngettext(
            "Nothing was read in: {n} row has to be mended first.",
            "Nothing was read in: {n} rows have to be mended first.",
            count,
        )
    return said.format(n=count)

"""Days and meetings as a file that a calendar takes in."""

from pathlib import Path

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, file_argument
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import UsageError
from revtrack.services import find
from revtrack.services.registering.municipalities import find_municipality
from revtrack.services.reminding.calendar import write_calendar
from revtrack.services.reminding.remind_plan import Whom
from revtrack.wording import _, ngettext


def calendar() -> Command:
    """Return the command that writes a calendar file."""
    return Command(
        "calendar",
        _calendar,
        [
            file_argument(_("A file that ends in .ics.")),
            click.Option(["--audit"], metavar=_("AUDIT"), help=_("Only this audit.")),
            click.Option(
                ["--municipality"], metavar=_("MUNICIPALITY"), help=_("Only this municipality.")
            ),
        ],
        _(
            "Days to reply by, promised actions, planned follow-ups and committees' meetings, from "
            "a year back. Made again over an earlier calendar and read in again, it moves the "
            "entries that are there instead of doubling them."
        ),
        [
            "revtrack calendar frister.ics",
            "revtrack calendar digitalisering.ics --audit ESK-2022-1",
        ],
    )


def _calendar(start: Start, file: Path, audit: str | None, municipality: str | None) -> None:
    if file.suffix.lower() != ".ics":
        raise UsageError(
            "{file} does not end in .ics, the only kind that can be written.", file=file
        )
    with opened(start) as store:
        whom = Whom(
            municipality_id=find_municipality(store, municipality).id if municipality else None,
            audit_id=find.find_audit(store, audit).id if audit else None,
        )
        count = write_calendar(store, file, start.today, whom)
    said = ngettext("{n} day in {path}", "{n} days in {path}", count)
    note(said.format(n=count, path=file))

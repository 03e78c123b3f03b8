"""The papers of a follow-up: made all at once, and the filled-in workbook read back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from revtrack.cli import REFUSED
from revtrack.cli.edited import edits_of_each, produced_as_json, tell_beside
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import (
    Command,
    audit_argument,
    day_option,
    file_argument,
    json_option,
    out_option,
)
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import RevTrackError
from revtrack.services import find
from revtrack.services.follow_up.pack import make_pack
from revtrack.services.follow_up.workbooks import ReadRow, read_workbook, take_in
from revtrack.wording import _, ngettext, word
from revtrack.wording.labels import label


def pack() -> Command:
    """Return the command that makes all papers of a follow-up."""
    return Command(
        "follow-up pack",
        _pack,
        [
            audit_argument(),
            out_option(),
            day_option("--due", _("By when the committees are asked; else in a month.")),
            json_option(),
        ],
        _(
            "A letter to each committee with a form that asks what has happened since its reply, "
            "the workbook to judge in, and its table in Word. The files' paths are printed."
        ),
        ["revtrack follow-up pack ALV-2026-1 --out uppfoljning"],
    )


def _pack(start: Start, *, audit: str, out: Path | None, due: date | None, as_json: bool) -> None:
    with opened(start) as store:
        audit_id = find.find_audit(store, audit).id
        folder = out or start.documents or Path()
        made = make_pack(store, audit_id, start.today, folder, due)
        edits = edits_of_each(store, made, audit_id)
    if as_json:
        say_json([produced_as_json(*each) for each in zip(made, edits, strict=True)])
        return
    for each, its_edits in zip(made, edits, strict=True):
        say(str(each.path))
        tell_beside(each, its_edits)


def read() -> Command:
    """Return the command that reads a filled-in follow-up workbook."""
    return Command(
        "follow-up read",
        _read,
        [
            file_argument(_("The workbook, filled in.")),
            click.Option(
                ["--dry-run"], is_flag=True, help=_("Show what would be read in; store nothing.")
            ),
            json_option(),
        ],
        _(
            "Each row that was changed is one verdict; all are read in, or none. Rows that cannot "
            "be are listed with the reason."
        ),
        [
            "revtrack follow-up read underlag.xlsx --dry-run",
            "revtrack follow-up read underlag.xlsx",
        ],
    )


def _read(start: Start, *, file: Path, dry_run: bool, as_json: bool) -> int | None:
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=file, reason=fault.strerror or fault
        ) from fault
    with opened(start) as store:
        rows = read_workbook(store, content, start.today)
        is_refused = any(row.refusal for row in rows)
        if not dry_run and not is_refused:
            take_in(store, rows, start.today)
    if as_json:
        say_json([_row_as_json(row) for row in rows])
    else:
        _tell(rows, is_stored=not dry_run and not is_refused)
    return REFUSED if is_refused else None


def _tell(rows: Sequence[ReadRow], *, is_stored: bool) -> None:
    for row in rows:
        if row.refusal is not None:
            said = _("Row {row}, {audit} {number} {committee}: {reason}")
            told = said.format(**_place(row), reason=word(row.refusal))
            say_wrapped(told, hanging=2)
        elif row.new is not None:
            said = "{audit} {number} {committee}: {verdict}"
            say_wrapped(said.format(**_place(row), verdict=label(row.new.verdict)), hanging=2)
    changed = sum(row.new is not None for row in rows)
    if refused := sum(row.refusal is not None for row in rows):
        said = ngettext(
            "{n} row cannot be read in, so nothing was stored.",
            "{n} rows cannot be read in, so nothing was stored.",
            refused,
        )
        note(said.format(n=refused))
    elif is_stored:
        said = ngettext("{n} verdict is registered.", "{n} verdicts are registered.", changed)
        note(said.format(n=changed))
    else:
        said = ngettext("{n} verdict would be stored.", "{n} verdicts would be stored.", changed)
        note(said.format(n=changed))


def _place(row: ReadRow) -> dict[str, object]:
    return {
        "row": row.row,
        "audit": row.audit,
        "number": row.number,
        "committee": row.committee,
    }


def _row_as_json(row: ReadRow) -> dict[str, object]:
    return {
        **_place(row),
        "verdict": row.new.verdict.value if row.new else None,
        "refusal": word(row.refusal) if row.refusal else None,
    }

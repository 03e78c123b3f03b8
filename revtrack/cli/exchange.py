"""A register's beginning, and case files and sheets in and out."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from revtrack.cli import FINE, REFUSED, sheets
from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened, person_of
from revtrack.cli.frame.output import note, say, say_json, write_bytes
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.database.opening import create_store
from revtrack.services.exchange.exporting import attached_files, export_case_file
from revtrack.services.exchange.importing import ImportReport, OnConflict, import_case_file
from revtrack.services.exchange.sheets.exporting import export_table, export_workbook
from revtrack.services.exchange.sheets.importing import Wanted, import_sheet
from revtrack.services.find import find_audit
from revtrack.services.papers.files import write_all
from revtrack.wording import _, ngettext
from revtrack.wording.labels import record_label

STANDARD = "-"
"""The file name that means standard input or output."""


def init() -> Command:
    """Return the command that makes a register."""
    return Command(
        "init",
        _init,
        [],
        _("What lies there already is never overwritten."),
        ["revtrack init", "revtrack --database revision.db init"],
    )


def _init(start: Start) -> None:
    if start.is_read_only:
        raise RevTrackError(
            "The register is open for reading only, so nothing can be changed. "
            "Open it again without --read-only."
        )
    create_store(start.database, person_of(start)).close()
    note(_("The register {path} is made. It is empty.").format(path=start.database))


def import_() -> Command:
    """Return the command that reads in a case file or a sheet."""
    return Command(
        "import",
        _import,
        [*_file_options(), *_sheet_options(), json_option()],
        _(
            "Case files are described in docs/arendefil.md. In a workbook, columns are known by "
            "their headings, such as Granskning, År, Nämnd, Rek nr, Rekommendation, Svar senast, "
            "Dnr, Status, Åtgärd, Ansvarig and Klart senast; a row is a recommendation to a "
            "committee. All of the file is read in or nothing."
        ),
        [
            "revtrack import eskilstuna_2022.json",
            "revtrack import uppfoljning.xlsx --dry-run",
            'revtrack import lista.xlsx --map "Vem gör vad=Ansvarig" --on-conflict update',
            "revtrack import - --on-conflict update < rättelser.json",
        ],
    )


def _file_options() -> list[click.Parameter]:
    return [
        click.Argument(
            ["file"],
            metavar=_("FILE"),
            help=_(
                "A case file (.json), a workbook (.xlsx) or a table (.csv), or - for "
                "standard input."
            ),
        ),
        click.Option(
            ["--dry-run"], is_flag=True, help=_("Tell what would be done, and change nothing.")
        ),
        click.Option(
            ["--on-conflict"],
            type=click.Choice([choice.value for choice in OnConflict]),
            default=OnConflict.STOP.value,
            show_default=True,
            help=_(
                "Where the file says otherwise than the register: stop, keep what the "
                "register has (skip) or take what the file says (update)."
            ),
        ),
    ]


def _sheet_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--map", "columns"],
            metavar=_("COLUMN=FIELD"),
            multiple=True,
            help=_("What a column of a workbook tells: its heading, and one that is known."),
        ),
        click.Option(
            ["--sheet"],
            metavar=_("SHEET"),
            help=_("The sheet of a workbook that is read; else the one that tells most."),
        ),
        click.Option(
            ["--audit"],
            metavar=_("AUDIT"),
            help=_("The audit of the rows of a workbook that name none."),
        ),
        click.Option(
            ["--municipality"],
            metavar=_("MUNICIPALITY"),
            help=_("The municipality of new audits in a workbook that names none."),
        ),
    ]


@dataclass(frozen=True)
class _Said:
    """How a file is to be read in."""

    file: str
    dry_run: bool
    on_conflict: OnConflict
    as_json: bool


def _import(  # noqa: PLR0913 - the options of the command
    start: Start,
    *,
    file: str,
    dry_run: bool,
    on_conflict: str,
    as_json: bool,
    columns: tuple[str, ...],
    sheet: str | None,
    audit: str | None,
    municipality: str | None,
) -> int:
    said = _Said(file, dry_run, OnConflict(on_conflict), as_json)
    wanted = Wanted(sheet, columns, audit, municipality)
    content, source = _read(file)
    ending = Path(file).suffix.lower()
    if ending in _SHEETS or content.startswith(_ZIP):
        return _import_sheet(start, said, wanted, content, is_table=ending == _TABLE)
    if wanted != Wanted():
        raise UsageError("--map, --sheet, --audit and --municipality are for workbooks and tables.")
    with opened(start) as store:
        report = import_case_file(
            store,
            content,
            source=source,
            on_conflict=said.on_conflict,
            dry_run=dry_run,
            attachments=_files_beside(file),
            why=start.why,
        )
    if as_json:
        say_json(_as_json(report))
    else:
        _tell(report)
    return FINE


_WORKBOOK, _TABLE = ".xlsx", ".csv"
_SHEETS = frozenset({_WORKBOOK, ".xlsm", ".xls", ".ods", _TABLE})
"""Endings of sheets, also of those that are refused with a sentence of what to do."""
_ZIP = b"PK"


def _import_sheet(
    start: Start, said: _Said, wanted: Wanted, content: bytes, *, is_table: bool
) -> int:
    with opened(start) as store:
        report = import_sheet(
            store,
            content,
            source=Path(said.file).name,
            is_table=is_table,
            wanted=wanted,
            on_conflict=said.on_conflict,
            dry_run=said.dry_run,
            why=start.why,
        )
    if said.as_json:
        say_json(sheets.as_json(report))
    else:
        sheets.tell(report)
    is_refused = report.faults or (report.is_stopped and not report.is_dry_run)
    return REFUSED if is_refused else FINE


def _read(file: str) -> tuple[bytes, str]:
    if file == STANDARD:
        return sys.stdin.buffer.read(), _("Standard input")
    return content_of(Path(file)), Path(file).name


def _folder_beside(file: str) -> Path:
    """Return the folder that holds a case file's attached files, each named by its sha-256."""
    return Path(file).with_suffix(".bilagor")


def _files_beside(file: str) -> dict[str, bytes]:
    folder = _folder_beside(file)
    if file == STANDARD or not folder.is_dir():
        return {}
    return {path.name: content_of(path) for path in sorted(folder.iterdir()) if path.is_file()}


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "dry_run": report.is_dry_run,
        "audits": list(report.audits),
        "counts": {name: vars(counts) for name, counts in report.counts.items()},
        "missing_files": list(report.missing_files),
    }


def _tell(report: ImportReport) -> None:
    for name, counts in report.counts.items():
        numbers = (counts.new, counts.changed, counts.unchanged, counts.skipped)
        worded = zip(sheets.fates(is_trial=report.is_dry_run), numbers, strict=True)
        parts = [said.format(n=n) for said, n in worded if n]
        say(f"{sum(numbers)} {record_label(name, sum(numbers))}: {', '.join(parts)}")
    for name in report.missing_files:
        note(_("The attached file {name} is not beside the case file.").format(name=name))
    if report.is_dry_run:
        note(_("Nothing was changed: this was a trial."))


def export() -> Command:
    """Return the command that writes a case file or a sheet."""
    return Command(
        "export",
        _export,
        [
            click.Argument(
                ["file"],
                metavar=_("FILE"),
                help=_(
                    "A new file that ends in .json, .xlsx or .csv, or - for a case file on "
                    "standard output."
                ),
            ),
            click.Option(
                ["--audit"],
                metavar=_("AUDIT"),
                help=_("Only this audit, with what it needs to be read in again."),
            ),
        ],
        _(
            "Attached files are put in a folder beside a case file. In a workbook or a table, "
            "cells can be changed and read in again. What lies there is never overwritten."
        ),
        [
            "revtrack export register.json",
            "revtrack export uppfoljning.xlsx --audit ESK-2022-1",
            "revtrack export - --audit ESK-2022-1 | less",
        ],
    )


def _export(start: Start, file: str, audit: str | None) -> None:
    ending = Path(file).suffix.lower()
    if file != STANDARD and ending in {_WORKBOOK, _TABLE}:
        _export_sheet(start, Path(file), audit)
        return
    if file != STANDARD and ending != ".json":
        raise UsageError(
            "{file} does not end in .json, .xlsx or .csv, the kinds that can be written.",
            file=file,
        )
    with opened(start) as store:
        reference = find_audit(store, audit).reference if audit else None
        content = export_case_file(store, reference)
        attached = attached_files(store, content) if file != STANDARD else {}
    if file == STANDARD:
        write_bytes(sys.stdout, content)
        return
    path = Path(file)
    if attached:
        write_all(_folder_beside(file), attached, is_private=True)
    write_all(path.parent, {path.name: content}, is_private=True)
    note(_("Written: {path}").format(path=path))
    if attached:
        count = len(attached)
        note(
            ngettext("{n} attached file in {path}", "{n} attached files in {path}", count).format(
                n=count, path=_folder_beside(file)
            )
        )


def _export_sheet(start: Start, path: Path, audit: str | None) -> None:
    with opened(start) as store:
        reference = find_audit(store, audit).reference if audit else None
        if path.suffix.lower() == _WORKBOOK:
            content = export_workbook(store, start.today, reference)
        else:
            content = export_table(store, reference)
    write_all(path.parent, {path.name: content}, is_private=True)
    note(_("Written: {path}").format(path=path))

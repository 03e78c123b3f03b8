"""A register's beginning, and case files in and out."""

import sys
from pathlib import Path

import click

from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened, person_of
from revtrack.cli.frame.output import note, say, say_json, write_bytes
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.database.opening import create_store
from revtrack.services.exchange.exporting import attached_files, export_case_file
from revtrack.services.exchange.importing import ImportReport, OnConflict, import_case_file
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
    """Return the command that reads in a case file."""
    return Command(
        "import",
        _import,
        [
            click.Argument(
                ["file"],
                metavar=_("FILE"),
                help=_("A case file (.json), or - for standard input."),
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
            json_option(),
        ],
        _("The format is described in docs/arendefil.md."),
        [
            "revtrack import eskilstuna_2022.json",
            "revtrack import eskilstuna_2022.json --dry-run",
            "revtrack import - --on-conflict update < rättelser.json",
        ],
    )


def _import(start: Start, file: str, dry_run: bool, on_conflict: str, as_json: bool) -> None:
    content, source = _read(file)
    with opened(start) as store:
        report = import_case_file(
            store,
            content,
            source=source,
            on_conflict=OnConflict(on_conflict),
            dry_run=dry_run,
            attachments=_files_beside(file),
            why=start.why,
        )
    if as_json:
        say_json(_as_json(report))
    else:
        _tell(report)


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
        worded = zip(_fates(is_trial=report.is_dry_run), numbers, strict=True)
        parts = [said.format(n=n) for said, n in worded if n]
        say(f"{sum(numbers)} {record_label(name, sum(numbers))}: {', '.join(parts)}")
    for name in report.missing_files:
        note(_("The attached file {name} is not beside the case file.").format(name=name))
    if report.is_dry_run:
        note(_("Nothing was changed: this was a trial."))


def _fates(*, is_trial: bool) -> tuple[str, str, str, str]:
    """Return what becomes of records that are new, changed, the same, and left as they were."""
    same = _("{n} as before")
    if is_trial:
        return _("{n} would be added"), _("{n} would be changed"), same, _("{n} would be kept")
    return _("{n} added"), _("{n} changed"), same, _("{n} kept")


def export() -> Command:
    """Return the command that writes a case file."""
    return Command(
        "export",
        _export,
        [
            click.Argument(
                ["file"],
                metavar=_("FILE"),
                help=_("A new file that ends in .json, or - for standard output."),
            ),
            click.Option(
                ["--audit"],
                metavar=_("AUDIT"),
                help=_("Only this audit, with what it needs to be read in again."),
            ),
        ],
        _("Attached files are put in a folder beside it. What lies there is never overwritten."),
        ["revtrack export register.json", "revtrack export - --audit ESK-2022-1 | less"],
    )


def _export(start: Start, file: str, audit: str | None) -> None:
    if file != STANDARD and Path(file).suffix.lower() != ".json":
        raise UsageError(
            "{file} does not end in .json, the only kind that can be written.", file=file
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

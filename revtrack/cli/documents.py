"""The documents that the register has made: listed, and noted as sent."""

from datetime import date
from pathlib import Path

import click

from revtrack.cli.edited import edits_as_json, tell_edits
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json, say_table
from revtrack.cli.frame.parts import Command, day_option, file_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json
from revtrack.services.papers.issuing import Issued, issue_document
from revtrack.services.papers.listing import DocumentLine, file_state_told, list_documents
from revtrack.wording import _
from revtrack.wording.labels import label

NOTHING = "–"


def documents() -> Command:
    """Return the command that lists made documents."""
    return Command(
        "documents",
        _documents,
        [
            click.Argument(
                ["about"],
                required=False,
                metavar=_("[AUDIT|MUNICIPALITY]"),
                help=_("What they are about; without it all are listed."),
            ),
            click.Option(
                ["--in", "folder"],
                type=click.Path(path_type=Path),
                metavar=_("FOLDER"),
                help=_("Where the files lie; else the folder of the settings, or this one."),
            ),
            json_option(),
        ],
        _(
            "Each with its edition, when it was made, issued and published, and whether its file "
            "lies there unchanged, was edited by hand, is replaced by a later edition, or is gone."
        ),
        ["revtrack documents ESK-2022-1", "revtrack documents Eskilstuna --in missiv --json"],
    )


def _documents(start: Start, about: str | None, folder: Path | None, as_json: bool) -> None:
    with opened(start) as store:
        lines = list_documents(store, folder or start.documents or Path(), about)
    if as_json:
        say_json([_line_as_json(line) for line in lines])
    elif lines:
        headings = [
            _("Document"),
            _("About"),
            _("Edition"),
            _("Made"),
            _("Issued"),
            _("Published"),
            _("File"),
            _("Name of the file"),
        ]
        say_table(headings, [_row(line) for line in lines], wide=0)
    else:
        note(_("No document has been made."))


def _row(line: DocumentLine) -> tuple[str, ...]:
    made = line.document
    return (
        label(made.kind) + (f", {line.committee.name}" if line.committee else ""),
        line.audit.reference if line.audit else line.municipality.name if line.municipality else "",
        str(made.edition),
        made.made_on.isoformat(),
        _day(made.issued_on),
        _day(made.published_on),
        file_state_told(line.state),
        made.file_name,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else NOTHING


def _line_as_json(line: DocumentLine) -> Json:
    made = line.document
    return {
        "kind": made.kind.value,
        "municipality": line.municipality.name if line.municipality else None,
        "audit": line.audit.reference if line.audit else None,
        "committee": line.committee.name if line.committee else None,
        "edition": made.edition,
        "made_on": made.made_on.isoformat(),
        "issued_on": made.issued_on.isoformat() if made.issued_on else None,
        "published_on": made.published_on.isoformat() if made.published_on else None,
        "file": made.file_name,
        "path": str(line.path),
        "state": line.state.value,
        "sha256": made.content_hash,
        "stamp": made.stamp,
    }


def issue() -> Command:
    """Return the command that notes a document as sent."""
    return Command(
        "issue",
        _issue,
        [
            file_argument(_("The document as it was sent; it is only read.")),
            day_option("--on", _("The day it was sent or handed over; else today.")),
            click.Option(
                ["--made-as"],
                metavar=_("NAME"),
                help=_("The name it was made under, where an edited file has another."),
            ),
            json_option(),
        ],
        _(
            "The register knows its own documents by their content. A file edited by hand is noted "
            "as a new edition with its own hash, and what it says otherwise is told."
        ),
        ["revtrack issue missiv.docx --on 2022-12-01"],
    )


def _issue(
    start: Start, *, file: Path, on: date | None, made_as: str | None, as_json: bool
) -> None:
    with opened(start) as store:
        found = issue_document(store, file, on or start.today, start.today, made_as=made_as)
    if as_json:
        say_json(_issued_as_json(found))
        return
    document = found.document
    said = _("{name}, edition {edition}, is noted as issued on {day}.")
    note(said.format(name=document.file_name, edition=document.edition, day=document.issued_on))
    if found.is_edited:
        note(_("It was edited by hand, so it is an edition of its own."))
    if found.edits is not None:
        tell_edits(found.edits)


def _issued_as_json(found: Issued) -> Json:
    document = found.document
    return {
        "kind": document.kind.value,
        "file": document.file_name,
        "edition": document.edition,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "sha256": document.content_hash,
        "is_edited": found.is_edited,
        "differences": edits_as_json(found.edits) if found.edits else None,
    }

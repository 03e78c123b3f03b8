"""Files as they came, kept with an audit or with a reply in it."""

from pathlib import Path
from typing import Any

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, code_option
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.response_entered import line_of
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FileKind, FileStatus, ResponseKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.records import Committee, Response
from revtrack.services import find
from revtrack.services.replies.attach import LARGEST, attach_file, likely_kind, likely_status
from revtrack.services.replies.respond import reply_case_for
from revtrack.wording import _
from revtrack.wording.responses import file_told


def attach() -> Command:
    """Return the command that attaches a file."""
    return Command(
        "attach",
        _attach,
        [
            audit_argument(),
            click.Argument(["file"], metavar=_("FILE"), help=_("The file to keep.")),
            click.Option(
                ["--committee"],
                metavar=_("COMMITTEE"),
                help=_("The committee whose latest reply it belongs to; else the audit's own."),
            ),
            code_option("--kind", FileKind, _("What it is; else as the reply tells")),
            code_option("--status", FileStatus, _("Its standing as a record; else received")),
        ],
        _(
            "The file's bytes are kept with their sha-256; verify tells if one has changed. "
            "A file of the same name is a new version, and the earlier stays."
        ),
        [
            'revtrack attach ESK-2022-1 "KS § 85.pdf" --committee KS',
            "revtrack attach ESK-2022-1 rapport.pdf --kind report --status sent",
        ],
    )


def _attach(start: Start, audit: str, file: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    path = Path(file)
    content = _read(path)
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        response, body = _response(case, start, said)
        kind = FileKind(said["kind"]) if said["kind"] else likely_kind(response)
        entry = made(
            AttachmentEntry,
            audit_id=case.audit.id,
            response_id=response.id if response else None,
            name=path.name,
            kind=kind,
            status=said["status"] or likely_status(case, kind),
        )
        kept = attach_file(store, entry, content)
        versions = file_versions(find.read_case(store, case.audit.id).attachments)
    name = file_told(kept, versions[kept.id])
    if body is None:
        told = _("{name} is kept with {reference}.")
        note(told.format(name=name, reference=case.audit.reference))
    else:
        note(_("{name} is kept with the reply of {committee}.").format(name=name, committee=body))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError("{name} is larger than 50 MB, so it is not taken in.", name=path.name)
        return path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def _response(
    case: AuditCase, start: Start, said: dict[str, Any]
) -> tuple[Response | None, str | None]:
    """Return the reply that the file belongs to and whose it is; None where it is the audit's."""
    if said["committee"] is None:
        return None, None
    body: Committee = find.find_committee(case, said["committee"])
    reply_case_for(case, body)
    responses = line_of(case, body, start.today).responses
    if said["kind"] == FileKind.RESPONSE_DRAFT:
        responses = tuple(each for each in responses if each.kind is ResponseKind.DRAFT)
    if not responses:
        raise RevTrackError(
            "{committee} has sent in nothing that the file could belong to. Register the reply "
            "first, or leave out --committee.",
            committee=body.name,
        )
    return responses[-1], body.name

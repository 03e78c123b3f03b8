"""Answer forms, out and back: ``form make`` and ``form read``."""

from datetime import date
from pathlib import Path

import click

from revtrack.cli.edited import edits_of_each, produced_as_json, tell_beside
from revtrack.cli.frame.entered import complaints_told
from revtrack.cli.frame.files import content_of
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import (
    Command,
    audit_argument,
    day_option,
    file_argument,
    json_option,
    out_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.replies import form_view, status_view
from revtrack.domain.codes import DocumentKind
from revtrack.domain.records import Response
from revtrack.services import find
from revtrack.services.papers.produce import produce
from revtrack.services.replies.forms import Filing, as_filed, file_form
from revtrack.services.replies.returned_forms import read_returned
from revtrack.services.replies.status_forms import StatusProposal
from revtrack.wording import _

WORD, EXCEL = ".docx", ".xlsx"


def form_make() -> Command:
    """Return the command that makes answer forms."""
    return Command(
        "form make",
        _make,
        [
            audit_argument(),
            click.Argument(
                ["committee"],
                required=False,
                metavar=_("[COMMITTEE]"),
                help=_("For one committee; else one for each that is asked to reply."),
            ),
            click.Option(
                ["--excel"], is_flag=True, help=_("As workbooks (.xlsx) instead of Word (.docx).")
            ),
            out_option(),
            json_option(),
        ],
        _(
            "A committee fills it in with Word, LibreOffice or Excel and sends it back by mail. "
            "The files' paths are printed."
        ),
        [
            "revtrack form make ESK-2022-1 --out formular",
            "revtrack form make ESK-2022-1 KFN --excel",
        ],
    )


def _make(
    start: Start,
    *,
    audit: str,
    committee: str | None,
    excel: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee) if committee else None
        made = produce(
            store,
            DocumentKind.RESPONSE_FORM,
            case.audit.id,
            start.today,
            out or start.documents or Path(),
            committee_id=body.id if body else None,
            formats=(EXCEL if excel else WORD,),
        )
        edits = edits_of_each(store, made, case.audit.id)
    if as_json:
        say_json([produced_as_json(*each) for each in zip(made, edits, strict=True)])
        return
    for each, its_edits in zip(made, edits, strict=True):
        say(str(each.path))
        tell_beside(each, its_edits)
        if not each.is_new:
            said = _("{name} lay there already with the same content.")
            note(said.format(name=each.path.name))


def form_read() -> Command:
    """Return the command that reads a form that came back."""
    return Command(
        "form read",
        _read,
        [
            file_argument(_("The form as it came back, .docx or .xlsx.")),
            click.Option(
                ["--dry-run"], is_flag=True, help=_("Show what it says, and file nothing.")
            ),
            click.Option(
                ["--into"], metavar=_("AUDIT"), help=_("Refuse it unless it belongs to this audit.")
            ),
            day_option("--received", _("The day it reached the auditors; else today.")),
            click.Option(
                ["--draft"], is_flag=True, help=_("It is the officials' draft, not a decision.")
            ),
            click.Option(
                ["--accept-part"],
                is_flag=True,
                help=_("File what there is, though recommendations are not answered in it."),
            ),
            click.Option(
                ["--replaces"], is_flag=True, help=_("It takes the earlier reply's place.")
            ),
            click.Option(["--supplement"], is_flag=True, help=_("It adds to the earlier reply.")),
            json_option(),
        ],
        _(
            "What it says is shown row by row, and each answer is filed on its recommendation with "
            "the file itself. The form itself says which audit and committee it belongs to."
        ),
        [
            "revtrack form read svar.docx --dry-run",
            "revtrack form read svar.docx --received 2023-03-24",
            "revtrack form read svar.xlsx --accept-part",
            "revtrack form read svar.docx --replaces",
        ],
    )


def _read(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    file: Path,
    dry_run: bool,
    into: str | None,
    received: date | None,
    draft: bool,
    accept_part: bool,
    replaces: bool,
    supplement: bool,
    as_json: bool,
) -> None:
    content = content_of(file)
    filing = Filing(
        received_on=received or start.today,
        is_draft=draft,
        replaces=replaces,
        supplements=supplement,
        accepts_part=accept_part,
    )
    with opened(start) as store, complaints_told():
        audit_id = find.find_audit(store, into).id if into else None
        read = read_returned(store, file.name, content, start.today, audit_id=audit_id)
        if isinstance(read, StatusProposal):
            status_view.take_in(start, store, read, filing, dry_run=dry_run, as_json=as_json)
            return
        proposal = as_filed(read, filing, start.today)
        if not as_json:
            form_view.show(proposal.reading)
        response: Response | None = None
        try:
            if not dry_run:
                response = file_form(store, read, filing, start.today)
        finally:  # also where it is not filed: what it says is what the refusal is about
            if as_json:
                say_json(form_view.as_json(proposal, response))
    if not as_json:
        form_view.tell(proposal, response)

"""Letters, tables and reports, made from what the register holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from revtrack.cli.edited import edits_of_each, produced_as_json, tell_beside
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import (
    Command,
    day_option,
    json_option,
    out_option,
    year_option,
)
from revtrack.cli.frame.start import Start
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.services import find
from revtrack.services.papers.makers import MAKERS
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, OF_THE_REGISTER
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.services.papers.register import produce_watch_list
from revtrack.services.papers.remarks import remarks_on
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

TOLD = 8
"""So many of the things to look at are told with a document; all of them by ``revtrack check``."""


def document() -> Command:
    """Return the command that makes a document."""
    return Command(
        "document",
        _document,
        [*_arguments(), *_options(), json_option()],
        _(
            "The files' paths are printed. A file that lies there is never overwritten: what has "
            "changed becomes a new version beside it."
        )
        + "\n\n"
        + _("About an audit:")
        + "\n\n\b\n"
        + _kinds(MAKERS)
        + "\n\n"
        + _("About a municipality:")
        + "\n\n\b\n"
        + _kinds(MUNICIPAL),
        [
            "revtrack document cover-letter ESK-2022-1",
            "revtrack document cover-letter ESK-2022-1 --per-committee --out missiv",
            "revtrack document recommendation-table ESK-2022-1 --working",
            "revtrack document follow-up-report ESK-2022-1 --pdf",
        ],
    )


def _arguments() -> list[click.Parameter]:
    return [
        click.Argument(
            ["kind"],
            type=click.Choice([kind.value for kind in (*MAKERS, *MUNICIPAL)]),
            metavar=_("KIND"),
            help=_("What is made; see above."),
        ),
        click.Argument(
            ["subject"],
            required=False,
            metavar=_("[AUDIT|MUNICIPALITY]"),
            help=_(
                "Reference of the audit, or a part of its title that fits no other; for what "
                "is about a municipality its name, unless only one is registered."
            ),
        ),
    ]


def _options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--committee"],
            metavar=_("COMMITTEE"),
            help=_("For one committee, with only its own recommendations."),
        ),
        click.Option(
            ["--per-committee"],
            is_flag=True,
            help=_("One for each committee, not one for all."),
        ),
        click.Option(
            ["--working"],
            is_flag=True,
            help=_("The working version: also what the letter left out of the report."),
        ),
        out_option(),
        year_option(),
        click.Option(
            ["--pdf"],
            is_flag=True,
            help=_("Each Word document as PDF too, by the LibreOffice that is installed."),
        ),
        day_option("--since", _("The day from which news is told, itself included.")),
    ]


def _kinds(kinds: Iterable[DocumentKind]) -> str:
    return "\n".join(f"{kind.value:<22} {label(kind)}" for kind in kinds)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What is said of the document besides its kind and whom it is about."""

    committee: str | None
    per_committee: bool
    working: bool
    out: Path | None
    year: int | None
    since: date | None
    pdf: bool


def _document(start: Start, *, kind: str, subject: str | None, as_json: bool, **said: Any) -> None:  # noqa: ANN401 - the options of either way
    chosen = DocumentKind(kind)
    about = _about_municipality if chosen in MUNICIPAL else _about_audit
    with opened(start) as store:
        made, remarks = about(start, store, chosen, subject, _Said(**said))
        is_of_audit = chosen not in MUNICIPAL and subject is not None
        audit_id = find.find_audit(store, subject).id if is_of_audit and subject else None
        edits = edits_of_each(store, made, audit_id)
    if as_json:
        say_json([produced_as_json(*each) for each in zip(made, edits, strict=True)])
    else:
        for each in made:
            say(str(each.path))
        for pair in zip(made, edits, strict=True):
            tell_beside(*pair)
    _tell(made, remarks)


Outcome = tuple[tuple[Produced, ...], Sequence[str]]
"""What was made, and what in it is to be looked at."""


def _about_audit(
    start: Start, store: Store, kind: DocumentKind, subject: str | None, said: _Said
) -> Outcome:
    if said.committee and said.per_committee:
        raise UsageError("Choose one of --committee and --per-committee.")
    if subject is None:
        raise UsageError("Say which audit it is: its reference, or a part of its title.")
    if said.year is not None or said.since is not None:
        raise UsageError("{kind} is about one audit; --year and --since do not apply.", kind=kind)
    case = find.read_case(store, find.find_audit(store, subject).id)
    body = find.find_committee(case, said.committee) if said.committee else None
    made = produce(
        store,
        kind,
        case.audit.id,
        start.today,
        said.out or start.documents or Path(),
        committee_id=body.id if body else None,
        per_committee=said.per_committee,
        working=said.working,
        pdf=said.pdf,
    )
    return made, remarks_on(store, kind, case, made, body.id if body else None, start.today)


def _about_municipality(
    start: Start, store: Store, kind: DocumentKind, subject: str | None, said: _Said
) -> Outcome:
    if said.per_committee or said.working:
        raise UsageError(
            "{kind} is about a municipality; --per-committee and --working do not apply.", kind=kind
        )
    if kind in OF_THE_REGISTER and find.find_municipality_or_all(store, subject) is None:
        return _about_the_register(start, store, kind, said), ()
    municipality = find.find_municipality(store, subject)
    named = said.committee
    made = produce_municipal(
        store,
        kind,
        municipality,
        start.today,
        said.out or start.documents or Path(),
        committee=find.committee_in(store, municipality, named) if named else None,
        year=said.year,
        since=said.since,
        pdf=said.pdf,
    )
    return made, ()


def _about_the_register(
    start: Start, store: Store, kind: DocumentKind, said: _Said
) -> tuple[Produced, ...]:
    if any(each is not None for each in (said.committee, said.year, said.since)):
        raise UsageError(
            "{kind} of the whole register is made of all; --committee, --year and --since do not "
            "apply.",
            kind=kind,
        )
    return produce_watch_list(store, start.today, said.out or start.documents or Path())


def _tell(made: tuple[Produced, ...], remarks: Sequence[str]) -> None:
    """Tell which files lay there already, and what of the document itself is to be looked at."""
    for each in made:
        if not each.is_new:
            said = _("{name} lay there already with the same content.")
            note(said.format(name=each.path.name))
    if remarks:
        said = ngettext("{n} thing in it to look at:", "{n} things in it to look at:", len(remarks))
        note(said.format(n=len(remarks)))
        for remark in remarks[:TOLD]:
            note(f"  {remark}")
        if len(remarks) > TOLD:
            said = _("  … and {n} more; revtrack check lists them all.")
            note(said.format(n=len(remarks) - TOLD))

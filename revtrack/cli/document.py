"""Letters, tables and reports, made from what the register holds."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from revtrack.cli.edited import edits_of_each, produced_as_json, tell_beside
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import Command, day_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.checks import Problem
from revtrack.domain.checks.due_days import said_once
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.services import find
from revtrack.services.checking import check_audit, concerning
from revtrack.services.papers.makers import MAKERS
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL, OF_THE_REGISTER
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.services.papers.register import produce_watch_list
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

TOLD = 8
"""So many of the things to look at are told with a document; all of them by ``revtrack check``."""


def document() -> Command:
    """Return the command that makes a document."""
    return Command(
        "document",
        _document,
        [
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
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path),
                metavar=_("FOLDER"),
                help=_("Where it is written; else the folder of the settings, or this one."),
            ),
            click.Option(
                ["--year"],
                type=int,
                metavar=_("YEAR"),
                help=_("The audit year that it is about."),
            ),
            click.Option(
                ["--pdf"],
                is_flag=True,
                help=_("Each Word document as PDF too, by the LibreOffice that is installed."),
            ),
            day_option("--since", _("The day from which news is told, itself included.")),
            json_option(),
        ],
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


def _kinds(kinds: Iterable[DocumentKind]) -> str:
    return "\n".join(f"{kind.value:<22} {label(kind)}" for kind in kinds)


def _document(start: Start, *, kind: str, subject: str | None, as_json: bool, **said: Any) -> None:  # noqa: ANN401 - the options of either way
    chosen = DocumentKind(kind)
    with opened(start) as store:
        if chosen in MUNICIPAL:
            made, problems = _about_municipality(start, store, chosen, subject, **said)
        else:
            made, problems = _about_audit(start, store, chosen, subject, **said)
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
    _tell(made, problems)


Outcome = tuple[tuple[Produced, ...], Sequence[Problem]]


def _about_audit(  # noqa: PLR0913 - one argument for each option
    start: Start,
    store: Store,
    kind: DocumentKind,
    subject: str | None,
    *,
    committee: str | None,
    per_committee: bool,
    working: bool,
    out: Path | None,
    year: int | None,
    since: date | None,
    pdf: bool,
) -> Outcome:
    if committee and per_committee:
        raise UsageError("Choose one of --committee and --per-committee.")
    if subject is None:
        raise UsageError("Say which audit it is: its reference, or a part of its title.")
    if year is not None or since is not None:
        raise UsageError("{kind} is about one audit; --year and --since do not apply.", kind=kind)
    case = find.read_case(store, find.find_audit(store, subject).id)
    body = find.find_committee(case, committee) if committee else None
    made = produce(
        store,
        kind,
        case.audit.id,
        start.today,
        out or start.documents or Path(),
        committee_id=body.id if body else None,
        per_committee=per_committee,
        working=working,
        pdf=pdf,
    )
    problems = check_audit(store, case.audit.id, start.today)
    about_it = concerning(problems, kind, body.id if body else None)
    return made, tuple(said_once(each for each in about_it if each.is_serious))


def _about_municipality(  # noqa: PLR0913 - one argument for each option
    start: Start,
    store: Store,
    kind: DocumentKind,
    subject: str | None,
    *,
    committee: str | None,
    per_committee: bool,
    working: bool,
    out: Path | None,
    year: int | None,
    since: date | None,
    pdf: bool,
) -> Outcome:
    if per_committee or working:
        raise UsageError(
            "{kind} is about a municipality; --per-committee and --working do not apply.", kind=kind
        )
    if kind in OF_THE_REGISTER and find.find_municipality_or_all(store, subject) is None:
        return _about_the_register(start, store, kind, out, *(committee, year, since)), ()
    municipality = find.find_municipality(store, subject)
    made = produce_municipal(
        store,
        kind,
        municipality,
        start.today,
        out or start.documents or Path(),
        committee=find.committee_in(store, municipality, committee) if committee else None,
        year=year,
        since=since,
        pdf=pdf,
    )
    return made, ()


def _about_the_register(
    start: Start, store: Store, kind: DocumentKind, out: Path | None, *narrowed: object
) -> tuple[Produced, ...]:
    if any(each is not None for each in narrowed):
        raise UsageError(
            "{kind} of the whole register is made of all; --committee, --year and --since do not "
            "apply.",
            kind=kind,
        )
    return produce_watch_list(store, start.today, out or start.documents or Path())


def _tell(made: tuple[Produced, ...], problems: Sequence[Problem]) -> None:
    """Tell which files lay there already, and what of the document itself is to be looked at."""
    for each in made:
        if not each.is_new:
            said = _("{name} lay there already with the same content.")
            note(said.format(name=each.path.name))
    if problems:
        said = ngettext(
            "{n} thing in it to look at:", "{n} things in it to look at:", len(problems)
        )
        note(said.format(n=len(problems)))
        for problem in problems[:TOLD]:
            note(f"  {label(problem.severity)}: {word_problem(problem)}")
        if len(problems) > TOLD:
            said = _("  … and {n} more; revtrack check lists them all.")
            note(said.format(n=len(problems) - TOLD))

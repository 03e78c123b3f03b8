"""Letters, tables and reports, made from what the register holds."""

from collections.abc import Sequence
from pathlib import Path

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import Command, audit_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.checks import Problem
from revtrack.domain.checks.due_days import said_once
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.services import find
from revtrack.services.checking import check_audit, concerning
from revtrack.services.papers.makers import MAKERS
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.produce import produce
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label


def document() -> Command:
    """Return the command that makes a document."""
    return Command(
        "document",
        _document,
        [
            click.Argument(
                ["kind"],
                type=click.Choice([kind.value for kind in MAKERS]),
                metavar=_("KIND"),
                help=_("What is made; see above."),
            ),
            audit_argument(),
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
            json_option(),
        ],
        _(
            "The files' paths are printed. A file that lies there is never overwritten: what has "
            "changed becomes a new version beside it."
        )
        + "\n\n\b\n"
        + "\n".join(f"{kind.value:<22} {label(kind)}" for kind in MAKERS),
        [
            "revtrack document cover-letter ESK-2022-1",
            "revtrack document cover-letter ESK-2022-1 --per-committee --out missiv",
            "revtrack document recommendation-table ESK-2022-1 --working",
        ],
    )


def _document(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    kind: str,
    audit: str,
    committee: str | None,
    per_committee: bool,
    working: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    if committee and per_committee:
        raise UsageError("Choose one of --committee and --per-committee.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee) if committee else None
        made = produce(
            store,
            DocumentKind(kind),
            case.audit.id,
            start.today,
            out or start.documents or Path(),
            committee_id=body.id if body else None,
            per_committee=per_committee,
            working=working,
        )
        problems = check_audit(store, case.audit.id, start.today)
    if as_json:
        say_json([_as_json(each) for each in made])
    else:
        for each in made:
            say(str(each.path))
    about_it = concerning(problems, DocumentKind(kind), body.id if body else None)
    _tell(made, said_once(each for each in about_it if each.is_serious))


def _as_json(made: Produced) -> dict[str, object]:
    return {
        "kind": made.kind.value,
        "path": str(made.path),
        "committee": made.committee.name if made.committee else None,
        "is_new": made.is_new,
    }


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
        for problem in problems:
            note(f"  {label(problem.severity)}: {word_problem(problem)}")

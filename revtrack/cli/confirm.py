"""What the checks find and a person holds to be as intended."""

import click

from revtrack.cli.frame.entered import complaints_told
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import UsageError
from revtrack.services import checking, find
from revtrack.wording import _, word_problem


def confirm() -> Command:
    """Return the command that confirms what the checks have found."""
    return Command(
        "confirm",
        _confirm,
        [
            audit_argument(),
            click.Argument(
                ["problem"],
                metavar=_("POINT"),
                help=_("Its key, as check prints it, or its code alone where only one has it."),
            ),
            click.Option(
                ["--committee"], metavar=_("COMMITTEE"), help=_("Only what is about this one.")
            ),
            click.Option(
                ["--recommendation"],
                metavar=_("NUMBER"),
                help=_("Only what is about this recommendation."),
            ),
            click.Option(["--why"], metavar="TEXT", help=_("The reason, which is kept.")),
        ],
        _(
            "It is no longer counted as something to look at; it can still be seen, with the "
            "reason."
        ),
        [
            'revtrack confirm ESK-2022-1 not_addressed:R6:GSN --why "Besvaras i nytt svar"',
            'revtrack confirm ESK-2022-1 omitted_from_letter --why "Revisorernas beslut"',
        ],
    )


def _confirm(
    start: Start,
    *,
    audit: str,
    problem: str,
    committee: str | None,
    recommendation: str | None,
    why: str | None,
) -> None:
    reason = why or start.why
    if reason is None:
        raise UsageError("Say why it is as intended, with --why.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        problems = checking.check_audit(store, case.audit.id, start.today)
        body = find.find_committee(case, committee) if committee else None
        found = checking.find_problem(problems, problem, body, recommendation)
        with complaints_told():
            checking.confirm(store, case.audit.id, found, reason, start.today)
    note(_("Confirmed as intended: {problem}").format(problem=word_problem(found)))

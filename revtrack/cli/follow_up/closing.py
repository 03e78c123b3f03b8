"""Closes recommendations with outcome and reason, and opens them again."""

from datetime import date

import click

from revtrack.cli.follow_up.chosen import (
    chosen_lines,
    committees_argument,
    named,
    numbers_argument,
)
from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.codes import Outcome, Solved
from revtrack.domain.errors import UsageError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.closing import Closing
from revtrack.services import find
from revtrack.services.follow_up import closing
from revtrack.wording import _
from revtrack.wording.labels import label

OUTCOMES = [outcome.value for outcome in Outcome if outcome is not Outcome.MERGED]


class OutcomeType(click.Choice[str]):
    """An outcome by its code, written with either sign between its words."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the code."""
        return str(super().convert(str(value).replace("-", "_"), param, ctx))


def close() -> Command:
    """Return the command that closes recommendations."""
    return Command(
        "follow-up close",
        _close,
        [
            audit_argument(),
            numbers_argument(),
            committees_argument(),
            click.Option(
                ["--outcome"],
                type=OutcomeType(OUTCOMES),
                required=True,
                metavar=_("CODE"),
                help="{} ({})".format(_("How it ended"), ", ".join(OUTCOMES)),
            ),
            click.Option(["--reason"], metavar="TEXT", help=_("Why it is closed; always needed.")),
            day_option("--on", _("The day it was closed; else today.")),
            click.Option(
                ["--solved"],
                type=click.Choice(["yes", "no", "not-stated"]),
                help=_(
                    "Whether the problem behind it is solved; else as the verdict says. "
                    "not-stated only where the letter is more than three years old."
                ),
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_(
                    "Close it though actions are open or the verdict says otherwise; the reason "
                    "says why."
                ),
            ),
        ],
        _(
            "Carried out is closed only where no action is open and somebody has said whether the "
            "problem is solved. Several numbers are closed together, all or none."
        ),
        [
            "revtrack follow-up close ALV-2023-2 R3 --outcome implemented --reason Klart",
            "revtrack follow-up close ALV-2023-2 R1,R2 --outcome not-implemented --reason …",
        ],
    )


def _close(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    numbers: str,
    committee: str | None,
    outcome: str,
    reason: str | None,
    on: date | None,
    solved: str | None,
    force: bool,
) -> None:
    if not (reason or "").strip():
        raise UsageError("Say why it is closed (--reason); the reason is kept and printed.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        lines = _open_ones(chosen_lines(case, numbers, committee))
        entry = made(
            Closing,
            outcome=outcome,
            reason=reason,
            closed_on=on or start.today,
            solved=Solved(solved.replace("-", "_")) if solved else None,
            is_forced=force,
        )
        closing.close(store, [line.addressee.id for line in lines], entry, start.today)
    note(
        _("Closed as {outcome}: {recommendations}.").format(
            outcome=label(entry.outcome).lower(), recommendations=named(lines)
        )
    )


def _open_ones(lines: tuple[AddresseeLine, ...]) -> tuple[AddresseeLine, ...]:
    """Return those that are open, where several committees are meant; else all, to be refused."""
    return tuple(line for line in lines if line.addressee.outcome is None) or lines


def reopen() -> Command:
    """Return the command that opens closed recommendations again."""
    return Command(
        "follow-up reopen",
        _reopen,
        [
            audit_argument(),
            numbers_argument(),
            committees_argument(),
            click.Option(["--reason"], metavar="TEXT", help=_("Why it is opened; always needed.")),
        ],
        _("How and why it was closed stays in the history."),
        ['revtrack follow-up reopen ALV-2022-1 R1 KS --reason "Riktlinjerna har upphört"'],
    )


def _reopen(
    start: Start, *, audit: str, numbers: str, committee: str | None, reason: str | None
) -> None:
    if not (reason or "").strip():
        raise UsageError("Say why it is opened again (--reason); the reason is kept and printed.")
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        chosen = chosen_lines(case, numbers, committee)
        lines = tuple(line for line in chosen if line.addressee.outcome is not None) or chosen
        closing.reopen(store, [line.addressee.id for line in lines], reason or "")
    note(_("Open again: {recommendations}.").format(recommendations=named(lines)))

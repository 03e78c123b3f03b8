"""Begins a follow-up of earlier audits."""

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say
from revtrack.cli.frame.parts import Command, year_option
from revtrack.cli.frame.start import Start
from revtrack.services import find
from revtrack.services.follow_up.starting import FollowUpEntry, open_lines, start_follow_up
from revtrack.wording import _, ngettext


def start() -> Command:
    """Return the command that begins a follow-up."""
    return Command(
        "follow-up start",
        _start,
        [
            click.Argument(
                ["title"],
                required=False,
                metavar=_("[TITLE]"),
                help=_("What it is called; else it is named after the earlier audits."),
            ),
            click.Option(
                ["--of", "followed"],
                multiple=True,
                required=True,
                metavar=_("AUDIT"),
                help=_("An earlier audit that it goes back to; may be given several times."),
            ),
            click.Option(
                ["--reference"], metavar="TEXT", help=_("Its reference; else the next free one.")
            ),
            year_option(_("The audit year; else this year.")),
            click.Option(
                ["--firm"], metavar="TEXT", help=_("The firm that follows up, if one does.")
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Begin it though another follow-up of the audit is under way."),
            ),
        ],
        _(
            "It gathers what is open in them, also where another committee answers for it now or "
            "another firm made the audit. Its reference is printed."
        ),
        [
            "revtrack follow-up start --of ALV-2023-1 --of ALV-2023-2",
            'revtrack follow-up start "Uppföljning 2026" --of ALV-2023-1 --firm "Byrån AB"',
        ],
    )


def _start(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    title: str | None,
    followed: tuple[str, ...],
    reference: str | None,
    year: int | None,
    firm: str | None,
    force: bool,
) -> None:
    with opened(start) as store:
        cases = [find.read_case(store, find.find_audit(store, each).id) for each in followed]
        entry = made(
            FollowUpEntry,
            followed_ids=tuple(case.audit.id for case in cases),
            title=title,
            reference=reference,
            audit_year=year,
            firm=firm,
            is_forced=force,
        )
        audit = start_follow_up(store, entry, start.today)
    say(audit.reference)
    count = sum(len(open_lines(case)) for case in cases)
    said = ngettext(
        "{title}: {n} open recommendation, counted per committee.",
        "{title}: {n} open recommendations, counted per committee.",
        count,
    )
    note(said.format(title=audit.title, n=count))

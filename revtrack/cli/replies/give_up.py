"""A reply that never came: the auditors stop waiting for it."""

from datetime import date

import click

from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note as tell
from revtrack.cli.frame.parts import Command, audit_argument, committee_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.records import NewReplyCaseNote
from revtrack.services import find
from revtrack.services.replies.respond import reply_case_for
from revtrack.services.replies.review import give_up as stop_waiting
from revtrack.wording import _


def give_up() -> Command:
    """Return the command that gives a reply up."""
    return Command(
        "give-up",
        _give_up,
        [
            audit_argument(),
            committee_argument(),
            click.Option(
                ["--note"],
                required=True,
                metavar="TEXT",
                help=_("Why, and what is done instead; it stays in the reply case."),
            ),
            day_option("--on", _("The day it was decided; else today.")),
        ],
        _("The reply is no longer late or awaited. If it comes all the same, register it."),
        ['revtrack give-up ESK-2022-1 SOCN --note "Tas upp med fullmäktiges presidium."'],
    )


def _give_up(start: Start, audit: str, committee: str, note: str, on: date | None) -> None:
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        new = made(
            NewReplyCaseNote,
            reply_case_id=reply_case_for(case, body).id,
            noted_on=on or start.today,
            text=note,
        )
        stop_waiting(store, new, start.today)
    said = _("No reply from {committee} is awaited any longer.")
    tell(said.format(committee=body.name))

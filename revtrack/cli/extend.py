"""More time for a reply: asked for, granted or refused."""

from datetime import date

import click

from revtrack.cli.entered import made
from revtrack.cli.opened import opened
from revtrack.cli.output import note
from revtrack.cli.parts import Command, audit_argument, committee_argument, day_option
from revtrack.cli.start import Start
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Extension, NewExtension
from revtrack.services import find, respond
from revtrack.wording import _
from revtrack.wording.words import capitalise_first


def extend() -> Command:
    """Return the command that registers more time."""
    return Command(
        "extend",
        _extend,
        [
            audit_argument(),
            committee_argument(),
            day_option("--to", _("The new day to reply by."), required=True),
            click.Option(
                ["--requested"], is_flag=True, help=_("Only asked for; the day is not moved yet.")
            ),
            click.Option(["--refused"], is_flag=True, help=_("Refused; the day is not moved.")),
            day_option("--asked", _("The day it was asked for.")),
            day_option("--decided", _("The day it was decided.")),
            click.Option(["--by"], metavar="TEXT", help=_("The function that decided.")),
            click.Option(["--reason"], metavar="TEXT", help=_("Why more time is needed.")),
        ],
        _("It is granted unless another thing is said. The original day is kept beside it."),
        [
            "revtrack extend ESK-2022-1 KFN --to 2023-03-24",
            "revtrack extend ESK-2022-1 KFN --to 2023-03-24 --requested --asked 2023-03-01",
        ],
    )


def _extend(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    audit: str,
    committee: str,
    to: date,
    requested: bool,
    refused: bool,
    asked: date | None,
    decided: date | None,
    by: str | None,
    reason: str | None,
) -> None:
    decision = _decision(requested=requested, refused=refused)
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        new = made(
            NewExtension,
            reply_case_id=respond.reply_case_for(case, body).id,
            new_due_on=to,
            decision=decision,
            asked_on=asked,
            decided_on=decided,
            decided_by=by,
            reason=reason,
        )
        stored = respond.extend(store, case.audit.id, new)
    note(_told(stored).format(committee=capitalise_first(body.name), day=to))


def _decision(*, requested: bool, refused: bool) -> ExtensionDecision:
    if requested and refused:
        raise UsageError("Choose one of --requested and --refused.")
    if requested:
        return ExtensionDecision.REQUESTED
    return ExtensionDecision.REFUSED if refused else ExtensionDecision.GRANTED


def _told(extension: Extension) -> str:
    match extension.decision:
        case ExtensionDecision.GRANTED:
            return _("{committee} has time until {day}.")
        case ExtensionDecision.REQUESTED:
            return _("{committee} asks for time until {day}; the day is not moved yet.")
        case ExtensionDecision.REFUSED:
            return _("{committee} was refused time until {day}; the day stands.")

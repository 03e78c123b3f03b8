"""More time for a reply: asked for, and then granted or refused."""

from datetime import date
from typing import Any

import click

from revtrack.cli.frame.entered import complaints_told, made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, committee_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.domain.records import Committee, Extension, NewExtension
from revtrack.services import find
from revtrack.services.registering.due_days import doubts_of_extension
from revtrack.services.replies import extensions, respond
from revtrack.storage.store import Store
from revtrack.wording import _, word_problem
from revtrack.wording.words import capitalise_first

DECIDING = {"grant": ExtensionDecision.GRANTED, "refuse": ExtensionDecision.REFUSED}
"""The options that decide on a request that is registered."""

REGISTERING = {"requested": ExtensionDecision.REQUESTED, "refused": ExtensionDecision.REFUSED}
"""The options that say what is registered anew; without any it is granted."""


def extend() -> Command:
    """Return the command that registers more time, or decides on a request for it."""
    return Command(
        "extend",
        _extend,
        [
            audit_argument(),
            committee_argument(),
            day_option("--to", _("The new day to reply by; of a request, the day granted.")),
            click.Option(
                ["--requested"], is_flag=True, help=_("Only asked for; the day is not moved yet.")
            ),
            click.Option(["--refused"], is_flag=True, help=_("Refused; the day is not moved.")),
            click.Option(
                ["--grant"], is_flag=True, help=_("Grant what was asked for; the day is moved.")
            ),
            click.Option(["--refuse"], is_flag=True, help=_("Refuse what was asked for.")),
            day_option("--asked", _("The day it was asked for.")),
            day_option("--decided", _("The day it was decided.")),
            click.Option(["--by"], metavar="TEXT", help=_("The function that decided.")),
            click.Option(["--reason"], metavar="TEXT", help=_("Why more time is needed.")),
        ],
        _(
            "It is granted unless another thing is said. What was asked for with --requested is "
            "decided later with --grant or --refuse, of the latest request. The original day is "
            "kept beside it."
        ),
        [
            "revtrack extend ESK-2022-1 KFN --to 2023-03-24",
            "revtrack extend ESK-2022-1 KS --to 2023-04-03 --requested",
            'revtrack extend ESK-2022-1 KS --grant --by "revisorerna"',
        ],
    )


def _extend(start: Start, *, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401
    choice = _choice(said)
    stated = {
        "new_due_on": said["to"],
        "asked_on": said["asked"],
        "decided_on": said["decided"],
        "decided_by": said["by"],
        "reason": said["reason"],
    }
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        if choice in DECIDING:
            stored = _decided(store, case, body, {**stated, "decision": DECIDING[choice]})
        else:
            decision = REGISTERING.get(choice, ExtensionDecision.GRANTED)
            stored = _registered(store, case, body, {**stated, "decision": decision}, start.today)
    note(_told(stored).format(committee=capitalise_first(body.name), day=stored.new_due_on))


def _choice(said: dict[str, Any]) -> str:
    chosen = [name for name in (*REGISTERING, *DECIDING) if said[name]]
    if len(chosen) > 1:
        raise UsageError("Choose one of {options}.", options=[f"--{name}" for name in chosen])
    choice = chosen[0] if chosen else ""
    if said["to"] is None and choice not in DECIDING:
        raise UsageError("Say until which day, with --to.")
    return choice


def _registered(
    store: Store, case: AuditCase, body: Committee, fields: dict[str, Any], today: date
) -> Extension:
    reply_case = respond.reply_case_for(case, body)
    new = made(NewExtension, reply_case_id=reply_case.id, **fields)
    stored = extensions.extend(store, case.audit.id, new)
    if new.decision is not ExtensionDecision.REFUSED:
        _warn(case, body, new.new_due_on, today)
    return stored


def _decided(store: Store, case: AuditCase, body: Committee, fields: dict[str, Any]) -> Extension:
    reply_case = respond.reply_case_for(case, body)
    lines = reply_lines(case, date.max)
    request = next(line.requested for line in lines if line.reply_case.id == reply_case.id)
    if request is None:
        raise RevTrackError(
            "{committee} has asked for no more time that is not decided.", committee=body.name
        )
    with complaints_told():
        return extensions.decide_extension(store, case.audit.id, request.id, fields)


def _warn(case: AuditCase, body: Committee, day: date, today: date) -> None:
    for problem in doubts_of_extension(case, body, day, today):
        note(word_problem(problem))


def _told(extension: Extension) -> str:
    match extension.decision:
        case ExtensionDecision.GRANTED:
            return _("{committee} has time until {day}.")
        case ExtensionDecision.REQUESTED:
            return _("{committee} asks for time until {day}; the day is not moved yet.")
        case ExtensionDecision.REFUSED:
            return _("{committee} was refused time until {day}; the day stands.")

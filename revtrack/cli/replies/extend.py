"""More time for a reply: asked for, and then granted or refused; and corrected."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from revtrack.cli.frame.entered import complaints_told, made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import Command, audit_argument, committee_argument, day_option
from revtrack.cli.frame.start import Start
from revtrack.cli.replies.reply_chain import note_letter
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, ExtensionDecision
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
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

DAY_UNKNOWN = "decided_day_unknown"
Said = Mapping[str, Any]
"""The options by name, as click gives them."""


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
            click.Option(
                ["--correct"],
                is_flag=True,
                help=_("Correct what was registered last; the history keeps what stood."),
            ),
            day_option("--asked", _("The day it was asked for.")),
            day_option(
                "--decided", _("The day it was decided; else today, if the new day lies ahead.")
            ),
            click.Option(
                ["--decided-day-unknown"],
                is_flag=True,
                help=_("It is decided, but the day is not stated."),
            ),
            click.Option(["--by"], metavar="TEXT", help=_("The function that decided.")),
            click.Option(["--reason"], metavar="TEXT", help=_("Why more time is needed.")),
        ],
        _(
            "It is granted unless another thing is said. What was asked for with --requested is "
            "decided later with --grant or --refuse, of the latest request. The original day is "
            "kept beside it. With --correct only what is said takes the place of what stood."
        ),
        [
            "revtrack extend ESK-2022-1 KFN --to 2023-03-24",
            "revtrack extend ESK-2022-1 KS --to 2023-04-03 --requested",
            'revtrack extend ESK-2022-1 KS --grant --by "revisorerna"',
            "revtrack extend ESK-2022-1 KS --correct --to 2023-04-14",
        ],
    )


def _extend(start: Start, *, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401
    choice = _choice(said)
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        body = find.find_committee(case, committee)
        line = _line(case, body, start.today)
        if said["correct"]:
            stored = _corrected(store, line, _stated(said, REGISTERING.get(choice)), start.today)
        elif choice in DECIDING:
            stored = _decided(store, line, _stated(said, DECIDING[choice]), start.today)
        else:
            decision = REGISTERING.get(choice, ExtensionDecision.GRANTED)
            stored = _registered(store, line, _stated(said, decision), start.today)
        if choice not in DECIDING and stored.decision is not ExtensionDecision.REFUSED:
            _warn(case, body, stored.new_due_on, start.today)
    note(_told(stored).format(committee=capitalise_first(body.name), day=stored.new_due_on))
    if line.is_open:
        note_letter(case, body, DocumentKind.EXTENSION_NOTICE)


def _line(case: AuditCase, body: Committee, today: date) -> ReplyLine:
    reply_case = respond.reply_case_for(case, body)
    lines = reply_lines(case, today)
    return next(each for each in lines if each.reply_case.id == reply_case.id)


def _choice(said: Said) -> str:
    chosen = [name for name in (*REGISTERING, *DECIDING) if said[name]]
    if said["correct"] and set(chosen) & DECIDING.keys():
        chosen.append("correct")
    if len(chosen) > 1:
        raise UsageError("Choose one of {options}.", options=[f"--{name}" for name in chosen])
    if said["decided"] and said["decided_day_unknown"]:
        raise UsageError("Choose one of --decided and --decided-day-unknown.")
    choice = chosen[0] if chosen else ""
    if said["to"] is None and choice not in DECIDING and not said["correct"]:
        raise UsageError("Say until which day, with --to.")
    return choice


def _stated(said: Said, decision: ExtensionDecision | None) -> dict[str, Any]:
    """Return the fields that are said, and whether its day is left open on purpose."""
    return {
        "new_due_on": said["to"],
        "decision": decision,
        "asked_on": said["asked"],
        "decided_on": said["decided"],
        "decided_by": said["by"],
        "reason": said["reason"],
        DAY_UNKNOWN: said["decided_day_unknown"],
    }


def _dated(fields: dict[str, Any], new_due_on: date, today: date) -> dict[str, Any]:
    """Return the fields with the day of decision: today, of a day ahead, unless it is said.

    Who registers long afterwards knows it from the minutes, or not at all.
    """
    is_decided_now = (
        fields["decision"] is not ExtensionDecision.REQUESTED
        and not fields[DAY_UNKNOWN]
        and new_due_on > today
    )
    decided_on = fields["decided_on"] or (today if is_decided_now else None)
    return {**_facts(fields), "decided_on": decided_on}


def _facts(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != DAY_UNKNOWN}


def _registered(store: Store, line: ReplyLine, fields: dict[str, Any], today: date) -> Extension:
    facts = _dated(fields, fields["new_due_on"], today)
    new = made(NewExtension, reply_case_id=line.reply_case.id, **facts)
    return extensions.extend(store, line.reply_case.audit_id, new, today)


def _decided(store: Store, line: ReplyLine, fields: dict[str, Any], today: date) -> Extension:
    request = line.requested
    if request is None:
        raise RevTrackError(
            "{committee} has asked for no more time that is not decided.",
            committee=line.committee.name,
        )
    facts = _dated(fields, fields["new_due_on"] or request.new_due_on, today)
    with complaints_told():
        return extensions.decide_extension(
            store, line.reply_case.audit_id, request.id, facts, today
        )


def _corrected(store: Store, line: ReplyLine, fields: dict[str, Any], today: date) -> Extension:
    reply_case = line.reply_case
    with complaints_told():
        return extensions.correct_extension(
            store, reply_case.audit_id, reply_case.id, _facts(fields), today
        )


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

"""Verdicts on recommendations, one or many at once, and on an audit as a whole."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from revtrack.cli.follow_up.chosen import chosen_lines
from revtrack.cli.frame.entered import made
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note
from revtrack.cli.frame.parts import DAY, Command, audit_argument, code_option, day_option
from revtrack.cli.frame.start import Start
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis, VerdictStep
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.records import NewVerdict
from revtrack.services import find
from revtrack.services.follow_up.judging import (
    AuditVerdict,
    follow_ups_of,
    judge_audit,
    record_verdicts,
)
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

STANDARD = "-"
SOLVED = {"yes": True, "no": False}
JSON_FORM = (
    '[{"audit": "ALV-2023-2", "recommendation": "R1", "committee": "SBN", "verdict": "partly", '
    '"basis": "desk", "method": "…", "judged_on": "2026-02-10", "evidence": "…", "solved": "no"}]'
)
_KEYS = frozenset(
    {
        *("audit", "recommendation", "committee", "verdict", "basis", "method", "evidence"),
        *("judged_on", "judged_by", "solved", "comment", "follow_up"),
    }
)


def verdict() -> Command:
    """Return the command that registers verdicts."""
    return Command(
        "follow-up verdict",
        _verdict,
        [
            audit_argument(required=False),
            click.Argument(
                ["numbers"],
                required=False,
                metavar="[R1,R2]",
                help=_("Numbers of recommendations: R1, or R1,R2,R3a."),
            ),
            click.Argument(
                ["committee"],
                required=False,
                metavar=_("[COMMITTEE]"),
                help=_(
                    "Name or abbreviation of the committee; else every committee that it goes to."
                ),
            ),
            code_option("--verdict", VerdictStep, _("What was found")),
            code_option("--basis", Basis, _("What it rests on; else the committee's own account")),
            click.Option(["--method"], metavar="TEXT", help=_("How it was checked.")),
            click.Option(["--evidence"], metavar="TEXT", help=_("What was seen.")),
            day_option("--on", _("The day of the verdict.")),
            click.Option(["--by"], metavar="TEXT", help=_("Who judged: a firm or a function.")),
            click.Option(
                ["--solved"],
                type=click.Choice(list(SOLVED)),
                help=_("Whether the problem behind it is solved."),
            ),
            click.Option(["--comment"], metavar="TEXT", help=_("A comment on the verdict.")),
            click.Option(
                ["--follow-up"],
                metavar=_("AUDIT"),
                help=_(
                    "The follow-up that judges; else the one under way that goes back to the audit."
                ),
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=_("Register it outside any follow-up, where none is in the register."),
            ),
            click.Option(
                ["--verdicts-json"],
                metavar=_("FILE"),
                help=_("Many verdicts as JSON; - for standard input."),
            ),
        ],
        _("All or none are stored. Method and day are needed, so that it can be told what it was.")
        + "\n\n"
        + _("As JSON they are written so: {form}").format(form=JSON_FORM),
        [
            "revtrack follow-up verdict ALV-2023-2 R1 SBN --verdict partly --method Samtal",
            "revtrack follow-up verdict --verdicts-json - < bedomningar.json",
        ],
    )


def _verdict(
    start: Start,
    *,
    audit: str | None,
    follow_up: str | None,
    verdicts_json: str | None,
    force: bool,
    **said: Any,  # noqa: ANN401 - whatever the options hold
) -> None:
    with opened(start) as store:
        if verdicts_json:
            if audit:
                raise UsageError("Give either an audit or --verdicts-json, not both.")
            new = _from_json(store, _text_of(verdicts_json))
        else:
            new = _from_options(store, audit, follow_up, said)
        stored = record_verdicts(store, new, start.today, needs_follow_up=not force)
    count = ngettext("{n} verdict is registered.", "{n} verdicts are registered.", len(stored))
    note(count.format(n=len(stored)))


def _text_of(name: str) -> str:
    if name == STANDARD:
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=name, reason=fault
        ) from fault


def _from_options(
    store: Store, audit: str | None, follow_up: str | None, said: Mapping[str, Any]
) -> list[NewVerdict]:
    if not audit or not said["numbers"] or not said["verdict"]:
        raise UsageError(
            "Say which audit and recommendations the verdict is on, and what was found (--verdict)."
        )
    case = find.read_case(store, find.find_audit(store, audit).id)
    lines = chosen_lines(case, said["numbers"], said["committee"])
    lines = tuple(line for line in lines if not line.parts) or lines
    return [
        made(
            NewVerdict,
            addressee_id=line.addressee.id,
            follow_up_id=_follow_up_id(store, case, follow_up),
            verdict=said["verdict"],
            basis=said["basis"] or Basis.REPORTED,
            method=said["method"],
            evidence=said["evidence"],
            is_solved=SOLVED.get(said["solved"] or ""),
            judged_on=said["on"],
            judged_by=said["by"],
            comment=said["comment"],
        )
        for line in lines
    ]


def _follow_up_id(store: Store, case: AuditCase, follow_up: str | None) -> int | None:
    """Return the follow-up that judges: the named one, else the only one that is under way."""
    if follow_up:
        return find.find_audit(store, follow_up).id
    under_way = [
        each for each in follow_ups_of(store, case.audit.id) if each.handed_over_on is None
    ]
    if len(under_way) > 1:
        raise UsageError(
            "Several follow-ups of {reference} are under way: {references}. "
            "Say which with --follow-up.",
            reference=case.audit.reference,
            references=", ".join(each.reference for each in under_way),
        )
    return under_way[0].id if under_way else None


def _from_json(store: Store, text: str) -> list[NewVerdict]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UsageError(
            "The verdicts are not whole JSON. They are written so: {form}", form=JSON_FORM
        ) from fault
    if not isinstance(said, list) or not all(_is_verdict(each) for each in said):
        raise UsageError("The verdicts are written so: {form}", form=JSON_FORM)
    return [_of_object(store, each) for each in said]


def _is_verdict(each: object) -> bool:
    needed = ("audit", "recommendation", "committee", "verdict")
    return (
        isinstance(each, dict)
        and each.keys() <= _KEYS
        and all(isinstance(each.get(name), str) for name in needed)
        and all(value is None or isinstance(value, str) for value in each.values())
    )


def _of_object(store: Store, each: Mapping[str, str | None]) -> NewVerdict:
    case = find.read_case(store, find.find_audit(store, each["audit"] or "").id)
    line = chosen_lines(case, each["recommendation"] or "", each["committee"])[-1]
    solved = each.get("solved")
    if solved is not None and solved not in SOLVED:
        raise UsageError("The verdicts are written so: {form}", form=JSON_FORM)
    return made(
        NewVerdict,
        addressee_id=line.addressee.id,
        follow_up_id=_follow_up_id(store, case, each.get("follow_up")),
        verdict=each["verdict"],
        basis=each.get("basis") or Basis.REPORTED,
        method=each.get("method"),
        evidence=each.get("evidence"),
        is_solved=SOLVED.get(solved or ""),
        judged_on=DAY.convert(each["judged_on"], None, None) if each.get("judged_on") else None,
        judged_by=each.get("judged_by"),
        comment=each.get("comment"),
    )


def audit_verdict() -> Command:
    """Return the command that registers the verdict on an audit as a whole."""
    return Command(
        "follow-up audit-verdict",
        _audit_verdict,
        [
            audit_argument(),
            click.Option(
                ["--verdict"],
                type=click.Choice([step.value for step in VerdictStep]),
                required=True,
                metavar=_("CODE"),
                help="{} ({})".format(_("What was found"), ", ".join(VerdictStep)),
            ),
            code_option("--basis", Basis, _("What it rests on; else the committee's own account")),
            day_option("--on", _("The day of the verdict."), required=True),
            click.Option(["--comment"], metavar="TEXT", help=_("A comment on the verdict.")),
        ],
        _("Where a report judges the audit and not each recommendation."),
        ["revtrack follow-up audit-verdict ALV-2023-1 --verdict mostly --on 2025-05-06"],
    )


def _audit_verdict(
    start: Start, *, audit: str, verdict: str, basis: str | None, on: date, comment: str | None
) -> None:
    with opened(start) as store:
        found = made(
            AuditVerdict,
            verdict=verdict,
            basis=basis or Basis.REPORTED,
            judged_on=on,
            comment=comment,
        )
        judged = judge_audit(store, find.find_audit(store, audit).id, found, start.today)
    note(
        _("{reference} as a whole: {verdict}.").format(
            reference=judged.reference, verdict=label(found.verdict).lower()
        )
    )

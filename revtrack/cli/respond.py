"""A committee's reply: the document, the decision behind it, and its answers."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from revtrack.cli.answers import ANSWER_FORM, Answers, put_json, put_typed
from revtrack.cli.entered import made
from revtrack.cli.opened import opened
from revtrack.cli.output import note
from revtrack.cli.parts import (
    PAIR,
    Command,
    audit_argument,
    code_option,
    committee_argument,
    day_option,
)
from revtrack.cli.start import Start
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, ResponseKind
from revtrack.domain.entries import ResponseEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.records import Committee, NewResponse
from revtrack.services import find
from revtrack.services.respond import complete_response, record_response, reply_case_for
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first

STANDARD = "-"


def respond() -> Command:
    """Return the command that registers a reply."""
    return Command(
        "respond",
        _respond,
        [audit_argument(), committee_argument(), *_document_options(), *_answer_options()],
        _(
            "The reply is a decision that came in today, unless another thing is said. "
            "A second decision needs --replaces or --supplement."
        ),
        [
            "revtrack respond ESK-2022-1 VON --paragraph 19 --diary-number VON/2022:125",
            "revtrack respond ESK-2022-1 KS --decided 2023-03-14 --received 2023-03-17",
            "revtrack respond ESK-2022-1 KS --answer R1=agrees:planned --answer R2=noted",
            "revtrack respond ESK-2022-1 KS --existing --answer R3=noted",
            'revtrack respond ESK-2022-1 KS --action "R1=Kartlägga|kontoret|2023-06"',
            "revtrack respond ESK-2022-1 SBN --answers-json - < svar.json",
        ],
    )


def _document_options() -> list[click.Parameter]:
    return [
        code_option("--kind", ResponseKind, _("What kind of document it is; else a decision")),
        day_option("--decided", _("The meeting that adopted it.")),
        day_option("--received", _("The day it reached the auditors; else today.")),
        click.Option(
            ["--received-day-unknown"],
            is_flag=True,
            help=_("It has come, but its day is not stated."),
        ),
        click.Option(
            ["--not-received"], is_flag=True, help=_("Adopted, but it has not been sent in.")
        ),
        day_option("--sent", _("The day it was sent.")),
        day_option("--dated", _("The document's own day.")),
        click.Option(["--paragraph"], metavar="§", help=_("Paragraph of the minutes: 85.")),
        click.Option(
            ["--diary-number"], metavar=_("NUMBER"), help=_("The committee's own diary number.")
        ),
        click.Option(["--decision"], metavar="TEXT", help=_("What was decided.")),
        code_option("--position", Position, _("The position on the report as a whole")),
        click.Option(
            ["--with", "joint"],
            multiple=True,
            metavar=_("COMMITTEE"),
            help=_("Another committee that the same reply comes from; may be given several times."),
        ),
        click.Option(
            ["--existing"],
            is_flag=True,
            help=_("Complete the reply that is registered already with what is said here."),
        ),
        click.Option(["--replaces"], is_flag=True, help=_("It takes the earlier reply's place.")),
        click.Option(["--supplement"], is_flag=True, help=_("It adds to the earlier reply.")),
    ]


def _answer_options() -> list[click.Parameter]:
    positions = ", ".join(Position)
    return [
        click.Option(
            ["--answer", "positions"],
            type=PAIR,
            multiple=True,
            metavar=ANSWER_FORM,
            help=_(
                "Position on a recommendation ({positions}), and after a colon what the committee "
                "says it has done (not_started, planned, under_way, done, will_not)."
            ).format(positions=positions),
        ),
        click.Option(
            ["--quote", "quotes"],
            type=PAIR,
            multiple=True,
            metavar="R1=TEXT",
            help=_("The words of the reply that the position rests on."),
        ),
        click.Option(
            ["--action", "actions"],
            type=PAIR,
            multiple=True,
            metavar=_("R1,R2=TEXT|RESPONSIBLE|DUE"),
            help=_(
                "An action, who answers for it and when it is to be done; the last two if known."
            ),
        ),
        click.Option(
            ["--answers-json"],
            metavar=_("FILE"),
            help=_("Answers as JSON, of the shape that show --json gives; - for standard input."),
        ),
    ]


def _respond(start: Start, audit: str, committee: str, **said: Any) -> None:  # noqa: ANN401 - the options of click
    text = _read(said["answers_json"])
    with opened(start) as store:
        case = find.read_case(store, find.find_audit(store, audit).id)
        named = [find.find_committee(case, name) for name in (committee, *said["joint"])]
        bodies = list({body.id: body for body in named}.values())
        reply_case_ids = tuple(reply_case_for(case, body).id for body in bodies)
        answers = Answers(case, bodies)
        put_typed(answers, said["positions"], said["quotes"], said["actions"])
        if text is not None:
            put_json(answers, text)
        entry = made(
            ResponseEntry,
            response=_response(case, bodies, start.today, said),
            reply_case_ids=reply_case_ids,
            answers=answers.entries(),
            actions=tuple(answers.actions),
        )
        line = _line_of(case, bodies[0], start.today)
        if said["existing"] and line.decision is not None:
            complete_response(store, line.decision.id, entry, start.today)
        else:
            record_response(store, entry, start.today)
        case = find.read_case(store, case.audit.id)
    _tell(case, bodies, start.today)


def _read(file: str | None) -> str | None:
    if file is None:
        return None
    try:
        content = sys.stdin.buffer.read() if file == STANDARD else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=file, reason=fault
        ) from fault
    except UnicodeDecodeError as fault:
        raise RevTrackError(
            "{source} is not text in UTF-8 (byte {position}). Save it as UTF-8 and try again.",
            source=file,
            position=fault.start + 1,
        ) from fault


def _response(
    case: AuditCase, bodies: Sequence[Committee], today: date, said: dict[str, Any]
) -> NewResponse:
    earlier = _earlier(_line_of(case, bodies[0], today), said)
    is_supplement = said["supplement"] or said["kind"] == ResponseKind.SUPPLEMENT
    default = ResponseKind.JOINT if len(bodies) > 1 else ResponseKind.DECISION
    return made(
        NewResponse,
        audit_id=case.audit.id,
        kind=ResponseKind.SUPPLEMENT if is_supplement else said["kind"] or default,
        is_received=_is_received(case, bodies[0], today, said),
        dated_on=said["dated"],
        decided_on=said["decided"],
        sent_on=said["sent"],
        received_on=_received_on(today, said),
        paragraph=(said["paragraph"] or "").removeprefix("§").strip() or None,
        diary_number=said["diary_number"],
        decision_text=said["decision"],
        position=said["position"],
        replaces_id=earlier if said["replaces"] else None,
        supplements_id=earlier if is_supplement else None,
    )


def _line_of(case: AuditCase, body: Committee, today: date) -> ReplyLine:
    return next(line for line in reply_lines(case, today) if line.committee.id == body.id)


def _earlier(line: ReplyLine, said: dict[str, Any]) -> int | None:
    """Return the response that this one replaces or adds to, None where it is the first."""
    if sum(said[name] for name in ("existing", "replaces", "supplement")) > 1:
        raise UsageError("Choose one of --existing, --replaces and --supplement.")
    if (said["existing"] or said["replaces"]) and line.decision is None:
        raise UsageError("There is no earlier response to replace or supplement.")
    return line.decision.id if line.decision else None


def _received_on(today: date, said: dict[str, Any]) -> date | None:
    chosen = [name for name in ("received", "received_day_unknown", "not_received") if said[name]]
    if len(chosen) > 1:
        raise UsageError("Choose one of --received, --received-day-unknown and --not-received.")
    received: date | None = said["received"]
    return received if chosen or said["existing"] else today


def _is_received(case: AuditCase, body: Committee, today: date, said: dict[str, Any]) -> bool:
    """Tell whether the reply has come in; one that is completed has if its day is said."""
    known = _line_of(case, body, today).decision
    if said["existing"] and known is not None and not said["received"]:
        return known.is_received
    return not said["not_received"]


def _tell(case: AuditCase, bodies: Sequence[Committee], today: date) -> None:
    for body in bodies:
        line = _line_of(case, body, today)
        state = label(line.state)
        note(f"{capitalise_first(body.name)}: {state[:1].lower()}{state[1:]}.")
        if line.unanswered:
            left = ngettext(
                "{n} recommendation still has no position.",
                "{n} recommendations still have no position.",
                line.unanswered,
            )
            note(left.format(n=line.unanswered))

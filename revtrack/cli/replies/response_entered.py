"""The reply that the options of ``respond`` say, and which earlier one it completes or follows."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from revtrack.cli.frame.entered import made
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.records import Committee, NewResponse, Response
from revtrack.domain.replies.deciding import deciding_body

STANDARD = "-"
Said = Mapping[str, Any]
"""The options of ``respond`` by name, as click gives them."""

_RECEIVED = ("received", "received_day_unknown", "not_received")


def read_text(file: str | None) -> str | None:
    """Return the text of a file, or of standard input; None where no file is named."""
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


def line_of(case: AuditCase, body: Committee, today: date) -> ReplyLine:
    """Return where the committee's reply is."""
    return next(line for line in reply_lines(case, today) if line.committee.id == body.id)


def registered(line: ReplyLine, said: Said) -> Response | None:
    """Return the response that --existing completes; None where another is to be registered.

    Raises UsageError where there is no such one, or the options contradict one another.
    """
    if said["replaces"] and (said["existing"] or said["supplement"]):
        raise UsageError("Choose one of --existing, --replaces and --supplement.")
    if not said["existing"]:
        return None
    found = line.decision
    if kind := _apart(said):
        found = next((each for each in reversed(line.responses) if each.kind is kind), None)
    if found is None:
        raise UsageError("There is no earlier response to replace or supplement.")
    return found


def _apart(said: Said) -> ResponseKind | None:
    """Return the kind of what does not answer by itself, where such is spoken of."""
    if said["supplement"] or said["kind"] == ResponseKind.SUPPLEMENT:
        return ResponseKind.SUPPLEMENT
    return ResponseKind.DRAFT if said["kind"] == ResponseKind.DRAFT else None


def response_said(
    case: AuditCase, bodies: Sequence[Committee], today: date, said: Said
) -> NewResponse:
    """Return the response that the options say; of a registered one, only what they state."""
    line = line_of(case, bodies[0], today)
    known = registered(line, said)
    earlier = line.decision.id if line.decision else None
    if said["replaces"] and earlier is None:
        raise UsageError("There is no earlier response to replace or supplement.")
    decided_by, kind = _decided_by(case, said)
    if kind is None and known is None:
        kind = ResponseKind.JOINT if len(bodies) > 1 else ResponseKind.DECISION
    if said["referred_back"] and kind is not ResponseKind.DRAFT:
        raise UsageError("Only a draft is referred back: --kind draft --referred-back.")
    return made(
        NewResponse,
        audit_id=case.audit.id,
        is_received=_is_received(known, said),
        received_on=_received_on(today, said),
        decided_by=decided_by,
        replaces_id=earlier if said["replaces"] else None,
        supplements_id=earlier if kind is ResponseKind.SUPPLEMENT and not known else None,
        **({"kind": kind} if kind else {}),
        **_stated(said),
    )


def _decided_by(case: AuditCase, said: Said) -> tuple[str | None, ResponseKind | None]:
    """Return the other body that decided, and the kind that is said or follows from that."""
    stated = _apart(said) or (ResponseKind(said["kind"]) if said["kind"] else None)
    if not said["decided_by"]:
        return None, stated
    body, likely = deciding_body(said["decided_by"], case.committees)
    return body, stated or (None if said["existing"] or said["joint"] else likely)


def _stated(said: Said) -> dict[str, Any]:
    return {
        "dated_on": said["dated"],
        "decided_on": said["decided"],
        "sent_on": said["sent"],
        "paragraph": (said["paragraph"] or "").removeprefix("§").strip() or None,
        "diary_number": said["diary_number"],
        "decision_text": said["decision"],
        "position": said["position"],
        "is_referred_back": said["referred_back"],
        "has_motions": said["has_motions"],
        "has_reservations": said["has_reservations"],
        "sent_to": "\n".join(said["sent_to"]) or None,
        "conditions": said["conditions"],
        "remarks": said["remarks"],
        "text": read_text(said["text_file"]) or None,
    }


def _received_on(today: date, said: Said) -> date | None:
    chosen = [name for name in _RECEIVED if said[name]]
    if len(chosen) > 1:
        raise UsageError("Choose one of --received, --received-day-unknown and --not-received.")
    received: date | None = said["received"]
    return received if chosen or said["existing"] else today


def _is_received(known: Response | None, said: Said) -> bool:
    """Tell whether the reply has come in; one that is completed has if its day is said."""
    if known is not None and not said["received"]:
        return known.is_received
    return not said["not_received"]

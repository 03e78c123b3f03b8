"""Reply cases, replies, notes and actions, corrected."""

from typing import Any

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import reply_lines
from revtrack.services.changing.editing import Editing, refuse_ahead
from revtrack.services.replies.respond import refuse_before_reply, refuse_days, refuse_order
from revtrack.storage.rows import change


def change_reply_case(editing: Editing, known: r.ReplyCase, stated: dict[str, Any]) -> bool:
    """Store the committee's own diary number of the matter, or its name."""
    change(editing.session, known, **stated)
    return True


def change_note(editing: Editing, known: r.ReplyCaseNote, stated: dict[str, Any]) -> bool:
    """Store a note's text or day, which cannot lie ahead."""
    refuse_ahead(stated.get("noted_on"), editing.today)
    change(editing.session, known, **stated)
    return True


def change_response(editing: Editing, known: r.Response, stated: dict[str, Any]) -> bool:
    """Store what was meant by a reply's days, § or diary number; a day may be taken away.

    Raises RevTrackError where a day lies ahead, or they cannot follow one another.
    """
    corrected = change(editing.session, known, **stated)
    refuse_days(editing.case, corrected, editing.today)
    refuse_order(corrected)
    for line in reply_lines(editing.case, editing.today):
        if any(each.id == known.id for each in line.responses):
            refuse_before_reply(line, corrected)
    judged, came = corrected.reviewed_on, corrected.received_on
    if judged is not None and came is not None and judged < came:
        raise RevTrackError(
            "The reply came in on {came}, so it cannot have been judged on {day}.",
            came=came,
            day=judged,
        )
    return True


def change_action(editing: Editing, known: r.Action, stated: dict[str, Any]) -> bool:
    """Store what an action is, who answers for it, by when, and what fulfilled it."""
    refuse_ahead(stated.get("fulfilled_on"), editing.today)
    change(editing.session, known, **stated)
    return True

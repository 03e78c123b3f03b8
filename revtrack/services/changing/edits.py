"""Ändra: what is said anew of facts that are registered, each by its own rule, all in one wish."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.services.allowed import refuse_clerk_to_edit
from revtrack.services.changing import audits, recommendations, replies
from revtrack.services.changing.editing import Editing
from revtrack.storage.audits import load_case
from revtrack.storage.rows import refuse_changed
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Edit:
    """What somebody says of a fact instead of what stood there when it was read."""

    known: r.Stored
    """The fact as it was read; a later version of it is not overwritten."""
    stated: Mapping[str, Any]
    """Fields of the record by name, and what is said beside them, as each rule explains."""

    @property
    def differing(self) -> dict[str, Any]:
        """What is stated and does not stand there already."""
        return {
            name: value
            for name, value in self.stated.items()
            if name not in type(self.known).model_fields or getattr(self.known, name) != value
        }


Rule = Callable[[Editing, Any, dict[str, Any]], bool]
"""Stores what is stated of a fact, and tells whether anything was changed."""

RULES: Mapping[type[r.Stored], Rule] = {
    r.Audit: audits.change_audit,
    r.Question: audits.change_question,
    r.Assessment: audits.change_assessment,
    r.Recommendation: recommendations.change_recommendation,
    r.Addressee: recommendations.change_addressee,
    r.ReplyCase: replies.change_reply_case,
    r.ReplyCaseNote: replies.change_note,
    r.Response: replies.change_response,
    r.Action: replies.change_action,
}
"""What may be changed, and by which rule."""

OF_CLERKS = frozenset({r.ReplyCase, r.ReplyCaseNote, r.Response, r.Action})
"""What a clerk may correct as well: a committee's own reply."""


def change_facts(
    store: Store, audit_id: int, edits: Sequence[Edit], today: date, why: str | None = None
) -> None:
    """Store what is stated of facts of an audit, all or none, as one wish with its reason.

    Raises ConflictError where somebody has changed one of them since it was read, RevTrackError
    where a rule does not allow the change or all that is said stands there already.
    """
    if any(type(edit.known) not in OF_CLERKS for edit in edits):
        refuse_clerk_to_edit(store)
    with store.wish(why) as session:
        editing = Editing(session, load_case(session, audit_id), today, why)
        changed = False
        for edit in edits:
            refuse_changed(session, edit.known)
            if differing := edit.differing:
                changed |= RULES[type(edit.known)](editing, edit.known, differing)
        if not changed:
            raise RevTrackError("All that is said stands there already; nothing was changed.")

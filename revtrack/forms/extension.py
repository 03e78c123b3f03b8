"""Anstånd: more time for a committee's reply."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.days.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Extension, NewExtension
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.due_days import doubts_of_extension
from revtrack.services.replies.extensions import decide_extension, extend
from revtrack.wording import _
from revtrack.wording.extensions import extension_told
from revtrack.wording.labels import label

DECISIONS = (
    ExtensionDecision.GRANTED,
    ExtensionDecision.REQUESTED,
    ExtensionDecision.REFUSED,
)
"""In the order they are chosen from."""


class ExtensionWish(Wish[Extension]):
    """A new day to reply by, asked for, granted or refused; the original day stays.

    Where a request waits, the form holds it and decides on it.
    """

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Take the reply case."""
        super().__init__(desk, _("Extension – {committee}").format(committee=line.committee.name))
        self._case = case
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the new day and the decision; when, by whom and why if known."""
        asked = self._line.requested
        return (
            FormField(
                "new_due_on",
                _("New day"),
                Kind.DAY,
                value=asked.new_due_on.isoformat() if asked else "",
                is_required=True,
                towards=Towards.FUTURE,
            ),
            FormField(
                "decision",
                _("Decision"),
                Kind.CHOICE,
                value=ExtensionDecision.GRANTED.value,
                choices=tuple((each.value, label(each)) for each in DECISIONS),
            ),
            FormField(
                "asked_on",
                _("Asked for on"),
                Kind.DAY,
                value=asked.asked_on.isoformat() if asked and asked.asked_on else "",
                towards=Towards.PAST,
            ),
            FormField(
                "decided_on",
                _("Decided on"),
                Kind.DAY,
                value=self.desk.today.isoformat(),
                towards=Towards.PAST,
            ),
            FormField("decided_by", _("Decided by"), hint=_("a function, not a name")),
            FormField("reason", _("Reason"), value=(asked.reason if asked else None) or ""),
        )

    def seen_from(self, name: str, typed: Typed) -> date:
        """Read the new day as seen from the one that counts now."""
        del typed
        due_on = self._line.due_on if name == "new_due_on" else None
        return due_on or self.desk.today

    def told(self, typed: Typed) -> str:
        """Say which day counts now, and what has been asked for and decided before."""
        del typed
        if not self._line.due_on:
            return ""
        told = [_("The day that counts now: {day}.").format(day=self._line.due_on)]
        earlier = self._line.extensions
        told += [_("Before: {told}").format(told=extension_told(each)) for each in earlier]
        return "\n".join(told)

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Say what is unwise about the new day."""
        day = typed.day_or_none("new_due_on")
        is_later = day is not None and self._line.due_on is not None and day > self._line.due_on
        problems = (
            doubts_of_extension(self._case, self._line.committee, day, self.desk.today)
            if day is not None and is_later
            else ()
        )
        return {"new_due_on": said.reasons(problems)}

    def carry_out(self, typed: Typed) -> Extension:
        """Store the extension, or what became of the request, and return it."""
        decision, decided_on = ExtensionDecision(typed.text("decision")), typed.day("decided_on")
        if decision is ExtensionDecision.REQUESTED and decided_on == self.desk.today:
            decided_on = None  # as the form proposed it, for what is decided
        fields: dict[str, Any] = {
            "new_due_on": typed.day("new_due_on"),
            "decision": decision,
            "asked_on": typed.day("asked_on"),
            "decided_on": decided_on,
            "decided_by": typed.line("decided_by"),
            "reason": typed.line("reason"),
        }
        store, audit_id, today = self.desk.store, self._case.audit.id, self.desk.today
        request = self._line.requested
        if request:
            return decide_extension(store, audit_id, request.id, fields, today)
        new = NewExtension.model_validate({"reply_case_id": self._line.reply_case.id, **fields})
        return extend(store, audit_id, new, today)

"""Anstånd: more time for a committee's reply."""

from collections.abc import Iterable
from typing import Any

from textual.widgets import Input

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.days.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Extension, NewExtension
from revtrack.services.registering.due_days import doubts_of_extension
from revtrack.services.replies.extensions import decide_extension, extend
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.extensions import extension_told
from revtrack.wording.labels import label


class ExtensionForm(Form[Extension]):
    """A new day to reply by, asked for, granted or refused; the original day stays.

    Where a request waits, the form holds it and decides on it.
    """

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(desk, _("Extension – {committee}").format(committee=line.committee.name))
        self._case = case
        self._line = line

    def fields(self) -> Iterable[FormField]:
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

    def on_mount(self) -> None:
        """Say which day counts now, and what has been asked for and decided before."""
        if self._line.due_on:
            self.row("new_due_on").see_from(self._line.due_on)
            told = [_("The day that counts now: {day}.").format(day=self._line.due_on)]
            earlier = self._line.extensions
            told += [_("Before: {told}").format(told=extension_told(each)) for each in earlier]
            self.tell_here("\n".join(told))

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Say what is unwise about the new day."""
        row, day = self.row("new_due_on"), self.day_or_none("new_due_on")
        is_later = day is not None and self._line.due_on is not None and day > self._line.due_on
        problems = (
            doubts_of_extension(self._case, self._line.committee, day, self.desk.today)
            if day is not None and is_later
            else ()
        )
        row.advise(words.doubts(problems))

    async def carry_out(self) -> Extension:
        """Store the extension, or what became of the request, and return it."""
        decision, decided_on = ExtensionDecision(self.text("decision")), self.day("decided_on")
        if decision is ExtensionDecision.REQUESTED and decided_on == self.desk.today:
            decided_on = None  # as the form proposed it, for what is decided
        fields: dict[str, Any] = {
            "new_due_on": self.day("new_due_on"),
            "decision": decision,
            "asked_on": self.day("asked_on"),
            "decided_on": decided_on,
            "decided_by": self.line("decided_by"),
            "reason": self.line("reason"),
        }
        store, audit_id, today = self.desk.store, self._case.audit.id, self.desk.today
        request = self._line.requested
        if request:
            return await self.ask(decide_extension, store, audit_id, request.id, fields, today)
        new = NewExtension.model_validate({"reply_case_id": self._line.reply_case.id, **fields})
        return await self.ask(extend, store, audit_id, new, today)


DECISIONS = (
    ExtensionDecision.GRANTED,
    ExtensionDecision.REQUESTED,
    ExtensionDecision.REFUSED,
)
"""In the order they are chosen from."""

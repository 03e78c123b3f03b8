"""Anstånd: more time for a committee's reply."""

from collections.abc import Iterable

from revtrack.domain.codes import ExtensionDecision
from revtrack.domain.dates import Towards
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Extension, NewExtension
from revtrack.services.respond import extend
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label


class ExtensionForm(Form[Extension]):
    """A new day to reply by, asked for, granted or refused; the original day stays."""

    def __init__(self, desk: Desk, audit_id: int, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(desk, _("Extension – {committee}").format(committee=line.committee.name))
        self._audit_id = audit_id
        self._line = line

    def fields(self) -> Iterable[FormField]:
        """Return the new day and the decision; when, by whom and why if known."""
        decisions = [
            ExtensionDecision.GRANTED,
            ExtensionDecision.REQUESTED,
            ExtensionDecision.REFUSED,
        ]
        return (
            FormField(
                "new_due_on", _("New day"), Kind.DAY, is_required=True, towards=Towards.FUTURE
            ),
            FormField(
                "decision",
                _("Decision"),
                Kind.CHOICE,
                value=ExtensionDecision.GRANTED.value,
                choices=tuple((each.value, label(each)) for each in decisions),
            ),
            FormField("asked_on", _("Asked for on"), Kind.DAY, towards=Towards.PAST),
            FormField("decided_on", _("Decided on"), Kind.DAY, towards=Towards.PAST),
            FormField("decided_by", _("Decided by"), hint=_("a function, not a name")),
            FormField("reason", _("Reason")),
        )

    def on_mount(self) -> None:
        """Say which day counts now."""
        if self._line.due_on:
            self.row("new_due_on").see_from(self._line.due_on)
            self.tell_here(_("The day that counts now: {day}.").format(day=self._line.due_on))

    async def carry_out(self) -> Extension:
        """Store the extension and return it."""
        new = NewExtension.model_validate(
            {
                "reply_case_id": self._line.reply_case.id,
                "new_due_on": self.day("new_due_on"),
                "decision": self.text("decision"),
                "asked_on": self.day("asked_on"),
                "decided_on": self.day("decided_on"),
                "decided_by": self.line("decided_by"),
                "reason": self.line("reason"),
            }
        )
        return await self.ask(extend, self.desk.store, self._audit_id, new)

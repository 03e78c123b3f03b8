"""Överlämna: the letter is issued, its wording frozen, and replies are watched."""

from collections.abc import Iterable
from datetime import date

from textual.widgets import Input

from revtrack.domain.case import AuditCase
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.entries import HandOverEntry
from revtrack.domain.records import Audit
from revtrack.services.registering.due_days import doubts_of_hand_over
from revtrack.services.registering.hand_over import hand_over, recipients_of
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _


class HandOverForm(Form[Audit]):
    """The letter's own day, and the day to reply by."""

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        title = _("Hand over {reference}").format(reference=case.audit.reference)
        super().__init__(desk, title)
        self._case = case
        self._proposed_due = self._propose(desk).isoformat()

    def _propose(self, desk: Desk) -> date:
        return propose_due_on(desk.today, self._case.municipality.reply_months)

    def fields(self) -> Iterable[FormField]:
        """Return the days, and why the letter differs from the report where it does."""
        today = self.desk.today.isoformat()
        return (
            FormField(
                "on",
                _("Date of the letter"),
                Kind.DAY,
                today,
                is_required=True,
                towards=Towards.PAST,
            ),
            FormField(
                "due_on",
                _("Reply by"),
                Kind.DAY,
                self._proposed_due,
                hint=_("empty: no reply is asked for"),
                towards=Towards.FUTURE,
            ),
            FormField("why", _("Reason"), hint=_("why the letter differs from the report")),
        )

    def on_mount(self) -> None:
        """Say to whom the letter goes, and that it cannot be undone."""
        names = ", ".join(words.name(each) for each in recipients_of(self._case))
        self.tell_here(
            _(
                "Recipients: {names}.\nThe wording is frozen and the recommendations get their "
                "numbers."
            ).format(names=names)
        )
        self._advise()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Propose the day to reply by anew when the letter's day changes."""
        on, row = self.day_or_none("on"), self.row("due_on")
        row.see_from(on or self.desk.today)
        if event.input is self.row("on").control and on and row.text == self._proposed_due:
            self._proposed_due = propose_due_on(
                on, self._case.municipality.reply_months
            ).isoformat()
            row.put(self._proposed_due)
        self._advise()

    def _advise(self) -> None:
        """Say what is unwise about the day to reply by."""
        on, due_on = self.day_or_none("on"), self.day_or_none("due_on")
        problems = (
            doubts_of_hand_over(self._case, on, due_on, {}, self.desk.today)
            if on and due_on and due_on > on
            else ()
        )
        self.row("due_on").advise(words.doubts(problems))

    async def carry_out(self) -> Audit:
        """Issue the letter and return the audit."""
        on = self.day("on") or self.desk.today
        entry = HandOverEntry(
            audit_id=self._case.audit.id,
            on=on,
            due_on=self.day("due_on"),
            why=self.line("why"),
        )
        return await self.ask(hand_over, self.desk.store, entry, self.desk.today)

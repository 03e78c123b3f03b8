"""Överlämna: the letter is issued, its wording frozen, and replies are watched."""

from collections.abc import Mapping, Sequence
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.entries import HandOverEntry
from revtrack.domain.records import Audit
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.due_days import doubts_of_hand_over
from revtrack.services.registering.hand_over import hand_over, recipients_of
from revtrack.wording import _


class HandOverWish(Wish[Audit]):
    """The letter's own day, and the day to reply by."""

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Take the audit."""
        title = _("Hand over {reference}").format(reference=case.audit.reference)
        super().__init__(desk, title)
        self._case = case

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Hand over")

    def fields(self) -> Sequence[FormField]:
        """Return the days, and why the letter differs from the report where it does."""
        return (
            FormField(
                "on",
                _("Date of the letter"),
                Kind.DAY,
                self.desk.today.isoformat(),
                is_required=True,
                towards=Towards.PAST,
            ),
            FormField(
                "due_on",
                _("Reply by"),
                Kind.DAY,
                self._proposed(self.desk.today),
                hint=_("empty: no reply is asked for"),
                towards=Towards.FUTURE,
            ),
            FormField("why", _("Reason"), hint=_("why the letter differs from the report")),
        )

    def _proposed(self, on: date) -> str:
        return propose_due_on(on, self._case.municipality.reply_months).isoformat()

    def seen_from(self, name: str, typed: Typed) -> date:
        """Read the day to reply by as seen from the letter's."""
        on = typed.day_or_none("on") if name == "due_on" else None
        return on or self.desk.today

    def proposals(self, typed: Typed) -> Mapping[str, str]:
        """Propose the day to reply by after the letter's day."""
        on = typed.day_or_none("on")
        return {"due_on": self._proposed(on)} if on else {}

    def told(self, typed: Typed) -> str:
        """Say to whom the letter goes, and what happens to its wording."""
        del typed
        names = ", ".join(said.name(each) for each in recipients_of(self._case))
        return _(
            "Recipients: {names}.\nThe wording is frozen and the recommendations get their numbers."
        ).format(names=names)

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Say what is unwise about the day to reply by."""
        on, due_on = typed.day_or_none("on"), typed.day_or_none("due_on")
        problems = (
            doubts_of_hand_over(self._case, on, due_on, {}, self.desk.today)
            if on and due_on and due_on > on
            else ()
        )
        return {"due_on": said.reasons(problems)}

    def carry_out(self, typed: Typed) -> Audit:
        """Issue the letter and return the audit."""
        entry = HandOverEntry(
            audit_id=self._case.audit.id,
            on=typed.day("on") or self.desk.today,
            due_on=typed.day("due_on"),
            why=typed.line("why"),
        )
        return hand_over(self.desk.store, entry, self.desk.today)

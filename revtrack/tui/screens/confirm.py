"""Bekräfta: a problem that is as it should be, with the reason."""

from collections.abc import Iterable

from revtrack.domain.checks import Problem
from revtrack.domain.records import Confirmation
from revtrack.services.checking import confirm
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField
from revtrack.wording import _, word_problem


class ConfirmForm(Form[Confirmation]):
    """Why a problem is as intended."""

    def __init__(self, desk: Desk, audit_id: int, problem: Problem) -> None:
        """Make the form for a problem."""
        super().__init__(desk, _("Confirm as intended"))
        self._audit_id = audit_id
        self._problem = problem

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        yield FormField("reason", _("Reason"), is_required=True)

    def on_mount(self) -> None:
        """Say what is confirmed."""
        self.tell_here(word_problem(self._problem))

    async def carry_out(self) -> Confirmation:
        """Store the confirmation and return it."""
        store, reason = self.desk.store, self.text("reason").strip()
        return await self.ask(
            confirm, store, self._audit_id, self._problem, reason, self.desk.today
        )

"""Bekräfta: a problem that is as it should be, with the reason."""

from collections.abc import Sequence

from revtrack.domain.checks import Problem
from revtrack.domain.records import Confirmation
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.services.checking import confirm
from revtrack.wording import _, word_problem


class ConfirmWish(Wish[Confirmation]):
    """Why a problem is as intended."""

    def __init__(self, desk: Desk, audit_id: int, problem: Problem) -> None:
        """Take the problem of an audit."""
        super().__init__(desk, _("Confirm as intended"))
        self._audit_id = audit_id
        self._problem = problem

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        return (FormField("reason", _("Reason"), is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say what is confirmed."""
        del typed
        return word_problem(self._problem)

    def carry_out(self, typed: Typed) -> Confirmation:
        """Store the confirmation and return it."""
        desk, reason = self.desk, typed.text("reason").strip()
        return confirm(desk.store, self._audit_id, self._problem, reason, desk.today)

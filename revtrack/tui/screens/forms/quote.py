"""Citat: the words of a reply on one recommendation."""

from collections.abc import Iterable

from revtrack.forms.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.tui.widgets.positions import Answered
from revtrack.wording import _


class QuoteForm(Form[str]):
    """What a committee writes on one recommendation; stored with the rest of the reply."""

    def __init__(self, desk: Desk, answered: Answered) -> None:
        """Make the form for one recommendation."""
        super().__init__(desk, _("Quote on {number}").format(number=answered.line.number))
        self._answered = answered

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        value = self._answered.quote or ""
        yield FormField("quote", _("Reply in its own words"), Kind.TEXT, value=value)

    def draft_about(self) -> str:
        """Return whose answer to which recommendation it is about."""
        return f"quote {self._answered.line.addressee.uid}"

    async def carry_out(self) -> str:
        """Return the words; nothing is stored until the reply is."""
        return self.text("quote")

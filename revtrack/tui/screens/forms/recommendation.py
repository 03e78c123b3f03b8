"""Nya rekommendationer: typed one by one, or pasted as the report lists them."""

import asyncio
from collections.abc import Iterable, Sequence

from textual.widget import Widget

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Recommendation
from revtrack.forms.desk import Desk
from revtrack.forms.recommendation import NewRow, RecommendationWish
from revtrack.tui import words
from revtrack.tui.form import PAUSE
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _


class NewRows(Lines):
    """The recommendations that saving will make; none are shown while there is only one."""

    DEFAULT_CSS = """
    NewRows { height: auto; max-height: 10; margin-top: 1; display: none; }
    """

    def show_rows(self, rows: Sequence[NewRow]) -> None:
        """Show these."""
        columns = (
            Column(_("No.")),
            Column(_("Recipients"), most=22, is_cut=True),
            Column(_("Recommendation"), grows=True, is_cut=True),
        )
        self.display = bool(rows)
        self.show_sections([Section(columns=columns, rows=tuple(map(_row, rows)))])
        self.refresh(layout=True)

    def action_down(self) -> None:
        """Move to the row below; from the last one, to the field below."""
        if self.key == self.keys[-1]:
            self.screen.focus_next()
        else:
            super().action_down()

    def action_up(self) -> None:
        """Move to the row above; from the first one, to the field above."""
        if self.key == self.keys[0]:
            self.screen.focus_previous()
        else:
            super().action_up()


def _row(row: NewRow) -> Row:
    told = row.told or words.marked(words.MARK_LATE, _("missing"))
    return Row((str(row.number), told, row.text), row.number, "" if row.told else "overdue")


class RecommendationForm(WishForm[tuple[Recommendation, ...]]):
    """Recommendations as the report words them, with their recipients."""

    wish: RecommendationWish

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        super().__init__(RecommendationWish(desk, case))

    def between(self) -> Iterable[Widget]:
        """Return the list of what saving will make."""
        yield NewRows()

    async def _foretell_after_pause(self) -> None:
        await asyncio.sleep(PAUSE)
        typed = self.typed
        rows = await self.ask(self.wish.rows, typed)
        self._show(await self.ask(self.wish.summary, typed, rows), {})
        self.query_one(NewRows).show_rows(rows if self.wish.is_list(rows) else ())

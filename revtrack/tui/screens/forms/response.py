"""Registrera svar: two values and Enter; positions when somebody reads the reply."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from revtrack.domain.case import AuditCase
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Response
from revtrack.forms.desk import Desk
from revtrack.forms.response import ResponseWish, awaited_line
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.screens.forms.quote import QuoteForm
from revtrack.tui.widgets.key_line import Legend
from revtrack.tui.widgets.positions import PositionLines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _
from revtrack.wording.words import capitalise_first


class ResponseForm(WishForm[Response]):
    """A reply from one committee in one audit."""

    wish: ResponseWish

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        super().__init__(ResponseWish(desk, case, line))

    def between(self) -> Iterable[Widget]:
        """Return a line for each recommendation, where any is registered."""
        asked = self.wish.asked()
        if not asked:
            yield Static(
                _("No recommendation is registered yet; positions can be added later."),
                classes="legend",
                markup=False,
            )
            return
        lines = PositionLines(asked)
        yield lines
        yield Legend(keys.POSITIONS_SHOWN, lines)
        yield Legend(keys.PROGRESS, lines)

    def on_position_lines_quote_wanted(self, event: PositionLines.QuoteWanted) -> None:
        """Let the words of the reply be typed."""
        answered = event.answered

        def keep(quote: str | None) -> None:
            if quote is not None:
                lines = self.query_one(PositionLines)
                lines.put_quote(answered.line.addressee.id, quote.strip() or None)

        self.app.push_screen(QuoteForm(self.desk, answered), keep)

    def contents(self) -> object:
        """Return the fields and the answers."""
        return super().contents(), [lines.answers() for lines in self.query(PositionLines)]

    async def carry_out(self) -> Response:
        """Register the reply with its answers and return it."""
        only_new = self.wish.takes_only_new_answers(self.typed)
        self.wish.answers = tuple(
            answer
            for lines in self.query(PositionLines)
            for answer in lines.answers(only_new=only_new)
        )
        return await super().carry_out()


def open_response_form(screen: RevTrackScreen[None], case: AuditCase, committee_id: int) -> None:
    """Open the form of a reply over a screen, and tell there what was registered.

    Raises RevTrackError where the audit is not handed over, or the committee is not asked to reply.
    """
    line = awaited_line(case, committee_id, screen.desk.today)

    def tell(response: Response | None) -> None:
        if response is not None:
            name = capitalise_first(line.committee.name)
            screen.tell(_("{committee}: the reply is registered.").format(committee=name))

    screen.app.push_screen(ResponseForm(screen.desk, case, line), tell)

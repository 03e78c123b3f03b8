"""Ångra och gör om: what the latest wish changed, shown before it is turned back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.domain.undoing import Direction
from revtrack.forms.desk import Desk
from revtrack.services.describe import EventLine, describe_events
from revtrack.services.undoing import Turning, see_turn, take_turn
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import plain
from revtrack.tui.tabs.history import moment
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _, ngettext
from revtrack.wording.changes import worded_change, worded_fields
from revtrack.wording.words import capitalise_first


class TurnScreen(RevTrackScreen[bool], ModalScreen[bool]):
    """Closes with whether the wish was undone, or redone; Esc leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.TURN]

    def __init__(self, desk: Desk, seen: Turning, lines: tuple[EventLine, ...]) -> None:
        """Take what undoing or redoing would change."""
        super().__init__(desk)
        self._seen = seen
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out what was done when, what happens now, and the keys."""
        with Vertical(id="turn") as frame:
            frame.border_title = self._title
            yield Static(plain(self._told), markup=False)
            yield Lines(can_mark=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show every change."""
        lines = self.query_one(Lines)
        lines.show_sections([self._changes()])
        lines.focus()

    @property
    def _is_undo(self) -> bool:
        return self._seen.turn.direction is Direction.UNDO

    @property
    def _title(self) -> str:
        return _("Undo") if self._is_undo else _("Redo")

    @property
    def _told(self) -> str:
        count = len(self._lines)
        rows = ngettext("{n} change", "{n} changes", count).format(n=count)
        said = (
            _("Your latest change, made {at}, is taken back: {rows}.")
            if self._is_undo
            else _("What you undid, made {at}, is done again: {rows}.")
        )
        return said.format(at=moment(self._seen.at), rows=rows)

    def _changes(self) -> Section:
        return Section(
            "",
            (Column(_("What"), grows=True), Column(_("Change"), most=60)),
            tuple(_row(line) for line in self._lines),
            hides_titles=True,
        )

    def action_turn(self) -> None:
        """Carry it out, as one wish."""
        if self.may_write():
            self.begin(self._turn)

    async def _turn(self) -> None:
        await self.ask(take_turn, self.desk.store, self._seen)
        self.dismiss(True)


def _row(line: EventLine) -> Row:
    event = line.event
    was_there, is_there = event.old is not None, event.new is not None
    said = worded_change(line.name, event.table, was_there=was_there, is_there=is_there)
    fields = "; ".join(worded_fields(event.table, line.changes)) if was_there and is_there else ""
    return Row((capitalise_first(said), fields), event.sequence)


async def open_turn(screen: RevTrackScreen[None], direction: Direction) -> None:
    """Show what would be undone or redone over a screen, which is read again afterwards."""
    desk = screen.desk
    seen = await screen.ask(see_turn, desk.store, direction)
    lines = await screen.ask(describe_events, desk.store, seen.events)

    is_undo = direction is Direction.UNDO
    done = _("The change is undone.") if is_undo else _("The change is done again.")

    def tell(is_done: bool | None) -> None:
        if is_done:
            screen.tell(done)

    screen.app.push_screen(TurnScreen(desk, seen, lines), tell)

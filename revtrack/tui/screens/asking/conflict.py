"""Ändrat av någon annan: mine, theirs and the original side by side, chosen field by field."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.contested import Contested, Side
from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import one_line, plain
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import _

CHOSEN, OTHER = "●", "○"


class ContestedRow(Vertical, can_focus=True):
    """One field with its three texts; a key chooses which of them is to stand."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CONTESTED]
    DEFAULT_CSS = """
    ContestedRow { height: auto; margin-bottom: 1; }
    ContestedRow Horizontal { height: auto; }
    ContestedRow .side { width: 1fr; height: auto; padding: 0 1; }
    """

    def __init__(self, contested: Contested) -> None:
        """Begin with what is proposed."""
        super().__init__()
        self.contested = contested
        self.side: Side | None = contested.proposed

    def compose(self) -> ComposeResult:
        """Lay out the field's name over its texts."""
        yield Static(classes="name", markup=False)
        with Horizontal():
            for side in Side:
                yield Static(id=side.value, classes="side", markup=False)

    def on_mount(self) -> None:
        """Show which text is chosen."""
        self._show()

    def on_focus(self) -> None:
        """Show that the keys choose here."""
        self._show()

    def on_blur(self) -> None:
        """Show that they choose elsewhere."""
        self._show()

    def choose(self, side: Side) -> None:
        """Let this text stand."""
        self.side = side
        self._show()

    def action_choose(self, side: str) -> None:
        """Let this text stand, and go on to the next field."""
        self.choose(Side(side))
        self.screen.focus_next(ContestedRow)

    def _show(self) -> None:
        mark = "▶" if self.has_focus else " "
        asked = "" if self.side else "  " + _("choose")
        name = f"{mark} {one_line(self.contested.field.label)}{asked}"
        self.query_one(".name", Static).update(Text(name, style="bold"))
        for side, title in _titles().items():
            is_chosen = side is self.side
            said = plain(self.contested.field.said(self.contested.texts[side])) or _("(empty)")
            head = f"{CHOSEN if is_chosen else OTHER} {title}"
            text = Text.assemble((head, "bold" if is_chosen else ""), "\n", said)
            cell = self.query_one(f"#{side.value}", Static)
            cell.update(text)
            cell.set_class(is_chosen, "-chosen")


def _titles() -> Mapping[Side, str]:
    return {Side.MINE: _("Mine"), Side.THEIRS: _("Theirs"), Side.ORIGINAL: _("Before")}


class ConflictScreen(RevTrackScreen[dict[str, str]], ModalScreen[dict[str, str]]):
    """Closes with the text that is to stand in each contested field; None: not decided."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CONFLICT]

    def __init__(self, desk: Desk, told: str, contested: Sequence[Contested]) -> None:
        """Take who changed it and when, and the fields."""
        super().__init__(desk)
        self._refusal = told
        self._contested = contested

    def compose(self) -> ComposeResult:
        """Lay out what has happened, the fields and the keys."""
        with Vertical(id="conflict") as frame:
            frame.border_title = _("Changed by somebody else meanwhile")
            yield Static(plain(self._refusal), markup=False)
            yield Static(id="conflict-told", markup=False)
            with VerticalScroll(can_focus=False):
                for each in self._contested:
                    yield ContestedRow(each)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first field that somebody has to choose in."""
        self._tell(_("Choose for each field which text is to stand; nothing is saved before that."))
        rows = list(self.query(ContestedRow))
        self.set_focus(next((each for each in rows if each.side is None), rows[0]))

    def _tell(self, sentence: str) -> None:
        self.query_one("#conflict-told", Static).update(sentence)

    def action_choose_all(self, side: str) -> None:
        """Let the texts of one of us stand in all the fields."""
        for row in self.query(ContestedRow):
            row.choose(Side(side))

    def action_step(self, step: int) -> None:
        """Go to the field below or above."""
        if step > 0:
            self.focus_next(ContestedRow)
        else:
            self.focus_previous(ContestedRow)

    def action_save(self) -> None:
        """Close with what is chosen, where something is chosen for every field."""
        rows = list(self.query(ContestedRow))
        open_rows = [each for each in rows if each.side is None]
        if open_rows:
            self._tell(_("Choose here too which text is to stand; then save."))
            self.set_focus(open_rows[0])
            return
        self.dismiss(
            {row.contested.field.name: row.contested.texts[row.side] for row in rows if row.side}
        )

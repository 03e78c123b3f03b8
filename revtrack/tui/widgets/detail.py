"""What is told of the row that the cursor stands on, under the list."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from revtrack.tui.widgets.lines import Lines

SHORT, TALL = 33, 75
"""Percent of the screen that a text takes at most; a short list leaves it more."""


class Detail(VerticalScroll, can_focus=False):
    """A text that takes no more room than it needs, and none where there is none."""

    DEFAULT_CSS = """
    Detail { height: auto; max-height: 33%; padding: 0 2; }
    Detail Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the text; none is told yet."""
        self.display = False
        yield Static(markup=False)

    def tell(self, text: Text) -> None:
        """Show a text from its beginning."""
        self._take_room()
        self.query_one(Static).update(text)
        self.display = bool(text.plain)
        self.scroll_home(animate=False)

    def toggle(self) -> None:
        """Give a long text more room, or as little as before."""
        self.toggle_class("-tall")
        self._take_room()

    def on_resize(self) -> None:
        """Take what the list leaves on a screen of another size."""
        self._take_room()

    def _take_room(self) -> None:
        """Let the text be as high as its share of the screen, or as what the list leaves."""
        if self.parent is not self.screen:
            return
        share = TALL if self.has_class("-tall") else SHORT
        self.styles.max_height = max(self.screen.size.height * share // 100, self._left_over())

    def _left_over(self) -> int:
        """Return how many lines the list over the text does not need."""
        own = self.outer_size.height if self.display else 0
        lists = self.screen.query(Lines)
        return max(
            (each.outer_size.height + own - each.virtual_size.height for each in lists), default=0
        )

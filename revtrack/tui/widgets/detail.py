"""What is told of the row that the cursor stands on, under the list."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class Detail(VerticalScroll, can_focus=False):
    """A text that takes no more room than it needs, and none where there is none."""

    DEFAULT_CSS = """
    Detail { height: auto; max-height: 33%; padding: 0 2; }
    Detail.-tall { max-height: 75%; }
    Detail Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(markup=False)

    def tell(self, text: Text) -> None:
        """Show a text from its beginning."""
        self.query_one(Static).update(text)
        self.display = bool(text.plain)
        self.scroll_home(animate=False)

    def toggle(self) -> None:
        """Give a long text more room, or as little as before."""
        self.toggle_class("-tall")

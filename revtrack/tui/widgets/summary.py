"""What is counted or told of the whole list, between the heading and the list."""

from textual.widgets import Static

from revtrack.tui.show import plain


class Summary(Static):
    """A text of at most two lines."""

    DEFAULT_CSS = """
    Summary { height: auto; max-height: 2; padding: 0 2; color: $text-muted; }
    """

    def __init__(self) -> None:
        """Begin with nothing told."""
        super().__init__(markup=False)

    def tell(self, text: str) -> None:
        """Show a text in place of the one before."""
        self.update(plain(text))

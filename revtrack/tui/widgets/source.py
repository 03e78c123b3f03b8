"""The paper that something was read from, around its place, with the quoted words marked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from revtrack.domain.texts.paper import Place
from revtrack.domain.texts.source import SourceLine, span_of, where_in
from revtrack.tui.show import MAX_SHOWN, one_line
from revtrack.wording import _

ABOVE = 3
"""A place stands so far down in the widget: a third of its height."""
STEP = 3
"""Lines that a key moves the paper by."""
GUTTER = 2


class Source(Widget):
    """As many lines of a paper as there is room for, those around a place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"source--mark", "source--page", "source--heading"}
    DEFAULT_CSS = """
    Source { height: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        """Begin with no paper."""
        super().__init__()
        self._lines: Sequence[SourceLine] = ()
        self._at: int | None = None
        self._said: tuple[str, ...] = ()
        self._shift = 0

    def read(self, lines: Sequence[SourceLine]) -> None:
        """Take the paper."""
        self._lines = lines
        self.show(None, ())

    def show(self, place: Place | None, said: Iterable[str]) -> None:
        """Show what is around a place, with the first of some quotations that stands there marked.

        Where none does, all of the place is marked.
        """
        self._at = where_in(self._lines, place) if place else None
        self._said = tuple(said)
        self._shift = 0
        self.refresh()

    def move(self, step: int) -> None:
        """Show more of what stands before or after."""
        self._shift += step * STEP
        self.refresh()

    # ---- drawing

    def render(self) -> Text:
        """Return the lines in sight."""
        room, width = self.content_size.height, max(self.content_size.width, GUTTER + 1)
        if not self._lines or not room:
            return Text()
        start = self._at or 0
        own, marked = self._wrapped(start, width)
        top = marked - room // ABOVE + self._shift
        before = self._gathered(reversed(range(start)), width, max(room, -top))
        after = self._gathered(range(start + 1, len(self._lines)), width, top + room - len(own))
        shown = [*reversed(before), *own, *after]
        first = max(min(len(before) + top, len(shown) - room), 0)
        self._shift -= len(before) + top - first
        return Text("\n").join(shown[first : first + room])

    def _gathered(self, numbers: Iterable[int], width: int, most: int) -> list[Text]:
        """Return the lines of the texts with these numbers, in order, once there are enough."""
        found: list[Text] = []
        is_upwards = isinstance(numbers, Iterator)
        for number in numbers:
            if len(found) >= most:
                break
            lines = self._wrapped(number, width)[0]
            found += reversed(lines) if is_upwards else lines
        return found

    def _wrapped(self, number: int, width: int) -> tuple[list[Text], int]:
        """Return a text as it stands on lines, and which of them begins what is marked."""
        line, is_marked = self._lines[number], number == self._at
        text = Text(one_line(line.text, max(len(line.text), MAX_SHOWN)))
        start = 0
        if line.is_heading:
            text.stylize(self._style("source--heading"))
        if is_marked:
            start, end = span_of(text.plain, self._said) or (0, len(text))
            text.stylize(self._style("source--mark"), start, end)
        lines = list(text.wrap(self.app.console, width - GUTTER)) or [Text()]
        bar = "▌" if is_marked else " "
        told = [Text.assemble((f"{bar} ", self._style("source--page")), each) for each in lines]
        first = len(Text(text.plain[: start + 1]).wrap(self.app.console, width - GUTTER)) - 1
        head = self._page_told(number)
        return [*head, *told], len(head) + max(first, 0)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _page_told(self, number: int) -> list[Text]:
        """Return the line that tells of a page, before its first text."""
        page = self._lines[number].place.page
        before = self._lines[number - 1].place.page if number else None
        if page is None or page == before:
            return []
        told = _("Page {page}").format(page=page)
        return [Text(f"── {told} ──", style=self._style("source--page"))]

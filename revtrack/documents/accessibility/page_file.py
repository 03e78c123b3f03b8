"""A web page read through: its elements in order, with their texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_WITHOUT_END = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Node:
    """An element of a page."""

    tag: str
    given: Mapping[str, str]
    """What stands in its tag."""
    line: int
    inside: "Node | None" = None
    texts: list[str] = field(default_factory=list)
    """All text within it, in order."""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.texts).split())

    def within(self, tag: str) -> "Node | None":
        """Return the nearest element of this kind that it stands in."""
        node = self.inside
        while node is not None and node.tag != tag:
            node = node.inside
        return node


class PageFile(HTMLParser):
    """The elements of a page in the order they begin."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.nodes: list[Node] = []
        self._open: list[Node] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element that begins."""
        inside = self._open[-1] if self._open else None
        node = Node(tag, {name: value or "" for name, value in attrs}, self.getpos()[0], inside)
        self.nodes.append(node)
        if tag not in _WITHOUT_END:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those within it that were never closed."""
        if any(each.tag == tag for each in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Put a text where it stands, and in all that it stands in."""
        for each in self._open:
            each.texts.append(data)

    def all(self, *tags: str) -> list[Node]:
        """Return the elements of these kinds, in order."""
        return [each for each in self.nodes if each.tag in tags]

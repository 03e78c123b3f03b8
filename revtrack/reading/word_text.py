"""A Word document as blocks of text: paragraphs, list items, headings, tables.

Read as it would be printed with all changes accepted: what is struck out is left out, what is
inserted stands; comments and hidden text are not read. Runs in the guard's process.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from revtrack.reading.word_numbers import BULLET, Numbering
from revtrack.reading.word_styles import Styles
from revtrack.reading.word_xml import (
    Element,
    Package,
    W,
    boxes_of,
    chosen,
    has_changes,
    is_bold,
    is_on,
    local,
    notes_of,
    text_of,
    value,
)

Block = dict[str, Any]

MAX_COLUMNS = 64
"""Word itself allows 63."""
_SOFT = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WIDE = re.compile("[\u00a0\u2007\u202f]")
_SPACES = re.compile(r"[ \t]+")
_HYPHEN = "\u2011"
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def read_word(content: bytes) -> dict[str, Any]:
    """Return ``{"blocks", "headers", "repeated", "has_changes", "notes": {id: text}}``.

    A block is ``{"kind", "text", "level", "marker"}``, of kind paragraph, item, heading or contents
    (a line of the table of contents), or ``{"kind": "table", "rows": [[{"text", "is_merged"}]]}``
    with a cell for each column of the grid: a merged cell is repeated with ``is_merged``.
    ``marker`` is the number or bullet that Word computes, ``level`` that of a heading, from 1, or
    of a list, from 0. Empty paragraphs are left out; page headers come as lines. ``repeated`` are
    those of headers and footers, parted where tabs set them apart. ``has_changes`` tells of tracked
    changes in the text. Raises RevTrackError where the document is damaged.
    """
    package = Package(content)
    reader = _Reader(package)
    body = package.body()
    blocks = list(reader.blocks(body))
    return {
        "blocks": [each for each in blocks if each["kind"] == "table" or each["text"]],
        "headers": [line for each in package.headers() for line in reader.lines(each) if line],
        "repeated": list(_repeated(package)),
        "has_changes": has_changes(body),
        "notes": {name: " ".join(reader.lines(each)) for name, each in package.notes()},
    }


def _repeated(package: Package) -> Iterator[str]:
    """Give the lines of page headers and footers, each part of a row by itself."""
    reader = _Reader(package, tab="\n")
    for each in (*package.headers(), *package.footers()):
        yield from (line for line in reader.lines(each) if line)


def plain(text: str) -> str:
    """Return the text without what only steers where a line is broken, single spaces between."""
    text = _WIDE.sub(" ", _SOFT.sub("", text)).replace(_HYPHEN, "-")
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _hanging(element: Element) -> dict[str, list[str]]:
    notes = notes_of(element)
    return {"notes": notes} if notes else {}


class _Reader:
    """Goes through a document once, from its beginning to its end, since lists are counted."""

    def __init__(self, package: Package, tab: str = "\t") -> None:
        self._tab = tab
        self._numbering = Numbering(package)
        self._styles = Styles(package)

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Give the blocks in a body, a cell or a text box."""
        pending = ""
        for child in self._unwrapped(parent):
            if local(child) == "tbl":
                rows = list(self._rows(child))
                if rows:
                    yield {"kind": "table", "rows": rows} | _hanging(child)
            elif is_on(child, "pPr/rPr/del"):
                pending += text_of(child)  # its end is struck out: it runs on into the next
            else:
                yield from self._paragraph(child, pending)
                pending = ""
        if plain(pending):
            yield {"kind": "paragraph", "text": plain(pending), "level": None, "marker": None}

    def _unwrapped(self, parent: Element) -> Iterator[Element]:
        for child in chosen(parent):
            name = local(child)
            if name in {"p", "tbl"}:
                yield child
            elif name in _WRAPPERS:
                yield from self._unwrapped(child)

    def _paragraph(self, element: Element, pending: str) -> Iterator[Block]:
        text = plain((pending + text_of(element)).replace("\t", self._tab))
        kind, level, marker = self._shape(element)
        if text or marker:
            said = {"kind": kind, "text": text, "level": level, "marker": marker}
            yield said | _hanging(element) | ({"is_bold": True} if is_bold(element) else {})
        for box in boxes_of(element):
            yield from self.blocks(box)

    def _shape(self, element: Element) -> tuple[str, int | None, str | None]:
        style = self._styles.of(value(element, "pPr/pStyle"))
        number = value(element, "pPr/numPr/numId") or style.number
        level = int(value(element, "pPr/numPr/ilvl") or style.level)
        marker = None
        if number and number != "0":
            marker = self._numbering.marker(number, level)
        outline = value(element, "pPr/outlineLvl") or style.outline
        if style.is_contents:
            return "contents", None, marker
        if outline is not None and int(outline) < 9:  # noqa: PLR2004 - 9 is body text
            return "heading", int(outline) + 1, marker
        return ("item", level, marker) if marker else ("paragraph", None, None)

    def lines(self, parent: Element) -> Iterator[str]:
        """Give the lines of text in a cell or a page header; numbers stand before their text."""
        for block in self.blocks(parent):
            if block["kind"] == "table":
                for row in block["rows"]:
                    yield from (cell["text"] for cell in row if not cell["is_merged"])
            else:
                marker = block["marker"]
                number = f"{marker} " if marker and marker != BULLET else ""
                yield from f"{number}{block['text']}".strip().split("\n")

    def _rows(self, table: Element) -> Iterator[list[dict[str, Any]]]:
        above: list[str] = []
        for row in self._parts(table, "tr"):
            if is_on(row, "trPr/del"):
                continue
            cells = self._cells(row, above)
            above = [cell["text"] for cell in cells]
            if any(above):
                yield cells

    def _cells(self, row: Element, above: list[str]) -> list[dict[str, Any]]:
        cells: list[dict[str, Any]] = []
        skipped = min(int(value(row, "trPr/gridBefore") or 0), MAX_COLUMNS)
        cells += [{"text": "", "is_merged": False}] * skipped
        for cell in self._parts(row, "tc"):
            span = min(int(value(cell, "tcPr/gridSpan") or 1), MAX_COLUMNS - len(cells))
            text = "\n".join(line for line in self.lines(cell) if line)
            goes_on = cell.find(f"{W}tcPr/{W}vMerge")
            is_below = goes_on is not None and goes_on.get(f"{W}val") != "restart"
            if is_below and len(cells) < len(above):
                text = above[len(cells)]
            cells += [
                {"text": text, "is_merged": is_below or place > 0} for place in range(max(span, 0))
            ]
        return cells

    def _parts(self, parent: Element, name: str) -> Iterable[Element]:
        for child in chosen(parent):
            if local(child) == name:
                yield child
            elif local(child) in _WRAPPERS:
                yield from self._parts(child, name)

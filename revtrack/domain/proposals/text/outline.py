"""A paper's lines with the headings above them, numbers and bullets taken off."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from typing import TypeVar

from revtrack.domain.proposals.text.headings import (
    Head,
    chapters_in_turn,
    goes_on_listing,
    heading_at,
    is_item_after,
    next_chapter,
)
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Line, LineKind, Paper, Place, Row, Table
from revtrack.domain.texts.prose import name_key

_CONTENTS = re.compile(
    r"^(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+)?(?P<text>[^\W\d_].{0,140}?)"
    r"(?:\s*\.{3,}\s*|\s*…+\s*|\t+|\s{2,})\d{1,3}$"
)
_BEGINS_CONTENTS = re.compile(r"^innehåll(?:sförteckning)?$")


@dataclass(frozen=True)
class Passage:
    """A paragraph, item or heading with where in the outline it stands."""

    kind: LineKind
    text: str
    """Without its number or bullet."""
    place: Place
    marker: str | None
    """Its number as typed or computed; "•" for any bullet; None where it has neither."""
    section: str | None
    """The number of the chapter that it stands in: ``4.2``."""
    path: tuple[str, ...]
    """The headings above it, the chapter's first; a heading's own text is the last."""
    run: int
    """Which heading it stands under, counted from the beginning."""
    level: int = 0
    """Of an item, from 0; of a heading, from 1."""

    @property
    def heading(self) -> str:
        """The nearest heading above it, or its own text where it is one; "" for none."""
        return self.path[-1] if self.path else ""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind is LineKind.ITEM

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind is LineKind.HEADING


@dataclass(frozen=True)
class TablePassage:
    """A table with where in the outline it stands."""

    table: Table
    section: str | None
    path: tuple[str, ...]
    run: int


Passages = Sequence[Passage | TablePassage]
"""A paper's lines and tables, in their order."""
T = TypeVar("T")
_LAST_FEW = 16


def once_each(way: Callable[[Passages], Iterable[T]]) -> Callable[[Passages], tuple[T, ...]]:
    """Return a way to read passages that remembers what the last few gave.

    Rules that weigh several ways against each other ask the same of the same passages.
    """
    remembered = lru_cache(maxsize=_LAST_FEW)(lambda passages: tuple(way(passages)))

    @wraps(way)
    def read(passages: Passages) -> tuple[T, ...]:
        return remembered(tuple(passages))

    return read


def outline_of(paper: Paper) -> tuple[Passage | TablePassage, ...]:
    """Return the lines and tables of a paper, contents and footnotes left out."""
    opened = replace(paper, blocks=tuple(_without_boxes(paper)))
    return tuple(_passages(opened, _listed_in_contents(opened) | chapters_in_turn(opened)))


def _without_boxes(paper: Paper) -> Iterator[Line | Table]:
    """Give the blocks with the boxes, tables of one column, as the lines that they hold."""
    for block in paper.blocks:
        if isinstance(block, Table) and all(_is_box_row(row) for row in block.rows):
            for row in block.rows:
                for text in row.cells[0].text.split("\n"):
                    if text.strip():
                        yield Line(LineKind.PARAGRAPH, text.strip(), row.place)
        else:
            yield block


def _is_box_row(row: Row) -> bool:
    return bool(row.cells) and all(
        each.is_merged or not each.text.strip() for each in row.cells[1:]
    )


def _passages(paper: Paper, contents: frozenset[str]) -> Iterator[Passage | TablePassage]:
    stack: list[Head] = []
    run, is_in_contents, chapter = 0, False, ""
    for place, block in enumerate(paper.blocks):
        if isinstance(block, Table):
            yield TablePassage(block, _section(stack), _path(stack), run)
            continue
        is_in_contents = _goes_on(block, is_in_contents=is_in_contents)
        if is_in_contents or block.kind in {LineKind.CONTENTS, LineKind.FOOTNOTE}:
            continue
        beside = _beside(paper, place - 1), _beside(paper, place + 1)
        head = next_chapter(block, stack, contents) or heading_at(block, contents, stack, beside)
        is_item = head is not None and (
            is_item_after(head, chapter) or goes_on_listing(head, beside[0])
        )
        if head is not None and not is_item:
            run, chapter = run + 1, head.number or chapter
            while stack and stack[-1].level >= head.level:
                stack.pop()
            stack.append(head)
            yield _passage(block, head.text, head.number, LineKind.HEADING, stack, run)
        else:
            yield _line(block, stack, run)


def _beside(paper: Paper, place: int) -> Line | None:
    """Return the line at a place; None where a table or nothing stands there."""
    block = paper.blocks[place] if 0 <= place < len(paper.blocks) else None
    return block if isinstance(block, Line) else None


def _line(line: Line, stack: list[Head], run: int) -> Passage:
    number, text, is_bullet = split_number(line.text.strip())
    marker = number or ("•" if is_bullet else None)
    if line.kind is LineKind.ITEM and marker is None:
        marker = _typed(line.marker)
    kind = LineKind.ITEM if marker is not None else line.kind
    if kind is LineKind.HEADING:
        kind = LineKind.PARAGRAPH
    if line.kind is LineKind.HEADING:
        line = replace(line, level=None)
    return _passage(line, text, marker, kind, stack, run)


def _passage(
    line: Line, text: str, marker: str | None, kind: LineKind, stack: list[Head], run: int
) -> Passage:
    level = stack[-1].level if kind is LineKind.HEADING else line.level or 0
    return Passage(
        kind, text.strip(), line.place, marker, _section(stack), _path(stack), run, level
    )


def _typed(marker: str | None) -> str:
    bare = (marker or "").strip(" .):(")
    return bare if bare and bare[-1].isalnum() and bare != "o" else "•"


def _section(stack: list[Head]) -> str | None:
    return next((head.number for head in reversed(stack) if head.number), None)


def _path(stack: list[Head]) -> tuple[str, ...]:
    return tuple(head.text for head in stack)


# ---- the table of contents -----------------------------------------------------------------------


def _listed_in_contents(paper: Paper) -> frozenset[str]:
    """Return the name keys of the headings that a table of contents lists."""
    found, is_in_contents = set(), False
    for block in paper.blocks:
        if isinstance(block, Table):
            continue
        is_in_contents = _goes_on(block, is_in_contents=is_in_contents)
        if not is_in_contents and block.kind is not LineKind.CONTENTS:
            continue
        entry = _CONTENTS.match(block.text.strip())
        if entry:
            found.add(name_key(entry["text"]))
        elif block.kind is LineKind.CONTENTS:
            found.add(name_key(re.sub(r"^[\d.]+\s+|[\s.]+\d+$", "", block.text.strip())))
    return frozenset(found)


def _goes_on(line: Line, *, is_in_contents: bool) -> bool:
    """Tell whether a line is of a table of contents that the file does not mark as one."""
    text = line.text.strip()
    if _BEGINS_CONTENTS.match(name_key(text)):
        return True
    return is_in_contents and _CONTENTS.match(text) is not None

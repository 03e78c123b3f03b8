"""The pages of a PDF as lines: columns one after the other, tables row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.aligned import AlignedTable, aligned_tables
from revtrack.reading.cleaning.grids import GridRow, grids_of, rows_of, taken
from revtrack.reading.cleaning.layout import (
    Column,
    Placed,
    Segment,
    columns_of,
    pitch_of,
    segments_of,
)
from revtrack.reading.cleaning.lines import SourceLine
from revtrack.reading.cleaning.page import Page, Word

_ROOM = 1.22
"""Of the usual room between lines: more of it parts paragraphs."""
_USUAL_LEADING = 1.2
"""Of a letter's size."""
_ENOUGH = 8
_ENOUGH_LETTERS = 300
"""So many letters beside the tables tell which are the running text's."""
_LEADS = 3
"""So many lines that end in a page's number make a table of contents."""
_OTHER_SIZE = 0.6
"""Points by which the letters of two lines differ that are not of one paragraph."""


class _Table(NamedTuple):
    """The rows of a table that is drawn, and where it begins."""

    top: float
    left: float
    rows: list[GridRow]


@dataclass(frozen=True)
class _Laid:
    """A page in the order in which it is read."""

    number: int
    height: float
    columns: list[Column]
    tables: list[_Table]


@dataclass
class Pages:
    """Lays out pages one by one; their lines are known when all have been seen."""

    _pages: list[_Laid] = field(default_factory=list)
    _sizes: Counter[float] = field(default_factory=Counter)
    _beside: Counter[float] = field(default_factory=Counter)
    """The sizes of the letters that stand in no table."""
    empty: list[int] = field(default_factory=list)
    """Pages without a word."""
    pictured: int = 0
    """How many of those show a picture."""

    def add(self, page: Page) -> None:
        """Lay out a page."""
        if not page.words:
            self.empty.append(page.number)
            self.pictured += page.has_pictures
        grids = grids_of(page.rulings, page.width)
        words = taken(page.words, grids)
        beside = _sizes_of(words)
        self._beside += beside
        self._sizes += _sizes_of(page.words) if grids else beside
        tables = [_Table(grid.down[0], grid.across[0], rows_of(grid)) for grid in grids]
        columns = columns_of(segments_of(words))
        self._pages.append(_Laid(page.number, page.height, columns, tables))

    def lines(self) -> list[SourceLine]:
        """Return the lines of all pages."""
        sizes = self._beside if self._beside.total() >= _ENOUGH_LETTERS else self._sizes
        body = max(sizes, key=lambda size: sizes[size], default=1.0)
        reach = self._reach()
        counted = _Counted(body, reach, self._leading(reach))
        return [line for page in self._pages for line in counted.of_page(page)]

    def _reach(self) -> float:
        """Return how far lines go on most pages."""
        rights = sorted(
            reach_of(column.lines)
            for page in self._pages
            for column in page.columns
            if not column.is_prose and len(column.lines) >= _ENOUGH
        )
        return rights[len(rights) // 2] if rights else 0.0

    def _leading(self, reach: float) -> float:
        """Return the room from one line to the next on most pages, against the letters' size."""
        found = sorted(
            pitch / line[0].size
            for page in self._pages
            for column in page.columns
            for line in column.lines[:1]
            if (pitch := pitch_of(column.lines, max(reach, reach_of(column.lines))))
            and line[0].size > 0
        )
        return found[len(found) // 2] if found else _USUAL_LEADING


def _sizes_of(words: Iterable[Word]) -> Counter[float]:
    """Return how many letters there are of each size."""
    counted: Counter[float] = Counter()
    for size, letters in groupby(words, key=lambda word: word.size):
        counted[round(size, 1)] += sum(len(word.text) for word in letters)
    return counted


@dataclass
class _Counted:
    """Gives the lines of pages their numbers."""

    body: float
    reach: float
    leading: float
    number: int = 0

    def of_page(self, page: _Laid) -> Iterator[SourceLine]:
        """Give the lines of a page."""
        waiting = sorted(page.tables, key=lambda table: table.top)
        for order, column in enumerate(page.columns):
            at = _At.of(page.number, column, self.reach, self.leading * self.body)
            tables = {table.first: table for table in aligned_tables(column.lines, at.pitch)}
            last: Placed | None = None
            skip = -1
            for place, line in enumerate(column.lines):
                while waiting and waiting[0].top < line[0].base - line[0].size / 2:
                    yield from self._drawn(waiting.pop(0), page)
                    last = None
                if place in tables:
                    yield from self._aligned(tables[place], column, page)
                    skip, last = tables[place].last, None
                if place > skip:
                    for said in self._line(at, line, last):
                        is_first = order > 0 and place == 0
                        yield replace(said, follows_break=True) if is_first else said
                    last = line
        for table in waiting:
            yield from self._drawn(table, page)

    def _line(self, at: "_At", line: Placed, last: Placed | None) -> Iterator[SourceLine]:
        self.number += 1
        room = line[0].base - last[0].base if last else 0.0
        is_other = last is not None and abs(last[0].size - line[0].size) > _OTHER_SIZE
        has_gap = last is None or is_other or room > _ROOM * self._leading(at.pitch, line)
        for text, parts in at.said(line):
            yield SourceLine(
                text,
                self.number,
                at.page,
                height=line[0].base,
                left=parts[0].left,
                right=parts[-1].right,
                reach=at.reach,
                letter=_letter(parts),
                has_gap=has_gap,
                size=max(part.size for part in parts) / self.body,
                is_bold=all(part.is_bold for part in parts),
            )
            has_gap = True

    def _leading(self, pitch: float, line: Placed) -> float:
        """Return the room between lines of a paragraph in such letters."""
        return max(pitch * max(1.0, line[0].size / self.body), line[0].size)

    def _drawn(self, table: _Table, page: _Laid) -> Iterator[SourceLine]:
        for order, row in enumerate(table.rows):
            first = self.number + 1
            self.number += max(row.lines, 1)
            yield SourceLine(
                " ".join(filter(None, row.cells)).replace("\n", " "),
                first,
                page.number,
                height=row.base,
                left=table.left,
                has_gap=order == 0,
                cells=row.cells,
                merged=row.merged,
                last=self.number,
            )

    def _aligned(self, table: AlignedTable, column: Column, page: _Laid) -> Iterator[SourceLine]:
        ends = [*(begin - 1 for begin in table.begins[1:]), table.last]
        for order, (cells, begin, end) in enumerate(
            zip(table.rows, table.begins, ends, strict=True)
        ):
            first = self.number + 1
            self.number += end - begin + 1
            yield SourceLine(
                " ".join(filter(None, cells)),
                first,
                page.number,
                height=column.lines[begin][0].base,
                left=table.starts[0],
                has_gap=order == 0,
                cells=tuple(map(signs.plain, cells)),
                last=self.number,
            )


class _At(NamedTuple):
    """What holds for the lines of a column."""

    page: int
    pitch: float
    """The usual room from one line to the next."""
    reach: float
    """How far its lines go."""
    has_leads: bool
    """Whether its lines lead to pages, as those of a table of contents do."""

    @classmethod
    def of(cls, page: int, column: Column, usual: float, leading: float) -> "_At":
        """Return what holds for a column of a page."""
        own = reach_of(column.lines)
        is_known = column.is_prose or len(column.lines) >= _ENOUGH
        reach = own if is_known else max(own, usual)
        pitch = pitch_of(column.lines, reach) or leading
        return cls(page, pitch, reach, _leads(column.lines) >= _LEADS)

    def said(self, line: Placed) -> Iterator[tuple[str, Sequence[Segment]]]:
        """Give the texts of a visual line, one for each of its parts that stand far apart."""
        lead = signs.contents("\t".join(segment.text for segment in line))
        if lead and (len(line) == 1 or self.has_leads):
            yield f"{lead}\t{line[-1].text.split()[-1].lstrip('._…·')}", line
            return
        for segment in line:
            if text := signs.plain(segment.text):
                yield text, [segment]


def reach_of(lines: Sequence[Placed]) -> float:
    """Return how far the lines of a column go; two may stand out, as the page's head and foot."""
    rights = sorted(line[-1].right for line in lines)
    return rights[-3 if len(rights) >= _ENOUGH else -1]


def _leads(lines: Iterable[Placed]) -> int:
    return sum(
        len(line) > 1 and line[-1].text.isdigit() and len(line[-1].text) <= 3  # noqa: PLR2004
        for line in lines
    )


def _letter(parts: Sequence[Segment]) -> float:
    letters = sum(len(part.text) for part in parts)
    return sum(part.right - part.left for part in parts) / max(letters, 1)

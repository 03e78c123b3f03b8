"""Tables in a plain text whose columns nothing but spaces part: told by where words never stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.hyphens import together

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s|+:=_\-–—―.*]*[-_=–—―]{3,}[\s|+:=_\-–—―.*]*")
_HEAD = re.compile(r"[^\W\d_a-zåäö][^,;:!§]*|#")
"""A heading of a column begins with a capital and is no sentence."""
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"(?!sid|blad|bilaga)[^\W\d_]+ \d{1,2}", re.IGNORECASE)
"""As "Fråga 1"; "Sida 1" is of the page."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_KEY = re.compile(
    r"\(?[A-ZÅÄÖ]{0,3}[-.]?\d{1,3}(?:[.:]\d{1,2})*[a-z]?[.):]?"
    r"|(?:19|20)\d\d[-.:/]\d{1,3}|\d{1,3}/(?:19|20)\d\d"
)
"""What numbers the rows of a table."""
_NO_SIGN_OF_TEXT = re.compile(r"[,:]|\b\d{1,3}(?:[/.:-]\d{1,4})?\b")
"""What a heading across a table may have, and one of a column has not: "Rapport 2/2017: Vägar"."""
_LONGEST_HEAD = 45
_LONGEST = 200
"""Letters of a line; a longer one is no line of such a table."""
_MOST_COLUMNS = 12
_MOST_BLANK = 2
_TORN = 10
"""So many lines of a page's end and beginning may part a table."""
_NEAR = 2
_TWO = 2
_LONG = 40
"""Lines in columns that are no table; nothing begins among more of them."""
_WORDS_OF_TEXT = 3
"""So many words have the cells of a column of texts, on the average."""
_ROWS_OF_PAIRS = 3


@dataclass(frozen=True)
class Said:
    """Words of a line, and where they begin and end."""

    text: str
    left: int
    right: int


@dataclass
class SpacedTable:
    """The rows of a table: their cells, and the first and last line of each, from 0."""

    rows: list["SpacedRow"]
    head: list[Said]


@dataclass
class SpacedRow:
    """A row; of a heading across the table all cells but the first are merged."""

    cells: list[str]
    first: int
    last: int
    is_across: bool = False


def spaced_tables(lines: Sequence[str]) -> list[SpacedTable]:
    """Return the tables among the lines of a text, in their order."""
    parted = [_segments(line) for line in lines]
    found: list[SpacedTable] = []
    place = 0
    while place < len(lines):
        table = _Table.headed(parted, place) or _gone_on(found, parted, place)
        made = table.made(is_torn=table.first == place - 1) if table else None
        if made is not None:
            found.append(made)
            place = made.rows[-1].last
        elif table is not None and len(table.lines) > _LONG:
            place = table.lines[-1][0]
        place += 1
    return found


def _segments(line: str) -> list[Said]:
    if len(line) > _LONGEST or "\t" in line.strip() or "|" in line:
        return []
    line = line.expandtabs().replace("\f", "")
    if _RULE.fullmatch(line):
        return []
    return [Said(m.group(), m.start(), m.end()) for m in _SEGMENT.finditer(line)]


def _gone_on(
    found: Sequence[SpacedTable], parted: Sequence[list[Said]], place: int
) -> "_Table | None":
    """Return the table that a page's end tore apart, where it goes on without its headings."""
    said = parted[place]
    if not found or not said or place - found[-1].rows[-1].last > _TORN:
        return None
    head = found[-1].head
    is_rest = said[0].left > head[0].left + 1 and signs.starts_small(said[0].text)
    is_kept = all(min(abs(each.left - column.left) for column in head) <= 1 for each in said)
    is_row = len(said) > 1 or is_rest
    return _Table(parted, place - 1, head) if len(head) > _TWO and is_kept and is_row else None


class _Table:
    """The lines below a row of headings, taken as long as they keep to its columns."""

    def __init__(self, parted: Sequence[list[Said]], first: int, head: Sequence[Said]) -> None:
        self.parted = parted
        self.first = first
        self.head = list(head)
        self.left = [each.left for each in head]
        self.right = [each.right for each in head]
        self.lines: list[tuple[int, dict[int, Said]]] = []
        """The lines of the table, each with what it has in which column."""

    @classmethod
    def headed(cls, parted: Sequence[list[Said]], place: int) -> "_Table | None":
        """Return the table that may begin with a line of headings."""
        head = parted[place]
        is_head = _TWO <= len(head) <= _MOST_COLUMNS and all(_is_heading(e.text) for e in head)
        return cls(parted, place, head) if is_head else None

    def made(self, *, is_torn: bool) -> SpacedTable | None:
        """Return the table with its rows; None where too little keeps to the columns."""
        self._take()
        anchors = [cells for _, cells in self.lines if len(cells) > 1]
        if not is_torn:
            own = dict(enumerate(self.head))
            self.lines.insert(0, (self.first, own))
        if len(anchors) < _TWO and not is_torn:
            return None
        rows = list(self._rows())
        return SpacedTable(rows, self.head) if is_torn or self._is_table(rows[1:]) else None

    def _is_table(self, rows: Sequence[SpacedRow]) -> bool:
        """Tell a table from the head of a letter, signatures, and a table of contents."""
        said = [row.cells for row in rows if not row.is_across]
        if len(said) < _TWO:
            return False
        labels = sum(cells[0].endswith(":") for cells in said)
        pages = sum(cells[-1].isdigit() and len(cells[-1]) < len("2024") for cells in said)
        if 2 * labels > len(said) or (len(self.head) == _TWO and 2 * pages > len(said)):
            return False
        words = [
            sum(len(cells[column].split()) for cells in said) / len(said)
            for column in range(len(self.head))
        ]
        if len(self.head) == _TWO:
            is_wrapped = any(row.last > row.first for row in rows)
            return max(words) > _WORDS_OF_TEXT and (is_wrapped or len(said) >= _ROWS_OF_PAIRS)
        return max(words) >= _WORDS_OF_TEXT or len(said) >= _ROWS_OF_PAIRS

    def _take(self) -> None:
        """Take the lines below the headings as far as they keep to the columns."""
        blank = 0
        for place in range(self.first + 1, len(self.parted)):
            said = self.parted[place]
            if not said:
                blank += 1
                if blank > _MOST_BLANK:
                    return
                continue
            cells = self._in_columns(said)
            is_alone = cells is None or (len(cells) == 1 and 0 in cells and blank)
            if is_alone and not (len(said) == 1 and self._heads_rows(place)):
                return
            if cells is not None and len(cells) == 1 and blank and not is_alone:
                return
            if cells is None or is_alone:
                self.lines.append((place, {-1: said[0]}))
            else:
                for column, each in cells.items():
                    self.left[column] = min(self.left[column], each.left)
                    self.right[column] = max(self.right[column], each.right)
                self.lines.append((place, cells))
            blank = 0

    def _heads_rows(self, place: int) -> bool:
        """Tell whether a line across the columns stands over more rows of the table."""
        after = next((each for each in self.parted[place + 1 : place + 3] if each), [])
        text = self.parted[place][0].text
        is_heading = _is_heading(_NO_SIGN_OF_TEXT.sub("", text), most=2 * _LONGEST_HEAD)
        cells = self._in_columns(after) if len(after) > 1 else None
        return is_heading and not text.endswith(".") and bool(cells) and len(cells or ()) > 1

    def _in_columns(self, said: Sequence[Said]) -> dict[int, Said] | None:
        """Return which column each of a line's words stand in; None where they keep to none."""
        cells: dict[int, Said] = {}
        for each in said:
            parts = [each] if self._column(each) is not None else self._cut(each, len(said))
            for part in parts:
                column = self._column(part)
                if column is None or column in cells:
                    return None
                cells[column] = part
        return cells

    def _column(self, said: Said) -> int | None:
        under = [
            column
            for column in range(len(self.left))
            if said.left < self.right[column] and said.right > self.left[column]
        ]
        if len(under) > 1:
            return None
        if under:
            column = under[0]
            is_last = column + 1 == len(self.left)
            is_near = said.left >= self.left[column] - _NEAR or len(said.text) < len("Delvis inte")
            return column if is_near and (is_last or said.right < self.left[column + 1]) else None
        after = next((n for n, left in enumerate(self.left) if said.right <= left), None)
        if after is None:
            return len(self.left) - 1
        if self.left[after] - said.left <= _NEAR:
            return after
        return after - 1 if after else None

    def _cut(self, said: Said, parts: int) -> list[Said]:
        """Return the parts of words that fill their column to its last letter."""
        if parts < _TWO:
            return [said]
        cuts = [left - said.left for left in self.left if said.left < left < said.right]
        if not all(said.text[cut - 1] == " " for cut in cuts):
            return [said]
        ends = [*cuts, len(said.text) + 1]
        return [
            Said(said.text[start : end - 1], said.left + start, said.left + end - 1)
            for start, end in zip([0, *cuts], ends, strict=True)
        ]

    # ---- rows ------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[SpacedRow]:
        """Give the rows, the lines that a cell goes on over put together."""
        is_keyed = self._is_keyed()
        row: SpacedRow | None = None
        above: tuple[int, dict[int, Said]] | None = None
        filled = 0
        across: set[str] = set()
        for place, cells in self.lines:
            if -1 in cells or (len(cells) == 1 and _first_word(cells) in across):
                if row:
                    yield row
                text = signs.plain(next(iter(cells.values())).text)
                across.add(_first_word(cells))
                yield SpacedRow([text] * len(self.head), place, place, is_across=True)
                row = above = None
                continue
            is_new = above is None or self._is_new(place, cells, above, filled, is_keyed=is_keyed)
            if row is None or is_new:
                if row:
                    yield row
                row, filled = SpacedRow([""] * len(self.head), place, place), len(cells)
            for column, each in cells.items():
                text = signs.plain(each.text)
                begun = row.cells[column]
                row.cells[column] = together(begun, text) if begun else text
            row.last = place
            above = place, cells
        if row:
            yield row

    def _is_keyed(self) -> bool:
        keys = [cells[0].text for place, cells in self.lines if 0 in cells and place > self.first]
        return bool(keys) and all(_KEY.fullmatch(each) for each in keys)

    def _is_new(
        self,
        place: int,
        cells: dict[int, Said],
        above: tuple[int, dict[int, Said]],
        filled: int,
        *,
        is_keyed: bool,
    ) -> bool:
        """Tell whether a line begins a row: there is room above it, or a cell begins anew."""
        if is_keyed:
            return 0 in cells
        if place > above[0] + 1:
            return True
        if any(column not in above[1] for column in cells):
            return True
        goes_on = [self._goes_on(column, each, above[1][column]) for column, each in cells.items()]
        if not all(goes_on):
            return True
        return len(cells) >= filled and not any(
            signs.starts_small(each.text) for each in cells.values()
        )

    def _goes_on(self, column: int, said: Said, above: Said) -> bool:
        """Tell whether a cell's line may go on from the one above: its first word had no room."""
        if signs.starts_small(said.text):
            return True
        room = self.right[column] - above.right
        return len(said.text.split()[0]) + 1 > room


def _first_word(cells: dict[int, Said]) -> str:
    return next(iter(cells.values())).text.split()[0]


def _is_heading(text: str, most: int = _LONGEST_HEAD) -> bool:
    others = [each for each in _DIGITS.findall(text) if not _YEAR.fullmatch(each)]
    is_plain = not others or _NUMBERED.fullmatch(text) is not None
    return len(text) <= most and is_plain and _HEAD.fullmatch(text) is not None

"""A text as lines with their places: pages, gaps, rows of tables, how far lines go."""

import re
from collections.abc import Iterator, Sequence

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.lines import SourceLine
from revtrack.reading.cleaning.quoted import without_signs
from revtrack.reading.cleaning.spaced import SpacedRow, spaced_tables

_WRAPPED_AT_MOST = 140
"""Nobody wraps lines wider."""
_WRAPPED_AT_LEAST = 55
_NEAR = 40
"""So many lines around tell how wide the lines of a place are."""
_TAB = 4
_PIPED = re.compile(r"\s*\|.*\|\s*")
_PARTING = {"|": 1, ";": 3}
"""What parts the cells of a line, and how many of it a line has at least."""
_LONGEST_HEADING = 4
"""In words."""
_MOST_COLUMNS = 30
_MOST_LETTERS = 2_000
"""A longer line is no row of a table."""


def lines_of(text: str) -> list[SourceLine]:
    """Return the lines of a text that are not empty, each with its number in the file."""
    lines = list(_lines(text))
    return _with_reach(lines)


def _lines(text: str) -> Iterator[SourceLine]:
    has_gap = True
    has_pages = "\f" in text
    page = 1
    lines, quoted = without_signs(text.split("\n"))
    rows = {
        row.first + 1: (row, row is not table.rows[0])
        for table in spaced_tables(lines)
        for row in table.rows
    }
    single = _parted_by_one(lines)
    signed = _parted_by_sign(lines)
    ends = 0
    for number, said in enumerate(lines, start=1):
        page += said.count("\f")
        if number in rows:
            row, is_more = rows[number]
            ends = row.last + 1
            yield _row(row, said, page if has_pages else None, is_more=is_more)
            has_gap = False
        if number <= ends:
            continue
        bare = said.replace("\f", "")
        plain = signs.plain(bare)
        has_gap = has_gap or "\f" in said
        if not plain:
            has_gap = True
            continue
        left = _indent(bare)
        has_gap = has_gap or (number in quoted) != (number - 1 in quoted)
        yield SourceLine(
            # the spaces that part a line of contents from its page are still wanted
            _contents_kept(bare, plain),
            number,
            page=page if has_pages else None,
            left=left,
            right=left + len(plain),
            has_gap=has_gap,
            is_quoted=number in quoted,
            cells=_cells(bare, signed.get(number), is_single=number in single),
        )
        has_gap = False


def _row(row: SpacedRow, said: str, page: int | None, *, is_more: bool) -> SourceLine:
    """Return a row of a table whose columns are parted by spaces."""
    left = _indent(said)
    return SourceLine(
        row.cells[0] if row.is_across else " ".join(filter(None, row.cells)),
        row.first + 1,
        page=page,
        left=left,
        right=left + len(signs.plain(said)),
        has_gap=not is_more,
        cells=tuple(row.cells),
        merged=tuple(row.is_across and column > 0 for column in range(len(row.cells))),
        last=row.last + 1,
    )


def _contents_kept(said: str, plain: str) -> str:
    lead = signs.contents(said.strip())
    return f"{lead}\t{plain.rsplit(None, 1)[-1].lstrip('._…·')}" if lead else plain


def _indent(said: str) -> float:
    return float(len(said.expandtabs(_TAB)) - len(said.expandtabs(_TAB).lstrip()))


def _parted_by_one(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines of tables in which one tab parts two cells, also empty ones.

    The first row of such a table is full, and no row below it has more tabs.
    """
    found: list[int] = []
    run: list[int] = []
    for number, line in enumerate((*lines, ""), start=1):
        if "\t" in line.strip():
            run.append(number)
            continue
        tabs = [lines[each - 1].rstrip("\n\r ").count("\t") for each in run]
        if len(run) > 1 and "\t\t" not in lines[run[0] - 1].strip() and max(tabs) <= tabs[0]:
            found += run
        run = []
    return frozenset(found)


def _parted_by_sign(lines: Sequence[str]) -> dict[int, str]:
    """Return the numbers of the lines of tables whose cells bars or semicolons part, with which.

    Each line has as many of the sign; semicolons part cells only below headings.
    """
    found: dict[int, str] = {}
    for sign, least in _PARTING.items():
        run: list[int] = []
        for number, line in enumerate((*lines, ""), start=1):
            count = line.strip().count(sign)
            is_alike = not run or count == lines[run[0] - 1].strip().count(sign)
            if run and not is_alike:
                if len(run) > 1 and (sign != ";" or _are_headings(lines[run[0] - 1].split(sign))):
                    found |= dict.fromkeys(run, sign)
                run = []
            if count >= least and _PIPED.fullmatch(line) is None:
                run.append(number)
    return found


def _are_headings(cells: Sequence[str]) -> bool:
    """Tell whether each of a row's cells is a few words, as the headings of columns are."""
    return all(
        0 < len(each.split()) <= _LONGEST_HEADING and not each.rstrip().endswith((".", ","))
        for each in cells
    )


def _cells(said: str, sign: str | None, *, is_single: bool) -> tuple[str, ...]:
    """Return the cells of a line with bars or tabs between, () where it has none."""
    if len(said) > _MOST_LETTERS:
        return ()
    if _PIPED.fullmatch(said):
        parts = said.strip().strip("|").split("|")
    elif sign:
        parts = said.split(sign)
    elif "\t" in said.strip() and signs.contents(said.strip()) is None:
        parts = re.split("\t" if is_single else "\t+", said.strip())
        if signs.is_bullet_alone(parts[0]) or signs.item(f"{parts[0]} x"):
            return ()
    else:
        return ()
    cells = tuple(signs.plain(part) for part in parts[:_MOST_COLUMNS])
    return cells if sum(map(bool, cells)) > 1 or len(cells) > 2 else ()  # noqa: PLR2004 - a pair


def _with_reach(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, each with how far those around it go; None where they are not wrapped."""
    reaches = _reaches([line.right if not line.is_row else 0 for line in lines])
    found = []
    for line, reach in zip(lines, reaches, strict=True):
        is_wrapped = _WRAPPED_AT_LEAST <= reach <= _WRAPPED_AT_MOST
        found.append(_reaching(line, reach if is_wrapped else None))
    return found


def _reaching(line: SourceLine, reach: float | None) -> SourceLine:
    return SourceLine(**{**line.__dict__, "reach": reach})


def _reaches(rights: Sequence[float]) -> list[float]:
    """Return the widest of the lines near each, looking at blocks of lines, in linear time."""
    blocks = [
        max(rights[start : start + _NEAR], default=0.0) for start in range(0, len(rights), _NEAR)
    ]
    return [
        max(blocks[max(0, place // _NEAR - 1) : place // _NEAR + 2]) for place in range(len(rights))
    ]

"""The tables of a Word document: header rows, titles, merged and empty cells, tables for layout."""

from collections import defaultdict
from collections.abc import Iterator

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.colours import Colour
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word_file import Cell, Table, WordFile, shortened, text_of
from revtrack.documents.accessibility.word_styles import VAL, W, is_on

_PICTURES = ("drawing", "pict", "object")


def tables(file: WordFile) -> Iterator[Finding]:
    """Yield what is wrong with each table, in the order they stand."""
    for table in file.tables:
        if _is_layout(table):
            yield Finding(flaws.LAYOUT_TABLE, table.place)
            continue
        yield from _header(table)
        if not table.told("tblCaption"):
            yield Finding(flaws.NO_TABLE_TITLE, table.place)
        if not table.told("tblDescription"):
            yield Finding(flaws.NO_TABLE_DESCRIPTION, table.place)
        for row in table.rows:
            for cell in row:
                yield from _cell(cell)


def _is_layout(table: Table) -> bool:
    """Tell whether a table holds nothing that is read across and down: one row, or one within."""
    return table.is_nested or len(table.rows) <= 1


def _header(table: Table) -> Iterator[Finding]:
    properties = table.row_elements[0].find(f"{W}trPr")
    if not is_on(properties, "tblHeader"):
        yield Finding(flaws.NO_HEADER_ROW, table.place)
    elif not is_on(properties, "cantSplit"):
        yield Finding(flaws.HEADER_ROW_SPLITS, table.place)


def _cell(cell: Cell) -> Iterator[Finding]:
    if _is_merged(cell):
        yield Finding(flaws.MERGED_CELLS, cell.place)
    elif not text_of(cell.element).strip() and not any(
        cell.element.find(f".//{W}{name}") is not None for name in _PICTURES
    ):
        yield Finding(flaws.EMPTY_CELL, cell.place)


def _is_merged(cell: Cell) -> bool:
    if cell.properties is None:
        return False
    span = cell.properties.find(f"{W}gridSpan")
    is_wide = span is not None and span.get(VAL) not in {None, "1"}
    return is_wide or any(
        cell.properties.find(f"{W}{name}") is not None for name in ("vMerge", "hMerge")
    )


def coloured_cells(file: WordFile) -> Iterator[Finding]:
    """Yield cells of a column that read alike but have different colours behind them.

    A row of one colour is a stripe or a sum, and says nothing.
    """
    for table in file.tables:
        behind: dict[tuple[int, str], dict[Colour | None, Cell]] = defaultdict(dict)
        for row in table.rows:
            fills = [file.styles.filled(cell.shading) for cell in row]
            if len(set(fills)) > 1:
                for cell, fill in zip(row, fills, strict=True):
                    text = text_of(cell.element).strip()
                    behind[cell.column, text].setdefault(fill, cell)
        for (_, text), cells in behind.items():
            if len(cells) > 1:
                cell = list(cells.values())[-1]
                yield Finding(flaws.COLOUR_ALONE, cell.place, {"text": shortened(text)})

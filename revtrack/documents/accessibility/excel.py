"""What keeps somebody from reading a workbook."""

import re
from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.colours import contrast, enough, ratio_in_words
from revtrack.documents.accessibility.excel_file import (
    WHOLE,
    Area,
    Cell,
    Element,
    ExcelFile,
    S,
    Sheet,
    areas,
    opened,
)
from revtrack.documents.accessibility.excel_looks import Look, Looks, behind
from revtrack.documents.accessibility.finding import Finding, Place
from revtrack.documents.accessibility.word_file import shortened

XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNNAMED = re.compile(r"(blad|sheet|ark|tabelle|feuil)\s?\d*", re.IGNORECASE)
_COLOURING = ("colorScale", "dataBar", "iconSet")


def check_excel(content: bytes) -> tuple[Finding, ...]:
    """Return what keeps somebody from reading a workbook, sheet by sheet; hidden ones are not read.

    Raises RevTrackError where the file is damaged or is no workbook.
    """
    file = opened(content)
    found = [] if file.title else [Finding(flaws.NO_TITLE, WHOLE)]
    for sheet in file.sheets:
        found.extend(_of_sheet(file, sheet))
    return tuple(found)


def _of_sheet(file: ExcelFile, sheet: Sheet) -> Iterator[Finding]:
    if _UNNAMED.fullmatch(sheet.name.strip()):
        yield Finding(flaws.UNNAMED_SHEET, sheet.place)
    looks = Looks(file.styles, file.theme)
    yield from _objects(sheet)
    if not sheet.filled:
        if not sheet.drawings:
            yield Finding(flaws.EMPTY_SHEET, sheet.place)
        return
    yield from _merged(sheet)
    yield from _decoration(sheet, looks)
    if sheet.is_list:
        yield from _header(sheet)
    yield from _contrasts(sheet, looks)
    yield from _told_by_colour(sheet, looks)


def _merged(sheet: Sheet) -> Iterator[Finding]:
    for each in sheet.root.iter(f"{S}mergeCell"):
        yield Finding(flaws.MERGED_CELLS, sheet.place_of(each.get("ref", "")))


def _decoration(sheet: Sheet, looks: Looks) -> Iterator[Finding]:
    """Yield rows and columns without anything between, above or before those that hold something.

    What is to be filled in is not empty.
    """
    rows, columns = {row for row, _ in sheet.filled}, {column for _, column in sheet.filled}
    for cell in sheet.cells:
        if _is_to_fill_in(sheet, cell, looks):
            rows.add(cell.row)
            columns.add(cell.column)
    for row in range(1, max(rows)):
        if row not in rows:
            yield Finding(flaws.EMPTY_ROW, sheet.place, {"row": row})
    for column in range(1, max(columns)):
        if column not in columns:
            yield Finding(flaws.EMPTY_COLUMN, sheet.place, {"column": get_column_letter(column)})


def _is_to_fill_in(sheet: Sheet, cell: Cell, looks: Looks) -> bool:
    if not looks.look(cell.style).is_locked:
        return True
    return any(area.holds(cell.row, cell.column) for area in sheet.to_fill_in)


def _header(sheet: Sheet) -> Iterator[Finding]:
    """Yield what the header row of a list lacks: words over each column, a place that stays."""
    top, first, last = _header_row(sheet)
    missing = [each for each in range(first, last + 1) if (top, each) not in sheet.filled]
    if len(missing) == last - first + 1 or any(
        each.get("headerRowCount") == "0" for each in sheet.tables
    ):
        yield Finding(flaws.NO_HEADINGS, sheet.place)
        return
    for each in missing:
        yield Finding(flaws.EMPTY_CELL, sheet.place_of(f"{get_column_letter(each)}{top}"))
    pane = next(sheet.root.iter(f"{S}pane"), None)
    frozen = pane is not None and pane.get("state", "split").startswith("frozen")
    if not frozen or pane is None or float(pane.get("ySplit", "0")) < top:
        yield Finding(flaws.NOT_FROZEN, sheet.place)
    if not sheet.is_printed_with_header:
        yield Finding(flaws.NOT_REPEATED, sheet.place)


def _header_row(sheet: Sheet) -> tuple[int, int, int]:
    """Return the row that names a list's columns, and the first and the last of them."""
    filtered = sheet.root.find(f"{S}autoFilter")
    reference = filtered.get("ref", "") if filtered is not None else sheet.tables[0].get("ref", "")
    found = areas(reference)
    if not found:
        return 1, 1, max(column for _, column in sheet.filled)
    return found[0].first[0], found[0].first[1], found[0].last[1]


def _contrasts(sheet: Sheet, looks: Looks) -> Iterator[Finding]:
    """Yield text that stands out too little, each look once where it is first met."""
    met: set[tuple[int, int | None]] = set()
    rules = tuple(_rules(sheet))
    for cell in sheet.filled.values():
        reached = [
            rule for area, rule in rules if any(each.holds(cell.row, cell.column) for each in area)
        ]
        for rule in (None, *reached):
            if (cell.style, rule) in met:
                continue
            met.add((cell.style, rule))
            look = looks.look(cell.style)
            shown = look if rule is None else looks.changed(look, rule)
            if shown is not None:
                yield from _too_little(sheet, cell, shown)


def _rules(sheet: Sheet) -> Iterator[tuple[tuple[Area, ...], int]]:
    for each in sheet.root.iter(f"{S}conditionalFormatting"):
        for rule in each.iter(f"{S}cfRule"):
            if rule.get("dxfId"):
                yield areas(each.get("sqref", "")), int(rule.get("dxfId", "0"))


def _too_little(sheet: Sheet, cell: Cell, look: Look) -> Iterator[Finding]:
    ratio = contrast(look.ink, behind(look))
    wanted = enough(look.points, is_bold=look.is_bold)
    if ratio < wanted:
        values = {
            "text": shortened(cell.text),
            "ink": look.ink,
            "behind": behind(look),
            "ratio": ratio_in_words(ratio),
            "wanted": ratio_in_words(wanted),
        }
        yield Finding(flaws.LOW_CONTRAST, sheet.place_of(cell.reference), values)


def _told_by_colour(sheet: Sheet, looks: Looks) -> Iterator[Finding]:
    """Yield empty cells with a colour of their own, and rules that colour without a word."""
    for cell in sheet.cells:
        look = looks.look(cell.style)
        if cell.text.strip() or look.fill is None or _is_to_fill_in(sheet, cell, looks):
            continue
        if any((cell.row, cell.column + step) in sheet.filled for step in (-1, 1)) and (
            not _is_stripe(sheet, cell, looks)
        ):
            yield Finding(
                flaws.COLOUR_ALONE, sheet.place_of(cell.reference), {"text": cell.reference}
            )
    for each in sheet.root.iter(f"{S}conditionalFormatting"):
        for name in _COLOURING:
            for rule in each.iter(f"{S}{name}"):
                if name == "colorScale" or rule.get("showValue") == "0":
                    where = each.get("sqref", "")
                    yield Finding(flaws.COLOUR_ALONE, sheet.place_of(where), {"text": where})


def _is_stripe(sheet: Sheet, cell: Cell, looks: Looks) -> bool:
    """Tell whether the whole row has the colour of a cell: it says nothing of that cell."""
    own = looks.look(cell.style).fill
    row = [each for (number, _), each in sheet.filled.items() if number == cell.row]
    return all(looks.look(each.style).fill == own for each in row)


def _objects(sheet: Sheet) -> Iterator[Finding]:
    for drawing in sheet.drawings:
        for named in drawing.iter(f"{XDR}cNvPr"):
            if not (named.get("descr") or "").strip():
                yield Finding(flaws.NO_ALTERNATIVE_TEXT, _place(sheet, named))
    for chart in sheet.charts:
        inner = chart.find(f"{C}chart")
        title = inner.find(f"{C}title") if inner is not None else None
        words = (
            "".join(each.text or "" for each in title.iter(f"{A}t")) if title is not None else ""
        )
        refers = title is not None and title.find(f".//{C}f") is not None
        if not words.strip() and not refers:
            yield Finding(flaws.NO_CHART_TITLE, sheet.place)


def _place(sheet: Sheet, named: Element) -> Place:
    """Return where a picture or a chart lies: the cell of its upper left corner."""
    for anchor in named.iterancestors():
        start = anchor.find(f"{XDR}from")
        if start is not None:
            column = int(start.findtext(f"{XDR}col") or 0) + 1
            row = int(start.findtext(f"{XDR}row") or 0) + 1
            return sheet.place_of(f"{get_column_letter(column)}{row}")
    return sheet.place

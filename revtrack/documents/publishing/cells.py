"""The cells of a sheet that a reader sees; the others are emptied where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from revtrack.documents.accessibility.excel_file import Area, areas, place_of
from revtrack.documents.publishing.looks import Shown
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import S
from revtrack.documents.publishing.unseen import SMALLEST, Unseen

_NARROWEST = 0.5
"""The width in signs below which nothing of a column is seen."""
_OFF = frozenset({None, "0", "false"})


@dataclass(frozen=True)
class Texts:
    """The texts that the cells of a workbook name by their numbers."""

    root: etree._Element | None

    @cached_property
    def _shared(self) -> list[etree._Element]:
        return self.root.findall(f"{S}si") if self.root is not None else []

    def holder(self, cell: etree._Element) -> etree._Element | None:
        """Return the element that holds the text of a cell; None where it holds none."""
        if cell.get("t") == "inlineStr":
            return cell.find(f"{S}is")
        value = cell.findtext(f"{S}v") or ""
        is_known = cell.get("t") == "s" and value.isdecimal() and int(value) < len(self._shared)
        return self._shared[int(value)] if is_known else None

    def of(self, cell: etree._Element) -> str:
        """Return what a cell says."""
        held = self.holder(cell)
        return _joined(held) if held is not None else cell.findtext(f"{S}v") or ""

    def all_shown(self, sheets: Iterable[etree._Element]) -> frozenset[str]:
        """Return every text that a cell of the sheets shows."""
        return frozenset(self.of(cell) for sheet in sheets for cell in sheet.iter(f"{S}c"))

    def forget_unused(self, sheets: Iterable[etree._Element]) -> None:
        """Empty the texts that no cell shows any more; their numbers stay."""
        if self.root is None:
            return
        used = {
            cell.findtext(f"{S}v")
            for sheet in sheets
            for cell in sheet.iter(f"{S}c")
            if cell.get("t") == "s"
        }
        for number, each in enumerate(self._shared):
            if str(number) not in used:
                each[:] = []
                etree.SubElement(each, f"{S}t")


def _joined(element: etree._Element) -> str:
    texts = element.iter(f"{S}t")
    return "".join(e.text or "" for e in texts if next(e.iterancestors()).tag != f"{S}rPh")


def keep_seen(
    sheet: etree._Element, shown: Shown, texts: Texts, coloured: tuple[Area, ...]
) -> Iterator[Unseen]:
    """Empty the cells that nobody sees; yield what was unseen by its colour, size or format.

    What is hidden with its row, its column or behind a wider cell goes without a word. What has
    the colour of what is behind stays where a table or a rule may colour it: ``coloured``.
    """
    covered = tuple(_covered(sheet))
    for row, column, cell, is_away in _cells(sheet):
        text = texts.of(cell)
        is_lost = bool(text) and shown.is_lost(cell)
        is_unsure = shown.is_doubtful(cell) or any(area.holds(row, column) for area in coloured)
        is_told = is_lost and is_unsure
        is_unseen = (is_lost and not is_told) or (bool(text) and shown.hides(cell, text))
        is_hidden = is_away or any(
            area.holds(row, column) and area.first != (row, column) for area in covered
        )
        held = texts.holder(cell)
        for run in shown.unseen_runs(cell, held) if held is not None else ():
            is_gone = shown.is_small(run) or not is_unsure
            if is_gone or not is_told:
                yield Unseen("" if is_hidden or is_unseen else _joined(run), is_gone)
            if is_gone:
                remove(run)
        if is_hidden or is_unseen:
            cell[:] = []  # it stays, as the next one may be known by its place alone
            cell.attrib.pop("t", "")
        if (is_unseen or is_told) and not is_hidden:
            yield Unseen(text, is_unseen)


def _covered(sheet: etree._Element) -> Iterator[Area]:
    for each in sheet.iter(f"{S}mergeCell"):
        yield from areas(each.get("ref", ""))


def _cells(sheet: etree._Element) -> Iterator[tuple[int, int, etree._Element, bool]]:
    """Yield each cell with its row and column, and whether either of them is hidden."""
    usual = sheet.find(f"{S}sheetFormatPr")
    hidden, told = _hidden_columns(sheet)
    is_narrow = usual is not None and _below(usual.get("defaultColWidth"), _NARROWEST)
    is_low = usual is not None and _below(usual.get("defaultRowHeight"), SMALLEST)
    number = 0
    for row in sheet.iter(f"{S}row"):
        number = int(row.get("r", number + 1))
        height = row.get("ht")
        is_hidden = row.get("hidden") not in _OFF or _below(height, SMALLEST + 0.01)
        is_hidden = is_hidden or (is_low and height is None)
        column = 0
        for cell in list(row):
            column = place_of(cell.get("r", ""))[1] or column + 1
            is_away = _within(column, hidden) or (is_narrow and not _within(column, told))
            yield number, column, cell, is_hidden or is_away


def _hidden_columns(sheet: etree._Element) -> tuple[list[range], list[range]]:
    """Return the columns that are not seen, and all that something is said of."""
    hidden, told = [], []
    for each in sheet.iter(f"{S}col"):
        reach = range(int(each.get("min", "1")), int(each.get("max", "1")) + 1)
        told.append(reach)
        if each.get("hidden") not in _OFF or _below(each.get("width"), _NARROWEST):
            hidden.append(reach)
    return hidden, told


def _within(column: int, reaches: list[range]) -> bool:
    return any(column in reach for reach in reaches)


def _below(said: str | None, least: float) -> bool:
    try:
        return said is not None and float(said) < least
    except ValueError:
        return False

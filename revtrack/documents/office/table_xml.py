"""A table as the XML of a Word document, in our own order of columns or in a template's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from revtrack.documents.fields.field import TableFields
from revtrack.documents.office.blocks import Column, Style, Table
from revtrack.documents.office.column_widths import fitted
from revtrack.documents.office.patterns import CellLook, Pattern, by_kind, kind_of
from revtrack.documents.office.text_xml import run, unbroken_days

TWIPS_PER_MM = 1440 / 25.4
CELL_END = "</w:t></w:r></w:p></w:tc>"
SEPARATOR = "\x1f"
"""Between the cells of a row; no cleaned text holds it."""

MAY_PART = 9
"""So many rows can be on two pages and none of them look lonely."""

_WITH_CARE = ("\n", "\t", " \x1f", "\x1f ", "\x1f\x1f")
_PROPERTIES = (
    *("tblStyle", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc"),
    *("tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
    *("tblCaption", "tblDescription"),
)
"""Of a table, in the order that Word wants them."""
_LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
    ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
)


@dataclass(frozen=True)
class _Arranged:
    """A table in the order of its pattern, and how the cells of each column look."""

    table: Table
    widths: tuple[int, ...]
    """In twips."""
    headings: tuple[CellLook, ...]
    texts: tuple[CellLook, ...]
    totals: tuple[CellLook, ...]
    properties: dict[str, str]


@dataclass
class TableWriter:
    """Writes the tables of one block."""

    style: Callable[..., str]
    """Gives the XML that names a style: its name, and the element where it is no paragraph's."""
    kinds: Sequence[TableFields] = ()
    """The kinds of tables that the block can hold."""
    patterns: Sequence[Pattern] = ()
    _by_kind: dict[TableFields, Pattern] = field(init=False)

    def __post_init__(self) -> None:
        """Find each kind of table its pattern."""
        self._by_kind = by_kind(self.patterns, self.kinds)

    def write(self, block: Table, *, keeps_what_follows: bool) -> str:
        """Return the table with its title above it."""
        made = self._arranged(block)
        cells = [f'<w:tcW w:w="{width}" w:type="dxa"/>' for width in made.widths]
        rows = list(made.table.rows)
        last = rows.pop() if block.has_total and rows else None
        titles = [column.title for column in made.table.columns]
        after = "<w:keepNext/>" if keeps_what_follows else ""
        closing = rows.pop() if last is None and rows and after else None
        parts = [
            f"<w:p><w:pPr>{self.style(Style.CAPTION)}</w:pPr>{run(block.title)}</w:p>",
            _start(made),
            _row(cells, made.headings, titles, "", "<w:tblHeader/>"),
            *self._body(block, made, cells, rows, is_followed=bool(closing or last)),
        ]
        if closing is not None:
            parts.append(_row(cells, made.texts, closing, after))
        if last is not None:
            parts.append(_row(cells, made.totals, last, after))
        parts.append("</w:tbl>")
        return "".join(parts)

    @staticmethod
    def _body(
        block: Table,
        made: _Arranged,
        cells: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        is_followed: bool,
    ) -> Iterator[str]:
        """Yield the rows, those above the last one where it is written apart; none ends alone.

        A longer table that stays together may part in its middle: where each of its rows held
        the next one, LibreOffice would give it, and what stands before it, a page of their own.
        """
        stay = "<w:keepNext/>"
        start = 0
        for end, is_held in _held(len(rows), block, is_followed=is_followed):
            yield from _rows(cells, made.texts, rows[start:end], stay if is_held else "")
            start = end

    def _arranged(self, block: Table) -> _Arranged:
        kind = kind_of(block, self.kinds)
        pattern = self._by_kind.get(kind) if kind is not None else None
        places = {column.field: index for index, column in enumerate(block.columns)}
        shown = [each for each in pattern.columns if each.field in places] if pattern else []
        if kind is None or pattern is None or not shown:
            return self._in_our_order(block)
        usual = {each.name: each.heading for each in kind.columns}
        order = [places[each.field] for each in shown]
        whole = sum(each.width for each in pattern.columns)
        share = whole / sum(each.width for each in shown)
        columns = tuple(
            Column(
                block.columns[index].title
                if not each.title or each.title == usual.get(each.field)
                else each.title,
                each.width * share,
                each.field,
            )
            for index, each in zip(order, shown, strict=True)
        )
        is_same = order == list(range(len(block.columns)))
        rows = block.rows if is_same else [[row[index] for index in order] for row in block.rows]
        texts = tuple(each.text for each in shown)
        total = self.style(Style.TABLE_TOTAL)
        return _Arranged(
            replace(block, columns=columns, rows=rows),
            _twips(columns, rows),
            tuple(each.heading for each in shown),
            texts,
            tuple(replace(each, style=total or each.style) for each in texts),
            {"tblLook": _LOOK, **pattern.properties},
        )

    def _in_our_order(self, block: Table) -> _Arranged:
        heading, text, total = (
            (CellLook("", self.style(style), "", ""),) * len(block.columns)
            for style in (Style.TABLE_HEADING, Style.TABLE_TEXT, Style.TABLE_TOTAL)
        )
        properties = {"tblStyle": self.style(Style.TABLE, "tblStyle"), "tblLook": _LOOK}
        widths = _twips(block.columns, block.rows)
        return _Arranged(block, widths, heading, text, total, properties)


def _held(rows: int, block: Table, *, is_followed: bool) -> tuple[tuple[int, bool], ...]:
    """Return where runs of rows end, and whether each row of a run stays with the next one.

    A table's last row is never alone on a page: the one before it stays with it, but not the first,
    which what stands above the table stays with.
    """
    last = rows if block.has_total else rows - 1
    if not block.stays_together:
        held = rows if is_followed else max(rows - 1, 0)
        is_held = held > 1 or block.has_total
        return ((max(held - 1, 0), False), (held, is_held), (rows, False))
    if rows >= MAY_PART:
        middle = rows // 2
        return ((middle - 1, True), (middle, False), (max(last, middle), True), (rows, False))
    return ((last, True), (rows, block.has_total))


def _twips(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    return tuple(round(mm * TWIPS_PER_MM) for mm in fitted(columns, rows))


def _start(made: _Arranged) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in made.widths)
    properties = {
        **made.properties,
        "tblW": f'<w:tblW w:w="{sum(made.widths)}" w:type="dxa"/>',
        "tblLayout": '<w:tblLayout w:type="fixed"/>',
        "tblCaption": f"<w:tblCaption w:val={quoteattr(made.table.title)}/>",
        "tblDescription": f"<w:tblDescription w:val={quoteattr(made.table.description)}/>",
    }
    listed = "".join(properties.get(name, "") for name in _PROPERTIES)
    return f"<w:tbl><w:tblPr>{listed}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"


def _rows(
    cells: Sequence[str], looks: Sequence[CellLook], rows: Sequence[Sequence[str]], properties: str
) -> Iterator[str]:
    """Yield the rows; one whose texts hold no breaks goes into a ready-made pattern at once."""
    pattern = "".join(
        f"{_cell_start(cell, look)}{_paragraph_start(look, properties)}<w:t>".replace("%", "%%")
        + f"%s{CELL_END}"
        for cell, look in zip(cells, looks, strict=True)
    )
    pattern = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{pattern}</w:tr>"
    for row in rows:
        texts = unbroken_days(escape(SEPARATOR.join(row)))
        if texts != texts.strip(" ") or any(sign in texts for sign in _WITH_CARE):
            yield _row(cells, looks, row, properties)
        else:
            yield pattern % tuple(texts.split(SEPARATOR))


def _row(
    cells: Sequence[str],
    looks: Sequence[CellLook],
    texts: Sequence[str],
    properties: str,
    row_properties: str = "",
) -> str:
    made = "".join(
        _cell_start(cell, look)
        + "".join(_paragraph(line, look, properties) for line in text.split("\n"))
        + "</w:tc>"
        for cell, look, text in zip(cells, looks, texts, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{row_properties}</w:trPr>{made}</w:tr>"


def _cell_start(width: str, look: CellLook) -> str:
    return f"<w:tc><w:tcPr>{width}{look.cell}</w:tcPr>"


def _paragraph_properties(look: CellLook, properties: str) -> str:
    return f"<w:p><w:pPr>{look.style}{properties}{look.paragraph}</w:pPr>"


def _paragraph_start(look: CellLook, properties: str) -> str:
    looks = f"<w:rPr>{look.run}</w:rPr>" if look.run else ""
    return f"{_paragraph_properties(look, properties)}<w:r>{looks}"


def _paragraph(text: str, look: CellLook, properties: str) -> str:
    return f"{_paragraph_properties(look, properties)}{run(text, look=look.run)}</w:p>"

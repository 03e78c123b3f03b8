"""A template's own table, right after a block's field: the pattern of that block's tables.

It has a row of headings and a row with the field of a column in each cell. An office orders, widens
and renames the columns in Word, or takes them away; the tables of the block follow.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from revtrack.documents.fields.field import TableFields
from revtrack.documents.office.blocks import Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_MM = 1440 / 25.4
SIGN, END = "\ue002", "\ue003"
"""Around the name of a column while the template's fields are filled in."""

ANNOUNCED = "Mönster"
"""How a paragraph begins that only says which pattern stands under it."""
ALONE = re.compile(r"\s*\{\{\s*([^\W\d]\w*)\s*\}\}\s*")
"""A field that stands alone."""
_MARKED = re.compile(f"\\s*{SIGN}(\\w+){END}\\s*")
_ROWS = 2
_MADE_BY_US = ("tblW", "tblLayout", "tblCaption", "tblDescription", "tblpPr", "tblOverlap")
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
_NO_LOOK = ("cnfStyle", "tcW", "gridSpan", "vMerge", "hMerge")


@dataclass(frozen=True)
class CellLook:
    """How a cell and its text look, as XML: what Word keeps of each under its own name."""

    cell: str
    """Within the cell's properties, but its width."""
    style: str
    """The element that names the paragraph's style; empty: the usual one."""
    paragraph: str
    """Within the paragraph's properties, but its style and what keeps it with the next."""
    run: str
    """Within the text's properties."""


@dataclass(frozen=True)
class PatternColumn:
    """A column of a pattern."""

    field: str
    title: str
    """The office's own words."""
    width: float
    """In millimetres."""
    heading: CellLook
    text: CellLook


@dataclass(frozen=True)
class Pattern:
    """The pattern of a kind of tables in one block."""

    block: str
    columns: tuple[PatternColumn, ...]
    properties: Mapping[str, str]
    """The table's own properties as XML, by the names of their elements."""
    title: str
    """What the table in the template is called in its alternative text."""


def text_of(element: etree._Element) -> str:
    """Return the text of a paragraph or a cell, without breaks."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def is_empty(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph holds nothing but its own mark: no text, break, picture, section."""
    held = ("r", "hyperlink", "sdt", "sectPr", "fldSimple", "ins", "smartTag")
    return not any(True for _ in paragraph.iter(*(f"{W}{name}" for name in held)))


def is_apart(element: etree._Element | None) -> bool:
    """Tell whether this only parts patterns: an empty paragraph, or one that announces the next."""
    if element is None or element.tag != f"{W}p":
        return False
    return is_empty(element) or text_of(element).strip().startswith(ANNOUNCED)


def after(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the tables that stand right after a paragraph, but for what only parts them."""
    sibling = paragraph.getnext()
    while sibling is not None:
        if sibling.tag == f"{W}tbl":
            yield sibling
        elif not is_apart(sibling):
            return
        sibling = sibling.getnext()


def column_cells(table: etree._Element) -> list[tuple[etree._Element, str]]:
    """Return the cells of a table's second row with their fields; none where it is no pattern."""
    rows = table.findall(f"{W}tr")
    if len(rows) != _ROWS:
        return []
    cells = [(cell, ALONE.fullmatch(text_of(cell))) for cell in rows[1].findall(f"{W}tc")]
    return [(cell, found[1]) for cell, found in cells if found]


def mark(body: etree._Element, columns: Mapping[str, Sequence[str]]) -> list[etree._Element]:
    """Put the names of columns out of reach of what fills in plain fields.

    ``columns`` are those that the tables of each block can have. What no document will show is
    returned: the patterns and what announces them.
    """
    marked = []
    for paragraph in body.iter(f"{W}p"):
        found = ALONE.fullmatch(text_of(paragraph))
        known = columns.get(found[1], ()) if found else ()
        for table in after(paragraph) if known else ():
            cells = column_cells(table)
            if any(field in known for _, field in cells):
                before = table.getprevious()
                marked += [table, before] if before is not None and is_apart(before) else [table]
                for cell, field in cells:
                    _write(cell, f"{SIGN}{field}{END}")
    return marked


def _write(cell: etree._Element, text: str) -> None:
    first, *others = cell.iter(f"{W}t")
    first.text = text
    for each in others:
        each.text = ""


def take_patterns(paragraph: etree._Element, block: str) -> list[Pattern]:
    """Return the patterns right after a block's paragraph, taken out of the document."""
    found, taken = [], []
    for table in after(paragraph):
        columns = _columns(table)
        if columns:
            found.append(Pattern(block, columns, *_properties(table)))
            taken.append(table)
    for table in taken:
        before = table.getprevious()
        parent = table.getparent()
        if parent is None:
            raise ValueError(table.tag)
        if before is not None and is_apart(before):
            parent.remove(before)
        parent.remove(table)
    return found


def _columns(table: etree._Element) -> tuple[PatternColumn, ...]:
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    if len(rows) != _ROWS or len(rows[0]) != len(rows[1]):
        return ()
    grid = [int(each.get(f"{W}w", "0")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    columns = []
    for index, (heading, cell) in enumerate(zip(*rows, strict=True)):
        if marked := _MARKED.fullmatch(text_of(cell)):
            title = "\n".join(text_of(each) for each in heading.iter(f"{W}p")).strip()
            width = _width(cell, grid[index] if index < len(grid) else 0)
            columns.append(PatternColumn(marked[1], title, width, _look(heading), _look(cell)))
    return tuple(columns)


def _width(cell: etree._Element, in_grid: int) -> float:
    stated = cell.find(f"{W}tcPr/{W}tcW")
    is_absolute = stated is not None and stated.get(f"{W}type", "dxa") == "dxa"
    width = int(stated.get(f"{W}w", "0")) if stated is not None and is_absolute else 0
    return (width or in_grid or 1) / TWIPS_PER_MM


def _look(cell: etree._Element) -> CellLook:
    paragraph = cell.find(f"{W}p/{W}pPr")
    style = paragraph.find(f"{W}pStyle") if paragraph is not None else None
    run = next(cell.iter(f"{W}r"), None)
    return CellLook(
        cell=_within(cell.find(f"{W}tcPr"), leave_out=_NO_LOOK),
        style=_xml(style) if style is not None else "",
        paragraph=_within(paragraph, leave_out=("pStyle", "keepNext", "rPr", "sectPr")),
        run=_within(run.find(f"{W}rPr") if run is not None else None, leave_out=()),
    )


def _within(properties: etree._Element | None, leave_out: Sequence[str]) -> str:
    if properties is None:
        return ""
    names = {f"{W}{name}" for name in leave_out}
    return "".join(_xml(each) for each in properties if each.tag not in names)


def _xml(element: etree._Element) -> str:
    """Return an element as XML without what other versions of Word have added to it."""
    copy = deepcopy(element)
    copy.tail = None
    for each in list(copy.iter()):
        for name in list(each.attrib):
            if not str(name).startswith(W):
                del each.attrib[name]
        for child in list(each):
            if not str(child.tag).startswith(W):
                each.remove(child)
    if not str(copy.tag).startswith(W):
        return ""
    return _NAMESPACES.sub("", etree.tostring(copy, encoding="unicode"))


def _properties(table: etree._Element) -> tuple[dict[str, str], str]:
    properties = table.find(f"{W}tblPr")
    if properties is None:
        return {}, ""
    title = properties.find(f"{W}tblCaption")
    kept = {
        str(each.tag).removeprefix(W): _xml(each)
        for each in properties
        if str(each.tag).startswith(W) and str(each.tag).removeprefix(W) not in _MADE_BY_US
    }
    return kept, title.get(f"{W}val", "") if title is not None else ""


def by_kind(
    patterns: Sequence[Pattern], kinds: Sequence[TableFields]
) -> dict[TableFields, Pattern]:
    """Return the pattern of each kind of table: told by its columns, and by its title in doubt."""
    found: dict[TableFields, Pattern] = {}
    for pattern in patterns:
        names = {column.field for column in pattern.columns}
        fitting = [kind for kind in kinds if names & kind.names and kind not in found]
        if fitting:
            best = max(
                fitting, key=lambda kind: (len(names & kind.names), kind.title == pattern.title)
            )
            found[best] = pattern
    return found


def kind_of(table: Table, kinds: Sequence[TableFields]) -> TableFields | None:
    """Return the kind of table that this is: all its columns and fewest others."""
    names = {column.field for column in table.columns}
    return min(
        (kind for kind in kinds if names <= kind.names),
        key=lambda kind: len(kind.names - names),
        default=None,
    )

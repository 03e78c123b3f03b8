"""How well the text of a Word document stands out, and where only its colour says something."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from revtrack.documents.accessibility import flaws
from revtrack.documents.accessibility.colours import (
    WHITE,
    Colour,
    colour,
    contrast,
    enough,
    ratio_in_words,
)
from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word_file import (
    Cell,
    Paragraph,
    Table,
    WordFile,
    shortened,
    text_of,
)
from revtrack.documents.accessibility.word_styles import (
    OFF,
    VAL,
    Element,
    Looks,
    W,
    is_on,
    looks_of,
)

USUAL = 20
"""The size of text in half points where nothing says it."""
_FIRST_ROW, _LAST_ROW, _FIRST_COLUMN, _LAST_COLUMN = 0x20, 0x40, 0x80, 0x100
_NO_ROW_BANDS = 0x200


def contrasts(file: WordFile) -> Iterator[Finding]:
    """Yield text that stands out too little, each pair of colours once where it is first met."""
    met: set[object] = set()
    for paragraph in file.paragraphs:
        inks: list[tuple[Element, Colour, Looks]] = []
        for run in paragraph.runs:
            if text_of(run).strip():
                looks, behind = looks_of_run(file, paragraph, run)
                if looks.is_hidden:
                    continue
                ink = file.styles.ink(looks.colour, behind)
                inks.append((run, ink, looks))
                yield from _too_little(paragraph, run, looks, (ink, behind), met)
        yield from _told_by_colour(paragraph, inks)


def _too_little(
    paragraph: Paragraph,
    run: Element,
    looks: Looks,
    pair: tuple[Colour, Colour],
    met: set[object],
) -> Iterator[Finding]:
    ratio = contrast(*pair)
    wanted = enough((looks.half_points or USUAL) / 2, is_bold=bool(looks.is_bold))
    if ratio < wanted and (pair, wanted) not in met:
        met.add((pair, wanted))
        values = {
            "text": shortened(text_of(run)),
            "ink": pair[0],
            "behind": pair[1],
            "ratio": ratio_in_words(ratio),
            "wanted": ratio_in_words(wanted),
        }
        yield Finding(flaws.LOW_CONTRAST, paragraph.place, values)


def _told_by_colour(
    paragraph: Paragraph, inks: list[tuple[Element, Colour, Looks]]
) -> Iterator[Finding]:
    """Yield a part of a paragraph that only its own colour tells from the rest; a link is not."""
    shown = {ink for _, ink, _ in inks}
    if len(shown) == 1:
        return
    plain = [each for each in inks if not _has_own_ink(each[0])]
    for run, ink, looks in inks:
        is_told = any(other == ink for _, other, _ in plain) or _stands_out_otherwise(run, looks)
        if plain and _has_own_ink(run) and not is_told:
            yield Finding(flaws.COLOUR_ALONE, paragraph.place, {"text": shortened(text_of(run))})
            return


def _has_own_ink(run: Element) -> bool:
    return run.find(f"{W}rPr/{W}color") is not None


def _stands_out_otherwise(run: Element, looks: Looks) -> bool:
    properties = run.find(f"{W}rPr")
    is_link = any(each.tag == f"{W}hyperlink" for each in run.iterancestors())
    is_hint = any(each.tag == f"{W}sdt" for each in run.iterancestors())
    underlined = properties.find(f"{W}u") if properties is not None else None
    return bool(
        is_link
        or is_hint
        or looks.is_bold
        or is_on(properties, "i")
        or (underlined is not None and underlined.get(VAL) not in OFF)
    )


def looks_of_run(file: WordFile, paragraph: Paragraph, run: Element) -> tuple[Looks, Colour]:
    """Return what holds for the text of a run, and the colour behind it."""
    properties = run.find(f"{W}rPr")
    named = properties.find(f"{W}rStyle") if properties is not None else None
    looks = looks_of(properties)
    if named is not None:
        looks = looks.over(file.styles.style(named.get(VAL), "character").looks)
    in_table = _of_table(file, paragraph.cell) if paragraph.cell else _NO_TABLE
    behind = _behind(file, paragraph, looks.fill, in_table)
    looks = looks.over(paragraph.style.looks).over(in_table.looks).over(file.styles.defaults)
    return looks, behind


@dataclass(frozen=True)
class _InTable:
    """What a table's style says of a cell: of its text, and of the colour behind it."""

    looks: Looks
    fill: Colour | None


_NO_TABLE = _InTable(Looks(), None)


def _behind(
    file: WordFile, paragraph: Paragraph, of_run: Element | None, in_table: _InTable
) -> Colour:
    own = paragraph.properties
    shading = own.find(f"{W}shd") if own is not None else None
    page = file.background.get(f"{W}color") if file.background is not None else None
    candidates = (
        file.styles.filled(of_run),
        file.styles.filled(paragraph.style.looks.fill),
        file.styles.filled(shading if shading is not None else paragraph.style.fill),
        in_table.fill,
        colour(page),
    )
    return next((each for each in candidates if each is not None), WHITE)


def _of_table(file: WordFile, cell: Cell) -> _InTable:
    """Return what holds in a cell: the parts of the table's style that reach it, then its own."""
    properties = cell.table.properties
    named = properties.find(f"{W}tblStyle") if properties is not None else None
    style = file.styles.style(named.get(VAL) if named is not None else None, "table")
    made = _NO_TABLE
    for part in ("", *_parts_of(cell)):
        for element in reversed(style.chain):
            owner = element if not part else _part(element, part)
            if owner is not None:
                made = _over(file, made, owner)
    own = properties.find(f"{W}shd") if properties is not None else None
    fill = file.styles.filled(cell.shading) or made.fill or file.styles.filled(own)
    return replace(made, fill=fill)


def _over(file: WordFile, under: _InTable, owner: Element) -> _InTable:
    shading = owner.find(f"{W}tcPr/{W}shd")
    fill = file.styles.filled(shading)
    return _InTable(looks_of(owner.find(f"{W}rPr")).over(under.looks), fill or under.fill)


def _part(style: Element, name: str) -> Element | None:
    parts = style.findall(f"{W}tblStylePr")
    return next((each for each in parts if each.get(f"{W}type") == name), None)


def _parts_of(cell: Cell) -> Iterator[str]:
    """Yield the parts of the table's style that reach a cell, the weightiest last."""
    look = _look(cell.table)
    is_first_row = bool(look & _FIRST_ROW) and cell.row == 1
    if not look & _NO_ROW_BANDS and not is_first_row:
        offset = 1 if look & _FIRST_ROW else 0
        yield "band2Horz" if (cell.row - offset) % 2 == 0 else "band1Horz"
    row = cell.table.rows[cell.row - 1]
    if look & _LAST_COLUMN and cell.column == len(row):
        yield "lastCol"
    if look & _FIRST_COLUMN and cell.column == 1:
        yield "firstCol"
    if look & _LAST_ROW and cell.row == len(cell.table.rows):
        yield "lastRow"
    if is_first_row:
        yield "firstRow"


def _look(table: Table) -> int:
    """Return which parts of its style a table shows, as Word counts them."""
    found = table.properties.find(f"{W}tblLook") if table.properties is not None else None
    if found is None:
        return 0
    names = {
        "firstRow": _FIRST_ROW,
        "lastRow": _LAST_ROW,
        "firstColumn": _FIRST_COLUMN,
        "lastColumn": _LAST_COLUMN,
        "noHBand": _NO_ROW_BANDS,
    }
    if any(found.get(f"{W}{name}") is not None for name in names):
        return sum(bit for name, bit in names.items() if found.get(f"{W}{name}") in {"1", "true"})
    try:
        return int(found.get(VAL, "0"), 16)
    except ValueError:
        return 0

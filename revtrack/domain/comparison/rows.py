"""Recommendations in tables, whatever the columns are called and in whichever order they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from revtrack.domain.comparison.items import (
    Course,
    IsKnown,
    Item,
    lines_of_cell,
    readings_of,
)
from revtrack.domain.names.addressing import Addressed, Bodies, addressed_by, all_of, names_in
from revtrack.domain.texts.list_marks import is_our_number, split_number
from revtrack.domain.texts.paper import Cell, Row, Table

_NUMBER = re.compile(r"(?:nr|nummer|#|id|rek\.?(?:\s*nr)?)\.?$", re.IGNORECASE)
_TEXT = re.compile(
    r"(?:revisorernas\s+|revisionens\s+|våra\s+)?rekommendation(?:er|en|stext)?\b(?!.*\bnr\b)"
    r"|fråg(?:a|or)\b",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(
    r"(?:mottagare|organ|adressat|riktas till|till)\b|(?:berörd|ansvarig|granskad)\w*\s+nämnd"
    r"|(?:nämnd(?:er)?|styrelse)(?:\s*(?:/|och|eller)\s*(?:nämnd(?:er)?|styrelse))?$",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"svar\w*\s+(?:\w+\s+)?senast|svarsdatum|svarsfrist|yttrande senast", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"[RF]?\d{1,3}[a-z]?(?:\.\d{1,2})*\.?$", re.IGNORECASE)
_MARK = re.compile(r"(?:x|ja|•|✓|✔|☒|●|r\d+)$", re.IGNORECASE)
_HEADINGS = (("number", _NUMBER), ("days", _DAYS), ("text", _TEXT), ("recipients", _RECIPIENTS))
LONGEST_HEADING = 45
FEWEST_WORDS = 2
_MOST = 0.5
"""The share of a column's cells that tell what it holds, where its heading does not."""


@dataclass(frozen=True)
class _Columns:
    """Which column holds what; None where none does."""

    text: int
    number: int | None = None
    recipients: int | None = None
    days: int | None = None
    marks: dict[int, Addressed] = field(default_factory=dict)
    """The columns of a committee each, with a mark where a recommendation goes to it."""
    first: int = 0
    """The first row that is no heading."""
    is_named: bool = False
    """Whether a heading says where the recommendations stand."""


def items_in_table(table: Table, course: Course, is_known: IsKnown) -> Iterator[Item]:
    """Give the items of a table's rows; none where it holds no recommendations."""
    rows = _upright(table.rows)
    columns = _columns(rows, course.bodies, is_known)
    course.next_run()
    if columns is None:
        return
    has_own = columns.recipients is not None or bool(columns.marks)
    if has_own:
        course.part += 1
    above: Addressed | None = None
    inside = course.addressed
    for row in rows[columns.first :]:
        cells = row.cells
        if _is_across(cells):
            inside = addressed_by(cells[0].text, course.bodies) or inside
            course.addressed_at = row.place
            continue
        addressed = _recipients(cells, columns, course.bodies, above) if has_own else inside
        above = addressed
        at = row.place if has_own else course.addressed_at
        yield from _items(
            row, columns, replace(course, addressed=addressed, addressed_at=at), is_known
        )
    course.next_run()
    if has_own:
        course.part += 1


def _items(row: Row, columns: _Columns, course: Course, is_known: IsKnown) -> Iterator[Item]:
    cell = row.cells[columns.text] if columns.text < len(row.cells) else Cell("")
    texts = lines_of_cell(cell.text, course.bodies, is_known)
    in_column = _text_in(row.cells, columns.number).strip(" .")
    for text in texts:
        number, rest, _is_marked = split_number(text)
        read = readings_of(rest, course.bodies)
        found = (in_column if _BARE_NUMBER.match(in_column) and len(texts) == 1 else None) or (
            number or read.number
        )
        whole = _carried_on(rest, row.cells, columns, is_known) if len(texts) == 1 else ()
        yield Item(
            (*read.texts, *whole),
            row.place,
            number=found.upper() if found and is_our_number(found) else found,
            addressed=read.addressed or course.addressed,
            addressed_at=row.place if read.addressed else course.addressed_at,
            days=_text_in(row.cells, columns.days),
            run=course.run,
            part=course.part,
            is_listed=columns.is_named,
            is_marked=True,
            is_repeated=cell.is_merged,
        )


def _carried_on(
    text: str, cells: Sequence[Cell], columns: _Columns, is_known: IsKnown
) -> Iterator[str]:
    """Give the text with what stands in another cell, where both together are known."""
    taken = {columns.text, columns.number, columns.recipients, columns.days, *columns.marks}
    for place, cell in enumerate(cells):
        whole = f"{text} {cell.text}"
        if place not in taken and not cell.is_merged and _is_wordy(cell.text) and is_known(whole):
            yield whole


def _text_in(cells: Sequence[Cell], column: int | None) -> str:
    return cells[column].text.strip() if column is not None and column < len(cells) else ""


def _is_across(cells: Sequence[Cell]) -> bool:
    """Tell whether one cell goes across the whole row, as a heading within a table does."""
    first = cells[0] if cells else Cell("")
    return len(cells) > 1 and all(cell.is_merged and cell.text == first.text for cell in cells[1:])


def _recipients(
    cells: Sequence[Cell], columns: _Columns, bodies: Bodies, above: Addressed | None
) -> Addressed:
    """Return whom a row is put to; an empty cell says the same as the one above it."""
    if columns.marks:
        marked = [to for place, to in columns.marks.items() if _MARK.match(_text_in(cells, place))]
        return all_of(marked)
    said = _text_in(cells, columns.recipients)
    if not said:
        return above or Addressed()
    return names_in(said, bodies) or Addressed(is_vague=True)


# ---- which column holds what -----------------------------------------------------------------


def _columns(rows: Sequence[Row], bodies: Bodies, is_known: IsKnown) -> _Columns | None:
    if not rows:
        return None
    named = _named(rows[0].cells, bodies)
    first = 1 if named else 0
    body = [row.cells for row in rows[first:]]
    width = max((len(cells) for cells in body), default=0)
    text = named.get("text")
    if text is not None and _mostly(body, [text], _is_wordy) is None:
        return None
    if text is None:
        text = _fullest(body, width, lambda said: _holds(said, bodies, is_known))
    if text is None:
        return None
    others = [place for place in range(width) if place != text]
    number, recipients = named.get("number"), named.get("recipients")
    if number is None and not named:
        number = _mostly(body, others, lambda said: _BARE_NUMBER.match(said) is not None)
    marks = _marks(rows[0].cells, bodies) if named else {}
    if recipients is None and not marks:
        recipients = _mostly(body, others, lambda said: _names_somebody(said, bodies))
    return _Columns(
        text, number, recipients, named.get("days"), marks, first, is_named="text" in named
    )


def _is_wordy(said: str) -> bool:
    """Tell whether a cell holds a text, and not a number or a word."""
    return len(said.split()) >= FEWEST_WORDS


def _named(cells: Sequence[Cell], bodies: Bodies) -> dict[str, int]:
    """Return what the headings of a first row say; nothing where it is no row of headings."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = None if cell.is_merged else _single(cell.text)
        if name:
            found.setdefault(name, place)
    has_marks = "text" in found and bool(_marks(cells, bodies))
    return found if len(found) > 1 or has_marks or _is_text_alone(found, cells) else {}


def _is_text_alone(found: dict[str, int], cells: Sequence[Cell]) -> bool:
    return "text" in found and all(len(cell.text.split()) <= len("abc") for cell in cells)


def _marks(cells: Sequence[Cell], bodies: Bodies) -> dict[int, Addressed]:
    found = {place: names_in(cell.text, bodies) for place, cell in enumerate(cells) if cell.text}
    marks = {place: each for place, each in found.items() if each and len(each.committees) == 1}
    return marks if len(marks) > 1 else {}


def _names_somebody(said: str, bodies: Bodies) -> bool:
    found = names_in(said, bodies)
    return found is not None and bool(found.committees)


def _holds(said: str, bodies: Bodies, is_known: IsKnown) -> bool:
    for text in (" ".join(said.split()), *said.split("\n")):
        _number, rest, _is_marked = split_number(text)
        if any(is_known(reading) for reading in readings_of(rest, bodies).texts):
            return True
    return False


def _fullest(body: Sequence[Sequence[Cell]], width: int, fits: IsKnown) -> int | None:
    """Return the column with most cells that fit; None where none does."""
    hits = [sum(fits(_text_in(cells, place)) for cells in body) for place in range(width)]
    best = max(hits, default=0)
    return hits.index(best) if best else None


def _mostly(body: Sequence[Sequence[Cell]], places: Sequence[int], fits: IsKnown) -> int | None:
    """Return the first column most of whose filled cells fit."""
    for place in places:
        filled = [
            said for cells in body if (said := _text_in(cells, place)) and not _is_across(cells)
        ]
        if filled and sum(map(fits, filled)) > _MOST * len(filled):
            return place
    return None


# ---- tables that lie on their side -------------------------------------------------------------


def _upright(rows: Sequence[Row]) -> Sequence[Row]:
    """Return a table whose headings stand in its first column as rows; others as they are."""
    labels = [_label(row.cells) for row in rows]
    if labels.count("text") == 0 or sum(label is not None for label in labels) < 2:  # noqa: PLR2004
        return rows
    if _label_of(rows[0].cells) > 1:
        return rows
    order = [name for name in dict.fromkeys(labels) if name]
    headings = {"number": "Nr", "text": "Rekommendation", "recipients": "Mottagare"}
    heading = tuple(Cell(headings.get(name, "Svar senast")) for name in order)
    made = [Row(heading, rows[0].place)]
    for group in _groups(rows, labels):
        width = max(len(row.cells) for row in group.values())
        for place in range(1, width):
            cells = tuple(
                Cell(_text_in(group[name].cells, place)) if name in group else Cell("")
                for name in order
            )
            if any(cell.text for cell in cells):
                made.append(Row(cells, group.get("text", next(iter(group.values()))).place))
    return made


def _label(cells: Sequence[Cell]) -> str | None:
    return _single(cells[0].text) if cells and len(cells) > 1 else None


def _single(text: str) -> str | None:
    said = " ".join(text.split()).strip(" :")
    is_short = len(said) <= LONGEST_HEADING
    return next((name for name, shape in _HEADINGS if is_short and shape.match(said)), None)


def _label_of(cells: Sequence[Cell]) -> int:
    """Return how many cells of a row are headings."""
    return sum(_single(cell.text) is not None for cell in cells if not cell.is_merged)


def _groups(rows: Sequence[Row], labels: Sequence[str | None]) -> Iterator[dict[str, Row]]:
    group: dict[str, Row] = {}
    for row, label in zip(rows, labels, strict=True):
        if label in group:
            yield group
            group = {}
        if label:
            group[label] = row
    if group:
        yield group

"""Boxes of forms: what is ticked is said, what is left empty is not.

Of a choice that only one can be true of, nothing is said where none is ticked, or several are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.paper import Cell, Line, Paper, Place, Row, Table

_TICKED = re.compile(r"\[\s?[xXvV*✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|[☒☑✅◉]")
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)|[☐□▢❏❑]")
_BOX = re.compile(f"(?:{_TICKED.pattern})|(?:{_EMPTY.pattern})")
_TICK = re.compile(rf"[xX✓✔]|ja|{_TICKED.pattern}", re.IGNORECASE)
_ROUND = re.compile("[○◯●□■]")
_OF_ROUND = str.maketrans("○◯●□■", "☐☐☒☐☒")
"""Signs that are boxes where several stand in a text, and else bullets but for the empty square."""
_BEFORE = (
    r"(?:(?:nämnden|styrelsen|bolaget|vi|ja|nej|helt|delvis|inte|ej|ännu|redan|anser)[,:]?\s)*"
)
_STANCE = re.compile(
    rf"{_BEFORE}(?:ja|nej|delvis|instämmer|avvisas?|avvisar|avslås|tillgodose\w+|uppfyll\w+"
    r"|håller (?:inte |delvis )?med|delar(?: inte| ej| delvis)?|avstyrk\w+|tillstyrk\w+|accepter\w+"
    r"|godta\w+|bifall\w*|avböj\w*)\b.{0,40}",
    re.IGNORECASE,
)
"""What a box, or a column of ticks, has beside it that says what is thought."""
_PROGRESS = re.compile(
    rf"{_BEFORE}(?:påbörja\w*|pågå\w*|planera\w*|genomför\w*|klart?|slutför\w*|åtgärda\w*|avsluta\w*)"
    r"\b.{0,25}",
    re.IGNORECASE,
)
"""What a box has beside it that says how far something has come."""
_LEAD = re.compile(r"^(?P<lead>.*[:?])\s*(?P<first>[^:?]*)$", re.DOTALL)
_NOTHING = "–"
"""What stands for a choice of which nothing is said, so that it still parts what is asked."""
_GAPS = " \t\xa0,;/|"


@dataclass(frozen=True)
class Choice:
    """A choice of a form in which not just one box is ticked."""

    place: Place
    text: str
    is_ticked: bool
    """Whether several boxes are; else none is."""


@dataclass(frozen=True)
class _Boxed:
    """A text with boxes: what stands before them, and beside each."""

    lead: str
    options: tuple[tuple[bool, str], ...]

    def said(self, *, is_unclear: bool = False) -> str:
        """Return the lead, unless it only asks, and what is ticked where that is clear."""
        ticked = (text for is_ticked, text in self.options if is_ticked and not is_unclear)
        lead = "" if self.lead.endswith("?") else self.lead
        return " ".join(each for each in (lead, *ticked) if each)


def with_ticked(paper: Paper) -> Paper:
    """Return a paper whose boxes are gone, with what stands at the empty ones.

    Where none is ticked in the whole paper, what is no choice stays, for the boxes may be bullets.
    A line that is but empty boxes is left out.
    """
    return _Reading(paper).read()


def unclear_choices(paper: Paper) -> tuple[Choice, ...]:
    """Return the choices in which several boxes are ticked, or none that would say a stance."""
    reading = _Reading(paper)
    reading.read()
    return tuple(reading.unclear)


class _Reading:
    """A paper whose boxes are read, with the choices that are not clear."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.unclear: list[Choice] = []
        texts = _texts(paper)
        self.has_ticks = any(_TICKED.search(_squared(text)) for text in texts)
        self.has_ticks = self.has_ticks or any(_TICK.fullmatch(text.strip()) for text in texts)

    def read(self) -> Paper:
        """Return the paper without its boxes."""
        found: list[Line | Table | None] = []
        group: list[Line] = []
        for each in (*self.paper.blocks, None):
            if isinstance(each, Line) and _joins(each, group):
                group.append(each)
                continue
            found += self._lines(group)
            group = [each] if isinstance(each, Line) and _has_box(each.text) else []
            if not group:
                found.append(self._table(each) if isinstance(each, Table) else each)
        blocks = tuple(each for each in found if each is not None)
        return self.paper if blocks == self.paper.blocks else replace(self.paper, blocks=blocks)

    def _lines(self, group: Sequence[Line]) -> Iterator[Line]:
        """Give the lines of a choice with what is said by it."""
        read = [_boxed(each.text) for each in group]
        if group and all(map(_is_done, read)):
            yield from (
                replace(line, text=f"– {each.options[0][1]}")
                for line, each in zip(group, read, strict=True)
            )
            return
        options = [option for each in read for option in each.options]
        is_unclear = self._is_unclear(options, group[0].place, group) if group else False
        for line, each in zip(group, read, strict=True):
            if not (self.has_ticks or is_unclear):
                yield line
                continue
            text = each.said(is_unclear=is_unclear)
            is_label = text == each.lead and text.endswith(":")
            if text and not is_label:
                yield replace(line, text=text)
            elif is_unclear and line is group[0]:
                yield replace(line, text=_NOTHING)

    def _is_unclear(
        self, options: Sequence[tuple[bool, str]], place: Place, said: Sequence[Line | Cell]
    ) -> bool:
        """Tell whether a choice is not clear, and keep it if a person should look."""
        stances = [text for _, text in options if _STANCE.fullmatch(text)]
        steps = [text for _, text in options if _PROGRESS.fullmatch(text)]
        ticked = sum(is_ticked for is_ticked, _ in options)
        if max(len(stances), len(steps)) < len("ab") or ticked == 1:
            return False
        if ticked or len(stances) > 1:
            text = " ".join(" ".join(each.text for each in said).split())
            self.unclear.append(Choice(place, text, is_ticked=ticked > 0))
        return True

    def _table(self, table: Table) -> Table:
        """Return a table whose ticks below the head of a stance are that head."""
        heads = [each.text.strip() for each in table.rows[0].cells] if table.rows else []
        stances = {at: head for at, head in enumerate(heads) if _STANCE.fullmatch(head)}
        is_matrix = len(stances) > 1 and any(
            _TICK.fullmatch(cell.text.strip()) or _EMPTY.fullmatch(cell.text.strip())
            for row in table.rows[1:]
            for at, cell in enumerate(row.cells)
            if at in stances
        )
        rows = [self._matrix(row, stances) if is_matrix else self._row(row) for row in table.rows]
        return Table(tuple(rows))

    def _matrix(self, row: Row, stances: dict[int, str]) -> Row:
        """Return a row whose tick stands for the head of its column."""
        cells = [(stances.get(at), cell) for at, cell in enumerate(row.cells)]
        is_filled = any(cell.text.strip() for head, cell in cells if head is None)
        is_head = any(head and cell.text.strip() == head for head, cell in cells)
        if is_head or not is_filled:
            return row
        options = [(_is_tick(cell), head) for head, cell in cells if head]
        beside = [cell for head, cell in cells if not head]
        is_unclear = self._is_unclear(options, row.place, beside)
        found = [
            _in_column(cell, head, is_unclear=is_unclear) if head else self._cell(cell, row.place)
            for head, cell in cells
        ]
        return replace(row, cells=tuple(found))

    def _row(self, row: Row) -> Row:
        """Return a row: with a choice in a cell, or over cells that have a box each."""
        own = [cell for cell in row.cells if _has_box(cell.text) and not cell.is_merged]
        read = [_boxed(each.text) for each in own]
        is_over = len(own) > 1 and all(len(each.options) == 1 and not each.lead for each in read)
        if not is_over:
            return replace(row, cells=tuple(self._cell(each, row.place) for each in row.cells))
        is_unclear = self._is_unclear([each.options[0] for each in read], row.place, row.cells)
        if not (self.has_ticks or is_unclear):
            return row
        said = iter([each.said(is_unclear=is_unclear) for each in read])
        cells = (replace(one, text=next(said)) if one in own else one for one in row.cells)
        return replace(row, cells=tuple(cells))

    def _cell(self, cell: Cell, place: Place) -> Cell:
        if not _has_box(cell.text):
            return cell
        read = _boxed(cell.text)
        is_unclear = not cell.is_merged and self._is_unclear(read.options, place, [cell])
        is_read = self.has_ticks or is_unclear
        return replace(cell, text=read.said(is_unclear=is_unclear)) if is_read else cell


def _is_done(boxed: _Boxed) -> bool:
    """Tell whether a line is a thing to be done, whose box tells only whether that is done."""
    texts = [text for _, text in boxed.options]
    is_choice = any(_STANCE.match(each) or _PROGRESS.match(each) for each in texts)
    return not boxed.lead and len(texts) == 1 and begins_with_demand(texts[0]) and not is_choice


def _is_tick(cell: Cell) -> bool:
    return _TICK.fullmatch(cell.text.strip()) is not None


def _in_column(cell: Cell, head: str, *, is_unclear: bool) -> Cell:
    if _is_tick(cell):
        return replace(cell, text="" if is_unclear else head)
    return replace(cell, text="") if _EMPTY.fullmatch(cell.text.strip()) else cell


def _texts(paper: Paper) -> tuple[str, ...]:
    lines = (each.text for each in paper.blocks if isinstance(each, Line))
    tables = (each for each in paper.blocks if isinstance(each, Table))
    return (*lines, *(cell.text for each in tables for row in each.rows for cell in row.cells))


def _squared(text: str) -> str:
    """Return a text with round boxes as square ones, where several stand in it."""
    return text.translate(_OF_ROUND) if len(_ROUND.findall(text)) > 1 else text


def _has_box(text: str) -> bool:
    return _BOX.search(_squared(text)) is not None


def _joins(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a line goes on a choice above it: it begins with a box, for something else."""
    begins = _BOX.match(_squared(line.text).strip()) is not None
    above = {text for each in group for _, text in _boxed(each.text).options}
    own = {text for _, text in _boxed(line.text).options} if begins and group else set()
    return bool(own) and not above & own


def _boxed(text: str) -> _Boxed:
    """Return what stands before the boxes of a text and beside each, before or behind it."""
    text = _squared(text)
    boxes = [match[0] for match in _BOX.finditer(text)]
    if not boxes:
        return _Boxed(text, ())
    lead, *behind = _BOX.split(text)
    is_after = text.rstrip().endswith(boxes[-1]) and bool(lead.strip())
    options = behind
    if is_after:
        begun = _LEAD.match(lead)
        lead, first = (begun["lead"], begun["first"]) if begun else ("", lead)
        options = [first, *behind][: len(boxes)]
    ticked = (_TICKED.fullmatch(box) is not None for box in boxes)
    said = tuple(zip(ticked, (each.strip(_GAPS) for each in options), strict=True))
    return _Boxed(lead.strip(_GAPS), said)

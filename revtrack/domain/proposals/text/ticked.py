"""Boxes of forms: what is ticked is said, what is left empty is not."""

import re
from dataclasses import replace

from revtrack.domain.texts.paper import Cell, Line, Paper, Row, Table

_TICKED = re.compile(r"\[\s?[xX✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|[☒☑✅]")
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)|[☐□▢❏❑]")
_BOX = re.compile(f"(?:{_TICKED.pattern})|(?:{_EMPTY.pattern})")
_TICK = re.compile(rf"[xX✓✔]|ja|{_TICKED.pattern}", re.IGNORECASE)
_STANCE = re.compile(
    r"(?:(?:nämnden|vi|delvis|inte|ej) )?(?:instämmer|delvis|avvisas?|avvisar|tillgodose\w+"
    r"|uppfyll\w+|håller (?:inte )?med|delar (?:inte|ej)?|avstyrk\w+|tillstyrk\w+|instämmer inte)"
    r"\b.{0,25}$",
    re.IGNORECASE,
)
"""The head of a column whose ticks say what is thought."""
_GAPS = " \t\xa0,;/|"


def with_ticked(paper: Paper) -> Paper:
    """Return a paper whose boxes are gone, with what stands at the empty ones, where any is ticked.

    A line that is but empty boxes is left out.
    """
    if not any(_TICKED.search(text) or _TICK.fullmatch(text.strip()) for text in _texts(paper)):
        return paper
    blocks = (_table(each) if isinstance(each, Table) else _line(each) for each in paper.blocks)
    return replace(paper, blocks=tuple(each for each in blocks if each is not None))


def _texts(paper: Paper) -> tuple[str, ...]:
    lines = (each.text for each in paper.blocks if isinstance(each, Line))
    tables = (each for each in paper.blocks if isinstance(each, Table))
    return (*lines, *(cell.text for each in tables for row in each.rows for cell in row.cells))


def _line(line: Line) -> Line | None:
    if _BOX.search(line.text) is None:
        return line
    text = _said(line.text)
    return replace(line, text=text) if text else None


def _table(table: Table) -> Table:
    """Return a table whose ticks below the head of a stance are that head."""
    heads = [each.text.strip() for each in table.rows[0].cells] if table.rows else []
    stances = {at: head for at, head in enumerate(heads) if _STANCE.match(head)}
    stances = stances if len(stances) > 1 else {}
    return Table(
        tuple(
            Row(tuple(_cell(each, stances.get(at)) for at, each in enumerate(row.cells)), row.place)
            for row in table.rows
        )
    )


def _cell(cell: Cell, stance: str | None) -> Cell:
    if stance is not None and _TICK.fullmatch(cell.text.strip()):
        return replace(cell, text=stance)
    return replace(cell, text=_said(cell.text)) if _BOX.search(cell.text) else cell


def _said(text: str) -> str:
    """Return a text without its boxes and what stands at the empty ones, before or behind them."""
    boxes = [match[0] for match in _BOX.finditer(text)]
    lead, *behind = _BOX.split(text)
    is_after = text.rstrip().endswith(boxes[-1]) and bool(lead.strip())
    options = [lead, *behind][: len(boxes)] if is_after else behind
    kept = [
        option.strip(_GAPS)
        for box, option in zip(boxes, options, strict=True)
        if _TICKED.fullmatch(box)
    ]
    before = [] if is_after else [lead.strip(_GAPS)]
    return " ".join(each for each in (*before, *kept) if each)

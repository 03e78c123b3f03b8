"""Tables that judge by signs, with the words that these stand for: "◐ = delvis uppfyllt"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from revtrack.domain.proposals.judging.grading import graded_cell
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Cell, Row, Table

_SIGN = (
    r"\(?[●•■◐◑◒◓○◯✓✔√✗✘✕×⨯xX🟢🟡🟠🔴▲▼►★☆+±]\)?|\+/[–−-]|\+\+|[–−—-]{1,2}|[1-6]|[A-F]"
    r"|[☺☹😀🙂😐🙁😞]|[JND]"
)
_EXPLAINED = re.compile(
    rf"(?:^|(?<=[\s,;(.]))(?P<sign>{_SIGN})\s*(?:=|:|\s[–-]\s|betyder|innebär|står för|\s)\s*"
    rf"(?P<said>[a-zåäöA-ZÅÄÖ][^=,;.]*?)"
    rf"(?=[,;.)]|\s*$|\s+(?:och\s+)?(?:{_SIGN})\s*(?:=|:|betyder|innebär|står|\s))"
)
_LONGEST = 300
_USUAL: tuple[dict[str, str], ...] = (
    {"✓": "Ja", "(✓)": "Delvis", "✗": "Nej"},
    {"●": "Ja", "◐": "Delvis", "○": "Nej"},
    {"🟢": "Ja", "🟡": "Delvis", "🟠": "I begränsad utsträckning", "🔴": "Nej"},
    {"+": "Ja", "+/-": "Delvis", "±": "Delvis", "-": "Nej"},
    {"J": "Ja", "D": "Delvis", "N": "Nej"},
)
"""What signs stand for where nothing says it, and a table has two that stand in one row here."""
_SCALES: tuple[dict[str, str], ...] = (
    {"god": "Ja", "tillräcklig": "I huvudsak", "otillräcklig": "Nej", "svag": "Nej"},
    {"god": "Ja", "godtagbar": "I huvudsak", "acceptabel": "I huvudsak", "bristfällig": "Nej"},
    {"god": "Ja", "viss": "Delvis", "svag": "Nej", "låg": "Nej"},
    {"bra": "Ja", "acceptabel": "Delvis", "dålig": "Nej"},
    {"stark": "Ja", "tillräcklig": "I huvudsak", "svag": "Nej"},
)
"""Words of a scale, that say a step by the others: beside "god", "tillräcklig" is less."""
_LEFT_OUT = {"✓": "Ja", "●": "Ja", "+": "Ja"}
"""What a legend need not say, or what was taken for its bullet."""
_ALIKE = str.maketrans(
    {**dict.fromkeys("✔√", "✓"), **dict.fromkeys("✘✕×⨯", "✗"), **dict.fromkeys("◑◒◓", "◐")}
    | {"◯": "○", "−": "-", "–": "-", "—": "-"}
)


def legend_in(passages: Passages) -> dict[str, str]:
    """Return what signs stand for by what a paper says; nothing where it explains none."""
    found: dict[str, str] = {}
    for text in _texts(passages):
        explained = {
            _plain(match["sign"]): match["said"].strip()
            for match in _EXPLAINED.finditer(text)
            if graded_cell(match["said"]) is not None
        }
        if len(explained) >= SEVERAL or found:
            found |= {sign: said for sign, said in explained.items() if sign not in found}
    return found


def _texts(passages: Passages) -> list[str]:
    lines: list[str] = []
    for each in passages:
        if isinstance(each, Passage):
            is_marked = each.is_item and each.marker not in {None, "•"}
            lines.append(f"{each.marker} {each.text}" if is_marked else each.text)
        else:
            lines += [" ".join(cell.text for cell in row.cells) for row in each.table.rows]
    return [each for each in lines if len(each) < _LONGEST]


def spelled_out(table: Table, legend: Mapping[str, str]) -> Table:
    """Return a table with the words that its cells' signs stand for, where all are known."""
    signs = {
        _plain(cell.text)
        for row in table.rows
        for cell in row.cells[1:]
        if re.fullmatch(_SIGN, cell.text.strip())
    }
    if not signs:
        return _on_scale(table)
    known = _usual(signs)
    if signs & legend.keys():
        known = {**_LEFT_OUT, **legend}
    if not signs <= known.keys():
        return table
    rows = tuple(
        replace(row, cells=(*row.cells[:1], *(_spelled(cell, known) for cell in row.cells[1:])))
        for row in table.rows
    )
    return replace(table, rows=rows)


def _on_scale(table: Table) -> Table:
    """Return a table with steps for the words of a scale, where one column has only such words."""
    width = max((len(row.cells) for row in table.rows), default=0)
    for place in range(1, width):
        cells = [row.cells[place] for row in table.rows[1:] if place < len(row.cells)]
        said = {_plain_word(each.text) for each in cells}
        known = next((each for each in _SCALES if said <= each.keys()), None)
        if known is not None and len(said) >= SEVERAL:
            rows = tuple(_with_step(row, place, known) for row in table.rows[1:])
            return replace(table, rows=(table.rows[0], *rows))
    return table


def _with_step(row: Row, place: int, known: Mapping[str, str]) -> Row:
    if place >= len(row.cells):
        return row
    cell = row.cells[place]
    made = replace(cell, text=known[_plain_word(cell.text)])
    return replace(row, cells=(*row.cells[:place], made, *row.cells[place + 1 :]))


def _plain_word(text: str) -> str:
    """Return a word of a scale in its first form: "Gott" and "Goda" as "god"."""
    word = text.strip(" .").casefold()
    word = {"gott": "god", "goda": "god", "bristfälligt": "bristfällig"}.get(word, word)
    return re.sub(r"(?<=[gkl])t$|(?<=abel)t$", "", word) if len(word) > SEVERAL + 2 else word


def _usual(signs: set[str]) -> dict[str, str]:
    fits = (each for each in _USUAL if signs <= each.keys() and len(signs) >= SEVERAL)
    return next(fits, {})


def _spelled(cell: Cell, known: Mapping[str, str]) -> Cell:
    said = known.get(_plain(cell.text))
    return replace(cell, text=said) if said else cell


def _plain(sign: str) -> str:
    return sign.strip().translate(_ALIKE)

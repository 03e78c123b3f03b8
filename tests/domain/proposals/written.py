"""Papers from short texts: "# " a heading, "- " an item, "1. " as typed, "| a | b |" a row.

"> " before a line of a mail quotes it, as the reading of files has it.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table, quote_of
from revtrack.reading.cleaning.quoted import without_signs


def written(text: str) -> Paper:
    """Return a paper with a line for each line of the text that says something."""
    return Paper(tuple(_blocks(text)))


def cases_in(table: str) -> dict[str, tuple[list[str], str]]:
    """Return, for each heading of a table of papers, what is expected and the paper's text."""
    cases: dict[str, tuple[list[str], str]] = {}
    text = Path(__file__).with_name(table).read_text(encoding="utf-8")
    for group in text.split("=== ")[1:]:
        heading, rest = group.split("\n", 1)
        expected, paper = rest.split("---\n", 1)
        cases[heading] = expected.strip().splitlines(), paper
    return cases


def _blocks(text: str) -> Iterator[Line | Table]:
    rows: list[Row] = []
    lines, quoted = without_signs(text.strip().split("\n"))
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        place = Place(quote_of(line), line=number, last_line=number)
        if line.startswith("|"):
            cells = tuple(Cell(each.strip()) for each in line.strip("|").split("|"))
            rows.append(Row(cells, replace(place, table=1)))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line:
            yield replace(_line(line, place), is_quoted=number in quoted)
    if rows:
        yield Table(tuple(rows))


def _line(line: str, place: Place) -> Line:
    marks = line.split(" ", 1)[0]
    if marks and set(marks) == {"#"}:
        return Line(LineKind.HEADING, line[len(marks) :].strip(), place, len(marks))
    return Line(LineKind.PARAGRAPH, line, place)

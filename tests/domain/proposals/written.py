"""Papers from short texts: "# " a heading, "- " an item, "1. " as typed, "| a | b |" a row."""

from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table, quote_of


def written(text: str) -> Paper:
    """Return a paper with a line for each line of the text that says something."""
    return Paper(tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Line | Table]:
    rows: list[Row] = []
    for number, raw in enumerate(text.strip().split("\n"), start=1):
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
            yield _line(line, place)
    if rows:
        yield Table(tuple(rows))


def _line(line: str, place: Place) -> Line:
    marks = line.split(" ", 1)[0]
    if marks and set(marks) == {"#"}:
        return Line(LineKind.HEADING, line[len(marks) :].strip(), place, len(marks))
    return Line(LineKind.PARAGRAPH, line, place)

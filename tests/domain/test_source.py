"""A paper beside what was found in it: which of its lines, and which words there."""

from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table
from revtrack.domain.texts.source import source_of, span_of, where_in

PAPER = Paper(
    (
        Line(LineKind.HEADING, "Beslut", Place("Beslut", paragraph=1, line=3, last_line=3)),
        Line(
            LineKind.ITEM, "att svara", Place("att", paragraph=2, line=4, last_line=6), marker="1."
        ),
        Table(
            (Row((Cell("KS"), Cell("KS", True), Cell("Ja")), Place("Ja", table=1, row=1, line=9)),)
        ),
    )
)


def test_a_place_is_found_among_the_lines_of_its_paper() -> None:
    lines = source_of(PAPER)
    assert [each.text for each in lines] == ["Beslut", "1. att svara", "KS | Ja"]
    assert [where_in(lines, Place("", line=line)) for line in (1, 3, 5, 9)] == [None, 0, 1, 2]
    assert where_in(lines, Place("", table=1, row=1)) == 2
    assert where_in(lines, Place("", paragraph=7)) is None


def test_quoted_words_are_found_whatever_parts_them() -> None:
    text = "Vi önskar svar\nsenast den 31 januari."
    assert span_of(text, ["2022-01-31", "svar  SENAST …"]) == (10, 21)
    assert span_of(text, ["", "finns inte"]) is None

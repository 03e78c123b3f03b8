"""Lines that somebody pasted without their breaks, or made to do harm, are short for the rules."""

from datetime import date
from time import process_time

import pytest

from revtrack.domain.proposals.parting import sections_of
from revtrack.domain.proposals.reading import propose
from revtrack.domain.proposals.said import measure_signs
from revtrack.domain.proposals.text.long_lines import LONGEST, pieces_of, with_bounded_lines
from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table
from tests.domain.proposals.written import written

SIGNS = 300_000
HOSTILE = {
    "words": "nämnden instämmer i rekommendation 1 och svarar senast i mars ",
    "sentences": "Nämnden instämmer. Granskningen visar att rutiner saknas. ",
    "one word": "nämnden ",
    "denials": "inte ",
    "commas": "a, ",
    "capitals": "A",
    "numbers": "1. ",
    "days": "2023-01-01 ",
    "only commas": ",",
    "only semicolons": "; ",
}
REPORT = """
Granskning av inköp
Kommunens revisorer
Vi rekommenderar nämnden att:
- upprätta en plan{run} för arbetet
- se över avtalen
"""
RUNS = [",", "; ", ", och ", "– ", ". ", "(", "”"]
SECONDS = 2


def _line(text: str) -> Line:
    return Line(LineKind.PARAGRAPH, text, Place(text[:20], line=1))


def _table(*cells: str) -> Table:
    return Table((Row(tuple(map(Cell, cells)), Place(cells[0][:20], table=1, row=1)),))


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_long_and_none_of_its_signs_is_lost(said: str) -> None:
    text = (said * (SIGNS // len(said))).strip()
    pieces = pieces_of(text)
    assert max(map(len, pieces)) <= LONGEST
    assert max(len(word) for piece in pieces for word in piece.split()) < LONGEST // 2
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_what_people_write_stays_as_it_is() -> None:
    paper = Paper((_line("Nämnden instämmer. " * 90), _table("Finns en plan?", "Ja. " * 400)))
    assert with_bounded_lines(paper) == paper


def test_a_line_is_parted_at_the_end_of_a_sentence() -> None:
    pieces = pieces_of("Nämnden har en plan som antogs i mars. " * 100)
    assert len(pieces) > 1
    assert all(each.endswith("mars.") for each in pieces)


def test_a_long_cell_goes_on_in_rows_below() -> None:
    table = _table("Finns en plan?", "Planen är gammal. " * 200)
    (parted,) = with_bounded_lines(Paper((table,))).blocks
    assert isinstance(parted, Table)
    first, *others = [[cell.text for cell in row.cells] for row in parted.rows]
    assert first[0] == "Finns en plan?"
    assert others
    assert all(cells[0] == "" for cells in others)
    assert all(len(text) <= LONGEST for cells in (first, *others) for text in cells)


def test_the_rules_are_given_no_long_line(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def counted(paper: Paper) -> object:
        given.extend(len(each.text) for each in paper.blocks if isinstance(each, Line))
        return sections_of(paper)

    monkeypatch.setattr("revtrack.domain.proposals.reading.sections_of", counted)
    propose(Paper((_line("Granskning av inköp"), _line("Nämnden svarar. " * 1_000))))
    assert max(given) <= LONGEST


@pytest.mark.parametrize("sign", RUNS)
def test_a_run_of_signs_within_an_item_takes_no_longer_than_words_do(sign: str) -> None:
    """A rule that reads such a run in every way that there is needs seconds for so few signs."""
    paper = written(REPORT.format(run=sign * 24))
    begun = process_time()
    propose(paper)
    assert process_time() - begun < SECONDS


def test_a_sentence_is_asked_once_of_what_its_clauses_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(sentence: str, _day: date | None) -> bool:
        asked.append(sentence)
        return False

    monkeypatch.setattr(measure_signs, "is_put_in_plan", counted)
    measure_signs.signs_of(["har de som är " * 100], None)
    assert len(asked) == 1

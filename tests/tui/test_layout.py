"""How wide the columns of a list are: what belongs together stands together."""

from rich.text import Text

from revtrack.domain.filtering import Filter, parse_filter
from revtrack.tui.widgets.layout import MOST_FOUND, Column, Layout, Part, Row, Section
from revtrack.wording.filter_names import filter_names

COMMITTEES = (Column("Förk."), Column("Nämnd", grows=True), Column("Läge"))


def _wrapped(text: Text, width: int) -> list[Text]:
    return [text[at : at + width] for at in range(0, max(len(text), 1), width)]


def _laid_out(sections: list[Section], width: int, asked: Filter = Filter()) -> Layout:  # noqa: B008 - frozen
    return Layout(sections, width, asked, _wrapped)


def _widths(layout: Layout) -> list[list[int]]:
    return [
        [width for _text, width in layout.cells(entry)]
        for entry in layout.entries
        if entry.part is Part.TITLES
    ]


def test_the_same_columns_stand_under_each_other_and_no_wide_gap_parts_them() -> None:
    towns = [
        Section("A", COMMITTEES, (Row(("KS", "Kommunstyrelsen", "finns"), 1),)),
        Section("B", COMMITTEES, (Row(("SOCN", "Socialnämnden", "till 2023"), 2),)),
        Section("C", (Column("Titel", grows=True),), (Row(("x" * 60,), 3),)),
    ]
    assert _widths(_laid_out(towns, 200)) == [[5, 42, 9], [5, 42, 9], [60]]
    assert _widths(_laid_out(towns[:2], 200)) == [[5, 15, 9], [5, 15, 9]]
    assert _widths(_laid_out(towns, 40)) == [[5, 20, 9], [5, 20, 9], [38]]


def test_columns_stay_where_they_are_and_few_rows_are_laid_out_while_one_types() -> None:
    rows = tuple(Row((str(n), f"Nämnd {n}" + "x" * (n % 7), "finns"), n) for n in range(9_000))
    shown = [Section("Väntar", COMMITTEES, rows, most=8)]
    filtered = _laid_out(shown, 80, parse_filter("finns", filter_names()))
    assert len(_laid_out(shown, 80).rows) == 8
    assert len(filtered.rows) == MOST_FOUND
    assert filtered.entries[-1].part is Part.NOTE
    assert _widths(filtered) == _widths(
        _laid_out(shown, 80, parse_filter("Nämnd 8999", filter_names()))
    )

"""Each measurement runs, on a small size; how fast it is on this machine is not asked here."""

from benchmarks import (
    bundle,
    case_documents,
    commands,
    excel_sheet,
    reading,
    searching,
    word_table,
    workbook_reading,
)
from benchmarks.__main__ import table
from benchmarks.measure import Figure
from tests.corpus.scoring import papers


def test_a_long_table_in_word_is_measured() -> None:
    found = word_table.figures(200, rounds=1)
    assert [each.what for each in found] == [
        "Word, 200 rows × 6, beside the same XML as one string, zipped",
        "Word, a row of 200 beside a row of 2",
    ]
    assert all(each.value > 0 for each in found)


def test_a_large_sheet_is_measured() -> None:
    found = excel_sheet.figures(100, rounds=1)
    assert len(found) == 2
    assert all(each.value > 0 for each in found)


def test_the_reading_of_a_workbook_is_measured() -> None:
    (found,) = workbook_reading.figures(50, rounds=1)
    assert found.goal == 1.2
    assert found.value > 0


def test_the_documents_of_the_case_are_measured() -> None:
    everything, first = case_documents.figures(rounds=1)
    assert first.value > 0
    assert everything.value > 0


def test_commands_are_measured() -> None:
    found = commands.figures(4, rounds=1)
    assert [each.goal for each in found] == [1.2, 0.5]
    assert all(each.value > 0 for each in found)


def test_searching_is_measured() -> None:
    found = searching.figures(2, rounds=1)
    assert [each.goal for each in found] == [30, 30, 30, 30, 100, 500, 16, 60, 5]
    assert all(each.value >= 0 for each in found)


def test_the_reading_of_others_papers_is_measured() -> None:
    found = reading.figures(2, rounds=1)
    assert [each.goal for each in found] == [1, 10]
    assert all(each.value > 0 for each in found)


def test_the_reading_of_a_bundle_is_measured() -> None:
    found = bundle.figures(4)
    assert [each.goal for each in found] == [20, 4]
    assert all(each.value > 0 for each in found)


def test_a_paper_of_the_corpus_is_read_in_the_words_of_the_contract() -> None:
    [file] = (file for name, file, _ in papers("known") if name == "protokoll_tekniska_txt")
    found = reading.found_in(file)
    assert found["document_type"] == "council_decision"
    assert [one["committee"] for one in found["responses"]] == ["Tekniska nämnden"]
    assert found["due_on"] == "2022-01-31"


def test_the_table_says_what_is_reached_and_what_is_not() -> None:
    reached, missed = Figure("A beside B", 2.5, 3), Figure("All", 4, 3, "s")
    assert table([reached, missed]).splitlines()[2:] == [
        "| A beside B | 2.50 × | ≤ 3 × | yes |",
        "| All | 4.00 s | ≤ 3 s | no |",
    ]

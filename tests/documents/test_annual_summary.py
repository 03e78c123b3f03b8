"""The figures are counted by hand from sample_data/alvsunda.json, as it stands on 2026-02-16."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from revtrack.documents import fields
from revtrack.documents.accessibility.excel import check_excel
from revtrack.documents.accessibility.word import check_word
from revtrack.documents.standings import is_question
from revtrack.documents.tables.annual_facts import Year
from revtrack.documents.tables.annual_summary import annual_summary
from revtrack.documents.tables.annual_workbook import annual_workbook
from revtrack.domain.case import AuditCase
from revtrack.domain.outcome.rates import Tally, units_of
from tests.documents.conftest import STAMP, TEMPLATES
from tests.documents.flatten import assert_golden, excel_rows, tables, word_lines

TODAY = date(2026, 2, 16)


def year_of(cases: Mapping[str, AuditCase], year: int) -> Year:
    every = tuple(cases.values())
    return Year(every[0].municipality, every, year, TODAY)


def made(year: Year) -> bytes:
    template = (TEMPLATES / fields.ANNUAL_SUMMARY).read_bytes()
    return annual_summary(year, template, stamp=STAMP)


def test_the_summary_of_a_year(alvsunda: Mapping[str, AuditCase]) -> None:
    assert_golden("arssammanstallning_alvsunda_2025.txt", made(year_of(alvsunda, 2025)))
    assert_golden("arssammanstallning_alvsunda_2022.txt", made(year_of(alvsunda, 2022)))


def test_replies_and_recommendations_are_those_counted_by_hand(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    audits, recommended, replied, standing, _ = tables(made(year_of(alvsunda, 2025)))
    assert [row[3:] for row in audits[1:]] == [
        *(["4", "5", "0", "12"], ["3", "4", "0", "8"], ["2", "0", "3", "4"]),
    ]
    assert recommended[-1] == ["Summa", "20", "20", "0", "0", "0", "20", "4", "0"]
    assert replied[-1] == ["Summa", "9", "3", "0", "0", "4", "0", "2"]
    assert sum(map(int, standing[-1][1:])) == 20


def test_replies_that_came_on_an_unknown_day_are_told_as_all_of_them(
    eskilstuna: AuditCase,
) -> None:
    year = Year(eskilstuna.municipality, (eskilstuna,), 2022, TODAY)
    assert (
        "Text: Sju yttranden har begärts. Samtliga har kommit in, men vilken dag framgår inte av "
        "handlingarna."
    ) in word_lines(made(year))


def test_the_counts_are_those_of_the_rates(alvsunda: Mapping[str, AuditCase]) -> None:
    for number in (2022, 2023, 2024, 2025):
        year = year_of(alvsunda, number)
        cases = [case for case in alvsunda.values() if case.audit.audit_year == number]
        tally = Tally(tuple(e for e in units_of(cases) if not is_question(e.line)), TODAY)
        figures = [
            *(tally.asked, tally.open, tally.judged, tally.implemented),
            *(tally.implemented_or_mostly, tally.verdicts[None]),
        ]
        header, *rows = next(
            each for each in tables(made(year)) if each[0][1] == "Rekommendationer"
        )
        assert rows[-1][:7] == ["Summa", *map(str, figures)]
        for place in range(1, len(header)):
            assert sum(int(row[place]) for row in rows[:-1]) == int(rows[-1][place])


def test_the_workbook_has_the_same_counts_and_the_rows_they_are_of(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    year = year_of(alvsunda, 2025)
    workbook = annual_workbook(year, stamp=STAMP)
    shown: Any = load_workbook(BytesIO(workbook), data_only=True)
    assert list(shown["Yttranden per nämnd"].values)[-1] == ("Summa", 9, 3, 0, 0, 4, 0, 2)
    assert list(shown["Rekommendationer"].values)[-1] == (*("Summa", 20, 20, 0, 0, 0, 20, 4, 0),)
    assert len(excel_rows(workbook, "Rader")) == 25
    counted = Counter(row[-1] for row in excel_rows(workbook, "Yttranden")[1:])
    assert counted == {"I tid": 3, "Saknas": 4, "Inväntas": 2}
    charts = {name: len(shown[name]._charts) for name in shown.sheetnames}  # noqa: SLF001 - no other way
    assert [name for name, count in charts.items() if count] == [
        *("Rekommendationer", "Yttranden per nämnd", "Läge"),
    ]
    assert check_excel(workbook) == ()


def test_every_year_can_be_read_by_everybody(alvsunda: Mapping[str, AuditCase]) -> None:
    for number in {case.audit.audit_year for case in alvsunda.values()}:
        assert check_word(made(year_of(alvsunda, number))) == ()
        assert check_excel(annual_workbook(year_of(alvsunda, number), stamp=STAMP)) == ()


def test_a_year_in_which_nothing_is_handed_over_has_no_empty_tables(
    alvsunda: Mapping[str, AuditCase],
) -> None:
    waiting = {key: each for key, each in alvsunda.items() if not each.is_handed_over}
    year = year_of(waiting, next(iter(waiting.values())).audit.audit_year)
    lines = word_lines(made(year))
    assert (
        "Text: Ingen granskning har överlämnats. En granskning har ännu inte överlämnats och "
        "räknas inte."
    ) in lines
    assert "Text: Årets missiv innehåller inga rekommendationer." in lines
    assert "Text: Inget yttrande har begärts." in lines
    assert "Rubrik 2: Läge" not in lines
    assert check_excel(annual_workbook(year, stamp=STAMP)) == ()

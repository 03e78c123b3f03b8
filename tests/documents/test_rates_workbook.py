"""The figures of a report as a workbook: its charts are drawn from its cells, its ages counted."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook

from revtrack.documents.accessibility.check import check_file
from revtrack.documents.office.package import read_parts
from revtrack.documents.tables.rates_workbook import AGES, count_row, rates_workbook
from revtrack.domain.case import AuditCase
from revtrack.domain.outcome.rates import Tally, by, units_of
from tests.documents.flatten import excel_rows

TODAY = date(2026, 2, 16)


@pytest.fixture(scope="module")
def made(alvsunda: Mapping[str, AuditCase]) -> bytes:
    """Return the workbook of the invented municipality."""
    units = units_of(alvsunda.values())
    years = by(units, lambda each: each.case.audit.audit_year, TODAY)
    committees = by(units, lambda each: each.line.committee.name, TODAY)
    return rates_workbook(
        title="Uppföljning i siffror, Älvsunda kommun",
        author="Revisorerna i Älvsunda kommun",
        today=TODAY,
        total=Tally(units, TODAY),
        committees=list(committees.items()),
        years=[(str(year), tally) for year, tally in sorted(years.items())],
        audits=[],
    )


def titles_and_cells(workbook: bytes, number: int) -> tuple[list[str | None], list[str | None]]:
    """Return the texts of a chart, and the cells that it is drawn from."""
    chart = etree.fromstring(read_parts(workbook)[f"xl/charts/chart{number}.xml"])
    return [each.text for each in chart.iter("{*}t")], [each.text for each in chart.iter("{*}f")]


def test_the_verdicts_of_each_committee_are_drawn_from_its_row(made: bytes) -> None:
    words, cells = titles_and_cells(made, 1)
    axis = "Antal rekommendationer, räknat per mottagare"
    assert words == ["Uppföljningsbedömning per nämnd", "Nämnd", axis]
    rows = excel_rows(made, "Per nämnd")
    last = len(rows) - 1  # the sum is no bar
    assert rows[last][0] == "Summa"
    assert cells[:3] == [
        *("'Per nämnd'!$I$1", f"'Per nämnd'!$A$2:$A${last}", f"'Per nämnd'!$I$2:$I${last}"),
    ]
    headings = [rows[0][column] for column in range(8, 15)]
    assert headings[0] == "Genomförd"
    assert headings[-1] == "Ej uppföljd"
    assert len(cells) == 3 * len(headings)


def test_the_shares_of_each_year_are_drawn_from_the_columns_in_per_cent(made: bytes) -> None:
    words, cells = titles_and_cells(made, 2)
    assert words[0] == "Andel genomförda per granskningsår"
    headings = excel_rows(made, "Per granskningsår")[0]
    assert [headings[5], headings[7]] == ["Genomförda, %", "Minst i huvudsak, %"]
    assert cells[0::3] == ["'Per granskningsår'!$F$1", "'Per granskningsår'!$H$1"]


def test_the_open_ones_are_counted_by_age_from_the_rows(made: bytes) -> None:
    ages = [row[-1] for row in excel_rows(made, "Rader")[1:]]
    days = [age for age in ages if isinstance(age, int)]
    shown = load_workbook(BytesIO(made), data_only=True)["Ålder"].iter_rows(values_only=True)
    found = {row[0]: row[1] for row in shown}
    for name, first, end in AGES:
        assert found[name] == sum(first <= day and (end is None or day < end) for day in days)
    assert found["Summa"] == len(days)
    column = f"Rader!$M$2:$M${len(ages) + 1}"
    formula = load_workbook(BytesIO(made))["Ålder"]["B3"].value
    assert formula == f'=COUNTIFS({column},">=365",{column},"<730")'


def test_what_cannot_be_reckoned_is_told_in_words(eskilstuna: AuditCase) -> None:
    none_judged = count_row(Tally(units_of([eskilstuna]), TODAY))
    assert none_judged[4] == none_judged[6] == "Ingen bedömd"
    assert count_row(Tally((), TODAY))[-1] == "Ingen öppen"


def test_everybody_can_read_it(made: bytes) -> None:
    assert check_file("uppfoljning.xlsx", made) == ()

"""Committees as people list them: pasted from a web page, typed with commas, with bullets."""

import pytest

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.committee_lines import listed_committees


@pytest.mark.parametrize(
    ("text", "name", "abbreviation"),
    [
        ("Kommunstyrelsen KS", "kommunstyrelsen", "KS"),
        ("• Barn- och utbildningsnämnden (BUN)", "barn- och utbildningsnämnden", "BUN"),
        ("KFN Kultur- och fritidsnämnden", "kultur- och fritidsnämnden", "KFN"),
        ("Tekniska nämnden – TN", "tekniska nämnden", "TN"),
        ("1. Omsorgsnämnden, ON", "omsorgsnämnden", "ON"),
        ("Kommunstyrelsen\tKS", "kommunstyrelsen", "KS"),
        ("Valnämnden", "valnämnden", None),
        ("sn", "socialnämnden", "SN"),
        ("Älvsundabostäder AB", "Älvsundabostäder AB", None),
        ("Älvsundabostäder AB ÄBAB", "Älvsundabostäder AB", "ÄBAB"),
        ("Rinkeby stadsdelsnämnd", "Rinkeby stadsdelsnämnd", None),
        ("Mälardalens brandförbund", "Mälardalens brandförbund", None),
        ("”Snöröjningen” SR", "Snöröjningen", "SR"),
        ("XYZ", "XYZ", "XYZ"),
    ],
)
def test_a_line_is_a_name_with_or_without_its_abbreviation(
    text: str, name: str, abbreviation: str | None
) -> None:
    [found] = listed_committees(text)
    assert (found.name, found.abbreviation) == (name, abbreviation)


def test_lines_and_commas_part_committees_and_each_is_listed_once() -> None:
    found = listed_committees("KS, SN; VN\n\nKommunstyrelsen\nVatten AB\n")
    assert [each.name for each in found] == [
        "kommunstyrelsen",
        "socialnämnden",
        "valnämnden",
        "Vatten AB",
    ]
    assert found[0].kind is CommitteeKind.EXECUTIVE_BOARD
    assert found[3].kind is CommitteeKind.COMPANY


@pytest.mark.parametrize("text", ["", "  \n - \n", ",;"])
def test_nothing_is_no_committee(text: str) -> None:
    assert listed_committees(text) == ()

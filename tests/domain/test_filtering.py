"""What is typed to find rows, and the rows that it keeps."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.errors import UsageError
from revtrack.domain.filtering import Facts, Field, Filter, parse_filter
from revtrack.domain.texts.prose import name_key

NAMES: Mapping[str, Field] = {
    "nämnd": Field.COMMITTEE,
    "status": Field.STATUS,
    "prio": Field.PRIORITY,
    "svar": Field.DUE,
    "år": Field.YEAR,
    "försenad": Field.LATE,
    "öppen": Field.OPEN,
}
ROWS: Mapping[str, tuple[str, Facts]] = {
    "SN late": (
        "Inför rutiner för AI dnr KS 2023:12",
        {
            Field.COMMITTEE: ("SN", "socialnämnden"),
            Field.STATUS: "Öppen",
            Field.PRIORITY: "Hög",
            Field.DUE: date(2023, 3, 20),
            Field.YEAR: 2022,
            Field.LATE: True,
            Field.OPEN: True,
        },
    ),
    "SN low": (
        "Följ upp artificiell intelligens",
        {
            Field.COMMITTEE: ("SN", "socialnämnden"),
            Field.STATUS: "Inväntar svar",
            Field.PRIORITY: "Låg",
            Field.DUE: date(2023, 4, 14),
            Field.YEAR: 2022,
            Field.LATE: True,
            Field.OPEN: True,
        },
    ),
    "KS closed": (
        "Klassa information",
        {
            Field.COMMITTEE: ("KS", "kommunstyrelsen"),
            Field.STATUS: "Avslutad",
            Field.PRIORITY: None,
            Field.DUE: date(2024, 1, 31),
            Field.YEAR: 2023,
            Field.LATE: False,
            Field.OPEN: False,
        },
    ),
}


def kept(typed: str) -> list[str]:
    asked = parse_filter(typed, NAMES)
    return [name for name, (text, facts) in ROWS.items() if asked.keeps(name_key(text), facts)]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("", ["SN late", "SN low", "KS closed"]),
        ("nämnd:SN status:öppen -prio:låg försenad", ["SN late"]),
        ("status:öppen", ["SN late", "SN low"]),
        ("-status:försenad,avslutad", []),
        ("nämnd:sn", ["SN late", "SN low"]),
        ("nämnd:social", ["SN late", "SN low"]),
        ("nämnd:S", []),
        ("nämnd:KS,SN", ["SN late", "SN low", "KS closed"]),
        ("-nämnd:KS", ["SN late", "SN low"]),
        ("-prio:låg", ["SN late", "KS closed"]),
        ("försenad", ["SN late", "SN low"]),
        ("-försenad", ["KS closed"]),
        ('"försenad"', []),
        ("intelligens", ["SN low"]),
        ('"artificiell intelligens"', ["SN low"]),
        ("-intelligens klassa", ["KS closed"]),
        ("2023:12", ["SN late"]),
        ("svar:2023", ["SN late", "SN low"]),
        ("svar:2023-03", ["SN late"]),
        ("svar:<2023-04", ["SN late"]),
        ("svar:<=2023-04", ["SN late", "SN low"]),
        ("svar:>2023-04-14", ["KS closed"]),
        ("svar:>=2023-04-14", ["SN low", "KS closed"]),
        ("svar:2023-04..2024-01", ["SN low", "KS closed"]),
        ("år:2022", ["SN late", "SN low"]),
        ("år:>2022", ["KS closed"]),
        ("år:2021..2022", ["SN late", "SN low"]),
        ("nämnd:", ["SN late", "SN low", "KS closed"]),
        ("-", ["SN late", "SN low", "KS closed"]),
        ('"artificiell', ["SN low"]),
        ('nämnd:"socialnämnden"', ["SN late", "SN low"]),
    ],
)
def test_rows_that_fit_every_part_are_kept(typed: str, rows: list[str]) -> None:
    assert kept(typed) == rows


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mån:3", "There is no field mån to look in. These can be named: nämnd, status"),
        ("försenad:ja", "There is no field försenad to look in"),
        ("svar:igår", "“igår” is no day, month or year."),
        ("svar:2023-02-30", "“2023-02-30” is no day, month or year."),
        ("år:23", "“23” is no year."),
    ],
)
def test_what_cannot_be_looked_for_is_told(typed: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        parse_filter(typed, NAMES)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        found = parse_filter(typed, NAMES)
    except UsageError:
        return
    assert isinstance(found, Filter)
    found.keeps("text", {})


@given(st.text(alphabet=st.characters(exclude_characters='"'), min_size=1, max_size=20))
def test_a_quoted_text_is_looked_for_as_it_stands(text: str) -> None:
    folded = name_key(text)
    if folded:
        found = parse_filter(f'"{text}"', NAMES)
        assert found.keeps(f"före {folded} efter", {})
        assert not found.keeps("", {})

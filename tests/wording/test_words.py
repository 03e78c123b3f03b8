"""Days, numbers and names in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.wording.words import (
    capitalise_first,
    coarse_in_words,
    count_in_words,
    day_in_words,
    grouped,
    paragraph_sign,
    swedish_key,
)


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        (date(2023, 3, 20), "20 mars 2023", "20 March 2023"),
        (date(2022, 12, 1), "1 december 2022", "1 December 2022"),
    ],
)
def test_a_day_is_written_as_in_a_letter(day: date, swedish: str, english: str) -> None:
    assert day_in_words(day) == swedish
    assert day_in_words(day, in_language="en") == english


@pytest.mark.parametrize(
    ("coarse", "swedish", "english"),
    [
        ("2023", "2023", "2023"),
        ("2023-06", "juni 2023", "June 2023"),
        ("2023-Q2", "andra kvartalet 2023", "the second quarter of 2023"),
        ("2023-06-30", "30 juni 2023", "30 June 2023"),
        ("inför 2024", "inför 2024", "before 2024"),
    ],
)
def test_a_coarse_day_says_no_more_than_is_known(coarse: str, swedish: str, english: str) -> None:
    assert coarse_in_words(coarse) == swedish
    assert coarse_in_words(coarse, in_language="en") == english


def test_what_is_no_day_is_refused() -> None:
    for text in ("2023-13", "2023-02-30", "2023-Q5", "snart"):
        with pytest.raises(ValueError, match=r"month|day|isoformat"):
            coarse_in_words(text)


def test_counts_are_in_letters_up_to_twelve() -> None:
    assert [count_in_words(n) for n in (0, 1, 2, 9, 12, 13, 27)] == [
        *("noll", "en", "två", "nio", "tolv", "13", "27")
    ]
    assert count_in_words(1, gender="ett") == "ett"
    assert count_in_words(2, gender="ett") == "två"
    assert count_in_words(12_345) == "12\u00a0345"
    assert count_in_words(9, in_language="en") == "nine"
    assert grouped(-1_000_000) == "−1\u00a0000\u00a0000"


def test_a_paragraph_carries_its_sign_once_and_never_breaks() -> None:
    assert paragraph_sign("85") == "§\u00a085"
    assert paragraph_sign("§ 85") == "§\u00a085"


def test_a_name_begins_a_sentence_with_a_capital_and_keeps_the_rest() -> None:
    assert capitalise_first("kultur- och fritidsnämnden") == "Kultur- och fritidsnämnden"
    assert capitalise_first("äldrenämnden i AB-form") == "Äldrenämnden i AB-form"
    assert capitalise_first("") == ""


def test_names_are_sorted_as_in_a_swedish_register() -> None:
    names = ["Östersund", "Älvdalen", "Åmål", "Zinkgruvan", "Ystad", "Ängelholm", "Arvika", "Évian"]
    assert sorted(names, key=swedish_key) == [
        *("Arvika", "Évian", "Ystad", "Zinkgruvan", "Åmål", "Älvdalen", "Ängelholm", "Östersund")
    ]
    assert sorted(["vård", "Varda", "vårda", "värd"], key=swedish_key) == [
        *("Varda", "vård", "vårda", "värd")
    ]


@given(st.text(), st.text())
def test_two_texts_never_share_a_key(one: str, other: str) -> None:
    assert (swedish_key(one) == swedish_key(other)) == (one == other)

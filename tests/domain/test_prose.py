import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from revtrack.domain.records import NewAuditorsMeeting, NewLabel, NewQuestion
from revtrack.domain.texts.prose import MAX_LENGTH, clean, clean_line, lines_of, name_key

ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cc", "Cs", "Zl", "Zp", "Zs"]))
"""Any code points at all, with more of the troublesome ones."""

BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
UNSTORABLE = [
    *(chr(code) for code in (*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85))),
    *(chr(code) for code in range(0x86, 0xA0)),
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
    "\ufffe",
    "\uffff",
]


def prose(text: str) -> str:
    return NewQuestion(audit_id=1, number=1, text=text).text


@pytest.mark.parametrize("sign", BREAKS, ids=ascii)
def test_every_line_break_becomes_one(sign: str) -> None:
    assert prose(f"rad ett{sign}rad två") == "rad ett\nrad två"


@pytest.mark.parametrize("sign", UNSTORABLE, ids=ascii)
def test_what_no_office_program_can_hold_leaves_a_mark(sign: str) -> None:
    assert prose(f"före{sign}efter") == "före\ufffdefter"


def test_a_tab_and_ordinary_signs_are_kept() -> None:
    text = "R&D <inget> [/] =1+1 {{ x }}\tå ä ö – ’ ” § € 😀"
    assert prose(text) == text


def test_letters_are_put_together() -> None:
    assert prose("A\u030a a\u0308 o\u0308") == "Å ä ö"


def test_outer_white_space_is_left_out_and_paragraphs_are_kept() -> None:
    assert prose("\n  Ett stycke.\r\n\r\nEtt till.  \n") == "Ett stycke.\n\nEtt till."


def test_a_line_is_one_line() -> None:
    label = NewLabel(municipality_id=1, vocabulary="grade", code="yes", text=" Ja,\r\n\tmen \v nej")
    assert label.text == "Ja, men nej"


@pytest.mark.parametrize("empty", ["", "   ", "\n\r\t", "\u2028", "\u00a0"])
def test_an_empty_text_is_refused(empty: str) -> None:
    with pytest.raises(ValidationError):
        prose(empty)
    with pytest.raises(ValidationError):
        NewLabel(municipality_id=1, vocabulary="grade", code="yes", text=empty)


def test_length_is_counted_after_cleaning() -> None:
    assert len(prose(f"  {'x' * MAX_LENGTH}  ")) == MAX_LENGTH
    with pytest.raises(ValidationError):
        prose("x" * (MAX_LENGTH + 1))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)


@given(ANY_TEXT)
def test_any_cleaned_text_can_be_stored_and_read_back(text: str) -> None:
    kept = clean(text)
    with sqlite3.connect(":memory:") as connection:
        assert connection.execute("SELECT ?", (kept,)).fetchone() == (kept,)
    connection.close()
    assert unicodedata.is_normalized("NFC", kept)
    controls = {sign for sign in kept if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}}
    assert controls <= {"\n", "\t"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vård- och  omsorgsnämnden", "VÅRD- OCH OMSORGSNÄMNDEN"),
        ("Gro\u0308na", "GRÖNA"),
        ("skol\u00adnämnden", "skolnämnden"),
        ("skol\u200bnämnden", "Skolnämnden"),
        ("\u202eKS\u202c", "ks"),
        ("KS\u00a0", " ks"),
        ("ＫＳ", "KS"),
        ("Straße AB", "STRASSE ab"),
    ],
)
def test_two_spellings_of_one_name(first: str, second: str) -> None:
    assert name_key(first) == name_key(second)


@pytest.mark.parametrize(
    ("first", "second"), [("år", "ar"), ("ö", "o"), ("är", "ar"), ("KS", "KSN")]
)
def test_names_that_are_not_the_same(first: str, second: str) -> None:
    assert name_key(first) != name_key(second)


@given(ANY_TEXT)
def test_a_name_key_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_lines_of_a_list() -> None:
    assert lines_of("  akten \n\n kommunstyrelsen\n") == ("akten", "kommunstyrelsen")
    assert lines_of(None) == ()


def test_not_stated_is_none() -> None:
    assert (
        NewAuditorsMeeting.model_validate({"municipality_id": 1, "held_on": "2023-03-20"}).note
        is None
    )

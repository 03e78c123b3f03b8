"""Lists as they come out of Word, mails and PDFs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.texts.pasted import pasted_list

FIRST, SECOND = "Finns en aktuell plan?", "Följs planen upp?"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{SECOND}",
        f"{FIRST}\r\n{SECOND}\r\n",
        f"\n{FIRST}\n\n{SECOND}\n\n",
        f"• {FIRST}\n• {SECOND}",
        f"•\t{FIRST}\n•\t{SECOND}",
        f"  - {FIRST}\n  - {SECOND}",
        f"– {FIRST}\n\n– {SECOND}",
        f"1. {FIRST}\n2. {SECOND}",
        f"1) {FIRST}\n2) {SECOND}",
        f"1.\t{FIRST}\n2.\t{SECOND}",
        f"2.1. {FIRST}\n2.2. {SECOND}",
        f"R1. {FIRST}\nR2. {SECOND}",
        f"R1: {FIRST}\nR2: {SECOND}",
        f"a) {FIRST}\nb) {SECOND}",
        f"\uf0b7\t{FIRST}\n\uf0b7\t{SECOND}",
        "• Finns en\naktuell plan?\n• Följs planen\nupp?",
        "• Finns en aktu-\nell plan?\n• Följs planen upp?",
        "Finns en aktuell\nplan?\n\nFöljs planen upp?",
    ],
)
def test_the_items_come_out_one_by_one(text: str) -> None:
    assert pasted_list(text).items == (FIRST, SECOND)


def test_what_stands_before_the_first_bullet_is_the_lead() -> None:
    found = pasted_list("Vi rekommenderar\nkommunstyrelsen att:\n• besluta\n• följa upp")
    assert found.lead == "Vi rekommenderar kommunstyrelsen att:"
    assert found.items == ("besluta", "följa upp")


def test_inner_bullets_stay_in_their_item() -> None:
    text = "1. Säkerställ att\n   a) planen antas\n   b) den följs upp\n2. Redovisa"
    assert pasted_list(text).items == (
        "Säkerställ att a) planen antas b) den följs upp",
        "Redovisa",
    )


def test_a_hyphen_that_is_meant_is_kept() -> None:
    text = "• Vård-\noch omsorgsnämnden\n• Kommun-\nens plan"
    assert pasted_list(text).items == ("Vård- och omsorgsnämnden", "Kommunens plan")


@pytest.mark.parametrize("text", ["", " \n\n ", "• \n– "])
def test_nothing_pasted_is_no_item(text: str) -> None:
    assert pasted_list(text).items == ()


@pytest.mark.parametrize(
    "text",
    ["2023 antogs planen.", "I planen anges 3 mål.", "OSL 18:8 gäller.", "o alla följer den"],
)
def test_a_number_within_a_sentence_is_no_mark(text: str) -> None:
    assert pasted_list(text).items == (text,)


@given(st.lists(st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{2,12}( [a-zåäö]{2,9}){0,5}", fullmatch=True)))
def test_items_survive_any_bullets(items: list[str]) -> None:
    for mark in ("• ", "1. ", "–\t", ""):
        assert pasted_list("\n".join(mark + each for each in items)).items == tuple(items)

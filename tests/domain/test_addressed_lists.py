"""Recommendations as they stand in reports, pasted with whom they are for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain.names.addressed_lists import Bodies, drafted_recommendations
from tests.domain.build import BOARD, CULTURE, SCHOOLS

BODIES = Bodies((BOARD, SCHOOLS, CULTURE), (BOARD, SCHOOLS, CULTURE))


def drafted(text: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.recipients) for each in drafted_recommendations(text, BODIES)]


@pytest.mark.parametrize(
    "heading",
    [
        "Kommunstyrelsen",
        "Kommunstyrelsen:",
        "Vi rekommenderar kommunstyrelsen att:",
        "Vi rekommenderar att kommunstyrelsen:",
        "Vi rekommenderar\nkommunstyrelsen att",
        "Utifrån vår granskning rekommenderar vi kommunstyrelsen att:",
        "Utifrån ovanstående bedömer vi att kommunstyrelsen bör:",
        "Kommunstyrelsen rekommenderas även att",
        "Rekommendationer till kommunstyrelsen",
    ],
)
def test_a_heading_says_whom_the_bullets_after_it_are_for(heading: str) -> None:
    found = drafted(f"{heading}\n• besluta om en plan,\n• följa upp den, samt\n• redovisa den.")
    who = [each[1] and each[1].casefold() for each in found]
    assert who == ["kommunstyrelsen"] * 3
    assert [each[0] for each in found] == [
        "besluta om en plan",
        "följa upp den",
        "redovisa den.",
    ]


def test_each_heading_has_its_bullets() -> None:
    text = (
        "4.2 Rekommendationer\n\nVi rekommenderar kommunstyrelsen att:\n\n"
        "•\tTa fram en plan\n•\tFölja den\nupp\n\n"
        "Vi rekommenderar grundskolenämnden samt kultur- och\nfritidsnämnden att:\n"
        "•\tRedovisa läget\n\nSamtliga nämnder utom kommunstyrelsen\n•\tUtbilda sina chefer"
    )
    assert drafted(text)[-4:] == [
        ("Ta fram en plan", "kommunstyrelsen"),
        ("Följa den upp", "kommunstyrelsen"),
        ("Redovisa läget", "grundskolenämnden samt kultur- och fritidsnämnden"),
        ("Utbilda sina chefer", "Samtliga nämnder utom kommunstyrelsen"),
    ]


def test_a_row_may_end_with_its_own_recipients() -> None:
    text = (
        "Kommunstyrelsen\n1. Ta fram en plan (KS, GSN).\n2. Följ upp (se avsnitt 3.2)\n"
        "3. Redovisa hur dataskyddet sköts (GDPR)\n4. Utbilda (alla utom KS); samt\n"
        "5. Samordna (KS, XYZ)"
    )
    assert drafted(text) == [
        ("Ta fram en plan.", "KS, GSN"),
        ("Följ upp (se avsnitt 3.2)", "Kommunstyrelsen"),
        ("Redovisa hur dataskyddet sköts (GDPR)", "Kommunstyrelsen"),
        ("Utbilda", "alla utom KS"),
        ("Samordna", "KS, XYZ"),
    ]


def test_rows_of_a_table_end_with_their_recipients() -> None:
    text = "1\tTa fram en plan\tKS, KFN\n2\tFölj upp den\tSamtliga nämnder\n3\tRedovisa\t2024"
    assert drafted(text) == [
        ("Ta fram en plan", "KS, KFN"),
        ("Följ upp den", "Samtliga nämnder"),
        ("Redovisa 2024", None),
    ]


def test_lines_without_bullets_are_rows_under_headings_of_known_bodies() -> None:
    text = "Kommunstyrelsen\nTa fram en plan\nInformera valnämnden\nKFN\nBilda ett bolag"
    assert drafted(text) == [
        ("Ta fram en plan", "Kommunstyrelsen"),
        ("Informera valnämnden", "Kommunstyrelsen"),
        ("Bilda ett bolag", "KFN"),
    ]


def test_a_body_that_is_not_known_is_named_where_that_is_certain() -> None:
    assert drafted("Valnämnden:\nTa fram en plan") == [("Ta fram en plan", "Valnämnden")]
    assert drafted("Valnämnden\n• Ta fram en plan") == [("Ta fram en plan", "Valnämnden")]
    assert drafted("Styrelsen bör\n• Ta fram en plan") == [("Ta fram en plan", None)]


def test_what_leads_in_without_a_name_is_no_row_and_keeps_the_heading() -> None:
    text = "Kommunstyrelsen\n\nVi rekommenderar att:\n• Ta fram en plan"
    assert drafted(text) == [("Ta fram en plan", "Kommunstyrelsen")]


@pytest.mark.parametrize(
    "text",
    [
        "Ta fram en plan",
        "Kommunstyrelsen",
        "Se till att kommunstyrelsen får uppföljningen",
        "Vi rekommenderar kommunstyrelsen att ta fram en plan.",
        "R&D <inget> [/] =1+1 {{ x }} [@click=app.quit]x[/] åäö",
    ],
)
def test_a_single_row_is_itself(text: str) -> None:
    assert drafted(text) == [(text, None)]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(each.text for each in drafted_recommendations(text, BODIES))

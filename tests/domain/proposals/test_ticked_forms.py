"""Replies on forms: boxes that are ticked, and fields that answer what is asked above them."""

import pytest

from revtrack.domain.proposals.papers.minutes import diary_number_of
from revtrack.domain.proposals.reading import propose
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

HEAD = """Hammarviks kommun
Tekniska nämnden
2025-01-21

Till kommunrevisionen

Svar på granskning av avtalsuppföljning
Dnr TN 24/210

"""
ONE = "Årligen följa upp avtal över 500 000 kronor"
OTHER = "Dokumentera leveranskontroller i entreprenader"


@pytest.mark.parametrize(
    "form",
    [
        (
            f"Rekommendation 1\n{ONE}.\n\n☒ Instämmer\n☐ Instämmer delvis\n☐ Instämmer inte\n\n"
            f"Rekommendation 2\n{OTHER}.\n\n☐ Instämmer\n☐ Instämmer delvis\n☒ Instämmer inte\n"
        ),
        (
            f"Rekommendation 1: {ONE}.\nInstämmer [x]   Instämmer inte [ ]\nKommentar: Ja.\n\n"
            f"Rekommendation 2: {OTHER}.\nInstämmer [ ]   Instämmer inte [x]\nKommentar: Nej.\n"
        ),
        (
            f"Revisorernas rekommendation 1\n{ONE}\nStällningstagande: (X) Instämmer ( ) Instämmer"
            f" inte\n\nRevisorernas rekommendation 2\n{OTHER}\nStällningstagande: ( ) Instämmer (X)"
            " Instämmer inte\n"
        ),
        (
            f"| Rekommendation 1 | {ONE} |\n| Nämndens ställningstagande | Instämmer |\n"
            f"| Klart senast | juni 2025 |\n| Rekommendation 2 | {OTHER} |\n"
            "| Nämndens ställningstagande | Instämmer inte |\n| Motivering | Det behövs inte |\n"
        ),
        (
            f"| Rekommendation | {ONE} |\n| Nämnden | [X] instämmer [ ] instämmer inte |\n\n"
            f"| Rekommendation | {OTHER} |\n| Nämnden | [ ] instämmer [X] instämmer inte |\n"
        ),
        (
            "| Rekommendation | Instämmer | Delvis | Instämmer inte |\n"
            f"| {ONE} | X | | |\n| {OTHER} | | | X |\n"
        ),
    ],
)
def test_a_form_gives_what_was_asked_and_what_is_ticked(form: str) -> None:
    made = propose(paper_of(read_paper((HEAD + form).encode())))
    assert [(each.text or "").rstrip(".") for each in made.recommendations] == [ONE, OTHER]
    [response] = made.responses
    assert [each.position for each in response.answers] == ["agrees", "disagrees"]


def test_the_auditors_number_in_a_form_is_not_the_committees() -> None:
    form = "| Kommunrevisionens dnr | KR 2019/14 |\n| Nämndens dnr | FGN 2019/277 |\n"
    text = f"Skolnämnden\n\nSvar på granskning av förskolan\n\n{form}\nNämnden instämmer.\n"
    [response] = propose(paper_of(read_paper(text.encode()))).responses
    assert response.diary_number
    assert response.diary_number.value == "FGN 2019/277"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("§ 55 KFN 16/88", "KFN 16/88"),
        ("KF-18-042", "KF-18-042"),
        ("KS17-66 007", "KS17-66"),
        ("KS 2022/0215-104", "KS 2022/0215-104"),
        ("BUN 14:3", "BUN 14:3"),
        ("SID 12/58", None),
        ("HT 18/19", None),
        ("KS 2022-02-15", None),
        ("TN 16-05-19", None),
    ],
)
def test_numbers_of_short_years_are_numbers_and_pages_terms_and_days_are_not(
    line: str, number: str | None
) -> None:
    assert diary_number_of(line) == number

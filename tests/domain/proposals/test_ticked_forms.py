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
            f"## Rekommendation A\n| Lydelse | {ONE} |\n"
            "| Svar | [x] instämmer [ ] instämmer ej |\n"
            f"## Rekommendation B\n| Lydelse | {OTHER} |\n"
            "| Svar | [ ] instämmer [x] instämmer ej |\n"
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


FORM = """Svarsblankett
Granskning: Granskning av avtalsuppföljning
Svarande nämnd: Tekniska nämnden
Beslutad: 2025-01-21, § 9
Diarienummer: TN 24/210

"""
SURE = 0.8


@pytest.mark.parametrize(
    ("first", "position", "code"),
    [
        (
            "[ ] Instämmer [ ] Instämmer inte\nKommentar: Vi ser inget behov.",
            "disagrees",
            "unticked",
        ),
        (
            "[ ] Ja  [ ] Delvis  [ ] Nej\nKommentar: Nämnden instämmer inte.",
            "disagrees",
            "unticked",
        ),
        ("Ja ( )  Delvis ( )  Nej ( )", None, "unticked"),
        ("☐ Instämmer\n☐ Instämmer delvis\n☐ Instämmer inte", None, "unticked"),
        ("[ ] Instämmer [ ] Instämmer inte\nAnsvarig:\nKlart senast:", None, "unticked"),
        ("[x] Instämmer [x] Instämmer inte", None, "several_ticked"),
        ("☒ Instämmer\n☐ Instämmer delvis\n☒ Instämmer inte", None, "several_ticked"),
        ("○ Instämmer ○ Instämmer delvis ○ Instämmer inte", None, "unticked"),
        ("Instämmer nämnden? [x] Ja [x] Nej", None, "several_ticked"),
    ],
)
def test_where_not_just_one_box_is_ticked_the_answer_is_unsure_and_warned_of(
    first: str, position: str | None, code: str
) -> None:
    text = (
        f"{FORM}Rekommendation 1: {ONE}\n{first}\n\n"
        f"Rekommendation 2: {OTHER}\n[x] Instämmer [ ] Instämmer inte\n"
    )
    made = propose(paper_of(read_paper(text.encode())))
    [response] = made.responses
    assert [each.position for each in response.answers] == [position, "agrees"]
    unsure, sure = (each.confidence for each in response.answers)
    assert unsure < SURE <= sure
    assert code in [each.code for each in made.doubts]


@pytest.mark.parametrize(
    "ticked",
    [
        "○ Instämmer ○ Instämmer delvis ● Instämmer inte",
        "□ Instämmer □ Instämmer delvis ■ Instämmer inte",
        "Delar nämnden revisorernas uppfattning? [ ] Ja [x] Nej",
        "Delar nämnden revisorernas uppfattning? Ja [ ] Nej [x]",
        "Inställning: [ ] Instämmer [ ] Instämmer delvis\n  [x] Instämmer inte",
    ],
)
def test_boxes_of_many_kinds_are_read(ticked: str) -> None:
    text = f"{FORM}Rekommendation 1: {ONE}\n{ticked}\n\nRekommendation 2: {OTHER}\n\n{ticked}\n"
    made = propose(paper_of(read_paper(text.encode())))
    [response] = made.responses
    assert [each.position for each in response.answers] == ["disagrees", "disagrees"]
    assert not {"unticked", "several_ticked"} & {each.code for each in made.doubts}


def test_boxes_that_are_bullets_stay() -> None:
    text = (
        f"{HEAD}Revisorerna rekommenderar:\n□ {ONE.lower()}\n□ {OTHER.lower()}\n\n"
        "Nämnden instämmer i rekommendationerna.\n"
    )
    made = propose(paper_of(read_paper(text.encode())))
    assert len(made.recommendations) == len("12")
    assert made.doubts == ()


def test_a_form_is_of_an_audit_without_the_word_for_auditors() -> None:
    text = (
        "SVARSBLANKETT\nGranskning av avtalsuppföljning\nNämnd: Tekniska nämnden\n\n"
        f"Rek. 3  {ONE}\nJa (x)  Delvis ( )  Nej ( )\n\nRek. 4  {OTHER}\nJa ( )  Nej (x)\n"
    )
    [response] = propose(paper_of(read_paper(text.encode()))).responses
    assert [each.position for each in response.answers] == ["agrees", "disagrees"]

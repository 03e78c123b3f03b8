import pytest

from revtrack.domain.proposals.one_paper import read_report
from revtrack.domain.proposals.proposal import Proposal
from tests.domain.proposals.written import written


def read(text: str) -> Proposal:
    return read_report(written(text))


def grades(text: str) -> list[tuple[str, ...]]:
    """Each question with its grades, those of some committees with their first name."""
    return [
        (
            question.text,
            *(
                f"{each.grade} {each.committees[0]}" if each.committees else str(each.grade)
                for each in question.assessments
            ),
        )
        for question in read(text).questions
    ]


def test_a_list_of_questions_and_assessments_in_the_chapters() -> None:
    assert grades("""
        # 2.1 Syfte och revisionsfrågor
        Granskningen ska besvara följande revisionsfrågor:
        - Finns det en aktuell plan för underhållet?
        - Är ansvaret för fastigheterna tydligt fördelat?
        - Följs kostnaderna upp under året?
        # 3.1 Plan
        ## 3.1.1 Bedömning
        Vi bedömer att det finns en aktuell plan för underhållet.
        # 3.2 Ansvar
        ## 3.2.1 Bedömning
        Vår bedömning är att ansvaret för fastigheterna inte fullt ut är tydligt fördelat.
        # 3.3 Kostnader
        ## 3.3.1 Bedömning
        Vi bedömer att kostnaderna inte i tillräcklig utsträckning följs upp under året.
    """) == [
        ("Finns det en aktuell plan för underhållet?", "yes"),
        ("Är ansvaret för fastigheterna tydligt fördelat?", "partly"),
        ("Följs kostnaderna upp under året?", "limited"),
    ]


def test_assessments_that_differ_between_committees() -> None:
    assert grades("""
        Granskningen avser kommunstyrelsen, socialnämnden och miljönämnden.
        # Revisionsfrågor
        - Har nämnderna antagit planer för arbetet?
        # Bedömning
        Vi bedömer att kommunstyrelsen och socialnämnden har antagit planer för arbetet.
        Vi bedömer att miljönämnden inte har antagit någon plan för arbetet.
    """) == [
        ("Har nämnderna antagit planer för arbetet?", "yes Kommunstyrelsen", "no Miljönämnden")
    ]


def test_headings_that_ask() -> None:
    assert grades("""
        # 3 Resultat
        ## 3.1 Finns det en aktuell översiktsplan?
        Planen antogs 2011.
        ### Bedömning
        Vår bedömning är att översiktsplanen inte är aktuell.
        ## 3.2 Är handläggningstiderna rimliga?
        ### Bedömning
        Ja, handläggningstiderna är rimliga.
        ## 3.3 Följs plan- och bygglagen?
        ### Bedömning
        Till viss del. Vissa beslut saknar motivering.
    """) == [
        ("Finns det en aktuell översiktsplan?", "no"),
        ("Är handläggningstiderna rimliga?", "yes"),
        ("Följs plan- och bygglagen?", "partly"),
    ]


def test_questions_in_a_sentence_that_are_asked_again_with_their_answers() -> None:
    assert grades("""
        # Syfte
        Revisionsfrågorna är: Finns riktlinjer? Är riktlinjerna kända? samt Sker uppföljning?
        # Svar på revisionsfrågorna
        Fråga 1: Finns riktlinjer?
        Ja.
        Fråga 2: Är riktlinjerna kända?
        Nej, kännedomen är bristfällig.
        Fråga 3: Sker uppföljning?
        Uppföljning sker i begränsad utsträckning.
    """) == [
        ("Finns riktlinjer?", "yes"),
        ("Är riktlinjerna kända?", "no"),
        ("Sker uppföljning?", "limited"),
    ]


def test_a_table() -> None:
    assert grades("""
        | Revisionsfrågor | Bedömning |
        | Finns det en fungerande ledning? | Uppfyllt. Ledningen har tydliga mål. |
        | Är tillgången till personal god? | Ej uppfyllt. Personal saknas. |
        | Är rutinerna kända? | Delvis uppfyllt |
        | Följs avvikelser upp? | Vi bedömer att avvikelser i huvudsak följs upp. |
    """) == [
        ("Finns det en fungerande ledning?", "yes"),
        ("Är tillgången till personal god?", "no"),
        ("Är rutinerna kända?", "partly"),
        ("Följs avvikelser upp?", "mostly"),
    ]


def test_a_row_that_numbers_and_names_a_question_asked_before() -> None:
    read_so = grades("""
# Syfte
Följande revisionsfrågor har varit vägledande:
1. Har nämnderna brutit ned fullmäktiges mål till egna mål?
2. Har nämnderna följt upp ekonomin?
# Bedömning
| Revisionsfråga | Kommunstyrelsen | Socialnämnden |
| 1. Egna mål | Ja | Delvis |
| 2. Ekonomi | Nej | Ja |
""")
    first = "Har nämnderna brutit ned fullmäktiges mål till egna mål?"
    assert read_so == [
        (first, "yes Kommunstyrelsen", "partly Socialnämnden"),
        ("Har nämnderna följt upp ekonomin?", "no Kommunstyrelsen", "yes Socialnämnden"),
    ]


def test_a_question_that_the_background_asks_is_none_and_no_answer_is_none() -> None:
    assert grades("""
        # Bakgrund
        Allt fler behöver hjälp. Vem ska göra jobbet?
        # Revisionsfrågor
        - Har nämnden en plan för bemanningen?
        - Används digitala lås?
        # Bedömning
        Vi bedömer att nämnden har en plan för bemanningen.
    """) == [("Har nämnden en plan för bemanningen?", "yes"), ("Används digitala lås?",)]


def test_the_phrase_and_place_of_an_assessment() -> None:
    proposal = read("""
        Granskningen avser kommunstyrelsen och miljönämnden.
        # 2 Revisionsfrågor
        - Har nämnderna fördelat ansvaret för arbetet?
        # 3.1.5 Bedömning
        Vi bedömer att miljönämnden inte i tillräcklig grad har fördelat ansvaret för arbetet.
        # 4 Slutsats
        Vår samlade bedömning är att styrningen delvis är ändamålsenlig, men tydlig.
    """)
    [question] = proposal.questions
    [found] = question.assessments
    assert found.phrase == "inte i tillräcklig grad har fördelat ansvaret för arbetet"
    assert (found.section, found.place.line) == ("3.1.5", 5)
    assert proposal.overall is not None
    assert (proposal.overall.grade, proposal.overall.phrase, proposal.overall.section) == (
        "partly",
        "styrningen delvis är ändamålsenlig",
        "4",
    )


ASKED = """
        # 1 Revisionsfrågor
        - Finns det aktuella regler?
        - Följs kostnaderna upp?
        - Hanteras klagomål rättssäkert?
        # 2 Resultat
        # 2.1 Regler
        Reglerna är från 2015.
        {0}
        # 2.2 Kostnader
        Ingen följer upp.
        {1}
        # 2.3 Klagomål
        Det finns en rutin.
        {2}
        # 3 Rekommendationer
"""


@pytest.mark.parametrize(
    "said",
    [
        ("Fråga 1 besvaras med delvis.", "Fråga 2: Nej. Det görs inte.", "Fråga 3: Ja."),
        ("Bedömning: gul", "Bedömning: röd", "Bedömning: grön"),
        (
            "Vi bedömer att revisionsfrågan är delvis uppfylld.",
            "Vi bedömer att revisionsfrågan inte är uppfylld.",
            "Vi bedömer att revisionsfrågan är uppfylld.",
        ),
        ("Vårt svar: Delvis.", "Vårt svar: Nej.", "Vårt svar: Ja."),
        ("Delvis uppfyllt", "Ej uppfyllt", "Uppfyllt"),
    ],
)
def test_answers_that_say_which_question_they_answer(said: tuple[str, str, str]) -> None:
    found = [each[1:] for each in grades(ASKED.format(*said))]
    assert found == [("partly",), ("no",), ("yes",)]


def test_what_a_sentence_says_of_another_committee_too() -> None:
    assert grades("""
        Granskningen avser socialnämnden och kulturnämnden.
        # 1 Revisionsfrågor
        - Genomförs kontroller före utbetalning?
        # 2 Bedömning
        Socialnämnden genomför delvis kontroller före utbetalning. Kulturnämnden gör inte det.
    """) == [("Genomförs kontroller före utbetalning?", "partly Socialnämnden", "no Kulturnämnden")]


def test_each_clause_of_one_sentence_judges_its_own_question() -> None:
    said = "Vi bedömer att det delvis finns aktuella regler, att kostnaderna inte följs upp och "
    said += "att klagomål hanteras rättssäkert."
    found = [each[1:] for each in grades(ASKED.format(said, "", ""))]
    assert found == [("partly",), ("no",), ("yes",)]

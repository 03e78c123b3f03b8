"""Questions and what is found of them, in the ways that other municipalities write them."""

import pytest

from revtrack.domain.proposals.one_paper import read_letter, read_report
from tests.domain.proposals.test_questions import grades
from tests.domain.proposals.written import written

ITEMS = "\n- Finns en aktuell plan?\n- Följs planen upp?\n"
LEADS = (
    "Följande frågor besvaras i rapporten:",
    "Vi har ställt två frågor:",
    "Syftet är att bedöma arbetet. Vi har ställt oss två frågor:",
    "De frågor som ska besvaras är:",
    "Revisionsfrågorna har varit:",
    "Granskningen ska ge svar på följande:",
    "Granskningen ger svar på dessa frågeställningar:",
    "Kontrollmål:",
    "# Frågor",
    "# Syfte och frågeställningar",
    "# Vad vi ville veta",
)
OF_OTHERS = (
    "I en enkät till cheferna ställdes följande frågor:",
    "Vi önskar svar från nämnden på följande frågor:",
    "Nämndens ledamöter ombads besvara två frågor:",
    "# Frågor i enkäten",
    "# Frågor till presidiet",
    "Vid mötet diskuterades de frågor som ställdes i förväg:",
    "# Förslag till revisionsfrågor i en fördjupad granskning",
)


@pytest.mark.parametrize("lead", LEADS)
def test_leads_of_a_reports_questions(lead: str) -> None:
    found = read_report(written(f"# Granskning av underhåll\n{lead}{ITEMS}"))
    assert [each.text for each in found.questions] == [
        "Finns en aktuell plan?",
        "Följs planen upp?",
    ]


@pytest.mark.parametrize("lead", OF_OTHERS)
def test_questions_put_to_others_are_none_of_the_audits(lead: str) -> None:
    assert not read_report(written(f"# Granskning av underhåll\n{lead}{ITEMS}")).questions


def test_questions_of_one_list_that_are_alike_are_all_kept() -> None:
    assert [
        each[0]
        for each in grades("""
        # Revisionsfrågor
        - Är resultatet förenligt med fullmäktiges finansiella mål?
        - Är resultatet förenligt med fullmäktiges verksamhetsmål?
    """)
    ] == [
        "Är resultatet förenligt med fullmäktiges finansiella mål?",
        "Är resultatet förenligt med fullmäktiges verksamhetsmål?",
    ]


def test_a_letter_tells_of_the_audits_questions_but_not_of_its_own_to_the_reader() -> None:
    letter = written("""
        Till socialnämnden
        Revisionsfrågorna och våra svar framgår av tabellen.
        | Revisionsfråga | Svar |
        | Finns en aktuell plan? | Ja |
        | Följs planen upp? | Nej |
        Vi önskar svar på följande frågor senast den 1 maj:
        - När kommer planen att följas upp?
    """)
    found = read_letter(letter).questions
    assert [(each.text, each.assessments[0].grade) for each in found] == [
        ("Finns en aktuell plan?", "yes"),
        ("Följs planen upp?", "no"),
    ]


ASKED = """
        # Revisionsfrågor
        - Har nämnden en organisation som stödjer handläggningen?
        - Är uppföljningen av pågående och avslutade projekt tillräcklig?
"""


def test_a_label_before_a_full_stop() -> None:
    assert [
        each[1]
        for each in grades(
            ASKED
            + """
        # 2 Organisation
        Nio personer arbetar på enheten.
        Bedömning. Nämnden har en organisation som stödjer handläggningen.
        # 3 Projekt
        Bedömning. Projekten följs upp till viss del.
    """
        )
    ] == ["yes", "partly"]


def test_chapters_that_judge_in_turn_without_the_questions_words() -> None:
    assert [
        each[1]
        for each in grades(
            ASKED
            + """
        # 2 Handläggarna
        Nio personer arbetar på enheten.
        Vår bedömning är att bemanningen i huvudsak räcker till.
        # 3 Projekten
        Elva projekt pågår.
        Vår bedömning är att styrelsen inte får den redovisning som krävs.
        # 4 Sammanfattande bedömning
        Vår samlade bedömning är att arbetet delvis är ändamålsenligt.
    """
        )
    ] == ["mostly", "no"]


def test_paragraphs_of_one_chapter_that_judge_in_turn() -> None:
    assert [
        each[1]
        for each in grades(
            ASKED
            + """
        # Vad granskningen visar
        Nio personer arbetar på enheten. Vi bedömer att bemanningen delvis räcker till.
        Elva projekt pågår. Vi bedömer att redovisningen av dem är god.
    """
        )
    ] == ["partly", "yes"]


def test_chapters_in_another_order_are_known_by_their_words() -> None:
    assert [
        each[1]
        for each in grades(
            ASKED
            + """
        # 2 Projekten
        Vår bedömning är att uppföljningen av pågående och avslutade projekt inte är tillräcklig.
        # 3 Organisation
        Vår bedömning är att nämnden har en organisation som stödjer handläggningen.
    """
        )
    ] == ["yes", "no"]


def test_chapters_named_by_the_questions_number() -> None:
    assert grades("""
        # Uppdrag
        Vi har ställt oss två frågor:
        | Fråga 1 | Har direktionen antagit en plan? |
        | Fråga 2 | Tas ställning till de avvikelser som rapporteras? |
        # Fråga 1
        Planen antogs i december. Ja, direktionen har antagit en plan.
        # Fråga 2 – Avvikelser
        Direktionen tar delvis ställning till de avvikelser som rapporteras.
    """) == [
        ("Har direktionen antagit en plan?", "yes"),
        ("Tas ställning till de avvikelser som rapporteras?", "partly"),
    ]


def test_a_table_of_checks_asks_nothing() -> None:
    assert not grades("""
        # Internkontrollplan
        | Område | Kontroll | Metod |
        | Kassa | Stämmer dagskassan med kassaregistret? | Stickprov |
        | Inköp | Har kommunens ramavtal använts? | Stickprov |
    """)


def test_what_is_said_likewise_of_another_committee() -> None:
    assert grades("""
        Granskningen avser socialnämnden och skolnämnden.
        # Revisionsfrågor
        - Finns utbildad personal vid enheterna?
        - Motsvarar behörigheterna de anställdas uppgifter?
        # 3.1 Personal
        Vi bedömer att socialnämnden har utbildad personal. För skolnämnden är det delvis så.
        # 3.2 Behörigheter
        Vi bedömer att behörigheterna i socialnämndens system motsvarar de anställdas uppgifter.
        Behörigheterna i skolnämndens system gör det inte.
    """)[0] == ("Finns utbildad personal vid enheterna?", "yes Socialnämnden", "partly Skolnämnden")


def test_both_committees_are_those_below_the_board() -> None:
    assert grades("""
        Granskningen avser kommunstyrelsen, socialnämnden och skolnämnden.
        # Revisionsfrågor
        - Vidtas åtgärder som svarar mot behoven?
        # Bedömning
        Båda nämnderna bedöms delvis vidta åtgärder som svarar mot behoven.
    """) == [("Vidtas åtgärder som svarar mot behoven?", "partly Socialnämnden")]


def test_questions_that_a_table_asks_in_fewer_words_are_no_new_ones() -> None:
    assert [
        each[0]
        for each in grades("""
        # Revisionsfrågor
        - Finns aktuella och kända riktlinjer för handläggning av ärenden om bistånd?
        - Får nämnden tillräcklig information om handläggningen under året?
        # Svar på revisionsfrågorna
        | Revisionsfråga | Svar |
        | Finns riktlinjer för handläggning? | Ja |
        | Får nämnden information? | Nej |
    """)
    ] == [
        "Finns aktuella och kända riktlinjer för handläggning av ärenden om bistånd?",
        "Får nämnden tillräcklig information om handläggningen under året?",
    ]


def test_a_list_that_repeats_the_questions_in_fewer_words_asks_nothing_new() -> None:
    assert [
        each[0]
        for each in grades("""
        # Sammanfattning
        Granskningen har besvarat följande revisionsfrågor:
        - Finns aktuella och kända riktlinjer för handläggning av ärenden om bistånd?
        - Får nämnden tillräcklig information om handläggningen under året?
        # Revisionsfrågor
        - Finns kända riktlinjer för handläggning?
        - Får nämnden information om handläggningen?
    """)
    ] == [
        "Finns aktuella och kända riktlinjer för handläggning av ärenden om bistånd?",
        "Får nämnden tillräcklig information om handläggningen under året?",
    ]


def test_lists_of_several_matters_are_all_kept() -> None:
    assert [
        each[0]
        for each in grades("""
        # Revisionsfrågor
        Styrning
        - Finns rutiner?
        - Är rutinerna kända?
        Uppföljning
        - Följs rutinerna?
        - Är resultatet tillfredsställande?
    """)
    ] == [
        "Finns rutiner?",
        "Är rutinerna kända?",
        "Följs rutinerna?",
        "Är resultatet tillfredsställande?",
    ]

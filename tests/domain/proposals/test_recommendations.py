import pytest

from revtrack.domain.proposals.one_paper import read_letter, read_list, read_report
from revtrack.domain.proposals.proposal import Proposal
from tests.domain.proposals.written import written

KS, SN, TN = "Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden"
KFN = "Kultur- och fritidsnämnden"


def told(proposal: Proposal) -> list[tuple[str, ...]]:
    """Each recommendation's text, and then those it is for."""
    return [
        (each.text or each.letter_text or "", *(each.committees or each.letter_committees or ()))
        for each in proposal.recommendations
    ]


def of_report(text: str) -> list[tuple[str, ...]]:
    return told(read_report(written(text)))


def test_a_list_under_a_line_that_names_its_recipients() -> None:
    assert of_report("""
        # 4 Slutsats
        ## 4.2 Rekommendationer
        Utifrån granskningen rekommenderar vi kommunstyrelsen att:
        - Fastställa en plan för lokaler
        - Följa upp planen varje år, samt
        Socialnämnden och tekniska nämnden rekommenderas att
        - redovisa sina behov av lokaler.
    """) == [
        ("Fastställa en plan för lokaler", KS),
        ("Följa upp planen varje år", KS),
        ("Redovisa sina behov av lokaler", SN, TN),
    ]


def test_sections_and_places_stand_beside_each() -> None:
    [only] = read_report(
        written("""
        # 4.2 Rekommendationer
        Vi rekommenderar kommunstyrelsen att:
        - Fastställa en plan för lokaler
        """)
    ).recommendations
    assert (only.number, only.section, only.place.line, only.committees_certain) == (
        "1",
        "4.2",
        3,
        True,
    )


def test_bullets_that_were_lost() -> None:
    assert of_report("""
        4 Rekommendationer
        Utifrån granskningens resultat rekommenderas kommunstyrelsen att:
        Upprätta en rutin för uppföljning av avtalen
        Se över delegationsordningen
        Eskby den 4 maj 2022
        A. B.
    """) == [
        ("Upprätta en rutin för uppföljning av avtalen", KS),
        ("Se över delegationsordningen", KS),
    ]


def test_headings_and_labels_that_name_the_recipients() -> None:
    assert of_report("""
        # 5 Rekommendationer
        ## 5.1 Kommunstyrelsen
        - Fastställa en plan för lokaler
        ## 5.2 Övriga
        Till barn- och utbildningsnämnden samt socialnämnden
        - Redovisa sina behov av lokaler
    """) == [
        ("Fastställa en plan för lokaler", KS),
        ("Redovisa sina behov av lokaler", "Barn- och utbildningsnämnden", SN),
    ]


def test_recipients_within_the_items() -> None:
    assert of_report("""
        Kommunstyrelsen (KS) och tekniska nämnden (TN) har granskats.
        # Rekommendationer
        Vi lämnar följande rekommendationer:
        1. Upprätta en handlingsplan för cykling (KS)
        2. Se över taxorna (KS, TN)
        3. Kommunstyrelsen och tekniska nämnden bör samordna sin planering
        4. Tekniska nämnden: Mäta trafiken
    """) == [
        ("Upprätta en handlingsplan för cykling", KS),
        ("Se över taxorna", KS, TN),
        ("Samordna sin planering", KS, TN),
        ("Mäta trafiken", TN),
    ]


def test_prose() -> None:
    assert of_report("""
        Granskningen omfattar kommunstyrelsen och omsorgsnämnden.
        # Slutsats
        Vi rekommenderar kommunstyrelsen att 1) ta fram en policy för gåvor och 2) utbilda chefer.
        Vi rekommenderar därutöver att omsorgsnämnden tar fram en rutin för larm.
        Vi anser att omsorgsnämnden behöver förtydliga ansvaret. Vidare bör nämnden mäta larmen.
    """) == [
        ("Ta fram en policy för gåvor", KS),
        ("Utbilda chefer", KS),
        ("Ta fram en rutin för larm", "Omsorgsnämnden"),
        ("Förtydliga ansvaret", "Omsorgsnämnden"),
        ("Mäta larmen", "Omsorgsnämnden"),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Samtliga nämnder rekommenderas att:",
            (KS, SN, KFN, "Miljönämnden"),
        ),
        (
            "Samtliga nämnder, med undantag för miljönämnden, rekommenderas att:",
            (KS, SN, KFN),
        ),
        ("Respektive nämnd bör:", (SN, KFN, "Miljönämnden")),
        (
            "Vi rekommenderar kommunstyrelsen och nämnderna att:",
            (KS, SN, KFN, "Miljönämnden"),
        ),
        ("Vi rekommenderar kultur- och fritidsförvaltningen att:", (KFN,)),
        ("Vi rekommenderar kommunstyrelsen, i samråd med socialnämnden, att:", (KS,)),
    ],
)
def test_words_that_count_the_reviewed(words: str, names: tuple[str, ...]) -> None:
    proposal = read_report(
        written(f"""
        Granskade nämnder: kommunstyrelsen, socialnämnden, kultur- och fritidsnämnden, miljönämnden.
        # Rekommendationer
        {words}
        - Dokumentera sina riskanalyser
    """)
    )
    assert told(proposal) == [("Dokumentera sina riskanalyser", *names)]
    is_counted = "ämnder" in words or "Respektive" in words
    assert proposal.recommendations[0].committees_certain is not is_counted


def test_two_committees_in_one_word() -> None:
    assert of_report("""
        Granskningen avser grundskole- och gymnasienämnderna.
        # Rekommendationer
        Vi rekommenderar grundskole- och gymnasienämnderna att:
        • analysera frånvaron
    """) == [("Analysera frånvaron", "Grundskolenämnden", "Gymnasienämnden")]


def test_tables_with_recipients_and_with_marks() -> None:
    assert of_report("""
        # Rekommendationer
        | Nr | Rekommendation | Riktas till |
        | R1 | Ta fram en riktlinje för resor | Kommunstyrelsen |
        | R2 | Följa upp riktlinjen | Kommunstyrelsen och socialnämnden |
    """) == [("Ta fram en riktlinje för resor", KS), ("Följa upp riktlinjen", KS, SN)]
    assert of_report("""
        Kommunstyrelsen (KS) Socialnämnden (SN)
        # Rekommendationer
        | Rekommendation | KS | SN |
        | Ta fram en riktlinje för resor | X | |
        | Följa upp riktlinjen årligen | X | X |
    """) == [("Ta fram en riktlinje för resor", KS), ("Följa upp riktlinjen årligen", KS, SN)]


def test_the_summary_and_the_conclusion_say_one_thing_once_and_the_conclusion_stands() -> None:
    proposal = read_report(
        written("""
        # 1 Sammanfattning
        Vi rekommenderar kommunstyrelsen att:
        - Fastställa en plan för skolans lokaler så att den matchar behoven i tätorten
        # 4 Rekommendationer
        Vi rekommenderar kommunstyrelsen att:
        - Fastställa en plan för skolans lokaler som svarar mot behoven i tätorten
        - Utse en ansvarig för lokalerna
        Vi rekommenderar socialnämnden att:
        - Fastställa en plan för skolans lokaler som svarar mot behoven i tätorten
    """)
    )
    assert told(proposal) == [
        ("Fastställa en plan för skolans lokaler som svarar mot behoven i tätorten", KS),
        ("Utse en ansvarig för lokalerna", KS),
        ("Fastställa en plan för skolans lokaler som svarar mot behoven i tätorten", SN),
    ]
    assert {each.section for each in proposal.recommendations} == {"4"}


def test_what_others_or_earlier_audits_recommend_is_left_out() -> None:
    assert of_report("""
        Granskningen avser socialnämnden.
        # 2 Bakgrund
        I granskningen 2018 rekommenderades kommunstyrelsen att införa en rutin. Enligt lagen ska
        nämnden upprätta en plan. Socialstyrelsen rekommenderar att kommuner mäter kvalitet.
        # 4 Rekommendationer
        Mot bakgrund av granskningen rekommenderar vi nämnden att:
        - Införa egenkontroller
    """) == [("Införa egenkontroller", SN)]


def test_a_company_and_a_federation() -> None:
    letter = read_letter(
        written("""
        Till: Kommunstyrelsen, Björkbo Bostäder AB och Räddningstjänstförbundet Mitt
        Granskning av underhåll
        Vi rekommenderar Björkbo Bostäder AB att ta fram en plan för underhållet.
    """)
    )
    assert told(letter) == [("Ta fram en plan för underhållet", "Björkbo Bostäder AB")]
    assert [each.value for each in letter.committees] == [
        KS,
        "Björkbo Bostäder AB",
        "Räddningstjänstförbundet Mitt",
    ]


def test_a_list_of_nothing_but_recommendations() -> None:
    proposal = read_list(
        written("""
        Rågby kommun
        Rekommendationer i granskning av lokaler
        1. Inrätta en lokalresurspott (kommunstyrelsen)
        2. Beskriva behoven (socialnämnden)
    """)
    )
    assert told(proposal) == [("Inrätta en lokalresurspott", KS), ("Beskriva behoven", SN)]


def test_odd_and_long_texts_are_read_in_time() -> None:
    hostile = "kommunstyrelsen rekommenderar att besvara " * 4_000
    assert told(read_report(written(f"# Rekommendationer\n{hostile}"))) is not None


def test_a_summary_that_leaves_out_and_readdresses_is_told_of() -> None:
    doubts = read_report(
        written("""
        Granskningen omfattar kommunstyrelsen och socialnämnden.
        # 1 Sammanfattning
        Vi rekommenderar kommunstyrelsen att:
        - Fastställa en plan för skolans lokaler
        - Redovisa kostnaderna varje månad
        # 4 Rekommendationer
        Vi rekommenderar kommunstyrelsen att:
        - Fastställa en plan för skolans lokaler
        - Utse en ansvarig för måltiderna
        Vi rekommenderar socialnämnden att:
        - Redovisa kostnaderna varje månad
    """)
    ).doubts
    assert [(each.code, each.line) for each in doubts] == [
        ("not_in_summary", 9),
        ("other_recipients_in_summary", 11),
    ]


def test_a_letter_with_a_day_for_each_committee() -> None:
    letter = read_letter(
        written("""
        2021-03-04
        Till socialnämnden och tekniska nämnden
        Granskning av lokaler
        Vi rekommenderar socialnämnden och tekniska nämnden att redovisa sina behov av lokaler.
        Socialnämnden ombeds svara senast den 1 juni 2021.
        Tekniska nämnden svarar senast den 15 maj.
    """)
    )
    assert [(each.committee, each.due_on.isoformat()) for each in letter.due_days] == [
        (SN, "2021-06-01"),
        (TN, "2021-05-15"),
    ]
    assert [each.code for each in letter.doubts] == ["several_due_days"]


def test_where_and_when_a_report_was_signed_is_nothing_to_do() -> None:
    paper = written(
        """
        # Rekommendationer
        Socialnämnden
        - Bör införa en mall för egenkontroll
        Lindhaga dag som ovan
        """
    )
    made = read_report(paper)
    assert [each.text for each in made.recommendations] == ["Införa en mall för egenkontroll"]

import pytest

from revtrack.domain.proposals.papers.kinds import kind_of
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

PAPERS = {
    "council_decision": """
        Granby kommun
        Miljönämnden
        Protokollsutdrag 2023-03-14
        § 12 Dnr MN/2022:14
        # Svar på granskning av tillsynen
        # Beslut
        Miljönämnden lämnar svaret till kommunens revisorer.""",
    "response": """
        Miljöförvaltningen
        Tjänsteskrivelse 2023-02-01
        # Svar på granskning av tillsynen
        # Förslag till beslut
        Miljönämnden lämnar svaret till kommunens revisorer.""",
    "cover_letter": """
        Till miljönämnden
        # Granskning av tillsynen
        Vi har granskat tillsynen och önskar svar senast den 1 juni 2023.
        För kommunens revisorer
        N. N., ordförande""",
    "report": """
        # Granskning av tillsynen
        Revisionsrapport
        # Bakgrund
        Revisorerna har beslutat att granska tillsynen.
        # Iakttagelser
        Planen är från 2015.""",
    "follow_up_report": """
        # Uppföljning av granskning av tillsynen
        Revisorerna granskade tillsynen år 2019. Vi har följt upp rekommendationerna.""",
    "annual_report": """
        # Revisorernas redogörelse för år 2022
        Vi har under året gjort tre granskningar.""",
    "list": """
        Revisorerna i Granby kommun
        Sammanställning av rekommendationer, granskning av tillsynen
        1. Föra statistik (miljönämnden)""",
    "other": """
        Kommunens revisorer
        # Anstånd med svar på granskning av tillsynen
        Nämnden får anstånd till den 9 juni 2023.""",
}


@pytest.mark.parametrize("kind", PAPERS)
def test_papers_of_an_audit_are_told_apart(kind: str) -> None:
    assert kind_of(written(PAPERS[kind])).kind.value == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "other",
            """Revisorerna i Granby kommun
            Protokoll 2023-09-12
            § 51 Granskning av tillsynen
            Revisorerna beslutar att godkänna rapporten.
            § 52 Granskning av lokaler
            Revisorerna beslutar att godkänna planen.""",
        ),
        (
            "response",
            """From: Karin Ek
            Sent: Monday, 12 June 2023
            To: Revisionskontoret
            Subject: Re: Granskning av löneprocessen
            Ni rekommenderar för det första att nämnden inför en kontroll. Det håller vi med om.""",
        ),
        (
            "response",
            """Östervalla kommun
            Miljönämnden
            2022-11-30
            Kommunrevisionen
            Angående er granskning av nämndens tillsyn
            Nämnden delar uppfattningen.""",
        ),
        (
            "response",
            """Kommundirektören
            Återkoppling på granskningen av visselblåsarfunktionen
            Jag har följande kommentarer till kommunens revisorer.""",
        ),
        (
            "cover_letter",
            """Stadsrevisionen i Hamnstad
            Styrelsen för Hamnstads Energi AB
            Granskning av bolagens representation
            Lekmannarevisorerna har granskat bolagens representation och rekommenderar er att
            - besluta om beloppsgränser
            Svaret ska vara oss till handa den 31 januari 2024.""",
        ),
        (
            "report",
            """PM
            Granskning av uppföljning av privata utförare
            Sven Norr, certifierad kommunal revisor
            Vår bedömning
            Omsorgsnämnden bör anta en plan.""",
        ),
        (
            "list",
            """Ekeby kommun
            Logg över rekommendationer, förs av revisorernas sekreterare
            1. Anta en plan för lokalerna
            Till: kommunstyrelsen""",
        ),
        (
            "list",
            """Uppföljning av revisionens rekommendationer, status i oktober
            Kansliet redovisar hur långt nämnderna har kommit.
            | Rekommendation | Ansvar | Åtgärd | Status |
            | Anta en plan för lokalerna | Kommunstyrelsen | Plan på remiss | Pågår |""",
        ),
        (
            "list",
            """Revisorernas lista över lämnade rekommendationer
            | Område | Rekommendationens innehåll | Riktad mot | Uppföljning planerad |
            | Ekonomi | Utveckla prognoserna | Socialnämnden | 2025 |
            | Miljö | Komplettera tillsynsplanen | Miljönämnden | 2025 |""",
        ),
        (
            "list",
            """Ekeby kommun; revisorernas rekommendationer; utskrift 2024-02-02
            | År | Rapport | Rekommendation | Till | Status |
            | 2022 | Kost | Mät matsvinnet i samtliga kök | Servicenämnden | klar |
            | 2023 | LSS | Tydliggör ansvaret | Omsorgsnämnden | |""",
        ),
        (
            "follow_up_report",
            """Har nämnden gjort det vi rekommenderade? Uppföljning av granskningen av bidrag
            Vi granskade fritidsnämnden år 2022 och har nu frågat vad som har gjorts.
            | Vi rekommenderade nämnden att | Nämnden svarar | Vår kommentar |
            | revidera bidragsreglerna | Nya regler gäller. | Bra. |
            För Ekeby kommuns revisorer
            N. N., ordförande""",
        ),
        (
            "follow_up_report",
            """Till kommunstyrelsen
            # Uppföljning av granskning av exploateringen
            Vi har gått igenom styrelsens svar.
            - Besluta om riktlinjer. Riktlinjer finns. Rekommendationen är genomförd.
            - Inför en rapportering. Den saknas. Rekommendationen är inte genomförd.
            För kommunens revisorer
            N. N., ordförande""",
        ),
        (
            "follow_up_report",
            """Uppföljning av revisionens rekommendationer
            Syftet är att bedöma om kommunstyrelsen har gjort vad vi rekommenderade.
            | Rekommendation | Mottagare | Bedömning |
            | Anta en plan för lokalerna | Kommunstyrelsen | Delvis genomförd |""",
        ),
        (
            "list",
            """Revisorernas uppföljningslista
            | Nr | Rekommendation | Ansvarig |
            | 1 | Föra statistik | Miljönämnden |""",
        ),
        (
            "follow_up_report",
            """# Har rekommendationerna genomförts?
            Revisorerna har följt upp granskningen av tillsynen från 2020.""",
        ),
        (
            "cover_letter",
            """Från: Kommunrevisionen i Granby
            Till: Miljönämnden
            Ämne: Rapport om tillsynen
            Vi vill att nämnden svarar oss senast den 12 januari 2024.""",
        ),
        (
            "not_audit",
            """Revisionsberättelse
            Till årsmötet i Granby hembygdsförening
            Jag har granskat räkenskaperna.""",
        ),
    ],
)
def test_papers_that_resemble_others(kind: str, text: str) -> None:
    assert propose(written(text)).kind.value == kind


NO_AUDIT = {
    "This is a news page or a newsletter, not a paper of an audit.": """
        Kritik från revisorerna
        Publicerad 3 maj 2022
        Revisorerna har granskat tillsynen.
        Läs också: Ny bro invigd""",
    "This is a summons or an agenda, not a paper of an audit.": """
        Kallelse till miljönämnden
        Tid: torsdag klockan 13
        1. Val av justerare
        2. Svar på revisorernas granskning""",
    "This is a research paper, not a paper of an audit.": """
        Abstract
        I denna studie undersöks revisorernas granskningar.
        Referenser""",
    "This is an invoice, not a paper of an audit.": """
        Faktura
        Avser granskning åt revisorerna
        Att betala 88 000,00""",
    "This is an advertisement for a post, not a paper of an audit.": """
        Vi söker en revisor
        Du granskar och skriver rapporter.
        Skicka din ansökan senast den 3 maj.""",
    "There is no text in the file.": "",
}


@pytest.mark.parametrize("sentence", NO_AUDIT)
def test_what_is_no_paper_of_an_audit_is_refused_with_its_reason(sentence: str) -> None:
    found = kind_of(written(NO_AUDIT[sentence]))
    assert found.kind.value == "not_audit"
    assert found.why is not None
    assert found.why.message == sentence


def test_a_decision_on_something_else_is_no_paper_of_an_audit() -> None:
    found = kind_of(written("§ 4\nBeslut\nMotionen avslås.\nÄrendet\nEn ledamot vill ha en bro."))
    assert found.kind.value == "not_audit"


def test_a_letter_of_the_auditors_with_nothing_but_questions_is_theirs() -> None:
    text = """
        Revisorerna
        3 oktober 2022
        Till socialnämnden
        # Frågor om väntetider
        Vi önskar svar på hur nämnden kortar tiderna.
        Svara skriftligt senast den 15 november 2022.
        N. N., ordförande"""
    assert kind_of(written(text)).kind.value == "cover_letter"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            """Från: A. B.
            Till: kommunrevisionen@ekby.example
            Ämne: SV: Granskning av bygglov - påminnelse om svar
            Vi instämmer i rekommendationen att mäta tiderna.""",
            "response",
        ),
        (
            """Från: A. B.
            Till: kommunrevisionen@ekby.example
            Ämne: Svarstid bygglov
            Nämnden har fått er granskning av bygglov. Vi skulle vilja ha uppskov till juni.""",
            "other",
        ),
        (
            """Ekby kommun
            Dnr BN 2024/3
            Till kommunrevisionen
            Svar på rapporten om bygglov
            Nämnden instämmer i det som sägs om tiderna.""",
            "response",
        ),
        (
            """Granskning av underhåll
            Rapport från lekmannarevisorerna i Ekby Bostäder AB
            Till: Styrelsen i Ekby Bostäder AB
            För kännedom: Kommunstyrelsen
            # Inledning
            Vi har granskat underhållet.
            # Slutsats
            Vi bedömer att styrelsen följer planen.""",
            "report",
        ),
        (
            """Uppföljning av revisorernas rekommendationer, status per den 31 oktober 2023
            | Rekommendation | Ansvar | Status |
            | Mät tiderna | Byggnadsnämnden | Pågår |""",
            "list",
        ),
        (
            """Uppföljning av granskning av bygglov
            Alm Konsult AB
            2023-05-02
            Bakgrund och syfte
            År 2020 granskades bygglov. I rapporten lämnades en rekommendation.""",
            "follow_up_report",
        ),
        (
            """Yttrande över betänkandet Bygg snabbare
            Förslag till beslut
            Kommunstyrelsen avger yttrandet. Vad kommunens revisorer ska granska är oklart.""",
            "not_audit",
        ),
        (
            """Plan för intern kontroll 2024
            Byggnadsnämnden
            Revisorernas granskning av bygglov har beaktats.""",
            "not_audit",
        ),
        (
            """Yttrande över revisorernas granskning av planen för intern kontroll
            Till revisorerna i Ekby kommun
            Nämnden instämmer.""",
            "response",
        ),
    ],
)
def test_papers_that_only_their_head_tells(text: str, kind: str) -> None:
    assert propose(written(text)).kind == kind

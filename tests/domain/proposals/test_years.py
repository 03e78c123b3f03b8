"""Which year a paper says was audited: by who did what when, not by what lies before it."""

import pytest

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.one_paper import read_letter, read_report
from revtrack.domain.proposals.one_reply import read_reply
from revtrack.domain.texts.paper import Paper
from tests.domain.proposals.written import written

HEAD = "Ekby kommun\nRevisorerna\n2025-02-14\n"
LETTER = f"{HEAD}Byggnadsnämnden\n# Granskning av bygglov\n{{}}\nSvara senast 2025-05-30."
REPORT = f"# Granskning av bygglov\n{HEAD}# 1 Inledning\n{{}}\nUnder 2021 kom 340 ansökningar."
FOLLOW_UP = f"# Uppföljning av granskning av bygglov\n{HEAD}{{}}"
REPLY = "Byggnadsnämnden\n2025-03-14\nTill revisorerna i Ekby kommun\n# Yttrande\n{}"
OF_2024 = [
    "Revisionskontoret har på revisorernas uppdrag under 2024 genomfört en granskning.",
    "Kommunens revisorer har i riskanalysen för 2024 lyft fram området.",
    "Revisorerna valde bygglov i planen för 2024. Vi föreslår en granskning under 2025.",
    "Granskningsarbetet utfördes under andra halvåret 2024.",
    "Revisorerna fattade den 14 mars 2024 beslut om att granska bygglov.",
    "Vår granskning under våren 2024 har gällt bygglov.",
    "Under våren 2024 besökte vi förvaltningen och intervjuade handläggare.",
    "Byggnadsnämnden har granskats av oss under år 2024.",
    "Uppdraget ges av kommunrevisionen utifrån 2024 års riskanalys.",
    "Granskningen har avsett perioden 2024-01-01–2024-10-31.",
    "Förstudien gjordes i april 2024.",
    "Platsbesök gjordes i maj 2024.",
    "Granskningen genomfördes sensommaren 2024.",
    "Dokumentstudier och intervjuer har genomförts under våren 2024.",
    "Resultatet är underlag för ansvarsprövningen 2024.",
    "Granskningen av nämnden gjordes 2024 inom den löpande granskningen.",
    "Materialet samlades in i september och oktober 2024.",
    "Regionens revisorer har beslutat att 2024 granska området.",
    "I stadsrevisorernas risk- och väsentlighetsanalys för 2024 är bygglov ett av sex områden.",
    "För 2024 valde vi att särskilt granska bygglov.",
    "Inom ramen för vår grundläggande revision 2024 har vi tittat på bygglov.",
    "Revisorerna beslutade inför 2024 att titta på bygglov.",
    "Alm AB har på vårt uppdrag granskat delårsrapporten per den 31 augusti 2024.",
    "| Period | Våren 2024 |",
    "I vår riskanalys inför 2024 bedömde vi att väntetiderna var en risk.",
]
OF_NO_YEAR = [
    "Nämndens plan för 2024 innehåller mål för bygglov.",
    "Vi har granskat om nämndens internkontrollplan för 2024 följs.",
    "Vi återkommer till frågan i 2026 års revisionsplan.",
    "Revisorerna har i skrivelse den 16 april 2024 lämnat sin granskning.",
    "Revisorernas granskning bygger på den policy som antogs 2024.",
    "Granskningen gäller nämndens verksamhet, som 2024 kostade nio miljoner.",
    "Enligt förslag till revisionsplan för 2026 kommer frågan att följas upp.",
    "Vi följer i denna rapport upp 2022 års granskning.",
    "Under 2023 genomförde nämnden en omorganisation.",
    "Nämnden genomförde under 2024 en egen granskning av bygglov.",
    "Länsstyrelsen granskade nämnden 2023.",
    "I nämndens riskanalys inför 2024 bedömdes väntetiderna vara en risk.",
    "Nämndens presidium träffades i oktober 2024 för att besluta om budget.",
]


@pytest.mark.parametrize("said", OF_2024)
def test_the_year_of_reports_and_letters(said: str) -> None:
    for found in (read_report(written(REPORT.format(said))), read_letter(_letter(said))):
        assert found.audit_year is not None
        assert found.audit_year.value == 2024


@pytest.mark.parametrize("said", OF_NO_YEAR)
def test_no_year_of_reports_and_letters(said: str) -> None:
    assert read_report(written(REPORT.format(said))).audit_year is None
    assert read_letter(_letter(said)).audit_year is None


def _letter(said: str) -> Paper:
    return written(LETTER.format(said))


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Revisorerna granskade 2021 bygglov. Under 2024 har vi följt upp granskningen.", 2024),
        ("Uppföljningen av 2021 års granskning har gjorts hösten 2024.", 2024),
        ("År 2021 lät revisorerna granska bygglov. Uppföljningen ingår i 2024 års plan.", 2024),
        ("I 2024 fick nämnden redogöra. Uppföljningen gjordes under januari 2025.", 2025),
        ("Uppföljningen avser läget i november 2024.", 2024),
        ("Vi återkommer i 2026 års revisionsplan till frågan.", None),
        ("Under 2024 har vi följt upp den granskning som genomfördes 2021.", 2024),
        ("I revisionsplanen för 2024 ingår uppföljning av granskningen från 2021.", 2024),
        ("Vi har intervjuat bygglovschefen under januari 2025.", 2025),
        ("Vi har på uppdrag av revisorerna under 2024 gjort en uppföljande granskning.", 2024),
        ("År 2023 granskade revisorerna bygglov. Denna rapport följer upp granskningen.", None),
        ("Revisorerna granskade 2023 bygglov och följer nu upp granskningen.", None),
        ("Under 2023 granskade vi bygglov, en granskning som vi nu följer upp.", None),
        ("Vi följer upp den granskning som genomfördes 2023.", None),
        ("Revisorerna har följt upp granskningen från 2023 av bygglov.", None),
        ("Granskningen genomfördes under våren 2023 av Alm AB.", None),
        ("Granskningen ingick i revisionsplanen för 2023.", None),
        ("Enligt revisionsplanen för 2023 granskades bygglov.", None),
        ("Granskningen avsåg år 2023.", None),
        ("Revisorernas granskning 2023 visade på brister.", None),
        ("Uppföljningen omfattar de rekommendationer som lämnades 2023.", None),
        ("År 2023 genomförde Alm AB på uppdrag av revisorerna en granskning av bygglov.", None),
    ],
)
def test_the_year_of_a_follow_up_is_its_own(said: str, year: int | None) -> None:
    found = read_report(written(FOLLOW_UP.format(said)), kind=PaperKind.FOLLOW_UP_REPORT)
    assert (found.audit_year and found.audit_year.value) == year


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("Granskningen genomfördes under 2024 av Alm AB.", 2024),
        ("Nämnden har läst den granskning av bygglov som gjordes hösten 2024.", 2024),
        ("Tack för er granskning, som gjordes under våren och sommaren 2024.", 2024),
        ("Kommunens revision har under hösten 2024 granskat bygglov.", 2024),
        ("Revisorernas granskning 2024 visade brister.", 2024),
        ("Kommunens revisorer granskade bygglov 2024.", 2024),
        ("I revisorernas granskning från 2024 framkom brister.", None),
        ("Granskningen gjordes efter att larmen legat nere i oktober 2024.", None),
        ("Nämnden har under 2024 arbetat med rutiner. Revisorerna har granskat bygglov.", None),
    ],
)
def test_the_year_that_a_reply_tells(said: str, year: int | None) -> None:
    found = read_reply(written(REPLY.format(said)), PaperKind.RESPONSE)
    assert (found.audit_year and found.audit_year.value) == year

"""Reply forms: who replies, with what number, decided when, by the labels of the form."""

from datetime import date

import pytest

from revtrack.domain.proposals.papers.reply_form import Field, form_fields
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

TWO_COLUMNS = """Svarsblankett till kommunrevisionen
| Granskning | Granskning av attestrutiner |
| Revisionens diarienummer | REV-2022-31 |
| Svarande nämnd | Kulturnämnden |
| Nämndens dnr | KUN 2022/118 |
| Beslutsdatum och paragraf | 2022-10-05 § 61 |
Svar per rekommendation
| Nr | Rekommendation | Nämndens ställningstagande | Kommentar |
| 1 | Se över attestförteckningen varje år | Instämmer | Görs från och med januari. |
| 2 | Utbilda nya chefer i attest | Instämmer inte | Utbildning ges redan av ekonomienheten. |"""
LINES = """Svar på granskning
Granskningens titel: Granskning av attestrutiner
Ert dnr: REV-2022-31
Nämnd/styrelse: Kulturnämnden
Vårt dnr: KUN 2022/118
Datum för beslut: den 5 oktober 2022
Paragraf: 61
Rekommendation 1: Se över attestförteckningen varje år
Nämndens svar: Nämnden instämmer. Översyn görs från och med januari.
Rekommendation 2: Utbilda nya chefer i attest
Nämndens svar: Nämnden instämmer inte. Utbildning ges redan av ekonomienheten."""
FOUR_COLUMNS = """Yttrande till revisorerna, formulär
| Namn på granskningen | Granskning av attestrutiner | Revisorernas dnr | REV-2022-31 |
| Namn på nämnd eller styrelse | Kulturnämnden | Diarienummer | KUN 2022/118 |
| Sammanträdesdatum | 2022-10-05 | § | 61 |
Svar
| Rekommendation | Svar |
| Se över attestförteckningen varje år | Nämnden instämmer och gör det från januari. |
| Utbilda nya chefer i attest | Nämnden instämmer inte. |"""


def _answers(proposal: Proposal) -> list[tuple[str, str | None]]:
    (response,) = proposal.responses
    return [
        (each.recommendation, each.position and str(each.position.value))
        for each in response.answers
    ]


@pytest.mark.parametrize("text", [TWO_COLUMNS, LINES, FOUR_COLUMNS])
def test_a_form_is_read_by_its_labels(text: str) -> None:
    proposal = propose(written(text))
    assert proposal.title is not None
    assert proposal.title.value == "Granskning av attestrutiner"
    assert proposal.diary_number is not None
    assert proposal.diary_number.value == "REV-2022-31"
    (response,) = proposal.responses
    assert (response.committee, response.kind.value) == ("Kulturnämnden", "decision")
    assert response.diary_number is not None
    assert response.diary_number.value == "KUN 2022/118"
    assert response.decided_on is not None
    assert response.decided_on.value == date(2022, 10, 5)
    assert response.paragraph is not None
    assert response.paragraph.value == "61"
    assert _answers(proposal) == [("1", "agrees"), ("2", "disagrees")]


def test_a_form_without_a_day_of_decision_is_an_official_s_answer() -> None:
    text = TWO_COLUMNS.replace("| Beslutsdatum och paragraf | 2022-10-05 § 61 |\n", "")
    (response,) = propose(written(text)).responses
    assert response.kind.value == "statement"
    assert response.paragraph is None
    assert response.decided_on is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """Öppna rekommendationer
            Nämnd: Kulturnämnden
            Diarienummer: KUN 2022/118
            Granskning: Attestrutiner
            Nämnd: Tekniska nämnden
            Diarienummer: TN 2021/7
            Granskning: Gatubelysning""",
            id="a list has its labels more than once",
        ),
        pytest.param(
            """Revisionsrapport
            Nämnd: Kulturnämnden
            Datum: 2022-10-05""",
            id="too few fields",
        ),
        pytest.param(
            """Svarsblankett
            | Nämnd | |
            | Diarienummer | KUN 2022/118 |
            | Granskning | Attestrutiner |
            | Beslutsdatum | 2022-10-05 |""",
            id="who replies is not filled in",
        ),
    ],
)
def test_what_is_no_filled_form(text: str) -> None:
    assert form_fields(written(text)) == {}


def test_the_fields_end_where_the_recommendations_begin() -> None:
    text = LINES + "\nNämnd: Tekniska nämnden\nDiarienummer: TN 2021/7"
    assert form_fields(written(text))[Field.COMMITTEE].value == "Kulturnämnden"


IN_TABLES = """# Svarsformulär till regionens revisorer
Formuläret fylls i av den nämnd som revisorerna har riktat rekommendationer till.
| Granskningens namn | Sjukskrivning |
| Revisorernas dnr | REV 2018-0027 |
| Svarande nämnd | Hälso- och sjukvårdsnämnden |
| Nämndens beslut | 2019-01-24, § 3 |
Rekommendation 1
Se till att alla vårdcentraler har en rehabkoordinator
| Delar nämnden revisorernas uppfattning? | Ja [X]   Delvis [ ]   Nej [ ] |
| Vad har gjorts eller ska göras? | Den sista tjänsten tillsattes i november 2018. |
| Klart när? | Klart |
Rekommendation 2
Följ upp intygens kvalitet genom årliga stickprov
| Delar nämnden revisorernas uppfattning? | Ja [ ]   Delvis [X]   Nej [ ] |
| Vad har gjorts eller ska göras? | Chefläkaren kommer att ansvara för stickprov. |
| Klart när? | Hösten 2019 |
Underskrift
| Ort och datum | Almby 2019-01-25 |"""


def test_a_form_asks_in_a_table_below_each_recommendation() -> None:
    found = propose(written(IN_TABLES))
    assert [each.text for each in found.recommendations] == [
        "Se till att alla vårdcentraler har en rehabkoordinator",
        "Följ upp intygens kvalitet genom årliga stickprov",
    ]
    [reply] = found.responses
    assert (reply.committee, reply.paragraph and reply.paragraph.value) == (
        "Hälso- och sjukvårdsnämnden",
        "3",
    )
    assert [(each.position, each.progress) for each in reply.answers] == [
        ("agrees", "done"),
        ("agrees_partly", "planned"),
    ]


def test_a_question_of_the_audit_in_a_table_is_no_field_of_a_form() -> None:
    text = """Till revisorerna i Almby kommun
Svar på granskning av avtal
Socialnämnden
Revisorerna rekommenderar nämnden att
1. upprätta en plan för avtalen
2. utbilda samtliga chefer
Nämnden instämmer i den första rekommendationen.
Utbilda samtliga chefer
| Är styrningen av avtalen ändamålsenlig? | Nej, det är den inte |
| Finns en avtalsdatabas? | Ja, det gör det |"""
    [reply] = propose(written(text)).responses
    assert [each.position for each in reply.answers] == ["agrees", None]

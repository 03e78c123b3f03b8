"""Compilations of replies: what each committee answered, when and under which §."""

from datetime import date

import pytest

from revtrack.domain.codes import PaperKind, ResponseKind
from revtrack.domain.proposals.papers.kind_titles import COMPILED
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of
from tests.domain.proposals.written import written

TITLE = "Sammanställning av svar på granskning av kommunens upphandling"
BY_COMMITTEE = f"""Sjövalla kommun
Revisorerna

{TITLE}

{{tekniska}}

Rekommendation 1: Upprätta en plan för inköp av konsulter
Svar: Nämnden instämmer. En plan ska antas i juni 2025.

Rekommendation 2: Följ upp avtalen varje år
Svar: Nämnden instämmer inte. Dagens uppföljning räcker.

{{kultur}}

Rekommendation 3: Utbilda chefer i upphandling
Svar: Nämnden instämmer. Utbildning pågår.
"""
HEADS = {
    "facts below": (
        "TEKNISKA NÄMNDEN\nBeslut 2025-02-04, § 12.",
        "KULTURNÄMNDEN\nBeslut 2025-02-11, § 9.",
    ),
    "facts beside": (
        "Tekniska nämnden, beslut 2025-02-04, § 12",
        "Kulturnämnden, beslut 2025-02-11, § 9",
    ),
    "svar från": (
        "Svar från tekniska nämnden (2025-02-04 § 12)",
        "Svar från kulturnämnden (2025-02-11 § 9)",
    ),
}
HEADINGS = ("Nr", "Rekommendation", "Nämnd", "Dnr och datum", "Svar", "Revisorernas kommentar")
ROWS = (
    ("1", "Upprätta en plan", "Tekniska nämnden", "TN 2025/4, 2025-02-04",
     "Instämmer. Planen tas fram under våren.", "Bör avslås"),
    ("1", "Upprätta en plan", "Kulturnämnden", "KN 2025/7, 2025-02-11",
     "Instämmer inte.", "Instämmer"),
    ("2", "Utbilda chefer", "Kulturnämnden", "KN 2025/7, 2025-02-11",
     "Är redan genomförd.", "Instämmer inte"),
)  # fmt: skip


def _read(text: str) -> Proposal:
    return propose(paper_of(read_paper(text.encode())))


def _answers(found: Proposal) -> dict[str, list[tuple[str, str | None, str | None]]]:
    return {
        each.committee: [(a.recommendation, a.position, a.progress) for a in each.answers]
        for each in found.responses
    }


def _of_tables(*tables: tuple[tuple[str, ...], ...], before: tuple[str, ...] = ()) -> Paper:
    lines = [
        Line(LineKind.HEADING if not n else LineKind.PARAGRAPH, text, Place(text, line=n))
        for n, text in enumerate((TITLE, "Sjövalla kommun", *before), start=1)
    ]
    made = [
        Table(
            tuple(
                Row(
                    tuple(map(Cell, cells)), Place(cells[0], table=at, row=row, line=at * 100 + row)
                )
                for row, cells in enumerate(rows, start=1)
            )
        )
        for at, rows in enumerate(tables, start=1)
    ]
    return Paper((*lines, *made))


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_each_committees_part_is_its_reply(heads: tuple[str, str]) -> None:
    found = _read(BY_COMMITTEE.format(tekniska=heads[0], kultur=heads[1]))
    assert found.kind is PaperKind.LIST
    assert _answers(found) == {
        "Tekniska nämnden": [("1", "agrees", "planned"), ("2", "disagrees", None)],
        "Kulturnämnden": [("3", "agrees", "under_way")],
    }
    told = [(each.paragraph, each.decided_on, each.kind) for each in found.responses]
    assert [(p.value, d.value, k) for p, d, k in told if p and d] == [
        ("12", date(2025, 2, 4), ResponseKind.DECISION),
        ("9", date(2025, 2, 11), ResponseKind.DECISION),
    ]


def test_a_committee_that_has_not_replied_has_no_reply() -> None:
    heads = HEADS["facts below"]
    text = BY_COMMITTEE.format(tekniska=heads[0], kultur=heads[1])
    text += "\nSOCIALNÄMNDEN\nHar inte svarat. Påminnelse skickades 2025-03-01.\n"
    assert [each.committee for each in _read(text).responses] == [
        "Tekniska nämnden",
        "Kulturnämnden",
    ]


def test_what_is_said_below_a_table_is_no_second_answer_to_its_rows() -> None:
    found = propose(
        written("""
        # Sammanställning av svar på granskning av målstyrning
        Sjövalla kommun
        ## Kulturnämnden
        Beslut 2024-11-19, § 212.
        | Nr | Rekommendation | Svar |
        | 1 | Minska antalet mål | Instämmer. Målen ska halveras till 2026. |
        ## Lärandenämnden
        Beslut 2024-11-27, § 84.
        | Nr | Rekommendation | Svar |
        | 2 | Koppla skolornas arbete till målen | Instämmer delvis. En koppling ska göras. |
        ## Kommentar
        Svaren diskuteras vid revisorernas möte den 18 december.
        """)
    )
    assert _answers(found) == {
        "Kulturnämnden": [("1", "agrees", "planned")],
        "Lärandenämnden": [("2", "agrees_partly", None)],
    }


def test_a_row_belongs_to_the_committee_it_names_and_not_to_the_auditors() -> None:
    found = propose(_of_tables((HEADINGS, *ROWS)))
    assert [(each.text, each.committees) for each in found.recommendations] == [
        ("Upprätta en plan", ("Tekniska nämnden", "Kulturnämnden")),
        ("Utbilda chefer", ("Kulturnämnden",)),
    ]
    assert _answers(found) == {
        "Tekniska nämnden": [("1", "agrees", "planned")],
        "Kulturnämnden": [("1", "disagrees", None), ("2", "already_met", "done")],
    }
    numbers = [each.diary_number for each in found.responses]
    assert [each.value for each in numbers if each] == ["TN 2025/4", "KN 2025/7"]


def test_one_sentence_may_tell_when_several_replied() -> None:
    said = (
        "Tekniska nämnden svarade 2025-02-04, § 12, och kulturnämnden 2025-02-11, § 9. "
        "Revisorerna begärde svar senast 2025-02-15."
    )
    rows = tuple((*row[:3], *row[4:]) for row in (HEADINGS, *ROWS))
    found = propose(_of_tables(rows, before=(said,)))
    told = [(each.committee, each.paragraph, each.decided_on) for each in found.responses]
    assert [(name, p.value, d.value) for name, p, d in told if p and d] == [
        ("Tekniska nämnden", "12", date(2025, 2, 4)),
        ("Kulturnämnden", "9", date(2025, 2, 11)),
    ]


def test_a_list_that_only_cites_replies_has_none() -> None:
    text = BY_COMMITTEE.replace(TITLE, "Uppföljning av lämnade rekommendationer om upphandling")
    heads = HEADS["facts below"]
    assert _read(text.format(tekniska=heads[0], kultur=heads[1])).responses == ()


SHAPES = {
    "a column for each committee": """
        Yttranden över granskning av inköp
        | Rekommendation | Tekniska nämnden | Kulturnämnden |
        | Upprätta en plan | Instämmer. Planen tas fram i höst. | Instämmer inte. |
        | Utbilda chefer | Instämmer. Rutin finns. | Instämmer. Utbildning pågår. |
        Beslut: tekniska nämnden 2023-06-13 § 12, kulturnämnden 2023-06-21 § 9.""",
    "a column for each recommendation": """
        Svarsöversikt: revisorernas granskning av inköp
        | Nämnd | Datum och § | Svar på rekommendation 1 | Svar på rekommendation 2 |
        | Tekniska nämnden | 2023-06-13 § 12 | Instämmer, plan tas fram | Instämmer, rutin finns |
        | Kulturnämnden | 2023-06-21 § 9 | Instämmer inte | Instämmer, utbildning pågår |
        Rekommendation 1: Upprätta en plan
        Rekommendation 2: Utbilda chefer""",
    "committees below each recommendation": """
        Så svarade nämnderna på revisorernas granskning av inköp
        ### Rekommendation 1: Upprätta en plan
        Tekniska nämnden (2023-06-13 § 12): Instämmer. Planen tas fram i höst.
        Kulturnämnden (2023-06-21 § 9): Instämmer inte.
        ### Rekommendation 2: Utbilda chefer
        Tekniska nämnden (2023-06-13 § 12): Instämmer. Rutin finns.
        Kulturnämnden (2023-06-21 § 9): Instämmer. Utbildning pågår.""",
    "a row for each committee and number": """
        Sammanställning av svar på revisorernas granskning av inköp
        | Rekommendation | Nr |
        | Upprätta en plan | 1 |
        | Utbilda chefer | 2 |
        Svaren:
        | Nämnd | Beslut | Rek. nr | Ställningstagande | Åtgärd |
        | Tekniska nämnden | 2023-06-13 § 12 | 1 | Instämmer | Planen ska tas fram i höst. |
        | Tekniska nämnden | 2023-06-13 § 12 | 2 | Instämmer | Rutin finns. |
        | Kulturnämnden | 2023-06-21 § 9 | 1 | Instämmer inte | Behövs inte. |
        | Kulturnämnden | 2023-06-21 § 9 | 2 | Instämmer | Utbildning pågår. |""",
    "blank where it is as above": """
        Sammanställning av nämndernas svar på revisorernas granskning av inköp
        1. Upprätta en plan
        2. Utbilda chefer
        | Nämnd | Beslut | § | Rek | Svar |
        | Tekniska nämnden | 2023-06-13 | 12 | R1 | Instämmer. Planen tas fram i höst. |
        |  |  |  | R2 | Instämmer. Rutin finns. |
        | Kulturnämnden | 2023-06-21 | 9 | R1 | Instämmer inte. |
        |  |  |  | R2 | Instämmer. Utbildning pågår. |""",
    "a table that goes on": """
        Sammanställning av nämndernas svar på revisorernas granskning av inköp
        Rekommendation 1: Upprätta en plan
        Rekommendation 2: Utbilda chefer
        | Nämnd | Protokoll | Rekommendation | Svar |
        | Tekniska nämnden | 2023-06-13 § 12 | Nr 1–2 | Instämmer |
        Sida 2
        | Kulturnämnden | 2023-06-21 § 9 | Nr 1 | Instämmer inte |
        | Kulturnämnden | 2023-06-21 § 9 | Nr 2 | Instämmer |""",
    "rows across that name the committees": """
        Svarsöversikt granskning av inköp
        | Rekommendation | Ställningstagande | Åtgärd | Status |
        | Tekniska nämnden, § 12, 2023-06-13 |  |  |  |
        | Upprätta en plan | Instämmer | Planen tas fram i höst. | Ej påbörjad |
        | Utbilda chefer | Instämmer | Rutin finns. | Genomförd |
        | Kulturnämnden, § 9, 2023-06-21 |  |  |  |
        | Upprätta en plan | Instämmer ej | Behövs inte. |  |
        | Utbilda chefer | Instämmer | Alla chefer går kurs | Pågående |""",
    "rows across that give what is recommended": """
        Samlade svar på granskning av inköp
        | Nämnd | Instämmer | Åtgärd |
        | 1. Upprätta en plan | 1. Upprätta en plan | 1. Upprätta en plan |
        | Tekniska nämnden | Ja | Planen tas fram i höst. |
        | Kulturnämnden | Nej | Behövs inte. |
        | 2. Utbilda chefer | 2. Utbilda chefer | 2. Utbilda chefer |
        | Tekniska nämnden | Ja | Rutin finns. |
        | Kulturnämnden | Ja | Utbildning av chefer |
        Tekniska nämnden beslutade 2023-06-13 § 12 och kulturnämnden 2023-06-21 § 9.""",
    "rows of when each replied": """
        Svarsmatris, granskning av inköp
        |  | Tekniska nämnden | Kulturnämnden |
        | Datum | 2023-06-13 | 2023-06-21 |
        | Paragraf | 12 | 9 |
        | Diarienummer | TN 2023/44 | KN 2023/9 |
        | 1. Upprätta en plan | Instämmer, planeras | Instämmer inte |
        | 2. Utbilda chefer | Instämmer – genomfört | Ja, pågår |""",
    "told below the title": """
        Svar på granskning av inköp
        Sammanställningen är gjord av revisionens sekreterare.
        ## Rekommendation 1: Upprätta en plan
        | Nämnd | Svar | Nämndens kommentar |
        | Tekniska nämnden (2023-06-13, § 12) | Instämmer | Planeras. |
        | Kulturnämnden (2023-06-21, § 9) | Instämmer inte | Behövs inte. |
        ## Rekommendation 2: Utbilda chefer
        | Nämnd | Svar | Nämndens kommentar |
        | Tekniska nämnden (2023-06-13, § 12) | Instämmer | Pågår. |
        | Kulturnämnden (2023-06-21, § 9) | Instämmer | Pågår. |""",
    "marks below what they mean": """
        Sammanställda yttranden, granskning av inköp
        | Nämnd | Rekommendation | Instämmer | Instämmer inte | Genomfört |
        | Tekniska nämnden, § 12 | Upprätta en plan | X |  | Nej |
        | Tekniska nämnden, § 12 | Utbilda chefer | X |  | Ja |
        | Kulturnämnden, § 9 | Upprätta en plan |  | X | |
        | Kulturnämnden, § 9 | Utbilda chefer | X |  | Delvis |""",
    "numbers below each committee": """
        Inkomna svar på revisorernas granskning av inköp
        1. Upprätta en plan
        2. Utbilda chefer
        Rekommendation 1–2 gäller tekniska nämnden och kulturnämnden.
        ## Tekniska nämnden, 2023-06-13 § 12
        Rekommendation 1: Tekniska nämnden instämmer. Planen tas fram i höst.
        Rekommendation 2: Tekniska nämnden instämmer. Rutin finns.
        ## Kulturnämnden, 2023-06-21 § 9
        Rekommendation 1: Kulturnämnden instämmer inte.
        Rekommendation 2: Kulturnämnden instämmer. Utbildning pågår.""",
    "in brackets behind the name when it replied": """
        Revisionen i Lindesjö kommun
        Svar på granskning av inköp
        Båda nämnderna har rekommenderats följande:
        1. Upprätta en plan
        2. Utbilda chefer
        Tekniska nämnden (2023-06-13, § 12) instämmer i rekommendation 1 och 2. Arbetet pågår.
        Kulturnämnden (§ 9, 2023-06-21) instämmer inte i rekommendation 1. Den instämmer i
 rekommendation 2.""".replace("i\n rekommendation", "i rekommendation"),
    "a table of days right above that of answers": """
        Svar på granskning av inköp, sammanställning
        | Nämnd | Beslut |
        | Tekniska nämnden | 2023-06-13, § 12 |
        | Kulturnämnden | 2023-06-21, § 9 |
        | Rekommendation | Till | Svar |
        | Upprätta en plan | Tekniska nämnden | Instämmer. Planeras. |
        | Upprätta en plan | Kulturnämnden | Instämmer inte. |
        | Utbilda chefer | Tekniska nämnden | Instämmer. |
        | Utbilda chefer | Kulturnämnden | Instämmer. |""",
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_replies_are_put_together_in_many_shapes(text: str) -> None:
    found = propose(written(text))
    assert found.kind is PaperKind.LIST
    both = ("Tekniska nämnden", "Kulturnämnden")
    assert [(each.text, each.committees) for each in found.recommendations] == [
        ("Upprätta en plan", both),
        ("Utbilda chefer", both),
    ]
    assert {name: [said[:2] for said in all_] for name, all_ in _answers(found).items()} == {
        "Tekniska nämnden": [("1", "agrees"), ("2", "agrees")],
        "Kulturnämnden": [("1", "disagrees"), ("2", "agrees")],
    }
    assert [each.paragraph.value for each in found.responses if each.paragraph] == ["12", "9"]


def test_paragraphs_that_begin_with_when_a_committee_replied_are_its_reply() -> None:
    found = _read(
        "Lindesjö kommun\nRevisorerna\n\nNämndernas svar på granskningen av sjukfrånvaro\n\n"
        "Kommunstyrelsen svarade den 4 mars 2024 (§ 33). Styrelsen instämmer i rekommendationen "
        "att ta fram en handlingsplan. Planen ska antas i juni 2024.\n\n"
        "Socialnämnden svarade den 12 mars 2024 (§ 21). Nämnden instämmer inte i rekommendationen "
        "att införa möten varje månad.\n"
    )
    assert [(each.committee, each.kind) for each in found.responses] == [
        ("Kommunstyrelsen", ResponseKind.DECISION),
        ("Socialnämnden", ResponseKind.DECISION),
    ]


def test_what_the_auditors_think_of_the_replies_is_no_reply() -> None:
    heads = HEADS["facts below"]
    text = BY_COMMITTEE.format(tekniska=heads[0], kultur=heads[1])
    comment = "\nRevisorernas kommentar\n\nRekommendation 3: Vi instämmer inte i svaret.\n"
    assert _answers(_read(text + comment)) == _answers(_read(text))


def test_minutes_that_decide_on_several_replies_are_no_compilation() -> None:
    said = SHAPES["a column for each committee"]
    head = "Protokollsutdrag\nKommunstyrelsen\n§ 14 Svar på revisorernas granskning\nBeslut"
    text = f"{head}\nKommunstyrelsen beslutar att godkänna svaren.{said}"
    assert propose(written(text)).kind is PaperKind.COUNCIL_DECISION


@pytest.mark.parametrize(
    "title",
    [
        "Sammanställda svar på granskning av inköp",
        "Sammanställning – nämndernas yttranden",
        "Svar på granskning av inköp: sammanställning inför sammanträdet",
        "Tabell: svar på granskning av inköp",
        "Nämnder och styrelsers svar på granskning av inköp",
        "Svar från granskade nämnder",
        "Underlag till revisorernas sammanträde: svar på granskning av inköp",
    ],
)
def test_a_compilation_calls_itself_so(title: str) -> None:
    assert COMPILED.search(title)


@pytest.mark.parametrize(
    "title",
    [
        "Svar på granskning av inköp",
        "Socialnämndens samlade svar på granskning av inköp",
        "Sammanfattning av nämndens svar",
        "Gemensamt svar från nämnderna",
        "Sammanställning av rekommendationer",
    ],
)
def test_one_committees_reply_calls_itself_otherwise(title: str) -> None:
    assert COMPILED.search(title) is None


HEADS_OF_FOUR = ("Rekommendation", "Kommunstyrelsen", "Kulturnämnden", "Socialnämnden")
WITH_GAPS = (
    ("1. Upprätta en plan", "Instämmer", "Ej svar", "Instämmer delvis"),
    ("2. Utbilda chefer", "Instämmer inte", "Instämmer", "–"),
    ("3. Följ upp avtalen", "Instämmer", "Instämmer", "Redan genomfört"),
    ("4. Mät väntetiderna", "", "?", "Instämmer"),
)


def test_what_a_compilation_leaves_open_is_told_and_nobody_taken_for_a_recipient() -> None:
    found = propose(_of_tables((HEADS_OF_FOUR, *WITH_GAPS)))
    assert [
        (each.code, each.facts["committee"], each.facts["number"])
        for each in found.doubts
        if each.code == "reply_left_open"
    ] == [
        ("reply_left_open", "Kommunstyrelsen", "4"),
        ("reply_left_open", "Kulturnämnden", "1"),
        ("reply_left_open", "Kulturnämnden", "4"),
        ("reply_left_open", "Socialnämnden", "2"),
    ]
    everybody = ("Kommunstyrelsen", "Kulturnämnden", "Socialnämnden")
    assert [each.committees for each in found.recommendations] == [None, None, everybody, None]


def test_who_has_not_replied_at_all_is_told_once() -> None:
    rows = (
        ("1. Upprätta en plan", "Instämmer", "Instämmer", "–"),
        ("2. Följ upp avtalen", "Instämmer", "Instämmer", "Ej svar"),
    )
    found = propose(_of_tables((HEADS_OF_FOUR, *rows)))
    told = [(each.code, each.facts["committee"]) for each in found.doubts if "reply" in each.code]
    assert told == [("no_reply_told", "Socialnämnden")]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Revisorerna i Ekby kommun\nLista med rekommendationer\n\nInget att redovisa ännu.", True),
        ("Revisorerna i Ekby kommun\nLista med rekommendationer\n\n1. Anta en policy (KS)", False),
    ],
)
def test_a_list_of_nothing_is_told(text: str, *, is_told: bool) -> None:
    assert ("nothing_listed" in {each.code for each in _read(text).doubts}) is is_told


@pytest.mark.parametrize(
    "said",
    [
        "Inget svar har inkommit",
        "Inget svar har inkommit per den 1 oktober 2024.",
        "Ej svar",
        "Inget svar 2024-10-01",
        "Ännu inget svar",
        "Har inte svarat. Påminnelse skickad 2024-09-01.",
        "Nämnden har ännu inte besvarat rekommendationen",
        "Har trots påminnelse inte inkommit med svar",
        "Svar saknas",
        "Svaret uteblev",
        "Obesvarad",
        "Besvaras inte",
        "Svar inväntas",
        "Anstånd till 2024-11-15",
        "Nämnden har beviljats anstånd till den 15 november",
        "Ska besvaras senare",
        "Behandlas i nämnden den 12 november",
        "–",
        "?",
    ],
)
def test_what_says_that_no_answer_has_come_is_none(said: str) -> None:
    found = propose(
        written(f"""
        # Sammanställning av inkomna svar
        Kalvsunds kommun
        Granskning av hot och våld i tjänsten
        | Nr | Rekommendation | Nämnd | Nämndens svar | Revisorernas bedömning |
        | 1 | Se över larmrutinerna | Socialnämnden | {said} | Otillräckligt |
        | 2 | Säkerställa att tillbud rapporteras | Socialnämnden | {said} | |
        | 3 | Upprätta en rutin för skolan | Utbildningsnämnden | {said} | |
        | 4 | Följa upp arbetet varje år | Utbildningsnämnden | Instämmer. Görs i höst. | |
        """)
    )
    assert _answers(found) == {"Utbildningsnämnden": [("4", "agrees", "planned")]}
    assert [each.left_open for each in found.responses] == [("3",)]
    assert _lacking(found) == [
        ("no_reply_told", "Socialnämnden", None),
        ("reply_left_open", "Utbildningsnämnden", "3"),
    ]


def _lacking(found: Proposal) -> list[tuple[str, object, object]]:
    codes = {"no_reply_told", "reply_left_open", "answer_not_read"}
    return [
        (each.code, each.facts["committee"], each.facts.get("number"))
        for each in found.doubts
        if each.code in codes
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Inga synpunkter",
        "Ej aktuellt",
        "Saknas resurser",
        "Inga svar har registrerats i systemet",
        "Har inte svarat i tid",
    ],
)
def test_what_a_committee_says_that_is_not_understood_is_shown(said: str) -> None:
    found = propose(
        written(f"""
        # Sammanställning av inkomna svar
        Granskning av hot och våld i tjänsten
        | Rekommendation | Nämnd | Nämndens svar |
        | Se över larmrutinerna | Socialnämnden | {said} |
        | Upprätta en rutin för skolan | Utbildningsnämnden | Instämmer. Görs i höst. |
        """)
    )
    assert _lacking(found) == [("answer_not_read", "Socialnämnden", "1")]
    assert [each.facts["text"] for each in found.doubts if each.code == "answer_not_read"] == [said]


SILENT = {
    "under the name": "SOCIALNÄMNDEN\nHar inte svarat. Påminnelse skickades 2025-03-01.",
    "under what is recommended": "SOCIALNÄMNDEN\nRekommendation 4: Anta en policy\nSvar: Ej svar.",
    "in the heading": "Socialnämnden (inget svar)\nRekommendation 4: Anta en policy\n"
    "Enligt förvaltningen tas ärendet upp i maj.",
    "with a diary number": "SOCIALNÄMNDEN, dnr SN 2025/12\nInget svar har inkommit.",
    "in a sentence": "Svar saknas från socialnämnden.",
    "after others": "Två nämnder har svarat. Socialnämnden har trots påminnelse inte svarat.",
    "listed": "Följande nämnder har inte inkommit med svar: socialnämnden.",
}


@pytest.mark.parametrize("said", SILENT.values(), ids=SILENT)
def test_whom_a_text_says_that_no_reply_has_come_from_has_none(said: str) -> None:
    heads = HEADS["facts below"]
    text = BY_COMMITTEE.format(tekniska=heads[0], kultur=heads[1])
    found = _read(f"{text}\n{said}\n")
    assert set(_answers(found)) == {"Tekniska nämnden", "Kulturnämnden"}
    assert _lacking(found) == [("no_reply_told", "Socialnämnden", None)]


def test_a_reply_that_came_late_has_come() -> None:
    heads = HEADS["facts below"]
    text = BY_COMMITTEE.format(tekniska=heads[0], kultur=heads[1])
    found = _read(f"{text}\nKulturnämnden har inte svarat i tid.\n")
    assert (len(found.responses), _lacking(found)) == (2, [])


def test_one_reply_of_several_committees_is_told_beside_those_that_lack() -> None:
    rows = (("1. Upprätta en plan", "Instämmer", "Ej svar", "–"),)
    found = propose(_of_tables((HEADS_OF_FOUR, *rows)))
    assert set(_answers(found)) == {"Kommunstyrelsen"}
    assert _lacking(found) == [
        ("no_reply_told", "Kulturnämnden", None),
        ("no_reply_told", "Socialnämnden", None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Socialnämnden har trots två påminnelser inte inkommit med något svar.",
        "Från socialnämnden har inget svar kommit in.",
    ],
)
def test_a_sentence_after_the_replies_tells_who_has_not_replied(said: str) -> None:
    found = _read(
        "Lindesjö kommun\nRevisorerna\n\nNämndernas svar på granskningen av sjukfrånvaro\n\n"
        "Kommunstyrelsen svarade den 4 mars 2024 (§ 33). Styrelsen instämmer i rekommendationen "
        "att ta fram en handlingsplan. Planen ska antas i juni 2024.\n\n"
        f"{said}\n"
    )
    assert [each.committee for each in found.responses] == ["Kommunstyrelsen"]
    assert _lacking(found) == [("no_reply_told", "Socialnämnden", None)]


SAME_FOR_ALL = """Sjövalla kommun
Revisorerna

Sammanställning av svar på granskning av sjukfrånvaron

Kommunstyrelsen och omsorgsnämnden ombads att svara.

Rekommendationer

1. Analysera orsakerna till frånvaron.
2. Utbilda cheferna i rehabilitering.

Kommunstyrelsen (beslut 2022-10-11 § 187)

Rekommendation 1: Kommunstyrelsen instämmer.
Rekommendation 2: Kommunstyrelsen instämmer inte.

Omsorgsnämnden (beslut 2022-10-19 § 95)

Rekommendation 1: Nämnden instämmer delvis.
Rekommendation 2: Nämnden instämmer.
"""


def test_who_answers_a_recommendation_is_one_of_those_it_goes_to() -> None:
    found = _read(SAME_FOR_ALL)
    assert _answers(found) == {
        "Kommunstyrelsen": [("1", "agrees", None), ("2", "disagrees", None)],
        "Omsorgsnämnden": [("1", "agrees_partly", None), ("2", "agrees", None)],
    }
    whom = {frozenset(each.committees or ()) for each in found.recommendations}
    assert whom == {frozenset(("Kommunstyrelsen", "Omsorgsnämnden"))}


def test_a_compilation_whose_parts_begin_as_minutes_do_is_one_paper() -> None:
    found = propose(
        written("""
        # Nämndernas svar på granskning av statsbidrag
        Sjövalla kommun
        ## Rekommendationer
        1. Dokumentera beslut om att söka statsbidrag
        ## Kommunstyrelsen
        KS 2021.0344, § 211, 2021-11-09
        Rekommendation 1: Kommunstyrelsen instämmer.
        ## Vårdnämnden
        VN 2021.0121, § 87, 2021-11-11
        Rekommendation 1: Nämnden instämmer inte.
        """)
    )
    assert found.kind is PaperKind.LIST
    told = [(r.committee, r.paragraph and r.paragraph.value) for r in found.responses]
    assert sorted(told) == [("Kommunstyrelsen", "211"), ("Vårdnämnden", "87")]


def test_sentences_below_a_recommendation_that_begin_with_who_answers_it() -> None:
    made = propose(
        written("""Revisorerna i Alunda kommun
Nämndernas svar på granskningen av lex Sarah
Rekommendation 1. Ta fram en rutin för lex Sarah
Socialnämnden instämmer. Rutinen beslutades i januari 2021. Äldrenämnden instämmer delvis.
Rekommendation 2. Utbilda personalen varje år
Äldrenämnden instämmer inte.""")
    )
    said = {
        each.committee: [(one.recommendation, str(one.position)) for one in each.answers]
        for each in made.responses
    }
    assert said == {
        "Socialnämnden": [("1", "agrees")],
        "Äldrenämnden": [("1", "agrees_partly"), ("2", "disagrees")],
    }


def test_a_table_of_several_committees_views_is_a_compilation_whatever_its_title() -> None:
    made = propose(
        written("""# Svar på granskning av konsulter
Juneby kommun – sammanställt av revisorernas sekreterare
| Rekommendation | Nämnd | Beslut | Svar |
| Motivera köp skriftligt | Kommunstyrelsen | 2019-11-06 § 203 | Instämmer. |
| Slutrapportera uppdrag | Gatunämnden | 2019-11-19 § 97 | Instämmer delvis. |""")
    )
    assert [
        (each.committee, each.paragraph and each.paragraph.value) for each in made.responses
    ] == [
        ("Kommunstyrelsen", "203"),
        ("Gatunämnden", "97"),
    ]

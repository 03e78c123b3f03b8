"""Compilations of replies: what each committee answered, when and under which §."""

from datetime import date

import pytest

from revtrack.domain.codes import PaperKind, ResponseKind
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.proposals.reading import propose
from revtrack.domain.texts.paper import Cell, Line, LineKind, Paper, Place, Row, Table
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of

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

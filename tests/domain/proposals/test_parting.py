from dataclasses import replace

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.parting import parts_of, sections_of
from revtrack.domain.proposals.reading import propose
from revtrack.domain.texts.paper import Line, LineKind, Place
from tests.domain.proposals.written import written

DECISION = """\
§ 12

MN/2022:14

# Svar på granskning av tillsynen

# Beslut

1. Miljönämnden antar svaret som sitt eget och överlämnar det till kommunens revisorer.

# Ärendebeskrivning

Kommunens revisorer har granskat tillsynen enligt 12 kap. 9 § kommunallagen.

# Förslag till beslut

Miljönämnden antar svaret som sitt eget.

Beslutet skickas till:
Revisorerna
Tekniska nämnden

"""
DRAFT = """\
Tekniska nämnden

# Yttrande över granskning av tillsynen

# Förslag till beslut

Tekniska nämnden godkänner yttrandet och överlämnar det till kommunens revisorer.

# Yttrande

Nämnden instämmer i revisorernas rekommendation.

N. N.
Förvaltningschef

"""
LETTER = """\
Till: Miljönämnden, tekniska nämnden

För kännedom: Kommunfullmäktige

# Granskning av tillsynen

Vi har med stöd av en revisionsbyrå granskat tillsynen.

Vi önskar svar på granskningen senast den 20 mars 2023.

För revisorerna i Granby kommun

"""
REPORT = """\
Granskning av tillsynen

Granskningsrapport

Granby kommun

2022-10-03

# Bakgrund

Revisorerna har gett oss i uppdrag att granska tillsynen.

# Rekommendationer

Vi rekommenderar miljönämnden att föra statistik.

"""


def kinds(text: str) -> list[str]:
    return [each.kind.value for each in parts_of(written(text))]


def test_a_bundle_is_parted_whatever_the_order_of_its_papers() -> None:
    assert kinds(DECISION + DRAFT + LETTER + REPORT) == [
        "council_decision",
        "response",
        "cover_letter",
        "report",
    ]
    assert kinds(REPORT + DRAFT + DECISION + LETTER) == [
        "report",
        "response",
        "council_decision",
        "cover_letter",
    ]


def test_those_whom_a_decision_is_sent_to_do_not_head_the_next_paper() -> None:
    decision, draft = parts_of(written(DECISION + DRAFT))
    assert (decision.committee, draft.committee) == ("Miljönämnden", "Tekniska nämnden")
    ends = DECISION.split("\n").index("Tekniska nämnden") + 1
    begins = len(DECISION.split("\n"))
    assert (decision.first_line, decision.last_line, draft.first_line) == (1, ends, begins)


def test_what_minutes_propose_after_their_decision_begins_no_paper() -> None:
    assert len(sections_of(written(DECISION))) == 1


def test_a_paragraph_of_a_law_begins_no_paper() -> None:
    text = REPORT + "§ 6 kap. 6 kommunallagen\n\nVi bedömer att kravet är uppfyllt.\n"
    assert len(sections_of(written(text))) == 1


def test_each_part_has_its_title() -> None:
    found = parts_of(written(DECISION + DRAFT))
    assert [each.title for each in found] == [
        "Svar på granskning av tillsynen",
        "Yttrande över granskning av tillsynen",
    ]


def test_a_decision_stands_where_it_begins_and_says_nothing_that_a_draft_above_it_says() -> None:
    decided = """\
§ 45

TN/2022:30

# Yttrande över granskning av tillsynen

# Beslut

1. Förvaltningens förslag antas som nämndens svar till kommunens revisorer.

# Ärendebeskrivning

Nämnden instämmer i rekommendationen att föra statistik.

"""
    refused = DRAFT.replace("Nämnden instämmer", "Nämnden instämmer inte")
    text = REPORT.replace("miljönämnden", "tekniska nämnden") + refused + decided
    found = propose(written(text))
    [response] = found.responses
    lines = text.split("\n")
    assert (response.kind, response.place.line) == ("decision", lines.index("§ 45") + 1)
    assert [each.position for each in response.answers] == ["agrees"]
    assert {each.code: each.line for each in found.doubts} == {
        "no_meeting_day": lines.index("§ 45") + 1
    }


def test_an_empty_paper_is_one_part_that_is_none_of_an_audit() -> None:
    [part] = parts_of(written(""))
    assert part.kind is PaperKind.NOT_AUDIT


def test_the_head_of_a_reports_later_page_begins_no_paper() -> None:
    text = """
        Granskning av detaljplanerna
        Granby kommun
        Revisionsbyrån Tall AB
        2015-10-01
        1 Inledning
        Revisorerna har granskat om detaljplanerna hanteras på ett ändamålsenligt sätt.
        Granskningsrapport 2015
        Granby kommun
        Granskning av detaljplanerna
        4 Sammanfattande bedömning
        Vi bedömer att nämnden inte fullt ut har en rättssäker hantering av detaljplanerna."""
    assert len(sections_of(written(text))) == 1


def test_matters_of_one_meeting_are_a_decision_whose_replies_have_their_own_answers() -> None:
    matter = """
§ {number} Svar på granskning av {what}
Dnr VON 2016/{number}
Beslut
Nämnden överlämnar svaret till revisorerna.
Ärendebeskrivning
Revisorerna rekommenderar nämnden att
- {advice}
Svar
Nämnden instämmer. Arbetet med det påbörjades i mars.
"""
    first = matter.format(number=55, what="ekonomin", advice="införa en budget per enhet")
    second = matter.format(number=56, what="hemtjänsten", advice="ta fram en plan för teknik")
    head = "Ekby kommun\nVårdnämnden\nSammanträdesprotokoll 2016-04-28"
    found = propose(written(head + first + second))
    assert found.kind is PaperKind.COUNCIL_DECISION
    assert [each.paragraph.value for each in found.responses if each.paragraph] == ["55", "56"]
    answered = [[one.recommendation for one in each.answers] for each in found.responses]
    assert answered == [["1"], ["2"]]


def test_a_paper_that_ends_on_the_page_where_it_begins_has_no_heads_of_later_pages() -> None:
    paper = written(DECISION + DRAFT + LETTER)
    lines = [each for each in paper.blocks if isinstance(each, Line)]
    letter = next(n for n, each in enumerate(lines) if each.text.startswith("Till: "))
    on_pages = tuple(
        replace(each, place=replace(each.place, page=1 if number < letter else 2))
        for number, each in enumerate(lines)
    )
    foots = tuple(
        Line(LineKind.PARAGRAPH, text, Place(text, page=page, line=90 + page))
        for page, text in ((1, "Dnr MN/2022:14"), (2, "Dnr REV 2022/3"))
    )
    kept = [
        [each.text for each in section.paper.furniture]
        for section in sections_of(replace(paper, blocks=on_pages, furniture=foots))
    ]
    assert kept == [["Dnr MN/2022:14"], ["Dnr MN/2022:14"], ["Dnr REV 2022/3"]]

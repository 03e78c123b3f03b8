"""The real case's recommendations in layouts that firms and offices use."""

from collections.abc import Callable, Sequence

import pytest
from docx import Document
from docx.document import Document as WordDocument

from revtrack.domain.case import AuditCase
from revtrack.domain.comparison import ComparedAs
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee, Recommendation
from tests.domain.comparison.papers import Found, found, saved

Row = tuple[str, str, tuple[Committee, ...]]


def rows(case: AuditCase) -> list[Row]:
    return [
        (each.number_in_letter, wording(each), case.committees_of(each.id, asked_only=True))
        for each in case.recommendations
        if each.number_in_letter
    ]


def wording(each: Recommendation) -> str:
    return each.letter_text or each.report_text or ""


def names(committees: Sequence[Committee]) -> str:
    return join_names(each.name for each in committees)


def short(committees: Sequence[Committee]) -> str:
    return ", ".join(each.abbreviation or "" for each in committees)


def filled(document: WordDocument, cells: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(cells), len(cells[0]))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def plain_table(document: WordDocument, case: AuditCase) -> None:
    filled(
        document,
        [
            ("Nr", "Rekommendation", "Mottagare"),
            *((number, text, names(to)) for number, text, to in rows(case)),
        ],
    )


def turned_table(document: WordDocument, case: AuditCase) -> None:
    filled(
        document,
        [
            ("Nämnd", "Kommentar", "Rekommendation"),
            *((short(to), "", text) for _number, text, to in rows(case)),
        ],
    )


def table_without_headings(document: WordDocument, case: AuditCase) -> None:
    filled(
        document,
        [(text, number, "\n".join(each.name for each in to)) for number, text, to in rows(case)],
    )


def table_with_marks(document: WordDocument, case: AuditCase) -> None:
    bodies = case.in_order(each.committee_id for each in case.addressees)
    heading = ("Nr", "Rekommendation", *(each.abbreviation or "" for each in bodies))
    filled(
        document,
        [
            heading,
            *(
                (number, text, *("X" if each in to else "" for each in bodies))
                for number, text, to in rows(case)
            ),
        ],
    )


def table_per_committee(document: WordDocument, case: AuditCase) -> None:
    filled(
        document,
        [
            ("Mottagare", "Nr", "Rekommendation"),
            *((each.name, number, text) for number, text, to in rows(case) for each in to),
        ],
    )


def merged_table(document: WordDocument, case: AuditCase) -> None:
    listed = rows(case)
    filled(document, [("Rekommendation", "Mottagare"), *((text, "") for _n, text, _to in listed)])
    [table] = document.tables
    first = 1
    for place in range(1, len(listed) + 1):
        if place == len(listed) or listed[place][2] != listed[first - 1][2]:
            cell = table.cell(first, 1)
            merged = cell.merge(table.cell(place, 1)) if place > first else cell
            merged.text = names(listed[first - 1][2])
            first = place + 1


def table_with_headings_inside(document: WordDocument, case: AuditCase) -> None:
    listed = rows(case)
    groups = list(dict.fromkeys(to for _number, _text, to in listed))
    table = document.add_table(0, 2)
    for to in groups:
        cells = table.add_row().cells
        cells[0].merge(cells[1]).text = f"Till {names(to)}"
        for number, text, its in listed:
            if its == to:
                row = table.add_row().cells
                row[0].text, row[1].text = number, text


def cards(document: WordDocument, case: AuditCase) -> None:
    for number, text, to in rows(case):
        filled(document, [("Nr", number), ("Rekommendation", text), ("Riktas till", names(to))])


def one_row_each(document: WordDocument, case: AuditCase) -> None:
    bodies = case.in_order(each.committee_id for each in case.addressees)
    cells = [
        (body.name, "\n".join(f"{number} {text}" for number, text, to in rows(case) if body in to))
        for body in bodies
    ]
    filled(document, [("Nämnd", "Rekommendationer"), *cells])


def running_text(document: WordDocument, case: AuditCase) -> None:
    listed = rows(case)
    for to in dict.fromkeys(to for _number, _text, to in listed):
        document.add_paragraph(f"Utifrån vår bedömning rekommenderar vi {names(to)} att:")
        for _number, text, its in listed:
            if its == to:
                document.add_paragraph(text[0].lower() + text[1:], style="List Bullet")


def counted_list(document: WordDocument, case: AuditCase) -> None:
    listed = rows(case)
    for to in dict.fromkeys(to for _number, _text, to in listed):
        document.add_heading(names(to), 3)
        for _number, text, its in listed:
            if its == to:
                document.add_paragraph(text, style="List Number")


def names_in_brackets(document: WordDocument, case: AuditCase) -> None:
    document.add_paragraph("Vi lämnar följande rekommendationer:")
    for number, text, to in rows(case):
        document.add_paragraph(f"{number}. {text} ({short(to)})", style="List Bullet")


def names_first(document: WordDocument, case: AuditCase) -> None:
    document.add_paragraph("Vi lämnar följande rekommendationer:")
    for _number, text, to in rows(case):
        document.add_paragraph(f"{names(to).capitalize()}: {text}", style="List Bullet")


def whole_sentences(document: WordDocument, case: AuditCase) -> None:
    for _number, text, to in rows(case):
        said = text[0].lower() + text[1:]
        document.add_paragraph(f"Vi rekommenderar {names(to)} att {said}.")


def per_committee(document: WordDocument, case: AuditCase) -> None:
    document.add_heading("Rekommendationer", 1)
    for body in case.in_order(each.committee_id for each in case.addressees):
        document.add_heading(body.name.capitalize(), 2)
        for number, text, to in rows(case):
            if body in to:
                document.add_paragraph(f"- {number} {text}")


LAYOUTS = [
    plain_table,
    turned_table,
    table_without_headings,
    table_with_marks,
    table_per_committee,
    merged_table,
    table_with_headings_inside,
    cards,
    one_row_each,
    running_text,
    counted_list,
    names_in_brackets,
    names_first,
    whole_sentences,
    per_committee,
]
Layout = Callable[[WordDocument, AuditCase], None]


def laid_out(layout: Layout, case: AuditCase) -> WordDocument:
    document = Document()
    document.add_heading("Granskning av kommunens digitaliseringsarbete", 1)
    document.add_paragraph("Granskningen visar att det finns en plan för digital transformation.")
    layout(document, case)
    document.add_paragraph("För varje rekommendation bör yttrandet ange:")
    for text in ("vem som ansvarar", "när åtgärderna ska vara genomförda"):
        document.add_paragraph(text, style="List Bullet")
    return document


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_no_difference(eskilstuna: AuditCase, layout: Layout) -> None:
    assert found(eskilstuna, saved(laid_out(layout, eskilstuna))) == []


def reword(document: WordDocument, old: str, new: str) -> int:
    """Replace words in paragraphs and cells; return in how many places."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    places = {
        id(each._element): each  # noqa: SLF001 - a merged cell is there several times
        for each in (*document.paragraphs, *(each for cell in cells for each in cell.paragraphs))
    }
    hits = [each for each in places.values() if old in each.text]
    for each in hits:
        each.runs[0].text = each.text.replace(old, new)
        for run in each.runs[1:]:
            run.text = ""
    return len(hits)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_changed_word_is_found_in_each_layout(eskilstuna: AuditCase, layout: Layout) -> None:
    document = laid_out(layout, eskilstuna)
    places = reword(document, "dokumenteras och går att", "inte dokumenteras men går att")
    told = found(eskilstuna, saved(document))

    assert places >= 1
    assert told == [Found("reworded_in_meaning", "R8")] * places


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_lost_recipient_is_found_in_each_layout(eskilstuna: AuditCase, layout: Layout) -> None:
    case = without_one(eskilstuna, "R6", "GN")

    assert Found("wrong_recipient", "R6", "GN") in found(eskilstuna, saved(laid_out(layout, case)))
    assert len(found(eskilstuna, saved(laid_out(layout, case)))) == 1


def without_one(case: AuditCase, number: str, abbreviation: str) -> AuditCase:
    """Return the case as somebody might have it who lost one recipient."""
    from dataclasses import replace  # noqa: PLC0415 - named as a word of the edits elsewhere

    [lost] = [each.id for each in case.committees if each.abbreviation == abbreviation]
    [of] = [each.id for each in case.recommendations if each.number_in_letter == number]
    return replace(
        case,
        addressees=tuple(
            each
            for each in case.addressees
            if (each.recommendation_id, each.committee_id) != (of, lost)
        ),
    )


def report_of(case: AuditCase, *, omitted: str = "") -> WordDocument:
    """Return a report as a firm writes it: a summary and a last chapter, each with the list."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "2022-11-28"
    for chapter in ("1 Sammanfattning", "2 Metod", "3 Revisionsfrågor", "4.2 Rekommendationer"):
        document.add_heading(chapter, 1)
        document.add_paragraph("Läsaren får här det väsentliga.")
        if not chapter.startswith(("1", "4")):
            continue
        listed = [
            (each.number_in_report, each.report_text or "", case.committees_of(each.id))
            for each in case.recommendations
        ]
        for to in dict.fromkeys(to for _number, _text, to in listed):
            document.add_paragraph(f"Mot den bakgrunden rekommenderar vi {names(to)} att:")
            for number, text, its in listed:
                if its == to and number != omitted:
                    document.add_paragraph(text, style="List Bullet")
    return document


def test_a_report_with_its_list_twice_is_held_against_the_reports_list(
    eskilstuna: AuditCase,
) -> None:
    assert found(eskilstuna, saved(report_of(eskilstuna))) == []
    assert found(eskilstuna, saved(report_of(eskilstuna, omitted="6"))) == [
        Found("missing", "6", "KS")
    ]


def test_a_reports_own_day_is_compared(eskilstuna: AuditCase) -> None:
    document = report_of(eskilstuna)
    document.sections[0].header.paragraphs[0].text = "2022-11-30"

    assert found(eskilstuna, saved(document)) == [Found("wrong_date", None)]


def test_a_recipient_lost_in_the_summary_alone_is_found_there(eskilstuna: AuditCase) -> None:
    document = report_of(eskilstuna)
    first = next(each for each in document.paragraphs if "gymnasienämnden, kultur" in each.text)
    first.runs[0].text = first.text.replace("gymnasienämnden, ", "")

    assert found(eskilstuna, saved(document), ComparedAs.REPORT) == [
        Found("wrong_recipient", "7", "GN")
    ]


def test_a_paper_about_something_else_is_told_as_one_difference(eskilstuna: AuditCase) -> None:
    document = Document()
    document.add_paragraph("Kallelse till sammanträde den 3 maj 2023.")
    document.add_paragraph("Val av justerare", style="List Number")

    assert found(eskilstuna, saved(document)) == [Found("other_paper", None)]

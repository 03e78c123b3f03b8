"""PDFs of somebody else's read by where their words stand."""

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter

from revtrack.domain.errors import RevTrackError
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table
from revtrack.reading.any_paper import read_paper
from revtrack.reading.paper import paper_of, read_any_paper
from tests.reading.pdfs import HEIGHT, SCAN, TOP, WIDTH, at, lines, locked, pdf, rule

BODY = (
    "Nämnden har under året följt upp att rutinerna används i alla delar av",
    "verksamheten och att avvikelser rapporteras till den som är ansvarig för",
    "uppföljningen.",
)


def paper(*pages: str | bytes, turned: int = 0) -> Paper:
    return paper_of(read_paper(pdf(pages, turned=turned)))


def told(read: Paper) -> list[str]:
    """Return each block as its kind and text, a row as its cells with bars between."""
    said = []
    for block in read.blocks:
        if isinstance(block, Line):
            said.append(f"{block.kind.value}: {block.text}")
        else:
            said += [
                " | ".join(cell.text + "*" * cell.is_merged for cell in row.cells)
                for row in block.rows
            ]
    return said


def refusal(content: bytes) -> str:
    with pytest.raises(RevTrackError) as caught:
        read_any_paper(content)
    return caught.value.message


def test_wrapped_lines_are_paragraphs_under_headings_of_larger_letters() -> None:
    page = lines(["# 1 Sammanfattning", "", *BODY, "", *BODY[:2], "uppföljningen av avtal.",
                  "", "# 2 Bedömning", "", *BODY])  # fmt: skip

    assert told(paper(page)) == [
        "heading: 1 Sammanfattning",
        f"paragraph: {' '.join(BODY)}",
        f"paragraph: {' '.join(BODY[:2])} uppföljningen av avtal.",
        "heading: 2 Bedömning",
        f"paragraph: {' '.join(BODY)}",
    ]


def test_each_block_says_its_page_and_its_lines_counted_over_all_pages() -> None:
    read = paper(lines([*BODY, "", "Slut på sidan."]), lines(["Ny sida.", "", *BODY]))

    assert [
        (each.place.page, each.place.line, each.place.last_line)
        for each in read.blocks
        if isinstance(each, Line)
    ] == [(1, 1, 3), (1, 4, 4), (2, 5, 5), (2, 6, 8)]
    assert read.pages == 2


def test_heads_feet_and_page_numbers_are_no_text_and_a_sentence_goes_on_over_the_page() -> None:
    def page(number: int, *said: str) -> str:
        return (
            at(70, 810, "Revisionsrapport 2024")
            + lines(said)
            + at(70, 30, "Justerandes sign")
            + at(300, 30, "Utdragsbestyrkande")
            + at(500, 30, f"Sida {number} (3)")
        )

    read = paper(
        page(1, *BODY, "", "Det saknas en rutin för hur avvikelser ska anmälas och"),
        page(2, "följas upp av nämnden.", "", "- En punkt i en lista som"),
        page(3, "fortsätter på nästa sida.", "", *BODY),
    )

    assert told(read) == [
        "paragraph: Revisionsrapport 2024",
        f"paragraph: {' '.join(BODY)}",
        "paragraph: Det saknas en rutin för hur avvikelser ska anmälas och följas upp av nämnden.",
        "item: En punkt i en lista som fortsätter på nästa sida.",
        f"paragraph: {' '.join(BODY)}",
    ]
    assert "Revisionsrapport 2024" in read.headers
    assert {line.text for line in read.furniture} == {
        "Revisionsrapport 2024",
        "Justerandes sign",
        "Utdragsbestyrkande",
        "Sida 1 (3)",
        "Sida 2 (3)",
        "Sida 3 (3)",
    }


def test_two_pages_share_their_feet_and_what_heads_both_may_be_two_papers_title() -> None:
    def page(number: int, *said: str) -> str:
        return lines(said) + at(70, 30, "REV 23-019") + at(500, 30, str(number))

    read = paper(page(1, "Svar på granskning", "", *BODY), page(2, "Svar på granskning", *BODY))

    text = f"paragraph: {' '.join(BODY)}"
    assert told(read) == [
        "heading: Svar på granskning",
        text,
        "paragraph: REV 23-019",
        "paragraph: Svar på granskning",
        text,
    ]
    assert "REV 23-019" in read.headers


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = ["Den vänstra spalten har text som bryts", "på flera rader och läses först,"] * 4
    right = ["Den högra spalten kommer därefter och", "har lika många rader som den andra,"] * 4
    page = at(70, TOP + 30, "Granskning av nämndernas uppföljning, hela sidans bredd över båda")
    both = page + "".join(
        lines([one], x=70, top=TOP - 14 * place) + lines([other], x=330, top=TOP - 14 * place)
        for place, (one, other) in enumerate(zip(left, right, strict=True))
    )

    texts = told(paper(both))

    assert texts[0].endswith("hela sidans bredd över båda")
    assert texts[1] == f"paragraph: {' '.join(left)} {' '.join(right)}"


def grid(*, without: tuple[float, ...] = ()) -> str:
    """Return the drawn lines of a table of three rows and two columns."""
    flat = "".join(rule(70, y, 470, y) for y in (700, 670, 630, 600))
    parts = [(630, 700), (600, 630)]
    upright = "".join(rule(x, 600, x, 700) for x in (70, 470))
    return flat + upright + "".join(rule(270, low, 270, high) for low, high in parts
                                    if low not in without)  # fmt: skip


def test_a_drawn_table_is_read_cell_by_cell() -> None:
    words = (
        at(75, 685, "Revisionsfråga", bold=True)
        + at(275, 685, "Bedömning", bold=True)
        + at(75, 655, "Finns en tydlig styrning av")
        + at(75, 641, "arbetet?")
        + at(275, 655, "Delvis")
        + at(75, 612, "Följs målen upp?")
        + at(275, 612, "Nej")
    )

    read = paper(at(70, 760, "Svar på frågorna:") + words + grid() + at(70, 560, "Efter tabellen."))

    assert told(read) == [
        "paragraph: Svar på frågorna:",
        "Revisionsfråga | Bedömning",
        "Finns en tydlig styrning av arbetet? | Delvis",
        "Följs målen upp? | Nej",
        "paragraph: Efter tabellen.",
    ]
    table = next(each for each in read.blocks if isinstance(each, Table))
    assert [(row.place.line, row.place.last_line) for row in table.rows] == [(2, 2), (3, 4), (5, 5)]


def test_a_heading_that_touches_the_rule_below_it_stands_above_the_table() -> None:
    words = at(75, 685, "Revisionsfråga") + at(275, 685, "Bedömning")
    words += at(75, 612, "Följs målen upp?") + at(275, 612, "Nej")

    read = paper(at(70, 699, "Socialnämnden", size=15, bold=True) + words + grid())

    assert told(read)[0] == "heading: Socialnämnden"


def test_a_line_further_out_than_the_bullet_goes_on_with_no_item() -> None:
    read = paper(
        at(70, 760, "Kommunstyrelsen rekommenderas att")
        + at(74, 746, "- komplettera anvisningen med krav på en riskanalys som dokumenteras i alla")
        + at(70, 732, "Socialnämnden rekommenderas att")
        + at(74, 718, "- redovisa utfallet av samtliga kontroller")
    )

    assert told(read)[-2:] == [
        "paragraph: Socialnämnden rekommenderas att",
        "item: redovisa utfallet av samtliga kontroller",
    ]


def test_a_cell_over_two_columns_is_repeated() -> None:
    words = at(75, 685, "A") + at(275, 685, "B") + at(75, 612, "Gemensam text för båda")

    read = paper(words + grid(without=(600,)))

    assert told(read) == ["A | B", "Gemensam text för båda | Gemensam text för båda*"]


def test_a_table_that_goes_on_over_the_page_is_one_and_its_headings_stand_once() -> None:
    head = at(75, 685, "Fråga") + at(275, 685, "Svar") + grid()
    first = (
        head + at(75, 655, "Ett") + at(275, 655, "Ja") + at(75, 612, "Två") + at(275, 612, "Nej")
    )
    second = head + at(75, 655, "Tre") + at(275, 655, "Ja")

    read = paper(first, second)

    assert told(read) == ["Fråga | Svar", "Ett | Ja", "Två | Nej", "Tre | Ja"]
    assert len(read.blocks) == 1


def test_a_table_that_nothing_is_drawn_around_is_told_by_its_columns() -> None:
    rows = [
        ("Nämnd", "Diarienummer", "Svar"),
        ("Kulturnämnden", "KN 2023/11", "Ja"),
        ("Socialnämnden", "SN 2023/40", "Nej"),
        ("Tekniska nämnden", "TN 2023/7", "Ja"),
    ]
    page = "".join(
        at(x, 700 - 20 * place, cell)
        for place, row in enumerate(rows)
        for x, cell in zip((70, 220, 380), row, strict=True)
    )

    assert told(paper(page + lines(BODY, top=560))) == [
        *(" | ".join(row) for row in rows),
        f"paragraph: {' '.join(BODY)}",
    ]


def test_a_raised_number_is_a_footnote_and_not_a_part_of_the_sentence() -> None:
    page = (
        at(70, 700, "Nämnden har antagit en plan")
        + at(208, 704, "1", size=6)
        + at(218, 700, "för arbetet.")
        + at(70, 100, "1", size=6)
        + at(75, 96, "Planen antogs i mars.", size=9)
    )

    assert told(paper(page)) == [
        "paragraph: Nämnden har antagit en plan för arbetet.",
        "footnote: Planen antogs i mars.",
    ]


def test_lines_of_contents_stand_without_their_pages() -> None:
    page = "".join(
        at(70, 700 - 16 * place, text) + at(510, 700 - 16 * place, str(place + 3))
        for place, text in enumerate(["1 Inledning", "2 Metod", "3 Bedömning", "4 Slutsats"])
    )

    read = paper(at(70, 730, "Innehåll", size=15, bold=True) + page)

    assert [line.kind for line in read.blocks if isinstance(line, Line)][1:] == (
        [LineKind.CONTENTS] * 4
    )
    assert told(read)[1] == "contents: 1 Inledning"


def test_a_page_that_lies_on_its_side_reads_as_it_is_seen() -> None:
    page = f"q 0 1 -1 0 {WIDTH} 0 cm {lines(BODY, x=50, top=500)} Q"

    assert told(paper(page, turned=90)) == [f"paragraph: {' '.join(BODY)}"]


def test_a_scanned_pdf_an_empty_one_and_a_locked_one_are_refused_with_a_sentence_each() -> None:
    assert refusal(pdf([SCAN, SCAN])).startswith("The PDF is scanned, no text")
    assert refusal(pdf([""])) == "There is no text in the file."
    assert "protected by a password" in refusal(locked(pdf([lines(BODY)]), "hemligt"))


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert told(read_any_paper(locked(pdf([lines(BODY)]), ""))) == [f"paragraph: {' '.join(BODY)}"]


def test_the_pages_read_are_told_while_a_pdf_is_read() -> None:
    told: list[tuple[int, int]] = []

    read_any_paper(pdf([lines(BODY)] * 45), lambda done, of: told.append((done, of)))

    assert told == [(1, 45), (21, 45), (41, 45), (45, 45)]


def test_pages_without_text_among_others_are_told() -> None:
    warning = paper(lines(BODY), SCAN, SCAN, lines(BODY), SCAN).warnings[0]

    assert (warning.code, warning.facts) == ("pages_without_text", {"pages": "2–3, 5"})


@pytest.mark.parametrize("kept", [9, 60, 400])
def test_a_pdf_that_is_cut_off_is_refused(kept: int) -> None:
    assert refusal(pdf([lines(BODY)])[:kept]).startswith(
        ("The file cannot be read", "There is no text")
    )


def test_a_page_tree_without_end_is_refused() -> None:
    endless = pdf([lines(BODY)]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")

    assert refusal(endless).startswith(("The file cannot be read", "There is no text"))


def test_many_pages_are_read_in_time_that_grows_with_them() -> None:
    writer = PdfWriter()
    page = PdfReader(io.BytesIO(pdf([lines([*BODY, ""] * 12)]))).pages[0]
    for _each in range(60):
        writer.add_page(page)
    made = io.BytesIO()
    writer.write(made)
    started = time.process_time()

    read = paper_of(read_paper(made.getvalue()))

    assert read.pages == 60
    assert time.process_time() - started < 5
    assert HEIGHT > TOP


def test_a_title_broken_after_a_small_word_is_one_heading() -> None:
    title = at(70, TOP, "Granskning av barnperspektivet i", size=16, bold=True)
    title += at(70, TOP - 20, "beslutsunderlag", size=16, bold=True)
    assert told(paper(title + lines(BODY, top=TOP - 60)))[0] == (
        "heading: Granskning av barnperspektivet i beslutsunderlag"
    )


def test_a_heading_close_above_a_drawn_table_is_no_part_of_it() -> None:
    words = at(75, 685, "Nr") + at(275, 685, "Svar") + at(75, 655, "1") + at(275, 655, "Ja")
    read = paper(
        at(70, 699, "Kommunstyrelsen (beslut 2024-01-24, § 19, KS 2023/4)") + words + grid()
    )
    assert [each.split(": ", 1)[-1] for each in told(read)] == [
        "Kommunstyrelsen (beslut 2024-01-24, § 19, KS 2023/4)",
        "Nr | Svar",
        "1 | Ja",
    ]

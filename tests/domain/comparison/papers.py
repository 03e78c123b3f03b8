"""Letters, tables and reports of our own making, and edits of them as people do in Word."""

import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.letters.cover_letter import cover_letter, heading
from revtrack.documents.tables.recommendation_table import recommendation_table
from revtrack.domain.case import AuditCase
from revtrack.domain.comparison import ComparedAs, Comparison, compare
from revtrack.domain.records import Committee
from revtrack.reading.paper import paper_of
from revtrack.reading.word_text import read_word

TODAY = date(2023, 4, 3)
STAMP = "412-3f0c9a7e5b1d2c48"
TEMPLATES = Path(__file__).parents[3] / "templates"

Edit = Callable[[WordDocument], None]


class Found(NamedTuple):
    """A deviation, as short as a test can say it."""

    code: str
    number: str | None
    committee: str | None = None


def template(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


def letter(case: AuditCase, committee: Committee | None = None) -> bytes:
    return cover_letter(case, template("missiv.docx"), today=TODAY, committee=committee)


def table(case: AuditCase, committee: Committee | None = None) -> bytes:
    made = template("rekommendationstabell.docx")
    return recommendation_table(case, made, today=TODAY, stamp=STAMP, committee=committee)


def report(*cases: AuditCase, follow_up: AuditCase | None = None) -> bytes:
    made = template("uppfoljningsrapport.docx")
    return follow_up_report(cases, made, today=TODAY, stamp=STAMP, follow_up=follow_up)


def compared(
    case: AuditCase,
    content: bytes,
    compared_as: ComparedAs | None = None,
    earlier: Sequence[AuditCase] = (),
) -> Comparison:
    paper, titles = paper_of(read_word(content)), (heading(case, earlier),)
    return compare(case, paper, compared_as, earlier=earlier, titles=titles)


def found(case: AuditCase, content: bytes, compared_as: ComparedAs | None = None) -> list[Found]:
    return [
        Found(each.code, each.number, each.committee.abbreviation if each.committee else None)
        for each in compared(case, content, compared_as).deviations
    ]


def edited(content: bytes, *edits: Edit) -> bytes:
    opened = Document(io.BytesIO(content))
    for edit in edits:
        edit(opened)
    return saved(opened)


def saved(document: WordDocument) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def paragraph(document: WordDocument, start: str) -> Paragraph:
    """Return the one paragraph that begins so."""
    [only] = [each for each in document.paragraphs if each.text.startswith(start)]
    return only


def say(each: Paragraph, text: str) -> None:
    """Give a paragraph another text, in the looks of its first run."""
    for run in each.runs[1:]:
        run.text = ""
    each.runs[0].text = text


def remove(start: str) -> Edit:
    def edit(document: WordDocument) -> None:
        element = paragraph(document, start)._element  # noqa: SLF001 - no public way to remove
        above = element.getparent()
        assert above is not None
        above.remove(element)

    return edit


def replace(start: str, old: str, new: str) -> Edit:
    def edit(document: WordDocument) -> None:
        each = paragraph(document, start)
        text = each.text.replace("\u00a0", " ")
        assert old in text
        say(each, text.replace(old, new))

    return edit


def insert(before: str, text: str) -> Edit:
    def edit(document: WordDocument) -> None:
        each = paragraph(document, before)
        each.insert_paragraph_before(text, style=each.style)

    return edit


def move(start: str, after: str) -> Edit:
    def edit(document: WordDocument) -> None:
        moved = paragraph(document, start)._element  # noqa: SLF001 - no public way to move
        paragraph(document, after)._element.addnext(moved)  # noqa: SLF001

    return edit


def each_item(change: Callable[[str, str], str]) -> Edit:
    """Give every recommendation of the letter the text that its number and wording make."""

    def edit(document: WordDocument) -> None:
        for each in document.paragraphs:
            match = re.match(r"(R\d+)\. (.*)", each.text)
            if match:
                say(each, change(match[1], match[2]))

    return edit

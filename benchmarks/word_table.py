"""A table of six columns in Word, against its floor: the same XML written by hand, and zipped."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from random import Random
from xml.sax.saxutils import escape

from benchmarks import words
from benchmarks.measure import ROUNDS, Figure, medians
from revtrack.documents import fields
from revtrack.documents.office import package, word
from revtrack.documents.office.blocks import Column, Table
from revtrack.services.papers.places import read_template

ROWS = 10_000
TITLES = ("Nr", "Rekommendation", "Mottagare", "Revisionsfråga", "Avsnitt", "Svar senast")


def rows(count: int) -> list[tuple[str, ...]]:
    """Return so many rows as a long recommendation table has them."""
    chance = Random(1)  # noqa: S311 - the same rows each time, nothing secret
    return [
        (f"R{number}", words.recommendation(chance), "Socialnämnden", "2", "3.2.4", "2023-03-20")
        for number in range(1, count + 1)
    ]


def ours(template: bytes, of: Sequence[Sequence[str]]) -> bytes:
    """Return the rows as the program writes them: in the template's styles, and checked."""
    columns = tuple(Column(title, 25) for title in TITLES)
    table = Table("Rekommendationer", "En rad per rekommendation.", columns, of)
    context = {
        field.name: (table,) if field.name == "tabell" else () if field.is_block else "Text"
        for field in fields.FIELDS[fields.RECOMMENDATION_TABLE]
    }
    about = word.Properties(fields.RECOMMENDATION_TABLE, "Rekommendationer", "Revisorerna", DAY)
    return word.render(template, context, about)


DAY = date(2026, 2, 16)


def floor(template: bytes, of: Sequence[Sequence[str]]) -> bytes:
    """Return the rows with the same looks in the same file, as one string, zipped: nothing less."""
    parts = package.read_parts(template)
    before = (
        '<w:tc><w:tcPr><w:tcW w:w="1417" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        '<w:pStyle w:val="Tabelltext"/></w:pPr><w:r><w:t>'
    )
    cells = (
        "".join(f"{before}{escape(text)}</w:t></w:r></w:p></w:tc>" for text in row) for row in of
    )
    xml = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" for row in cells)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"</w:body>", f"<w:tbl>{xml}</w:tbl></w:body>".encode()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def figures(count: int = ROWS, rounds: int = ROUNDS) -> tuple[Figure, ...]:
    """Measure a table of so many rows, and how it grows from a hundredth of them."""
    template = read_template(fields.RECOMMENDATION_TABLE, None)
    many, few = rows(count), rows(count // 100)
    taken = medians(
        {
            "floor": lambda: floor(template, many),
            "ours": lambda: ours(template, many),
            "bare": lambda: ours(template, rows(0)),
            "few": lambda: ours(template, few),
        },
        rounds,
    )
    of_many, of_few = (max(taken[each] - taken["bare"], 1e-4) for each in ("ours", "few"))
    growth = of_many / (100 * of_few)
    return (
        Figure(
            f"Word, {count} rows × 6, beside the same XML as one string, zipped",
            taken["ours"] / taken["floor"],
            3,
        ),
        Figure(f"Word, a row of {count} beside a row of {count // 100}", growth, 1.5),
    )

"""A workbook of 20,000 rows and 15 columns read with its checks, against openpyxl read-only."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import xlsxwriter
from openpyxl import load_workbook

from benchmarks import words
from benchmarks.measure import ROUNDS, Figure, medians
from revtrack.domain.exchange.sheets.cells import CODES
from revtrack.domain.exchange.sheets.columns import Field
from revtrack.domain.exchange.sheets.incoming import read_cells
from revtrack.reading.guard import read_guarded
from revtrack.wording.labels import swedish_label

ROWS = 20_000
FIRST = date(2016, 1, 1)
HEADINGS = (
    *("Granskning", "År", "Nämnd", "Rek nr", "Rekommendation", "Svar senast", "Dnr"),
    *("Svar inkom", "§", "Svar", "Status", "Åtgärd", "Ansvarig", "Klart senast", "Anteckning"),
)


def rows(count: int) -> Iterator[tuple[object, ...]]:
    """Yield so many rows as an office keeps them."""
    chance = Random(1)  # noqa: S311 - the same rows each time, nothing secret
    texts = [words.recommendation(chance) for _ in range(100)]
    for number in range(count):
        day = FIRST + timedelta(days=number % 3650)
        yield (
            *(f"Granskning {number // 20}", day.year, "kommunstyrelsen", number % 20 + 1),
            *(texts[number % 100], day, f"KS/{day.year}:{number % 900}", day, number % 200),
            *(texts[number % 97], "Pågår", texts[number % 89], "förvaltningschefen"),
            *(f"Q{number % 4 + 1} {day.year}", "ring i höst"),
        )


def sheet(count: int) -> bytes:
    """Return a workbook with so many rows, its texts shared as Excel itself keeps them."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd"}) as book:
        target = book.add_worksheet("Bevakning")
        for number, row in enumerate((HEADINGS, *rows(count))):
            target.write_row(number, 0, row)
    return buffer.getvalue()


def ours(content: bytes) -> int:
    """Return how many rows the program reads behind its guard, every cell of them checked."""
    found = read_guarded("case_workbook", content)
    labels = {code: {swedish_label(each): each for each in code} for code in CODES.values()}
    read = read_cells(found, labels)
    if read.drafts.faults or Field.ACTION_DUE not in read.rows[0].said:
        raise ValueError(read.drafts.faults)
    return len(read.rows)


def theirs(content: bytes) -> int:
    """Return how many rows openpyxl reads of the same workbook."""
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return sum(1 for _row in book.worksheets[0].iter_rows(values_only=True))


def figures(count: int = ROWS, rounds: int = ROUNDS) -> tuple[Figure, ...]:
    """Measure the reading of so many rows."""
    content = sheet(count)
    taken = medians({"ours": lambda: ours(content), "theirs": lambda: theirs(content)}, rounds)
    return (
        Figure(
            f"Reading a workbook, {count} rows × {len(HEADINGS)}, beside openpyxl read-only",
            taken["ours"] / taken["theirs"],
            1.2,
        ),
    )

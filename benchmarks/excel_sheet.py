"""A sheet of 100,000 rows and 15 columns, styled, against xlsxwriter with constant memory."""

import argparse
import io
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import xlsxwriter

from benchmarks import words
from benchmarks.measure import ROUNDS, Figure, medians, peak_memory
from revtrack.documents.office.excel import Column, Properties, Sheet, Value, workbook

ROWS = 100_000
TEXTS, DAYS, NUMBERS = 10, 3, 2
TITLES = tuple(f"Kolumn {number}" for number in range(1, TEXTS + DAYS + NUMBERS + 1))
FIRST = date(2016, 1, 1)


def rows(count: int) -> Iterator[tuple[Value, ...]]:
    """Yield so many rows of texts, days and numbers."""
    chance = Random(1)  # noqa: S311 - the same rows each time, nothing secret
    texts = [words.recommendation(chance) for _ in range(100)]
    for number in range(count):
        yield (
            *(texts[(number + place) % 100] for place in range(TEXTS)),
            *(FIRST + timedelta(days=(number + place) % 3650) for place in range(DAYS)),
            *(number + place for place in range(NUMBERS)),
        )


def ours(count: int) -> bytes:
    """Return the workbook as the program writes it."""
    columns = tuple(Column(title, 20) for title in TITLES)
    about = Properties("Mätning", "Revisorerna", FIRST, "Mätning")
    return workbook([Sheet("Rader", columns, rows(count))], about)


def theirs(count: int) -> bytes:
    """Return the same cells with the same looks from xlsxwriter."""
    buffer = io.BytesIO()
    options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Rader")
        looks = {"text_wrap": True, "border": 1, "valign": "top", "font_name": "Arial"}
        text = book.add_format({**looks, "num_format": "@"})
        day = book.add_format({**looks, "num_format": "yyyy-mm-dd"})
        for place, title in enumerate(TITLES):
            sheet.write_string(0, place, title, text)
        for number, row in enumerate(rows(count), start=1):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, place, value, text)
                elif isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                else:
                    sheet.write(number, place, value, text)
    return buffer.getvalue()


def figures(count: int = ROWS, rounds: int = ROUNDS) -> tuple[Figure, ...]:
    """Measure a sheet of so many rows, and how the memory grows to it from a tenth of them."""
    taken = medians({"ours": lambda: ours(count), "theirs": lambda: theirs(count)}, rounds)
    memory = [peak_memory("benchmarks.excel_sheet", [str(each)]) for each in (count // 10, count)]
    return (
        Figure(
            f"Excel, {count} rows × 15, beside xlsxwriter with constant memory",
            taken["ours"] / taken["theirs"],
            1.5,
        ),
        Figure(f"Excel, memory for {count} rows beside {count // 10}", memory[1] / memory[0], 1.5),
    )


def main() -> None:
    """Write one workbook of so many rows, for its memory to be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    ours(parser.parse_args().rows)


if __name__ == "__main__":
    main()

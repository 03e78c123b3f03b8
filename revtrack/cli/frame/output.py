"""What commands print: plain tables, JSON, CSV, notes; in UTF-8 wherever it goes."""

import io
import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TextIO

from revtrack.domain.texts.csv_table import csv_table

GAP = "  "
NARROWEST = 24
DEFAULT_WIDTH = 80

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def prepare_streams() -> None:
    """Let every letter be printed: UTF-8 into files and pipes, a mark where a screen lacks one.

    A stream that is closed from the start takes what is printed and keeps nothing.
    """
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_free = not stream.isatty() and not os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding="utf-8" if is_free else None, errors="replace")


def _nowhere() -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def plain(text: str) -> str:
    """Return the text without signs that would steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", text)


def say(text: str = "") -> None:
    """Print a line of the answer."""
    sys.stdout.write(plain(text) + "\n")


def note(text: str) -> None:
    """Print a remark or a refusal beside the answer, on standard error."""
    with suppress(OSError):  # a full disk or a reader that is gone is told of once, elsewhere
        sys.stdout.flush()
    sys.stderr.write(plain(text) + "\n")
    sys.stderr.flush()


def width() -> int:
    """Return how many characters a line of this terminal holds; 80 where there is none."""
    return max(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns - 1, 40)


def say_wrapped(text: str, *, indent: int = 0, hanging: int = 0) -> None:
    """Print a text broken between words at the line's end; ``hanging`` indents the lines after."""
    for paragraph in text.split("\n"):
        lines = textwrap.wrap(
            plain(paragraph),
            width(),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines:
            say(line)


def say_heading(text: str) -> None:
    """Print a heading after an empty line, underlined."""
    say()
    say(text)
    say("-" * len(text))


def say_json(value: Any) -> None:  # noqa: ANN401 - any JSON document
    """Print one JSON document; in ASCII where the stream knows no Swedish letters.

    A list has each of its entries on a line of its own, which is quick however long it is.
    """
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    if isinstance(value, list) and value:
        lines = (json.dumps(each, ensure_ascii=not is_utf8) for each in value)
        text = "[\n" + ",\n".join(lines) + "\n]"
    else:
        text = json.dumps(value, ensure_ascii=not is_utf8, indent=2)
    sys.stdout.write(text + "\n")


def say_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows for a spreadsheet: every cell quoted, none of them a formula, UTF-8 with BOM."""
    write_bytes(sys.stdout, csv_table(headings, rows))


def write_bytes(stream: TextIO, data: bytes) -> None:
    """Write bytes as they are to a text stream's file."""
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def say_table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, wide: int) -> None:
    """Print aligned columns; the column ``wide`` is broken into lines where the row is too long."""
    say_grouped_table(headings, [("", rows)], wide=wide)


def say_grouped_table(
    headings: Sequence[str], groups: Sequence[tuple[str, Sequence[Sequence[str]]]], *, wide: int
) -> None:
    """Print the same with a line above each group, where it has one; all columns are aligned."""
    shown = [(title, [_on_one_line(row) for row in rows]) for title, rows in groups]
    first = _on_one_line(headings)
    if _lines_wanted.is_plain:
        _say_rows(first, shown)
        return
    cells = [first, *(row for _title, rows in shown for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    others = sum(widths) - widths[wide] + len(GAP) * (len(widths) - 1)
    widths[wide] = min(widths[wide], max(width() - others, NARROWEST))
    for title, rows in (("", [first]), *shown):
        if title:
            say(title)
        for row in rows:
            for line in _lines(row, widths, wide):
                say(line)


@dataclass
class _Wanted:
    """How tables are written: aligned, or each row as a line of its own."""

    is_plain: bool = False


_lines_wanted = _Wanted()


def use_plain_lines(*, wanted: bool) -> None:
    """Write the rows of tables as lines from now on, each cell after its heading, or aligned."""
    _lines_wanted.is_plain = wanted


def _say_rows(
    headings: Sequence[str], groups: Iterable[tuple[str, Sequence[Sequence[str]]]]
) -> None:
    for title, rows in groups:
        if title:
            say(title)
        for row in rows:
            cells = zip(headings, row, strict=True)
            told = (f"{heading}: {cell}" if heading else cell for heading, cell in cells if cell)
            say("; ".join(told))


def _on_one_line(row: Sequence[str]) -> list[str]:
    return [plain(cell).replace("\n", " ") for cell in row]


def _lines(row: Sequence[str], widths: Sequence[int], wide: int) -> Iterable[str]:
    parts = textwrap.wrap(row[wide], widths[wide], break_on_hyphens=False) or [""]
    for number, part in enumerate(parts):
        line = [cell if number == 0 else "" for cell in row]
        line[wide] = part
        yield GAP.join(cell.ljust(space) for cell, space in zip(line, widths, strict=True)).rstrip()

"""``python -m benchmarks``: measures everything and writes the table in ``README.md`` anew.

``--audits 80`` measures on a smaller register, ``--firm PATH`` on one that is made already.
"""

import argparse
import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks import (
    bundle,
    case_documents,
    commands,
    excel_sheet,
    searching,
    word_table,
    workbook_reading,
)
from benchmarks.firm import AUDITS
from benchmarks.measure import Figure

README = Path(__file__).with_name("README.md")
START, END = "<!-- the last run -->\n", "<!-- end of the last run -->"


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table, with whether each goal is reached."""
    lines = [
        f"| {each.what} | {each.value:.2f} {each.unit} | ≤ {each.goal:g} {each.unit} "
        f"| {'yes' if each.is_reached else 'no'} |"
        for each in figures
    ]
    return "\n".join(["| What | Measured | Goal | Reached |", "|---|---|---|---|", *lines])


def machine() -> str:
    """Return what the figures were measured on."""
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def main() -> None:
    """Measure what the command line asks for, tell it and write it down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audits", type=int, default=AUDITS)
    parser.add_argument("--firm", type=Path)
    said = parser.parse_args()
    found = [
        *word_table.figures(),
        *excel_sheet.figures(),
        *workbook_reading.figures(),
        *case_documents.figures(),
        *bundle.figures(),
        *commands.figures(said.audits, firm=said.firm),
        *searching.figures(said.audits, firm=said.firm),
    ]
    text = f"Measured {date.today().isoformat()} on {machine()}.\n\n{table(found)}\n"  # noqa: DTZ011 - the day of the run
    print(text)  # noqa: T201 - the answer
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    README.write_text(f"{before}{START}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()

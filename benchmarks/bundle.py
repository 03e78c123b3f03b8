"""A bundle of many papers, read from its bytes to a proposal, beside the reading of its text alone.

``python -m benchmarks.bundle`` puts the known PDFs of the corpus together into one file of 500
pages, one after another and from the first again when all are in, and prints the figures.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PageObject, PdfReader, PdfWriter

from benchmarks.measure import Figure, medians
from revtrack.reading.paper import read_any_paper
from revtrack.services.reading_in.read_file import read_file
from tests.corpus.scoring import papers

PAGES = 500
GOAL = 10.0
"""Seconds for 500 pages."""
BESIDE_TEXT = 4.0
"""The goal beside the reading of the text alone, which takes a fourth of it."""


def figures(pages: int = PAGES) -> tuple[Figure, ...]:
    """Measure how long a bundle of so many pages takes, a page, and beside its text alone.

    It is read once, for the rules remember sentences and would be quicker a second time.
    """
    content = bundle(pages)
    with TemporaryDirectory() as folder:
        file = Path(folder, "bundle.pdf")
        file.write_bytes(content)
        taken = medians(
            {
                "text": lambda: read_any_paper(content),
                "whole": lambda: read_file(file, None),
            },
            rounds=1,
        )
    whole, text = taken["whole"], taken["text"]
    return (
        Figure(
            f"A bundle of {pages} pages read, each page",
            1000 * whole / pages,
            1000 * GOAL / PAGES,
            "ms",
        ),
        Figure(f"A bundle of {pages} pages read, beside its text alone", whole / text, BESIDE_TEXT),
    )


def bundle(pages: int) -> bytes:
    """Return a PDF of the known papers, one after another, of so many pages."""
    writer = PdfWriter()
    for each, _ in zip(_pages(), range(pages), strict=False):
        writer.add_page(each)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _pages() -> Iterator[PageObject]:
    """Give the pages of the known papers without end; those locked by a password left out."""
    files = [file for _, file, _ in papers("known") if file.suffix == ".pdf"]
    for file in cycle(files):
        reader = PdfReader(file)
        yield from () if reader.is_encrypted else reader.pages


if __name__ == "__main__":
    for figure in figures():
        sys.stdout.write(f"{figure.what}: {figure.value:.2f} {figure.unit} (≤ {figure.goal:g})\n")

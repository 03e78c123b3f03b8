"""Whatever paper somebody sent, Word, PDF or text, as clean blocks; runs in the guard's process."""

from collections.abc import Iterator, Sequence
from typing import Any

from revtrack.domain.errors import RevTrackError
from revtrack.reading.cleaning.damage import mended
from revtrack.reading.cleaning.furniture import Sifted, sifted
from revtrack.reading.cleaning.lines import Block, SourceLine
from revtrack.reading.cleaning.paragraphs import blocks_of
from revtrack.reading.cleaning.text_lines import lines_of
from revtrack.reading.cleaning.vocabulary import words_of
from revtrack.reading.cleaning.word_blocks import WordBlocks
from revtrack.reading.kinds import is_pdf, is_zip
from revtrack.reading.pdf_text import PdfLines, pdf_lines
from revtrack.reading.plain_text import NO_TEXT, Decoded, decoded
from revtrack.reading.remarks import Remark, of_damage, of_empty_pages, of_encoding
from revtrack.reading.word_text import read_word


def read_paper(content: bytes) -> dict[str, Any]:
    """Return ``{"blocks", "headers", "furniture", "has_changes", "warnings", "pages"}``.

    A block is ``{"kind", "text", "level", "marker", "line", "last_line", "page"}``, or of kind
    table with ``rows``: ``[{"cells": [{"text", "is_merged"}], "line", "last_line", "page"}]``.
    ``furniture`` lists what the pages hold and the text does not, ``{"text", "line", "page"}``. A
    warning is ``{"code", "message", "line", "facts"}``. Raises RevTrackError where there is no
    text to be read.
    """
    if is_zip(content):
        return _word(read_word(content))
    if is_pdf(content):
        return _pdf(pdf_lines(content))
    return _text(decoded(content))


def _word(read: dict[str, Any]) -> dict[str, Any]:
    document = WordBlocks(read, words_of(_texts(read["blocks"])))
    blocks = document.blocks()
    if not blocks:
        raise RevTrackError(NO_TEXT)
    said = answer(blocks, Sifted((), tuple(document.furniture)), [], None)
    repeated = list(dict.fromkeys(read["repeated"]))
    return said | {"headers": repeated, "has_changes": read["has_changes"]}


def _texts(blocks: Sequence[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        for row in block.get("rows", ()):
            yield from (cell["text"] for cell in row if not cell["is_merged"])
        yield block.get("text", "")


def _pdf(read: PdfLines) -> dict[str, Any]:
    parted = sifted(read.lines)
    blocks = blocks_of(parted.lines, words_of(line.text for line in read.lines))
    return answer(blocks, parted, list(of_empty_pages(read.empty)), read.pages)


def _text(said: Decoded) -> dict[str, Any]:
    lines = lines_of(said.text)
    parted = sifted(lines)
    blocks = blocks_of(parted.lines, words_of(line.text for line in lines))
    return answer(blocks, parted, list(of_encoding(said)), lines[-1].page)


def answer(
    blocks: Sequence[Block], parted: Sifted, remarks: list[Remark], pages: int | None
) -> dict[str, Any]:
    """Return what the reading of a paper gives, as plain values; damaged letters are mended."""
    blocks, said = mended(blocks)
    return {
        "blocks": [each.as_json() for each in blocks],
        "headers": list(dict.fromkeys(line.text for line in parted.furniture)),
        "furniture": [_furniture(line) for line in parted.furniture],
        "has_changes": False,
        "warnings": [*remarks, *of_damage(said)],
        "pages": pages,
    }


def _furniture(line: SourceLine) -> dict[str, Any]:
    return {"text": line.text, "line": line.number, "page": line.page}

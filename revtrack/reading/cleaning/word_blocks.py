"""A Word document's blocks cleaned as those of a text are: it may be a text pasted, or a scan."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.breaks import over_breaks
from revtrack.reading.cleaning.contents import Contents
from revtrack.reading.cleaning.furniture import is_furniture, repeated_days
from revtrack.reading.cleaning.headings import (
    could_be_heading,
    is_usual_heading,
    with_numbered_headings,
)
from revtrack.reading.cleaning.hyphens import Joined
from revtrack.reading.cleaning.lines import (
    CONTENTS,
    FOOTNOTE,
    HEADING,
    ITEM,
    PARAGRAPH,
    TABLE,
    Block,
    Row,
    SourceLine,
)

Said = dict[str, Any]
_MARK_ALONE = re.compile(r"[-–—―⎯_]{1,3}")


class WordBlocks:
    """Goes through the blocks of a document once and counts its paragraphs and rows as lines."""

    def __init__(self, read: Said, words: Collection[str]) -> None:
        """Take what the reader of Word documents gives, and the words of the document."""
        self._read = read
        self._words = words
        self._line = 0
        self._notes = 0
        self._contents = Contents()
        self._days: set[str] = set()
        """Those of the repeated days that have stood once."""
        self.furniture: list[SourceLine] = []

    def blocks(self) -> list[Block]:
        """Return the cleaned blocks; what belongs to pages is in ``furniture`` then."""
        return with_numbered_headings(over_breaks(list(self._blocks()), self._words))

    def _blocks(self) -> Iterator[Block]:
        follows_break = False
        days = repeated_days(each["text"] for each in self._read["blocks"] if "text" in each)
        for said in self._read["blocks"]:
            for block in self._of(said, follows_break=follows_break):
                text = _text(block)
                is_day_again = text in days and text in self._days
                self._days.add(text if text in days else "")
                if is_furniture(text) or _MARK_ALONE.fullmatch(text) or is_day_again:
                    self.furniture.append(SourceLine(text, block.line))
                    follows_break = True
                else:
                    yield block
                    follows_break = False
            yield from self._hanging(said)

    def _of(self, said: Said, *, follows_break: bool) -> Iterator[Block]:
        if said["kind"] == TABLE:
            yield self._table(said, follows_break=follows_break)
            return
        self._line += 1
        for text in self._lines(said["text"]):
            yield self._shaped(said, text, follows_break=follows_break)

    def _shaped(self, said: Said, text: str, *, follows_break: bool) -> Block:
        kind = said["kind"]
        block = Block(
            kind,
            signs.without_note_marks(text),
            self._line,
            self._line,
            level=said["level"],
            marker=said["marker"],
            follows_break=follows_break,
        )
        if kind == HEADING:
            self._contents.lead(text)
            return block
        lead = self._contents.lead(text, is_marked=kind == CONTENTS)
        if lead is not None:
            return replace(block, kind=CONTENTS, text=lead)
        if kind != PARAGRAPH:
            return block
        return _as_paragraph(block, text, is_bold=bool(said.get("is_bold")))

    def _lines(self, text: str) -> list[str]:
        """Return the lines that a paragraph breaks itself into; a sentence is kept whole."""
        lines: list[Joined] = []
        for said in text.split("\n"):
            line = signs.without_stars(signs.plain(said))
            goes_on = lines and not signs.ends_sentence(lines[-1].end) and signs.starts_small(line)
            if goes_on and signs.item(line) is None:
                lines[-1].add(line, self._words)
            elif line:
                lines.append(Joined(line))
        return [each.text for each in lines] or [""]

    def _table(self, said: Said, *, follows_break: bool) -> Block:
        rows = []
        for cells in said["rows"]:
            self._line += 1
            texts = tuple(signs.without_note_marks(cell["text"]) for cell in cells)
            merged = tuple(cell["is_merged"] for cell in cells)
            rows.append(Row(texts, self._line, self._line, None, merged))
        first = rows[0].line
        return Block(TABLE, "", first, self._line, rows=tuple(rows), follows_break=follows_break)

    def _hanging(self, said: Said) -> Iterator[Block]:
        """Give the footnotes of a paragraph or table right after it, numbered as Word does."""
        for name in said.get("notes", ()):
            text = signs.plain(self._read["notes"].get(name, "").replace("\n", " "))
            self._notes += 1
            if text:
                yield Block(FOOTNOTE, text, self._line, self._line, marker=str(self._notes))


def _as_paragraph(block: Block, text: str, *, is_bold: bool) -> Block:
    """Return a paragraph as what its text shows it to be: a footnote, a heading or an item."""
    if note := signs.footnote(text):
        return replace(block, kind=FOOTNOTE, text=note.text, marker=note.marker)
    could_be = is_bold and could_be_heading(block.text.removesuffix("?"))
    if is_usual_heading(block.text) or (could_be and signs.section(block.text)):
        return replace(block, kind=HEADING)
    if found := signs.item(block.text):
        return replace(block, kind=ITEM, text=found.text, marker=found.marker, level=0)
    return replace(block, kind=HEADING) if could_be else block


def _text(block: Block) -> str:
    if block.kind != TABLE:
        return block.text
    cells = (
        cell
        for row in block.rows
        for cell, is_merged in zip(row.cells, row.merged, strict=True)
        if not is_merged
    )
    return " | ".join(cell.replace("\n", " ") for cell in cells)

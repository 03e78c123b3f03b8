"""A Word document's blocks cleaned as those of a text are: it may be a text pasted, or a scan."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.furniture import is_furniture
from revtrack.reading.cleaning.headings import could_be_heading, is_usual_heading
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
from revtrack.reading.cleaning.paragraphs import over_breaks

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
        self._is_among_contents = False
        self.furniture: list[SourceLine] = []

    def blocks(self) -> list[Block]:
        """Return the cleaned blocks; what belongs to pages is in ``furniture`` then."""
        return over_breaks(list(self._blocks()), self._words)

    def _blocks(self) -> Iterator[Block]:
        follows_break = False
        for said in self._read["blocks"]:
            for block in self._of(said, follows_break=follows_break):
                text = _text(block)
                if is_furniture(text) or _MARK_ALONE.fullmatch(text):
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
        kind, level, marker = said["kind"], said["level"], said["marker"]
        if signs.is_contents_title(text):
            self._is_among_contents = True
        elif kind in {CONTENTS, PARAGRAPH, ITEM}:
            among = kind == CONTENTS or self._is_among_contents
            lead = signs.contents(text, is_among_contents=among)
            if lead is not None:
                kind, text = CONTENTS, lead
            elif kind != CONTENTS:
                self._is_among_contents = False
        if kind == PARAGRAPH and (found := signs.item(text)):
            kind, level, marker, text = ITEM, 0, found.marker, found.text
        could_be = could_be_heading(text.removesuffix("?"))
        if kind == PARAGRAPH and ((said.get("is_bold") and could_be) or is_usual_heading(text)):
            kind = HEADING
        place = self._line, self._line
        return Block(kind, text, *place, None, level, marker, follows_break=follows_break)

    def _lines(self, text: str) -> list[str]:
        """Return the lines that a paragraph breaks itself into; a sentence is kept whole."""
        lines: list[Joined] = []
        for said in text.split("\n"):
            line = signs.without_note_marks(signs.plain(said))
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

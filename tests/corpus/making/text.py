"""A paper as a text file: lines of a width, page heads and feet, a coding of letters."""

import random

from tests.corpus.making.damage import fill, misread
from tests.corpus.making.source import NOTE, Block, Source

CODINGS = {"utf-8", "utf-8-sig", "cp1252", "utf-16"}


class Sheet:
    """The lines of a text file as they come to stand."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.looks = source.looks
        self.width: int = self.looks.get("width", 0)
        self.hyphenate: bool = self.looks.get("hyphenate", False)
        self.lines: list[str] = []
        self.places: dict[str, int] = {}
        self.notes: list[str] = []
        self.note_number = 0
        self.page = 1
        self.on_page = 0
        self.number = 0
        self.chance = random.Random(source.name)  # noqa: S311 - the same damage each time

    def put(self, line: str) -> None:
        """Write a line, on a new page when this one is full."""
        full = self.looks.get("page_lines")
        if full and self.on_page >= full:
            self.turn()
        if self.on_page == 0:
            for head in self.looks.get("head", ()):
                self.lines.append(self.filled(head))
        self.lines.append(line)
        self.on_page += 1

    def filled(self, words: str) -> str:
        """Return a page head or foot with its page."""
        return words.replace("{page}", str(self.page)).replace(
            "{pages}", str(self.looks.get("pages", 9))
        )

    def turn(self) -> None:
        """End the page."""
        self.lines += self.notes
        self.notes = []
        self.lines += [self.filled(foot) for foot in self.looks.get("foot", ())]
        if self.looks.get("form_feed"):
            self.lines[-1] += "\f"
        self.page += 1
        self.on_page = 0

    def noted(self, text: str) -> str:
        """Return a text with its footnotes moved to the foot of the page."""
        while match := NOTE.search(text):
            self.note_number += 1
            self.notes.append(f"{self.note_number} {match.group(1)}")
            text = text[: match.start()] + str(self.note_number) + text[match.end() :]
        return text

    def paragraph(self, text: str, first: str = "", rest: str = "") -> None:
        """Write a paragraph in lines of the file's width."""
        text = self.noted(text)
        if rate := self.looks.get("ocr"):
            text = misread(text, rate, self.chance)
        room = (self.width or 10**6) - len(first)
        for at, line in enumerate(fill(text, room, hyphenate=self.hyphenate)):
            self.put((rest if at else first) + line)

    def row(self, cells: tuple[str, ...]) -> None:
        """Write a row of a table: cells apart by tabs, or each filling its own column."""
        widths = self.looks.get("column_widths")
        if not widths:
            self.put("\t".join(cells))
            return
        columns = [
            fill(cell, width - 2, hyphenate=False)
            for cell, width in zip(cells, widths, strict=True)
        ]
        for at in range(max(map(len, columns))):
            words = (column[at] if at < len(column) else "" for column in columns)
            line = "".join(word.ljust(width) for word, width in zip(words, widths, strict=True))
            self.put(line.rstrip())

    def block(self, block: Block) -> None:
        """Write a block."""
        if block.kind != "number":
            self.number = 0 if block.kind in {"heading", "text"} else self.number
        start = len(self.lines)
        match block.kind:
            case "page":
                self.turn()
            case "blank":
                self.put("")
            case "row":
                self.row(block.cells)
            case "number":
                self.number += 1
                self.paragraph(block.text, f"{self.number}. ", "   ")
            case "item":
                bullet = self.looks.get("bullet", "-")
                self.paragraph(block.text, f"{bullet} " if bullet else "", "  " if bullet else "")
            case _:
                self.paragraph(block.text)
        for name in block.names:
            self.places[name] = start + 1


def make_text(source: Source) -> tuple[bytes, dict[str, int | None]]:
    """Return the bytes of a text file, and the lines of its named places."""
    sheet = Sheet(source)
    for block in source.blocks:
        sheet.block(block)
    sheet.turn()
    end = "\r\n" if source.looks.get("crlf") else "\n"
    coding = source.looks.get("encoding", "utf-8")
    written = (end.join(sheet.lines) + end).encode(coding)
    return written, dict(sheet.places)

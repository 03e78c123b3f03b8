"""A Word document's blocks cleaned as those of a text are: it may be a text pasted, or a scan."""

from dataclasses import dataclass
from typing import Any

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.furniture import is_furniture
from revtrack.reading.cleaning.hyphens import together
from revtrack.reading.word_text import read_word

Said = dict[str, Any]


@dataclass
class _Counted:
    """How far the paragraphs and rows of the document are counted."""

    line: int = 0


def read_clean_word(content: bytes) -> Said:
    """Return a .docx as the reader of all papers gives it; a line is a paragraph or a row."""
    read = read_word(content)
    counted = _Counted()
    furniture: list[Said] = []
    blocks: list[Said] = []
    for block in read["blocks"]:
        for each in _cleaned(block, counted):
            if _is_furniture(each):
                furniture.append({"text": _text(each), "line": each["line"], "page": None})
            else:
                blocks.append(each)
    return {
        "blocks": blocks,
        "headers": read["headers"],
        "furniture": furniture,
        "has_changes": read["has_changes"],
        "warnings": [],
        "pages": None,
    }


def _cleaned(block: Said, counted: _Counted) -> list[Said]:
    if block["kind"] == "table":
        return [_table(block, counted)]
    counted.line += 1
    place = {"line": counted.line, "last_line": counted.line, "page": None}
    return [_marked(block | {"text": text} | place) for text in _lines(block["text"])]


def _lines(text: str) -> list[str]:
    """Return the lines of a paragraph that breaks its lines; one broken within a sentence whole."""
    lines: list[str] = []
    for said in text.split("\n"):
        line = signs.without_note_marks(signs.plain(said))
        goes_on = lines and not signs.ends_sentence(lines[-1]) and signs.starts_small(line)
        if goes_on and signs.item(line) is None:
            lines[-1] = together(lines[-1], line)
        elif line:
            lines.append(line)
    return lines or [""]


def _marked(block: Said) -> Said:
    """Return a paragraph whose bullet was typed as an item."""
    found = signs.item(block["text"]) if block["kind"] == "paragraph" else None
    if found is None:
        return block
    return block | {"kind": "item", "text": found.text, "marker": found.marker, "level": 0}


def _table(block: Said, counted: _Counted) -> Said:
    rows = []
    for cells in block["rows"]:
        counted.line += 1
        rows.append({"cells": cells, "line": counted.line, "last_line": counted.line, "page": None})
    first = rows[0]["line"]
    return {
        "kind": "table",
        "rows": rows,
        "line": first,
        "last_line": counted.line,
        "page": None,
    }


def _is_furniture(block: Said) -> bool:
    return is_furniture(_text(block))


def _text(block: Said) -> str:
    if block["kind"] != "table":
        return str(block["text"])
    cells = (cell for row in block["rows"] for cell in row["cells"] if not cell["is_merged"])
    return " | ".join(cell["text"].replace("\n", " ") for cell in cells)

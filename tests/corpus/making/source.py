"""A source: how a paper is to look, what stands in it, and what should be found there.

Between two lines of ``+++`` stands TOML: the looks, and under ``[expected]`` what should be
found. After it comes the text, one paragraph a line:

- ``# ``, ``## ``, ``### `` a heading; ``- `` an item of a list; ``+ `` a numbered one
- ``| a | b |`` a row of a table, the first its heading
- ``~~~`` a new page; ``[[[`` and ``]]]`` the beginning and end of two columns
- ``^[text]`` a footnote
- ``{R1:words}`` names words, so that ``"@R1"`` in what is expected means them; the braces are
  not printed. ``{D1:}`` names the line it stands on; ``"@D1"`` is its number, None in a PDF.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = re.compile(r"\{(\w+):([^{}]*)\}")
NOTE = re.compile(r"\^\[([^\]]*)\]")
SIGNS = {
    "# ": ("heading", 1),
    "## ": ("heading", 2),
    "### ": ("heading", 3),
    "- ": ("item", 0),
    "+ ": ("number", 0),
    "~~~": ("page", 0),
    "[[[": ("columns", 0),
    "]]]": ("columns", 0),
}


@dataclass(frozen=True)
class Block:
    """A piece of a paper: ``kind`` is heading, item, number, row, text, blank, page or columns."""

    kind: str
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """The names of the places that begin here."""


@dataclass(frozen=True)
class Source:
    """A paper as it was written for the corpus."""

    name: str
    folder: Path
    looks: dict[str, Any]
    expected: dict[str, Any]
    blocks: tuple[Block, ...]
    named: dict[str, str]


def read_source(folder: Path) -> Source:
    """Return the source that lies in a folder."""
    _, front, body = (folder / "source.txt").read_text(encoding="utf-8").split("+++\n", 2)
    looks = tomllib.loads(front)
    expected = looks.pop("expected")
    named: dict[str, str] = {}
    blocks = tuple(_block(line, named) for line in body.strip("\n").split("\n"))
    return Source(folder.name, folder, looks, expected, blocks, named)


def _unmarked(line: str, named: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    places: list[str] = []
    while match := MARK.search(line):
        name, words = match.groups()
        if words:
            kept = NOTE.sub("", words).strip()
            named[name] = f"{named[name]} {kept}" if name in named else kept
        else:
            places.append(name)
        line = line[: match.start()] + words + line[match.end() :]
    return line, tuple(places)


def _block(line: str, named: dict[str, str]) -> Block:
    line, places = _unmarked(line, named)
    if not line.strip():
        return Block("blank")
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        return Block("row", cells=cells, names=places)
    for sign, (kind, level) in SIGNS.items():
        if line.startswith(sign):
            return Block(kind, line.removeprefix(sign) or line, level, names=places)
    return Block("text", line, names=places)

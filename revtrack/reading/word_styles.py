"""What a Word document's styles say of a paragraph: heading, list, table of contents."""

import re
from dataclasses import dataclass

from revtrack.reading.word_xml import Element, Package, W, value

_HEADING = re.compile(r"(?:heading|rubrik) ([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|rubrik)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll|table of figures)\b", re.IGNORECASE)
_DEEPEST = 20
"""No style rests on more than this many others."""


@dataclass(frozen=True)
class Style:
    """What a style gives the paragraphs that have it."""

    outline: str | None = None
    """Level of a heading, from 0."""
    number: str | None = None
    """The list it belongs to."""
    level: str = "0"
    is_contents: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, package: Package) -> None:
        """Read the document's styles."""
        root = package.beside("styles.xml")
        found = root.findall(f"{W}style") if root is not None else []
        self._elements = {str(each.get(f"{W}styleId")): each for each in found}
        self._default = next(
            (
                str(each.get(f"{W}styleId"))
                for each in found
                if each.get(f"{W}default") in {"1", "true"} and each.get(f"{W}type") == "paragraph"
            ),
            None,
        )
        self._read: dict[str | None, Style] = {}

    def of(self, name: str | None) -> Style:
        """Return what the style with this id gives; None: the document's default style."""
        if name not in self._read:
            self._read[name] = self._style(name or self._default)
        return self._read[name]

    def _style(self, name: str | None) -> Style:
        chain = self._chain(name)
        called = [value(each, "name") or "" for each in chain]
        heading = next((match[1] for each in called if (match := _HEADING.match(each))), None)
        outline = next((said for each in chain if (said := value(each, "pPr/outlineLvl"))), None)
        if outline is None and heading:
            outline = str(int(heading) - 1)
        if outline is None and any(map(_TITLE.match, called)):
            outline = "0"
        listed = next((each for each in chain if value(each, "pPr/numPr/numId")), None)
        return Style(
            outline=outline,
            number=value(listed, "pPr/numPr/numId"),
            level=value(listed, "pPr/numPr/ilvl") or "0",
            is_contents=any(map(_CONTENTS.match, called)),
        )

    def _chain(self, name: str | None) -> list[Element]:
        """Return the style and those that it rests on, nearest first."""
        chain: list[Element] = []
        while name in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[str(name)])
            name = value(chain[-1], "basedOn")
        return chain

"""The looks of a workbook's cells: fonts, fills, and what a rule changes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from revtrack.documents.accessibility.colours import BLACK, WHITE, Colour, colour
from revtrack.documents.accessibility.excel_file import Element, S
from revtrack.documents.accessibility.word_styles import theme_colours

USUAL = 11.0
"""The size of text in points where nothing says it."""
_THEME_ORDER = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2"),
    *("accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"),
)
_INDEXED = (
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"),
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)


@dataclass(frozen=True)
class Look:
    """What a cell looks like."""

    ink: Colour
    fill: Colour | None
    points: float
    is_bold: bool
    is_locked: bool


@dataclass(frozen=True)
class Looks:
    """The looks of a workbook by the numbers that its cells give."""

    root: Element | None
    theme: Element | None

    @cached_property
    def _colours(self) -> Mapping[str, Colour]:
        return theme_colours(self.theme) if self.theme is not None else {}

    @cached_property
    def _all(self) -> tuple[Look, ...]:
        if self.root is None:
            return ()
        fonts, fills = self._parts("fonts"), self._parts("fills")
        return tuple(self._made(each, fonts, fills) for each in self._parts("cellXfs"))

    def look(self, number: int) -> Look:
        """Return the look of this number."""
        return self._all[number] if number < len(self._all) else _PLAIN

    @cached_property
    def _changes(self) -> tuple[Element, ...]:
        return tuple(self._parts("dxfs"))

    def changed(self, look: Look, number: int) -> Look | None:
        """Return a look as a rule changes it; None where the rule changes no colour."""
        if number >= len(self._changes):
            return None
        font = self._changes[number].find(f"{S}font")
        fill = self._changes[number].find(f"{S}fill")
        ink = self.colour_of(font.find(f"{S}color")) if font is not None else None
        behind = self._fill(fill, is_rule=True) if fill is not None else None
        if ink is None and behind is None:
            return None
        bold = look.is_bold or (font is not None and font.find(f"{S}b") is not None)
        return Look(ink or look.ink, behind or look.fill, look.points, bold, look.is_locked)

    def _parts(self, name: str) -> list[Element]:
        found = self.root.find(f"{S}{name}") if self.root is not None else None
        return list(found) if found is not None else []

    def _made(self, style: Element, fonts: list[Element], fills: list[Element]) -> Look:
        font = _at(fonts, style.get("fontId"))
        fill = _at(fills, style.get("fillId"))
        protection = style.find(f"{S}protection")
        size = font.find(f"{S}sz") if font is not None else None
        bold = font.find(f"{S}b") if font is not None else None
        own = self.colour_of(font.find(f"{S}color")) if font is not None else None
        return Look(
            ink=own or BLACK,
            fill=self._fill(fill) if fill is not None else None,
            points=float(size.get("val", USUAL)) if size is not None else USUAL,
            is_bold=bold is not None and bold.get("val") not in {"0", "false"},
            is_locked=protection is None or protection.get("locked") not in {"0", "false"},
        )

    def _fill(self, element: Element, *, is_rule: bool = False) -> Colour | None:
        """Return a fill's colour; a rule's stands where a cell has what is behind a pattern."""
        pattern = element.find(f"{S}patternFill")
        if pattern is None or pattern.get("patternType") == "none":
            return None
        if pattern.get("patternType") is None and not is_rule:
            return None
        front, back = pattern.find(f"{S}fgColor"), pattern.find(f"{S}bgColor")
        return self.colour_of(back if is_rule and back is not None else front)

    def colour_of(self, element: Element | None) -> Colour | None:
        """Return the colour that an element gives: its own, of the theme, or by number."""
        if element is None:
            return None
        themed, indexed = element.get("theme", ""), element.get("indexed", "")
        if themed.isdecimal() and int(themed) < len(_THEME_ORDER):
            found = self._colours.get(_THEME_ORDER[int(themed)])
        elif indexed.isdecimal() and int(indexed) < len(_INDEXED):
            found = colour(_INDEXED[int(indexed)])
        else:
            found = colour(element.get("rgb"))
        tint = float(element.get("tint", "0"))
        if found is None or not tint:
            return found
        return found.tinted(tint) if tint > 0 else found.shaded(-tint)


_PLAIN = Look(BLACK, None, USUAL, is_bold=False, is_locked=True)


def _at(elements: list[Element], number: str | None) -> Element | None:
    place = int(number or 0)
    return elements[place] if place < len(elements) else None


def behind(look: Look) -> Colour:
    """Return the colour behind a cell's text."""
    return look.fill or WHITE

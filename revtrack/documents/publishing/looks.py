"""How the cells of a workbook look: what hides their text, and styles without others' names."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from revtrack.documents.accessibility.colours import BLACK, WHITE, Colour, colour, contrast
from revtrack.documents.accessibility.excel_looks import USUAL, Looks, behind
from revtrack.documents.publishing.number_formats import hides, inks, section_of, without_unused
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import S
from revtrack.documents.publishing.unseen import SMALLEST, UNSEEN_BELOW

_TEXTS = frozenset({"s", "str", "inlineStr"})


@dataclass(frozen=True)
class Shown:
    """What the styles of a workbook let a reader see."""

    root: etree._Element | None
    theme: etree._Element | None

    @cached_property
    def _looks(self) -> Looks:
        return Looks(self.root, self.theme)

    @cached_property
    def _styles(self) -> list[etree._Element]:
        found = self.root.find(f"{S}cellXfs") if self.root is not None else None
        return list(found) if found is not None else []

    @cached_property
    def _formats(self) -> dict[str, str]:
        every = self.root.iter(f"{S}numFmt") if self.root is not None else ()
        return {str(each.get("numFmtId")): str(each.get("formatCode")) for each in every}

    def _format(self, cell: etree._Element) -> tuple[str, str]:
        """Return the number and the code of a cell's format; no code where it is a usual one."""
        place = int(cell.get("s", "0"))
        style = self._styles[place] if place < len(self._styles) else None
        number = str(style.get("numFmtId", "0")) if style is not None else "0"
        return number, self._formats.get(number, "")

    def hides(self, cell: etree._Element, text: str) -> bool:
        """Tell whether nobody sees the text of a cell, for its size or its format."""
        look = self._looks.look(int(cell.get("s", "0")))
        is_text = cell.get("t") in _TEXTS
        return look.points <= SMALLEST or hides(self._format(cell)[1], text, is_text=is_text)

    def is_lost(self, cell: etree._Element, run: etree._Element | None = None) -> bool:
        """Tell whether a cell, or a run of its text, may have its own colour behind it."""
        look = self._looks.look(int(cell.get("s", "0")))
        own = self._looks.colour_of(run.find(f"{S}rPr/{S}color")) if run is not None else None
        given, is_only = self._inks(cell)
        every = [] if is_only and own is None else [own or look.ink]
        return any(
            contrast(ink, under) < UNSEEN_BELOW
            for ink in (*every, *(given if own is None else ()))
            for under in (behind(look), *self._mixed(cell))
        )

    def is_doubtful(self, cell: etree._Element) -> bool:
        """Tell whether it is not sure which colour the text of a cell has, or what is behind it."""
        given, is_only = self._inks(cell)
        return bool(self._mixed(cell)) or (bool(given) and not is_only)

    def _inks(self, cell: etree._Element) -> tuple[list[Colour], bool]:
        """Return the colours that the format of a cell gives, and whether it is the only one."""
        given, is_only = inks(self._format(cell)[1], is_text=cell.get("t") in _TEXTS)
        return [each for each in map(colour, given) if each is not None], is_only

    def _mixed(self, cell: etree._Element) -> list[Colour]:
        """Return the colours that a gradient or a pattern behind a cell may have; none: it is one.

        White is always one of them, as some programs draw no gradient.
        """
        place = int(cell.get("s", "0"))
        number = self._styles[place].get("fillId", "0") if place < len(self._styles) else "0"
        fills = self.root.find(f"{S}fills") if self.root is not None else None
        if fills is None or int(number) >= len(fills):
            return []
        fill = fills[int(number)]
        pattern = fill.find(f"{S}patternFill")
        kind = pattern.get("patternType", "none") if pattern is not None else ""
        if kind == "solid" and self._looks.colour_of(fill.find(f"*/{S}fgColor")) is None:
            return [WHITE, BLACK]  # programs differ about a fill that names no colour
        if kind in {"none", "solid"}:
            return []
        named = fill.iter(f"{S}color", f"{S}fgColor", f"{S}bgColor")
        return [WHITE, *(each for each in map(self._looks.colour_of, named) if each is not None)]

    def unseen_runs(self, cell: etree._Element, text: etree._Element) -> list[etree._Element]:
        """Return the runs of a cell's text that nobody may see for their own colour or size."""
        runs = list(text.iterchildren(f"{S}r"))
        return [run for run in runs if self.is_small(run) or self.is_lost(cell, run)]

    def is_small(self, run: etree._Element) -> bool:
        """Tell whether a run of a cell's text has a size of its own that nobody sees."""
        size = run.find(f"{S}rPr/{S}sz")
        return size is not None and float(size.get("val", USUAL)) <= SMALLEST

    def hides_by_rule(self) -> bool:
        """Tell whether a rule that colours cells lets their text disappear."""
        changes = self.root.find(f"{S}dxfs") if self.root is not None else None
        for number, each in enumerate(changes if changes is not None else ()):
            code = each.find(f"{S}numFmt")
            said = code.get("formatCode", "") if code is not None else ""
            look = self._looks.changed(self._looks.look(0), number)
            is_lost = look is not None and contrast(look.ink, behind(look)) < UNSEEN_BELOW
            if is_lost or (
                said and ("[white]" in said.casefold() or hides(said, "1", is_text=False))
            ):
                return True
        return False

    def keep_used(self, sheets: Iterable[etree._Element]) -> None:
        """Take the words that no cell shows out of the styles: in formats, of styles, of fonts."""
        if self.root is None:
            return
        used = self._used_sections(sheets)
        for each in self.root.iter(f"{S}numFmt"):
            places = used.get(str(each.get("numFmtId")), frozenset())
            each.set("formatCode", without_unused(each.get("formatCode", ""), places))
        for each in list(self.root.iter(f"{S}cellStyle")):
            if each.get("builtinId") == "0":
                each.set("name", "Normal")
            else:
                remove(each)
        for each in self.root.iter(f"{S}cellStyles", f"{S}numFmts"):
            each.attrib.pop("count", "")
        self._forget_fonts()

    def _used_sections(self, sheets: Iterable[etree._Element]) -> Mapping[str, Collection[int]]:
        """Return by which parts of each format some cell is shown."""
        used: dict[str, set[int]] = {}
        for cell in (cell for sheet in sheets for cell in sheet.iter(f"{S}c")):
            number, code = self._format(cell)
            value = cell.findtext(f"{S}v")
            if code and (value is not None or cell.get("t")):
                place = section_of(code, value or "", is_text=cell.get("t") in _TEXTS)
                used.setdefault(number, set()).add(place)
        return used

    def _forget_fonts(self) -> None:
        fonts = self.root.find(f"{S}fonts") if self.root is not None else None
        used = {each.get("fontId", "0") for each in self._styles}
        for number, font in enumerate(fonts if fonts is not None else ()):
            for name in font.iter(f"{S}name"):
                if str(number) not in used:
                    name.set("val", "Calibri")

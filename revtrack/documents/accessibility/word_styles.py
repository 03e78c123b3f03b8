"""What the styles of a Word document come to, with all that each takes from those under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from revtrack.documents.accessibility.colours import BLACK, WHITE, Colour, colour, listed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
OFF = {"0", "false", "off", "none"}
BODY_LEVEL = 9
"""The outline level of what is no heading."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_NAMES = listed(
    "text1=dk1 dark1=dk1 tx1=dk1 background1=lt1 light1=lt1 bg1=lt1 text2=dk2 dark2=dk2 "
    "tx2=dk2 background2=lt2 light2=lt2 bg2=lt2 hyperlink=hlink followedHyperlink=folHlink"
)
_HIGHLIGHTS = listed(
    "black=000000 blue=0000FF cyan=00FFFF green=00FF00 magenta=FF00FF red=FF0000 "
    "yellow=FFFF00 white=FFFFFF darkBlue=00008B darkCyan=008B8B darkGreen=006400 "
    "darkMagenta=800080 darkRed=8B0000 darkYellow=808000 darkGray=A9A9A9 lightGray=D3D3D3"
)

Element: TypeAlias = etree._Element  # noqa: SLF001 - what lxml calls the type of its elements


def is_on(owner: Element | None, name: str) -> bool | None:
    """Tell whether a property that is on or off is on; None where nothing is said of it."""
    found = owner.find(f"{W}{name}") if owner is not None else None
    return None if found is None else found.get(VAL) not in OFF


@dataclass(frozen=True)
class Looks:
    """What properties say of text; None: nothing is said."""

    colour: Element | None = None
    """The element that gives it: a colour of its own, of the theme, or the automatic one."""
    half_points: int | None = None
    is_bold: bool | None = None
    language: str | None = None
    fill: Element | None = None
    """The element that gives the colour behind it."""
    is_hidden: bool | None = None

    def over(self, under: "Looks") -> "Looks":
        """Return what holds where these stand above others."""
        return Looks(
            colour=under.colour if self.colour is None else self.colour,
            half_points=under.half_points if self.half_points is None else self.half_points,
            is_bold=under.is_bold if self.is_bold is None else self.is_bold,
            language=under.language if self.language is None else self.language,
            fill=under.fill if self.fill is None else self.fill,
            is_hidden=under.is_hidden if self.is_hidden is None else self.is_hidden,
        )


def looks_of(properties: Element | None) -> Looks:
    """Return what the properties of a run say."""
    if properties is None:
        return Looks()
    size = properties.find(f"{W}sz")
    language = properties.find(f"{W}lang")
    return Looks(
        colour=properties.find(f"{W}color"),
        half_points=_number(size),
        is_bold=is_on(properties, "b"),
        language=language.get(VAL) if language is not None else None,
        fill=_run_fill(properties),
        is_hidden=is_on(properties, "vanish"),
    )


def _run_fill(properties: Element) -> Element | None:
    highlight = properties.find(f"{W}highlight")
    return highlight if highlight is not None else properties.find(f"{W}shd")


def _number(element: Element | None) -> int | None:
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isdecimal() else None


@dataclass(frozen=True)
class Style:
    """A style with the styles it rests on, the nearest first, itself the very first."""

    name: str
    chain: tuple[Element, ...]

    @cached_property
    def looks(self) -> Looks:
        """What it says of text."""
        made = Looks()
        for each in reversed(self.chain):
            made = looks_of(each.find(f"{W}rPr")).over(made)
        return made

    @cached_property
    def fill(self) -> Element | None:
        """The element that gives the colour behind its paragraphs."""
        return self._first("pPr", "shd")

    @cached_property
    def is_list(self) -> bool:
        """Whether its paragraphs are items of a list."""
        number = self._first("pPr", "numPr", "numId")
        return number is not None and number.get(VAL) != "0"

    @cached_property
    def level(self) -> int | None:
        """The heading level of its paragraphs, from 1; None: they are no headings."""
        outline = _number(self._first("pPr", "outlineLvl"))
        if outline is not None:
            return outline + 1 if outline < BODY_LEVEL else None
        for each in self.chain:
            name = each.find(f"{W}name")
            words = (name.get(VAL, "") if name is not None else "").lower().split()
            if len(words) == len(("heading", "1")) and words[0] == "heading":
                return int(words[1]) if words[1].isdecimal() else None
        return None

    @property
    def is_title(self) -> bool:
        """Whether its paragraphs are the document's title."""
        names = (each.find(f"{W}name") for each in self.chain)
        return any(name is not None and name.get(VAL, "").lower() == "title" for name in names)

    def _first(self, *path: str) -> Element | None:
        where = "/".join(f"{W}{each}" for each in path)
        return next((found for each in self.chain if (found := each.find(where)) is not None), None)


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids, with its defaults and the colours of its theme."""

    root: Element | None
    theme: Mapping[str, Colour] = field(default_factory=dict)

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """The styles' elements by their ids."""
        found = self.root.iter(f"{W}style") if self.root is not None else ()
        return {each.get(f"{W}styleId", ""): each for each in found}

    @cached_property
    def defaults(self) -> Looks:
        """What holds where no style says anything."""
        where = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        return looks_of(self.root.find(where) if self.root is not None else None)

    @cached_property
    def _default_ids(self) -> Mapping[str, str]:
        return {
            each.get(f"{W}type", ""): name
            for name, each in self.elements.items()
            if each.get(f"{W}default") not in OFF | {None}
        }

    @cached_property
    def _made(self) -> dict[str, Style]:
        return {}

    def style(self, named: str | None, kind: str = "paragraph") -> Style:
        """Return a style by its id; the default one of its kind where none is known."""
        found = named if named and named in self.elements else self._default_ids.get(kind, "")
        if found not in self._made:
            chain = tuple(self._chain(found))
            name = chain[0].find(f"{W}name") if chain else None
            shown = name.get(VAL, found) if name is not None else found
            self._made[found] = Style(shown, chain)
        return self._made[found]

    def _chain(self, named: str) -> Iterator[Element]:
        met: set[str] = set()
        while named in self.elements and named not in met:
            met.add(named)
            yield self.elements[named]
            based = self.elements[named].find(f"{W}basedOn")
            named = based.get(VAL, "") if based is not None else ""

    def ink(self, element: Element | None, behind: Colour) -> Colour:
        """Return the colour of text; the automatic one is black, or white on what is dark."""
        automatic = WHITE if behind.luminance < _DARK else BLACK
        if element is None:
            return automatic
        themed = self._themed(element, "themeColor", "themeTint", "themeShade")
        return themed or colour(element.get(VAL)) or automatic

    def filled(self, element: Element | None) -> Colour | None:
        """Return the colour that a shading or a highlight gives; None where it gives none."""
        if element is None:
            return None
        if element.tag == f"{W}highlight":
            return colour(_HIGHLIGHTS.get(element.get(VAL, "")))
        pattern = element.get(VAL, "clear")
        fill = self._themed(element, "themeFill", "themeFillTint", "themeFillShade") or colour(
            element.get(f"{W}fill")
        )
        share = 100 if pattern == "solid" else _share(pattern)
        if not share:
            return fill
        over = self._themed(element, "themeColor", "themeTint", "themeShade")
        over = over or colour(element.get(f"{W}color")) or BLACK
        return (fill or WHITE).mixed(over, share / 100)

    def _themed(self, element: Element, named: str, tint: str, shade: str) -> Colour | None:
        name = element.get(f"{W}{named}")
        found = self.theme.get(_THEME_NAMES.get(name or "", name or ""))
        if found is None:
            return None
        lighter, darker = (_part(element.get(f"{W}{each}")) for each in (tint, shade))
        return found.tinted(1 - lighter).shaded(1 - darker)


_DARK = 0.18
"""What is darker than this has white on it where the colour of text is the automatic one."""


def _share(pattern: str) -> int:
    digits = pattern.removeprefix("pct")
    return int(digits) if digits.isdecimal() and digits != pattern else 0


def _part(text: str | None) -> float:
    try:
        return int(text, 16) / 255 if text else 1.0
    except ValueError:
        return 1.0


def theme_colours(root: Element) -> dict[str, Colour]:
    """Return the colours of a theme by their names in it."""
    found: dict[str, Colour] = {}
    for scheme in root.iter(f"{_A}clrScheme"):
        for each in scheme:
            inner = next(iter(each), None)
            if inner is not None and isinstance(each.tag, str):
                given = colour(inner.get("lastClr")) or colour(inner.get("val"))
                if given is not None:
                    found[each.tag.removeprefix(_A)] = given
    return found

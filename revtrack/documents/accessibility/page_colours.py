"""The colours that a page's style sheets give to text: each rule against the page's own colours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from revtrack.documents.accessibility.colours import BLACK, WHITE, Colour, colour, listed

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MEDIA = re.compile(r"@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^)]*)?\)")
_HEX = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)")
_NAMES = listed(
    "white=FFFFFF black=000000 red=FF0000 green=008000 blue=0000FF yellow=FFFF00 "
    "orange=FFA500 gray=808080 grey=808080 silver=C0C0C0 lightgray=D3D3D3 lightgrey=D3D3D3 "
    "darkgray=A9A9A9 darkgrey=A9A9A9 navy=000080 maroon=800000"
)
_WORD = re.compile(r"[A-Za-z]+")
_RED_GREEN_BLUE = 6
BEHIND = "background-color"
_SAME = {"background": BEHIND}
_PAGE = {"html", "body", ":root"}
Rules = list[tuple[str, dict[str, str]]]


@dataclass(frozen=True)
class Pair:
    """The colours that a rule gives to text and to what is behind it."""

    selector: str
    ink: Colour
    behind: Colour


def pairs(sheet: str) -> Iterator[Pair]:
    """Yield the colours of each rule of a style sheet, for light and for each other surrounding.

    What a rule does not say is taken from the page's own rule.
    """
    plain = _COMMENT.sub("", sheet)
    usual = _rules(_MEDIA.sub("", plain))
    yield from _of(usual, usual)
    for _, inner in _MEDIA.findall(plain):
        added = _rules(inner)
        yield from _of([*usual, *added], added)


def _rules(text: str) -> Rules:
    found: Rules = []
    for selectors, body in _RULE.findall(text):
        told = {}
        for part in body.split(";"):
            name, _, value = part.strip().partition(":")
            told[_SAME.get(name.strip(), name.strip())] = value.strip()
        found.extend((each.strip(), told) for each in selectors.split(","))
    return found


def _of(every: Rules, looked_at: Rules) -> Iterator[Pair]:
    variables = {
        name: value for _, told in every for name, value in told.items() if name.startswith("--")
    }
    ink, behind = BLACK, WHITE
    for selector, told in every:
        if selector in _PAGE:
            ink, behind = _said(told, variables, ink, behind)
    changes_page = any(
        selector in _PAGE or any(name.startswith("--") for name in told)
        for selector, told in looked_at
    )
    whole: dict[str, dict[str, str]] = {}
    for selector, told in every:
        whole.setdefault(selector, {}).update(told)
    looked_for = whole if changes_page else dict(looked_at)
    for selector in looked_for:
        told = whole[selector]
        if {"color", BEHIND} & told.keys():
            yield Pair(selector, *_said(told, variables, ink, behind))


def _said(
    told: Mapping[str, str], variables: Mapping[str, str], ink: Colour, behind: Colour
) -> tuple[Colour, Colour]:
    return (
        _colour(told.get("color", ""), variables) or ink,
        _colour(told.get(BEHIND, ""), variables) or behind,
    )


def _colour(text: str, variables: Mapping[str, str]) -> Colour | None:
    """Return the colour that a value names, the first of it; None: none, or one that is unknown."""
    for _ in range(len(variables) + 1):
        found = _VARIABLE.search(text)
        if found is None:
            break
        text = text.replace(found[0], variables.get(found[1], ""))
    if digits := _HEX.search(text):
        return colour(digits[0][: 1 + _RED_GREEN_BLUE])
    if parts := _RGB.search(text):
        return Colour(*(min(int(each), 255) for each in parts.groups()))
    words = (_NAMES.get(each.lower()) for each in _WORD.findall(text))
    return colour(next(filter(None, words), None))

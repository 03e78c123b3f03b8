"""Colours and how well text of one stands out against another, by the formula of WCAG 2.1."""

import colorsys
import re
from collections.abc import Callable
from dataclasses import dataclass

ENOUGH, ENOUGH_FOR_LARGE = 4.5, 3.0
LARGE, LARGE_IF_BOLD = 18.0, 14.0
"""In points."""

_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}|[0-9A-Fa-f]{3,4})")
_SHORT = 4
_FULL = 6
_LINEAR_BELOW = 0.04045


@dataclass(frozen=True)
class Colour:
    """A colour as red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """Return it as people write it: #1F3A4D."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def luminance(self) -> float:
        """How light it is, from 0 to 1, as WCAG counts."""
        red, green, blue = (_linear(each / 255) for each in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def tinted(self, share: float) -> "Colour":
        """Return it lighter: 0 leaves it, 1 makes it white."""
        return self._with_lightness(lambda lightness: lightness * (1 - share) + share)

    def shaded(self, share: float) -> "Colour":
        """Return it darker: 0 leaves it, 1 makes it black."""
        return self._with_lightness(lambda lightness: lightness * (1 - share))

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """Return it with this share of another colour."""
        pairs = zip(_parts(self), _parts(other), strict=True)
        return Colour(*(round(own * (1 - share) + its * share) for own, its in pairs))

    def _with_lightness(self, change: Callable[[float], float]) -> "Colour":
        hue, lightness, saturation = colorsys.rgb_to_hls(*(each / 255 for each in _parts(self)))
        made = colorsys.hls_to_rgb(hue, change(lightness), saturation)
        return Colour(*(round(each * 255) for each in made))


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def _parts(colour: Colour) -> tuple[int, int, int]:
    return colour.red, colour.green, colour.blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4


def listed(text: str) -> dict[str, str]:
    """Return a list such as ``white=FFFFFF black=000000`` as what it says of each name."""
    return dict(each.split("=") for each in text.split())


def colour(text: str | None) -> Colour | None:
    """Return the colour of six hex digits, of eight whose first two are left out, or of three.

    None where the text is none of these: "auto", a name.
    """
    found = _HEX.fullmatch(text or "")
    if found is None:
        return None
    digits = found[1]
    if len(digits) <= _SHORT:
        digits = "".join(2 * each for each in digits[:3])
    digits = digits[-_FULL:]
    return Colour(*(int(digits[place : place + 2], 16) for place in (0, 2, 4)))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours: 1 where they are alike, 21 for black on white."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def enough(points: float, *, is_bold: bool) -> float:
    """Return the contrast that text of this size needs at least."""
    is_large = points >= (LARGE_IF_BOLD if is_bold else LARGE)
    return ENOUGH_FOR_LARGE if is_large else ENOUGH


def ratio_in_words(ratio: float) -> str:
    """Return a contrast as it is written in Swedish, never rounded up to what it does not reach."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")

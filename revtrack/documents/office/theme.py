"""The colours and the font that our templates and workbooks have as their theme.

An office that chooses another theme for its copy of a template gets its charts in that.
"""

import re
from collections.abc import Mapping

FONT = "Arial"
ACCENTS: Mapping[str, str] = {
    "accent1": "1F3A4D",
    "accent2": "4F9AAB",
    "accent3": "2F6F4F",
    "accent4": "A33B1F",
    "accent5": "B7CBD6",
    "accent6": "5B3F7A",
}
"""Dark blue, blue, green, red, light blue, violet.

Those that fill a bar are far apart in lightness: 11 : 1, 3 : 1 and 1.7 : 1 against white. Those
that stand in a pattern have at least 5 : 1. All bars have a dark outline.
"""

_ACCENT = re.compile(rb"(<a:(accent[1-6])>\s*)<a:\w+ [^>]*?/>(\s*</a:\2>)")
_LATIN = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*')


def with_our_colours(theme: bytes) -> bytes:
    """Return a theme part with our colours and font in place of its own."""
    coloured = _ACCENT.sub(
        lambda found: (
            found[1] + f'<a:srgbClr val="{ACCENTS[found[2].decode()]}"/>'.encode() + found[3]
        ),
        theme,
    )
    return _LATIN.sub(lambda found: found[1] + FONT.encode(), coloured)

"""Text as the XML of a Word document: runs, with line breaks, tabs and days that are not broken."""

import re
from xml.sax.saxutils import escape

NO_BREAK = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_DAY_AMID_TEXT = re.compile("([0-9]{4})(?<=[ \u00a0(][0-9]{4})-([0-9]{2})-([0-9]{2})")
"""Looks behind itself only where digits stand: most signs of a long table are letters."""
_BREAKS = re.compile("[\n\t]")


def run(text: str, *, bold: bool = False, look: str = "") -> str:
    """Return the text as one run, its line breaks and tabs as Word's own; nothing for no text.

    ``look`` is the XML within the run's properties.
    """
    if not text:
        return ""
    look = "<w:b/>" if bold else look
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    shown = unbroken_days(_inline(escape(text)))
    return f'<w:r>{properties}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def unbroken_days(escaped: str) -> str:
    """Let no line end within a day that stands amid text; one that stands alone has its width."""
    return _DAY_AMID_TEXT.sub(rf"\1{NO_BREAK}\2{NO_BREAK}\3", escaped)


def _inline(escaped: str) -> str:
    if "\n" not in escaped and "\t" not in escaped:
        return escaped
    return _BREAKS.sub(
        lambda found: (
            f'</w:t>{"<w:br/>" if found[0] == chr(10) else "<w:tab/>"}<w:t xml:space="preserve">'
        ),
        escaped,
    )

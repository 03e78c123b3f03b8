"""The styles that blocks are filled in with, looked for in a template."""

from collections.abc import Iterator, Mapping

from lxml import etree

from revtrack.documents import fields
from revtrack.documents.accessibility.finding import Finding, Flaw
from revtrack.documents.office.blocks import Style
from revtrack.documents.office.form_blocks import FormStyle
from revtrack.documents.office.patterns import W
from revtrack.documents.templates import flaws
from revtrack.documents.templates.spots import IN_FILE, STYLES

HEADINGS = ("heading 1", "heading 2", "heading 3")
_OF_BLOCKS: Mapping[str, Flaw] = {
    **dict.fromkeys(HEADINGS, flaws.PLAIN_HEADING),
    Style.BULLET: flaws.PLAIN_LIST,
    Style.NUMBERED: flaws.PLAIN_LIST,
    Style.TABLE: flaws.PLAIN_TABLE,
    Style.TABLE_HEADING: flaws.PLAIN_TEXT,
    Style.TABLE_TEXT: flaws.PLAIN_TEXT,
    Style.TABLE_TOTAL: flaws.PLAIN_TEXT,
    Style.CAPTION: flaws.PLAIN_TEXT,
}
_OF_FORMS: Mapping[str, Flaw] = {
    FormStyle.TABLE: flaws.PLAIN_TABLE,
    FormStyle.ASKED: flaws.PLAIN_TEXT,
    FormStyle.LABEL: flaws.PLAIN_TEXT,
    FormStyle.FIELD: flaws.PLAIN_TEXT,
    FormStyle.HINT: flaws.PLAIN_TEXT,
}
_BY_FIELD: Mapping[str, tuple[str, ...]] = {
    "underskrifter": (Style.SIGNATURE, Style.SIGNATURE_LINE),
    "innehall": (Style.CONTENTS_HEADING, "toc 1", "toc 2"),
}
"""Styles that only the block of this field is filled in with."""


def check_styles(
    name: str, trees: Mapping[str, etree._Element], used: frozenset[str]
) -> Iterator[Finding]:
    """Yield the styles that a template lacks, with what its blocks will look like."""
    there = {
        each.get(f"{W}val", "").lower()
        for each in (trees[STYLES].iter(f"{W}name") if STYLES in trees else ())
    }
    wanted = dict(_OF_BLOCKS)
    if name == fields.RESPONSE_FORM:
        wanted |= _OF_FORMS
    for field, styles in _BY_FIELD.items():
        wanted |= dict.fromkeys(styles if field in used else (), flaws.PLAIN_TEXT)
    for style, flaw in wanted.items():
        if style.lower() not in there:
            yield Finding(flaw, IN_FILE, {"style": str(style)})

"""Every word that a file holds, part by part, as the gate looks through it."""

import re
from collections.abc import Iterator

from lxml import etree

from revtrack.documents.accessibility.opened import parts_of, tree

_JOINED = frozenset({"p", "si", "is"})
"""Elements whose words belong together, however they are parted into runs."""
_BREAKS = frozenset({"br", "cr", "tab"})
_STYLED = frozenset(
    {"style", "name", "basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "cellStyle"}
)
"""Elements that name a style or a font: told with what they are, so that none is a person's."""
_NAMES = re.compile(r"^(?:https?://schemas\.|urn:schemas|application/|rId\d|[\d.,:%+-]{1,7}$|.$)")
_HEADER_CODES = re.compile(r'&(?:[LCRPNDTFAZGBIUSXYE]|"[^"]*"|\d+)')
"""What steers the looks of a workbook's page header."""


def told_by(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name of a part and a text in it, until every word of the file has been given."""
    for name, part in parts_of(content).items():
        if name.endswith((".xml", ".rels")):
            for text in _texts(tree(part)):
                yield name, text
        yield name, name


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname in _JOINED:
            yield _joined(element)
        elif element.text and element.text.strip():
            yield _HEADER_CODES.sub(" ", element.text)
        name = etree.QName(element).localname
        for value in map(str, element.attrib.values()):
            if not _NAMES.match(value):
                yield f"{value} ({name})" if name in _STYLED else value


def _joined(element: etree._Element) -> str:
    pieces = []
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        name = etree.QName(each).localname
        pieces.append(" " if name in _BREAKS else each.text or "")
    return "".join(pieces)

"""Every word that a file holds, part by part, as the gate looks through it."""

import re
from collections.abc import Iterator

from lxml import etree

from revtrack.documents.accessibility.opened import parts_of, tree
from revtrack.documents.publishing.pictures import is_stripped

_JOINED = frozenset({"p", "si", "is"})
"""Elements whose words belong together, however they are parted into runs."""
_BREAKS = frozenset({"br", "cr", "tab"})
_NUMBERS = frozenset({"sig", "panose1"})
"""Elements of fonts that hold numbers like those of telephones."""
_NAMES = re.compile(r"^(?:https?://schemas\.|urn:schemas|application/|rId\d|[\d.,:%+-]{1,7}$|.$)")
_HEADER_CODES = re.compile(r'&(?:[LCRPNDTFAZGBIUSXYE]|"[^"]*"|\d+)')
"""What steers the looks of a workbook's page header."""
_SIGNS = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")


def told_by(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name of a part and a text in it, until every word of the file has been given."""
    for name, part in parts_of(content).items():
        if name.endswith((".xml", ".rels")):
            for text in _texts(tree(part)):
                yield name, text
        elif not is_stripped(part):
            yield name, "\n".join(each.decode("latin-1") for each in _SIGNS.findall(part))
            yield name, part.decode("utf-16-le", "ignore")
        yield name, name


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname in _JOINED:
            yield _joined(element)
        elif element.text and element.text.strip():
            yield _HEADER_CODES.sub(" ", element.text)
        is_number = etree.QName(element).localname in _NUMBERS
        for value in element.attrib.values():
            if not is_number and not _NAMES.match(str(value)):
                yield str(value)


def _joined(element: etree._Element) -> str:
    pieces = []
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        name = etree.QName(each).localname
        pieces.append(" " if name in _BREAKS else each.text or "")
    return "".join(pieces)

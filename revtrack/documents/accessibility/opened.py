"""Office files opened for reading only: their parts as trees, without entities and network."""

import zipfile

from lxml import etree

from revtrack.confined.archive import DAMAGED
from revtrack.documents.office import package
from revtrack.domain.errors import RevTrackError

CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of an office file by name.

    Raises RevTrackError where it is no such file. Files that others send are weighed before.
    """
    try:
        return package.read_parts(content)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise RevTrackError(DAMAGED) from fault


def tree(part: bytes) -> etree._Element:
    """Return a part as a tree; raise RevTrackError where it is no XML or has a DOCTYPE."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise RevTrackError(DAMAGED) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise RevTrackError(DAMAGED)
    return root


def title_of(parts: dict[str, bytes]) -> str:
    """Return the title that the file's properties give it; nothing where they give none."""
    if CORE not in parts:
        return ""
    return (tree(parts[CORE]).findtext(_TITLE) or "").strip()

"""Tracked changes carried out, and fields to fill in replaced by what they show."""

from lxml import etree

from revtrack.documents.publishing.relations import remove, unwrap
from revtrack.documents.publishing.spaces import W

_STRUCK = ("del", "moveFrom")
_WRAPPERS = ("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent")


def accept_changes(root: etree._Element) -> None:
    """Carry out the tracked changes: what is struck is gone, what is inserted stands."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            remove(row)
    for cell in list(root.iter(f"{W}tc")):
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            remove(cell)
    joined = [each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}rPr/{W}del") is not None]
    for each in list(root.iter(*(f"{W}{name}" for name in _STRUCK))):
        remove(each)
    for each in list(root.iter(*(f"{W}{name}" for name in _WRAPPERS))):
        unwrap(each)
    for paragraph in joined:
        _join_with_next(paragraph)


def _join_with_next(paragraph: etree._Element) -> None:
    """Let a paragraph whose end was struck go on in the next one."""
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        place = 1 if following.find(f"{W}pPr") is not None else 0
        for each in reversed(content):
            following.insert(place, each)
        remove(paragraph)
    elif not content:
        remove(paragraph)

"""What the parts of any office file hold beside what is seen: remarks, other versions, names."""

import re
from collections.abc import Iterator

from lxml import etree

from revtrack.documents.publishing.relations import remove, unwrap
from revtrack.documents.publishing.spaces import ADEC, MC, PIC, WPG, WPS, A, C, W
from revtrack.domain.errors import RevTrackError

_SHOWN_BY_ALL = frozenset({WPS[1:-1], WPG[1:-1]})
"""What every program in use draws: shapes and groups of them."""
_OBJECTS = frozenset({"docPr", "cNvPr"})
_NAMED_IN_THEME = frozenset({"theme", "clrScheme", "fontScheme", "fmtScheme"})
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_ADJUSTED = re.compile(r"(?:adj|hf|vf)\d?=val -?\d{1,9}")
_DRAWN = frozenset({PIC[1:-1], C[1:-1], *_SHOWN_BY_ALL})
_UNREADABLE = tuple(
    f"{W}{name}" for name in ("object", "pict", "control", "altChunk", "subDoc", "contentPart")
)


def take_common(root: etree._Element) -> None:
    """Take out remarks in the XML itself, and what other programs and versions alone read."""
    for each in list(root.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity)):
        _keep_tail(each)
        remove(each)
    _resolve_alternatives(root)
    for each in [each for each in root.iter() if _local(each) == "extLst"]:
        _keep_decorative(each)
    drawn = [each for each in root.iter() if _local(each) in _OBJECTS]
    for number, each in enumerate(drawn, start=1):
        _describe(each, number)
    for each in root.iter(*(f"{A}{name}" for name in _NAMED_IN_THEME)):
        each.set("name", "Office")
    for each in list(root.iter(f"{A}gd")):
        if not _ADJUSTED.fullmatch(f"{each.get('name')}={each.get('fmla')}"):
            remove(each)
    _number_axes(root)


def refuse_unreadable(root: etree._Element, part: str) -> None:
    """Raise RevTrackError where a part shows something that nobody can look through."""
    is_drawn = all(each.get("uri") in _DRAWN for each in root.iter(f"{A}graphicData"))
    if not is_drawn or next(root.iter(*_UNREADABLE), None) is not None:
        raise RevTrackError(
            "The file holds an embedded object, a drawing of shapes or a macro ({part}), which "
            "nobody can look through. Insert it as a picture, or take it away.",
            part=part,
        )
    for each in root.iter(f"{A}srcRect"):
        if any(str(value) != "0" for value in each.attrib.values()):
            raise RevTrackError(
                "A picture is cropped ({part}): what was cut away is still in the file. In Word or "
                "Excel, choose Compress Pictures and delete the cropped areas, and save.",
                part=part,
            )


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _keep_tail(element: etree._Element) -> None:
    """Let the text after a remark stay where the remark is taken out."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None


def _resolve_alternatives(root: etree._Element) -> None:
    """Put the one branch that is shown in the place of all of them."""
    for each in list(root.iter(f"{MC}AlternateContent")):
        shown = next(_shown(each), None)
        for branch in list(each):
            if branch is not shown:
                remove(branch)
        if shown is not None:
            unwrap(shown)
        unwrap(each)


def _shown(alternatives: etree._Element) -> Iterator[etree._Element]:
    for each in alternatives.iterchildren(f"{MC}Choice"):
        wanted = each.get("Requires", "").split()
        if wanted and all(each.nsmap.get(name) in _SHOWN_BY_ALL for name in wanted):
            yield each
    yield from alternatives.iterchildren(f"{MC}Fallback")


def _keep_decorative(extensions: etree._Element) -> None:
    for each in list(extensions):
        if each.find(f"{ADEC}decorative") is None:
            remove(each)
        else:
            each.set("uri", _DECORATIVE)
    if not len(extensions):
        remove(extensions)


def _describe(drawn: etree._Element, number: int) -> None:
    """Give what is drawn a number and its description alone; take it out where it is hidden."""
    if drawn.get("hidden", "0") not in {"0", "false"}:
        outer = next(drawn.iterancestors(f"{W}drawing"), None)
        remove(outer if outer is not None else _holder(drawn))
        return
    described = drawn.get("descr") or drawn.get("title")
    drawn.attrib.pop("title", "")
    if described:
        drawn.set("descr", described)
    drawn.set("id", str(number))
    drawn.set("name", f"{_local(drawn)} {number}")


def _holder(drawn: etree._Element) -> etree._Element:
    """Return the shape, picture or chart that an element of names belongs to."""
    for each in drawn.iterancestors():
        if _local(each) in {"pic", "sp", "graphicFrame", "grpSp", "cxnSp", "wsp"}:
            return each
    return drawn


def _number_axes(root: etree._Element) -> None:
    numbers: dict[str, str] = {}
    for each in root.iter(f"{C}axId", f"{C}crossAx"):
        each.set("val", numbers.setdefault(each.get("val", ""), str(len(numbers) + 1)))

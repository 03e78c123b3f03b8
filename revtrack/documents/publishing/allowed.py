"""Only what is known to show something is left of a part: all else is dropped.

An attribute says a number, a word that the format knows, or one of the few texts that a reader may
meet; those few are looked after where they are named.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from revtrack.documents.publishing.known import drawings, sheets, word
from revtrack.documents.publishing.known.names import names
from revtrack.documents.publishing.known.words import WORDS
from revtrack.documents.publishing.spaces import (
    ADEC,
    PIC,
    WP,
    WPG,
    WPS,
    XDR,
    XML,
    A,
    C,
    M,
    R,
    S,
    W,
)


@dataclass(frozen=True)
class _Known:
    """What is known of a format: its elements, and the names of their attributes."""

    elements: frozenset[str]
    attributes: frozenset[str]
    texts: frozenset[str] = frozenset()
    """Elements whose text is shown, or is a value that is looked after."""


_OBJECT = frozenset({"id", "name", "descr"})
_SHAPE = names("wsp cNvPr cNvSpPr cNvCnPr spPr style txbx bodyPr wgp cNvGrpSpPr grpSpPr grpSp")
_FORMATS: Mapping[str, _Known] = {
    W: _Known(word.ELEMENTS, word.ATTRIBUTES, frozenset({"t", "instrText"})),
    M: _Known(drawings.MATHS, drawings.MATHS_ATTRIBUTES, frozenset({"t"})),
    A: _Known(drawings.DRAWING, drawings.DRAWING_ATTRIBUTES, frozenset({"t"})),
    C: _Known(drawings.CHART, drawings.CHART_ATTRIBUTES, frozenset({"v", "f", "formatCode"})),
    PIC: _Known(drawings.PICTURE, _OBJECT),
    WP: _Known(
        drawings.IN_TEXT, drawings.IN_TEXT_ATTRIBUTES | _OBJECT, frozenset({"align", "posOffset"})
    ),
    WPS: _Known(_SHAPE, _OBJECT | {"txBox"} | drawings.DRAWING_ATTRIBUTES),
    WPG: _Known(_SHAPE, _OBJECT | drawings.DRAWING_ATTRIBUTES),
    XDR: _Known(
        sheets.DRAWN,
        sheets.DRAWN_ATTRIBUTES | _OBJECT,
        frozenset({"col", "colOff", "row", "rowOff"}),
    ),
    S: _Known(
        sheets.ELEMENTS,
        sheets.ATTRIBUTES,
        names(
            "t v formula definedName oddHeader oddFooter evenHeader evenFooter firstHeader "
            "firstFooter"
        ),
    ),
    ADEC: _Known(frozenset({"decorative"}), frozenset({"val"})),
}
_FREE = frozenset(
    {
        *((W, name, "val") for name in ("tblCaption", "tblDescription", "lvlText", "name")),
        *((W, name, "val") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")),
        *((W, name, "val") for name in ("styleLink", "numStyleLink")),
        *((W, "rFonts", name) for name in ("ascii", "hAnsi", "eastAsia", "cs")),
        *((W, "style", "styleId"), (W, "sym", "font"), (W, "font", "name")),
        *((W, "bookmarkStart", "name"), (W, "hyperlink", "anchor"), (W, "fldSimple", "instr")),
        *((W, "compatSetting", "name"), (W, "compatSetting", "uri")),
        *((space, "cNvPr", name) for space in (PIC, XDR, WPS, WPG) for name in ("name", "descr")),
        *((WP, "docPr", "name"), (WP, "docPr", "descr")),
        *((A, name, "typeface") for name in ("latin", "ea", "cs", "sym", "buFont")),
        *((A, name, "name") for name in ("theme", "clrScheme", "fontScheme", "fmtScheme", "gd")),
        *((A, "graphicData", "uri"), (A, "ext", "uri"), (A, "gd", "fmla")),
        *((C, "numFmt", "formatCode"), (S, "numFmt", "formatCode")),
        *(
            (S, "name", "val"),
            (S, "rFont", "val"),
            (S, "sheet", "name"),
            (S, "definedName", "name"),
        ),
        *((S, "table", "name"), (S, "table", "displayName"), (S, "tableColumn", "name")),
        *((S, "hyperlink", "location"), (S, "tableStyleInfo", "name"), (S, "cellStyle", "name")),
        *((S, "cfRule", "text"), (S, "cfvo", "val")),
    }
)
"""Attributes that say something in words, by format, element and name."""
_HOLDERS: Mapping[str, Collection[str]] = {
    f"{W}t": {f"{W}r"},
    f"{W}instrText": {f"{W}r"},
    f"{W}r": {
        *(f"{W}{name}" for name in names("p hyperlink fldSimple dir bdo rt rubyBase")),
        *(f"{M}{name}" for name in drawings.MATHS),
    },
    f"{M}t": {f"{M}r"},
    f"{W}tr": {f"{W}tbl"},
    f"{W}tc": {f"{W}tr"},
    f"{W}p": {f"{W}{name}" for name in names("body tc hdr ftr footnote endnote txbxContent")},
    f"{W}tbl": {f"{W}{name}" for name in names("body tc hdr ftr footnote endnote txbxContent")},
    f"{S}t": {f"{S}si", f"{S}r", f"{S}is"},
    f"{S}v": {f"{S}c"},
    f"{A}t": {f"{A}r"},
}
"""What some elements must stand in to be shown."""
_CELLS = frozenset({"r", "ref", "sqref", "spans", "topLeftCell", "activeCell"})
_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_OF_CELLS = re.compile(rf"(?:{_CELL}(?::{_CELL})?|\d{{1,7}}:\d{{1,7}}|\d{{1,7}})(?: (?!$)|$)")
_PLAIN = re.compile(
    r"[-+]?(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?(?:pt|in|cm|mm|pc|pi|%)?"
    r"|[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}|[01]{12}"
    r"|[a-z]{2}-[A-Z]{2}|[a-z]{2}|x-none|[^\w\s]{1,3}|.?"
)


def keep_known(root: etree._Element) -> None:
    """Drop the elements, attributes and texts of a part that are not known."""
    for child in list(root):
        if _known_of(child) is None:
            root.remove(child)
        else:
            keep_known(child)
    known = _known_of(root)
    name = etree.QName(root).localname
    if known is None or name not in known.texts:
        root.text = None
    root.tail = None
    for key, value in root.attrib.items():
        if not _is_kept(root, str(key), str(value)):
            del root.attrib[key]


def _known_of(element: etree._Element) -> _Known | None:
    """Return what is known of an element's format; None where it is not known to stand there."""
    if not isinstance(element.tag, str):
        return None
    known = _format_of(element.tag)
    holders = _HOLDERS.get(element.tag)
    holder = element.getparent() if holders else None
    return known if holders is None or holder is None or holder.tag in holders else None


@cache
def _format_of(tag: str) -> _Known | None:
    space, _, name = tag.rpartition("}")
    known = _FORMATS.get(space + "}")
    return known if known is not None and name in known.elements else None


def _is_kept(element: etree._Element, key: str, value: str) -> bool:
    space, _, name = key.rpartition("}")
    own, _, of = str(element.tag).rpartition("}")
    if space + "}" == R:
        return name in {"id", "embed"}
    if space + "}" == XML:
        return (name, value) == ("space", "preserve")
    known = _FORMATS.get(own + "}")
    if known is None or name not in known.attributes or space not in {"", own}:
        return False
    is_cells = own + "}" == S and name in _CELLS
    is_plain = _is_cells(value) if is_cells else _PLAIN.fullmatch(value) is not None
    return is_plain or value in WORDS or (own + "}", of, name) in _FREE


def _is_cells(value: str) -> bool:
    place = 0
    while place < len(value):
        found = _OF_CELLS.match(value, place)
        if found is None:
            return False
        place = found.end()
    return bool(value)

"""What the parts of an office file lead to: only what a reader sees is kept, nothing outside it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from revtrack.documents.accessibility.opened import tree
from revtrack.domain.errors import RevTrackError

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "[Content_Types].xml"
_NAMESPACE: dict[Any, str] = {None: PACKAGE[1:-1]}
_BY_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_SEEN = frozenset(
    {
        *("officeDocument", "styles", "settings", "numbering", "fontTable", "theme"),
        *("header", "footer", "footnotes", "endnotes", "image", "chart"),
        *("worksheet", "chartsheet", "sharedStrings", "table", "drawing"),
    }
)
"""What is kept of that which the parts lead to; all else is of no use to a reader."""
_CONTENT = frozenset(
    {
        *("oleObject", "package", "control", "aFChunk", "subDocument", "vbaProject"),
        *("diagramData", "chartEx", "xlMacrosheet", "dialogsheet", "slide"),
    }
)
"""What a reader sees too, and nobody can look through here."""
_NAMED = frozenset({"image", "chart", "drawing", "table", "worksheet", "chartsheet"})
"""What is seen only where the part that leads to it names it."""
_KEPT_EMPTY = frozenset({"pageSetup", "blip"})
"""Elements that stand without what they named."""


@dataclass(frozen=True)
class Relation:
    """One line of a part's list of what it leads to."""

    element: etree._Element
    source: str

    @property
    def id(self) -> str:
        """Its name in the part."""
        return str(self.element.get("Id", ""))

    @property
    def kind(self) -> str:
        """The last word of its kind, as ``image`` or ``comments``."""
        return str(self.element.get("Type", "")).rsplit("/", 1)[-1]

    @property
    def is_outside(self) -> bool:
        """Whether it leads out of the file."""
        return self.element.get("TargetMode") == "External"

    @property
    def target(self) -> str:
        """The name of the part that it leads to."""
        named = str(self.element.get("Target", ""))
        if named.startswith("/"):
            return named[1:]
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.source), named))


def list_of(part: str) -> str:
    """Return the name of the part that lists what this one leads to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: dict[str, bytes], part: str) -> list[Relation]:
    """Return what a part leads to."""
    listed = parts.get(list_of(part))
    return [Relation(each, part) for each in tree(listed)] if listed else []


def main_part(parts: dict[str, bytes]) -> str:
    """Return the name of the part that holds the document; raise RevTrackError: there is none."""
    found = [each.target for each in relations(parts, "") if each.kind == "officeDocument"]
    if not found or found[0] not in parts:
        raise RevTrackError("The file has no text or sheets that could be published.")
    return found[0]


def detach(parts: dict[str, bytes], roots: dict[str, etree._Element]) -> dict[str, bytes]:
    """Return the parts that are seen, each leading only to others that are.

    ``roots`` are the trees of the XML parts; what names a dropped part is taken out of them. Raises
    RevTrackError where something is seen that cannot be looked through.
    """
    kept: dict[str, bytes] = {}
    pending = [main_part(parts)]
    lists: dict[str, list[Relation]] = {"": _seen(parts, "", None)}
    while pending:
        name = pending.pop()
        if name in kept or name not in parts:
            continue
        kept[name] = parts[name]
        lists[name] = _seen(parts, name, roots.get(name))
        pending += [each.target for each in lists[name]]
    for name, listed in lists.items():
        if listed:
            kept[list_of(name)] = _written(listed)
    kept[TYPES] = _types(parts[TYPES], kept)
    return kept


def _seen(parts: dict[str, bytes], name: str, root: etree._Element | None) -> list[Relation]:
    named = set(_ids(root)) if root is not None else set()
    kept, dropped = [], set()
    for each in relations(parts, name):
        is_of_chart = each.kind == "package" and "/charts/" in f"/{name}"
        if each.kind in _CONTENT and each.id in named and not is_of_chart:
            raise RevTrackError(
                "The file holds an embedded object, a drawing of shapes or a macro ({part}), which "
                "nobody can look through. Insert it as a picture, or take it away.",
                part=each.target,
            )
        is_seen = each.kind in _SEEN and not each.is_outside and each.target in parts
        if is_seen and (each.kind not in _NAMED or each.id in named):
            kept.append(each)
        else:
            dropped.add(each.id)
    if root is not None:
        _take_out(root, dropped)
    return kept


def _ids(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        for key, value in element.attrib.items():
            if str(key).startswith(_BY_ID):
                yield str(value)


def _take_out(root: etree._Element, dropped: set[str]) -> None:
    """Take out what names a dropped part; the words of a link stay."""
    for element in list(root.iter()):
        keys = [
            key
            for key, value in element.attrib.items()
            if str(key).startswith(_BY_ID) and value in dropped
        ]
        if not keys or element.getparent() is None:
            continue
        name = etree.QName(element).localname
        if name in _KEPT_EMPTY:
            for key in keys:
                del element.attrib[key]
        elif name == "hyperlink" and len(element):
            unwrap(element)
        else:
            remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def remove(element: etree._Element) -> None:
    """Remove an element, and what held nothing but it; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    emptied = {"hyperlinks", "externalReferences", "pivotCaches", "tableParts", "extLst"}
    emptied |= {"dataValidations", "conditionalFormatting"}
    if not len(parent) and etree.QName(parent).localname in emptied:
        remove(parent)


def _written(listed: list[Relation]) -> bytes:
    root = etree.Element(f"{PACKAGE}Relationships", nsmap=_NAMESPACE)
    for each in listed:
        fields = {name: str(each.element.get(name, "")) for name in ("Id", "Type", "Target")}
        etree.SubElement(root, f"{PACKAGE}Relationship", fields)
    return written(root)


def written(root: etree._Element) -> bytes:
    """Return a tree as a part."""
    part: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part


def _types(part: bytes, kept: dict[str, bytes]) -> bytes:
    """Return the list of content types without the parts that are gone."""
    root = tree(part)
    endings = {name.rsplit(".", 1)[-1].casefold() for name in kept}
    for each in list(root):
        name = str(each.get("PartName", "")).removeprefix("/")
        ending = str(each.get("Extension", "")).casefold()
        if (name and name not in kept) or (ending and ending not in {*endings, "rels", "xml"}):
            root.remove(each)
    return written(root)

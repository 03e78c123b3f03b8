"""What the parts of an office file lead to: only what a reader sees is kept, nothing outside it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from revtrack.documents.accessibility.opened import tree
from revtrack.documents.publishing.part_names import kind_in_full, plain_name, types_of
from revtrack.documents.publishing.spaces import S, W
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
        *("styles", "settings", "numbering", "fontTable", "theme"),
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
_NAMED = frozenset(
    {"image", "chart", "drawing", "table", "worksheet", "chartsheet", "header", "footer"}
)
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


@dataclass(frozen=True)
class Package:
    """The parts of a file by name, and the trees of those that are XML."""

    parts: dict[str, bytes]
    roots: dict[str, etree._Element]


def list_of(part: str) -> str:
    """Return the name of the part that lists what this one leads to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: dict[str, bytes], part: str) -> list[Relation]:
    """Return what a part leads to."""
    listed = parts.get(list_of(part))
    return [Relation(each, part) for each in tree(listed)] if listed else []


def _main(parts: dict[str, bytes]) -> Relation:
    found = [each for each in relations(parts, "") if each.kind == "officeDocument"]
    if not found or found[0].target not in parts:
        raise RevTrackError("The file has no text or sheets that could be published.")
    return found[0]


def detach(package: Package) -> Package:
    """Return the parts that are seen, under plain names, each leading only to others that are.

    What names a dropped part is taken out of the trees, in place; parts that have no tree yet get
    one. Raises RevTrackError where something is seen that cannot be looked through, and where the
    file is neither a Word document nor a workbook.
    """
    parts, roots = package.parts, dict(package.roots)
    main = _main(parts)
    base = _base(roots.setdefault(main.target, tree(parts[main.target])))
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    lists = {"": [main]}
    pending = [main]
    while pending:
        each = pending.pop(0)
        if each.target in names:
            continue
        if each.kind != "image":
            roots.setdefault(each.target, tree(parts[each.target]))
        name = plain_name(each.kind, base, parts[each.target], set(kinds))
        names[each.target], kinds[name] = name, each.kind
        lists[each.target] = _seen(parts, each, roots.get(each.target))
        pending += lists[each.target]
    kept = {name: parts[old] for old, name in names.items()}
    for old, listed in lists.items():
        _number(listed, roots.get(old))
        if listed:
            kept[list_of(names.get(old, ""))] = _written(listed, names)
    kept[TYPES] = types_of(kinds, base)
    return Package(kept, {name: roots[old] for old, name in names.items() if old in roots})


def _base(root: etree._Element) -> str:
    bases = {f"{W}document": "word", f"{S}workbook": "xl"}
    if root.tag not in bases:
        raise RevTrackError("The file is neither a Word document (.docx) nor a workbook (.xlsx).")
    return bases[str(root.tag)]


def _number(listed: list[Relation], root: etree._Element | None) -> None:
    """Give what a part leads to numbers, there and in the part itself."""
    numbers = {each.id: f"rId{number}" for number, each in enumerate(listed, start=1)}
    for each in listed:
        each.element.set("Id", numbers[each.id])
    for element in root.iter() if root is not None else ():
        for key, value in element.attrib.items():
            if str(key).startswith(_BY_ID) and value in numbers:
                element.set(key, numbers[str(value)])


def _seen(parts: dict[str, bytes], source: Relation, root: etree._Element | None) -> list[Relation]:
    named = set(_ids(root)) if root is not None else set()
    kept, dropped = [], set()
    for each in relations(parts, source.target):
        is_of_chart = each.kind == "package" and source.kind == "chart"
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


def _written(listed: list[Relation], names: dict[str, str]) -> bytes:
    root = etree.Element(f"{PACKAGE}Relationships", nsmap=_NAMESPACE)
    for each in listed:
        fields = {
            "Id": each.id,
            "Type": kind_in_full(each.kind),
            "Target": f"/{names[each.target]}",
        }
        etree.SubElement(root, f"{PACKAGE}Relationship", fields)
    return written(root)


def written(root: etree._Element) -> bytes:
    """Return a tree as a part."""
    part: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part

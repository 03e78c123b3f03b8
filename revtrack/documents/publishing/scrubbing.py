"""A copy of a Word document or workbook with what a reader sees, and nothing else."""

import re
from datetime import date

from lxml import etree

from revtrack.documents.accessibility.opened import parts_of, title_of, tree
from revtrack.documents.office import package
from revtrack.documents.publishing import sheets, word_marks
from revtrack.documents.publishing.pictures import stripped
from revtrack.documents.publishing.relations import (
    PACKAGE,
    TYPES,
    detach,
    list_of,
    main_part,
    relations,
    written,
)
from revtrack.domain.errors import RevTrackError

_PROPERTIES = re.compile(r"^(?:docProps/|_rels/\.rels$)")
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_DECORATIVE = "decorative"


def scrubbed(content: bytes, *, author: str, on: date) -> bytes:
    """Return the document as its readers see it; the same document gives the same bytes.

    ``author`` is the office that stands for it, ``on`` the day that it bears. Raises RevTrackError
    where it is no Word document or workbook, or holds what nobody can look through.
    """
    parts = parts_of(content)
    title = title_of(parts)
    parts = {name: part for name, part in parts.items() if not name.startswith("docProps/")}
    roots = {name: tree(part) for name, part in parts.items() if _is_xml(name)}
    for root in roots.values():
        _take_common(root)
    main = main_part(parts)
    if roots[main].tag == f"{word_marks.W}document":
        _scrub_word(roots)
    elif roots[main].tag == f"{sheets.S}workbook":
        _scrub_workbook(parts, roots, main)
    else:
        raise RevTrackError("The file is neither a Word document (.docx) nor a workbook (.xlsx).")
    kept = detach(parts, roots)
    for name in kept:
        if name in roots:
            kept[name] = written(roots[name])
        elif not name.endswith((".rels", ".xml")):
            kept[name] = stripped(kept[name])
    if "sharedStrings" in " ".join(kept):
        _forget_texts(kept)
    return package.write_parts(_with_properties(kept, title, author, on))


def _is_xml(name: str) -> bool:
    return name.endswith(".xml") and name != TYPES


def _take_common(root: etree._Element) -> None:
    """Take out remarks in the XML itself and what only other versions of a program read."""
    for each in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        parent = each.getparent()
        if parent is not None:
            _keep_tail(each)
            parent.remove(each)
    for each in [each for each in root.iter() if _local(each) == "extLst"]:
        _keep_decorative(each)
    for each in root.iter():
        if _local(each) in {"docPr", "cNvPr"}:
            each.set("name", f"{_local(each)} {each.get('id', '')}".strip())


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _keep_tail(element: etree._Element) -> None:
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif (parent := element.getparent()) is not None:
        parent.text = (parent.text or "") + (element.tail or "")


def _keep_decorative(extensions: etree._Element) -> None:
    for each in list(extensions):
        if not any(_local(child) == _DECORATIVE for child in each):
            extensions.remove(each)
    parent = extensions.getparent()
    if not len(extensions) and parent is not None:
        parent.remove(extensions)


def _scrub_word(roots: dict[str, etree._Element]) -> None:
    styles = next((root for root in roots.values() if root.tag == f"{word_marks.W}styles"), None)
    hidden = word_marks.hidden_styles(styles)
    for root in roots.values():
        if str(root.tag).startswith(word_marks.W):
            word_marks.accept_changes(root)
            word_marks.take_hidden(root, hidden)
            word_marks.take_marks(root)


def _scrub_workbook(parts: dict[str, bytes], roots: dict[str, etree._Element], main: str) -> None:
    sheets.drop_hidden(roots[main], relations(parts, main), roots)
    for root in roots.values():
        sheets.take_marks(root)
        sheets.blank_hidden(root)


def _forget_texts(kept: dict[str, bytes]) -> None:
    roots = {name: tree(part) for name, part in kept.items() if _is_xml(name)}
    shown = [root for root in roots.values() if root.tag == f"{sheets.S}worksheet"]
    for name, root in roots.items():
        if root.tag == f"{sheets.S}sst":
            sheets.forget_unused(root, shown)
            kept[name] = written(root)


def _with_properties(kept: dict[str, bytes], title: str, author: str, on: date) -> dict[str, bytes]:
    """Give the document the properties of one that the office has made: a title, no person."""
    kept["docProps/core.xml"] = package.core_properties(title=title, author=author, on=on)
    kept["docProps/app.xml"] = package.app_properties()
    listed = tree(kept[list_of("")])
    taken = {str(each.get("Id")) for each in listed}
    named = ((_CORE, "docProps/core.xml"), (_APP, "docProps/app.xml"))
    for number, (kind, target) in enumerate(named, start=1):
        name = f"rIdP{number}" if f"rIdP{number}" not in taken else f"rIdQ{number}"
        fields = {"Id": name, "Type": kind, "Target": target}
        etree.SubElement(listed, f"{PACKAGE}Relationship", fields)
    kept[list_of("")] = written(listed)
    types = tree(kept[TYPES])
    space = types.tag[: types.tag.index("}") + 1]
    for kind, target in ((_CORE_TYPE, "docProps/core.xml"), (_APP_TYPE, "docProps/app.xml")):
        fields = {"PartName": f"/{target}", "ContentType": kind}
        etree.SubElement(types, f"{space}Override", fields)
    kept[TYPES] = written(types)
    return kept

"""A copy of a Word document or workbook with what a reader sees, and nothing else."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from revtrack.confined.archive import DAMAGED
from revtrack.documents.accessibility.opened import parts_of, title_of, tree
from revtrack.documents.accessibility.word_file import of_trees
from revtrack.documents.office import package as office
from revtrack.documents.publishing import charts, sheets
from revtrack.documents.publishing.allowed import keep_known
from revtrack.documents.publishing.common import refuse_unreadable, take_common
from revtrack.documents.publishing.pictures import bare
from revtrack.documents.publishing.relations import (
    PACKAGE,
    TYPES,
    Package,
    detach,
    list_of,
    written,
)
from revtrack.documents.publishing.spaces import W
from revtrack.documents.publishing.unseen import Unseen
from revtrack.documents.publishing.word_changes import accept_changes
from revtrack.documents.publishing.word_fields import keep_own_fields
from revtrack.documents.publishing.word_pages import drop_unread_notes, drop_unshown_pages
from revtrack.documents.publishing.word_styles import keep_used_styles
from revtrack.documents.publishing.word_unseen import take_unseen
from revtrack.domain.errors import RevTrackError

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True)
class Scrubbed:
    """A copy for everybody."""

    content: bytes
    unseen: tuple[Unseen, ...]
    """Texts that nobody can see by their colour, size or format, each once."""


def scrubbed(content: bytes, *, author: str, on: date) -> Scrubbed:
    """Return the document as its readers see it; the same document gives the same bytes.

    ``author`` is the office that stands for it, ``on`` the day that it bears. Raises RevTrackError
    where it is no Word document or workbook, is damaged, or holds what nobody can look through.
    """
    parts = parts_of(content)
    try:
        return _scrubbed(parts, title_of(parts), author, on)
    except ValueError as fault:  # where a number should stand, there is none
        raise RevTrackError(DAMAGED) from fault


def _scrubbed(parts: dict[str, bytes], title: str, author: str, on: date) -> Scrubbed:
    opened = detach(Package(parts, {}))
    for root in opened.roots.values():
        take_common(root)
    is_word = _DOCUMENT in opened.roots
    unseen = _scrub_word(opened.roots) if is_word else sheets.scrub_workbook(opened)
    copy = detach(opened)
    for name, root in copy.roots.items():
        refuse_unreadable(root, name)
        keep_known(root)
    if is_word:
        keep_used_styles(copy.roots)
    kept = {
        name: bare(part, name) if "/media/" in name else part for name, part in copy.parts.items()
    }
    kept |= {name: written(_without_spaces(root)) for name, root in copy.roots.items()}
    made = office.write_parts(_with_properties(kept, title, author, on))
    return Scrubbed(made, tuple(dict.fromkeys(each for each in unseen if each.text)))


def _scrub_word(roots: dict[str, etree._Element]) -> list[Unseen]:
    for name, root in roots.items():
        accept_changes(root)
        if name.startswith("word/charts/"):
            charts.forget_workbook(root)
    drop_unshown_pages(roots[_DOCUMENT], roots.get("word/settings.xml"))
    keep_own_fields([root for root in roots.values() if str(root.tag).startswith(W)])
    drop_unread_notes(list(roots.values()))
    unseen = list(take_unseen(of_trees(roots)))
    drop_unread_notes(list(roots.values()))  # what led to them may have been hidden
    return unseen


def _without_spaces(root: etree._Element) -> etree._Element:
    """Return a tree that declares only the namespaces that it uses."""
    etree.cleanup_namespaces(root)
    return root


def _with_properties(kept: dict[str, bytes], title: str, author: str, on: date) -> dict[str, bytes]:
    """Give the document the properties of one that the office has made: a title, no person."""
    kept["docProps/core.xml"] = office.core_properties(title=title, author=author, on=on)
    kept["docProps/app.xml"] = office.app_properties()
    listed, types = tree(kept[list_of("")]), tree(kept[TYPES])
    space = types.tag[: types.tag.index("}") + 1]
    properties = ((_CORE, _CORE_TYPE, "docProps/core.xml"), (_APP, _APP_TYPE, "docProps/app.xml"))
    for number, (kind, told_as, target) in enumerate(properties, start=2):
        fields = {"Id": f"rId{number}", "Type": kind, "Target": f"/{target}"}
        etree.SubElement(listed, f"{PACKAGE}Relationship", fields)
        fields = {"PartName": f"/{target}", "ContentType": told_as}
        etree.SubElement(types, f"{space}Override", fields)
    kept[list_of("")], kept[TYPES] = written(listed), written(types)
    return kept

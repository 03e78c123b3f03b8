"""An answer form in Word as it came back: what stands in its fields, known by control or bookmark.

Word keeps both and LibreOffice only the bookmarks; a form that was filled in with either is read
the same way. Nothing is judged here.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from revtrack.confined.archive import DAMAGED
from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.form_fields import FIELD_START, field_of
from revtrack.domain.replies.form_key import FormKey, StatusKey
from revtrack.wording import status_form_texts
from revtrack.wording.form_texts import HINTS, OFFICE_HINTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
PROPERTIES = "docProps/core.xml"
IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
FORM = "{urn:revtrack:svarsformular}form"

_LINE = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_REMOVED = frozenset(
    {
        *(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""What is no part of the text: deletions that are tracked, how things look, what stands twice."""
_HINTS = frozenset({*HINTS.values(), *status_form_texts.HINTS.values(), *OFFICE_HINTS})


def read_form_word(content: bytes) -> dict[str, Any]:
    """Return what a form holds: its keys, and the texts of its fields by uid and code.

    ``{"keys": [...], "odd": [...], "fields": [{"uid", "field", "text"}]}``, the fields in
    the order of the document; ``odd`` are names that begin as a field's and are none.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if DOCUMENT not in names:
            raise RevTrackError(DAMAGED)
        parts = {
            name: archive.read(name)
            for name in names
            if name in {DOCUMENT, PROPERTIES} or name.startswith("customXml/item")
        }
    texts = _Texts()
    texts.walk(parsed(parts[DOCUMENT]))
    return {"keys": _keys(parts), **texts.told()}


def parsed(part: bytes) -> etree._Element:
    """Return a part's XML; nothing outside it is ever loaded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as fault:
        raise RevTrackError(DAMAGED) from fault


def key_in_properties(part: bytes) -> list[str]:
    """Return the key in a file's properties, as a list of none or one."""
    return [each.text for each in parsed(part).iter(IDENTIFIER) if each.text]


def _keys(parts: dict[str, bytes]) -> list[str]:
    found = key_in_properties(parts[PROPERTIES]) if PROPERTIES in parts else []
    for name, part in parts.items():
        if name.startswith("customXml/"):
            found += [each.get("key", "") for each in parsed(part).iter(FORM)]
    return [each for each in dict.fromkeys(found) if FormKey.read(each) or StatusKey.read(each)]


class _Texts:
    """Collects the texts within controls and bookmarks while a document is gone through."""

    def __init__(self) -> None:
        self.open_controls: list[str] = []
        self.open_bookmarks: dict[str, str] = {}
        """The bookmarks that have begun, by their ids."""
        self.in_controls: dict[str, list[str]] = {}
        self.in_bookmarks: dict[str, list[str]] = {}

    def walk(self, element: etree._Element) -> None:
        """Go through an element and all that is in it, in the order it is read."""
        for child in element:
            if child.tag in _REMOVED or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}sdt":
                self._walk_control(child)
            elif child.tag == f"{W}bookmarkStart":
                self._begin(child.get(f"{W}id", ""), child.get(f"{W}name", ""))
            elif child.tag == f"{W}bookmarkEnd":
                self.open_bookmarks.pop(child.get(f"{W}id", ""), None)
            elif child.tag == f"{W}t":
                self._put(child.text or "")
            elif child.tag in _LINE:
                self._put(_LINE[child.tag])
            elif child.tag == f"{W}r" and _is_hint(child):
                continue  # a hint that was left beside what somebody wrote
            else:
                self._walk_paragraph(child)

    def _walk_paragraph(self, child: etree._Element) -> None:
        self.walk(child)
        if child.tag == f"{W}p":
            self._put("\n")

    def _walk_control(self, control: etree._Element) -> None:
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = tag.get(f"{W}val", "") if tag is not None else ""
        is_ours = name.startswith(FIELD_START)
        if is_ours:
            self.in_controls.setdefault(name, [])
            self.open_controls.append(name)
        for content in control.iterchildren(f"{W}sdtContent"):
            self.walk(content)
        if is_ours:
            self.open_controls.pop()

    def _begin(self, number: str, name: str) -> None:
        if name.startswith(FIELD_START):
            self.in_bookmarks.setdefault(name, [])
            self.open_bookmarks[number] = name

    def _put(self, text: str) -> None:
        for name in self.open_controls:
            self.in_controls[name].append(text)
        for name in self.open_bookmarks.values():
            self.in_bookmarks[name].append(text)

    def told(self) -> dict[str, Any]:
        """Return the fields; where control and bookmark both name one, the control's text."""
        found = {**self.in_bookmarks, **self.in_controls}
        names = [*self.in_bookmarks, *(each for each in found if each not in self.in_bookmarks)]
        return {
            "fields": list(_fields(names, found)),
            "odd": [name for name in names if field_of(name) is None],
        }


def _is_hint(run: etree._Element) -> bool:
    return "".join(each.text or "" for each in run.iter(f"{W}t")) in _HINTS


def _fields(names: list[str], found: dict[str, list[str]]) -> Iterator[dict[str, str]]:
    for name in names:
        known = field_of(name)
        if known is not None:
            text = "".join(found[name]).strip()
            yield {"uid": known[0], "field": known[1], "text": "" if text in _HINTS else text}

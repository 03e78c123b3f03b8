"""The headers, footers and notes of a Word document that some page shows."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lxml import etree

from revtrack.documents.accessibility.word_styles import is_on
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import W

_NOTES = ("footnote", "endnote")
_HOLDERS = frozenset(f"{W}{name}s" for name in _NOTES)
_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_Key: TypeAlias = tuple[str, str | None]
"""The kind of a note, and its number."""


def drop_unshown_pages(document: etree._Element, settings: etree._Element | None) -> None:
    """Take out the headers and footers of first and even pages where no section has such pages."""
    sections = list(document.iter(f"{W}sectPr"))
    has_even = bool(is_on(settings, "evenAndOddHeaders"))
    for tag in (f"{W}headerReference", f"{W}footerReference"):
        for kind in ("first", "even"):
            is_shown = False
            for section in reversed(sections):  # a later one may show what an earlier one names
                is_shown = is_shown or (
                    has_even if kind == "even" else bool(is_on(section, "titlePg"))
                )
                for each in section.findall(tag):
                    if each.get(f"{W}type") == kind:
                        if not is_shown:
                            remove(each)
                        is_shown = False


def drop_unread_notes(roots: Iterable[etree._Element]) -> None:
    """Take out the notes that nothing in the text leads to, and words from the lines above them.

    A note may lead to another one; it counts where something that is read leads to itself.
    """
    every = list(roots)
    notes: dict[_Key, list[etree._Element]] = {}
    for root in every:
        for note in root.iterchildren(*(f"{W}{name}" for name in _NOTES)):
            notes.setdefault(_key(note), []).append(note)
    read = _read(every, notes)
    for note in (note for same in notes.values() for note in same):
        if note.get(f"{W}type") in _LINES:
            for word in list(note.iter(f"{W}t", f"{W}sym", f"{W}drawing")):
                remove(word)
        elif _key(note) not in read:
            remove(note)


def _key(element: etree._Element) -> _Key:
    """Return what a note and all that leads to it share."""
    return str(element.tag).removesuffix("Reference"), element.get(f"{W}id")


def _read(roots: Iterable[etree._Element], notes: Mapping[_Key, list[etree._Element]]) -> set[_Key]:
    """Return the notes that can be come to from outside the notes."""
    found: set[_Key] = set()
    pending = [root for root in roots if root.tag not in _HOLDERS]
    while pending:
        for each in pending.pop().iter(*(f"{W}{name}Reference" for name in _NOTES)):
            if _key(each) in notes and _key(each) not in found:
                found.add(_key(each))
                pending += notes[_key(each)]
    return found

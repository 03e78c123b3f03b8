"""The headers, footers and notes of a Word document that some page shows."""

from collections.abc import Iterable

from lxml import etree

from revtrack.documents.accessibility.word_styles import is_on
from revtrack.documents.publishing.relations import remove
from revtrack.documents.publishing.spaces import W

_NOTES = ("footnote", "endnote")
_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


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
    """Take out the notes that nothing in the text leads to, and words from the lines above them."""
    every = list(roots)
    for name in _NOTES:
        read = {each.get(f"{W}id") for root in every for each in root.iter(f"{W}{name}Reference")}
        for root in every:
            for note in list(root.iterchildren(f"{W}{name}")):
                if note.get(f"{W}type") in _LINES:
                    for word in list(note.iter(f"{W}t", f"{W}sym", f"{W}drawing")):
                        remove(word)
                elif note.get(f"{W}id") not in read:
                    remove(note)

"""What keeps somebody from reading a Word document."""

from collections.abc import Callable, Iterator

from revtrack.documents.accessibility.finding import Finding
from revtrack.documents.accessibility.word_contrast import contrasts
from revtrack.documents.accessibility.word_file import WordFile, opened
from revtrack.documents.accessibility.word_language import languages
from revtrack.documents.accessibility.word_objects import objects
from revtrack.documents.accessibility.word_tables import coloured_cells, tables
from revtrack.documents.accessibility.word_text import headings, paragraphs, titles

Check = Callable[[WordFile], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    titles,
    headings,
    paragraphs,
    languages,
    tables,
    coloured_cells,
    objects,
    contrasts,
)
"""Every check of a Word document; each looks at one kind of thing."""


def check_word(content: bytes) -> tuple[Finding, ...]:
    """Return what keeps somebody from reading a Word document, by kind and then in reading order.

    Raises RevTrackError where the file is damaged or is no Word document.
    """
    file = opened(content)
    return tuple(finding for check in CHECKS for finding in check(file))

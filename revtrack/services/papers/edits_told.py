"""What a file edited by hand says otherwise than the register, in words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError
from revtrack.services.papers.edited import Edits
from revtrack.services.papers.files import content_at
from revtrack.services.papers.issuing import edits_now
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext, sentence, word
from revtrack.wording.labels import label

MOST_LINES = 12
"""More lines than these are counted, not told."""


def edits_told(edits: Edits) -> tuple[str, ...]:
    """Return the differences of an edited file, a line each."""
    if edits.refusal is not None:
        return (_("It could not be compared: {reason}").format(reason=word(edits.refusal)),)
    if edits.is_none:
        return (_("It says the same; it was only saved anew."),)
    deviations = (
        f"{label(each.severity)}: {sentence(each.message, each.values)}"
        for each in edits.deviations
    )
    return (
        *deviations,
        *_lines(_("Only in the edited file: {text}"), edits.lines.only_first),
        *_lines(_("Only in the register's: {text}"), edits.lines.only_second),
    )


def _lines(said: str, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines[:MOST_LINES]:
        yield said.format(text=line)
    left = len(lines) - MOST_LINES
    if left > 0:
        yield ngettext("… and {n} more line.", "… and {n} more lines.", left).format(n=left)


def differences_of(store: Store, document: r.Document, path: Path, today: date) -> tuple[str, ...]:
    """Return what the file that lies under a document's name says otherwise than the register.

    The document is made anew in memory and compared with it; nothing is written.
    """
    try:
        edits = edits_now(store, document, content_at(path), path, today)
    except RevTrackError as refusal:
        edits = Edits(refusal=refusal)
    if edits is None:
        return (_("It cannot be made anew now, so nothing is compared."),)
    return edits_told(edits)

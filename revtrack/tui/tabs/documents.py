"""Dokument: what has been made of this audit."""

from collections.abc import Hashable

from rich.text import Text

from revtrack.domain.records import Document
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

WIDE = 100


def summary(view: CaseView) -> str:
    """Return how many documents have been made."""
    count = len(view.case.documents)
    return ngettext("{n} document made", "{n} documents made", count).format(n=count)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a row for each document, the latest first."""
    return (
        Section(
            columns=(
                Column(_("Document")),
                Column(_("Committee"), most=16),
                Column(_("Version")),
                Column(_("Made on")),
                Column(_("File"), grows=True),
                Column(_("Control number"), from_width=WIDE, most=28),
            ),
            rows=tuple(_row(view, each) for each in reversed(view.case.documents)),
            note=_("No document has been made yet. Press {key} to make one.").format(
                key=key_of("audit.document")
            ),
        ),
    )


def _row(view: CaseView, document: Document) -> Row:
    committee = view.case.committee_by_id.get(document.committee_id or 0)
    return Row(
        (
            label(document.kind),
            words.short(committee) if committee else _("All"),
            str(document.edition),
            document.made_on.isoformat(),
            document.file_name,
            document.stamp,
        ),
        RowKey("document", document.id, document.committee_id),
    )


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the file's name in full and what the document shows."""
    if not isinstance(key, RowKey):
        return Text()
    found = [each for each in view.case.documents if each.id == key.id]
    return paragraphs(
        *(words.labelled(_("File"), each.file_name) for each in found),
        *(words.labelled(_("Control number"), each.stamp) for each in found),
    )


TAB = Tab(_("Documents"), summary, sections, detail)

"""Handlingar: what has been made of this audit, what went out, and what became of the files."""

from collections.abc import Hashable
from pathlib import PurePath

from rich.text import Text

from revtrack.domain.filtering import Facts, Field
from revtrack.forms.document_words import formats_told
from revtrack.services.papers.listing import DocumentLine, FileState, file_state_told
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.show import show
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

WIDE, WIDER = 100, 150
_MARKS = {
    FileState.UNCHANGED: words.MARK_DONE,
    FileState.EDITED: words.MARK_LATE,
    FileState.GONE: words.MARK_UNKNOWN,
}
_LOOKS = {FileState.EDITED: "near", FileState.REPLACED: "quiet", FileState.OTHER: "quiet"}


def summary(view: CaseView) -> str:
    """Return how many documents have been made, and how many of them went out."""
    count = len(view.case.documents)
    parts = [ngettext("{n} document made", "{n} documents made", count).format(n=count)]
    if sent := sum(each.issued_on is not None for each in view.case.documents):
        parts.append(ngettext("{n} sent", "{n} sent", sent).format(n=sent))
    edited = sum(each.state is FileState.EDITED for each in view.documents)
    if edited:
        parts.append(ngettext("{n} edited by hand", "{n} edited by hand", edited).format(n=edited))
    return ", ".join(parts)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a row for each document, the latest first."""
    return (
        Section(
            columns=(
                Column(_("Document"), most=28),
                Column(_("Committee"), most=12, from_width=WIDE),
                Column(_("Version")),
                Column(_("Made on"), from_width=WIDE),
                Column(_("Sent")),
                Column(_("State of the file"), most=24),
                Column(_("Published"), from_width=WIDER),
                Column(_("Made as")),
                Column(_("File"), grows=True, is_cut=True),
                Column(_("Control number"), from_width=WIDER, most=28),
            ),
            rows=tuple(_row(each) for each in reversed(view.documents)),
            note=_("No document has been made yet. Press {key} to make one.").format(
                key=key_of("audit.document")
            ),
        ),
    )


def _row(line: DocumentLine) -> Row:
    document = line.document
    state = words.marked(_MARKS.get(line.state, words.MARK_NONE), file_state_told(line.state))
    return Row(
        (
            label(document.kind),
            words.short(line.committee) if line.committee else _("All"),
            str(document.edition),
            document.made_on.isoformat(),
            _sent(line),
            state,
            document.published_on.isoformat() if document.published_on else "",
            formats_told([PurePath(document.file_name).suffix]),
            document.file_name,
            document.stamp,
        ),
        RowKey("document", document.id, document.committee_id),
        _LOOKS.get(line.state, ""),
        line.committee.name if line.committee else "",
        _facts(line, state),
    )


def _sent(line: DocumentLine) -> str:
    on = line.document.issued_on
    if on is not None:
        return words.marked(words.MARK_DONE, on.isoformat())
    return words.marked(words.MARK_DRAFT, _("draft")) if _is_draft(line) else _("no")


def _is_draft(line: DocumentLine) -> bool:
    return line.audit is not None and line.audit.handed_over_on is None


def _facts(line: DocumentLine, state: str) -> Facts:
    committee = line.committee
    return {
        Field.COMMITTEE: (committee.abbreviation or committee.name, committee.name)
        if committee
        else None,
        Field.STATUS: state,
    }


def line_of(view: CaseView, key: Hashable) -> DocumentLine | None:
    """Return the document that a row stands for."""
    if not isinstance(key, RowKey) or key.kind != "document":
        return None
    return next((each for each in view.documents if each.document.id == key.id), None)


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the file with its whole path, what went out, and how an edited one differs."""
    line = line_of(view, key)
    if line is None:
        return Text()
    document = line.document
    days = [
        _("made {day}").format(day=document.made_on),
        _("sent {day}").format(day=document.issued_on) if document.issued_on else _("not sent"),
        _("published {day}").format(day=document.published_on) if document.published_on else "",
    ]
    return paragraphs(
        show(str(line.path.absolute()), "bold"),
        show(" · ".join(filter(None, days))),
        words.labelled(_("How it went out"), line.sent_how) if line.sent_how else None,
        words.labelled(_("Control number"), document.stamp),
        *_differences(view, line),
    )


def _differences(view: CaseView, line: DocumentLine) -> list[Text]:
    if line.state is not FileState.EDITED:
        return []
    told = view.differences.get(line.document.id)
    if told is None:
        return [show(_("It is compared with the register …"))]
    return [
        show(_("What the edited file says otherwise than the register:"), "bold"),
        *map(show, told),
    ]


TAB = Tab(_("Documents"), summary, sections, detail, frozenset({"issue", "publish"}))

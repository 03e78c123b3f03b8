"""Forms that came back, of whatever kind: each read by what it is."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.form_reply import FoundForm
from revtrack.domain.replies.status_reply import status_key_of
from revtrack.reading.guard import kind_told, read_guarded
from revtrack.reading.kinds import Kind
from revtrack.services.follow_up.workbooks import ReadRow, read_workbook
from revtrack.services.papers.files import content_at
from revtrack.services.replies.forms import READER, FormProposal, propose_answers
from revtrack.services.replies.status_forms import StatusProposal, propose_status
from revtrack.storage.store import Store


@dataclass(frozen=True)
class OthersPaper:
    """A file that was not made here: a report, a letter, a reply, or something else altogether."""

    path: Path


def read_returned(
    store: Store, name: str, content: bytes, today: date, *, audit_id: int | None = None
) -> FormProposal | StatusProposal:
    """Return what a form says, an answer form's or a status form's; nothing is stored.

    ``audit_id`` is the audit that it is said to belong to. Raises RevTrackError with the reason
    where the file is no form, or one that is damaged, foreign, of another audit, old or empty.
    """
    found = FoundForm.model_validate(read_guarded(READER, content))
    return _proposed(store, (name, content), found, today, audit_id=audit_id)


def _proposed(
    store: Store,
    file: tuple[str, bytes],
    found: FoundForm,
    today: date,
    *,
    audit_id: int | None = None,
) -> FormProposal | StatusProposal:
    key = status_key_of(found)
    if key is None:
        return propose_answers(store, file, found, today, audit_id=audit_id)
    return propose_status(store, file, found, key, today, audit_id=audit_id)


def read_back(
    store: Store, path: Path, today: date
) -> FormProposal | StatusProposal | tuple[ReadRow, ...] | OthersPaper:
    """Return what a file says that was made here to be filled in; nothing is stored.

    It is an answer form, a status form or the workbook of a follow-up; a Word document, PDF or text
    that is none of them comes back as the paper of somebody else, unread. Raises RevTrackError with
    the reason where it cannot be read.
    """
    content = content_at(path)
    kind = kind_told(content)
    if kind in {Kind.PDF, Kind.TEXT}:
        return OthersPaper(path)
    if kind is Kind.EXCEL:
        with suppress(RevTrackError):  # then it is a form, or that reader tells what it is
            return read_workbook(store, content, today)
    found = FoundForm.model_validate(read_guarded(READER, content))
    if kind is Kind.WORD and not (found.keys or found.fields or found.odd):
        return OthersPaper(path)
    return _proposed(store, (path.name, content), found, today)

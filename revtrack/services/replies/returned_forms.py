"""Forms that came back, of whatever kind: each read by what it is."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.domain.replies.form_reply import FoundForm
from revtrack.domain.replies.status_reply import status_key_of
from revtrack.reading.guard import read_guarded
from revtrack.services.follow_up.workbooks import ReadRow, read_workbook
from revtrack.services.papers.files import content_at
from revtrack.services.replies.forms import READER, FormProposal, propose_answers
from revtrack.services.replies.status_forms import StatusProposal, propose_status
from revtrack.storage.store import Store

WORKBOOK = ".xlsx"


def read_returned(
    store: Store, name: str, content: bytes, today: date, *, audit_id: int | None = None
) -> FormProposal | StatusProposal:
    """Return what a form says, an answer form's or a status form's; nothing is stored.

    ``audit_id`` is the audit that it is said to belong to. Raises RevTrackError with the reason
    where the file is no form, or one that is damaged, foreign, of another audit, old or empty.
    """
    found = FoundForm.model_validate(read_guarded(READER, content))
    key = status_key_of(found)
    if key is None:
        return propose_answers(store, (name, content), found, today, audit_id=audit_id)
    return propose_status(store, (name, content), found, key, today, audit_id=audit_id)


def read_back(
    store: Store, path: Path, today: date
) -> FormProposal | StatusProposal | tuple[ReadRow, ...]:
    """Return what a file says that was made here to be filled in; nothing is stored.

    It is an answer form, a status form or the workbook of a follow-up. Raises RevTrackError with
    the reason where it cannot be read, or is none of them.
    """
    content = content_at(path)
    if path.suffix.lower() == WORKBOOK:
        with suppress(RevTrackError):  # then it is a form, or that reader tells what it is
            return read_workbook(store, content, today)
    return read_returned(store, path.name, content, today)

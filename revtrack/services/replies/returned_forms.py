"""Forms that came back, of whatever kind: each read by what it is."""

from datetime import date

from revtrack.domain.replies.form_reply import FoundForm
from revtrack.domain.replies.status_reply import status_key_of
from revtrack.reading.guard import read_guarded
from revtrack.services.replies.forms import READER, FormProposal, propose_answers
from revtrack.services.replies.status_forms import StatusProposal, propose_status
from revtrack.storage.store import Store


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

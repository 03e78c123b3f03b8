"""Keeps the file that lines were accepted from, as it came."""

from revtrack.domain.codes import REPLIES, FileKind, PaperKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.services.reading_in.lines import Original
from revtrack.services.reading_in.met_replies import replies_of
from revtrack.services.reading_in.saving import Saving
from revtrack.services.replies.attach import attach_within, likely_status, sum_of

_KINDS = {
    PaperKind.REPORT: FileKind.REPORT,
    PaperKind.COVER_LETTER: FileKind.COVER_LETTER,
    PaperKind.FOLLOW_UP_REPORT: FileKind.FOLLOW_UP_REPORT,
    PaperKind.RESPONSE: FileKind.RESPONSE_DRAFT,
    PaperKind.COUNCIL_DECISION: FileKind.MINUTES_EXTRACT,
}


def attach_original(saving: Saving, original: Original) -> bool:
    """Attach the file to its audit, or to the one reply that it is; tell whether it was new."""
    case = saving.case
    sha256 = sum_of(original.content)
    if any(each.sha256 == sha256 for each in case.attachments):
        return False
    kind = _KINDS.get(saving.ground.proposal.kind, FileKind.OTHER)
    replies = {each.known.id for each in replies_of(saving.ground) if each.known is not None}
    is_reply = saving.ground.proposal.kind in REPLIES
    entry = AttachmentEntry(
        audit_id=saving.audit_id,
        response_id=next(iter(replies)) if is_reply and len(replies) == 1 else None,
        name=original.name,
        kind=kind,
        status=likely_status(case, kind),
    )
    attach_within(saving.session, entry, original.content)
    return True

"""The JSON of what has come in a reply case and of what is reported after it, for ``contracts``."""

from collections.abc import Iterable

from revtrack.cli.list_contracts import Json, iso
from revtrack.domain.case import AuditCase
from revtrack.domain.exchange.versions import file_versions
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.records import Attachment, ProgressReport, Response
from revtrack.domain.replies.deciding import committees_of_response
from revtrack.domain.texts.prose import lines_of


def reply_chain(case: AuditCase, line: ReplyLine, *, for_clerk: bool) -> Json:
    """Return what a reply case tells besides its state: all that came, oldest first."""
    return {
        "supplement_due_on": iso(line.supplement_due_on),
        "supplement_days_late": line.supplement_days_late,
        "given_up_on": iso(line.reply_case.given_up_on),
        "responses": [_response(case, line, each, for_clerk=for_clerk) for each in line.responses],
    }


def _response(case: AuditCase, line: ReplyLine, response: Response, *, for_clerk: bool) -> Json:
    told = {
        "kind": response.kind.value,
        "is_received": response.is_received,
        "is_referred_back": response.is_referred_back,
        "is_replaced": any(each.replaces_id == response.id for each in line.responses),
        "dated_on": iso(response.dated_on),
        "decided_on": iso(response.decided_on),
        "sent_on": iso(response.sent_on),
        "received_on": iso(response.received_on),
        "paragraph": response.paragraph,
        "diary_number": response.diary_number,
        "decided_by": response.decided_by,
        "committees": [each.name for each in committees_of_response(case, response)],
        "position": response.position.value if response.position else None,
        "decision_text": response.decision_text,
        "sent_to": list(lines_of(response.sent_to)),
        "has_motions": response.has_motions,
        "has_reservations": response.has_reservations,
        "conditions": response.conditions,
        "remarks": response.remarks,
        "review": response.review.value,
        "reviewed_on": iso(response.reviewed_on),
        "review_paragraph": response.review_paragraph,
        "supplement_due_on": iso(response.supplement_due_on),
        "files": files(case, response.id),
    }
    return told if for_clerk else {**told, "review_note": response.review_note}


def files(case: AuditCase, response_id: int | None) -> list[Json]:
    """Return the files of a response, or those of the audit itself."""
    versions = file_versions(case.attachments)
    return [
        _file(each, versions[each.id])
        for each in case.attachments
        if each.response_id == response_id
    ]


def _file(attachment: Attachment, version: int) -> Json:
    return {
        "name": attachment.name,
        "version": version,
        "kind": attachment.kind.value,
        "status": attachment.status.value,
        "sha256": attachment.sha256,
        "byte_count": attachment.byte_count,
    }


def progress_told(case: AuditCase, line: AddresseeLine, *, for_clerk: bool) -> Json:
    """Return what is reported of one recommendation to a committee after its reply."""
    reports = [each for each in case.progress_reports if each.addressee_id == line.addressee.id]
    return {
        "planned_completion": line.planned_completion,
        "progress_reports": list(_reports(case, reports, for_clerk=for_clerk)),
    }


def _reports(
    case: AuditCase, reports: Iterable[ProgressReport], *, for_clerk: bool
) -> Iterable[Json]:
    actions = {action.id: action.text for action in case.actions}
    for each in reports:
        told = {
            "reported_on": iso(each.reported_on),
            "progress": each.progress.value,
            "text": each.text,
            "action": actions.get(each.action_id) if each.action_id else None,
            "review": each.review.value,
            "reviewed_on": iso(each.reviewed_on),
        }
        yield told if for_clerk else {**told, "review_note": each.review_note}

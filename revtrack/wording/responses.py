"""What has come in a reply case, in words: what it is, who decided it and when, its review."""

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind, Review
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Attachment, Committee, Response
from revtrack.domain.replies.deciding import committees_of_response
from revtrack.wording.labels import label
from revtrack.wording.language import _
from revtrack.wording.words import paragraph_sign


def state_told(line: ReplyLine) -> str:
    """Return where a reply is, and that a supplement which leaves it there waits to be judged."""
    state = label(line.state)
    if not line.has_new_supplement:
        return state
    return _("{state}, new supplement not judged").format(state=state)


def response_title(response: Response) -> str:
    """Return what a response is; of an officials' draft, that it is working material."""
    if response.kind is ResponseKind.DRAFT:
        return _("{kind} (working material)").format(kind=label(response.kind))
    return label(response.kind)


def response_told(response: Response) -> tuple[str, ...]:
    """Return what is known of a response but its texts and its review, in the order it happened."""
    parts = [
        _("dated {day}").format(day=response.dated_on) if response.dated_on else "",
        paragraph_sign(response.paragraph) if response.paragraph else "",
        "" if response.is_referred_back else _decided(response),
        _("diary number {number}").format(number=response.diary_number)
        if response.diary_number
        else "",
        _("sent {day}").format(day=response.sent_on) if response.sent_on else "",
        _received(response),
        _referred_back(response),
        _("motions were put") if response.has_motions else "",
        _("reservations were made") if response.has_reservations else "",
    ]
    return tuple(filter(None, parts))


def _decided(response: Response) -> str:
    if response.decided_by and response.decided_on:
        said = _("decided {day} by {body}")
        return said.format(day=response.decided_on, body=response.decided_by)
    if response.decided_by:
        return _("decided by {body}").format(body=response.decided_by)
    return _("decided {day}").format(day=response.decided_on) if response.decided_on else ""


def _referred_back(response: Response) -> str:
    if not response.is_referred_back:
        return ""
    on = response.decided_on
    return _("referred back {day}").format(day=on) if on else _("referred back")


def _received(response: Response) -> str:
    if not response.is_received:
        return _("not received")
    if response.received_on is None:
        return _("received, day not stated")
    return _("received {day}").format(day=response.received_on)


def shared_told(case: AuditCase, response: Response, committee: Committee) -> str:
    """Return with which other committees a response is given; empty where it is one's own."""
    others = [each.name for each in committees_of_response(case, response) if each != committee]
    return _("together with {names}").format(names=join_names(others)) if others else ""


def review_told(response: Response, *, for_clerk: bool) -> str:
    """Return how a response was judged, when, and what is asked for; a clerk sees no note."""
    parts = [label(response.review)]
    if response.reviewed_on:
        parts.append(_("judged {day}").format(day=response.reviewed_on))
    if response.review_paragraph:
        parts.append(paragraph_sign(response.review_paragraph))
    if response.review is Review.SUPPLEMENT_REQUESTED and response.supplement_due_on:
        parts.append(_("supplement by {day}").format(day=response.supplement_due_on))
    told = ", ".join(parts)
    shows_note = response.review_note and not for_clerk
    return f"{told}: {response.review_note}" if shows_note else told


def file_told(attachment: Attachment, version: int) -> str:
    """Return a file's name, with which version it is where there are earlier ones."""
    if version == 1:
        return attachment.name
    return _("{name} (edition {number})").format(name=attachment.name, number=version)

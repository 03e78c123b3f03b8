"""The letters that a committee's reply gives occasion to, and to whom they are made."""

from collections.abc import Callable
from datetime import date
from functools import partial

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.documents.letters import extension_notice as extension
from revtrack.documents.letters import reminder_letter as reminder
from revtrack.documents.letters import supplement_request as supplement
from revtrack.documents.letters.reminder_mail import reminder_mail
from revtrack.documents.letters.reply_matter import ReplyMatter
from revtrack.documents.office.mail import Enclosed
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, ReplyState
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.names.file_names import join_file_name, short_name
from revtrack.domain.names.succession import committee_in_office
from revtrack.services.papers.orders import Maker, Order, Paper
from revtrack.services.papers.places import read_template
from revtrack.services.papers.single_reminder import log_reminder, message_of
from revtrack.wording.labels import swedish_label

LETTER, MAIL = ".docx", ".eml"


def occasions(kind: DocumentKind, case: AuditCase, today: date) -> tuple[r.Committee, ...]:
    """Return the committees that a letter of the kind is for today where nobody is named."""
    found = [
        line
        for line in reply_lines(case, today)
        if _reason_against(kind, case, line) is None
        and (kind is not DocumentKind.REMINDER or line.is_late or line.is_supplement_late)
    ]
    return tuple(line.committee for line in found)


def possible(kind: DocumentKind, case: AuditCase, today: date) -> tuple[r.Committee, ...]:
    """Return the committees that a letter of the kind can be made for, where one is named."""
    lines = reply_lines(case, today)
    return tuple(line.committee for line in lines if _reason_against(kind, case, line) is None)


def concerned(
    kind: DocumentKind, case: AuditCase, today: date, committee_id: int | None
) -> tuple[r.Committee, ...]:
    """Return the committees that a letter of the kind is made for, or the one that is said.

    They are those that were asked for the reply. Raises RevTrackError where there is no occasion.
    """
    if committee_id is None:
        if found := occasions(kind, case, today):
            return found
        raise _nobody(kind, case)
    lines = reply_lines(case, today)
    own = [line for line in lines if _is_about(case, line, committee_id, today)]
    against = [_reason_against(kind, case, line) for line in own]
    fitting = [line for line, reason in zip(own, against, strict=True) if reason is None]
    if fitting:
        return tuple(line.committee for line in fitting)
    raise next(filter(None, against), _nothing_asked(case, case.committee_by_id[committee_id]))


def _is_about(case: AuditCase, line: ReplyLine, committee_id: int, today: date) -> bool:
    """Tell whether a reply was asked of the committee, or of one that it has taken over from."""
    heir = committee_in_office(case, line.committee, today)
    return committee_id in {line.committee.id, heir.id}


def _nobody(kind: DocumentKind, case: AuditCase) -> RevTrackError:
    reference = case.audit.reference
    match kind:
        case DocumentKind.SUPPLEMENT_REQUEST:
            return RevTrackError(
                "No supplement is asked for in {reference} by a day that lies ahead. Ask for one "
                "first, with: revtrack return",
                reference=reference,
            )
        case DocumentKind.EXTENSION_NOTICE:
            return RevTrackError(
                "In {reference} no more time is registered for a committee that has not replied. "
                "Register it first, with: revtrack extend",
                reference=reference,
            )
        case _:
            return RevTrackError(
                "No reply in {reference} is late. To remind a committee in advance, say which "
                "with --committee.",
                reference=reference,
            )


def _nothing_asked(case: AuditCase, committee: r.Committee) -> RevTrackError:
    return RevTrackError(
        "In {reference} no reply is asked of {committee}, so there is nothing to write about.",
        reference=case.audit.reference,
        committee=committee.name,
    )


def _reason_against(kind: DocumentKind, case: AuditCase, line: ReplyLine) -> RevTrackError | None:
    """Return why no letter of the kind is made about a reply; None where one is."""
    name, reference = line.committee.name, case.audit.reference
    match kind:
        case DocumentKind.SUPPLEMENT_REQUEST:
            return _reason_against_request(case, line)
        case DocumentKind.EXTENSION_NOTICE if not line.extensions:
            return RevTrackError(
                "In {reference} no more time is registered for {committee}. Register it first, "
                "with: revtrack extend",
                committee=name,
                reference=reference,
            )
        case DocumentKind.EXTENSION_NOTICE if not line.is_open:
            return RevTrackError(
                "Nothing is awaited from {committee} in {reference}, so there is no day to tell "
                "of.",
                committee=name,
                reference=reference,
            )
        case DocumentKind.REMINDER if not line.is_open and line.supplement_due_on is None:
            return RevTrackError(
                "Nothing is awaited from {committee} in {reference}, so there is nothing to "
                "remind of.",
                committee=name,
                reference=reference,
            )
        case _:
            return None


def _reason_against_request(case: AuditCase, line: ReplyLine) -> RevTrackError | None:
    """Return why no supplement is asked for in a letter; None where it is."""
    if line.state is not ReplyState.INCOMPLETE:
        return RevTrackError(
            "No supplement is asked of {committee} in {reference}. Ask for one first, with: "
            "revtrack return",
            committee=line.committee.name,
            reference=case.audit.reference,
        )
    if line.supplement_due_on is None:
        return RevTrackError(
            "The supplement from {committee} was asked for without a day. Ask anew with a day "
            "(revtrack return --due).",
            committee=line.committee.name,
        )
    if line.is_supplement_late:
        return RevTrackError(
            "The supplement from {committee} was asked for by {day}, which has passed. Ask "
            "anew with another day (revtrack return --due), or remind.",
            committee=line.committee.name,
            day=line.supplement_due_on,
        )
    return None


def noted_with(order: Order, paper: Paper[Order]) -> Callable[[Session, str], object] | None:
    """Return what is noted with a file of an order: a reminder's letter stands in the log."""
    if order.kind is not DocumentKind.REMINDER or paper.suffix != LETTER:
        return None
    return partial(log_reminder, matter_of(order))


def matter_of(order: Order) -> ReplyMatter:
    """Return the reply that an order is about; raise GoneError where there is none."""
    for line in reply_lines(order.case, order.today):
        if order.committee is not None and line.committee.id == order.committee.id:
            return ReplyMatter(order.case, line, order.today)
    raise GoneError


def title_of(order: Order, title: str) -> str:
    """Return what a letter's file is called: a notice of more time by what it says of that."""
    is_notice = order.kind is DocumentKind.EXTENSION_NOTICE
    return extension.heading(matter_of(order)) if is_notice else title


def _enclosed(order: Order, maker: Maker[Order], template: str) -> Enclosed:
    """Return the letter that goes with a mail, named without its edition."""
    name = join_file_name(
        order.named_by(title_of(order, swedish_label(order.kind))),
        LETTER,
        apart=short_name(order.committee, order.case.committees) if order.committee else "",
    )
    return Enclosed(name, maker(order, read_template(template, order.templates)))


def supplement_letter(order: Order, template: bytes) -> bytes:
    """Return the letter that asks for a supplement."""
    return supplement.supplement_request(matter_of(order), template)


def supplement_mail(order: Order, template: bytes) -> bytes:
    """Return the mail that it goes with."""
    letter = _enclosed(order, supplement_letter, fields.SUPPLEMENT_REQUEST)
    return supplement.supplement_mail(matter_of(order), template, letter)


def extension_letter(order: Order, template: bytes) -> bytes:
    """Return the letter about more time."""
    return extension.extension_notice(matter_of(order), template)


def extension_mail(order: Order, template: bytes) -> bytes:
    """Return the mail that it goes with."""
    letter = _enclosed(order, extension_letter, fields.EXTENSION_NOTICE)
    return extension.extension_mail(matter_of(order), template, letter)


def single_reminder(order: Order, template: bytes) -> bytes:
    """Return a letter that reminds of one reply, whatever the steps say."""
    message = message_of(matter_of(order))
    return reminder.reminder_letter(message, template, today=order.today)


def single_reminder_mail(order: Order, template: bytes) -> bytes:
    """Return the mail that it goes with."""
    message = message_of(matter_of(order))
    letter = _enclosed(order, single_reminder, fields.REMINDER)
    title = reminder.heading(message)
    return reminder_mail(message, template, today=order.today, letter=letter, letter_title=title)


OCCASIONAL: dict[DocumentKind, dict[str, tuple[Maker[Order], str]]] = {
    DocumentKind.REMINDER: {
        LETTER: (single_reminder, fields.REMINDER),
        MAIL: (single_reminder_mail, fields.REMINDER_MAIL),
    },
    DocumentKind.SUPPLEMENT_REQUEST: {
        LETTER: (supplement_letter, fields.SUPPLEMENT_REQUEST),
        MAIL: (supplement_mail, fields.SUPPLEMENT_MAIL),
    },
    DocumentKind.EXTENSION_NOTICE: {
        LETTER: (extension_letter, fields.EXTENSION_NOTICE),
        MAIL: (extension_mail, fields.EXTENSION_MAIL),
    },
}
"""How each kind is made that only a reply gives occasion to, always for one committee each."""

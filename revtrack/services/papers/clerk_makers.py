"""How the papers that a committee answers an audit with are made: for its clerk, nobody else."""

from dataclasses import replace

from revtrack.documents import fields
from revtrack.documents.clerks.decision_text import decision_text
from revtrack.documents.clerks.official_memo import official_memo
from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind, PersonRole
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.records import Committee
from revtrack.services.papers.orders import Maker, Order
from revtrack.storage.store import Person, Store


def _recipient(order: Order) -> Committee:
    """Return the committee; raise RevTrackError where the letter puts nothing to it."""
    committee = order.committee
    if committee is None:
        raise GoneError
    if committee not in LetterFacts(order.case, order.today).everybody:
        raise RevTrackError(
            "The letter of {reference} does not go to {committee}.",
            reference=order.case.audit.reference,
            committee=committee.name,
        )
    return committee


def _memo(order: Order, template: bytes) -> bytes:
    return official_memo(order.case, _recipient(order), template, today=order.today)


def _decision(order: Order, template: bytes) -> bytes:
    return decision_text(order.case, _recipient(order), template, today=order.today)


FOR_CLERKS: dict[DocumentKind, dict[str, tuple[Maker[Order], str]]] = {
    DocumentKind.OFFICIAL_MEMO: {".docx": (_memo, fields.OFFICIAL_MEMO)},
    DocumentKind.DECISION_TEXT: {".docx": (_decision, fields.DECISION_TEXT)},
}
"""How each kind is made. They are the committee's own: what the auditors think of a reply is in
none of them, and neither the auditors nor their firm write what the committee is to decide."""


def in_role_for(store: Store, kind: DocumentKind) -> Store:
    """Return a register of examples as it is for whoever makes a kind: a clerk for their own."""
    if kind not in FOR_CLERKS:
        return store
    return replace(store, person=replace(store.person, role=PersonRole.CLERK))


def refuse_others(kind: DocumentKind, person: Person, case: AuditCase) -> None:
    """Refuse a committee's own paper to everybody but clerks, and before there is a letter."""
    if kind not in FOR_CLERKS:
        return
    if person.role is not PersonRole.CLERK:
        raise RevTrackError(
            "{kind} is the committee's own paper, made by its clerk; the auditors and their "
            "experts do not write it.",
            kind=kind,
        )
    if not case.is_handed_over:
        raise RevTrackError(
            "{reference} is not handed over; a committee has nothing to answer yet.",
            reference=case.audit.reference,
        )

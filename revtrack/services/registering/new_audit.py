"""Ny granskning: an audit and its recommendations registered as typed, committees by name."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Role
from revtrack.domain.entries import NamedAuditEntry, NamedRecommendationEntry, RecommendationEntry
from revtrack.domain.errors import UsageError
from revtrack.domain.names.addressed_lists import Bodies, Drafted, drafted_recommendations
from revtrack.domain.names.recipient_words import (
    TypedRecipients,
    typed_recipients,
    unknown_names,
)
from revtrack.services.registering.new_letter import (
    letters_for,
    named_committees,
    named_municipality,
    propose_reference,
)
from revtrack.services.registering.register import (
    add_role,
    put_recommendation,
    refuse_taken_reference,
)
from revtrack.storage import audits as stored
from revtrack.storage.rows import add
from revtrack.storage.store import Store


def register_named_audit(store: Store, entry: NamedAuditEntry) -> r.Audit:
    """Store an audit, not yet handed over, with its reviewed committees, and return it.

    Unknown municipality and committees are made. Raises RevTrackError where the reference is taken.
    """
    with store.wish() as session:
        town = named_municipality(session, entry.municipality)
        committees = named_committees(session, town, entry.committees or "")
        audits, year = stored.list_audits(session), entry.audit_year
        reference = entry.reference or propose_reference(audits, letters_for(town), year)
        refuse_taken_reference(session, reference)
        fields = entry.model_dump(exclude={"municipality", "committees", "reference"})
        new = r.NewAudit(municipality_id=town.id, reference=reference, **fields)
        audit = add(session, r.Audit, new)
        for committee in committees:
            add_role(session, audit.id, committee.id, Role.REVIEWED)
        return audit


def add_named_recommendation(
    store: Store, audit_id: int, entry: NamedRecommendationEntry
) -> r.Recommendation:
    """Store one recommendation as ``add_recommendations`` does, and return it."""
    (recommendation,) = add_recommendations(store, audit_id, (entry,))
    return recommendation


def add_recommendations(
    store: Store, audit_id: int, entries: Sequence[NamedRecommendationEntry]
) -> tuple[r.Recommendation, ...]:
    """Store recommendations after the others in one wish, recipients by name, and return them.

    "alla" is every reviewed committee, or every recipient where none is reviewed. Raises UsageError
    where that is nobody, or a question has no such number.
    """
    added: list[r.Recommendation] = []
    with store.wish() as session:
        case = stored.load_case(session, audit_id)
        for entry in entries:
            new = _by_ids(session, case, entry)
            if not case.committee_by_id.keys() >= set(new.committee_ids):
                case = stored.load_case(session, audit_id)
            added.append(put_recommendation(session, case, new))
            case = replace(case, recommendations=(*case.recommendations, added[-1]))
    return tuple(added)


def _by_ids(
    session: Session, case: AuditCase, entry: NamedRecommendationEntry
) -> RecommendationEntry:
    """Return what is to be stored; committees that are not known yet are made."""
    return RecommendationEntry(
        text=entry.text,
        committee_ids=recipient_ids(session, case, entry.recipients),
        kind=entry.kind,
        heading=entry.heading,
        section=entry.section,
        question_ids=question_ids(case, entry.questions),
    )


def everybody_in(case: AuditCase) -> tuple[r.Committee, ...]:
    """Return whom "alla" stands for: the reviewed committees, else the letter's recipients."""
    return case.committees_with_role(Role.REVIEWED) or case.committees_with_role(Role.RECIPIENT)


def recipients_named(case: AuditCase, text: str) -> TypedRecipients:
    """Return whom the recipients of a recommendation are, as typed, before it is stored.

    Raises UsageError where a name fits several, or what is left out is not known.
    """
    return typed_recipients(text, everybody_in(case), case.committees)


def pasted_recommendations(case: AuditCase, text: str) -> tuple[Drafted, ...]:
    """Return the recommendations of a text as it was pasted, with whom it says they are for."""
    return drafted_recommendations(text, Bodies(everybody_in(case), case.committees))


def unknown_committees(case: AuditCase, text: str) -> tuple[str, ...]:
    """Return the names that ``add_recommendations`` would have to make a committee of."""
    try:
        return unknown_names(text, case.committees)
    except UsageError:
        return ()


def recipient_ids(session: Session, case: AuditCase, text: str) -> tuple[int, ...]:
    """Return the ids of the committees that a text names; those not known are made.

    Raises UsageError where it names nobody, as ``add_recommendations`` does.
    """
    nobody = recipients_named(case, text).nobody
    if nobody and not everybody_in(case):
        raise UsageError(
            "{reference} has no reviewed committees, so {name} is nobody. Name the recipients.",
            reference=case.audit.reference,
            name=nobody[0],
        )
    committees = named_committees(session, case.municipality, text, everybody_in(case))
    return tuple(committee.id for committee in committees)


def question_ids(case: AuditCase, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return the ids of the audit questions with these numbers; raise UsageError for no such."""
    ids = {question.number: question.id for question in case.questions}
    for number in numbers:
        if number not in ids:
            raise UsageError(
                "{reference} has no audit question {number}.",
                reference=case.audit.reference,
                number=number,
            )
    return tuple(ids[number] for number in dict.fromkeys(numbers))

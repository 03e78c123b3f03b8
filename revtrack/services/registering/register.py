"""Registering municipalities, committees, and audits with their questions and recommendations."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Relation, Role
from revtrack.domain.entries import AuditEntry, RecommendationEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.names.municipality_names import is_same_municipality
from revtrack.domain.names.recipients import next_number
from revtrack.domain.texts.prose import name_key
from revtrack.storage import audits as stored
from revtrack.storage.events import highest_ordinal, highest_question
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store

MAX_PROPOSALS = 10_000


def register_municipality(store: Store, new: r.NewMunicipality) -> r.Municipality:
    """Store a municipality and return it; its name must be free."""
    with store.wish() as session:
        _refuse_taken_name(session, new.name)
        return add(session, r.Municipality, new)


def _refuse_taken_name(session: Session, name: str) -> None:
    if known := municipality_called(session, name):
        raise RevTrackError("{name} is registered already.", name=known.name)


def municipality_called(session: Session, name: str) -> r.Municipality | None:
    """Return the municipality with this name or abbreviation, None where there is none.

    "Eskilstuna" is "Eskilstuna kommun". Raises UsageError where several fit, naming them.
    """
    towns = stored.list_municipalities(session)
    key = name_key(name)
    found = [town for town in towns if name_key(town.name) == key] or [
        town
        for town in towns
        if key == name_key(town.abbreviation or "") or is_same_municipality(town.name, name)
    ]
    if len(found) > 1:
        raise UsageError(
            "{name} fits several municipalities: {municipalities}. Write the whole name.",
            name=name,
            municipalities=", ".join(town.name for town in found),
        )
    return found[0] if found else None


def register_committee(store: Store, new: r.NewCommittee) -> r.Committee:
    """Store a committee and return it; its name must be free in its municipality."""
    with store.wish() as session:
        others = stored.list_committees(session, new.municipality_id)
        if any(name_key(other.name) == name_key(new.name) for other in others):
            raise RevTrackError("{name} is registered already.", name=new.name)
        return add(session, r.Committee, new)


def register_audit(store: Store, entry: AuditEntry) -> r.Audit:
    """Store an audit with its committees, questions and recommendations, and return it.

    One addressee is made for each recommendation and committee. The audit is a draft until it is
    handed over. Raises RevTrackError where its reference is taken.
    """
    with store.wish() as session:
        refuse_taken_reference(session, entry.audit.reference)
        audit = add(session, r.Audit, entry.audit)
        for committee_id in dict.fromkeys(entry.committee_ids):
            add_role(session, audit.id, committee_id, Role.REVIEWED)
        for number, text in enumerate(entry.questions, start=1):
            add(session, r.Question, r.NewQuestion(audit_id=audit.id, number=number, text=text))
        for recommendation in entry.recommendations:
            put_recommendation(session, stored.load_case(session, audit.id), recommendation)
        return audit


def refuse_taken_reference(session: Session, reference: str) -> None:
    """Raise RevTrackError where an audit has the reference, whatever the case of its letters."""
    key = name_key(reference)
    if any(name_key(audit.reference) == key for audit in stored.list_audits(session)):
        raise RevTrackError(
            "There is an audit with the reference {reference} already. Choose another.",
            reference=reference,
        )


def add_role(session: Session, audit_id: int, committee_id: int, role: Role) -> None:
    """Store a committee's part in an audit."""
    new = r.NewAuditCommittee(audit_id=audit_id, committee_id=committee_id, role=role)
    add(session, r.AuditCommittee, new)


def add_questions(store: Store, audit_id: int, texts: Sequence[str]) -> tuple[r.Question, ...]:
    """Store audit questions after the others, in this order, and return them."""
    with store.wish() as session:
        first = highest_question(session, audit_id) + 1
        return tuple(
            add(session, r.Question, r.NewQuestion(audit_id=audit_id, number=number, text=text))
            for number, text in enumerate(texts, start=first)
        )


def add_recommendation(store: Store, audit_id: int, entry: RecommendationEntry) -> r.Recommendation:
    """Store a recommendation after the others, with an addressee for each committee.

    In an audit that is handed over it gets the letter's next number and is asked of those of its
    committees that the letter asks to reply: the letter is older than its register.
    """
    with store.wish() as session:
        case = stored.load_case(session, audit_id)
        return put_recommendation(session, case, entry)


def put_recommendation(
    session: Session, case: AuditCase, entry: RecommendationEntry
) -> r.Recommendation:
    """Store a recommendation as a part of a wish, and return it."""
    if not entry.committee_ids:
        raise UsageError("A recommendation needs at least one committee to go to.")
    if not case.committee_by_id.keys() >= set(entry.committee_ids):
        raise GoneError
    ordinal = highest_ordinal(session, case.audit.id) + 1
    issued_on = case.audit.handed_over_on
    recommendation = add(
        session,
        r.Recommendation,
        r.NewRecommendation(
            audit_id=case.audit.id,
            ordinal=ordinal,
            kind=entry.kind,
            number_in_report=free_report_number(case, ordinal),
            number_in_letter=next_number(case, entry.kind) if issued_on else None,
            heading=entry.heading,
            report_text=entry.text,
            letter_text=entry.text if issued_on else None,
            relation=Relation.IDENTICAL if issued_on else None,
            section=entry.section,
        ),
    )
    if issued_on:
        wording = r.NewRecommendationWording(
            recommendation_id=recommendation.id, number=1, text=entry.text, issued_on=issued_on
        )
        add(session, r.RecommendationWording, wording)
    for question_id in dict.fromkeys(entry.question_ids):
        link = r.NewRecommendationQuestion(
            recommendation_id=recommendation.id, question_id=question_id
        )
        add(session, r.RecommendationQuestion, link)
    _address(session, case, recommendation, entry.committee_ids)
    return recommendation


def _address(
    session: Session,
    case: AuditCase,
    recommendation: r.Recommendation,
    committee_ids: Iterable[int],
) -> None:
    """Store an addressee for each committee, asked if the issued letter asks it to reply."""
    asked = {reply_case.committee_id for reply_case in case.reply_cases}
    for committee_id in dict.fromkeys(committee_ids):
        new = r.NewAddressee(
            recommendation_id=recommendation.id,
            committee_id=committee_id,
            asked=committee_id in asked if case.is_handed_over else None,
        )
        add(session, r.Addressee, new)


def free_report_number(case: AuditCase, ordinal: int) -> str:
    """Return a number that no recommendation of the audit has or has had."""
    taken = {each.number_in_report for each in case.recommendations}
    return next(
        str(number)
        for number in range(ordinal, ordinal + MAX_PROPOSALS)
        if str(number) not in taken
    )


def plan_letter(store: Store, audit_id: int, letter: r.NewLetter) -> r.Letter:
    """Store what the cover letter is to say besides the recommendations, and return it."""
    with store.wish() as session:
        case = stored.load_case(session, audit_id)
        if case.is_handed_over:
            raise RevTrackError(
                "The cover letter of {reference} has been issued and is not changed any more.",
                reference=case.audit.reference,
            )
        if case.cover_letter is None:
            return add(session, r.Letter, letter)
        fields = letter.model_dump(exclude={"audit_id"})
        return change(session, case.cover_letter, **fields)

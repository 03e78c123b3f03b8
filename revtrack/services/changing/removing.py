"""Ta bort: a fact with what belongs to it alone, where nothing else rests on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import GoneError
from revtrack.services.allowed import refuse_clerk_to_edit
from revtrack.services.changing import hanging
from revtrack.services.changing.edits import OF_CLERKS
from revtrack.storage.audits import load_case
from revtrack.storage.rows import refuse_changed, remove
from revtrack.storage.store import Store


def _of_question(case: AuditCase, question: r.Question) -> Iterator[r.Stored]:
    hanging.refuse_question(case, question)
    yield from hanging.confirmations_about(case, "question_id", question.id)


def _of_assessment(case: AuditCase, assessment: r.Assessment) -> Iterator[r.Stored]:
    links: tuple[r.AssessmentQuestion | r.AssessmentCommittee, ...] = (
        *case.assessment_questions,
        *case.assessment_committees,
    )
    yield from (each for each in links if each.assessment_id == assessment.id)


def _of_recommendation(case: AuditCase, recommendation: r.Recommendation) -> Iterator[r.Stored]:
    hanging.refuse_recommendation(case, recommendation)
    belonging: tuple[r.RecommendationQuestion | r.Restatement | r.Addressee, ...] = (
        *case.recommendation_questions,
        *case.restatements,
        *case.addressees,
    )
    yield from (each for each in belonging if each.recommendation_id == recommendation.id)
    yield from hanging.confirmations_about(case, "recommendation_id", recommendation.id)


def _of_addressee(case: AuditCase, addressee: r.Addressee) -> Iterator[r.Stored]:
    hanging.refuse_addressee(case, addressee)
    hanging.refuse_last_addressee(case, addressee)
    yield from ()


def _of_action(case: AuditCase, action: r.Action) -> Iterator[r.Stored]:
    hanging.refuse_action(case, action)
    yield from (each for each in case.action_addressees if each.action_id == action.id)


def _of_note(case: AuditCase, note: r.ReplyCaseNote) -> Iterator[r.Stored]:
    del case, note
    yield from ()


BELONGING: Mapping[type[r.Stored], Callable[[AuditCase, Any], Iterator[r.Stored]]] = {
    r.Question: _of_question,
    r.Assessment: _of_assessment,
    r.Recommendation: _of_recommendation,
    r.Addressee: _of_addressee,
    r.Action: _of_action,
    r.ReplyCaseNote: _of_note,
}
"""What can be removed, and by which rule; each gives what goes with it, or refuses."""

PARTS: Mapping[type[r.Stored], str] = {
    r.Question: "questions",
    r.Assessment: "assessments",
    r.Recommendation: "recommendations",
    r.Addressee: "addressees",
    r.Action: "actions",
    r.ReplyCaseNote: "notes",
}
"""Where a case keeps what can be removed."""


def going_with(case: AuditCase, known: r.Stored) -> tuple[r.Stored, ...]:
    """Return what is removed together with a fact; raise RevTrackError where something rests on it.

    A number that is removed is never given again.
    """
    return tuple(BELONGING[type(known)](case, known))


def remove_fact(store: Store, audit_id: int, known: r.Stored, why: str | None = None) -> None:
    """Remove a fact of an audit with what belongs to it alone; the history keeps what it held.

    Raises ConflictError where it has been changed since it was read, RevTrackError where something
    rests on it.
    """
    remove_facts(store, audit_id, (known,), why)


def remove_facts(
    store: Store, audit_id: int, known: Sequence[r.Stored], why: str | None = None
) -> None:
    """Remove facts of an audit in one wish, all or none, as ``remove_fact`` does one."""
    if any(type(each) not in OF_CLERKS for each in known):
        refuse_clerk_to_edit(store)
    with store.wish(why) as session:
        for each in known:
            case = load_case(session, audit_id)
            if each.id not in {one.id for one in getattr(case, PARTS[type(each)])}:
                raise GoneError
            refuse_changed(session, each)
            for belonging in going_with(case, each):
                remove(session, belonging)
            remove(session, each)

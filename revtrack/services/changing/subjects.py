"""What a row of a list stands for, whichever screen shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.searching import FoundIn


class Kind(StrEnum):
    """Kinds of fact that rows stand for."""

    AUDIT = "audit"
    QUESTION = "question"
    ASSESSMENT = "assessment"
    RECOMMENDATION = "recommendation"
    ADDRESSEE = "addressee"
    ACTION = "action"
    REPLY_CASE = "reply_case"
    RESPONSE = "response"
    """Changed and judged with the reply case that it answers."""


@dataclass(frozen=True)
class Subject:
    """A fact of an audit, by its kind and its id."""

    kind: Kind
    audit_id: int
    id: int


def facts_of(case: AuditCase, kind: Kind) -> tuple[r.Stored, ...]:
    """Return all facts of a kind in an audit."""
    found: dict[Kind, tuple[r.Stored, ...]] = {
        Kind.AUDIT: (case.audit,),
        Kind.QUESTION: case.questions,
        Kind.ASSESSMENT: case.assessments,
        Kind.RECOMMENDATION: case.recommendations,
        Kind.ADDRESSEE: case.addressees,
        Kind.ACTION: case.actions,
        Kind.REPLY_CASE: case.reply_cases,
    }
    return found[kind]


def fact_of(case: AuditCase, subject: Subject) -> r.Stored | None:
    """Return the fact that a row stands for; None where it is no longer there."""
    if subject.kind is Kind.RESPONSE:
        answered = {
            each.reply_case_id for each in case.response_cases if each.response_id == subject.id
        }
        return next((each for each in case.reply_cases if each.id in answered), None)
    return next((each for each in facts_of(case, subject.kind) if each.id == subject.id), None)


_FOUND_AS: Mapping[FoundIn, Kind] = {
    FoundIn.AUDIT: Kind.AUDIT,
    FoundIn.RECOMMENDATION: Kind.RECOMMENDATION,
    FoundIn.QUESTION: Kind.QUESTION,
    FoundIn.ASSESSMENT: Kind.ASSESSMENT,
    FoundIn.RESPONSE: Kind.RESPONSE,
    FoundIn.ACTION: Kind.ACTION,
}


def subject_found(found: FoundIn, audit_id: int, record_id: int) -> Subject | None:
    """Return what a text that was searched for stands for; None where it is not changed so."""
    kind = _FOUND_AS.get(found)
    return Subject(kind, audit_id, record_id) if kind else None

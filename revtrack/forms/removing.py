"""Ta bort: what a row lets one remove, and the question that says what goes."""

from collections import Counter
from collections.abc import Sequence

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.records import (
    Action,
    Addressee,
    Assessment,
    Audit,
    Question,
    Recommendation,
    ReplyCase,
    ReplyCaseNote,
    Stored,
)
from revtrack.domain.records.base import record_key
from revtrack.forms import said
from revtrack.services.changing.recommendations import wording_of
from revtrack.services.changing.removing import going_with
from revtrack.services.changing.subjects import Subject, fact_of
from revtrack.wording import _
from revtrack.wording.labels import label, record_label
from revtrack.wording.record_names import shortened

MOST = 3
"""So many facts are named one by one in the question."""


def candidates(case: AuditCase, subject: Subject) -> tuple[Stored, ...]:
    """Return what a row lets one remove: itself, or what of it can be removed.

    Of a recommendation that the letter has put to a committee those are its actions, of a reply
    case its notes. Raises RevTrackError where there is nothing that can be removed.
    """
    match fact_of(case, subject):
        case None:
            raise GoneError
        case Audit() as audit:
            raise RevTrackError(
                "An audit is not removed. One that was registered by mistake can be undone, where "
                "registering {reference} is your latest change.",
                reference=audit.reference,
            )
        case ReplyCase() as reply_case:
            notes = [each for each in case.notes if each.reply_case_id == reply_case.id]
            if not notes:
                raise RevTrackError(
                    "A reply case belongs to the letter and stays. It has no note to remove."
                )
            return tuple(notes)
        case Addressee() as addressee if case.is_handed_over:
            return case.actions_of(addressee.id) or (addressee,)
        case fact:
            return (fact,)


def told_of(case: AuditCase, fact: Stored) -> str:
    """Return what a fact is, as one knows it again."""
    match fact:
        case Question():
            told = _("Audit question {number}: {text}").format(
                number=fact.number, text=shortened(fact.text)
            )
        case Assessment():
            names = ", ".join(map(said.short, case.committees_assessed_by(fact.id)))
            told = _("The assessment {grade}: {committees}").format(
                grade=label(fact.grade), committees=names
            )
        case Recommendation():
            told = f"{case.number_of(fact)}: {shortened(wording_of(fact))}"
        case Addressee():
            told = _("{number} to {committee}").format(
                number=case.number_of(case.recommendation_by_id[fact.recommendation_id]),
                committee=case.committee_by_id[fact.committee_id].name,
            )
        case Action():
            told = _("The action “{text}”").format(text=shortened(fact.text))
        case ReplyCaseNote():
            told = _("The note of {day}: {text}").format(
                day=fact.noted_on, text=shortened(fact.text)
            )
        case _other:
            told = record_label(record_key(type(fact)))
    return told


def question(case: AuditCase, facts: Sequence[Stored]) -> str:
    """Return what goes, each on its line, with what belongs to it.

    Raises RevTrackError where something rests on one of them.
    """
    belonging: Counter[str] = Counter()
    for fact in facts:
        belonging.update(record_key(type(each)) for each in going_with(case, fact))
    lines = [told_of(case, each) for each in facts[:MOST]]
    if len(facts) > MOST:
        lines.append(_("… and {n} more").format(n=len(facts) - MOST))
    if belonging:
        counted = (f"{count} {record_label(kind, count)}" for kind, count in belonging.items())
        lines.append(_("With it: {what}.").format(what=", ".join(counted)))
    return "\n".join(lines)

"""Splitting a compound recommendation, merging two, and telling that one repeats an earlier one."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Relation, VerdictStep
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart
from revtrack.domain.names.recipients import join_names
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.closing import Closing, refusal_to_close
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.outcome.lineage import Place, chains
from revtrack.domain.outcome.parts import is_part, part_numbers, parts_of
from revtrack.domain.texts.likeness import Difference, difference
from revtrack.domain.texts.prose import Prose
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.closing import closed_as, stored_addressee
from revtrack.services.follow_up.judging import Cases
from revtrack.storage import audits as stored
from revtrack.storage.audits import audits_in_chains
from revtrack.storage.events import highest_ordinal, report_numbers
from revtrack.storage.rows import add, change, one
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store

FEWEST_PARTS = 2
OMITTED = "omitted_from_letter"
"""The check that would find a whole whose parts stand in the letter instead."""


def split(
    store: Store, recommendation_id: int, texts: Sequence[str], today: date
) -> tuple[r.Recommendation, ...]:
    """Store the parts of a compound recommendation and return them.

    After the letter its wording stays as it was issued, and the parts are followed in its place;
    more may be added later. Before the letter the parts go into it instead of the whole. Each part
    goes to the same committees; numbers are never used again.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish() as session:
        audit_id = one(session, r.Recommendation, recommendation_id).audit_id
        case = stored.load_case(session, audit_id)
        whole = case.recommendation_by_id[recommendation_id]
        _refuse_to_split(case, whole, texts)
        taken = report_numbers(session, audit_id)
        numbers = part_numbers(case.number_of(whole), taken, len(texts))
        parts = tuple(
            _add_part(session, case, whole, number, text)
            for number, text in zip(numbers, texts, strict=True)
        )
        if not case.is_handed_over:
            _leave_out_of_letter(session, case, whole, numbers, today)
        return parts


def _refuse_to_split(case: AuditCase, whole: r.Recommendation, texts: Sequence[str]) -> None:
    number = case.number_of(whole)
    if is_part(case, whole):
        raise RevTrackError(
            "{number} is a part already. Split the recommendation that it belongs to once more.",
            number=number,
        )
    if len(texts) + len(parts_of(case, whole)) < FEWEST_PARTS:
        raise UsageError("Give the wordings of at least two parts.")
    if whole.relation is Relation.OMITTED:
        raise RevTrackError(
            "{number} is not in the letter, so its parts would be asked of nobody.",
            number=number,
        )
    own = [each for each in case.addressees if each.recommendation_id == whole.id]
    if any(each.outcome is not None for each in own):
        raise RevTrackError(
            "{number} is closed for a committee. Reopen it before it is split.", number=number
        )
    _refuse_same_parts(case, whole, texts)


def _refuse_same_parts(case: AuditCase, whole: r.Recommendation, texts: Sequence[str]) -> None:
    """Refuse a part that is there already, so that nothing is followed twice."""
    known = {case.number_of(part): part.report_text or "" for part in parts_of(case, whole)}
    for place, text in enumerate(texts):
        if any(_is_same(text, other) for other in texts[:place]):
            raise UsageError(
                "Two of the parts have the same wording: {text}.", text=text.rstrip(".")
            )
        for number, wording in known.items():
            if _is_same(text, wording):
                raise RevTrackError(
                    "{number} has this wording already: {text}. Give only parts that are new.",
                    number=number,
                    text=wording.rstrip("."),
                )


def _is_same(one: str, other: str) -> bool:
    return difference(one, other) in {Difference.SAME, Difference.FORM}


def _add_part(
    session: Session, case: AuditCase, whole: r.Recommendation, number: str, text: str
) -> r.Recommendation:
    new = r.NewRecommendation(
        audit_id=case.audit.id,
        ordinal=highest_ordinal(session, case.audit.id) + 1,
        kind=whole.kind,
        number_in_report=number,
        report_text=text,
        section=whole.section,
        priority=whole.priority,
        strength=whole.strength,
        split_from_id=whole.id,
    )
    part = add(session, r.Recommendation, new)
    for addressee in case.addressees:
        if addressee.recommendation_id == whole.id:
            kept = addressee.model_dump(include={"committee_id", "asked", "due"})
            kept["taken_over_by_id"] = addressee.taken_over_by_id
            add(session, r.Addressee, r.NewAddressee(recommendation_id=part.id, **kept))
    for question in case.questions_of(whole.id):
        link = r.NewRecommendationQuestion(recommendation_id=part.id, question_id=question.id)
        add(session, r.RecommendationQuestion, link)
    return part


def _leave_out_of_letter(
    session: Session,
    case: AuditCase,
    whole: r.Recommendation,
    numbers: Sequence[str],
    today: date,
) -> None:
    """Let the parts take the whole's place in the letter that is to come."""
    change(session, whole, relation=Relation.OMITTED, letter_text=None)
    for addressee in case.addressees:
        if addressee.recommendation_id == whole.id:
            change(session, addressee, asked=False)
    new = r.NewConfirmation(
        audit_id=case.audit.id,
        code=OMITTED,
        recommendation_id=whole.id,
        reason=f"Delad i {join_names(numbers)}.",
        confirmed_on=today,
    )
    add(session, r.Confirmation, new)


class MergeEntry(r.Record):
    """Sammanför: a recommendation that is followed on in another."""

    recommendation_id: int
    into_id: int
    committee_ids: tuple[int, ...] = ()
    """None named: every committee where it is open."""
    reason: Prose
    closed_on: date
    is_forced: bool = False
    """Whether it is merged though the auditors have found it carried out."""


def merge(store: Store, entry: MergeEntry, today: date) -> tuple[r.Addressee, ...]:
    """Close a recommendation as merged into another, and return what was closed.

    Raises RevTrackError where the other does not go to one of the committees: what is asked of that
    one would be lost. What was found carried out is merged only by force.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish(entry.reason) as session:
        cases = Cases(session)
        case = _case_of(cases, entry.recommendation_id)
        into = _case_of(cases, entry.into_id)
        lines = _lines_to_merge(case, entry)
        _refuse_to_merge(case, into, entry)
        _refuse_to_lose(case, into, lines, entry.into_id, today)
        closing = Closing(outcome=Outcome.MERGED, reason=entry.reason, closed_on=entry.closed_on)
        for line in lines:
            refusal = refusal_to_close(case, line, closing, today) or _refusal_of_found(line, entry)
            if refusal is not None:
                raise refusal
        merged = case.recommendation_by_id[entry.recommendation_id]
        change(session, merged, merged_into_id=entry.into_id)
        return tuple(
            change(session, stored_addressee(cases, line), **closed_as(line, closing))
            for line in lines
        )


def _refusal_of_found(line: AddresseeLine, entry: MergeEntry) -> RevTrackError | None:
    """Refuse to merge what is carried out, since it would not be counted so any more."""
    is_found = line.verdict is not None and line.verdict.verdict is VerdictStep.FULL
    if not is_found or is_overturned(line) or entry.is_forced:
        return None
    return RevTrackError(
        "The auditors have found {number} to {committee} to be carried out, and merged it is not "
        "counted so. Close it as carried out, or merge it all the same with --force.",
        number=line.number,
        committee=line.committee.name,
    )


def _lines_to_merge(case: AuditCase, entry: MergeEntry) -> list[AddresseeLine]:
    lines = addressee_lines(case)
    own = [
        each
        for each in (*lines, *followed_apart(line for line in lines if line.parts))
        if each.recommendation.id == entry.recommendation_id
    ]
    if entry.committee_ids:
        return [line for line in own if line.committee.id in entry.committee_ids]
    return [line for line in own if line.addressee.outcome is None]


def _case_of(cases: Cases, recommendation_id: int) -> AuditCase:
    return cases.of_audit(one(cases.session, r.Recommendation, recommendation_id).audit_id)


def _refuse_to_merge(case: AuditCase, into: AuditCase, entry: MergeEntry) -> None:
    target = into.recommendation_by_id[entry.into_id]
    if entry.recommendation_id in {entry.into_id, target.split_from_id}:
        raise UsageError("A recommendation cannot be merged into itself or into its own part.")
    if case.municipality.id != into.municipality.id:
        raise UsageError("The two recommendations belong to different municipalities.")
    if not into.is_handed_over:
        raise RevTrackError(
            "{reference} has not been handed over, so nobody has been asked for {number} yet. "
            "Merge when its letter has been issued.",
            reference=into.audit.reference,
            number=into.number_of(target),
        )


def _refuse_to_lose(
    case: AuditCase,
    into: AuditCase,
    lines: Sequence[AddresseeLine],
    into_id: int,
    today: date,
) -> None:
    """Refuse a merger by which something asked of a committee would be followed nowhere."""
    number = into.number_of(into.recommendation_by_id[into_id])
    if not lines:
        raise UsageError("There is nothing open to merge into {number}.", number=number)
    answering = {
        responsible_committee(into, each, today).id
        for each in into.addressees
        if each.recommendation_id == into_id and each.outcome is None and each.asked
    }
    lost = [
        line.committee.name
        for line in lines
        if responsible_committee(case, line.addressee, today).id not in answering
    ]
    if lost:
        raise RevTrackError(
            "{number} is not open for {committees}, so what is asked of them would be lost. "
            "Name the committees to merge for, or close it in another way.",
            number=number,
            committees=join_names(lost),
        )


def mark_repeat(store: Store, recommendation_id: int, earlier_id: int) -> r.Recommendation:
    """Store that a recommendation repeats one of an earlier audit, and return it.

    Both stay as they are: each is counted in its own audit.
    """
    refuse_clerk_to_follow_up(store)
    with store.wish() as session:
        cases = Cases(session)
        case, before = (_case_of(cases, each) for each in (recommendation_id, earlier_id))
        _refuse_to_repeat(case, before)
        recommendation = case.recommendation_by_id[recommendation_id]
        return change(session, recommendation, repeats_id=earlier_id)


def _refuse_to_repeat(case: AuditCase, before: AuditCase) -> None:
    if case.municipality.id != before.municipality.id:
        raise UsageError("The two recommendations belong to different municipalities.")
    if case.audit.id == before.audit.id or before.audit.audit_year > case.audit.audit_year:
        raise UsageError(
            "{reference} is not earlier than {other}; a repeat goes back to an earlier audit.",
            reference=before.audit.reference,
            other=case.audit.reference,
        )


def list_repeats(store: Store, municipality_id: int | None) -> tuple[tuple[Place, ...], ...]:
    """Return each recommendation that repeats earlier ones, with those, back in time."""
    with store.reading() as session:
        concerned = audits_in_chains(session)
        ids = [
            audit.id
            for audit in stored.list_audits(session)
            if audit.id in concerned and municipality_id in {None, audit.municipality_id}
        ]
        found = cases_for_letters(session, ids)
        return chains(found[each] for each in ids)


def find_recommendation(case: AuditCase, number: str) -> r.Recommendation:
    """Return the recommendation with this number, R3 or R3a; raise UsageError where none has it."""
    wanted = number.strip().casefold()
    found = [each for each in case.recommendations if case.number_of(each).casefold() == wanted]
    if not found:
        raise UsageError(
            "{reference} has no recommendation {number}. Its numbers: {numbers}.",
            reference=case.audit.reference,
            number=number,
            numbers=", ".join(case.number_of(each) for each in case.recommendations),
        )
    return found[0]

"""One audit with all that hangs on it, and the audits of a register."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import String, cast, func, or_, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase, EarlierRecommendation, RecommendationPlace
from revtrack.storage.list_facts import named
from revtrack.storage.meetings import meetings_around
from revtrack.storage.rows import found_by, naming, one, some, table_of

S = TypeVar("S", bound=r.Stored)
T = TypeVar("T")
AT_ONCE = 50
"""So many audits are read together: few questions to the database, and little in memory."""
FEW = 100
"""So many ids are named one by one, which is quicker for one audit."""


def load_case(session: Session, audit_id: int) -> AuditCase:
    """Return an audit with everything that hangs on it, each tuple in reading order."""
    return next(load_cases(session, [one(session, r.Audit, audit_id)]))


def load_cases(session: Session, audits: Sequence[r.Audit]) -> Iterator[AuditCase]:
    """Give each of these audits as ``load_case`` does, each kind read in one query for all."""
    cases = list(put_together(session, audits))
    for case, meetings in zip(cases, meetings_around(session, cases), strict=True):
        elsewhere = _elsewhere(session, case.recommendations)
        yield replace(case, elsewhere=elsewhere, meetings=meetings)


def some_at_a_time(audits: Sequence[T], count: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """Give audits, or their ids, as many at a time as are read together."""
    for start in range(0, len(audits), count):
        yield audits[start : start + count]


def put_together(
    session: Session, audits: Sequence[r.Audit], only: Collection[str] | None = None
) -> Iterator[AuditCase]:
    """Give each of these audits with its people, committees and what hangs on it.

    ``only`` names the parts that are read; without it all are. Each kind is read in one query.
    """
    towns = {each.municipality_id for each in audits}
    town = {each.id: each for each in some_of(session, r.Municipality, "id", towns)}
    people = parted(some_of(session, r.Officeholder, "municipality_id", towns), _town)
    committees = parted(some_of(session, r.Committee, "municipality_id", towns, "ordinal"), _town)
    parts = _hanging_on(session, [each.id for each in audits], only)
    for audit in audits:
        own: dict[str, Any] = {name: found.get(audit.id, ()) for name, found in parts.items()}
        yield AuditCase(
            municipality=town[audit.municipality_id],
            officeholders=people.get(audit.municipality_id, ()),
            committees=committees.get(audit.municipality_id, ()),
            audit=audit,
            **own,
        )


OF_AUDIT: Mapping[str, tuple[type[r.Stored], str | None]] = {
    "followed": (r.FollowedAudit, None),
    "overall": (r.OverallConclusion, None),
    "audit_committees": (r.AuditCommittee, None),
    "questions": (r.Question, "number"),
    "assessments": (r.Assessment, "ordinal"),
    "recommendations": (r.Recommendation, "ordinal"),
    "letters": (r.Letter, None),
    "reply_cases": (r.ReplyCase, None),
    "responses": (r.Response, None),
    "actions": (r.Action, None),
    "council_decisions": (r.CouncilDecision, None),
    "attachments": (r.Attachment, None),
    "documents": (r.Document, None),
    "confirmations": (r.Confirmation, None),
}
"""The parts of a case that hang on the audit itself, and the column that orders each."""
BELOW: Mapping[str, tuple[type[r.Stored], str, str, str | None]] = {
    "assessment_questions": (r.AssessmentQuestion, "assessment_id", "assessments", None),
    "assessment_committees": (r.AssessmentCommittee, "assessment_id", "assessments", None),
    "recommendation_questions": (
        r.RecommendationQuestion,
        "recommendation_id",
        "recommendations",
        None,
    ),
    "wordings": (r.RecommendationWording, "recommendation_id", "recommendations", None),
    "restatements": (r.Restatement, "recommendation_id", "recommendations", None),
    "addressees": (r.Addressee, "recommendation_id", "recommendations", None),
    "letter_recipients": (r.LetterRecipient, "letter_id", "letters", None),
    "notes": (r.ReplyCaseNote, "reply_case_id", "reply_cases", "noted_on"),
    "reminders": (r.Reminder, "reply_case_id", "reply_cases", "reminded_on"),
    "extensions": (r.Extension, "reply_case_id", "reply_cases", None),
    "response_cases": (r.ResponseCase, "response_id", "responses", None),
    "answers": (r.Answer, "response_id", "responses", None),
    "action_addressees": (r.ActionAddressee, "action_id", "actions", None),
    "progress_reports": (r.ProgressReport, "addressee_id", "addressees", None),
    "verdicts": (r.Verdict, "addressee_id", "addressees", None),
}
"""Those that hang on another part: by which column, on which, and what orders them."""


def _hanging_on(
    session: Session, audit_ids: Collection[int], only: Collection[str] | None
) -> dict[str, dict[int, tuple[r.Stored, ...]]]:
    """Return the parts of the cases by name, each by the id of its audit."""
    parts: dict[str, dict[int, tuple[r.Stored, ...]]] = {}
    audit_of: dict[str, dict[int, int]] = {}
    above = {name: (kind, "audit_id", "", order) for name, (kind, order) in OF_AUDIT.items()}
    for name, (kind, parent, of, order) in (above | dict(BELOW)).items():
        if only is not None and name not in only:
            continue
        owners = audit_of[of] if of else {each: each for each in audit_ids}
        found = some_of(session, kind, parent, owners, order)
        own = audit_of[name] = {each.id: owners[getattr(each, parent)] for each in found}
        parts[name] = parted(found, lambda each, own=own: own[each.id])  # type: ignore[misc]
    return parts


def _town(record: r.Officeholder | r.Committee) -> int:
    return record.municipality_id


def parted(found: Iterable[S], key: Callable[[S], int]) -> dict[int, tuple[S, ...]]:
    """Return what has been found by a number of each, such as the id of its audit."""
    parts: dict[int, list[S]] = {}
    for each in found:
        parts.setdefault(key(each), []).append(each)
    return {number: tuple(members) for number, members in parts.items()}


def list_recommendations(
    session: Session, municipality_id: int
) -> tuple[EarlierRecommendation, ...]:
    """Return all recommendations of a municipality, as far as others are compared with them."""
    audit, item = table_of(r.Audit).c, table_of(r.Recommendation).c
    text = func.coalesce(item.letter_text, item.report_text)
    number = func.coalesce(item.number_in_letter, item.number_in_report, cast(item.ordinal, String))
    found = session.execute(
        select(audit.reference, audit.id, audit.audit_year, number, text)
        .select_from(table_of(r.Recommendation).join(table_of(r.Audit)))
        .where(audit.municipality_id == municipality_id, text.is_not(None))
        .order_by(audit.audit_year, audit.id, item.ordinal)
    )
    return tuple(EarlierRecommendation(*row) for row in found)


def audits_in_chains(session: Session) -> frozenset[int]:
    """Return the ids of the audits with a recommendation that repeats another or is repeated."""
    item = table_of(r.Recommendation).c
    repeated = select(item.repeats_id).where(item.repeats_id.is_not(None))
    found = session.execute(
        select(item.audit_id).where(or_(item.repeats_id.is_not(None), item.id.in_(repeated)))
    )
    return frozenset(found.scalars())


def earlier_than(
    audit: r.Audit, recommendations: Iterable[EarlierRecommendation]
) -> tuple[EarlierRecommendation, ...]:
    """Return those of the recommendations that belong to audits before this one."""
    own = (audit.audit_year, audit.id)
    return tuple(each for each in recommendations if (each.audit_year, each.audit_id) < own)


def _elsewhere(
    session: Session, recommendations: tuple[r.Recommendation, ...]
) -> dict[int, RecommendationPlace]:
    """Return where those of other audits stand that these repeat or were merged into."""
    own = {each.id for each in recommendations}
    ids = {named for each in recommendations for named in (each.repeats_id, each.merged_into_id)}
    wanted = sorted(each for each in ids if each is not None and each not in own)
    found = {}
    for number in wanted:
        each = one(session, r.Recommendation, number)
        audit = one(session, r.Audit, each.audit_id)
        found[number] = RecommendationPlace(
            audit.reference, audit.audit_year, AuditCase.number_of(each)
        )
    return found


def some_of(
    session: Session,
    kind: type[S],
    parent: str,
    ids: Collection[int],
    order: str | None = None,
) -> tuple[S, ...]:
    """Return the records of a kind that name one of these ids in a column, however many."""
    if not ids:
        return ()
    if len(ids) <= FEW:
        return found_by(session, kind, naming(kind, parent, order), named=list(ids))
    columns = table_of(kind).c
    rule = columns[parent].in_(named(ids))
    return some(session, kind, rule, order_by=[columns[order]] if order else [])


def list_audits(session: Session) -> tuple[r.Audit, ...]:
    """Return all audits, the newest year first, then by reference."""
    columns = table_of(r.Audit).c
    return some(session, r.Audit, order_by=[columns.audit_year.desc(), columns.reference])


def list_municipalities(session: Session) -> tuple[r.Municipality, ...]:
    """Return all municipalities in the order they were registered."""
    return some(session, r.Municipality)


def list_committees(
    session: Session, municipality_id: int | None = None
) -> tuple[r.Committee, ...]:
    """Return the committees of one municipality, or of all, in each one's own order."""
    columns = table_of(r.Committee).c
    where = [] if municipality_id is None else [columns.municipality_id == municipality_id]
    return some(session, r.Committee, *where, order_by=[columns.municipality_id, columns.ordinal])

"""One audit with all that hangs on it, and the audits of a register."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import ColumnElement, String, cast, func, or_, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase, EarlierRecommendation, RecommendationPlace
from revtrack.storage.meetings import meetings_around
from revtrack.storage.rows import one, some, table_of

S = TypeVar("S", bound=r.Stored)


def load_case(session: Session, audit_id: int) -> AuditCase:
    """Return an audit with everything that hangs on it, each tuple in reading order."""
    audit = one(session, r.Audit, audit_id)
    towns = audit.municipality_id
    recommendations = _of_audit(session, r.Recommendation, audit_id, "ordinal")
    assessments = _of_audit(session, r.Assessment, audit_id, "ordinal")
    letters = _of_audit(session, r.Letter, audit_id)
    replies = _of_audit(session, r.ReplyCase, audit_id)
    responses = _of_audit(session, r.Response, audit_id)
    actions = _of_audit(session, r.Action, audit_id)
    addressees = _children(session, r.Addressee, "recommendation_id", recommendations)
    case = AuditCase(
        municipality=one(session, r.Municipality, towns),
        officeholders=_of(session, r.Officeholder, "municipality_id", [towns]),
        committees=_of(session, r.Committee, "municipality_id", [towns], "ordinal"),
        audit=audit,
        followed=_of_audit(session, r.FollowedAudit, audit_id),
        overall=_of_audit(session, r.OverallConclusion, audit_id),
        audit_committees=_of_audit(session, r.AuditCommittee, audit_id),
        questions=_of_audit(session, r.Question, audit_id, "number"),
        assessments=assessments,
        assessment_questions=_children(session, r.AssessmentQuestion, "assessment_id", assessments),
        assessment_committees=_children(
            session, r.AssessmentCommittee, "assessment_id", assessments
        ),
        recommendations=recommendations,
        recommendation_questions=_children(
            session, r.RecommendationQuestion, "recommendation_id", recommendations
        ),
        wordings=_children(session, r.RecommendationWording, "recommendation_id", recommendations),
        restatements=_children(session, r.Restatement, "recommendation_id", recommendations),
        addressees=addressees,
        letters=letters,
        letter_recipients=_children(session, r.LetterRecipient, "letter_id", letters),
        reply_cases=replies,
        notes=_children(session, r.ReplyCaseNote, "reply_case_id", replies, "noted_on"),
        reminders=_children(session, r.Reminder, "reply_case_id", replies, "reminded_on"),
        extensions=_children(session, r.Extension, "reply_case_id", replies),
        responses=responses,
        response_cases=_children(session, r.ResponseCase, "response_id", responses),
        answers=_children(session, r.Answer, "response_id", responses),
        actions=actions,
        action_addressees=_children(session, r.ActionAddressee, "action_id", actions),
        progress_reports=_children(session, r.ProgressReport, "addressee_id", addressees),
        verdicts=_children(session, r.Verdict, "addressee_id", addressees),
        council_decisions=_of_audit(session, r.CouncilDecision, audit_id),
        attachments=_of_audit(session, r.Attachment, audit_id),
        documents=_of_audit(session, r.Document, audit_id),
        confirmations=_of_audit(session, r.Confirmation, audit_id),
        elsewhere=_elsewhere(session, recommendations),
    )
    return replace(case, meetings=meetings_around(session, case))


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


def _of(
    session: Session, kind: type[S], parent: str, ids: list[int], order: str | None = None
) -> tuple[S, ...]:
    if not ids:
        return ()
    columns = table_of(kind).c
    rule: ColumnElement[bool] = columns[parent].in_(ids)
    return some(session, kind, rule, order_by=[columns[order]] if order else [])


def _of_audit(
    session: Session, kind: type[S], audit_id: int, order: str | None = None
) -> tuple[S, ...]:
    return _of(session, kind, "audit_id", [audit_id], order)


def _children(
    session: Session,
    kind: type[S],
    parent: str,
    parents: tuple[r.Stored, ...],
    order: str | None = None,
) -> tuple[S, ...]:
    return _of(session, kind, parent, [each.id for each in parents], order)


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

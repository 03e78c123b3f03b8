"""The facts that lists over all audits rest on: a few columns, each kind read in one query.

They are read for the reply cases that are named, and then given to the rules of the domain; no rule
is repeated in SQL.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, true
from sqlmodel import Session

from revtrack.domain import records, states
from revtrack.domain.codes import (
    ExtensionDecision,
    Position,
    Progress,
    ResponseKind,
    Review,
    VerdictStep,
)
from revtrack.storage.columns import list_table

REPLY_CASE = list_table(records.ReplyCase)
EXTENSION = list_table(records.Extension)
RESPONSE = list_table(records.Response)
RESPONSE_CASE = list_table(records.ResponseCase)
RECOMMENDATION = list_table(records.Recommendation)
PART = RECOMMENDATION.alias("part")
ADDRESSEE = list_table(records.Addressee)
ANSWER = list_table(records.Answer)
ACTION = list_table(records.Action)


def is_action_counted() -> ColumnElement[bool]:
    """Return the rule by which an action counts: no response tells of it, or one in force.

    It is ``states.in_force`` for the actions of many audits at once.
    """
    later = RESPONSE.alias("later")
    accepted = (RESPONSE.c.kind == ResponseKind.SUPPLEMENT) & (
        RESPONSE.c.review == Review.SUFFICIENT
    )
    in_force = exists().where(
        RESPONSE.c.id == ACTION.c.response_id,
        or_(RESPONSE.c.kind.in_(states.COUNTING_KINDS), accepted),
        ~exists().where(later.c.replaces_id == RESPONSE.c.id),
    )
    return or_(ACTION.c.response_id.is_(None), in_force)


class ResponseFact(NamedTuple):
    """What decides whether a response counts."""

    id: int
    kind: ResponseKind
    is_received: bool
    dated_on: date | None
    decided_on: date | None
    received_on: date | None
    is_referred_back: bool
    replaces_id: int | None
    supplement_due_on: date | None
    review: Review
    reviewed_on: date | None


class ExtensionFact(NamedTuple):
    """What decides whether more time moves the day, and since when."""

    new_due_on: date
    decision: ExtensionDecision
    asked_on: date | None
    decided_on: date | None


class AnswerFact(NamedTuple):
    """What an answer says, without its words."""

    position: Position | None
    progress: Progress | None

    @classmethod
    def of(cls, position: str | None, progress: str | None) -> "AnswerFact":
        """Return the answer with these codes as they are stored."""
        return cls(
            Position(position) if position else None, Progress(progress) if progress else None
        )


class VerdictFact(NamedTuple):
    """What decides which verdict is the latest."""

    id: int
    judged_on: date | None
    verdict: VerdictStep


class ReportFact(NamedTuple):
    """What decides whether a progress report counts."""

    id: int
    action_id: int | None
    reported_on: date | None
    progress: Progress
    review: Review


class ActionFact(NamedTuple):
    """What decides how far an action has come."""

    id: int
    fulfilled_by: str | None
    fulfilled_paragraph: str | None
    fulfilled_on: date | None


Among = Collection[int] | None
"""The ids of rows that facts are read of; None: of all."""

Answers = Mapping[int, AnswerFact]
"""The answers to one recommendation to one committee, by the id of the response."""


@dataclass
class CaseFacts:
    """What has come in a reply case, and what was asked there."""

    responses: list[ResponseFact] = field(default_factory=list)
    asked: dict[int, dict[int, AnswerFact]] = field(default_factory=dict)
    """The answers to each recommendation that was asked, by the id of the addressee."""

    @property
    def unanswered(self) -> int:
        """Recommendations asked to which no position is known."""
        latest = (
            states.latest_answer(self.responses, answers)[1] for answers in self.asked.values()
        )
        return sum(answer is None or answer.position is None for answer in latest)

    def is_read(self, response: ResponseFact) -> bool:
        """Whether the response has been gone through: ``states.is_read``."""
        return states.is_read(response, [*self.asked.values()])


def surely_answered(cases: Among = None) -> Select[Any]:
    """Return the query for cases that are answered whatever the order their responses came in.

    A decision has come, none is known that has not, and none takes another's place. All other
    cases are left to the rules. ``cases``: looked for among these alone.
    """
    counts = RESPONSE.c.kind.in_(sorted(states.COUNTING_KINDS))
    doubtful = or_(RESPONSE.c.replaces_id.is_not(None), and_(counts, ~RESPONSE.c.is_received))
    return (
        select(RESPONSE_CASE.c.reply_case_id)
        .join(RESPONSE, RESPONSE.c.id == RESPONSE_CASE.c.response_id)
        .where(is_among(RESPONSE_CASE.c.reply_case_id, cases))
        .group_by(RESPONSE_CASE.c.reply_case_id)
        .having(
            func.sum(case((counts, 1), else_=0)) > 0,
            func.sum(case((doubtful, 1), else_=0)) == 0,
        )
    )


def asked_for_more(cases: Among = None) -> Select[Any]:
    """Return the query for cases in which a supplement has been asked for, answered or not."""
    return (
        select(RESPONSE_CASE.c.reply_case_id)
        .join(RESPONSE, RESPONSE.c.id == RESPONSE_CASE.c.response_id)
        .distinct()
        .where(
            RESPONSE.c.review == Review.SUPPLEMENT_REQUESTED,
            RESPONSE.c.supplement_due_on.is_not(None),
            is_among(RESPONSE_CASE.c.reply_case_id, cases),
        )
    )


def is_among(column: ColumnElement[int], among: Among) -> ColumnElement[bool]:
    """Return the rule that a row is one of these; every row is where none are named."""
    return true() if among is None else column.in_(named(among))


def addressees_of(session: Session, audit_ids: Collection[int]) -> Sequence[int]:
    """Return the ids of what these audits recommend, to each committee."""
    rows = session.execute(
        select(ADDRESSEE.c.id)
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .where(RECOMMENDATION.c.audit_id.in_(named(audit_ids)))
    )
    return rows.scalars().all()


def named(ids: Iterable[int]) -> Select[Any]:
    """Return the query that names these rows, however many: a statement has few places for values.

    The ids are found once and told again, which is quicker than finding them for each kind of fact.
    """
    value = func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value
    return select(value)


def responses_of(session: Session, case_ids: Iterable[int]) -> dict[int, list[ResponseFact]]:
    """Return the responses in these reply cases, by the id of the case."""
    rows = session.execute(
        select(RESPONSE_CASE.c.reply_case_id, *(RESPONSE.c[name] for name in ResponseFact._fields))
        .join(RESPONSE, RESPONSE.c.id == RESPONSE_CASE.c.response_id)
        .where(RESPONSE_CASE.c.reply_case_id.in_(named(case_ids)))
    )
    kinds = {each.value: each for each in ResponseKind}
    reviews = {each.value: each for each in Review}
    found: dict[int, list[ResponseFact]] = {}
    for case_id, number, kind, *facts, supplement_due_on, review, reviewed_on in rows:
        came, dated, decided, received, back, replaces = facts
        fact = ResponseFact(
            *(number, kinds[kind], came, dated, decided, received, back, replaces),
            supplement_due_on,
            reviews[review],
            reviewed_on,
        )
        found.setdefault(case_id, []).append(fact)
    return found


def case_facts(session: Session, case_ids: Iterable[int]) -> dict[int, CaseFacts]:
    """Return what has come and what was asked, by id, in these reply cases."""
    given = tuple(case_ids)
    found = {
        case_id: CaseFacts(responses) for case_id, responses in responses_of(session, given).items()
    }
    case_of = _asked(session, given)
    for addressee_id, case_id in case_of.items():
        found.setdefault(case_id, CaseFacts()).asked[addressee_id] = {}
    linked = select(RESPONSE_CASE.c.response_id).where(
        RESPONSE_CASE.c.reply_case_id.in_(named(given))
    )
    answers = select(
        ANSWER.c.addressee_id, ANSWER.c.response_id, ANSWER.c.position, ANSWER.c.progress
    ).where(ANSWER.c.response_id.in_(linked))
    for addressee_id, response_id, position, progress in session.execute(answers):
        if addressee_id in case_of:
            asked = found[case_of[addressee_id]].asked[addressee_id]
            asked[response_id] = AnswerFact.of(position, progress)
    return found


def _asked(session: Session, case_ids: Iterable[int]) -> dict[int, int]:
    """Return the reply case of each recommendation that was asked, by the id of the addressee.

    The committee is reckoned with (+ 0), so that no index is searched for it: SQLite would read a
    committee's recommendations of all audits for each of its cases.
    """
    is_its = ADDRESSEE.c.committee_id + 0 == REPLY_CASE.c.committee_id
    rows = session.execute(
        select(ADDRESSEE.c.id, REPLY_CASE.c.id)
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(REPLY_CASE, and_(REPLY_CASE.c.audit_id == RECOMMENDATION.c.audit_id, is_its))
        .where(REPLY_CASE.c.id.in_(named(case_ids)), ADDRESSEE.c.asked, is_counted())
    )
    return {row[0]: row[1] for row in rows}


def is_counted() -> ColumnElement[bool]:
    """Return the rule for recommendations that lists count: not parts made after the letter."""
    whole = RECOMMENDATION.alias("whole")
    parts = (
        select(PART.c.id)
        .join(whole, whole.c.id == PART.c.split_from_id)
        .where(
            PART.c.split_from_id.is_not(None),
            PART.c.number_in_letter.is_(None),
            whole.c.number_in_letter.is_not(None),
        )
    )
    return RECOMMENDATION.c.id.not_in(parts)


def extensions_of(session: Session, case_ids: Iterable[int]) -> dict[int, list[ExtensionFact]]:
    """Return the extensions in these reply cases, by the id of the case."""
    columns = (EXTENSION.c[name] for name in ExtensionFact._fields)
    rows = session.execute(
        select(EXTENSION.c.reply_case_id, *columns).where(
            EXTENSION.c.reply_case_id.in_(named(case_ids))
        )
    )
    found: dict[int, list[ExtensionFact]] = {}
    for case_id, new_due_on, decision, asked_on, decided_on in rows:
        fact = ExtensionFact(new_due_on, ExtensionDecision(decision), asked_on, decided_on)
        found.setdefault(case_id, []).append(fact)
    return found

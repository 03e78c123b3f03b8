"""What is awaited and what is to be judged, over all audits, each list by a few queries.

SQL leaves out only what surely does not belong in a list; what the rest is, the domain's rules say.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session

from revtrack.domain import records, states
from revtrack.domain.codes import CountedDay, ReplyState, ResponseKind, Review
from revtrack.domain.days import deadlines
from revtrack.domain.overview import DueLine, JudgeLine
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ADDRESSEE,
    RECOMMENDATION,
    REPLY_CASE,
    RESPONSE,
    RESPONSE_CASE,
    Among,
    CaseFacts,
    ExtensionFact,
    ResponseFact,
    asked_for_more,
    case_facts,
    extensions_of,
    is_among,
    named,
    surely_answered,
)

AUDIT = list_table(records.Audit)
REPORT = list_table(records.ProgressReport)
AWAITED_STATES = states.OPEN_STATES | {ReplyState.INCOMPLETE}
"""Where a reply is while something is awaited of the committee."""

MUNICIPALITY = list_table(records.Municipality)
COMMITTEE = list_table(records.Committee)


@dataclass(frozen=True)
class AwaitedCase:
    """A reply case where a reply, or a supplement to it, is asked for and has not come.

    It is one whether the auditors still wait for the reply or not.
    """

    row: Row[Any]
    """The case and the names that a list shows with it."""
    facts: CaseFacts
    extensions: Sequence[ExtensionFact]

    @cached_property
    def state(self) -> ReplyState:
        """Where the reply is."""
        return states.reply_state(
            self.facts.responses,
            is_requested=self.row.due_on is not None,
            is_given_up=self.row.given_up_on is not None,
        )

    @cached_property
    def supplement_due_on(self) -> date | None:
        """The day by which a supplement is awaited; None: none is."""
        return states.supplement_day(self.facts.responses, self.state)


def missing_replies(session: Session, cases: Among = None) -> tuple[AwaitedCase, ...]:
    """Return the replies that are asked for and have not come, in no order.

    ``cases``: among these reply cases alone.
    """
    unsure = select(REPLY_CASE.c.id).where(
        REPLY_CASE.c.due_on.is_not(None),
        is_among(REPLY_CASE.c.id, cases),
        REPLY_CASE.c.id.not_in(surely_answered(cases)),
    )
    found = _awaited(session, session.execute(unsure).scalars().all())
    return tuple(each for each in found if not _has_come(each.facts))


def missing_supplements(session: Session, cases: Among = None) -> tuple[AwaitedCase, ...]:
    """Return the cases where a supplement is asked for by a day and has not come, in no order."""
    found = _awaited(session, session.execute(asked_for_more(cases)).scalars().all())
    return tuple(each for each in found if each.supplement_due_on is not None)


def cases_of(session: Session, audit_ids: Collection[int]) -> Sequence[int]:
    """Return the ids of the reply cases of these audits."""
    rows = session.execute(
        select(REPLY_CASE.c.id).where(REPLY_CASE.c.audit_id.in_(named(audit_ids)))
    )
    return rows.scalars().all()


def _awaited(session: Session, cases: Sequence[int]) -> Iterator[AwaitedCase]:
    facts, extensions = case_facts(session, cases), extensions_of(session, cases)
    for row in session.execute(_with_names(cases)):
        yield AwaitedCase(row, facts.get(row.id, CaseFacts()), extensions.get(row.id, ()))


def _has_come(facts: CaseFacts) -> bool:
    decision = states.decisive(facts.responses)
    return decision is not None and decision.is_received


def _with_names(cases: Sequence[int]) -> Select[Any]:
    return (
        select(
            REPLY_CASE.c.id,
            REPLY_CASE.c.audit_id,
            REPLY_CASE.c.committee_id,
            REPLY_CASE.c.due_on,
            REPLY_CASE.c.given_up_on,
            REPLY_CASE.c.expected_meeting_on,
            REPLY_CASE.c.diary_number,
            AUDIT.c.reference,
            AUDIT.c.title,
            MUNICIPALITY.c.name.label("municipality"),
            MUNICIPALITY.c.counted_day,
            COMMITTEE.c.name.label("committee"),
            COMMITTEE.c.abbreviation,
        )
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .where(REPLY_CASE.c.id.in_(named(cases)))
    )


def due_lines(awaited: Iterable[AwaitedCase], today: date) -> tuple[DueLine, ...]:
    """Return a line for each reply or supplement that the auditors still wait for, in no order."""
    lines = (_due_line(each, today) for each in awaited)
    return tuple(line for line in lines if line.state in AWAITED_STATES)


def _due_line(awaited: AwaitedCase, today: date) -> DueLine:
    row, facts = awaited.row, awaited.facts
    extended_to = deadlines.extended_to(awaited.extensions)
    supplement_due_on = awaited.supplement_due_on
    reply = deadlines.reply_of(states.first_reply(facts.responses), CountedDay(row.counted_day))
    if supplement_due_on is not None:
        reply = None
    due_on = supplement_due_on or extended_to or row.due_on
    return DueLine(
        reply_case_id=row.id,
        audit_id=row.audit_id,
        committee_id=row.committee_id,
        municipality=row.municipality,
        audit=row.reference,
        title=row.title,
        committee=row.committee,
        abbreviation=row.abbreviation,
        diary_number=row.diary_number,
        original_due_on=row.due_on,
        extended_to=extended_to,
        times_extended=deadlines.times_extended(awaited.extensions),
        supplement_due_on=supplement_due_on,
        due_on=due_on,
        days_late=deadlines.lateness(due_on, reply, today),
        unanswered=facts.unanswered,
        state=awaited.state,
        expected_meeting_on=row.expected_meeting_on,
    )


def judge_lines(session: Session) -> list[JudgeLine]:
    """Return a line for each response that waits for the auditors' judgement, oldest first.

    The progress reports that wait come as one line for each committee and audit.
    """
    pending = (
        select(RESPONSE_CASE.c.reply_case_id)
        .join(RESPONSE, RESPONSE.c.id == RESPONSE_CASE.c.response_id)
        .distinct()
        .where(
            RESPONSE.c.review == Review.PENDING,
            RESPONSE.c.kind != ResponseKind.DRAFT,
            RESPONSE.c.is_received,
        )
    )
    cases = session.execute(pending).scalars().all()
    facts = case_facts(session, cases)
    found = [
        (_judge_line(row, response, facts[row.id]), row.ordinal)
        for row in session.execute(_places(cases))
        for response in states.to_judge(facts[row.id].responses)
    ]
    found += [(_report_line(row), row.ordinal) for row in session.execute(_pending_reports())]
    found.sort(key=lambda each: (each[0].received_on or date.min, each[0].response_id, each[1]))
    return [line for line, _ in found]


def _judge_line(row: Row[Any], response: ResponseFact, facts: CaseFacts) -> JudgeLine:
    return JudgeLine(
        kind=response.kind,
        response_id=response.id,
        audit_id=row.audit_id,
        audit=row.reference,
        title=row.title,
        municipality=row.municipality,
        committee_id=row.committee_id,
        committee=row.committee,
        received_on=response.received_on,
        is_read=facts.is_read(response),
    )


def _report_line(row: Row[Any]) -> JudgeLine:
    return JudgeLine(
        kind=None,
        response_id=0,
        audit_id=row.audit_id,
        audit=row.reference,
        title=row.title,
        municipality=row.municipality,
        committee_id=row.committee_id,
        committee=row.committee,
        received_on=row.reported_on,
        is_read=True,
        count=row.reports,
    )


_NAMES = (
    AUDIT.c.reference,
    AUDIT.c.title,
    MUNICIPALITY.c.name.label("municipality"),
    COMMITTEE.c.name.label("committee"),
    COMMITTEE.c.ordinal,
)


def _places(cases: Sequence[int]) -> Select[Any]:
    return (
        select(REPLY_CASE.c.id, REPLY_CASE.c.audit_id, REPLY_CASE.c.committee_id, *_NAMES)
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == REPLY_CASE.c.committee_id)
        .where(REPLY_CASE.c.id.in_(named(cases)))
    )


def _pending_reports() -> Select[Any]:
    return (
        select(
            AUDIT.c.id.label("audit_id"),
            COMMITTEE.c.id.label("committee_id"),
            func.min(REPORT.c.reported_on).label("reported_on"),
            func.count().label("reports"),
            *_NAMES,
        )
        .join(ADDRESSEE, ADDRESSEE.c.id == REPORT.c.addressee_id)
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(AUDIT, AUDIT.c.id == RECOMMENDATION.c.audit_id)
        .join(MUNICIPALITY, MUNICIPALITY.c.id == AUDIT.c.municipality_id)
        .join(COMMITTEE, COMMITTEE.c.id == ADDRESSEE.c.committee_id)
        .where(REPORT.c.review == Review.PENDING)
        .group_by(AUDIT.c.id, COMMITTEE.c.id)
    )

"""How many recommendations of each audit can be followed up, by the rule of the domain."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, or_, select, union
from sqlmodel import Session

from revtrack.domain import records, states
from revtrack.domain.codes import Progress, Review, VerdictStep
from revtrack.domain.replies.progress import ENDED, Said, reported_progress
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ADDRESSEE,
    ANSWER,
    RECOMMENDATION,
    REPLY_CASE,
    ActionFact,
    Among,
    AnswerFact,
    ReportFact,
    VerdictFact,
    addressees_of,
    is_action_counted,
    is_among,
    is_counted,
    named,
    responses_of,
)
from revtrack.storage.parts import PartFact, by_whole, part_facts


def ready_counts(
    session: Session, today: date, audit_ids: Collection[int] | None = None
) -> Counter[int]:
    """Count, by the id of the audit, the recommendations that can be followed up now.

    Read are those that are open and said to be done, have a day, or are planned to be followed up;
    whether that counts is asked of the rules. ``audit_ids``: only of these audits.
    """
    wanted = None if audit_ids is None else frozenset(audit_ids)
    parts = [part for part in part_facts(session) if wanted is None or part.audit_id in wanted]
    among = None if wanted is None else addressees_of(session, wanted)
    facts = _Facts(
        _days(session, among),
        progress_of(session, parts, among),
        verdicts_of_all(session, among),
        today,
    )
    split = by_whole(parts)
    found: Counter[int] = Counter()
    for number, audit_id, *known in session.execute(_open_addressees(session, today, among)).all():
        if number not in split:
            found[audit_id] += facts.is_ready(number, *known)
    plans = session.execute(_plans(session, today))
    begun = {row.id: row.follow_up_planned for row in plans}
    for members in split.values():
        audit_id = members[0].audit_id
        if audit_id in begun:
            found[audit_id] += any(facts.is_part_ready(part, begun[audit_id]) for part in members)
    return found


@dataclass(frozen=True)
class _Facts:
    """What decides whether a recommendation to a committee can be followed up, by its id."""

    days: Mapping[int, list[str]]
    progress: Mapping[int, Progress | None]
    verdicts: Mapping[int, list[VerdictFact]]
    today: date

    def is_ready(
        self,
        addressee_id: int,
        due: str | None,
        planned: str | None,
        is_reopened: bool,
    ) -> bool:
        """Tell whether one that is asked and open can be."""
        progress = self.progress.get(addressee_id)
        days = [*self.days.get(addressee_id, []), *([due] if due else [])]
        if not days and progress is None and planned is None:
            return False
        return self._is_ready(addressee_id, progress, days, planned, is_reopened=is_reopened)

    def is_part_ready(self, part: PartFact, planned: str | None) -> bool:
        """Tell whether a part can be: what is not said of it is as of the whole."""
        if part.outcome is not None or not part.asked:
            return False
        due = part.due or part.whole_due
        days = [*self.days.get(part.whole_id, []), *self.days.get(part.id, [])]
        progress = self.progress.get(part.id) or self.progress.get(part.whole_id)
        days = [*days, *([due] if due else [])]
        return self._is_ready(part.id, progress, days, planned, is_reopened=part.is_reopened)

    def _is_ready(
        self,
        addressee_id: int,
        progress: Progress | None,
        days: list[str],
        planned: str | None,
        *,
        is_reopened: bool,
    ) -> bool:
        found = states.latest_verdict(self.verdicts.get(addressee_id, ()))
        verdict = found.verdict if found else None
        return states.is_ready(
            asked=True,
            outcome=None,
            verdict=None if is_reopened and verdict in states.ENDED_VERDICTS else verdict,
            progress=progress,
            action_days=days,
            planned=planned,
            today=self.today,
        )


def _plans(session: Session, today: date) -> Select[Any]:
    """Name the audits whose follow-up may begin, and when it is planned."""
    audit = list_table(records.Audit)
    planned = session.execute(select(audit.c.follow_up_planned).distinct()).scalars()
    begun = [each for each in planned if each and states.is_follow_up_time(each, today)]
    return select(audit.c.id, audit.c.follow_up_planned).where(
        or_(audit.c.follow_up_planned.is_(None), audit.c.follow_up_planned.in_(begun))
    )


def _open_addressees(session: Session, today: date, among: Among) -> Select[Any]:
    """Name what is asked and not closed, in the audits whose follow-up may begin."""
    plans = _plans(session, today).subquery()
    return (
        select(
            ADDRESSEE.c.id,
            RECOMMENDATION.c.audit_id,
            ADDRESSEE.c.due,
            plans.c.follow_up_planned,
            ADDRESSEE.c.reopening_reason.is_not(None),
        )
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(plans, plans.c.id == RECOMMENDATION.c.audit_id)
        .where(
            ADDRESSEE.c.asked,
            ADDRESSEE.c.outcome.is_(None),
            is_counted(),
            is_among(ADDRESSEE.c.id, among),
        )
    )


def _days(session: Session, among: Among) -> dict[int, list[str]]:
    """Return the days by which actions are to be done, by the id of the addressee."""
    action, link = list_table(records.Action), list_table(records.ActionAddressee)
    rows = session.execute(
        select(link.c.addressee_id, action.c.due)
        .join(action, action.c.id == link.c.action_id)
        .where(action.c.due.is_not(None), is_action_counted(), is_among(link.c.addressee_id, among))
    )
    found: dict[int, list[str]] = {}
    for addressee_id, due in rows:
        found.setdefault(addressee_id, []).append(due)
    return found


def verdicts_of_all(session: Session, among: Among = None) -> dict[int, list[VerdictFact]]:
    """Return the verdicts of all audits, or among these addressees, by the id of the addressee."""
    verdict = list_table(records.Verdict)
    columns = (verdict.c[name] for name in VerdictFact._fields)
    found: dict[int, list[VerdictFact]] = {}
    for addressee_id, number, judged_on, step in session.execute(
        select(verdict.c.addressee_id, *columns).where(is_among(verdict.c.addressee_id, among))
    ):
        fact = VerdictFact(number, judged_on, VerdictStep(step))
        found.setdefault(addressee_id, []).append(fact)
    return found


def progress_of(
    session: Session, parts: Sequence[PartFact], among: Among = None
) -> dict[int, Progress | None]:
    """Return how far each part has come, and what anything has ever said to have ended."""
    return {number: said.progress for number, said in said_of_all(session, parts, among).items()}


def said_of_all(
    session: Session, parts: Sequence[PartFact], among: Among = None
) -> dict[int, Said]:
    """Return what is said of each part, and of what anything has ever said to have ended.

    ``among``: of nothing but these addressees.
    """
    speaking = named(session.execute(_speaking(parts, among)).scalars())
    case_of = {row[0]: row[1] for row in session.execute(_cases_of(speaking))}
    responses = responses_of(session, set(case_of.values()))
    reports = _reports(session, list_table(records.ProgressReport).c.addressee_id.in_(speaking))
    answers = _answers(session, ANSWER.c.addressee_id.in_(speaking))
    actions = _actions(session, speaking)
    found = {}
    for addressee_id in answers.keys() | reports.keys() | actions.keys():
        given = responses.get(case_of.get(addressee_id, 0), ())
        own = answers.get(addressee_id, {})
        response, answer = states.latest_answer(given, own)
        progress = reported_progress(
            states.answered_progress(given, own),
            reports.get(addressee_id, ()),
            actions.get(addressee_id, ()) if answer is not None else (),
        )
        found[addressee_id] = Said(
            progress,
            answer.progress if answer else None,
            response.id if response else None,
        )
    return found


def _speaking(parts: Sequence[PartFact], among: Among) -> CompoundSelect[Any]:
    """Name the parts, and what an answer, a report or an action has ever said to have ended."""
    report = list_table(records.ProgressReport)
    return union(
        select(ANSWER.c.addressee_id).where(
            ANSWER.c.progress.in_(ENDED), is_among(ANSWER.c.addressee_id, among)
        ),
        select(report.c.addressee_id).where(
            report.c.progress.in_(ENDED), is_among(report.c.addressee_id, among)
        ),
        _fulfilled(among),
        named(part.id for part in parts),
    )


def _cases_of(speaking: Select[Any]) -> Select[Any]:
    """Name the reply case of each addressee: that of its committee in its audit."""
    return (
        select(ADDRESSEE.c.id, REPLY_CASE.c.id)
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(
            REPLY_CASE,
            (REPLY_CASE.c.audit_id == RECOMMENDATION.c.audit_id)
            & (REPLY_CASE.c.committee_id == ADDRESSEE.c.committee_id),
        )
        .where(ADDRESSEE.c.id.in_(speaking))
    )


def _fulfilled(among: Among) -> Select[Any]:
    """Name the recommendations with an action that is known to be carried out."""
    action, link = list_table(records.Action), list_table(records.ActionAddressee)
    known = (action.c.fulfilled_by, action.c.fulfilled_paragraph, action.c.fulfilled_on)
    return (
        select(link.c.addressee_id)
        .join(action, action.c.id == link.c.action_id)
        .where(
            or_(*(column.is_not(None) for column in known)),
            is_action_counted(),
            is_among(link.c.addressee_id, among),
        )
    )


def _actions(session: Session, speaking: Select[Any]) -> Mapping[int, list[ActionFact]]:
    action, link = list_table(records.Action), list_table(records.ActionAddressee)
    columns = (action.c[name] for name in ActionFact._fields)
    rows = session.execute(
        select(link.c.addressee_id, *columns)
        .join(action, action.c.id == link.c.action_id)
        .where(link.c.addressee_id.in_(speaking), is_action_counted())
    )
    found: dict[int, list[ActionFact]] = {}
    for addressee_id, *facts in rows:
        found.setdefault(addressee_id, []).append(ActionFact(*facts))
    return found


def _answers(session: Session, rule: ColumnElement[bool]) -> Mapping[int, dict[int, AnswerFact]]:
    rows = session.execute(
        select(
            *(ANSWER.c[name] for name in ("addressee_id", "response_id", "position", "progress"))
        ).where(rule)
    )
    found: dict[int, dict[int, AnswerFact]] = {}
    for addressee_id, response_id, position, progress in rows:
        found.setdefault(addressee_id, {})[response_id] = AnswerFact.of(position, progress)
    return found


def _reports(session: Session, rule: ColumnElement[bool]) -> Mapping[int, list[ReportFact]]:
    report = list_table(records.ProgressReport)
    columns = (report.c[name] for name in ReportFact._fields)
    found: dict[int, list[ReportFact]] = {}
    for addressee_id, number, action_id, reported_on, progress, review in session.execute(
        select(report.c.addressee_id, *columns).where(rule)
    ):
        fact = ReportFact(number, action_id, reported_on, Progress(progress), Review(review))
        found.setdefault(addressee_id, []).append(fact)
    return found

"""Nämnd: everything that one committee owes the auditors, over all audits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.days.meetings import ReplyPlan, plan_of
from revtrack.domain.follow_up import AddresseeLine, addressee_lines, followed_apart, reply_lines
from revtrack.domain.names.succession import in_office, responsible_committee
from revtrack.domain.overview import ActionLine, DueLine, JudgeLine, most_urgent_first
from revtrack.storage import overview as lists
from revtrack.storage.audits import load_case
from revtrack.storage.due_actions import action_lines
from revtrack.storage.rows import one, some, table_of
from revtrack.storage.store import Store


@dataclass(frozen=True)
class OpenLine:
    """A recommendation that is open towards the committee, and the audit that gave it."""

    audit: r.Audit
    line: AddresseeLine


@dataclass(frozen=True)
class CommitteeOverview:
    """What a committee owes; what was put to those that it has succeeded is counted in."""

    municipality: r.Municipality
    committee: r.Committee
    due: tuple[DueLine, ...]
    """Replies and supplements that are awaited, most urgent first."""
    plans: Mapping[int, ReplyPlan]
    """The way to a reply by the committee's meetings, by reply case; only where one is known."""
    to_judge: tuple[JudgeLine, ...]
    actions: tuple[ActionLine, ...]
    """What is to be carried out by a day, most urgent first."""
    open: tuple[OpenLine, ...]
    """In order of audit and number."""
    meetings: tuple[r.CommitteeMeeting, ...]
    """Of today and later, in order of day."""


def see_committee(store: Store, committee_id: int, today: date) -> CommitteeOverview:
    """Return what a committee owes; raises GoneError where there is no such committee."""
    with store.reading() as session:
        committee = one(session, r.Committee, committee_id)
        ids = _answered_for(session, committee, today)
        missing = (*lists.missing_replies(session), *lists.missing_supplements(session))
        lines = lists.due_lines(missing, today)
        due = most_urgent_first(line for line in lines if line.committee_id in ids)
        cases = [load_case(session, audit_id) for audit_id in _audits_of(session, ids)]
        actions = action_lines(session, today)
        held = table_of(r.CommitteeMeeting).c
        return CommitteeOverview(
            municipality=one(session, r.Municipality, committee.municipality_id),
            committee=committee,
            due=due,
            plans=_plans(cases, {line.reply_case_id for line in due}, today),
            to_judge=tuple(line for line in lists.judge_lines(session) if line.committee_id in ids),
            actions=tuple(line for line in actions if line.committee_id in ids),
            open=tuple(_open(cases, committee_id, today)),
            meetings=some(
                session,
                r.CommitteeMeeting,
                held.committee_id == committee_id,
                held.held_on >= today,
                order_by=(held.held_on,),
            ),
        )


def _answered_for(session: Session, committee: r.Committee, today: date) -> set[int]:
    """Return the ids of the committee and of those that it has taken over from."""
    columns = table_of(r.Committee).c
    known = some(session, r.Committee, columns.municipality_id == committee.municipality_id)
    by_id = {each.id: each for each in known}
    return {each.id for each in known if in_office(by_id, each, today).id == committee.id}


def _audits_of(session: Session, committee_ids: set[int]) -> list[int]:
    """Return the audits that put something to one of the committees, the oldest first."""
    addressee, recommendation = table_of(r.Addressee).c, table_of(r.Recommendation).c
    reply_case = table_of(r.ReplyCase).c
    asked = (
        select(recommendation.audit_id)
        .join(table_of(r.Addressee), addressee.recommendation_id == recommendation.id)
        .where(
            addressee.committee_id.in_(committee_ids)
            | addressee.taken_over_by_id.in_(committee_ids)
        )
    )
    replying = select(reply_case.audit_id).where(reply_case.committee_id.in_(committee_ids))
    return sorted(session.execute(asked.union(replying)).scalars())


def _plans(cases: Iterable[AuditCase], ids: set[int], today: date) -> dict[int, ReplyPlan]:
    found = {
        line.reply_case.id: plan_of(case, line, today)
        for case in cases
        for line in reply_lines(case, today)
        if line.reply_case.id in ids
    }
    return {key: plan for key, plan in found.items() if plan and plan.calendar_until}


def _open(cases: Iterable[AuditCase], committee_id: int, today: date) -> Iterable[OpenLine]:
    for case in cases:
        for line in followed_apart(addressee_lines(case)):
            addressee = line.addressee
            is_theirs = responsible_committee(case, addressee, today).id == committee_id
            if is_theirs and addressee.asked and addressee.outcome is None:
                yield OpenLine(case.audit, line)

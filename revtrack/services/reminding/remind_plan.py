"""Who is to be reminded of what today: read over all audits, decided by the rules of the domain."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReminderKind, ReplyState
from revtrack.domain.days.dates import last_day
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import committee_keys, number_key
from revtrack.domain.names.succession import committee_in_office, responsible_committee
from revtrack.domain.replies.reminder_message import (
    AwaitedLine,
    PresidiumProposal,
    PromiseLine,
    ReminderMessage,
)
from revtrack.domain.replies.reminders import (
    DueStep,
    Held,
    Step,
    asks_for_presidium,
    due_action_step,
    due_step,
    made_for,
    parse_steps,
    unanswered,
    why_held,
)
from revtrack.domain.texts.prose import name_key
from revtrack.storage.audits import list_municipalities
from revtrack.storage.reminded import MadeFact
from revtrack.storage.reminders import (
    AwaitedReply,
    PromisedDay,
    awaited_replies,
    promised_days,
)
from revtrack.storage.some_cases import cases_for_letters
from revtrack.storage.store import Store

L = TypeVar("L", AwaitedLine, PromiseLine)


@dataclass(frozen=True, kw_only=True)
class Whom:
    """Whom a run is about; nothing said: everybody."""

    municipality_id: int | None = None
    audit_id: int | None = None
    committee: str | None = None
    """Name, abbreviation or alias, in every municipality that it may be about."""

    def is_about(self, found: AwaitedReply | PromisedDay) -> bool:
        """Tell whether the audit is one that the run is about."""
        return self.municipality_id in {None, found.municipality_id} and self.audit_id in {
            None,
            found.audit_id,
        }

    def is_to(self, committee: r.Committee) -> bool:
        """Tell whether the committee is one that the run is about."""
        return self.committee is None or name_key(self.committee) in committee_keys(committee)


EVERYBODY = Whom()


@dataclass(frozen=True)
class ReminderPlan:
    """What a run would make today, and what it proposes besides."""

    messages: tuple[ReminderMessage, ...]
    """One for each committee, by municipality and the register's order of committees."""
    proposals: tuple[PresidiumProposal, ...]
    held_back: tuple["HeldBack", ...] = ()
    """The late replies that nobody is reminded of, where nobody is reminded of anything, or asked
    for."""


@dataclass(frozen=True)
class HeldBack:
    """A late reply that nobody is reminded of today."""

    line: AwaitedLine
    why: Held
    expected_meeting_on: date | None


def plan_reminders(
    store: Store, today: date, whom: Whom = EVERYBODY, *, tells_held: bool = False
) -> ReminderPlan:
    """Return the reminders that are due and not made; nothing is written.

    ``tells_held`` gives the late replies that nobody is reminded of also where others are.

    Raises UsageError, naming the municipality, where its reminder steps cannot be read.
    """
    with store.reading() as session:
        return plan_in(session, today, whom, tells_held=tells_held)


def plan_in(
    session: Session, today: date, whom: Whom = EVERYBODY, *, tells_held: bool = False
) -> ReminderPlan:
    """Return the plan as it is in a session."""
    return _Planner(session, today, whom).plan(tells_held=tells_held)


def steps_of(town: r.Municipality) -> tuple[Step, ...]:
    """Return a municipality's steps; raise UsageError, naming it, where they cannot be read."""
    try:
        return parse_steps(town.reminder_steps)
    except UsageError as fault:
        raise UsageError(
            "The reminder steps of {municipality} cannot be read: {steps}. Set them anew: "
            'revtrack municipality "{municipality}" --reminder-steps "-14 mail, 7 mail, 21 letter"',
            municipality=town.name,
            steps=town.reminder_steps,
        ) from fault


@dataclass(frozen=True)
class _Found:
    """A reply that a run makes a reminder of, proposes to take further, or speaks of besides."""

    reply: AwaitedReply
    due: DueStep | None
    is_for_presidium: bool
    why_held: Held | None
    """Why a late reply is not reminded of where it is not; None: it is not late."""
    is_spoken_of: bool
    """Whether a reminder has gone out after its day, and no meeting is expected."""


@dataclass(frozen=True)
class _Promise:
    """A day that a run makes a reminder of."""

    day: PromisedDay
    due: DueStep


class _Planner:
    """One reading of the register, with the audits that are spoken of."""

    def __init__(self, session: Session, today: date, whom: Whom) -> None:
        self._session = session
        self._today = today
        self._whom = whom
        self._cases: dict[int, AuditCase] = {}

    def plan(self, *, tells_held: bool = False) -> ReminderPlan:
        """Return what is due, put together committee by committee."""
        steps = {
            town.id: steps_of(town)
            for town in list_municipalities(self._session)
            if self._whom.municipality_id in {None, town.id}
        }
        found = [
            _found(each, steps[each.municipality_id], self._today)
            for each in awaited_replies(self._session, self._today)
            if self._whom.is_about(each)
        ]
        promises = [
            _Promise(each, due)
            for each in promised_days(self._session, self._today)
            if self._whom.is_about(each)
            and steps[each.municipality_id]
            and (due := due_action_step(each.due_on, _of_day(each), self._today))
        ]
        awake = [each for each in found if each.due or each.is_for_presidium]
        audits = {each.reply.audit_id for each in awake}
        self._load(audits | {each.day.audit_id for each in promises})
        awaited = _grouped(self._line(each) for each in awake if each.due)
        promised = _grouped(self._promise(each) for each in promises)
        also = _grouped(self._besides(found, awaited.keys() | promised.keys()))
        messages, proposals = self._messages(awaited, also, promised), self._proposals(awake)
        has_more = bool(messages or proposals) and not tells_held
        held = () if has_more else self._held_back(found)
        return ReminderPlan(messages, proposals, held)

    def _load(self, audit_ids: Iterable[int]) -> None:
        unknown = set(audit_ids) - self._cases.keys()
        self._cases |= cases_for_letters(self._session, unknown)

    def _besides(
        self, found: Iterable[_Found], written_to: Container[int]
    ) -> list[tuple[r.Committee, AwaitedLine]]:
        """Return what committees that are written to anyway have been reminded of in vain."""
        theirs = {
            each.id
            for case in self._cases.values()
            for each in case.committees
            if committee_in_office(case, each, self._today).id in written_to
        }
        late = [
            each
            for each in found
            if each.is_spoken_of and not each.due and each.reply.committee_id in theirs
        ]
        self._load(each.reply.audit_id for each in late)
        return [self._line(each) for each in late]

    def _messages(
        self,
        awaited: Mapping[int, Sequence[AwaitedLine]],
        also: Mapping[int, Sequence[AwaitedLine]],
        promised: Mapping[int, Sequence[PromiseLine]],
    ) -> tuple[ReminderMessage, ...]:
        """Return a message for each committee by its id, in the register's order."""
        committees = {each.id: each for case in self._cases.values() for each in case.committees}
        towns = {case.municipality.id: case.municipality for case in self._cases.values()}
        written_to = sorted(
            (committees[number] for number in awaited.keys() | promised.keys()),
            key=lambda each: (each.municipality_id, each.ordinal, each.id),
        )
        return tuple(
            ReminderMessage(
                municipality=towns[committee.municipality_id],
                committee=committee,
                awaited=_by_day(awaited.get(committee.id, ())),
                also=_by_day(also.get(committee.id, ())),
                promised=_in_turn(promised.get(committee.id, ())),
            )
            for committee in written_to
            if self._whom.is_to(committee)
        )

    def _proposals(self, awake: Iterable[_Found]) -> tuple[PresidiumProposal, ...]:
        lines = (self._line(each) for each in awake if each.is_for_presidium)
        return tuple(
            PresidiumProposal(line, committee)
            for committee, line in lines
            if self._whom.is_to(committee)
        )

    def _held_back(self, found: Iterable[_Found]) -> tuple[HeldBack, ...]:
        late = [(each, each.why_held) for each in found if each.why_held]
        self._load(each.reply.audit_id for each, _why in late)
        lines = ((*self._line(each), why, each.reply.expected_meeting_on) for each, why in late)
        return tuple(
            HeldBack(line, why, meeting)
            for committee, line, why, meeting in lines
            if self._whom.is_to(committee)
        )

    def _line(self, found: _Found) -> tuple[r.Committee, AwaitedLine]:
        """Return the committee that is written to, and what it is told of a reply."""
        reply, case = found.reply, self._cases[found.reply.audit_id]
        line = awaited_line(case, reply, found.due)
        return committee_in_office(case, line.committee, self._today), line

    def _promise(self, promise: _Promise) -> tuple[r.Committee, PromiseLine]:
        day, case = promise.day, self._cases[promise.day.audit_id]
        addressee = case.addressee_by_id[day.addressee_id]
        whole = case.addressee_by_id.get(day.whole_id or 0)
        actions = tuple(
            each
            for number in (day.whole_id or 0, addressee.id)
            for each in case.actions_of(number)
            if each.due and last_day(each.due) == day.due_on
        )
        own = addressee.due or (whole.due if whole else None)
        committee = committee_in_office(
            case, responsible_committee(case, addressee, self._today), self._today
        )
        line = PromiseLine(
            case=case,
            reply_case=next(each for each in case.reply_cases if each.id == day.reply_case_id),
            addressee=addressee,
            recommendation=case.recommendation_by_id[addressee.recommendation_id],
            committee=committee,
            due_on=day.due_on,
            stated=(actions[0].due if actions else own) or day.due_on.isoformat(),
            actions=actions,
            due=promise.due,
        )
        return committee, line


def awaited_line(case: AuditCase, reply: AwaitedReply, due: DueStep | None = None) -> AwaitedLine:
    """Return what a message tells of a reply that is waited for."""
    reply_case = next(each for each in case.reply_cases if each.id == reply.reply_case_id)
    committee = case.committee_by_id[reply_case.committee_id]
    is_supplement = reply.state is ReplyState.INCOMPLETE
    made, sent = (
        made_for(
            (
                each
                for each in reminders
                if each.reply_case_id == reply.reply_case_id and each.kind is ReminderKind.REPLY
            ),
            reply.due_on,
            reply.original_due_on,
        )
        for reminders in (case.reminders, case.sent_reminders)
    )
    return AwaitedLine(
        case=case,
        reply_case=reply_case,
        committee=committee,
        state=reply.state,
        due_on=reply.due_on,
        is_extended=not is_supplement and reply.due_on != reply.original_due_on,
        decision=_decision(case, reply_case.id),
        recommendations=() if is_supplement else _asked(case, committee.id),
        made=tuple(sorted(made, key=lambda each: (each.reminded_on, each.id))),
        sent=sent,
        due=due,
    )


def _decision(case: AuditCase, reply_case_id: int) -> r.Response | None:
    """Return the reply as far as it is known: adopted and not sent in, or to be supplemented."""
    ids = {link.response_id for link in case.response_cases if link.reply_case_id == reply_case_id}
    return states.decisive([each for each in case.responses if each.id in ids])


def _asked(case: AuditCase, committee_id: int) -> tuple[r.Recommendation, ...]:
    """Return what the letter put to a committee, in the order of its numbers."""
    asked = (
        case.recommendation_by_id[each.recommendation_id]
        for each in case.addressees
        if each.committee_id == committee_id and each.asked and each.outcome is None
    )
    put = [each for each in asked if each.number_in_letter]
    return tuple(sorted(put, key=lambda each: number_key(case.number_of(each))))


def _found(reply: AwaitedReply, steps: tuple[Step, ...], today: date) -> _Found:
    made, sent = (
        made_for(each, reply.due_on, reply.original_due_on) for each in (reply.made, reply.sent)
    )
    meeting = reply.expected_meeting_on
    is_waiting = meeting is not None and today <= meeting
    return _Found(
        reply,
        due_step(steps, reply.due_on, made, today, meeting, reply.set_on),
        is_for_presidium=not is_waiting and asks_for_presidium(made, sent, reply.due_on, today),
        why_held=why_held(steps, reply.due_on, made, today, meeting),
        is_spoken_of=not is_waiting and bool(unanswered(sent, reply.due_on)),
    )


def _of_day(day: PromisedDay) -> tuple[MadeFact, ...]:
    return tuple(each for each in day.made if each.due_on == day.due_on)


def _grouped(found: Iterable[tuple[r.Committee, L]]) -> dict[int, list[L]]:
    """Return the lines by the id of the committee that is written to."""
    groups: dict[int, list[L]] = {}
    for committee, line in found:
        groups.setdefault(committee.id, []).append(line)
    return groups


def _by_day(lines: Iterable[AwaitedLine]) -> tuple[AwaitedLine, ...]:
    return tuple(sorted(lines, key=lambda each: (each.due_on, each.case.audit.reference)))


def _in_turn(lines: Iterable[PromiseLine]) -> tuple[PromiseLine, ...]:
    return tuple(
        sorted(lines, key=lambda each: (each.due_on, each.case.audit.id, number_key(each.number)))
    )

"""What reminders rest on: awaited replies and promised days over all audits, and what was made.

The register is read in a few columns; only the audits that somebody is to be reminded of are read
as records, all of them at once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from sqlalchemy import Row, Select, select
from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain import states
from revtrack.domain.codes import (
    Position,
    Progress,
    ReminderKind,
    ReplyState,
    VerdictStep,
)
from revtrack.domain.days import deadlines
from revtrack.domain.days.dates import last_day
from revtrack.domain.overview import DueLine
from revtrack.domain.replies.progress import ENDED
from revtrack.domain.replies.reminders import (
    ACTION_STEPS,
    LONGEST_AFTER_ACTION,
    Word,
    is_told,
)
from revtrack.storage.awaited import AwaitedFacts, awaited_facts
from revtrack.storage.columns import list_table
from revtrack.storage.list_facts import (
    ADDRESSEE,
    ANSWER,
    RECOMMENDATION,
    REPLY_CASE,
    AnswerFact,
    named,
    responses_of,
)
from revtrack.storage.overview import (
    AwaitedCase,
    due_lines,
    missing_replies,
    missing_supplements,
)
from revtrack.storage.promises import REPORT, promises
from revtrack.storage.reminded import REMINDER, MadeFact, made_reminders

AUDIT = list_table(r.Audit)
VERDICT = list_table(r.Verdict)


@dataclass(frozen=True)
class AwaitedReply:
    """A reply, or a supplement to one, that the auditors wait for, with what reminded of it."""

    reply_case_id: int
    audit_id: int
    committee_id: int
    municipality_id: int
    original_due_on: date | None
    due_on: date
    """The day that counts now."""
    set_on: date | None
    """When the committee was given that day: by the letter, an extension or the judgement that
    asked for a supplement; None: it is not stated."""
    expected_meeting_on: date | None
    state: ReplyState
    made: tuple[MadeFact, ...]

    @property
    def sent(self) -> tuple[MadeFact, ...]:
        """The reminders that have gone out, each with the day that it did."""
        return tuple(each._replace(reminded_on=each.sent_on) for each in self.made if each.sent_on)


@dataclass(frozen=True)
class PromisedDay:
    """A day by which a committee is to have carried out a recommendation, and nothing told of.

    What was split is reminded of by its open parts.
    """

    addressee_id: int
    whole_id: int | None
    """Of a part: the addressee that it was split from."""
    reply_case_id: int
    audit_id: int
    municipality_id: int
    due_on: date
    made: tuple[MadeFact, ...]


def awaited_replies(session: Session, today: date) -> tuple[AwaitedReply, ...]:
    """Return the replies, and the supplements to them, that are waited for, in no order."""
    awaited = {
        each.row.id: each for each in (*missing_replies(session), *missing_supplements(session))
    }
    lines = due_lines(awaited.values(), today)
    ids = [line.reply_case_id for line in lines]
    audits = {row.id: row for row in session.execute(_audits_of(ids))}
    made = _made(session, ids, ReminderKind.REPLY)
    return tuple(
        AwaitedReply(
            reply_case_id=line.reply_case_id,
            audit_id=line.audit_id,
            committee_id=line.committee_id,
            municipality_id=audits[line.reply_case_id].municipality_id,
            original_due_on=line.original_due_on,
            due_on=line.due_on,
            set_on=_set_on(awaited[line.reply_case_id], line, audits[line.reply_case_id]),
            expected_meeting_on=line.expected_meeting_on,
            state=line.state,
            made=tuple(made.get(line.reply_case_id, ())),
        )
        for line in lines
    )


def _set_on(awaited: AwaitedCase, line: DueLine, row: Row[Any]) -> date | None:
    if line.supplement_due_on is not None:
        asked = [
            each.reviewed_on
            for each in awaited.facts.responses
            if each.supplement_due_on == line.supplement_due_on
        ]
        return max(filter(None, asked), default=None)
    granted_on = (
        deadlines.granted_on(awaited.extensions, line.extended_to) if line.extended_to else None
    )
    return granted_on or cast("date | None", row.handed_over_on)


def reminder_audits(session: Session, audit_id: int | None = None) -> dict[int, int]:
    """Return the audit of each reply case in which somebody was reminded, by the case's id.

    With ``audit_id``, of the cases of that audit only.
    """
    reminded = select(REPLY_CASE.c.id, REPLY_CASE.c.audit_id).where(
        REPLY_CASE.c.id.in_(select(REMINDER.c.reply_case_id))
    )
    if audit_id is not None:
        reminded = reminded.where(REPLY_CASE.c.audit_id == audit_id)
    return {case_id: number for case_id, number in session.execute(reminded)}  # noqa: C416 - rows are no tuples


def _audits_of(ids: Iterable[int]) -> Select[Any]:
    return (
        select(
            REPLY_CASE.c.id,
            AUDIT.c.municipality_id,
            AUDIT.c.handed_over_on,
        )
        .join(AUDIT, AUDIT.c.id == REPLY_CASE.c.audit_id)
        .where(REPLY_CASE.c.id.in_(named(ids)))
    )


def _made(
    session: Session, case_ids: Collection[int], kind: ReminderKind
) -> dict[int, list[MadeFact]]:
    """Return what has been made in these reply cases, by the case, or for actions by addressee."""
    found: dict[int, list[MadeFact]] = {}
    for fact in made_reminders(session, case_ids, kind):
        key = fact.reply_case_id if kind is ReminderKind.REPLY else fact.addressee_id
        found.setdefault(key or 0, []).append(fact)
    return found


def promised_days(session: Session, today: date) -> tuple[PromisedDay, ...]:
    """Return the days near and past of what is to be carried out and nothing is told of.

    What passed longer ago than reminders are made is left out; so is what is closed, followed up,
    or told of by the committee. In no order.
    """
    facts = awaited_facts(session)
    days = _days_near(session, facts, today)
    rows = session.execute(_open_addressees(days)).all()
    whole_of = {number: part.whole_id for number, part in facts.parts.items()}
    said = _Said(session, rows, whole_of, facts.reopened)
    made = _made(session, {row.reply_case_id for row in rows}, ReminderKind.ACTION)
    return tuple(
        PromisedDay(
            addressee_id=row.id,
            whole_id=whole_of.get(row.id),
            reply_case_id=row.reply_case_id,
            audit_id=row.audit_id,
            municipality_id=row.municipality_id,
            due_on=day,
            made=(*made.get(row.id, ()), *made.get(whole_of.get(row.id, 0), ())),
        )
        for row in rows
        for day, sources in sorted(days[row.id].items())
        if any(said.nothing_of(row, day, source) for source in sources)
    )


def _days_near(
    session: Session, facts: AwaitedFacts, today: date
) -> dict[int, dict[date, list[int | None]]]:
    """Return the days that are awaited by addressee or part, and of each the actions it is of.

    None stands for a day that is set on the recommendation itself.
    """
    last = today - timedelta(days=ACTION_STEPS[0].days)
    found: dict[int, dict[date, list[int | None]]] = {}
    for promise in promises(session, today - LONGEST_AFTER_ACTION, last):
        for number in facts.open_ids(promise):
            days = found.setdefault(number, {})
            days.setdefault(last_day(promise.due), []).append(promise.action_id)
    return found


def _open_addressees(ids: Iterable[int]) -> Select[Any]:
    return (
        select(
            ADDRESSEE.c.id,
            REPLY_CASE.c.id.label("reply_case_id"),
            RECOMMENDATION.c.audit_id,
            AUDIT.c.municipality_id,
        )
        .join(RECOMMENDATION, RECOMMENDATION.c.id == ADDRESSEE.c.recommendation_id)
        .join(AUDIT, AUDIT.c.id == RECOMMENDATION.c.audit_id)
        .join(
            REPLY_CASE,
            (REPLY_CASE.c.audit_id == RECOMMENDATION.c.audit_id)
            & (REPLY_CASE.c.committee_id == ADDRESSEE.c.committee_id),
        )
        .where(ADDRESSEE.c.id.in_(named(ids)), ADDRESSEE.c.asked, ADDRESSEE.c.outcome.is_(None))
    )


class _Said:
    """What committees and auditors have told of what is to be carried out."""

    def __init__(
        self,
        session: Session,
        rows: Sequence[Row[Any]],
        whole_of: Mapping[int, int],
        reopened: Collection[int],
    ) -> None:
        self._whole_of = whole_of
        own = {row.id for row in rows}
        ids = own | {whole_of[number] for number in own & whole_of.keys()}
        self._responses = responses_of(session, {row.reply_case_id for row in rows})
        self._answers = _answers(session, ids)
        self._words = _words(session, ids, reopened)

    def nothing_of(self, row: Row[Any], day: date, action_id: int | None) -> bool:
        """Tell whether too little is known of this day, so that somebody is to be reminded.

        Who has turned a recommendation down is not reminded of a day that is not its own promise.
        What was said of the whole is said of its parts too.
        """
        whole_id = self._whole_of.get(row.id, 0)
        answers = {**self._answers.get(whole_id, {}), **self._answers.get(row.id, {})}
        answer = states.latest_answer(self._responses.get(row.reply_case_id, ()), answers)[1]
        if action_id is None and answer is not None and answer.position is Position.DISAGREES:
            return False
        words = (*self._words.get(row.id, ()), *self._words.get(whole_id, ()))
        return not is_told(day, words, action_id)


def _words(
    session: Session, ids: Iterable[int], reopened: Collection[int]
) -> dict[int, list[Word]]:
    """Return the progress reports and verdicts by addressee.

    A verdict that nothing remained tells nothing of what was opened again.
    """
    given = tuple(ids)
    columns = ("addressee_id", "action_id", "reported_on", "progress")
    reports = select(*(REPORT.c[name] for name in columns)).where(
        REPORT.c.addressee_id.in_(named(given))
    )
    found: dict[int, list[Word]] = {}
    for addressee_id, action_id, day, progress in session.execute(reports):
        word = Word(action_id, day, Progress(progress) in ENDED)
        found.setdefault(addressee_id, []).append(word)
    verdicts = select(VERDICT.c.addressee_id, VERDICT.c.judged_on, VERDICT.c.verdict).where(
        VERDICT.c.addressee_id.in_(named(given))
    )
    for addressee_id, day, step in session.execute(verdicts):
        is_final = VerdictStep(step) in states.ENDED_VERDICTS
        if not (is_final and addressee_id in reopened):
            found.setdefault(addressee_id, []).append(Word(None, day, is_final))
    return found


def _answers(session: Session, ids: Iterable[int]) -> dict[int, dict[int, AnswerFact]]:
    names = ("addressee_id", "response_id", "position", "progress")
    rows = session.execute(
        select(*(ANSWER.c[name] for name in names)).where(ANSWER.c.addressee_id.in_(named(ids)))
    )
    found: dict[int, dict[int, AnswerFact]] = {}
    for addressee_id, response_id, position, progress in rows:
        found.setdefault(addressee_id, {})[response_id] = AnswerFact.of(position, progress)
    return found

"""Records put together into what people read: a line per reply, a line per addressee."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    CountedDay,
    ExtensionDecision,
    Position,
    Progress,
    ReminderKind,
    ReplyState,
    Standing,
)
from revtrack.domain.days import deadlines
from revtrack.domain.outcome.parts import closing_of_whole, parts_of, verdict_of_whole
from revtrack.domain.records import (
    Action,
    Addressee,
    Answer,
    Committee,
    Extension,
    Recommendation,
    Reminder,
    ReplyCase,
    Response,
    Verdict,
)
from revtrack.domain.replies.progress import Said, planned_completion, reported_progress


@dataclass(frozen=True)
class ReplyLine:
    """One committee's reply case: where its reply is and how late it is."""

    reply_case: ReplyCase
    committee: Committee
    extended_to: date | None
    """The latest granted day; None: the original day stands."""
    extensions: tuple[Extension, ...]
    """All that was asked for, granted or refused, in the order it was registered."""
    responses: tuple[Response, ...]
    """All that came, oldest first."""
    decision: Response | None
    """The response that answers the case; None while there is none."""
    state: ReplyState
    days_late: int | None
    """0 before and on the day; None: no reply is asked for or waited for, or its day is not
    stated. A second decision does not make late what was first answered in time."""
    unanswered: int
    """Recommendations asked of the committee to which no position is known."""
    supplement_due_on: date | None
    """The day by which the supplement that is awaited was asked for; None: none is awaited."""
    supplement_days_late: int | None
    """0 before and on that day; None: no supplement is awaited by a day."""
    reminders: tuple[Reminder, ...] = ()
    """All of the reply that have gone out, each with the day that it did, oldest first."""
    reminder_drafts: tuple[Reminder, ...] = ()
    """Those that were made and wait to be sent."""
    is_by_decision: bool = False
    """Whether it is judged by the day of the decision for want of that of its arrival, which is
    the one that counts."""

    @property
    def due_on(self) -> date | None:
        """The day that counts now: the extended one where there is one."""
        return self.extended_to or self.reply_case.due_on

    @property
    def times_extended(self) -> int:
        """How many times more time has been granted."""
        return deadlines.times_extended(self.extensions)

    @property
    def requested(self) -> Extension | None:
        """The latest request for more time that nobody has decided on; None: there is none."""
        waiting = [e for e in self.extensions if e.decision is ExtensionDecision.REQUESTED]
        return waiting[-1] if waiting else None

    @property
    def is_open(self) -> bool:
        """Whether a reply is asked for, has not come and has not been given up."""
        return self.reply_case.due_on is not None and self.state in states.OPEN_STATES

    @property
    def expected_meeting_on(self) -> date | None:
        """The meeting that is expected to take what is awaited; None: none is, or nothing is."""
        is_awaited = self.is_open or self.supplement_due_on is not None
        return self.reply_case.expected_meeting_on if is_awaited else None

    @property
    def is_supplement_late(self) -> bool:
        """Whether the supplement that was asked for is still missing after its day."""
        return bool(self.supplement_days_late)

    @property
    def has_come(self) -> bool:
        """Whether the response that answers the case has reached the auditors."""
        return self.decision is not None and self.decision.is_received

    @property
    def has_new_supplement(self) -> bool:
        """Whether the reply is judged and something has come since that is not."""
        is_judged = self.state in {ReplyState.SUFFICIENT, ReplyState.INSUFFICIENT}
        return is_judged and bool(states.to_judge(self.responses))

    @property
    def is_late(self) -> bool:
        """Whether the reply is still missing after its day."""
        return self.is_open and bool(self.days_late)

    @property
    def is_time_unknown(self) -> bool:
        """Whether a reply has come of which nobody can say if it was in time."""
        return self.has_come and self.days_late is None


@dataclass(frozen=True)
class AddresseeLine:
    """One recommendation to one committee, with its answer, actions and verdict."""

    addressee: Addressee
    recommendation: Recommendation
    committee: Committee
    number: str
    """The number it is known by: the letter's, else the report's."""
    reply_case: ReplyCase | None
    response: Response | None
    """The response that its position comes from."""
    answer: Answer | None
    position: Position | None
    progress: Progress | None
    actions: tuple[Action, ...]
    verdict: Verdict | None
    """The latest; None: not followed up."""
    standing: Standing
    parts: tuple["AddresseeLine", ...] = ()
    """What it is followed in, where it was split after the letter; verdict, closing and standing
    are put together from them."""
    whole_id: int | None = None
    """Of a part: the addressee that it was split from."""

    @property
    def planned_completion(self) -> str | None:
        """The latest day by which its actions are promised, as exact as stated."""
        return planned_completion(action.due for action in self.actions)


def _responses_in(case: AuditCase, reply_case: ReplyCase) -> tuple[Response, ...]:
    return case.responses_by_reply_case.get(reply_case.id, ())


def _verdict_of(case: AuditCase, addressee: Addressee) -> Verdict | None:
    return states.latest_verdict(case.verdicts_by_addressee.get(addressee.id, ()))


def _answers_of(case: AuditCase, addressee: Addressee) -> dict[int, Answer]:
    """Return the answers to a recommendation, by the id of the response."""
    return {each.response_id: each for each in case.answers_by_addressee.get(addressee.id, ())}


def _progress_of(
    case: AuditCase,
    addressee: Addressee,
    responses: Sequence[Response],
    answers: Mapping[int, Answer],
) -> Progress | None:
    is_answered = states.latest_answer(responses, answers)[1] is not None
    return reported_progress(
        states.answered_progress(responses, answers),
        case.progress_by_addressee.get(addressee.id, ()),
        case.actions_of(addressee.id) if is_answered else (),
    )


def _is_awaited(reply_case: ReplyCase | None) -> bool:
    """Tell whether a reply is asked for and the auditors have not given up waiting."""
    return (
        reply_case is not None and reply_case.due_on is not None and reply_case.given_up_on is None
    )


def _line(case: AuditCase, addressee: Addressee) -> AddresseeLine:
    recommendation = case.recommendation_by_id[addressee.recommendation_id]
    reply_case = case.reply_case_by_committee.get(addressee.committee_id)
    responses = _responses_in(case, reply_case) if reply_case else ()
    given = responses if addressee.asked else ()
    answers = _answers_of(case, addressee)
    response, answer = states.latest_answer(given, answers)
    response = response or states.decisive(given)
    verdict = _verdict_of(case, addressee)
    position = answer.position if answer else None
    progress = _progress_of(case, addressee, responses, answers) if addressee.asked else None
    actions = case.actions_of(addressee.id)
    return AddresseeLine(
        addressee=addressee,
        recommendation=recommendation,
        committee=case.committee_by_id[addressee.committee_id],
        number=case.number_of(recommendation),
        reply_case=reply_case,
        response=response,
        answer=answer,
        position=position,
        progress=progress,
        actions=actions,
        verdict=verdict,
        standing=states.standing(
            outcome=addressee.outcome,
            verdict=verdict.verdict if verdict else None,
            asked=addressee.asked,
            is_answered=response is not None,
            is_requested=_is_awaited(reply_case),
            position=position,
            progress=progress,
            is_promised=_is_promised(progress, answer, actions),
            is_reopened=addressee.reopening_reason is not None,
        ),
    )


def _is_promised(
    progress: Progress | None, answer: Answer | None, actions: Iterable[Action]
) -> bool:
    """Tell whether an action stands, though nothing has begun or will be done as is said.

    What a reply promises itself counts; a later word that nothing will be done ends it.
    """
    if answer is not None and progress is Progress.WILL_NOT:
        said = Said(progress, answer.progress, answer.response_id)
        return any(said.stands_against(each.response_id) for each in actions)
    return progress is Progress.NOT_STARTED and any(True for _each in actions)


def addressee_lines(case: AuditCase) -> tuple[AddresseeLine, ...]:
    """Return one line per addressee, in order of recommendations, then of committees.

    What was split after the letter is one line, with its parts in it.
    """
    place = {committee.id: index for index, committee in enumerate(case.committees)}
    split = {each.id: parts for each in case.recommendations if (parts := parts_of(case, each))}
    apart = {part.id for parts in split.values() for part in parts}
    return tuple(
        _whole(case, _line(case, addressee), split.get(addressee.recommendation_id, ()))
        for addressee in sorted(
            (each for each in case.addressees if each.recommendation_id not in apart),
            key=lambda each: (
                case.recommendation_by_id[each.recommendation_id].ordinal,
                place[each.committee_id],
            ),
        )
    )


def _whole(case: AuditCase, line: AddresseeLine, split: Sequence[Recommendation]) -> AddresseeLine:
    """Return the line with the parts that it is followed in; as it is where there are none."""
    parts = tuple(
        _part(case, line, addressee)
        for part in split
        for addressee in case.addressees
        if addressee.recommendation_id == part.id
        and addressee.committee_id == line.addressee.committee_id
    )
    if not parts:
        return line
    is_done = all(part.progress is Progress.DONE for part in parts)
    return replace(
        line,
        addressee=closing_of_whole(line.addressee, [part.addressee for part in parts]),
        verdict=verdict_of_whole(line.verdict, [part.verdict for part in parts], line.addressee),
        progress=Progress.DONE if is_done else line.progress,
        standing=_standing_of_whole([part.standing for part in parts]),
        parts=parts,
    )


def _standing_of_whole(parts: Sequence[Standing]) -> Standing:
    """Return where a split recommendation stands: what remains of any part remains of it."""
    return Standing.REMAINING if Standing.REMAINING in parts else states.least_advanced(parts)


def _part(case: AuditCase, whole: AddresseeLine, addressee: Addressee) -> AddresseeLine:
    """Return the line of a part: answered as the whole was, judged and closed on its own.

    What was found of the whole before it was split stands for a part that nobody has judged: the
    part remains where the whole did.
    """
    own = _line(case, addressee)
    found = own.verdict or whole.verdict
    judged = addressee if own.verdict else whole.addressee
    position = own.position or whole.position
    progress = own.progress or whole.progress
    due = addressee.due or whole.addressee.due
    return replace(
        own,
        addressee=addressee.model_copy(update={"due": due}),
        response=own.response or whole.response,
        answer=own.answer or whole.answer,
        position=position,
        progress=progress,
        actions=(*whole.actions, *own.actions),
        standing=states.standing(
            outcome=addressee.outcome,
            verdict=found.verdict if found else None,
            asked=addressee.asked,
            is_answered=whole.response is not None,
            is_requested=_is_awaited(whole.reply_case),
            position=position,
            progress=progress,
            is_promised=_is_promised(
                progress, own.answer or whole.answer, (*whole.actions, *own.actions)
            ),
            is_reopened=(judged.reopening_reason or addressee.reopening_reason) is not None,
        ),
        whole_id=whole.addressee.id,
    )


def followed_apart(lines: Iterable[AddresseeLine]) -> tuple[AddresseeLine, ...]:
    """Return the lines as they are followed: parts in the place of what they were split from."""
    return tuple(each for line in lines for each in line.parts or (line,))


def reply_lines(
    case: AuditCase, today: date, known: Sequence[AddresseeLine] | None = None
) -> tuple[ReplyLine, ...]:
    """Return one line per reply case, in the register's order of committees.

    ``known`` are the lines of the case's addressees, where they have been made already.
    """
    lines = addressee_lines(case) if known is None else known
    place = {committee.id: index for index, committee in enumerate(case.committees)}
    return tuple(
        _reply_line(case, reply_case, lines, today)
        for reply_case in sorted(case.reply_cases, key=lambda each: place[each.committee_id])
    )


def _reply_line(
    case: AuditCase, reply_case: ReplyCase, lines: Sequence[AddresseeLine], today: date
) -> ReplyLine:
    responses = _responses_in(case, reply_case)
    decision = states.decisive(responses)
    extensions = tuple(e for e in case.extensions if e.reply_case_id == reply_case.id)
    extended_to = deadlines.extended_to(extensions)
    state = states.reply_state(
        responses,
        is_requested=reply_case.due_on is not None,
        is_given_up=reply_case.given_up_on is not None,
    )
    due_on = extended_to or reply_case.due_on
    first = states.first_reply(responses)
    reply = deadlines.reply_of(first, case.municipality.counted_day)
    is_counted = due_on is not None and state is not ReplyState.NO_REPLY
    supplement_due_on = states.supplement_day(responses, state)
    by_arrival = case.municipality.counted_day is CountedDay.RECEIVED
    return ReplyLine(
        reply_case=reply_case,
        committee=case.committee_by_id[reply_case.committee_id],
        extended_to=extended_to,
        extensions=extensions,
        responses=responses,
        decision=decision,
        state=state,
        days_late=deadlines.lateness(due_on, reply, today) if is_counted and due_on else None,
        unanswered=_unanswered(reply_case, lines),
        supplement_due_on=supplement_due_on,
        supplement_days_late=deadlines.days_past(supplement_due_on, today),
        reminders=_of_reply(case.sent_reminders, reply_case),
        reminder_drafts=_of_reply(case.reminder_drafts, reply_case),
        is_by_decision=by_arrival and first is not None and first.received_on is None,
    )


def _of_reply(reminders: Sequence[Reminder], reply_case: ReplyCase) -> tuple[Reminder, ...]:
    return tuple(
        each
        for each in reminders
        if each.reply_case_id == reply_case.id and each.kind is ReminderKind.REPLY
    )


def _unanswered(reply_case: ReplyCase, lines: Sequence[AddresseeLine]) -> int:
    return sum(
        line.committee.id == reply_case.committee_id
        and line.addressee.asked is True
        and line.position is None
        for line in lines
    )

"""Bedömning av svaren: what the auditors find of what has come, and when they stop waiting."""

from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState, Review
from revtrack.domain.days.deadlines import propose_supplement_due_on
from revtrack.domain.entries import JudgementEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.storage.audits import load_case
from revtrack.storage.events import judging_wishes
from revtrack.storage.rows import add, change, one
from revtrack.storage.store import Store

_TAKEN_BACK = {
    "review": Review.PENDING,
    "review_note": None,
    "reviewed_on": None,
    "review_paragraph": None,
    "supplement_due_on": None,
}


def judge(store: Store, entry: JudgementEntry, today: date) -> tuple[r.Response, ...]:
    """Store what the auditors find of a committee's reply, and return the responses judged.

    All that waits is judged together, the reply with what has been added to it; where nothing
    waits, what was judged last. A supplement that is asked for gets a day, the proposed one where
    none is said. Raises RevTrackError where nothing has come, the step is not allowed or lacks its
    note, a day cannot be right, or the person works as a clerk.
    """
    refuse_clerk_to_judge(store)
    with store.wish() as session:
        line = _line_of(load_case(session, entry.audit_id), entry.reply_case_id, today)
        judged = judged_responses(line, entry, today)
        return tuple(change(session, each, **judgement_fields(entry)) for each in judged)


def judged_responses(line: ReplyLine, entry: JudgementEntry, today: date) -> tuple[r.Response, ...]:
    """Return the responses that a judgement is about; raise RevTrackError as ``judge`` does."""
    judged = _judged(line, entry)
    refuse_lack(entry.review, note=entry.review_note)
    refuse_future(entry.reviewed_on, today)
    for each in judged:
        refuse_step(each.review, entry.review)
        _refuse_early(each, entry.reviewed_on)
    return judged


def _judged(line: ReplyLine, entry: JudgementEntry) -> tuple[r.Response, ...]:
    judged = states.judged_together(line.responses)
    if not judged:
        raise RevTrackError(
            "No reply from {committee} has come in, so there is nothing to judge.",
            committee=line.committee.name,
        )
    if entry.response_ids and {each.id for each in judged} != set(entry.response_ids):
        raise GoneError
    return judged


def judgement_fields(entry: JudgementEntry) -> dict[str, object]:
    """Return the fields of a response that a judgement of it changes."""
    due_on = None
    if entry.review is Review.SUPPLEMENT_REQUESTED:
        due_on = entry.supplement_due_on or propose_supplement_due_on(entry.reviewed_on)
        if due_on <= entry.reviewed_on:
            raise UsageError(
                "A supplement cannot be asked for on {asked} by {day}; that day must lie after it.",
                day=due_on,
                asked=entry.reviewed_on,
            )
    return {
        "review": entry.review,
        "review_note": entry.review_note,
        "reviewed_on": entry.reviewed_on,
        "review_paragraph": entry.review_paragraph,
        "supplement_due_on": due_on,
    }


def take_back_judgement(
    store: Store, audit_id: int, reply_case_id: int, why: str, today: date
) -> tuple[r.Response, ...]:
    """Take back the latest judgement of a committee's reply, and return what waits again.

    All that was judged in that wish waits. The history keeps the judgement and ``why``. Raises
    RevTrackError where nothing is judged or no reason is given.
    """
    refuse_clerk_to_judge(store)
    refuse_lack(Review.PENDING, why=why)
    with store.wish(why) as session:
        line = _line_of(load_case(session, audit_id), reply_case_id, today)
        judged = states.judged_last(line.responses)
        if not judged:
            raise RevTrackError(
                "No reply from {committee} has been judged, so there is nothing to take back.",
                committee=line.committee.name,
            )
        return tuple(change(session, each, **_TAKEN_BACK) for each in _of_one_wish(session, judged))


def _of_one_wish(session: Session, judged: tuple[r.Response, ...]) -> list[r.Response]:
    """Return those that the latest wish judged: two judgements of one day may say the same."""
    wishes = judging_wishes(session, (each.uid for each in judged))
    latest = max(wish or 0 for wish in wishes.values())
    return [each for each in judged if (wishes[each.uid] or 0) == latest]


def give_up(store: Store, note: r.NewReplyCaseNote, today: date) -> r.ReplyCase:
    """Stop waiting for a committee's reply (svar uteblev), and return its reply case.

    The note says why, and stays in the case. Raises RevTrackError where no reply is awaited, or
    its day has not passed.
    """
    refuse_clerk_to_judge(store)
    with store.wish() as session:
        line = _stored_line(session, note.reply_case_id, today)
        if line.state not in states.OPEN_STATES:
            raise RevTrackError(
                "No reply is awaited from {committee}: {state}.",
                committee=line.committee.name,
                state=line.state,
            )
        refuse_future(note.noted_on, today)
        if line.due_on is not None and note.noted_on <= line.due_on:
            raise RevTrackError(
                "{committee} has until {due} to reply; it is given up when that day has passed.",
                committee=line.committee.name,
                due=line.due_on,
            )
        add(session, r.ReplyCaseNote, note)
        return change(session, line.reply_case, given_up_on=note.noted_on)


def wait_again(store: Store, reply_case_id: int, why: str, today: date) -> r.ReplyCase:
    """Wait again for a reply that was given up, and return its reply case.

    Raises RevTrackError where it was not given up, or no reason is given.
    """
    refuse_clerk_to_judge(store)
    refuse_lack(Review.PENDING, why=why)
    with store.wish(why) as session:
        line = _stored_line(session, reply_case_id, today)
        if line.state is not ReplyState.NO_REPLY:
            raise RevTrackError(
                "The reply of {committee} has not been given up.", committee=line.committee.name
            )
        return change(session, line.reply_case, given_up_on=None)


def _stored_line(session: Session, reply_case_id: int, today: date) -> ReplyLine:
    reply_case = one(session, r.ReplyCase, reply_case_id)
    return _line_of(load_case(session, reply_case.audit_id), reply_case_id, today)


def _line_of(case: AuditCase, reply_case_id: int, today: date) -> ReplyLine:
    for line in reply_lines(case, today):
        if line.reply_case.id == reply_case_id:
            return line
    raise GoneError


def refuse_lack(review: Review, *, note: str | None = None, why: str | None = None) -> None:
    """Refuse a judgement that does not say what it has to."""
    needs = states.REVIEW_NEEDS[review]
    if "review_note" in needs and not note:
        raise UsageError("Say in a note what is missing in the reply.")
    if "why" in needs and not (why or "").strip():
        raise UsageError("Say why it is taken back.")


def refuse_step(known: Review, step: Review) -> None:
    """Refuse a judgement that may not follow the one there is."""
    if step not in states.REVIEWS_ALLOWED[known]:
        raise RevTrackError(
            "This is judged already: {review}. Take that judgement back first, with the reason.",
            review=known,
        )


def refuse_future(day: date, today: date) -> None:
    """Refuse a day that has not come yet."""
    if day > today:
        raise UsageError(
            "{day} lies ahead; register it when the day has come. Today is {today}.",
            day=day,
            today=today,
        )


def _refuse_early(response: r.Response, judged_on: date) -> None:
    came = response.received_on
    if came is not None and judged_on < came:
        raise RevTrackError(
            "The reply came in on {came}, so it cannot have been judged on {day}.",
            came=came,
            day=judged_on,
        )

"""Replies: what committees send in, more time for it, and notes on the way."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ExtensionDecision, ResponseKind
from revtrack.domain.entries import ActionEntry, AnswerEntry, ResponseEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.states import COUNTING_KINDS, RESPONSES_ALLOWED
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store


def reply_case_for(case: AuditCase, committee: r.Committee) -> r.ReplyCase:
    """Return the committee's reply case.

    Raises RevTrackError where the audit is not handed over, or the committee is not asked to reply.
    """
    if not case.is_handed_over:
        raise RevTrackError(
            "{reference} has not been handed over, so it cannot be answered yet. "
            "Register the hand-over with its own day: revtrack hand-over {reference} --on DAY",
            reference=case.audit.reference,
        )
    found = [each for each in case.reply_cases if each.committee_id == committee.id]
    if not found:
        raise UsageError(
            "The letter of {reference} does not go to {committee}.",
            reference=case.audit.reference,
            committee=committee.name,
        )
    return found[0]


def record_response(store: Store, entry: ResponseEntry, today: date) -> r.Response:
    """Store a response with its answers and actions, and return it.

    What comes in a case that is known to be decided but not sent in is that decision arriving: it
    is completed, not doubled. Raises RevTrackError where the step is not allowed: a second decision
    without saying which it replaces or supplements, a draft where the office takes none in, a day
    that lies ahead, an answer to a recommendation that the committee was not asked.
    """
    with store.wish() as session:
        case = load_case(session, entry.response.audit_id)
        _refuse_days_ahead(entry.response, today)
        _refuse_steps(case, entry, today)
        _refuse_strangers(case, entry)
        response = _arriving(session, case, entry, today) or _stored(session, entry)
        _note_diary_number(session, case, entry)
        _put_answers(session, case, response, entry.answers)
        _add_actions(session, response, entry.actions)
        return response


def complete_response(
    store: Store, response_id: int, entry: ResponseEntry, today: date
) -> r.Response:
    """Store what is stated besides in a response that is registered, and return it.

    Only what is stated takes the place of what stood there, in the document as in each answer; the
    history keeps that. Raises RevTrackError as ``record_response`` does.
    """
    with store.wish() as session:
        case = load_case(session, entry.response.audit_id)
        _refuse_days_ahead(entry.response, today)
        known = next((each for each in case.responses if each.id == response_id), None)
        if known is None:
            raise UsageError("There is no earlier response to replace or supplement.")
        _refuse_strangers(case, entry)
        response = _completed(session, known, entry.response)
        _note_diary_number(session, case, entry)
        _put_answers(session, case, response, entry.answers)
        _add_actions(session, response, entry.actions)
        return response


def _completed(session: Session, known: r.Response, new: r.NewResponse) -> r.Response:
    stated = new.model_dump(exclude_defaults=True, exclude={"audit_id"})
    return change(session, known, **{**stated, "is_received": new.is_received})


def _stored(session: Session, entry: ResponseEntry) -> r.Response:
    response = add(session, r.Response, entry.response)
    for reply_case_id in entry.reply_case_ids:
        link = r.NewResponseCase(response_id=response.id, reply_case_id=reply_case_id)
        add(session, r.ResponseCase, link)
    return response


def _arriving(
    session: Session, case: AuditCase, entry: ResponseEntry, today: date
) -> r.Response | None:
    """Complete the decision that was known but not sent in; None where there is no such one."""
    new = entry.response
    if new.kind not in COUNTING_KINDS or new.replaces_id is not None:
        return None
    for line in reply_lines(case, today):
        is_asked = line.reply_case.id in entry.reply_case_ids
        if is_asked and line.decision is not None and not line.decision.is_received:
            return _completed(session, line.decision, new)
    return None


def _refuse_days_ahead(response: r.NewResponse, today: date) -> None:
    days = (response.dated_on, response.decided_on, response.sent_on, response.received_on)
    for day in days:
        if day is not None and day > today:
            raise UsageError(
                "{day} lies ahead; a reply is registered when it has come. Today is {today}.",
                day=day,
                today=today,
            )


def _refuse_steps(case: AuditCase, entry: ResponseEntry, today: date) -> None:
    response = entry.response
    if response.kind is ResponseKind.DRAFT and not case.municipality.takes_drafts:
        raise RevTrackError(
            "{municipality} does not take in officials' drafts. Register the decision when it "
            "has been made, or change the municipality's setting.",
            municipality=case.municipality.name,
        )
    known = {each.id for each in case.responses}
    for earlier in (response.replaces_id, response.supplements_id):
        if earlier is not None and earlier not in known:
            raise UsageError("There is no earlier response to replace or supplement.")
    for line in reply_lines(case, today):
        if line.reply_case.id in entry.reply_case_ids and response.replaces_id is None:
            _refuse_step(line, response.kind)


def _refuse_step(line: ReplyLine, kind: ResponseKind) -> None:
    if kind in RESPONSES_ALLOWED[line.state]:
        return
    if kind is ResponseKind.SUPPLEMENT:
        raise RevTrackError(
            "{committee} has not answered yet, so there is nothing to supplement.",
            committee=line.committee.name,
        )
    raise RevTrackError(
        "{committee} has answered already. Say what the new document is: --replaces if it takes "
        "the earlier decision's place, --supplement if it adds to it.",
        committee=line.committee.name,
    )


def _refuse_strangers(case: AuditCase, entry: ResponseEntry) -> None:
    cases = {each.id: each.committee_id for each in case.reply_cases}
    committees = {cases[reply_case_id] for reply_case_id in entry.reply_case_ids}
    named = [answer.addressee_id for answer in entry.answers]
    named += [each for action in entry.actions for each in action.addressee_ids]
    for addressee_id in named:
        addressee = case.addressee_by_id[addressee_id]
        if addressee.committee_id not in committees or not addressee.asked:
            recommendation = case.recommendation_by_id[addressee.recommendation_id]
            raise UsageError(
                "{number} has not been put to {committee}.",
                number=case.number_of(recommendation),
                committee=case.committee_by_id[addressee.committee_id].name,
            )


def _note_diary_number(session: Session, case: AuditCase, entry: ResponseEntry) -> None:
    """Give the reply case the response's diary number, where it has none yet."""
    if entry.response.diary_number is None or len(entry.reply_case_ids) != 1:
        return
    for reply_case in case.reply_cases:
        if reply_case.id in entry.reply_case_ids and reply_case.diary_number is None:
            change(session, reply_case, diary_number=entry.response.diary_number)


def _put_answers(
    session: Session, case: AuditCase, response: r.Response, answers: Sequence[AnswerEntry]
) -> None:
    there = {each.addressee_id: each for each in case.answers if each.response_id == response.id}
    for answer in answers:
        stated = answer.model_dump(exclude_none=True)
        if answer.addressee_id in there:
            change(session, there[answer.addressee_id], **stated)
        else:
            add(session, r.Answer, r.NewAnswer(response_id=response.id, **stated))


def _add_actions(session: Session, response: r.Response, actions: Sequence[ActionEntry]) -> None:
    for action in actions:
        fields = action.model_dump(exclude={"addressee_ids"})
        stored = add(session, r.Action, r.NewAction(audit_id=response.audit_id, **fields))
        for addressee_id in action.addressee_ids:
            link = r.NewActionAddressee(action_id=stored.id, addressee_id=addressee_id)
            add(session, r.ActionAddressee, link)


def set_diary_number(store: Store, reply_case: r.ReplyCase, diary_number: str) -> r.ReplyCase:
    """Store the committee's own diary number and return the reply case."""
    with store.wish() as session:
        return change(session, reply_case, diary_number=diary_number)


def extend(store: Store, audit_id: int, new: r.NewExtension) -> r.Extension:
    """Store more time for a reply (asked for, granted or refused) and return it.

    The original day stays as it was. Raises RevTrackError where no reply is asked for, or the new
    day is no later than the day that counts.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        lines = reply_lines(case, new.new_due_on)
        line = next(each for each in lines if each.reply_case.id == new.reply_case_id)
        if line.due_on is None:
            raise RevTrackError(
                "{committee} is not asked for a reply, so there is no day to move.",
                committee=line.committee.name,
            )
        if new.decision is not ExtensionDecision.REFUSED and new.new_due_on <= line.due_on:
            raise UsageError(
                "The new day must lie after {day}, the day that counts for {committee}.",
                day=line.due_on,
                committee=line.committee.name,
            )
        return add(session, r.Extension, new)


def add_note(store: Store, new: r.NewReplyCaseNote) -> r.ReplyCaseNote:
    """Store a note in a reply case and return it."""
    with store.wish() as session:
        return add(session, r.ReplyCaseNote, new)

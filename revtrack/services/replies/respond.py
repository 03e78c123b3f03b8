"""Replies: what committees send in, more time for it, and notes on the way."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState, ResponseKind
from revtrack.domain.entries import ActionEntry, AnswerEntry, ResponseEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.follow_up import ReplyLine, reply_lines
from revtrack.domain.names.recipients import join_names
from revtrack.domain.replies.answer_form import asked_reply_case
from revtrack.domain.states import COUNTING_KINDS, RESPONSES_ALLOWED, draft_in_hand
from revtrack.storage.audits import load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store

LONGEST_BEFORE = timedelta(days=366)
"""So long before the letter no day of a reply to it can lie: the year is mistyped."""


def reply_case_for(case: AuditCase, committee: r.Committee) -> r.ReplyCase:
    """Return the committee's reply case.

    Raises RevTrackError where the audit is not handed over, or the committee is not asked to reply.
    """
    if not case.is_handed_over:
        raise RevTrackError(
            "{reference} has not been handed over, so it cannot be answered yet. "
            "Register the hand-over with its own day: "
            "revtrack hand-over {reference} --on DAY --due DAY",
            reference=case.audit.reference,
        )
    return asked_reply_case(case, committee)


def record_response(store: Store, entry: ResponseEntry, today: date) -> r.Response:
    """Store a response with its answers and actions, and return it.

    What comes in a case that is known to be decided but not sent in is that decision arriving: it
    is completed, not doubled. Raises RevTrackError where the step is not allowed: a second decision
    without saying which it replaces or supplements, a draft where the office takes none in, days
    that cannot be right, an answer to a recommendation that the committee was not asked.
    """
    with store.wish() as session:
        return record_within(session, entry, today)


def record_within(session: Session, entry: ResponseEntry, today: date) -> r.Response:
    """Do as ``record_response`` does, within a wish that stores more besides."""
    case = load_case(session, entry.response.audit_id)
    refuse_days(case, entry.response, today)
    refuse_order(entry.response)
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
    history keeps that. Its kind is changed where another is set. Raises RevTrackError as
    ``record_response`` does.
    """
    with store.wish() as session:
        return complete_within(session, response_id, entry, today)


def complete_within(
    session: Session, response_id: int, entry: ResponseEntry, today: date
) -> r.Response:
    """Do as ``complete_response`` does, within a wish that stores more besides."""
    case = load_case(session, entry.response.audit_id)
    refuse_days(case, entry.response, today)
    known = _earlier(case, response_id)
    if not _reply_case_ids(case, known) & set(entry.reply_case_ids):
        raise _of_another(case, entry)
    _refuse_strangers(case, entry)
    _refuse_other_kind(known, entry.response)
    new = _own_number(case, known, entry)
    is_kind_stated = "kind" in entry.response.model_fields_set
    kind = entry.response.kind if is_kind_stated else known.kind
    response = _completed(session, known, new, kind=kind)
    for line in reply_lines(case, today):
        if line.reply_case.id in entry.reply_case_ids:
            refuse_before_reply(line, response)
    if new is entry.response:
        _note_diary_number(session, case, entry)
    else:
        _put_number(session, case, entry)
    _put_answers(session, case, response, entry.answers)
    _add_actions(session, response, entry.actions)
    return response


def _completed(
    session: Session, known: r.Response, new: r.NewResponse, **more: ResponseKind
) -> r.Response:
    stated = new.model_dump(exclude_defaults=True, exclude={"audit_id"})
    completed = change(session, known, **{**stated, "is_received": new.is_received, **more})
    if new.decided_on or new.received_on or new.is_referred_back:
        refuse_order(completed)
    return completed


def _refuse_other_kind(known: r.Response, new: r.NewResponse) -> None:
    """Refuse that a reply becomes a draft or a supplement, or the other way round."""
    kinds = {known.kind, new.kind}
    if "kind" in new.model_fields_set and len(kinds) > 1 and not kinds <= COUNTING_KINDS:
        raise UsageError(
            "{known} cannot be made {new} afterwards. Register what came as a document of its own.",
            known=known.kind,
            new=new.kind,
        )


def _stored(session: Session, entry: ResponseEntry) -> r.Response:
    response = add(session, r.Response, entry.response)
    for reply_case_id in dict.fromkeys(entry.reply_case_ids):
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


def refuse_days(case: AuditCase, response: r.NewResponse, today: date) -> None:
    """Refuse a day that lies ahead, or so long before the letter that its year is wrong."""
    letter, new = case.audit.handed_over_on, response
    for day in (new.dated_on, new.decided_on, new.sent_on, new.received_on):
        if day is not None and day > today:
            raise UsageError(
                "{day} lies ahead; a reply is registered when it has come. Today is {today}.",
                day=day,
                today=today,
            )
        if day is not None and letter is not None and letter - day > LONGEST_BEFORE:
            raise UsageError(
                "{day} lies more than a year before the letter, which is of {letter}. "
                "Check the year.",
                day=day,
                letter=letter,
            )


def refuse_order(response: r.NewResponse) -> None:
    """Refuse a decision that came in before it was made, or was referred back; a draft may."""
    decided, received = response.decided_on, response.received_on
    if response.kind is ResponseKind.DRAFT:
        return
    if response.is_referred_back:
        raise UsageError("Only an officials' draft can be referred back, not a reply.")
    if response.kind is ResponseKind.STATEMENT and (response.paragraph or decided):
        raise UsageError(
            "An answer without a decision has neither paragraph nor meeting day. Leave them out, "
            "or say which kind of decision it is."
        )
    if decided and received and decided > received:
        raise RevTrackError(
            "The decision cannot have come in on {received}, before it was made on {decided}.",
            received=received,
            decided=decided,
        )


def _refuse_steps(case: AuditCase, entry: ResponseEntry, today: date) -> None:
    response = entry.response
    if response.kind is ResponseKind.DRAFT and not case.municipality.takes_drafts:
        raise RevTrackError(
            "{municipality} does not take in officials' drafts. Register the decision when it has "
            "been made, or change the municipality's setting: "
            'revtrack municipality "{municipality}" --takes-drafts',
            municipality=case.municipality.name,
        )
    if not entry.reply_case_ids:
        raise UsageError("Name at least one committee that the reply comes from.")
    lines = {line.reply_case.id: line for line in reply_lines(case, today)}
    if not lines.keys() >= set(entry.reply_case_ids):
        raise GoneError
    replaced = _refuse_relation(case, entry)
    for reply_case_id in dict.fromkeys(entry.reply_case_ids):
        line = lines[reply_case_id]
        if reply_case_id not in replaced:
            _refuse_step(line, response.kind)
        refuse_before_reply(line, response)


def _refuse_relation(case: AuditCase, entry: ResponseEntry) -> frozenset[int]:
    """Refuse what cannot replace or supplement; return the reply cases where a reply is replaced.

    What replaces a reply of several committees comes from all of them, or the others would lose it.
    """
    response, named = entry.response, set(entry.reply_case_ids)
    if response.supplements_id is not None:
        supplemented = _reply_case_ids(case, _earlier(case, response.supplements_id))
        if not supplemented & named:
            raise _of_another(case, entry)
    if response.replaces_id is None:
        return frozenset()
    earlier = _earlier(case, response.replaces_id)
    replaced = _reply_case_ids(case, earlier)
    if not replaced & named:
        raise _of_another(case, entry)
    if response.kind not in COUNTING_KINDS and (
        response.kind is ResponseKind.SUPPLEMENT or earlier.kind is not ResponseKind.DRAFT
    ):
        raise UsageError(
            "{kind} cannot take the place of an earlier reply. Say which kind of reply it is.",
            kind=response.kind,
        )
    if not replaced <= named:
        raise UsageError(
            "The earlier reply is also that of {committees}. "
            "What replaces it must come from all of them.",
            committees=_committees(case, replaced - named),
        )
    return replaced if response.kind in COUNTING_KINDS else frozenset()


def _earlier(case: AuditCase, response_id: int) -> r.Response:
    found = next((each for each in case.responses if each.id == response_id), None)
    if found is None:
        raise UsageError("There is no earlier response to replace or supplement.")
    return found


def _reply_case_ids(case: AuditCase, response: r.Response) -> frozenset[int]:
    return frozenset(
        link.reply_case_id for link in case.response_cases if link.response_id == response.id
    )


def _of_another(case: AuditCase, entry: ResponseEntry) -> UsageError:
    return UsageError(
        "The earlier reply is not one of {committees}.",
        committees=_committees(case, entry.reply_case_ids),
    )


def _committees(case: AuditCase, reply_case_ids: Iterable[int]) -> str:
    wanted = set(reply_case_ids)
    ids = [each.committee_id for each in case.reply_cases if each.id in wanted]
    return join_names(committee.name for committee in case.in_order(ids))


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


def refuse_before_reply(line: ReplyLine, response: r.NewResponse) -> None:
    """Refuse a supplement that came in before the reply that it adds to."""
    reply, received = line.decision, response.received_on
    if response.kind is not ResponseKind.SUPPLEMENT or reply is None or received is None:
        return
    came = reply.received_on or reply.decided_on
    if came is not None and received < came:
        raise RevTrackError(
            "The supplement from {committee} cannot have come in on {received}, before the reply "
            "that it adds to: {came}.",
            committee=line.committee.name,
            received=received,
            came=came,
        )


def _refuse_strangers(case: AuditCase, entry: ResponseEntry) -> None:
    cases = {each.id: each.committee_id for each in case.reply_cases}
    if not cases.keys() >= set(entry.reply_case_ids):
        raise GoneError
    committees = {cases[reply_case_id] for reply_case_id in entry.reply_case_ids}
    named = [answer.addressee_id for answer in entry.answers]
    named += [each for action in entry.actions for each in action.addressee_ids]
    for addressee_id in named:
        addressee = case.addressee_by_id.get(addressee_id)
        if addressee is None:
            raise GoneError
        if addressee.committee_id not in committees or not addressee.asked:
            recommendation = case.recommendation_by_id[addressee.recommendation_id]
            raise UsageError(
                "{number} has not been put to {committee}.",
                number=case.number_of(recommendation),
                committee=case.committee_by_id[addressee.committee_id].name,
            )


def _own_number(case: AuditCase, known: r.Response, entry: ResponseEntry) -> r.NewResponse:
    """Return what is stated without a diary number that belongs to one of several committees.

    A document that serves several cases keeps its number; each case has its own.
    """
    if _reply_case_ids(case, known) <= set(entry.reply_case_ids):
        return entry.response
    return entry.response.model_copy(update={"diary_number": None})


def _put_number(session: Session, case: AuditCase, entry: ResponseEntry) -> None:
    """Give the reply case named the diary number that its committee has for a shared response."""
    if entry.response.diary_number is not None:
        for reply_case in case.reply_cases:
            if reply_case.id in entry.reply_case_ids:
                change(session, reply_case, diary_number=entry.response.diary_number)


def _note_diary_number(session: Session, case: AuditCase, entry: ResponseEntry) -> None:
    """Give the reply case the response's diary number, where it has none yet.

    The number of a response that several give, or that another body has decided, is not its own.
    """
    is_own = len(entry.reply_case_ids) == 1 and entry.response.decided_by is None
    if entry.response.diary_number is None or not is_own:
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
        new = r.NewAction(audit_id=response.audit_id, response_id=response.id, **fields)
        stored = add(session, r.Action, new)
        for addressee_id in action.addressee_ids:
            link = r.NewActionAddressee(action_id=stored.id, addressee_id=addressee_id)
            add(session, r.ActionAddressee, link)


def refer_back(
    store: Store, audit_id: int, reply_case_id: int, on: date | None, today: date
) -> r.Response:
    """Note that a committee sent its officials' draft back (återremiss), and return the draft.

    The draft and its own day stay; ``on`` is the meeting's day, None where it is not stated. Raises
    RevTrackError where no draft lies before the committee.
    """
    with store.wish() as session:
        case = load_case(session, audit_id)
        line = next(
            (each for each in reply_lines(case, today) if each.reply_case.id == reply_case_id), None
        )
        if line is None:
            raise GoneError
        draft = draft_in_hand(line.responses)
        if draft is None or line.state is not ReplyState.DRAFT_RECEIVED:
            raise RevTrackError(
                "There is no draft that {committee} could have sent back. Its reply: {state}.",
                committee=line.committee.name,
                state=line.state,
            )
        sent_back = change(session, draft, is_referred_back=True, decided_on=on)
        refuse_days(case, sent_back, today)
        return sent_back


def add_note(store: Store, new: r.NewReplyCaseNote) -> r.ReplyCaseNote:
    """Store a note in a reply case and return it."""
    with store.wish() as session:
        return add(session, r.ReplyCaseNote, new)

"""Logging replies, and seeing what is due."""

from datetime import date
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    ExtensionDecision,
    Position,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
    Standing,
    VerdictStep,
)
from revtrack.domain.entries import ActionEntry, AnswerEntry, ResponseEntry
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.domain.outcome.judged import standing_of
from revtrack.domain.overview import DueLine
from revtrack.services import checking, find, watch
from revtrack.services.history import list_history, verify
from revtrack.services.registering.register import add_questions
from revtrack.services.replies import extensions, respond
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store
from revtrack.wording import word

TODAY = date(2023, 3, 10)
DUE = date(2023, 3, 20)
LATER = date(2023, 4, 24)


def _case(store: Store) -> AuditCase:
    return find.read_case(store, 1)


def _reply_case(store: Store, abbreviation: str) -> r.ReplyCase:
    case = _case(store)
    return respond.reply_case_for(case, find.find_committee(case, abbreviation))


def _asked(store: Store, abbreviation: str) -> list[int]:
    return [
        line.addressee.id
        for line in addressee_lines(_case(store))
        if line.committee.abbreviation == abbreviation and line.addressee.asked
    ]


def _entry(store: Store, *committees: str, **fields: Any) -> ResponseEntry:  # noqa: ANN401
    answers = fields.pop("answers", ())
    actions = fields.pop("actions", ())
    return ResponseEntry(
        response=r.NewResponse(audit_id=1, **fields),
        reply_case_ids=tuple(_reply_case(store, each).id for each in committees),
        answers=answers,
        actions=actions,
    )


def _record(store: Store, *committees: str, **fields: Any) -> r.Response:  # noqa: ANN401
    return respond.record_response(store, _entry(store, *committees, **fields), TODAY)


def _refused(store: Store, *committees: str, **fields: Any) -> RevTrackError:  # noqa: ANN401
    """Return the refusal of a response; nothing has been changed."""
    entry, before = _entry(store, *committees, **fields), list_history(store)
    with pytest.raises(RevTrackError) as refused:
        respond.record_response(store, entry, TODAY)
    assert list_history(store) == before
    return refused.value


def _state(store: Store, abbreviation: str) -> ReplyState:
    lines = reply_lines(_case(store), TODAY)
    return next(line.state for line in lines if line.committee.abbreviation == abbreviation)


def test_a_reply_with_its_answers_and_actions(awaiting_store: Store) -> None:
    first, *others = _asked(awaiting_store, "GSN")
    answers = [
        AnswerEntry(
            addressee_id=first,
            position=Position.AGREES,
            progress=Progress.PLANNED,
            quote="Nämnden avser att upprätta en plan.",
        ),
        *(AnswerEntry(addressee_id=each, position=Position.DISAGREES) for each in others),
    ]
    action = ActionEntry(text="En plan upprättas", due="2023-Q4", addressee_ids=(first,))
    response = _record(
        awaiting_store,
        "GSN",
        paragraph="19",
        decided_on=date(2023, 3, 1),
        received_on=date(2023, 3, 8),
        diary_number="GSN/2022:1",
        answers=tuple(answers),
        actions=(action,),
    )
    case = _case(awaiting_store)
    assert case.responses == (response,)
    lines = [line for line in addressee_lines(case) if line.committee.abbreviation == "GSN"]
    assert [line.position for line in lines] == ["agrees", "disagrees", "disagrees", "disagrees"]
    assert [line.standing for line in lines] == ["acting"] + ["no_action"] * 3
    assert [(each.text, each.due) for each in lines[0].actions] == [
        ("En plan upprättas", "2023-Q4")
    ]
    assert lines[1].actions == ()
    assert len({event.wish for event in list_history(awaiting_store)}) == 2
    assert verify(awaiting_store) == ()


def test_a_reply_without_answers_is_in_and_not_read(awaiting_store: Store) -> None:
    _record(awaiting_store, "GSN", paragraph="19", received_on=date(2023, 3, 8))
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED
    line = next(each for each in reply_lines(_case(awaiting_store), TODAY) if each.decision)
    assert line.unanswered == 4
    standings = {
        each.standing
        for each in addressee_lines(_case(awaiting_store))
        if each.committee.abbreviation == "GSN"
    }
    assert standings == {Standing.UNREVIEWED}
    (judge,) = watch.see_overview(awaiting_store, TODAY).to_judge
    assert (judge.committee, judge.is_read) == ("grundskolenämnden", False)


def test_the_first_diary_number_is_kept_for_the_case(awaiting_store: Store) -> None:
    reply_case = _reply_case(awaiting_store, "GSN")
    with awaiting_store.wish() as session:
        change(session, reply_case, diary_number=None)
    _record(awaiting_store, "GSN", diary_number="GSN/2022:817")
    assert _reply_case(awaiting_store, "GSN").diary_number == "GSN/2022:817"
    _record(awaiting_store, "GSN", diary_number="GSN/2023:1", kind=ResponseKind.SUPPLEMENT)
    assert _reply_case(awaiting_store, "GSN").diary_number == "GSN/2022:817"


def test_one_document_of_two_committees(awaiting_store: Store) -> None:
    both = _asked(awaiting_store, "GSN") + _asked(awaiting_store, "GN")
    answers = tuple(AnswerEntry(addressee_id=each, position=Position.AGREES) for each in both)
    response = _record(
        awaiting_store, "GSN", "GN", kind=ResponseKind.JOINT, diary_number="J 1", answers=answers
    )
    lines = reply_lines(_case(awaiting_store), TODAY)
    answered = [line.committee.abbreviation for line in lines if line.decision == response]
    assert answered == ["GSN", "GN"]
    assert {line.unanswered for line in lines if line.decision} == {0}
    assert len(watch.list_due(awaiting_store, TODAY)) == 5


def test_a_second_decision_says_what_it_is(awaiting_store: Store) -> None:
    first = _record(awaiting_store, "GSN", received_on=date(2023, 3, 1))
    assert "--replaces" in str(_refused(awaiting_store, "GSN"))
    second = _record(awaiting_store, "GSN", replaces_id=first.id, received_on=date(2023, 3, 2))
    line = next(each for each in reply_lines(_case(awaiting_store), TODAY) if each.decision)
    assert line.decision == second
    assert [each.id for each in line.responses] == [first.id, second.id]


def test_a_supplement_adds_to_what_there_is(awaiting_store: Store) -> None:
    supplement = {"kind": ResponseKind.SUPPLEMENT}
    assert "nothing to supplement" in str(_refused(awaiting_store, "GSN", **supplement))
    first = _record(awaiting_store, "GSN", review=Review.SUPPLEMENT_REQUESTED)
    assert _state(awaiting_store, "GSN") is ReplyState.INCOMPLETE
    _record(awaiting_store, "GSN", supplements_id=first.id, **supplement)
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED


def test_a_second_decision_makes_no_reply_late(awaiting_store: Store) -> None:
    first = _record(awaiting_store, "GSN", received_on=TODAY)
    entry = _entry(awaiting_store, "GSN", replaces_id=first.id, received_on=date(2023, 4, 20))
    second = respond.record_response(awaiting_store, entry, LATER)
    lines = reply_lines(_case(awaiting_store), LATER)
    line = next(each for each in lines if each.decision)
    assert (line.decision, line.days_late) == (second, 0)
    codes = {each.code for each in checking.check_audit(awaiting_store, 1, LATER)}
    assert "reply_late" not in codes


def test_each_committee_of_a_joint_reply_has_its_own_number(awaiting_store: Store) -> None:
    joint = ResponseKind.JOINT
    for name in ("GSN", "GN"):
        with awaiting_store.wish() as session:
            change(session, _reply_case(awaiting_store, name), diary_number=None)
    response = _record(awaiting_store, "GSN", "GN", kind=joint, diary_number="GSN/2022:817")
    completed = _complete(awaiting_store, response, "GN", diary_number="GN/2022:136")
    assert completed.diary_number == "GSN/2022:817"
    numbers = [_reply_case(awaiting_store, name).diary_number for name in ("GSN", "GN")]
    assert numbers == [None, "GN/2022:136"]


def test_an_answer_without_a_decision_has_neither_paragraph_nor_day(awaiting_store: Store) -> None:
    said = "En handling utan beslut har varken paragraf eller sammanträdesdag."
    for stated in ({"paragraph": "3"}, {"decided_on": date(2023, 3, 1)}):
        refused = _refused(awaiting_store, "GSN", kind=ResponseKind.STATEMENT, **stated)
        assert word(refused).startswith(said)


def test_a_supplement_does_not_come_before_the_reply(awaiting_store: Store) -> None:
    first = _record(awaiting_store, "GSN", received_on=date(2023, 3, 1))
    supplement = {"kind": ResponseKind.SUPPLEMENT, "supplements_id": first.id}
    early = _refused(awaiting_store, "GSN", received_on=date(2023, 2, 20), **supplement)
    assert not isinstance(early, UsageError)
    assert word(early) == (
        "Kompletteringen från grundskolenämnden kan inte ha kommit in 2023-02-20, före svaret som "
        "den kompletterar: 2023-03-01."
    )
    _record(awaiting_store, "GSN", received_on=date(2023, 3, 1), **supplement)


@pytest.mark.parametrize("field", ["replaces_id", "supplements_id"])
def test_an_earlier_response_must_be_there(awaiting_store: Store, field: str) -> None:
    _record(awaiting_store, "GSN")
    refused = _refused(awaiting_store, "GSN", kind=ResponseKind.SUPPLEMENT, **{field: 99})
    assert isinstance(refused, UsageError)
    assert "no earlier response" in str(refused)


def test_what_replaces_or_supplements_is_about_the_same_committees_reply(
    awaiting_store: Store,
) -> None:
    _record(awaiting_store, "GSN")
    other = _record(awaiting_store, "GN")
    for field in ("replaces_id", "supplements_id"):
        fields = {"kind": ResponseKind.SUPPLEMENT} if field == "supplements_id" else {}
        refused = _refused(awaiting_store, "GSN", **{field: other.id, **fields})
        assert str(refused) == "The earlier reply is not one of grundskolenämnden."


def test_only_a_reply_takes_the_place_of_a_reply(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        change(session, _case(awaiting_store).municipality, takes_drafts=True)
    draft = _record(awaiting_store, "GSN", kind=ResponseKind.DRAFT)
    _record(awaiting_store, "GSN", kind=ResponseKind.DRAFT, replaces_id=draft.id)
    first = _record(awaiting_store, "GSN")
    for kind in (ResponseKind.DRAFT, ResponseKind.SUPPLEMENT):
        refused = _refused(awaiting_store, "GSN", kind=kind, replaces_id=first.id)
        assert "cannot take the place of an earlier reply" in str(refused)
    _record(awaiting_store, "GSN", kind=ResponseKind.STATEMENT, replaces_id=first.id)
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED


def test_what_replaces_the_reply_of_several_comes_from_all_of_them(awaiting_store: Store) -> None:
    joint = _record(awaiting_store, "GSN", "GN", kind=ResponseKind.JOINT)
    refused = _refused(awaiting_store, "GSN", replaces_id=joint.id)
    assert "is also that of gymnasienämnden" in str(refused)
    _record(awaiting_store, "GSN", "GN", kind=ResponseKind.JOINT, replaces_id=joint.id)
    _record(awaiting_store, "KS")
    latest = _case(awaiting_store).responses[-2]
    refused = _refused(awaiting_store, "GSN", "GN", "KS", replaces_id=latest.id)
    assert "kommunstyrelsen has answered already" in str(refused)


def test_a_reply_comes_from_somebody(awaiting_store: Store) -> None:
    assert "at least one committee" in str(_refused(awaiting_store))
    entry = _entry(awaiting_store, "GSN", "GSN")
    respond.record_response(awaiting_store, entry, TODAY)
    assert len(_case(awaiting_store).response_cases) == 1


def test_what_has_gone_meanwhile_is_refused(awaiting_store: Store) -> None:
    before = list_history(awaiting_store)
    gone = "by somebody else meanwhile"
    stale = r.NewExtension(reply_case_id=999, new_due_on=date(2023, 4, 3))
    with pytest.raises(RevTrackError, match=gone):
        extensions.extend(awaiting_store, 1, stale, TODAY)
    with pytest.raises(RevTrackError, match=gone):
        extensions.extend(awaiting_store, 999, stale, TODAY)
    note = r.NewReplyCaseNote(reply_case_id=999, noted_on=TODAY, text="ringde")
    with pytest.raises(RevTrackError, match=gone):
        respond.add_note(awaiting_store, note)
    entry = ResponseEntry(response=r.NewResponse(audit_id=1), reply_case_ids=(999,))
    with pytest.raises(RevTrackError, match=gone):
        respond.record_response(awaiting_store, entry, TODAY)
    answer = AnswerEntry(addressee_id=999, position=Position.NOTED)
    assert gone in str(_refused(awaiting_store, "GSN", answers=(answer,)))
    assert list_history(awaiting_store) == before


def test_an_officials_answer_counts_and_is_known_as_such(awaiting_store: Store) -> None:
    _record(awaiting_store, "GSN", kind=ResponseKind.STATEMENT, received_on=date(2023, 3, 1))
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED
    (response,) = _case(awaiting_store).responses
    assert response.kind is ResponseKind.STATEMENT


def test_a_draft_is_taken_in_only_where_the_office_says_so(awaiting_store: Store) -> None:
    draft = {"kind": ResponseKind.DRAFT}
    assert "does not take in officials' drafts" in str(_refused(awaiting_store, "GSN", **draft))
    with awaiting_store.wish() as session:
        change(session, _case(awaiting_store).municipality, takes_drafts=True)
    _record(awaiting_store, "GSN", **draft)
    assert _state(awaiting_store, "GSN") is ReplyState.DRAFT_RECEIVED
    assert len(watch.list_due(awaiting_store, TODAY)) == 7


def test_adopted_and_not_sent_in_is_still_awaited(awaiting_store: Store) -> None:
    _record(awaiting_store, "GSN", is_received=False, decided_on=date(2023, 3, 1))
    assert _state(awaiting_store, "GSN") is ReplyState.ADOPTED
    due = {line.abbreviation: line for line in watch.list_due(awaiting_store, date(2023, 3, 22))}
    assert (due["GSN"].state, due["GSN"].days_late) == (ReplyState.ADOPTED, 2)


def test_what_was_adopted_arrives_without_being_doubled(awaiting_store: Store) -> None:
    known = _record(
        awaiting_store, "GSN", is_received=False, decided_on=date(2023, 3, 1), paragraph="19"
    )
    answer = AnswerEntry(addressee_id=_asked(awaiting_store, "GSN")[1], position=Position.AGREES)
    arrived = _record(awaiting_store, "GSN", received_on=date(2023, 3, 9), answers=(answer,))
    assert arrived.id == known.id
    assert (arrived.decided_on, arrived.received_on) == (date(2023, 3, 1), date(2023, 3, 9))
    assert (arrived.paragraph, arrived.is_received) == ("19", True)
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED
    assert len(_case(awaiting_store).responses) == 1


def _complete(store: Store, response: r.Response, committee: str, **fields: Any) -> r.Response:  # noqa: ANN401
    return respond.complete_response(store, response.id, _entry(store, committee, **fields), TODAY)


def test_a_reply_that_is_there_is_completed(awaiting_store: Store) -> None:
    asked = _asked(awaiting_store, "VON")
    response = _record(awaiting_store, "VON", received_on=date(2023, 3, 9), paragraph="19")
    first = AnswerEntry(addressee_id=asked[0], position=Position.UNCLEAR, quote="Se över")
    _complete(awaiting_store, response, "VON", answers=(first,))
    again = AnswerEntry(addressee_id=asked[0], position=Position.AGREES)
    other = AnswerEntry(addressee_id=asked[1], position=Position.NOTED)
    completed = _complete(
        awaiting_store, response, "VON", decided_on=date(2023, 3, 1), answers=(again, other)
    )
    assert (completed.decided_on, completed.received_on) == (date(2023, 3, 1), date(2023, 3, 9))
    assert completed.paragraph == "19"
    answers = {each.addressee_id: each for each in _case(awaiting_store).answers}
    assert len(answers) == 2
    assert (answers[asked[0]].position, answers[asked[0]].quote) == (Position.AGREES, "Se över")
    assert verify(awaiting_store) == ()


def test_a_reply_is_not_completed_with_what_was_not_asked(awaiting_store: Store) -> None:
    response = _record(awaiting_store, "VON", received_on=date(2023, 3, 9))
    stranger = AnswerEntry(addressee_id=_asked(awaiting_store, "KS")[0], position=Position.NOTED)
    with pytest.raises(UsageError, match="has not been put to"):
        _complete(awaiting_store, response, "VON", answers=(stranger,))
    with pytest.raises(UsageError, match="no earlier response"):
        respond.complete_response(awaiting_store, 999, _entry(awaiting_store, "VON"), TODAY)
    with pytest.raises(UsageError, match="lies ahead"):
        _complete(awaiting_store, response, "VON", decided_on=date(2023, 3, 11))
    assert _case(awaiting_store).answers == ()


@pytest.mark.parametrize("field", ["dated_on", "decided_on", "sent_on", "received_on"])
def test_a_day_that_lies_ahead_is_refused(awaiting_store: Store, field: str) -> None:
    refused = _refused(awaiting_store, "GSN", **{field: date(2023, 3, 11)})
    assert isinstance(refused, UsageError)
    assert "2023-03-11 lies ahead" in str(refused)
    _record(awaiting_store, "GSN", **{field: TODAY})


@pytest.mark.parametrize("field", ["dated_on", "decided_on", "sent_on", "received_on"])
def test_a_day_long_before_the_letter_is_refused(awaiting_store: Store, field: str) -> None:
    refused = _refused(awaiting_store, "GSN", **{field: date(1823, 3, 1)})
    assert isinstance(refused, UsageError)
    assert "1823-03-01 lies more than a year before the letter" in str(refused)


def test_a_decision_does_not_come_in_before_it_is_made(awaiting_store: Store) -> None:
    days = {"decided_on": date(2023, 3, 9), "received_on": date(2023, 3, 8)}
    refused = _refused(awaiting_store, "GSN", **days)
    assert "cannot have come in on 2023-03-08, before it was made on 2023-03-09" in str(refused)
    response = _record(awaiting_store, "GSN", received_on=date(2023, 3, 8))
    with pytest.raises(RevTrackError, match="cannot have come in"):
        _complete(awaiting_store, response, "GSN", decided_on=date(2023, 3, 9))
    _complete(awaiting_store, response, "GSN", decided_on=date(2023, 3, 8))


def test_a_reply_is_completed_for_its_own_committee(awaiting_store: Store) -> None:
    response = _record(awaiting_store, "GSN")
    with pytest.raises(UsageError, match="not one of gymnasienämnden"):
        _complete(awaiting_store, response, "GN")


def test_an_answer_to_what_was_not_asked_is_refused(awaiting_store: Store) -> None:
    strange = AnswerEntry(addressee_id=_asked(awaiting_store, "KS")[0], position=Position.AGREES)
    assert "R1 has not been put to kommunstyrelsen" in str(
        _refused(awaiting_store, "GSN", answers=(strange,))
    )
    omitted = next(each for each in _case(awaiting_store).addressees if each.asked is False)
    answer = AnswerEntry(addressee_id=omitted.id)
    assert "6 has not been put to" in str(_refused(awaiting_store, "KS", answers=(answer,)))
    action = ActionEntry(text="Något", addressee_ids=(omitted.id,))
    assert "6 has not been put to" in str(_refused(awaiting_store, "KS", actions=(action,)))


def test_who_got_no_letter_has_nothing_to_answer(demo_store: Store) -> None:
    case = _case(demo_store)
    outside = case.committees[0].model_copy(update={"id": 999, "name": "valnämnden"})
    with pytest.raises(UsageError, match="does not go to valnämnden"):
        respond.reply_case_for(case, outside)
    drafts = [each for each in watch.list_audits(demo_store, TODAY) if not each.handed_over_on]
    draft = find.read_case(demo_store, drafts[0].audit_id)
    with pytest.raises(RevTrackError, match="has not been handed over"):
        respond.reply_case_for(draft, draft.committees[0])


# ---- more time, notes ------------------------------------------------------------------------


def _extension(store: Store, day: date, decision: str = "granted") -> r.NewExtension:
    return r.NewExtension(
        reply_case_id=_reply_case(store, "GSN").id,
        new_due_on=day,
        decision=ExtensionDecision(decision),
    )


def _due_on(store: Store, abbreviation: str = "GSN") -> date | None:
    lines = reply_lines(_case(store), TODAY)
    return next(line.due_on for line in lines if line.committee.abbreviation == abbreviation)


@pytest.mark.parametrize(
    ("decision", "due"),
    [("granted", "2023-04-03"), ("requested", "2023-03-20"), ("refused", "2023-03-20")],
)
def test_more_time(awaiting_store: Store, decision: str, due: str) -> None:
    new = _extension(awaiting_store, date(2023, 4, 3), decision)
    assert extensions.extend(awaiting_store, 1, new, TODAY).new_due_on == date(2023, 4, 3)
    assert str(_due_on(awaiting_store)) == due
    assert _reply_case(awaiting_store, "GSN").due_on == DUE


@pytest.mark.parametrize("decision", ["granted", "requested"])
@pytest.mark.parametrize("day", [DUE, date(2023, 3, 19)])
def test_more_time_is_not_less(awaiting_store: Store, decision: str, day: date) -> None:
    before = list_history(awaiting_store)
    with pytest.raises(RevTrackError, match="must lie after 2023-03-20"):
        extensions.extend(awaiting_store, 1, _extension(awaiting_store, day, decision), TODAY)
    assert list_history(awaiting_store) == before


def test_no_more_time_where_no_reply_is_asked_for(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        change(session, _reply_case(awaiting_store, "GSN"), due_on=None)
    with pytest.raises(RevTrackError, match="grundskolenämnden is not asked for a reply"):
        extensions.extend(awaiting_store, 1, _extension(awaiting_store, date(2023, 4, 3)), TODAY)


def test_no_more_time_for_who_has_replied(awaiting_store: Store) -> None:
    _record(awaiting_store, "GSN", received_on=date(2023, 3, 8))
    new = _extension(awaiting_store, date(2023, 4, 3))
    with pytest.raises(RevTrackError, match="grundskolenämnden has replied already"):
        extensions.extend(awaiting_store, 1, new, TODAY)
    later = new.model_copy(update={"decided_on": date(2023, 3, 9)})
    with pytest.raises(RevTrackError, match="has replied already"):
        extensions.extend(awaiting_store, 1, later, TODAY)
    before = new.model_copy(update={"decided_on": date(2023, 3, 1)})
    assert extensions.extend(awaiting_store, 1, before, TODAY).decided_on == date(2023, 3, 1)


def test_a_note(awaiting_store: Store) -> None:
    new = r.NewReplyCaseNote(
        reply_case_id=_reply_case(awaiting_store, "GSN").id,
        noted_on=TODAY,
        text="ringde nämndsekreteraren",
    )
    note = respond.add_note(awaiting_store, new)
    assert _case(awaiting_store).notes == (note,)


# ---- what is due -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "late"),
    [
        ("2023-03-20", {}),
        ("2023-03-21", {1: 6}),
        ("2023-03-24", {4: 6}),
        ("2023-03-25", {5: 6, 1: 1}),
    ],
)
def test_who_is_late_in_the_real_case(
    awaiting_store: Store, today: str, late: dict[int, int]
) -> None:
    day = date.fromisoformat(today)
    lines = watch.list_due(awaiting_store, day)
    assert len(lines) == 7
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)
    assert lines[-1].abbreviation == "KFN"
    days = [line.days_late for line in lines if line.is_late]
    assert {each: days.count(each) for each in days} == late
    (audit,) = watch.list_audits(awaiting_store, day)
    assert audit.late_replies == len(days)
    assert (audit.asked, audit.not_asked, audit.replied, audit.reply_cases) == (27, 1, 0, 7)


def test_what_falls_due_within_some_days(awaiting_store: Store) -> None:
    assert len(watch.list_due(awaiting_store, TODAY, within=9)) == 0
    assert len(watch.list_due(awaiting_store, TODAY, within=10)) == 6
    assert len(watch.list_due(awaiting_store, TODAY, within=14)) == 7


def test_nobody_is_due_in_the_answered_case(eskilstuna_store: Store) -> None:
    assert watch.list_due(eskilstuna_store, date(2024, 1, 1)) == ()
    (audit,) = watch.list_audits(eskilstuna_store, date(2024, 1, 1))
    assert (audit.replied, audit.reply_cases, audit.late_replies) == (7, 7, 0)


def test_one_of_several_committees_does_not_answer_for_the_others(awaiting_store: Store) -> None:
    case = _case(awaiting_store)
    shared = next(each for each in case.recommendations if each.number_in_letter == "R6")
    mine = set(_asked(awaiting_store, "GSN"))
    _record(
        awaiting_store,
        "GSN",
        answers=tuple(
            AnswerEntry(addressee_id=each, position=Position.AGREES, progress=Progress.DONE)
            for each in mine
        ),
    )
    lines = addressee_lines(_case(awaiting_store))
    standings = [each.standing for each in lines if each.recommendation.id == shared.id]
    assert standings == [Standing.DONE_REPORTED] + [Standing.AWAITING] * 3
    assert standing_of(lines, shared.id) is Standing.AWAITING


def _due_line(store: Store, abbreviation: str, day: date) -> DueLine | None:
    lines = watch.list_due(store, day)
    return next((each for each in lines if each.abbreviation == abbreviation), None)


def test_a_decision_that_is_replaced_by_one_not_sent_in_is_due_again(awaiting_store: Store) -> None:
    first = _record(awaiting_store, "KS", received_on=date(2023, 3, 1))
    _record(awaiting_store, "KS", is_received=False, replaces_id=first.id)
    line = _due_line(awaiting_store, "KS", date(2023, 3, 22))
    assert line is not None
    assert (line.state, line.days_late, line.unanswered) == (ReplyState.ADOPTED, 2, 5)
    (audit,) = watch.list_audits(awaiting_store, date(2023, 3, 22))
    assert (audit.replied, audit.late_replies) == (0, 7 - 1)
    assert watch.see_overview(awaiting_store, TODAY).to_judge == ()


def test_a_joint_reply_counts_for_each_committee_by_itself(awaiting_store: Store) -> None:
    both = [*_asked(awaiting_store, "GSN"), *_asked(awaiting_store, "GN")[:1]]
    answers = tuple(AnswerEntry(addressee_id=each, position=Position.AGREES) for each in both)
    joint = {"kind": ResponseKind.JOINT, "is_received": False, "answers": answers}
    _record(awaiting_store, "GSN", "GN", **joint)
    lines = {each.abbreviation: each for each in watch.list_due(awaiting_store, TODAY)}
    assert (lines["GSN"].unanswered, lines["GN"].unanswered) == (0, 3)


def test_what_was_given_up_is_not_awaited_again_by_a_decision_elsewhere(
    awaiting_store: Store,
) -> None:
    with awaiting_store.wish() as session:
        change(session, _reply_case(awaiting_store, "GSN"), given_up_on=date(2023, 3, 5))
    known = _record(awaiting_store, "GSN", is_received=False, decided_on=date(2023, 3, 1))
    assert _state(awaiting_store, "GSN") is ReplyState.NO_REPLY
    assert _due_line(awaiting_store, "GSN", date(2023, 4, 1)) is None
    arrived = _record(awaiting_store, "GSN", received_on=date(2023, 3, 9))
    assert arrived.id == known.id
    assert _state(awaiting_store, "GSN") is ReplyState.RECEIVED


def test_ready_is_what_is_said_done_or_past_its_day_once_it_is_time(awaiting_store: Store) -> None:
    done, acting, *_ = _asked(awaiting_store, "KS")
    answer = AnswerEntry(addressee_id=done, position=Position.AGREES, progress=Progress.DONE)
    action = ActionEntry(text="Ta fram en plan", due="2023-Q2", addressee_ids=(acting,))
    _record(awaiting_store, "KS", answers=(answer,), actions=(action,))

    def ready(day: date) -> int:
        return watch.list_audits(awaiting_store, day)[0].ready_for_follow_up

    assert (ready(date(2023, 6, 30)), ready(date(2023, 7, 1))) == (1, 2)
    with awaiting_store.wish() as session:
        change(session, _case(awaiting_store).audit, follow_up_planned="2024")
    everything = 27  # the planned time has come, so that what states no day waits no longer
    assert (ready(date(2023, 12, 31)), ready(date(2024, 1, 1))) == (0, everything)
    verdict = r.NewVerdict(addressee_id=done, verdict=VerdictStep.NO_LONGER_RELEVANT)
    with awaiting_store.wish() as session:
        add(session, r.Verdict, verdict)
    assert ready(date(2024, 1, 1)) == everything - 1


@pytest.mark.parametrize("day", [date(2023, 3, 10), date(2024, 6, 30), date(2026, 2, 16)])
def test_lists_and_single_audits_tell_the_same(demo_store: Store, day: date) -> None:
    due = {line.reply_case_id: line for line in watch.list_due(demo_store, day)}
    seen = set()
    for audit in watch.list_audits(demo_store, day):
        lines = reply_lines(find.read_case(demo_store, audit.audit_id), day)
        still_open = [line for line in lines if line.is_open]
        assert audit.late_replies == sum(line.is_late for line in lines)
        for line in still_open:
            told = due[line.reply_case.id]
            seen.add(line.reply_case.id)
            assert (told.state, told.days_late, told.due_on, told.unanswered) == (
                line.state,
                line.days_late,
                line.due_on,
                line.unanswered,
            )
    assert seen == due.keys()


@pytest.mark.parametrize(
    "text", ["ESK-2022-1", "esk-2022-1", "digitalisering", "DIGITALISERINGSARBETE"]
)
def test_an_audit_is_found(awaiting_store: Store, text: str) -> None:
    assert find.find_audit(awaiting_store, text).reference == "ESK-2022-1"


def test_an_audit_is_not_guessed(demo_store: Store) -> None:
    with pytest.raises(UsageError, match="No audit is called finns inte"):
        find.find_audit(demo_store, "finns inte")
    with pytest.raises(UsageError, match="fits several audits: "):
        find.find_audit(demo_store, "granskning")
    with pytest.raises(UsageError, match="Write the reference"):
        find.find_audit(demo_store, " ")
    with pytest.raises(UsageError, match=r"Write which committee it is: kommunstyrelsen \(KS\)"):
        find.find_committee(_case(demo_store), "")
    with pytest.raises(UsageError, match=r"no committee called XN.*kommunstyrelsen \(KS\)"):
        find.find_committee(_case(demo_store), "XN")


def test_a_problem_is_confirmed_for_good_and_only_that_one(eskilstuna_store: Store) -> None:
    problems = checking.check_audit(eskilstuna_store, 1, TODAY)
    problem = next(each for each in problems if each.code == "not_addressed")
    confirmation = checking.confirm(eskilstuna_store, 1, problem, "muntligt besked", TODAY)
    code, _of, reply = confirmation.code.partition("@")
    assert (code, confirmation.reason) == ("not_addressed", "muntligt besked")
    assert reply in {each.uid for each in _case(eskilstuna_store).responses}
    now = checking.check_audit(eskilstuna_store, 1, TODAY)
    assert sum(each.is_confirmed for each in now) == 1
    assert sum(each.is_serious for each in now) == sum(each.is_serious for each in problems) - 1
    assert list_history(eskilstuna_store)[-1].why == "muntligt besked"
    assert list(checking.check_each(eskilstuna_store, TODAY)) == [now]


def test_what_is_wrong_with_a_question_is_confirmed_by_its_number(eskilstuna_store: Store) -> None:
    for text in ("Finns en reservplan?", "Är planen känd?"):
        add_questions(eskilstuna_store, 1, [text])
    problems = checking.check_audit(eskilstuna_store, 1, TODAY)
    with pytest.raises(
        UsageError, match=r"question_without_assessment:9.*question_without_assessment:10"
    ):
        checking.find_problem(problems, "question_without_assessment")
    found = checking.find_problem(problems, "question_without_assessment:10")
    checking.confirm(eskilstuna_store, 1, found, "besvaras senare", TODAY)
    confirmed = [
        checking.key_of(each)
        for each in checking.check_audit(eskilstuna_store, 1, TODAY)
        if each.is_confirmed
    ]
    assert confirmed == ["question_without_assessment:10"]

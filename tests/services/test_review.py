"""Drafts, judgements, supplements and replies that never come, through the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import (
    PersonRole,
    Position,
    Progress,
    ReplyState,
    ResponseKind,
    Review,
)
from revtrack.domain.entries import ActionEntry, AnswerEntry, JudgementEntry, ResponseEntry
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.services import watch
from revtrack.services.history import list_history, verify
from revtrack.services.replies import respond, review
from revtrack.storage.rows import change
from revtrack.storage.store import Person, Store
from revtrack.wording import word
from tests.services.replying import (
    TODAY,
    asked,
    case_of,
    judge,
    line_of,
    reply,
    reply_case_id,
    take_drafts,
)

AGREES, PARTLY = Position.AGREES, Position.AGREES_PARTLY
PLANNED, DONE = Progress.PLANNED, Progress.DONE
ASKED, ENOUGH, LACKING = Review.SUPPLEMENT_REQUESTED, Review.SUFFICIENT, Review.INSUFFICIENT


def refused(store: Store, wish: Callable[[], object]) -> str:
    """Return in Swedish why a wish is refused; nothing has been changed."""
    before = list_history(store)
    with pytest.raises(RevTrackError) as refusal:
        wish()
    assert list_history(store) == before
    return word(refusal.value)


def test_a_draft_is_referred_back_drafted_anew_and_decided(awaiting_store: Store) -> None:
    take_drafts(awaiting_store)
    draft = ResponseKind.DRAFT
    first = reply(awaiting_store, "GSN", kind=draft, dated_on=date(2023, 1, 25))
    assert line_of(awaiting_store, "GSN").state is ReplyState.DRAFT_RECEIVED
    case_id = reply_case_id(awaiting_store, "GSN")
    back = respond.refer_back(awaiting_store, 1, case_id, date(2023, 2, 14), TODAY)
    assert (back.id, back.dated_on, back.decided_on) == (
        first.id,
        date(2023, 1, 25),
        date(2023, 2, 14),
    )
    assert line_of(awaiting_store, "GSN").state is ReplyState.REFERRED_BACK
    reply(awaiting_store, "GSN", kind=draft, dated_on=date(2023, 2, 28))
    assert line_of(awaiting_store, "GSN").state is ReplyState.DRAFT_RECEIVED
    reply(
        awaiting_store,
        "GSN",
        decided_on=date(2023, 3, 14),
        received_on=date(2023, 3, 17),
        paragraph="87",
        has_reservations=True,
    )
    line = line_of(awaiting_store, "GSN")
    assert line.state is ReplyState.RECEIVED
    assert [(each.kind, each.is_referred_back) for each in line.responses] == [
        ("draft", True),
        ("draft", False),
        ("decision", False),
    ]
    assert [each.dated_on or each.decided_on for each in line.responses] == [
        date(2023, 1, 25),
        date(2023, 2, 28),
        date(2023, 3, 14),
    ]
    assert verify(awaiting_store) == ()


def test_what_a_draft_or_a_replaced_reply_promises_is_no_promise_of_the_committee(
    awaiting_store: Store,
) -> None:
    take_drafts(awaiting_store)

    def promised() -> list[str]:
        return [action.text for line in asked(awaiting_store, "GSN") for action in line.actions]

    def told(text: str, **fields: object) -> r.Response:
        addressee_id = asked(awaiting_store, "GSN")[0].addressee.id
        action = ActionEntry(text=text, addressee_ids=(addressee_id,))
        entry = ResponseEntry(
            response=r.NewResponse.model_validate({"audit_id": 1, **fields}),
            reply_case_ids=(reply_case_id(awaiting_store, "GSN"),),
            answers=(AnswerEntry(addressee_id=addressee_id, position=AGREES),),
            actions=(action,),
        )
        return respond.record_response(awaiting_store, entry, TODAY)

    told("Enligt förslaget", kind=ResponseKind.DRAFT, dated_on=date(2023, 2, 1))
    assert promised() == []
    first = told("Enligt beslutet", received_on=date(2023, 3, 17))
    assert promised() == ["Enligt beslutet"]
    second = told("Enligt omprövningen", received_on=date(2023, 3, 20), replaces_id=first.id)
    assert promised() == ["Enligt omprövningen"]
    told(
        "Enligt kompletteringen",
        kind=ResponseKind.SUPPLEMENT,
        received_on=date(2023, 3, 22),
        supplements_id=second.id,
    )
    assert promised() == ["Enligt omprövningen"]
    judge(awaiting_store, "GSN", ENOUGH)
    assert promised() == ["Enligt omprövningen", "Enligt kompletteringen"]


def test_only_a_draft_that_lies_before_the_committee_is_referred_back(
    awaiting_store: Store,
) -> None:
    case_id = reply_case_id(awaiting_store, "GSN")

    def refer_back(on: date = date(2023, 3, 14)) -> object:
        return respond.refer_back(awaiting_store, 1, case_id, on, TODAY)

    assert refused(awaiting_store, refer_back) == (
        "Det finns inget förslag som grundskolenämnden kan ha återremitterat. "
        "Svaret: svar inväntas."
    )
    take_drafts(awaiting_store)
    reply(awaiting_store, "GSN", kind=ResponseKind.DRAFT)
    ahead = refused(awaiting_store, lambda: refer_back(date(2023, 5, 1)))
    assert ahead.startswith("2023-05-01 ligger framåt i tiden")
    refer_back()
    assert "återremitterat" in refused(awaiting_store, refer_back)


def test_a_reply_is_not_referred_back(awaiting_store: Store) -> None:
    said = refused(awaiting_store, lambda: reply(awaiting_store, "GSN", is_referred_back=True))
    assert said == "Bara tjänstemännens förslag kan återremitteras, inte ett svar."


def test_a_reply_is_accepted_with_day_and_paragraph(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN", says={0: (AGREES, PLANNED)})
    (judged,) = judge(awaiting_store, "GSN", ENOUGH, review_paragraph="12")
    assert (judged.review, judged.reviewed_on, judged.review_paragraph) == (
        "sufficient",
        TODAY,
        "12",
    )
    assert line_of(awaiting_store, "GSN").state is ReplyState.SUFFICIENT
    assert watch.see_overview(awaiting_store, TODAY).to_judge == ()


def test_a_supplement_is_asked_for_awaited_by_its_day_and_accepted(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN", says={0: (AGREES, PLANNED)})
    (returned,) = judge(awaiting_store, "GSN", ASKED, "R7 besvaras inte.")
    assert returned.supplement_due_on == date(2023, 5, 3)
    line = line_of(awaiting_store, "GSN", date(2023, 5, 10))
    assert (line.state, line.supplement_due_on, line.supplement_days_late) == (
        "incomplete",
        date(2023, 5, 3),
        7,
    )
    due = {each.committee: each for each in watch.list_due(awaiting_store, date(2023, 5, 10))}
    waited = due["grundskolenämnden"]
    assert (waited.original_due_on, waited.due_on) == (date(2023, 3, 20), date(2023, 5, 3))
    assert (waited.days_late, waited.state) == (7, "incomplete")
    overview = watch.see_overview(awaiting_store, date(2023, 5, 10))
    assert waited in overview.late
    reply(
        awaiting_store,
        "GSN",
        kind=ResponseKind.SUPPLEMENT,
        says={0: (PARTLY, None), 1: (AGREES, DONE)},
    )
    assert line_of(awaiting_store, "GSN").supplement_due_on is None
    assert [line.position for line in asked(awaiting_store, "GSN")] == ["agrees", None, None, None]
    (waiting,) = watch.see_overview(awaiting_store, TODAY).to_judge
    assert (waiting.kind, waiting.is_read) == ("supplement", True)
    judge(awaiting_store, "GSN", ENOUGH)
    lines = asked(awaiting_store, "GSN")
    assert [(line.position, line.progress) for line in lines] == [
        ("agrees_partly", "planned"),
        ("agrees", "done"),
        (None, None),
        (None, None),
    ]
    assert line_of(awaiting_store, "GSN").state is ReplyState.SUFFICIENT
    assert verify(awaiting_store) == ()


def test_a_supplement_is_asked_for_again_or_the_reply_found_lacking(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN")
    judge(awaiting_store, "GSN", ASKED, "Svara på R7.", supplement_due_on=date(2023, 4, 20))
    judge(awaiting_store, "GSN", ASKED, "Svara på R7.", supplement_due_on=date(2023, 5, 20))
    assert line_of(awaiting_store, "GSN").supplement_due_on == date(2023, 5, 20)
    reply(awaiting_store, "GSN", kind=ResponseKind.SUPPLEMENT)
    judge(awaiting_store, "GSN", ASKED, "Ännu inget om R7.", supplement_due_on=date(2023, 6, 1))
    assert line_of(awaiting_store, "GSN").supplement_due_on == date(2023, 6, 1)
    judge(awaiting_store, "GSN", LACKING, "R7 besvaras inte.")
    line = line_of(awaiting_store, "GSN")
    assert (line.state, line.supplement_due_on) == ("insufficient", None)


def test_what_waits_together_is_judged_together(awaiting_store: Store) -> None:
    first = reply(awaiting_store, "GSN")
    more = reply(awaiting_store, "GSN", kind=ResponseKind.SUPPLEMENT)
    judged = judge(awaiting_store, "GSN", ASKED, "Svara på R7.")
    assert [each.id for each in judged] == [first.id, more.id]
    assert line_of(awaiting_store, "GSN").state is ReplyState.INCOMPLETE


def test_a_joint_reply_is_judged_for_all_who_gave_it(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN", "GN", kind=ResponseKind.JOINT)
    judge(awaiting_store, "GN", LACKING, "Svaret går inte in på R7.")
    assert line_of(awaiting_store, "GSN").state is ReplyState.INSUFFICIENT


def test_a_judgement_is_taken_back_with_the_reason(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN")
    judge(awaiting_store, "GSN", ASKED, "Svara på R7.")
    case_id = reply_case_id(awaiting_store, "GSN")

    def take_back(why: str = "Svaret på R7 stod i bilagan.") -> tuple[r.Response, ...]:
        return review.take_back_judgement(awaiting_store, 1, case_id, why, TODAY)

    assert refused(awaiting_store, lambda: take_back(" ")) == "Skriv varför det tas tillbaka."
    (waiting,) = take_back()
    assert (waiting.review, waiting.review_note, waiting.supplement_due_on) == (
        "pending",
        None,
        None,
    )
    assert list_history(awaiting_store)[-1].why == "Svaret på R7 stod i bilagan."
    assert "finns inget att ta tillbaka" in refused(awaiting_store, take_back)


def test_all_of_one_judgement_is_taken_back_and_nothing_of_an_earlier_one(
    awaiting_store: Store,
) -> None:
    reply(awaiting_store, "GSN")
    judge(awaiting_store, "GSN", ENOUGH)
    supplements = [
        reply(awaiting_store, "GSN", kind=ResponseKind.SUPPLEMENT, received_on=date(2023, 3, day))
        for day in (20, 22)
    ]
    judge(awaiting_store, "GSN", ENOUGH)
    case_id = reply_case_id(awaiting_store, "GSN")
    waiting = review.take_back_judgement(awaiting_store, 1, case_id, "Fel nämnd", TODAY)
    assert [each.id for each in waiting] == [each.id for each in supplements]
    reviews = [each.review for each in line_of(awaiting_store, "GSN").responses]
    assert reviews == ["sufficient", "pending", "pending"]
    review.take_back_judgement(awaiting_store, 1, case_id, "Fel nämnd", TODAY)
    assert line_of(awaiting_store, "GSN").state is ReplyState.RECEIVED


@pytest.mark.parametrize("step", [ASKED, LACKING])
def test_what_is_missing_has_to_be_said(awaiting_store: Store, step: Review) -> None:
    reply(awaiting_store, "GSN")
    said = refused(awaiting_store, lambda: judge(awaiting_store, "GSN", step))
    assert said == "Skriv i en anteckning vad som saknas i svaret."


def test_judgements_that_make_no_sense(awaiting_store: Store) -> None:
    store = awaiting_store
    nothing = refused(store, lambda: judge(store, "GSN", ENOUGH))
    assert nothing == (
        "Inget svar från grundskolenämnden har kommit in, så det finns inget att bedöma."
    )
    reply(store, "GSN", is_received=False, received_on=None)
    assert refused(store, lambda: judge(store, "GSN", ENOUGH)) == nothing
    reply(store, "GSN", received_on=date(2023, 3, 8))
    early = refused(store, lambda: judge(store, "GSN", ENOUGH, reviewed_on=date(2023, 3, 7)))
    assert early == ("Svaret kom in 2023-03-08, så det kan inte ha bedömts 2023-03-07.")
    late = refused(store, lambda: judge(store, "GSN", ENOUGH, reviewed_on=date(2023, 5, 7)))
    assert late.startswith("2023-05-07 ligger framåt i tiden")
    same = refused(store, lambda: judge(store, "GSN", ASKED, "R7", supplement_due_on=TODAY))
    assert "måste ligga efter" in same
    with pytest.raises(GoneError):
        judge(store, "GSN", ENOUGH, response_ids=(99,))
    judge(store, "GSN", ENOUGH)
    assert refused(store, lambda: judge(store, "GSN", LACKING, "R7")) == (
        "Det här är redan bedömt: tillräckligt. Ta först tillbaka den bedömningen och ange varför."
    )


def test_a_reply_is_given_up_and_waited_for_again(awaiting_store: Store) -> None:
    case_id = reply_case_id(awaiting_store, "GSN")
    note = r.NewReplyCaseNote(
        reply_case_id=case_id, noted_on=TODAY, text="Tas upp i revisionsberättelsen."
    )
    assert line_of(awaiting_store, "GSN").days_late == 14
    early = note.model_copy(update={"noted_on": date(2023, 3, 20)})
    assert refused(awaiting_store, lambda: review.give_up(awaiting_store, early, TODAY)) == (
        "Grundskolenämnden har till 2023-03-20 på sig att svara; svaret ges upp först när den "
        "dagen har passerat."
    )
    given_up = review.give_up(awaiting_store, note, TODAY)
    assert given_up.given_up_on == TODAY
    line = line_of(awaiting_store, "GSN")
    assert (line.state, line.days_late, line.is_late) == ("no_reply", None, False)
    assert case_of(awaiting_store).notes[-1].text == "Tas upp i revisionsberättelsen."
    assert len(watch.list_due(awaiting_store, TODAY)) == 6
    assert refused(awaiting_store, lambda: review.give_up(awaiting_store, note, TODAY)) == (
        "Inget svar inväntas från grundskolenämnden: svar uteblev."
    )
    review.wait_again(awaiting_store, case_id, "Nämnden svarar i maj.", TODAY)
    assert line_of(awaiting_store, "GSN").state is ReplyState.AWAITED
    again = refused(
        awaiting_store, lambda: review.wait_again(awaiting_store, case_id, "Igen", TODAY)
    )
    assert again == "Svaret från grundskolenämnden har inte getts upp."
    reply(awaiting_store, "GSN")
    assert "inkommet men ej bedömt" in refused(
        awaiting_store, lambda: review.give_up(awaiting_store, note, TODAY)
    )


def test_a_clerk_judges_nothing(awaiting_store: Store) -> None:
    reply(awaiting_store, "GSN")
    case_id = reply_case_id(awaiting_store, "GSN")
    clerk = replace(awaiting_store, person=Person("Nämndsekreterare", PersonRole.CLERK))
    note = r.NewReplyCaseNote(reply_case_id=case_id, noted_on=TODAY, text="Ger upp")
    for wish in (
        lambda: judge(clerk, "GSN", ENOUGH),
        lambda: review.take_back_judgement(clerk, 1, case_id, "Fel", TODAY),
        lambda: review.give_up(clerk, note, TODAY),
        lambda: review.wait_again(clerk, case_id, "Fel", TODAY),
    ):
        assert refused(awaiting_store, wish) == (
            "Svar bedöms av revisorerna och deras sakkunniga; "
            "du arbetar som nämndsekreterare eller registrator."
        )


def test_what_another_body_decided_keeps_its_own_diary_number(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        change(session, line_of(awaiting_store, "GSN").reply_case, diary_number=None)
    answered = reply(
        awaiting_store,
        "GSN",
        decided_by="kommunstyrelsen",
        diary_number="KSKF/2022:442",
        decided_on=date(2023, 2, 28),
    )
    line = line_of(awaiting_store, "GSN")
    assert (line.state, line.reply_case.diary_number) == ("received", None)
    assert answered.decided_by == "kommunstyrelsen"


def test_the_kind_of_a_reply_is_put_right_but_no_draft_becomes_a_reply(
    awaiting_store: Store,
) -> None:
    take_drafts(awaiting_store)
    known = reply(awaiting_store, "GSN", kind=ResponseKind.STATEMENT)
    case_id = reply_case_id(awaiting_store, "GSN")

    def complete(kind: ResponseKind, number: int) -> r.Response:
        new = r.NewResponse(audit_id=1, kind=kind)
        entry = ResponseEntry(response=new, reply_case_ids=(case_id,))
        return respond.complete_response(awaiting_store, number, entry, TODAY)

    assert complete(ResponseKind.DECISION, known.id).kind is ResponseKind.DECISION
    said = refused(awaiting_store, lambda: complete(ResponseKind.DRAFT, known.id))
    assert said.startswith("Beslut kan inte i efterhand göras till förslag till yttrande.")


def test_a_judgement_of_what_is_gone_is_refused(awaiting_store: Store) -> None:
    entry = JudgementEntry(audit_id=1, reply_case_id=99, review=ENOUGH, reviewed_on=TODAY)
    with pytest.raises(GoneError):
        review.judge(awaiting_store, entry, TODAY)
    with pytest.raises(GoneError):
        respond.refer_back(awaiting_store, 1, 99, None, TODAY)

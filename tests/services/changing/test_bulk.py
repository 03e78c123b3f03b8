"""Many rows changed alike are seen first, changed in one wish, and undone in one step."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    Confidentiality,
    ExtensionDecision,
    Outcome,
    PersonRole,
    Priority,
    Review,
    Solved,
)
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.outcome.closing import Closing
from revtrack.services.changing import bulk_kinds as kinds
from revtrack.services.changing.bulk import BulkPlan, carry_out_bulk, plan_bulk
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.removing import remove_fact
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.services.replies.respond import add_note
from revtrack.storage.rows import add
from revtrack.storage.store import Person, Store
from tests.services.replying import judge, reply
from tests.services.test_undoing import facts, longer, redo, undo

TODAY = date(2023, 3, 10)
LATER = date(2023, 4, 14)


def case_of(store: Store) -> AuditCase:
    return read_case(store, 1)


def cases(store: Store) -> list[Subject]:
    return [Subject(Kind.REPLY_CASE, 1, each.id) for each in case_of(store).reply_cases]


def addressees(store: Store, number: str) -> list[Subject]:
    case = case_of(store)
    return [
        Subject(Kind.ADDRESSEE, 1, each.id)
        for each in case.addressees
        if case.number_of(case.recommendation_by_id[each.recommendation_id]) == number
    ]


def carry_out(store: Store, subjects: list[Subject], wanted: kinds.BulkChange) -> BulkPlan:
    plan = plan_bulk(store, subjects, wanted, TODAY)
    assert carry_out_bulk(store, subjects, wanted, TODAY, plan) == len(plan.changed)
    return plan


def test_more_time_for_seven_committees_is_one_wish(awaiting_store: Store) -> None:
    before, events = facts(awaiting_store), list_history(awaiting_store)
    plan = carry_out(awaiting_store, cases(awaiting_store), kinds.MoreTime(LATER))
    assert len(plan.changed) == 7
    assert {(row.before, row.after) for row in plan.changed} >= {(date(2023, 3, 20), LATER)}
    added = list_history(awaiting_store)[len(events) :]
    assert len(added) == 7
    assert len({each.wish for each in added}) == 1
    after = facts(awaiting_store)
    undo(awaiting_store)
    assert facts(awaiting_store) == before
    redo(awaiting_store)
    assert facts(awaiting_store) == after
    assert verify(awaiting_store) == ()


def test_rows_that_cannot_be_changed_are_told_with_the_reason(awaiting_store: Store) -> None:
    reply(awaiting_store, "KS")
    plan = carry_out(awaiting_store, cases(awaiting_store), kinds.MoreTime(LATER))
    [left] = plan.left
    assert (left.audit, left.what) == ("ESK-2022-1", "KS")
    assert "has replied already" in str(left.refusal)
    assert len(plan.changed) == 6


def test_what_is_asked_for_is_decided_on_by_more_time_for_all(awaiting_store: Store) -> None:
    case = case_of(awaiting_store)
    new = r.NewExtension(reply_case_id=case.reply_cases[0].id, new_due_on=LATER)
    with awaiting_store.wish() as session:
        add(session, r.Extension, new)
    carry_out(awaiting_store, cases(awaiting_store)[:1], kinds.MoreTime(LATER))
    [decided] = [
        each
        for each in case_of(awaiting_store).extensions
        if each.reply_case_id == new.reply_case_id
    ]
    assert decided.decision is ExtensionDecision.GRANTED


def test_two_rows_of_one_recommendation_set_its_priority_once(awaiting_store: Store) -> None:
    subjects = addressees(awaiting_store, "R6")
    assert len(subjects) > 1
    wanted = kinds.SetPriority(Priority.HIGH)
    plan = carry_out(awaiting_store, [*subjects, *cases(awaiting_store)[:1]], wanted)
    assert [(row.what, row.before, row.after) for row in plan.changed] == [
        ("R6", None, Priority.HIGH)
    ]
    [left] = plan.left
    assert str(left.refusal) == "Only a recommendation has a priority."
    again = plan_bulk(awaiting_store, subjects, wanted, TODAY)
    assert [str(row.refusal) for row in again.rows] == ["This stands there already."]
    with pytest.raises(RevTrackError, match="None of the rows"):
        carry_out_bulk(awaiting_store, subjects, wanted, TODAY, again)


def test_responsible_day_follow_up_and_secrecy(eskilstuna_store: Store) -> None:
    store = eskilstuna_store
    case = case_of(store)
    promised = [each for each in case.addressees if case.actions_of(each.id)]
    subjects = [Subject(Kind.ADDRESSEE, 1, each.id) for each in promised[:2]]
    carry_out(store, subjects, kinds.SetResponsible("Digitaliseringschefen"))
    ids = {action.id for each in promised[:2] for action in case.actions_of(each.id)}
    assert {each.responsible for each in case_of(store).actions if each.id in ids} == {
        "Digitaliseringschefen"
    }
    carry_out(store, subjects, kinds.SetCarryOut("2024-06"))
    assert {case_of(store).addressee_by_id[each.id].due for each in subjects} == {"2024-06"}
    plan = carry_out(store, subjects, kinds.SetFollowUp("2026"))
    assert len(plan.rows) == 1
    assert case_of(store).audit.follow_up_planned == "2026"
    secret = kinds.SetConfidentiality(Confidentiality.WORKING_MATERIAL)
    [row] = plan_bulk(store, [Subject(Kind.AUDIT, 1, 1)], secret, TODAY).rows
    assert "no longer working material" in str(row.refusal)


def test_replies_are_accepted_together(awaiting_store: Store) -> None:
    reply(awaiting_store, "KS")
    reply(awaiting_store, "GSN", "GN")
    plan = carry_out(awaiting_store, cases(awaiting_store), kinds.AcceptAll(TODAY, "31"))
    assert sorted(row.what for row in plan.changed) == ["GN", "GSN", "KS"]
    assert len(plan.left) == 4
    found = case_of(awaiting_store).responses
    assert {(each.review, each.reviewed_on, each.review_paragraph) for each in found} == {
        (Review.SUFFICIENT, TODAY, "31")
    }


def test_recommendations_are_closed_together_with_one_reason(eskilstuna_store: Store) -> None:
    subjects = addressees(eskilstuna_store, "R6")
    closing = Closing(
        outcome=Outcome.NO_LONGER_RELEVANT,
        reason="Ny organisation",
        closed_on=date(2023, 3, 9),
        solved=Solved.NO,
        is_forced=True,
    )
    plan = carry_out(eskilstuna_store, subjects, kinds.CloseAll(closing))
    assert plan.changed
    closed = [each for each in case_of(eskilstuna_store).addressees if each.outcome]
    assert {each.closing_reason for each in closed} == {"Ny organisation"}


def test_what_was_seen_and_has_changed_since_is_refused_whole(awaiting_store: Store) -> None:
    wanted = kinds.MoreTime(LATER)
    subjects = cases(awaiting_store)
    plan = plan_bulk(awaiting_store, subjects, wanted, TODAY)
    longer(awaiting_store, date(2023, 4, 1), "KS")
    before = facts(awaiting_store)
    with pytest.raises(GoneError):
        carry_out_bulk(awaiting_store, subjects, wanted, TODAY, plan)
    assert facts(awaiting_store) == before


def test_a_clerk_neither_accepts_nor_closes(awaiting_store: Store) -> None:
    person = Person("Sekreterare", PersonRole.CLERK)
    clerk = Store(awaiting_store.engine, awaiting_store.path, person)
    for wanted in (kinds.AcceptAll(TODAY), kinds.SetPriority(Priority.LOW)):
        with pytest.raises(RevTrackError, match="you work as a clerk"):
            plan_bulk(clerk, cases(clerk), wanted, TODAY)


def test_five_mixed_edits_and_a_bulk_edit_are_undone_and_done_again(awaiting_store: Store) -> None:
    store, states = awaiting_store, [facts(awaiting_store)]
    reply(store, "KS", paragraph="12")
    states.append(facts(store))
    case = case_of(store)
    edits = [
        Edit(case.questions[0], {"text": "Är styrningen tillräcklig?"}),
        Edit(case.responses[-1], {"paragraph": "13", "diary_number": "KSKF/2022:1"}),
    ]
    change_facts(store, 1, edits, TODAY)
    states.append(facts(store))
    judge(store, "KS", Review.INSUFFICIENT, "Svarar inte på frågan.")
    states.append(facts(store))
    note = add_note(
        store, r.NewReplyCaseNote(reply_case_id=case.reply_cases[1].id, noted_on=TODAY, text="x")
    )
    states.append(facts(store))
    remove_fact(store, 1, note)
    states.append(facts(store))
    subjects = cases(store)
    carry_out(store, subjects, kinds.MoreTime(LATER))
    states.append(facts(store))

    for state in reversed(states[:-1]):
        undo(store)
        assert facts(store) == state
    for state in states[1:]:
        redo(store)
        assert facts(store) == state
    assert verify(store) == ()

"""What nothing rests on can be removed, with what belongs to it alone; its number is not reused."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.removing import going_with, remove_fact, remove_facts
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.services.registering.register import add_questions
from revtrack.services.replies.respond import add_note
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Store

TODAY = date(2023, 4, 3)


def case_of(store: Store, audit_id: int = 1) -> AuditCase:
    return read_case(store, audit_id)


def test_a_question_is_removed_only_when_nothing_rests_on_it(draft_store: Store) -> None:
    with pytest.raises(RevTrackError, match="Audit question 1 has been assessed"):
        remove_fact(draft_store, 1, case_of(draft_store).questions[0])
    case = case_of(draft_store, 2)
    change_facts(draft_store, 2, [Edit(case.recommendations[0], {"questions": (2,)})], TODAY)
    with pytest.raises(RevTrackError, match="spring from audit question 2: 1"):
        remove_fact(draft_store, 2, case.questions[1])
    change_facts(draft_store, 2, [Edit(case.recommendations[0], {"questions": ()})], TODAY)
    remove_fact(draft_store, 2, case.questions[1])
    assert [each.number for each in case_of(draft_store, 2).questions] == [1]
    [added] = add_questions(draft_store, 2, ["Ny fråga?"])
    assert added.number == 3


def test_a_recommendation_goes_with_its_committees(draft_store: Store) -> None:
    case = case_of(draft_store, 2)
    going = going_with(case, case.recommendations[0])
    assert [type(each).__name__ for each in going] == ["Addressee", "Addressee"]
    remove_fact(draft_store, 2, case.recommendations[0], "Dubblett")
    assert [each.report_text for each in case_of(draft_store, 2).recommendations] == ["Två"]
    assert list_history(draft_store)[-1].why == "Dubblett"
    assert verify(draft_store) == ()


def test_what_the_letter_has_put_to_somebody_stays(awaiting_store: Store) -> None:
    case = case_of(awaiting_store)
    with pytest.raises(RevTrackError, match=r"R1 cannot be removed\. Close it instead"):
        remove_fact(awaiting_store, 1, case.recommendations[0])
    with pytest.raises(RevTrackError, match="goes to those that it names"):
        remove_fact(awaiting_store, 1, case.addressees[0])


def test_a_recommendation_keeps_one_committee(draft_store: Store) -> None:
    first, second, only = case_of(draft_store, 2).addressees
    remove_fact(draft_store, 2, first)
    assert [each.id for each in case_of(draft_store, 2).addressees] == [second.id, only.id]
    for each in (second, only):
        with pytest.raises(RevTrackError, match="goes to no other committee"):
            remove_fact(draft_store, 2, each)


def test_an_assessment_an_action_and_a_note(eskilstuna_store: Store) -> None:
    store, case = eskilstuna_store, case_of(eskilstuna_store)
    note = add_note(
        store,
        r.NewReplyCaseNote(reply_case_id=case.reply_cases[0].id, noted_on=TODAY, text="Ringde"),
    )
    remove_facts(store, 1, (case.assessments[0], case.actions[0], note))
    after = case_of(store)
    assert case.assessments[0].id not in {each.assessment_id for each in after.assessment_questions}
    assert case.actions[0].id not in {each.action_id for each in after.action_addressees}
    assert note not in after.notes
    assert verify(store) == ()


def test_what_has_been_changed_since_it_was_read_is_not_removed(awaiting_store: Store) -> None:
    known = case_of(awaiting_store).assessments[0]
    change_facts(awaiting_store, 1, [Edit(known, {"phrase": "Annat"})], TODAY)
    with pytest.raises(ConflictError):
        remove_fact(awaiting_store, 1, known)

"""What is registered is said anew, each fact by its own rule; nothing is overwritten unseen."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import (
    Confidentiality,
    Grade,
    PersonRole,
    Priority,
    Relation,
    Review,
)
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.recommendations import How
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.storage.rows import ConflictError
from revtrack.storage.store import Person, Store
from tests.services.replying import judge, reply

TODAY = date(2023, 4, 3)
LATER = date(2023, 4, 10)


def case_of(store: Store, audit_id: int = 1) -> AuditCase:
    return read_case(store, audit_id)


def say(
    store: Store,
    known: r.Stored,
    audit_id: int = 1,
    why: str | None = None,
    **stated: Any,  # noqa: ANN401 - whatever the fact holds
) -> AuditCase:
    change_facts(store, audit_id, [Edit(known, stated)], TODAY, why)
    return case_of(store, audit_id)


def test_particulars_of_an_audit(draft_store: Store) -> None:
    audit = case_of(draft_store, 2).audit
    case = say(
        draft_store,
        audit,
        2,
        title="Skolmåltider",
        reference="ESK-2023-7",
        follow_up_planned="2026",
        reviewed="GSN, KS",
    )
    assert (case.audit.title, case.audit.reference) == ("Skolmåltider", "ESK-2023-7")
    assert case.audit.follow_up_planned == "2026"
    assert sorted(each.committee_id for each in case.audit_committees) == sorted(
        each.id for each in case.committees if each.abbreviation in {"KS", "GSN"}
    )
    assert verify(draft_store) == ()


def test_a_taken_reference_and_a_day_ahead_are_refused(draft_store: Store) -> None:
    audit = case_of(draft_store, 2).audit
    with pytest.raises(RevTrackError, match="There is an audit with the reference esk-2022-1"):
        say(draft_store, audit, 2, reference="esk-2022-1")
    with pytest.raises(UsageError, match="2023-05-01 lies ahead"):
        say(draft_store, audit, 2, report_on=date(2023, 5, 1))
    with pytest.raises(ValidationError):
        say(draft_store, audit, 2, audit_year=22)


def test_what_is_issued_is_no_working_material(awaiting_store: Store) -> None:
    with pytest.raises(RevTrackError, match="no longer working material"):
        say(
            awaiting_store,
            case_of(awaiting_store).audit,
            confidentiality=Confidentiality.WORKING_MATERIAL,
        )


def test_an_assessed_committee_stays_reviewed(awaiting_store: Store) -> None:
    with pytest.raises(RevTrackError, match="are assessed, so they stay among the reviewed"):
        say(awaiting_store, case_of(awaiting_store).audit, reviewed="KS")


def test_question_and_assessment(awaiting_store: Store) -> None:
    case = case_of(awaiting_store)
    case = say(awaiting_store, case.questions[0], text="Finns en plan?")
    assert case.questions[0].text == "Finns en plan?"
    case = say(awaiting_store, case.assessments[0], grade=Grade.PARTLY, phrase="Delvis")
    assert (case.assessments[0].grade, case.assessments[0].phrase) == (Grade.PARTLY, "Delvis")


def test_before_the_letter_all_of_a_recommendation_is_changed(draft_store: Store) -> None:
    item = case_of(draft_store, 2).recommendations[0]
    case = say(
        draft_store,
        item,
        2,
        text="Ett, omskrivet",
        priority=Priority.HIGH,
        recipients="GSN, KFN",
        questions=(2,),
    )
    changed = case.recommendations[0]
    assert (changed.report_text, changed.priority) == ("Ett, omskrivet", Priority.HIGH)
    assert [each.abbreviation for each in case.committees_of(changed.id)] == ["GSN", "KFN"]
    assert [each.number for each in case.questions_of(changed.id)] == [2]
    assert case.wordings == ()
    with pytest.raises(UsageError, match="at least one committee"):
        say(draft_store, changed, 2, recipients="")
    with pytest.raises(UsageError, match="needs a wording"):
        say(draft_store, changed, 2, report_text=None)


def test_after_the_letter_a_wording_is_changed_for_a_reason_and_in_one_of_two_ways(
    awaiting_store: Store,
) -> None:
    item = case_of(awaiting_store).recommendations[0]
    said = item.letter_text or ""
    with pytest.raises(UsageError, match="slip of the pen or gets a new wording"):
        say(awaiting_store, item, text=f"{said} nu")
    with pytest.raises(UsageError, match="Say why the wording of R1 is changed"):
        say(awaiting_store, item, text=f"{said} nu", how=How.SLIP)
    with pytest.raises(RevTrackError, match="only as a corrected slip"):
        say(awaiting_store, item, report_text="Annat")
    with pytest.raises(RevTrackError, match="it is no slip of the pen"):
        say(awaiting_store, item, why="x", text="Upphandla skolskjuts", how=How.SLIP)


def test_a_corrected_slip_makes_no_version(awaiting_store: Store) -> None:
    before = case_of(awaiting_store)
    item = before.recommendations[0]
    text = f"{item.letter_text} utan dröjsmål"
    case = say(awaiting_store, item, why="Ord föll bort", text=text, how=How.SLIP)
    assert case.recommendations[0].letter_text == text
    assert case.recommendations[0].report_text == text
    assert case.recommendations[0].relation is item.relation
    assert case.wordings == before.wordings
    assert case.wording_in_letter(case.recommendations[0]) == text
    assert list_history(awaiting_store)[-1].why == "Ord föll bort"


def test_a_new_wording_leaves_the_letter_as_it_was_issued(awaiting_store: Store) -> None:
    item = case_of(awaiting_store).recommendations[0]
    case = say(awaiting_store, item, why="Revisorernas beslut § 4", text="Ny text.", how=How.NEW)
    changed = case.recommendations[0]
    versions = [each for each in case.wordings if each.recommendation_id == item.id]
    assert [(each.number, each.text) for each in versions] == [
        (1, item.letter_text),
        (2, "Ny text."),
    ]
    assert (versions[1].issued_on, versions[1].reason) == (TODAY, "Revisorernas beslut § 4")
    assert (changed.letter_text, changed.relation) == ("Ny text.", Relation.CHANGED)
    assert case.wording_in_letter(changed) == item.letter_text
    assert [each.code for each in case.confirmations if each.recommendation_id == item.id] == [
        "wording_changed"
    ]


def test_after_the_letter_priority_is_free_and_recipients_stand(awaiting_store: Store) -> None:
    item = case_of(awaiting_store).recommendations[0]
    case = say(awaiting_store, item, priority=Priority.LOW, heading="Plan")
    assert (case.recommendations[0].priority, case.recommendations[0].heading) == (
        Priority.LOW,
        "Plan",
    )
    with pytest.raises(RevTrackError, match="so R1 goes to those that it names"):
        say(awaiting_store, case.recommendations[0], recipients="KFN")


def test_a_reply_is_corrected_and_its_days_must_follow(awaiting_store: Store) -> None:
    response = reply(awaiting_store, "KS", decided_on=date(2023, 2, 20), paragraph="12")
    case = say(
        awaiting_store,
        response,
        decided_on=date(2023, 2, 21),
        paragraph="13",
        sent_on=None,
        diary_number="KSKF/2022:1",
    )
    corrected = case.responses[-1]
    assert (corrected.decided_on, corrected.paragraph) == (date(2023, 2, 21), "13")
    with pytest.raises(RevTrackError, match="before it was made on 2023-03-02"):
        say(awaiting_store, corrected, decided_on=date(2023, 3, 2))
    judge(awaiting_store, "KS", Review.SUFFICIENT)
    [judged] = case_of(awaiting_store).responses
    with pytest.raises(RevTrackError, match="cannot have been judged"):
        change_facts(
            awaiting_store, 1, [Edit(judged, {"received_on": LATER})], LATER + timedelta(days=1)
        )


def test_a_note_a_diary_number_and_an_action(eskilstuna_store: Store) -> None:
    case = case_of(eskilstuna_store)
    case = say(eskilstuna_store, case.reply_cases[0], diary_number="KSKF/2023:9")
    assert case.reply_cases[0].diary_number == "KSKF/2023:9"
    action = case.actions[0]
    case = say(eskilstuna_store, action, text="Ta fram en plan", responsible="Ekonomi", due="2024")
    assert case.actions[0].model_dump(include={"text", "responsible", "due"}) == {
        "text": "Ta fram en plan",
        "responsible": "Ekonomi",
        "due": "2024",
    }


def test_several_facts_are_changed_in_one_wish_or_none_is(awaiting_store: Store) -> None:
    case, before = case_of(awaiting_store), list_history(awaiting_store)
    edits = [Edit(case.questions[0], {"text": "Ny?"}), Edit(case.audit, {"reference": ""})]
    with pytest.raises(ValidationError):
        change_facts(awaiting_store, 1, edits, TODAY)
    assert list_history(awaiting_store) == before
    change_facts(awaiting_store, 1, [edits[0], Edit(case.audit, {"title": "Ny"})], TODAY)
    added = list_history(awaiting_store)[len(before) :]
    assert [each.table for each in added] == ["question", "audit"]
    assert len({each.wish for each in added}) == 1


def test_what_somebody_else_has_changed_is_not_overwritten_and_is_told(
    awaiting_store: Store,
) -> None:
    known = case_of(awaiting_store).questions[0]
    other = Store(awaiting_store.engine, awaiting_store.path, Person("Annan Person"))
    change_facts(other, 1, [Edit(known, {"text": "Annans fråga?"})], TODAY)
    with pytest.raises(ConflictError, match="meanwhile, by Annan Person at 20") as refusal:
        say(awaiting_store, known, text="Min fråga?")
    assert refusal.value.theirs == case_of(awaiting_store).questions[0]
    assert case_of(awaiting_store).questions[0].text == "Annans fråga?"


def test_nothing_said_anew_is_told(awaiting_store: Store) -> None:
    known = case_of(awaiting_store).questions[0]
    with pytest.raises(RevTrackError, match="stands there already"):
        say(awaiting_store, known, text=known.text)


def test_a_clerk_corrects_the_reply_but_not_what_the_auditors_wrote(awaiting_store: Store) -> None:
    person = Person("Sekreterare", PersonRole.CLERK)
    clerk = Store(awaiting_store.engine, awaiting_store.path, person)
    case = case_of(awaiting_store)
    stated: Mapping[str, Any] = {"diary_number": "GSN/2023:5"}
    change_facts(clerk, 1, [Edit(case.reply_cases[1], stated)], TODAY)
    with pytest.raises(RevTrackError, match="you work as a clerk"):
        change_facts(clerk, 1, [Edit(case.questions[0], {"text": "Min?"})], TODAY)

"""What committees report of their progress: dated, kept, and counting once accepted."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import PersonRole, Position, Progress, Review, Standing
from revtrack.domain.entries import ActionEntry, AnswerEntry, ProgressJudgementEntry, ResponseEntry
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.services import watch
from revtrack.services.history import list_history, verify
from revtrack.services.replies import progress, respond
from revtrack.storage.rows import change
from revtrack.storage.store import Person, Store
from revtrack.wording import word
from tests.services.replying import CAME, TODAY, asked, case_of, reply, reply_case_id

PLANNED, UNDER_WAY, DONE = Progress.PLANNED, Progress.UNDER_WAY, Progress.DONE


@pytest.fixture
def answered(awaiting_store: Store) -> Store:
    """The real case with a planned answer to the first that grundskolenämnden is asked."""
    reply(awaiting_store, "GSN", says={0: (Position.AGREES, PLANNED)})
    return awaiting_store


def _first(store: Store) -> AddresseeLine:
    return asked(store, "GSN")[0]


def _report(store: Store, step: Progress, day: int, **fields: Any) -> r.ProgressReport:  # noqa: ANN401
    new = r.NewProgressReport(
        addressee_id=_first(store).addressee.id,
        reported_on=date(2023, 3, day),
        progress=step,
        **fields,
    )
    (report,) = progress.record_progress(store, 1, [new], TODAY)
    return report


def _judge(
    store: Store, review: Review, note: str | None = None, why: str | None = None
) -> tuple[r.ProgressReport, ...]:
    entry = ProgressJudgementEntry(
        audit_id=1,
        addressee_ids=(_first(store).addressee.id,),
        review=review,
        reviewed_on=TODAY,
        review_note=note,
    )
    return progress.judge_progress(store, entry, TODAY, why)


def test_updates_are_dated_records_and_count_once_accepted(answered: Store) -> None:
    _report(answered, PLANNED, 10)
    _report(answered, UNDER_WAY, 20)
    _report(answered, DONE, 28, text="Planen antogs i mars.")
    added = [
        event
        for event in list_history(answered)
        if event.table == "progress_report" and event.old is None
    ]
    assert len(added) == 3
    assert _first(answered).progress is PLANNED
    (waiting, *_) = [
        each for each in watch.see_overview(answered, TODAY).to_judge if each.kind is None
    ]
    assert (waiting.committee, waiting.count, waiting.received_on) == (
        "grundskolenämnden",
        3,
        date(2023, 3, 10),
    )
    assert [each.review for each in _judge(answered, Review.SUFFICIENT)] == ["sufficient"] * 3
    line = _first(answered)
    assert (line.progress, line.standing) == (DONE, Standing.DONE_REPORTED)
    assert verify(answered) == ()


def test_a_report_that_is_sent_back_changes_nothing(answered: Store) -> None:
    _report(answered, DONE, 20)
    with pytest.raises(RevTrackError, match="Say in a note"):
        _judge(answered, Review.SUPPLEMENT_REQUESTED)
    (returned,) = _judge(answered, Review.SUPPLEMENT_REQUESTED, "Bifoga den antagna planen.")
    assert (returned.review_note, returned.reviewed_on) == ("Bifoga den antagna planen.", TODAY)
    assert _first(answered).progress is PLANNED
    _judge(answered, Review.SUFFICIENT)
    assert _first(answered).progress is DONE
    with pytest.raises(RevTrackError, match="judged already"):
        _judge(answered, Review.INSUFFICIENT, "Planen gäller ett annat år.")
    (waiting,) = _judge(answered, Review.PENDING, why="Fel kommunal plan.")
    assert (waiting.review, waiting.reviewed_on) == ("pending", None)
    assert _first(answered).progress is PLANNED


def test_progress_derives_from_the_actions(awaiting_store: Store) -> None:
    addressee_id = _first(awaiting_store).addressee.id
    actions = tuple(
        ActionEntry(text=text, due=due, addressee_ids=(addressee_id,))
        for text, due in (("Anta en plan", "2023-06"), ("Utbilda rektorerna", "2023-Q4"))
    )
    entry = ResponseEntry(
        response=r.NewResponse(audit_id=1, received_on=CAME),
        reply_case_ids=(reply_case_id(awaiting_store, "GSN"),),
        answers=(AnswerEntry(addressee_id=addressee_id, position=Position.AGREES),),
        actions=actions,
    )
    respond.record_response(awaiting_store, entry, TODAY)
    line = _first(awaiting_store)
    assert (line.progress, line.standing) == (PLANNED, Standing.ACTING)
    assert line.planned_completion == "2023-Q4"
    plan, training = line.actions
    with awaiting_store.wish() as session:
        change(session, plan, fulfilled_by="Planen antagen", fulfilled_on=date(2023, 3, 21))
    assert _first(awaiting_store).progress is UNDER_WAY
    _report(awaiting_store, DONE, 28, action_id=training.id)
    assert _first(awaiting_store).progress is UNDER_WAY
    _judge(awaiting_store, Review.SUFFICIENT)
    assert _first(awaiting_store).progress is DONE
    ready = {
        line.reference: line.ready_for_follow_up
        for line in watch.list_audits(awaiting_store, TODAY)
    }
    assert ready == {"ESK-2022-1": 1}


def test_reports_that_make_no_sense(answered: Store) -> None:
    def refused(**fields: Any) -> str:  # noqa: ANN401
        known = {"addressee_id": _first(answered).addressee.id, "progress": DONE}
        new = r.NewProgressReport.model_validate({**known, **fields})
        with pytest.raises(RevTrackError) as refusal:
            progress.record_progress(answered, 1, [new], TODAY)
        return word(refusal.value)

    case = case_of(answered)
    other = next(each for each in case.addressees if each.asked is False)
    number = case.number_of(case.recommendation_by_id[other.recommendation_id])
    committee = case.committee_by_id[other.committee_id].name
    assert refused(addressee_id=other.id) == f"{number} har inte riktats till {committee}."
    assert "framåt i tiden" in refused(reported_on=date(2023, 5, 1))
    assert "ändrats, tagits bort" in refused(action_id=99)
    assert "ändrats, tagits bort" in refused(addressee_id=999)
    with pytest.raises(RevTrackError) as nothing:
        _judge(answered, Review.SUFFICIENT)
    assert word(nothing.value) == (
        "Grundskolenämnden har inte rapporterat något om R6 som kan bedömas."
    )
    known = {"reported_on": date(2023, 3, 1), "text": "Antagen."}
    addressee_id = _first(answered).addressee.id
    new = r.NewProgressReport.model_validate(
        {"addressee_id": addressee_id, "progress": DONE, **known}
    )
    progress.record_progress(answered, 1, [new], TODAY)
    assert "är redan registrerad" in refused(**known)


def test_a_clerk_reports_and_judges_nothing(answered: Store) -> None:
    clerk = replace(answered, person=Person("Registrator", PersonRole.CLERK))
    _report(clerk, DONE, 20)
    with pytest.raises(RevTrackError, match="you work as a clerk"):
        _judge(clerk, Review.SUFFICIENT)

"""Calendars are kept, read in whole or not at all, and told of with the audits that need them."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.meetings import plan_of
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.follow_up import reply_lines
from revtrack.services import find
from revtrack.services.registering import meetings
from revtrack.storage.store import Store
from revtrack.wording.plans import paper_day_counted, plan_in_words
from tests.reading.test_meetings import calendar, workbook

TODAY = date(2022, 12, 5)
PLAN: tuple[tuple[object, ...], ...] = (
    ("Nämnd", "Sammanträde", "Slag", "Sista dag för handlingar", "Utskick"),
    ("KFN", "2022-12-13"),
    ("KFN", "2023-02-28", "AU"),
    ("KFN", "2023-03-14", "", "", "2023-03-07"),
    ("KS", "2023-03-07"),
)


def days(store: Store, name: str = "KFN") -> list[str]:
    found = meetings.list_calendar(store, None, name)
    return [f"{each.meeting.held_on} {each.meeting.kind.value}" for each in found]


def events(store: Store) -> int:
    with store.reading() as session:
        return int(session.connection().exec_driver_sql("SELECT count(*) FROM event").scalar_one())


def test_a_workbook_is_read_in_once_however_often_it_is_given(awaiting_store: Store) -> None:
    content = workbook(*PLAN)
    trial = meetings.import_calendar(awaiting_store, content, TODAY, dry_run=True)
    assert (trial.added, trial.is_dry_run) == (4, True)
    assert days(awaiting_store) == []
    first = meetings.import_calendar(awaiting_store, content, TODAY)
    assert (first.added, first.changed, first.unchanged) == (4, 0, 0)
    before = events(awaiting_store)
    again = meetings.import_calendar(awaiting_store, content, TODAY)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 4)
    assert events(awaiting_store) == before
    assert days(awaiting_store) == [
        "2022-12-13 committee",
        "2023-02-28 working_committee",
        "2023-03-14 committee",
    ]


def test_a_later_file_adds_the_days_that_it_states_and_takes_nothing_away(
    awaiting_store: Store,
) -> None:
    meetings.import_calendar(awaiting_store, workbook(*PLAN), TODAY)
    content = calendar(
        "SUMMARY:KFN\r\nDTSTART;VALUE=DATE:20230314",
        "SUMMARY:Sista dag för handlingar KFN\r\nDTSTART;VALUE=DATE:20230302",
    )
    found = meetings.import_calendar(awaiting_store, content, TODAY)
    assert (found.added, found.changed, found.unchanged) == (0, 1, 0)
    *_, last = meetings.list_calendar(awaiting_store, None, "KFN")
    assert last.meeting.papers_by_on == date(2023, 3, 2)
    assert last.meeting.dispatched_on == date(2023, 3, 7)


def test_one_bad_row_keeps_the_whole_file_out(awaiting_store: Store) -> None:
    content = workbook(*PLAN, ("KFN", "18 april"), ("Xnämnden", "2023-04-18"))
    found = meetings.import_calendar(awaiting_store, content, TODAY)
    assert [each.row for each in found.faults] == [6, 7]
    assert days(awaiting_store) == days(awaiting_store, "KS") == []


def test_a_committee_of_several_municipalities_has_to_be_told_apart(demo_store: Store) -> None:
    with pytest.raises(UsageError, match="in several municipalities"):
        meetings.find_committee(demo_store, "KFN", None)
    with pytest.raises(UsageError, match="Say which municipality"):
        meetings.import_calendar(demo_store, workbook(*PLAN), TODAY)
    found = meetings.import_calendar(demo_store, workbook(*PLAN), TODAY, municipality="Eskilstuna")
    assert found.added == 4


def test_a_meeting_is_added_once_and_removed(awaiting_store: Store) -> None:
    body = meetings.find_committee(awaiting_store, "kfn", None)
    new = r.NewCommitteeMeeting(committee_id=body.id, held_on=date(2023, 3, 14))
    meetings.add_meeting(awaiting_store, body.id, new)
    with pytest.raises(RevTrackError, match="is registered already"):
        meetings.add_meeting(awaiting_store, body.id, new)
    late = new.model_copy(update={"papers_by_on": date(2023, 3, 15)})
    with pytest.raises(UsageError, match="2023-03-15 lies after the meeting of 2023-03-14"):
        meetings.add_meeting(awaiting_store, body.id, late)
    with pytest.raises(UsageError, match="No such meeting"):
        meetings.remove_meeting(awaiting_store, body.id, new.held_on, MeetingKind.WORKING_COMMITTEE)
    meetings.remove_meeting(awaiting_store, body.id, new.held_on, MeetingKind.COMMITTEE)
    assert days(awaiting_store) == []


def test_the_audit_knows_the_calendars_of_those_who_are_to_reply(awaiting_store: Store) -> None:
    meetings.import_calendar(awaiting_store, workbook(*PLAN, ("KFN", "2031-01-07")), TODAY)
    case = find.read_case(awaiting_store, 1)
    assert [each.held_on.isoformat() for each in case.meetings] == [
        "2022-12-13",
        "2023-02-28",
        "2023-03-07",
        "2023-03-14",
    ]
    lines = {line.committee.abbreviation: line for line in reply_lines(case, TODAY)}
    plan = plan_of(case, lines["KFN"], TODAY)
    assert plan is not None
    assert plan_in_words(plan, lines["KFN"].committee) == (
        "Sista nämnd före svarsdag 14 mars. Utskick 7 mars. AU 28 feb. "
        "Tjänsteskrivelse klar 17 feb. Kalendern slutar med sammanträdet 14 mars."
    )
    assert paper_day_counted(plan, lines["KFN"].committee) == (
        "Sista dag för handlingar till arbetsutskottet 28 feb är inte registrerad för kultur- och "
        "fritidsnämnden; 7 arbetsdagar före det räknas."
    )
    board = plan_of(case, lines["KS"], TODAY)
    assert board is not None
    assert plan_in_words(board, lines["KS"].committee).startswith(
        "Sista styrelsemöte före svarsdag 7 mars. Tjänsteskrivelse klar 24 feb."
    )


def test_an_audit_that_is_answered_needs_no_calendar(eskilstuna_store: Store) -> None:
    meetings.import_calendar(eskilstuna_store, workbook(*PLAN), TODAY)
    assert find.read_case(eskilstuna_store, 1).meetings == ()

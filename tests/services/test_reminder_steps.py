"""Each step reminds a committee once, whatever has happened to its reply before."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from revtrack.domain import records as r
from revtrack.domain.codes import ExtensionDecision, Position, Review
from revtrack.domain.entries import AnswerEntry, JudgementEntry, ResponseEntry
from revtrack.services.find import read_case
from revtrack.services.registering.succession import succeed_committee
from revtrack.services.reminding.remind import remind
from revtrack.services.reminding.remind_log import list_reminders
from revtrack.services.reminding.remind_plan import Whom
from revtrack.services.replies import respond
from revtrack.services.replies.extensions import extend
from revtrack.services.replies.review import judge
from revtrack.storage.store import Store

DUE, NEW = date(2023, 3, 20), date(2023, 4, 17)


def reply_case(store: Store) -> r.ReplyCase:
    """Return the case of socialnämnden, which is to reply by the 20th of March."""
    case = read_case(store, 1)
    committee = next(each for each in case.committees if each.abbreviation == "SOCN")
    return next(each for each in case.reply_cases if each.committee_id == committee.id)


def more_time(store: Store) -> None:
    new = r.NewExtension(
        reply_case_id=reply_case(store).id,
        new_due_on=NEW,
        decision=ExtensionDecision.GRANTED,
        decided_on=date(2023, 3, 9),
    )
    extend(store, 1, new, date(2023, 3, 10))


def part_of_a_reply(store: Store) -> None:
    """Let the committee answer one recommendation and say nothing of the others."""
    case, own = read_case(store, 1), reply_case(store)
    first = next(each for each in case.addressees if each.committee_id == own.committee_id)
    entry = ResponseEntry(
        response=r.NewResponse(
            audit_id=1, decided_on=date(2023, 2, 27), paragraph="7", received_on=date(2023, 3, 1)
        ),
        reply_case_ids=(own.id,),
        answers=(AnswerEntry(addressee_id=first.id, position=Position.AGREES),),
    )
    respond.record_response(store, entry, date(2023, 3, 1))


def a_supplement_asked_for(store: Store) -> None:
    part_of_a_reply(store)
    entry = JudgementEntry(
        audit_id=1,
        reply_case_id=reply_case(store).id,
        review=Review.SUPPLEMENT_REQUESTED,
        reviewed_on=date(2023, 3, 10),
        review_note="R2 till R9",
        supplement_due_on=NEW,
    )
    judge(store, entry, date(2023, 3, 10))


def another_committee(store: Store) -> None:
    succeed_committee(
        store, "SOCN", "omsorgsnämnden", date(2023, 3, 1), municipality=None, make=True
    )


def reminded(
    store: Store, folder: Path, day: date, missed: int, name: str = "socialnämnden"
) -> list[tuple[str, int, int]]:
    """Run twice each day from well before the day to well after; return what was reminded of.

    No run is made on the first ``missed`` days of each step. Given are the committee written to,
    the day counted from ``day``, and the step.
    """
    gaps = {step + late for step in (-14, 7, 21) for late in range(missed)}
    told = []
    for days in (-15, -14, -12, -11, 6, 7, 10, 21, 23, 24):
        for _attempt in range(2 if days not in gaps else 0):
            made, _plan = remind(store, day + timedelta(days=days), folder, Whom(committee=name))
            told += [
                (each.message.committee.name, days, line.due.step.days)
                for each in made
                for line in each.message.awaited
                if line.due and line.committee.abbreviation == "SOCN"
            ]
    return told


@pytest.mark.parametrize("missed", [0, 3])
@pytest.mark.parametrize(
    ("happens", "day", "written_to"),
    [
        (more_time, NEW, "socialnämnden"),
        (a_supplement_asked_for, NEW, "socialnämnden"),
        (another_committee, DUE, "omsorgsnämnden"),
    ],
)
def test_each_step_once_and_missed_days_caught_up_in_one_run(
    awaiting_store: Store,
    tmp_path: Path,
    happens: Callable[[Store], None],
    day: date,
    written_to: str,
    missed: int,
) -> None:
    happens(awaiting_store)
    assert reminded(awaiting_store, tmp_path, day, missed, written_to) == [
        (written_to, step + missed, step) for step in (-14, 7, 21)
    ]
    log = list_reminders(awaiting_store, Whom(audit_id=1))
    steps = [
        (each.reminder.step, each.reminder.due_on)
        for each in log
        if each.reminder.reply_case_id == reply_case(awaiting_store).id
    ]
    assert steps == [(-14, day), (7, day), (21, day)]


def test_a_reply_to_a_part_is_judged_before_the_rest_is_asked_for(
    awaiting_store: Store, tmp_path: Path
) -> None:
    part_of_a_reply(awaiting_store)
    assert reminded(awaiting_store, tmp_path, DUE, 0) == []


@pytest.mark.parametrize("days", [0, 1])
def test_nobody_is_reminded_of_a_day_that_was_given_the_same_day(
    awaiting_store: Store, tmp_path: Path, days: int
) -> None:
    day = NEW - timedelta(days=14)
    new = r.NewExtension(
        reply_case_id=reply_case(awaiting_store).id,
        new_due_on=NEW,
        decision=ExtensionDecision.GRANTED,
        decided_on=day,
    )
    extend(awaiting_store, 1, new, day)
    made, _plan = remind(
        awaiting_store, day + timedelta(days=days), tmp_path, Whom(committee="SOCN")
    )
    assert made == ()


def test_nobody_is_reminded_of_a_supplement_the_day_that_it_is_asked_for(
    awaiting_store: Store, tmp_path: Path
) -> None:
    part_of_a_reply(awaiting_store)
    asked_on = NEW - timedelta(days=10)
    entry = JudgementEntry(
        audit_id=1,
        reply_case_id=reply_case(awaiting_store).id,
        review=Review.SUPPLEMENT_REQUESTED,
        reviewed_on=asked_on,
        review_note="R2 till R9",
        supplement_due_on=NEW,
    )
    judge(awaiting_store, entry, asked_on)
    assert remind(awaiting_store, asked_on, tmp_path, Whom(committee="SOCN"))[0] == ()
    late = NEW + timedelta(days=7)
    [made] = remind(awaiting_store, late, tmp_path, Whom(committee="SOCN"))[0]
    assert [line.due_on for line in made.message.awaited] == [NEW]

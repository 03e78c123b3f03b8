"""What is to be carried out: the list over all audits says what the rules say of each."""

from datetime import date

import pytest

from revtrack.domain import records as r
from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Progress, Review, VerdictStep
from revtrack.domain.days.dates import last_day
from revtrack.domain.follow_up import addressee_lines, followed_apart
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.overview import ActionLine
from revtrack.domain.replies.progress import is_fulfilled
from revtrack.services.watch import list_actions
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.rows import add, change
from revtrack.storage.store import Store
from tests.conftest import TODAY

Told = tuple[str, str, str, tuple[str, ...], int]


def told(line: ActionLine) -> Told:
    return (line.audit, line.committee, line.text, line.recommendations, line.days_late)


def expected(case: AuditCase, today: date) -> set[Told]:
    """Return what the lines of a case have that is to be done by a day."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for line in followed_apart(addressee_lines(case)):
        ended = line.verdict is not None and line.verdict.verdict in states.ENDED_VERDICTS
        is_ended = ended and not is_overturned(line)
        is_open = line.addressee.asked and line.addressee.outcome is None and not is_ended
        if not is_open or line.progress is Progress.DONE:
            continue
        for action in line.actions:
            if action.due and not is_fulfilled(action):
                key = (
                    responsible_committee(case, line.addressee, today).name,
                    action.text,
                    action.due,
                )
                found.setdefault(key, []).append(line.number)
        if line.addressee.due:
            text = line.recommendation.heading or line.recommendation.letter_text or ""
            key = (
                responsible_committee(case, line.addressee, today).name,
                text,
                line.addressee.due,
            )
            found.setdefault(key, []).append(line.number)
    return {
        (
            *(case.audit.reference, committee, text),
            tuple(numbers),
            max((today - last_day(due)).days, 0),
        )
        for (committee, text, due), numbers in found.items()
    }


@pytest.mark.parametrize("today", [TODAY, date(2023, 7, 1), date(2027, 1, 1)])
def test_the_list_tells_what_the_rules_say(demo_store: Store, today: date) -> None:
    with demo_store.reading() as session:
        cases = [load_case(session, audit.id) for audit in list_audits(session)]
    lines = list_actions(demo_store, today)
    assert {told(line) for line in lines} == set().union(*(expected(c, today) for c in cases))
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)
    assert len(lines) > 8


def test_within_some_days_keeps_what_is_late_and_what_comes_by_then(demo_store: Store) -> None:
    every = list_actions(demo_store, TODAY)
    near = list_actions(demo_store, TODAY, 12)
    assert [each.due_on.isoformat() for each in near if not each.is_late] == ["2026-02-28"]
    assert list_actions(demo_store, TODAY, 11) == tuple(each for each in near if each.is_late)
    assert set(near) < set(every)


@pytest.fixture
def promised(awaiting_store: Store) -> tuple[Store, r.Addressee, r.Action]:
    """The real case where the first committee has promised something for its first two."""
    with awaiting_store.wish() as session:
        case = load_case(session, 1)
        first, second = [
            each for each in case.addressees if each.committee_id == case.committees[0].id
        ][:2]
        new = r.NewAction(audit_id=1, text="Kartlägga", responsible="Chefen", due="2023-06")
        action = add(session, r.Action, new)
        for each in (first, second):
            link = r.NewActionAddressee(action_id=action.id, addressee_id=each.id)
            add(session, r.ActionAddressee, link)
    return awaiting_store, first, action


def test_an_action_for_two_recommendations_is_one_line(
    promised: tuple[Store, r.Addressee, r.Action],
) -> None:
    store, _, _ = promised
    [line] = list_actions(store, date(2023, 6, 30))
    assert (line.recommendations, line.responsible, line.due) == (("R1", "R2"), "Chefen", "2023-06")
    assert (line.due_on, line.days_late) == (date(2023, 6, 30), 0)
    [line] = list_actions(store, date(2023, 7, 1))
    assert line.days_late == 1


def test_what_is_closed_fulfilled_or_said_to_be_done_is_left_out(
    promised: tuple[Store, r.Addressee, r.Action],
) -> None:
    store, first, action = promised
    with store.wish() as session:
        closed = change(session, first, outcome=Outcome.IMPLEMENTED, closed_on=date(2023, 5, 2))
    [line] = list_actions(store, date(2023, 7, 1))
    assert line.recommendations == ("R2",)
    with store.wish() as session:
        change(session, closed, outcome=None, closed_on=None)
        fulfilled = change(session, action, fulfilled_on=date(2023, 6, 1))
    assert list_actions(store, date(2023, 7, 1)) == ()
    with store.wish() as session:
        change(session, fulfilled, fulfilled_on=None)
        report = r.NewProgressReport(
            addressee_id=first.id,
            action_id=action.id,
            progress=Progress.DONE,
            review=Review.PENDING,
        )
        report = add(session, r.ProgressReport, report)
    assert len(list_actions(store, date(2023, 7, 1))) == 1
    with store.wish() as session:
        change(session, report, review=Review.SUFFICIENT)
    assert list_actions(store, date(2023, 7, 1)) == ()


def test_what_was_opened_again_is_listed_again(
    promised: tuple[Store, r.Addressee, r.Action],
) -> None:
    store, first, _ = promised
    with store.wish() as session:
        verdict = r.NewVerdict(addressee_id=first.id, verdict=VerdictStep.FULL)
        add(session, r.Verdict, verdict)
    [line] = list_actions(store, date(2023, 7, 1))
    assert line.recommendations == ("R2",)
    with store.wish() as session:
        change(session, first, reopening_reason="Bristen kom tillbaka")
    [line] = list_actions(store, date(2023, 7, 1))
    assert line.recommendations == ("R1", "R2")


def test_a_day_of_the_recommendation_itself_is_a_line_of_its_own(awaiting_store: Store) -> None:
    with awaiting_store.wish() as session:
        case = load_case(session, 1)
        change(session, case.addressees[0], due="2023-06-30")
    [line] = list_actions(awaiting_store, date(2023, 7, 2))
    assert (line.action_id, line.recommendations, line.days_late) == (None, ("R1",), 2)
    assert line.text == case.recommendations[0].heading

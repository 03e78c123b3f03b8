"""Agenda: all that falls on a day, once, and the same as the lists of what is due."""

from collections import Counter
from datetime import date

from revtrack.domain.days.agenda import Span, grouped
from revtrack.domain.days.dates import last_day
from revtrack.services.agenda import Occasion, see_agenda
from revtrack.services.watch import list_actions, list_due
from revtrack.storage.store import Store
from tests.conftest import TODAY


def by_period(lines: list[date], span: Span) -> Counter[tuple[int, int]]:
    """Return how many of these days lie in each week or quarter, counted in another way."""
    if span is Span.WEEK:
        return Counter(day.isocalendar()[:2] for day in lines)
    return Counter((day.year, (day.month + 2) // 3) for day in lines)


def test_replies_and_actions_are_those_of_the_lists(demo_store: Store) -> None:
    agenda = see_agenda(demo_store, TODAY)
    due, actions = list_due(demo_store, TODAY), list_actions(demo_store, TODAY)
    assert {id(each.reply) for each in agenda if each.reply} == {
        id(each.reply) for each in agenda if each.occasion is Occasion.REPLY
    }
    assert sorted(map(str, due)) == sorted(str(each.reply) for each in agenda if each.reply)
    assert sorted(map(str, actions)) == sorted(str(each.action) for each in agenda if each.action)
    for span in Span:
        mine = [each for each in agenda if each.reply]
        assert {
            (group.period.year, group.period.number): len(group.lines)
            for group in grouped(mine, span)
        } == by_period([line.due_on for line in due], span)


def test_meetings_lie_ahead_and_follow_ups_are_those_still_to_be_made(demo_store: Store) -> None:
    agenda = see_agenda(demo_store, TODAY)
    days = [each.due_on for each in agenda if each.occasion in {Occasion.MEETING, Occasion.PAPERS}]
    assert days
    assert min(days) >= TODAY
    planned = {each.audit: each for each in agenda if each.occasion is Occasion.FOLLOW_UP}
    assert "ALV-2023-3" not in planned
    line = planned["ALV-2022-1"]
    assert line.planned is not None
    assert line.days_late == (TODAY - last_day(line.planned)).days
    assert [each.due_on for each in agenda] == sorted(each.due_on for each in agenda)


def test_an_empty_register_has_an_empty_agenda(empty_store: Store) -> None:
    assert see_agenda(empty_store, TODAY) == ()

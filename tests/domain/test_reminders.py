from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind, ReminderForm
from revtrack.domain.errors import UsageError
from revtrack.domain.replies.reminded import drafts
from revtrack.domain.replies.reminders import (
    DueStep,
    Step,
    Word,
    asks_for_presidium,
    due_action_step,
    due_step,
    is_told,
    made_for,
    parse_steps,
    steps_text,
    unanswered,
)

DUE = date(2023, 3, 20)
MAIL, LETTER, PRESIDIUM = ReminderForm.MAIL, ReminderForm.LETTER, ReminderForm.PRESIDIUM
USUAL = parse_steps("-14 mail, 7 mail, 21 letter")
ADVANCE, SEVEN, TWENTY_ONE = USUAL


@dataclass(frozen=True)
class Made:
    reminded_on: date
    step: int
    form: ReminderForm = MAIL
    due_on: date | None = DUE


def after(days: int) -> date:
    return DUE + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("-14 mail, 7 mail, 21 letter", [(-14, MAIL), (7, MAIL), (21, LETTER)]),
        ("21 letter; +7 mail", [(7, MAIL), (21, LETTER)]),
        ("−14 mejl, 0 E-post, 21 dagar brev", [(-14, MAIL), (0, MAIL), (21, LETTER)]),
        ("-14 mail,", [(-14, MAIL)]),
        ("-", []),
        ("", []),
        (" , ", []),
    ],
)
def test_steps_are_read_as_an_office_writes_them(
    text: str, steps: list[tuple[int, ReminderForm]]
) -> None:
    assert parse_steps(text) == tuple(Step(days, form) for days, form in steps)


def test_steps_are_kept_in_one_form_only() -> None:
    assert steps_text(parse_steps("21 brev; +7 mejl; -14 mail")) == "-14 mail, 7 mail, 21 letter"
    assert steps_text(()) == "-"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7", "7 is no reminder step. Write days and form, parted by commas"),
        ("mail", "mail is no reminder step."),
        ("7 fax", "7 fax is no reminder step."),
        ("7 mail 21 letter", "7 mail 21 letter is no reminder step."),
        ("7,5 mail", "7 is no reminder step."),
        ("7 mail, -", "- is no reminder step."),
        ("7 mail, 7 letter", "name the day +7 twice"),
        ("0 mail, 0 letter", "name the day +0 twice"),
        ("401 mail", "401 mail lies more than 400 days from the day"),
        (", ".join(f"{day} mail" for day in range(1, 14)), "at most 12 reminder steps"),
    ],
)
def test_bad_steps_are_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_steps(text)
    assert told in str(refusal.value)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-15, None), (-14, ADVANCE), (-1, ADVANCE), (0, ADVANCE), (1, None), (6, None), (7, SEVEN)],
)
def test_the_step_of_a_day_where_nothing_has_been_made(days: int, expected: Step | None) -> None:
    assert due_step(USUAL, DUE, [], after(days)) == (DueStep(expected) if expected else None)


def test_daily_runs_make_each_step_once() -> None:
    made: list[Made] = []
    told: list[tuple[int, int]] = []
    for days in range(-30, 60):
        for _run in range(2):
            if found := due_step(USUAL, DUE, made, after(days)):
                made.append(Made(after(days), found.step.days, found.step.form))
                told.append((days, found.step.days))
    assert told == [(-14, -14), (7, 7), (21, 21)]


def test_a_step_that_no_run_made_is_made_by_the_next() -> None:
    sent = [Made(after(-14), -14)]
    assert due_step(USUAL, DUE, sent, after(10)) == DueStep(SEVEN)


def test_after_a_long_gap_one_message_stands_for_all_that_was_missed() -> None:
    assert due_step(USUAL, DUE, [], after(30)) == DueStep(TWENTY_ONE, (SEVEN,))
    assert due_step(parse_steps("-30 mail, -14 mail"), DUE, [], after(-10)) == DueStep(
        ADVANCE, (Step(-30, MAIL),)
    )


def test_nobody_is_reminded_while_a_meeting_is_expected() -> None:
    meeting = after(30)
    assert due_step(USUAL, DUE, [], after(7), meeting) is None
    assert due_step(USUAL, DUE, [], meeting, meeting) is None
    assert due_step(USUAL, DUE, [], after(-14), after(-14)) is None


def test_after_an_expected_meeting_the_first_step_comes_and_the_next_is_counted_from_it() -> None:
    meeting = after(30)
    assert due_step(USUAL, DUE, [], after(31), meeting) == DueStep(SEVEN)
    sent = [Made(after(31), 7)]
    assert due_step(USUAL, DUE, sent, after(50), meeting) is None
    assert due_step(USUAL, DUE, sent, after(51), meeting) == DueStep(TWENTY_ONE)


def test_what_waited_for_a_meeting_is_made_when_it_has_passed() -> None:
    sent, meeting = [Made(after(7), 7)], after(25)
    assert due_step(USUAL, DUE, sent, meeting, meeting) is None
    assert due_step(USUAL, DUE, sent, after(26), meeting) == DueStep(TWENTY_ONE)


def test_a_meeting_before_the_day_only_holds_the_mail_in_advance() -> None:
    assert due_step(USUAL, DUE, [], after(-9), after(-10)) == DueStep(ADVANCE)
    assert due_step(USUAL, DUE, [], after(7), after(-10)) == DueStep(SEVEN)


def test_an_extension_starts_the_steps_anew() -> None:
    new = after(14)
    reminders = [Made(after(-14), -14), Made(after(7), 7)]
    assert made_for(reminders, new, DUE) == ()
    assert made_for(reminders, DUE, DUE) == tuple(reminders)
    assert due_step(USUAL, new, made_for(reminders, new, DUE), after(0)) == DueStep(ADVANCE)


@pytest.mark.parametrize(
    ("set_on", "days", "step"),
    [
        (-15, -14, ADVANCE),
        (-14, -14, None),  # the very day that the time was given
        (-3, -2, None),
        (-3, 7, SEVEN),
        (9, 9, None),  # given afterwards: what lay before it is passed
        (9, 21, TWENTY_ONE),
    ],
)
def test_steps_before_the_day_was_given_are_passed(
    set_on: int, days: int, step: Step | None
) -> None:
    found = due_step(USUAL, DUE, [], after(days), set_on=after(set_on))
    assert found == (DueStep(step) if step else None)


def test_a_reminder_without_a_day_spoke_of_the_original_one() -> None:
    old = Made(after(7), 7, due_on=None)
    assert made_for([old], DUE, DUE) == (old,)
    assert made_for([old], after(14), DUE) == ()


def test_a_step_that_is_switched_off_is_not_made() -> None:
    assert due_step(parse_steps("21 letter"), DUE, [], after(-14)) is None
    assert due_step(parse_steps("21 letter"), DUE, [], after(20)) is None
    assert due_step((), DUE, [], after(200)) is None


DAYS = st.integers(-60, 120)


@given(st.lists(DAYS, max_size=12), st.integers(-60, 60), st.booleans())
def test_no_order_of_runs_makes_a_step_twice_or_two_in_a_day(
    runs: list[int], meeting: int, is_expected: bool
) -> None:
    expected = after(meeting) if is_expected else None
    made: list[Made] = []
    for days in sorted(runs):
        if found := due_step(USUAL, DUE, made, after(days), expected):
            assert found.step.days not in {each.step for each in made}
            assert found.step.days <= days
            made.append(Made(after(days), found.step.days))
    assert [each.step for each in made] == sorted({each.step for each in made})


@pytest.mark.parametrize(
    ("days", "made", "step"),
    [
        (-8, [], None),
        (-7, [], -7),
        (0, [], -7),
        (0, [-7], None),
        (1, [], 7),  # never reminded of: as soon as it has passed
        (1, [-7], None),
        (6, [-7], None),
        (7, [-7], 7),
        (40, [-7], 7),
        (40, [-7, 7], None),
        (40, [7], None),
        (365, [], 7),
        (366, [], None),  # a matter for follow-up
    ],
)
def test_what_is_to_be_carried_out_is_reminded_of_a_week_before_and_after(
    days: int, made: list[int], step: int | None
) -> None:
    reminders = [Made(after(each), each) for each in made]
    found = due_action_step(DUE, reminders, after(days))
    assert (found.step.days if found else None) == step


@pytest.mark.parametrize(
    ("words", "action_id", "told"),
    [
        ([], 1, False),
        ([Word(None, after(-31), is_final=False)], 1, False),
        ([Word(None, after(-30), is_final=False)], 1, True),
        ([Word(None, None, is_final=False)], 1, True),
        ([Word(None, after(-300), is_final=True)], 1, True),
        ([Word(2, after(0), is_final=True)], 1, False),  # of another action
        ([Word(1, after(0), is_final=True)], 1, True),
        ([Word(2, after(0), is_final=False)], None, True),  # the recommendation's own day
    ],
)
def test_what_has_been_told_silences_reminders(
    words: list[Word], action_id: int | None, told: bool
) -> None:
    assert is_told(DUE, words, action_id) is told


def test_two_reminders_without_a_reply_ask_for_the_presidium() -> None:
    first, second = Made(after(7), 7), Made(after(21), 21, LETTER)
    early = Made(after(-14), -14)
    both = [early, second, first]
    assert not asks_for_presidium(both, [early, first], DUE, after(60))
    assert not asks_for_presidium(both, both, DUE, after(34))
    assert asks_for_presidium(both, both, DUE, after(35))
    assert unanswered([second, Made(after(-14), -14), first], DUE) == (first, second)
    letter = Made(after(30), 30, PRESIDIUM)
    assert not asks_for_presidium([*both, letter], both, DUE, after(60))


def drafted(number: int, days: int, form: ReminderForm = MAIL) -> r.Reminder:
    told: dict[str, Any] = {"reply_case_id": 1, "reminded_on": after(days), "due_on": DUE}
    return r.Reminder.model_construct(id=number, form=form, text=f"{number}.eml", **told)


def filed(number: int, issued: int | None = None) -> r.Document:
    issued_on = None if issued is None else after(issued)
    told: dict[str, Any] = {"kind": DocumentKind.REMINDER, "issued_on": issued_on}
    return r.Document.model_construct(file_name=f"{number}.eml", **told)


@pytest.mark.parametrize(
    ("made", "files", "waiting"),
    [
        ([drafted(1, 7), drafted(2, 21)], [filed(1), filed(2)], [2]),
        ([drafted(1, 7), drafted(2, 21)], [filed(1), filed(2, 21)], []),
        ([drafted(1, 7), drafted(2, 7)], [filed(1, 7), filed(2)], [2]),
        ([drafted(1, 7), drafted(2, 21)], [filed(1, 25), filed(2)], [2]),
        ([drafted(1, 21), drafted(2, 21, PRESIDIUM)], [filed(1), filed(2)], [1, 2]),
        ([drafted(1, 21), drafted(2, 21, PRESIDIUM)], [filed(1), filed(2, 21)], [1]),
    ],
    ids=["later", "later-sent", "same-day", "sent-late", "presidium", "presidium-sent"],
)
def test_a_draft_waits_until_a_later_one_of_the_same_is_made(
    made: list[r.Reminder], files: list[r.Document], waiting: list[int]
) -> None:
    assert [each.id for each in drafts(made, files)] == waiting

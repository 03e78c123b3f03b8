"""When a committee is reminded: of its reply, and of what it has promised to do.

A step is a number of days from the day that counts, and how the committee is written to. All of it
is asked of the day and of what has been made already, so a run that was missed is caught up by the
next one, and two runs on one day make nothing twice.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from revtrack.domain.codes import ReminderForm
from revtrack.domain.errors import UsageError
from revtrack.domain.texts.prose import clean_line

NO_STEPS = "-"
"""How it is written that nobody is reminded."""
MOST_DAYS = 400
MOST_STEPS = 12
UNANSWERED_BEFORE_PRESIDIUM = 2
"""After so many reminders without a reply the council's presidium is the next step."""
PATIENCE_BEFORE_PRESIDIUM = timedelta(days=14)
"""So long a committee has to answer its last reminder before the presidium is proposed."""
LONGEST_AFTER_ACTION = timedelta(days=365)
"""What should have been done longer ago is a matter for follow-up, not for a reminder."""
TELLS_OF_DAY = timedelta(days=30)
"""What is told no earlier than so long before a day tells how it goes with what is due then."""

_STEP = re.compile(r"([+\u2212\u2013-]?) ?([0-9]{1,4}) ?(?:dagar|dag|days|day|d)? ?([a-zåäö-]+)\Z")
_FORMS = {
    **dict.fromkeys(("mail", "mejl", "e-post", "epost"), ReminderForm.MAIL),
    **dict.fromkeys(("letter", "brev"), ReminderForm.LETTER),
}


@dataclass(frozen=True, order=True)
class Step:
    """A reminder that an office makes: so many days from the day that counts, and how."""

    days: int
    """Negative before the day, 0 on it."""
    form: ReminderForm

    @property
    def is_advance(self) -> bool:
        """Whether it is made before the day has passed."""
        return self.days <= 0


class Held(StrEnum):
    """Why nobody is reminded of a late reply today."""

    MEETING = "meeting"
    """A meeting is expected to take it."""
    LATER = "later"
    """The next step has not come."""
    NO_STEP = "no_step"
    """Every step has been made, or the office makes none."""


@dataclass(frozen=True)
class DueStep:
    """The step that is to be made now."""

    step: Step
    passed_over: tuple[Step, ...] = ()
    """Earlier steps that no run made in time and that this one stands for."""


class MadeReminder(Protocol):
    """A reminder that was made."""

    @property
    def reminded_on(self) -> date:
        """The day it was made."""

    @property
    def step(self) -> int:
        """The step it stands for, in days from the day that counts."""

    @property
    def form(self) -> ReminderForm:
        """How the committee was written to."""

    @property
    def due_on(self) -> date | None:
        """The day that it reminded of; None in registers from before that was kept."""


M = TypeVar("M", bound=MadeReminder)

ACTION_STEPS = (Step(-7, ReminderForm.MAIL), Step(7, ReminderForm.MAIL))
"""When a committee is reminded of what should be carried out by a day."""


def parse_steps(text: str) -> tuple[Step, ...]:
    """Return the steps that an office has chosen, in the order they come; none for "-" or nothing.

    Raises UsageError where a step cannot be read, is named twice or lies too far from the day.
    """
    parts = [part for each in re.split("[,;]", text) if (part := clean_line(each).casefold())]
    if not parts or parts == [NO_STEPS]:
        return ()
    steps = sorted(_step(part) for part in parts)
    days = [step.days for step in steps]
    twice = next((day for day in days if days.count(day) > 1), None)
    if twice is not None:
        raise UsageError(
            "The reminder steps {steps} name the day {day} twice; leave one of them out.",
            steps=text,
            day=f"{twice:+d}",
        )
    if len(steps) > MOST_STEPS:
        raise UsageError("There can be at most {most} reminder steps.", most=MOST_STEPS)
    return tuple(steps)


def _step(part: str) -> Step:
    found = _STEP.match(part)
    form = _FORMS.get(found[3]) if found else None
    if found is None or form is None:
        raise UsageError(
            "{step} is no reminder step. Write days and form, parted by commas, as in "
            "“-14 mail, 7 mail, 21 letter”, or - for no reminders.",
            step=part,
        )
    days = int(found[2])
    if days > MOST_DAYS:
        raise UsageError(
            "{step} lies more than {most} days from the day that a reply is asked for.",
            step=part,
            most=MOST_DAYS,
        )
    return Step(days if found[1] in {"", "+"} else -days, form)


def steps_text(steps: Iterable[Step]) -> str:
    """Return steps as they are kept: "-14 mail, 7 mail, 21 letter"; "-" where there are none."""
    return ", ".join(f"{step.days} {step.form.value}" for step in sorted(steps)) or NO_STEPS


def made_for(reminders: Iterable[M], day: date, original: date | None = None) -> tuple[M, ...]:
    """Return the reminders of this day; an extension or another day starts the steps anew.

    Those that do not say which day they reminded of spoke of the original one.
    """
    return tuple(each for each in reminders if (each.due_on or original or day) == day)


def due_step(
    steps: Sequence[Step],
    day: date,
    made: Iterable[MadeReminder],
    today: date,
    expected_meeting_on: date | None = None,
    set_on: date | None = None,
) -> DueStep | None:
    """Return the reminder of a reply to be made today, None where there is none.

    ``day`` is the one that counts, ``made`` what has been made for it. Where several steps were
    missed only the latest is made, and a reminder in advance never once the day has passed. Nobody
    is reminded while a meeting is expected; then what waited for it is made, and the steps after
    that are counted from the meeting where it lies after the day. What lies no later than
    ``set_on``, when the committee was given its day, is passed: nobody is reminded of a day at
    once.
    """
    if expected_meeting_on is not None and today <= expected_meeting_on:
        return None
    made = tuple(made)
    last = max((each.step for each in made), default=-MOST_DAYS - 1)
    told = set_on or date.min
    left = [each for each in sorted(steps) if each.days > last and _on(day, each) > told]
    if today <= day:
        passed = [each for each in left if each.is_advance and _on(day, each) <= today]
        return _latest(passed)
    left = [each for each in left if not each.is_advance]
    meeting = max(day, expected_meeting_on or day)
    passed = [each for each in left if _on(meeting, each) <= today]
    if not passed and not any(each.reminded_on > meeting for each in made):
        passed = [each for each in left[:1] if _on(day, each) <= today]
    return _latest(passed)


def why_held(
    steps: Sequence[Step],
    day: date,
    made: Iterable[MadeReminder],
    today: date,
    expected_meeting_on: date | None = None,
) -> Held | None:
    """Return why a reply without a reminder today has none; None: it is not late."""
    if today <= day:
        return None
    if expected_meeting_on is not None and today <= expected_meeting_on:
        return Held.MEETING
    last = max((each.step for each in made), default=-MOST_DAYS - 1)
    is_left = any(each.days > last and not each.is_advance for each in steps)
    return Held.LATER if is_left else Held.NO_STEP


def _latest(passed: Sequence[Step]) -> DueStep | None:
    return DueStep(passed[-1], tuple(passed[:-1])) if passed else None


def _on(day: date, step: Step) -> date:
    return day + timedelta(days=step.days)


def due_action_step(day: date, made: Iterable[MadeReminder], today: date) -> DueStep | None:
    """Return the reminder of what is to be carried out by a day, None where there is none.

    It is made a week before the day and a week after it; who has never been reminded of the day is
    as soon as it has passed.
    """
    before, after = ACTION_STEPS
    if today > day + LONGEST_AFTER_ACTION:
        return None
    last = max((each.step for each in made), default=None)
    if today <= day:
        return DueStep(before) if last is None and _on(day, before) <= today else None
    if last is None:
        return DueStep(after)
    return DueStep(after) if last < after.days and _on(day, after) <= today else None


def unanswered(sent: Iterable[M], day: date) -> tuple[M, ...]:
    """Return the reminders that went out after the day and brought no reply, oldest first."""
    after = [
        each for each in sent if each.reminded_on > day and each.form is not ReminderForm.PRESIDIUM
    ]
    return tuple(sorted(after, key=lambda each: each.reminded_on))


def asks_for_presidium(
    made: Iterable[MadeReminder], sent: Iterable[MadeReminder], day: date, today: date
) -> bool:
    """Tell whether the council's presidium is the next step: two reminders brought no reply.

    The last of them must have had fourteen days to bring one.

    ``made`` is what has been made for the day, ``sent`` what of it has gone out; once a letter to
    the presidium has been made it is not proposed again.
    """
    if any(each.form is ReminderForm.PRESIDIUM for each in made):
        return False
    in_vain = unanswered(sent, day)
    return (
        len(in_vain) >= UNANSWERED_BEFORE_PRESIDIUM
        and today >= in_vain[-1].reminded_on + PATIENCE_BEFORE_PRESIDIUM
    )


@dataclass(frozen=True)
class Word:
    """What somebody has told of a recommendation: a progress report, or a verdict."""

    action_id: int | None
    """The action that it tells of; None: the whole."""
    told_on: date | None
    is_final: bool
    """Whether nothing more is to be waited for: done, will not be done, followed up to its end."""


def is_told(day: date, words: Iterable[Word], action_id: int | None = None) -> bool:
    """Tell whether enough is told of what is to be carried out by a day that nobody is reminded.

    A word of no day counts. ``action_id`` is the action whose day it is; None: the day was set on
    the recommendation itself.
    """
    about = [each for each in words if each.action_id in {None, action_id} or action_id is None]
    return any(
        each.is_final or each.told_on is None or each.told_on >= day - TELLS_OF_DAY
        for each in about
    )

"""Whether what was promised, or is to be done by a day, is still awaited; else how it ended.

A committee ends it by saying that it is done or will not be, the auditors by a verdict that nothing
remains or by closing it. The calendar, the list of what is due, the reminders, the checks and the
closing all ask here.
"""

from collections.abc import Iterable
from enum import StrEnum

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Outcome, Progress, Review, VerdictStep
from revtrack.domain.facts import ReportFacts
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.judged import is_overturned
from revtrack.domain.records import Action
from revtrack.domain.replies.progress import Said, is_fulfilled, latest_report
from revtrack.domain.states import ENDED_VERDICTS


class Ending(StrEnum):
    """How what is awaited no more has ended."""

    DONE = "done"
    WILL_NOT = "will_not"
    CLOSED = "closed"
    """No longer relevant, or followed in another recommendation."""


_TOLD = {Progress.DONE: Ending.DONE, Progress.WILL_NOT: Ending.WILL_NOT}
_OUTCOMES = {Outcome.IMPLEMENTED: Ending.DONE, Outcome.NOT_IMPLEMENTED: Ending.WILL_NOT}


def settled(
    outcome: Outcome | None, verdict: VerdictStep | None, *, is_reopened: bool
) -> Ending | None:
    """Return how the auditors have ended it; None: they have not, or have opened it again."""
    if outcome is not None:
        return _OUTCOMES.get(outcome, Ending.CLOSED)
    if verdict not in ENDED_VERDICTS or is_reopened:
        return None
    return Ending.DONE if verdict is VerdictStep.FULL else Ending.CLOSED


def told(said: Said) -> Ending | None:
    """Return how a committee says that a recommendation has ended; None: it does not."""
    return _TOLD.get(said.progress) if said.progress else None


def told_of_promise(said: Said, promised_in: int | None) -> Ending | None:
    """Return how what is said of a recommendation ends an action that was promised in a response.

    What a reply promises itself stands, though it says that nothing will be done.
    """
    return None if said.stands_against(promised_in) else told(said)


def told_of_action(case: AuditCase, line: AddresseeLine, action: Action) -> Ending | None:
    """Return how an action has ended by what the committee says of it; None: it has not.

    The auditors' own verdict and closing do not tell what became of an action.
    """
    return _known_of(action, case.progress_reports) or told_of_promise(
        said_of(line), action.response_id
    )


def _known_of(action: Action, reports: Iterable[ReportFacts]) -> Ending | None:
    """Return how a decision, an event or the latest accepted report on an action has ended it."""
    if is_fulfilled(action):
        return Ending.DONE
    report = latest_report(
        each for each in reports if each.action_id == action.id and each.review is Review.SUFFICIENT
    )
    return _TOLD.get(report.progress) if report else None


def ending_of_day(line: AddresseeLine) -> Ending | None:
    """Return how what is to be done by a day of the recommendation's own has ended."""
    return _settled(line) or told(said_of(line))


def ending_of_action(case: AuditCase, line: AddresseeLine, action: Action) -> Ending | None:
    """Return how an action promised on a recommendation has ended; None: it is awaited."""
    return _settled(line) or told_of_action(case, line, action)


def _settled(line: AddresseeLine) -> Ending | None:
    verdict = line.verdict.verdict if line.verdict else None
    return settled(line.addressee.outcome, verdict, is_reopened=is_overturned(line))


def said_of(line: AddresseeLine) -> Said:
    """Return what the committee of a line has said of it."""
    answer = line.answer
    return Said(
        line.progress,
        answer.progress if answer else None,
        answer.response_id if answer else None,
    )

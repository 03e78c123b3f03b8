"""What a committee has done of a recommendation, as it says itself and the auditors have accepted.

"Done" said by a committee is not "done": nothing here is a verdict.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from revtrack.domain.codes import Progress, Review
from revtrack.domain.days.dates import last_day
from revtrack.domain.facts import ActionFacts, ReportFacts

R = TypeVar("R", bound=ReportFacts)

ENDED = frozenset({Progress.DONE, Progress.WILL_NOT})
"""What a committee says when nothing more is to be waited for."""


class Said(NamedTuple):
    """What a committee has said of a recommendation."""

    progress: Progress | None
    """How far it has come by the latest word."""
    answered: Progress | None
    """How far it had come by the reply."""
    response_id: int | None
    """The response that answers it."""

    def stands_against(self, promised_in: int | None) -> bool:
        """Tell whether an action stands, though the same reply says that nothing will be done.

        A later word that nothing will be done ends it.
        """
        return (
            self.progress is Progress.WILL_NOT
            and self.answered is self.progress
            and promised_in in {None, self.response_id}
        )


def reported_progress(
    answered: Progress | None,
    reports: Iterable[ReportFacts],
    actions: Iterable[ActionFacts] = (),
) -> Progress | None:
    """Return what the committee says it has done; None where it has not said.

    The latest word counts: an accepted report on the whole, or what is known of the actions, once
    anything is. Else it is ``answered``, what the reply says; where that is silent, what its
    actions promise. ``actions`` are those of a recommendation that has been answered.
    """
    accepted = [each for each in reports if each.review is Review.SUFFICIENT]
    promised = list(actions)
    if not accepted and not promised:
        return answered
    own = {action.id for action in promised}
    whole = latest_report(each for each in accepted if each.action_id not in own)
    steps = [_step_of(each, accepted) for each in promised]
    known = [since for _, since in steps if since is not None]
    if whole is not None and (whole.reported_on or date.min) >= max(known, default=date.min):
        return whole.progress
    if known or answered is None:
        return _together([step for step, _ in steps])
    return answered


def is_fulfilled(action: ActionFacts) -> bool:
    """Tell whether a decision or an event is known by which an action was carried out."""
    return any((action.fulfilled_by, action.fulfilled_paragraph, action.fulfilled_on))


def planned_completion(days: Iterable[str | None]) -> str | None:
    """Return the latest of the days by which actions are promised; None where none is stated."""
    return max((day for day in days if day), key=last_day, default=None)


def latest_report(reports: Iterable[R]) -> R | None:
    """Return the report that was made last; None where there is none."""
    return max(reports, key=lambda each: (each.reported_on or date.min, each.id), default=None)


def _step_of(action: ActionFacts, accepted: Iterable[ReportFacts]) -> tuple[Progress, date | None]:
    """Return how far an action has come, and since when that is known; None: only promised."""
    report = latest_report(each for each in accepted if each.action_id == action.id)
    if is_fulfilled(action):
        days = (action.fulfilled_on, report.reported_on if report else None)
        return Progress.DONE, max((day for day in days if day), default=date.min)
    if report is not None:
        return report.progress, report.reported_on or date.min
    return Progress.PLANNED, None


def _together(steps: Sequence[Progress]) -> Progress | None:
    """Return how far several actions have come: all as far, else under way once any has begun."""
    if len(set(steps)) <= 1:
        return steps[0] if steps else None
    begun = {Progress.DONE, Progress.UNDER_WAY} & set(steps)
    return Progress.UNDER_WAY if begun else Progress.PLANNED

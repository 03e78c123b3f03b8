"""What is to be carried out and is late: the same as the list of actions that are due tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from revtrack.domain.checks.actions import passed_promises
from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import Severity
from revtrack.domain.days.dates import last_day
from revtrack.domain.errors import NN_
from revtrack.domain.follow_up import AddresseeLine, followed_apart
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.awaited import ending_of_action, ending_of_day
from revtrack.domain.records import Action, Committee, Recommendation

ACTION_OVERDUE = Trouble(
    "action_overdue",
    Severity.WARNING,
    NN_(
        "The action on {numbers} was to be carried out by {due}, {count} day ago, and {body} has "
        "not told that it is: {texts}. Ask how far it has come.",
        "The action on {numbers} was to be carried out by {due}, {count} days ago, and {body} has "
        "not told that it is: {texts}. Ask how far it has come.",
    ),
    IN_REPLIES,
)


@dataclass(frozen=True)
class _Promise:
    """Something late of a recommendation to a committee."""

    line: AddresseeLine
    due: str
    action: Action | None
    """None: the day is set on the recommendation itself."""

    @property
    def what(self) -> tuple[str, int]:
        """What tells one promise from another: an action, or the recommendation's own day."""
        return ("action", self.action.id) if self.action else ("own", self.line.addressee.id)

    @property
    def text(self) -> str:
        """What is to be carried out."""
        each = self.line.recommendation
        if self.action:
            return self.action.text
        return each.heading or each.letter_text or each.report_text or ""


def action_overdue(inspection: Inspection) -> Iterator[Problem]:
    """Find what was to be carried out by a day that has passed and is not said to be done.

    What one committee is late with is told once, at the first recommendation it answers to; what
    was promised for a time before the reply was due is told of as such.
    """
    found: dict[tuple[str, int, int], list[_Promise]] = {}
    for promise in _late(inspection):
        found.setdefault((*promise.what, promise.line.committee.id), []).append(promise)
    by_place: dict[tuple[Committee, Recommendation], list[_Promise]] = {}
    for promises in found.values():
        first = promises[0].line
        by_place.setdefault((first.committee, first.recommendation), []).extend(promises)
    for (committee, recommendation), promises in by_place.items():
        yield _problem(inspection, committee, recommendation, promises)


def _late(inspection: Inspection) -> Iterator[_Promise]:
    told = {(line.addressee.id, action.id) for line, action in passed_promises(inspection)}
    for line in followed_apart(inspection.addressee_lines):
        if not line.addressee.asked:
            continue
        own = line.addressee.due
        if own and last_day(own) < inspection.today and ending_of_day(line) is None:
            yield _Promise(line, own, None)
        for action in line.actions:
            if not action.due or last_day(action.due) >= inspection.today:
                continue
            is_told = (line.whole_id or line.addressee.id, action.id) in told
            if not is_told and ending_of_action(inspection.case, line, action) is None:
                yield _Promise(line, action.due, action)


def _problem(
    inspection: Inspection,
    committee: Committee,
    recommendation: Recommendation,
    promises: list[_Promise],
) -> Problem:
    first = min(promises, key=lambda each: last_day(each.due))
    answers = responsible_committee(inspection.case, first.line.addressee, inspection.today)
    problem = inspection.problem(
        ACTION_OVERDUE,
        committee,
        recommendation,
        body=answers.name,
        due=first.due,
        count=(inspection.today - last_day(first.due)).days,
        numbers=tuple(dict.fromkeys(each.line.number for each in promises)),
        texts="; ".join(dict.fromkeys(each.text for each in promises)),
    )
    newest = max((each.action for each in promises if each.action), key=_id_of, default=None)
    return replace(problem, rests_on=newest.uid) if newest else problem


def _id_of(action: Action) -> int:
    return action.id


CHECKS: tuple[Check, ...] = (action_overdue,)

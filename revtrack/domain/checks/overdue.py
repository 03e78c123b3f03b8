"""What is to be carried out and is late: the same as the list of actions that are due tells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from revtrack.domain.checks.actions import passed_promises
from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import Progress, Review, Severity
from revtrack.domain.errors import NN_
from revtrack.domain.follow_up import followed_apart
from revtrack.domain.names.succession import responsible_committee
from revtrack.domain.outcome.promised import Promise, latest_word, promises_of
from revtrack.domain.records import Action, Committee, ProgressReport, Recommendation
from revtrack.domain.replies.progress import ENDED

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
ACTION_UNDER_WAY = replace(
    ACTION_OVERDUE,
    message=NN_(
        "The action on {numbers} was to be carried out by {due}, {count} day ago, and "
        "{body} has told how far it has come ({reported_on}), but not that it is done: {texts}. "
        "Ask what remains.",
        "The action on {numbers} was to be carried out by {due}, {count} days ago, and "
        "{body} has told how far it has come ({reported_on}), but not that it is done: {texts}. "
        "Ask what remains.",
    ),
)
ACTION_NOT_STARTED = replace(
    ACTION_OVERDUE,
    message=NN_(
        "The action on {numbers} was to be carried out by {due}, {count} day ago, and "
        "{body} has told that it has not been started ({reported_on}): {texts}. Ask why, and when "
        "it will be done.",
        "The action on {numbers} was to be carried out by {due}, {count} days ago, and "
        "{body} has told that it has not been started ({reported_on}): {texts}. Ask why, and when "
        "it will be done.",
    ),
)
ACTION_TO_JUDGE = replace(
    ACTION_OVERDUE,
    message=NN_(
        "The action on {numbers} was to be carried out by {due}, {count} day ago, and "
        "{body} has told how it ended ({reported_on}), which nobody has judged: {texts}. Judge the "
        "report.",
        "The action on {numbers} was to be carried out by {due}, {count} days ago, and "
        "{body} has told how it ended ({reported_on}), which nobody has judged: {texts}. Judge the "
        "report.",
    ),
)

ACTION_SUPPLEMENT_AWAITED = replace(
    ACTION_OVERDUE,
    message=NN_(
        "The action on {numbers} was to be carried out by {due}, {count} day ago, and "
        "{body} has told how it ended ({reported_on}), but owes what you have asked for besides: "
        "{texts}. Ask for it again.",
        "The action on {numbers} was to be carried out by {due}, {count} days ago, and "
        "{body} has told how it ended ({reported_on}), but owes what you have asked for besides: "
        "{texts}. Ask for it again.",
    ),
)


def action_overdue(inspection: Inspection) -> Iterator[Problem]:
    """Find what was to be carried out by a day that has passed and is not said to be done.

    What one committee is late with is told once, at the first recommendation it answers to; what
    was promised for a time before the reply was due is told of as such.
    """
    found: dict[tuple[str, int, int], list[Promise]] = {}
    for promise in _late(inspection):
        found.setdefault((*_key(promise), promise.line.committee.id), []).append(promise)
    by_place: dict[tuple[Committee, Recommendation], list[Promise]] = {}
    for promises in found.values():
        first = promises[0].line
        by_place.setdefault((first.committee, first.recommendation), []).extend(promises)
    for (committee, recommendation), promises in by_place.items():
        yield _problem(inspection, committee, recommendation, promises)


def _late(inspection: Inspection) -> Iterator[Promise]:
    told = {(line.addressee.id, action.id) for line, action in passed_promises(inspection)}
    for line in followed_apart(inspection.addressee_lines):
        for promise in promises_of(inspection.case, line):
            number = promise.action.id if promise.action else 0
            is_told = (line.whole_id or line.addressee.id, number) in told
            if promise.is_late(inspection.today) and not is_told:
                yield promise


def _key(promise: Promise) -> tuple[str, int]:
    """Return what tells one promise from another: an action, or the recommendation's own day."""
    own = promise.line.addressee.id
    return ("action", promise.action.id) if promise.action else ("own", own)


def _text(promise: Promise) -> str:
    """Return what is to be carried out."""
    each = promise.line.recommendation
    if promise.action:
        return promise.action.text
    return each.heading or each.letter_text or each.report_text or ""


def _problem(
    inspection: Inspection,
    committee: Committee,
    recommendation: Recommendation,
    promises: list[Promise],
) -> Problem:
    first = min(promises, key=lambda each: each.due_on)
    answers = responsible_committee(inspection.case, first.line.addressee, inspection.today)
    words = [latest_word(inspection.case, each.line, each.action) for each in promises]
    days = [word.reported_on for word in words if word is not None and word.reported_on]
    told: dict[str, Any] = {"reported_on": max(days)} if days else {}
    problem = inspection.problem(
        _trouble(words),
        committee,
        recommendation,
        body=answers.name,
        due=first.due,
        count=(inspection.today - first.due_on).days,
        numbers=tuple(dict.fromkeys(each.line.number for each in promises)),
        texts="; ".join(dict.fromkeys(map(_text, promises))),
        **told,
    )
    newest = max((each.action for each in promises if each.action), key=_id_of, default=None)
    return replace(problem, rests_on=newest.uid) if newest else problem


def _trouble(words: Sequence[ProgressReport | None]) -> Trouble:
    """Return what is said: nothing told, not started, under way, or how it ended."""
    told = [word for word in words if word is not None and word.reported_on]
    if len(told) < len(words):
        return ACTION_OVERDUE
    if all(word.progress in ENDED for word in told):
        awaits_more = any(word.review is Review.SUPPLEMENT_REQUESTED for word in told)
        return ACTION_SUPPLEMENT_AWAITED if awaits_more else ACTION_TO_JUDGE
    if all(word.progress is Progress.NOT_STARTED for word in told):
        return ACTION_NOT_STARTED
    return ACTION_UNDER_WAY


def _id_of(action: Action) -> int:
    return action.id


CHECKS: tuple[Check, ...] = (action_overdue,)

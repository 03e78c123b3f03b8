"""What the committees promise: agreement without action, actions without day, days gone by."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.checks.questions import NEGATIVE
from revtrack.domain.codes import Position, Progress, RecommendationKind, Review, Severity
from revtrack.domain.days.dates import last_day
from revtrack.domain.errors import N_, NN_
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.awaited import told_of_action
from revtrack.domain.records import Action, Answer
from revtrack.domain.texts.prose import clean_line

AGREES_WITHOUT_ACTION = Trouble(
    "agrees_without_action",
    Severity.WARNING,
    N_(
        "{committee} agrees to {number}, but says neither what it will do nor what it has done. "
        "Ask for a supplement, or judge the answer to be enough."
    ),
    IN_REPLIES,
)
AGREES_PARTLY_WITHOUT_ACTION = replace(
    AGREES_WITHOUT_ACTION,
    message=N_(
        "{committee} agrees in part to {number}, but says neither what it will do nor what it has "
        "done. Ask for a supplement, or judge the answer to be enough."
    ),
)
ACTION_WITHOUT_DAY = Trouble(
    "action_without_day",
    Severity.WARNING,
    NN_(
        "{committee} gives no day for what it promises on {numbers}. Ask by when.",
        "{committee} gives no days for what it promises on {numbers}. Ask by when.",
    ),
    IN_REPLIES,
)
ACTION_WITHOUT_RESPONSIBLE = Trouble(
    "action_without_responsible",
    Severity.NOTICE,
    NN_(
        "{committee} names nobody who answers for its action on {numbers}.",
        "{committee} names nobody who answers for its actions on {numbers}.",
    ),
    IN_REPLIES,
)
IMPLIED_ACTION = Trouble(
    "implied_action",
    Severity.NOTICE,
    N_(
        "The reply of {committee} takes no position on {number}, but hints at an action without "
        "a day or a decision. Ask whether it is one."
    ),
    IN_REPLIES,
)
ACTION_AGAINST_ANSWER = Trouble(
    "action_against_answer",
    Severity.NOTICE,
    N_(
        "{committee} does not agree to {number}, or says that nothing will be done, and promises "
        "an action all the same. Ask which of them is meant."
    ),
    IN_REPLIES,
)
RELATIVE_DAY = Trouble(
    "relative_day",
    Severity.NOTICE,
    N_(
        "What {committee} promises on {number} is to be done “{words}”, but the reply has no day "
        "to count from. Ask for a day."
    ),
    IN_REPLIES,
)
PROMISE_PASSED = Trouble(
    "promise_passed",
    Severity.WARNING,
    N_(
        "{committee} promised to act on {number} by {due}, before its reply was due, and nothing "
        "tells that it did: {action}. Ask."
    ),
    IN_REPLIES,
)
MET_AGAINST_REPORT = Trouble(
    "met_against_report",
    Severity.NOTICE,
    N_(
        "{committee} says that {number} is met already, where the report's assessment was "
        "negative. Ask what shows it."
    ),
    IN_REPLIES,
)

AGREEING = {
    Position.AGREES: AGREES_WITHOUT_ACTION,
    Position.AGREES_PARTLY: AGREES_PARTLY_WITHOUT_ACTION,
}
WITHOUT_POSITION = frozenset({Position.NOT_ADDRESSED, Position.UNCLEAR})

_INTENT = re.compile(
    r"\b(?:kommer(?: nämnden| styrelsen| bolaget)? att|avser att|avser nämnden|planerar att"
    r"|har för avsikt|(?:under|i) året|(?:under )?innevarande år|ta(?:r)? del i arbetet"
    r"|arbete[t]? (?:har )?påbörja\w*)\b",
    re.IGNORECASE,
)
"""Words by which a text hints that something is to be done."""
_RELATIVE = re.compile(
    r"\b(?:under (?:inne\w+ |det kommande |nästa )?året?|innevarande år|i år|nästa år"
    r"|(?:efter|före|under|innan|till|i) (?:sommaren|hösten|våren|vintern|årsskiftet)"
    r"|nästa (?:kvartal|månad|halvår))\b(?!\s*\d)",
    re.IGNORECASE,
)
"""Times that are counted from the day on which they are said."""


def is_live(line: AddresseeLine) -> bool:
    """Tell whether an answer may still be asked about: asked, open and not followed up.

    That the auditors hold a reply to be enough keeps no promise and shows nothing.
    """
    is_open = line.addressee.outcome is None and line.verdict is None
    return line.addressee.asked is True and is_open


def _is_accepted(line: AddresseeLine) -> bool:
    return line.response is not None and line.response.review is Review.SUFFICIENT


def _live(inspection: Inspection) -> Iterator[tuple[AddresseeLine, Answer]]:
    for line in inspection.addressee_lines:
        if line.answer is not None and is_live(line):
            yield line, line.answer


def agrees_without_action(inspection: Inspection) -> Iterator[Problem]:
    """Find agreement that says neither what will be done nor what has been done.

    It is settled where the auditors hold the reply to be enough.
    """
    for line, _answer in _live(inspection):
        is_idle = line.progress in {None, Progress.NOT_STARTED} and not line.actions
        is_question = line.recommendation.kind is RecommendationKind.QUESTION
        trouble = AGREEING.get(line.position) if line.position else None
        if trouble and is_idle and not is_question and not _is_accepted(line):
            yield inspection.problem(trouble, line.committee, line.recommendation)


def _is_pending(inspection: Inspection, line: AddresseeLine, action: Action) -> bool:
    return told_of_action(inspection.case, line, action) is None


def vague_actions(inspection: Inspection) -> Iterator[Problem]:
    """Find promised actions without a day or without anybody who answers for them."""
    lines = [line for line, _answer in _live(inspection)]
    for committee in inspection.case.in_order(line.committee.id for line in lines):
        own = [
            (line.number, action)
            for line in lines
            if line.committee.id == committee.id
            for action in line.actions
            if _is_pending(inspection, line, action)
        ]
        undated = [(n, each) for n, each in own if each.due is None and not each.recurring]
        nobodys = [(n, each) for n, each in own if each.responsible is None]
        for trouble, found in (
            (ACTION_WITHOUT_DAY, undated),
            (ACTION_WITHOUT_RESPONSIBLE, nobodys),
        ):
            if found:
                yield inspection.problem(
                    trouble,
                    committee,
                    numbers=tuple(dict.fromkeys(number for number, _each in found)),
                    count=len({each.id for _number, each in found}),
                )


def implied_action(inspection: Inspection) -> Iterator[Problem]:
    """Find actions that an answer without a position hints at."""
    for line, answer in _live(inspection):
        if line.position not in WITHOUT_POSITION:
            continue
        if line.actions or _INTENT.search(answer.quote or ""):
            yield inspection.problem(IMPLIED_ACTION, line.committee, line.recommendation)


def action_against_answer(inspection: Inspection) -> Iterator[Problem]:
    """Find actions promised in the same reply that does not agree, or that says nothing comes."""
    for line, answer in _live(inspection):
        is_against = line.position is Position.DISAGREES or answer.progress is Progress.WILL_NOT
        promised = [each for each in line.actions if each.response_id in {None, answer.response_id}]
        if is_against and promised:
            yield inspection.problem(ACTION_AGAINST_ANSWER, line.committee, line.recommendation)


def relative_day(inspection: Inspection) -> Iterator[Problem]:
    """Find times such as "this year" in replies that have no day to count them from."""
    for line, answer in _live(inspection):
        response = line.response
        if response is None or response.decided_on or response.dated_on or response.received_on:
            continue
        said = [answer.quote or "", *(action.text for action in line.actions)]
        found = next(filter(None, map(_RELATIVE.search, said)), None)
        if found:
            yield inspection.problem(
                RELATIVE_DAY,
                line.committee,
                line.recommendation,
                words=clean_line(found[0]),
            )


def passed_promises(inspection: Inspection) -> Iterator[tuple[AddresseeLine, Action]]:
    """Give what was promised for a time before the reply was due, and is not told to be done."""
    for line, _answer in _live(inspection):
        due_on = line.reply_case.due_on if line.reply_case else None
        for action in line.actions:
            if due_on is None or action.due is None or action.recurring:
                continue
            is_past = last_day(action.due) < min(due_on, inspection.today)
            if is_past and _is_pending(inspection, line, action):
                yield line, action


def promise_passed(inspection: Inspection) -> Iterator[Problem]:
    """Find what was promised for a time before the reply was due, and is not told to be done."""
    for line, action in passed_promises(inspection):
        yield inspection.problem(
            PROMISE_PASSED,
            line.committee,
            line.recommendation,
            due=action.due,
            action=action.text,
        )


def met_against_report(inspection: Inspection) -> Iterator[Problem]:
    """Find what a committee says is met already, though the report assessed it as negative."""
    case = inspection.case
    for line, _answer in _live(inspection):
        negative = any(
            each.grade in NEGATIVE and line.committee in case.committees_assessed_by(each.id)
            for question in case.questions_of(line.recommendation.id)
            for each in case.assessments_of(question.id)
        )
        if line.position is Position.ALREADY_MET and negative:
            yield inspection.problem(MET_AGAINST_REPORT, line.committee, line.recommendation)


CHECKS: tuple[Check, ...] = (
    agrees_without_action,
    vague_actions,
    implied_action,
    action_against_answer,
    relative_day,
    promise_passed,
    met_against_report,
)

"""The signs by which an answer tells how far a measure has come, each under its name.

Each clause tells by its verb what stage it is about: something whole that is done, a step, what
is begun, lasting work, what is to be, what follows, how things stand. Some signs are words of a
sentence, others the order in which the stages are told; a stated position is a sign too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from revtrack.domain.codes import Position
from revtrack.domain.proposals.said import measure_times as times
from revtrack.domain.proposals.said import measure_verbs as verbs
from revtrack.domain.proposals.said import measure_words as words
from revtrack.domain.proposals.said.clause import Clause
from revtrack.domain.proposals.said.clause_signs import OF_IT, sign_of
from revtrack.domain.proposals.said.clause_words import SELVES
from revtrack.domain.proposals.said.clauses import clauses_of
from revtrack.domain.proposals.said.measure_course import AHEAD, PART, STAGE_OF, signs_of_course
from revtrack.domain.proposals.said.measure_sentences import signs_of_line, signs_of_words
from revtrack.domain.proposals.said.measure_subjects import (
    is_figure,
    is_long_ago,
    is_of_others,
    is_put_in_plan,
    is_view,
    stems_of,
)

_STANDING = frozenset(("stands", "acts", "acts_passive", "stands_by_now", "habit", "stands_habit"))
_ENDED = frozenset(("done", "past", "ended_past", "ended_done"))
_DATED_PLAN = frozenset(("plan_dated", "plan_ahead"))
_SINCE = frozenset(("since_passive", "since_habit", "since_active"))
_LONG_AGO = frozenset(("long_past", "old_past"))
_UNDATED = frozenset(("acts_passive", "takes_time_passive", "makes"))
"""What a present tells behind a time ahead: "i maj tas en plan fram och rutinen ses över"."""
_SINCE_THEN = _SINCE | {"stands_since"}
"""Signs of what is so since some day, which in partial agreement is the part that is done."""
_PUT = frozenset(("stands", "stands_ahead", "stands_today", "made", "done", "stands_by_now"))
_BUT_NOT = re.compile(
    r"\bmen (?:(?!att\b)[\w-]+ ){0,4}?(?:ännu|fortfarande)\b|\bmen (?:har |är )?inte\b",
    re.IGNORECASE,
)
"""Words of what is still left of something done."""
_END = 25
"""In so many letters a sentence ends by saying when."""
_REST_NOT = re.compile(
    r"\binte (?:med|klar\w*|färdig\w*|ansluten|anslutna) (?:än|ännu)\b"
    r"|\b(?:ännu|fortfarande) inte (?:med|klar|färdig|ansluten|anslutna|omfatta)",
    re.IGNORECASE,
)
"""Words of what is not yet so, which behind what is done is the rest of it."""
_UPON = re.compile(
    r"\b(?:när|så snart|först när|sedan)(?! det gäller) (?:[\w-]+ ){1,6}?"
    r"(?:(?:har|är) [\w-]+|trätt|börjat|löper ut|träder|tillträder)\b",
    re.IGNORECASE,
)
"""Words of what has to happen first."""
_PARTLY = frozenset(("plan", "plan_ahead", "ordered", "line_goes_on", "line_planned"))
"""Signs that tell of more beside partial agreement."""


def signs_of(
    said: Sequence[str], position: Position | None, asked: str = "", day: date | None = None
) -> frozenset[str]:
    """Return the signs that the sentences of an answer show, and the position that it states.

    ``asked`` is what was recommended: what else would be a step is all that it asks for. ``day``
    is the paper's own.
    """
    found = {f"position_{position or 'none'}"}
    course: list[str] = []
    asked_for = stems_of(asked)
    before: list[str] = []
    for sentence in said:
        if words.OF_REPLY.search(sentence):
            continue
        clauses = clauses_of(sentence)
        told = [*_told(sentence, asked, day)]
        shown = signs_of_words(sentence, clauses, [sign for _, sign in told], is_done=bool(before))
        if words.DECIDED_SO.search(sentence) and clauses:
            shown -= {"decides_to"}
            told = [each for each in told if STAGE_OF.get(each[1]) not in AHEAD]
            told.append((clauses[0], "ended_past"))
        if before and "not_begun" in shown and _REST_NOT.search(sentence):
            shown = shown - {"not_begun", "not_yet"} | {"partly_done"}
        if _BUT_NOT.search(sentence) and any(STAGE_OF.get(sign) == "done" for _, sign in told):
            shown = shown - {"not_begun"} | {"partly_done"}
            told = [(each, sign) for each, sign in told if not sign.endswith("_denied")]
        found.update(shown, _signs_of_rest(told, is_done=bool(before)))
        found.update(f"which_{sign}" if each.opener == "which" else sign for each, sign in told)
        stages = [STAGE_OF[sign] for each, sign in told if _is_stage(each, sign)]
        if "partly_done" in shown:
            stages = [PART if each == "done" else each for each in stages]
        course += stages
        found.update(_signs_of_matter(told, asked_for, before, day))
        if "goes_on" in shown:
            course.append("lasting")
        if not clauses:
            found.update(signs_of_line(sentence))
    found.update(signs_of_course(course))
    if position is Position.AGREES_PARTLY:
        found |= {"partly_since"} if _SINCE_THEN & found else set()
        partly = _PARTLY & found | {f"{each}_stage" for each in course}
        found.update(f"partly_{each}" for each in partly)
    return frozenset(found)


def _signs_of_matter(
    told: Sequence[tuple[Clause, str]],
    asked_for: frozenset[str],
    before: list[str],
    day: date | None,
) -> Iterator[str]:
    """Give what each stage is about: what was asked for, or the same as what was told before."""
    for each, sign in told:
        stage = STAGE_OF.get(sign, "stands" if sign in _STANDING else "")
        if stage and any(stem in each.text for stem in asked_for):
            yield f"asked_{stage}"
        if stage in AHEAD and day and times.latest_year(each.text) > day.year:
            yield f"coming_{stage}"
        if stage in AHEAD and before:
            yield _after(each, before)
        if stage in {"done", "so_now", "step"}:
            before.append(f"{each.topic} {each.text}")


def _after(clause: Clause, before: Sequence[str]) -> str:
    """Return whether what is to be is what is done already, which it follows, or is left."""
    if words.REST.search(clause.text):
        return "then_rest"
    topic = clause.topic if not clause.text.startswith((clause.by or "?", clause.verb)) else ""
    first = topic.split()[:1]
    if not first or OF_IT.match(first[0]):
        return "then_same"
    if any(stem in text for text in before for stem in stems_of(topic)):
        return "then_like"
    return "then_other"


def _by_day(clause: Clause, sign: str, day: date | None) -> str:
    """Return the sign of a clause where its year or its day tells another: what is long ago."""
    if is_long_ago(clause.text, day) and not times.SINCE.search(clause.text):
        return "long_past" if STAGE_OF.get(sign) in {"done", "step"} else sign
    is_dated = clause.opener == "which" and sign in _ENDED and times.DATED.search(clause.text)
    return "dated_past" if is_dated else sign


@lru_cache(maxsize=4_096)
def _told(sentence: str, asked: str, day: date | None) -> tuple[tuple[Clause, str], ...]:
    """Return the clauses of a sentence that tell something of a measure, each with its sign.

    A sentence is asked by itself, and anew with each that is added to what is said beside it.
    """
    return tuple(_told_by_clauses(clauses_of(sentence), sentence, asked, day))


def _told_by_clauses(
    clauses: Sequence[Clause], sentence: str, asked: str, day: date | None
) -> Iterator[tuple[Clause, str]]:
    is_order = words.ORDERS.search(sentence) is not None
    in_sentence = _signs_in_sentence(sentence, day)
    is_others, last = False, ""
    for clause in clauses:
        if not clause.opener and not _goes_on(clause):
            is_others = is_of_others(clause)
        is_booked = verbs.BOOKS.match(clause.verb) is not None
        if not is_booked and (is_others or is_of_others(clause) or is_figure(clause)):
            yield clause, _sign_of_state(clause, asked)
            continue
        if is_view(clause):
            continue
        is_own = clause.opener == "which" and clause.tense == "to_be"
        is_own = is_own and any(map(SELVES.match, clause.text.split()))
        each = replace(clause, opener="") if is_own else clause
        is_decided = last == "decided_to" and each.opener == "that" and each.tense == "now"
        sign = "plan" if is_decided else sign_of(each, asked.casefold())
        sign = _by_day(each, _in_whole(each, sign, sentence), day)
        sign = in_sentence.get(sign, sign)
        if is_order and each.verb in verbs.GIVEN:
            sign = "ordered"
        if (STAGE_OF.get(sign) in AHEAD or sign == "habit") and words.REST.search(each.text):
            sign = "rest_to_do"
        sign = _timed_as(each, sign, last)
        if sign in _UNDATED and _hangs_on(each, sentence):
            sign = "plan_ahead"
        if sign:
            yield each, sign
            last = sign


def _sign_of_state(clause: Clause, asked: str) -> str:
    """Return the sign of how things stand: with how large a part of what was asked, or else."""
    if not is_figure(clause):
        return "of_others"
    is_share = clause.tense == "now" and words.SHARE.search(clause.text) is not None
    is_asked = is_share and any(stem in clause.text for stem in stems_of(asked))
    return "share" if is_asked else "figure"


def _signs_in_sentence(sentence: str, day: date | None) -> dict[str, str]:
    """Return the signs that are others in a sentence that tells of a plan, a time, months.

    The sentence is asked once, however many its clauses are.
    """
    others = dict.fromkeys(_PUT, "put_in_plan") if is_put_in_plan(sentence, day) else {}
    if times.FROM_FIRST.match(sentence):
        others["norm"] = "plan_shall"
    if times.MONTHS_APART.search(sentence):
        others |= dict.fromkeys(_DATED_PLAN, "habit")
    return others


def _timed_as(clause: Clause, sign: str, last: str) -> str:
    """Return the sign of a clause that tells no time, by the one before it or by its pace."""
    if last in _LONG_AGO and STAGE_OF.get(sign) == "done" and _goes_on(clause):
        return last
    is_led = sign in {"takes_time", "acts"} and clause.text.startswith(clause.verb)
    if (sign not in _UNDATED and not is_led) or clause.opener:
        return sign
    if last in _DATED_PLAN or last in _SINCE:
        return last
    return "lasts" if times.GRADUAL.search(clause.text) else sign


def _in_whole(clause: Clause, sign: str, sentence: str) -> str:
    """Return the sign of a clause where the whole sentence says when, or that it is a follow-up."""
    if sign == "lasts" and verbs.WRITES.match(clause.verb) and _is_due(sentence):
        return "plan_dated"
    is_follow = sign == "decided_to" and verbs.FOLLOWS.search(clause.text)
    return "follow" if is_follow else sign


def _is_due(sentence: str) -> bool:
    """Tell whether a sentence ends by saying when, and not since when or now."""
    if times.SINCE.search(sentence) or times.NOW.search(sentence):
        return False
    return bool(times.DATED.search(sentence.rstrip(".")[-_END:]))


def _hangs_on(clause: Clause, sentence: str) -> bool:
    """Tell whether what a clause tells of is to be when something else has happened."""
    when = _UPON.search(sentence)
    return when is not None and clause.verb in sentence[: when.start()].casefold()


def _goes_on(clause: Clause) -> bool:
    """Tell whether a clause has its subject from the one before: "… och skärptes i december"."""
    return clause.text.startswith(clause.verb) or clause.text.startswith(clause.by or clause.verb)


def _is_stage(clause: Clause, sign: str) -> bool:
    return clause.opener != "which" and sign in STAGE_OF


def _signs_of_rest(told: Sequence[tuple[Clause, str]], *, is_done: bool) -> Iterator[str]:
    """Give what is told of the rest: that it is done too, or is left.

    What goes on bit by bit behind something that ``is_done`` is the rest of it.
    """
    for each, sign in told:
        stage = STAGE_OF.get(sign)
        is_rest = is_done and stage in {None, "plan"} and bool(times.GRADUAL.search(each.text))
        is_rest = is_rest or (is_done and sign in {"made_denied", "done_denied"})
        is_done = is_done or stage in {"done", "so_now"}
        if is_done and sign == "rest_to_do":
            yield "others_left"
        if is_rest or words.REST.search(each.text):
            kept = "rest_left" if is_done else "rest_alone"
            yield "rest_done" if stage == "done" and "inte" not in each.text else kept

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
from revtrack.domain.proposals.said import measure_words as words
from revtrack.domain.proposals.said.clause_words import SELVES
from revtrack.domain.proposals.said.clauses import Clause, clauses_of
from revtrack.domain.proposals.said.measure_course import AHEAD, PART, STAGE_OF, signs_of_course
from revtrack.domain.proposals.said.measure_forms import is_infinitive, is_participle
from revtrack.domain.proposals.said.measure_refusals import KEEPS, WILL_NOT
from revtrack.domain.proposals.said.measure_subjects import (
    is_figure,
    is_long_ago,
    is_of_others,
    is_put_in_plan,
    is_view,
    stems_of,
)
from revtrack.domain.texts.likeness import content_stems

_ASIDE = frozenset(("when", "why", "what", "held", "if", "purpose"))
"""What a clause within another may tell that is no measure."""
_SAID = {
    "goes_on": words.GOES_ON,
    "orders": words.ORDERS,
    "decides_to": words.DECIDES_TO,
    "due": words.DUE,
    "by_others": words.BY_OTHERS,
    "by_whom": words.BY_WHOM,
    "lacks": words.LACKS,
    "concludes": words.CONCLUDES,
    "not_begun": words.NOT_BEGUN,
    "got_and_starts": words.GOT_AND_STARTS,
    "partly_done": words.PARTLY_DONE,
    "gradual": times.GRADUAL,
    "will_not": WILL_NOT,
    "keeps": KEEPS,
    "leaves": words.LEAVES,
    "in_place": words.IN_PLACE,
    "ahead": times.AHEAD,
    "at_present": times.NOW,
}
"""Signs that are words of a sentence."""
_LINES = (
    ("line_not_begun", words.LINE_NOT_BEGUN),
    ("line_refused", words.LINE_REFUSED),
    ("line_done", words.LINE_DONE),
    ("line_goes_on", words.LINE_GOES_ON),
    ("line_planned", words.LINE_PLANNED),
)
_TIMES = (
    ("ahead", times.AHEAD),
    ("habit", times.HABIT),
    ("today", times.TODAY),
    ("plan_dated", times.DATED),
)
"""What a present tells by its time."""
_PAST = frozenset(("done", "made", "past"))
_TOLD = _PAST | {"now"}
_LONGEST_LINE, _LONGEST_MADE = 12, 8
"""In words, of a line without a verb that tells how far a measure has come."""
_OF_IT = re.compile(r"\b(?:den|det|de|dessa|sådana?)\b(?! \d)")
"""Words of what was told of before."""
_STANDING = frozenset(("stands", "acts", "acts_passive", "stands_by_now", "habit", "stands_habit"))
_ENOUGH_SHARED = 0.5
"""So much of what was asked a sentence must have to tell that it is so."""
_COME_TO = frozenset(("done", "step", "so_now", "lasting"))
"""Stages that something may have come to in part."""
_ENDED = frozenset(("done", "past", "ended_past", "ended_done"))
_DATED_PLAN = frozenset(("plan_dated", "plan_ahead"))
_SINCE = frozenset(("since_passive", "since_habit", "since_active"))
_LONG_AGO = frozenset(("long_past", "old_past"))
_UNDATED = frozenset(("acts_passive", "takes_time_passive", "makes"))
"""What a present tells behind a time ahead: "i maj tas en plan fram och rutinen ses över"."""
_SINCE_THEN = _SINCE | {"stands_since"}
"""Signs of what is so since some day, which in partial agreement is the part that is done."""
_PUT = frozenset(("stands", "stands_ahead", "stands_today", "made", "done", "stands_by_now"))
_PARTLY = frozenset(("plan", "plan_ahead", "ordered", "line_goes_on", "line_planned"))
"""Signs that tell of more beside partial agreement."""
_STEM = 5
"""So many letters tell whether a step is what was recommended: "kartlägga", "kartläggning"."""


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
        told = [*_told(clauses, sentence, asked, day)]
        shown = _shown_with(_shown(sentence), [sign for _, sign in told], bool(clauses))
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
            found.update(_signs_of_line(sentence))
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
    if not first or _OF_IT.match(first[0]):
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


def _shown_with(shown: frozenset[str], told: Sequence[str], has_clauses: bool) -> frozenset[str]:
    """Return the signs that are words of a sentence, as far as its clauses let them count."""
    if not has_clauses:
        return shown
    stages = {STAGE_OF.get(each) for each in told} - {None}
    if not stages and set(told) & {"of_others", "figure"}:
        return frozenset()
    return shown if stages & _COME_TO else shown - {"partly_done"}


def _told(
    clauses: Sequence[Clause], sentence: str, asked: str, day: date | None
) -> Iterator[tuple[Clause, str]]:
    """Give the clauses that tell something of a measure, each with its sign."""
    is_order = words.ORDERS.search(sentence) is not None
    is_others, last = False, ""
    for clause in clauses:
        if not clause.opener and not _goes_on(clause):
            is_others = is_of_others(clause)
        if is_others or is_of_others(clause) or is_figure(clause):
            yield clause, "figure" if is_figure(clause) else "of_others"
            continue
        if is_view(clause):
            continue
        is_own = clause.opener == "which" and clause.tense == "to_be"
        is_own = is_own and any(map(SELVES.match, clause.text.split()))
        each = replace(clause, opener="") if is_own else clause
        sign = _sign_of(each, asked.casefold())
        sign = _by_day(each, sign, day)
        if is_put_in_plan(sentence, day) and sign in _PUT:
            sign = "put_in_plan"
        if is_order and each.verb in words.GIVEN:
            sign = "ordered"
        if (STAGE_OF.get(sign) in AHEAD or sign == "habit") and words.REST.search(each.text):
            sign = "rest_to_do"
        sign = _timed_as(each, sign, last)
        if sign:
            yield each, sign
            last = sign


def _timed_as(clause: Clause, sign: str, last: str) -> str:
    """Return the sign of a clause that tells no time, by the one before it or by its pace."""
    if last in _LONG_AGO and STAGE_OF.get(sign) == "done" and _goes_on(clause):
        return last
    if sign not in _UNDATED or clause.opener:
        return sign
    if last in _DATED_PLAN or last in _SINCE:
        return last
    return "lasts" if times.GRADUAL.search(clause.text) else sign


def _goes_on(clause: Clause) -> bool:
    """Tell whether a clause has its subject from the one before: "… och skärptes i december"."""
    return clause.text.startswith(clause.verb) or clause.text.startswith(clause.by or clause.verb)


@lru_cache(maxsize=4_096)
def _shown(sentence: str) -> frozenset[str]:
    """Return the signs that are words of a sentence, outside what tells when something is.

    A paper's sentences are asked about several times, by themselves and with those beside them.
    """
    main = words.WITHIN.sub("", sentence)
    shown = frozenset(name for name, shape in _SAID.items() if shape.search(main))
    if times.ONCE.search(sentence):
        shown |= {"once"}
    return shown - {"partly_done", "goes_on", "in_place"} if "not_begun" in shown else shown


def _is_stage(clause: Clause, sign: str) -> bool:
    return clause.opener != "which" and sign in STAGE_OF


def _is_stood(clause: Clause, sign: str) -> bool:
    return clause.opener != "which" and sign in _STANDING


def _shares(sentence: str, asked: str) -> bool:
    """Tell whether a sentence has most of the words of what was recommended."""
    of_asked = content_stems(asked)
    shared = of_asked & content_stems(sentence)
    return len(shared) > 1 and len(shared) >= _ENOUGH_SHARED * len(of_asked)


# ---- one clause ----------------------------------------------------------------------------------


def _sign_of(clause: Clause, asked: str) -> str:
    """Return what a clause tells of a measure; empty where it is about something else."""
    tense, text = clause.tense, clause.text
    if clause.opener in _ASIDE or clause.verb in words.HOLDS or WILL_NOT.search(text):
        return ""
    if clause.is_denied:
        return _sign_of_denied(clause)
    if (
        tense in {"past", "done"}
        and clause.verb.startswith("beslut")
        and words.DECIDES.search(asked)
    ):
        return f"ended_{tense}"
    if tense in _TOLD and words.ORDERS.search(text):
        return "ordered"
    if (tense in _TOLD or tense == "told") and words.DECIDES_TO.search(text):
        return "decided_to"
    return _sign_by_tense(clause, asked)


def _sign_by_tense(clause: Clause, asked: str) -> str:
    if clause.tense in _PAST:
        return _sign_of_past(clause, asked)
    if clause.tense == "to_be":
        return _sign_of_future(clause, asked)
    if clause.tense == "might" and clause.by == "kan" and times.SINCE.search(clause.text):
        return _sign_of_since(clause)
    if clause.tense == "told" and words.DRAFT.search(clause.topic):
        return "step"
    return _sign_of_present(clause) if clause.tense == "now" else clause.tense


def _sign_of_denied(clause: Clause) -> str:
    if words.BEGINS.match(clause.verb):
        return "begun_denied"
    if clause.tense == "now" and "längre" in clause.text.split():
        return "by_now"
    return "" if clause.tense == "might" else f"{clause.tense}_denied"


def _sign_of_past(clause: Clause, asked: str) -> str:
    tense, verb, text = clause.tense, clause.verb, clause.text
    if words.RECEIVES.match(verb) and words.TO_HEART.search(text):
        return "told"
    is_made = tense == "made" and not times.SINCE.search(text)
    is_lasting = words.LASTS.match(verb) is not None and not verb.endswith("ts")
    step = words.GROUNDWORK.search(clause.topic) or words.PREPARES.match(verb)
    if step is None and not verb.startswith("genomför"):
        step = words.BUYS.search(clause.topic)
    is_step = step is not None and not _is_asked(step[0], asked)
    if is_step and words.DRAFT.search(clause.topic) is None:
        deed = words.DEED.search(clause.topic)
        is_step = deed is None or not _is_asked(deed[0], asked)
    signs = (
        ("plan", words.BOOKS.match(verb) is not None),
        ("stood", verb == "hade"),
        ("ended_past", tense == "past" and _is_habit_begun(clause)),
        ("begun", words.BEGINS.match(verb) is not None or "i gång" in text),
        ("plan", is_made and words.READY.match(verb) and times.AHEAD.search(text) is not None),
        ("so_far", times.TODAY.search(text) is not None),
        ("old_past", tense != "done" and times.OF_OLD.search(text) is not None),
        ("lasted", is_lasting),
        ("step_past" if tense == "past" else "step", is_step),
        (f"ended_{tense}", words.FINISHES.match(verb) is not None),
    )
    return next((sign for sign, is_shown in signs if is_shown), tense)


def _is_habit_begun(clause: Clause) -> bool:
    """Tell whether regular work has begun, and so is done: "månatliga möten började i maj"."""
    return words.BEGINS.match(clause.verb) is not None and bool(times.OFTEN.search(clause.topic))


def _is_asked(word: str, asked: str) -> bool:
    """Tell whether a step is what was recommended: "har utretts" where it was to be inquired."""
    return word.casefold().replace("tt", "d")[:_STEM] in asked.replace("tt", "d")


def _sign_of_future(clause: Clause, asked: str) -> str:
    if clause.verb == "pågå" and clause.by != "kommer":
        return "lasts"
    if clause.by in {"ska", "skall"} and times.SINCE.search(clause.text):
        return "since_habit"
    follows = words.FOLLOWS.search(clause.text)
    kind = "follow" if follows and not _is_asked(follows[0], asked) else "plan"
    if clause.by not in {"ska", "skall"}:
        return kind
    if not is_infinitive(clause.verb) and not times.DATED.search(clause.text):
        return "might"
    is_timed = times.AHEAD.search(clause.text) or times.DATED.search(clause.text)
    is_being = clause.verb in words.BEING and not words.IN_PLACE.search(clause.text)
    is_being = is_being and not any(map(is_participle, clause.text.split()))
    if not is_timed and (is_being or "ska kunna" in clause.text):
        return "norm"
    return f"{kind}_{'shall' if is_timed else 'should'}"


def _sign_of_present(clause: Clause) -> str:  # noqa: PLR0911 - one sign for each kind of verb
    verb, text = clause.verb, clause.text
    is_now = times.NOW.search(text) is not None
    if times.BY_NOW.search(text) and not words.LASTS.match(verb):
        return "by_now"
    if words.STANDS.match(verb):
        if words.DRAFT.search(clause.topic):
            return "stands_step"
        return _sign_of_standing(text)
    if is_now and not times.HABIT.search(text):
        return "lasts_now"
    if times.SINCE.search(text) and not is_now:
        return _sign_of_since(clause)
    if words.LASTS.match(verb):
        is_ahead = words.WRITES.match(verb) and times.AHEAD.search(text)
        return "plan_ahead" if is_ahead else "lasts"
    if words.BECOMES.match(verb):
        return "becomes"
    return "begins" if words.BEGINS.match(verb) else _sign_by_time(clause)


def _sign_by_time(clause: Clause) -> str:
    """Return what a present tells by its time, or by its verb where it has none."""
    is_habit = times.HABIT.search(clause.text) is not None
    text = clause.text.replace("i samband med", "vid") if is_habit else clause.text
    shown = next((sign for sign, shape in _TIMES if shape.search(text)), "")
    if shown == "ahead":
        is_again = times.HABIT.search(clause.text) and _OF_IT.search(clause.text)
        follows = is_again or words.FOLLOWS.search(clause.text)
        return "follow_ahead" if follows else "plan_ahead"
    takes_time = words.TAKES_TIME.match(clause.verb) is not None
    takes_time = takes_time and not (clause.verb == "går" and "igenom" not in text)
    if shown or (words.MAKES.match(clause.verb) and not takes_time):
        return shown or "makes"
    kind = "takes_time" if takes_time else "acts"
    is_passive = clause.verb.endswith("s") and words.BY_WHOM.search(clause.text) is None
    return f"{kind}_passive" if is_passive else kind


def _sign_of_since(clause: Clause) -> str:
    """Return what a present tells of what is so since some time."""
    verb = clause.verb
    if times.LONG_SINCE.search(clause.text):
        return "since_long"
    if times.HABIT.search(clause.text) and "för att" not in clause.text:
        return "since_habit"
    is_going = verb == "går" and "igenom" not in clause.text.split()
    is_made = verb in {"tas", "tar"} and "fram" in clause.text.split()
    is_work = words.LASTS.match(verb) or words.TAKES_TIME.match(verb)
    if is_made or (is_work and not is_going):
        return "since_lasting"
    return "since_passive" if verb.endswith("s") else "since_active"


def _sign_of_standing(text: str) -> str:
    """Return what a present tells of what is so, or is there."""
    if times.SINCE.search(text):
        return "stands_since"
    if times.OF_OLD.search(text):
        return "old"
    if times.HABIT.search(text):
        return "stands_habit"
    if words.IN_PLACE.search(text) or times.NOW.search(text):
        return "stands_by_now"
    if times.AHEAD.search(text):
        return "stands_ahead"
    return "stands_today" if times.TODAY.search(text) else "stands"


def _signs_of_rest(told: Sequence[tuple[Clause, str]], *, is_done: bool) -> Iterator[str]:
    """Give what is told of the rest: that it is done too, or is left.

    What goes on bit by bit behind something that ``is_done`` is the rest of it.
    """
    for each, sign in told:
        stage = STAGE_OF.get(sign)
        is_rest = is_done and stage in {None, "plan"} and times.GRADUAL.search(each.text)
        is_done = is_done or stage == "done"
        if is_rest or words.REST.search(each.text):
            yield "rest_done" if STAGE_OF.get(sign) == "done" else "rest_left"


# ---- a line, and the order of stages -------------------------------------------------------------


def _signs_of_line(line: str) -> Iterator[str]:
    """Give what a line without a verb tells: "Klart", "Översyn av rutin, våren 2026"."""
    said = line.casefold().replace(",", " ").split()
    if len(said) > _LONGEST_LINE:
        return
    shown = next((name for name, shape in _LINES if shape.search(line)), None)
    if words.PARTLY_DONE.search(line) and words.REST.search(line):
        yield "rest_left"
    if shown:
        yield shown
    elif times.SINCE.search(line):
        yield "line_since"
    elif len(said) <= _LONGEST_MADE and any(map(is_participle, said)):
        yield "line_made"
    elif times.AHEAD.search(line) or times.DATED.search(line):
        yield "line_dated"

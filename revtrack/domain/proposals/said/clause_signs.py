"""The sign of one clause: what stage of a measure it tells of, by its verb and its time."""

import re

from revtrack.domain.proposals.said import measure_times as times
from revtrack.domain.proposals.said import measure_verbs as verbs
from revtrack.domain.proposals.said import measure_words as words
from revtrack.domain.proposals.said.clause import Clause
from revtrack.domain.proposals.said.measure_forms import is_infinitive, is_participle
from revtrack.domain.proposals.said.measure_refusals import WILL_NOT

_ASIDE = frozenset(("when", "why", "what", "held", "if", "purpose"))
"""What a clause within another may tell that is no measure."""
_TIMES = (
    ("ahead", times.AHEAD),
    ("habit", times.HABIT),
    ("today", times.TODAY),
    ("plan_dated", times.DATED),
)
"""What a present tells by its time."""
_PAST = frozenset(("done", "made", "past"))
"""Tenses of what has been done."""
_TOLD = _PAST | {"now"}
OF_IT = re.compile(r"\b(?:den|det|de|dessa|sådana?)\b(?! \d)")
"""Words of what was told of before."""
_STEM = 5
"""So many letters tell whether a step is what was recommended: "kartlägga", "kartläggning"."""


def sign_of(clause: Clause, asked: str) -> str:
    """Return what a clause tells of a measure; empty where it is about something else."""
    tense, text = clause.tense, clause.text
    is_aside = (
        clause.opener in _ASIDE
        or verbs.IS_HARD.search(text)
        or clause.verb in verbs.HOLDS | verbs.DEPENDS
    )
    if is_aside or WILL_NOT.search(text) or verbs.CHOOSES.search(text):
        return ""
    if clause.is_denied:
        is_rule = text.startswith("sedan ") and tense in {"now", "might"}
        return _sign_of_since(clause) if is_rule else _sign_of_denied(clause)
    return _sign_of_told(clause, asked)


def _sign_of_told(clause: Clause, asked: str) -> str:
    """Return what a clause tells that somebody does, is told to do, or has decided."""
    tense, text = clause.tense, clause.text
    is_decided = tense in {"past", "done"} and clause.verb.startswith("beslut")
    if is_decided and verbs.DECIDES.search(asked):
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
    if (
        clause.tense == "might"
        and clause.by in {"kan", "får", "måste"}
        and times.SINCE.search(clause.text)
    ):
        return _sign_of_since(clause)
    is_timed = times.AHEAD.search(clause.text) or times.DATED.search(clause.text)
    if clause.tense == "might" and clause.by == "får" and is_timed:
        return "plan_might"
    if clause.tense == "told" and verbs.DRAFT.search(clause.topic):
        return "step"
    return _sign_of_present(clause) if clause.tense == "now" else clause.tense


def _sign_of_denied(clause: Clause) -> str:
    if verbs.BEGINS.match(clause.verb):
        return "begun_denied"
    is_over = clause.tense == "now" and "längre" in clause.text.split()
    if is_over or (clause.tense == "done" and clause.text.startswith("sedan dess")):
        return "by_now"
    if clause.tense == "now" and clause.verb.endswith("s") and not verbs.NEEDED.match(clause.verb):
        return "left_out"
    return "" if clause.tense == "might" else f"{clause.tense}_denied"


def _sign_of_past(clause: Clause, asked: str) -> str:
    tense, verb, text = clause.tense, clause.verb, clause.text
    if verbs.RECEIVES.match(verb) and verbs.TO_HEART.search(text):
        return "told"
    is_made = tense == "made" and not times.SINCE.search(text)
    is_lasting = verbs.LASTS.match(verb) is not None and not verb.endswith("ts")
    step = verbs.GROUNDWORK.search(clause.topic) or verbs.PREPARES.match(verb)
    if step is None and " för att " in text:
        step = verbs.SETS.match(verb)
    if step is None and not verb.startswith("genomför"):
        step = verbs.BUYS.search(clause.topic)
    is_step = step is not None and not _is_asked(step[0], asked)
    is_step = is_step and not (verb.startswith("bilda") and verbs.SETS_UP.match(asked))
    is_step = is_step and not (verbs.SENDS.match(verb) and verbs.TELLS.match(asked))
    if is_step and verbs.DRAFT.search(clause.topic) is None:
        deed = verbs.DEED.search(clause.topic)
        is_step = deed is None or not _is_asked(deed[0], asked)
    signs = (
        ("plan", verbs.BOOKS.match(verb) is not None),
        ("stood", verb == "hade"),
        ("ended_past", tense == "past" and _is_habit_begun(clause)),
        ("begun", verbs.BEGINS.match(verb) is not None or "i gång" in text),
        ("plan", is_made and verbs.READY.match(verb) and times.AHEAD.search(text) is not None),
        ("so_far", times.TODAY.search(text) is not None),
        ("old_past", tense != "done" and times.OF_OLD.search(text) is not None),
        ("lasted", is_lasting),
        ("step_past" if tense == "past" else "step", is_step),
        (f"ended_{tense}", verbs.FINISHES.match(verb) is not None),
    )
    return next((sign for sign, is_shown in signs if is_shown), tense)


def _is_habit_begun(clause: Clause) -> bool:
    """Tell whether regular work has begun, and so is done: "månatliga möten började i maj"."""
    return verbs.BEGINS.match(clause.verb) is not None and bool(times.OFTEN.search(clause.topic))


def _is_asked(word: str, asked: str) -> bool:
    """Tell whether a step is what was recommended: "har utretts" where it was to be inquired."""
    stem = word.casefold().replace("tt", "d").removeprefix("upp")[:_STEM]
    return stem in asked.replace("tt", "d")


def _sign_of_future(clause: Clause, asked: str) -> str:
    if clause.verb == "pågå" and clause.by != "kommer":
        return "lasts"
    if clause.by in {"ska", "skall"} and times.SINCE.search(clause.text):
        return "since_habit"
    follows = verbs.FOLLOWS.search(clause.text)
    kind = "follow" if follows and not _is_asked(follows[0], asked) else "plan"
    if clause.by not in {"ska", "skall"}:
        return kind
    if not is_infinitive(clause.verb) and not times.DATED.search(clause.text):
        return "might"
    is_timed = times.AHEAD.search(clause.text) or times.DATED.search(clause.text)
    is_being = clause.verb in verbs.BEING and not words.IN_PLACE.search(clause.text)
    is_being = is_being and not any(map(is_participle, clause.text.split()))
    if not is_timed and (is_being or "ska kunna" in clause.text):
        return "norm"
    return f"{kind}_{'shall' if is_timed else 'should'}"


def _sign_of_present(clause: Clause) -> str:  # noqa: PLR0911 - one sign for each kind of verb
    verb, text = clause.verb, clause.text
    is_now = times.NOW.search(text) is not None
    if times.BY_NOW.search(text) and not verbs.LASTS.match(verb):
        return "by_now"
    if verbs.STANDS.match(verb):
        if verbs.DRAFT.search(clause.topic):
            return "stands_step"
        return _sign_of_standing(text)
    if is_now and not times.HABIT.search(text):
        return "lasts_now"
    if times.SINCE.search(text) and not is_now:
        return _sign_of_since(clause)
    if verbs.LASTS.match(verb):
        goes_on = verbs.WRITES.match(verb) or (verb == "fortsätter" and "därefter" in text)
        is_ahead = goes_on and times.AHEAD.search(text)
        return "plan_ahead" if is_ahead else "lasts"
    if verbs.BECOMES.match(verb):
        is_dated = verb == "kommer" and times.DATED.search(text)
        return "plan_dated" if is_dated else "becomes"
    return "begins" if verbs.BEGINS.match(verb) else _sign_by_time(clause)


def _sign_by_time(clause: Clause) -> str:
    """Return what a present tells by its time, or by its verb where it has none."""
    is_habit = times.HABIT.search(clause.text) is not None
    text = clause.text.replace("i samband med", "vid") if is_habit else clause.text
    shown = next((sign for sign, shape in _TIMES if shape.search(text)), "")
    is_gradual = shown in {"", "ahead"} and times.GRADUAL.search(text) is not None
    if is_gradual and not times.AHEAD.search(times.GRADUAL.sub("", text)):
        return "lasts"
    if shown == "ahead":
        is_again = times.HABIT.search(clause.text) and OF_IT.search(clause.text)
        follows = is_again or verbs.FOLLOWS.search(clause.text)
        return "follow_ahead" if follows else "plan_ahead"
    takes_time = verbs.TAKES_TIME.match(clause.verb) is not None
    takes_time = takes_time and not (clause.verb == "går" and "igenom" not in text)
    if shown or (verbs.MAKES.match(clause.verb) and not takes_time):
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
    is_work = verbs.LASTS.match(verb) or verbs.TAKES_TIME.match(verb) or verb in verbs.RUNS
    is_course = verbs.LEARNS.match(verb) and verbs.COURSE.search(clause.text)
    if is_made or is_course or (is_work and not is_going):
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

"""The signs of how far a measure has come that are words of a sentence, whatever its clauses.

A line without a verb tells it by its words alone: "Klart", "Översyn av rutin, våren 2026".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from revtrack.domain.proposals.said import measure_times as times
from revtrack.domain.proposals.said import measure_words as words
from revtrack.domain.proposals.said.clause import Clause
from revtrack.domain.proposals.said.measure_course import AHEAD, STAGE_OF
from revtrack.domain.proposals.said.measure_forms import is_participle
from revtrack.domain.proposals.said.measure_not_begun import CALLED_OFF, NOT_BEGUN, NOT_YET
from revtrack.domain.proposals.said.measure_refusals import KEEPS, WILL_NOT
from revtrack.domain.texts.any_case import Shape

_SAID: Mapping[str, Shape] = {
    "goes_on": words.GOES_ON,
    "orders": words.ORDERS,
    "decides_to": words.DECIDES_TO,
    "due": words.DUE,
    "by_others": words.BY_OTHERS,
    "by_whom": words.BY_WHOM,
    "lacks": words.LACKS,
    "concludes": words.CONCLUDES,
    "not_begun": NOT_BEGUN,
    "called_off": CALLED_OFF,
    "got_and_starts": words.GOT_AND_STARTS,
    "partly_done": words.PARTLY_DONE,
    "gradual": times.GRADUAL,
    "will_not": WILL_NOT,
    "keeps": KEEPS,
    "leaves": words.LEAVES,
    "next": words.NEXT,
    "at_once": words.AT_ONCE,
    "first": words.FIRST,
    "awaited": words.AWAITED,
    "was_to_be": words.WAS_TO_BE,
    "as_before": words.AS_BEFORE,
    "all_of": words.ALL_OF,
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
_LONGEST_LINE, _LONGEST_MADE = 12, 8
"""In words, of a line without a verb that tells how far a measure has come."""
_OF_NOW = frozenset(("goes_on", "in_place", "all_of"))
"""Words of how things stand, which in a clause of what is to be tell nothing of it."""
_THAT = re.compile(r"\bsom\b[^,.;]*")
"""A clause that tells which of several are meant."""
_AS_IS = frozenset(("stands", "past", "told", "of_others"))
"""Signs of how things are or were, beside which "när" tells of no plan."""
_TOLD = re.compile(
    r"\b(?:fanns|hade|hölls|skedde|steg|sjönk|låg|var|fick|\w{4,}(?:ade|ades|rdes|ldes|ndes))\b",
    re.IGNORECASE,
)
"""Words of what was so, which make a line no plan."""
_COME_TO = frozenset(("done", "step", "so_now", "lasting"))
"""Stages that something may have come to in part."""


def signs_of_words(
    sentence: str, clauses: Sequence[Clause], told: Sequence[str], *, is_done: bool = False
) -> frozenset[str]:
    """Return the signs that are words of a sentence, as far as its clauses let them count.

    ``told`` is what these clauses tell of a measure; something may be told before that ``is_done``.
    """
    shown = _shown_with(_shown(sentence), told, bool(clauses))
    if is_done and words.PARTLY_DONE.search(sentence) and words.REST.search(sentence):
        shown |= {"partly_done"}
    if set(told) & _AS_IS and not {STAGE_OF.get(each) for each in told} & AHEAD:
        shown -= {"once"}
    return shown - {each for each in _OF_NOW & shown if _is_yet_to_be(_SAID[each], clauses)}


def signs_of_line(line: str) -> Iterator[str]:
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
    elif not _TOLD.search(line) and (times.AHEAD.search(line) or times.DATED.search(line)):
        yield "line_dated"


def _shown_with(shown: frozenset[str], told: Sequence[str], has_clauses: bool) -> frozenset[str]:
    """Return the signs that are words of a sentence, as far as its clauses let them count."""
    if not has_clauses:
        return shown
    stages = {STAGE_OF.get(each) for each in told} - {None}
    if not stages and set(told) & {"of_others", "figure"}:
        return frozenset()
    return shown if stages & _COME_TO else shown - {"partly_done"}


def _is_yet_to_be(shape: Shape, clauses: Sequence[Clause]) -> bool:
    """Tell whether words of how things stand are only in clauses of what is to be, or is not."""
    within = [each for each in clauses if shape.search(each.text)]
    return bool(within) and all(
        each.is_denied or each.tense in {"to_be", "might"} or each.opener in {"when", "if"}
        for each in within
    )


@lru_cache(maxsize=4_096)
def _shown(sentence: str) -> frozenset[str]:
    """Return the signs that are words of a sentence, outside what tells when something is.

    A paper's sentences are asked about several times, by themselves and with those beside them.
    """
    main = words.WITHIN.sub("", sentence)
    shown = frozenset(name for name, shape in _SAID.items() if shape.search(main))
    if "not_begun" in shown and not NOT_BEGUN.search(_THAT.sub("", main)):
        shown -= {"not_begun"}
    if "not_begun" in shown and NOT_YET.search(main):
        shown |= {"not_yet"}
    if times.ONCE.search(sentence):
        shown |= {"once"}
    return shown - {"partly_done", "goes_on", "in_place"} if "not_begun" in shown else shown

"""The clauses of a sentence, each with its verb: what was done, is, will be, or may be.

A clause ends at a comma or before "och" or "men"; what follows without a verb of its own goes on
as before ("kommer att införas och följas upp"). A clause that says when, why or what for tells of
no measure by itself, and is kept apart by its opening word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from revtrack.domain.proposals.said import clause_words as w
from revtrack.domain.proposals.said.clause import Beside, Clause
from revtrack.domain.proposals.said.clause_part import Part

_TOKEN = re.compile(r"[\w/&-]+(?:[.:]\d+)*|[,;:()–—]")
_FROM = re.compile(r"\bfrån och med\b|\bfr\.? ?o\.? ?m\.?(?= )", re.IGNORECASE)
_UNTIL = re.compile(r"\btill och med\b|\bt\.? ?o\.? ?m\.?(?= )", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\d)[–—](?=\d)")
_BETWEEN = re.compile(r"(\bmellan (?:åren )?\d+) och (\d+)\b", re.IGNORECASE)
"""Two numbers that "och" joins within one clause."""
_REFERENCE = re.compile(r" ?\((?:dnr |§+ ?|prop\. )?[\d:./ –-]+\)", re.IGNORECASE)
"""A number in brackets, of a law or a matter."""


@lru_cache(maxsize=4_096)
def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that have a verb, in order."""
    sentence = _RANGE.sub("-", sentence)
    sentence = _BETWEEN.sub(r"\g<1>-\g<2>", sentence)
    whole = _FROM.sub("from", _UNTIL.sub("tom", _REFERENCE.sub("", sentence)))
    words = [each[0].casefold() for each in _TOKEN.finditer(whole)]
    found: list[Clause] = []
    beside = Beside()
    for begin, end in _parts(words):
        if begin > 0:
            is_joined = words[begin - 1] not in w.STOPS
            if beside.opener in {"what", "held"} and _begins_anew(words[begin:end]):
                is_joined = False
            beside = replace(
                beside,
                at=begin - 1,
                opener=beside.opener if is_joined else "",
                is_denied=beside.is_denied
                and words[begin - 1] in w.ADDS
                and words[begin] not in w.BEGINS_ANEW,
            )
        part = Part(words, begin, end, beside)
        here = (*part.clauses(),)
        if not here and found and words[begin - 1] == "," and w.TIME_FIRST.match(words[begin]):
            found[-1] = replace(found[-1], text=" ".join((found[-1].text, *words[begin:end])))
        found += here
        beside = part.beside
    return tuple(found)


def _begins_anew(words: Sequence[str]) -> bool:
    """Tell whether words go on with what a committee does: its verb, or a time and a verb."""
    said_first = w.SAID_FIRST.match(" ".join(words))
    behind = words[len(said_first[0].split()) :][:1] if said_first else ()
    return words[0] in w.BEGINS_ANEW or any(
        each in w.HAS | w.IS | w.WILL or w.PRESENT.match(each) or w.PASSIVE.match(each)
        for each in behind
    )


def _parts(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where parts begin and end: at stops, and before what joins two clauses."""
    begin = 0
    for at, word in enumerate((*words, ",")):
        if word == "fast" and not at:
            continue
        if word == "fast" and w.HOLDS_FAST.match(words[at - 1]):
            continue
        if word in w.STOPS or word in w.JOINS:
            if at > begin:
                yield begin, at
            begin = at + 1

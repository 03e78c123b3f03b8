"""Paragraphs of a reply that answer the recommendations in their turn, without naming each.

A paragraph that names none counts only where as many stand between two that do as recommendations
lie between theirs, or where the paragraphs are as many as the recommendations.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from revtrack.domain.proposals.answering.reply_words import AGREES_ALONE, POINTS_BACK
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import PAIR, SEVERAL
from revtrack.domain.texts.paper import Place

Turn = tuple[int | None, str, Place]
"""A paragraph with the recommendation that it names; None for none."""
Part = tuple[tuple[int, ...], list[str]]
"""Sentences of a paragraph with the recommendations that they are about."""
_OF_ALL = AnyCase(
    r"\brekommendation(?:er|erna)\b|\bpunkter(?:na)?\b|\bgranskning|\bbåda\b|\bsamtliga\b"
    r"|\bsynpunkter(?:na)?\b|\brapport|\btackar\b|\btagit del\b|^(?:avslutningsvis"
    r"|sammanfattningsvis|sammantaget|vidare vill|övrigt|inledningsvis)\b"
    r"|\båterkomma\b|\bsvarstid|\ballmänt\b"
    r"|\bfölja (?:upp )?(?:arbetet|åtgärderna|utvecklingen)\b",
)
"""Words of what is said of the whole, before or after the answers."""


def in_turn(
    turns: Sequence[Turn], count: int, answered: Collection[int]
) -> Iterator[tuple[int, str, Place]]:
    """Give the paragraphs that answer by their turn, each with what it answers."""
    said = [each for each in turns if each[0] is not None or _is_answer(each[1])]
    named = [place for place, each in enumerate(said) if each[0] is not None]
    if not named and count < SEVERAL:
        return
    numbers = [number for number, _, _ in said]
    by_turn = filled(numbers, count)
    taken = set(answered)
    for number, placed, (_, text, at) in zip(numbers, by_turn, said, strict=True):
        if number is None and placed is not None and placed not in taken:
            yield placed, text, at


def filled(numbers: Sequence[int | None], count: int) -> tuple[int | None, ...]:
    """Return which recommendation each part of a reply is about, those told by their turn too.

    Parts that tell nothing are told where as many of them stand between two that do as
    recommendations lie between theirs, or where one part and one recommendation are left.
    """
    found = list(numbers)
    named = [place for place, number in enumerate(numbers) if number is not None]
    for begin, end in pairwise((-1, *named, len(numbers))):
        first = _number(numbers, begin, -1)
        last = _number(numbers, end, count)
        between = range(begin + 1, end)
        asked = range(first + 1, last)
        if len(between) == len(asked) and not {*asked} & {*numbers}:
            for place, number in zip(between, asked, strict=True):
                found[place] = number
    return tuple(found)


def _number(numbers: Sequence[int | None], place: int, edge: int) -> int:
    """Return what a part tells that it is about; the edge's own beyond the first or last."""
    number = numbers[place] if 0 <= place < len(numbers) else None
    return edge if number is None else number


def _is_answer(text: str) -> bool:
    is_whole = text.rstrip(' )”"').endswith((".", "!"))
    return is_whole and not speaks_of_all(text) and not stance_in([text]).is_empty


def speaks_of_all(text: str) -> bool:
    """Tell whether a text says something of the whole, before or after the answers."""
    return _OF_ALL.search(text) is not None


def with_opening(parts: list[Part], *, is_first: bool) -> list[Part]:
    """Return the parts of a paragraph, its first sentences with the one that it is all about.

    "Nämnden delar inte uppfattningen. Kontrollen är tillräcklig." speaks of the control alone.
    """
    if is_first or len(parts) != PAIR or parts[0][0]:
        return parts
    (_, opening), (numbers, said) = parts
    is_own = stance_in(opening).position is not None
    is_own = is_own and not any(map(_OF_ALL.search, opening))
    return [(numbers, [*opening, *said])] if is_own else parts


def said_before(parts: list[Part], ties: Ties) -> list[Part]:
    """Return the parts of a paragraph, with whom what stands before those that are named goes.

    "En plan har antagits. Därmed är rekommendationen att anta en plan uppfylld" answers it
    first; agreement that opens what is said of several is of each of them.
    """
    if not parts or parts[0][0]:
        return parts
    (_, opening), *rest = parts
    named = tuple(dict.fromkeys(n for numbers, _ in rest for n in numbers))
    last = rest[-1][1][-1] if rest and rest[-1][1] else ""
    if len(named) == 1 and POINTS_BACK.match(last) and ties.gives_alone(last) is not None:
        return [(named, [one for _, said in parts for one in said])]
    is_bare = len(opening) == 1 and AGREES_ALONE.match(opening[0]) is not None
    return [(named, opening), *rest] if is_bare and len(named) > 1 else parts

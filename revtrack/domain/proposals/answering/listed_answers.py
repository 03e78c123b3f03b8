"""Items of a reply that answer the recommendations in their order, without naming them."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.pointers import Asked, restates
from revtrack.domain.proposals.answering.reply_words import CLOSES
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.restating.told_counts import counts_told
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.sentences import sentences

_THEIR_NUMBERS = re.compile(
    r"\b(?:numrer\w+|numren|num(?:mer|ret)|siffrorna|ordningen)\b[^.]{0,40}"
    r"\b(?:följer|enligt|motsvarar|avser|syftar|hänvisar|är|samma|från|som|utgår)\b[^.]{0,40}"
    r"\b(?:\w*revis\w+|missiv\w*|rapport\w*|granskning\w*|skrivelse\w*|rekommendation\w*|brev\w*"
    r"|ni|er|ert|era)\b"
    r"|\b(?:med|enligt|efter|i) (?:samma|er|\w*revis\w+|rapportens|missivets|granskningens)"
    r" (?:numrering|nummer|ordning)\b",
    re.IGNORECASE,
)
"""How a reply says that its numbers are those of the auditors: "Numreringen följer missivet"."""
_BEGINS_ANSWERS = re.compile(
    r"\b(?:svar\w*|yttra\w*|kommentar\w*|synpunkt\w*|anför\w*|återkoppl\w*|ställningstagande\w*)\b",
    re.IGNORECASE,
)
"""Words of a line below which a reply answers."""
_NEAR = 3
"""So many lines above a list may say so."""
_NUMBERS, _LETTERS = [str(n) for n in range(1, 40)], list("abcdefghijklmnopqrstuvwxyz")


def in_order(
    spoken: Sequence[Spoken], restated: Sequence[int | None], asked: Sequence[Asked]
) -> dict[int, int]:
    """Return the items that answer the recommendations in their order.

    They bear their numbers, or all of them say what is thought or done.
    """
    order = list(dict.fromkeys(n for n in restated if n is not None)) or [*range(len(asked))]
    for items in _lists(spoken, restated):
        markers = [spoken[at].marker for at in items]
        is_numbered = markers in (_NUMBERS[: len(items)], _LETTERS[: len(items)])
        answering = sum(not stance_in([spoken[at].text]).is_empty for at in items)
        is_answering = answering > len(items) / 2 and (is_numbered or answering == len(items))
        if len(items) == len(order) > 1 and is_answering:
            return dict(zip(items, order, strict=True))
    return {}


def numbered_answers(spoken: Sequence[Spoken], asked: Sequence[Asked] = ()) -> dict[int, str]:
    """Return the places of what answers recommendations by the numbers of its items, each with one.

    Most items state a position, as no list of measures does, or are as many as the reply says that
    there were recommendations. Where the numbers do not begin at one,
    or are said to be the auditors', it is enough that they tell of measures; one item alone answers
    where the reply says that it begins there, or whose number it is. A list that gives what was
    asked again has its answers elsewhere.
    """
    found: dict[int, str] = {}
    counts = counts_told(each.text for each in spoken)
    for items in _risings(spoken):
        if any(restates(spoken[each[0]].text, asked) is not None for each in items):
            continue
        said = [[spoken[at].text for at in places] for places in items]
        stated = sum(any(position_in(one) for t in texts for one in sentences(t)) for texts in said)
        told = sum(not stance_in(texts).is_empty for texts in said)
        first = items[0][0]
        above = [each.text for each in spoken[max(first - _NEAR, 0) : first]]
        is_theirs = any(map(_THEIR_NUMBERS.search, above))
        is_begun = len(items) > 1 or is_theirs or any(map(_BEGINS_ANSWERS.search, above[-1:]))
        is_later = spoken[first].marker != "1"
        is_whole = len(items) in counts and 2 * told > len(items)
        is_sure = 2 * stated > len(items) or (is_later and told == len(items)) or is_whole
        if (is_begun and is_sure) or (is_theirs and 2 * told > len(items)):
            found |= {at: str(spoken[each[0]].marker) for each in items for at in each}
    return found


def _risings(spoken: Sequence[Spoken]) -> Iterator[list[list[int]]]:
    """Give lists whose numbers rise: the places of each item, with the paragraphs that go on it.

    The last has paragraphs below it only where another has.
    """
    items: list[list[int]] = []
    for at, each in enumerate((*spoken, None)):
        number = _number(each)
        if items and (
            each is None
            or each.is_heading
            or each.cells
            or CLOSES.match(each.text)
            or (number and number <= _number(spoken[items[-1][0]]))
        ):
            goes_on = len(items) == 1 or any(len(one) > 1 for one in items[:-1])
            yield items if goes_on else [*items[:-1], items[-1][:1]]
            items = []
        if number:
            items.append([at])
        elif items:
            items[-1].append(at)


def _number(each: Spoken | None) -> int:
    """Return the number of an item; 0 of anything else."""
    is_item = each is not None and not each.is_heading and (each.marker or "").isdigit()
    return int(each.marker or 0) if each is not None and is_item else 0


def _lists(spoken: Sequence[Spoken], restated: Sequence[int | None]) -> Iterator[list[int]]:
    """Give the places of items that follow each other and give no recommendation again."""
    items: list[int] = []
    for at, each in enumerate((*spoken, None)):
        is_item = each is not None and each.is_item and restated[at] is None
        is_next = is_item and each is not None and (not items or each.marker not in {"1", "a"})
        if items and not is_next:
            yield items
            items = []
        if is_item:
            items.append(at)

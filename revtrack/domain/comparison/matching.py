"""Which text of a paper is which recommendation of the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.comparison.expected import Wanted
from revtrack.domain.comparison.items import Item
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import PAIR

SURE = 0.9
"""A text that stands where no recommendations are listed counts only from this likeness on."""
TWINS = 0.02
"""Likenesses nearer to each other than this are told apart by number and recipients."""
HALF_ALIKE = 0.5
"""A text in a recommendation's place that is this like it is taken for its new wording."""


@dataclass(frozen=True)
class Match:
    """A text of the paper that is a wording of a recommendation."""

    item: Item
    wanted: Wanted
    text: str
    """The item's text as it is nearest to the register's."""
    likeness: float


@dataclass(frozen=True)
class Matches:
    """What was found of what is wanted."""

    found: tuple[Match, ...]
    missing: tuple[Wanted, ...]
    extra: tuple[Item, ...]
    """What is set out as a recommendation and is none of the register's."""


def match_items(items: Sequence[Item], wanted: Sequence[Wanted]) -> Matches:
    """Return which item is which recommendation.

    Texts tell first; twins are told apart by number and recipients. What is left over and has the
    number or the place of a recommendation that is not found is its new wording.
    """
    found = _without_echoes(_by_text(items, wanted))
    matched = {id(each.item) for each in found}
    extra = [item for item in _set_out(items, found) if id(item) not in matched]
    found += _reworded(extra, found, wanted)
    matched = {id(each.item) for each in found}
    there = {each.wanted.recommendation.id for each in found}
    return Matches(
        tuple(sorted(found, key=lambda each: items.index(each.item))),
        tuple(each for each in wanted if each.recommendation.id not in there),
        tuple(item for item in extra if id(item) not in matched),
    )


def without(
    items: Sequence[Item], others: Sequence[Wanted], wanted: Sequence[Wanted]
) -> list[Item]:
    """Return the items but those that are more like another audit's recommendations."""
    if not others:
        return list(items)
    return [
        item
        for item in items
        if (alike := _most_alike(item, others))[0] < SAME_MATTER
        or alike < _most_alike(item, wanted)
    ]


def _most_alike(item: Item, wanted: Sequence[Wanted]) -> tuple[float, float]:
    """Return how like an item is to the nearest, and how well number and recipients agree."""
    near = ((round(nearest(item, each, SAME_MATTER)[0], 2), _fits(item, each)) for each in wanted)
    return max(near, default=(0.0, 0.0))


def nearest(item: Item, wanted: Wanted, at_least: float = 0.0) -> tuple[float, str]:
    """Return how like an item is to a recommendation, and the reading of it that is nearest."""
    return max((likeness(reading, wanted.text, at_least), reading) for reading in item.readings)


def _by_text(items: Iterable[Item], wanted: Sequence[Wanted]) -> list[Match]:
    used: set[tuple[int, int]] = set()
    found = []
    for item in items:
        near = [(*nearest(item, each, SAME_MATTER), each) for each in wanted]
        best = max((each[0] for each in near), default=0.0)
        if best < SAME_MATTER:
            continue
        twins = [each for each in near if best - each[0] < TWINS]
        alike, text, chosen = max(
            twins,
            key=lambda each: (
                _fits(item, each[2]),
                (item.run, each[2].recommendation.id) not in used,
                each[0],
            ),
        )
        used.add((item.run, chosen.recommendation.id))
        found.append(Match(item, chosen, text, alike))
    return found


def _fits(item: Item, wanted: Wanted) -> float:
    """Return how well an item's number and recipients agree with a recommendation's."""
    has_number = item.number is not None and item.number == wanted.number
    to = {each.id for each in item.addressed.committees} if item.addressed else set()
    shared = len(to & wanted.committee_ids) / max(len(to | wanted.committee_ids), 1)
    return 2 * has_number + shared


def _without_echoes(found: Sequence[Match]) -> list[Match]:
    """Leave out what only resembles a recommendation that is there more plainly elsewhere."""
    best: dict[int, float] = {}
    for each in found:
        key = each.wanted.recommendation.id
        best[key] = max(best.get(key, 0.0), each.likeness)
    return [
        each
        for each in found
        if each.item.is_listed
        or each.likeness >= SURE
        or each.likeness == best[each.wanted.recommendation.id]
    ]


def _set_out(items: Sequence[Item], found: Sequence[Match]) -> list[Item]:
    """Return the items that stand where recommendations are listed."""
    runs = {each.item.run for each in found if each.item.is_marked}
    return [
        item
        for item in items
        if item.is_listed
        or (item.is_marked and item.run in runs)
        or _is_between(item, items, found)
    ]


def _is_between(item: Item, items: Sequence[Item], found: Sequence[Match]) -> bool:
    """Tell whether a bare line stands between two recommendations of one list."""
    matched = {id(each.item) for each in found}
    place = next(number for number, each in enumerate(items) if each is item)
    beside = [*items[max(place - 1, 0) : place], *items[place + 1 : place + 2]]
    return (
        len(beside) == PAIR
        and all(id(each) in matched and each.run == item.run for each in beside)
        and item.addressed == beside[0].addressed
    )


def _reworded(
    extra: Sequence[Item], found: Sequence[Match], wanted: Sequence[Wanted]
) -> list[Match]:
    there = {each.wanted.recommendation.id for each in found}
    free = [each for each in wanted if each.recommendation.id not in there]
    made: list[Match] = []
    for item in extra:
        chosen = _by_number(item, free) or _by_place(item, free)
        if chosen:
            alike, text = nearest(item, chosen)
            made.append(Match(item, chosen, text, alike))
            free.remove(chosen)
    return made


def _by_number(item: Item, free: Iterable[Wanted]) -> Wanted | None:
    if item.number is None or item.is_counted:
        return None
    return next((each for each in free if each.number == item.number), None)


def _by_place(item: Item, free: Iterable[Wanted]) -> Wanted | None:
    """Return the one recommendation that this may be, as half of its words are the same."""
    near = [each for each in free if nearest(item, each)[0] >= HALF_ALIKE]
    return max(near, key=lambda each: (_fits(item, each), nearest(item, each)[0]), default=None)

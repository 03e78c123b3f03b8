"""A recommendation at one place of a paper, and the same one at several places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.likeness import SAME_MATTER, content_stems, likeness
from revtrack.domain.texts.paper import Place
from revtrack.domain.texts.prose import name_key

ECHO = 0.95
"""Two under one heading are one only where they are so alike."""
TOLD = 0.85
"""How sure a recommendation is that a verb of recommending says."""


@dataclass(frozen=True)
class Recommended:
    """A recommendation as it stands at one place."""

    text: str
    whom: Whom | None
    place: Place
    section: str | None
    number: str | None
    rank: int
    """How much its place counts: 3 a list of recommendations, 2 the conclusions, 1 elsewhere.

    0 is what ought to be done, and -1 what is only held to be needed."""
    run: int
    """Which list it stands in."""
    chapter: int = 0
    """Which heading it stands under."""
    is_listed: bool = False
    is_summary: bool = False
    """Whether it stands in the summary, which may state again what a chapter recommends."""
    is_question: bool = False
    """Whether it is put to a committee as a question to answer."""
    confidence: float = TOLD
    audit: str = ""
    """Which audit it is of, where a table says so beside it."""


_ONE_SENTENCE_STOP = re.compile(
    r"(?<![.?!])(?<!\bosv)(?<!\betc)(?<!\bdyl)(?<!\bmfl)(?<!\bmm)(?<!\.\w)\.$", re.IGNORECASE
)


def as_listed(text: str) -> str:
    """Return a recommendation's words as an item of a list: one sentence has no full stop.

    Papers write it or not, by how their lists go on; several sentences keep theirs.
    """
    said = text.strip()
    return _ONE_SENTENCE_STOP.sub("", said) if len(list(sentences(said))) == 1 else said


def each_once(found: Sequence[Recommended]) -> tuple[Recommended, ...]:
    """Return what was found without repetitions: the place that counts most stands."""
    has_list = any(each.is_listed and each.rank > 1 for each in found)
    plain = {each.chapter for each in found if each.rank > 0}
    kept: list[Recommended] = []
    for each in sorted(found, key=lambda one: -one.rank):
        twin = _twin(each, kept)
        if twin is None:
            is_hint = has_list and (each.rank <= 0 or (each.is_summary and not each.is_listed))
            if is_hint or (each.rank < 0 and plain and each.chapter not in plain):
                continue
            kept.append(each)
        elif kept[twin].whom is None and each.whom is not None:
            kept[twin] = replace(kept[twin], whom=each.whom)
    order = {id(each): number for number, each in enumerate(found)}
    return tuple(sorted(kept, key=lambda one: _position(one, order, found)))


def with_all_recipients(found: Sequence[Recommended], *, is_list: bool) -> list[Recommended]:
    """Return what was found with each that is repeated for other committees once, for all.

    A follow-up may tell of each committee apart. In a list only what stands in one table, and is of
    one audit, is the same.
    """
    kept: dict[tuple[object, ...], Recommended] = {}
    for at, each in enumerate(found):
        is_of_one = not is_list or each.place.table is not None
        where = (each.run, each.audit) if is_list else each.audit
        key = (name_key(each.text).rstrip("."), each.number, where, 0 if is_of_one else at)
        last = kept.get(key)
        is_for_others = last is not None and _is_for_others(each, last)
        if last is None or not is_for_others:
            kept[key if last is None else (*key, at)] = each
        elif last.whom and each.whom:
            is_certain = last.whom.is_certain and each.whom.is_certain
            both = Whom((*last.whom.committees, *each.whom.committees), is_certain)
            kept[key] = replace(last, whom=both)
    return [*kept.values()]


def without_names(found: Sequence[Recommended]) -> list[Recommended]:
    """Return what was found without the rows of a table that but name what is given in full.

    So a follow-up ends: "Översyn av taxan | Delvis genomförd".
    """
    tables = {each.place.table for each in found if each.place.table is not None}
    named = {table for table in tables if _names_others(table, found)}
    return [each for each in found if each.place.table not in named]


def _names_others(table: int | None, found: Sequence[Recommended]) -> bool:
    """Tell whether a table has no demands, but matters of those that stand elsewhere."""
    names = [each for each in found if each.place.table == table]
    given = [each for each in found if each.place.table is None and each.is_listed]
    texts = [each.text for each in names]
    if any(begins_with_demand(each) for each in texts) or len(given) < len(names):
        return False
    stems = [content_stems(each.text) for each in given]
    shared = sum(any(content_stems(each) & one for one in stems) for each in texts)
    return shared * 2 > len(texts)


def _is_for_others(each: Recommended, other: Recommended) -> bool:
    """Tell whether two that are listed name whom they are for, and nobody in common."""
    if each.whom is None or other.whom is None or not (each.is_listed and other.is_listed):
        return False
    return not each.whom.ids & other.whom.ids


def _position(one: Recommended, order: dict[int, int], found: Sequence[Recommended]) -> int:
    place = order.get(id(one))
    if place is not None:
        return place
    return next(n for n, each in enumerate(found) if each.place == one.place)


def _twin(each: Recommended, kept: Iterable[Recommended]) -> int | None:
    """Return the place of the one that this repeats; None where it is new."""
    best: tuple[float, int] | None = None
    for number, other in enumerate(kept):
        if other.run == each.run:
            continue
        alike = likeness(each.text, other.text, SAME_MATTER)
        if alike < SAME_MATTER:
            continue
        fit = _fit(each, other)
        is_beside = each.chapter == other.chapter and alike < ECHO
        if fit is None or is_beside:
            continue
        if best is None or (fit + alike) > best[0]:
            best = (fit + alike, number)
    return best[1] if best else None


def _fit(each: Recommended, other: Recommended) -> float | None:
    """Return how well the recipients of two agree; None where they are for others."""
    if each.whom is None or other.whom is None:
        return 0.5
    one, two = each.whom.ids, other.whom.ids
    if one == two:
        return 2.0
    is_unsure = not (each.whom.is_certain and other.whom.is_certain)
    return 1.0 if one & two and (is_unsure or each.rank != other.rank) else None

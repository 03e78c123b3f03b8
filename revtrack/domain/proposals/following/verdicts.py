"""What a follow-up finds of each recommendation: in its row, below it, or by its number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.following.tabled_verdicts import Judged, rows_judged
from revtrack.domain.proposals.following.verdict_labels import is_closing, is_label, is_within
from revtrack.domain.proposals.following.verdict_lines import (
    BARE,
    BY_NUMBER,
    IN_TURN,
    LABELLED,
    Told,
    best_of,
    statements,
    turns_in,
)
from revtrack.domain.proposals.following.verdict_words import UNSURE, tells_of_all, told_verdict
from revtrack.domain.proposals.proposal import ProposedRecommendation, ProposedVerdict
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.prose import name_key

_NUMBERED = re.compile(
    r"^(?:rekommendation(?:en)?|rek\.?|r|punkt)?\s?(?:nr\s|nummer\s)?(?P<number>\d{1,2})\b",
    re.IGNORECASE,
)
_SHORTEST = 12
"""In signs, of a text by which a recommendation is known again."""
_MOST_NAMES = 12
"""In words, of a cell that names committees."""


def with_verdicts(
    recommendations: Sequence[ProposedRecommendation],
    passages: Passages,
    bodies: PaperBodies,
) -> tuple[ProposedRecommendation, ...]:
    """Return the recommendations of a follow-up, each with what is found of it where that is told.

    The row or the text of a recommendation itself goes first, then what stands between it and the
    next one, then what names it by its number. A table may judge each committee in its own row.
    """
    found: dict[int, ProposedVerdict] = {}
    rows: dict[int, list[ProposedVerdict]] = {}
    for at, judged in _tabled(recommendations, passages):
        rows.setdefault(at, []).append(_of_row(judged, bodies))
    for at, of_rows in rows.items():
        is_one = len({each.verdict for each in of_rows}) == 1
        first = replace(of_rows[0], committees=())
        found[at] = first if is_one else replace(first, confidence=min(first.confidence, UNSURE))
    for group in _groups(recommendations, passages):
        for at, told in _of_group(recommendations, group):
            found.setdefault(at, told.proposed)
    for at, told in _by_number(recommendations, passages):
        if at not in found:
            found[at] = told.proposed
        elif found[at].verdict is not told.said.step:
            found[at] = replace(found[at], confidence=UNSURE)
    return tuple(
        replace(each, verdict=found.get(at), verdicts_apart=_apart(rows.get(at, ())))
        for at, each in enumerate(recommendations)
    )


def _of_row(judged: Judged, bodies: PaperBodies) -> ProposedVerdict:
    sure = min(LABELLED, judged.said.confidence)
    named = (each for cell in judged.cells if _is_names(cell) for each in bodies.named_in(cell))
    whom = tuple(dict.fromkeys(map(display_name, named)))
    return ProposedVerdict(judged.said.step, judged.said.phrase, judged.place, sure, whom)


def _is_names(cell: str) -> bool:
    """Tell whether a cell may hold the names of committees and nothing else."""
    return len(cell.split()) <= _MOST_NAMES and not cell.endswith(".")


def _apart(rows: Sequence[ProposedVerdict]) -> tuple[ProposedVerdict, ...]:
    """Return the verdicts of a recommendation's rows, where each is passed on others than the rest.

    In a table of one row for each recommendation there are none.
    """
    named = [name for each in rows for name in each.committees]
    is_each = len(rows) > 1 and all(each.committees for each in rows)
    return tuple(rows) if is_each and len(named) == len({*named}) else ()


def _tabled(
    recommendations: Sequence[ProposedRecommendation],
    passages: Passages,
) -> Iterator[tuple[int, Judged]]:
    """Give the verdicts of the rows that hold a recommendation, or name one by its text."""
    for table in passages:
        if not isinstance(table, TablePassage):
            continue
        for judged in rows_judged(table):
            own = [at for at, each in enumerate(recommendations) if each.place == judged.place] or [
                at for at, each in enumerate(recommendations) if judged.names(each.text or "")
            ]
            for at in own:
                yield at, judged


# ---- in the text ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Group:
    """Recommendations listed without a word between them, and what is told below."""

    members: tuple[tuple[int, Passage], ...]
    below: tuple[Passage, ...]


def _groups(
    recommendations: Sequence[ProposedRecommendation],
    passages: Passages,
) -> Iterator[_Group]:
    lines = [each for each in passages if isinstance(each, Passage)]
    starts = [
        (at, number)
        for at, each in enumerate(recommendations)
        for number, line in enumerate(lines)
        if line.place == each.place
    ]
    starts.sort(key=lambda each: each[1])
    members: list[tuple[int, Passage]] = []
    for turn, (at, number) in enumerate(starts):
        members.append((at, lines[number]))
        after = starts[turn + 1][1] if turn + 1 < len(starts) else len(lines)
        below = lines[number + 1 : after]
        is_last = turn + 1 == len(starts)
        if not is_last and all(each.is_heading and not is_label(each.text) for each in below):
            is_apart = any(each.is_heading for each in below) and _tells(lines[number])
            if not is_apart:
                continue
        is_list = len({line.place for _, line in members}) > 1
        yield _Group(tuple(members), tuple(_until_end(below, is_list=is_list)))
        members = []


def _tells(line: Passage) -> bool:
    """Tell whether a line says more than what is recommended: it ends with a verdict."""
    return next(statements([line]), None) is not None


def _until_end(below: Sequence[Passage], *, is_list: bool) -> Iterator[Passage]:
    """Give what is told of a recommendation; what stands below a list may have own headings."""
    for each in below:
        is_other = is_closing(each.text) or not (is_list or is_within(each.text))
        if each.is_heading and not is_label(each.text) and is_other:
            return
        yield each


def _of_group(
    recommendations: Sequence[ProposedRecommendation], group: _Group
) -> Iterator[tuple[int, Told]]:
    """Give what is found of each of a group."""
    for at, line in group.members:
        yield from ((at, each) for each in _own(recommendations[at], line))
    if len(group.members) == 1:
        best = best_of(list(statements(group.below)))
        if best is not None:
            yield group.members[0][0], best
        return
    yield from _of_list(recommendations, group)


def _own(each: ProposedRecommendation, line: Passage) -> Iterator[Told]:
    """Give the verdict that the line of a recommendation passes after it."""
    text, given = " ".join(line.text.split()), " ".join((each.text or "").split()).rstrip(".")
    begin = text.casefold().find(given.casefold())
    rest = text[begin + len(given) :].lstrip(' .)”"') if begin >= 0 and given else ""
    best = best_of(list(statements([replace(line, text=rest)]))) if rest else None
    if best is not None:
        yield best


def _of_list(
    recommendations: Sequence[ProposedRecommendation], group: _Group
) -> Iterator[tuple[int, Told]]:
    """Give what is told below a list: of one that is named anew, of all, by turns, or in turn."""
    members = [at for at, _ in group.members]
    current, of_it, loose = None, dict[int, list[Told]](), list[Told]()
    done: set[int] = set()
    for line in group.below:
        named = _named(line, members, recommendations)
        current = named if named is not None else None if line.is_heading else current
        for told in statements([line]):
            turns = [members[each] for each in turns_in(told.sentence) if each < len(members)]
            if turns or tells_of_all(told.sentence):
                done |= {*(turns or members)}
                yield from ((at, told) for at in turns or members)
            elif current is not None:
                of_it.setdefault(current, []).append(told)
            else:
                loose.append(told)
    for at, told_of_it in of_it.items():
        best = best_of(told_of_it)
        if best is not None:
            yield at, best
    left = [at for at in members if at not in done]
    if len(loose) == len(left) and not of_it:
        for at, told in zip(left, loose, strict=True):
            yield at, replace(told, sure=IN_TURN)


def _named(
    line: Passage, members: Sequence[int], recommendations: Sequence[ProposedRecommendation]
) -> int | None:
    """Return which of a list a line begins to tell of: by its number, or by its text."""
    text = line.place.quote if line.marker and line.marker.isdigit() else line.text
    met = _NUMBERED.match(text)
    if met and (line.is_heading or line.marker or text[:1].isalpha()):
        for at in members:
            if recommendations[at].number == met["number"]:
                return at
    first = next(sentences(line.text), "")
    if len(first) < _SHORTEST:
        return None
    for at in members:
        given = recommendations[at].text or ""
        if name_key(given).rstrip(".") in name_key(line.text):
            return at
        if likeness(given, first, SAME_MATTER) >= SAME_MATTER:
            return at
    return None


def _by_number(
    recommendations: Sequence[ProposedRecommendation],
    passages: Passages,
) -> Iterator[tuple[int, Told]]:
    """Give the verdicts that name recommendations by their numbers: "rekommendation 1 och 3"."""
    places = {each.number: at for at, each in enumerate(recommendations)}
    for line in passages:
        if not isinstance(line, Passage):
            continue
        for sentence in sentences(line.text):
            met = BY_NUMBER.search(sentence)
            said = told_verdict(BY_NUMBER.sub("rekommendationen", sentence)) if met else None
            if met is None or said is None or "–" in met["numbers"]:
                continue
            told = Told(replace(said, phrase=sentence.strip(" .")), line.place, BARE, sentence)
            for number in re.findall(r"\d+", met["numbers"]):
                if number in places:
                    yield places[number], told

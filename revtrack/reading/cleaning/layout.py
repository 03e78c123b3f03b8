"""The words of a page put into lines, in the order in which somebody reads them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.page import Word

_SAME_LINE = 0.3
"""Of a letter's size: words that stand so near in height stand on one line."""
_WIDE_GAP = 1.6
_GAP = 0.7
"""Of a letter's size: so much room parts columns where the words do not follow one another."""
_MARKER_GAP = 5.0
_RAISED_AT_MOST = 0.7
_SMALL = 0.85
_PROSE = 0.28
"""Of the text's width: a column of prose has lines at least so long."""
_PROSE_LINES = 6
_CROSSING = 0.3
_OTHER_SIZE = 0.6
_FARTHEST = 2.4
"""Of a letter's size: lines of one paragraph are nearer."""
_NEARLY = 5.0
"""Of a letter's size: a word that did not fit is no longer than this, or seldom."""
_FEW = 2
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Segment(NamedTuple):
    """Words of one line that stand near one another."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


Placed = list[Segment]
"""The segments of one visual line, from left to right."""


@dataclass(frozen=True)
class Column:
    """Lines that are read one after the other, from the top to the foot."""

    lines: tuple[Placed, ...]
    is_prose: bool = False
    """Whether it is one of several columns of prose beside one another."""


def segments_of(words: Sequence[Word]) -> list[Placed]:
    """Return the visual lines of a page, from the top, each with its segments from the left."""
    numbered = list(enumerate(_with_marks_down(words)))
    numbered.sort(key=lambda each: each[1].base)
    lines: list[list[tuple[int, Word]]] = []
    for place, word in numbered:
        if lines and word.base - lines[-1][-1][1].base <= _SAME_LINE * word.size:
            lines[-1].append((place, word))
        else:
            lines.append([(place, word)])
    return [_segmented(sorted(line, key=lambda each: each[1].left)) for line in lines]


def _with_marks_down(words: Sequence[Word]) -> Iterator[Word]:
    """Give the words, small raised numbers as marks of footnotes on the line they belong to."""
    for place, word in enumerate(words):
        if not (word.text.isdigit() and len(word.text) <= 3):  # noqa: PLR2004 - no more notes
            yield word
            continue
        for beside in (*words[max(0, place - 1) : place], *words[place + 1 : place + 2]):
            rises = beside.base - word.base
            is_near = abs(beside.left - word.right) < word.size or (
                abs(word.left - beside.right) < word.size
            )
            if (
                word.size < _SMALL * beside.size
                and is_near
                and (0 <= rises < _RAISED_AT_MOST * beside.size)
            ):
                text = word.text.translate(_RAISED)
                word = word._replace(text=text, base=beside.base, size=beside.size)  # noqa: PLW2901
                break
        yield word


def _segmented(line: Sequence[tuple[int, Word]]) -> Placed:
    found: list[list[Word]] = []
    last = -1
    for place, word in line:
        is_apart = not found or _is_apart(found[-1], word, follows=place == last + 1)
        if is_apart:
            found.append([word])
        else:
            found[-1].append(word)
        last = place
    return [_segment(words) for words in found]


def _is_apart(before: Sequence[Word], word: Word, *, follows: bool) -> bool:
    gap = word.left - before[-1].right
    if gap <= _GAP * word.size:
        return False
    if len(before) == 1 and gap <= _MARKER_GAP * word.size and follows and _is_marker(before[0]):
        return False
    return gap > _WIDE_GAP * word.size or not follows


def _is_marker(word: Word) -> bool:
    return signs.is_bullet_alone(word.text) or signs.item(f"{word.text} x") is not None


def _segment(words: Sequence[Word]) -> Segment:
    text: list[str] = []
    for place, word in enumerate(words):
        is_glued = place and word.left - words[place - 1].right < 0.08 * word.size
        text.append(word.text if is_glued or not place else f" {word.text}")
    return Segment(
        "".join(text),
        words[0].left,
        words[-1].right,
        words[0].base,
        max(word.size for word in words),
        all(word.is_bold for word in words),
    )


def columns_of(lines: Sequence[Placed]) -> list[Column]:
    """Return the columns of a page in the order in which they are read."""
    gutter = _gutter([segment for line in lines for segment in line])
    if gutter is None:
        return [Column(tuple(lines))] if lines else []
    found: list[Column] = []
    left: list[Placed] = []
    right: list[Placed] = []
    across: list[Placed] = []
    for line in lines:
        if any(segment.left < gutter - 3 and segment.right > gutter + 3 for segment in line):
            found += _flushed(left, right)
            left, right = [], []
            across.append(line)
            continue
        if across:
            found.append(Column(tuple(across)))
            across = []
        for side, segments in (
            (left, [each for each in line if each.right <= gutter + 3]),
            (right, [each for each in line if each.right > gutter + 3]),
        ):
            if segments:
                side.append(segments)
    found += _flushed(left, right)
    if across:
        found.append(Column(tuple(across)))
    return found


def _flushed(left: Sequence[Placed], right: Sequence[Placed]) -> list[Column]:
    return [Column(tuple(side), is_prose=True) for side in (left, right) if side]


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Return where two columns of prose part, None where the page has not two of them."""
    if len(segments) < 2 * _PROSE_LINES:
        return None
    start = min(each.left for each in segments)
    end = max(each.right for each in segments)
    width = end - start
    starts = sorted({round(each.left) for each in segments})
    inner = [each for each in starts if start + 0.3 * width < each < start + 0.7 * width]
    best: tuple[int, float] | None = None
    for place in _thinned(inner):
        gutter = place - 4.0
        crossing = sum(each.left < gutter - 3 and each.right > gutter + 3 for each in segments)
        before = _prose(segments, width, (each.right <= gutter + 3 for each in segments))
        after = _prose(segments, width, (each.left >= gutter - 3 for each in segments))
        is_parted = min(before, after) >= _PROSE_LINES and crossing <= _CROSSING * len(segments)
        if is_parted and (best is None or before + after - crossing > best[0]):
            best = before + after - crossing, gutter
    return best[1] if best else None


def _thinned(places: Sequence[int]) -> list[int]:
    """Return at most so many places that looking at each stays cheap."""
    most = 24
    return list(places[:: max(1, -(-len(places) // most))])


def _prose(segments: Sequence[Segment], width: float, chosen: Iterable[bool]) -> int:
    return sum(
        is_there and each.right - each.left >= _PROSE * width
        for each, is_there in zip(segments, chosen, strict=True)
    )


def pitch_of(lines: Sequence[Placed], reach: float) -> float | None:
    """Return the room from one line of a column's paragraphs to the next, in points.

    It is the least of the usual steps of which most lead on from a line that goes as far as lines
    do: what follows a short line is another paragraph. None where no line goes so far.
    """
    if not lines:
        return None
    usual = median(line[0].size for line in lines)
    steps: dict[float, list[bool]] = {}
    for before, after in pairwise(lines):
        step = after[0].base - before[0].base
        is_usual = max(abs(before[0].size - usual), abs(after[0].size - usual)) < _OTHER_SIZE
        if is_usual and 0 < step <= _FARTHEST * usual:
            is_full = reach - before[-1].right < _NEARLY * usual
            steps.setdefault(round(2 * step) / 2, []).append(is_full)
    counted = sum(map(len, steps.values()))
    for step in sorted(steps):
        is_common = len(steps[step]) >= max(_FEW, counted / 10)
        if is_common and 2 * sum(steps[step]) >= len(steps[step]):
            return step
    return None

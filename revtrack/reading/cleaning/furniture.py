"""What belongs to the pages and not to the text: heads, feet, page numbers, lines for signing."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.reading.cleaning.headings import is_usual_heading
from revtrack.reading.cleaning.lines import SourceLine

_SIGNED = (
    r"(?:justerandes?|justerarnas|ordförandes?|protokollsjusterarens?)\s*"
    r"sign(?:atur(?:er)?|\.)?|utdragsbestyrkande|utdraget\s+bestyrkes?|utdraget\s+bestyrks|"
    r"justerandes?|justerare"
)
_SIGNING = re.compile(rf"(?:(?:{_SIGNED})[\s|:._\-–]*){{1,4}}", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an|nr|\.)?\s*:?\s*)\d{1,4}(?:\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4}|/\s*\d{1,4}))?|"
    r"\d{1,4}\s*\(\s*\d{1,4}\s*\)|[-–]\s*\d{1,4}\s*[-–]|\d{1,4}\s+av\s+\d{1,4}|page\s+\d{1,4}",
    re.IGNORECASE,
)
_ENDS_IN_PAGE = re.compile(
    r".*\b(?:sid(?:a|an)?|page|blad)\s+\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4}|/\s*\d{1,4})",
    re.IGNORECASE,
)
_TITLE_WITH_PAGE = re.compile(r"[^§]*[^\W\d_]{3}[^§]*\s\d{1,4}\s?\(\d{1,4}\)")
_RULE = re.compile(r"[\s|+:=_\-–—―⎯.*]*[-_=–—―⎯]{2,}[\s|+:=_\-–—―⎯.*]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\s+[a-zåäö]{3,9}\.?\s+\d{4}", re.IGNORECASE)
_SITE = re.compile(
    r"storlek:\s*px|starta visningen|starta visningen från sidan:?|no results found|"
    r"•\s*no results found|transkript|ladda ner(?: dokument)?",
    re.IGNORECASE,
)
_LONGEST = 160
_NUMBERS = re.compile(r"\d+")
_OFTEN = 3
_TWICE = 2
_BESIDE = 3
"""So many lines beside the number of a page may belong to the page too."""
_FEET = 2
"""So many of a page's last lines are its foot."""
_EDGE = 4
"""So many lines from the top or the foot of a page may be its head or foot."""
_SAME_HEIGHT = 4
"""Points within which two lines stand at the same height of their pages."""
_TITLE = re.compile(r"(?:uppföljande\s)?\w*granskning(?:\sav|:)\s+\S.*", re.IGNORECASE)
_MONTH = re.compile(r"[a-zåäö]{3,9}\s+\d{4}", re.IGNORECASE)
_FRONT = 8
"""So many lines from the top of a page tell whether it is a title page."""
_ITEM = re.compile(r"[-–•*]\s+\S+(?:\s+\S+){2,}")
_SENTENCE = re.compile(
    r"[A-ZÅÄÖ]\w*(?:[\s,]+[^\W\d_]\S*){4}.*[.:]|[A-ZÅÄÖ]\w*(?:\s[^\W\d_]\S*)+\satt:?"
)
"""A sentence, or what leads to a list."""
_MATTER = re.compile(r"§+\s?\d+")
"""The number of a matter, which the pages of minutes may repeat and which no other matter has."""
Key = tuple[str, int]
"""The words of a line and how high on its page it stands."""


@dataclass(frozen=True)
class Sifted:
    """The lines of the text, and those of the pages."""

    lines: tuple[SourceLine, ...]
    furniture: tuple[SourceLine, ...]


def sifted(lines: Sequence[SourceLine]) -> Sifted:
    """Part the lines of the text from those of the pages, in the order of the file.

    A line of the text that stands after one of the pages', or on a new page, ``follows_break``.
    A date or title that is repeated at the pages' edges is kept where it stands first.
    """
    repeated = _repeated(lines)
    kept: list[SourceLine] = []
    left_out: list[SourceLine] = []
    was_left_out = had_gap = False
    page = lines[0].page if lines else None
    for place, line in enumerate(lines):
        if place in repeated or is_furniture(line.text):
            left_out.append(line)
            was_left_out = True
            had_gap = had_gap or line.has_gap
            continue
        is_new_page = line.page != page
        if was_left_out or is_new_page:
            line = replace(line, follows_break=True, has_gap=line.has_gap or had_gap)  # noqa: PLW2901
        kept.append(line)
        page, was_left_out, had_gap = line.page, False, False
    return Sifted(tuple(kept), tuple(left_out))


def is_furniture(text: str) -> bool:
    """Tell whether a line is furniture wherever it stands: signing, page number, a mere rule."""
    text = text.strip()
    if len(text) > _LONGEST:
        return False
    return any(
        each.fullmatch(text) is not None
        for each in (_SIGNING, _PAGE_NUMBER, _ENDS_IN_PAGE, _RULE, _SITE)
    )


def repeated_days(texts: Iterable[str]) -> frozenset[str]:
    """Return the days that stand alone so often among some texts that pages begin with them."""
    counted = Counter(text for text in texts if len(text) <= _LONGEST and _DAY.fullmatch(text))
    return frozenset(day for day, count in counted.items() if count >= _OFTEN)


def _repeated(lines: Sequence[SourceLine]) -> frozenset[int]:
    """Return the places of lines that stand again and again where pages begin and end."""
    if any(line.page is not None for line in lines):
        at_edges = _repeated_at_edges(lines)
        return at_edges | _repeated_days(lines, at_edges)
    return _repeated_days(lines) | _repeated_near_breaks(lines)


def _repeated_near_breaks(lines: Sequence[SourceLine]) -> frozenset[int]:
    """Return the places of lines that stand only where a text's pages begin and end.

    Pages show by their numbers, with what stands right above and below them. Where the same line
    stands elsewhere, it is kept there.
    """
    numbered = _numbered_titles(lines)
    breaks = [
        place for place, line in enumerate(lines) if place in numbered or _shows_page(line.text)
    ]
    if not breaks:
        return frozenset()
    near: dict[str, set[int]] = defaultdict(set)
    for place in breaks:
        for beside in range(max(0, place - _BESIDE), min(len(lines), place + _BESIDE + 1)):
            if _touch(lines, place, beside):
                near[_key(lines[beside].text)].add(beside)
    counted = Counter(_key(line.text) for line in lines)
    repeated: set[int] = set()
    for key, places in near.items():
        text = lines[min(places)].text
        is_of_pages = counted[key] >= _TWICE and not is_usual_heading(text)
        if key and (_is_day_again(lines, places) if _DAY.fullmatch(text) else is_of_pages):
            repeated |= places
    return frozenset(repeated) | numbered


def _numbered_titles(lines: Sequence[SourceLine]) -> frozenset[int]:
    """Return the places of a title that stands with one page's number after the other."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if len(line.text) <= _LONGEST and _TITLE_WITH_PAGE.fullmatch(line.text):
            places[_key(line.text)].append(place)
    return frozenset(
        place
        for found in places.values()
        if len({lines[place].text for place in found}) >= _TWICE
        for place in found
    )


def _touch(lines: Sequence[SourceLine], one: int, other: int) -> bool:
    """Tell whether two lines stand right under one another, or with such lines between."""
    return not any(line.has_gap for line in lines[min(one, other) + 1 : max(one, other) + 1])


def _is_day_again(lines: Sequence[SourceLine], places: Collection[int]) -> bool:
    """Tell whether the lines are the same day alone, which stands further up already."""
    days = {lines[place].text for place in places}
    if len(days) != 1 or _DAY.fullmatch(next(iter(days))) is None:
        return False
    return any(line.text in days for line in lines[: min(places)])


def _shows_page(text: str) -> bool:
    return len(text) <= _LONGEST and any(
        each.fullmatch(text.strip()) for each in (_PAGE_NUMBER, _ENDS_IN_PAGE)
    )


def _repeated_days(
    lines: Sequence[SourceLine], known: Collection[int] = frozenset()
) -> frozenset[int]:
    """Return the places of days alone on their lines that come again, but for the first.

    ``known`` are places that belong to pages anyhow.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if place not in known and line.has_gap and _DAY.fullmatch(line.text.strip()):
            places[line.text.strip()].append(place)
    often = (found for found in places.values() if len(found) >= _OFTEN)
    return frozenset(place for found in often for place in found[1:])


def _repeated_at_edges(lines: Sequence[SourceLine]) -> frozenset[int]:
    """Return the places of lines that stand at the same height of many pages, at an edge.

    Of only two pages, the last lines of both are enough: what heads both may be two papers' title.

    What stands so from the file's first page on is kept there, since it may be the title's day,
    and what stands so on title pages alone is kept on all of them.
    """
    pages: dict[int | None, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        pages[line.page].append(place)
    at: dict[Key, list[int]] = defaultdict(list)
    feet = {place for found in pages.values() for place in found[-_FEET:]}
    repeated = {
        place
        for page, found in pages.items()
        for place in {*found[:1], *found[-1:]}
        if lines[place].text == str(page)
    }
    for found in pages.values():
        for key, place in _edge(lines, found):
            at[key].append(place)
    groups: list[tuple[str, list[int]]] = []
    for (words, _height), places in at.items():
        is_foot = all(place in feet for place in places)
        least = _TWICE if is_foot and len(pages) == _TWICE else _OFTEN
        if words and len({lines[place].page for place in places}) >= least:
            groups.append((words, places))
    again = {place for _words, places in groups for place in places}
    fronts = {page for page, found in pages.items() if _is_title_page(lines, found, again)}
    for words, places in groups:
        if {lines[place].page for place in places} <= fronts:
            continue
        is_first = lines[places[0]].page == lines[0].page and _has_letters(words)
        is_kept = is_first or _MATTER.match(words) is not None
        repeated.update(places[1:] if is_kept else places)
    return frozenset(repeated)


def _is_title_page(
    lines: Sequence[SourceLine], page: Sequence[int], repeated: Collection[int]
) -> bool:
    """Tell whether a page begins with a review's own title and day, as each of several papers."""
    front = [lines[place].text.strip() for place in page[:_FRONT]]
    own = [lines[place].text.strip() for place in page[:_FRONT] if place not in repeated]
    is_titled = any(len(text) <= _LONGEST and _TITLE.fullmatch(text) for text in own)
    return is_titled and any(_DAY.fullmatch(text) or _MONTH.fullmatch(text) for text in front)


def _edge(lines: Sequence[SourceLine], page: list[int]) -> Iterator[tuple[Key, int]]:
    """Give the first and last lines of a page, each with its words and its height.

    An item of a list is left out, and where heights are not known any sentence and usual heading:
    short papers that recommend or answer the same may begin and end alike.
    """
    for order, place in enumerate(page):
        from_end = len(page) - 1 - order
        text, height = lines[place].text.strip(), lines[place].height
        is_text = _ITEM.fullmatch(text) is not None
        is_text = is_text or (height is None and _is_prose(text))
        if min(order, from_end) >= _EDGE or is_text:
            continue
        if height is None:
            height = order if order < _EDGE else -1 - from_end
        yield (_key(lines[place].text), round(height / _SAME_HEIGHT)), place


def _is_prose(text: str) -> bool:
    """Tell whether a line is a sentence, or a heading that any report may have."""
    return is_usual_heading(text) or (
        len(text) <= _LONGEST and _SENTENCE.fullmatch(text) is not None
    )


def _has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _key(text: str) -> str:
    """Return a line with its numbers made equal, since pages are numbered; matters are not."""
    text = " ".join(text.split()).casefold()
    if _MATTER.match(text):
        return text if len(text) <= _LONGEST else ""
    return _NUMBERS.sub("0", text) if len(text) <= _LONGEST else ""

"""What a letter or report recommends.

Each text that may be a recommendation, with what is said around it of its number, its recipients
and its day.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from revtrack.domain.names.addressing import (
    Addressed,
    Bodies,
    addressed_by,
    after_lead,
    is_recommending,
    names_in,
)
from revtrack.domain.texts.list_marks import is_our_number, split_number
from revtrack.domain.texts.paper import Line, LineKind, Place

IsKnown = Callable[[str], bool]
"""Tells whether a text is like one of the recommendations that are looked for."""

_OUR_NUMBER = re.compile(r"^(?:\d{4},\s*)?(?P<number>[RF]\d{1,3}[a-z]?)\b,?\s*")
_TAIL = re.compile(r"\s*\((?P<names>[^()]+)\)\.?$")
_ORIGIN = re.compile(
    r"\s*(?:\bDel av [RF]?\d{1,3}[a-z]?\.?|\(?\bupprepad från [^()]+(?:\([^()]*\))?\)?\.?)\s*$",
    re.IGNORECASE,
)
"""What a report says after a wording of where the recommendation comes from."""
_ENDING = re.compile(r"[\s;,]+$")
_SECTION = re.compile(r"rekommendation|\bfrågor\b", re.IGNORECASE)
_CHAPTER = 2
"""Headings down to this level begin a new part of a paper."""


@dataclass(frozen=True)
class Item:
    """A text that may be a recommendation."""

    readings: tuple[str, ...]
    """The text in the ways that it may be read, without number and introducing words."""
    place: Place
    number: str | None = None
    """As it stands before the text: ``R4``, ``4``, ``3a``."""
    is_counted: bool = False
    """Whether the word processor counted the number, so that it says only the place in a list."""
    addressed: Addressed | None = None
    """Whom it is put to; None where nothing around it says so."""
    addressed_at: Place | None = None
    """Where that is said."""
    days: str = ""
    """What stands in the same row of the day by which a reply is asked for."""
    run: int = 0
    """The list or table that it stands in."""
    part: int = 0
    """The chapter, or the table with recipients of its own, that it stands in."""
    is_listed: bool = False
    """Whether where it stands says that it is a recommendation."""
    is_marked: bool = False
    """Whether it is an item of a list or a row, and so stands for itself."""
    is_repeated: bool = False
    """Whether it is a merged cell that was read in the row above already."""

    @property
    def has_our_number(self) -> bool:
        """Whether its number is one of the letter's: ``R4``, ``F1``."""
        return is_our_number(self.number)


@dataclass(frozen=True)
class Readings:
    """The ways in which an item's text may be read, and what the text says of itself."""

    texts: tuple[str, ...]
    addressed: Addressed | None = None
    """Whom it names: "Kommunstyrelsen: …", "… (KS, GSN)", "Vi rekommenderar nämnden att …"."""
    number: str | None = None
    """A number of the letter that stands before a colon: "2022, R4, kommunstyrelsen: …"."""


def readings_of(text: str, bodies: Bodies) -> Readings:
    """Return the ways in which an item's text may be read."""
    whole = _ENDING.sub("", text)
    texts, addressed, number = [whole], None, None
    led = after_lead(whole, bodies)
    if led:
        addressed = led[0]
        texts.append(led[1])
    before, colon, after = whole.partition(": ")
    if colon and after:
        ours = _OUR_NUMBER.search(before)
        number = ours["number"] if ours else None
        addressed = addressed or names_in(_OUR_NUMBER.sub("", before), bodies)
        texts.append(after)
    tail = _TAIL.search(whole)
    named_last = names_in(tail["names"], bodies) if tail else None
    if tail and named_last:
        addressed = addressed or named_last
        texts.append(whole[: tail.start()])
    if whole.casefold().startswith("att "):
        texts.append(whole[len("att ") :])
    return Readings(tuple(texts), addressed, number)


@dataclass
class Course:
    """What has been read so far, as far as it says something of what comes."""

    bodies: Bodies
    addressed: Addressed | None = None
    addressed_at: Place | None = None
    level: int | None = None
    """Level of the heading that named the recipients; None: a line of text did."""
    is_section: bool = False
    """Whether the nearest heading speaks of recommendations."""
    is_recommending: bool = False
    """Whether the last introducing line did."""
    pending: str | None = None
    """A number that stood in a heading before its text."""
    run: int = 0
    part: int = 0
    is_in_list: bool = False
    scoped: list[Addressed] = field(default_factory=list)
    """Whom titles name: "Rekommendationer till grundskolenämnden"."""

    def name(self, addressed: Addressed | None, line: Line) -> None:
        """Take up whom a line or heading speaks to."""
        self.addressed, self.addressed_at = addressed, line.place
        self.level = line.level if line.kind is LineKind.HEADING else None
        self.next_run()

    def next_run(self) -> None:
        """Begin a new list."""
        self.run += 1
        self.is_in_list = False


def items_in_line(line: Line, course: Course) -> Iterator[Item]:
    """Give the item that a line may be, and keep in ``course`` what it says of those to come."""
    if line.kind is LineKind.CONTENTS:
        return
    if line.kind is LineKind.HEADING:
        yield from _heading(line, course)
        return
    addressed = _introduced(line, course)
    if addressed is None and line.text.endswith(":") and _is_begun(line, course):
        yield _item(line, course)
        return
    if addressed is not None or line.text.endswith(":"):
        course.name(addressed, line)
        course.is_recommending = is_recommending(line.text) or (
            addressed is not None and course.is_section
        )
        course.pending = None
        return
    yield _item(line, course)


def _is_begun(line: Line, course: Course) -> bool:
    """Tell whether a line with a colon at its end is a recommendation that the next lines end."""
    number, _rest, has_bullet = split_number(line.text)
    is_item = line.kind is LineKind.ITEM or has_bullet
    return is_our_number(number) or (is_item and course.is_recommending)


def _introduced(line: Line, course: Course) -> Addressed | None:
    """Return whom an introducing line speaks to: one that ends in a colon, "att", or is short."""
    text = line.text.strip()
    if text.endswith((":", " att")):
        return addressed_by(text, course.bodies)
    if not _is_short(text) or text.endswith((".", "!", "?", ";")):
        return None
    return addressed_by(text, course.bodies)


def _is_short(text: str) -> bool:
    """Tell whether a line is but a label: "2. Till grundskolenämnden och gymnasienämnden"."""
    return re.match(r"^(\d+[.)]\s*)?till\b", text, re.IGNORECASE) is not None


def _heading(line: Line, course: Course) -> Iterator[Item]:
    number, rest, _is_marked = split_number(line.text)
    addressed = addressed_by(line.text, course.bodies)
    if addressed:
        if line.level is not None and line.level <= _CHAPTER and _SECTION.search(line.text):
            course.scoped.append(addressed)
        course.is_recommending = course.is_section or _SECTION.search(line.text) is not None
        course.name(addressed, line)
        return
    course.pending = number if is_our_number(number) else None
    course.next_run()
    if course.pending is None:
        yield replace(_bare_item(rest, line.place, course), is_listed=False)
        course.is_section = _SECTION.search(line.text) is not None
        course.is_recommending = False
        is_deeper = (
            course.level is not None and line.level is not None and line.level > course.level
        )
        if not is_deeper:
            course.addressed = None
        if line.level is not None and line.level <= _CHAPTER:
            course.part += 1


def _bare_item(text: str, place: Place, course: Course) -> Item:
    read = readings_of(text, course.bodies)
    return Item(
        read.texts,
        place,
        number=read.number,
        addressed=read.addressed or course.addressed,
        addressed_at=place if read.addressed else course.addressed_at,
        run=course.run,
        part=course.part,
    )


def without_origin(text: str) -> str:
    """Return a text without what follows of where the recommendation comes from."""
    return _ORIGIN.sub("", text)


def _item(line: Line, course: Course) -> Item:
    number, text, has_bullet = split_number(without_origin(line.text))
    is_marked = line.kind is LineKind.ITEM or has_bullet or number is not None
    if is_marked != course.is_in_list:
        course.next_run()
        course.is_in_list = is_marked
    item = _bare_item(text, line.place, course)
    computed = _computed(line.marker)
    is_counted = (
        (number or item.number) is None and computed is not None and not is_our_number(computed)
    )
    typed = number or computed
    if not is_marked:
        typed, course.pending = course.pending, None
    says_itself = after_lead(text, course.bodies) is not None
    return replace(
        item,
        number=typed or item.number,
        is_counted=is_counted,
        is_marked=is_marked,
        is_listed=(is_marked and course.is_recommending)
        or is_our_number(typed)
        or (is_marked and says_itself),
    )


def _computed(marker: str | None) -> str | None:
    bare = (marker or "").strip(".):( ")
    return bare if re.fullmatch(r"[RF]?\d{1,3}[a-z]?(?:\.\d{1,2})*", bare) else None


def lines_of_cell(text: str, bodies: Bodies, is_known: IsKnown) -> tuple[str, ...]:
    """Return the texts of a cell, one for each recommendation where it holds several."""
    lines = [told for line in text.split("\n") if (told := without_origin(line)).strip()]
    whole = " ".join(lines)
    if len(lines) > 1 and not _is_one(whole, bodies, is_known):
        known = [line for line in lines if _is_one(line, bodies, is_known)]
        if known:
            return tuple(_belonging(lines, known))
    return (whole,) if whole else ()


def _belonging(lines: Iterable[str], known: list[str]) -> Iterator[str]:
    for line in lines:
        number, _text, has_bullet = split_number(line)
        if line in known or has_bullet or number is not None:
            yield line


def _is_one(text: str, bodies: Bodies, is_known: IsKnown) -> bool:
    _number, rest, _is_marked = split_number(text)
    return any(is_known(reading) for reading in readings_of(rest, bodies).texts)

"""The lines of a text put together to paragraphs, items, headings, footnotes and tables."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.breaks import MOST_NOTES, over_breaks
from revtrack.reading.cleaning.contents import Contents
from revtrack.reading.cleaning.headings import (
    LARGER,
    PLAIN,
    could_be_heading,
    heading_levels,
    is_usual_heading,
    style_of,
    with_numbered_headings,
)
from revtrack.reading.cleaning.hyphens import Joined
from revtrack.reading.cleaning.lines import (
    CONTENTS,
    FOOTNOTE,
    HEADING,
    ITEM,
    PARAGRAPH,
    Block,
    SourceLine,
)
from revtrack.reading.cleaning.table_rows import tables_of

_LONGEST_HEADING = 110
_LABELLED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{1,14}(?: [a-zåäö]{2,12})?(?: \d{1,2})?: \S")
"""A line that says first what it tells: "Mottagare: …"; no words go on so."""
_IS_CUT = re.compile(r",$|\w-$")
"""How a line ends that goes on below it whatever stands there."""
_BEFORE_DAY = re.compile(r"\b[Dd]en$")
_DAY = re.compile(rf"\d{{1,2}}\.? (?:{ANY_MONTH})\b", re.IGNORECASE)
"""A day that a line goes on with where the one above ends: "svar senast den"."""
_NUMBERED_ALONE = re.compile(
    r"(?:(?:svar|kommentar) (?:på|till) )?(?:rekommendation|punkt|synpunkt|påpekande|rek\.?)(?:en)?"
    r" (?:nr\.? |nummer )?R?\d{1,2}\s*[.:]?",
    re.IGNORECASE,
)
"""A line that only numbers what comes below it: "Rekommendation 2"."""
_BOX = re.compile(r"\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔]?\s?\)|[☐☑☒○◯●□■]")
"""A box of a form; a line with several is a choice of its own."""
_RULE = re.compile(r"[-_=]{3,}")
_BEGINS_ANEW = re.compile(
    r"(?:Vi|Det|Den|De|I|En|Ett|Enligt|Av|Under|Sedan|Efter|På|Vid|Därutöver|Vidare|Dessutom|Detta"
    r"|Denna|Dessa|När|Om|Genom|Inom|Ingen|Inget|Inga|Någon|Något|Några|Samtidigt|Däremot|Dock"
    r"|Sker|Pågår|Ingår|Planeras|Antogs|Beslutades) "
    r"[a-zåäö]"
)
"""How a line begins that only a new paragraph does where the one above ends without a stop."""
_UNENDED = re.compile(r"[a-zåäö]{2}$")
_SMALLER = 0.93
"""What begins with a number in letters so small, against the running text's, is a footnote."""
_SECOND = {"1": "2", "a": "b", "A": "B"}
_NEAR = 5
"""Among so many lines the second item of a list comes below the first."""
_ONE_WORD = 9
"""Letters: a line that ends so near its column's end was broken for the next word."""
_QUOTE_BEGINS = re.compile(r"[”“„»\"][A-ZÅÄÖ]")
_QUOTE_ENDS = re.compile(r"[.!?][”“«»\"]$")
_CLOSES = re.compile(r"[”“«»\"][.:]?$")
_ONE_QUOTE = re.compile(r"[”“„»\"][A-ZÅÄÖ][^”“„«»\"]{25,300}[”“«»\"][.:]?")
"""A block that is a quotation as a whole, whatever it ends with."""
_FIRST_WORD = re.compile(r"\S{1,60}")
_STEP = 2.0
"""So many letters further in, a list lies within another."""


@dataclass
class _Open:
    """A block that goes on."""

    kind: str
    said: Joined
    first: SourceLine
    last: SourceLine
    level: int | None = None
    marker: str | None = None
    follows_break: bool = False

    def closed(self) -> Block:
        text = signs.without_note_marks(self.said.text)
        return Block(
            self.kind,
            text,
            self.first.number,
            self.last.number,
            self.first.page,
            self.level,
            self.marker,
            follows_break=self.follows_break,
            is_quoted=self.first.is_quoted,
            is_full=self.last.reach is not None
            and self.last.reach - self.last.right < _ONE_WORD * self.last.letter,
        )


def blocks_of(lines: Sequence[SourceLine], words: Collection[str] = ()) -> list[Block]:
    """Return the blocks that lines without furniture make, in their order.

    ``words`` are those of the whole paper, in small letters, for hyphens at the ends of lines.
    """
    return with_numbered_headings(over_breaks(list(_Putting(lines, words).blocks()), words))


class _Putting:
    """Goes through the lines once."""

    def __init__(self, lines: Sequence[SourceLine], words: Collection[str]) -> None:
        self._lines = lines
        self._words = words
        self._contents = Contents()
        self._lists: list[float] = []
        """Where the lists around the current item begin."""
        self._lone_bullet: SourceLine | None = None
        self._levels = heading_levels(lines)

    def blocks(self) -> Iterator[Block]:
        """Give the blocks in their order."""
        held: _Open | None = None
        rows: list[SourceLine] = []
        for place, line in enumerate(self._lines):
            if line.is_row:
                rows.append(line)
                continue
            if rows:
                yield from self._closed(held)
                held = None
                yield from tables_of(rows)
                rows = []
            if signs.is_bullet_alone(line.text):
                self._lone_bullet = line if self._leads_on(place) else None
                continue
            opened = self._opened(line, place, held)
            if opened is None and held is not None:
                held.said.add(signs.without_stars(line.text), self._words)
                held.last = line
                continue
            yield from self._closed(held)
            held = opened
        yield from self._closed(held)
        if rows:
            yield from tables_of(rows)

    def _leads_on(self, place: int) -> bool:
        if place + 1 == len(self._lines):
            return False
        following = self._lines[place + 1]
        return not following.is_row and not (following.has_gap and self._lines[place].has_gap)

    def _closed(self, held: _Open | None) -> Iterator[Block]:
        if held is not None:
            yield held.closed()

    def _opened(self, line: SourceLine, place: int, held: _Open | None) -> _Open | None:
        """Return the block that begins with a line; None where it goes on from the line before."""
        text = signs.without_stars(line.text)
        if plainly := self._plainly_opened(text, line):
            return plainly
        if held is not None and held.kind == HEADING and _is_more_heading(held, line):
            return None
        if self._is_heading(text, place):
            self._lists = []
            return self._heading(text, line)
        if (marked := signs.item(text)) and self._is_item(marked, place, held):
            return self._item(line, marked, line)
        if held is not None and _goes_on(held, line) and not self._stands_alone(place, held):
            return None
        if line.left <= (self._lists[0] if self._lists else 0):
            self._lists = []
        return _open(PARAGRAPH, text, line)

    def _plainly_opened(self, text: str, line: SourceLine) -> _Open | None:
        """Return the block that a line begins by its own signs, None where it has none of them."""
        if self._lone_bullet is not None:
            bullet, self._lone_bullet = self._lone_bullet, None
            found = signs.item(text)
            return self._item(bullet, found or signs.Marked(signs.BULLET, text), line)
        if lead := self._contents.lead(text):
            return _open(CONTENTS, lead, line)
        note = signs.footnote(text)
        if note is None and line.size < _SMALLER:
            note = signs.small_footnote(text)
        if note:
            return _open(FOOTNOTE, note.text, line, marker=note.marker)
        return None

    def _is_item(self, marked: signs.Marked, place: int, held: _Open | None) -> bool:
        """Tell the number of a list from one at which a sentence was broken: "senast den / 20."."""
        line = self._lines[place]
        if marked.marker == signs.BULLET or line.has_gap or held is None:
            return True
        return (
            held.kind == ITEM
            or signs.ends_sentence(held.said.end)
            or not _is_full(held.last, line)
            or self._begins_list(marked.marker, place)
        )

    def _begins_list(self, marker: str, place: int) -> bool:
        """Tell whether a line is the first of a list, whose second comes soon."""
        second = _SECOND.get(marker.strip(" .)("))
        near = self._lines[place + 1 : place + _NEAR]
        found = (signs.item(signs.without_stars(each.text)) for each in near if not each.is_row)
        return second is not None and any(e and e.marker.strip(" .)(") == second for e in found)

    def _item(self, first: SourceLine, marked: signs.Marked, last: SourceLine) -> _Open:
        margin = _STEP * first.letter
        while self._lists and first.left < self._lists[-1] - margin:
            self._lists.pop()
        if not self._lists or first.left > self._lists[-1] + margin:
            self._lists.append(first.left)
        level = len(self._lists) - 1
        opened = _open(ITEM, marked.text, first, level=level, marker=marked.marker)
        opened.last = last
        return opened

    def _is_heading(self, text: str, place: int) -> bool:
        line = self._lines[place]
        if is_usual_heading(text) and (self._ends_after(place) or self._breaks_off(place)):
            return True
        if text.endswith("?") and style_of(line) != PLAIN:
            text = text[:-1]  # a question of the audit, where its letters make it a heading
        if not could_be_heading(text) and not could_be_heading(self._with_next(text, place)):
            return False
        numbered = signs.section(text)
        if numbered and "." in numbered.marker:
            return line.has_gap or self._ends_after(place) or self._breaks_off(place)
        return self._looks_as_heading(line, place)

    def _with_next(self, text: str, place: int) -> str:
        """Return a line with the one that goes on with it in the same letters, as titles do."""
        line, following = self._lines[place], self._lines[place + 1 : place + 2]
        goes_on = any(
            style_of(each) == style_of(line) != PLAIN
            and not each.has_gap
            and signs.starts_small(each.text)
            for each in following
        )
        return f"{text} {following[0].text}" if goes_on else text

    def _looks_as_heading(self, line: SourceLine, place: int) -> bool:
        """Tell whether a title's letters, or without such letters its place, make it a heading."""
        if line.size >= LARGER or (line.is_bold and self._is_apart(place)):
            return True
        if self._levels or signs.item(line.text):
            return False  # headings show by their letters in this paper; or it is of a list
        if place and self._lines[place - 1].text.endswith(":"):
            return False  # what a list without bullets begins with
        return line.has_gap and self._ends_after(place) and self._leads(place)

    def _stands_alone(self, place: int, held: _Open) -> bool:
        """Tell whether a line that could be a heading is one, though it has no room above it."""
        text = self._lines[place].text
        if held.kind != PARAGRAPH or signs.starts_small(text) or not could_be_heading(text):
            return False
        return not held.said.end.endswith((",", "-")) and self._breaks_off(place)

    def _breaks_off(self, place: int) -> bool:
        """Tell whether a line ends before its column does, and what follows begins anew."""
        if place + 1 == len(self._lines) or self._lines[place].reach is None:
            return False
        following = self._lines[place + 1]
        return not signs.starts_small(following.text) and not _is_full(
            self._lines[place], following
        )

    def _ends_after(self, place: int) -> bool:
        """Tell whether the line is the last of its paragraph."""
        return place + 1 == len(self._lines) or self._lines[place + 1].has_gap

    def _is_apart(self, place: int) -> bool:
        """Tell whether a bold line is a line of its own, not bold words that begin a paragraph."""
        if place + 1 == len(self._lines):
            return True
        following = self._lines[place + 1]
        return following.has_gap or following.is_bold or not signs.starts_small(following.text)

    def _leads(self, place: int) -> bool:
        """Tell whether text follows that a heading could stand over, and not the sentence's end."""
        following = self._lines[place + 1 : place + 1 + MOST_NOTES]
        text = next((line.text for line in following if not signs.footnote(line.text)), "")
        return bool(text) and not signs.starts_small(text)

    def _heading(self, text: str, line: SourceLine) -> _Open:
        numbered = signs.section(text)
        level = self._levels.get(style_of(line))
        if numbered:
            level = numbered.marker.count(".") + 1
        return _open(HEADING, text, line, level=level)


def _open(
    kind: str, text: str, line: SourceLine, *, level: int | None = None, marker: str | None = None
) -> _Open:
    return _Open(kind, Joined(text), line, line, level, marker, follows_break=line.follows_break)


def _goes_on(held: _Open, line: SourceLine) -> bool:
    """Tell whether a line without a mark of its own goes on from the block above it."""
    if held.kind in {HEADING, CONTENTS} or line.has_gap or line.follows_break:
        return False
    text = line.text
    is_labelled = _LABELLED.match(text) and not _IS_CUT.search(held.said.end)
    is_anew = _BEGINS_ANEW.match(text) and _UNENDED.search(held.said.end)
    if is_labelled or is_anew or _quotes_alone(held, text) or _begins_apart(held.said.end, text):
        return False
    is_cut = held.said.end.endswith((",", "-")) or (
        _BEFORE_DAY.search(held.said.end) is not None and _DAY.match(text) is not None
    )
    if is_cut or (signs.starts_small(text) and not _ends_list(held.said.end)):
        return True
    if held.kind == ITEM and line.left > held.first.left + line.letter:
        return True  # hangs under its item
    if held.kind == ITEM and line.left < held.first.left - 1 and held.last is held.first:
        return False  # begins further out than its bullet
    return _is_full(held.last, line) and not _ends_list(held.said.end)


def _begins_apart(above: str, text: str) -> bool:
    """Tell whether a line numbers what comes below it, has boxes, or is ruled off."""
    is_ended = signs.ends_sentence(above) or _NUMBERED_ALONE.fullmatch(above) is not None
    is_numbered = is_ended and _NUMBERED_ALONE.fullmatch(text) is not None
    is_ruled = _RULE.match(text) is not None or _RULE.search(above[-len("----") :]) is not None
    return is_numbered or is_ruled or len(_BOX.findall(text)) > 1


def _quotes_alone(held: _Open, text: str) -> bool:
    """Tell whether a quotation parts a line from the block above it: it begins or ended there."""
    is_begun = _QUOTE_BEGINS.match(text) and signs.ends_sentence(held.said.end)
    is_ended = _QUOTE_BEGINS.match(held.said.begin) and _CLOSES.search(held.said.end[-2:])
    is_ended = is_ended and (
        _QUOTE_ENDS.search(held.said.end) or _ONE_QUOTE.fullmatch(held.said.text)
    )
    return bool(is_begun or (is_ended and text[:1].isupper()))


def _is_more_heading(held: _Open, line: SourceLine) -> bool:
    """Tell whether a line goes on with the heading above it: written alike, right under it."""
    is_alike = style_of(line) == style_of(held.last) and style_of(line) != PLAIN
    if not is_alike or line.has_gap or line.follows_break or len(held.said.end) > _LONGEST_HEADING:
        return False
    if signs.section(line.text) or signs.item(line.text):
        return False
    return signs.starts_small(line.text) or _is_full(held.last, line)


def _ends_list(text: str) -> bool:
    return text.endswith(":")


def _is_full(line: SourceLine, following: SourceLine) -> bool:
    """Tell whether the next line's first word did not fit on a line any more."""
    if line.reach is None:
        return False
    word = _FIRST_WORD.match(following.text)
    room = line.reach - line.right
    return room < line.letter * (1.0 + (len(word[0]) if word else 0))

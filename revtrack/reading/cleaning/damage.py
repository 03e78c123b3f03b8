"""Letters that a scan or a wrong encoding took away, found again where only one reading is likely.

What a word was is told by the other words of the same paper, and by a list of Swedish words with
å, ä and ö that the project's own texts use. A word that nothing tells of is left as it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.reading.cleaning.lines import Block, Row

_LIST = Path(__file__).with_name("swedish_words.txt")
_LOST = "\ufffd"
_LETTERS = "åäö"
_PLAIN = str.maketrans("åäöéÅÄÖÉ", "aaoeAAOE")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TOKEN = re.compile(rf"(?:[^\W\d_]|[{_LOST}?¿¤])+")
_HOLE = re.compile(rf"{_LOST}|[?¿¤](?=[^\W\d_])")
"""Where a letter was lost; a question mark only where a letter follows it."""
_MOST_HOLES = 4
_LONGEST = 48
_FEW = 3
_SURELY = 3
"""So many times as often must the likelier of two readings be met."""
_SHORTEST = 5
_LONG = 7
"""So long is a word that is not another one by chance when an m is read as rn."""
_USUAL = frozenset(
    {
        *("är", "när", "för", "där", "här", "vård", "vården", "första", "gång", "årlig", "läsa"),
        *("rätta", "rätt", "då", "stöd", "öka", "fått", "bör"),
    }
)
"""Words that are meant where another, rarer one has lost the same letters."""
_HEAD = re.compile(
    "nämnd|förvaltning|område|åtgärd|uppföljning|bedömning|ärende|förslag|tjänst|miljö|säkerhet|"
    "fördelning|förmåga|förändring|förbättring|försörjning|lösning|ledamöter|möte|prövning|ändring"
)
"""How words begin that compounds of this trade end in."""
_YEAR = re.compile(rf"(?<![^\W_])(?:a|A|{_LOST}|\?)r(?= \d{{4}}(?!\d))")
_MANNER = re.compile(r"\b(på ett(?: \w{1,40}){0,3}) satt\b")
_IN_WORD = re.compile(r"(?<=[^\W\d_]{2})[1|](?=[^\W\d_]{2})|(?<=[^\W\d_]{2})0(?=[^\W\d_]{2})")
"""A figure within a word, as a scan takes an l or an o for one."""
_FIGURE = re.compile(r"[\d|]")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\S)")
_DAY = re.compile(rf"(?<!\d)(\d{{1,2}})(?=(?:{ANY_MONTH})\b)")
_NUMBER = re.compile(
    r"(?<![^\W_])(?=[\dOolI/:.-]{0,12}\d[\dOolI/:.-]{0,12}\d)\d[\dOolI]{0,3}(?:[-/:.][\dOolI]{1,5}){0,3}(?![^\W_])"
)
_AS_DIGITS = str.maketrans("OolI", "0011")
_ACCENTS = {
    f"{letter}{sign}" if follows else f"{sign}{letter}": whole
    for letter, sign, whole in (
        *(("a", "¨", "ä"), ("o", "¨", "ö"), ("a", "˚", "å")),
        *(("A", "¨", "Ä"), ("O", "¨", "Ö"), ("A", "˚", "Å")),
    )
    for follows in (True, False)
}
"""Letters whose dots or ring stand apart, as some programs write them into a PDF."""
_ACCENT = re.compile("[aoAO] ?[¨˚]|[¨˚] ?[aoAO]")
_TWICE_SIGNS = "ÃÂâ"
_TWICE = re.compile(
    "Ã[\u0080-\u00bf\u2013-\u2122\u0152-\u017e\u0192\u02c6\u02dc]|Â[§·°´»«\u00a0]|"
    "â€[\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|â[\u0080\u0081][\u0080-\u00bf]"
)
"""Signs in UTF-8 that were read as if each of their bytes were a letter."""


@dataclass
class Mended:
    """What was mended in a paper."""

    changed: dict[str, str] = field(default_factory=dict)
    """The words as they stood, and as they were read."""
    lost: int = 0
    """How many words still lack a letter."""
    line: int | None = None
    """The first line that was mended, or that lacks a letter."""


def mended(blocks: Sequence[Block]) -> tuple[list[Block], Mended]:
    """Return the blocks of a paper with the letters found again, and what was mended."""
    said = Mended()
    blocks = [_changed(block, lambda text: _plainly(text, said)) for block in blocks]
    texts = [text for block in blocks for text in _texts(block)]
    known = _Known(texts)
    reading = known.readings(said)
    if not said.changed and not said.lost:
        return list(blocks), said
    found = []
    for block in blocks:
        changed = _changed(block, lambda text: known.read(text, reading))
        is_damaged = any(_LOST in text for text in _texts(changed))
        if said.line is None and (changed != block or is_damaged):
            said.line = block.line
        found.append(changed)
    return found, said


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    for row in block.rows:
        yield from row.cells


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    text, rows = change(block.text), tuple(_changed_row(row, change) for row in block.rows)
    is_changed = text != block.text or rows != block.rows
    return replace(block, text=text, rows=rows) if is_changed else block


def _changed_row(row: Row, change: Callable[[str], str]) -> Row:
    return replace(row, cells=tuple(map(change, row.cells)))


def _plainly(text: str, said: Mended) -> str:
    """Return a text without the damage that can be read in one way only."""
    for sign, pattern, whole in ((_ACCENTS, _ACCENT, _accented), (_TWICE_SIGNS, _TWICE, _once)):
        if any(each in text for each in sign):
            for found in pattern.finditer(text):
                said.changed.setdefault(found[0], whole(found))
            text = pattern.sub(whole, text)
    has_figure = _FIGURE.search(text) is not None
    if has_figure and (figure := _IN_WORD.search(text)):
        said.changed.setdefault(figure[0], _lettered(figure))
        text = _IN_WORD.sub(_lettered, text)
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    if not has_figure:
        return text
    text = _NUMBER.sub(lambda found: found[0].translate(_AS_DIGITS), text)
    return _DAY.sub(r"\1 ", text)


def _lettered(found: re.Match[str]) -> str:
    return "l" if found[0] in "1|" else "o"


def _accented(found: re.Match[str]) -> str:
    return _ACCENTS.get(found[0].replace(" ", ""), found[0])


def _once(found: re.Match[str]) -> str:
    """Return a letter that was written in UTF-8 and read as if it were not."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return found[0].encode(encoding).decode()
        except UnicodeError:
            continue
    return found[0]


class _Known:
    """The words of a paper and of the list, by what is left of them when letters are lost."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._own: Counter[str] = Counter()
        self._torn: Counter[str] = Counter()
        for text in texts:
            if _HOLE.search(text):
                text = _TOKEN.sub(self._set_aside, text)  # noqa: PLW2901 - without the torn words
            for found in _WORD.finditer(text):
                if found.end() - found.start() <= _LONGEST:
                    self._own[found[0].lower()] += 1
        self._bare: dict[str, list[str]] = defaultdict(list)
        for word in self._own:
            if not word.isascii():
                self._bare[word.translate(_PLAIN)].append(word)
        self._lacks_letters = _lacks_letters(self._own)

    def _set_aside(self, found: re.Match[str]) -> str:
        if _HOLE.search(found[0]) is None:
            return found[0]
        self._torn[found[0].rstrip("?¿¤")] += 1
        return " "

    def readings(self, said: Mended) -> dict[str, str]:
        """Return how the damaged words are read, small letters for words that lost no place."""
        found: dict[str, str] = {}
        for torn, count in self._torn.items():
            whole = self._whole(torn)
            if whole is not None and whole != torn:
                found[torn] = whole
            elif _LOST in torn:
                said.lost += count
        for word in self._own if self._lacks_letters else ():
            whole = self._with_letters(word)
            if whole is not None and whole != word:
                found[word] = whole
        for word in self._own:
            whole = word.replace("rn", "m")
            if "rn" in word and len(whole) >= _LONG and whole in self._own:
                found[word] = found.get(whole, whole)
        said.changed.update(found)
        return found

    def read(self, text: str, readings: Mapping[str, str]) -> str:
        """Return a text with its damaged words as they are read."""
        if self._lacks_letters or self._torn:
            text = _YEAR.sub("år", text)
        if _HOLE.search(text):
            text = _TOKEN.sub(lambda found: _token(found, readings), text)
        if not readings.keys().isdisjoint(map(str.lower, _WORD.findall(text))):
            text = _WORD.sub(lambda found: _in_case(found[0], readings), text)
        return _MANNER.sub(r"\1 sätt", text) if self._lacks_letters else text

    def _whole(self, torn: str) -> str | None:
        """Return the word that had a letter in each hole; None where none or several had."""
        holes = [found.start() for found in _HOLE.finditer(torn)]
        if len(holes) > _MOST_HOLES or len(torn) > _LONGEST:
            return None
        found = [_filled(torn, holes, letters) for letters in product(_LETTERS, repeat=len(holes))]
        for known in (self._own, _listed()):
            there = [word for word in found if word.lower() in known]
            if there:
                return self._likelier(there)
        if _LOST not in torn:
            return None  # a question mark, after all
        return _likely(torn, holes)

    def _likelier(self, words: Sequence[str]) -> str | None:
        """Return the one of some words that is by far the likeliest here, None where none is."""
        if len(words) == 1:
            return words[0]
        ranked = sorted(words, key=lambda word: -self._own[word.lower()])
        first, second = self._own[ranked[0].lower()], self._own[ranked[1].lower()]
        if first >= _SURELY * max(second, 1):
            return ranked[0]
        usual = [word for word in words if word.lower() in _USUAL]
        return usual[0] if len(usual) == 1 else None

    def _with_letters(self, word: str) -> str | None:
        """Return a word that lost its dots and rings with them; None where it may have had none."""
        if word in _ambiguous() or word in _listed():
            return None
        bare = word.translate(_PLAIN)
        found = [
            each
            for each in {*_by_bare().get(bare, ()), *self._bare.get(bare, ())}
            if _is_fuller(each, word)
        ]
        fullest = [each for each in found if not any(_is_fuller(other, each) for other in found)]
        if not fullest:
            whole = _by_parts(bare)
            return whole if whole and _is_fuller(whole, word) else None
        return self._likelier(fullest)


def _is_fuller(word: str, other: str) -> bool:
    """Tell whether a word is another one with more of its dots and rings."""
    return word != other and all(
        letter == sign or letter.translate(_PLAIN) == sign
        for letter, sign in zip(word, other, strict=True)
    )


def _lacks_letters(words: Iterable[str]) -> bool:
    """Tell whether a text has words that no Swedish text has: some of theirs without dots."""
    bare, ambiguous = _by_bare(), _ambiguous()
    lacking = 0
    for word in words:
        lacking += len(word) >= _SHORTEST and word in bare and word not in ambiguous
        if lacking >= _FEW:
            return True
    return False


def _by_parts(word: str) -> str | None:
    """Return a compound of which one part is known to have had å, ä or ö, else None."""
    if len(word) < 2 * _SHORTEST:
        return None
    bare = _by_bare()
    for cut in range(_SHORTEST - 1, len(word) - _SHORTEST + 2):
        last = bare.get(word[cut:])
        first = bare.get(word[:cut]) or bare.get(word[:cut].removesuffix("s"))
        if last and len(last) == 1 and _HEAD.match(last[0]):
            before = first[0] if first and len(first) == 1 else word[:cut]
            tie = "s" if first and len(before) < cut else ""
            return f"{before}{tie}{last[0]}"
    return None


def _filled(torn: str, holes: Sequence[int], letters: Sequence[str]) -> str:
    is_large = _HOLE.sub("", torn).isupper() and len(torn) > len(holes) + 1
    signs = list(torn)
    for place, letter in zip(holes, letters, strict=True):
        signs[place] = letter.upper() if is_large else letter
    return "".join(signs)


def _token(found: re.Match[str], readings: Mapping[str, str]) -> str:
    torn = found[0].rstrip("?¿¤")
    whole = readings.get(torn, torn)
    if found.start() == 0 and whole != torn:
        whole = whole[:1].upper() + whole[1:]  # a line that begins within a lost capital
    return whole + found[0][len(torn) :]


def _likely(torn: str, holes: Sequence[int]) -> str | None:
    """Return the word with the letters that stand between such letters in the list's words."""
    letters: list[str] = []
    for place in holes:
        letter = _between(
            torn[max(0, place - 2) : place].lower(), torn[place + 1 : place + 3].lower()
        )
        if letter is None:
            return None
        letters.append(letter)
    return _filled(torn, holes, letters)


def _between(before: str, after: str) -> str | None:
    for left, right in ((2, 2), (1, 2), (2, 1)):
        counted = _around().get((before[-left:] if left else "", after[:right]))
        if counted:
            ranked = counted.most_common(2)
            if len(ranked) == 1 or ranked[0][1] >= _SURELY * ranked[1][1]:
                return ranked[0][0]
            return None
    return None


def _in_case(word: str, readings: Mapping[str, str]) -> str:
    found = readings.get(word.lower())
    if found is None:
        return word
    if word.isupper():
        return found.upper()
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


@cache
def _marked() -> tuple[str, ...]:
    return tuple(_LIST.read_text(encoding="utf-8").split())


@cache
def _listed() -> frozenset[str]:
    """Return the words of the list."""
    return frozenset(word.rstrip("*") for word in _marked())


@cache
def _ambiguous() -> frozenset[str]:
    """Return the words without å, ä and ö that become another word with them: "har", "här"."""
    return frozenset(word[:-1].translate(_PLAIN) for word in _marked() if word.endswith("*"))


@cache
def _by_bare() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in _listed():
        found[word.translate(_PLAIN)].append(word)
    return found


@cache
def _around() -> dict[tuple[str, str], Counter[str]]:
    """Return which letters stand between which others in the words of the list."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in _listed():
        for place, letter in enumerate(word):
            if letter in _LETTERS:
                for left, right in ((2, 2), (1, 2), (2, 1)):
                    key = word[max(0, place - left) : place], word[place + 1 : place + 1 + right]
                    found[key][letter] += 1
    return found

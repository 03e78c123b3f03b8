"""A reply in running text, parted at the numbers of the recommendations that it speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.texts.prose import clean, name_key

_USUAL = "[RF][0-9]+[a-z]?"
"""How a recommendation or a question is numbered in a letter."""


@dataclass(frozen=True)
class PartedText:
    """A text parted at its headings."""

    before: str | None
    """What stands before the first heading."""
    parts: dict[str, str]
    """The texts by the numbers in their headings, as the numbers are known; "" where none stands
    under it. What is said of several numbers at once stands under each."""


def part_text(text: str, numbers: Sequence[str]) -> PartedText:
    """Return the text parted at headings such as ``R1``, ``R2: …``, ``R3 och R4.`` or ``R5–R7``.

    ``numbers`` are those that there are; a heading may also name one that there is not. A number
    amid a sentence is no heading: after it comes the line's end, a colon, a stop or a dash.
    """
    heading = _heading(numbers)
    before: list[str] = []
    parts: dict[str, list[str]] = {}
    current: tuple[str, ...] = ()
    for line in clean(text).split("\n"):
        found = heading.fullmatch(line)
        if found:
            current = _named(found["numbers"], numbers)
            for number in current:
                parts.setdefault(number, []).append(found["rest"] or "")
        elif current:
            for number in current:
                parts[number].append(line)
        else:
            before.append(line)
    return PartedText(
        clean("\n".join(before)) or None,
        {number: clean("\n".join(lines)) for number, lines in parts.items()},
    )


def _heading(numbers: Iterable[str]) -> re.Pattern[str]:
    known = "|".join([*sorted(map(re.escape, numbers), key=len, reverse=True), _USUAL])
    one = rf"(?:{known})"
    several = rf"{one}(?:\s*(?:,|&|–|-|och|samt)\s*{one})*"
    return re.compile(
        rf"[\s#*]*(?:rekommendation(?:erna|er)?\s+)?(?P<numbers>{several})"
        r"[\s*]*(?:(?::|(?<=\S)[.)](?=\s|$)|(?<=\s)[–-](?=\s))[\s*]*(?P<rest>.*))?",
        re.IGNORECASE,
    )


def _named(text: str, numbers: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers that a heading names, those between the ends of a range with them."""
    by_key = {name_key(number): number for number in numbers}
    named: list[str] = []
    for part in re.split(r"\s*(?:,|&|\boch\b|\bsamt\b)\s*", text, flags=re.IGNORECASE):
        ends = [by_key.get(name_key(end), end.strip()) for end in re.split(r"\s*[–-]\s*", part)]
        if len(ends) > 1 and all(end in numbers for end in ends):
            first, last = numbers.index(ends[0]), numbers.index(ends[-1])
            ends = list(numbers[first : last + 1])
        named += ends
    return tuple(dict.fromkeys(named))

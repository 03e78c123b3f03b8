"""What happens to papers on their way: words split at line ends, letters misread."""

import random
import re

VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
MISREAD = {"å": "a", "ä": "a", "ö": "o", "Å": "A", "Ä": "A", "Ö": "O"}
SHORTEST_PIECE = 3


def breaks(word: str) -> list[int]:
    """Return where a word may be split, roughly as Swedish is: before consonant and vowel."""
    places = []
    for at in range(SHORTEST_PIECE, len(word) - SHORTEST_PIECE + 1):
        before, here, after = word[at - 1], word[at], word[at + 1 : at + 2]
        if not (before.isalpha() and here.isalpha() and after.isalpha()):
            continue
        if here not in VOWELS and after in VOWELS and any(c in VOWELS for c in word[:at]):
            places.append(at)
    return places


def fill(text: str, room: int, *, hyphenate: bool) -> list[str]:
    """Return a text in lines of at most so many signs, words split at line ends when asked."""
    lines, line = [], ""
    for word in text.split(" "):
        rest = word
        if line and len(line) + 1 + len(rest) > room:
            left = room - len(line) - 2
            places = [at for at in breaks(rest) if at <= left] if hyphenate else []
            if places:
                line, rest = f"{line} {rest[: places[-1]]}-", rest[places[-1] :]
            lines.append(line)
            line = rest
        else:
            line = f"{line} {rest}" if line else rest
    return [*lines, line]


def misread(text: str, rate: float, chance: random.Random) -> str:
    """Return a text as a poor scanner reads it: å ä ö lost, some letters and spaces mistaken."""

    def letter(match: re.Match[str]) -> str:
        sign = match.group()
        return MISREAD[sign] if chance.random() < rate else sign

    text = re.sub("[åäöÅÄÖ]", letter, text)
    return " ".join(_mistaken(word, rate / 12, chance) for word in text.split(" "))


def _mistaken(word: str, rate: float, chance: random.Random) -> str:
    if chance.random() < rate and "m" in word[1:]:
        return word[0] + word[1:].replace("m", "rn", 1)
    if chance.random() < rate and "l" in word[1:]:
        return word[0] + word[1:].replace("l", "1", 1)
    return word

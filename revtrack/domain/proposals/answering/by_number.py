"""What a reply says of recommendations that it only numbers, and whose words it does not give.

"Rekommendation 1: Nämnden instämmer. Rekommendation 2 och 3 avvisas." A sentence that names no
number goes with what was named before it, in its paragraph or under its heading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from revtrack.domain.proposals.answering.joint_answers import RANGE
from revtrack.domain.proposals.answering.listed_answers import numbered_answers
from revtrack.domain.proposals.answering.pointers import Asked, ordinal_in
from revtrack.domain.proposals.answering.reply_words import CLOSES
from revtrack.domain.proposals.answering.sections import SHORT_LABEL
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.restating.demand_lines import is_asked
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.turns import TURNS_TO
from revtrack.domain.texts.numerals import CARDINALS
from revtrack.domain.texts.paper import Place

Numbered = tuple[str, str, Place]
"""The number of a recommendation, what is said of it and where; "" for what is said of none."""

_WORDS = ("ett", *CARDINALS[1:])
_ONE = rf"(?:R?\d{{1,2}}[a-z]?|{'|'.join(_WORDS)})\b(?!\s*(?:kap|§|procent|%|år))"
_SEVERAL = rf"{_ONE}(?:\s*(?:,|och|samt|&|[–-]|till|respektive)\s*(?:nr\.? )?{_ONE})*"
_NAMED = re.compile(
    r"\b(?:rekommendation|punkt|synpunkt|påpekande|rek)(?:en|et|er|erna|na|ena)?\.?"
    rf"\s*(?:nr\.?\s*|nummer\s*|med nummer\s*)?(?P<numbers>{_SEVERAL})"
    r"(?!\s+i\s+(?!rapport|granskning|missiv|skrivelse|revis|er\b))"
    rf"|\b(?P<ours>R\d{{1,2}}(?:\s*(?:,|och|samt|&|[–-])\s*R?\d{{1,2}})*)\b"
    r"|^(?:ad|nr\.?|svar(?: på)?|till|angående|avseende|beträffande|gällande"
    rf"|(?:vad|när det) gäller|i fråga om)\s*(?P<counted>{_SEVERAL})(?=\s*[.:)–-])",
    re.IGNORECASE,
)
"""How a text names one or several of them by number."""
_GOES_ON = re.compile(
    rf"^{TURNS_TO} (?:nr\.? |nummer )?(?P<numbers>{_SEVERAL})",
    re.IGNORECASE,
)
"""How a sentence names another one, where numbers are spoken of: "Vad gäller 10 …"."""
_LABEL = re.compile(
    rf"(?<=[.!?;])\s+(?=(?:svar (?:på|till) )?(?:rekommendation|punkt|rek\.?)(?:en)?"
    rf" (?:nr\.? |nummer )?{_ONE}\s*(?:[:.)–-]|$|(?-i:[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
"""Where a number without a verb stands before what is said of it, as a heading does."""
_LEAD = re.compile(r"(?:svar|kommentar(?:er)?|yttrande) (?:på|till|över)\W*", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"(?:rekommendation|punkt|rek\.?|nr\.?|R)?\s*(?P<number>\d{1,2}[a-z]?)\s*[.:)]?",
    re.IGNORECASE,
)
"""A cell that is but a number."""
_AFTER_LABEL = re.compile(r"^\s*[:.)–-]*\s*")
_PARTS = re.compile(r"[,;]\s(?:(?:men|och|samt|medan)\s)?|\s(?:men|och|samt|medan)\s")
_MOST = 10


def numbered_in(spoken: Sequence[Spoken], asked: Sequence[Asked] = ()) -> list[Numbered]:
    """Return what a reply says of each recommendation that it numbers, in the order it is said."""
    items = numbered_answers(spoken, asked)
    found = list(_numbered(spoken, items))
    answered = {number for number, _, _ in found if number and _is_answered(number, found)}
    kept = {"", *answered, *(one for each in spoken for one in _labelled(each.text))}
    kept.update(items.values())
    return [each for each in found if each[0] in kept] if answered else []


def asked_by_number(said: Sequence[Numbered]) -> tuple[Asked, ...]:
    """Return the recommendations that a reply numbers, by number."""
    numbers = dict.fromkeys(number for number, _, _ in said if number)
    return tuple(Asked(each, ()) for each in sorted(numbers, key=_in_order))


def with_numbers_of(
    asked: Sequence[Asked], said: Sequence[Numbered]
) -> Iterator[tuple[int, str, Place]]:
    """Give what is said of those recommendations that are among the asked, by their places."""
    places = {_bare(each.number): place for place, each in enumerate(asked)}
    for number, text, where in said:
        if _bare(number) in places:
            yield places[_bare(number)], text, where


def _bare(number: str) -> str:
    """Return a number without the letter before it: "R2"."""
    return number.upper().lstrip("RF")


def _in_order(number: str) -> tuple[int, str]:
    digits = re.search(r"\d+", number)
    return int(digits[0]) if digits else 0, number


def _is_answered(number: str, said: Sequence[Numbered]) -> bool:
    return not stance_in(text for own, text, _ in said if own == number).is_empty


def _numbered(spoken: Sequence[Spoken], items: Mapping[int, str]) -> Iterator[Numbered]:
    under: tuple[str, ...] = ()
    for at, each in enumerate(spoken):
        if at in items:
            under = ()
            yield items[at], each.text, each.place
            continue
        if each.cells:
            under = ()
            yield from _of_row(each)
            continue
        if each.is_heading or CLOSES.match(each.text):
            under = _all_named(each.text) if each.is_heading else ()
            continue
        held = under
        for sentence in (one for part in _LABEL.split(each.text) for one in sentences(part)):
            for numbers, said in _clauses(sentence, held):
                held = numbers
                yield from ((number, said, each.place) for number in numbers or ("",) if said)
            if _is_label(each.text):
                under = held


def _labelled(text: str) -> tuple[str, ...]:
    """Return the numbers that a line begins with."""
    match = _NAMED.match(text)
    return _numbers(match[match.lastgroup or 0]) if match else ()


def _of_row(row: Spoken) -> Iterator[Numbered]:
    """Give what the cells beside a number say of it."""
    match = _NUMBER_ALONE.fullmatch(row.cells[0])
    if match is not None and len(row.cells) > 1:
        yield match["number"].upper(), ". ".join(row.cells[1:]), row.place


def _is_label(text: str) -> bool:
    """Tell whether a line is a number, at most with what it is about: "Larm (rekommendation 2)"."""
    match = _NAMED.search(text)
    rest = text[: match.start()] + text[match.end() :] if match else text
    if re.search(r"\w", _LEAD.sub("", rest)) is None:
        return True
    is_short = len(rest.split()) <= SHORT_LABEL and not text.rstrip().endswith((".", "!", "?"))
    is_topic = is_short and not is_asked(_AFTER_LABEL.sub("", rest))
    return match is not None and is_topic and stance_in([text]).is_empty


def _clauses(sentence: str, held: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the parts of a sentence, each with the numbers that it names, or those before it."""
    named = list(_NAMED.finditer(sentence))
    if not named:
        match = _GOES_ON.match(sentence) if held else None
        place = ordinal_in(sentence, _MOST)
        if match is not None:
            yield _numbers(match["numbers"]), sentence
        elif place is not None:
            yield (str(place + 1),), sentence
        else:
            yield held, sentence
        return
    begin = 0
    for at, match in enumerate(named):
        end = _cut(sentence, match.end(), named[at + 1].start()) if named[at + 1 :] else None
        if end is None and named[at + 1 :]:
            continue
        said = sentence[begin:end].strip(" ,;")
        numbers = tuple(
            one
            for each in named
            if begin <= each.start() < (end or len(sentence))
            for one in _numbers(each[each.lastgroup or 0])
        )
        if begin == 0 and named[0].start() == 0:
            said = _without_label(said, named[0].end())
        yield numbers, said
        begin = end or len(sentence)


def _without_label(said: str, end: int) -> str:
    """Return a text without the number before it, where that is but a label."""
    after = said[end:]
    is_label = re.match(r"\s*(?:[:.)–-]|$)", after) or after.strip()[:1].isupper()
    return _AFTER_LABEL.sub("", after) if is_label else said


def _cut(sentence: str, begin: int, end: int) -> int | None:
    """Return where a sentence is parted between two of the numbers that it names."""
    cuts = [match.start() for match in _PARTS.finditer(sentence, begin, end)]
    return cuts[0] if cuts else None


def _all_named(text: str) -> tuple[str, ...]:
    return tuple(
        one for each in _NAMED.finditer(text) for one in _numbers(each[each.lastgroup or 0])
    )


def _numbers(said: str) -> tuple[str, ...]:
    """Return the numbers of a text: "1, 2 och 4", "3–5", "två"."""
    found = [
        str(_WORDS.index(each.casefold()) + 1) if each.casefold() in _WORDS else each.upper()
        for each in re.findall(_ONE, said, re.IGNORECASE)
    ]
    for first, last in RANGE.findall(said):
        found += [str(each) for each in range(int(first), int(last) + 1)]
    return tuple(dict.fromkeys(found))

"""Names of persons in a Swedish text, told from names of bodies, places and papers."""

import re
from collections.abc import Container, Iterator, Sequence

from revtrack.domain.publishing.first_names import FIRST_NAMES
from revtrack.domain.publishing.other_names import PLACE_AFTER, is_body, is_made, is_title
from revtrack.domain.publishing.surnames import SURNAMES

_CAPITAL = "A-ZÅÄÖÉÜÆØČŠŽĆĐÁÍÓÚŁŚŻĞİŞ"
_SMALL = "a-zåäöéüæøčšžćđáíóúèêëïñçłńśźýğışćßàâôûãõřěůő"
_WORD = rf"[{_CAPITAL}][{_SMALL}]+(?:['’][{_CAPITAL}]?[{_SMALL}]+)?"
_NAME = rf"(?:{_WORD}|Mc{_WORD}|O['’]{_WORD})(?:-{_WORD})*"
_SPACE = r"[ \u00a0\u202f\t]+"
_PARTICLE = rf"(?:(?:af|von|de|van|der|den|al|el|la|di|da|bin|ibn){_SPACE})*"
_INITIAL = rf"(?:[{_CAPITAL}]\.|(?![IÅÖ])[{_CAPITAL}](?={_SPACE}))"
_RUN = re.compile(
    rf"(?<![\w-])(?P<words>(?:{_NAME}|{_INITIAL})"
    rf"(?:{_SPACE}{_PARTICLE}(?:{_NAME}|{_INITIAL})){{1,7}})(?![\w-])"
)
"""Words with capital letters after each other, within a line."""
_TURNED = re.compile(
    rf"(?<![\w-])(?P<last>{_NAME}),{_SPACE}(?:(?P<first>{_NAME})|(?P<initial>[{_CAPITAL}]\.))"
    rf"(?![\w-])(?!{_SPACE}[{_CAPITAL}])"
)
_SHOUTED = re.compile(
    rf"(?<![\w-])[{_CAPITAL}]{{2,}}(?:-[{_CAPITAL}]{{2,}})?"
    rf"(?:,?{_SPACE}[{_CAPITAL}]{{2,}}(?:-[{_CAPITAL}]{{2,}})?){{1,2}}(?![\w-])"
)
_INITIALS = re.compile(rf"(?<![\w.-])(?:[{_CAPITAL}]\.[ \u00a0]?){{2,3}}(?!\w)")
_NOBODY = re.compile(
    r"N\.[ \u00a0]?N\.|[PU]\.[ \u00a0]?S\.|E\.[ \u00a0]?U\.|(?:[IVX]\.[ \u00a0]?)+"
)
"""What letters with points also stand for: a name left out, a postscript, a number."""
_WORDS = re.compile(rf"{_PARTICLE}(?P<word>[^\s\u00a0\u202f]+)")
_CALLED = (
    r"(?:ordförande|ordf\.?|ledamot(?:en)?|ersättare(?:n)?|\w*sekreterare(?:n)?|\w*chef(?:en)?"
    r"|\w*direktör(?:en)?|\w*handläggare(?:n)?|utredare(?:n)?|revisor(?:n)?|rektor(?:n)?"
    r"|registrator(?:n)?|controller(?:n)?|kommunalråd(?:et)?|oppositionsråd(?:et)?|elev(?:en)?"
    r"|brukare(?:n)?|patient(?:en)?|klient(?:en)?|undersköterska(?:n)?|\w*strateg(?:en)?|herr|fru"
    r"|anställda?|flickan|pojken|sonen|dottern|mamman|pappan|kontaktperson(?:en)?)"
)
_TITLE = re.compile(
    rf"(?:\b(?:{_CALLED}|justera(?:re|s|t)|namn|signatur|författare|av)|\bc/o)"
    r"(?:[ \u00a0]+\([^)\n]*\))?[ \u00a0]*:?[ \u00a0]*$",
    re.IGNORECASE,
)
"""What stands before the name of a person."""
_TITLED = re.compile(
    rf"(?:\b(?P<title>{_CALLED})|\bc/o){_SPACE}(?P<name>(?-i:{_NAME}))(?![\w-])", re.IGNORECASE
)
"""One word after what a person is called."""
_SIGNED = re.compile(
    rf"\b(?:mvh|hälsning(?:ar)?)[ \u00a0]*[/,:!]?\s{{0,4}}/?(?P<name>(?-i:{_NAME}))(?![\w-])",
    re.IGNORECASE,
)
"""One word below a letter."""
_OF_PARTY = re.compile(rf"(?<![\w-])(?P<name>{_NAME}){_SPACE}\((?:S|M|V|C|L|FP|KD|MP|SD)\)")
"""One word with a party after it."""
_SURNAME = re.compile(
    r"(?:sson|ström|qvist|kvist|quist|stedt|feldt|löf|lööf|crantz|ović|evic|ević|zadeh|oğlu|poulos"
    r"|dotter|enko|chuk|czuk|wicz|shvili)$",
    re.IGNORECASE,
)
"""Endings that neither places nor bodies have."""
_SON = re.compile(
    rf"(?<![\w-])(?P<name>[{_CAPITAL}][{_SMALL}]{{1,30}}sson)s?(?![\w-])(?!{_SPACE}[{_CAPITAL}])"
)
"""One word with the end of most surnames."""
_OTHER_WORDS = frozenset(
    "per maj dag bo lo liv love tor my linn vide sol april juni mars augusti jan said".split()  # noqa: SIM905 - one line
)
"""First names that are also other words."""
_GENITIVE = re.compile(r"(?<=[^sxz])s$")
_MID = re.compile(r"[^\W\d_][,:;)”\"»]?[ \u00a0]+$|[,:;)”\"»][ \u00a0]+$")
"""What stands before a word that does not begin a sentence."""
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ")
_BEFORE = 60

Span = tuple[int, int]


def person_names(text: str, known: Container[str] = frozenset()) -> Iterator[Span]:
    """Yield where each name of a person begins and ends.

    ``known`` are phrases that name bodies and places. Capital letters after each other are a
    person's where a first name begins them, they stand after a title, they end as only surnames
    do, or they stand within a sentence and are of nothing else that is known.
    """
    for found in _RUN.finditer(text):
        yield from _in_run(found, text, known)
    yield from _turned(text, known)
    for found in _SHOUTED.finditer(text):
        if _is_shouted_name(found[0].replace(",", " ").split()):
            yield found.span()
    for found in _INITIALS.finditer(text):
        if not _NOBODY.fullmatch(found[0].strip()):
            yield found.span()
    yield from _single(text, known)


def _in_run(run: re.Match[str], text: str, known: Container[str]) -> Iterator[Span]:
    """Yield the names in a run of capital letters, which words of bodies and titles part."""
    before = text[max(0, run.start() - _BEFORE) : run.start()]
    is_titled, is_mid = _TITLE.search(before) is not None, _MID.search(before) is not None
    is_first = not before.rpartition("\n")[2].strip()
    piece: list[re.Match[str]] = []
    for word in [*_WORDS.finditer(text, run.start(), run.end()), None]:
        if word is not None and not is_body(word["word"]) and not is_title(word["word"]):
            piece.append(word)
            continue
        if len(piece) > 1 and not PLACE_AFTER.match(text, piece[-1].end()):
            words = [each["word"] for each in piece]
            begin = _begin(words, known, is_titled=is_titled, is_mid=is_mid, is_first=is_first)
            if begin is not None:
                yield piece[begin].start("word"), piece[-1].end()
        piece, is_first = [], False
        is_titled = word is not None and is_title(word["word"])


def _begin(
    words: Sequence[str], known: Container[str], *, is_titled: bool, is_mid: bool, is_first: bool
) -> int | None:
    """Return which of the words a person's name begins with; None: none of them."""
    plain = [word.casefold() for word in words]
    if " ".join(plain) in known:
        return None
    first = next((at for at, word in enumerate(words[:-1]) if is_first_name(word)), None)
    if first is not None:
        return first if first == 1 else 0
    if words[0].rstrip(".") in _CAPITALS:
        return 0 if _is_initialled(words, is_first=is_first) else None
    if _SURNAME.search(_GENITIVE.sub("", words[-1])):
        return 0
    is_free = not any(word in known for word in plain)
    if is_titled and is_free:
        return 0
    is_long = all(len(word) > 1 and word[-1] != "." for word in words)
    return 0 if is_mid and is_free and is_long and not any(map(is_made, words)) else None


def _is_initialled(words: Sequence[str], *, is_first: bool) -> bool:
    """Tell whether an initial begins a name, and not a heading."""
    last = words[-1]
    if last.rstrip(".") in _CAPITALS:
        return False
    return _is_surname(last) if is_first or words[0] in _CAPITALS else True


def _turned(text: str, known: Container[str]) -> Iterator[Span]:
    """Yield surnames with a first name, or its first letter, after a comma."""
    for found in _TURNED.finditer(text):
        last, first = found["last"], found["first"]
        if is_body(last) or is_title(last) or last.casefold() in known:
            continue
        is_told = first and is_first_name(first) and first.casefold() not in _OTHER_WORDS
        if is_told or (_is_surname(last) and (not first or is_first_name(first))):
            yield found.span()


def _is_shouted_name(words: Sequence[str]) -> bool:
    if any(is_body(word) or is_title(word) for word in words):
        return False
    if is_first_name(words[0]):
        is_told = len(words[0]) > 2 and words[0].casefold() not in _OTHER_WORDS  # noqa: PLR2004 - short for a name
        return is_told or any(map(_is_surname, words[1:]))
    return is_first_name(words[-1]) and _is_surname(words[0])


def _single(text: str, known: Container[str]) -> Iterator[Span]:
    """Yield where one word alone names a person: before a party, below a letter, by its end."""
    for found in _OF_PARTY.finditer(text):
        if not is_body(found["name"]):
            yield found.span("name")
    for found in _TITLED.finditer(text):
        word, title = found["name"], found["title"] or ""
        is_told = is_first_name(word) or _is_surname(word) or title[:1].islower()
        if is_told and not _is_of_body(word, known):
            yield found.span("name")
    for found in _SIGNED.finditer(text):
        if not _is_of_body(found["name"], known):
            yield found.span("name")
    for found in _SON.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        is_place = PLACE_AFTER.match(text, found.end())
        if _MID.search(before) and not is_place and _is_alone(found["name"], before, known):
            yield found.span("name")


def _is_alone(name: str, before: str, known: Container[str]) -> bool:
    """Tell whether a surname has no first name before it, and is of no body that is known."""
    last = before.rsplit(maxsplit=1)[-1].rstrip(",:;")
    begins = last[:1].islower() or is_body(last) or is_title(last)
    return begins and name.casefold() not in known


def _is_of_body(word: str, known: Container[str]) -> bool:
    return is_body(word) or is_title(word) or is_made(word) or word.casefold() in known


def is_first_name(word: str) -> bool:
    """Tell whether a word is a first name that is common here, or begins as a double one."""
    return word.casefold().partition("-")[0] in FIRST_NAMES


def _is_surname(word: str) -> bool:
    plain = _GENITIVE.sub("", word.casefold())
    return word.casefold() in SURNAMES or plain in SURNAMES or bool(_SURNAME.search(plain))

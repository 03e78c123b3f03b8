"""Which letters a paper writes its headings in, and of which level each of them is."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from revtrack.reading.cleaning import signs
from revtrack.reading.cleaning.lines import HEADING, ITEM, PARAGRAPH, Block, SourceLine

LARGER = 1.12
"""A line with letters this much larger than the running text's is a heading."""
_FEW = 3
"""Fewer lines in such letters may be chance."""
_LONGEST = 110
_DEEPEST = 9

_MOST_WORDS = 14
_NO_HEADING = re.compile(
    r"§|\d{4}-\d{2}-\d{2}|\d{4}[:/]\d|[A-ZÅÄÖ]\. [A-ZÅÄÖ]\.|[\d\s.,:/()-]+$|dnr\b|"
    r"\b(?:besluta|att|och|eller|samt|som|i|av|för|till|på|med|om|en|ett|den|det|de|är|har)$|[,-]$|"
    r"^(?:till\b|för kännedom|för .{0,60}revisor|kopia\b|beslutet (?:skickas|sänds|expedieras|"
    r"delges)|bilag|antal sidor|med vänlig)",
    re.IGNORECASE,
)
_USUAL = frozenset(
    {
        *("bakgrund", "bakgrund och syfte", "syfte", "syfte och revisionsfrågor", "inledning"),
        *("revisionsfrågor", "revisionskriterier", "avgränsning", "metod", "uppdrag"),
        *("sammanfattning", "sammanfattande bedömning", "resultat", "iakttagelser"),
        *("iakttagelser och bedömningar", "bedömning", "vår bedömning", "samlad bedömning"),
        *("revisionell bedömning", "slutsats", "slutsatser", "rekommendation", "rekommendationer"),
        *("våra rekommendationer", "svar på revisionsfrågorna", "svar på revisionsfrågor"),
        *("beslut", "beslutet", "förslag till beslut", "ärendet", "ärendebeskrivning", "yttrande"),
        *("beskrivning av ärendet", "sammanfattning av ärendet", "beslutsunderlag", "beslutsgång"),
        *("yrkanden", "yrkande", "reservation", "reservationer", "protokollsanteckning", "svar"),
        *("nämndens beslut", "nämndens svar", "nämndens yttrande", "kommunstyrelsens beslut"),
        *("kommunfullmäktiges beslut", "fullmäktiges beslut", "överväganden", "expedieras till"),
    }
)
_TOP_NUMBER = re.compile(r"(\d{1,2})\.")
_SHORT = 4
"""Words: a longer item with text under it may as well be a recommendation and why."""
_NEAR = 60
"""So many blocks before and after a section may the next one begin."""
Style = tuple[float, bool]
"""The size of letters against the running text's, in steps of a twentieth; and whether bold."""
PLAIN: Style = (1.0, False)


def style_of(line: SourceLine) -> Style:
    """Return the letters of a line; all that is not larger and not bold is alike."""
    size = round(line.size * 20) / 20 if line.size >= LARGER else 1.0
    return size, line.is_bold


def heading_levels(lines: Sequence[SourceLine]) -> dict[Style, int]:
    """Return the level of each kind of letters that headings are written in, from 1.

    A kind that numbered headings have gets their level, the others theirs by size. Empty where
    the paper does not show its headings by letters, as a text does not.
    """
    counted: Counter[Style] = Counter()
    numbered: dict[Style, Counter[int]] = defaultdict(Counter)
    for line in lines:
        style = style_of(line)
        if style == PLAIN or line.is_row or len(line.text) > _LONGEST:
            continue
        counted[style] += 1
        if section := signs.section(line.text):
            numbered[style][section.marker.count(".") + 1] += 1
    if counted.total() < _FEW:
        return {}
    ranked = sorted(counted, key=lambda style: (-style[0], not style[1]))
    return {
        style: numbered[style].most_common(1)[0][0] if numbered[style] else min(rank, _DEEPEST)
        for rank, style in enumerate(ranked, start=1)
    }


def could_be_heading(text: str) -> bool:
    """Tell whether the words of a line could be a heading, whatever its letters: "3.1 Metod"."""
    if len(text) > _LONGEST or signs.ends_sentence(text):
        return False
    numbered = signs.section(text)
    title = numbered.text if numbered else text
    if not title[:1].isupper() or len(title.split()) > _MOST_WORDS:
        return False
    return bool(numbered and "." in numbered.marker) or _NO_HEADING.search(title) is None


def is_usual_heading(text: str) -> bool:
    """Tell whether a line is one of the headings that such papers usually have."""
    return text.casefold().rstrip(":") in _USUAL


def with_numbered_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, items such as "2. Metod" as headings where sections go on under them.

    Where a chapter bears the number already, or a line leads to the item, it is no heading.
    """
    numbers = {
        section.marker.rstrip(".")
        for block in blocks
        if block.kind == HEADING and (section := signs.section(block.text))
    }
    sections = {each.split(".")[0] for each in numbers} - numbers
    found = list(blocks)
    for place, block in enumerate(blocks):
        number = _TOP_NUMBER.fullmatch(block.marker or "")
        if block.kind != ITEM or number is None or not could_be_heading(block.text):
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        is_over_text = following is not None and not (
            following.kind == ITEM and _TOP_NUMBER.fullmatch(following.marker or "")
        )
        is_led_to = place > 0 and blocks[place - 1].text.rstrip().endswith((" att", ":"))
        if is_over_text and not is_led_to and (number[1] in sections or _is_counted(blocks, place)):
            text = f"{block.marker} {block.text}"
            found[place] = replace(block, kind=HEADING, text=text, level=1, marker=None)
    return found


def _is_counted(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether an item is a short title over text, and so is the one counted next to it."""
    block = blocks[place]
    if not _is_short_title(block, blocks[place + 1]):
        return False
    number = int(str(block.marker).rstrip("."))
    wanted = {f"{number - 1}.", f"{number + 1}."}
    near = blocks[max(0, place - _NEAR) : place + _NEAR]
    return any(
        each.marker in wanted and _is_short_title(each, after) for each, after in pairwise(near)
    )


def _is_short_title(block: Block, following: Block) -> bool:
    is_short = len(block.text.split()) <= _SHORT or is_usual_heading(block.text)
    is_title = block.kind == ITEM and is_short and could_be_heading(block.text)
    return is_title and following.kind in {PARAGRAPH, HEADING}

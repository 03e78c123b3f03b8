"""Whom each day of a sentence is for, where a letter asks for replies by several.

A name belongs to the day that it stands beside: before it ("socialnämnden den 31 maj och
kulturnämnden den 13 september"), behind it ("31 maj för socialnämnden"), within brackets, or in the
same turn ("socialnämnden och kulturnämnden senast den 31 maj respektive den 13 september").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from revtrack.domain.proposals.committees.bodies import Mention
from revtrack.domain.proposals.committees.whom import ONE_OF_KIND, Addressees
from revtrack.domain.proposals.front.parties import COUNCIL
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import SEVERAL

OTHERS = AnyCase(
    r"\b(?:övriga|resterande|de andra|samtliga|alla|båda|bägge|de)(?:\s(?:berörda|granskade|två|tre"
    r"|fyra|fem|sex|sju|åtta))*\s(?:\w*nämnd\w*|styrels\w+|bolag\w*|mottagare\w*|granskade"
    r"|verksamheter)\b|\b(?:respektive|varje|berörd|ansvarig) (?:nämnd|styrelse|bolag)\b"
    r"|\b(?:berörda|granskade) (?:nämnder|styrelser|bolag)\b|\bi övrigt\b"
    r"|\b(?:för|från|av) (?:de )?(?:övriga|resterande|andra)\b"
    r"|\b(?:nämnderna|bolagen|styrelserna|mottagarna|adressaterna)\b",
)
"""Words for those who are not named: the day that holds for them holds for all others."""
_EXCEPT = re.compile(r"\b(?:utom|förutom|undantag(?:et|en)?(?: för| av)?)\s$", re.IGNORECASE)
_OF_ITS_OWN = re.compile(
    r"\s?(?:,\s)?(?:som (?:ska|bör|har|får|ombeds|svarar|lämnar)|där"
    r"|för (?:vilken|svar|yttrande|besvarande))\b|\s?[:(]",
    re.IGNORECASE,
)
"""What stands behind a name that is excepted or written to, where its own day follows."""
_TO_OTHERS = re.compile(
    r"\b(?:(?:lämna\w*|skicka\w*|sänd\w*|inkom\w*|kommit in|tillhanda|kopia|kännedom"
    r"|svar\w*|yttrande\w*|redovisa\w*|återrapportera\w*|rapportera\w*)\s(?:\w+\s)?till"
    r"|tillsammans med|i (?:samråd|samverkan|dialog) med)\s(?:\w+-\s(?:och|samt)\s)?$",
    re.IGNORECASE,
)
"""What stands before a name that is not asked to reply by the day of its sentence."""
_ITS_REPLY = re.compile(
    r"\s*(?:$|[,:(]|\d|(?:svar|yttrand|besked|redovisning|handlingsplan|återrapport|åtgärdsplan"
    r"|svarsfrist|svarstid|svarsdag|del\b|respektive|och|samt|senast|den|till)\w*)",
    re.IGNORECASE,
)
"""What stands behind a name that says whose something is, where it is the reply."""
_STRONG = re.compile(r";|\b(?:och|samt|men|medan|dock|respektive|resp)\b", re.IGNORECASE)
_WEAK = re.compile(r",|\s[–/]\s|(?<=\w)/(?=\w)")
_JOINS = re.compile(
    r"[\s,;/&.()–]*(?:(?:och|samt|från|för|av|respektive|resp|till|den|senast|per)\b[\s,;/&.()–]*)*",
    re.IGNORECASE,
)
_IN_TURN = re.compile(r"\bresp(?:ektive)?\b", re.IGNORECASE)
_UNSURE = 0.6


@dataclass(frozen=True)
class Whose:
    """Whom a day is for: those that are named; nobody where it is for all others."""

    committees: tuple[Committee, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True)
class _Named:
    """A place where a sentence says for whom: those that it names, or all others."""

    committees: tuple[Committee, ...]
    start: int
    end: int


def whose_days(
    text: str, days: Sequence[tuple[int, int]], addressees: Addressees
) -> tuple[Whose, ...]:
    """Return whom each day of a sentence is for; ``days`` are where they begin and end."""
    names = tuple(_named(text, addressees)) if days else ()
    if not names:
        return (Whose(),) * len(days)
    if len(days) == 1:
        before = [each for each in names if each.start < days[0][0]]
        return (Whose(_together(text, before or names, days[0])),)
    in_turn = _in_turn(text, days, names)
    if in_turn is not None:
        return in_turn
    return tuple(_by_place(text, days, names))


def _named(text: str, addressees: Addressees) -> Iterator[_Named]:
    """Give where a text says for whom, in its order."""
    said = [
        _Named((each.committee,), each.start, each.end)
        for each in addressees.bodies.mentions(text)
        if _is_asked(each, text)
    ]
    said += [_Named((), *match.span()) for match in OTHERS.finditer(text)]
    for match in ONE_OF_KIND.finditer(text):
        whom = addressees.spoken_to(match[0])
        if whom is not None:
            said.append(_Named(whom.committees, *match.span()))
    end = 0
    for each in sorted(said, key=lambda one: (one.start, -one.end)):
        if each.start >= end:
            end = each.end
            yield each


def _is_asked(mention: Mention, text: str) -> bool:
    before = text[: mention.start]
    is_its = not mention.is_genitive or _ITS_REPLY.match(text, mention.end) is not None
    other = _EXCEPT.search(before) or _TO_OTHERS.search(before)
    is_other = other is not None and _OF_ITS_OWN.match(text, mention.end) is None
    return is_its and not is_other and mention.committee.kind not in COUNCIL


def _together(text: str, names: Sequence[_Named], day: tuple[int, int]) -> tuple[Committee, ...]:
    """Return those whom names beside a day mean; nobody where all others are named with them."""
    nearest = list(reversed(names)) if names and names[-1].end <= day[0] else list(names)
    for each, other in zip(nearest, [*nearest[1:], None], strict=False):
        if not each.committees:
            return ()
        if other is None or not _are_paired(text, each, other):
            break
    return tuple({one.id: one for each in names for one in each.committees}.values())


def _are_paired(text: str, one: _Named, other: _Named) -> bool:
    """Tell whether "and" joins two that are named."""
    first, last = sorted((one, other), key=lambda each: each.start)
    between = text[first.end : last.start]
    return _JOINS.fullmatch(between) is not None and _STRONG.search(between) is not None


def _in_turn(
    text: str, days: Sequence[tuple[int, int]], names: Sequence[_Named]
) -> tuple[Whose, ...] | None:
    """Return the names in turn where they stand together and so many days together."""
    is_apart = names[-1].end <= days[0][0] or names[0].start >= days[-1][1]
    are_joined = _are_joined(text, days) and _are_joined(
        text, [(each.start, each.end) for each in names]
    )
    if not (is_apart and are_joined and len(names) == len(days)):
        return None
    confidence = 1.0 if _IN_TURN.search(text) else _UNSURE
    return tuple(Whose(each.committees, confidence) for each in names)


def _are_joined(text: str, places: Sequence[tuple[int, int]]) -> bool:
    return all(_JOINS.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(places))


def _by_place(
    text: str, days: Sequence[tuple[int, int]], names: Sequence[_Named]
) -> Iterator[Whose]:
    """Give whom each day is for by the names beside it."""
    ends_named = (names[0].end <= days[0][0], names[-1].start >= days[-1][1])
    cuts = [_cut(text, (one[1], other[0]), names, ends_named) for one, other in pairwise(days)]
    subject: Sequence[_Named] = ()
    for day, (begin, end) in zip(days, pairwise([0, *cuts, len(text)]), strict=True):
        mine = [each for each in names if begin <= each.start < end]
        before = [each for each in mine if each.start < day[0]]
        behind = [each for each in mine if each.start >= day[1]]
        in_brackets = [each for each in behind if text[day[1] : each.start].strip() == "("]
        subject = before if mine else subject
        is_sure = bool(in_brackets) or not (before and behind)
        chosen = in_brackets or before or behind or subject
        yield Whose(_together(text, chosen, day), 1.0 if is_sure else _UNSURE)


def _cut(
    text: str, between: tuple[int, int], names: Sequence[_Named], ends_named: tuple[bool, bool]
) -> int:
    """Return where what is said of one day ends, and of the next begins, between the two.

    ``ends_named`` tells whether names stand before the first day, and behind the last.
    """
    begin, end = between
    here = [each for each in names if begin <= each.start < end]
    if not here:
        return end
    if text[begin : here[0].start].strip() == "(":
        closed = text.find(")", begin, end)
        return closed if closed >= 0 else here[0].end
    lead = _weight(text[begin : here[0].start])
    trail = _weight(text[here[-1].end : end])
    if lead != trail:
        return begin if lead > trail else end
    is_first, is_last = ends_named
    if lead == 0 and len(here) >= SEVERAL and is_first == is_last:
        return here[-1].start
    return begin if is_first or not is_last else end


def _weight(text: str) -> int:
    """Return how clearly a text between two names or days parts them."""
    return 2 if _STRONG.search(text) else int(_WEAK.search(text) is not None)

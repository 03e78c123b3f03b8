"""Sentences that tell by numbers whom recommendations are for: "Nr 1–3 riktas till nämnden"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import CARDINALS, ORDINALS

_THEM = r"(?:rekommendation(?:en|erna|er)?|punkt(?:en|erna|er)?|förslag(?:et|en)?)"
_LISTED = r"\d{1,2}[a-z]?(?:\s?(?:[–,-]|och|samt|till)\s?\d{1,2}[a-z]?)*"
_GROUP = re.compile(
    rf"(?:(?:{_THEM}|nr|nummer)\s(?:nr\s)?|(?:(?<=och\s)|(?<=samt\s)|(?<=medan\s)|(?<=,\s)))"
    rf"(?P<numbers>{_LISTED})(?![\w-])"
    rf"|(?:den|de)\s(?:(?P<count>{'|'.join(CARDINALS)})\s)?(?P<ordinal>{'|'.join(ORDINALS)}|sista)\b"
    rf"(?:\s(?P<after>{'|'.join(CARDINALS)}))?(?:\s{_THEM})?"
    rf"|(?P<rest>övriga|resterande)(?:\s{_THEM})?",
    re.IGNORECASE,
)
_VERB = (
    r"(?:är\s)?(?:riktad\w*|riktas|riktats|riktar\ssig|ställ[dts]\w*|avser|avsåg|gäller|gällde|berör"
    r"|rör|lämnas)\s"
)
_BEGINS = re.compile(
    rf"(?:(?:av\s(?:\w+\s)?)?{_THEM}\s{_VERB})?"
    rf"(?={_THEM}\s(?:nr\s)?\d|nr\s|nummer\s|de[n]?\s|övriga\s|resterande\s)",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\s(?:{_VERB})?(?P<also>(?:även|också|dessutom)\s)?(?:enbart\s|endast\s|både\s)?(?:till\s)?(?P<names>[^.;]{{3,200}})$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[,;]?\s*(?:\b(?:och|samt|medan|men)\b\s*)?(?:[.;,]\s*)?$")
_EVERY = re.compile(
    r"(?:(?:samtliga|alla|båda|våra|de|ovanstående|nedanstående|ovannämnda|lämnade|följande)\s)*"
    rf"(?:rekommendationer(?:na)?|punkter(?:na)?|förslagen)(?:\s(?:ovan|nedan))?\s{_VERB}(?:sig\s)?(?:till\s)?(?:både\s|såväl\s)?"
    rf"(?P<names>[^.;:]{{3,200}})\.?$"
    rf"|mottagare\sav\s(?:\w+\s)?{_THEM}\s(?:ovan\s)?är\s(?P<who>[^.;:]{{3,200}})\.?$",
    re.IGNORECASE,
)
"""How a sentence says of all those of a chapter whom they are for."""
_BEHIND = re.compile(rf"\s\((?:(?:{_THEM}|nr|nummer)\s)?(?P<numbers>{_LISTED})\)", re.IGNORECASE)
"""The numbers that stand in brackets behind a committee's name."""
_HAS_VERB = AnyCase(_VERB)
_MAY_TELL = AnyCase(rf"\)|{_VERB}|\bmottagare av\b")


_SURE = 12
"""So many signs of a line tell where in its quote it begins."""


@dataclass(frozen=True)
class _Put:
    """Some of those of a chapter, and whom they are for."""

    chapter: int
    group: re.Match[str] | None
    """Which of them; None for all."""
    whom: Whom
    is_more: bool
    """Whether they are for others besides: "den sista riktas även till kommunstyrelsen"."""

    def joined(self, before: Whom | None) -> Whom:
        """Return whom one is for that was for ``before``."""
        if before is None or not self.is_more:
            return self.whom
        new = (each for each in self.whom.committees if each.id not in before.ids)
        return Whom((*before.committees, *new), before.is_certain)


def with_whom_by_number(
    found: Sequence[Recommended],
    passages: Iterable[Passage | TablePassage],
    addressees: Addressees,
) -> list[Recommended]:
    """Return what was found with whom the paper's sentences tell by numbers that it is for."""
    whole = list(found)
    for put in _told(passages, addressees):
        here = [at for at, each in enumerate(whole) if each.chapter == put.chapter]
        here = here or [at for at, each in enumerate(whole) if each.whom is None]
        if put.group is None and len({each.whom for each in map(whole.__getitem__, here)}) > 1:
            continue
        for at in _of_group(put.group, here, whole) if put.group else here:
            whole[at] = replace(whole[at], whom=put.joined(whole[at].whom))
    return whole


def tells_by_number(passage: Passage, addressees: Addressees) -> bool:
    """Tell whether all the sentences of a line say whom those of a number are for."""
    told = [any(_in_sentence(each, passage.run, addressees)) for each in _said(passage)]
    return bool(told) and all(told)


def _told(passages: Iterable[Passage | TablePassage], addressees: Addressees) -> Iterator[_Put]:
    for each in passages:
        if isinstance(each, Passage) and _MAY_TELL.search(each.text):
            for sentence in _said(each):
                yield from _in_sentence(sentence, each.run, addressees)


def _said(passage: Passage) -> Iterator[str]:
    """Give the sentences of a line, with "Rekommendation 2" where it was taken for its number."""
    quote = passage.place.quote
    begin = quote.find(passage.text[:_SURE]) if passage.marker else 0
    yield from sentences(quote[: max(begin, 0)] + passage.text)


def _in_sentence(sentence: str, chapter: int, addressees: Addressees) -> Iterator[_Put]:
    """Give the groups of a sentence with whom each is for; none where it tells anything else."""
    yield from _in_brackets(sentence, chapter, addressees)
    every = _EVERY.match(sentence)
    names = (every["names"] or every["who"]) if every else ""
    if names and addressees.is_label(names) and (whom := addressees.spoken_to(names)):
        yield _Put(chapter, None, whom, is_more=False)
        return
    begin = _BEGINS.match(sentence)
    if begin is None or _HAS_VERB.search(sentence) is None:
        return
    groups = list(_GROUP.finditer(sentence, begin.end()))
    if not groups or groups[0].start() != begin.end():
        return
    ends = [*(each.start() for each in groups[1:]), len(sentence)]
    for group, end in zip(groups, ends, strict=True):
        to = _TO.match(_JOIN.sub("", sentence[group.end() : end].rstrip(" .:")))
        is_names = to is not None and addressees.is_label(to["names"])
        whom = addressees.spoken_to(to["names"]) if to and is_names else None
        if to is None or whom is None:
            return
        yield _Put(chapter, group, whom, to["also"] is not None)


def _in_brackets(sentence: str, chapter: int, addressees: Addressees) -> Iterator[_Put]:
    """Give whom those of some numbers are for: "till kommunstyrelsen (1–2) och nämnden (3)"."""
    found = [
        _Put(chapter, group, Whom((each.committee,)), is_more=False)
        for each in addressees.bodies.mentions(sentence)
        if (said := _BEHIND.match(sentence, each.end))
        and (group := _GROUP.match(f"nr {said['numbers']}"))
    ]
    if len(found) > 1 and "rekommend" in sentence.casefold():
        yield from found


def _of_group(
    group: re.Match[str], here: Sequence[int], found: Sequence[Recommended]
) -> Sequence[int]:
    """Return the places, of those in the chapter, of what a group counts."""
    if group["numbers"]:
        numbers = _numbers(group["numbers"])
        typed = [at for at in here if found[at].number]
        if typed:
            return [at for at in typed if _plain(str(found[at].number)) in numbers]
        return [at for order, at in enumerate(here, start=1) if str(order) in numbers]
    if group["rest"]:
        return [at for at in here if found[at].whom is None]
    count = group["count"] or group["after"]
    many = CARDINALS.index(count.casefold()) + 1 if count else 1
    if group["ordinal"].casefold() == "sista":
        return here[-many:]
    first = 0 if count else ORDINALS.index(group["ordinal"].casefold())
    return here[first : first + many]


def _plain(number: str) -> str:
    """Return a number as sentences count it: "R3" is the third."""
    return re.sub(r"^[rf](?=\d)", "", number.rstrip(".").casefold())


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers that a text counts up: "1–3 och 5"."""
    found = set(re.findall(r"\d+[a-z]?", text.casefold()))
    for first, last in re.findall(r"(\d+)\s?(?:[–-]|till)\s?(\d+)", text):
        found |= {str(each) for each in range(int(first), int(last) + 1)}
    return frozenset(found)

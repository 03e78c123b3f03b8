"""A reply that several committees give together, where none of its lines tells of an adoption."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.papers.minutes import is_short, numbers_of
from revtrack.domain.proposals.replying.reply_paper import ReplyPaper
from revtrack.domain.records import Committee
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Place
from revtrack.domain.texts.prose import name_key

JOINT = re.compile(r"\bgemensam(?:t|ma) (?:svar|yttrande|remissvar)\b", re.IGNORECASE)
_DECIDES_REPLY = re.compile(
    r"\b(?:beslutar|besluta|föreslås|antar|godkänner|överlämnar|lämnar|avger|ställer sig)\b"
    r".*\b(?:svar|yttrande|tjänsteskrivelse|skrivelse)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:,|\s|och|samt|respektive)*")
_REPLYING = frozenset(
    (CommitteeKind.COMMITTEE, CommitteeKind.EXECUTIVE_BOARD, CommitteeKind.COMPANY)
)
Joined = tuple[Committee, Place, str | None]
"""Whose a reply also is, where that is said, and the committee's own diary number."""


def joined_in(read: ReplyPaper) -> tuple[Joined, ...]:
    """Return the committees that give a reply together; none where it is not said to be joint."""
    named = _proposed_to(read)
    titles = [line for line in read.head if is_short(line) and JOINT.search(line.text)]
    if read.is_decided or not (titles or len(named) > 1):
        return ()
    for line in (*titles, *read.head) if len(named) < SEVERAL else ():
        found = read.bodies.named_in(" ".join(line.text.split())) if is_short(line) else ()
        is_own = line in titles or (found and name_key(line.text) == name_key(found[0].name))
        for each in found if is_own else ():
            named.setdefault(each.id, (each, line.place))
    if len(named) < SEVERAL:
        return ()
    heads = [line.text for line in (*read.head, *read.repeated) if is_short(line)]
    numbers = list(dict.fromkeys(one for text in heads for one in numbers_of(text)))
    return tuple(_joined(each, place, numbers) for each, place in named.values())


def _proposed_to(read: ReplyPaper) -> dict[int, tuple[Committee, Place]]:
    """Return the committees each of which is proposed to decide on the reply, in a draft."""
    named: dict[int, tuple[Committee, Place]] = {}
    for line in read.decision if read.has_proposal else ():
        text = split_number(" ".join(line.text.split()))[1]
        subjects = [each for each in read.bodies.mentions(text) if not each.is_genitive]
        end = 0
        for each in subjects if _DECIDES_REPLY.search(text) else ():
            if not _JOINS.fullmatch(text[end : each.start]):
                break
            end = each.end
            if each.committee.kind in _REPLYING:
                named.setdefault(each.committee.id, (each.committee, line.place))
    return named


def _joined(committee: Committee, place: Place, numbers: Sequence[str]) -> Joined:
    """Return a committee with the one number whose letters shorten its name."""
    own = [each for each in numbers if _shortens(each, committee.name)]
    return committee, place, own[0] if len(own) == 1 else None


def _shortens(number: str, name: str) -> bool:
    """Tell whether the letters of a diary number stand in a name, in their order."""
    letters = iter(name.casefold())
    series = [*_letters(number)]
    return (
        bool(series)
        and name.casefold().startswith(series[0])
        and all(each in letters for each in series)
    )


def _letters(number: str) -> Iterator[str]:
    for each in number.casefold():
        if not each.isalpha():
            return
        yield each

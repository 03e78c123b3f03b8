"""Whom a text means by its own words: "samtliga nämnder med undantag för kommunstyrelsen".

Such words are read against the committees that were audited. What comes out is a proposal: a person
confirms it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import parse_recipients
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import clean_line, lines_of, name_key

_EXCEPT = re.compile(
    r"\b(?:med undantag (?:för|av)|undantaget|utom|förutom|bortsett från|exklusive)\b",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:rekommenderas|rekommenderar vi|bör|ska|skall)\b.*$"
    r"|\b(?:utöver (?:ovanstående|detta)|därutöver|även|också)\b",
    re.IGNORECASE,
)
_EACH_SERVED = re.compile(r"\s+(?:och|samt)\s+dess nämnd(?:er|en)?\b", re.IGNORECASE)
_ALL = re.compile(
    r"^(?:alla|samtliga|övriga|de övriga|resterande)\b"
    r"(?: granskade)?(?P<kinds>(?:(?: och| samt)? (?:nämnder\w*|styrelser\w*|bolag\w*))*)$"
)
_REST = re.compile(r"^(?:övriga|de övriga|resterande)\b")
_KINDS = {
    "nämnder": (CommitteeKind.COMMITTEE, CommitteeKind.EXECUTIVE_BOARD),
    "styrelser": (CommitteeKind.EXECUTIVE_BOARD,),
    "bolag": (CommitteeKind.COMPANY,),
}
"""The executive board is one of "samtliga nämnder" unless it is taken out."""


@dataclass(frozen=True)
class Recipients:
    """Whom a text means, as far as a program can tell."""

    committees: tuple[Committee, ...]
    """In the register's order."""
    is_counted: bool = False
    """Whether a word such as "samtliga" was read against the audited committees."""
    administrations: tuple[str, ...] = ()
    """The administrations that it names in place of committees, as registered."""
    unknown: tuple[str, ...] = ()
    """What it names that is not known."""


def resolve_recipients(
    text: str, reviewed: Sequence[Committee], committees: Sequence[Committee]
) -> Recipients:
    """Return whom a text means, of all committees, where ``reviewed`` are those that were audited.

    An administration stands for the committees that it serves among those audited.
    """
    said = clean_line(_FILLING.sub(" ", text))
    base, *exceptions = _EXCEPT.split(said)
    administrations = tuple(_administrations(base, committees))
    named, counted, unknown = _read(_without(base, administrations), committees)
    out, out_counted, out_unknown = _read(", ".join(exceptions), committees)
    served = [
        each
        for each in reviewed
        if {name_key(name) for name in lines_of(each.administrations)}
        & {name_key(name) for name in administrations}
    ]
    chosen = {each.id for each in (*named, *served)}
    for words in counted:
        taken = chosen if _REST.match(words) else frozenset[int]()
        chosen = chosen | (_counted_ids(words, reviewed) - taken)
    excepted = {each.id for each in out}
    return Recipients(
        tuple(each for each in committees if each.id in chosen - excepted),
        bool(counted or exceptions),
        administrations,
        (*unknown, *out_unknown, *out_counted),
    )


def _administrations(text: str, committees: Iterable[Committee]) -> Iterator[str]:
    """Give the administrations that a text names, the longest first, so that none is torn."""
    names = {name_key(name): name for each in committees for name in lines_of(each.administrations)}
    rest = name_key(text)
    for key in sorted(names, key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", rest)
        if found:
            rest = rest[: found.start()] + rest[found.end() :]
            yield names[key]


def _without(text: str, administrations: Iterable[str]) -> str:
    for name in administrations:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " , ", text, flags=re.IGNORECASE)
        text = _EACH_SERVED.sub(" ", text)
    return text


def _read(
    text: str, committees: Sequence[Committee]
) -> tuple[list[Committee], list[str], list[str]]:
    """Return the committees that a text lists, its counting words, and what is not known."""
    try:
        parts = parse_recipients(text, committees)
    except UsageError:  # a name that fits several
        return [], [], [text]
    named = [each for each in parts if isinstance(each, Committee)]
    words = [each for each in parts if isinstance(each, str)]
    counted = [name_key(each) for each in words if _ALL.match(name_key(each))]
    return named, counted, [each for each in words if not _ALL.match(name_key(each))]


def _counted_ids(words: str, reviewed: Collection[Committee]) -> set[int]:
    found = _ALL.match(words)
    said = found["kinds"] if found else ""
    kinds = {kind for word, its in _KINDS.items() if word in said for kind in its}
    return {each.id for each in reviewed if not kinds or each.kind in kinds}

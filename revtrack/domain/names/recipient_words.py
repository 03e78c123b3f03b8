"""Whom a text means by its own words: "samtliga nämnder med undantag för kommunstyrelsen".

Such words are read against the committees that were audited. What comes out is a proposal: a person
confirms it. ``typed_recipients`` reads what that person types: "KS, GSN–SOCN", "alla utom KS".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import propose_committee
from revtrack.domain.names.recipients import committee_keys, is_everybody, parse_recipients
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import clean_line, lines_of, name_key

EXCEPT = re.compile(
    r"\b(?:med undantag (?:för|av)|undantaget|utom|förutom|dock (?:ej|inte)"
    r"|men inte|(?<=\()ej|(?<=,\s)ej|bortsett från|exklusive)\b",
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
    base, *exceptions = EXCEPT.split(said)
    administrations = tuple(_administrations(base, committees))
    named, counted, unknown = _read(_without(base, administrations), committees)
    out, out_counted, out_unknown = _read(", ".join(exceptions), committees)
    chosen = {each.id for each in (*named, *_served(administrations, reviewed))}
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


@dataclass(frozen=True)
class TypedRecipients:
    """Whom somebody names who types recipients."""

    named: tuple[Committee | str, ...]
    """Each once, in the order of the text; one that is not known as it was written."""
    nobody: tuple[str, ...] = ()
    """Words such as "alla" that stand for nobody here."""

    @property
    def committees(self) -> tuple[Committee, ...]:
        """Those that are known."""
        return tuple(each for each in self.named if isinstance(each, Committee))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is named and not known, as it was written."""
        return tuple(each for each in self.named if isinstance(each, str))


def typed_recipients(
    text: str, everybody: Sequence[Committee], committees: Sequence[Committee]
) -> TypedRecipients:
    """Return whom a typed text names, of all committees; "alla" stands for ``everybody``.

    "GSN–SOCN" is all from the one to the other in the register's order, and "utom" leaves out what
    follows it. Raises UsageError where a name fits several, or what is left out is not known.
    """
    base, *exceptions = EXCEPT.split(_spelled_out(text, everybody, committees))
    left_out = _left_out(", ".join(exceptions), committees)
    administrations = tuple(_administrations(base, committees))
    found: dict[object, Committee | str] = {
        each.id: each for each in _served(administrations, everybody or committees)
    }
    nobody = []
    words = _without(base, administrations) if administrations else base
    for each in parse_recipients(words if words.strip() or not exceptions else "alla", committees):
        if isinstance(each, Committee):
            found[each.id] = each
        elif _is_counting(each, everybody):
            counted = _counted(each, everybody, found)
            found.update((one.id, one) for one in counted)
            nobody += [] if counted else [each]
        else:
            found[name_key(each)] = each
    return TypedRecipients(
        tuple(each for key, each in found.items() if key not in left_out), tuple(nobody)
    )


def unknown_names(text: str, committees: Sequence[Committee]) -> tuple[str, ...]:
    """Return the names, each once, of the committees that a text lists and that are not known."""
    known = {name_key(each.name) for each in committees}
    proposed: dict[str, str] = {}
    for each in typed_recipients(text, (), committees).unknown:
        name = propose_committee(each)[0]
        proposed.setdefault(name_key(name), name)
    return tuple(name for key, name in proposed.items() if key not in known)


def _is_counting(text: str, everybody: Sequence[Committee]) -> bool:
    """Tell whether a text such as "alla nämnder" counts; not where it names companies in vain."""
    found = _ALL.match(name_key(text))
    says_companies = found is not None and "bolag" in found["kinds"]
    if says_companies and all(each.kind is not CommitteeKind.COMPANY for each in everybody):
        return False
    return found is not None or is_everybody(text)


def _counted(
    words: str, everybody: Sequence[Committee], found: Collection[object]
) -> list[Committee]:
    """Return whom a word such as "alla" or "övriga" stands for, given who is named already."""
    ids = _counted_ids(name_key(words), everybody)
    taken = found if _REST.match(name_key(words)) else ()
    return [each for each in everybody if each.id in ids and each.id not in taken]


def _left_out(text: str, committees: Sequence[Committee]) -> set[int]:
    parts = parse_recipients(text, committees)
    unknown = [each for each in parts if isinstance(each, str)]
    if unknown:
        raise UsageError(
            "No committee is known by this, so it cannot be left out: {names}.",
            names="; ".join(unknown),
        )
    return {each.id for each in parts if isinstance(each, Committee)}


def _served(administrations: Iterable[str], committees: Sequence[Committee]) -> Iterator[Committee]:
    named = {name_key(name) for name in administrations}
    for each in committees:
        if named & {name_key(name) for name in lines_of(each.administrations)}:
            yield each


_RANGE = re.compile(r"(?<![\w-])(?P<first>\w+)\s*[–—-]\s*(?P<last>\w+)(?![\w-])")


def _spelled_out(text: str, everybody: Sequence[Committee], committees: Sequence[Committee]) -> str:
    """Return the text with each "GSN–SOCN" as all that it stands for."""
    by_key = {key: each for each in committees for key in committee_keys(each)}

    def spell(found: re.Match[str]) -> str:
        ends = [by_key.get(name_key(found[name])) for name in ("first", "last")]
        between = _between(ends[0], ends[1], everybody, committees) if all(ends) else ()
        return ", ".join(f'"{each.name}"' for each in between) or found[0]

    return _RANGE.sub(spell, text)


def _between(
    first: Committee | None,
    last: Committee | None,
    everybody: Sequence[Committee],
    committees: Sequence[Committee],
) -> tuple[Committee, ...]:
    """Return the committees from one to another: of everybody, where both are among them."""
    if first is None or last is None:
        return ()
    ids = [each.id for each in everybody]
    is_within = {first.id, last.id} <= set(ids)
    all_of_them = [each for each in committees if is_within or each.valid_to_on is None]
    places = sorted(place for place, each in enumerate(all_of_them) if each in (first, last))
    if not places:
        return ()
    span = all_of_them[places[0] : places[-1] + 1]
    return tuple(each for each in span if not is_within or each.id in ids)

"""The committees that a paper names and the register lacks, with what stands beside their names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from revtrack.domain.names.committee_names import USUAL_NAMES, propose_committee
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.proposals.committees.administrations import served_in
from revtrack.domain.proposals.committees.name_shapes import PLAIN_BOARDS, names_in
from revtrack.domain.proposals.committees.whom_labels import LABEL
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import name_key

_UNSTORED = "00000000-0000-0000-0000-000000000000"
_DIRECTION = "direktionen"
"""The board of a federation; it counts only in papers that name federations."""
_GUARDIAN = "överförmyndaren"
"""An official, who in some municipalities is a body without a committee."""
_ASKED = re.compile(
    rf"\b(?:rekommenderar|uppmanar|föreslår|till)\s{_GUARDIAN}\b"
    rf"|\b{_GUARDIAN}\s(?:bör|ska|rekommenderas|uppmanas)\b",
    re.IGNORECASE,
)
"""How it is spoken to as a body that answers for itself."""
_PLACED = re.compile(r"(?:nämnden|utskottet) \w+$")
_WITHOUT_ARTICLE = re.compile(r"nämnd(?= \w+$)")
"""How "omsorgsnämnd Norr" is written, that may be "omsorgsnämnden Norr" elsewhere."""
_SHARED = "gemensamma "
"""What is only said of a committee that the paper names without it more often."""
_QUALIFIED = re.compile(
    r"\w+a (?=(?:\w+-(?:,| och| samt) )*\w{3,}(?:nämnden|utskottet|styrelsen)$)"
)
_BESIDE = 90
_ITS_BOARD = re.compile(r"\bstyrelsen (?:för|i|av)\s$", re.IGNORECASE)
"""What stands before whose paper it is where its board is meant."""
_SHORT = re.compile(r"(?<![\w/])[A-ZÅÄÖ]{2,6}(?![\w/])")
_BEFORE = 14
_SEVERAL = 2
"""So many abbreviations stand as recipients in a paper that writes them out nowhere."""
_SHORT_BEFORE = re.compile(r"(?<![\w/])(?P<short>[A-ZÅÄÖ]{2,6})\s*(?:\(|=|:|[–-]\s)\s*$")
_SHORT_LISTED = re.compile(r"(?:^|[,;:]\s)(?P<short>[A-ZÅÄÖ]{2,6})\s+$")
"""In a list of abbreviations: "KS kommunstyrelsen, BIN bildningsnämnden"."""
_SMALL_LISTED = re.compile(r"(?:^|[,;:.]\s)(?P<short>[A-ZÅÄÖ][a-zåäö]{1,4})\s(?:=\s)?(?=[a-zåäö])")
"""In such a list in small letters: "Ks kommunstyrelsen, Sn socialnämnden"."""
_SHORT_AFTER = re.compile(
    r"^s?\s*\((?:(?:nedan|härefter|förkortat|fortsättningsvis)\s+)?(?P<short>[A-ZÅÄÖ]{2,6})\)"
)
_FORMER_AFTER = re.compile(
    r"^s?(?:\s*\(|,\s+)(?:tidigare|f\.\s?d\.?|fd|före detta|f\. ?d\.?)\s+(?P<name>[^(),;.]{4,60})"
)


_USUAL = "|".join(sorted(USUAL_NAMES, key=len, reverse=True))
_ANY_USUAL = re.compile(_USUAL)
_LISTED = rf"(?:{_USUAL})(?:\s?(?:,|/|&|och|samt)\s?(?:{_USUAL}))*"
_AS_RECIPIENTS = re.compile(
    rf"^(?P<alone>{_LISTED})$|\((?P<within>{_LISTED})\)"
    rf"|^(?:\W{{1,2}}\s|\d{{1,2}}[.)]\s)?(?P<before>{_LISTED}):\s"
    rf"|\b(?i:till|{LABEL})\s?:\s"
    rf"(?P<told>{_LISTED})(?!\w)"
)
"""Where the usual abbreviations of committees stand as those whom something is for."""
_AS_LABEL = re.compile(r"^(?:\W{1,2}\s|\d{1,2}[.)]\s)?(?P<short>[A-ZÅÄÖ]{2,6}):\s")
"""A line that begins with an abbreviation, as with the name of who says something: "UBN: …"."""
_ENDS_AS = {
    "N": "nämnden",
    "S": "styrelsen",
    "U": "utskottet",
    "F": "fullmäktige",
    "D": "direktionen",
}
"""What the last letter of an abbreviation stands for."""
_SURE_OF_WHOLE = 3
"""So many letters of an abbreviation tell which of the names it shortens."""


def unknown_in(
    texts: Sequence[str], known: Sequence[Committee], not_bodies: frozenset[str]
) -> Iterator[Committee]:
    """Give the committees that texts name and that are not known; ``not_bodies`` are no names."""
    keys = {key for each in known for key in committee_keys(each)}
    names = _Names(texts, not_bodies)
    capitals = {short for text in texts for short in _SHORT.findall(text)}
    old = {name for each in names.formers.values() for name in each}
    _add_labels(texts, names)
    alone = _written_short(texts, capitals, names, keys)
    served = served_in(texts, names.count)
    for number, key in enumerate(names.count, start=1):
        formers = names.formers.get(key, set())
        is_known = key in keys or bool(formers & keys)
        if is_known or (key in old and key not in names.formers):
            continue
        short = names.shorts.get(key) or _usual_short(key, capitals) or alone.pop(key, None)
        yield only_named(number, names.written[key], short, formers, served.get(key, ()))
    for number, (name, short) in enumerate(alone.items(), start=len(names.count) + 1):
        yield only_named(number, name, short)


def _written_short(
    texts: Sequence[str], capitals: Container[str], names: "_Names", known: Container[str]
) -> dict[str, str | None]:
    """Return those whom a paper names by an abbreviation alone, by their names.

    Where only one name has the letters it is of that; the executive board has the same name
    everywhere, and others stand as the paper writes them.
    """
    said = [
        short
        for text in texts
        if _ANY_USUAL.search(text)
        for match in _AS_RECIPIENTS.finditer(text)
        for short in re.findall(_USUAL, match[match.lastgroup or 0])
    ]
    taken = {*names.shorts.values(), *(_usual_short(key, capitals) for key in names.count)}
    found: dict[str, str | None] = {}
    for short in dict.fromkeys(said):
        if len(said) < _SEVERAL or short in taken or name_key(short) in known:
            continue
        fits = [key for key in names.count if key not in names.shorts and _shortens(short, key)]
        if len(fits) == 1 and len(short) >= _SURE_OF_WHOLE:
            found[fits[0]] = short
        elif USUAL_NAMES[short] in PLAIN_BOARDS:
            found[USUAL_NAMES[short]] = short
        else:
            found[short] = None
    return found


def _add_labels(texts: Sequence[str], names: "_Names") -> None:
    """Keep the abbreviations that stand as labels, each for the only name that it can shorten."""
    said = Counter(match["short"] for text in texts if (match := _AS_LABEL.match(text)))
    for short, times in said.items():
        fits = [key for key in names.count if _is_initials(short, key)]
        if times >= _SEVERAL and len(fits) == 1 and short not in USUAL_NAMES:
            names.shorts.setdefault(fits[0], short)
    for text in texts:
        listed = {
            name_key(name): (match["short"], match[0][0] in ",;")
            for match in _SMALL_LISTED.finditer(text)
            for name, start, _ in names_in(text[match.end() : match.end() + _BESIDE])
            if not start and _is_initials(match["short"], name_key(name))
        }
        if len(listed) >= _SEVERAL and any(is_behind for _, is_behind in listed.values()):
            names.shorts.update({key: short for key, (short, _) in listed.items()})


def _is_initials(short: str, key: str) -> bool:
    """Tell whether an abbreviation has letters of a name, and its last tells what body it is."""
    return _shortens(short, key) and _ENDS_AS.get(short[-1].upper(), "?") in key


class _Names:
    """The names of bodies that a paper's texts hold, with what stands beside them."""

    def __init__(self, texts: Sequence[str], not_bodies: frozenset[str]) -> None:
        self.count: Counter[str] = Counter()
        self.written: dict[str, str] = {}
        self.shorts: dict[str, str] = {}
        self.formers: dict[str, set[str]] = {}
        for text in texts:
            for name, start, end in names_in(text):
                before = text[max(start - _BEFORE, 0) : start]
                if not _is_one_of(name_key(name), not_bodies) or _ITS_BOARD.search(before):
                    self._add(name, before, text[end : end + _BESIDE])
        if f"förbunds{_DIRECTION}" in self.count and _DIRECTION in self.count:
            self.count[f"förbunds{_DIRECTION}"] += self.count.pop(_DIRECTION)
            self.formers.setdefault(f"förbunds{_DIRECTION}", set()).add(_DIRECTION)
        if _DIRECTION in self.count and not any("förbund" in text.casefold() for text in texts):
            del self.count[_DIRECTION]
        if _GUARDIAN in self.count and not self._is_body(_GUARDIAN, texts):
            del self.count[_GUARDIAN]
        _part_joined(self.count, self.written)
        self._definite()
        self._whole()
        self._together()

    def _add(self, name: str, before: str, after: str) -> None:
        key = name_key(name)
        self.count[key] += 1
        self.written.setdefault(key, name)
        if short := _SHORT_AFTER.match(after) or _SHORT_BEFORE.search(before):
            self.shorts.setdefault(key, short["short"])
        elif (listed := _SHORT_LISTED.search(before)) and _shortens(listed["short"], key):
            self.shorts.setdefault(key, listed["short"])
        if former := _FORMER_AFTER.match(after):
            old = name_key(former["name"]).removesuffix("s")
            self.formers.setdefault(key, set()).add(old)

    def _is_body(self, key: str, texts: Sequence[str]) -> bool:
        """Tell whether an official is the body itself: alone on a line, or asked."""
        is_alone = any(name_key(text) == key or _ASKED.search(text) for text in texts)
        return is_alone and not any(each.startswith("överförmyndarnämnd") for each in self.count)

    def _definite(self) -> None:
        """Take "omsorgsnämnd Norr" for "omsorgsnämnden Norr" where the paper has both."""
        for key in [each for each in self.count if _WITHOUT_ARTICLE.search(each)]:
            whole = _WITHOUT_ARTICLE.sub("nämnden", key)
            if whole in self.count:
                self.count[whole] += self.count.pop(key)
                self.formers.setdefault(whole, set()).add(key)

    def _whole(self) -> None:
        """Take "omsorgsnämnden" for "omsorgsnämnden Norr" where the paper has no other such.

        So is "utvecklingsnämnden" for "regionala utvecklingsnämnden"; "den gemensamma lönenämnden"
        is "lönenämnden" where the paper says so more often.
        """
        placed: dict[str, list[str]] = {}
        shared: list[str] = []
        for key in self.count:
            if _PLACED.search(key):
                placed.setdefault(key.rpartition(" ")[0], []).append(key)
            elif self._is_called_shared(key):
                bare = key.removeprefix(_SHARED)
                self.count[bare] += self.count[key]
                shared.append(key)
                self.formers.setdefault(bare, set()).add(key)
            elif _QUALIFIED.match(key):
                placed.setdefault(key.partition(" ")[2], []).append(key)
        for key in shared:
            del self.count[key]
        for bare, keys in placed.items():
            if bare in self.count and len(keys) == 1:
                self.count[keys[0]] += self.count.pop(bare)
                self.formers.setdefault(keys[0], set()).add(bare)

    def _is_called_shared(self, key: str) -> bool:
        bare = key.removeprefix(_SHARED)
        return bare != key and self.count[bare] > self.count[key]

    def _together(self) -> None:
        """Take "miljonämnden" for "miljönämnden" where a scanner has lost signs of some."""
        groups: dict[str, list[str]] = {}
        for key in self.count:
            groups.setdefault(_plain(key), []).append(key)
        for keys in groups.values():
            best = max(keys, key=lambda key: (sum(not sign.isascii() for sign in key), key))
            for key in keys:
                if key != best:
                    self.count[best] += self.count.pop(key)
                    self.formers.setdefault(best, set()).add(key)


def _is_one_of(key: str, others: Iterable[str]) -> bool:
    """Tell whether a name is one of others, also with letters that a scanner took for others."""
    bare = _plain(key)
    return any(
        bare == _plain(each)
        or (key.endswith(" ab") and bare in _plain(each))
        or ("förbundet " in key and _plain(each).startswith(f"{bare} "))
        or (key.endswith("förbund") and _plain(each).endswith(f" {bare}"))
        for each in others
    )


@lru_cache(maxsize=10_000)
def _plain(key: str) -> str:
    """Return a name without the dots and rings of its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", key) if sign.isascii())


def _part_joined(names: Counter[str], written: dict[str, str]) -> None:
    """Take "grundskole- och gymnasienämnden" for two where the paper has both by themselves."""
    for key in [each for each in names if re.search(r"-\s(?:och|samt)\s", each)]:
        parts = re.split(r",\s|\s(?:och|samt)\s", key)
        ending = "nämnden" if parts[-1].endswith("nämnden") else "styrelsen"
        whole = [part.removesuffix("-") + ending for part in parts[:-1]] + [parts[-1]]
        if all(each in names for each in whole):
            del names[key]
            del written[key]


def _shortens(short: str, key: str) -> bool:
    """Tell whether an abbreviation's letters stand in a name, in order from its first."""
    rest = iter(key)
    return short[0].casefold() == key[0] and all(each in rest for each in short.casefold())


def _usual_short(key: str, capitals: Container[str]) -> str | None:
    """Return the usual abbreviation of a name, where the paper uses it."""
    return next((s for s, full in USUAL_NAMES.items() if full == key and s in capitals), None)


def only_named(
    number: int,
    name: str,
    short: str | None = None,
    formers: Iterable[str] = (),
    served: Sequence[str] = (),
) -> Committee:
    """Return somebody whom only a paper names as a committee; ``number`` tells it from others."""
    kind = propose_committee(name)[2]
    return Committee(
        id=-number,
        uid=_UNSTORED,
        version=1,
        municipality_id=0,
        ordinal=number,
        name=name,
        abbreviation=short,
        kind=kind,
        aliases="\n".join(sorted(formers)) or None,
        administrations="\n".join(served) or None,
    )

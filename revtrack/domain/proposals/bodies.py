"""The committees that a paper names: those of the register, and those that only the paper knows.

What the register lacks stands here as a committee with a number below zero, so that one set of
rules reads both. Names are kept as the paper writes them, in the form of running text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.names.addressing import Bodies
from revtrack.domain.names.committee_names import USUAL_NAMES, propose_committee
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, Paper
from revtrack.domain.texts.prose import lines_of, name_key

_UNSTORED = "00000000-0000-0000-0000-000000000000"
_ENDING = r"(?:nämnd(?:en|erna|er)?|styrelse(?:n|rna|r)?|fullmäktige|förbund(?:et)?)s?"
_NAME = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?P<joined>(?:\w+-,\s){{0,3}}\w+-\s(?:och|samt|eller)\s\w*{_ENDING})"
    r"|(?P<named_for>(?:gemensamma\s)?nämnden\sför\s[a-zåäö-]+(?:,\s[a-zåäö]+(?=\soch\s))?"
    r"(?:\soch\s(?!\w*(?:nämnd|styrelse))[a-zåäö]{4,})?)"
    r"|(?P<local>[A-ZÅÄÖ][\w-]+s\s(?:stadsdels|kommundels|distrikts|område[st]?s?)nämnd(?:en)?s?)"
    r"|(?P<described>[A-ZÅÄÖa-zåäö]\w+a\snämnd(?:en)s?)"
    r"|(?P<federation>[\w-]*\w{2,}förbundet\s(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?))"
    rf"|(?P<simple>[\w-]*\w{{2,}}{_ENDING})"
    r"|(?P<company>(?-i:[A-ZÅÄÖ][\w&-]+(?:\s(?:i\s|och\s|&\s)?[A-ZÅÄÖ&][\w&-]*){0,4}\sAB\b"
    r"|AB\s[A-ZÅÄÖ][\w&-]+(?:\s[A-ZÅÄÖ][\w&-]+)?))"
    r")(?![\w-])",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"[nN]ämnd|NÄMND|[sS]tyrelse|STYRELSE|ullmäktige|FULLMÄKTIGE|örbund|\bAB\b")
_SERVING = re.compile(r"örvaltning|[kK]ontor")
_BESIDE = 90
_BEFORE, _AFTER = 60, 50
"""How many signs of a name may stand before and after the word that tells what it is."""
_SHORT = re.compile(r"(?<![\w/])[A-ZÅÄÖ]{2,6}(?![\w/])")
_NOT_DESCRIBED = re.compile(
    r"^(?:alla|samtliga|övriga|berörda|ansvariga|aktuella|granskade|båda|denna|samma|enskilda|egna"
    r"|nya|andra|olika|hela|vissa|flera|nämnda|ovanstående|politiska|kommunala|regionala|ena|bägge"
    r"|större|mindre|gamla|tidigare|facka|bra|ska|bära|för|föreslå|låta|rekommendera|utöva|göra"
    r"|revidera|granska|svenska|\w+era|\w+(?:ade|ande|ende))\s"
)
_STATE = frozenset(
    (
        *("socialstyrelsen", "länsstyrelsen", "transportstyrelsen", "rikspolisstyrelsen"),
        *("domstolsstyrelsen", "luftfartsstyrelsen", "energistyrelsen", "utbildningsstyrelsen"),
        *("överklagandenämnden", "reklamationsnämnden", "diskrimineringsnämnden"),
        *("kriminalvårdsstyrelsen", "riksgäldsstyrelsen", "ekonomistyrelsen"),
    )
)
"""Authorities of the state, whose names end as a committee's does."""
_GENERAL = re.compile(
    r"^(?:fack|verksamhets|driv|bolags|del|kommun|förbunds|region|moder|dotterbolags"
    r"|projekt|delnämnds|drifts|nämnds|intresse|gymnasie?skol|kommunal|privat|kommundels|stadsdels"
    r"|under|ansvars|mål|egen|själv|central|huvud|sam|kärn|yrkes|fack)?"
    r"(?:nämnd(?:en|er|erna)?|styrelse(?:r|rna)?|förbund(?:et)?|fullmäktige)s?$"
)
"""Words for a body that do not say which; "kommunstyrelsen" and "regionstyrelsen" do."""
_JOINT = re.compile(
    r"(?<![\w-])(?P<stems>(?:\w+-,\s){0,3}\w+-\s(?:och|samt)\s\w+?)"
    r"(?P<ending>nämnd|styrelse)(?:erna|en|rna|n)s?(?![\w-])",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|vår|höst|sommar|vinter)nämnd"
)
_PLAIN_BOARDS = frozenset(("kommunstyrelsen", "regionstyrelsen", "kommunfullmäktige"))
_NO_BODY = re.compile(r"(?:kommunal|arbetsgivar|fack|lant|idrotts|brott|syd|väst|mot)förbund\w*$")
_PLURAL = re.compile(r"(?P<stem>nämnd|styrelse)(?:erna|er|rna|r)s?$", re.IGNORECASE)
_SHORT_AFTER = re.compile(
    r"^s?\s*\((?:(?:nedan|härefter|förkortat|fortsättningsvis)\s+)?(?P<short>[A-ZÅÄÖ]{2,6})\)"
)
_FORMER_AFTER = re.compile(
    r"^s?(?:\s*\(|,\s+)(?:tidigare|f\.\s?d\.?|fd|före detta|f\. ?d\.?)\s+(?P<name>[^(),;.]{4,60})"
)
_ADMINISTRATION = re.compile(
    r"(?<![\w-])(?P<stem>(?:(?:\w+-,\s)?\w+-\s(?:och|samt)\s)?\w{3,}?)s?"
    r"(?P<kind>förvaltning|kontor)(?:en|et)s?(?![\w-])",
    re.IGNORECASE,
)
_BOARDS_OWN = frozenset(
    (
        *("kommunledningskontoret", "kommunledningsförvaltningen", "kommunstyrelseförvaltningen"),
        *("kommunkansliet", "kommunstyrelsekontoret", "stadsledningskontoret"),
        *("regionledningskontoret", "regionledningsförvaltningen", "kommunstyrelsens förvaltning"),
        *("stadsledningsförvaltningen", "kommunstaben", "centralförvaltningen"),
    )
)
"""What usually serves the executive board."""


@dataclass(frozen=True)
class Mention:
    """A place in a text where a committee is named."""

    committee: Committee
    start: int
    end: int
    is_genitive: bool = False
    """Whether it says whose something is: "socialnämndens rutiner"."""


@dataclass(frozen=True)
class PaperBodies:
    """The committees that may be meant in a paper, and how to find them in its text."""

    committees: tuple[Committee, ...]
    """The register's first, then those that only the paper knows, in its order."""
    found: tuple[Committee, ...]
    """Those that the paper names, in its order."""

    @cached_property
    def _by_key(self) -> dict[str, Committee]:
        return {key: each for each in self.committees for key in committee_keys(each)}

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        keys = sorted(self._by_key, key=len, reverse=True)
        listed = "|".join(_spaced(key) for key in keys) or r"(?!)"
        return re.compile(rf"(?<![\w-])(?P<name>{listed})s?(?![\w-])", re.IGNORECASE)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the places where a text names a committee; abbreviations only in capitals."""
        found = list(self._joint(text)) if "- " in text else []
        taken = max((each.end for each in found), default=0)
        for match in self._shape.finditer(text):
            if match.start() < taken and any(
                each.start <= match.start() < each.end for each in found
            ):
                continue
            key = name_key(match["name"])
            each = self._by_key.get(key)
            if each is None:
                continue
            is_short = key != name_key(each.name) and len(key) <= len("ABCDEF")
            if not is_short or match["name"].isupper():
                is_genitive = match.end() > match.end("name")
                found.append(Mention(each, *match.span(), is_genitive))
        return tuple(sorted(found, key=lambda each: each.start))

    def _joint(self, text: str) -> Iterator[Mention]:
        """Give the places where "grundskole- och gymnasienämnderna" names two."""
        for match in _JOINT.finditer(text):
            if name_key(match[0]).removesuffix("s") in self._by_key:
                continue
            ending = f"{match['ending'].casefold()}n" if match["ending"][-1] == "e" else "nämnden"
            stems = [part.rstrip("-") for part in re.split(r",\s|\s(?:och|samt)\s", match["stems"])]
            known = [self._by_key.get(name_key(stem) + ending) for stem in stems]
            if all(known) and len(known) > 1:
                for each in known:
                    if each is not None:
                        yield Mention(each, *match.span())

    def named_in(self, text: str) -> tuple[Committee, ...]:
        """Return the committees that a text names, each once, in its order."""
        return tuple({each.committee.id: each.committee for each in self.mentions(text)}.values())

    def read_against(self, reviewed: Sequence[Committee]) -> Bodies:
        """Return what names are read against where "samtliga nämnder" are these."""
        return Bodies(tuple(reviewed), self.committees)


def display_name(committee: Committee) -> str:
    """Return the name of a committee as a proposal gives it."""
    if committee.id > 0:
        return committee.name
    return committee.name[:1].upper() + committee.name[1:]


def bodies_of(
    paper: Paper, known: Sequence[Committee] = (), not_bodies: Iterable[str] = ()
) -> PaperBodies:
    """Return the committees that a paper may speak of; ``not_bodies`` are names of others."""
    texts = tuple(_texts(paper))
    new = _unknown(texts, known, frozenset(map(name_key, not_bodies)))
    bodies = PaperBodies((*known, *new), ())
    named: dict[int, Committee] = {}
    for text in texts:
        named.update((each.id, each) for each in bodies.named_in(text) if each.id not in named)
    return PaperBodies(bodies.committees, tuple(named.values()))


def _texts(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Line):
            yield " ".join(block.text.split())
        else:
            for row in block.rows:
                yield from (" ".join(c.text.split()) for c in row.cells if not c.is_merged)


def _spaced(key: str) -> str:
    return re.escape(key).replace(r"\ ", r"\s+")


# ---- names that the register lacks ---------------------------------------------------------------


class _Names:
    """The names of bodies that a paper's texts hold, with what stands beside them."""

    def __init__(self, texts: Sequence[str], not_bodies: frozenset[str]) -> None:
        self.count: Counter[str] = Counter()
        self.written: dict[str, str] = {}
        self.shorts: dict[str, str] = {}
        self.formers: dict[str, set[str]] = {}
        for text in texts:
            for match in _near(text, _ANCHOR, _NAME):
                for name in () if _is_torn(match, text) else _names(match):
                    if not _is_one_of(name_key(name), not_bodies):
                        self._add(name, text[match.end() : match.end() + _BESIDE])
        _part_joined(self.count, self.written)
        self._together()

    def _add(self, name: str, after: str) -> None:
        key = name_key(name)
        self.count[key] += 1
        self.written.setdefault(key, name)
        if short := _SHORT_AFTER.match(after):
            self.shorts.setdefault(key, short["short"])
        if former := _FORMER_AFTER.match(after):
            old = name_key(former["name"]).removesuffix("s")
            self.formers.setdefault(key, set()).add(old)

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


def _unknown(
    texts: Sequence[str], known: Sequence[Committee], not_bodies: frozenset[str]
) -> Iterator[Committee]:
    keys = {key for each in known for key in committee_keys(each)}
    names = _Names(texts, not_bodies)
    capitals = {short for text in texts for short in _SHORT.findall(text)}
    old = {name for each in names.formers.values() for name in each}
    served = _served(texts, names.count)
    for number, key in enumerate(names.count, start=1):
        formers = names.formers.get(key, set())
        is_known = key in keys or bool(formers & keys)
        if is_known or (key in old and key not in names.formers):
            continue
        short = names.shorts.get(key) or _usual_short(key, capitals)
        yield _committee(number, names.written[key], short, formers, served.get(key, ()))


def _is_one_of(key: str, others: Iterable[str]) -> bool:
    """Tell whether a name is one of others, also with letters that a scanner took for others."""
    bare = _plain(key)
    return any(
        bare == _plain(each) or (key.endswith(" ab") and bare in _plain(each)) for each in others
    )


def _plain(key: str) -> str:
    """Return a name without the dots and rings of its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", key) if sign.isascii())


def _near(text: str, anchor: re.Pattern[str], shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the matches of a shape that hold an anchor; no other part of the text is looked at."""
    done = 0
    for each in anchor.finditer(text):
        if each.start() < done:
            continue
        begin = max(done, text.rfind(" ", 0, max(each.start() - _BEFORE, 0)) + 1)
        space = text.find(" ", each.end() + _AFTER)
        end = len(text) if space < 0 else space
        while (match := shape.search(text, begin, end)) is not None:
            yield match
            begin = done = match.end()
            if done > each.start():
                break


def _is_torn(match: re.Match[str], text: str) -> bool:
    """Tell whether a name begins a line as the end of another: "och fritidsnämnden"."""
    return text[: match.start()].casefold().strip() in {"och", "samt", "eller"}


def _names(match: re.Match[str]) -> Iterator[str]:
    """Give the names that stand at a place, in the form that they have where they are the subject.

    "Kultur- och fritidsnämndens" is one; "grundskole- och gymnasienämnderna" are two.
    """
    said = " ".join(match[0].split())
    kind = match.lastgroup
    if kind == "company":
        is_written_so = re.match(r"[A-ZÅÄÖ]", said) and (said.endswith(" AB") or said[:3] == "AB ")
        if is_written_so:
            yield said
        return
    if kind == "federation":
        yield said
        return
    if kind == "named_for":
        yield said[:1].lower() + said[1:]
        return
    if kind == "joined" and _PLURAL.search(said):
        yield from _each_of(said)
        return
    if kind == "described" and _NOT_DESCRIBED.match(said.casefold()):
        return
    name = _nominative(said)
    if kind == "local":
        yield name
    elif not _PLURAL.search(name) and _says_which(name):
        yield name[:1].lower() + name[1:]


def _each_of(said: str) -> Iterator[str]:
    """Give the names of "grundskole- och gymnasienämnderna"."""
    stem = "nämnden" if "nämnd" in said.casefold() else "styrelsen"
    for part in re.split(r",\s|\s(?:och|samt|eller)\s", said):
        bare = re.sub(r"(?:nämnd|styrelse)(?:erna|er|rna|r)s?$", "", part.casefold()).rstrip("-")
        if bare and not _GENERAL.match(bare + stem):
            yield bare + stem


def _nominative(name: str) -> str:
    lowered = name.casefold()
    if lowered.endswith(("nämndens", "styrelsens", "fullmäktiges", "förbundets")):
        return name[:-1]
    return name


def _says_which(name: str) -> bool:
    key = name_key(name)
    if key in _STATE or _NO_BODY.search(key) or _MONTH.match(key):
        return False
    return key in _PLAIN_BOARDS or not _GENERAL.match(key)


def _part_joined(names: Counter[str], written: dict[str, str]) -> None:
    """Take "grundskole- och gymnasienämnden" for two where the paper has both by themselves."""
    for key in [each for each in names if re.search(r"-\s(?:och|samt)\s", each)]:
        parts = re.split(r",\s|\s(?:och|samt)\s", key)
        ending = "nämnden" if parts[-1].endswith("nämnden") else "styrelsen"
        whole = [part.removesuffix("-") + ending for part in parts[:-1]] + [parts[-1]]
        if all(each in names for each in whole):
            del names[key]
            del written[key]


def _served(texts: Iterable[str], names: Counter[str]) -> dict[str, tuple[str, ...]]:
    """Return the administrations that a paper names, by the committee whose name they bear."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        for match in _near(text, _SERVING, _ADMINISTRATION):
            said = name_key(match[0]).removesuffix("s")
            stem = name_key(match["stem"])
            own = next(
                (key for key in (f"{stem}nämnden", f"{stem}snämnden") if key in names),
                next((k for k in _PLAIN_BOARDS if said in _BOARDS_OWN and k in names), None),
            )
            if own and own != "kommunfullmäktige":
                found.setdefault(own, {})[said] = None
    return {key: tuple(each) for key, each in found.items()}


def _usual_short(key: str, capitals: Container[str]) -> str | None:
    """Return the usual abbreviation of a name, where the paper uses it."""
    return next((s for s, full in USUAL_NAMES.items() if full == key and s in capitals), None)


def _committee(
    number: int, name: str, short: str | None, formers: Iterable[str], served: Sequence[str]
) -> Committee:
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


def administrations_of(committees: Iterable[Committee]) -> dict[str, tuple[Committee, ...]]:
    """Return the committees by the name keys of the administrations that serve them."""
    found: dict[str, list[Committee]] = {}
    for each in committees:
        for name in lines_of(each.administrations):
            found.setdefault(name_key(name), []).append(each)
    return {key: tuple(each) for key, each in found.items()}

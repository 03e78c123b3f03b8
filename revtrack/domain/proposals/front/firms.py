"""The firm that has helped the auditors: told in a sentence, in the head, or where it signs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from revtrack.domain.proposals.papers.firm_names import (
    FIRM,
    FIRM_HOUSE,
    FIRM_TRADE,
    IS_COMPANY,
    NO_FIRM,
    NO_NAME,
    SOUNDS,
    TRADES,
    bare,
    clean,
    is_firm,
    may_be_short,
    sounds_of_audit,
)
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, LineKind, Place
from revtrack.domain.texts.prose import name_key

_A_FIRM = (
    r"(?:(?:ett|en|det|vår|våra|deras|externa?)\s)?"
    rf"(?:[a-zåäö]*(?:bolaget|företaget|byrån|firman|konsulte(?:n|rna))\s(?:från\s)?)?{FIRM}"
)
_EXPERT = r"(?:\w*sakkunni\w+(?:\s(?:biträden?|stöd|personer|revisorer))?|\w*konsult\w*|biträden?)"
_OF = r"(?:från|vid|på|hos|av|inom)"
_DONE = (
    r"(?:genomför|utför|gjor|skriv|upprätta|ta(?:s|gits)\sfram\b|framta|leds|letts|led[dt]"
    r"|samman?ställ)\w*"
)
_ORDERED = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (
            r"\b(?:stöd|hjälp|biträde|bistånd|assistans)\s(?:av|från|genom)\s"
            rf"(?:(?:\w+\s)?{_EXPERT}\s(?:{_OF}\s)?)?(?-i:{_A_FIRM})"
        ),
        rf"\b(?:biträ[td]\w*|bistå\w+|företrä\w+)\sav\s(?:{_EXPERT}\s{_OF}\s)?(?-i:{_A_FIRM})",
        (
            r"\b(?:anlita\w*|upphandlat|engagerat|bett|bad|ber|låtit|lät|gett|givit|gav|ger"
            r"|uppdragit\s(?:åt|till)|uppdrog\såt|vänt\ssig\still|lämnat|hjälp\shaft|tillsammans\smed"
            rf"|genom|via|beställt[^.]{{0,60}}?\sav|köpt[^.]{{0,60}}?\sav)\s(?:(?:under|i|våren|hösten|år|därför|alltså|också|även|nu)\s){{0,2}}"
            rf"(?:(?:hösten|våren|\d{{4}})\s){{0,2}}(?-i:{_A_FIRM})(?!\w|\som\s(?:svar|yttrande|synpunkt))"
        ),
        rf"\buppdrag\w*\b[^.,]{{0,60}}?\s(?:till|åt)\s(?-i:{_A_FIRM})",
        rf"\b{_EXPERT}\s(?:{_OF}|är|var|(?:har\s)?varit|har)\s(?-i:{_A_FIRM})",
    )
)
"""How a sentence of the auditors says whom they have had to help them."""
_OTHER_ORDERS = re.compile(
    r"\b(?:\w*nämnden|\w*styrelsen|kommunen|förvaltningen|\w*kontoret|regionen|staden|bolaget"
    r"|förbundet|verksamheten)\s(?:\w+\s){0,2}?(?:har|hade|anlita\w*|gav|lät|bad)\b",
    re.IGNORECASE,
)
"""Words by which somebody else than the auditors gives an order."""
_OF_AUDITORS = re.compile(
    r"\w*revisorer|\brevisor\b|revisionen\b|\b(?:vi|oss|vårt?|våra)\b|\bgransk\w+|\bförstudie",
    re.IGNORECASE,
)
_DID = tuple(
    re.compile(shape)
    for shape in (
        (
            rf"\b(?i:uppdrag)(?:\s[^.]{{0,110}}?)?\s(?:har|lät|fick)\s{_A_FIRM}\s(?:under|genomfört"
            r"|gransk\w+|gjort|utfört|fått|nu|tagit|utrett|kartlagt|undersökt|har|i|följt"
            r"|översiktligt|på|inom|med)\b"
        ),
        (
            rf"{FIRM}\s(?:har|fick|fått|har\sfått)\s(?:[^.]{{0,60}}?\s)?(?:av|på|i|från)\s"
            r"(?:[^.]{0,60}?\s)?uppdrag\b"
        ),
        (
            rf"{FIRM}\s(?:har\s)?(?:fått|fick)\s(?:i\s)?uppdrag(?:et)?\satt\s(?:gransk|följa|genomför"
            r"|utför|biträ)\w*"
        ),
        rf"{FIRM}\s(?:har|fick|fått)\s(?:av|åt|för)\s[^.]{{0,60}}?(?:revis|\bräkning\b)",
        (
            rf"{FIRM}(?<=\s[AKH]B)\shar\s(?:[^.]{{0,90}}?\s)?(?:gransk\w+|biträ\w+|följt\supp"
            r"|(?:genomfört|utfört|gjort)\s(?:en\s|denna\s|den\s)?(?:\w+\s)?(?:gransk|förstud"
            r"|uppfölj|revision))"
        ),
        rf"\bav\s(?:sakkunniga\s(?:från|vid)\s)?{FIRM}\s(?:på|åt)\s(?:uppdrag|\w*revis)",
    )
)
"""How a sentence says what the firm has done."""
_DID_AS_FIRM = tuple(
    re.compile(shape)
    for shape in (
        (
            rf"{FIRM}(?=\s(?:har\s(?:[^.]{{0,90}}?\s)?)?(?:gransk|biträ|följ|tagit|tog\b|läm|överläm"
            r"|upprät|sammanstäl|redovis|utred|utrett|kartla|undersök|bedöm|konstater|genomför|utför"
            r"|gjor|skriv|skrev))"
        ),
        rf"\b(?:har|lät|fick|granskade|genomförde|enligt)\s{FIRM}(?=\s\w)",
        rf"{FIRM}(?<=s)(?=\s(?:rapport|granskning|bedömning|iakttagelser|uppföljning|slutsats))",
    )
)
"""How a sentence says what is done by a name that is by its own words that of an auditing firm."""
_BY = re.compile(
    rf"\b(?:[Gg]ranskning|[Rr]apport|[Uu]ppdrag|[Aa]rbete|[Ss]tudie|[Ff]örstudie|[Uu]ppföljning"
    rf"|[Uu]nderlag)\w*\b[^.]{{0,60}}?\s{_DONE}(?:\s\w+)?\s(?:av|hos|från)\s"
    r"(?P<whom>.{2,160})"
)
_LABEL = AnyCase(
    r"^(?:(?:konsult\w*|revisionsbyrå|revisionsföretag|sakkunni\w+(?:\sbiträden?)?|biträde"
    r"|granskare|granskad av|uppdragsledare|projektledare|kundansvarig|författare|rapportförfattare"
    rf"|uppdragstagare|leverantör|firma(?=\s*:)|av|för|{_DONE}\s(?:av|för))\b\s*:?\s*|©\s?(?:\d{{4}}\s)?)+"
    r"(?P<whom>\S.{1,90})$",
)
"""A line of the head or of a signature that names the firm, with what it has been."""
_ALONE = re.compile(
    rf"^{FIRM}(?<=\s[AKH]B)(?:,\s[^.]{{0,40}}|\s*[|•·–]\s.{{0,60}}|[\s,]+\d[\d-]{{3,9}}"
    r"|\s+\d{1,2}\s\w+\s\d{4}|,\sorg.{0,30}|\s+[a-zåäö]+\s\d{4})?$",
    re.IGNORECASE,
)
_TRADE_ALONE = re.compile(
    rf"^(?P<firm>(?:[A-ZÅÄÖ][\w-]*\s(?:(?:&|och)\s)?){{1,4}}{FIRM_TRADE})"
    r"(?:,\s[^.]{0,40}|\s*[|•·–]\s.{0,60}|[\s,]+\d[\d-]{3,9}|\s+\d{1,2}\s\w+\s\d{4})?$"
    rf"|^(?P<house>{FIRM_HOUSE}(?:\s(?:(?:&|och)\s)?[A-ZÅÄÖ][\w-]+){{1,3}})$"
)
"""A line that is nothing but a name of several words, one of them for the trade of auditing."""
_TRADE_NAME = re.compile(
    rf"(?<![\w-])(?P<firm>(?:[A-ZÅÄÖ][\w-]*\s(?:(?:&|och)\s)?){{1,4}}{FIRM_TRADE})(?![\w-])"
)
_OF_ANOTHER = re.compile(r"\b(?:tidigare|annan|andra|förra|19\d\d|20\d\d)\b", re.IGNORECASE)
"""Words of a sentence that tells of another audit."""
_WITH_PERSON = re.compile(
    r"^(?=[A-ZÅÄÖ])(?:[^,()]{2,60},\s){1,2}(?P<firm>[A-ZÅÄÖ][^,()]{2,50})$"
    r"|^[A-ZÅÄÖ][^()]{2,60}\((?P<bracketed>[A-ZÅÄÖ][^,()]{2,50})\)$"
)
_OF_EXPERT = AnyCase(
    r"certifierad|auktoriserad|uppdragsledare|projektledare|kundansvarig|kommunal revisor"
    r"|verksamhetsrevisor|granskningsledare|projektmedarbetare|^granskare|^konsult",
)
_MAY_NAME = re.compile(
    r"[Uu]ppdrag|stöd|hjälp|iträ|nlita|akkunnig|\s[AKH]B\b|\sav\s[A-ZÅÄÖ]|\shar\s|onsult|enom"
    r"|istå|bett|engager|illsammans|evision|udit"
)
_TOLD, _LABELLED, _BESIDE = 3, 2, 1
"""How much it tells: a sentence, a label or signature, a line that is nothing but a name."""
_EXAMINED = tuple(
    re.compile(shape)
    for shape in (
        rf"\b(?i:lekmannarevi\w+|styrelsen|vd)\s(?:i|för|hos|vid)\s{FIRM}",
        rf"{FIRM}(?=\s(?:ägs|bildades)\b)",
    )
)
"""How a text names a company that is examined itself, by its lay auditors or its owner."""
_NEAR = 3
"""So many lines from whoever signs as an expert the firm may stand."""


def firm_among(
    lines: Sequence[Line], heading_after: int, towns: Iterable[str] = ()
) -> Found[str] | None:
    """Return the firm that has helped the auditors; None where the paper names none.

    Of headings only the first lines tell, ``heading_after`` of them.
    """
    no_firm = {name_key(each) for each in towns}
    no_firm |= {
        name_key(clean(match["firm"]))
        for line in lines
        for shape in _EXAMINED
        for match in shape.finditer(line.text)
    }
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    last = None
    for number, line in enumerate(lines):
        if len(line.text) < _LONGEST_LABEL and _OF_EXPERT.search(line.text):
            last = number
        if line.kind is LineKind.HEADING and number > heading_after:
            continue
        signs = (last is not None and number - last < _NEAR) or _expert_follows(lines, number)
        for name, weight in _named(line.text, signs=signs):
            key = name_key(name)
            if key not in no_firm and not NO_FIRM.search(name):
                counts[name] += weight
                places.setdefault(name, line.place)
    return _chosen(counts, places, no_firm)


def tells_of_firm(name: str, lines: Iterable[Line]) -> bool:
    """Tell whether a sentence says that a firm has helped the auditors."""
    return any(
        name in _told(sentence)
        for line in lines
        if name in line.text
        for sentence in sentences(line.text)
    )


_LONGEST_LABEL = 120


def _expert_follows(lines: Sequence[Line], number: int) -> bool:
    after = lines[number + 1 : number + _NEAR]
    return any(len(e.text) < _LONGEST_LABEL and _OF_EXPERT.search(e.text) for e in after)


def _chosen(
    counts: Counter[str], places: dict[str, Place], towns: Iterable[str]
) -> Found[str] | None:
    """Return the firm that is told most; what bears the town's name only where it is told."""
    stems = {each.removesuffix(" kommun").removesuffix(" stad").removesuffix("s") for each in towns}
    for name in list(counts):
        is_local = any(name_key(name).startswith(stem) for stem in stems if stem)
        is_own = is_local and not IS_COMPANY.search(name) and len(name.split()) == PAIR
        is_other = TRADES.search(name) or is_own or (is_local and not SOUNDS.search(name))
        if is_other and counts[name] < _TOLD:
            del counts[name]
    if any(SOUNDS.search(name) and not TRADES.search(name) for name in counts):
        counts = Counter({name: n for name, n in counts.items() if not TRADES.search(name)})
    if not counts:
        return None
    together: Counter[str] = Counter()
    for name, count in counts.items():
        together[name_key(name)] += count
    best = max(counts, key=lambda name: (together[name_key(name)], not name.isupper(), len(name)))
    longer = [
        name
        for name in counts
        if name_key(name).startswith(f"{name_key(best)} ") and IS_COMPANY.search(name)
    ]
    chosen = max(longer, key=lambda name: counts[name], default=best)
    is_sure = together[name_key(chosen)] > _LABELLED or IS_COMPANY.search(chosen)
    return Found(chosen, places[chosen], 0.9 if is_sure else 0.75)


def _named(text: str, *, signs: bool) -> Iterator[tuple[str, int]]:
    """Give the names of firms in a line, with how much it tells of them."""
    line = text.strip().strip("*")
    if len(line) < _LONGEST_LABEL:
        yield from _in_label(line, signs=signs)
    if _MAY_NAME.search(line):
        for sentence in sentences(line):
            yield from ((name, _TOLD) for name in _told(sentence))
            if not _OF_ANOTHER.search(sentence):
                yield from ((name, _BESIDE) for name in _of_trade(sentence))


def _in_label(line: str, *, signs: bool) -> Iterator[tuple[str, int]]:
    label = _LABEL.match(line)
    if label is not None:
        yield from ((name, _LABELLED) for name in _of_whom(label["whom"], is_label=True))
        return
    alone = _ALONE.match(line)
    person = _WITH_PERSON.match(line)
    if alone is not None:
        yield clean(alone["firm"]), _LABELLED if signs else _BESIDE
    elif person is not None:
        name = person["firm"] or person["bracketed"]
        if is_firm(name) or (signs and may_be_short(name)):
            yield clean(name), _LABELLED
    elif signs and is_firm(line) and re.fullmatch(FIRM, line):
        yield clean(line), _LABELLED
    elif (trade := _TRADE_ALONE.match(line)) and not NO_NAME.match(line):
        yield clean(trade["firm"] or trade["house"]), _BESIDE


def _told(sentence: str) -> Iterator[str]:
    by = _BY.search(sentence)
    for shape in chain(_ORDERED, _DID):
        for match in shape.finditer(sentence):
            other = _OTHER_ORDERS.search(sentence) if shape in _ORDERED else None
            if other and other.start() < match.start("firm"):
                continue
            name = clean(match["firm"])
            rest = sentence[: match.start("firm")] + sentence[match.end("firm") :]
            if name and (_OF_AUDITORS.search(rest) or SOUNDS.search(name)):
                yield name
    if by is not None:
        yield from _of_whom(by["whom"], is_label=False)
    for match in chain.from_iterable(shape.finditer(sentence) for shape in _DID_AS_FIRM):
        name = bare(clean(match["firm"]))
        if " " in name and sounds_of_audit(name) and not NO_NAME.match(name):
            yield name


def _of_trade(sentence: str) -> Iterator[str]:
    """Give the names that tell their trade, wherever a sentence has them."""
    for match in _TRADE_NAME.finditer(sentence):
        name = clean(match["firm"])
        if " " in name and is_firm(name) and not NO_NAME.match(name):
            yield name


def _of_whom(text: str, *, is_label: bool) -> Iterator[str]:
    """Give the firm among those who a text says have done something: persons, then their firm."""
    parts = re.split(
        r",\s|\soch\s(?=[A-ZÅÄÖ]\.)|\s(?:från|vid|på|hos|genom|åt|under)\s|\s\(|\)", text
    )
    names = [m for each in parts if (m := re.match(FIRM, each.strip()))]
    sure = [each for each in names if is_firm(clean(each["firm"]))]
    for each in sure or names[:1]:
        name = clean(each["firm"])
        if each in sure or may_be_short(name) or (is_label and SOUNDS.search(name)):
            yield name
            return
    from_where = re.search(rf"\s(?:från|vid|hos)\s{FIRM}", f" {text}")
    if from_where is not None:
        yield clean(from_where["firm"])

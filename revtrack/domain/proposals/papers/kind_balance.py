"""What speaks for a letter and what for a report, sign by sign."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.papers.front_lines import (
    is_address,
    is_copy_label,
    names_firm,
    names_report,
)
from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table
from revtrack.domain.texts.prose import name_key

FIRST, LAST = 25, 14
"""How many lines from the beginning and from the end say what a paper is."""
_REPORT_OF = re.compile(r"^(?:\w+\s)?\w*rapport från\s(?:\w+\s)*\w*revisor", re.IGNORECASE)
"""How a report says whose it is below its title."""
_LETTER_NAME = re.compile(
    r"^(?:missiv|följebrev|revisionsskrivelse|skrivelse|revisorernas skrivelse)\b"
)
FOR_AUDITORS = re.compile(
    r"^för\s(?:\w+\s){0,3}(?:\w*revisorer(?:na)?\b|revisionen\b|\w+revisionen\b)", re.IGNORECASE
)
TO_AUDITORS = re.compile(
    r"^till(?:\s*:\s*|\s)(?:\w+\s){0,3}(?:\w*revisorer(?:na)?\b|\w*revisionen\b|\w*revision\w*@)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:önskar|emotser|begär|ber|vill ha|ser fram emot|förväntar|svar (?:önskas|ska|skall|bör)"
    r"|ska (?:ert |era )?svar|vill ha svar|motser|lämnas"
    r"|inkom\w*|ombeds)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:svar|yttrande|synpunkter|kommentarer|besvara|återkom)", re.IGNORECASE)
_WHEN = re.compile(
    r"\bsenast\b|\binom (?:\S+ ){1,2}(?:månad|veck|dag)\w*|\bföre (?:den )?(?:\d|sista\b|utgången)",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    r"\bbifog|\böverlämna\w* (?:rapport|gransk|härmed)|\bmed stöd av\b|\bhar gett\b|\bgett\b",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"(?:^|,\s)(?:\w+\s)?(?:vice )?ordförande\b", re.IGNORECASE)
EXPERT = re.compile(
    r"certifierad|auktoriserad|kundansvarig|uppdragsledare|projektledare|kommunal revisor"
    r"|kommunalrevisor|granskningsledare|verksamhetsrevisor|sakkunnig",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:på|fått i) (?:vårt )?uppdrag|\buppdrag (?:av|från)\b|\bpå ert uppdrag\b", re.IGNORECASE
)
CHAPTERS = frozenset(
    (
        *("bakgrund", "inledning", "metod", "iakttagelser", "revisionskriterier", "resultat"),
        *("sammanfattning", "revisionsfrågor", "syfte", "avgränsning", "slutsatser", "slutsats"),
        *("syfte och revisionsfrågor", "resultat av granskningen", "granskningsresultat"),
        *("rekommendationer", "iakttagelser och bedömningar", "iakttagelser och bedömning"),
        *("sammanfattande bedömning", "samlad bedömning", "bedömningsgrunder", "uppdraget"),
        *("svar på revisionsfrågor", "svar på revisionsfrågorna", "innehållsförteckning"),
        *("slutsatser och rekommendationer", "frågor", "innehåll", "revisionsfråga"),
    )
)
_WE_ADVISE = re.compile(r"\bvi (?:rekommenderar|föreslår att|bedömer)\b", re.IGNORECASE)
_STUDY = re.compile(r"^(?:förstudie|grundläggande granskning|granskningsrapport)\b", re.IGNORECASE)
NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
LONG = 9_000
"""Signs; a letter is seldom so long."""


def balance(lines: Sequence[Line], paper: Paper) -> int:
    """Return how much more speaks for a letter than for a report; below zero where less."""
    return sum(_of_letter(lines)) - sum(_of_report(lines, paper))


def is_put_to_somebody(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is addressed to a body, or asks for a reply, as letters are and do."""
    return any(is_address(text) for text in _addresses(lines[:15])) or any(map(_asks, lines))


def _asks(line: Line) -> bool:
    text = line.text
    return bool(_ASKS.search(text) and _BY.search(text) and _WHEN.search(text))


def _of_letter(lines: Sequence[Line]) -> Iterator[int]:
    first, last = lines[:FIRST], lines[-LAST:]
    yield 4 * any(_LETTER_NAME.match(name_key(line.text)) and is_short(line) for line in first[:12])
    yield 4 * any(FOR_AUDITORS.match(line.text.strip()) for line in last)
    yield 3 * any(is_address(text) for text in _addresses(first[:15]))
    yield 2 * any(is_copy_label(line.text) for line in lines)
    yield 3 * any(map(_asks, lines))
    yield 1 * any(_ENCLOSED.search(line.text) for line in lines)
    yield 2 * any(_CHAIR.search(line.text) and is_short(line) for line in last)


def _addresses(lines: Sequence[Line]) -> Iterator[str]:
    """Give the short lines, and a "Till" that stands alone with the names below it."""
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        text = line.text.strip()
        if after is not None and name_key(text).rstrip(":") in {"till", "mottagare", "sändlista"}:
            yield f"{text} {after.text.strip()}"
        elif is_short(line):
            yield text


def _of_report(lines: Sequence[Line], paper: Paper) -> Iterator[int]:
    first, last = lines[:FIRST], lines[-LAST:]
    heads = {name_key(NUMBERED.sub("", line.text.strip()).rstrip(":")) for line in lines}
    yield min(len(heads & CHAPTERS), 5)
    is_named = any(
        names_report(line.text) or _REPORT_OF.match(line.text.strip()) for line in first[:12]
    )
    yield 4 * (is_named or any(names_report(text) for text in paper.headers))
    yield 3 * any(TO_AUDITORS.match(line.text.strip()) for line in first)
    yield 2 * any(names_firm(line.text) for line in first[:8])
    yield 2 * any(_STUDY.match(line.text.strip()) for line in first[:8])
    yield 2 * any(_ORDERED.search(line.text) for line in first)
    yield 3 * any(EXPERT.search(line.text) for line in last)
    has_contents = any(
        isinstance(each, Line) and each.kind is LineKind.CONTENTS for each in paper.blocks
    )
    yield 3 * has_contents
    tables = sum(isinstance(each, Table) for each in paper.blocks)
    yield min(tables, 1)
    yield 3 * (sum(len(line.text) for line in lines) > LONG)


def is_expert(lines: Sequence[Line]) -> bool:
    """Tell whether one who is no elected auditor signs a paper."""
    return any(EXPERT.search(line.text) for line in lines[-LAST:])


def is_of_firm(lines: Sequence[Line]) -> bool:
    """Tell whether a firm stands in the head of a paper that advises, as a report's does."""
    named = any(names_firm(line.text) for line in lines[:8])
    return named and any(_WE_ADVISE.search(line.text) for line in lines)

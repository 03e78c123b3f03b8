"""Papers of an office whose title says that they are on another matter than the auditors' review.

A procurement, a body's own internal control and the review of an authority of the state speak of
reviews and of advice too, and name the auditors among those who get a copy.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.errors import N_
from revtrack.domain.proposals.papers.front_lines import is_copy_label, is_marked_copy, names_firm
from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.texts.paper import Line
from revtrack.domain.texts.prose import name_key

_FIRST = 14
"""So many lines tell what a paper is on."""
_AUDITORS = re.compile(
    r"\b(?:(?:kommun|stads|region|lekmanna)?revisor(?:er(?:nas?|s)?|n)"
    r"|(?:kommun|stads|region|lekmanna)?revisionens?"
    r"|revisions(?:kontor|enhet|byrå|kansli|rapport|fråg|skrivelse|rekommendation|grupp)\w*"
    r"|revisionell\w*)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\bför (?:kännedom|information)\b|\b(?:skicka|översänd|överlämna|delge|expediera|underrätta"
    r"|meddela|tillställ)\w*\b",
    re.IGNORECASE,
)
"""How it is said that somebody gets what was decided."""
_NAMES_ONLY = 5
"""Words, of a line that only names who gets a copy."""
_PART = r"(?:\d[\d.]*\s+|§\s?\d+\s+)?"
_STATE = (
    r"(?:\w*inspektionen|IVO|JO|JK|arbetsmiljöverket|skolverket|socialstyrelsen|boverket"
    r"|naturvårdsverket|livsmedelsverket|länsstyrelsen|riksrevisionen"
    r"|\w*myndigheten(?! för)|\w*ombudsmannen|konkurrensverket|upphandlingsmyndigheten)"
)


@dataclass(frozen=True)
class _Matter:
    """A matter of an office by its title, and by signs of which several stand below that."""

    sentence: str
    title: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]
    least: int
    is_silent: bool = True
    """Whether it is known only where no auditors do anything in the paper."""


def _any(*shapes: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


_MATTERS = (
    _Matter(
        N_("This is a paper of a procurement, not a paper of an audit."),
        re.compile(
            rf"^{_PART}(?:(?:rapport|beslut|protokoll|underlag)\s(?:om|för|från|vid|över)\s)?"
            r"(?:utvärderingsrapport|tilldelnings(?:beslut|rapport)|(?:anbuds)?utvärdering av anbud"
            r"|anbudsutvärdering|anbudsöppning|(?:anbuds)?öppningsprotokoll|upphandlingsprotokoll"
            r"|upphandlings(?:dokument|rapport|underlag)|förfrågningsunderlag|anbudsförfrågan"
            r"|avropsförfrågan|tilldelning av (?:avtal|kontrakt|ramavtal))\b",
            re.IGNORECASE,
        ),
        _any(
            r"\banbudsgivare|\banbud(?:et|en)?\b",
            r"\bska-?\s?krav|\bobligatoriska krav\b|\bkvalificering",
            r"\bjämförelsepris|\butvärderingspris|\bmervärde|\bkvalitetspoäng|\bpoängsätt",
            r"\bekonomiskt mest fördelaktig|\blägsta pris|\bbästa förhållande\w* mellan pris",
            r"\bavtalsspärr|\böverprövning",
            r"\btilldela|\bteckna (?:ram)?avtal|\bupphandling(?:en)?\s*:",
        ),
        3,
        is_silent=False,
    ),
    _Matter(
        N_("This is a body's report on its own internal control, not a paper of an audit."),
        re.compile(
            rf"^{_PART}(?:(?:\w+s )?(?:års|slut|del|uppföljnings)?(?:rapport(?:ering)?|uppföljning"
            r"|redovisning|sammanställning|återrapportering|resultat|utvärdering)"
            r"(?:\s(?:av|om|från|över|för|avseende|gällande))?\W{1,3}(?:\w+s )?(?:arbete\w* med )?"
            r"(?:den |årets )?)?"
            r"(?:intern(?:a)? ?kontroll(?:en|plan(?:en)?|rapport|arbetet)?)\b"
            r"(?!.*\b(?:granskning|revis))",
            re.IGNORECASE,
        ),
        _any(
            r"\bkontrollmoment|\bkontrollaktivitet|\bkontrollpunkt|\bkontrollområde",
            r"\binternkontrollplan|\bplan\w* för (?:den )?intern(?:a)? kontroll"
            r"|\binterna? kontrollplan",
            r"\breglement\w* för (?:den )?intern",
            r"\briskvärde|\brisk- och väsentlighet|\bsannolikhet\b",
            r"\bstickprov|\begenkontroll|\bavvikelse",
            r"\b(?:ej |inte |delvis )?godkänd\b",
        ),
        2,
    ),
    _Matter(
        N_("This is on the review of an authority of the state, not a paper of an audit."),
        re.compile(
            rf"^.{{0,90}}\b{_STATE}(?::?s)?\s(?:\w+\s)?(?:tillsyn|beslut|föreläggande|inspektion"
            r"|granskning|kvalitetsgranskning|anmärkning|kritik|påpekande|begäran|kontroll)\w*"
            rf"|^.{{0,60}}\b(?:tillsyn|föreläggande|inspektion)\w* (?:av|från|enligt) {_STATE}\b",
            re.IGNORECASE,
        ),
        _any(
            r"\bföreläg\w+|\bvite\w*\b|\btillsyn\w*\b|\binspektion\w*\b|\banmäl\w+",
            rf"\b{_STATE}(?::?s)?\b",
        ),
        2,
    ),
)
_REVIEW_FIRST = re.compile(r"\b(?:granskning|översyn) av\b", re.IGNORECASE)
"""What stands in a title before an authority whose reviews the auditors look at."""


def other_matter(lines: Sequence[Line]) -> str | None:
    """Return the sentence that says which other matter a paper is on; None where it is on none."""
    heads = [each.text.strip() for each in lines[:_FIRST] if is_short(each)]
    for each in _MATTERS:
        if any(map(each.title.match, heads)) and _has_signs(each, lines):
            is_theirs = each.is_silent and _tells_of_auditors(lines, heads)
            return None if is_theirs else each.sentence
    return None


def _has_signs(matter: _Matter, lines: Sequence[Line]) -> bool:
    """Tell whether enough of a matter's signs stand in a paper."""
    found = sum(any(sign.search(line.text) for line in lines) for sign in matter.signs)
    return found >= matter.least


def _tells_of_auditors(lines: Sequence[Line], heads: Sequence[str]) -> bool:
    """Tell whether auditors stand in a paper otherwise than as who gets a copy of it."""
    if any(map(names_firm, heads)) or any(map(_REVIEW_FIRST.search, heads)):
        return True
    first = lines[:_FIRST]
    named = [line for line in lines if _AUDITORS.search(line.text)]
    return any(not _is_copy(line) and (line in first or not _is_name(line)) for line in named)


def _is_copy(line: Line) -> bool:
    text = line.text.strip()
    return is_copy_label(text) or is_marked_copy(text) or _SENT.search(text) is not None


def _is_name(line: Line) -> bool:
    """Tell whether a line is but a name, as in a list of who gets a copy."""
    return is_short(line) and len(name_key(line.text).split()) <= _NAMES_ONLY

"""The year in which an audit was worked on, told by who did what when."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import REPLIES, PaperKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.paper_days import own_day_in
from revtrack.domain.proposals.front.year_words import OTHERS, WHEN, YEAR
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.any_case import AnyCase, Shape
from revtrack.domain.texts.paper import Line

_WHEN = re.compile(
    rf"{WHEN}|(?:(?<=des )|(?<=rts )|(?<=har )){YEAR.replace('?P<year>', '?P<bare>')}",
    re.IGNORECASE,
)
"""When it was done; after its verb or "har" also the year alone."""
_AUDITS = AnyCase(
    r"(?<!fakta)(?<!sak)gransk(?:at|ats|ade|ades)\b|\bföljt?(?:de|s|des|ts)?\s(?:\w+\s){0,3}?upp\b"
    r"|^uppföljningen\s(?:avser|gäller|speglar|beskriver)\b"
    r"|\b(?:\w*granskning(?:en|s\w*)?|uppföljning(?:en)?|förstudien?|revisionen|uppdraget)\b.*"
    r"\b(?:genomför|gjor|utför|bedriv|pågå|pågick|skett|skedde|gällt|gällde|påbörja|inle[dt]|avsluta"
    r"|slutför|ägt?\w*\srum|förlagd)"
    r"|\b(?:genomför|gjor|utför|bedriv|påbörja|inled|slutför|skedde|pågick)\w*\b.*"
    r"(?<!fakta)(?:granskning|uppföljning|förstudie)",
)
"""What is done of an audit itself."""
_GATHERS = re.compile(
    r"\bgått igenom\b|\bbygger på intervju\w*"
    r"|\b(?:intervju(?:at|ade|ats|ades)|besökt?(?:e|s|es)?|träffat?(?:de|s)?|sam?talat|talat)\b"
    r"|\b(?:intervju\w*|samtal\w*|\w*besök\w*|\w*insamling\w*|stickprov\w*|fältarbet\w*|arbetet"
    r"|möten?|underlag\w*|material\w*|dokumentstud\w*)\b.*\b(?:genomför|gjor|utför|hölls|hållits|ägt?\w*\srum|förts?|fördes"
    r"|skett|skedde|pågå|pågick|samla[dt]e?s)",
    re.IGNORECASE,
)
"""What auditors do to know what they judge."""
_OURS = r"\b(?:vi|oss|vår\w*)\b|sakkunniga?\b"
_AUDITORS = r"\b\w*revisor\w*\b|\b\w*revision(?:en)?\b|\b\w*revisionskontoret\b"
_OF_AUDIT = (
    r"^(?:(?:den|själva|vår|årets|denna|samtliga)\s)?(?:\w*granskning\w*|uppföljning\w*"
    r"|förstudien?|uppdraget|intervju\w*|samtal\w*|platsbesök\w*|besök\w*|\w*insamling\w*"
    r"|fältarbetet|arbetet|materialet|dokumentstud\w*|rapporten bygger)\b"
)
"""How a clause begins that tells of the audit."""
_OTHER_DOES = re.compile(
    r"\b\w*(?:nämnd(?:en|erna)|styrelsen|förvaltning(?:en|arna)|kommunen|bolaget|regionen|enhet(?:en|erna)"
    r"|kommunledning\w*|chef\w*|skol(?:an|orna)|fullmäktige|(?<!revisions)kontoret|staden)\s"
    r"(?:har|hade|genomför\w*|gjorde|antog|fick|tog|gav|beslut\w*|granskade|utförde|följde)\b"
    r"|\b(?:nämndens|förvaltningens|styrelsens|kommunens|egen|egna|intern[at]?)\s(?:\w+\s)?"
    r"(?:granskning|uppföljning|intern)"
    r"|\b(?:medarbetar|elev|brukar|tillsyn|inspektion)\w*",
    re.IGNORECASE,
)
_BY_AUDITORS = re.compile(r"\bav\s(?:oss|\w+\s)?(?:oss|\w*revis\w+)", re.IGNORECASE)
_NOT_NOW = re.compile(
    r"\b(?:tidigare|förra|föregående|senast\w*|återkom\w*|kommer att|kommande|planera\w*|föreslå\w*"
    r"|bör|ska|skall|inte|år\ssedan)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:som|efter att|sedan|när|då|att|av att|eftersom)\s.*", re.IGNORECASE)
"""What a clause adds of other things than the audit: "30 inköp som gjordes under 2021"."""
_OLDEST = 2
"""So many years before a paper's own at the most an audit was worked on."""


def worked_year_in(
    head: Head, said: Sequence[tuple[Line, str]], kind: PaperKind
) -> Found[int] | None:
    """Return the year in which the audit of a paper was worked on; None where none is told.

    ``said`` are its sentences with a year in them. What auditors did to an audit itself goes
    before how they gathered what they judge; a follow-up's own year is its last.
    """
    own = own_year_of(head, kind)
    for does, sure in ((_AUDITS, 0.7), (_GATHERS, 0.6)):
        found = [
            Found(year, line.place, sure)
            for line, sentence in said
            for year in _years(sentence, does, _by_whom(head, kind))
            if own is None or own - _OLDEST <= year <= own
        ]
        if found and kind is PaperKind.FOLLOW_UP_REPORT:
            return max(found, key=lambda each: each.value)
        if found:
            return found[0]
    return None


def own_year_of(head: Head, kind: PaperKind) -> int | None:
    """Return the year of a paper's own day, or of the last day that its beginning has."""
    day = own_day_in(head, is_letter=kind is PaperKind.COVER_LETTER)
    days = (each.day.year for line in head.first for each in days_in(line.text))
    return day.value.year if day else max(days, default=None)


def _by_whom(head: Head, kind: PaperKind) -> re.Pattern[str]:
    """Return how auditors and those who help them are named; a reply's "vi" is a committee."""
    names = [_AUDITORS, _OF_AUDIT] if kind in REPLIES else [_OURS, _AUDITORS, _OF_AUDIT]
    if head.firm:
        names.append(re.escape(head.firm.value))
        names.append(rf"\b{re.escape(head.firm.value.removesuffix(' AB'))}\b")
    return re.compile("|".join(names), re.IGNORECASE)


def _years(sentence: str, does: Shape, by_whom: re.Pattern[str]) -> Iterator[int]:
    for said in OTHERS.split(sentence.strip()):
        clause = _ASIDE.sub("", said)
        when = {int(match["year"] or match["bare"]) for match in _WHEN.finditer(clause)}
        if len(when) != 1 or not does.search(clause) or _NOT_NOW.search(clause):
            continue
        bare = _WHEN.sub("", clause).strip(" ,").removeprefix("har ")
        is_theirs = by_whom.search(bare) is not None or _BY_AUDITORS.search(clause) is not None
        is_others = _OTHER_DOES.search(clause) is not None and not _BY_AUDITORS.search(clause)
        if is_theirs and not is_others:
            yield from when

"""Signs of the year audited where no plan or scope says it: its head, when it was done."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import REPLIES, REPORTS, PaperKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.paper_days import own_day_in
from revtrack.domain.proposals.front.year_words import MONTH, OTHERS, SEASON, WHEN, YEAR
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line

_WHEN_TOO = WHEN.replace("?P<year>", "?P<year_too>")
_DOING = r"(?:genomför\w*|gjor\w*|utför\w*|skett|skedde|ägt\srum|bedriv\w*|pågått|pågick|arbetats)"
_AUDITED = (
    r"(?:granskat?|granskades?|(?:genomför\w*|gjor\w*|utför\w*)\s(?:[\w-]+\s){0,3}?\w*granskning\w*"
    r"|l[åä]t\w*\s[^.;]{0,60}(?:granska|titta|undersöka|gå\sigenom|se\söver)"
    r"|valt\satt\s(?:granska|titta|fördjupa|undersöka|följa)|(?:upp)?drag(?:et|it)?\b[^.;]{0,60}\bgranska"
    r"|följt\supp)"
)
_BY_AUDITORS = r"(?=.*\b(?:\w*revisor(?:er\w*|s\w*)?|\w*revisionen(?:s)?)\b)"
_NO_OTHER_DOES = (
    r"(?!.*\b(?:nämnden|styrelsen|förvaltningen|kontoret|kommunen|bolaget|regionen)"
    r"\s(?:har|hade)\b(?!\s(?:vi|jag|\w*revis\w+)\b))"
)
_BOTH_WAYS = (
    rf"{WHEN}\b[^;]{{0,120}}?\b{_AUDITED}",
    rf"\b{_AUDITED}\b(?:(?!\bsom\b)[^;\d]){{0,140}}?{WHEN}",
    rf"(?:{WHEN}\s(?:har\s)?{_DOING}|\b{_DOING}\s{_WHEN_TOO})\b[^;]{{0,90}}?\bgranskning",
)


def _compiled(*shapes: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in shapes)


_TOLD_BY_AUDITED = _compiled(
    *(f"^{_NO_OTHER_DOES}{_BY_AUDITORS}.*?{each}" for each in _BOTH_WAYS),
    rf"\b(?:er|vår|\w*revis\w+s)\s(?:[\w-]+\s)?\w*granskning\sfrån\s{WHEN}",
    rf"\bbeslut\w*\s(?:\S+\s){{0,4}}?\w*revisor\w*\satt\s{WHEN}\s(?:\w+\s){{0,2}}granska",
)
"""How a reply tells when the auditors, or a firm for them, examined what it answers."""
_TOLD_BY_AUDITORS = _compiled(
    *(
        rf"^{_NO_OTHER_DOES}(?=.*\b(?:vi|oss|jag|mig|\w*revisor\w*|\w*revisionen)\b).*?{each}"
        for each in _BOTH_WAYS
    )
)
_OF_REPORT = _compiled(
    rf"\b(?:avgräns|begräns)\w*\b[^.;]{{0,60}}?\b(?:till|är|omfatta|avse|gälla|på)\s(?:att\s\w+\s)?"
    rf"(?:[\wåäö-]+\s){{0,4}}?{YEAR}",
    rf"\b(?:granskningen|uppdraget|revisionen|i\stid\savser|tidsmässigt)\b[^.;]{{0,30}}?"
    rf"\b(?:avser|gäller|omfattar|rör|tar\ssikte\spå|avgränsas)\s(?:granskningen\s)?[^.;]{{0,80}}?{YEAR}",
    rf"^(?:gransk\w+|uppföljning\w*)\s(?:har\s|är\s)?(?:\w+\s)?{_DOING}\b[^.;]{{0,60}}?{WHEN}",
    rf"^(?:arbetet|intervju\w*|faktainsamling\w*|samtliga\sintervju\w*)\b[^.;]{{0,40}}?"
    rf"\b(?:{_DOING}|hölls|hållits|ägde\srum)\b[^.;]{{0,60}}?{WHEN}",
    rf"\b(?:granskad\s?)?period(?:en)?\s*(?::|är|var|har\svarit)\s*{YEAR}",
    r"^(?!.*\b(?:nämnd(?:en)?s|styrelsens|kommunens|bolagets|förvaltningens|regionens)\s(?:\w+\s)?\w*plan)"
    rf".*?\b(?:arbetsplan|revisionsstrategi|granskningsplan\w*|plan)(?:en)?\sför\s(?:år\s)?{YEAR}\b",
    rf"\bbeslut\w*\s(?:\w+\s)?(?:i\s{MONTH}\s|den\s\d+\s{MONTH}\s|{SEASON}\s|år\s)?{YEAR}\satt\s"
    r"(?:\w+\s){0,2}granska",
    rf"\bgranskat\s(?:\w+\s){{0,3}}?(?:från\s)?{YEAR}",
    r"\b(?:vår|\w*revis\w+s)\s(?:\w+\s)?risk-?\s?(?:och väsentlighets)?(?:analys|bedömning)"
    rf"(?:en)?\s(?:(?:för|inför|avseende|år)\s){{0,2}}{YEAR}",
)
"""How a report tells it besides: by what it is bounded to, when it was worked on."""
_OF_THIS_YEAR = AnyCase(
    r"\bårets\s(?:[\w-]+\s){0,2}(?:\w*revision\w*|gransk\w+|plan(?:en|ering)?\b|årsplan)"
    r"|\bi\sår\s(?:har\s)?(?:\w+\s){0,2}(?:valt|gransk|beslut)"
    r"|\b(?:vi|\w*revisorerna|\w*revisionen)\shar\s(?:i\sår|under\såret)\s(?:\w+\s)?(?:valt|gransk|låtit)",
)
_OF_YEARS_PLAN = _compiled(rf"\b{YEAR}\sårs\s(?:\w*plan(?:en|ering)?|uppföljning)\b")
"""How auditors name their plan by its year: "i 2016 års plan", "i 2023 års uppföljning"."""
_SPRING = 4
"""Before April "årets plan" may be that of the year before."""
_NAMED = _compiled(
    rf"^(?:.{{3,90}}[,–-]\s)?(?:årets\s|årlig\s|fördjupade?\s|uppföljande\s|grundläggande\s)*"
    rf"(?:\w*granskning(?:ar)?|\w*revision|\w*plan)\s*(?:nr\s\d+)?[\s:,]+(?:år\s)?{YEAR}$",
    rf"^(?:avser|period|granskad\s\w+|avseende)\s*:\s*.{{0,20}}?{YEAR}$",
)
"""How the head of a report names the year beside its kind.

The report's own number ("nr 4/2024") tells when it was written, and not which year was audited."""
_FOLLOWS_UP = re.compile(r"\b(?:uppfölj|följ\w*\s(?:vi\s)?upp)", re.IGNORECASE)


def signed_year_in(
    head: Head, said: Sequence[tuple[Line, str]], kind: PaperKind
) -> Found[int] | None:
    """Return the year that signs in a paper tell; ``said``: its sentences with a year in them."""
    if kind in REPLIES:
        return _told_by_audited(head, said)
    if kind not in (*REPORTS, PaperKind.COVER_LETTER):
        return None
    is_later = kind is PaperKind.FOLLOW_UP_REPORT
    of_it = [each for each in said if _FOLLOWS_UP.search(each[1])] if is_later else said
    ways = (
        _named(head) if kind in REPORTS else None,
        _told(of_it, _TOLD_BY_AUDITORS, 0.75),
        _told(said, _OF_REPORT, 0.6) if not is_later else None,
        _told(said, _OF_YEARS_PLAN, 0.6),
        _of_this_year(head, is_letter=kind is PaperKind.COVER_LETTER),
    )
    return next((each for each in ways if each is not None), None)


def _named(head: Head) -> Found[int] | None:
    repeated = head.lines[len(head.body) :]
    for line in (*head.first[:15], *repeated):
        for text in line.text.split("\t"):
            match = next((m for each in _NAMED if (m := each.search(text.strip()))), None)
            if match:
                return Found(int(match["year"]), line.place, 0.7)
    return None


def _told(
    said: Sequence[tuple[Line, str]], shapes: Sequence[re.Pattern[str]], confidence: float
) -> Found[int] | None:
    return next((Found(y, line.place, confidence) for y, line in _years(said, shapes)), None)


def _told_by_audited(head: Head, said: Sequence[tuple[Line, str]]) -> Found[int] | None:
    """Return the year in which a reply says that it was examined, its own year or that before."""
    days = (each.day for line in head.first for each in days_in(line.text))
    newest = max((day.year for day in days), default=None)
    for year, line in _years(said, _TOLD_BY_AUDITED):
        if newest is None or newest - 1 <= year <= newest:
            return Found(year, line.place, 0.7)
    return None


def _years(
    said: Sequence[tuple[Line, str]], shapes: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, Line]]:
    for shape in shapes:
        for line, sentence in said:
            for clause in OTHERS.split(sentence.strip()):
                match = shape.search(clause)
                if match:
                    found = match.groupdict()
                    year = found["year"] or found.get("year_too") or found.get("bare")
                    yield int(str(year)), line


def _of_this_year(head: Head, *, is_letter: bool) -> Found[int] | None:
    """Return the year of the paper's own day where it speaks of the plan of the year."""
    line = next((each for each in head.body if _OF_THIS_YEAR.search(each.text)), None)
    day = own_day_in(head, is_letter=is_letter) if line else None
    if line is None or day is None or day.value.month < _SPRING:
        return None
    return Found(day.value.year, line.place, 0.6)

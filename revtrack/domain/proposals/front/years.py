"""Which year a paper says was audited: by the auditors' plan, by its scope, or by its title."""

import itertools
import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import REPLIES, PaperKind
from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.followed_years import of_own_years
from revtrack.domain.proposals.front.heads import FIRST_LINES, Head
from revtrack.domain.proposals.front.year_likely import likely_year_in
from revtrack.domain.proposals.front.year_signs import signed_year_in
from revtrack.domain.proposals.front.year_words import WHEN
from revtrack.domain.proposals.front.year_work import own_year_of, worked_year_in
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase, Shape
from revtrack.domain.texts.paper import Line

_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\s?[–/-]\s?\d|:|\soch\s(?:19|20)\d)\b"
_FOR = r"(?:för|år|av|avseende|inför|året|verksamhetsåret|revisionsåret|kalenderåret)\s"
_PLAN = r"(?:revisions|gransknings)(?:plan|program|planering)(?:en|et|s)?"
_AUDIT = r"(?:\w*revision|\w*granskning)(?:en|s\w*)?"
_SPAN = (
    r"(?:(?:till|på|av|under|för|år|året|\w+året|hela|verksamhet\w*|förhållanden\w*|perioden|tiden"
    r"|tidsperioden|januari|jan|främst|huvudsakligen|i)\s|\w+\s?[–-]\s?(?:december|augusti|dec)\s"
    r"|till och med \w+\s){0,6}"
)
_SHAPES = tuple(
    AnyCase(shape)
    for shape in (
        rf"\brevisionsår(?:et)?\s*:?\s*{_YEAR}",
        rf"\b(?P<year>(?:19|20)\d{{2}})\sårs\s(?:{_PLAN}|revision\b|granskningar\b)",
        r"^(?=.*(?:revis|gransk|uppföljningen\s(?:ingår|finns|är))).*?\b(?P<year>(?:19|20)\d{2})\sårs\s(?:plan\b|årsplan)",
        (
            rf"\bbeslutat?\s(?:\w+\s){{0,3}}?att\s(?:under\s|år\s){{0,2}}{_YEAR}\s(?:\w+\s)?"
            r"(?:granska|göra|genomföra)\b"
        ),
        rf"\b{_PLAN},?\s*\(?(?:{_FOR}){{0,2}}{_YEAR}",
        (
            r"(?<!och\s)\b(?P<year>(?:19|20)\d{2})\sårs\s(?:(?:\w+\s)?gransk\w+|löpande\s\w+"
            r"|grundläggande\s\w+)"
        ),
        rf"\b(?:gransknings)(?:år|period)(?:et|en)?\s*:?\s*{_YEAR}",
        rf"\bavser\s(?:revisions|gransknings|verksamhets)?år(?:et)?\s*:?\s*{_YEAR}",
        rf"\b{_AUDIT}\s(?:\w+\s)?(?:{_FOR}){{1,2}}{_YEAR}",
        (
            rf"\b(?:\w*revis\w+|sin|vår|deras|granskningens?|fastställda|beslutade|i)\s(?:\w+\s)?"
            rf"(?:års)?plan(?:en|ering(?:en)?)?\s(?:{_FOR}){{0,2}}(?:revisionen\s)?{_YEAR}"
        ),
        (
            r"\b(?:ramen\sför|del\s(?:av|i)|led\si|ingår\si|inom|hör\still|tillhör)\s"
            r"(?:[a-zåäö]+\s){0,3}?(?:revision|gransk\w+|arbete|årsplan)(?:en|et)?\s"
            rf"(?:{_FOR}){{0,2}}{_YEAR}"
        ),
        (
            r"^(?=.*(?:revis|gransk)).*?\b(?P<year>(?:19|20)\d{2})\sårs\s"
            r"(?:risk-?\s?(?:och väsentlighets)?(?:analys|bedömning)|väsentlighets\w+)"
        ),
        rf"\bårets\s\w*(?:granskning|revision|(?<!\w)plan\b)\w*,?\s\(?{_YEAR}",
        (
            r"\b\w*revis\w+\s(?:\w+\s)?(?:fatta\w*|tog|har\s\w+)\s[^.;]{0,30}?"
            rf"{_YEAR}\s(?:\w+\s)?beslut\w*\som\satt\s(?:\w+\s){{0,3}}?(?:granska|genomföra)"
        ),
        (
            r"\b(?:redogörelse|revisionsberättelse(?:n)?|ansvarsprövning(?:en)?)\s"
            rf"(?:för\s)?(?:år(?:et)?\s)?{_YEAR}"
        ),
        rf"^[^.]{{0,60}},\s(?:år|verksamhetsår|revisionsår)\s{_YEAR}$",
        (
            rf"\b{_AUDIT}\s(?:ska\s|har\s|är\s)?(?:avse\w*|avsett|gäll\w+|omfatta\w*|avgränsa\w*"
            rf"|begränsa\w*|inrikta\w*|rör)\s{_SPAN}{_YEAR}"
        ),
        (
            rf"\b(?:{_AUDIT}|uppföljning(?:en)?)\s(?:\w+\s)?(?:avse\w*|avsett|gäll\w+|omfatta\w*)\s"
            r"(?:[a-zåäö]+\s){0,4}(?P<year>(?:19|20)\d{2})-\d\d-\d\d\s?(?:[–-]|till)\s?(?P=year)-"
        ),
        rf"^avgränsning\w*\s*:\s*{_SPAN}{_YEAR}",
        (
            rf"\b(?:granskningen|uppdraget)\s(?:avser|gäller|omfattar)\s[^.;]{{3,140}}?\s"
            rf"(?:under|och|samt|för)\s(?:perioden\s|verksamhets|revisions)?år(?:et)?\s{_YEAR}"
        ),
        rf"\bgranskade\s(?:perioden|året|tiden)\s(?:är|var|har\svarit)\s{_SPAN}{_YEAR}",
        rf"^(?:för\s|under\s)?år\s{_YEAR}\shar\s\w*revis",
        rf"^för\s(?:år\s)?{_YEAR}\s(?:har|valde|beslutade|prioriterade)\s(?:vi|\w*revis\w+)\b",
        rf"^\w*(?:rapport|granskning)\savseende\s(?:\w+\s)?{_YEAR}$",
        rf"\b\w*revis\w+\s(?:i\s\w+\s\w+\s)?(?:har|beslutade)\sför\s(?:år\s)?{_YEAR}",
        (
            r"^(?=.*(?:revis|\bgranskning))(?!.*\b(?:nämndens|styrelsens|kommunens|förvaltningens)\s"
            r"(?:(?!\w*revis)\w+-?\s){0,3}(?:risk|analys))"
            r".*?\brisk-?\s?(?:och väsentlighets)?(?:analys|bedömning)(?:en)?\s"
            rf"(?:{_FOR}){{0,2}}{_YEAR}"
        ),
        rf"^(?=.*(?:gransk|revis)).*?\b(?:verksamhetsår|räkenskapsår)(?:et)?\s*:?\s*{_YEAR}",
        rf"\b{_PLAN}\b[^.]{{0,60}}\b(?:för|år)\s(?:år\s)?{_YEAR}",
        rf"^(?:revision(?:en)?|verksamhetsår|räkenskapsår|år)\s*:?\s{_YEAR}$",
        (
            r"\b(?:valt|beslutat?)\s(?:\w+\s){0,2}?att\s(?:\w+\s){0,3}?gransk\w+\s[^.;]{3,90}?"
            rf"\sunder\s(?:år(?:et)?\s)?{_YEAR}"
        ),
        rf"\buppdrag\s(?:\w+\s){{0,3}}?att\s(?:under\s|år\s){{1,2}}{_YEAR}\s(?:\w+\s)?gransk",
        rf"\buppdrag\sav\b[^.;]*\bhar\s[^.;]{{3,60}}?\sunder\s(?:år\s)?{_YEAR}\sgransk",
        (
            rf"^(?!.*(?:nämnden|förvaltningen|kontoret|styrelsen|bolaget|kommunen|enheten)\shar\sunder)"
            rf".*?\bhar\sunder\s(?:år(?:et)?\s)?{_YEAR}\s(?:[^.;]{{0,90}}\s)?(?:granskat|genomfört|gjort)\b"
        ),
    )
)
"""How a sentence or a label says which year is audited, the surest first."""
_IN_YEAR = rf"(?:under\s|år\s|året\s){{0,2}}{_YEAR}"
_TOLD_IN_REPLY = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b\w*revis\w+\s(?:har\s)?granska(?:de|t)\s{_IN_YEAR}",
        rf"\b\w*revis\w+\s(?:har\s)?granska(?:de|t)\s[^.;\d]{{3,60}}\s{_YEAR}\W*$",
        (
            r"\bgranskning\w*\b[^.;]{0,160}?,?\s(?:som|vilken)\s(?:[\w-]+\s){0,4}?"
            rf"(?:genomför|gjor|utför)\w*\s(?:av\s[^.;,]{{3,60}}?\s)?{WHEN}"
        ),
        rf"\b\w*revis\w+s\sgranskning(?:en)?\s(?!från){_IN_YEAR}",
        rf"\b\w*revis\w+\s(?:har\s)?granska(?:de|t)\s[^.;]{{0,120}}?\s(?=under\s|år\s){_IN_YEAR}",
        (
            rf"\b(?=under\s|år\s){_IN_YEAR}\s(?:har\s)?(?:granska(?:de|t)|genomför\w*|lät|gjor\w+)\s"
            r"[^.;]{0,60}?revis"
        ),
        (
            r"\bgranskning\w*\s[^.;]{3,160}?\s(?:som\s)?(?:[\w-]+\s){0,3}?\w*revis\w+\s(?:har\s)?"
            rf"(?:genomför\w*|gjor\w*|lät\s\w+|låtit\s\w+|utför\w*)\s{_IN_YEAR}"
        ),
    )
)
"""How a reply says when it was examined what it answers."""
_TITLES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (
            rf"^(?:\w+\s)?(?:grundläggande|löpande|övergripande|årlig\w*)\sgranskning\b"
            rf"[^.]*?\s{_YEAR}(?:\sav\b.*)?$"
        ),
        (
            r"^(?:\w+\s)?granskning\b.*\b(?:delårs\w+|årsredovisning\w*|årsbokslut\w*|bokslut\w*"
            rf"|räkenskap\w*)\s(?:{_FOR}){{0,2}}(?:per\s)?{_YEAR}"
        ),
        rf"^(?!.*\b(?:uppfölj|från|tidigare))(?:\w+\s)?granskning\s(?:av|om)\b.{{3,90}}?\s{_YEAR}$",
        rf"^(?:revisions|gransknings)rapport\s{_YEAR}$",
    )
)
_EARLIER = re.compile(
    r"\b(?:tidigare|förra|föregående|ingick|rekommenderade(?:s)?|granskade[s]?(?=[^.]*\b(?:19|20)\d)"
    r"|\buppfölj\w* av\b(?=[^.]*\bårs\b)|följdes upp|senast (?:granskades|gjordes)"
    r"|revisionsberättelsen\b.*(?:innehöll|riktade\w*|anmärk\w+))\b"
    r"(?!.*\b(?:nu|ingår)\b)",
    re.IGNORECASE,
)
_AHEAD = AnyCase(
    r"\b(?:vi|\w*revis(?:ionen|orerna))\s(?:\w+\s){0,2}?(?:återkom\w+|kommer att|planerar|föreslår"
    r"|överväg\w+|avser)\b|\bkommer\b.*\batt\s(?:följas|granskas)\b|\b(?:återkommer|planerar|föreslår|överväger)\s(?:vi|\w*revis\w+)\b",
)
"""Words for what auditors will do another year."""
_OF_FOLLOWED_UP = AnyCase(
    r"\b(upp|uppföljning(?:en|ar)? av|uppföljande gransk\w+ av)\s(?:(?!plan)\w+\s){0,3}?"
    r"(?:\d{4}(?:\soch\s|–|-))?\d{4}\sårs\b",
)
"""The year of what is followed up, which is not that of the follow-up."""
_LONGEST_LABEL = 40
_HAS_YEAR = re.compile(r"(?:19|20)\d{2}")


def audit_year_in(head: Head, kind: PaperKind) -> Found[int] | None:
    """Return the year that is audited; None where the paper does not say."""
    is_follow_up = kind is PaperKind.FOLLOW_UP_REPORT
    said = [
        (line, sentence)
        for line in head.lines
        if _HAS_YEAR.search(line.text)
        for each in sentences(line.text)
        if (sentence := _without_followed_up(of_own_years(each) if is_follow_up else each))
        and _HAS_YEAR.search(sentence)
        and not _AHEAD.search(sentence)
    ]
    now = [each for each in said if not _EARLIER.search(each[1])]
    for match, line in _matches((*_labelled(head), *now)):
        return Found(int(match["year"]), line.place, 0.9)
    for shape in _TITLES:
        for line in head.first:
            titled = shape.search(line.text.strip().rstrip("."))
            if titled:
                return Found(int(titled["year"]), line.place, 0.75)
    told = _told_in_reply(head, said) if kind in REPLIES else None
    told = told or signed_year_in(head, now, kind) or worked_year_in(head, said, kind)
    if told is not None:
        return told
    for match, line in _matches(said):
        return Found(int(match["year"]), line.place, 0.7)
    return likely_year_in(head, now, own_year_of(head, kind))


def _without_followed_up(sentence: str) -> str:
    return _OF_FOLLOWED_UP.sub(r"\1", sentence)


def _told_in_reply(head: Head, said: Sequence[tuple[Line, str]]) -> Found[int] | None:
    """Return the year in which a reply says that it was examined, its own year or that before."""
    days = (each.day for line in head.first for each in days_in(line.text))
    newest = max((day.year for day in days), default=None)
    for match, line in _matches(said, _TOLD_IN_REPLY):
        year = int(match["year"])
        if newest is None or newest - 1 <= year <= newest:
            return Found(year, line.place, 0.75)
    return None


def _matches(
    said: Sequence[tuple[Line, str]], shapes: Sequence[Shape] = _SHAPES
) -> Iterator[tuple[re.Match[str], Line]]:
    for shape in shapes:
        for line, sentence in said:
            match = shape.search(sentence.strip())
            if match:
                yield match, line


def _labelled(head: Head) -> Iterator[tuple[Line, str]]:
    """Give the labels at the beginning whose year stands on the line below: "Revisionsår"."""
    for line, after in itertools.pairwise(head.first[:FIRST_LINES]):
        if len(line.text) < _LONGEST_LABEL and re.fullmatch(r"(?:19|20)\d{2}", after.text.strip()):
            yield after, f"{line.text.strip().rstrip(':')} {after.text.strip()}"

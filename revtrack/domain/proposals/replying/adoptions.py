"""Lines by which a reply tells when it was adopted, by whom and under which §."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.days.written_days import days_in, last_days_in
from revtrack.domain.proposals.papers.head_matters import HEAD as OF_BODY
from revtrack.domain.proposals.papers.head_matters import head_matter_of
from revtrack.domain.proposals.papers.minutes import diary_number_of, matter_of
from revtrack.domain.proposals.replying.own_day import day_of
from revtrack.domain.proposals.replying.repliers import committee_in
from revtrack.domain.proposals.replying.reply_paper import HEAD, ReplyPaper
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Line, Place

BESIDE_MATTER = re.compile(
    r"(?:§|\b[Pp]aragraf:?)\s*(?P<number>\d{1,4})(?![\d§]|\s*(?:kap|kommunallagen))"
)
_ADOPTED = AnyCase(
    r"\b(?:antag\w+|antogs?|beslöts?|beslutades|beslut|beslutad\w*|beslutats?|beslutade"
    r"|fastställ\w+|godkän[dt]\w*"
    r"|behandla\w*|avg(?:av|ett|ivit)\w*|avläm\w+|lämna[dt]\w*|yttra[dt]\w*|justera\w*)\b",
)
_LABELLED = re.compile(
    r"^(?:antag(?:en|et|na)|beslutad|beslutat|fastställ[dt]|godkän[dt]|beslut|sammanträde|behandlad?)"
    r"(?: av (?:nämnden|styrelsen))?\s*:",
    re.IGNORECASE,
)
"""A label before the day and the § of a decision: "Antagen: 2024-01-25 § 4"."""
_ITSELF = re.compile(
    r"^[^.]{0,60}\b(?:nämnden|styrelsen|bolaget|direktionen|utskottet|ärendet|svaret|yttrandet"
    r"|skrivelsen|detta svar|detta yttrande)s?\b",
    re.IGNORECASE,
)
"""Words of a line that tells when the reply itself was decided."""
_OWN_LINE = re.compile(
    r"^(?:(?:detta |ovanstående )?(?:yttrande|svar|skrivelse)\w* )?(?:har |är |blev )?"
    r"(?:(?!(?!redan|rapport|granskning|ärende|fråga|sak)\w*(?:en|et|na|an|yn) )\w+ )?"
    r"(?:antag\w+|antogs|beslutats?|beslutad|beslutades|fastställ\w+|godkän[dt]\w*|behandla[dt]\w*)"
    r" (?:av|vid|på|i)\b"
    r"|^(?:[\w-]+(?:,? och)? ){1,5}(?:antog|beslutade om|beslutade|fastställde|godkände) (?:\w+ )?"
    r"(?:detta|ovanstående|yttrandet|svaret)\b",
    re.IGNORECASE,
)
"""A line that tells by itself when the reply was decided: "Antaget av nämnden den …"."""
_OF_REPLY = AnyCase(
    r"\b(?:detta |ovanstående |nedanstående )?(?:yttrandet|svaret|svarsskrivelsen)(?: \w+){0,2}?"
    r" (?:har |är |blev )?(?:\w+ )?(?:antagits|antogs|beslutades|beslutats|fastställdes"
    r"|fastställts|godkändes|godkänts|behandlades|behandlats) (?:av|vid|på|i|den)\b"
    r"|\b(?:beslutade|beslöt|beslutat|antog|godkände|fastställde)\b[^.]{0,90}"
    r"\b(?:följande|nedanstående|detta|här) (?:svar|yttrande)"
    r"|\b(?:beslutade|beslöt|beslutat)\b[^.]{0,60}\batt (?:svara|yttra sig)\b"
    r"|^(?:(?:[\w-]+ ){1,4}?(?:behandlade|antog|godkände|fastställde) (?:svaret|yttrandet)"
    r"|(?:bolagets )?(?:styrelsen?|direktionen) behandlade (?:rapporten|rekommendationerna))"
    r"(?: (?:vid|på) (?:sitt |ett |ordinarie )*\w*(?:möte|sammanträde)\w*)? (?:den )?"
    r"\d[\w -]{5,20}\.?$"
    r"|\b(?:tog ställning|fattade (?:sitt )?beslut|behandlade (?:frågan|ärendet|saken"
    r"|(?:er )?(?:rapport|granskning)(?:en)?))\b[^.]{0,50}§\s*\d"
    r"|\bvid (?:\w+ )?\w*(?:möte|sammanträde)\w* den [^.]{0,30}§\s*\d{1,4}\b[^.]{0,20}"
    r"\b(?:gick|behandlade|beslutade|diskuterade|tog)\b",
)
"""A sentence that tells anywhere in it when the reply was decided: "svaret godkändes den …"."""
_STEERS = (
    r"\b[\w-]*(?:plan(?:en|er|erna)?|riktlinje\w*|polic\w+|rutin\w*|reglement\w*|strategi\w*"
    r"|program\w*|budget\w*|ordning(?:en|ar)?|handbok\w*|mall\w*|modell\w*|tax(?:a|an|or)|regler\w*"
    r"|avtal\w*)\b"
)
_OF_OTHERS = re.compile(
    rf"{_STEERS}[^.§]{{0,40}}?\b(?:antag\w+|antogs|beslut\w*|fastställ\w+|godkän[dt]\w*)\b"
    r"|\b(?:antog|antagit|beslutade om|beslutat om|fastställ(?:de|t)|godkän(?:de|t))\b"
    rf"[^.§]{{0,40}}?{_STEERS}",
    re.IGNORECASE,
)
"""Words of what else was decided: "En plan antogs av nämnden den 3 mars, § 14"."""
_REPLY = re.compile(
    r"\b(?:svar\w*|yttrande\w*|yttra\w*|skrivelse\w*|rapporten|\w*granskning\w*)\b", re.IGNORECASE
)
_ONLY_ADOPTION = re.compile(
    r"(?:(?i:(?:nämnden|styrelsen|bolaget|direktionen|förbundet|utskottet)s?\b"
    r"|(?:yttrande|svar|skrivelse|remissvar)(?:et|t|n)?\b"
    r"|till (?:\w+ )?\w*revis(?:orerna|ionen)\b"
    r"|(?:antag|beslut|fastställ|godkän|behandla|avg[ei]v)\w*\b|(?:samman|nämnds|styrelse)\w+\b"
    r"|(?:möte|datum|dag|dnr|diarienummer|ärende|enligt|den|av|vid|i|på|paragraf|s)\b)"
    r"|[A-ZÅÄÖ]{1,5}\b|[\W\d])*",
)
"""What stands around the day and § of a line that tells only when a reply was adopted."""
_ANNEX = re.compile(r"^bilaga\b[^.]{0,30}\btill\b", re.IGNORECASE)
"""How an annex names the decision that it belongs to: "Bilaga 1 till kommunstyrelsen § 9 …"."""
_PREPARED = re.compile(
    r"\b(?:\w*utskott(?:et)?|\w*presidi(?:et|um)|beredningen)\b[^.]{0,30}"
    r"\b(?:beslutade|behandlade|beredde|föreslog|ställde|tillstyrkte)\b",
    re.IGNORECASE,
)
"""Words of a working committee's own meeting."""
_TODAY = re.compile(
    r"\b(?:denna dag|detta datum|dagens (?:sammanträde|möte|datum)"
    r"|(?:har|antog|beslutade) i ?dag)\b",
    re.IGNORECASE,
)
"""Words of a reply that was decided on the day that it bears."""
_MEETING = re.compile(
    r"^(?:vid |på )?(?:\w*(?:styrelse|nämnd|direktion)s?)?(?:möte|sammanträde)\w*", re.IGNORECASE
)
"""How a line of a board's reply begins that gives the day of its meeting, without a §."""
_SHORT = 120
_LAST = 8
"""So many of the last rows may tell it."""


@dataclass(frozen=True)
class Adoption:
    """A line that says which committee has adopted a reply, when and under which §."""

    committee: Committee
    text: str
    place: Place
    days: tuple[date, ...] = field(default=())


def adoptions_in(read: ReplyPaper) -> Iterator[Adoption]:
    """Give who adopted a reply, by its own lines or the rows of its tables."""
    if any(_is_of_minutes(read, line) for line in read.head):
        return
    if read.is_decided and any(map(head_matter_of, read.head[:OF_BODY])):
        return
    if read.is_delegated:
        return
    seen: set[int] = set()
    last = [each for each in read.rows[HEAD:][-_LAST:] if _OWN_LINE.match(each[0])]
    above: tuple[Committee, ...] = ()
    own_day = day_of(read.paper)
    for text, place in _told(read, *_joined(read, read.rows[:HEAD]), *last):
        under, above = above, _only_named(read, text)
        is_own = _ADOPTED.search(text) is not None or _ANNEX.match(text) is not None
        is_only = _is_only_adoption(read, text)
        is_own = is_own or is_only
        is_row = place.table is not None
        days = _days(text, own_day)
        is_own = is_own or _OF_REPLY.search(text) is not None
        is_told = any((BESIDE_MATTER.search(text), _OWN_LINE.match(text), _OF_REPLY.search(text)))
        is_told = is_told or (is_only and _MEETING.match(text) is not None)
        is_told = is_told and not (_is_prepared(read, text) or _is_of_others(text))
        if not (is_own or is_row) or not days or not is_told:
            continue
        for each in read.bodies.named_in(text)[:1] or under or _meant(read, text):
            if each.id not in seen and each.kind is not CommitteeKind.COUNCIL:
                seen.add(each.id)
                yield Adoption(each, text, place, days)


def _is_prepared(read: ReplyPaper, text: str) -> bool:
    """Tell whether a line tells what those did who prepared a matter for its committee."""
    prepared = _PREPARED.search(text)
    return prepared is not None and not read.bodies.named_in(prepared[0])


def _is_of_others(text: str) -> bool:
    """Tell whether a line tells when something else than a reply was adopted."""
    return _OF_OTHERS.search(text) is not None and _REPLY.search(text) is None


def _is_of_minutes(read: ReplyPaper, line: Line) -> bool:
    """Tell whether a line begins a matter of minutes, and does not but give a reply's § and day."""
    if matter_of(line) is None or (line.place.table and not read.is_decided):
        return False
    return read.is_decided or not _is_only_adoption(read, line.text, needs_day=False)


def _joined(read: ReplyPaper, rows: Sequence[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Give the rows of a head; a day and a § on two lines that follow each other as one."""
    for (text, place), (after, _) in zip(rows, (*rows[1:], *rows[-1:]), strict=True):
        is_parted = any(days_in(text)) != any(days_in(after))
        whole = f"{text} {after}"
        if is_parted and not read.is_decided and len(whole) <= _SHORT:
            is_of_paragraph = BESIDE_MATTER.search(text) is not None
            if is_of_paragraph != any(days_in(text)) and _is_only_adoption(read, whole):
                yield whole, place
        yield text, place


def _days(text: str, own_day: date | None) -> tuple[date, ...]:
    """Return the days that a line tells: also by the reply's own, "den 6 november", "denna dag"."""
    found = tuple(each.day for each in days_in(text))
    if found or own_day is None:
        return found
    return (own_day,) if _TODAY.search(text) else tuple(last_days_in(text, own_day))


def _told(read: ReplyPaper, *rows: tuple[str, Place]) -> Iterator[tuple[str, Place]]:
    """Give rows of tables as they are, and lines by their sentences."""
    for text, place in rows:
        for said in (text,) if place.table is not None else sentences(text):
            yield from ((one, place) for one in _each_told(read, said))


def _each_told(read: ReplyPaper, text: str) -> tuple[str, ...]:
    """Return what a line tells of each committee, where it tells several §§ of as many."""
    said = read.bodies.mentions(text)
    if len(said) < SEVERAL or len(BESIDE_MATTER.findall(text)) != len(said):
        return (text,)
    begins = [0, *(each.start for each in said[1:]), len(text)]
    return tuple(text[begin:end].strip(" ,;") for begin, end in pairwise(begins))


def _is_only_adoption(read: ReplyPaper, text: str, *, needs_day: bool = True) -> bool:
    """Tell whether a line gives a day and a §, with no more than whose reply it is, and its number.

    "Socialnämndens yttrande 2024-04-23 § 44", "Dnr ON 2018/114, beslut 2018-11-15 § 90".
    """
    is_meeting = not read.is_decided and _MEETING.match(text) is not None
    is_told = is_meeting or BESIDE_MATTER.search(text) is not None
    if not is_told or (needs_day and not any(days_in(text))):
        return False
    spans = [(each.start, each.end) for each in read.bodies.mentions(text)]
    spans += [(each.start, each.end) for each in days_in(text)]
    rest = text
    for begin, end in sorted(spans, reverse=True):
        rest = f"{rest[:begin]} {rest[end:]}"
    number = diary_number_of(rest)
    rest = BESIDE_MATTER.sub("", rest.replace(number, "") if number else rest)
    return _ONLY_ADOPTION.fullmatch(rest) is not None


def _only_named(read: ReplyPaper, text: str) -> tuple[Committee, ...]:
    """Return the committee that a line names and nothing else."""
    said = read.bodies.mentions(text)
    is_bare = len(said) == 1 and not (text[: said[0].start] + text[said[0].end :]).strip(" :")
    return (said[0].committee,) if is_bare else ()


def _meant(read: ReplyPaper, text: str) -> tuple[Committee, ...]:
    """Return the committee that a reply calls "nämnden" where it says when it was decided."""
    shapes = (
        _LABELLED.match,
        _ITSELF.match,
        _OWN_LINE.match,
        _OF_REPLY.search,
    )
    is_meant = any(shape(text) for shape in shapes) or _is_only_adoption(read, text)
    found = committee_in(read) if is_meant else None
    return (found.value,) if found is not None else ()

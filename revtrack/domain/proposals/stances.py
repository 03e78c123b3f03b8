"""What a committee's words say: what it thinks of a recommendation, and what it has done.

Only what is said counts. Where no word tells a position, a measure that is promised or reported
shows one (domain: "avser att åtgärda", "redan genomfört"), with less certainty; no sign, no value.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import Position, Progress
from revtrack.domain.proposals.sentences import sentences

_WHO = r"(?:\s+(?!inte|ej|delvis)[\w-]+){0,4}?"
_DISAGREES = (
    rf"\binstämmer{_WHO}\s+(?:inte|ej)\b",
    rf"\bdelar{_WHO}\s+(?:inte|ej)\b",
    rf"\bhåller{_WHO}\s+(?:inte|ej) med\b",
    rf"\bställer sig{_WHO}\s+(?:inte|ej) (?:bakom|positiv)",
    r"\b(?:ställer sig (?:avvisande|negativ)|motsätter sig|avstyrker|avvisar|avböjer)\b",
    r"\b(?:av annan uppfattning|annan uppfattning än)\b",
    r"\b(?:inte|ej) (?:ändamålsenlig\w*|motiverat|aktuellt) att\b",
)
_PARTLY = (
    (
        rf"\b(?:instämmer|delar|håller){_WHO}\s+(?:delvis|till viss del|i huvudsak|i stort"
        r"|i allt väsentligt)\b"
    ),
    (
        r"\b(?:delvis|till viss del|med (?:viss )?(?:reservation|förbehåll))\b[^.]{0,60}\b(?:instäm"
        r"|delar|medhåll|enig|positiv)"
    ),
    (
        rf"\b(?:instämmer|positiv\w*|ställer sig){_WHO}[^.]{{0,60}}\b(?:men|dock) (?:anser|menar"
        r"|bedömer|vill|har invändning)"
    ),
    r"\b(?:delvis överens|delvis enig)\b",
)
_MET = (
    (
        r"\bredan\b[^.]{0,30}\b(?:tillgodosed\w*|uppfyll\w*|genomför\w*|åtgärda\w*|infört?s?"
        r"|på plats|omhändertag\w*|gör[s]?|sker|finns)"
    ),
    r"\b(?:tillgodosed\w*|uppfyll\w*|genomför[dt]s?|på plats|görs|sker|gör|finns) redan\b",
    r"\b(?:görs|sker|tillämpas) (?:redan )?i dag\b",
    r"\bhar (?:därmed|redan) (?:tillgodosetts|uppfyllts)\b",
)
_AGREES = (
    r"\binstämm(?:er|a|de)\b",
    r"\bdelar\b[^.]{0,60}\b(?:bedömning|uppfattning|slutsats|syn|bild|synpunkt)",
    r"\bhåller\b[^.]{0,30}\bmed (?:revis|om|kommun|granskning|rekommendation)",
    r"\bhåller med\b",
    rf"\bställer sig{_WHO}\s+(?:bakom|positiv\w*|mycket positiv\w*)",
    r"\b(?:ser|är|ställer sig|förhåller sig)\b[^.]{0,30}\bpositiv\w*\b",
    r"\bmedhåll\b",
    r"\bvälkomnar\b|\btillstyrk\w*\b|\baccepterar\b|\bgodtar\b",
    r"\b(?:är|var) (?:av samma uppfattning|enig|eniga|överens)\b",
    r"\bav samma (?:uppfattning|mening)\b",
)
_NOTED = (
    r"\bnoterar\b",
    r"\b(?:tar|har tagit|tagit) (?:del av|till sig|emot)\b",
    r"\bbeaktar?\b",
    r"\btar\b[^.]{0,30}\btill (?:sig|protokollet)\b",
)
_POSITIONS: tuple[tuple[Position, re.Pattern[str]], ...] = tuple(
    (position, re.compile("|".join(shapes), re.IGNORECASE))
    for position, shapes in (
        (Position.DISAGREES, _DISAGREES),
        (Position.AGREES_PARTLY, _PARTLY),
        (Position.ALREADY_MET, _MET),
        (Position.AGREES, _AGREES),
        (Position.NOTED, _NOTED),
    )
)
_AUDITORS_SAY = re.compile(
    r"^(?:(?:kommun|region|stads)?revis(?:orerna|ionen)|kommunens revisorer|stadens revisorer"
    r"|granskningen|rapporten|vår bedömning|den övergripande bedömning\w*|av granskningen"
    r"|syftet|utifrån|i granskningen)\b(?!\w)"
    r"(?!.{0,400}\b(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget)\b.{0,40}\b(?:instäm|delar"
    r"|håller|ställer))",
    re.IGNORECASE | re.DOTALL,
)
"""Begins a sentence that tells what the auditors have said, not what the committee says."""

_NOT_STARTED = re.compile(
    r"\b(?:inte|ej) (?:\w+ )?(?:påbörja|startat|inlett|inletts)\w*", re.IGNORECASE
)
_WILL_NOT = re.compile(
    r"\b(?:ingen|inga) (?:\w+ ){0,2}åtgärd\w* (?:planeras|vidtas|bedöms|är|kommer)"
    r"|\b(?:kommer inte att|avser inte att|ska inte|kommer ej att) (?:genomför|åtgärd|vidta|inför)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:är|har) (?:nu |därmed |redan |numera ){0,3}(?:genomför(?:t|ts|d|da)"
    r"|slutför(?:t|ts|d|da)|åtgärda(?:t|ts|d|de)|införts?|införda?|avsluta(?:t|ts|d|de)|klart?"
    r"|på plats|fastställ(?:t|ts|d|da)|antagits|uppfyll(?:t|ts|d|da)"
    r"|tillgodosed\w*)\b"
    r"|\bhar (?:(?!inte\b|ännu\b)\w+ ){0,4}?(?:tagits fram|tagit fram|utsetts|utsett|beslutats"
    r"|beslutat|anställt|förstärkt|stärkt|upprättat|upprättats|reviderats|reviderat|tillsatt|tillsatts|startat"
    r"|utbildats|utbildat|kompletterats|kompletterat|antagit|fastställt|genomfört|infört|inrättat"
    r"|inrättats|köpts in|avsatt|avsatts|utarbetats|utarbetat|publicerats"
    r"|uppdaterats|uppdaterat|tagits i bruk|setts över|sett över|förts in|lagts till)\b"
    r"|\b(?:togs i bruk|uppdaterades|publicerades|sågs över|fördes in)\b"
    r"|\b(?:beslutades|infördes|antogs|fastställdes|inrättades|utsågs|startades|tillsattes"
    r"|reviderades|genomfördes|upprättades|åtgärdades|konkretiserades)\b"
    r"|\bsedan\b[^.]{0,40}\b(?:19|20)\d{2}\b|\bsedan (?:tidigare|flera år|länge|början av)\b"
    r"|\bsker\b[^.]{0,80}\benligt\b|\bfinns (?:sedan|redan|nu)\b|\bgörs redan\b"
    r"|\bredan (?:genomför|uppfyll|tillgodose|inför)",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\bpågår\b|\b(?:har )?påbörja(?:t|ts|des)\b|\bhåller på att\b|\bpå gång\b"
    r"|\b(?:är|har) (?:under|inlett?s?|inledda|igångsatt)\b|\bunder (?:arbete|framtagande"
    r"|utarbetande)\b|\barbetar (?:med|för) (?:att )?\b|\bhar (?:\w+ )?börjat\b|\binlett\b"
    r"|\bär igång\b|\bi full gång\b|\bnu inne i\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:kommer(?!\s+(?:till|från|ur|fram)\b)|avser|planerar|ämnar)\b|\bska(?:ll)?\b"
    r"|\bplaneras\b|\bberäknas\b|\bplanerat\b"
    r"|\b(?:införs|inför|tas fram|läggs fram|utses|fastställs|revideras|genomförs|upprättas"
    r"|påbörjas|startar|fattas|redovisas|antas|tas i bruk|utreds|införande|arbetas fram"
    r"|slutförs|ses över)\b[^.]{0,60}\b(?:senast|under|inför|från och med|före|till hösten"
    r"|till våren|nästa|20\d{2}|i (?:januari|februari|mars|april|maj|juni|juli|augusti"
    r"|september|oktober|november|december))\b"
    r"|\bger\b[^.]{0,40}\bi uppdrag\b|\btas upp i\b|\b(?:blir|väntas vara|vara) klart?\b"
    r"|\buppdra(?:g|r) (?:åt|till)\b|\bfår i uppdrag\b|\bges i uppdrag\b",
    re.IGNORECASE,
)
_MOVED = (
    (Progress.UNDER_WAY, _UNDER_WAY),
    (Progress.DONE, _DONE),
    (Progress.PLANNED, _PLANNED),
)
_LACKS = re.compile(
    r"\bsaknas?\b|\bbrist(?:er|ande)?\b|\b(?:antogs|antagits|beslutades|beslutats) av"
    r" (?:kommun|region|stads)?(?:fullmäktige|styrelsen)",
    re.IGNORECASE,
)
"""Words of what is not there, or of what somebody else has done."""
_NEEDS = re.compile(
    r"\b(?:krävs|behövs|förutsätter|fordras|kräver|behöver tillföras)\b[^.]{0,80}\b(?:medel"
    r"|finansiering|resurser?|budget|anslag|tillskott|\w*kompetens)\b"
    r"|\b(?:ökad finansiering|ytterligare medel|utökad ram|budgettillskott)\b",
    re.IGNORECASE,
)
"""Words of what the committee says that it needs to do what is recommended."""
_DONE_ABOVE = re.compile(r"\bär (?:därmed|redan|nu) (?:genomför|uppfyll|åtgärd)", re.IGNORECASE)
LONGEST_QUOTE = 700
TOLD, SHOWN, NEEDED = 0.9, 0.6, 0.55
"""How sure a position is that words state, that a measure shows, that a need shows."""


@dataclass(frozen=True)
class Stance:
    """What a text says of a recommendation, with its words."""

    position: Position | None
    progress: Progress | None
    quote: str | None
    confidence: float

    @property
    def is_empty(self) -> bool:
        """Whether the text says nothing of it."""
        return self.position is None and self.progress is None


NOTHING = Stance(None, None, None, 0.5)


def position_in(text: str) -> Position | None:
    """Return the position that a sentence states in words; None where it states none."""
    if _AUDITORS_SAY.match(text.strip()):
        return None
    for position, shape in _POSITIONS:
        if shape.search(text):
            return position
    return None


def progress_in(text: str) -> Progress | None:
    """Return what a sentence says has been done, or will be; None where it says nothing of it."""
    if _AUDITORS_SAY.match(text.strip()):
        return None
    if _WILL_NOT.search(text):
        return Progress.WILL_NOT
    if _NOT_STARTED.search(text):
        return Progress.NOT_STARTED
    if _DONE_ABOVE.search(text):
        return Progress.DONE
    is_there = _LACKS.search(text) is None
    for progress, shape in _MOVED:
        if shape.search(text) and (is_there or progress is Progress.PLANNED):
            return progress
    return None


def stance_in(texts: Iterable[str]) -> Stance:
    """Return what paragraphs say: the first position, and how far the measures have come."""
    said = [(place, each) for place, text in enumerate(texts) for each in sentences(text)]
    placed = [(n, position_in(each)) for n, (_, each) in enumerate(said)]
    stated = [each for _, each in placed if each is not None]
    position = _strongest(stated) if stated else None
    moved = [(n, progress_in(each)) for n, (_, each) in enumerate(said)]
    progress = _furthest([each for _, each in moved if each], position)
    if position is None and progress is None:
        return _needing(each for _, each in said)
    at = next((n for n, each in placed if each is position), None) if position else None
    measure = next((n for n, each in moved if each is progress), None) if progress else None
    quote = _quoted(said, [n for n in (at, measure) if n is not None])
    if position is None:
        return Stance(_shown(progress), progress, quote, SHOWN)
    return Stance(position, progress, quote, TOLD)


def _needing(said: Iterable[str]) -> Stance:
    """Return partial agreement where a committee only says what it needs for the measure."""
    for each in said:
        if _NEEDS.search(each):
            return Stance(Position.AGREES_PARTLY, None, each, NEEDED)
    return NOTHING


def _strongest(found: Sequence[Position]) -> Position:
    """Return the position where several are stated: agreement with an objection is partial."""
    first = found[0]
    kinds = set(found)
    if first is Position.AGREES and Position.AGREES_PARTLY in kinds:
        return Position.AGREES_PARTLY
    if first is Position.AGREES and Position.DISAGREES in kinds:
        return Position.AGREES_PARTLY
    if first is Position.NOTED and len(kinds) > 1:
        return next(each for each in found if each is not Position.NOTED)
    return first


def _furthest(kinds: Sequence[Progress], position: Position | None) -> Progress | None:
    """Return the progress to propose; a refusal promises nothing."""
    if position in {Position.DISAGREES, Position.NOTED}:
        return Progress.WILL_NOT if Progress.WILL_NOT in kinds else None
    if position is Position.ALREADY_MET and kinds:
        return Progress.DONE
    if position is Position.AGREES_PARTLY:
        kinds = [each for each in kinds if each is not Progress.PLANNED]
    ranked = (
        *(Progress.WILL_NOT, Progress.UNDER_WAY, Progress.DONE, Progress.PLANNED),
        Progress.NOT_STARTED,
    )
    return next((each for each in ranked if each in kinds), None)


def _shown(progress: Progress | None) -> Position | None:
    """Return the position that a measure shows where no word states one."""
    if progress is Progress.DONE:
        return Position.ALREADY_MET
    if progress in {Progress.PLANNED, Progress.UNDER_WAY}:
        return Position.AGREES
    return None


def _quoted(said: Sequence[tuple[int, str]], places: Sequence[int]) -> str | None:
    """Return the words of a position and its measure, as they stand: within one paragraph."""
    if not places:
        return None
    first, last = min(places), max(places)
    if said[first][0] == said[last][0]:
        whole = " ".join(each for _, each in said[first : last + 1])
        if len(whole) <= LONGEST_QUOTE:
            return whole
    return said[places[0]][1]

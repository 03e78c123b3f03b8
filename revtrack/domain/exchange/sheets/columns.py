"""The columns that a sheet of recommendations may have, and the headings they are known by."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from rapidfuzz import fuzz, process

from revtrack.domain.errors import UsageError
from revtrack.domain.texts.prose import name_key

ABOUT_SHEET = "Om arbetsboken"
"""The sheet of our own workbooks that tells of them, and is never read in."""


class Field(StrEnum):
    """What a column tells; the value is the heading that our own sheets give it.

    The key of a row marks its cells in this order, so what is added goes last.
    """

    KEY = "RevTrack-id"
    """What the row speaks of, by uid; only in sheets that the program wrote."""
    MUNICIPALITY = "Kommun"
    AUDIT = "Granskning"
    """The reference of the audit, or its title."""
    TITLE = "Granskningens titel"
    YEAR = "År"
    FIRM = "Sakkunnigt biträde"
    REPORT_ON = "Rapportdatum"
    HANDED_OVER_ON = "Missivdatum"
    COMMITTEE = "Nämnd"
    NUMBER = "Rek nr"
    TEXT = "Rekommendation"
    HEADING = "Rubrik"
    SECTION = "Avsnitt"
    QUESTION = "Revisionsfråga"
    """Numbers of audit questions, or the text of one."""
    PRIORITY = "Prioritet"
    DUE_ON = "Svar senast"
    DIARY_NUMBER = "Dnr"
    RECEIVED_ON = "Svar inkom"
    DECIDED_ON = "Beslutat den"
    PARAGRAPH = "§"
    POSITION = "Ställningstagande"
    ANSWER = "Svar"
    PROGRESS = "Status"
    """How far the committee says it has come."""
    ACTION = "Åtgärd"
    RESPONSIBLE = "Ansvarig"
    ACTION_DUE = "Klart senast"
    FULFILLED_ON = "Genomförd den"
    VERDICT = "Uppföljningsbedömning"
    BASIS = "Underlag"
    JUDGED_ON = "Bedömd den"
    STANDING = "Läge"
    """Computed, so it is never read in."""


SYNONYMS: Mapping[Field, str] = {
    Field.MUNICIPALITY: "huvudman|region|klient|uppdragsgivare|kund|kommunens namn",
    Field.AUDIT: "granskningar|granskningens namn|granskningsnamn|revisionsrapport|rapport"
    "|granskningsrapport|granskning nr|granskningsnummer|referens|revision|projekt"
    "|granskningsområde",
    Field.TITLE: "titel|granskningstitel|rapportens titel|granskningsrubrik|rapporttitel",
    Field.YEAR: "granskningsår|revisionsår|årtal|granskat år",
    Field.FIRM: "byrå|revisionsbyrå|sakkunnigt biträde (byrå)|utförd av|konsult|sakkunnig",
    Field.REPORT_ON: "rapport daterad|datum för rapport|rapportens datum|rapportdag|datum rapport",
    Field.HANDED_OVER_ON: "missiv|missivets datum|överlämnad|överlämnad den|datum för missiv"
    "|datum missiv|utskickad|skickad till nämnd",
    Field.COMMITTEE: "nämnd/styrelse|styrelse/nämnd|styrelse|mottagare|ansvarig nämnd|organ"
    "|berörd nämnd|riktad till|riktas till|nämnd eller styrelse|nämnder|adressat|till",
    Field.NUMBER: "nr|nummer|rekommendation nr|rekommendationsnummer|rekommendationsnr|löpnr"
    "|löpnummer|rek|rek.nr|rek #|rekommendationens nummer|id|#",
    Field.TEXT: "rekommendationer|rekommendationstext|rekommendationens lydelse|lydelse"
    "|revisorernas rekommendation|vår rekommendation|text",
    Field.HEADING: "kort rubrik|kortrubrik|ämne",
    Field.SECTION: "kapitel|avsnitt i rapporten|rapportavsnitt",
    Field.QUESTION: "fråga|fråga nr|revisionsfråga nr|revisionsfrågor|frågor",
    Field.PRIORITY: "prio|prioritering|angelägenhetsgrad",
    Field.DUE_ON: "svar begärt till|svarsfrist|sista svarsdag|svara senast|svar önskas senast"
    "|svarsdatum senast|svar ska lämnas senast|frist",
    Field.DIARY_NUMBER: "diarienummer|diarienr|diarie nr|ärendenummer|ärendenr|nämndens dnr"
    "|nämndens diarienummer|d.nr",
    Field.RECEIVED_ON: "svarsdatum|inkommet|inkom|svar inkommit|svar inkommet|inkommet den"
    "|datum för svar|svar datum|inkommit den",
    Field.DECIDED_ON: "beslutat|beslutsdatum|beslut den|sammanträdesdatum|datum för beslut"
    "|nämndens beslut den|sammanträde",
    Field.PARAGRAPH: "paragraf|§ nr|beslutsparagraf|par",
    Field.POSITION: "nämndens ställningstagande|inställning|nämndens inställning",
    Field.ANSWER: "nämndens svar|yttrande|svarstext|nämndens yttrande|styrelsens svar"
    "|svar från nämnd"
    "|nämndens kommentar",
    Field.PROGRESS: "status åtgärd|åtgärdsstatus|status enligt nämnden|genomförandestatus"
    "|åtgärdens status|statusläge",
    Field.ACTION: "åtgärder|planerad åtgärd|vidtagen åtgärd|beslutad åtgärd|åtgärdsbeskrivning"
    "|planerade åtgärder|vidtagna åtgärder|nämndens åtgärd|åtgärd/aktivitet|aktivitet",
    Field.RESPONSIBLE: "ansvarig funktion|handläggare|åtgärdsansvarig|ansvarig tjänsteperson"
    "|ansvarig tjänsteman|ansvarig för åtgärd|ansvar",
    Field.ACTION_DUE: "klar senast|klart|slutdatum|tidplan|genomförs senast|deadline|färdigt senast"
    "|åtgärd klar senast|åtgärdas senast|när|måldatum|planerat klart|beräknas klart",
    Field.FULFILLED_ON: "genomfört den|klart den|åtgärdad den|slutfört den|avslutad den|klar den",
    Field.VERDICT: "uppföljning|bedömning|revisorernas bedömning"
    "|resultat av uppföljning|bedömning vid uppföljning|uppföljningsresultat",
    Field.BASIS: "underlag för bedömning|bedömningsunderlag|bedömningens underlag",
    Field.JUDGED_ON: "uppföljd|uppföljd den|uppföljningsdatum|datum för uppföljning|följdes upp",
}
"""Headings that offices write, parted by ``|``; what is like one of them is taken for it."""

_BASE, _DIGITS = "base:", 6
_EMPTY = "0" * _DIGITS
_UID = r"[^\s:]+"
_KEY = re.compile(
    rf"(?=a)(?:addressee:(?P<addressee>{_UID}) )?(?:action:(?P<action>{_UID}) )?"
    rf"{_BASE}(?:[0-9a-f]{{{_DIGITS}}})+"
)
"""One id of each kind at most, and the marks."""


def digest(value: object) -> str:
    """Return a short mark of what a cell says, the same for the same."""
    text = "" if value is None else str(value).replace("x005F_", "")
    return f"{crc32(text.encode()) >> 8:0{_DIGITS}x}" if text else _EMPTY


def key_of(ids: str, row: Mapping[Field, object]) -> str:
    """Return what the hidden column of a row holds: its ids, and a mark of each of its cells.

    By the marks a changed cell is told from one that stands as it was written, whatever has become
    of the register since.
    """
    return f"{ids} {_BASE}{''.join(digest(row.get(field)) for field in Field)}"


def ids_of(key: str) -> Mapping[str, str]:
    """Return the ids of a row by what they name; none where the key is not as it was written."""
    found = _KEY.fullmatch(key)
    return {name: uid for name, uid in found.groupdict().items() if uid} if found else {}


def base_of(key: str) -> Mapping[Field, str]:
    """Return the mark of each cell of a row as it was written; none where there are none.

    A sheet of an earlier version has marks of the first fields only.
    """
    said = key.rpartition(_BASE)[2]
    marks = [said[start : start + _DIGITS] for start in range(0, len(said), _DIGITS)]
    return {field: mark for field, mark in zip(Field, marks, strict=False) if mark != _EMPTY}


LIKE = 84
"""How like a heading has to be to one that is known, of 100."""
MOST_ROWS_ABOVE = 30
"""So far down the row with the headings may stand."""
FEWEST = 2
"""How many columns a row has to name to be the one with the headings."""

_SIGNS = re.compile(r"[\s.:;,*_()–-]+")


def _bare(heading: str) -> str:
    return _SIGNS.sub(" ", name_key(heading)).strip()


_KNOWN: Mapping[str, Field] = {
    _bare(text): field
    for field in Field
    for text in (field.value, *filter(None, SYNONYMS.get(field, "").split("|")))
}


@dataclass(frozen=True)
class Column:
    """A column of somebody's sheet."""

    place: int
    """From 0."""
    heading: str
    field: Field | None = None
    """What it tells; None: unknown, so it is not read in."""
    is_guess: bool = False
    """Whether the heading is only like a known one."""
    is_repeated: bool = False
    """Whether a column before it has the same heading, so that nobody can tell which is meant."""


def field_called(text: str) -> Field:
    """Return the field of this name; raise UsageError, naming those that there are, else."""
    field = _KNOWN.get(_bare(text))
    if field is None or field in {Field.KEY, Field.STANDING}:
        names = [each.value for each in Field if each not in {Field.KEY, Field.STANDING}]
        raise UsageError(
            "There is no field {field}. Choose one of {fields}.", field=text, fields=names
        )
    return field


def chosen_columns(said: Iterable[str]) -> dict[str, Field]:
    """Return the fields that a person gave columns, by heading: ``Vem gör vad=Ansvarig``."""
    found = {}
    for text in said:
        heading, sign, field = text.rpartition("=")
        if not sign or not _bare(heading):
            raise UsageError("Write --map as COLUMN=FIELD, not {text}.", text=text)
        found[_bare(heading)] = field_called(field)
    return found


def map_headings(texts: Sequence[str], chosen: Mapping[str, Field]) -> tuple[Column, ...]:
    """Return the columns of a row of headings, in order; each field is told by one of them.

    What a person chose goes first, then known headings, then what is like one.
    """
    found: dict[int, Column] = {}
    taken: set[Field] = set()
    for ways in (chosen, _KNOWN, None):
        for place, text in enumerate(texts):
            field = _alike(text) if ways is None else ways.get(_bare(text))
            if field is not None and place not in found and field not in taken:
                found[place] = Column(place, text, field, is_guess=ways is None)
                taken.add(field)
    bare = [_bare(text) for text in texts]
    return tuple(
        found.get(place, Column(place, text, is_repeated=bare[place] in bare[:place]))
        for place, text in enumerate(texts)
        if text.strip()
    )


def _alike(text: str) -> Field | None:
    bare = _bare(text)
    if len(bare) <= FEWEST:
        return None
    best = process.extractOne(bare, _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    return _KNOWN[best[0]] if best else None


def heading_row(
    rows: Sequence[Sequence[str]], chosen: Mapping[str, Field]
) -> tuple[int, tuple[Column, ...]]:
    """Return which of the first rows has the headings (from 0) and its columns.

    It is the first of those that name most fields; -1 and none where no row names enough.
    """
    best: tuple[int, tuple[Column, ...]] = (-1, ())
    most = FEWEST - 1
    for place, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        columns = map_headings(row, chosen)
        count = sum(each.field is not None for each in columns)
        if count > most:
            best, most = (place, columns), count
    return best

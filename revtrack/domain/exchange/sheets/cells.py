"""What the cell of a sheet says: a day, a time, a code, a text; or why it says none of them."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from revtrack.domain.codes import Basis, Position, Priority, Progress, VerdictStep
from revtrack.domain.days.typed_days import read_coarse
from revtrack.domain.errors import N_
from revtrack.domain.exchange.sheets.columns import Field
from revtrack.domain.texts.prose import MAX_LENGTH, clean, clean_line, name_key
from revtrack.domain.texts.typed_choices import read_choice

CUT = "[avkortat, hela texten finns i registret]"
"""How a text ends that was too long for its cell when the sheet was made."""
RECURRING = "löpande"
"""What stands where an action has no last day because it goes on."""

Words = Mapping[type[StrEnum], Mapping[str, StrEnum]]
"""The words that a code may be chosen by, beside those below: its labels."""

CODES: Mapping[Field, type[StrEnum]] = {
    Field.PRIORITY: Priority,
    Field.POSITION: Position,
    Field.PROGRESS: Progress,
    Field.VERDICT: VerdictStep,
    Field.BASIS: Basis,
}
DAYS = frozenset(
    {
        *(Field.REPORT_ON, Field.HANDED_OVER_ON, Field.DUE_ON, Field.RECEIVED_ON),
        *(Field.DECIDED_ON, Field.FULFILLED_ON, Field.JUDGED_ON),
    }
)
PROSE = frozenset({Field.TEXT, Field.ANSWER, Field.ACTION, Field.QUESTION})
TEXTS = frozenset(Field) - DAYS - CODES.keys() - {Field.ACTION_DUE, Field.YEAR}

_OFFICE_WORDS: Mapping[StrEnum, str] = {
    Priority.HIGH: "hög|hög prioritet|stor",
    Priority.MEDIUM: "medel|mellan|normal",
    Priority.LOW: "låg|låg prioritet|liten",
    Position.AGREES: "instämmer|instämmer helt|ja|delar bedömningen|delar revisionens bedömning",
    Position.AGREES_PARTLY: "instämmer delvis|delvis|instämmer till viss del",
    Position.DISAGREES: "instämmer inte|instämmer ej|nej|delar inte bedömningen",
    Position.ALREADY_MET: "redan tillgodosedd|redan genomförd|redan åtgärdad",
    Position.NOTED: "noterar|noterat",
    Position.NOT_ADDRESSED: "besvaras inte|ej besvarad|inte besvarad",
    Progress.NOT_STARTED: "ej påbörjad|ej påbörjat|inte påbörjad|inte påbörjat|ej startad",
    Progress.PLANNED: "planerad|planerat|planeras|beslutad",
    Progress.UNDER_WAY: "pågår|pågående|påbörjad|påbörjat|under arbete|delvis genomförd"
    "|delvis genomfört|delvis klar",
    Progress.DONE: "genomförd|genomfört|klar|klart|åtgärdad|åtgärdat|slutförd|slutfört|avslutad"
    "|avslutat|utförd|utfört|färdig|färdigt|genomförd enligt nämnden",
    Progress.WILL_NOT: "genomförs inte|genomförs ej|kommer inte att genomföras|avvisad|avvisas",
    VerdictStep.FULL: "genomförd|helt genomförd|åtgärdad|åtgärdat|genomfört",
    VerdictStep.MOSTLY: "i huvudsak genomförd|i huvudsak|i allt väsentligt genomförd",
    VerdictStep.PARTLY: "delvis genomförd|delvis|delvis åtgärdad|delvis genomfört",
    VerdictStep.NOT: "ej genomförd|inte genomförd|ej åtgärdad|inte åtgärdad|ej genomfört",
    VerdictStep.NO_LONGER_RELEVANT: "inte längre aktuell|ej aktuell|inte aktuell|inaktuell",
    VerdictStep.NOT_ASSESSABLE: "går inte att bedöma|går ej att bedöma|kan inte bedömas",
    Basis.REPORTED: "nämndens uppgift|uppgift från nämnden|enligt nämnden",
    Basis.DESK: "intervju och dokument|intervju|dokument|dokumentstudier|intervjuer",
    Basis.TESTED: "stickprov|test",
}
"""How offices write the codes in sheets of their own, parted by ``|``."""

_MISSING = frozenset(
    {
        *("uppgift saknas", "saknas", "okänt", "okänd", "ej känt", "?", "-", "–", "—", "n/a", "na"),
        *("ej angivet", "ej angiven", "inte angivet", "ingen uppgift", "ej uppföljd"),
        *("ej genomgånget", "ej relevant", "ej tillämpligt"),
    }
)
"""What stands where nothing is known; a fact may be missing."""
_NO_END = frozenset({RECURRING, "årligen", "kontinuerligt", "tills vidare", "varje år", "årlig"})
_ERRORS = re.compile(
    r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SAKNAS!|VÄRDEFEL!|REFERENS!|NAMN\?)"
)
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_SERIAL = re.compile(r"[3-6][0-9]{4}")
_PARAGRAPH = re.compile(r"^(?:§+|par\.?|paragraf)\s*", re.IGNORECASE)
MOST_OF_LINE = 1000

NO_DAY = N_(
    "“{value}” is no day. Write it as 2023-06-30, or leave the cell empty if it is not known."
)
ONLY_A_TIME = N_(
    "“{value}” is no single day, and one is needed here. Write it as 2023-06-30, or leave the cell "
    "empty if it is not known."
)
NO_TIME = N_(
    "“{value}” is no time. Write it as 2023-06-30, juni 2023, Q2 2023, 2023 or löpande, or leave "
    "the cell empty if it is not known."
)
SERIAL = N_("“{value}” is a day that Excel shows as a number. Give the cell the format of a date.")
NO_CODE = N_("“{value}” cannot be chosen here. Write one of {choices}.")
NO_YEAR = N_("“{value}” is no year. Write it with four digits, as 2023.")
ERROR_VALUE = N_(
    "The formula in the cell gives the error {value}. Mend it, or write the value itself."
)
TOO_LONG = N_("The text has {length} characters, and {most} is the most that is kept. Shorten it.")


class CellError(Exception):
    """Why a cell cannot be taken in: a sentence of the catalogue with its values."""

    def __init__(self, message: str, field: Field | None = None, /, **values: object) -> None:
        """Keep them, and in which column it is; None: of the row as a whole, or known anyway."""
        super().__init__(message)
        self.message, self.field, self.values = message, field, values


class Cells:
    """Reads cells, each text of a column once however often it stands there."""

    def __init__(self, words: Words) -> None:
        """Know the labels of the codes."""
        self._choices = {code: {**_own_words(code), **labels} for code, labels in words.items()}
        self._labels = {code: _first_labels(labels) for code, labels in words.items()}
        self._known: dict[tuple[Field, str, bool], Any] = {}

    def read(self, field: Field, text: str, *, is_own: bool = False) -> Any:  # noqa: ANN401 - what the column holds
        """Return what a cell says, None where it says that nothing is known; raise CellError.

        In rows of our own a text is what stands there, were it only a dash.
        """
        if not text:
            return None
        key = (field, text, is_own)
        if key not in self._known:
            try:
                self._known[key] = self._read(field, text, is_literal=is_own and field in TEXTS)
            except CellError as fault:
                self._known[key] = fault
        found = self._known[key]
        if isinstance(found, CellError):
            raise found
        return found

    def _read(self, field: Field, text: str, *, is_literal: bool) -> Any:  # noqa: ANN401 - as above
        if error := _ERRORS.fullmatch(text):
            raise CellError(ERROR_VALUE, value=error[0])
        if name_key(text) in _MISSING and not is_literal:
            return None
        if field in DAYS:
            return _day(text)
        if field is Field.ACTION_DUE:
            return _time(text)
        if field in CODES:
            return self._code(CODES[field], text)
        if field is Field.YEAR:
            return _year(text)
        return _text(field, text)

    def _code(self, code: type[StrEnum], text: str) -> StrEnum:
        found = read_choice(text, self._choices[code])
        if found is None:
            raise CellError(NO_CODE, value=text, choices=self._labels[code])
        return found


def _own_words(code: type[StrEnum]) -> dict[str, StrEnum]:
    return {
        word: each
        for each, words in _OFFICE_WORDS.items()
        if type(each) is code
        for word in words.split("|")
    }


def _first_labels(labels: Mapping[str, StrEnum]) -> tuple[str, ...]:
    first: dict[StrEnum, str] = {}
    for label, code in labels.items():
        first.setdefault(code, label)
    return tuple(first.values())


def _day(text: str) -> date:
    if _SERIAL.fullmatch(text):
        raise CellError(SERIAL, value=text)
    found = read_coarse(text)
    if found is None:
        raise CellError(NO_DAY, value=text)
    try:
        return date.fromisoformat(found)
    except ValueError as fault:
        raise CellError(ONLY_A_TIME, value=text) from fault


def _time(text: str) -> str:
    if _SERIAL.fullmatch(text):
        raise CellError(SERIAL, value=text)
    if name_key(text) in _NO_END:
        return RECURRING
    found = read_coarse(text)
    if found is None:
        raise CellError(NO_TIME, value=text)
    return found


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text):
        raise CellError(NO_YEAR, value=text)
    return int(text)


def _text(field: Field, text: str) -> str | None:
    made = clean(text) if field in PROSE else clean_line(text)
    if field is Field.PARAGRAPH:
        made = _PARAGRAPH.sub("", made)
    most = MAX_LENGTH if field in PROSE else MOST_OF_LINE
    if len(made) > most:
        raise CellError(TOO_LONG, length=len(made), most=most)
    return made or None

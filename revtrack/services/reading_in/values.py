"""What a line of a paper proposes, as it is typed in a field and kept in a draft, and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from revtrack.domain.codes import Grade, Position, Progress, ResponseKind, VerdictStep
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.names.recipients import parse_recipients
from revtrack.domain.records import Committee
from revtrack.services.reading_in.lines import Form, Value

CODES: Mapping[Form, type[Grade | Position | Progress | ResponseKind | VerdictStep]] = {
    Form.GRADE: Grade,
    Form.POSITION: Position,
    Form.PROGRESS: Progress,
    Form.REPLY_KIND: ResponseKind,
    Form.VERDICT: VerdictStep,
}
"""The codes that are chosen from, by how a value is written."""
NO_YEAR = N_("{text} is not a year. Write it as 2023.")
NO_CODE = N_("Choose one.")
NOTHING = N_("Write something, or leave the line.")
_YEARS = range(1900, 2101)


def written(value: Value) -> str:
    """Return a value as it is typed: a code as such, a day as 2023-03-20, names with commas."""
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def value_of(form: Form, text: str, committees: Sequence[Committee] = ()) -> Value:
    """Return what is typed, as a line of this form holds it; a day is typed as 2023-03-20.

    Raises RevTrackError for what cannot be one, ValueError for no day.
    """
    typed = text.strip()
    if form in CODES:
        if not typed:
            raise RevTrackError(NO_CODE)
        return CODES[form](typed)
    if not typed:
        raise RevTrackError(NOTHING)
    if form is Form.YEAR:
        return _year(typed)
    if form is Form.DAY:
        return date.fromisoformat(typed)
    if form is Form.COMMITTEES:
        found = parse_recipients(typed, committees)
        return tuple(each if isinstance(each, str) else each.name for each in found)
    return typed


def _year(typed: str) -> int:
    if not typed.isdecimal() or int(typed[:9]) not in _YEARS:
        raise RevTrackError(NO_YEAR, text=typed)
    return int(typed)

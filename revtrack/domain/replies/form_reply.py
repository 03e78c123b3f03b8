"""What a form that came back says: told to belong here, and read row by row.

A form that is foreign, old, damaged or empty is refused as a whole; a row that cannot be read is
left out with its reason, and the others stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NoReturn

from revtrack.domain.codes import Position, Progress
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.records import Record
from revtrack.domain.replies.answer_form import AskedForm, AskedRow
from revtrack.domain.replies.form_fields import FormField
from revtrack.domain.replies.form_key import VERSION, FormKey

DAMAGED_FORM = N_(
    "The form is damaged: an id in it was changed or is missing, so that its answers may stand on "
    "the wrong recommendation. Ask for the file as it was sent, or make a new form."
)


class FoundField(Record):
    """A field of a form with the text that stands in it."""

    uid: str
    """Of the addressee, or of the form where it belongs to the decision."""
    field: str
    text: str
    unread_cell: str | None = None
    """The cell of a workbook (E19) whose formula gives nothing, so that no text is known."""


class FoundStray(Record):
    """A row of a workbook that is filled in and whose number is none of the form's."""

    row: int
    text: str
    """What stands where the number should be; empty where nothing does."""


class FoundForm(Record):
    """What a reader found in a form, before anything is judged."""

    keys: tuple[str, ...]
    fields: tuple[FoundField, ...]
    odd: tuple[str, ...] = ()
    """Names that begin as a field's and are none."""
    strays: tuple[FoundStray, ...] = ()


@dataclass(frozen=True)
class Remark:
    """Something to tell of a form: an English sentence of the catalogue and what stands in it."""

    message: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FormWords:
    """The words of a form in the language it is written in."""

    positions: Mapping[str, Position]
    progress: Mapping[str, Progress]
    labels: Mapping[FormField, str]


class RowState(Enum):
    """How far a recommendation is answered in a form."""

    WHOLE = "whole"
    WITHOUT_POSITION = "without_position"
    """Something is written, but no position is chosen."""
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    """What stands as a position is none, a cell cannot be read, or another row's text is there."""
    MISSING = "missing"
    """The form no longer holds the recommendation."""


@dataclass(frozen=True)
class SaidAction:
    """An action that a form tells of."""

    text: str
    responsible: str | None = None
    due: str | None = None


@dataclass(frozen=True, kw_only=True)
class RowReading:
    """What a form says on one recommendation."""

    asked: AskedRow
    state: RowState
    position: Position | None = None
    progress: Progress | None = None
    quote: str | None = None
    """The committee's own words: the position as it was chosen, and the comment."""
    actions: tuple[SaidAction, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_filed(self) -> bool:
        """Whether it holds anything to put into the register."""
        return self.state in {RowState.WHOLE, RowState.WITHOUT_POSITION}


@dataclass(frozen=True, kw_only=True)
class DecisionReading:
    """What a form says of the decision."""

    decided_on: date | None = None
    paragraph: str | None = None
    diary_number: str | None = None
    decided_by: str | None = None
    text: str | None = None
    """What it says besides the recommendations."""


@dataclass(frozen=True)
class FormReading:
    """A form that belongs here, as it was read."""

    asked: AskedForm
    decision: DecisionReading
    rows: tuple[RowReading, ...]
    remarks: tuple[Remark, ...]
    has_strays: bool = False
    """Whether something is written in rows that belong to no recommendation."""

    @property
    def is_whole(self) -> bool:
        """Whether every recommendation has a position that can be filed."""
        return all(row.state is RowState.WHOLE for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is filled in."""
        if self.has_strays:
            return False
        unread = {RowState.EMPTY, RowState.MISSING}
        return self.decision == DecisionReading() and all(row.state in unread for row in self.rows)


def key_of(found: FoundForm) -> FormKey:
    """Return the ids that a form carries.

    Raises RevTrackError where it is no form, is of a later kind, or its ids have been changed.
    """
    keys = list(filter(None, map(FormKey.read, found.keys)))
    if not keys:
        if found.fields or found.odd:
            raise RevTrackError(DAMAGED_FORM)
        raise RevTrackError(
            "The file is no answer form that RevTrack has made. "
            "A reply of another kind is registered with: revtrack respond"
        )
    key = keys[0]
    if key.version != VERSION:
        raise RevTrackError(
            "The form is of a later kind than this version of RevTrack knows. "
            "Upgrade RevTrack and read it again."
        )
    if len(set(keys)) > 1 or found.odd or not key.is_whole:
        raise RevTrackError(DAMAGED_FORM)
    return key


def refuse_foreign(found: FoundForm, key: FormKey) -> NoReturn:
    """Refuse a form whose audit or reply case is not in this register."""
    if not key.covers(_row_uids(found, key)):
        raise RevTrackError(DAMAGED_FORM)
    raise RevTrackError(
        "The form belongs to an audit that is not in this register. "
        "Read it where it was made, or import that audit first."
    )


def refuse_unlike(found: FoundForm, key: FormKey, asked: AskedForm) -> None:
    """Refuse a form that was made from another letter, or whose ids are not those that were asked.

    A recommendation that somebody has taken out of the form damages no other.
    """
    uids = _row_uids(found, key)
    if key.stamp != asked.key.stamp:
        if not key.covers(uids):
            raise RevTrackError(DAMAGED_FORM)
        raise RevTrackError(
            "The form is old: the letter of {reference} has been changed since, and asks something "
            "else of {committee} now. Make a new form with: revtrack form make",
            reference=asked.case.audit.reference,
            committee=asked.committee.name,
        )
    if key != asked.key or not set(uids) <= {row.uid for row in asked.rows}:
        raise RevTrackError(DAMAGED_FORM)


def _row_uids(found: FoundForm, key: FormKey) -> list[str]:
    return [uid for uid in dict.fromkeys(each.uid for each in found.fields) if uid != key.form_uid]

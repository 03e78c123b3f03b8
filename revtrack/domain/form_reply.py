"""What a form that came back says: told to belong here, and read row by row.

A form that is foreign, old, damaged or empty is refused as a whole; a row that cannot be read is
left out with its reason, and the others stand.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from rapidfuzz.distance import Levenshtein

from revtrack.domain.answer_form import (
    OF_ACTION,
    VERSION,
    AskedForm,
    AskedRow,
    FormField,
    FormKey,
)
from revtrack.domain.codes import Position, Progress
from revtrack.domain.dates import Towards, parse_day
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.prose import clean, clean_line, name_key
from revtrack.domain.records import Record
from revtrack.domain.typed_days import read_coarse

MAX_LINE, MAX_PROSE = 1000, 20_000
"""Longer texts are no answer in a form's field."""
SLIPS = 2
"""So many letters may differ where a word of the list was typed by hand."""
LONG_WORD = 6
"""In shorter words a slip may make another word."""

DAMAGED_FORM = N_(
    "The form is damaged: an id in it was changed or is missing, so that its answers may stand on "
    "the wrong recommendation. Ask for the file as it was sent, or make a new form."
)

T = TypeVar("T")


class FoundField(Record):
    """A field of a form with the text that stands in it."""

    uid: str
    """Of the addressee, or of the form where it belongs to the decision."""
    field: str
    text: str


class FoundForm(Record):
    """What a reader found in a form, before anything is judged."""

    keys: tuple[str, ...]
    fields: tuple[FoundField, ...]
    odd: tuple[str, ...] = ()
    """Names that begin as a field's and are none."""


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
    """What stands as a position is none."""
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

    @property
    def is_whole(self) -> bool:
        """Whether every recommendation has a position."""
        return all(row.state is RowState.WHOLE for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is filled in."""
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


def refuse_foreign(found: FoundForm, key: FormKey) -> None:
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


def read_reply(found: FoundForm, asked: AskedForm, words: FormWords, today: date) -> FormReading:
    """Return what a form says, row by row in the order of the letter's numbers."""
    texts: dict[str, dict[str, str]] = {}
    for each in found.fields:
        texts.setdefault(each.uid, {})[each.field] = each.text
    own = texts.get(asked.key.form_uid, {})
    decision = _Decision(own, today)
    reading = decision.read()
    remarks = (*decision.remarks, *_unlike_register(reading, asked))
    rows = tuple(_Row(row, texts.get(row.uid), words).read() for row in asked.rows)
    return FormReading(asked, reading, rows, remarks)


_NO_DAY = N_("“{text}” is no meeting day; it was left out.")
_TOO_LONG = N_("A text of more than {count} characters was left out: {text}…")


@dataclass
class _Decision:
    """Reads what a form says of the decision."""

    texts: Mapping[str, str]
    today: date
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> DecisionReading:
        """Return it; what cannot be read is among the remarks."""
        paragraph = self._line(FormField.PARAGRAPH) or ""
        text = clean(self.texts.get(FormField.TEXT, ""))
        return DecisionReading(
            decided_on=self._day(),
            paragraph=paragraph.removeprefix("§").strip() or None,
            diary_number=self._line(FormField.DIARY_NUMBER),
            decided_by=self._line(FormField.DECIDED_BY),
            text=_fitting(text, MAX_PROSE, self.remarks),
        )

    def _line(self, name: FormField) -> str | None:
        return _fitting(clean_line(self.texts.get(name, "")), MAX_LINE, self.remarks)

    def _day(self) -> date | None:
        stated = self._line(FormField.DECIDED_ON)
        if stated is None:
            return None
        try:
            return parse_day(stated, self.today, Towards.PAST)
        except (ValueError, OverflowError):
            self.remarks.append(Remark(_NO_DAY, {"text": stated}))
            return None


def _fitting(text: str, most: int, remarks: list[Remark]) -> str | None:
    """Return a text that fits, None where there is none or it is too long; that is told."""
    if len(text) > most:
        remarks.append(Remark(_TOO_LONG, {"count": most, "text": text[:40]}))
        return None
    return text or None


def _unlike_register(reading: DecisionReading, asked: AskedForm) -> list[Remark]:
    known = asked.reply_case.diary_number
    if known and reading.diary_number and name_key(known) != name_key(reading.diary_number):
        said = N_("The form gives the diary number {said}, the register has {known}.")
        return [Remark(said, {"said": reading.diary_number, "known": known})]
    return []


@dataclass
class _Row:
    """Reads what a form says on one recommendation."""

    asked: AskedRow
    texts: Mapping[str, str] | None
    """None: the form has no such recommendation."""
    words: FormWords
    remarks: list[Remark] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The committee's words, gathered for the quote."""

    def read(self) -> RowReading:
        """Return it; what cannot be read is among its remarks."""
        if self.texts is None or FormField.POSITION not in self.texts:
            self._remark(N_("{number} is not in the form any more."))
            return RowReading(asked=self.asked, state=RowState.MISSING, remarks=tuple(self.remarks))
        stated = clean_line(self.texts[FormField.POSITION])
        position = self._position(stated)
        self._compare_wording()
        progress = self._progress()
        if comment := self._prose(FormField.COMMENT):
            self.said.append(comment)
        actions = tuple(filter(None, map(self._action, self._action_numbers())))
        state = self._state(stated, position, is_written=bool(self.said or actions or progress))
        return RowReading(
            asked=self.asked,
            state=state,
            position=position,
            progress=progress,
            quote="\n".join(self.said) or None,
            actions=actions,
            remarks=tuple(self.remarks),
        )

    def _remark(self, message: str, **values: object) -> None:
        self.remarks.append(Remark(message, {"number": self.asked.number, **values}))

    def _text(self, name: str) -> str:
        return (self.texts or {}).get(name, "")

    def _prose(self, name: str) -> str | None:
        return _fitting(clean(self._text(name)), MAX_PROSE, self.remarks)

    def _position(self, stated: str) -> Position | None:
        position = read_choice(stated, self.words.positions)
        if position is not None:
            self.said.append(f"{stated.rstrip('.')}.")
        return position

    def _state(self, stated: str, position: Position | None, *, is_written: bool) -> RowState:
        if position is not None:
            return RowState.WHOLE
        if stated:
            self._remark(
                N_("{number}: “{text}” is none of the positions that the form offers."),
                text=stated[:100],
            )
            return RowState.UNREADABLE
        if is_written:
            self._remark(N_("{number} has no position; what is written stays unread."))
            return RowState.WITHOUT_POSITION
        self._remark(N_("{number} is not filled in."))
        return RowState.EMPTY

    def _compare_wording(self) -> None:
        """Tell of a locked text that was typed over."""
        if name_key(self.asked.text) not in name_key(self._text(FormField.WORDING)):
            self._remark(
                N_("{number}: the recommendation reads otherwise in the form than in the letter.")
            )

    def _progress(self) -> Progress | None:
        stated = _fitting(clean_line(self._text(FormField.PROGRESS)), MAX_LINE, self.remarks)
        if stated is None:
            return None
        progress = read_choice(stated, self.words.progress)
        if progress is None:
            self._keep(FormField.PROGRESS, stated)
        return progress

    def _keep(self, name: FormField, text: str) -> None:
        """Keep among the committee's words what fits nowhere else, and tell of it."""
        self.said.append(f"{self.words.labels[name]}: {text}")
        self._remark(
            N_(
                "{number}: “{text}” cannot be read and is kept among the committee's words."
            ),
            text=text[:100],
        )

    def _action_numbers(self) -> Sequence[str]:
        codes = {name[1:] for name in self.texts or {} if name[:1] in OF_ACTION}
        return sorted(code for code in codes if code.isdecimal())

    def _action(self, number: str) -> SaidAction | None:
        text = self._prose(f"{FormField.ACTION}{number}")
        responsible, stated = (
            _fitting(clean_line(self._text(f"{each}{number}")), MAX_LINE, self.remarks)
            for each in (FormField.RESPONSIBLE, FormField.DUE)
        )
        due = read_coarse(stated) if stated else None
        if stated and (due is None or text is None):
            self._keep(FormField.DUE, stated)
        if text is None:
            if responsible:
                self._keep(FormField.RESPONSIBLE, responsible)
            return None
        return SaidAction(text, responsible, due)


def read_choice(text: str, choices: Mapping[str, T]) -> T | None:
    """Return what a text stands for among the words of a list; None where it is none of them.

    A slip of a letter or two is overlooked, a word more or less is not: "inte" turns a meaning.
    """
    said = _bare(text)
    known = {_bare(label): code for label, code in choices.items()}
    if said in known or not said:
        return known.get(said)
    near = [
        (distance, label)
        for label in known
        if len(label) > LONG_WORD and len(label.split()) == len(said.split())
        if (distance := Levenshtein.distance(said, label, score_cutoff=SLIPS)) <= SLIPS
    ]
    best = sorted(near)
    is_unclear = len(best) > 1 and best[0][0] == best[1][0]
    return known[best[0][1]] if best and not is_unclear else None


_WHO = re.compile(r"^(?:vi|\w*nämnden|\w*styrelsen|bolaget|förbundet) ")


def _bare(text: str) -> str:
    return _WHO.sub("", name_key(text).strip(" .,;:!\"”'"))

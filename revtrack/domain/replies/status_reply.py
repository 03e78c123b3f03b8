"""What a status form that came back says: told to belong here, and read row by row.

A form that is foreign, old, damaged or empty is refused as a whole; a row that cannot be read is
left out with its reason, and the others stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Progress
from revtrack.domain.days.dates import Towards, parse_day
from revtrack.domain.days.typed_days import read_coarse
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Committee
from revtrack.domain.replies.form_fields import OF_ROW, StatusField
from revtrack.domain.replies.form_key import VERSION, StatusKey
from revtrack.domain.replies.form_reply import DAMAGED_FORM, FoundForm, Remark, RowState
from revtrack.domain.replies.status_form import StatusForm, StatusRow, status_form
from revtrack.domain.texts.prose import clean, clean_line, name_key
from revtrack.domain.texts.typed_choices import read_choice

MAX_PROSE = 20_000
"""A longer text is no answer in a form's field."""


@dataclass(frozen=True)
class StatusWords:
    """The words of a status form in the language it is written in."""

    progress: Mapping[str, Progress]
    remains: str
    """What stands before what remains to be done."""
    done_on: str
    due_by: str
    """What stands before the day on which it was done, and before that by which it is to be."""


@dataclass(frozen=True, kw_only=True)
class StatusRowReading:
    """What a form says on one recommendation."""

    asked: StatusRow
    state: RowState
    progress: Progress | None = None
    text: str | None = None
    """The committee's own words, with what stands in the other fields."""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_filed(self) -> bool:
        """Whether it says how things stand, which is what a progress report tells."""
        return self.state is RowState.WHOLE


@dataclass(frozen=True)
class StatusReading:
    """A status form that belongs here, as it was read."""

    asked: StatusForm
    reported_on: date | None
    """The day that it is true of; None: not stated."""
    rows: tuple[StatusRowReading, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the form says of every recommendation how things stand."""
        return all(row.is_filed for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is filled in."""
        return all(row.state in {RowState.EMPTY, RowState.MISSING} for row in self.rows)


def status_key_of(found: FoundForm) -> StatusKey | None:
    """Return the ids that a status form carries; None where it is no status form.

    Raises RevTrackError where it is of a later kind, or its ids have been changed.
    """
    keys = list(filter(None, map(StatusKey.read, found.keys)))
    if not keys:
        return None
    if keys[0].version != VERSION:
        raise RevTrackError(
            "The form is of a later kind than this version of RevTrack knows. "
            "Upgrade RevTrack and read it again."
        )
    if len(set(keys)) > 1 or found.odd or not keys[0].is_whole:
        raise RevTrackError(DAMAGED_FORM)
    return keys[0]


def uids_in(found: FoundForm, key: StatusKey) -> list[str]:
    """Return the ids of the recommendations that stand in a form, in its order."""
    return [uid for uid in dict.fromkeys(each.uid for each in found.fields) if uid != key.form_uid]


def returned_form(
    found: FoundForm,
    key: StatusKey,
    follow_up: AuditCase,
    committee: Committee,
    choices: tuple[Sequence[Covered], Sequence[Covered]],
) -> StatusForm:
    """Return what a form asks that came back, as it was made.

    ``choices`` are all that the follow-up covers, and what it would ask the committee today. Raises
    RevTrackError where an id was changed, or where what the form asks has been changed since.
    """
    all_covered, asked_today = choices
    uids = uids_in(found, key)
    if not key.covers(sorted(uids)):
        return _with_rows_missing(uids, key, status_form(follow_up, committee, asked_today))
    by_uid = {each.line.addressee.uid: each for each in all_covered}
    form = status_form(follow_up, committee, [by_uid[uid] for uid in uids if uid in by_uid])
    if form.key != key:
        raise RevTrackError(
            "The form is old: what {reference} asks {committee} has been changed since. Make a new "
            "form with: revtrack follow-up pack",
            reference=follow_up.audit.reference,
            committee=committee.name,
        )
    return form


def _with_rows_missing(uids: Sequence[str], key: StatusKey, today: StatusForm) -> StatusForm:
    """Return the form as it would be made today, where rows were taken out of that very one."""
    if key != today.key or not set(uids) <= {row.uid for row in today.rows}:
        raise RevTrackError(DAMAGED_FORM)
    return today


def read_status(
    found: FoundForm, asked: StatusForm, words: StatusWords, today: date
) -> StatusReading:
    """Return what a form says, row by row in the order of the form."""
    texts: dict[str, dict[str, str]] = {}
    for each in found.fields:
        texts.setdefault(each.uid, {})[each.field] = each.text
    own = texts.get(asked.key.form_uid, {})
    day, remarks = _reported_on(own.get(StatusField.REPORTED_ON, ""), today)
    rows = tuple(_Row(row, texts.get(row.uid), words).read() for row in asked.rows)
    return StatusReading(asked, day, rows, remarks)


_NO_DAY = N_("“{text}” is no day that the answers can be true of; it was left out.")


def _reported_on(text: str, today: date) -> tuple[date | None, tuple[Remark, ...]]:
    stated = clean_line(text)
    if not stated:
        return None, ()
    try:
        day = parse_day(stated, today, Towards.PAST)
    except (ValueError, OverflowError):
        day = None
    if day is None or day > today:
        return None, (Remark(_NO_DAY, {"text": stated[:100]}),)
    return day, ()


@dataclass
class _Row:
    """Reads what a form says on one recommendation."""

    asked: StatusRow
    texts: Mapping[str, str] | None
    """None: the form has no such recommendation."""
    words: StatusWords
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> StatusRowReading:
        """Return it; what cannot be read is among its remarks."""
        if self.texts is None or StatusField.PROGRESS not in self.texts:
            self._remark(N_("{number} is not in the form any more."))
            return self._told(RowState.MISSING)
        if name_key(self.asked.text) not in name_key(self._text(StatusField.WORDING)):
            self._remark(
                N_("{number}: the recommendation reads otherwise in the form than in the letter.")
            )
        stated = self._text(StatusField.PROGRESS)
        progress = read_choice(clean_line(stated), self.words.progress)
        if progress is not None:
            return self._told(RowState.WHOLE, progress, self._words(progress))
        return self._unfiled(stated)

    def _unfiled(self, stated: str) -> StatusRowReading:
        if stated:
            self._remark(
                N_("{number}: “{text}” is no status that the form offers; the row is not filed."),
                text=stated[:100],
            )
            return self._told(RowState.UNREADABLE)
        if any(map(self._text, OF_ROW)):
            self._remark(N_("{number} has no status; what is written there is not filed."))
            return self._told(RowState.WITHOUT_POSITION)
        self._remark(N_("{number} is not filled in."))
        return self._told(RowState.EMPTY)

    def _told(
        self, state: RowState, progress: Progress | None = None, text: str | None = None
    ) -> StatusRowReading:
        return StatusRowReading(
            asked=self.asked,
            state=state,
            progress=progress,
            text=text,
            remarks=tuple(self.remarks),
        )

    def _remark(self, message: str, **values: object) -> None:
        self.remarks.append(Remark(message, {"number": self.asked.name, **values}))

    def _text(self, name: StatusField) -> str:
        return clean((self.texts or {}).get(name, ""))

    def _words(self, progress: Progress) -> str | None:
        """Return what is written, each field on a line, its label before all but the first."""
        said = [
            self._text(StatusField.DONE),
            self._due(progress),
            self._remains(),
            self._text(StatusField.COMMENT),
        ]
        text = "\n".join(filter(None, said))
        if len(text) > MAX_PROSE:
            self._remark(
                N_("A text of more than {count} characters was left out: {text}…"),
                count=MAX_PROSE,
                text=text[:40],
            )
            return None
        return text or None

    def _remains(self) -> str:
        text = self._text(StatusField.REMAINS)
        return f"{self.words.remains}: {text}" if text else ""

    def _due(self, progress: Progress) -> str:
        stated = clean_line(self._text(StatusField.DUE))
        day = read_coarse(stated) if stated else None
        if stated and day is None:
            self._remark(
                N_("{number}: “{text}” cannot be read and is kept among the committee's words."),
                text=stated[:100],
            )
        if not stated:
            return ""
        before = self.words.done_on if progress is Progress.DONE else self.words.due_by
        return f"{before}: {day or stated}"

"""Reads what stands in a form's fields, row by row; what cannot be read is told and left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.domain.codes import Position, Progress
from revtrack.domain.days.dates import Towards, parse_day
from revtrack.domain.days.typed_days import read_coarse
from revtrack.domain.errors import N_
from revtrack.domain.replies.answer_form import OF_ACTION, AskedForm, AskedRow, FormField
from revtrack.domain.replies.form_reply import (
    DecisionReading,
    FormReading,
    FormWords,
    FoundForm,
    Remark,
    RowReading,
    RowState,
    SaidAction,
)
from revtrack.domain.texts.prose import clean, clean_line, name_key
from revtrack.domain.texts.typed_choices import read_choice

MAX_LINE, MAX_PROSE = 1000, 20_000
"""Longer texts are no answer in a form's field."""


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
                N_("{number}: “{text}” is no position that the form offers; the row is not filed."),
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
            N_("{number}: “{text}” cannot be read and is kept among the committee's words."),
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

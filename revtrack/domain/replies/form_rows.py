"""Reads what stands in a form's fields, row by row; what cannot be read is told and left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from revtrack.domain.codes import Position, Progress
from revtrack.domain.days.dates import Towards, parse_day
from revtrack.domain.days.typed_days import read_coarse
from revtrack.domain.errors import N_
from revtrack.domain.replies.answer_form import AskedForm, AskedRow
from revtrack.domain.replies.form_fields import OF_ACTION, FormField
from revtrack.domain.replies.form_reply import (
    DecisionReading,
    FormReading,
    FormWords,
    FoundField,
    FoundForm,
    FoundStray,
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
    unread: dict[str, list[FoundField]] = {}
    for each in found.fields:
        texts.setdefault(each.uid, {})[each.field] = each.text
        if each.unread_cell is not None:
            unread.setdefault(each.uid, []).append(each)
    form_uid = asked.key.form_uid
    decision = _Decision(texts.get(form_uid, {}), today)
    reading = decision.read()
    remarks = (
        *decision.remarks,
        *(_unread(_NO_VALUE, each, words) for each in unread.get(form_uid, ())),
        *_unlike_register(reading, asked),
        *map(_stray, found.strays),
    )
    rows = tuple(
        _Row(row, texts.get(row.uid), words, asked.rows, unread.get(row.uid, ())).read()
        for row in asked.rows
    )
    return FormReading(asked, reading, rows, remarks, has_strays=bool(found.strays))


_NO_VALUE = N_(
    "Cell {cell} ({label}) holds a formula that gives nothing; it was left out. Write the text "
    "itself in the cell, save, and read the form again."
)
_NO_VALUE_IN_ROW = N_(
    "{number}: cell {cell} ({label}) holds a formula that gives nothing, so the row is not filed. "
    "Write the text itself in the cell, save, and read the form again."
)


def _unread(message: str, found: FoundField, words: FormWords, **values: object) -> Remark:
    """Return what is told of a cell whose formula gives nothing."""
    code = found.field.rstrip("0123456789")
    label = words.labels[FormField(code)]
    return Remark(message, {"cell": found.unread_cell, "label": label, **values})


def _stray(found: FoundStray) -> Remark:
    if not found.text:
        said = N_(
            "Row {row} of the sheet has no number, so what is written in it was not read. Move it "
            "to a row of its recommendation, save, and read the form again."
        )
        return Remark(said, {"row": found.row})
    said = N_(
        "Row {row} of the sheet begins with “{text}”, which is no number of the form, so what is "
        "written in it was not read. Correct the number, save, and read the form again."
    )
    return Remark(said, {"row": found.row, "text": found.text[:100]})


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
    all_asked: Sequence[AskedRow]
    """All that the form asks, this row among them."""
    unread: Sequence[FoundField] = ()
    """What stands in cells whose formulas give nothing."""
    remarks: list[Remark] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The committee's words, gathered for the quote."""

    def read(self) -> RowReading:
        """Return it; what cannot be read is among its remarks."""
        if self.texts is None or FormField.POSITION not in self.texts:
            self._remark(N_("{number} is not in the form any more."))
            return self._without_answer(RowState.MISSING)
        if self._is_misplaced() or self._has_unread():
            return self._without_answer(RowState.UNREADABLE)
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

    def _without_answer(self, state: RowState) -> RowReading:
        return RowReading(asked=self.asked, state=state, remarks=tuple(self.remarks))

    def _is_misplaced(self) -> bool:
        """Tell whether the row holds what another recommendation asks: whose answer is unknown."""
        own = name_key(f"{self.asked.recommendation.heading or ''} {self.asked.text}")
        there = name_key(self._text(FormField.WORDING))
        others = [
            each.number
            for each in self.all_asked
            if (other := name_key(each.text)) and other in there and other not in own
        ]
        if others:
            self._remark(
                N_(
                    "{number}: in the row stands the text of {others}, so nobody can tell which "
                    "one is answered; the row is not filed. Put the number back at its text, or "
                    "make a new form."
                ),
                others=others,
            )
        return bool(others)

    def _has_unread(self) -> bool:
        """Tell whether a cell's text is not known: half an answer is none."""
        for each in self.unread:
            remark = _unread(_NO_VALUE_IN_ROW, each, self.words, number=self.asked.number)
            self.remarks.append(remark)
        return bool(self.unread)

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

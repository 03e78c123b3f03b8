"""Ställningstaganden: one line per recommendation, one key per position."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from revtrack.domain.codes import Position, Progress
from revtrack.domain.entries import AnswerEntry
from revtrack.domain.follow_up import AddresseeLine
from revtrack.forms.drafted import answers_read, answers_written
from revtrack.tui import keys
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label, symbol


@dataclass(frozen=True)
class Answered:
    """What has been chosen for one recommendation so far."""

    line: AddresseeLine
    position: Position | None = None
    progress: Progress | None = None
    quote: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been chosen."""
        return not (self.position or self.progress or self.quote)


class PositionLines(Lines):
    """The recommendations that a committee was asked about, and what it answers."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.POSITIONS]
    DEFAULT_CSS = """
    PositionLines { height: auto; max-height: 12; margin-top: 1; }
    """

    @dataclass
    class QuoteWanted(Message):
        """Somebody wants to type the words of the reply for this recommendation."""

        answered: Answered

    def __init__(self, lines: Sequence[AddresseeLine]) -> None:
        """Make a line for each recommendation, with what is known of its answer."""
        super().__init__()
        self._answers = {line.addressee.id: _known(line) for line in lines}
        self._known = dict(self._answers)
        self._just_answered: int | None = None

    def on_mount(self) -> None:
        """Show the lines."""
        self._refill()

    def answers(self, *, only_new: bool = False) -> tuple[AnswerEntry, ...]:
        """Return what has been chosen; nothing for the recommendations not gone through.

        ``only_new`` leaves out what was known before.
        """
        return tuple(
            _entry(addressee_id, each)
            for addressee_id, each in self._answers.items()
            if not each.is_empty and not (only_new and each == self._known[addressee_id])
        )

    def drafted(self) -> str:
        """Return what has been chosen, as a draft keeps it."""
        return answers_written(
            _entry(addressee_id, each)
            for addressee_id, each in self._answers.items()
            if each != self._known[addressee_id]
        )

    def put_draft(self, text: str) -> None:
        """Choose what a draft says; recommendations that are not asked about are left out."""
        for addressee_id, said in answers_read(text).items():
            if addressee_id in self._answers:
                self._answers[addressee_id] = replace(
                    self._answers[addressee_id],
                    position=said.position,
                    progress=said.progress,
                    quote=said.quote,
                )
        self._refill()

    def _refill(self) -> None:
        columns = (
            Column(_("No.")),
            Column(_("Recommendation"), grows=True, is_cut=True),
            Column(_("Position"), most=24),
            Column(_("The committee says"), most=20),
        )
        rows = tuple(_row(each) for each in self._answers.values())
        self.show_sections([Section(columns=columns, rows=rows)])
        self.refresh(layout=True)

    def _change(self, **fields: object) -> None:
        if isinstance(self.key, int):
            self._answers[self.key] = replace(self._answers[self.key], **fields)  # type: ignore[arg-type]
            self._refill()

    def action_position(self, code: str) -> None:
        """Choose a position and go to the next recommendation."""
        answered = self.key
        self._change(position=Position(code))
        super().action_down()
        self._just_answered = answered if isinstance(answered, int) else None

    def action_progress(self, code: str) -> None:
        """Choose what the committee says it has done, on the line whose position was just typed.

        So "i3" agrees and is under way, though the cursor has gone on after the "i".
        """
        if self._just_answered is not None:
            self.move_to(self._just_answered)
        self._change(progress=Progress(code))
        if self._just_answered is not None:
            self._just_answered = None
            super().action_down()

    def action_down(self) -> None:
        """Move to the row below; from the last one, to what stands below."""
        self._just_answered = None
        if self.key == next(reversed(self._answers), None):
            self.screen.focus_next()
        else:
            super().action_down()

    def action_clear(self) -> None:
        """Choose nothing for this recommendation."""
        self._change(position=None, progress=None, quote=None)

    def action_same_for_all(self) -> None:
        """Give every recommendation the position chosen last, here or on the line above."""
        source = self._nearest_answer()
        if source is None:
            return
        for addressee_id, each in self._answers.items():
            self._answers[addressee_id] = replace(
                each, position=source.position, progress=each.progress or source.progress
            )
        self._refill()

    def _nearest_answer(self) -> Answered | None:
        ids = list(self._answers)
        here = ids.index(self.key) if isinstance(self.key, int) else 0
        nearest = [*reversed(ids[: here + 1]), *ids[here + 1 :]]
        return next((self._answers[each] for each in nearest if self._answers[each].position), None)

    def action_quote(self) -> None:
        """Ask for the words of the reply."""
        if isinstance(self.key, int):
            self.post_message(self.QuoteWanted(self._answers[self.key]))

    def put_quote(self, addressee_id: int, quote: str | None) -> None:
        """Keep the words of the reply for a recommendation."""
        self._answers[addressee_id] = replace(self._answers[addressee_id], quote=quote)
        self._refill()

    def action_up(self) -> None:
        """Move to the row above; from the first one, to the field above."""
        self._just_answered = None
        if self.key == next(iter(self._answers), None):
            self.screen.focus_previous()
        else:
            super().action_up()


def _entry(addressee_id: int, answered: Answered) -> AnswerEntry:
    return AnswerEntry(
        addressee_id=addressee_id,
        position=answered.position,
        progress=answered.progress,
        quote=answered.quote,
    )


def _known(line: AddresseeLine) -> Answered:
    answer = line.answer
    if answer is None:
        return Answered(line)
    return Answered(line, answer.position, answer.progress, answer.quote)


def _row(answered: Answered) -> Row:
    recommendation = answered.line.recommendation
    text = recommendation.heading or recommendation.letter_text or recommendation.report_text
    mark = " ”" if answered.quote else ""
    position = answered.position
    return Row(
        (
            answered.line.number,
            text or "",
            f"{symbol(position)} {label(position)}{mark}"
            if position
            else f"· {absent_label('position')}{mark}",
            f"{symbol(answered.progress)} {label(answered.progress)}" if answered.progress else "",
        ),
        answered.line.addressee.id,
    )

"""What a committee answers to each recommendation, one at a time, where somebody has read it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from revtrack.domain.codes import Position, Progress
from revtrack.domain.entries import AnswerEntry
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import AddresseeLine
from revtrack.forms.drafted import answers_read, answers_written
from revtrack.forms.field import Typed
from revtrack.forms.response import ResponseWish
from revtrack.plain import sentences
from revtrack.plain.answers import EMPTY, obey, read_choice, read_line
from revtrack.plain.console import BackError, CancelError, Order, order_word
from revtrack.plain.menu import Dialogue
from revtrack.plain.turning import is_yes
from revtrack.wording import _
from revtrack.wording.labels import absent_label, label

Code = TypeVar("Code", bound=StrEnum)

_HELP = N_(
    "Write the number of what the committee answers, or its first letters. Enter takes what is "
    "proposed. {cancel} leaves the reply with nothing saved. {empty} empties a text."
)


class Positions:
    """The answers in a reply, asked once its fields are answered."""

    def __init__(self, talk: Dialogue, wish: ResponseWish) -> None:
        """Take the form of the reply."""
        self._talk = talk
        self._wish = wish
        self._asked = wish.asked()
        self._known = {
            line.addressee.id: known for line in self._asked if (known := _known(line)) is not None
        }
        self._drafted: dict[int, AnswerEntry] = {}

    def drafted(self) -> str:
        """Return what is answered otherwise than it is known, as a draft keeps it."""
        return answers_written(self._drafted.values())

    def put_draft(self, text: str) -> None:
        """Take what a draft says; recommendations that are not asked about are left out."""
        asked = {line.addressee.id for line in self._asked}
        found = answers_read(text)
        self._drafted = {key: answer for key, answer in found.items() if key in asked}

    def ask(self, typed: Typed) -> None:
        """Ask whether they are gone through, and go through them."""
        if not self._asked:
            said = _("No recommendation is registered yet; positions can be added later.")
            self._talk.say(said)
            return
        prompt = _("Positions on {n} recommendations: yes goes through them, Enter leaves them:")
        if is_yes(read_line(self._talk, prompt.format(n=len(self._asked)), _help())):
            self._go_through()
        only_new = self._wish.takes_only_new_answers(typed)
        found = self._drafted if only_new else {**self._known, **self._drafted}
        self._wish.answers = tuple(each for each in found.values() if not _is_empty(each))

    def _go_through(self) -> None:
        """Ask one recommendation after the other; going back leads to the one before."""
        answers: list[AnswerEntry] = []
        while len(answers) < len(self._asked):
            line = self._asked[len(answers)]
            self._talk.say(sentences.sentence(line.number, sentences.recommendation_text(line)))
            before = next((each for each in reversed(answers) if not _is_empty(each)), None)
            try:
                answer = self._answered(line, before)
            except CancelError:
                raise
            except BackError:
                if not answers:
                    raise
                answers.pop()
            else:
                answers.append(answer)
                self._take(line, answer)

    def _take(self, line: AddresseeLine, answer: AnswerEntry) -> None:
        key = line.addressee.id
        if answer == self._known.get(key, AnswerEntry(addressee_id=key)):
            self._drafted.pop(key, None)
        else:
            self._drafted[key] = answer

    def _answered(self, line: AddresseeLine, before: AnswerEntry | None) -> AnswerEntry:
        """Return what is answered to one; Enter takes what is known, else the answer before."""
        key = line.addressee.id
        known = self._drafted.get(key) or self._known.get(key)
        proposed = known.position if known else before.position if before else None
        positions = {each: label(each) for each in Position}
        progresses = {each: label(each) for each in Progress}
        return AnswerEntry(
            addressee_id=key,
            position=self._code(_("Position"), positions, absent_label("position"), proposed),
            progress=self._code(
                _("The committee says"),
                progresses,
                absent_label("progress"),
                known.progress if known else None,
            ),
            quote=self._quote(known.quote if known else None) or None,
        )

    def _code(
        self, title: str, codes: Mapping[Code, str], none: str, proposed: Code | None
    ) -> Code | None:
        """Return the code that is chosen; None for the first word."""
        choices: list[Code | None] = [None, *codes]
        words = [none, *codes.values()]
        place = read_choice(self._talk, title, words, choices.index(proposed), _help())
        return choices[place]

    def _quote(self, known: str | None) -> str | None:
        """Return the reply in its own words, of several lines."""
        prompt = _(
            "Reply in its own words – several lines, ended by a line with a full stop – "
            "Enter leaves it out:"
        )
        if known:
            prompt = _("Reply in its own words – Enter keeps “{text}”:").format(
                text=sentences.short_text(known)
            )
        while True:
            answer = self._talk.console.read_lines(prompt)
            if not obey(self._talk, answer, _help()):
                return known if not answer else None if answer == EMPTY else answer


def _help() -> str:
    return _(_HELP).format(cancel=order_word(Order.CANCEL), empty=EMPTY)


def _known(line: AddresseeLine) -> AnswerEntry | None:
    answer = line.answer
    if answer is None:
        return None
    return AnswerEntry(
        addressee_id=line.addressee.id,
        position=answer.position,
        progress=answer.progress,
        quote=answer.quote,
    )


def _is_empty(answer: AnswerEntry) -> bool:
    return not (answer.position or answer.progress or answer.quote)

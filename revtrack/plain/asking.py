"""Asks for one field of a form until what is answered can be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from revtrack.domain.errors import N_
from revtrack.domain.texts.completion import Offer
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.plain.answers import EMPTY, obey, read_choice
from revtrack.plain.console import Order, order_of, order_word
from revtrack.plain.menu import Dialogue
from revtrack.services.completing import offers_of
from revtrack.wording import _

Result = TypeVar("Result")

_KEYS = "; →"
"""What a hint says after this is about keys of the screen."""
MOST_KNOWN = 20
"""Names of the register that are read as help."""

_HELP = N_(
    "Write the answer and press Enter. Enter alone takes what stands there already, or leaves the "
    "answer out. {empty} empties it. {back} goes to the question before, {cancel} leaves the form "
    "with nothing saved."
)
_HELP_TEXT = N_("The answer may have several lines; it ends with a line with a single full stop.")
_EXAMPLES: Mapping[Kind, str] = {
    Kind.DAY: N_("for example 20/3, 20 mars or 2023-03-20"),
    Kind.COARSE: N_("for example juni 2023, 2023-Q2 or 2023"),
    Kind.PATH: N_("for example ~/Downloads/svar.docx"),
}
"""What is said of a field without an example of its own."""


@dataclass
class Asking(Generic[Result]):
    """The questions of one form, with what is answered so far."""

    talk: Dialogue
    wish: Wish[Result]
    fields: Sequence[FormField]
    typed: Typed

    def ask(self, asked: FormField) -> None:
        """Ask for one field until what is answered can be read; raise BackError for going back."""
        while True:
            answer = self._answered(asked)
            before = self.typed.text(asked.name)
            if answer is not None:
                self.typed.put(asked.name, answer)
            self.see_from()
            odd = self.typed.fault(asked.name) or self._doubt(asked)
            if not odd:
                return
            self.talk.say(odd)
            if asked.kind is not Kind.TEXT:
                self.typed.put(asked.name, before)  # what was refused is not proposed again

    def see_from(self) -> None:
        """Read days without a year as the answers so far have them seen."""
        for each in self.fields:
            self.typed.see_from(each.name, self.wish.seen_from(each.name, self.typed))

    def tell_reading(self, asked: FormField) -> None:
        """Say what a day was read as, and what is unwise about the answer."""
        text, today = self.typed.text(asked.name), self.talk.desk.today
        if told := asked.told_of(text, today, self.wish.seen_from(asked.name, self.typed)):
            self.talk.say(_("Read as {day}.").format(day=told))
        for sentence in self.wish.advice(self.typed).get(asked.name, ()):
            self.talk.say(_("To consider: {text}").format(text=sentence))

    def _doubt(self, asked: FormField) -> str:
        is_doubted = asked.name in self.wish.DOUBTED and self.typed.line(asked.name)
        return self.wish.doubt(asked.name, self.typed) if is_doubted else ""

    def _answered(self, asked: FormField) -> str | None:
        """Return what is answered; None where what stands there is taken."""
        if asked.kind is Kind.CHOICE:
            return self._chosen(asked)
        read = self.talk.console.read_lines if asked.kind is Kind.TEXT else self.talk.console.read
        help_text = help_told(is_text=asked.kind is Kind.TEXT)
        prompt = self._prompt(asked)
        while True:
            answer = read(prompt)
            if not obey(self.talk, answer, help_text):
                break
            if order_of(answer) is Order.HELP:
                self._tell_known(asked)
        if not answer:
            return None
        return "" if answer == EMPTY else answer

    def _chosen(self, asked: FormField) -> str:
        """Return the code that is chosen by number or first letters."""
        words = [text for _code, text in asked.choices]
        codes = [code for code, _text in asked.choices]
        stands = self.typed.text(asked.name)
        at = codes.index(stands) if stands in codes else 0
        return codes[read_choice(self.talk, asked.label, words, at, help_told())]

    def _prompt(self, asked: FormField) -> str:
        hint = asked.hint.partition(_KEYS)[0]
        example = _EXAMPLES.get(asked.kind, "")
        hint = hint or (_(example) if example else "")
        parts = [asked.label, f"({hint})" if hint else ""]
        if asked.kind is Kind.TEXT:
            parts.append(_("– several lines, ended by a line with a full stop"))
        stands = " ".join(self.typed.text(asked.name).split())
        if stands:
            parts.append(_("– Enter takes “{text}”").format(text=stands))
        elif not asked.is_required:
            parts.append(_("– Enter leaves it out"))
        return " ".join(filter(None, parts)) + ":"

    def _tell_known(self, asked: FormField) -> None:
        """Read the names that the register knows for a field."""
        store, town = self.talk.desk.store, self.typed.line("municipality")
        offers = offers_of(store, asked.names, town) if asked.names else asked.known
        names = [each if isinstance(each, str) else _offer_told(each) for each in offers]
        if names:
            told = ", ".join(names[:MOST_KNOWN])
            more = len(names) - MOST_KNOWN
            self.talk.say(_("Known: {names}.").format(names=told))
            if more > 0:
                self.talk.say(_("And {n} more.").format(n=more))


def help_told(*, is_text: bool = False) -> str:
    """Return how a question of a form is answered."""
    told = _(_HELP).format(
        back=order_word(Order.BACK), cancel=order_word(Order.CANCEL), empty=EMPTY
    )
    return "\n".join([told, _(_HELP_TEXT)]) if is_text else told


def _offer_told(offer: Offer) -> str:
    return f"{offer.text} {offer.told}".strip()

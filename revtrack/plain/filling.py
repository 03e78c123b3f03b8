"""Walks the fields of a wish question by question, and carries it out once it is to be saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.records import Stored
from revtrack.domain.texts.completion import Offer
from revtrack.domain.texts.prose import name_key
from revtrack.domain.undoing import Direction
from revtrack.forms.contested import Contested, Side, contested
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish, field_of
from revtrack.plain.answers import EMPTY, choose, none_of_them
from revtrack.plain.console import BackError, CancelError, Console, Order, order_of, order_word
from revtrack.plain.menu import Dialogue, leave
from revtrack.plain.turning import is_yes, turn
from revtrack.services.completing import offers_of
from revtrack.storage.rows import ConflictError
from revtrack.wording import _, complaints, word

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
_HELP_SAVE = N_(
    "yes saves, no leaves the form with nothing saved. The name or number of a question asks it "
    "again, also those under More."
)


@dataclass
class Filling(Generic[Result]):
    """One form as it is filled in by question and answer."""

    dialogue: Dialogue
    wish: Wish[Result]
    between: Callable[[Typed], None] | None = None
    """Asks what is asked besides the fields."""
    is_change: bool = False
    """Whether what stands there is read, and only what is to be changed is asked."""
    is_at_once: bool = False
    """Whether it is carried out without asking, since it stores nothing."""
    _proposed: dict[str, str] = field(default_factory=dict)
    _told: str = ""
    _has_told_more: bool = False

    def __post_init__(self) -> None:
        """Begin with the fields as they stand."""
        self._fields = list(self.wish.fields())
        self._typed = self.wish.typed_at_first()

    @property
    def _console(self) -> Console:
        return self.dialogue.console

    def run(self) -> Result:
        """Ask until it is saved, and return what was stored; raise BackError where it is left."""
        self._console.say("")
        self._console.say(f"{self.wish.title}.")
        if not self.wish.ASKS_REGISTER:
            self._tell(self._typed)
        if self.is_change:
            self._see_from()
            self._tell_answers()
        else:
            self._ask_in_order()
        if self.between:
            self.between(self._typed)
        while True:
            self._tell(self._typed)
            if not self.is_at_once and not self._is_to_be_saved():
                continue
            found = self._carry_out()
            if found is not None:
                return found[0]

    # ---- asking

    def _ask_in_order(self) -> None:
        asked = [each for each in self._fields if not each.is_folded]
        at = 0
        while at < len(asked):
            try:
                self._ask(asked[at])
            except CancelError:
                raise
            except BackError:
                if at == 0:
                    raise
                at -= 1
            else:
                at += 1

    def _ask(self, asked: FormField) -> None:
        """Ask for one field until what is answered can be read."""
        while True:
            answer = self._answered(asked)
            before = self._typed.text(asked.name)
            if answer is not None:
                self._typed.put(asked.name, answer)
            self._see_from()
            if fault := self._typed.fault(asked.name):
                self._console.say(fault)
                if asked.kind is Kind.CHOICE:
                    self._typed.put(asked.name, before)
                continue
            self._follow()
            if odd := self._doubt(asked):
                self._console.say(odd)
                continue
            self._tell_reading(asked)
            return

    def _doubt(self, asked: FormField) -> str:
        is_doubted = asked.name in self.wish.DOUBTED and self._typed.line(asked.name)
        return self.wish.doubt(asked.name, self._typed) if is_doubted else ""

    def _answered(self, asked: FormField) -> str | None:
        """Return what is answered; None where what stands there is taken."""
        if asked.kind is Kind.CHOICE:
            return self._chosen(asked)
        prompt = self._prompt(asked)
        while True:
            read = self._console.read_lines if asked.kind is Kind.TEXT else self._console.read
            answer = read(prompt)
            if not self._is_order(answer, asked):
                break
        if not answer:
            return None
        return "" if answer == EMPTY else answer

    def _is_order(self, answer: str, asked: FormField) -> bool:
        """Obey an order, and tell whether the answer was one; raise BackError for going back."""
        order = order_of(answer)
        if order is Order.HELP:
            self._console.say(
                _(_HELP).format(
                    back=order_word(Order.BACK), cancel=order_word(Order.CANCEL), empty=EMPTY
                )
            )
            if asked.kind is Kind.TEXT:
                self._console.say(_(_HELP_TEXT))
            self._tell_known(asked)
        elif order is not None:
            self._obey(order)
        return order is not None

    def _obey(self, order: Order) -> None:
        if order is Order.CANCEL:
            raise CancelError
        if order is Order.BACK:
            raise BackError
        if order is Order.QUIT:
            leave()
        if order in {Order.UNDO, Order.REDO}:
            direction = Direction.UNDO if order is Order.UNDO else Direction.REDO
            turn(self._console, self.dialogue.desk.store, direction)

    def _prompt(self, asked: FormField) -> str:
        hint = asked.hint.partition(_KEYS)[0] or _EXAMPLES.get(asked.kind, "")
        parts = [asked.label]
        if hint:
            parts.append(f"({_(hint) if not asked.hint else hint})")
        if asked.kind is Kind.TEXT:
            parts.append(_("– several lines, ended by a line with a full stop"))
        stands = " ".join(self._typed.text(asked.name).split())
        if stands:
            parts.append(_("– Enter takes “{text}”").format(text=stands))
        elif not asked.is_required:
            parts.append(_("– Enter leaves it out"))
        return " ".join(parts) + ":"

    def _chosen(self, asked: FormField) -> str | None:
        """Return the code that is chosen by number or first letters."""
        words = [text for _code, text in asked.choices]
        codes = [code for code, _text in asked.choices]
        stands = self._typed.text(asked.name)
        at = codes.index(stands) if stands in codes else 0
        listed = ", ".join(f"{number} {text}" for number, text in enumerate(words, start=1))
        prompt = _("{label}: {choices} – Enter takes {chosen}:").format(
            label=asked.label, choices=listed, chosen=words[at]
        )
        while True:
            answer = self._console.read(prompt)
            if not answer:
                return codes[at]
            if self._is_order(answer, asked):
                continue
            found = choose(answer, words)
            if found is not None:
                return codes[found]
            self._console.say(none_of_them(answer))

    def _tell_known(self, asked: FormField) -> None:
        """Read the names that the register knows for a field."""
        store, town = self.dialogue.desk.store, self._typed.line("municipality")
        offers = offers_of(store, asked.names, town) if asked.names else asked.known
        names = [each if isinstance(each, str) else _offer_told(each) for each in offers]
        if names:
            told = ", ".join(names[:MOST_KNOWN])
            more = len(names) - MOST_KNOWN
            self._console.say(_("Known: {names}.").format(names=told))
            if more > 0:
                self._console.say(_("And {n} more.").format(n=more))

    # ---- what follows from what is answered

    def _see_from(self) -> None:
        for each in self._fields:
            self._typed.see_from(each.name, self.wish.seen_from(each.name, self._typed))

    def _follow(self) -> None:
        """Put what is proposed where nobody has answered anything else."""
        at_first = {each.name: each.value for each in self._fields}
        for name, text in self.wish.proposals(self._typed).items():
            before = self._proposed.get(name, at_first[name])
            self._proposed[name] = text
            if self._typed.text(name) == before:
                self._typed.put(name, text)

    def _tell_reading(self, asked: FormField) -> None:
        """Say what a day was read as, and what is unwise about the answer."""
        told = asked.told_of(
            self._typed.text(asked.name),
            self.dialogue.desk.today,
            self.wish.seen_from(asked.name, self._typed),
        )
        if told:
            self._console.say(_("Read as {day}.").format(day=told))
        for sentence in self.wish.advice(self._typed).get(asked.name, ()):
            self._console.say(_("To consider: {text}").format(text=sentence))

    def _tell(self, typed: Typed) -> None:
        told = self.wish.told(typed)
        if told and told != self._told:
            self._console.say(told)
        self._told = told

    # ---- saving

    def _is_to_be_saved(self) -> bool:
        """Tell whether it is to be saved now; a question that is named is asked again instead."""
        names = [each.label for each in self._fields]
        folded = [
            f"{number} {each.label}"
            for number, each in enumerate(self._fields, start=1)
            if each.is_folded
        ]
        if folded and not self._has_told_more:
            self._console.say(_("More can be said: {fields}.").format(fields=", ".join(folded)))
            self._has_told_more = True
        prompt = _("Save? yes, no, or a question to answer (Enter takes yes):")
        answer = self._console.read(prompt)
        order = order_of(answer)
        if order is Order.HELP:
            self._tell_answers()
            self._console.say(_(_HELP_SAVE))
        elif order is not None:
            self._obey(order)
        elif not answer or is_yes(answer):
            return self._is_readable()
        elif name_key(answer) in {name_key(_("No")), name_key(_("No"))[:1]}:
            raise BackError
        else:
            found = choose(answer, names)
            if found is None:
                self._console.say(none_of_them(answer))
            else:
                self._ask_again(self._fields[found])
        return False

    def _ask_again(self, asked: FormField) -> None:
        try:
            self._ask(asked)
        except CancelError:
            raise
        except BackError:
            return

    def _tell_answers(self) -> None:
        """Read what has been answered, question by question."""
        for number, each in enumerate(self._fields, start=1):
            text = each.said(self._typed.text(each.name))
            if text or not each.is_folded:
                shown = " ".join(text.split()) or _("nothing")
                self._console.say(f"{number} {each.label}: {shown}")

    def _is_readable(self) -> bool:
        """Ask again what cannot be read; tell whether all can."""
        for each in self._fields:
            if fault := self._typed.fault(each.name):
                self._console.say(f"{each.label}: {fault}")
                self._ask_again(each)
                return False
        return True

    def _carry_out(self) -> tuple[Result] | None:
        """Return what was stored; None where it was refused, after asking what was wrong again."""
        try:
            return (self.wish.carry_out(self._typed),)
        except ConflictError as conflict:
            self._console.say(word(conflict))
            self._settle(conflict.theirs)
            return None
        except RevTrackError as refusal:
            self._console.say(word(refusal))
            faulty = [field_of(refusal, self._fields, self._typed)]
        except ValidationError as error:
            for sentence in complaints(error):
                self._console.say(sentence)
            faulty = _names_in(error)
        asked = [each for each in self._fields if each.name in faulty]
        if self.is_at_once:
            self._ask(asked[0] if asked else self._fields[0])
            return None
        for each in asked:
            self._ask_again(each)
        return None

    # ---- where somebody else has changed the same meanwhile

    def _settle(self, stands: Stored | None) -> None:
        """Ask field by field whose text is to stand; saving is asked for again afterwards."""
        anew = self.wish.resting_on(stands) if stands else None
        if anew is None:
            raise BackError
        mine = {each.name: self._typed.text(each.name) for each in self._fields}
        theirs = {each.name: each.value for each in anew.fields()}
        for each in contested(self._fields, mine, theirs):
            self._typed.put(each.field.name, each.texts[self._side(each)])
        self.wish, self._fields = anew, list(anew.fields())

    def _side(self, found: Contested) -> Side:
        words = {
            Side.MINE: _("mine"),
            Side.THEIRS: _("theirs"),
            Side.ORIGINAL: _("what stood there before"),
        }
        self._console.say(f"{found.field.label}.")
        for number, side in enumerate(words, start=1):
            text = found.field.said(found.texts[side]) or _("nothing")
            self._console.say(f"{number} {words[side]}: {' '.join(text.split())}")
        proposed = found.proposed or Side.MINE
        prompt = _("Whose is to stand? – Enter takes {chosen}:").format(chosen=words[proposed])
        while answer := self._console.read(prompt):
            if (order := order_of(answer)) is not None:
                self._obey(order)
            elif (place := choose(answer, list(words.values()))) is not None:
                return list(words)[place]
            else:
                self._console.say(none_of_them(answer))
        return proposed


_EXAMPLES: Mapping[Kind, str] = {
    Kind.DAY: N_("for example 20/3, 20 mars or 2023-03-20"),
    Kind.COARSE: N_("for example juni 2023, 2023-Q2 or 2023"),
    Kind.PATH: N_("for example ~/Downloads/svar.docx"),
}
"""What is said of a field without an example of its own."""


def _offer_told(offer: Offer) -> str:
    return f"{offer.text} {offer.told}".strip()


def _names_in(error: ValidationError) -> list[str]:
    return [
        next((part for part in reversed(each["loc"]) if isinstance(part, str)), "")
        for each in error.errors(include_url=False)
    ]


def fill(
    dialogue: Dialogue,
    wish: Wish[Result],
    between: Callable[[Typed], None] | None = None,
    *,
    changes: bool = False,
    at_once: bool = False,
) -> Result:
    """Fill in the form of a wish and carry it out; raise BackError where it is left.

    ``changes`` reads what stands there and asks only what is to be changed. ``at_once`` carries it
    out when all is answered, without asking whether it is to be saved.
    """
    return Filling(dialogue, wish, between, is_change=changes, is_at_once=at_once).run()

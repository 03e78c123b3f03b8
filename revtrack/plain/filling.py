"""Walks the fields of a wish question by question, and carries it out once it is to be saved."""

from dataclasses import dataclass, field
from typing import Generic, Protocol

from pydantic import ValidationError

from revtrack.domain.errors import N_, RevTrackError
from revtrack.forms.contested import by_whom
from revtrack.forms.drafted import BESIDE
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish, field_of
from revtrack.plain.answers import choose, is_no, none_of_them, obey
from revtrack.plain.asking import Asking, Result
from revtrack.plain.console import BackError, CancelError, LeaveError, Order, order_of
from revtrack.plain.doing import word_here
from revtrack.plain.drafting import Keeper
from revtrack.plain.menu import Dialogue
from revtrack.plain.settling import settle
from revtrack.plain.turning import is_yes
from revtrack.services.drafts import Draft
from revtrack.storage.rows import ConflictError
from revtrack.wording import _, complaints

_HELP_SAVE = N_(
    "yes saves, no leaves the form with nothing saved. The name or number of a question asks it "
    "again, also those under More."
)


class Beside(Protocol):
    """What is asked in a form besides its fields."""

    def ask(self, typed: Typed) -> None:
        """Ask it, once the fields are answered."""

    def drafted(self) -> str:
        """Return what is answered, as a draft keeps it."""

    def put_draft(self, text: str) -> None:
        """Take such a text back."""


@dataclass
class Filling(Generic[Result]):
    """One form as it is filled in by question and answer."""

    dialogue: Dialogue
    wish: Wish[Result]
    beside: Beside | None = None
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
        self._asking = Asking(self.dialogue, self.wish, self._fields, self._typed)
        self._keeper = Keeper(self.dialogue, self.wish, self._texts())

    def run(self) -> Result:
        """Ask until it is saved, and return what was stored; raise BackError where it is left.

        Who leaves the whole program finds the answers again as a draft.
        """
        self.dialogue.say("")
        self.dialogue.say(f"{self.wish.title}.")
        draft = self._keeper.offer(self._by_name())
        try:
            done = self._filled_in(draft)
        except BackError:
            self._keeper.drop()
            raise
        except (LeaveError, KeyboardInterrupt):
            self._keep()
            if self._keeper.holds_something:
                self.dialogue.say(_("What you have answered is kept as a draft of this form."))
            raise
        self._keeper.drop()
        return done

    def _filled_in(self, draft: Draft | None) -> Result:
        if draft is not None:
            self._keeper.put(draft, self._by_name(), self._typed)
            if self.beside and BESIDE in draft.changed:
                self.beside.put_draft(draft.changed[BESIDE])
        if not self.wish.ASKS_REGISTER:
            self._tell()
        if self.is_change:
            self._asking.see_from()
            self._tell_answers()
        else:
            self._ask_in_order()
        if self.beside:
            self._ask_beside(self.beside)
        while True:
            self._tell()
            if not self.is_at_once and not self._is_to_be_saved():
                continue
            found = self._carry_out()
            if found is not None:
                return found[0]

    def _by_name(self) -> dict[str, FormField]:
        return {each.name: each for each in self._fields}

    def _texts(self) -> dict[str, str]:
        texts = {each.name: self._typed.text(each.name) for each in self._fields}
        return texts | ({BESIDE: self.beside.drafted()} if self.beside else {})

    def _keep(self) -> None:
        self._keeper.keep(self._texts())

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
        """Ask for one field, and let follow what follows from the answer."""
        self._asking.ask(asked)
        self._follow()
        self._asking.tell_reading(asked)
        self._keep()

    def _ask_beside(self, beside: Beside) -> None:
        """Ask what is asked besides the fields; going back leads to the last of these."""
        while True:
            try:
                beside.ask(self._typed)
            except CancelError:
                raise
            except BackError:
                self._ask_again([each for each in self._fields if not each.is_folded][-1])
            else:
                self._keep()
                return

    def _ask_again(self, asked: FormField) -> None:
        try:
            self._ask(asked)
        except CancelError:
            raise
        except BackError:
            return

    def _follow(self) -> None:
        """Put what is proposed where nobody has answered anything else."""
        at_first = {each.name: each.value for each in self._fields}
        for name, text in self.wish.proposals(self._typed).items():
            before = self._proposed.get(name, at_first[name])
            self._proposed[name] = text
            if self._typed.text(name) == before:
                self._typed.put(name, text)

    def _tell(self) -> None:
        told = self.wish.told(self._typed)
        if told and told != self._told:
            self.dialogue.say(told)
        self._told = told

    # ---- saving

    def _is_to_be_saved(self) -> bool:
        """Tell whether it is to be saved now; a question that is named is asked again instead."""
        self._tell_more()
        prompt = _("{what}? yes, no, or a question to answer (Enter takes yes):")
        answer = self.dialogue.console.read(prompt.format(what=self.wish.does or _("Save")))
        if order_of(answer) is Order.HELP:
            self._tell_answers()
        if obey(self.dialogue, answer, _(_HELP_SAVE)):
            return False
        if not answer or is_yes(answer):
            return self._is_readable()
        if is_no(answer):
            raise BackError
        found = choose(answer, [each.label for each in self._fields])
        if found is None:
            self.dialogue.say(none_of_them(answer))
        else:
            self._ask_again(self._fields[found])
        return False

    def _tell_more(self) -> None:
        """Say once what can be answered besides what was asked."""
        numbered = enumerate(self._fields, start=1)
        folded = [f"{number} {each.label}" for number, each in numbered if each.is_folded]
        if folded and not self._has_told_more:
            self.dialogue.say(_("More can be said: {fields}.").format(fields=", ".join(folded)))
            self._has_told_more = True

    def _tell_answers(self) -> None:
        """Read what has been answered, question by question."""
        for number, each in enumerate(self._fields, start=1):
            text = each.said(self._typed.text(each.name))
            if text or not each.is_folded:
                shown = " ".join(text.split()) or _("nothing")
                self.dialogue.say(f"{number} {each.label}: {shown}")

    def _is_readable(self) -> bool:
        """Ask again what cannot be read; tell whether all can."""
        for each in self._fields:
            if fault := self._typed.fault(each.name):
                self.dialogue.say(f"{each.label}: {fault}")
                self._ask_again(each)
                return False
        return True

    def _carry_out(self) -> tuple[Result] | None:
        """Return what was stored; None where it was refused, after asking what was wrong again."""
        try:
            return (self.wish.carry_out(self._typed),)
        except ConflictError as conflict:
            is_there = conflict.theirs is not None
            self.dialogue.say(by_whom(conflict) if is_there else word_here(conflict))
            self.wish = settle(self.dialogue, self.wish, self._fields, self._typed, conflict.theirs)
            self._fields = list(self.wish.fields())
            self._asking = Asking(self.dialogue, self.wish, self._fields, self._typed)
            return None
        except RevTrackError as refusal:
            if not self._fields:
                raise
            self.dialogue.say(word_here(refusal))
            faulty = [field_of(refusal, self._fields, self._typed)]
        except ValidationError as error:
            for sentence in complaints(error):
                self.dialogue.say(sentence)
            faulty = _names_in(error)
        asked = [each for each in self._fields if each.name in faulty]
        if self.is_at_once:
            self._ask(asked[0] if asked else self._fields[0])
            return None
        for each in asked:
            self._ask_again(each)
        return None


def _names_in(error: ValidationError) -> list[str]:
    return [
        next((part for part in reversed(each["loc"]) if isinstance(part, str)), "")
        for each in error.errors(include_url=False)
    ]


def fill(
    dialogue: Dialogue,
    wish: Wish[Result],
    beside: Beside | None = None,
    *,
    changes: bool = False,
    at_once: bool = False,
) -> Result:
    """Fill in the form of a wish and carry it out; raise BackError where it is left.

    ``changes`` reads what stands there and asks only what is to be changed. ``at_once`` carries it
    out when all is answered, without asking whether it is to be saved.
    """
    return Filling(dialogue, wish, beside, is_change=changes, is_at_once=at_once).run()

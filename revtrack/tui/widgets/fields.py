"""The parts of a form: a field with its label, what it is read as, and what is wrong with it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from revtrack.domain.texts.completion import Offer, complete
from revtrack.forms.field import FormField, Kind
from revtrack.services.completing import complete_path
from revtrack.tui import keys
from revtrack.tui.show import one_line, plain
from revtrack.tui.widgets.completing import CompletingInput, Offers
from revtrack.tui.widgets.typing import ManyLines, OneLine
from revtrack.wording import _

DAYS = frozenset({Kind.DAY, Kind.COARSE})
"""Fields beside which it is told what is read."""
UNDER = ("field-offers", "field-complaint", "field-advice")
"""What is told under a field, from top to bottom."""

__all__ = ["Choice", "FieldRow", "FormField", "Kind", "SaveButton"]


class Choice(Widget, can_focus=True):
    """One of a few words; arrows, space or the word's first letter change it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.CHOICE]
    DEFAULT_CSS = """
    Choice { height: auto; }
    """

    chosen: reactive[int] = reactive(0, layout=True)

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        choice: "Choice"
        value: str

    def __init__(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Make a choice that stands on this code, or on the first."""
        super().__init__()
        self._choices = list(choices)
        codes = [code for code, _word in self._choices]
        self.set_reactive(Choice.chosen, codes.index(value) if value in codes else 0)

    @property
    def value(self) -> str:
        """The code that is chosen."""
        return self._choices[self.chosen][0]

    def render(self) -> Text:
        """Return the word between arrows that tell of the others."""
        return Text(f"‹ {one_line(self._choices[self.chosen][1])} ›")

    def watch_chosen(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self, self.value))

    def choose(self, code: str) -> None:
        """Stand on this code; nothing changes where there is no such choice."""
        codes = [each for each, _word in self._choices]
        self.chosen = codes.index(code) if code in codes else self.chosen

    def action_turn(self, step: int) -> None:
        """Choose the next word, the first after the last."""
        self.chosen = (self.chosen + step) % len(self._choices)


class SaveButton(Widget, can_focus=True):
    """The last stop of a form, where Enter saves."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.SAVE_BUTTON]
    DEFAULT_CSS = """
    SaveButton { height: 1; width: auto; margin: 1 0 0 24; padding: 0 1; }
    """

    def __init__(self, word: str = "") -> None:
        """Take what Enter does there, where it is something else than to save."""
        super().__init__()
        self._word = word

    def render(self) -> Text:
        """Return the word, marked by more than its colour where the key Enter would save."""
        word = self._word or _("Save")
        return Text(f"▶ {word} ◀" if self.has_focus else f"  {word}  ")

    async def on_click(self) -> None:
        """Save."""
        await self.run_action("screen.save")


class FieldRow(Vertical):
    """A field with its label before it, what a day is read as after it, complaints under it."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > Horizontal { height: auto; }
    FieldRow .field-label { width: 24; padding: 0 1; }
    FieldRow .field-read { width: auto; padding: 0 1; }
    FieldRow Input { width: 1fr; }
    FieldRow TextArea { width: 1fr; height: 4; border: none; padding: 0; }
    FieldRow .field-complaint { display: none; padding: 0 1 0 24; height: auto; }
    FieldRow.-faulty .field-complaint { display: block; }
    FieldRow .field-advice { display: none; padding: 0 1 0 24; height: auto; }
    FieldRow.-doubted .field-advice { display: block; }
    """

    def __init__(self, field: FormField, today: date) -> None:
        """Make the row of a field."""
        super().__init__(id=f"row-{field.name}")
        self.field = field
        self._today = today
        self._seen_from = today
        self._shown_day = ""
        self._told: dict[str, str] = {}
        self._parts: dict[str, Static] = {}
        self._known: Sequence[Offer] = [
            Offer(each) if isinstance(each, str) else each for each in field.known
        ]
        self.control: Input | TextArea | Choice = self._make_control()

    def _make_control(self) -> Input | TextArea | Choice:
        field = self.field
        if field.kind is Kind.CHOICE:
            return Choice(field.choices, field.value)
        if field.kind is Kind.TEXT:
            return ManyLines(
                field.value, tab_behavior="focus", compact=True, placeholder=field.hint
            )
        if field.kind in {Kind.LINE, Kind.PATH}:
            return CompletingInput(field.value, placeholder=field.hint)
        return OneLine(field.value, placeholder=field.hint, compact=True)

    def compose(self) -> ComposeResult:
        """Lay out what always stands there; what is told under it comes with the first of it."""
        with Horizontal():
            yield Static(self.field.label, classes="field-label", markup=False)
            yield self.control
            if self.field.kind in DAYS:
                self._shown_day = self._read_as()
                yield Static(self._shown_day, classes="field-read", markup=False)

    @property
    def text(self) -> str:
        """What stands in the field: typed text, or the code that is chosen."""
        if isinstance(self.control, TextArea):
            return self.control.text
        return self.control.value

    def put(self, text: str) -> None:
        """Write this in the field; of a choice, stand on this code where there is such a one."""
        if isinstance(self.control, TextArea):
            self.control.text = text
        elif isinstance(self.control, Choice):
            self.control.choose(text)
        else:
            self.control.value = text

    @property
    def day(self) -> date | None:
        """The day that stands in the field; None where it is empty. Raises ValueError for none."""
        return self.field.read_day(self.text, self._today, self._seen_from)

    def see_from(self, day: date) -> None:
        """Read a day without a year as seen from this one instead of today."""
        if day != self._seen_from:
            self._seen_from = day
            self._show_read()

    def _read_as(self) -> str:
        return self.field.told_of(self.text, self._today, self._seen_from)

    def on_input_changed(self) -> None:
        """Show what a day is read as and how a name may go on; take back what was complained of."""
        self._take_back()
        self._show_read()
        self._propose()

    def know(self, offers: Sequence[Offer]) -> None:
        """Propose these from now on."""
        self._known = offers
        self._propose()

    def _propose(self) -> None:
        """Propose how what is typed may go on, to who is typing it."""
        control = self.control
        if not isinstance(control, CompletingInput) or not control.has_focus:
            return
        if self.field.kind is Kind.PATH:
            self.run_worker(self._propose_paths(control), group="offers", exclusive=True)
        else:
            control.offer(complete(control.value, self._known, is_list=self.field.is_list))

    async def _propose_paths(self, control: CompletingInput) -> None:
        found = await asyncio.to_thread(complete_path, control.value)
        control.offer(found if control.has_focus else ())

    def on_completing_input_offered(self) -> None:
        """Show what is proposed now."""
        offers = self._under("field-offers")
        if isinstance(self.control, CompletingInput) and isinstance(offers, Offers):
            offers.show_of(self.control)

    def on_text_area_changed(self) -> None:
        """Take back what was complained of."""
        self._take_back()

    def _take_back(self) -> None:
        if self.has_class("-faulty") and self.text.strip():
            self.complain("")

    def _show_read(self) -> None:
        if self.field.kind in DAYS and (read := self._read_as()) != self._shown_day:
            self._shown_day = read
            self.query_one(".field-read", Static).update(read)

    def complain(self, sentence: str) -> None:
        """Show what is wrong with the field; an empty sentence takes it away."""
        self.set_class(bool(sentence), "-faulty")
        self._tell("field-complaint", sentence)

    def advise(self, text: str) -> None:
        """Show what is unwise about the field, which may be saved all the same; empty: nothing."""
        self.set_class(bool(text), "-doubted")
        self._tell("field-advice", text)

    def _tell(self, place: str, text: str) -> None:
        """Show a text under the field, unless it stands there: each new one moves the others."""
        if text != self._told.get(place, ""):
            self._told[place] = text
            self._under(place).update(plain(text))

    def _under(self, place: str) -> Static:
        """Return what tells something under the field; most fields never need any of it."""
        if place not in self._parts:
            part = Offers(markup=False) if place == UNDER[0] else Static(markup=False)
            following = UNDER[UNDER.index(place) + 1 :]
            before = next((self._parts[each] for each in following if each in self._parts), None)
            self._parts[place] = part
            self.mount(part.add_class(place), before=before)
        return self._parts[place]

    def fault(self) -> str:
        """Return what is wrong with the field by itself; empty where it can be read."""
        return self.field.fault_of(self.text, self._today, self._seen_from)

"""A form on the screen for a wish that is described elsewhere."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from textual.widgets import Input, TextArea

from revtrack.domain.records import Stored
from revtrack.forms.about import about
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.tui import words
from revtrack.tui.form import PAUSE, Form
from revtrack.tui.widgets.fields import Choice

Result = TypeVar("Result")


class WishForm(Form[Result]):
    """Shows the fields of a wish, what follows from what is typed, and carries it out."""

    def __init__(self, wish: Wish[Result]) -> None:
        """Make the form of a wish."""
        super().__init__(wish.desk, wish.title)
        self.wish = wish
        self._proposed: dict[str, str] = {}

    @property
    def DOUBTED(self) -> frozenset[str]:  # type: ignore[override]  # noqa: N802 - as Form has it
        """Fields whose text is looked at before one goes on."""
        return self.wish.DOUBTED

    @property
    def does(self) -> str:
        """What carrying the wish out is called, where it is something else than to save."""
        return self.wish.does

    def fields(self) -> Iterable[FormField]:
        """Return the fields of the wish."""
        return self.wish.fields()

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return self.wish.first_field()

    @property
    def typed(self) -> Typed:
        """What stands in the fields now."""
        fields = [row.field for row in self.rows]
        texts = {row.field.name: row.text for row in self.rows}
        typed = Typed(fields, texts, self.desk.today)
        for field in fields:
            typed.see_from(field.name, self.wish.seen_from(field.name, typed))
        return typed

    def on_mount(self) -> None:
        """Tell what is known from the start."""
        self._follow()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Propose and tell what follows from what is typed."""
        self._follow()

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Propose and tell what follows from what is typed."""
        self._follow()

    def on_choice_changed(self, _event: Choice.Changed) -> None:
        """Propose and tell what follows from what is chosen."""
        self._follow()

    def _follow(self) -> None:
        typed = self.typed
        for row in self.rows:
            row.see_from(self.wish.seen_from(row.field.name, typed))
        for name, text in self.wish.proposals(typed).items():
            row, before = self.row(name), self._proposed.get(name, self.row(name).field.value)
            self._proposed[name] = text
            if text != before and row.text == before:
                row.put(text)
        if self.wish.ASKS_REGISTER:
            self.look_up(self._foretell_after_pause)
        else:
            self._show(self.wish.told(typed), self.wish.advice(typed))

    async def _foretell_after_pause(self) -> None:
        await asyncio.sleep(PAUSE)
        typed = self.typed
        told = await self.ask(self.wish.told, typed)
        self._show(told, await self.ask(self.wish.advice, typed))

    def _show(self, told: str, advice: Mapping[str, Sequence[str]]) -> None:
        self.tell_here(told)
        for name, sentences in advice.items():
            marked = (words.marked(words.MARK_LATE, each) for each in sentences)
            self.row(name).advise("\n".join(marked))

    def draft_about(self) -> str:
        """Return which wish about which record it is."""
        return about(self.wish)

    def filled_in_with(self, stands: Stored) -> Sequence[FormField]:
        """Return the fields as they would be filled in now."""
        anew = self.wish.resting_on(stands)
        return anew.fields() if anew else ()

    def rest_on(self, stands: Stored) -> None:
        """Save over what stands there now, since it has been seen."""
        self.wish = self.wish.resting_on(stands) or self.wish

    async def doubt(self, name: str) -> str:
        """Return what is odd about a field's text; empty where nothing is."""
        return await self.ask(self.wish.doubt, name, self.typed)

    async def carry_out(self) -> Result:
        """Carry the wish out."""
        return await self.ask(self.wish.carry_out, self.typed)

"""A field of one line that proposes how what is typed may go on."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from revtrack.domain.texts.completion import Completion
from revtrack.tui import keys
from revtrack.tui.show import one_line
from revtrack.tui.widgets.typing import OneLine

Complete = Callable[[str], Sequence[Completion]]
"""Return what a text may become."""
BETWEEN = "   "


class CompletingInput(OneLine, inherit_bindings=True):
    """Proposes while one types; → at the end of the text accepts, Enter and Tab never do."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OFFERS]

    class Offered(Message):
        """Other proposals, or another of them, stand beside the field now."""

    def __init__(self, value: str, *, placeholder: str = "") -> None:
        """Make a field that proposes nothing until it is told how to complete."""
        super().__init__(value, placeholder=placeholder, compact=True)
        self.offered: Sequence[Completion] = ()
        self.at = 0
        """Which of the proposals → accepts."""

    def offer(self, completions: Sequence[Completion]) -> None:
        """Propose these."""
        if completions or self.offered:
            self.offered, self.at = completions, 0
            self.post_message(self.Offered())

    def action_turn_offer(self, step: int) -> None:
        """Go to the next proposal."""
        if self.offered:
            self.at = (self.at + step) % len(self.offered)
            self.post_message(self.Offered())

    def action_cursor_right(self, select: bool = False) -> None:
        """Accept what is proposed where the text ends; else move the cursor."""
        if self.offered and self.cursor_at_end and not select:
            self.value = self.offered[self.at].whole
            self.cursor_position = len(self.value)
        else:
            super().action_cursor_right(select)

    def on_blur(self) -> None:
        """Propose nothing to who has gone on."""
        self.offer(())


class Offers(Static):
    """The proposals under their field: the one that → accepts first, marked by more than colour."""

    DEFAULT_CSS = """
    Offers { display: none; height: 1; padding: 0 1 0 24; }
    Offers { text-wrap: nowrap; text-overflow: ellipsis; }
    Offers.-open { display: block; }
    """

    def show_of(self, control: CompletingInput) -> None:
        """Show what a field proposes."""
        turned = [*control.offered[control.at :], *control.offered[: control.at]]
        self.set_class(bool(turned), "-open")
        self.update(_line(turned))


def _line(completions: Sequence[Completion]) -> Text:
    line = Text(no_wrap=True)
    for number, each in enumerate(completions):
        told = one_line(each.offer.told)
        style = "bold underline" if not number else ""
        sign = f"{keys.key_of('offer.accept')} " if not number else BETWEEN
        line.append(sign).append(one_line(each.offer.text), style)
        line.append(f" {told}" if told else "")
    return line

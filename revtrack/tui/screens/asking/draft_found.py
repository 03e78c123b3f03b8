"""Utkast: what was typed in a form that was never saved; go on with it, or throw it away."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.desk import Desk
from revtrack.forms.drafted import texts_told, when_told
from revtrack.forms.field import FormField
from revtrack.services.drafts import Draft
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.show import one_line
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import ngettext

MOST_SHOWN = 6
LABEL, TEXT = 22, 400


class Wanted(StrEnum):
    """What becomes of a draft."""

    GO_ON = "go_on"
    DISCARD = "discard"
    LATER = "later"


class DraftFound(RevTrackScreen[Wanted], ModalScreen[Wanted]):
    """Closes with what is wanted; Enter goes on with the draft, and never throws it away."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DRAFT]

    def __init__(
        self, desk: Desk, draft: Draft, fields: Mapping[str, FormField], now: date
    ) -> None:
        """Show a draft; ``fields`` are those of its form, ``now`` is the day."""
        super().__init__(desk)
        self._draft = draft
        self._fields = fields
        self._now = now

    def compose(self) -> ComposeResult:
        """Lay out when it was typed, what it says, and the keys."""
        with Vertical(id="question"):
            yield Static(Text(when_told(self._draft, self._now), style="bold"), markup=False)
            for line in self._lines():
                yield Static(line, classes="draft-line", markup=False)
            yield KeyLine()

    def _lines(self) -> Iterator[Text]:
        changed = tuple(texts_told(self._draft, self._fields))
        for label, said in changed[:MOST_SHOWN]:
            text = one_line(said, TEXT)
            yield Text.assemble(f"{one_line(label):<{LABEL}}  ", (text, "bold"), no_wrap=True)
        left = len(changed) - MOST_SHOWN
        if left > 0:
            yield Text(ngettext("and {n} field more", "and {n} fields more", left).format(n=left))

    def action_answer(self, wanted: str) -> None:
        """Close with what is wanted."""
        self.dismiss(Wanted(wanted))

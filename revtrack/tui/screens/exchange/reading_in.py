"""Läs in: what a file holds, shown as a list, before it is taken into the register."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from revtrack.forms.desk import Desk
from revtrack.forms.reading_in import Trial
from revtrack.forms.wish import Wish
from revtrack.tui import keys, words
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.listing import ListDialog
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _


class ReadInScreen(ListDialog[str]):
    """Closes with what was read in; Esc changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.READ_IN]

    def __init__(self, desk: Desk, trial: Trial) -> None:
        """Take what reading the file in would do."""
        super().__init__(desk, _("Read in {name}").format(name=trial.name))
        self._trial = trial

    def told(self) -> str:
        """Tell what becomes of the register, and by which key."""
        trial = self._trial
        if trial.faults:
            told = _("Nothing can be read in until this is mended in the file.")
        elif not trial.may_go_on:
            told = _("The register has all of it already; there is nothing to read in.")
        else:
            told = _("Nothing is changed yet. {key} reads it in, Esc leaves it.").format(
                key=keys.key_of("reading.carry_out")
            )
        return f"{trial.summary}\n{told}"

    def sections(self) -> Iterable[Section]:
        """Return faults, changes and notes, those that there are."""
        trial = self._trial
        parts = (
            (_("To be mended"), trial.faults, "overdue", words.MARK_LATE),
            (_("What would be done"), trial.changes, "", words.MARK_OPEN),
            (_("To be known"), trial.notes, "quiet", words.MARK_NONE),
        )
        return [
            Section(
                title,
                (Column(grows=True),),
                tuple(
                    Row((words.marked(mark, line),), (title, place), look)
                    for place, line in enumerate(lines)
                ),
                hides_titles=True,
                is_counted=True,
            )
            for title, lines, look, mark in parts
            if lines
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to read in only what can be."""
        del parameters
        return action != "take_in" or self._trial.may_go_on

    def action_take_in(self) -> None:
        """Take the file in, all of it."""
        if self.may_write():
            self.begin(self._take_in)

    async def _take_in(self) -> None:
        self.dismiss(await self.ask(self._trial.take_in))


def open_reading_in(screen: RevTrackScreen[None], wish: Wish[Trial]) -> None:
    """Ask for a file over a screen, show what it holds, and tell what was read in."""

    def told(done: str | None) -> None:
        if done is not None:
            screen.tell(_("Read in. {told}").format(told=done))

    def tried(trial: Trial | None) -> None:
        if trial is not None:
            screen.app.push_screen(ReadInScreen(screen.desk, trial), told)

    screen.app.push_screen(WishForm(wish), tried)

"""Hjälp: the keys that work on the screen one came from, as they are now."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from revtrack.forms.desk import Desk
from revtrack.tui import keys
from revtrack.tui.base import Heading, RevTrackScreen
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _

WIDE = 100
"""Columns from which the names by which keys are chosen are told as well."""


class HelpScreen(RevTrackScreen[None], ModalScreen[None]):
    """All keys, those of the screen behind first."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK]

    def __init__(self, desk: Desk, behind: Screen[object]) -> None:
        """Keep the screen that is asked about."""
        super().__init__(desk)
        self._behind = behind

    def compose(self) -> ComposeResult:
        """Lay out heading, list and footer."""
        yield Heading(self.desk)
        yield Lines(can_mark=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the live key map."""
        self.query_one(Heading).call_it(_("Help"))
        lines = self.query_one(Lines)
        lines.show_sections([*self._here(), *self._elsewhere()])
        lines.focus()

    def _here(self) -> Iterator[Section]:
        rows: dict[tuple[str, str], list[str]] = {}
        for key, active in self._behind.active_bindings.items():
            binding = active.binding
            if binding.id:
                text = binding.tooltip or binding.description
                rows.setdefault((binding.id, text), []).append(keys.key_name(key))
        yield _section(_("Keys that work here"), rows)

    def _elsewhere(self) -> Iterator[Section]:
        here = {active.binding.id for active in self._behind.active_bindings.values()}
        for group, bindings in keys.GROUPS.items():
            rows: dict[tuple[str, str], list[str]] = {}
            for binding in bindings:
                if binding.id and binding.id not in here:
                    names = [keys.key_name(key) for key in keys.keys_of(binding)]
                    rows[binding.id, binding.tooltip or binding.description] = names
            if rows:
                yield _section(group, rows)


def _section(title: str, rows: dict[tuple[str, str], list[str]]) -> Section:
    return Section(
        title,
        (
            Column(_("Key")),
            Column(_("Does"), grows=True),
            Column(_("Name in the settings"), from_width=WIDE),
        ),
        tuple(Row((", ".join(names), text, name), name) for (name, text), names in rows.items()),
        hides_titles=True,
    )

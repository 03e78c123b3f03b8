"""The palette: every action by its name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.screen import Screen

from revtrack.tui import keys
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.overview.overview import OverviewScreen
from revtrack.tui.work import WorkScreen
from revtrack.wording import _


class Palette(CommandPalette):
    """Textual's palette; its own keys are those of lists and need no words."""


@dataclass(frozen=True)
class _Command:
    binding: Binding
    node: DOMNode | None
    """Where the action works now; None: on another screen."""
    place: str

    @property
    def text(self) -> str:
        return self.binding.tooltip or self.binding.description

    @property
    def help(self) -> str:
        names = [keys.key_name(key) for key in keys.keys_of(self.binding)]
        return f"{self.place} · {', '.join(names)}"


class Actions(Provider):
    """Every binding of the program: those that work here first, then the others."""

    def _commands(self) -> Iterator[_Command]:
        active = {
            each.binding.id: each.node
            for each in self.screen.active_bindings.values()
            if each.binding.id
        }
        commands = [
            _Command(binding, active.get(binding.id or ""), place)
            for place, bindings in keys.GROUPS.items()
            for binding in bindings
        ]
        everywhere = {each.id for each in (*keys.APP, *keys.SCREEN, *keys.BACK, *keys.LINES)}
        yield from sorted(
            commands,
            key=lambda each: (
                each.node is None,
                each.binding.id in everywhere,
                not each.binding.show,
            ),
        )

    async def discover(self) -> Hits:
        """Offer every action before anything is typed."""
        for command in self._commands():
            run = partial(perform, self.screen, command.binding, command.node)
            yield DiscoveryHit(command.text, run, help=command.help)

    async def search(self, query: str) -> Hits:
        """Offer the actions whose names fit, or say that none does."""
        matcher = self.matcher(query)
        found = False
        for command in self._commands():
            score = matcher.match(command.text)
            if score > 0:
                found = True
                run = partial(perform, self.screen, command.binding, command.node)
                yield Hit(score, matcher.highlight(command.text), run, help=command.help)
        if not found:
            yield Hit(0.01, _("No action has that name."), _nothing)


def _nothing() -> None:
    """Do nothing: the line only says that nothing was found."""


async def perform(screen: Screen[object], binding: Binding, node: DOMNode | None) -> None:
    """Carry out an action; one of another screen goes there first, where that can be done."""
    if node is not None:
        await screen.app.run_action(binding.action, node)
    elif isinstance(screen, OverviewScreen) and binding in keys.AUDIT:
        screen.open_audit(then=binding.action)
    elif isinstance(screen, AuditScreen) and binding in keys.OVERVIEW:
        screen.dismiss(None)
        await screen.app.run_action(binding.action, screen.app.screen_stack[-2])
    elif isinstance(screen, WorkScreen) and binding in keys.BODIES:
        await screen.app.run_action("app.open('bodies')")
        told = _("It is done here, with {key}, on the row that it is about.")
        screen.app.notify(told.format(key=keys.key_name(keys.keys_of(binding)[0])))
    else:
        screen.app.notify(_("That key works elsewhere: open the screen or the form it belongs to."))

"""Sparade vyer: one is chosen by its name, or taken away."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from revtrack.domain.records import SavedView
from revtrack.forms.desk import Desk
from revtrack.services.saved_views import TEXTS, list_views, remove_view
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.screens.asking.removal import RemovalQuestion
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _


class SavedViewsScreen(RevTrackScreen[SavedView], ModalScreen[SavedView]):
    """Closes with the view that is chosen; Esc chooses none."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.VIEWS]

    def __init__(self, desk: Desk) -> None:
        """Make the list."""
        super().__init__(desk)
        self._views: dict[int, SavedView] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list and its keys."""
        with Vertical(id="views") as frame:
            frame.border_title = _("Saved views – Enter recalls one")
            yield Lines(can_mark=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Lines).focus()

    def on_screen_resume(self) -> None:
        """Read the views, also after one was taken away."""
        super().on_screen_resume()
        self.action_reload()

    def action_reload(self) -> None:
        """Read the views again."""
        self.load(self._load)

    async def _load(self) -> None:
        views = await self.ask(list_views, self.desk.store)
        self._views = {each.id: each for each in views}
        self.query_one(Lines).show_sections([_section(views)])
        self.query_one(KeyLine).follow()

    def offers(self, name: str) -> bool:
        """Tell of removing where there is a view."""
        return bool(self._views) or name != "views.remove"

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Close with the view."""
        if isinstance(event.key, int):
            self.dismiss(self._views.get(event.key))

    def action_remove(self) -> None:
        """Ask whether the view is to be taken away."""
        if not self.may_write():
            return
        key = self.query_one(Lines).key
        view = self._views.get(key) if isinstance(key, int) else None
        if view is not None:
            said = _("The view {name}: {filter}").format(name=view.name, filter=view.filter_text)
            self.app.push_screen(RemovalQuestion(self.desk, said), lambda yes: self._go(view, yes))

    def _go(self, view: SavedView, is_to_go: bool | None) -> None:
        if is_to_go:
            self.begin(partial(self._remove, view))

    async def _remove(self, view: SavedView) -> None:
        await self.ask(remove_view, self.desk.store, view.id)
        self.tell(_("The view {name} is removed.").format(name=view.name))
        await self._load()


def _section(views: tuple[SavedView, ...]) -> Section:
    return Section(
        columns=(
            Column(_("Name"), most=40),
            Column(_("Of"), most=16),
            Column(_("Filter"), grows=True),
        ),
        rows=tuple(
            Row(
                (
                    each.name,
                    _("Texts") if each.screen == TEXTS else _("Recommendations"),
                    each.filter_text,
                ),
                each.id,
            )
            for each in views
        ),
        note=_(
            "No view is saved yet. Filter the list with {filter}, then press {save} to save the "
            "filter under a name."
        ).format(filter=keys.key_of("work.filter"), save=keys.key_of("search.save_view")),
    )

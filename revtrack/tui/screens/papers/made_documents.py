"""Framställt: the files that were made, with what in them is to be looked at."""

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.forms.desk import Desk
from revtrack.services.papers.edited import Edits
from revtrack.services.papers.edits_told import edits_told
from revtrack.services.papers.making import Made
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.showing import show_on_desktop
from revtrack.tui import keys, words
from revtrack.tui.listing import ListDialog
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _, ngettext


class MadeScreen(ListDialog[None]):
    """The files with their whole paths; Enter opens one, another key its folder."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.MADE]

    def __init__(self, desk: Desk, made: Made, title: str = "") -> None:
        """Take what was made, and what it is called where it is no document."""
        super().__init__(desk, title or _("Documents that were made"))
        self._made = made

    def told(self) -> str:
        """Say how many files lie where."""
        made = self._made.produced
        said = ngettext(
            "{n} file in {folder}. Enter opens it.",
            "{n} files in {folder}. Enter opens the one of the row.",
            len(made),
        )
        return said.format(n=len(made), folder=self._folder)

    @property
    def _folder(self) -> Path:
        return self._made.produced[0].path.parent.absolute()

    def sections(self) -> Iterable[Section]:
        """Return the files, and what is to be looked at."""
        produced = self._made.produced
        yield Section(
            columns=(Column(_("File"), grows=True), Column(_("State"), most=34)),
            rows=tuple(_row(place, each) for place, each in enumerate(produced)),
            hides_titles=True,
        )
        if self._made.remarks:
            yield Section(
                _("To look at before it is sent"),
                rows=tuple(
                    Row((each,), ("remark", place), "near")
                    for place, each in enumerate(self._made.remarks)
                ),
                hides_titles=True,
                is_counted=True,
            )

    def _at(self, key: Hashable) -> tuple[Produced, Edits | None] | None:
        if not isinstance(key, int):
            return None
        return self._made.produced[key], self._made.edits[key]

    def detail(self, key: Hashable) -> Text:
        """Return the whole path of a file, and how one edited by hand beside it differs."""
        found = self._at(key)
        if found is None:
            return Text()
        made, edits = found
        parts = [show(str(made.path.absolute()), "bold")]
        if made.edited is not None:
            said = _(
                "{name} was edited by hand and is left as it is; this is a new edition beside it."
            )
            parts.append(show(said.format(name=made.edited.name)))
        parts += [show(each) for each in edits_told(edits)] if edits else []
        return paragraphs(*parts)

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Open the file of the row."""
        found = self._at(event.key)
        if found is not None:
            self._show(found[0].path)

    def action_open_folder(self) -> None:
        """Open the folder that they lie in."""
        self._show(self._folder)

    def _show(self, path: Path) -> None:
        async def open_it() -> None:
            await self.ask(show_on_desktop, path)

        self.begin(open_it)


def _row(place: int, made: Produced) -> Row:
    if not made.is_new:
        state = words.marked(words.MARK_NONE, _("lay there already, the same"))
    elif made.edited is not None:
        state = words.marked(words.MARK_LATE, _("beside one edited by hand"))
    else:
        state = words.marked(words.MARK_DONE, _("made"))
    return Row((made.path.name, state), place)

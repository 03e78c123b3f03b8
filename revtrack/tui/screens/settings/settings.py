"""Inställningar: a person's own choices and keys, and where everything lies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from revtrack.domain.errors import RevTrackError
from revtrack.forms.desk import Desk
from revtrack.forms.settings import (
    NEXT_TIME,
    Chosen,
    label_of,
    said,
    saved_told,
    source_told,
)
from revtrack.services.choices import Choice, OwnSettings, choose, choose_key, see_choices
from revtrack.settings import log_file
from revtrack.tui import keys
from revtrack.tui.base import Heading, RevTrackScreen
from revtrack.tui.choices import Changed
from revtrack.tui.keymap import read_keymap
from revtrack.tui.screens.settings.new_key import NewKey
from revtrack.tui.screens.settings.setting import SettingForm
from revtrack.tui.show import show
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _

NAMES = 24
"""Columns of the names, so that they stand in line from section to section."""


@dataclass(frozen=True)
class ChoiceKey:
    """The row of a choice."""

    name: str


@dataclass(frozen=True)
class ActionKey:
    """The row of an action with its key."""

    action: str


class SettingsScreen(RevTrackScreen[None]):
    """Every choice with what is in force; Enter changes it, and it is kept in settings.toml."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.BACK,
        *keys.WORK,
        *keys.PLACES,
        *keys.SETTINGS,
    ]

    def __init__(self, desk: Desk) -> None:
        """Take over the desk."""
        super().__init__(desk)
        self._choices: Mapping[str, Choice] = {}
        self._own_keys: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out heading, list, details, filter and footer."""
        yield Heading(self.desk)
        yield Lines(can_mark=False)
        yield Detail()
        yield FilterLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Heading).call_it(_("Settings"))
        self.query_one(Lines).focus()

    def on_screen_resume(self) -> None:
        """Read the file, also on return from a form."""
        self.action_reload()

    def action_reload(self) -> None:
        """Read the file again."""
        self.load(self._load)

    def action_filter(self) -> None:
        """Type what to look for in the list."""
        self.query_one(FilterLine).open()

    @property
    def _own(self) -> OwnSettings:
        if self.desk.own is None:
            raise RevTrackError("No settings are kept in this sitting.")
        return self.desk.own

    async def _load(self) -> None:
        if self.desk.own is not None:
            choices, self._own_keys = await self.ask(see_choices, self.desk.own)
            self._choices = {each.name: each for each in choices}
        self.query_one(Lines).show_sections(self._sections())

    # ---- what is shown

    def _sections(self) -> Iterator[Section]:
        if self.desk.own is None:
            yield Section(_("Settings"), note=_("No settings are kept in this sitting."))
        else:
            yield self._section(_("You"), ("user", "role", "firm"))
            yield self._section(_("Folders"), ("documents", "templates"))
            yield self._section(_("The screen"), ("language", "theme", "plain"))
        yield self._places()
        if self.desk.own is not None:
            for group, bindings in keys.GROUPS.items():
                yield self._keys_of(group, bindings)

    def _section(self, title: str, names: Sequence[str]) -> Section:
        rows = (self._row(self._choices[name]) for name in names)
        columns = (Column(most=28), Column(grows=True), Column(most=34, from_width=90))
        return Section(title, columns, tuple(rows), hides_titles=True)

    def _row(self, choice: Choice) -> Row:
        return Row(
            (f"{label_of(choice.name):<{NAMES}}", said(self.desk, choice), source_told(choice)),
            ChoiceKey(choice.name),
            "" if choice.stated else "quiet",
        )

    def _places(self) -> Section:
        places = [(_("The register"), self.desk.store.path)]
        if self.desk.own is not None:
            places.append((_("These settings"), self.desk.own.file))
        if self.desk.drafts is not None:
            places.append((_("Drafts of forms"), self.desk.drafts.folder))
        places.append((_("The log of faults"), log_file()))
        rows = tuple(
            Row((f"{title:<{NAMES}}", str(path.absolute())), path) for title, path in places
        )
        return Section(
            _("Where everything lies"),
            (Column(most=28), Column(grows=True)),
            rows,
            hides_titles=True,
        )

    def _keys_of(self, group: str, bindings: Sequence[Binding]) -> Section:
        columns = (
            Column(most=18),
            Column(grows=True),
            Column(most=30, from_width=76),
            Column(most=12),
        )
        title = _("Keys: {group}").format(group=group)
        rows = tuple(self._key_row(each) for each in bindings if each.id)
        return Section(title, columns, rows, hides_titles=True)

    def _key_row(self, binding: Binding) -> Row:
        mine = self._own_keys.get(binding.id or "")
        key = read_keymap({binding.id or "": mine})[binding.id or ""] if mine else binding.key
        return Row(
            (
                ", ".join(keys.key_name(each) for each in key.split(",")),
                binding.tooltip or binding.description,
                binding.id or "",
                _("● your own") if mine else "",
            ),
            ActionKey(binding.id or ""),
        )

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Tell what the row is about."""
        self.query_one(Detail).tell(self._told(event.key))

    def _told(self, key: object) -> Text:
        match key:
            case ChoiceKey(name) if name in self._choices:
                choice = self._choices[name]
                told = [_explained()[name]]
                if choice.variable:
                    told.append(
                        _(
                            "{variable} in the environment says something else, and it goes first."
                        ).format(variable=choice.variable)
                    )
                elif name in NEXT_TIME:
                    told.append(_("A change applies the next time the program is opened."))
                told.append(_("Enter changes it; Delete gives the usual back."))
                return show("\n".join(told))
            case ActionKey():
                return show(
                    _("Enter, then press the key that is to do this. Delete gives the usual back.")
                )
        return Text("")

    # ---- what is changed

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Change the choice, or the key of the action, of the row."""
        match event.key:
            case ChoiceKey(name):
                form = SettingForm(self.desk, self._own, self._choices[name])
                self.app.push_screen(form, self._take)
            case ActionKey(action):
                self.app.push_screen(NewKey(self.desk, _binding(action)), self._take_key)

    def action_usual(self) -> None:
        """Take the choice of the row away, so that what is usual applies."""
        match self.query_one(Lines).key:
            case ChoiceKey(name) if self._choices[name].stated is not None:
                self.begin(partial(self._choose, name))
            case ActionKey(action) if action in self._own_keys:
                self.begin(partial(self._choose_key, action, None))

    async def _choose(self, name: str) -> None:
        await self.ask(choose, self._own, name, None)
        self._take(Chosen(name, None))
        self.action_reload()

    def _take(self, chosen: Chosen | None) -> None:
        if chosen is not None:
            self.post_message(Changed(chosen.name, chosen.value))
            self.tell(saved_told(chosen.name))

    def _take_key(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            action, key = chosen
            self.begin(partial(self._choose_key, action, key))

    async def _choose_key(self, action: str, key: str | None) -> None:
        """Write the key, unless it would do two things at once."""
        own_keys = {name: each for name, each in self._own_keys.items() if name != action}
        keymap = read_keymap(own_keys | ({action: key} if key else {}))
        await self.ask(choose_key, self._own, action, key)
        self.app.set_keymap(keymap)
        self.tell(_("Saved; it applies now."))
        self.action_reload()


def _binding(action: str) -> Binding:
    found = (each for group in keys.GROUPS.values() for each in group if each.id == action)
    return next(found)


def _explained() -> Mapping[str, str]:
    return {
        "user": _("The name that stands in the history with what you change."),
        "role": _("What the role may do: a clerk registers replies, and judges none."),
        "firm": _("Proposed as the firm of new audits."),
        "documents": _("Where documents are written, unless another folder is chosen there."),
        "templates": _("The office's own Word templates. Without it ours are used."),
        "language": _("The language of the program. Documents are always in Swedish."),
        "theme": _("The colours. F8 goes through them, and the last one is remembered."),
        "plain": _("Plain lines and prompts in place of the screen, for a screen reader."),
    }

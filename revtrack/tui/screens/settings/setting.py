"""En inställning: one choice of a person's own, kept in settings.toml."""

from collections.abc import Iterable
from pathlib import Path

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.texts.prose import clean_line
from revtrack.services.choices import Choice, OwnSettings, choose
from revtrack.services.completing import typed_path
from revtrack.tui.choices import Changed, field_of, label_of
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _


class SettingForm(Form[Changed]):
    """One field; closes with what was changed."""

    def __init__(self, desk: Desk, own: OwnSettings, choice: Choice) -> None:
        """Make the form of a choice."""
        super().__init__(desk, _("Setting – {name}").format(name=label_of(choice.name)))
        self._own = own
        self._choice = choice

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        yield field_of(self.desk, self._choice)

    def may_write(self) -> bool:
        """Allow it also where the register is open for reading only: nothing in it is changed."""
        return True

    async def carry_out(self) -> Changed:
        """Write the choice to the file, and return it."""
        name = self._choice.name
        value = clean_line(self.text(name)) or None
        if value is not None and self.row(name).field.kind is Kind.PATH:
            path = await self.ask(_folder, value)
            value = value if value.startswith("~") else str(path)
        await self.ask(choose, self._own, name, value)
        return Changed(name, value)


def _folder(text: str) -> Path:
    """Return the folder that is typed; raise RevTrackError where there is something else."""
    path = typed_path(text)
    if path is None or not path.absolute().is_dir():
        raise RevTrackError(
            N_("There is no folder {path}. Make it first, or choose another."), path=text
        )
    return path.absolute()

"""Inställningar: what a person's own choices are called, how each is made, and what follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.texts.prose import clean_line
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.choices import Choice, OwnSettings, choose
from revtrack.services.completing import typed_path
from revtrack.wording import _, language
from revtrack.wording.labels import label

NEXT_TIME = frozenset({"language", "plain"})
"""Choices that apply the next time the program is opened; the others do at once."""
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


@dataclass(frozen=True)
class Chosen:
    """A choice that has been made; None: nothing is chosen any more."""

    name: str
    value: str | None


class SettingWish(Wish[Chosen]):
    """One choice, kept in settings.toml."""

    def __init__(self, desk: Desk, own: OwnSettings, choice: Choice) -> None:
        """Take the choice as it stands."""
        super().__init__(desk, _("Setting – {name}").format(name=label_of(choice.name)))
        self._own = own
        self._choice = choice

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        return (field_of(self.desk, self._choice),)

    def carry_out(self, typed: Typed) -> Chosen:
        """Write the choice to the file, and return it."""
        name = self._choice.name
        value = clean_line(typed.text(name)) or None
        if value is not None and field_of(self.desk, self._choice).kind is Kind.PATH:
            path = _folder(value)
            value = value if value.startswith("~") else str(path)
        choose(self._own, name, value)
        return Chosen(name, value)


def _folder(text: str) -> Path:
    """Return the folder that is typed; raise RevTrackError where there is something else."""
    path = typed_path(text)
    if path is None or not path.absolute().is_dir():
        raise RevTrackError(
            N_("There is no folder {path}. Make it first, or choose another."), path=text
        )
    return path.absolute()


def chosen_anew(desk: Desk, name: str, value: str | None) -> Desk:
    """Return the desk with a choice in force; what is taken away leaves what was in force."""
    store = desk.store
    match name:
        case "firm":
            return replace(desk, firm=value)
        case "documents" if value:
            return replace(desk, documents_folder=Path(value).expanduser())
        case "templates":
            templates = Path(value).expanduser() if value else None
            return replace(desk, store=replace(store, templates=templates))
        case "user" if value:
            return replace(desk, store=replace(store, person=replace(store.person, name=value)))
        case "role" if value:
            person = replace(store.person, role=PersonRole(value))
            return replace(desk, store=replace(store, person=person))
    return desk


def label_of(name: str) -> str:
    """Return what a choice is called."""
    return {
        "user": _("Name"),
        "role": _("Role"),
        "firm": _("Firm"),
        "documents": _("Folder for documents"),
        "templates": _("Folder of templates"),
        "language": _("Language"),
        "theme": _("Colours"),
        "plain": _("Plain lines"),
    }[name]


def words_of(name: str) -> Mapping[str, str]:
    """Return the values that may be chosen with their words; empty where any text may be."""
    match name:
        case "role":
            return {each.value: label(each) for each in PersonRole}
        case "language":
            return LANGUAGE_NAMES
        case "theme":
            return theme_words()
        case "plain":
            return {"no": _("No"), "yes": _("Yes")}
    return {}


def theme_words() -> Mapping[str, str]:
    """Return the words of the themes by their codes, in the order that the key goes through."""
    return {"dark": _("Dark"), "light": _("Light"), "high-contrast": _("High contrast")}


def said(desk: Desk, choice: Choice) -> str:
    """Return what is in force: what the file says, else what applies without a choice."""
    if choice.stated is not None:
        return words_of(choice.name).get(choice.stated, choice.stated)
    return {
        "user": desk.store.person.name,
        "role": label(desk.store.person.role),
        "firm": _("none proposed"),
        "documents": str(desk.documents_folder.absolute()),
        "templates": _("those that come with the program"),
        "language": LANGUAGE_NAMES[language()],
        "theme": next(iter(theme_words().values())),
        "plain": _("No"),
    }[choice.name]


def source_told(choice: Choice) -> str:
    """Return where a choice comes from, in a few words; empty for the person's own file."""
    if choice.variable:
        return _("by {variable}").format(variable=choice.variable)
    return "" if choice.stated else _("nothing chosen")


def field_of(desk: Desk, choice: Choice) -> FormField:
    """Return the field in which a choice is made."""
    words = words_of(choice.name)
    if words:
        first = {"role": desk.store.person.role.value, "language": language()}.get(choice.name, "")
        return FormField(
            choice.name,
            label_of(choice.name),
            Kind.CHOICE,
            value=choice.stated or first,
            choices=tuple(words.items()),
        )
    is_path = choice.name in {"documents", "templates"}
    return FormField(
        choice.name,
        label_of(choice.name),
        Kind.PATH if is_path else Kind.LINE,
        value=choice.stated or "",
        hint=_("empty: {usual}").format(usual=said(desk, Choice(choice.name, None))),
    )


def saved_told(name: str) -> str:
    """Return that a choice is saved, and whether it applies now."""
    later = name in NEXT_TIME
    return _("Saved; it applies the next time.") if later else _("Saved; it applies now.")

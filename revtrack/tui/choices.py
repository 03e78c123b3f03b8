"""What a person's choices are called on the screen, and what of them applies at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from textual.message import Message

from revtrack.domain.codes import PersonRole
from revtrack.forms.field import FormField, Kind
from revtrack.services.choices import Choice
from revtrack.tui.desk import Desk
from revtrack.tui.themes import THEME_NAMES
from revtrack.wording import _, language
from revtrack.wording.labels import label

NEXT_TIME = frozenset({"language", "plain"})
"""Choices that apply the next time the program is opened; the others do at once."""
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}


@dataclass
class Changed(Message):
    """A choice has been changed; None: nothing is chosen any more."""

    name: str
    value: str | None


def chosen_anew(desk: Desk, changed: Changed) -> Desk:
    """Return the desk with a choice in force; what is taken away leaves what was in force."""
    store, value = desk.store, changed.value
    match changed.name:
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
    return _labels()[name]


def _labels() -> Mapping[str, str]:
    return {
        "user": _("Name"),
        "role": _("Role"),
        "firm": _("Firm"),
        "documents": _("Folder for documents"),
        "templates": _("Folder of templates"),
        "language": _("Language"),
        "theme": _("Colours"),
        "plain": _("Plain lines"),
    }


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
    words = {"dark": _("Dark"), "light": _("Light"), "high-contrast": _("High contrast")}
    return {code: words[code] for code in THEME_NAMES}


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

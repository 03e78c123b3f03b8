"""Inställningar: a person's own choices, each told with what is in force, and changed by a form."""

from collections.abc import Sequence
from functools import partial

from revtrack.forms.settings import (
    SettingWish,
    chosen_anew,
    label_of,
    said,
    saved_told,
    source_told,
)
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, leaving
from revtrack.services.choices import Choice, OwnSettings, choose, see_choices
from revtrack.settings import log_file
from revtrack.wording import _


def read_settings(talk: Dialogue) -> None:
    """Read the choices, and let them be made; where everything lies comes last."""
    own = talk.desk.own
    if own is None:
        talk.say(_("No settings are kept in this sitting."))
        return

    def options() -> Sequence[Option]:
        choices, _keys = see_choices(own)
        return (
            *(
                Option(_choice_told(talk, each), partial(_open, talk, own, each))
                for each in choices
            ),
            Option(_("Where everything lies"), partial(_tell_places, talk, own)),
        )

    talk.menu(lambda: f"{_('Settings')}.", options)


def _choice_told(talk: Dialogue, choice: Choice) -> str:
    source = source_told(choice)
    told = f"{label_of(choice.name)}: {said(talk.desk, choice)}"
    return f"{told} ({source})" if source else told


def _open(talk: Dialogue, own: OwnSettings, choice: Choice) -> None:
    """Change a choice, or give the usual back where something has been chosen."""
    if choice.stated is None:
        _change(talk, own, choice)
        return
    options = (
        Option(_("Change it"), leaving(partial(_change, talk, own, choice))),
        Option(_("The usual again"), leaving(partial(_usual, talk, own, choice))),
    )
    talk.menu(lambda: _choice_told(talk, choice), lambda: options)


def _change(talk: Dialogue, own: OwnSettings, choice: Choice) -> None:
    chosen = fill(talk, SettingWish(talk.desk, own, choice))
    _apply(talk, chosen.name, chosen.value)


def _usual(talk: Dialogue, own: OwnSettings, choice: Choice) -> None:
    choose(own, choice.name, None)
    _apply(talk, choice.name, None)


def _apply(talk: Dialogue, name: str, value: str | None) -> None:
    talk.desk = chosen_anew(talk.desk, name, value)
    talk.say(saved_told(name))


def _tell_places(talk: Dialogue, own: OwnSettings) -> None:
    desk = talk.desk
    places = [(_("The register"), desk.store.path), (_("These settings"), own.file)]
    if desk.drafts is not None:
        places.append((_("Drafts of forms"), desk.drafts.folder))
    places.append((_("The log of faults"), log_file()))
    for title, path in places:
        talk.say(f"{title}: {path.absolute()}")

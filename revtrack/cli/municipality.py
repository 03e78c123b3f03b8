"""A municipality and what its office has chosen: how long a reply takes, when to remind."""

from collections.abc import Sequence
from typing import Any

import click

from revtrack.cli.frame.entered import complaints_told
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, code_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.codes import CountedDay, Signing
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Municipality
from revtrack.domain.replies.reminders import NO_STEPS, parse_steps
from revtrack.services import find
from revtrack.services.registering.municipalities import (
    change_municipality,
    find_municipality,
    new_municipality,
)
from revtrack.storage.store import Store
from revtrack.wording import _
from revtrack.wording.labels import field_label
from revtrack.wording.town_settings import SHOWN, setting_in_words


def municipality() -> Command:
    """Return the command that shows and changes a municipality's settings."""
    return Command(
        "municipality",
        _municipality,
        [
            click.Argument(
                ["name"],
                required=False,
                metavar=_("[MUNICIPALITY]"),
                help=_("Name or abbreviation; without it all are shown."),
            ),
            click.Option(["--new"], is_flag=True, help=_("Register it; it is not known yet.")),
            click.Option(["--rename"], metavar="TEXT", help=_("Its new name.")),
            click.Option(["--abbreviation"], metavar="TEXT", help=_("Its abbreviation.")),
            click.Option(["--place"], metavar="TEXT", help=_("Where letters are dated.")),
            click.Option(
                ["--reply-address"], metavar="TEXT", help=_("Where committees send replies.")
            ),
            click.Option(
                ["--diary-address"], metavar="TEXT", help=_("The registry, where it is another.")
            ),
            click.Option(
                ["--reply-months"],
                metavar=_("MONTHS"),
                help=_("Proposed time for a reply, from the hand-over."),
            ),
            code_option("--counted-day", CountedDay, _("Which day of a reply counts.")),
            click.Option(
                ["--takes-drafts/--no-drafts"],
                default=None,
                help=_("Whether officials' drafts are registered."),
            ),
            click.Option(
                ["--asks-if-solved/--no-asks-if-solved"],
                default=None,
                help=_("Whether closing as implemented asks if the problem is solved."),
            ),
            code_option("--signing", Signing, _("Who signs letters.")),
            click.Option(
                ["--reminder-steps"],
                metavar="TEXT",
                help=_("When committees are reminded, as in “-14 mail, 7 mail, 21 letter”."),
            ),
            json_option(),
        ],
        _(
            "Without a choice the settings are shown. An empty text takes a setting away; "
            "--reminder-steps - switches reminders off, and a step that is left out is not made."
        ),
        [
            "revtrack municipality",
            'revtrack municipality Eskilstuna --reminder-steps "7 mail, 21 letter"',
            "revtrack municipality Eskilstuna --reply-months 2 --counted-day decided",
            'revtrack municipality "Älvsunda kommun" --new --place Älvsunda',
        ],
    )


def _municipality(
    start: Start,
    name: str | None,
    new: bool,
    rename: str | None,
    as_json: bool,
    **said: Any,  # noqa: ANN401 - each of the other options, by the field that it sets
) -> None:
    choices = {field: value or None for field, value in said.items() if value is not None}
    choices |= {field: said[field] for field in _FLAGS if said[field] is not None}
    if said["reminder_steps"] == "":
        choices["reminder_steps"] = NO_STEPS
    if said["reply_months"] and said["reply_months"].isdecimal():
        choices["reply_months"] = int(said["reply_months"])
    if rename is not None:
        choices["name"] = rename
    with opened(start) as store:
        towns = _carried_out(store, name, choices, is_new=new)
    if as_json:
        say_json([_as_json(town) for town in towns])
        return
    for place, town in enumerate(towns):
        if place:
            say()
        _say(town)
    if not towns:
        note(_("There is no municipality in the register."))


_FLAGS = ("takes_drafts", "asks_if_solved")


def _carried_out(
    store: Store, name: str | None, choices: dict[str, Any], *, is_new: bool
) -> Sequence[Municipality]:
    """Carry out what is wished and return the municipalities that it is about."""
    if name is None:
        if choices or is_new:
            raise UsageError("Say which municipality it is about.")
        return find.list_municipalities(store)
    with complaints_told():
        if is_new:
            return [new_municipality(store, name, choices)]
        if choices:
            return [change_municipality(store, name, choices)]
    return [find_municipality(store, name)]


def _say(town: Municipality) -> None:
    say(town.name)
    for field in SHOWN:
        say_wrapped(
            f"{field_label('municipality', field)}: {setting_in_words(field, town)}",
            indent=2,
            hanging=2,
        )


def _as_json(town: Municipality) -> dict[str, object]:
    shown = {field: getattr(town, field) for field in SHOWN}
    steps = [
        {"days": step.days, "form": step.form.value} for step in parse_steps(town.reminder_steps)
    ]
    return {"name": town.name, **shown, "reminder_steps": steps}

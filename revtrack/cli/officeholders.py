"""The auditors and their experts in their functions: who signs, who leads, and how long."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from revtrack.cli.frame.entered import complaints_told
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_table
from revtrack.cli.frame.parts import Command, code_option, csv_option, day_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json, iso
from revtrack.domain.codes import OfficeholderFunction
from revtrack.domain.errors import UsageError
from revtrack.domain.records import Municipality, NewOfficeholder, Officeholder
from revtrack.services import find
from revtrack.services.registering import people
from revtrack.wording import _
from revtrack.wording.labels import label

NOTHING = "–"


def _municipality_option() -> click.Option:
    return click.Option(
        ["--municipality"],
        metavar=_("NAME"),
        help=_("The municipality; it may be left out where there is only one."),
    )


def _name_argument() -> click.Argument:
    return click.Argument(["name"], metavar=_("NAME"), help=_("The name of the person."))


def _said_options() -> list[click.Parameter]:
    return [
        day_option("--from", _("The first day in the function.")),
        day_option("--until", _("The last day in the function.")),
        click.Option(["--title"], metavar="TEXT", help=_("The title under a signature.")),
        click.Option(["--body"], metavar="TEXT", help=_("The firm, or the group of auditors.")),
    ]


def officeholders() -> Command:
    """Return the command that lists the officeholders."""
    return Command(
        "officeholders",
        _list,
        [_municipality_option(), json_option(), csv_option()],
        _("Those of one municipality, or of all; the names stand under letters and reports."),
        ["revtrack officeholders", "revtrack officeholders --municipality Eskilstuna --json"],
    )


def _list(start: Start, municipality: str | None, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        only = find.find_municipality_or_all(store, municipality)
        towns = [only] if only else find.list_municipalities(store)
        found = [
            (town, each) for town in towns for each in people.list_officeholders(store, town.id)
        ]
    headings = [
        _("Municipality"),
        _("Function"),
        _("Name"),
        _("Firm or group"),
        _("From"),
        _("Until"),
    ]
    rows = [_row(*each) for each in found]
    if as_json:
        say_json([_as_json(*each) for each in found])
    elif as_csv:
        say_csv(headings, rows)
    elif rows:
        say_table(headings, [[cell or NOTHING for cell in row] for row in rows], wide=2)
    else:
        note(_("Nobody is registered."))


def _row(town: Municipality, each: Officeholder) -> Sequence[str]:
    return (
        town.name,
        label(each.function),
        each.name,
        each.body or "",
        iso(each.from_on) or "",
        iso(each.to_on) or "",
    )


def _as_json(town: Municipality, each: Officeholder) -> Json:
    return {
        "municipality": town.name,
        "name": each.name,
        "function": each.function.value,
        "title": each.title,
        "body": each.body,
        "from_on": iso(each.from_on),
        "to_on": iso(each.to_on),
    }


def add() -> Command:
    """Return the command that registers an officeholder."""
    return Command(
        "officeholders add",
        _add,
        [
            _name_argument(),
            code_option("--function", OfficeholderFunction, _("What the person does.")),
            *_said_options(),
            _municipality_option(),
        ],
        _("A person may have several functions, and several terms in one."),
        [
            'revtrack officeholders add "Anna Ek" --function chair --from 2027-01-01',
            'revtrack officeholders add "Bo Al" --function engagement_lead --body Ekab',
        ],
    )


def _add(
    start: Start,
    *,
    name: str,
    function: str | None,
    municipality: str | None,
    **said: Any,  # noqa: ANN401 - each of the other options
) -> None:
    if function is None:
        raise UsageError("Say with --function what the person does.")
    with opened(start) as store, complaints_told():
        town = find.find_municipality(store, municipality)
        new = NewOfficeholder(
            municipality_id=town.id,
            name=name,
            function=OfficeholderFunction(function),
            **_fields(said),
        )
        stored = people.add_officeholder(store, new)
    note(_("{name} is registered.").format(name=stored.name))


def _fields(said: dict[str, Any]) -> dict[str, date | str | None]:
    """Return the options that were given, as fields of the record; an empty text takes away."""
    names = {"from": "from_on", "until": "to_on", "title": "title", "body": "body"}
    return {names[key]: value or None for key, value in said.items() if value is not None}


def change() -> Command:
    """Return the command that changes an officeholder."""
    return Command(
        "officeholders change",
        _change,
        [
            _name_argument(),
            code_option("--function", OfficeholderFunction, _("In which function.")),
            click.Option(["--rename"], metavar="TEXT", help=_("The new name.")),
            *_said_options(),
            _municipality_option(),
        ],
        _("What is not named stays; an empty text takes a title or a firm away."),
        ['revtrack officeholders change "Anna Ek" --until 2026-12-31'],
    )


def _change(
    start: Start,
    *,
    name: str,
    function: str | None,
    rename: str | None,
    municipality: str | None,
    **said: Any,  # noqa: ANN401 - each of the other options
) -> None:
    choices: dict[str, Any] = {**_fields(said), **({"name": rename} if rename else {})}
    with opened(start) as store, complaints_told():
        town = find.find_municipality(store, municipality)
        person = people.find_officeholder(store, town, name, function)
        people.change_officeholder(store, person, choices)
    note(_("The change is saved."))


def remove() -> Command:
    """Return the command that takes an officeholder away."""
    return Command(
        "officeholders remove",
        _remove,
        [
            _name_argument(),
            code_option("--function", OfficeholderFunction, _("In which function.")),
            _municipality_option(),
        ],
        _("For what was registered by mistake; a term that is over gets its last day instead."),
        ['revtrack officeholders remove "Anna Ek"'],
    )


def _remove(start: Start, name: str, function: str | None, municipality: str | None) -> None:
    with opened(start) as store:
        town = find.find_municipality(store, municipality)
        people.take_away(store, people.find_officeholder(store, town, name, function))
    note(_("{name} is taken away.").format(name=name))

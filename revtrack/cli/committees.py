"""The committees of each municipality, and where they are written to."""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from revtrack.cli import contracts
from revtrack.cli.frame.entered import complaints_told
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_csv, say_json, say_table, say_wrapped
from revtrack.cli.frame.parts import Command, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.texts.prose import lines_of
from revtrack.services import find
from revtrack.services.registering.bodies import add_committees
from revtrack.services.registering.committees import change_contact
from revtrack.services.registering.meetings import find_committee
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, field_label
from revtrack.wording.vocabularies import NOT_STATED


def committees() -> Command:
    """Return the command that lists the committees."""
    return Command(
        "committees",
        _list_committees,
        [json_option(), csv_option()],
        _("Name, abbreviation or another name of the list may be written where a command asks."),
        ["revtrack committees", "revtrack committees --json"],
    )


def _list_committees(start: Start, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        pairs = find.list_committees(store)
    if as_json:
        names = {committee.id: committee.name for _town, committee in pairs}
        say_json([contracts.committee_line(*each, names) for each in pairs])
        return
    headings = [
        _("Municipality"),
        _("Abbreviation"),
        _("Committee"),
        _("Other names"),
        _("Contact address"),
        _("From"),
        _("Until"),
        _("Successor"),
    ]
    by_id = {committee.id: committee for _town, committee in pairs}
    rows = [_committee_row(town, committee, by_id) for town, committee in pairs]
    if as_csv:
        say_csv(headings, rows)
    elif rows:
        shown = [name for number, name in enumerate(headings) if any(row[number] for row in rows)]
        kept = [headings.index(name) for name in shown]
        say_table(
            shown, [[row[number] for number in kept] for row in rows], wide=shown.index(headings[2])
        )
    else:
        note(_("There is no committee in the register."))


def _committee_row(
    town: Municipality, committee: Committee, by_id: Mapping[int, Committee]
) -> Sequence[str]:
    heir = by_id.get(committee.successor_id or 0)
    return (
        town.name,
        committee.abbreviation or "",
        committee.name,
        ", ".join(lines_of(committee.aliases)),
        committee.contact_address or "",
        committee.valid_from_on.isoformat() if committee.valid_from_on else "",
        committee.valid_to_on.isoformat() if committee.valid_to_on else "",
        heir.name if heir else "",
    )


def add() -> Command:
    """Return the command that registers committees."""
    return Command(
        "committees add",
        _add_committees,
        [
            click.Argument(
                ["names"],
                nargs=-1,
                required=True,
                metavar=_("NAME…"),
                help=_(
                    "A committee each, with its abbreviation, or - for a list on standard input."
                ),
            ),
            click.Option(
                ["--municipality"],
                metavar=_("NAME"),
                help=_("The municipality; it may be left out where there is only one."),
            ),
        ],
        _("A committee that is registered already stays as it is."),
        [
            'revtrack committees add "Kommunstyrelsen KS" "Socialnämnden SN"',
            "revtrack committees add - < namnder.txt",
        ],
    )


def _add_committees(start: Start, names: tuple[str, ...], municipality: str | None) -> None:
    file = next(filter(_is_file, names), None)
    if file is not None:
        raise UsageError(
            "{name} is a file, it seems. Give the committees by name, or the list of a text file "
            "with: revtrack committees add - < {name}",
            name=file,
        )
    text = sys.stdin.read() if names == (STANDARD,) else "\n".join(names)
    with opened(start) as store, complaints_told():
        town = find.find_municipality(store, municipality)
        done = add_committees(store, town.id, listed_committees(text))
    for each in done.added:
        say(f"{each.name} ({each.abbreviation})" if each.abbreviation else each.name)
    said = ngettext("{n} committee is added.", "{n} committees are added.", len(done.added))
    note(said.format(n=len(done.added)))
    if done.known:
        names_told = ", ".join(each.name for each in done.known)
        note(_("Registered already: {names}.").format(names=names_told))


def _is_file(name: str) -> bool:
    """Tell whether a name is rather that of a file, which was meant to be read."""
    if " " in name.strip():
        return False
    return _FILE_ENDING.search(name) is not None or ("." in name and Path(name).is_file())


_FILE_ENDING = re.compile(
    r"\S\.(?:txt|csv|tsv|md|json|docx?|odt|rtf|pdf|xlsx?|ods|html?)$", re.IGNORECASE
)
STANDARD = "-"
"""The name that means standard input."""


def committee() -> Command:
    """Return the command that shows and changes where a committee is written to."""
    return Command(
        "committee",
        _committee,
        [
            click.Argument(
                ["name"],
                metavar=_("COMMITTEE"),
                help=_("Name or abbreviation of the committee."),
            ),
            click.Option(
                ["--mail"],
                metavar="TEXT",
                help=_("The e-mail address that reminders are drafted to."),
            ),
            click.Option(
                ["--municipality"],
                metavar=_("NAME"),
                help=_("The municipality, where a committee's name is found in several."),
            ),
        ],
        _(
            "Without a choice the address is shown. It may stand within a postal address; an empty "
            "text takes it away. `revtrack committees` lists them all."
        ),
        [
            "revtrack committee KFN",
            "revtrack committee KFN --mail kfn@eskilstuna.example",
        ],
    )


def _committee(start: Start, name: str, mail: str | None, municipality: str | None) -> None:
    with opened(start) as store, complaints_told():
        if mail is None:
            body = find_committee(store, name, municipality)
        else:
            body = change_contact(store, name, mail.strip() or None, municipality)
    told = body.contact_address or absent_label(NOT_STATED)
    say(body.name)
    say_wrapped(f"{field_label('committee', 'contact_address')}: {told}", indent=2, hanging=2)

"""The committees of each municipality."""

from collections.abc import Sequence

from revtrack.cli import contracts
from revtrack.cli.opened import opened
from revtrack.cli.output import note, say_csv, say_json, say_table
from revtrack.cli.parts import Command, csv_option, json_option
from revtrack.cli.start import Start
from revtrack.domain.prose import lines_of
from revtrack.domain.records import Committee, Municipality
from revtrack.services import find
from revtrack.wording import _


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
        say_json([contracts.committee_line(town, committee) for town, committee in pairs])
        return
    headings = [_("Municipality"), _("Abbreviation"), _("Committee"), _("Other names"), _("Until")]
    rows = [_committee_row(town, committee) for town, committee in pairs]
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


def _committee_row(town: Municipality, committee: Committee) -> Sequence[str]:
    return (
        town.name,
        committee.abbreviation or "",
        committee.name,
        ", ".join(lines_of(committee.aliases)),
        committee.valid_to_on.isoformat() if committee.valid_to_on else "",
    )

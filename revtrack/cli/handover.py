"""A client's register handed over to the next firm."""

from pathlib import Path

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_json
from revtrack.cli.frame.parts import Command, folder_option, json_option, municipality_argument
from revtrack.cli.frame.start import Start
from revtrack.services import find
from revtrack.services.papers.handover import make_handover
from revtrack.wording import _


def handover() -> Command:
    """Return the command that hands a client's register over."""
    return Command(
        "export handover",
        _handover,
        [
            municipality_argument(),
            folder_option(_("A new or empty folder.")),
            json_option(),
        ],
        _(
            "Its audits as a case file that can be read in, the attached files under their own "
            "names, and a workbook that lists them; nothing of any other client."
        ),
        ["revtrack export handover Eskilstuna --to overlamning"],
    )


def _handover(start: Start, *, municipality: str | None, folder: Path, as_json: bool) -> None:
    with opened(start) as store:
        town = find.find_municipality(store, municipality)
        made = make_handover(store, town, start.today, folder)
    if as_json:
        say_json([str(path) for path in made])
        return
    for path in made:
        say(str(path))
    note(
        _("Handed over: {municipality}, in {folder}.").format(municipality=town.name, folder=folder)
    )

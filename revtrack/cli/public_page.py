"""A municipality's public page of its audits, with open data."""

from collections.abc import Sequence
from pathlib import Path

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import say, say_json
from revtrack.cli.frame.parts import (
    Command,
    folder_option,
    json_option,
    municipality_argument,
    year_option,
)
from revtrack.cli.frame.start import Start
from revtrack.cli.publish import (
    confirming_options,
    finding_as_json,
    reason_for_all,
    tell_findings,
    tell_outcome,
)
from revtrack.domain.errors import UsageError
from revtrack.services import find
from revtrack.services.papers.public_page import draw_pages, publish_pages
from revtrack.wording import _


def public() -> Command:
    """Return the command that makes the public page."""
    return Command(
        "export public",
        _public,
        [
            municipality_argument(),
            year_option(required=True),
            folder_option(_("The municipality's own folder of pages; made if it is not there.")),
            click.Option(
                ["--leave-out"],
                multiple=True,
                metavar=_("AUDIT[:R2]"),
                help=_(
                    "An audit, or a recommendation of one, that is kept off the page and out of "
                    "the data; needs --why; may be given several times."
                ),
            ),
            *confirming_options(),
            json_option(),
        ],
        _(
            "A page (HTML), open data (CSV) and an index of the years: recommendation, committee, "
            "reply, action and status of what has been handed over, without names of persons. "
            "What names anybody anyhow, and what is said of security, is listed and must be "
            "confirmed or left out; the page tells how much is left out. Pages of the register "
            "are written anew in their place; a page edited by hand is left, and refused."
        ),
        [
            "revtrack export public Eskilstuna --year 2022 --to webb",
            "revtrack export public --year 2022 --to w --leave-out ESK-2022-1 --why OSL",
        ],
    )


def _public(  # noqa: PLR0913 - one argument for each option
    start: Start,
    *,
    municipality: str | None,
    year: int,
    folder: Path,
    leave_out: Sequence[str],
    reviewed: bool,
    why: str | None,
    confirm: Sequence[tuple[str, str]],
    as_json: bool,
) -> int:
    reason, reasons = reason_for_all(start, reviewed=reviewed, why=why), dict(confirm)
    left_out = _left_out(leave_out, why or start.why)
    with opened(start) as store:
        town = find.find_municipality(store, municipality)
        pages = draw_pages(store, town, year, start.today, folder, left_out)
        left = pages.unconfirmed(reasons, reason)
        made: tuple[Path, ...] = ()
        if not left:
            made = publish_pages(store, pages, start.today, folder, reasons=reasons, why=reason)
    if as_json:
        found = [finding_as_json(each) for each in pages.findings]
        say_json({"published": [str(path) for path in made], "findings": found})
    else:
        tell_findings(f"{year}.html", pages.findings)
        for path in made:
            say(str(path))
    return tell_outcome(len(left))


def _left_out(places: Sequence[str], why: str | None) -> dict[str, str]:
    if places and not why:
        raise UsageError("Say with --why, why {places} is left out.", places=", ".join(places))
    return dict.fromkeys(places, why or "")

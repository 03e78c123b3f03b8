"""Case packages out, and the list of those that went either way."""

from pathlib import Path
from typing import Any

import click

from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, audit_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.package.view import DETAIL, INDENT
from revtrack.services.exchange.packages import making, settling
from revtrack.services.exchange.packages.settling import ExchangeLine
from revtrack.services.exchange.packages.taking import sender_of
from revtrack.services.exchange.packages.views import Audience
from revtrack.services.find import find_audit
from revtrack.settings import package_key_file
from revtrack.storage.store import Store
from revtrack.wording import _


def make() -> Command:
    """Return the command that makes a package."""
    return Command(
        "package make",
        _make,
        [
            audit_argument(),
            click.Argument(
                ["file"], metavar=_("FILE"), help=_("A new file that ends in .rtpaket or .zip.")
            ),
            click.Option(["--to"], metavar=_("NAME"), help=_("Whom it is for, in your words.")),
            click.Option(
                ["--for", "audience"],
                type=click.Choice([each.value for each in Audience]),
                default=Audience.CLERK.value,
                show_default=True,
                help=_(
                    "What the receiver may see: a clerk none of the auditors' notes, verdicts and "
                    "working material; auditors everything."
                ),
            ),
        ],
        _(
            "The package holds the audit with its attached files, and is signed with a key of "
            "yours that is made at first use. Tell the receiver its fingerprint over the telephone."
        ),
        [
            "revtrack package make ESK-2022-1 ESK-2022-1.rtpaket --to Eskilstuna",
            "revtrack package make ESK-2022-1 hela.rtpaket --for auditors",
        ],
    )


def _make(start: Start, audit: str, file: str, to: str | None, audience: str) -> None:
    with opened(start) as store:
        wanted = making.Wanted(find_audit(store, audit).id, to, Audience(audience))
        made = making.make_package(store, wanted, Path(file), start.today, package_key_file())
    note(_("Written: {path}").format(path=made.path))
    note(_("Signed with the key {signer}").format(signer=made.signer))
    if not made.is_new:
        note(_("It says nothing that has not been exchanged before."))
    for name in made.missing_files:
        note(_("The attached file {name} is not in the register.").format(name=name))


def list_() -> Command:
    """Return the command that lists packages."""
    return Command(
        "package list",
        _list,
        [audit_argument(required=False), json_option()],
        _("Of one audit or of all, the newest first."),
        ["revtrack package list ESK-2022-1", "revtrack package list --json"],
    )


def _list(start: Start, audit: str | None, as_json: bool) -> None:
    with opened(start) as store:
        lines = settling.list_packages(store, _audit_id(store, audit))
    if as_json:
        say_json([_line_as_json(line) for line in lines])
        return
    for line in lines:
        _tell_line(line)
    if not lines:
        note(_("No package has been sent or read in."))


def _audit_id(store: Store, audit: str | None) -> int | None:
    return find_audit(store, audit).id if audit else None


def _line_as_json(line: ExchangeLine) -> dict[str, Any]:
    return {
        "audit": line.manifest.reference,
        "direction": line.exchange.direction.value,
        "exchanged_on": line.exchange.exchanged_on.isoformat(),
        "partner": line.exchange.partner,
        "for": line.manifest.audience.value,
        "made_on": line.manifest.made_on.isoformat(),
        "signer": line.exchange.signer,
        "sha256": line.exchange.sha256,
        "content": line.manifest.content,
    }


def _tell_line(line: ExchangeLine) -> None:
    exchange = line.exchange
    said = _("{day}  {reference}  read in from {partner}")
    if line.is_sent:
        said = _("{day}  {reference}  made for {partner}")
    partner = exchange.partner if line.is_sent else sender_of(line.manifest)
    say_wrapped(
        said.format(
            day=exchange.exchanged_on,
            reference=line.manifest.reference,
            partner=partner or _("nobody named"),
        ),
        hanging=INDENT,
    )
    say_wrapped(_("Key: {signer}").format(signer=exchange.signer), indent=DETAIL)

"""What packages have left unsettled, listed and settled."""

import click

from revtrack.cli import FINE, PROBLEMS
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json
from revtrack.cli.frame.parts import Command, audit_argument, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.package.view import conflict_as_json, tell_conflicts
from revtrack.domain.errors import UsageError
from revtrack.domain.exchange.merging import Side
from revtrack.services.exchange.packages import settling
from revtrack.services.find import find_audit
from revtrack.wording import _


def conflicts() -> Command:
    """Return the command that lists what is unsettled."""
    return Command(
        "package conflicts",
        _conflicts,
        [audit_argument(), json_option()],
        _("Exit status 1 where something is unsettled."),
        ["revtrack package conflicts ESK-2022-1"],
    )


def _conflicts(start: Start, audit: str, as_json: bool) -> int:
    with opened(start) as store:
        lines = settling.list_conflicts(store, find_audit(store, audit).id)
    if as_json:
        say_json([conflict_as_json(line) for line in lines])
    else:
        tell_conflicts(lines)
        if not lines:
            note(_("Nothing is unsettled."))
    return PROBLEMS if lines else FINE


def settle() -> Command:
    """Return the command that settles conflicts."""
    return Command(
        "package settle",
        _settle,
        [
            audit_argument(),
            click.Argument(
                ["keys"],
                nargs=-1,
                metavar=_("[KEY]…"),
                help=_("The conflicts by the keys that are listed; all where none is given."),
            ),
            click.Option(
                ["--ours", "side"],
                flag_value=Side.OURS.value,
                help=_("The register stays as it is, and the next package tells them so."),
            ),
            click.Option(
                ["--theirs", "side"],
                flag_value=Side.THEIRS.value,
                help=_("The register takes what they say."),
            ),
        ],
        _("Choose one of --ours and --theirs."),
        [
            "revtrack package settle ESK-2022-1 3f2a91bc:position --theirs",
            "revtrack package settle ESK-2022-1 --ours",
        ],
    )


def _settle(start: Start, audit: str, keys: tuple[str, ...], side: str | None) -> int:
    if side is None:
        raise UsageError("Choose one of --ours and --theirs.")
    with opened(start) as store:
        audit_id = find_audit(store, audit).id
        left = settling.settle(store, audit_id, keys, Side(side), start.today)
    if left:
        tell_conflicts(left)
        return PROBLEMS
    note(_("Nothing is unsettled."))
    return FINE

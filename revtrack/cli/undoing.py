"""Undoing and redoing: this person's latest wish."""

from collections.abc import Mapping
from functools import partial

import click

from revtrack.cli import contracts
from revtrack.cli.changes import tell_changes
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_json
from revtrack.cli.frame.parts import Command, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.errors import N_
from revtrack.domain.undoing import Direction
from revtrack.services.describe import describe_events
from revtrack.services.undoing import see_turn, take_turn
from revtrack.wording import _

_TOLD: Mapping[tuple[Direction, bool], str] = {
    (Direction.UNDO, False): N_("Undone: your change {number}, made {at} UTC."),
    (Direction.REDO, False): N_("Done again: your change {number}, made {at} UTC."),
    (Direction.UNDO, True): N_("This would undo your change {number}, made {at} UTC:"),
    (Direction.REDO, True): N_("This would do your change {number} again, made {at} UTC:"),
}


def undo() -> Command:
    """Return the command that undoes the latest wish."""
    return Command(
        "undo",
        partial(_turn, direction=Direction.UNDO),
        _options(),
        _("Yours, not anybody else's; what others have built upon is refused, never half undone."),
        ["revtrack undo --dry-run", "revtrack undo"],
    )


def redo() -> Command:
    """Return the command that does again what was undone."""
    return Command(
        "redo",
        partial(_turn, direction=Direction.REDO),
        _options(),
        _("As long as you have changed nothing else since."),
        ["revtrack redo --dry-run", "revtrack redo"],
    )


def _options() -> list[click.Parameter]:
    told = _("Tell what would be done, and change nothing.")
    return [click.Option(["--dry-run"], is_flag=True, help=told), json_option()]


def _turn(start: Start, *, direction: Direction, dry_run: bool, as_json: bool) -> None:
    with opened(start) as store:
        seen = see_turn(store, direction)
        lines = describe_events(store, seen.events)
        if not dry_run:
            take_turn(store, seen)
    if as_json:
        say_json(
            {
                "direction": direction.value,
                "change": seen.turn.about,
                "at": seen.at,
                "dry_run": dry_run,
                "changes": [contracts.turned_line(event) for event in seen.events],
            }
        )
        return
    told = _(_TOLD[direction, dry_run])
    note(told.format(number=seen.turn.about, at=seen.at[:16].replace("T", " ")))
    tell_changes(lines)

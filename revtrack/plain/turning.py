"""Ångra and gör om: what the latest wish changed is read first, then turned back whole."""

from revtrack.domain.errors import RevTrackError
from revtrack.domain.texts.prose import name_key
from revtrack.domain.undoing import Direction
from revtrack.plain.console import Console
from revtrack.plain.doing import word_here
from revtrack.plain.moments import moment_told
from revtrack.services.describe import EventLine, describe_events
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.changes import worded_change, worded_fields
from revtrack.wording.words import capitalise_first

MOST_READ = 20


def turn(console: Console, store: Store, direction: Direction) -> None:
    """Read what would be undone or redone, and do it where yes is answered."""
    try:
        seen = see_turn(store, direction)
        lines = describe_events(store, seen.events)
        is_undo = direction is Direction.UNDO
        said = (
            _("Your latest change, made {at}, is taken back: {rows}.")
            if is_undo
            else _("What you undid, made {at}, is done again: {rows}.")
        )
        rows = ngettext("{n} change", "{n} changes", len(lines)).format(n=len(lines))
        console.say(said.format(at=moment_told(seen.at), rows=rows))
        for line in lines[:MOST_READ]:
            console.say(change_told(line))
        if len(lines) > MOST_READ:
            console.say(_("And {n} more.").format(n=len(lines) - MOST_READ))
        if not is_yes(console.read(_("Do it? Write yes; anything else leaves it as it is:"))):
            console.say(_("Nothing was changed."))
            return
        take_turn(store, seen)
        console.say(_("The change is undone.") if is_undo else _("The change is done again."))
    except RevTrackError as refusal:
        console.say(word_here(refusal))


def is_yes(answer: str) -> bool:
    """Tell whether an answer is yes, whole or by its first letter."""
    yes = name_key(_("Yes"))
    return name_key(answer) in {yes, yes[:1]}


def change_told(line: EventLine) -> str:
    """Return one change as a sentence: what, and from what to what."""
    event = line.event
    was_there, is_there = event.old is not None, event.new is not None
    said = worded_change(line.name, event.table, was_there=was_there, is_there=is_there)
    fields = worded_fields(event.table, line.changes) if was_there and is_there else []
    return capitalise_first("; ".join([said, *fields])) + "."

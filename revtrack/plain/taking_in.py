"""Läs in en fil: what it would change is read first, then taken in where yes is answered."""

from revtrack.forms.reading_in import FileWish, Trial
from revtrack.forms.wish import Wish
from revtrack.plain.answers import is_wanted
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue
from revtrack.wording import _

MOST_READ = 40


def read_file(talk: Dialogue) -> None:
    """Ask for a case file or a workbook, and read it in."""
    if talk.may_write():
        take_in(talk, FileWish(talk.desk))


def take_in(talk: Dialogue, wish: Wish[Trial]) -> None:
    """Try a file, read what it would change, and take it in where that is wanted."""
    trial = fill(talk, wish, at_once=True)
    lines = (trial.summary, *trial.faults, *trial.changes, *trial.notes)
    for line in lines[:MOST_READ]:
        talk.say(line)
    if len(lines) > MOST_READ:
        talk.say(_("And {n} more.").format(n=len(lines) - MOST_READ))
    if not trial.may_go_on:
        return
    prompt = _("Read it in? Write yes; anything else leaves it as it is:")
    talk.say(trial.take_in() if is_wanted(talk, prompt) else _("Nothing was changed."))

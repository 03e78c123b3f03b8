"""The dialogue in place of the screen: a menu of all that can be done, until somebody quits."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TextIO

from revtrack.forms.desk import Desk
from revtrack.forms.new_audit import NewAuditWish
from revtrack.forms.new_letter import NewLetterWish
from revtrack.plain import (
    agenda,
    audit,
    bodies,
    checks,
    figures,
    history,
    overview,
    reminding,
    returned,
    searching,
    settings,
    taking_in,
)
from revtrack.plain.console import Console, LeaveError, Order, Reader, order_word
from revtrack.plain.doing import called, done_by
from revtrack.plain.filling import fill
from revtrack.plain.looking_back import look_back
from revtrack.plain.menu import Dialogue, Option
from revtrack.plain.moments import day_told
from revtrack.services.find import list_municipalities
from revtrack.wording import _


def hold_dialogue(desk: Desk, reader: Reader, writer: TextIO) -> None:
    """Answer by lines what is asked by lines, until it is left or there are no more lines."""
    console = Console(reader, writer)
    dialogue = Dialogue(console, replace(desk, called=called))
    marks = [
        "RevTrack",
        _("Demo") if desk.is_demo else "",
        _("Reading only") if desk.store.is_read_only else "",
        day_told(desk.today),
    ]
    console.say(", ".join(filter(None, marks)) + ".")
    console.say(_("Plain lines. ? tells what can be answered."))
    try:
        _Start(dialogue).open()
    except LeaveError:
        console.say(_("RevTrack is closed."))


class _Start:
    """The first menu."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def open(self) -> None:
        """Ask what is to be done, until somebody quits."""
        told = _("This is the first menu. Write {quit} to end.")
        self._dialogue.menu(self._title, self._options, told.format(quit=order_word(Order.QUIT)))

    def _title(self) -> str:
        if list_municipalities(self._dialogue.desk.store):
            return _("Main menu.")
        begin = _(
            "The register is empty. Begin with a letter that has been sent, with an audit, with "
            "the municipality and its committees, or read in a file."
        )
        return "\n".join((_("Main menu."), begin))

    def _options(self) -> Sequence[Option]:
        talk = self._dialogue
        return (
            *_reading(talk)[:2],
            Option(done_by("overview.letter"), self._new_letter),
            Option(done_by("overview.audit"), self._new_audit),
            Option(done_by("overview.read_form"), partial(returned.read_in, talk)),
            *_reading(talk)[2:],
            Option(_("Reminders"), partial(reminding.read_reminders, talk)),
            Option(_("Packages to and from others"), partial(_read_packages, talk)),
            Option(done_by("overview.read_file"), partial(taking_in.read_file, talk)),
            Option(_("The register as it stood on a day"), partial(look_back, talk, _read_past)),
            Option(_("Settings"), partial(settings.read_settings, talk)),
        )

    def _new_letter(self) -> None:
        talk = self._dialogue
        if talk.may_write():
            towns = list_municipalities(talk.desk.store)
            done = fill(talk, NewLetterWish(talk.desk, towns))
            text = _("{reference} is registered.")
            if done.due_on:
                text = _("{reference} is registered. Reply by {day}.")
            talk.say(text.format(reference=done.audit.reference, day=done.due_on))

    def _new_audit(self) -> None:
        talk = self._dialogue
        if talk.may_write():
            towns = list_municipalities(talk.desk.store)
            made = fill(talk, NewAuditWish(talk.desk, towns))
            talk.say(_("{reference} is registered.").format(reference=made.reference))
            audit.AuditTalk(talk, made.id).open()


def _reading(talk: Dialogue) -> tuple[Option, ...]:
    """Return what is read, today and of an earlier day."""
    return (
        Option(_("What needs me now"), partial(overview.read_needs, talk)),
        Option(_("Audits"), partial(overview.read_audits, talk)),
        Option(_("Search in all audits"), partial(searching.search, talk)),
        Option(_("Agenda"), partial(agenda.read_agenda, talk)),
        Option(_("Checks over all audits"), partial(checks.read_checks, talk, overview.open_audit)),
        Option(_("Municipalities and committees"), partial(bodies.read_municipalities, talk)),
        Option(_("Statistics"), partial(figures.read_figures, talk)),
        Option(_("History of the register"), partial(history.read_history, talk)),
    )


def _read_past(past: Dialogue) -> None:
    def title() -> str:
        return _("The register as it stood on {day}.").format(day=day_told(past.desk.today))

    past.menu(title, lambda: _reading(past))


def _read_packages(talk: Dialogue) -> None:
    # What signs packages takes long to load; only who exchanges them waits for it.
    from revtrack.plain.packages import read_packages  # noqa: PLC0415

    read_packages(talk)

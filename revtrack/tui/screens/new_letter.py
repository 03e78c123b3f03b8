"""Nytt missiv: five fields, and the replies to a letter are watched."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.widgets import Input

from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.entries import LetterEntry
from revtrack.domain.records import Audit, Municipality
from revtrack.services.completing import Names
from revtrack.services.registering.due_days import doubts_of_letter
from revtrack.services.registering.new_letter import (
    propose_reference_for,
    register_letter,
    unknown_recipients,
)
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import PAUSE, Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _


@dataclass(frozen=True)
class Registered:
    """What the form closes with."""

    audit: Audit
    due_on: date | None


class NewLetterForm(Form[Registered]):
    """A letter that has been sent: to whom, when, and by when they are asked to reply."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"recipients"})

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Make the form; the known municipalities are proposed."""
        super().__init__(desk, _("New letter"))
        self._municipalities = municipalities
        self._proposed_due = ""

    def fields(self) -> Iterable[FormField]:
        """Return the five fields; reference and year are proposed."""
        names = [town.name for town in self._municipalities]
        return (
            FormField(
                "municipality",
                _("Municipality"),
                value=names[0] if len(names) == 1 else "",
                hint=_("for example Eskilstuna kommun"),
                names=Names.MUNICIPALITIES,
                is_required=True,
            ),
            FormField("title", _("Title"), hint=_("as on the letter"), is_required=True),
            FormField(
                "recipients",
                _("Recipients"),
                hint=_("for example KS, GSN, KFN"),
                names=Names.COMMITTEES,
                is_list=True,
                is_required=True,
            ),
            FormField(
                "dated_on",
                _("Date of the letter"),
                Kind.DAY,
                hint=_("for example 2022-12-01 or 1/12"),
                is_required=True,
                towards=Towards.PAST,
            ),
            FormField(
                "due_on",
                _("Reply by"),
                Kind.DAY,
                hint=_("empty: no reply is asked for"),
                towards=Towards.FUTURE,
            ),
            FormField("reference", _("Reference"), hint=_("proposed"), is_folded=True),
            FormField("audit_year", _("Audit year"), hint=_("of the letter"), is_folded=True),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "title" if self.line("municipality") else "municipality"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Propose the day to reply by, and tell what saving will make."""
        if event.input is self.row("dated_on").control:
            self._propose_due()
        self.look_up(self._foretell)

    def _propose_due(self) -> None:
        row, dated_on = self.row("due_on"), self.day_or_none("dated_on")
        row.see_from(dated_on or self.desk.today)
        if dated_on and row.text in {"", self._proposed_due}:
            self._proposed_due = propose_due_on(dated_on, self._months()).isoformat()
            row.put(self._proposed_due)

    def _months(self) -> int:
        name = self.line("municipality")
        return next((town.reply_months for town in self._municipalities if town.name == name), 3)

    async def _foretell(self) -> None:
        await asyncio.sleep(PAUSE)
        name = self.line("municipality")
        if not name:
            self.tell_here("")
            return
        told = []
        dated_on = self.day_or_none("dated_on") or self.desk.today
        if not self.line("reference"):
            proposed = await self.ask(propose_reference_for, self.desk.store, name, dated_on.year)
            told.append(_("Reference {reference}.").format(reference=proposed))
        if recipients := self.line("recipients"):
            new = await self.ask(unknown_recipients, self.desk.store, name, recipients)
            told.append(words.new_committees(recipients, new))
        self.row("due_on").advise(await self._doubts(name))
        if name.casefold() not in {town.name.casefold() for town in self._municipalities}:
            told.append(_("New municipality is added: {name}.").format(name=name))
        self.tell_here("\n".join(filter(None, told)))

    async def _doubts(self, name: str) -> str:
        """Return what is unwise about the day to reply by."""
        on, due_on = self.day_or_none("dated_on"), self.day_or_none("due_on")
        recipients = self.line("recipients")
        if on is None or due_on is None or recipients is None or due_on <= on:
            return ""
        store = self.desk.store
        return words.doubts(await self.ask(doubts_of_letter, store, name, recipients, on, due_on))

    async def doubt(self, name: str) -> str:
        """Ask about recipients that are not known and whose names are unlike a committee's."""
        town, typed = self.text("municipality"), self.text(name)
        unknown = await self.ask(unknown_recipients, self.desk.store, town, typed)
        return words.odd_committees(typed, unknown)

    async def carry_out(self) -> Registered:
        """Register the letter; return its audit and the day to reply by."""
        entry = LetterEntry.model_validate(
            {
                "municipality": self.text("municipality"),
                "title": self.text("title"),
                "recipients": self.text("recipients"),
                "dated_on": self.day("dated_on"),
                "due_on": self.day("due_on"),
                "reference": self.line("reference"),
                "audit_year": self.line("audit_year"),
            }
        )
        audit = await self.ask(register_letter, self.desk.store, entry, self.desk.today)
        return Registered(audit, entry.due_on)

"""Ny granskning: an audit from its report, before there is a letter."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widgets import Input

from revtrack.domain.codes import AuditKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import NamedAuditEntry
from revtrack.domain.records import Audit, Municipality
from revtrack.services.completing import Names
from revtrack.services.registering.new_audit import register_named_audit
from revtrack.services.registering.new_letter import propose_reference_for, unknown_recipients
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import PAUSE, Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label


class NewAuditForm(Form[Audit]):
    """An audit with its reviewed committees; questions and recommendations follow."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"committees"})

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Make the form; the known municipalities are proposed."""
        super().__init__(desk, _("New audit"))
        self._municipalities = municipalities

    def fields(self) -> Iterable[FormField]:
        """Return municipality, title, committees and year; the rest folded."""
        names = [town.name for town in self._municipalities]
        kinds = tuple((each.value, label(each)) for each in AuditKind)
        return (
            FormField(
                "municipality",
                _("Municipality"),
                value=names[0] if len(names) == 1 else "",
                hint=_("for example Eskilstuna kommun"),
                names=Names.MUNICIPALITIES,
                is_required=True,
            ),
            FormField("title", _("Title"), hint=_("as on the report"), is_required=True),
            FormField(
                "committees",
                _("Reviewed committees"),
                hint=_("for example KS, GSN, KFN"),
                names=Names.COMMITTEES,
                is_list=True,
            ),
            FormField(
                "audit_year",
                _("Audit year"),
                value=str(self.desk.today.year),
                is_required=True,
            ),
            FormField("report_on", _("Date of the report"), Kind.DAY, towards=Towards.PAST),
            FormField("reference", _("Reference"), hint=_("proposed"), is_folded=True),
            FormField(
                "kind",
                _("Kind of audit"),
                Kind.CHOICE,
                value=AuditKind.IN_DEPTH.value,
                choices=kinds,
                is_folded=True,
            ),
            FormField("firm", _("Firm"), hint=_("none where an own office did it"), is_folded=True),
            FormField("diary_number", _("Diary number"), names=Names.DIARY_SERIES, is_folded=True),
            FormField("purpose", _("Purpose"), Kind.TEXT, is_folded=True),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "title" if self.line("municipality") else "municipality"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what saving will make."""
        event.stop()
        self.look_up(self._foretell)

    async def _foretell(self) -> None:
        await asyncio.sleep(PAUSE)
        name, year = self.line("municipality"), self.text("audit_year").strip()
        told = []
        if name and year.isdecimal() and not self.line("reference"):
            proposed = await self.ask(propose_reference_for, self.desk.store, name, int(year))
            told.append(_("Reference {reference}.").format(reference=proposed))
        if name and (typed := self.line("committees")):
            new = await self.ask(unknown_recipients, self.desk.store, name, typed)
            told.append(words.new_committees(typed, new))
        if name and name.casefold() not in {town.name.casefold() for town in self._municipalities}:
            told.append(_("New municipality is added: {name}.").format(name=name))
        self.tell_here("\n".join(filter(None, told)))

    async def doubt(self, name: str) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        town, typed = self.text("municipality"), self.text(name)
        unknown = await self.ask(unknown_recipients, self.desk.store, town, typed)
        return words.odd_committees(typed, unknown)

    async def carry_out(self) -> Audit:
        """Register the audit and return it."""
        entry = NamedAuditEntry.model_validate(
            {
                "municipality": self.text("municipality"),
                "title": self.text("title"),
                "committees": self.line("committees"),
                "audit_year": self.line("audit_year"),
                "report_on": self.day("report_on"),
                "reference": self.line("reference"),
                "kind": self.text("kind"),
                "firm": self.line("firm"),
                "diary_number": self.line("diary_number"),
                "purpose": self.line("purpose"),
            }
        )
        return await self.ask(register_named_audit, self.desk.store, entry)

"""Ny granskning: an audit from its report, before there is a letter."""

from collections.abc import Sequence
from typing import ClassVar

from revtrack.domain.codes import AuditKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import NamedAuditEntry
from revtrack.domain.records import Audit, Municipality
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import Names
from revtrack.services.registering.new_audit import register_named_audit
from revtrack.services.registering.new_letter import propose_reference_for
from revtrack.wording import _
from revtrack.wording.labels import field_label, label


class NewAuditWish(Wish[Audit]):
    """An audit with its reviewed committees; questions and recommendations follow."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"committees"})
    ASKS_REGISTER: ClassVar[bool] = True

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Take the known municipalities, which are proposed."""
        super().__init__(desk, _("New audit"))
        self._municipalities = municipalities

    def fields(self) -> Sequence[FormField]:
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
            FormField(
                "firm",
                _("Firm"),
                value=self.desk.firm or "",
                hint=_("none where an own office did it"),
                is_folded=True,
            ),
            FormField("diary_number", _("Diary number"), names=Names.DIARY_SERIES, is_folded=True),
            FormField("purpose", _("Purpose"), Kind.TEXT, is_folded=True),
            FormField(
                "criteria",
                field_label("audit", "criteria"),
                Kind.TEXT,
                hint=_("one a line"),
                is_folded=True,
            ),
            FormField(
                "follow_up_planned",
                field_label("audit", "follow_up_planned"),
                Kind.COARSE,
                hint=_("for example 2026 or 2026-Q1"),
                towards=Towards.FUTURE,
                is_folded=True,
            ),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "title" if len(self._municipalities) == 1 else "municipality"

    def told(self, typed: Typed) -> str:
        """Tell what saving will make."""
        name, year, store = (
            typed.line("municipality"),
            typed.text("audit_year").strip(),
            self.desk.store,
        )
        if not name:
            return ""
        told = []
        if year.isdecimal() and not typed.line("reference"):
            proposed = propose_reference_for(store, name, int(year))
            told.append(_("Reference {reference}.").format(reference=proposed))
        if text := typed.line("committees"):
            told += said.typed_committees(store, name, text)
        told.append(said.new_municipality(name, self._municipalities))
        return "\n".join(filter(None, told))

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        town, text = typed.text("municipality"), typed.text(name)
        return said.doubted_committees(self.desk.store, town, text)

    def carry_out(self, typed: Typed) -> Audit:
        """Register the audit and return it."""
        entry = NamedAuditEntry.model_validate(
            {
                "municipality": typed.text("municipality"),
                "title": typed.text("title"),
                "committees": typed.line("committees"),
                "audit_year": typed.line("audit_year"),
                "report_on": typed.day("report_on"),
                "reference": typed.line("reference"),
                "kind": typed.text("kind"),
                "firm": typed.line("firm"),
                "diary_number": typed.line("diary_number"),
                "purpose": typed.line("purpose"),
                "criteria": typed.line("criteria"),
                "follow_up_planned": typed.coarse("follow_up_planned"),
            }
        )
        return register_named_audit(self.desk.store, entry)

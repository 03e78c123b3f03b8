"""Ny granskning: an audit from its report, before there is a letter."""

from collections.abc import Sequence
from typing import ClassVar

from revtrack.domain.codes import AuditKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import NamedAuditEntry
from revtrack.domain.records import Audit, Municipality
from revtrack.forms.beginning import BeginningWish
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.services.completing import Names
from revtrack.services.registering.new_audit import register_named_audit
from revtrack.wording import _
from revtrack.wording.labels import field_label, label


class NewAuditWish(BeginningWish[Audit]):
    """An audit with its reviewed committees; questions and recommendations follow."""

    COMMITTEES: ClassVar[str] = "committees"
    DOUBTED: ClassVar[frozenset[str]] = frozenset({COMMITTEES})

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Take the known municipalities, which are proposed."""
        super().__init__(desk, _("New audit"), municipalities)

    def fields(self) -> Sequence[FormField]:
        """Return municipality, title, committees and year; the rest folded."""
        return (
            self.municipality_field(),
            FormField("title", _("Title"), hint=_("as on the report"), is_required=True),
            self.committees_field(_("Reviewed committees")),
            FormField(
                "audit_year", _("Audit year"), value=str(self.desk.today.year), is_required=True
            ),
            FormField("report_on", _("Date of the report"), Kind.DAY, towards=Towards.PAST),
            *self._folded_fields(),
        )

    def _folded_fields(self) -> Sequence[FormField]:
        kinds = tuple((each.value, label(each)) for each in AuditKind)
        return (
            self.reference_field(),
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

    def year(self, typed: Typed) -> int | None:
        """Return the audit's year."""
        year = typed.text("audit_year").strip()
        return int(year) if year.isdecimal() else None

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

"""Ny rekommendation: its wording and the committees it goes to."""

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.widgets import Input

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind
from revtrack.domain.entries import NamedRecommendationEntry
from revtrack.domain.records import Recommendation
from revtrack.services.completing import committee_offers
from revtrack.services.registering.new_audit import (
    add_named_recommendation,
    everybody_in,
    unknown_committees,
)
from revtrack.tui import words
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind
from revtrack.wording import _
from revtrack.wording.labels import label


class RecommendationForm(Form[Recommendation]):
    """A recommendation as the report words it, with its recipients."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"recipients"})

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        super().__init__(desk, _("New recommendation"))
        self._case = case

    def fields(self) -> Iterable[FormField]:
        """Return wording, recipients and section; the rest folded."""
        kinds = tuple((each.value, label(each)) for each in RecommendationKind)
        return (
            FormField("text", _("Recommendation"), Kind.TEXT, is_required=True),
            FormField(
                "recipients",
                _("Recipients"),
                hint=self._example(),
                known=committee_offers(self._case.committees),
                is_list=True,
                is_required=True,
            ),
            FormField("section", _("Section of the report"), hint=_("for example 3.2.4")),
            FormField("questions", _("Audit questions"), hint=_("numbers, for example 1, 2")),
            FormField("heading", _("Short heading"), is_folded=True),
            FormField(
                "kind",
                _("Kind"),
                Kind.CHOICE,
                value=RecommendationKind.RECOMMENDATION.value,
                choices=kinds,
                is_folded=True,
            ),
        )

    def _example(self) -> str:
        everybody = everybody_in(self._case) or self._case.committees[:2]
        names = ", ".join(words.short(each) for each in everybody[:2]) or "KS, GSN"
        return _("for example {names}, or “alla” for all").format(names=names)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what saving will make."""
        event.stop()
        typed = self.text("recipients")
        self.tell_here(words.new_committees(typed, unknown_committees(self._case, typed)))

    async def doubt(self, name: str) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        typed = self.text(name)
        return words.odd_committees(typed, unknown_committees(self._case, typed))

    async def carry_out(self) -> Recommendation:
        """Store the recommendation and return it."""
        entry = NamedRecommendationEntry.model_validate(
            {
                "text": self.text("text"),
                "recipients": self.text("recipients"),
                "section": self.line("section"),
                "heading": self.line("heading"),
                "kind": self.text("kind"),
                "questions": tuple(re.findall(r"[^\s,;]+", self.text("questions"))),
            }
        )
        audit_id = self._case.audit.id
        return await self.ask(add_named_recommendation, self.desk.store, audit_id, entry)

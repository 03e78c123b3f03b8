"""Ny rekommendation: its wording and the committees it goes to."""

import re
from collections.abc import Sequence
from typing import ClassVar

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind
from revtrack.domain.entries import NamedRecommendationEntry
from revtrack.domain.records import Recommendation
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import committee_offers
from revtrack.services.registering.new_audit import (
    add_named_recommendation,
    everybody_in,
    unknown_committees,
)
from revtrack.wording import _
from revtrack.wording.labels import label


class RecommendationWish(Wish[Recommendation]):
    """A recommendation as the report words it, with its recipients."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"recipients"})

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Take the audit."""
        super().__init__(desk, _("New recommendation"))
        self._case = case

    def fields(self) -> Sequence[FormField]:
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
        names = ", ".join(said.short(each) for each in everybody[:2]) or "KS, GSN"
        return _("for example {names}, or “alla” for all").format(names=names)

    def told(self, typed: Typed) -> str:
        """Tell which committees saving will make."""
        text = typed.text("recipients")
        return said.new_committees(text, unknown_committees(self._case, text))

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        text = typed.text(name)
        return said.odd_committees(text, unknown_committees(self._case, text))

    def carry_out(self, typed: Typed) -> Recommendation:
        """Store the recommendation and return it."""
        entry = NamedRecommendationEntry.model_validate(
            {
                "text": typed.text("text"),
                "recipients": typed.text("recipients"),
                "section": typed.line("section"),
                "heading": typed.line("heading"),
                "kind": typed.text("kind"),
                "questions": tuple(re.findall(r"[^\s,;]+", typed.text("questions"))),
            }
        )
        return add_named_recommendation(self.desk.store, self._case.audit.id, entry)

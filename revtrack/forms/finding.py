"""Ordalydelse: the report's own words for what was found of a committee in a question."""

from collections.abc import Sequence

from revtrack.domain.assessing import Finding
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.wording import _


class FindingWish(Wish[Finding]):
    """The words, section and reason beside a step; nothing is stored yet."""

    def __init__(self, desk: Desk, finding: Finding, whom: str) -> None:
        """Take what is known, and of whom it is found."""
        title = _("Wording of the assessment – {committee}")
        super().__init__(desk, title.format(committee=whom))
        self._finding = finding

    def fields(self) -> Sequence[FormField]:
        """Return the words, the section and the reason; the quotation folded."""
        known = self._finding
        return (
            FormField("phrase", _("Exact wording"), value=known.phrase, is_required=True),
            FormField(
                "section",
                _("Section of the report"),
                value=known.section or "",
                hint=_("for example 3.2.4"),
            ),
            FormField(
                "explanation", _("Reason for the assessment"), Kind.TEXT, known.explanation or ""
            ),
            FormField("quote", _("Quote"), Kind.TEXT, known.quote or "", is_folded=True),
        )

    def carry_out(self, typed: Typed) -> Finding:
        """Return the step with what is said beside it."""
        return Finding.model_validate(
            {
                "grade": self._finding.grade,
                "phrase": typed.text("phrase"),
                "section": typed.line("section"),
                "explanation": typed.line("explanation"),
                "quote": typed.line("quote"),
            }
        )

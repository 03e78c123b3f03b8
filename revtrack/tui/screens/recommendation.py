"""Ny rekommendation: its wording and the committees it goes to."""

from revtrack.domain.case import AuditCase
from revtrack.domain.records import Recommendation
from revtrack.forms.recommendation import RecommendationWish
from revtrack.tui.desk import Desk
from revtrack.tui.wish_form import WishForm


class RecommendationForm(WishForm[Recommendation]):
    """A recommendation as the report words it, with its recipients."""

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Make the form for an audit."""
        super().__init__(RecommendationWish(desk, case))

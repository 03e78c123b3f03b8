"""Lämnad eller skickad: the form over a document of an audit."""

from revtrack.forms.desk import Desk
from revtrack.forms.issue import IssueWish
from revtrack.services.papers.issuing import Issued
from revtrack.services.papers.listing import DocumentLine
from revtrack.tui.wish_form import WishForm


class IssueForm(WishForm[Issued]):
    """The file, the day, to whom and how."""

    def __init__(self, desk: Desk, line: DocumentLine) -> None:
        """Make the form for a document."""
        super().__init__(IssueWish(desk, line))

"""Lägesrapporter: registered on the row of a recommendation or a committee, and judged there."""

from revtrack.domain import states
from revtrack.domain.codes import Review
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.records import ProgressReport
from revtrack.forms.progress import ProgressJudgementWish, ProgressWish
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.tui.screens.audit.review_actions import JUDGEMENTS, ReviewActions
from revtrack.tui.tabs.view import RowKey
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext

JUDGES_PROGRESS = frozenset({"accept", "return_reply", "find_insufficient"})
"""Actions on a progress report that waits; the same keys as on a reply."""


class ProgressActions(ReviewActions):
    """The actions of progress reports, on the row that the cursor stands on."""

    def _asked_here(self) -> list[AddresseeLine]:
        """Return what was put to the committee of the row."""
        if self._view is None:
            return []
        lines = [each for line in self._view.addressees for each in (line, *line.parts)]
        return [
            each
            for each in lines
            if each.committee.id == self.committee_id and each.addressee.asked
        ]

    def _addressee_here(self) -> AddresseeLine | None:
        """Return the recommendation of the row; None where it is about a committee."""
        key = self.query_one(Lines).key
        if not isinstance(key, RowKey) or key.kind == "reply_case":
            return None
        return next((each for each in self._asked_here() if each.addressee.id == key.id), None)

    def action_report_progress(self) -> None:
        """Open the form of a progress report."""
        if not self.may_write() or self._view is None:
            return
        lines = self._asked_here()
        if not lines:
            self.tell(_("Move to the row of a recommendation or a committee, then try again."))
            return
        wish = ProgressWish(self.desk, self._view.case, lines, self._addressee_here())
        self.app.push_screen(WishForm(wish), self._told_of_report)

    def _told_of_report(self, reports: tuple[ProgressReport, ...] | None) -> None:
        if reports:
            self.tell(_("The progress report is registered and waits to be accepted."))

    def offers(self, name: str) -> bool:
        """Tell of a judgement where a report waits on the row, too."""
        return super().offers(name) or (name in JUDGEMENTS and bool(self.waiting_reports()))

    def waiting_reports(self) -> tuple[ProgressReport, ...]:
        """Return the reports that wait to be judged on the row; a reply goes before them."""
        if self._view is None:
            return ()
        line = self._addressee_here()
        here = [line] if line else self._asked_here()
        if line is None and self._has_reply_to_judge():
            return ()
        ids = {each.addressee.id for each in here}
        return tuple(
            each
            for each in self._view.case.progress_reports
            if each.addressee_id in ids and each.review is Review.PENDING
        )

    def _has_reply_to_judge(self) -> bool:
        lines = self._view.replies if self._view else ()
        own = next((each for each in lines if each.committee.id == self.committee_id), None)
        judged = states.judged_together(own.responses) if own else ()
        return bool(judged) and judged[-1].review is Review.PENDING

    def _judge(self, review: Review) -> None:
        reports = self.waiting_reports()
        if not reports or self._view is None:
            super()._judge(review)
            return
        if not self.may_write():
            return
        try:
            refuse_clerk_to_judge(self.desk.store)
        except RevTrackError as refusal:
            self.refuse(refusal)
            return
        wish = ProgressJudgementWish(self.desk, self._view.case, reports, review)
        self.app.push_screen(WishForm(wish), self._told_of_judgement)

    def _told_of_judgement(self, reports: tuple[ProgressReport, ...] | None) -> None:
        if reports:
            said = ngettext(
                "{n} progress report is judged.", "{n} progress reports are judged.", len(reports)
            )
            self.tell(said.format(n=len(reports)))

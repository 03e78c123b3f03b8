"""What is done in the tab Uppföljning: judge, close, reopen, and make all papers of a follow-up."""

from functools import partial

from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.scope import is_under_way
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.tui.screens.audit.progress_actions import ProgressActions
from revtrack.tui.screens.forms.follow_up import CloseForm, PackForm, ReopenForm, VerdictForm
from revtrack.tui.tabs import follow_up
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _


class FollowUpActions(ProgressActions):
    """The actions of follow-up, on the recommendation that the cursor stands on."""

    def _followed_line(self) -> AddresseeLine | None:
        """Return the recommendation of the row, telling where it cannot be followed up here."""
        if not self.may_write() or self._view is None:
            return None
        try:
            refuse_clerk_to_follow_up(self.desk.store)
        except RevTrackError as refusal:
            self.refuse(refusal)
            return None
        line = follow_up.line_of(self._view, self.query_one(Lines).key)
        if line is None:
            self.tell(_("Move to the row of a recommendation, then try again."))
        return line

    def action_judge_recommendation(self) -> None:
        """Open the form of a verdict on the recommendation of the row."""
        if (line := self._followed_line()) is not None:
            self.begin(partial(self._open_verdict, line))

    async def _open_verdict(self, line: AddresseeLine) -> None:
        known = await self.ask(follow_ups_of, self.desk.store, self.audit_id)
        under_way = tuple(each for each in known if each.handed_over_on is None)
        self.app.push_screen(VerdictForm(self.desk, line, under_way))

    def action_close_recommendation(self) -> None:
        """Open the form by which the recommendation of the row is closed."""
        if (line := self._followed_line()) is not None:
            self.app.push_screen(CloseForm(self.desk, line))

    def action_reopen_recommendation(self) -> None:
        """Open the form by which the recommendation of the row is opened again."""
        if (line := self._followed_line()) is None:
            return
        if line.addressee.outcome is None:
            self.tell(_("It is open."))
        else:
            self.app.push_screen(ReopenForm(self.desk, line))

    def action_make_pack(self) -> None:
        """Open the form by which all papers of a follow-up under way are made."""
        if not self.may_write() or self._view is None:
            return
        if is_under_way(self._view.case):
            self.app.push_screen(PackForm(self.desk, self._view.case.audit), self._after_document)
        else:
            self.tell(_("Only a follow-up under way has papers to ask committees with."))

"""What is done in the tab Uppföljning: judge, close, reopen, and make all papers of a follow-up."""

from abc import abstractmethod

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.records import Audit
from revtrack.forms.starting import StartFollowUpWish
from revtrack.services.allowed import refuse_clerk_to_follow_up
from revtrack.tui.keys import key_of
from revtrack.tui.screens.audit.progress_actions import ProgressActions
from revtrack.tui.screens.audit.verdicts import VerdictScreen
from revtrack.tui.screens.forms.follow_up import CloseForm, PackForm, ReopenForm, VerdictForm
from revtrack.tui.tabs import follow_up
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _


class FollowUpActions(ProgressActions):
    """The actions of follow-up, on the recommendation that the cursor stands on."""

    @abstractmethod
    def open_audit(self, audit_id: int) -> None:
        """Show another audit on the tab that is shown."""

    def _may_follow_up(self) -> bool:
        """Tell whether this person follows up; where not, a notice says so."""
        if not self.may_write() or self._view is None:
            return False
        try:
            refuse_clerk_to_follow_up(self.desk.store)
        except RevTrackError as refusal:
            self.refuse(refusal)
            return False
        return True

    def _followed_case(self) -> AuditCase | None:
        """Return the audit, telling where it cannot be followed up."""
        if not self._may_follow_up() or self._view is None:
            return None
        case = self._view.case
        if case.is_handed_over or is_under_way(case):
            return case
        self.refuse(
            RevTrackError(
                "{reference} has not been handed over, so there is nothing to follow up yet.",
                reference=case.audit.reference,
            )
        )
        return None

    def action_start_follow_up(self) -> None:
        """Open the form by which a follow-up of this audit is begun."""
        case = self._followed_case()
        if case is None:
            return
        if is_under_way(case):
            said = _("This is a follow-up under way. {key} judges it row by row.")
            self.tell(said.format(key=key_of("audit.verdicts")))
        else:
            wish = StartFollowUpWish(self.desk, case.audit)
            self.app.push_screen(WishForm(wish), self._after_start)

    def _after_start(self, audit: Audit | None) -> None:
        if audit is not None:
            said = _("{reference} is begun. Press {key} to judge row by row.")
            key = key_of("audit.verdicts")
            self.tell(said.format(reference=audit.reference, key=key))
            self.open_audit(audit.id)

    def action_judge_rows(self) -> None:
        """Show all that a follow-up under way covers, to be judged row by row."""
        case = self._followed_case()
        if case is None or self._view is None:
            return
        if is_under_way(case) or any(not each.handed_over_on for each in self._view.follow_ups):
            title = f"{case.audit.reference} {case.audit.title}"
            self.app.push_screen(VerdictScreen(self.desk, self.audit_id, title))
        else:
            said = _("No follow-up of {reference} is under way. Begin one with {key}.")
            key = key_of("audit.start_follow_up")
            self.tell(said.format(reference=case.audit.reference, key=key))

    def _followed_line(self) -> AddresseeLine | None:
        """Return the recommendation of the row, telling where it cannot be followed up here."""
        if not self._may_follow_up() or self._view is None:
            return None
        line = follow_up.line_of(self._view, self.query_one(Lines).key)
        if line is None:
            self.tell(_("Move to the row of a recommendation, then try again."))
        return line

    def action_judge_recommendation(self) -> None:
        """Open the form of a verdict on the recommendation of the row."""
        if (line := self._followed_line()) is not None and self._view is not None:
            case, known = self._view.case, self._view.follow_ups
            known = (case.audit,) if case.followed else known
            under_way = tuple(each for each in known if not each.handed_over_on)
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

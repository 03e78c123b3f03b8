"""What the auditors do with replies from the audit's screen: each action opens a form."""

from revtrack.domain import states
from revtrack.domain.codes import ReplyState, Review
from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import ReplyLine
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.tui.screens.audit.audit_actions import AuditActions
from revtrack.tui.screens.forms.review import (
    GiveUpForm,
    JudgementForm,
    ReferBackForm,
    TakeBackForm,
)
from revtrack.wording import _

JUDGES = frozenset(
    {"accept", "return_reply", "find_insufficient", "give_up", "take_back", "refer_back"}
)
"""Actions on a reply that has come, or that the auditors wait for."""
JUDGEMENTS = {
    "audit.accept": Review.SUFFICIENT,
    "audit.return": Review.SUPPLEMENT_REQUESTED,
    "audit.insufficient": Review.INSUFFICIENT,
}
"""What each key of a judgement finds of the reply."""


class ReviewActions(AuditActions):
    """The judging actions of the audit's screen, on the committee of the row."""

    def offers(self, name: str) -> bool:
        """Tell of a judgement only where the row has a reply that may be judged so."""
        if name not in JUDGEMENTS:
            return super().offers(name)
        line = self._line_of_row()
        judged = states.judged_together(line.responses) if line else ()
        return bool(judged) and JUDGEMENTS[name] in states.REVIEWS_ALLOWED[judged[-1].review]

    def _line_to_judge(self) -> ReplyLine | None:
        """Return the reply case of the row, telling where it cannot be judged by this person."""
        if not self.may_write() or (line := self._case_line()) is None:
            return None
        try:
            refuse_clerk_to_judge(self.desk.store)
        except RevTrackError as refusal:
            self.refuse(refusal)
            return None
        return line

    def _judge(self, review: Review) -> None:
        line = self._line_to_judge()
        if line is None or self._view is None:
            return
        judged = states.judged_together(line.responses)
        if not judged:
            self.tell(_("There is no reply to judge on this row."))
        elif review not in states.REVIEWS_ALLOWED[judged[-1].review]:
            self.tell(_("The reply is judged already. Take the judgement back first."))
        else:
            self.app.push_screen(JudgementForm(self.desk, self._view.case, line, review))

    def action_accept(self) -> None:
        """Open the form by which a reply is found sufficient."""
        self._judge(Review.SUFFICIENT)

    def action_return_reply(self) -> None:
        """Open the form by which a supplement is asked for."""
        self._judge(Review.SUPPLEMENT_REQUESTED)

    def action_find_insufficient(self) -> None:
        """Open the form by which a reply is found insufficient."""
        self._judge(Review.INSUFFICIENT)

    def action_give_up(self) -> None:
        """Open the form by which the auditors stop waiting for a reply."""
        if line := self._line_to_judge():
            if line.is_open:
                self.app.push_screen(GiveUpForm(self.desk, line))
            else:
                self.tell(_("No reply is awaited on this row."))

    def action_take_back(self) -> None:
        """Open the form by which a judgement is taken back, or a reply waited for again."""
        if line := self._line_to_judge():
            if states.judged_last(line.responses) or line.state is ReplyState.NO_REPLY:
                self.app.push_screen(TakeBackForm(self.desk, self.audit_id, line))
            else:
                self.tell(_("There is nothing to take back on this row."))

    def action_refer_back(self) -> None:
        """Open the form by which an officials' draft is noted as referred back."""
        if self.may_write() and (line := self._case_line()):
            if line.state is ReplyState.DRAFT_RECEIVED:
                self.app.push_screen(ReferBackForm(self.desk, self.audit_id, line))
            else:
                self.tell(_("There is no draft on this row that could be referred back."))

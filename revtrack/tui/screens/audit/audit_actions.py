"""What can be done to an audit from its screen: each action opens a form."""

from abc import abstractmethod
from collections.abc import Hashable, Mapping
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import Audit, Recommendation
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.registering.hand_over import recipients_of
from revtrack.tui.keys import key_of
from revtrack.tui.screens.asking.confirm import ConfirmForm
from revtrack.tui.screens.audit.matrix import MatrixScreen
from revtrack.tui.screens.forms.extension import ExtensionForm
from revtrack.tui.screens.forms.hand_over import HandOverForm
from revtrack.tui.screens.forms.note import NoteForm
from revtrack.tui.screens.forms.question import QuestionForm
from revtrack.tui.screens.forms.recommendation import RecommendationForm
from revtrack.tui.screens.forms.response import open_response_form
from revtrack.tui.tabs.checks import problem_of
from revtrack.tui.tabs.view import CaseView, RowKey
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext

SUBJECTS: Mapping[str, Kind] = {
    "question": Kind.QUESTION,
    "assessment": Kind.ASSESSMENT,
    "recommendation": Kind.RECOMMENDATION,
    "addressee": Kind.ADDRESSEE,
    "verdict": Kind.ADDRESSEE,
    "reply_case": Kind.REPLY_CASE,
}
"""What the rows of the tabs stand for, by their kind."""


class AuditActions(WorkScreen):
    """The actions of the audit's screen, on the row that the cursor stands on."""

    audit_id: int
    _view: CaseView | None

    @abstractmethod
    def go_on(self, after: str, *, is_done: bool) -> None:
        """Lead on to what comes after an action in an audit that was just registered."""

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return what a row of a tab stands for."""
        problem = problem_of(self._view, key) if self._view else None
        if problem is not None and problem.question is not None:
            return Subject(Kind.QUESTION, self.audit_id, problem.question.id)
        if problem is not None and problem.recommendation is not None:
            return Subject(Kind.RECOMMENDATION, self.audit_id, problem.recommendation.id)
        if not isinstance(key, RowKey) or key.kind not in SUBJECTS:
            return None
        return Subject(SUBJECTS[key.kind], self.audit_id, key.id)

    def action_remove(self) -> None:
        """Ask whether what the row stands for is to be removed; a problem is mended instead."""
        key = self.query_one(Lines).key
        if isinstance(key, RowKey) and key.kind == "problem":
            self.tell(_("A problem goes away when it is mended: Enter leads to where."))
        else:
            super().action_remove()

    def _line_of_row(self) -> ReplyLine | None:
        """Return the reply case of the committee of the row; None where there is none."""
        lines = self._view.replies if self._view else ()
        return next((each for each in lines if each.committee.id == self.committee_id), None)

    def _case_line(self) -> ReplyLine | None:
        """Return the reply case of the committee of the row, telling where there is none."""
        view = self._view
        if view is None:
            return None
        if not view.case.is_handed_over:
            self.refuse(
                RevTrackError(
                    "{reference} has not been handed over, so no reply is awaited yet. "
                    "Hand it over first.",
                    reference=view.case.audit.reference,
                )
            )
            return None
        if line := self._line_of_row():
            return line
        self.tell(_("Move to the row of a committee that is asked to reply, then try again."))
        return None

    def action_register_reply(self) -> None:
        """Open the form of a reply from the committee of the row."""
        if self.may_write() and (line := self._case_line()) and self._view:
            open_response_form(self, self._view.case, line.committee.id)

    def action_extend(self) -> None:
        """Open the form of an extension for the committee of the row."""
        if self.may_write() and (line := self._case_line()) and self._view:
            self.app.push_screen(ExtensionForm(self.desk, self._view.case, line))

    def action_add_note(self) -> None:
        """Open the form of a note in the reply case of the row."""
        if self.may_write() and (line := self._case_line()):
            self.app.push_screen(NoteForm(self.desk, line))

    def action_add_question(self) -> None:
        """Open the form of an audit question."""
        if self.may_write():
            self.app.push_screen(
                QuestionForm(self.desk, self.audit_id),
                lambda added: self.go_on("add_question", is_done=bool(added)),
            )

    def action_assess(self) -> None:
        """Open the matrix of assessments."""
        if not self.may_write() or self._view is None:
            return
        case = self._view.case
        if not case.questions:
            self.tell(
                _("Register the audit questions first, with {key}.").format(
                    key=key_of("audit.question")
                )
            )
            return
        title = f"{case.audit.reference} {case.audit.title}"
        screen = MatrixScreen(self.desk, self.audit_id, title)
        self.app.push_screen(screen, lambda saved: self.go_on("assess", is_done=bool(saved)))

    def action_add_recommendation(self) -> None:
        """Open the form of a recommendation."""
        if self.may_write() and self._view:
            form = RecommendationForm(self.desk, self._view.case)
            self.app.push_screen(form, self._after_recommendation)

    def _after_recommendation(self, added: tuple[Recommendation, ...] | None) -> None:
        if added:
            self.query_one(Lines).move_to(RowKey("recommendation", added[0].id))
            count = len(added)
            said = ngettext("{n} recommendation added.", "{n} recommendations added.", count)
            told = [said.format(n=count)]
            if self._view and not self._view.case.is_handed_over:
                key = key_of("audit.hand_over")
                told.append(_("Press {key} to hand the audit over.").format(key=key))
            self.tell(" ".join(told))

    def action_hand_over(self) -> None:
        """Open the form by which the audit is handed over."""
        if not self.may_write() or self._view is None:
            return
        if not recipients_of(self._view.case):
            self.refuse(
                RevTrackError(
                    "{reference} has no committee to hand over to. "
                    "Register its recommendations or its recipients first.",
                    reference=self._view.case.audit.reference,
                )
            )
        else:
            form = HandOverForm(self.desk, self._view.case)
            self.app.push_screen(form, self._after_hand_over)

    def _after_hand_over(self, audit: Audit | None) -> None:
        if audit is not None:
            self.tell(_("{reference} is handed over.").format(reference=audit.reference))

    def action_read_form(self) -> None:
        """Ask for a file that came in: an answer form, or somebody else's paper."""
        if self.may_write():
            self.begin(self._read_form)

    async def _read_form(self) -> None:
        # What reads Word and Excel takes long to load; only who reads a form waits for it.
        from revtrack.tui.screens.exchange.returned import open_read_back  # noqa: PLC0415

        open_read_back(self, self.audit_id)

    def action_make_document(self) -> None:
        """Show which documents can be made."""
        if self.may_write() and self._view:
            self.begin(self._choose_document)

    async def _choose_document(self) -> None:
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.tui.screens.papers.choose_document import open_documents  # noqa: PLC0415

        if self._view is not None:
            town_id = self._view.case.municipality.id
            await open_documents(self, town_id, self.audit_id, self.committee_id)

    def _after_document(self, paths: tuple[Path, ...] | None) -> None:
        if paths:
            folder = paths[0].parent.absolute()
            said = ngettext("{n} file in {folder}:", "{n} files in {folder}:", len(paths))
            names = [path.name for path in paths]
            self.tell("\n".join([said.format(n=len(paths), folder=folder), *names]))

    def action_confirm(self) -> None:
        """Open the form by which the problem of the row is confirmed as intended."""
        if not self.may_write() or self._view is None:
            return
        problem = problem_of(self._view, self.query_one(Lines).key)
        if problem is None:
            self.tell(_("There is nothing to confirm."))
        elif problem.is_confirmed:
            self.tell(_("This is confirmed already."))
        else:
            self.app.push_screen(ConfirmForm(self.desk, self.audit_id, problem))

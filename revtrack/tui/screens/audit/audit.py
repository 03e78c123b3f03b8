"""Granskning: one audit in seven tabs."""

from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.codes import PersonRole
from revtrack.domain.errors import GoneError, RevTrackError
from revtrack.domain.follow_up import addressee_lines, reply_lines
from revtrack.domain.outcome.scope import is_under_way
from revtrack.forms.desk import Desk
from revtrack.services.checking import check_audit
from revtrack.services.find import is_registered, read_case
from revtrack.services.follow_up.judging import follow_ups_of
from revtrack.services.follow_up.verdict_sheet import see_covered
from revtrack.services.history import list_history
from revtrack.tui import keys
from revtrack.tui.base import Heading
from revtrack.tui.screens.audit.progress_actions import JUDGES_PROGRESS
from revtrack.tui.screens.audit.review_actions import JUDGES
from revtrack.tui.screens.finding.as_of import AsOfForm
from revtrack.tui.screens.papers.document_actions import DocumentActions
from revtrack.tui.tabs import (
    checks,
    documents,
    follow_up,
    history,
    questions,
    recommendations,
    replies,
)
from revtrack.tui.tabs.view import CaseView, RowKey, Tab
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.widgets.tab_bar import TabBar
from revtrack.wording import _

TABS: tuple[Tab, ...] = (
    questions.TAB,
    recommendations.TAB,
    replies.TAB,
    follow_up.TAB,
    documents.TAB,
    checks.TAB,
    history.TAB,
)
REPLIES, FOLLOW_UP, DOCUMENTS, CHECKS, HISTORY = 3, 4, 5, 6, 7
READ_WHEN_SHOWN = frozenset({DOCUMENTS, HISTORY})
"""Tabs that need more than the audit itself."""
NEXT = {"add_question": (1, "assess"), "assess": (2, "add_recommendation")}
"""Where an audit that was just registered leads on to after an action: a tab, and an action."""
ON_FOLLOW_UP = {"make_pack": True, "start_follow_up": False}
"""Actions of the tab of follow-up, and whether they are of a follow-up under way itself."""
NEEDS_LETTER = frozenset({"register_reply", "extend", "add_note", "report_progress"})


class AuditScreen(DocumentActions):
    """One audit: its questions, recommendations, replies, follow-up, documents, checks, history."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.AUDIT]

    def __init__(
        self,
        desk: Desk,
        audit_id: int,
        tab: int = 2,
        at: RowKey | None = None,
        then: str | None = None,
    ) -> None:
        """Open the audit on a tab, on the row of a committee or of a response.

        ``then`` is an action that is done once the audit is read.
        """
        super().__init__(desk)
        self.audit_id = audit_id
        self._tab = tab
        self._at = at
        self._then = then
        self._is_guided = False
        self._view: CaseView | None = None
        self._has_waiting = False
        """Whether a progress report on the row waits to be judged."""
        self._kept_keys: dict[int, Hashable] = {}

    @classmethod
    def newly_registered(cls, desk: Desk, audit_id: int) -> Self:
        """Return the screen of an audit that leads on: questions, assessments, recommendations."""
        screen = cls(desk, audit_id, 1, then="add_question")
        screen._is_guided = True
        return screen

    def go_on(self, after: str, *, is_done: bool) -> None:
        """Lead on to what comes after an action, as long as none has been left undone."""
        self._is_guided = self._is_guided and is_done
        if self._is_guided and after in NEXT:
            tab, self._then = NEXT[after]
            self.action_show_tab(tab)
            self.action_reload()

    def compose_list(self) -> ComposeResult:
        """Lay out tabs, counts, list and details."""
        yield TabBar([tab.title for tab in TABS], [tab.short or tab.title for tab in TABS])
        yield Summary()
        yield Lines()
        yield Detail()

    def on_mount(self) -> None:
        """Begin on the tab that one came for."""
        self.query_one(TabBar).chosen = self._tab

    async def _load(self) -> None:
        store, today = self.desk.store, self.desk.today
        try:
            case = await self.ask(read_case, store, self.audit_id)
        except GoneError:
            self.tell(_("The audit is no longer in the register."))
            self.dismiss(None)
            return
        problems = await self.ask(check_audit, store, self.audit_id, today)
        events = await self.ask(list_history, store, self.audit_id) if self._tab == HISTORY else ()
        made = await self.read_documents() if self._tab == DOCUMENTS else ()
        follow_ups = await self.ask(follow_ups_of, store, self.audit_id)
        covered = await self.ask(see_covered, store, self.audit_id) if case.followed else ()
        self._view = CaseView(
            case,
            today,
            addressee_lines(case),
            reply_lines(case, today),
            problems,
            events,
            documents=made,
            follow_ups=follow_ups,
            covered=covered,
            for_clerk=store.person.role is PersonRole.CLERK,
        )
        self.query_one(Heading).call_it(f"{case.audit.reference}  {case.audit.title}")
        self._fill()
        self.refresh_bindings()
        if self._then:
            action, self._then = self._then, None
            await self.run_action(action)

    # ---- what is shown

    @property
    def _shown_tab(self) -> Tab:
        return TABS[self._tab - 1]

    def _fill(self) -> None:
        if self._view is None:
            return
        lines = self.query_one(Lines)
        self._view = replace(self._view, width=lines.size.width)
        tab, bar = self._shown_tab, self.query_one(TabBar)
        self.query_one(Summary).tell(tab.summary(self._view))
        serious = sum(each.is_serious for each in self._view.problems)
        title = TABS[CHECKS - 1].title
        bar.name_tab(CHECKS, f"{title} ({serious})" if serious else title)
        lines.show_sections(tab.sections(self._view))
        if self._at:
            self._go_to(self._at)
        elif kept := self._kept_keys.get(self._tab):
            lines.move_to(kept)

    def _go_to(self, at: RowKey) -> None:
        """Move to a row, or to the first of its committee or of the sender of its response.

        Where the filter hides the row, the filter is taken away.
        """
        lines = self.query_one(Lines)
        key = self._key_of(at)
        if key is None and lines.asked.parts:
            self.query_one(FilterLine).clear()
            key = self._key_of(at)
        if key is not None:
            lines.move_to(key)
        self._at = None

    def _key_of(self, at: RowKey) -> Hashable | None:
        keys_shown = self.query_one(Lines).keys
        if at in keys_shown:
            return at
        committee_ids = {at.committee_id}
        if at.kind == "response" and self._view:
            committee_ids = {
                line.committee.id
                for line in self._view.replies
                if any(response.id == at.id for response in line.responses)
            }
        for key in keys_shown:
            if isinstance(key, RowKey) and key.committee_id in committee_ids - {None}:
                return key
        return None

    def on_resize(self) -> None:
        """Show a table in another way where the width asks for it."""
        if self._view and self._view.width != self.query_one(Lines).size.width:
            self.call_after_refresh(self._fill)

    def tell_row(self, key: Hashable) -> None:
        """Tell more of a row, and keep it as the one of its tab."""
        if self._view is None:
            return
        if key is not None:
            self._kept_keys[self._tab] = key
        self._tell_row()
        if self._tab == DOCUMENTS:
            self.compare_edited(self._tell_row)

    def _tell_row(self) -> None:
        if self._view is not None:
            key = self.query_one(Lines).key
            if (has_waiting := bool(self.waiting_reports())) != self._has_waiting:
                self._has_waiting = has_waiting
                self.refresh_bindings()
            self.query_one(Detail).tell(self._shown_tab.detail(self._view, key))

    # ---- moving between tabs

    def action_show_tab(self, number: int) -> None:
        """Show a tab by its number."""
        if number == self._tab:
            return
        self._tab = number
        self.query_one(TabBar).chosen = number
        self.query_one(Lines).forget_cursor()
        if number in READ_WHEN_SHOWN:
            self.action_reload()
        else:
            self._fill()
        self.refresh_bindings()

    def action_turn(self, step: int) -> None:
        """Show the tab beside; the last is followed by the first."""
        self.action_show_tab((self._tab - 1 + step) % len(TABS) + 1)

    def on_tab_bar_picked(self, event: TabBar.Picked) -> None:
        """Show the tab that was clicked."""
        self.action_show_tab(event.number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep what cannot be done here or now out of the footer."""
        del parameters
        issued = self._view is not None and self._view.case.is_handed_over
        if action == "hand_over":
            return not issued
        if action in NEEDS_LETTER:
            return issued
        if action in JUDGES_PROGRESS and self._has_waiting:
            return True
        if action in JUDGES:
            return issued and self._tab == REPLIES
        if action in ON_FOLLOW_UP:
            is_one = self._view is not None and is_under_way(self._view.case)
            return self._tab == FOLLOW_UP and is_one is ON_FOLLOW_UP[action]
        owners = [number for number, tab in enumerate(TABS, start=1) if action in tab.actions]
        return not owners or self._tab in owners

    def action_as_of(self) -> None:
        """Show the audit as it stood on a day."""
        self.app.push_screen(AsOfForm(self.desk), self._after_day)

    def _after_day(self, desk: Desk | None) -> None:
        if desk is not None:
            self.begin(partial(self._open_past, desk))

    def open_audit(self, audit_id: int) -> None:
        """Show another audit on the tab that is shown."""
        self.app.push_screen(AuditScreen(self.desk, audit_id, self._tab))

    async def _open_past(self, desk: Desk) -> None:
        if not await self.ask(is_registered, desk.store, self.audit_id):
            raise RevTrackError("The audit was not registered yet on {day}.", day=desk.today)
        self.app.push_screen(AuditScreen(desk, self.audit_id, self._tab))

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        key = self.query_one(Lines).key
        return key.committee_id if isinstance(key, RowKey) else None

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to where a problem is mended, open a document; elsewhere show all of a long text."""
        if self._view is None:
            return
        if self._tab == DOCUMENTS:
            self.open_document()
            return
        problem = checks.problem_of(self._view, event.key)
        if problem is not None:
            titles = [tab.title for tab in TABS]
            where = _(problem.where)
            self._at = checks.row_of(problem)
            self.action_show_tab(titles.index(where) + 1 if where in titles else self._tab)
        else:
            self.query_one(Detail).toggle()

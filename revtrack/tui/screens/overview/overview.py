"""Översikt: what needs somebody now, and how far each audit has come."""

from collections.abc import Hashable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.overview import AuditLine, Overview
from revtrack.domain.records import Audit
from revtrack.forms.desk import Desk
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import list_committees, list_municipalities, read_case
from revtrack.services.registering.set_up import MadeMunicipality
from revtrack.services.watch import latest_change, see_audits, see_overview
from revtrack.tui import keys
from revtrack.tui.base import Heading
from revtrack.tui.screens.forms.new_audit import NewAuditForm
from revtrack.tui.screens.forms.new_letter import NewLetterForm, Registered
from revtrack.tui.screens.forms.response import open_response_form
from revtrack.tui.screens.overview.first_steps import MunicipalityStep, made_told
from revtrack.tui.screens.overview.first_use import BeginningKey, beginnings
from revtrack.tui.screens.overview.overview_rows import OverviewKey, overview_sections
from revtrack.tui.tabs.view import RowKey
from revtrack.tui.widgets.layout import Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.words import grouped

FIRST, SLICE = 200, 400
"""Audits that are gone through before anything is shown, and at a time after that."""


class OverviewScreen(WorkScreen):
    """Late replies, those due soon, replies to judge, audits to follow up; all audits."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OVERVIEW]

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing read."""
        super().__init__(desk)
        self._known: dict[int, AuditLine] = {}
        self._change = 0
        """The latest change when what is shown was read; 0: it is not all read."""

    def compose_list(self) -> ComposeResult:
        """Lay out the list alone."""
        yield Lines()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return " – ".join(("RevTrack", _("Overview")))

    # ---- what is read

    async def _load(self) -> None:
        """Read what needs somebody and the latest audits; the others while that is looked at."""
        store, today = self.desk.store, self.desk.today
        change = await self.ask(latest_change, store)
        if change and change == self._change:
            return
        overview = await self.ask(see_overview, store, today, FIRST)
        self._change = change
        self._know(overview.audits)
        if overview.audits:
            await self._show(overview)
        else:
            self.query_one(Lines).show_sections(await self._beginnings())
        if overview.left:
            self.look_up(partial(self._go_through, overview, change))

    async def _go_through(self, overview: Overview, change: int) -> None:
        """Read the audits that are left, some at a time, so that nobody who writes waits long."""
        store, today, left = self.desk.store, self.desk.today, overview.left
        try:
            while left:
                self._tell_left(len(left))
                self._know(await self.ask(see_audits, store, today, left[:SLICE]))
                left = left[SLICE:]
            await self._show(overview)
        finally:
            if left and self._change == change:
                self._change = 0
        self.query_one(Heading).call_it(self.heading())

    def _tell_left(self, count: int) -> None:
        said = ngettext("{n} audit to go through", "{n} audits to go through", count)
        told = said.format(n=grouped(count))
        self.query_one(Heading).call_it(f"{self.heading()} · {told}")

    def _know(self, lines: tuple[AuditLine, ...]) -> None:
        self._known.update((line.audit_id, line) for line in lines)

    async def _show(self, overview: Overview) -> None:
        """Show what was read; of audits that are left, what was read of them before."""
        left = tuple(self._known[each] for each in overview.left if each in self._known)
        known = replace(overview, audits=(*overview.audits, *left))
        sections = await self.ask(overview_sections, known, self.desk.today)
        self.query_one(Lines).show_sections(sections)

    async def _beginnings(self) -> tuple[Section, ...]:
        """Return what one can begin with while no audit is registered."""
        towns = await self.ask(list_municipalities, self.desk.store)
        pairs = await self.ask(list_committees, self.desk.store)
        return beginnings(
            [
                (town, [body for _town, body in pairs if body.municipality_id == town.id])
                for town in towns
            ]
        )

    # ---- what is done

    @property
    def _key(self) -> OverviewKey | None:
        key = self.query_one(Lines).key
        return key if isinstance(key, OverviewKey) else None

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return the audit, or the reply case, that a row is about."""
        if not isinstance(key, OverviewKey):
            return None
        if key.section in {"audit", "ready"}:
            return Subject(Kind.AUDIT, key.audit_id, key.audit_id)
        kind = Kind.RESPONSE if key.section == "judge" else Kind.REPLY_CASE
        return Subject(kind, key.audit_id, key.id) if key.id else None

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        return self._key.committee_id if self._key else None

    async def on_lines_chosen(self) -> None:
        """Open the audit of the row, or begin what it stands for."""
        key = self.query_one(Lines).key
        if isinstance(key, BeginningKey):
            await self.run_action(key.beginning.value)
        else:
            self.open_audit()

    def action_set_up(self) -> None:
        """Open the first of three short forms."""
        if self.may_write():
            self.app.push_screen(MunicipalityStep(self.desk), self._after_set_up)

    def _after_set_up(self, done: MadeMunicipality | None) -> None:
        if done is not None:
            self.tell(made_told(done))

    def action_read_file(self) -> None:
        """Ask for a case file or a workbook, and show what it holds."""
        # What reads files takes long to load; only who reads one waits for it.
        from revtrack.forms.reading_in import FileWish  # noqa: PLC0415
        from revtrack.tui.screens.exchange.reading_in import open_reading_in  # noqa: PLC0415

        if self.may_write():
            open_reading_in(self, FileWish(self.desk))

    def leave(self) -> None:
        """Stay: there is nowhere to go back to."""

    def action_open(self) -> None:
        """Open the audit of the row."""
        self.open_audit()

    def open_audit(self, then: str | None = None) -> None:
        """Open the audit of the row, on the tab that the row is about, and do ``then`` there."""
        from revtrack.tui.screens.audit.audit import AuditScreen  # noqa: PLC0415 - after the list

        key = self._key
        if key is None:
            self.tell(
                _("There is no audit to open. Register one with {letter} or {audit}.").format(
                    letter=keys.key_of("overview.letter"), audit=keys.key_of("overview.audit")
                )
            )
            return
        tab = {"late": 3, "near": 3, "awaited": 3, "judge": 3, "ready": 4}.get(key.section, 2)
        kind = "response" if key.section == "judge" and key.id else "committee"
        at = RowKey(kind, key.id, key.committee_id)
        self.app.push_screen(AuditScreen(self.desk, key.audit_id, tab, at, then))

    def action_new_letter(self) -> None:
        """Open the form of a letter that has been sent."""
        if self.may_write():
            self.begin(self._new_letter)

    async def _new_letter(self) -> None:
        towns = await self.ask(list_municipalities, self.desk.store)
        self.app.push_screen(NewLetterForm(self.desk, towns), self._after_registering)

    def _after_registering(self, done: Registered | None) -> None:
        if done is None:
            return
        said = _("{reference} is registered.")
        if done.due_on:
            said = _("{reference} is registered. Reply by {day}.")
        self.tell(said.format(reference=done.audit.reference, day=done.due_on))

    def action_new_audit(self) -> None:
        """Open the form of an audit that is not yet handed over."""
        if self.may_write():
            self.begin(self._new_audit)

    async def _new_audit(self) -> None:
        towns = await self.ask(list_municipalities, self.desk.store)
        self.app.push_screen(NewAuditForm(self.desk, towns), self._after_new_audit)

    def _after_new_audit(self, audit: Audit | None) -> None:
        from revtrack.tui.screens.audit.audit import AuditScreen  # noqa: PLC0415 - after the list

        if audit is not None:
            self.app.push_screen(AuditScreen.newly_registered(self.desk, audit.id))

    def action_register_reply(self) -> None:
        """Open the form of a reply from the committee of the row."""
        if self.may_write():
            self.begin(self._register_reply)

    async def _register_reply(self) -> None:
        key = self._key
        if key is None or key.committee_id is None:
            self.tell(_("Move to the committee that has replied; then press the key again."))
            return
        case = await self.ask(read_case, self.desk.store, key.audit_id)
        open_response_form(self, case, key.committee_id)

    def action_read_form(self) -> None:
        """Ask for a file that came in: an answer form, or somebody else's paper."""
        if self.may_write():
            self.begin(self._read_form)

    async def _read_form(self) -> None:
        # What reads Word and Excel takes long to load; only who reads a file waits for it.
        from revtrack.tui.screens.exchange.returned import open_read_back  # noqa: PLC0415

        open_read_back(self)

    def action_make_document(self) -> None:
        """Show which documents can be made of the audit of the row and of its municipality."""
        if self.may_write():
            self.begin(self._choose_document)

    async def _choose_document(self) -> None:
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.tui.screens.papers.choose_document import open_documents  # noqa: PLC0415

        key = self._key
        if key is None:
            self.tell(_("There is nothing to make a document of yet."))
            return
        case = await self.ask(read_case, self.desk.store, key.audit_id)
        await open_documents(self, case.municipality.id, key.audit_id, key.committee_id)

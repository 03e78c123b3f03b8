"""Översikt: what needs somebody now, and how far each audit has come."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.codes import ResponseKind
from revtrack.domain.overview import AuditLine, DueLine, JudgeLine, Overview
from revtrack.domain.records import Audit
from revtrack.forms.reading_in import FileWish
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.find import list_committees, list_municipalities, read_case
from revtrack.services.registering.set_up import MadeMunicipality
from revtrack.services.watch import NEAR_DAYS, list_due, see_overview
from revtrack.tui import keys, words
from revtrack.tui.facts import audit_facts, due_facts, judge_facts
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.exchange.reading_in import open_reading_in
from revtrack.tui.screens.forms.new_audit import NewAuditForm
from revtrack.tui.screens.forms.new_letter import NewLetterForm, Registered
from revtrack.tui.screens.forms.response import open_response_form
from revtrack.tui.screens.overview.first_steps import MunicipalityStep, made_told
from revtrack.tui.screens.overview.first_use import BeginningKey, beginnings
from revtrack.tui.tabs.view import RowKey
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.words import capitalise_first

NARROW, BROAD, WIDE = 76, 90, 110
MOST_AWAITED = 8
"""Rows of replies that are not yet near; a filter finds the others."""


@dataclass(frozen=True)
class OverviewKey:
    """What a row of the overview stands for."""

    section: str
    audit_id: int
    committee_id: int | None = None
    id: int = 0


class OverviewScreen(WorkScreen):
    """Late replies, those due soon, replies to judge, audits to follow up; all audits."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OVERVIEW]

    def compose_list(self) -> ComposeResult:
        """Lay out the list alone."""
        yield Lines()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return " – ".join(("RevTrack", _("Overview")))

    async def _load(self) -> None:
        overview = await self.ask(see_overview, self.desk.store, self.desk.today)
        due = await self.ask(list_due, self.desk.store, self.desk.today)
        sections = self._sections(overview, due) if overview.audits else await self._beginnings()
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

    # ---- what is shown

    def _sections(self, overview: Overview, due: tuple[DueLine, ...]) -> tuple[Section, ...]:
        near = tuple(line for line in overview.due if not line.is_late)
        soon = {line.reply_case_id for line in overview.due}
        later = tuple(line for line in due if line.reply_case_id not in soon)
        awaited = self._due_section("awaited", _("Awaiting replies"), later, "")
        return (
            self._due_section("late", _("Overdue"), overview.late, _("No reply is late.")),
            self._due_section(
                "near",
                _("Due within {n} days").format(n=NEAR_DAYS),
                near,
                _("No reply is due within {n} days.").format(n=NEAR_DAYS),
            ),
            _judge_section(overview.to_judge),
            _ready_section(overview.ready),
            *([replace(awaited, most=MOST_AWAITED)] if later else []),
            _audit_section(overview.audits),
        )

    def _due_section(self, kind: str, title: str, lines: tuple[DueLine, ...], note: str) -> Section:
        look = {"late": "overdue", "near": "near"}.get(kind, "waiting")
        return Section(
            title,
            (
                Column(_("State")),
                Column(_("Reply by")),
                Column(_("Committee"), grows=True),
                Column(_("Audit"), most=16),
                Column(_("Municipality"), from_width=WIDE),
                Column(_("Unanswered"), from_width=BROAD),
            ),
            tuple(
                Row(
                    (
                        words.urgency(line, self.desk.today),
                        words.due_day(line),
                        capitalise_first(line.committee),
                        line.audit,
                        line.municipality,
                        str(line.unanswered),
                    ),
                    OverviewKey(kind, line.audit_id, line.committee_id, line.reply_case_id),
                    look,
                    f"{line.title} {line.abbreviation or ''} {line.municipality}",
                    due_facts(line),
                )
                for line in lines
            ),
            note,
            is_counted=True,
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
        if self.may_write():
            open_reading_in(self, FileWish(self.desk))

    def leave(self) -> None:
        """Stay: there is nowhere to go back to."""

    def action_open(self) -> None:
        """Open the audit of the row."""
        self.open_audit()

    def open_audit(self, then: str | None = None) -> None:
        """Open the audit of the row, on the tab that the row is about, and do ``then`` there."""
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
        """Ask for an answer form that came back, to read it in."""
        if self.may_write():
            self.begin(self._read_form)

    async def _read_form(self) -> None:
        # What reads Word and Excel takes long to load; only who reads a form waits for it.
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


def _unanswered(count: int) -> str:
    return ngettext("{n} recommendation", "{n} recommendations", count).format(n=count)


def _to_judge(line: JudgeLine) -> str:
    if line.kind is None:
        said = ngettext("{n} progress report", "{n} progress reports", line.count)
        return said.format(n=line.count)
    if not line.is_read:
        return _("To go through")
    is_supplement = line.kind is ResponseKind.SUPPLEMENT
    return _("Supplement to judge") if is_supplement else _("To judge")


def _judge_section(lines: tuple[JudgeLine, ...]) -> Section:
    return Section(
        _("Replies to judge"),
        (
            Column(_("State")),
            Column(_("Received")),
            Column(_("Committee"), grows=True),
            Column(_("Audit"), most=16),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(
            Row(
                (
                    words.marked(words.MARK_UNKNOWN, _to_judge(line)),
                    words.day(line.received_on),
                    capitalise_first(line.committee),
                    line.audit,
                    line.municipality,
                ),
                OverviewKey(
                    "judge",
                    line.audit_id,
                    line.committee_id,
                    line.response_id,
                ),
                "waiting",
                line.municipality,
                judge_facts(line),
            )
            for line in lines
        ),
        _("No reply waits to be judged."),
        is_counted=True,
    )


def _ready_section(lines: tuple[AuditLine, ...]) -> Section:
    return Section(
        _("Ready for follow-up"),
        (
            Column(_("To follow up")),
            Column(_("Audit"), most=16),
            Column(_("Title"), grows=True),
            Column(_("Planned"), from_width=NARROW),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(
            Row(
                (
                    f"● {_unanswered(line.ready_for_follow_up)}",
                    line.reference,
                    line.title,
                    line.follow_up_planned or _("not planned"),
                    line.municipality,
                ),
                OverviewKey("ready", line.audit_id),
                "",
                line.municipality,
                audit_facts(line, words.progress(line)[0]),
            )
            for line in lines
        ),
        _("Nothing is ready to be followed up."),
        is_counted=True,
    )


def _audit_section(lines: tuple[AuditLine, ...]) -> Section:
    return Section(
        _("Audits"),
        (
            Column(_("Audit"), most=16),
            Column(_("Title"), grows=True),
            Column(_("State")),
            Column(_("Replies")),
            Column(_("Open"), from_width=NARROW),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(_audit_row(line) for line in lines),
        is_counted=True,
    )


def _audit_row(line: AuditLine) -> Row:
    state, look = words.progress(line)
    of = _("{n} of {all}")
    return Row(
        (
            line.reference,
            line.title,
            state,
            of.format(n=line.replied, all=line.reply_cases),
            of.format(n=line.open, all=line.asked),
            line.municipality,
        ),
        OverviewKey("audit", line.audit_id),
        look,
        f"{line.municipality} {line.audit_year}",
        audit_facts(line, state),
    )

"""The recommendations and replies that a figure counts, each on a row."""

from collections.abc import Hashable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.outcome.over_time import Replied
from revtrack.domain.outcome.rates import Unit
from revtrack.forms.desk import Desk
from revtrack.forms.found_by import addressee_facts, reply_facts
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.tui import keys, words
from revtrack.tui.figures.sections import Behind
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.tabs.recommendations import LOOKS
from revtrack.tui.tabs.view import RowKey
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _
from revtrack.wording.responses import state_told

WIDE = 110
REPLY = "reply"
MOST = 1000
"""Rows that are shown of each kind; a filter finds the others."""


class BehindScreen(WorkScreen):
    """What a figure counts; Enter opens the audit on the row."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.BEHIND]

    def __init__(self, desk: Desk, behind: Behind) -> None:
        """Take what the figure counts."""
        super().__init__(desk)
        self._behind = behind
        self._audits: dict[RowKey, int] = {}

    def compose_list(self) -> ComposeResult:
        """Lay out the list alone."""
        yield Lines()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return self._behind.title

    async def _load(self) -> None:
        units, replies = self._behind.units, self._behind.replies
        self._audits = {
            **{_unit_key(each): each.case.audit.id for each in units},
            **{_reply_key(each): each.case.audit.id for each in replies},
        }
        sections = await self.ask(_sections, self._behind)
        self.query_one(Lines).show_sections(sections)

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return the recommendation to a committee, or the reply case, that a row shows."""
        if not isinstance(key, RowKey) or key not in self._audits:
            return None
        kind = Kind.REPLY_CASE if key.kind == REPLY else Kind.ADDRESSEE
        return Subject(kind, self._audits[key], key.id)

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        key = self.query_one(Lines).key
        return key.committee_id if isinstance(key, RowKey) else None

    def on_lines_chosen(self) -> None:
        """Open the audit on the row."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit on the row."""
        key = self.query_one(Lines).key
        if isinstance(key, RowKey) and key in self._audits:
            tab = 3 if key.kind == REPLY else 2
            at = RowKey("committee", 0, key.committee_id) if key.kind == REPLY else key
            self.app.push_screen(AuditScreen(self.desk, self._audits[key], tab, at))


def _sections(behind: Behind) -> tuple[Section, ...]:
    made = (_units_section(behind.units), _replies_section(behind.replies))
    return tuple(each for each in made if each.rows)


def _unit_key(unit: Unit) -> RowKey:
    return RowKey("addressee", unit.line.addressee.id, unit.line.committee.id)


def _reply_key(reply: Replied) -> RowKey:
    return RowKey(REPLY, reply.line.reply_case.id, reply.line.committee.id)


def _units_section(units: tuple[Unit, ...]) -> Section:
    return Section(
        _("Recommendations"),
        (
            Column(_("Audit"), most=16),
            Column(_("No.")),
            Column(_("Committee"), most=26),
            Column(_("Recommendation"), grows=True, is_cut=True),
            Column(_("Standing"), most=30),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(_unit_row(each) for each in units),
        is_counted=True,
        most=MOST,
    )


def _unit_row(unit: Unit) -> Row:
    line, case = unit.line, unit.case
    text = line.recommendation.letter_text or line.recommendation.report_text or ""
    return Row(
        (
            case.audit.reference,
            line.number,
            words.short(line.committee),
            text,
            words.standing(line),
            case.municipality.name,
        ),
        _unit_key(unit),
        LOOKS.get(line.standing.value, ""),
        f"{case.audit.title} {line.committee.name} {case.municipality.name}",
        addressee_facts(case, line),
    )


def _replies_section(replies: tuple[Replied, ...]) -> Section:
    return Section(
        _("Replies"),
        (
            Column(_("Audit"), most=16),
            Column(_("Committee"), grows=True),
            Column(_("Reply by")),
            Column(_("Received")),
            Column(_("State"), most=30),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(_reply_row(each) for each in replies),
        is_counted=True,
        most=MOST,
    )


def _reply_row(reply: Replied) -> Row:
    line, case = reply.line, reply.case
    state = state_told(line)
    received = line.decision.received_on if line.decision else None
    return Row(
        (
            case.audit.reference,
            words.name(line.committee),
            line.due_on.isoformat() if line.due_on else "",
            received.isoformat() if received else "",
            state,
            case.municipality.name,
        ),
        _reply_key(reply),
        "overdue" if line.is_late else "",
        f"{case.audit.title} {case.municipality.name}",
        reply_facts(case, line, state),
    )

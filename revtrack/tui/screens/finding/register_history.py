"""Historik: every change of the register, the latest first, in the words of its records."""

from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.codes import PersonRole
from revtrack.forms.desk import Desk
from revtrack.forms.found_by import event_facts
from revtrack.services.describe import EventLine, describe_events
from revtrack.services.find import find_audit
from revtrack.services.history import LatestChanges, latest_changes
from revtrack.tui import keys, words
from revtrack.tui.screens.audit.audit import HISTORY, AuditScreen
from revtrack.tui.screens.finding.as_of import AsOfForm
from revtrack.tui.screens.finding.statistics import StatisticsScreen
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.history import moment
from revtrack.tui.tabs.view import RowKey, paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.changes import worded_change, worded_fields, worded_reason, worded_record
from revtrack.wording.labels import label
from revtrack.wording.words import capitalise_first

AT_ONCE = 400
"""So many changes are read at first, and each time that older ones are asked for."""
LONGEST = 240


class HistoryScreen(WorkScreen):
    """Who changed what, when, why, and from what to what; Enter opens the audit it is about."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.HISTORY]

    def __init__(self, desk: Desk) -> None:
        """Begin with the latest."""
        super().__init__(desk)
        self._most = AT_ONCE
        self._read = LatestChanges((), 0)
        self._lines: dict[int, EventLine] = {}

    def compose_list(self) -> ComposeResult:
        """Lay out counts, list and details."""
        yield Summary()
        yield Lines()
        yield Detail()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("History of the register")

    async def _load(self) -> None:
        store = self.desk.store
        self._read = await self.ask(latest_changes, store, self._most)
        lines = await self.ask(describe_events, store, self._read.events)
        self._lines = {line.event.sequence: line for line in lines}
        self.query_one(Lines).show_sections(_sections(lines))
        self.query_one(Summary).tell(self._summary())

    def _summary(self) -> str:
        """Return how many changes there are, and how the older ones are shown."""
        count = self._read.count
        said = ngettext("{n} change", "{n} changes", count).format(n=count)
        shown = len(self._read.events)
        if shown < count:
            more = _("the latest {n} are shown, {key} shows older ones")
            said += ", " + more.format(n=shown, key=keys.key_of("history.older"))
        return said

    def detail(self, key: Hashable) -> Text:
        """Return the change of the row in full."""
        line = self._line_of(key)
        return _detail(line) if line else Text()

    def _line_of(self, key: Hashable) -> EventLine | None:
        return self._lines.get(key.id) if isinstance(key, RowKey) else None

    # ---- what is done

    def on_lines_chosen(self) -> None:
        """Open the audit that the change is about, on its history."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit that the change is about, on its history."""
        self.begin(self._open)

    async def _open(self) -> None:
        line = self._line_of(self.query_one(Lines).key)
        if line is None:
            return
        if not line.name.audit:
            self.tell(_("This change is about no one audit."))
            return
        audit = await self.ask(find_audit, self.desk.store, line.name.audit)
        at = RowKey("event", line.event.sequence)
        self.app.push_screen(AuditScreen(self.desk, audit.id, HISTORY, at))

    def action_older(self) -> None:
        """Read older changes as well."""
        if len(self._read.events) < self._read.count:
            self._most += AT_ONCE
            self.action_reload()
        else:
            self.tell(_("All changes are shown."))

    def action_as_of(self) -> None:
        """Show the register's figures as they stood on a day."""
        self.app.push_screen(AsOfForm(self.desk), self._after_day)

    def _after_day(self, desk: Desk | None) -> None:
        if desk is not None:
            self.app.push_screen(StatisticsScreen(desk))


def _sections(lines: tuple[EventLine, ...]) -> tuple[Section, ...]:
    """Return a section for each wish, the latest first, its changes in the order it made them."""
    wishes: dict[object, list[EventLine]] = {}
    for line in lines:
        wish = line.event.wish if line.event.wish is not None else -line.event.sequence
        wishes.setdefault(wish, []).append(line)
    if not wishes:
        return (Section(note=_("Nothing has been registered yet.")),)
    return tuple(
        Section(
            _head(found[0]),
            (Column(_("What"), grows=True), Column(_("Change"), most=60)),
            tuple(_row(line) for line in reversed(found)),
            hides_titles=True,
        )
        for found in wishes.values()
    )


def _head(line: EventLine) -> str:
    event = line.event
    told = " · ".join((moment(event.at), event.who or _("another program")))
    return " – ".join(filter(None, (told, worded_reason(event.why or ""))))


def _what(line: EventLine) -> str:
    event = line.event
    there = {"was_there": event.old is not None, "is_there": event.new is not None}
    return capitalise_first(worded_change(line.name, event.table, **there))


def _row(line: EventLine) -> Row:
    event = line.event
    is_change = event.old is not None and event.new is not None
    fields = "; ".join(worded_fields(event.table, line.changes)) if is_change else ""
    return Row(
        (one_line(_what(line), LONGEST), one_line(fields, LONGEST)),
        RowKey("event", event.sequence),
        found_by=_head(line),
        facts=event_facts(event, line.name),
    )


def _detail(line: EventLine) -> Text:
    """Return every field of the change on a line of its own, who made it in what role, and why."""
    event = line.event
    role = label(PersonRole(event.role)) if event.role in set(PersonRole) else ""
    head = " · ".join(filter(None, (_head(line), role)))
    why = words.labelled(_("Reason"), worded_reason(event.why)) if event.why else None
    is_change = event.old is not None and event.new is not None
    told = worded_fields if is_change else worded_record
    return paragraphs(
        show(head, "bold"),
        show(_what(line)),
        why,
        *(show(each) for each in told(event.table, line.changes)),
    )

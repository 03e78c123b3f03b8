"""Agenda: replies, actions, meetings and follow-ups by the week or the quarter of their day."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.agenda import Period, Span, grouped, period_of
from revtrack.domain.days.dates import last_day
from revtrack.domain.filtering import Facts, Field
from revtrack.forms.desk import Desk
from revtrack.services.agenda import AgendaLine, Occasion, see_agenda
from revtrack.tui import keys, words
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.bodies.committee import CommitteeScreen
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import RowKey, paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, language, ngettext
from revtrack.wording.labels import label
from revtrack.wording.periods import period_in_words
from revtrack.wording.words import capitalise_first, coarse_in_words

BROAD, WIDE = 90, 116
TITLE = 5
"""The place of the column that grows."""
WIDEST = 26
"""Columns that a cell is filled up to, so that all headings' columns stand under each other."""
_TABS: Mapping[Occasion, int] = {Occasion.REPLY: 3, Occasion.ACTION: 2, Occasion.FOLLOW_UP: 4}
_MARKS: Mapping[Occasion, str] = {
    Occasion.REPLY: "○",
    Occasion.ACTION: "◐",
    Occasion.PAPERS: "□",
    Occasion.MEETING: "■",
    Occasion.FOLLOW_UP: "●",
}


@dataclass(frozen=True)
class AgendaKey:
    """Which of the lines a row stands for."""

    place: int


TODAY_KEY = AgendaKey(-1)
"""The row that tells which day it is."""


class AgendaScreen(WorkScreen):
    """What falls on which day; today and this week are told in words."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.AGENDA]

    def __init__(self, desk: Desk) -> None:
        """Open the agenda by weeks."""
        super().__init__(desk)
        self._span = Span.WEEK
        self._lines: tuple[AgendaLine, ...] = ()
        self._is_placed = False
        """Whether the cursor has been put on what is next."""

    def compose_list(self) -> ComposeResult:
        """Lay out counts, list and details."""
        yield Summary()
        yield Lines()
        yield Detail()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Agenda")

    async def _load(self) -> None:
        self._lines = await self.ask(see_agenda, self.desk.store, self.desk.today)
        self.query_one(Summary).tell(_summary(self._lines))
        self._show()

    # ---- what is shown

    def _show(self) -> None:
        lines = self.query_one(Lines)
        if not self._lines:
            lines.show_sections([_nothing()])
            return
        places = {id(line): place for place, line in enumerate(self._lines)}
        groups = {each.period: each.lines for each in grouped(self._lines, self._span)}
        now = period_of(self.desk.today, self._span)
        groups.setdefault(now, ())
        widths = self._widths()
        first = min(groups)
        lines.show_sections(
            self._section(
                period,
                tuple(_row(places[id(each)], each, self.desk.today, widths) for each in members),
                hides_titles=period != first,
                is_now=period == now,
            )
            for period, members in sorted(groups.items())
        )
        if not self._is_placed:
            self._is_placed = True
            lines.action_last()
            self.call_after_refresh(lines.move_to, TODAY_KEY)

    def _widths(self) -> tuple[int, ...]:
        """Return the widths that the columns have under every heading."""
        cells = [_cells(line, self.desk.today) for line in self._lines]
        return tuple(max(map(len, column)) for column in zip(*cells, strict=True))

    def _section(
        self, period: Period, rows: tuple[Row, ...], *, hides_titles: bool, is_now: bool
    ) -> Section:
        title = capitalise_first(period_in_words(period))
        if is_now:
            rows = self._with_today(rows)
            now = _("this week") if period.span is Span.WEEK else _("this quarter")
            title = f"{title} – {now}"
        return Section(
            title,
            (
                Column(_("Day")),
                Column(_("What")),
                Column(_("When")),
                Column(_("Committee"), most=26),
                Column(_("Audit"), most=16),
                Column(_("Title"), grows=True, is_cut=True, from_width=BROAD),
                Column(_("Municipality"), from_width=WIDE),
            ),
            rows,
            hides_titles=hides_titles,
            is_counted=not is_now,
        )

    def _with_today(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows with one that tells which day it is, at its place."""
        day = self.desk.today.isoformat()
        today = Row((day, words.marked("▶", _("Today")), *[""] * 5), TODAY_KEY, "near")
        before = sum(str(row.cells[0]) < day for row in rows)
        return (*rows[:before], today, *rows[before:])

    def detail(self, key: Hashable) -> Text:
        """Return the line of the row in full."""
        line = self._line_of(key)
        return _detail(line, self.desk.today) if line else Text()

    # ---- what is done

    def _line_of(self, key: Hashable) -> AgendaLine | None:
        if isinstance(key, AgendaKey) and 0 <= key.place < len(self._lines):
            return self._lines[key.place]
        return None

    @property
    def _line(self) -> AgendaLine | None:
        return self._line_of(self.query_one(Lines).key)

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        return self._line.committee_id if self._line else None

    def action_turn_span(self) -> None:
        """Show quarters in place of weeks, or the other way round."""
        self._span = Span.QUARTER if self._span is Span.WEEK else Span.WEEK
        self._show()

    def on_lines_chosen(self) -> None:
        """Open the audit of the row."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit of the row; of a meeting, all that its committee owes."""
        line = self._line
        if line is None:
            return
        if line.audit_id is not None:
            at = RowKey("committee", 0, line.committee_id)
            screen = AuditScreen(self.desk, line.audit_id, _TABS[line.occasion], at)
            self.app.push_screen(screen)
        elif line.committee_id is not None:
            self.app.push_screen(CommitteeScreen(self.desk, line.committee_id))


def _what(line: AgendaLine) -> str:
    told = {
        Occasion.REPLY: _("Supplement") if _is_supplement(line) else _("Reply"),
        Occasion.ACTION: _("Action"),
        Occasion.PAPERS: _("Papers by"),
        Occasion.MEETING: _("Meeting")
        if line.meeting in {None, MeetingKind.COMMITTEE}
        else label(line.meeting),
        Occasion.FOLLOW_UP: _("Follow-up"),
    }
    return words.marked(_MARKS[line.occasion], told[line.occasion])


def _is_supplement(line: AgendaLine) -> bool:
    return line.reply is not None and line.reply.supplement_due_on is not None


def _when(line: AgendaLine, today: date) -> tuple[str, str]:
    """Return when the line is, seen from today, and the look of its row."""
    if line.days_late:
        late = ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
        return words.marked(words.MARK_LATE, late), "overdue"
    left = (line.due_on - today).days
    if left == 0:
        return words.marked(words.MARK_NEAR, _("today")), "near"
    if left > 0:
        return ngettext("in {n} day", "in {n} days", left).format(n=left), ""
    if line.planned and last_day(line.planned) >= today:
        return words.marked(words.MARK_NEAR, _("now")), "near"
    return label(line.reply.state) if line.reply else "", ""


def _cells(line: AgendaLine, today: date) -> tuple[str, ...]:
    when, _look = _when(line, today)
    return (
        line.due_on.isoformat(),
        _what(line),
        when,
        line.abbreviation or capitalise_first(line.committee or ""),
        line.audit,
        line.title,
        line.municipality,
    )


def _row(place: int, line: AgendaLine, today: date, widths: tuple[int, ...]) -> Row:
    cells = _cells(line, today)
    filled = zip(cells[:TITLE], widths, strict=False)
    return Row(
        (*(one_line(cell).ljust(min(width, WIDEST)) for cell, width in filled), *cells[TITLE:]),
        AgendaKey(place),
        _when(line, today)[1],
        f"{line.committee or ''} {line.municipality} {line.title}",
        _facts(line),
    )


def _facts(line: AgendaLine) -> Facts:
    named = tuple(name for name in (line.abbreviation, line.committee) if name)
    return {
        Field.MUNICIPALITY: line.municipality,
        Field.COMMITTEE: named,
        Field.AUDIT: tuple(name for name in (line.audit, line.title) if name),
        Field.STATUS: _what(line),
        Field.DUE: line.due_on,
        Field.LATE: bool(line.days_late),
        Field.RESPONSIBLE: (line.action.responsible if line.action else None) or "",
        Field.OPEN: line.occasion not in {Occasion.MEETING, Occasion.PAPERS},
    }


def _detail(line: AgendaLine, today: date) -> Text:
    """Return what the row says in full."""
    when, _look = _when(line, today)
    about = ", ".join(filter(None, (capitalise_first(line.committee or ""), line.municipality)))
    parts = [show(f"{_what(line)} · {line.due_on.isoformat()} · {when}", "bold"), show(about)]
    if line.audit:
        parts.append(show(f"{line.audit}  {line.title}"))
    if line.planned:
        told = coarse_in_words(line.planned, in_language=language())
        parts.append(words.labelled(_("Follow-up planned"), told))
    if line.action is not None:
        numbers = ", ".join(line.action.recommendations)
        parts.append(words.labelled(numbers, line.action.text))
        if line.action.responsible:
            parts.append(words.labelled(_("Responsible"), line.action.responsible))
    if line.reply is not None:
        said = ngettext(
            "{n} recommendation unanswered", "{n} recommendations unanswered", line.reply.unanswered
        )
        parts.append(show(said.format(n=line.reply.unanswered)))
    return paragraphs(*parts)


def _summary(lines: tuple[AgendaLine, ...]) -> str:
    """Return how much there is of each kind, and how much of it is late."""
    counts = {each: sum(line.occasion is each for line in lines) for each in Occasion}
    told = [
        ngettext("{n} reply", "{n} replies", counts[Occasion.REPLY]),
        ngettext("{n} action", "{n} actions", counts[Occasion.ACTION]),
        ngettext("{n} day for papers", "{n} days for papers", counts[Occasion.PAPERS]),
        ngettext("{n} meeting", "{n} meetings", counts[Occasion.MEETING]),
        ngettext("{n} follow-up", "{n} follow-ups", counts[Occasion.FOLLOW_UP]),
    ]
    parts = [
        said.format(n=count) for said, count in zip(told, counts.values(), strict=True) if count
    ]
    if late := sum(bool(line.days_late) for line in lines):
        parts.append(words.marked(words.MARK_LATE, _("{n} late").format(n=late)))
    return " · ".join(parts)


def _nothing() -> Section:
    return Section(
        _("Nothing is awaited"),
        note=_(
            "No reply, action, meeting or follow-up has a day ahead. Go back with Esc and press "
            "{letter} to register a letter that has been sent; meetings are registered with "
            "{place}."
        ).format(letter=keys.key_of("overview.letter"), place=keys.key_of("place.bodies")),
    )

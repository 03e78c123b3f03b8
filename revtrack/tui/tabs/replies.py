"""Svar och frister: one row per committee that is asked to reply."""

from collections.abc import Hashable

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState
from revtrack.domain.days.meetings import plan_of
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.names.succession import committee_in_office
from revtrack.forms.found_by import reply_facts
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.show import show
from revtrack.tui.tabs.reply_chain import chain_told
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs, reports_told
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.extensions import extended_day, extended_from, extension_told
from revtrack.wording.labels import symbol
from revtrack.wording.plans import plan_in_words
from revtrack.wording.reminded import reminded_times
from revtrack.wording.responses import state_told

WIDE, WIDER = 96, 150
DONE = frozenset({ReplyState.SUFFICIENT, ReplyState.RECEIVED})


def summary(view: CaseView) -> str:
    """Return how many have replied, and how many are late."""
    asked = [line for line in view.replies if line.reply_case.due_on is not None]
    replied = sum(line.has_come for line in asked)
    parts = [_("{n} of {all} have replied").format(n=replied, all=len(asked))]
    if late := sum(line.is_late for line in asked):
        parts.append(ngettext("{n} is late", "{n} are late", late).format(n=late))
    if late := sum(line.is_supplement_late for line in view.replies):
        said = ngettext("{n} supplement is late", "{n} supplements are late", late)
        parts.append(said.format(n=late))
    return ", ".join(parts) if view.replies else ""


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a row for each reply case, in the register's order of committees."""
    return (
        Section(
            columns=(
                Column(_("Committee"), grows=True),
                Column(_("State"), most=28),
                Column(_("Reply by"), most=28),
                Column(_("In time"), most=18),
                Column(_("Received"), from_width=WIDE, most=14),
                Column("§", from_width=WIDE),
                Column(_("Diary number"), from_width=WIDER, most=20),
                Column(_("No position"), from_width=WIDER),
            ),
            rows=tuple(_row(view.case, line) for line in view.replies),
            note=_(
                "No reply is watched yet. Press {key} to hand over the audit: then each recipient "
                "gets a reply case."
            ).format(key=key_of("audit.hand_over")),
        ),
    )


def _row(case: AuditCase, line: ReplyLine) -> Row:
    decision = line.decision
    return Row(
        (
            words.name(line.committee),
            words.marked(symbol(line.state), state_told(line)),
            _due(line),
            in_time(line),
            words.day(decision.received_on) if decision else "",
            (decision.paragraph if decision else "") or "",
            line.reply_case.diary_number or "",
            str(line.unanswered) if line.unanswered else "",
        ),
        RowKey("reply_case", line.reply_case.id, line.committee.id),
        _look(line),
        line.committee.abbreviation or "",
        reply_facts(case, line, state_told(line)),
    )


def _look(line: ReplyLine) -> str:
    if line.is_late or line.is_supplement_late:
        return "overdue"
    if line.is_open or line.supplement_due_on:
        return "waiting"
    return "done" if line.state in DONE else ""


def _due(line: ReplyLine) -> str:
    if line.supplement_due_on:
        return _("{day} (supplement)").format(day=line.supplement_due_on)
    if line.due_on is None:
        return _("No reply asked for")
    if line.extended_to is None:
        return line.due_on.isoformat()
    return extended_day(line.due_on, line.times_extended)


def in_time(line: ReplyLine) -> str:
    """Return whether the reply came in time, or is late, in words with a symbol.

    While a supplement is awaited, it is that which may be late.
    """
    if line.supplement_due_on:
        return _lateness(line.supplement_days_late or 0)
    if line.due_on is None or line.state is ReplyState.NO_REPLY:
        return ""
    if line.is_time_unknown:
        return words.marked(words.MARK_UNKNOWN, _("not known"))
    if line.days_late or line.is_open:
        return _lateness(line.days_late or 0)
    said = _("in time by its decision") if line.is_by_decision else _("in time")
    return words.marked(words.MARK_DONE, said)


def _lateness(days: int) -> str:
    """Return how late something is that is awaited, or that its day has not come."""
    if not days:
        return words.marked(words.MARK_WAITING, _("not yet due"))
    said = ngettext("{n} day late", "{n} days late", days)
    return words.marked(words.MARK_LATE, said.format(n=days))


def detail(view: CaseView, key: Hashable) -> Text:
    """Return all that has happened in the reply case, oldest first."""
    if not isinstance(key, RowKey):
        return Text()
    case = view.case
    for line in view.replies:
        if line.reply_case.id == key.id:
            notes = [each for each in case.notes if each.reply_case_id == key.id]
            return paragraphs(
                _case_told(line),
                _plan_told(view, line),
                *(words.labelled(_("Extension"), extension_told(e)) for e in line.extensions),
                *chain_told(view, line),
                *reports_told(view, _asked_of(view, line)),
                *(
                    words.labelled(_("Note {day}").format(day=each.noted_on), each.text)
                    for each in notes
                ),
            )
    return Text()


def _asked_of(view: CaseView, line: ReplyLine) -> set[int]:
    return {each.id for each in view.case.addressees if each.committee_id == line.committee.id}


def _case_told(line: ReplyLine) -> Text:
    parts = [
        words.name(line.committee),
        _("diary number {number}").format(number=line.reply_case.diary_number)
        if line.reply_case.diary_number
        else _("no diary number yet"),
    ]
    if line.extended_to and line.reply_case.due_on:
        parts.append(extended_from(line.reply_case.due_on, line.times_extended))
    if line.reply_case.given_up_on:
        parts.append(_("given up {day}").format(day=line.reply_case.given_up_on))
    parts += reminded_times(line)
    if line.expected_meeting_on:
        parts.append(_("meeting expected {day}").format(day=line.expected_meeting_on))
    if line.unanswered and line.decision:
        text = ngettext(
            "{n} recommendation without a position",
            "{n} recommendations without a position",
            line.unanswered,
        )
        parts.append(text.format(n=line.unanswered))
    return show(" · ".join(parts), "bold")


def _plan_told(view: CaseView, line: ReplyLine) -> Text | None:
    """Return the reply planned backwards from its day; None without a calendar."""
    plan = plan_of(view.case, line, view.today)
    if plan is None or plan.calendar_until is None:
        return None
    committee = committee_in_office(view.case, line.committee, view.today)
    return words.labelled(_("Plan"), plan_in_words(plan, committee))


TAB = Tab(_("Replies and due days"), summary, sections, detail)

"""The rows of the overview: what each shows, and what it stands for."""

from dataclasses import dataclass, replace
from datetime import date

from revtrack.domain.codes import ResponseKind
from revtrack.domain.overview import AuditLine, DueLine, JudgeLine, Overview
from revtrack.forms.found_by import audit_facts, due_facts, judge_facts
from revtrack.services.watch import NEAR_DAYS
from revtrack.tui import words
from revtrack.tui.widgets.layout import Column, Row, Section, measured
from revtrack.wording import _, ngettext
from revtrack.wording.words import capitalise_first

NARROW, BROAD, WIDE, WIDEST = 76, 90, 110, 150
MOST_AWAITED = 8
"""Rows of replies that are not yet near; a filter finds the others."""


@dataclass(frozen=True)
class OverviewKey:
    """What a row of the overview stands for."""

    section: str
    audit_id: int
    committee_id: int | None = None
    id: int = 0


def overview_sections(overview: Overview, today: date) -> tuple[Section, ...]:
    """Return what needs somebody, the most urgent first, and the audits; measured already."""
    near = tuple(line for line in overview.due if not line.is_late)
    awaited = _due_section("awaited", _("Awaiting replies"), overview.later, today)
    sections = (
        _due_section("late", _("Overdue"), overview.late, today, _("No reply is late.")),
        _due_section(
            "near",
            _("Due within {n} days").format(n=NEAR_DAYS),
            near,
            today,
            _("No reply is due within {n} days.").format(n=NEAR_DAYS),
        ),
        _judge_section(overview.to_judge),
        _ready_section(overview.ready),
        *([replace(awaited, most=MOST_AWAITED)] if overview.later else []),
        _audit_section(overview.audits),
    )
    return measured(sections)


def _due_section(
    kind: str, title: str, lines: tuple[DueLine, ...], today: date, note: str = ""
) -> Section:
    look = {"late": "overdue", "near": "near"}.get(kind, "waiting")
    return Section(
        title,
        (
            Column(_("State")),
            Column(_("Reply by")),
            Column(_("Committee"), grows=True),
            Column(_("Audit"), most=16),
            Column(_("Title"), grows=True, from_width=WIDEST),
            Column(_("Municipality"), from_width=WIDE),
            Column(_("Unanswered"), from_width=BROAD),
        ),
        tuple(
            Row(
                (
                    words.urgency(line, today),
                    words.due_day(line),
                    capitalise_first(line.committee),
                    line.audit,
                    line.title,
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
            Column(_("Title"), grows=True, from_width=WIDEST),
            Column(_("Municipality"), from_width=WIDE),
        ),
        tuple(
            Row(
                (
                    words.marked(words.MARK_UNKNOWN, _to_judge(line)),
                    words.day(line.received_on),
                    capitalise_first(line.committee),
                    line.audit,
                    line.title,
                    line.municipality,
                ),
                OverviewKey(
                    "judge",
                    line.audit_id,
                    line.committee_id,
                    line.response_id,
                ),
                "waiting",
                f"{line.title} {line.municipality}",
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

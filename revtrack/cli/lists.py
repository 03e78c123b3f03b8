"""The lists over the whole register: audits, and replies that are due."""

from collections.abc import Sequence
from datetime import date

import click

from revtrack.cli import list_contracts
from revtrack.cli.opened import opened
from revtrack.cli.output import note, say_csv, say_json, say_table
from revtrack.cli.parts import COUNT, Command, csv_option, json_option
from revtrack.cli.start import Start
from revtrack.domain.overview import AuditLine, DueLine
from revtrack.services import watch
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label

NOTHING = "–"


def audits() -> Command:
    """Return the command that lists the audits."""
    return Command(
        "audits",
        _list_audits,
        [json_option(), csv_option()],
        _("Recommendations are counted per committee: one to three committees is three."),
        ["revtrack audits", "revtrack audits --csv > granskningar.csv"],
    )


def _list_audits(start: Start, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        lines = watch.list_audits(store, start.today)
    if as_json:
        say_json([list_contracts.audit_line(line) for line in lines])
    elif as_csv:
        say_csv(_audit_headings_csv(), [_audit_row_csv(line) for line in lines])
    elif lines:
        headings = [
            _("Reference"),
            _("Audit"),
            _("Handed over"),
            _("Recs"),
            _("Open"),
            _("Replies"),
            _("Late"),
        ]
        say_table(headings, [_audit_row(line) for line in lines], wide=1)
    else:
        note(_("There is no audit in the register."))


def _audit_row(line: AuditLine) -> Sequence[str]:
    return (
        line.reference,
        line.title,
        _day(line.handed_over_on),
        str(line.asked),
        str(line.open),
        f"{line.replied}/{line.reply_cases}",
        str(line.late_replies or NOTHING),
    )


def _audit_headings_csv() -> Sequence[str]:
    return [
        _("Reference"),
        _("Title"),
        _("Municipality"),
        _("Audit year"),
        _("Handed over"),
        _("Recommendations put"),
        _("Recommendations not put"),
        _("Open"),
        _("Replies asked for"),
        _("Replies that have come"),
        _("Late replies"),
        _("Ready for follow-up"),
    ]


def _audit_row_csv(line: AuditLine) -> Sequence[object]:
    return [
        line.reference,
        line.title,
        line.municipality,
        line.audit_year,
        line.handed_over_on,
        line.asked,
        line.not_asked,
        line.open,
        line.reply_cases,
        line.replied,
        line.late_replies,
        line.ready_for_follow_up,
    ]


def due() -> Command:
    """Return the command that lists the replies that have not come."""
    return Command(
        "due",
        _list_due,
        [
            click.Option(
                ["--within"],
                type=COUNT,
                metavar=_("DAYS"),
                help=_("Only what is late or falls due within so many days."),
            ),
            json_option(),
            csv_option(),
        ],
        _("A reply is late from the day after the day it was due, or the day it was extended to."),
        ["revtrack due", "revtrack due --within 14", "revtrack --today 2023-03-21 due --json"],
    )


def _list_due(start: Start, within: int | None, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        lines = watch.list_due(store, start.today, within)
    if as_json:
        say_json([list_contracts.due_line(line) for line in lines])
    elif as_csv:
        say_csv(_due_headings_csv(), [_due_row_csv(line) for line in lines])
    elif lines:
        headings = [_("Reply by"), _("When"), _("Audit"), _("Committee"), _("Unanswered")]
        say_table(headings, [_due_row(line, start.today) for line in lines], wide=3)
        late = sum(line.is_late for line in lines)
        note(ngettext("{n} reply is late.", "{n} replies are late.", late).format(n=late))
    else:
        note(_("No reply is awaited."))


def _due_row(line: DueLine, today: date) -> Sequence[str]:
    return (
        line.due_on.isoformat(),
        _when(line, today),
        line.audit,
        f"{line.committee}{_what_day(line)}",
        str(line.unanswered),
    )


def _what_day(line: DueLine) -> str:
    if line.supplement_due_on:
        return _(" (supplement)")
    return _(" (extended)") if line.extended_to else ""


def _when(line: DueLine, today: date) -> str:
    if line.days_late:
        return ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    left = (line.due_on - today).days
    if left < 0:  # adopted, as far as is known, and not sent in
        return label(line.state)
    if left == 0:
        return _("today")
    return ngettext("in {n} day", "in {n} days", left).format(n=left)


def _due_headings_csv() -> Sequence[str]:
    return [
        _("Municipality"),
        _("Audit"),
        _("Title"),
        _("Committee"),
        _("Diary number"),
        _("Due originally"),
        _("Extended to"),
        _("Supplement by"),
        _("Days late"),
        _("Unanswered"),
        _("State of the reply"),
    ]


def _due_row_csv(line: DueLine) -> Sequence[object]:
    return [
        line.municipality,
        line.audit,
        line.title,
        line.committee,
        line.diary_number,
        line.original_due_on,
        line.extended_to,
        line.supplement_due_on,
        line.days_late,
        line.unanswered,
        label(line.state),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else NOTHING

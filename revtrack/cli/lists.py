"""The list of audits."""

from collections.abc import Sequence
from datetime import date

from revtrack.cli import list_contracts
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_json, say_table
from revtrack.cli.frame.parts import Command, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.overview import AuditLine
from revtrack.services import watch
from revtrack.wording import _

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
        *_counts(line),
    )


def _counts(line: AuditLine) -> Sequence[str]:
    """Return what is put, open, answered and late; nothing is, before the letter has gone out."""
    if line.handed_over_on is None:
        return (NOTHING, NOTHING, NOTHING, NOTHING)
    replies = f"{line.replied}/{line.reply_cases}"
    return (str(line.asked), str(line.open), replies, str(line.late_replies or NOTHING))


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


def _day(day: date | None) -> str:
    return day.isoformat() if day else NOTHING

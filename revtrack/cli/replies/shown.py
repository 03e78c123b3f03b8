"""The replies to one audit as ``show`` prints them: a row for each committee that was asked."""

from collections.abc import Sequence

from revtrack.cli.frame.output import say_heading, say_table, say_wrapped
from revtrack.domain.follow_up import ReplyLine
from revtrack.wording import _, ngettext
from revtrack.wording.extensions import extended_from, extension_told
from revtrack.wording.reminded import reminded_times
from revtrack.wording.responses import state_told
from revtrack.wording.words import paragraph_sign

INDENT = 2
NOTHING = "–"


def say_replies(lines: Sequence[ReplyLine]) -> None:
    """Print each committee's case of reply: its day, its reply, and whether it came in time."""
    if not lines:
        return
    say_heading(_("Replies"))
    headings = [_("Committee"), _("Diary number"), _("Reply by"), _("Reply"), _("In time")]
    rows = [
        (
            line.committee.abbreviation or line.committee.name,
            line.reply_case.diary_number or NOTHING,
            _due(line),
            _reply(line),
            _timeliness(line),
        )
        for line in lines
    ]
    say_table(headings, rows, wide=3)
    for line in lines:
        short = line.committee.abbreviation or line.committee.name
        for each in line.extensions:
            told = _("Extension for {committee}: {told}")
            said = told.format(committee=short, told=extension_told(each))
            say_wrapped(said, hanging=INDENT)


def _due(line: ReplyLine) -> str:
    if line.due_on is None:
        return _("no reply asked for")
    return f"{line.due_on}{'*' if line.extended_to else ''}"


def _reply(line: ReplyLine) -> str:
    decision = line.decision
    parts = [state_told(line)]
    if decision and decision.paragraph:
        parts.append(paragraph_sign(decision.paragraph))
    if decision and decision.decided_on:
        parts.append(_("decided {day}").format(day=decision.decided_on))
    if decision and decision.received_on:
        parts.append(_("received {day}").format(day=decision.received_on))
    if line.supplement_due_on:
        parts.append(_("supplement by {day}").format(day=line.supplement_due_on))
    original = line.reply_case.due_on
    if line.extended_to and original:
        parts.append(f"* {extended_from(original, line.times_extended)}")
    parts += reminded_times(line)
    if line.expected_meeting_on:
        parts.append(_("meeting expected {day}").format(day=line.expected_meeting_on))
    return ", ".join(parts)


def _timeliness(line: ReplyLine) -> str:
    if line.is_time_unknown:
        return _("unknown if in time")
    if line.is_supplement_late:
        n = line.supplement_days_late or 0
        return ngettext("supplement {n} day late", "supplement {n} days late", n).format(n=n)
    if line.days_late is None:
        return NOTHING
    if line.days_late:
        return ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    if line.is_open:
        return NOTHING
    return _("in time by its decision") if line.is_by_decision else _("in time")

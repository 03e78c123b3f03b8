"""What is due over the whole register: replies, and what is to be carried out."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

import click

from revtrack.cli import list_contracts
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say_csv, say_grouped_table, say_json
from revtrack.cli.frame.parts import COUNT, Command, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.domain.days.agenda import Period, Span, grouped
from revtrack.domain.errors import UsageError
from revtrack.domain.overview import ActionLine, DueLine
from revtrack.services import watch
from revtrack.wording import _, language, ngettext
from revtrack.wording.labels import label
from revtrack.wording.periods import period_in_words
from revtrack.wording.words import coarse_in_words

NOTHING = "–"
DAY = len("2023-03-20")


def due() -> Command:
    """Return the command that lists what is due."""
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
            click.Option(
                ["--actions"],
                is_flag=True,
                help=_(
                    "What committees are to have carried out by a day and have not said to be "
                    "done, in place of replies."
                ),
            ),
            click.Option(
                ["--by"],
                type=click.Choice([each.value for each in Span]),
                help=_("Under the week or the quarter of the day."),
            ),
            json_option(),
            csv_option(),
        ],
        _(
            "A reply is late from the day after the day it was due, or the day it was extended to; "
            "an action after the last day that its day covers (June 2023: from 1 July)."
        ),
        [
            "revtrack due",
            "revtrack due --within 14",
            "revtrack due --by week",
            "revtrack due --actions --within 30",
            "revtrack --today 2023-03-21 due --json",
        ],
    )


def _list_due(
    start: Start, within: int | None, actions: bool, by: str | None, as_json: bool, as_csv: bool
) -> None:
    if by and as_csv:
        raise UsageError("Choose one of --by and --csv.")
    span = Span(by) if by else None
    with opened(start) as store:
        if actions:
            found = watch.list_actions(store, start.today, within)
            _tell_actions(found, start.today, span, as_json, as_csv)
        else:
            lines = watch.list_due(store, start.today, within)
            _tell_replies(lines, start.today, span, as_json, as_csv)


# ---- replies


def _tell_replies(
    lines: Sequence[DueLine], today: date, span: Span | None, as_json: bool, as_csv: bool
) -> None:
    if as_json and span:
        groups = grouped(lines, span)
        say_json([list_contracts.group(each, list_contracts.due_line) for each in groups])
    elif as_json:
        say_json([list_contracts.due_line(line) for line in lines])
    elif as_csv:
        say_csv(_due_headings_csv(), [_due_row_csv(line) for line in lines])
    elif lines:
        headings = [_("Reply by"), _("When"), _("Audit"), _("Committee"), _("Unanswered")]
        _say_rows(headings, lines, partial(_due_row, today=today), span)
        late = sum(line.is_late for line in lines)
        note(ngettext("{n} reply is late.", "{n} replies are late.", late).format(n=late))
    else:
        note(_("No reply is awaited."))


def _due_row(line: DueLine, today: date) -> Sequence[str]:
    return (
        line.due_on.isoformat(),
        _when(line, today),
        line.audit,
        f"{line.committee}{_what_day(line)}{_meeting(line, today)}",
        str(line.unanswered),
    )


def _what_day(line: DueLine) -> str:
    if line.supplement_due_on:
        return _(" (supplement)")
    if line.times_extended > 1:
        return _(" (extended {n} times)").format(n=line.times_extended)
    return _(" (extended)") if line.extended_to else ""


def _meeting(line: DueLine, today: date) -> str:
    """Return which meeting is expected to take the reply, and whether it passed without one."""
    day = line.expected_meeting_on
    if day is None:
        return ""
    if day < today:
        return _(" (meeting {day} has passed)").format(day=day)
    return _(" (meeting {day})").format(day=day)


def _when(line: DueLine, today: date) -> str:
    if not line.days_late and line.due_on < today:  # adopted, as far as is known, and not sent in
        return label(line.state)
    return _time_left(line.due_on, today)


def _time_left(due_on: date, today: date) -> str:
    left = (due_on - today).days
    if left < 0:
        return ngettext("{n} day late", "{n} days late", -left).format(n=-left)
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
        _("Times extended"),
        _("Supplement by"),
        _("Days late"),
        _("Unanswered"),
        _("State of the reply"),
        _("Expected meeting"),
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
        line.times_extended,
        line.supplement_due_on,
        line.days_late,
        line.unanswered,
        label(line.state),
        line.expected_meeting_on,
    ]


# ---- what is to be carried out


def _tell_actions(
    lines: Sequence[ActionLine], today: date, span: Span | None, as_json: bool, as_csv: bool
) -> None:
    if as_json and span:
        groups = grouped(lines, span)
        say_json([list_contracts.group(each, list_contracts.action_line) for each in groups])
    elif as_json:
        say_json([list_contracts.action_line(line) for line in lines])
    elif as_csv:
        say_csv(_action_headings_csv(), [_action_row_csv(line) for line in lines])
    elif lines:
        headings = [
            _("To be done by"),
            _("When"),
            _("Audit"),
            _("Committee"),
            _("Responsible"),
            _("What"),
        ]
        _say_rows(headings, lines, partial(_action_row, today=today), span)
        late = sum(line.is_late for line in lines)
        note(ngettext("{n} action is late.", "{n} actions are late.", late).format(n=late))
    else:
        note(_("Nothing is to be carried out by a day that is known."))


def _action_row(line: ActionLine, today: date) -> Sequence[str]:
    return (
        coarse_in_words(line.due, in_language=language()) if len(line.due) < DAY else line.due,
        _time_left(line.due_on, today),
        line.audit,
        line.abbreviation or line.committee,
        line.responsible or NOTHING,
        f"{', '.join(line.recommendations)}: {line.text}",
    )


def _action_headings_csv() -> Sequence[str]:
    return [
        _("Municipality"),
        _("Audit"),
        _("Title"),
        _("Committee"),
        _("Recommendations"),
        _("What"),
        _("Responsible"),
        _("To be done by"),
        _("Last day"),
        _("Days late"),
    ]


def _action_row_csv(line: ActionLine) -> Sequence[object]:
    return [
        line.municipality,
        line.audit,
        line.title,
        line.committee,
        ", ".join(line.recommendations),
        line.text,
        line.responsible,
        line.due,
        line.due_on,
        line.days_late,
    ]


# ---- both

L = TypeVar("L", DueLine, ActionLine)


def _say_rows(
    headings: Sequence[str],
    lines: Sequence[L],
    row: Callable[[L], Sequence[str]],
    span: Span | None,
) -> None:
    """Print the lines as a table, under their weeks or quarters where that is asked for."""
    wide = headings.index(_("Committee")) if _("What") not in headings else len(headings) - 1
    groups = [("", [row(line) for line in lines])]
    if span:
        groups = [
            (_heading(each.period, len(each.lines)), [row(line) for line in each.lines])
            for each in grouped(lines, span)
        ]
    say_grouped_table(headings, groups, wide=wide)


def _heading(period: Period, count: int) -> str:
    return _("{period}: {count}").format(period=period_in_words(period), count=count)

"""What is missing or contradictory, every change, and whether anything was changed unseen."""

from collections.abc import Iterable
from itertools import groupby

from revtrack.cli import FINE, PROBLEMS, contracts
from revtrack.cli.list_contracts import Json
from revtrack.cli.opened import opened
from revtrack.cli.output import note, say, say_csv, say_json, say_wrapped
from revtrack.cli.parts import Command, audit_argument, csv_option, json_option
from revtrack.cli.start import Start
from revtrack.domain.checks import Problem
from revtrack.domain.errors import N_
from revtrack.services import checking, find
from revtrack.services import history as changes
from revtrack.storage.events import HistoryEvent
from revtrack.storage.history import HistoryFault
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import field_label, label, record_label
from revtrack.wording.words import capitalise_first

INDENT, KEY_INDENT = 2, 4
_TELLING = (
    *("reference", "title", "name", "heading", "number_in_letter", "paragraph", "file_name"),
    *("report_text", "text", "quote", "phrase", "decision_text", "new_due_on", "due_on"),
)
"""Fields by which a record is known, the most telling first."""

SHOWN = 60
"""Characters of a changed value that a line of the history shows."""


def check() -> Command:
    """Return the command that lists problems."""
    return Command(
        "check",
        _check,
        [audit_argument(required=False), json_option(), csv_option()],
        _(
            "Of one audit or of all, each with what to do about it and the key by which it is "
            "confirmed. Exit status 1 where there is an error or a warning that nobody has "
            "confirmed."
        ),
        ["revtrack check", "revtrack check ESK-2022-1 --json"],
    )


def _check(start: Start, audit: str | None, as_json: bool, as_csv: bool) -> int:
    with opened(start) as store:
        if audit is None:
            problems = checking.check_all(store, start.today)
        else:
            audit_id = find.find_audit(store, audit).id
            problems = checking.check_audit(store, audit_id, start.today)
    if as_json:
        say_json([_as_json(problem) for problem in problems])
    elif as_csv:
        say_csv(_check_headings(), [_check_row(problem) for problem in problems])
    else:
        _tell_problems(problems)
    return PROBLEMS if any(problem.is_serious for problem in problems) else FINE


def _as_json(problem: Problem) -> Json:
    return contracts.problem_line(problem, word_problem(problem), _(problem.where))


def _check_headings() -> list[str]:
    return [
        _("Severity"),
        _("Audit"),
        _("Committee"),
        _("Recommendation"),
        _("What is wrong, and what to do"),
        _("Where"),
        _("Confirmed"),
        _("Key"),
    ]


def _check_row(problem: Problem) -> list[object]:
    said = _as_json(problem)
    confirmed = _("yes") if problem.is_confirmed else _("no")
    return [
        label(problem.severity),
        *(said[name] for name in ("audit", "committee", "recommendation", "message", "where")),
        confirmed,
        said["key"],
    ]


def _tell_problems(problems: Iterable[Problem]) -> None:
    found = list(problems)
    for audit, theirs in groupby(found, key=lambda each: each.audit):
        say(audit)
        for problem in theirs:
            mark = _(" (confirmed)") if problem.is_confirmed else ""
            said = f"{label(problem.severity)}{mark}: {word_problem(problem)}"
            say_wrapped(said, indent=INDENT, hanging=INDENT)
            say(f"{' ' * KEY_INDENT}{checking.key_of(problem)}")
    serious = sum(problem.is_serious for problem in found)
    if serious:
        said = ngettext("{n} thing to look at.", "{n} things to look at.", serious)
        note(said.format(n=serious))
    else:
        note(_("Nothing that has to be looked at."))


def history() -> Command:
    """Return the command that lists changes."""
    return Command(
        "history",
        _history,
        [audit_argument(required=False), json_option(), csv_option()],
        _("Of one audit or of all, the oldest first."),
        ["revtrack history ESK-2022-1", "revtrack history --json"],
    )


def _history(start: Start, audit: str | None, as_json: bool, as_csv: bool) -> None:
    with opened(start) as store:
        audit_id = find.find_audit(store, audit).id if audit else None
        events = changes.list_history(store, audit_id)
    if as_json:
        say_json([contracts.event_line(event) for event in events])
    elif as_csv:
        headings = [_("No."), _("When"), _("Who"), _("Why"), _("What"), _("Change")]
        say_csv(headings, [_event_row(event) for event in events])
    else:
        _tell_events(events)


def _event_row(event: HistoryEvent) -> list[object]:
    what = f"{record_label(event.table)} {_what(event)}{_subject(event)}"
    return [event.sequence, event.at, event.who, event.why, what, "; ".join(_values(event))]


def _tell_events(events: Iterable[HistoryEvent]) -> None:
    for _wish, group in groupby(events, key=lambda each: (each.wish, each.who, each.at[:16])):
        theirs = list(group)
        first = theirs[0]
        who = first.who or _("another program")
        why = f" ({first.why})" if first.why else ""
        say_wrapped(f"{first.at[:16].replace('T', ' ')} UTC  {who}{why}", hanging=INDENT)
        for event in theirs:
            said = f"{event.sequence:>5} {capitalise_first(record_label(event.table))}"
            say_wrapped(f"{said} {_what(event)}{_subject(event)}", indent=INDENT, hanging=8)
            if event.old is not None and event.new is not None:
                for value in _values(event):
                    say_wrapped(value, indent=8, hanging=INDENT)


def _subject(event: HistoryEvent) -> str:
    """Return the words by which a person knows the record, shortened; nothing where it has none."""
    row = event.new or event.old or {}
    return next((f": {_shown(row[name])}" for name in _TELLING if row.get(name)), "")


def _what(event: HistoryEvent) -> str:
    if event.old is None:
        return _("added")
    return _("removed") if event.new is None else _("changed")


def _values(event: HistoryEvent) -> list[str]:
    return [
        f"{field_label(event.table, name)}: {_shown(before)} → {_shown(after)}"
        for name, (before, after) in event.changes.items()
    ]


def _shown(value: object) -> str:
    text = "–" if value is None else str(value).replace("\n", " ")
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


REASONS = {
    "changed": N_("{record} {uid} was changed by another program."),
    "removed": N_("{record} {uid} was removed by another program."),
    "added": N_("{record} {uid} was added by another program."),
    "unsealed": N_("{record} {uid}: change {sequence} was made by another program."),
    "broken": N_("{record} {uid}: change {sequence} of the history has been altered."),
    "missing": N_("Change {sequence} is missing from the history."),
}
"""What each kind of fault means, by its reason."""


def verify() -> Command:
    """Return the command that checks the history."""
    return Command(
        "verify",
        _verify,
        [json_option()],
        _("Exit status 1 where a row or a change does not agree with the sealed history."),
        ["revtrack verify", "revtrack verify --json"],
    )


def _verify(start: Start, as_json: bool) -> int:
    with opened(start) as store:
        faults = changes.verify(store)
    if as_json:
        say_json([vars(fault) for fault in faults])
    else:
        for fault in faults:
            say_wrapped(_fault(fault), hanging=INDENT)
        if not faults:
            note(_("Every row agrees with the sealed history."))
    return PROBLEMS if faults else FINE


def _fault(fault: HistoryFault) -> str:
    record = capitalise_first(record_label(fault.table))
    return _(REASONS[fault.reason]).format(record=record, uid=fault.uid, sequence=fault.sequence)

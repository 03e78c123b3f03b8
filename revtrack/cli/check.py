"""What is missing, late or contradictory."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from revtrack.cli import FINE, PROBLEMS, contracts
from revtrack.cli.frame.opened import opened
from revtrack.cli.frame.output import note, say, say_csv, say_json, say_wrapped
from revtrack.cli.frame.parts import Command, audit_argument, csv_option, json_option
from revtrack.cli.frame.start import Start
from revtrack.cli.list_contracts import Json
from revtrack.domain.checks import Problem
from revtrack.domain.records import Confirmation
from revtrack.services import checking, find
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

INDENT, TEXT_INDENT, KEY_INDENT = 2, 4, 6


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
    serious = 0
    told: list[Json] = []
    rows: list[list[object]] = []
    with opened(start) as store:
        for problems in _found(store, audit, start.today):
            serious += sum(problem.is_serious for problem in problems)
            if as_json:
                told += [_as_json(problem) for problem in problems]
            elif as_csv:
                rows += [_check_row(problem) for problem in problems]
            else:
                _tell_problems(problems)
    if as_json:
        say_json(told)
    elif as_csv:
        say_csv(_check_headings(), rows)
    else:
        _tell_count(serious)
    return PROBLEMS if serious else FINE


def _found(store: Store, audit: str | None, today: date) -> Iterator[tuple[Problem, ...]]:
    """Give the problems of the audit, or of one audit after the other."""
    if audit is None:
        yield from checking.check_each(store, today)
    else:
        yield checking.check_audit(store, find.find_audit(store, audit).id, today)


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
    """Tell what is wrong in an audit, group by group: the severities, the confirmed last."""
    ordered = sorted(problems, key=lambda each: each.is_confirmed)
    if ordered:
        say(ordered[0].audit)
    for heading, theirs in groupby(ordered, key=_group):
        say(f"{' ' * INDENT}{heading}")
        for problem in theirs:
            say_wrapped(word_problem(problem), indent=TEXT_INDENT)
            if problem.confirmation:
                say_wrapped(_confirmed_told(problem.confirmation), indent=TEXT_INDENT)
            say(f"{' ' * KEY_INDENT}{checking.key_of(problem)}")


def _confirmed_told(confirmation: Confirmation) -> str:
    said = _("Confirmed {day}: {reason}")
    return said.format(day=confirmation.confirmed_on, reason=confirmation.reason)


def _group(problem: Problem) -> str:
    return _("Confirmed") if problem.is_confirmed else label(problem.severity)


def _tell_count(serious: int) -> None:
    if serious:
        said = ngettext("{n} thing to look at.", "{n} things to look at.", serious)
        note(said.format(n=serious))
    else:
        note(_("Nothing that has to be looked at."))

"""What is missing, late or contradictory."""

from collections.abc import Iterable
from itertools import groupby

from revtrack.cli import FINE, PROBLEMS, contracts
from revtrack.cli.list_contracts import Json
from revtrack.cli.opened import opened
from revtrack.cli.output import note, say, say_csv, say_json, say_wrapped
from revtrack.cli.parts import Command, audit_argument, csv_option, json_option
from revtrack.cli.start import Start
from revtrack.domain.checks import Problem
from revtrack.services import checking, find
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

INDENT, KEY_INDENT = 2, 4


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

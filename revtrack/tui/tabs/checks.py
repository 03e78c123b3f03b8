"""Avstämning: what is missing, late or contradictory, and what to do about it."""

from collections import Counter
from collections.abc import Hashable

from rich.text import Text

from revtrack.domain.checks import IN_RECOMMENDATIONS, Problem
from revtrack.domain.codes import Severity
from revtrack.tui import words
from revtrack.tui.keys import key_of
from revtrack.tui.show import show
from revtrack.tui.tabs.view import CaseView, RowKey, Tab, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext, word_problem
from revtrack.wording.labels import label

WIDE = 100
LOOKS = {Severity.ERROR: "overdue", Severity.WARNING: "near"}


def summary(view: CaseView) -> str:
    """Return how many problems of each severity nobody has confirmed."""
    counts = Counter(each.severity for each in view.problems if not each.is_confirmed)
    parts = [f"{words.state(each)} {counts[each]}" for each in Severity if counts[each]]
    if confirmed := sum(each.is_confirmed for each in view.problems):
        said = ngettext("{n} confirmed", "{n} confirmed", confirmed).format(n=confirmed)
        parts.append(words.marked(words.MARK_DONE, said))
    if view.problems:
        parts.append(
            _("Enter goes to where it is mended, {key} confirms it as intended").format(
                key=key_of("audit.confirm")
            )
        )
    return " · ".join(parts)


def sections(view: CaseView) -> tuple[Section, ...]:
    """Return a row for each problem, the most serious first, the confirmed last."""
    numbered = list(enumerate(view.problems))
    rows = [_row(index, each) for index, each in numbered if not each.is_confirmed]
    rows += [_row(index, each) for index, each in numbered if each.is_confirmed]
    return (
        Section(
            columns=(
                Column(_("Severity")),
                Column(_("What is wrong, and what to do"), grows=True),
                Column(_("Where"), most=18, from_width=WIDE),
            ),
            rows=tuple(rows),
            note=words.marked(words.MARK_DONE, _("Nothing is missing, late or contradictory.")),
        ),
    )


def _row(index: int, problem: Problem) -> Row:
    severity = words.state(problem.severity)
    if problem.is_confirmed:
        severity = words.marked(words.MARK_DONE, _("Confirmed"))
    return Row(
        (severity, word_problem(problem), _(problem.where)),
        RowKey("problem", index, problem.committee.id if problem.committee else None),
        "quiet" if problem.is_confirmed else LOOKS.get(problem.severity, ""),
        problem.committee.abbreviation or "" if problem.committee else "",
    )


def problem_of(view: CaseView, key: Hashable) -> Problem | None:
    """Return the problem that a row stands for."""
    if isinstance(key, RowKey) and key.kind == "problem" and key.id < len(view.problems):
        return view.problems[key.id]
    return None


def row_of(problem: Problem) -> RowKey | None:
    """Return the row of another tab where a problem is mended; None where it is of none."""
    if problem.question is not None:
        return RowKey("question", problem.question.id)
    if problem.recommendation is not None and problem.where == IN_RECOMMENDATIONS:
        return RowKey("recommendation", problem.recommendation.id)
    return RowKey("problem", 0, problem.committee.id) if problem.committee else None


def detail(view: CaseView, key: Hashable) -> Text:
    """Return the problem in full, and why it was confirmed where it was."""
    problem = problem_of(view, key)
    if problem is None:
        return Text()
    reasons = [problem.confirmation] if problem.confirmation else []
    return paragraphs(
        show(f"{label(problem.severity)} · {_(problem.where)}", "bold"),
        show(word_problem(problem)),
        *(
            words.labelled(_("Confirmed {day}").format(day=each.confirmed_on), each.reason)
            for each in reasons
        ),
    )


TAB = Tab(_("Checks"), summary, sections, detail, frozenset({"confirm"}))

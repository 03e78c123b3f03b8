"""Paragraphs and diary numbers: what a decision is found by in the minutes and in the register."""

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from revtrack.domain.checks.days import WITH_MINUTES
from revtrack.domain.checks.problem import IN_REPLIES, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import ReplyState, ResponseKind, Severity
from revtrack.domain.errors import N_
from revtrack.domain.records import Committee, Response
from revtrack.domain.texts.diary_numbers import diary_key, read_diary_number, series_of

MISSING_PARAGRAPH = Trouble(
    "missing_paragraph",
    Severity.NOTICE,
    N_("The reply of {committee} lacks the number of its paragraph in the minutes."),
    IN_REPLIES,
)
MISSING_DIARY_NUMBER = Trouble(
    "missing_diary_number",
    Severity.NOTICE,
    N_("No diary number is registered for {committee}."),
    IN_REPLIES,
)
FOREIGN_DIARY_NUMBER = Trouble(
    "foreign_diary_number",
    Severity.WARNING,
    N_(
        "{number} begins as the diary numbers of {other} do, but is registered for {committee}. "
        "Register its own number."
    ),
    IN_REPLIES,
)
DIARY_NUMBERS_DIFFER = Trouble(
    "diary_numbers_differ",
    Severity.WARNING,
    N_(
        "The reply of {committee} has the diary number {given}, its matter {number}. "
        "Find out which one is right."
    ),
    IN_REPLIES,
)
DIARY_YEAR_DIFFERS = Trouble(
    "diary_year_differs",
    Severity.NOTICE,
    N_(
        "The diary number {number} of {committee} is of another year than those of the others. "
        "Check it, or confirm."
    ),
    IN_REPLIES,
)
DIARY_NUMBER_SHARED = Trouble(
    "diary_number_shared",
    Severity.NOTICE,
    N_(
        "{number} stands on several decisions ({decisions}) without a day each: the number does "
        "not tell them apart. Register the days."
    ),
    IN_REPLIES,
)
PARAGRAPH_SHARED = Trouble(
    "paragraph_shared",
    Severity.NOTICE,
    N_(
        "§ {paragraph} is the paragraph of several committees ({committees}) without a day each: "
        "it does not tell their decisions apart. Register the days."
    ),
    IN_REPLIES,
)
PARAGRAPH_TWICE = Trouble(
    "paragraph_twice",
    Severity.WARNING,
    N_(
        "{committee} has two replies under § {paragraph} of {day}. "
        "Check the paragraphs and the days."
    ),
    IN_REPLIES,
)


def incomplete_decision(inspection: Inspection) -> Iterator[Problem]:
    """Find committee decisions that lack their paragraph or diary number."""
    for line in inspection.reply_lines:
        decision = line.decision
        if decision is None or line.state is ReplyState.ADOPTED:
            continue
        if decision.kind in WITH_MINUTES and decision.paragraph is None:
            yield inspection.problem(MISSING_PARAGRAPH, line.committee)
        if decision.diary_number is None and line.reply_case.diary_number is None:
            yield inspection.problem(MISSING_DIARY_NUMBER, line.committee)


def diary_numbers(inspection: Inspection) -> Iterator[Problem]:
    """Find diary numbers of another committee's series, and two numbers for one matter."""
    for line in inspection.reply_lines:
        own = line.reply_case.diary_number
        given = line.decision.diary_number if line.decision else None
        is_own = line.decision is None or _is_own_decision(line.decision)
        number = own or (given if is_own else None)
        other = _owner(inspection, line.committee, number) if number else None
        if other:
            yield inspection.problem(
                FOREIGN_DIARY_NUMBER, line.committee, number=number, other=other.name
            )
        if own and given and is_own and diary_key(own) != diary_key(given):
            yield inspection.problem(DIARY_NUMBERS_DIFFER, line.committee, number=own, given=given)


def _is_own_decision(decision: Response) -> bool:
    """Tell whether the committee alone decided, so that the diary number is its own."""
    return decision.kind is not ResponseKind.JOINT and decision.decided_by is None


def _owner(inspection: Inspection, committee: Committee, number: str) -> Committee | None:
    """Return the other committee whose series the number is of; None where it may be its own."""
    series = read_diary_number(number).series
    if series is None or series in series_of(committee):
        return None
    others = (each for each in inspection.case.committees if series in series_of(each))
    return next(others, None)


def diary_years(inspection: Inspection) -> Iterator[Problem]:
    """Find diary numbers of another year than those of most committees."""
    years = {
        line.committee: read_diary_number(line.reply_case.diary_number).year
        for line in inspection.reply_lines
        if line.reply_case.diary_number
    }
    known = Counter(year for year in years.values() if year is not None)
    usual, times = max(known.items(), key=itemgetter(1), default=(None, 0))
    for line in inspection.reply_lines:
        year = years.get(line.committee)
        if year is not None and year != usual and times > known[year]:
            yield inspection.problem(
                DIARY_YEAR_DIFFERS, line.committee, number=line.reply_case.diary_number
            )


def not_told_apart(inspection: Inspection) -> Iterator[Problem]:
    """Find paragraphs and diary numbers that several undated decisions share.

    With its body and day a decision is known; without the day neither number tells it from another.
    """
    undated = [
        (line.committee.name, line.decision)
        for line in inspection.reply_lines
        if line.decision is not None and line.decision.decided_on is None
    ]
    by_paragraph: dict[str, dict[int, str]] = {}
    for name, decision in undated:
        if decision.paragraph:
            by_paragraph.setdefault(decision.paragraph, {}).setdefault(decision.id, name)
    for paragraph, named in by_paragraph.items():
        if len(named) > 1:
            yield inspection.problem(
                PARAGRAPH_SHARED, paragraph=paragraph, committees=tuple(named.values())
            )
    decisions = [(each.diary_number, each.paragraph) for _name, each in undated]
    decisions += [
        (each.diary_number, each.paragraph)
        for each in inspection.case.council_decisions
        if each.decided_on is None and not each.is_proposal
    ]
    by_number: dict[str, list[tuple[str, str]]] = {}
    for number, decided in dict.fromkeys(decisions):
        if number and decided:
            by_number.setdefault(diary_key(number), []).append((number, f"§ {decided}"))
    for found in by_number.values():
        if len(found) > 1:
            yield inspection.problem(
                DIARY_NUMBER_SHARED,
                number=found[0][0],
                decisions=tuple(paragraph for _number, paragraph in found),
            )


def paragraph_twice(inspection: Inspection) -> Iterator[Problem]:
    """Find two replies of one committee under one paragraph of one day."""
    for line in inspection.reply_lines:
        replaced = {each.replaces_id for each in line.responses}
        places = Counter(
            (each.paragraph, each.decided_on)
            for each in line.responses
            if each.kind is not ResponseKind.DRAFT and each.id not in replaced
        )
        for (paragraph, day), times in places.items():
            if times > 1 and paragraph and day:
                yield inspection.problem(
                    PARAGRAPH_TWICE, line.committee, paragraph=paragraph, day=day
                )


CHECKS: tuple[Check, ...] = (
    incomplete_decision,
    diary_numbers,
    diary_years,
    not_told_apart,
    paragraph_twice,
)

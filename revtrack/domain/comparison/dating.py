"""The days of a paper held against those of the register."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from revtrack.domain.comparison import deviation as told
from revtrack.domain.comparison.days import (
    DayOf,
    StatedDay,
    asks_for_replies,
    days_of_cell,
    is_label,
    stated_days,
)
from revtrack.domain.comparison.deviation import Deviation, deviation, wrong_recipients
from revtrack.domain.comparison.expected import ComparedAs, Register
from revtrack.domain.comparison.matching import Matches
from revtrack.domain.names.addressing import Addressed, mentioned, speaks_of_several
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper


def deviating_days(
    paper: Paper,
    register: Register,
    matches: Matches,
    scope: Committee | None,
    *,
    is_letter: bool,
) -> Iterator[Deviation]:
    """Give the days that are not the register's: the letter's, the report's, those of replies."""
    apart = {each.item.place for each in matches.found}
    stated = list(stated_days(paper, register.bodies, apart))
    yield from _own_days(stated, register, is_letter=is_letter)
    in_text = [each for each in stated if each.of is DayOf.REPLY]
    if is_letter:
        is_asking = asks_for_replies(paper, apart)
        yield from _due_days(in_text, register, scope, is_asking=is_asking)
        yield from _asked(in_text, register, scope)
    yield from _due_cells(matches, register, scope)


def _own_days(
    stated: Iterable[StatedDay], register: Register, *, is_letter: bool
) -> Iterator[Deviation]:
    report_on = register.case.audit.report_on
    is_report = register.compared_as is ComparedAs.REPORT
    for each in stated:
        is_its_own = each.of in {DayOf.ALONE, DayOf.LETTER}
        if is_its_own and is_letter:
            expected, message = register.letter_on, told.IS_OTHER_LETTER_DAY
        elif each.of is DayOf.REPORT or (each.of is DayOf.ALONE and is_report):
            expected, message = report_on, told.IS_OTHER_REPORT_DAY
        else:
            continue
        if expected is not None and each.day != expected:
            yield _wrong(each, message, [expected])


def _wrong(each: StatedDay, message: str, expected: Sequence[date]) -> Deviation:
    return deviation(
        told.WRONG_DATE,
        message,
        committee=each.committees[0] if len(each.committees) == 1 else None,
        place=each.place,
        expected=", ".join(day.isoformat() for day in expected),
        found=each.day.isoformat(),
    )


def _due_days(
    stated: Sequence[StatedDay],
    register: Register,
    scope: Committee | None,
    *,
    is_asking: bool,
) -> Iterator[Deviation]:
    due = _due(register, scope)
    if not due or register.asks_via_council:
        return
    for each in stated:
        named = [committee for committee in each.committees if committee.id in due]
        wanted = sorted({due[committee.id] for committee in named} or set(due.values()))
        is_right = each.day in wanted and (len(wanted) == 1 or not named)
        if not is_right:
            yield _wrong(each, told.IS_OTHER_DUE_DAY, wanted)
    days = ", ".join(day.isoformat() for day in sorted(set(due.values())))
    if all(is_label(each.text) for each in stated) and not is_asking:
        lost = join_names(each.name for each in register.case.in_order(due))
        values = {"lost": lost, "expected": days}
        yield deviation(told.REPLY_NOT_ASKED, told.ASKS_FOR_NO_REPLY, expected=days, values=values)
    elif not stated:
        yield deviation(told.DATE_MISSING, told.HAS_NO_DUE_DAY, expected=days)


def _due(register: Register, scope: Committee | None) -> dict[int, date]:
    return {
        committee: day
        for committee, day in register.due.items()
        if scope is None or committee == scope.id
    }


def _asked(
    stated: Sequence[StatedDay], register: Register, scope: Committee | None
) -> Iterator[Deviation]:
    """Tell where the sentences that ask for replies name others than the register has asked."""
    due = frozenset(_due(register, scope))
    naming = [each for each in stated if each.committees]
    named = {committee.id for each in naming for committee in each.committees}
    is_vague = any(speaks_of_several(each.text) for each in naming)
    if not naming or not due or (named <= due if is_vague else named == due):
        return
    asked = Addressed(register.case.in_order(named), is_vague=is_vague)
    yield wrong_recipients(told.ASKS, register.case, due, asked, place=naming[0].place)


def _due_cells(
    matches: Matches, register: Register, scope: Committee | None
) -> Iterator[Deviation]:
    """Compare the days in a table's own column; a day may stand there as it was extended."""
    for match in matches.found:
        committees = [
            each for each in match.wanted.committees if scope is None or each.id == scope.id
        ]
        for line, day in days_of_cell(match.item.days):
            named = [each for each in mentioned(line, register.bodies) if each in committees]
            allowed = {
                days[each.id]
                for each in named or committees
                for days in (register.due, register.extended)
                if each.id in days
            }
            if allowed and day not in allowed:
                yield deviation(
                    told.WRONG_DATE,
                    told.IS_OTHER_DUE_DAY,
                    number=match.wanted.number,
                    committee=named[0] if len(named) == 1 else None,
                    place=match.item.place,
                    expected=", ".join(each.isoformat() for each in sorted(allowed)),
                    found=day.isoformat(),
                )

"""The recommendations among themselves and against earlier audits'."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from revtrack.domain.case import AuditCase, EarlierRecommendation
from revtrack.domain.checks.problem import IN_RECOMMENDATIONS, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import RecommendationKind, Severity
from revtrack.domain.errors import N_
from revtrack.domain.outcome.parts import is_part
from revtrack.domain.records import Recommendation
from revtrack.domain.texts.demands import has_two_demands
from revtrack.domain.texts.likeness import likeness
from revtrack.domain.texts.wordings import words_of

NEARLY_SAME = 0.85
"""From this likeness on, two recommendations demand the same thing."""

FEWEST_SHARED = 0.4
"""Texts that share fewer of their words as they are written need not be compared closely."""

NUMBER_TWICE = Trouble(
    "number_twice",
    Severity.WARNING,
    N_("{label} is the number of several recommendations. Give each a number of its own."),
    IN_RECOMMENDATIONS,
)
NUMBER_MISSING = Trouble(
    "number_missing",
    Severity.WARNING,
    N_(
        "The numbers jump over {missing}. See whether a recommendation has not been registered, "
        "or confirm that there is none."
    ),
    IN_RECOMMENDATIONS,
)
TWO_DEMANDS = Trouble(
    "two_demands",
    Severity.NOTICE,
    N_(
        "{number} demands two things, which may be answered and followed up differently. "
        "Consider to split it."
    ),
    IN_RECOMMENDATIONS,
)
NEAR_DUPLICATE = Trouble(
    "near_duplicate",
    Severity.NOTICE,
    N_(
        "{number} says nearly the same as {other} to the same committee ({committees}). "
        "Merge them, or confirm that both are meant."
    ),
    IN_RECOMMENDATIONS,
)
REPEATS_EARLIER = Trouble(
    "repeats_earlier",
    Severity.NOTICE,
    N_(
        "{number} says nearly the same as {other} of {earlier}. Register that it repeats it, so "
        "that it is not counted twice."
    ),
    IN_RECOMMENDATIONS,
)


def numbers_in_order(inspection: Inspection) -> Iterator[Problem]:
    """Find numbers that are used twice or jumped over, in the report and in the letter."""
    case = inspection.case
    in_report = [
        each.number_in_report
        for each in case.recommendations
        if each.number_in_report and not is_part(case, each)
    ]
    in_letter = [each.number_in_letter for each in case.recommendations if each.number_in_letter]
    for numbers in (in_report, in_letter):
        for label, times in Counter(numbers).items():
            if times > 1:
                doubled = next(
                    each
                    for each in reversed(case.recommendations)
                    if label in {each.number_in_report, each.number_in_letter}
                )
                yield inspection.problem(NUMBER_TWICE, recommendation=doubled, label=label)
    missing = (*_jumped_over(in_report), *_jumped_over(in_letter))
    if missing:
        yield inspection.problem(NUMBER_MISSING, missing=missing)


def _jumped_over(numbers: Sequence[str]) -> Iterator[str]:
    """Give the numbers missing in a series: "3" in 1, 2, 4; a part such as "3a" stands for 3."""
    series: dict[str, set[int]] = {}
    for each in numbers:
        found = re.fullmatch(r"(\D*)(\d+)[a-zåäö]?", each)
        if found is None:
            return
        series.setdefault(found[1], set()).add(int(found[2]))
    for letters, used in series.items():
        yield from (f"{letters}{n}" for n in range(1, max(used)) if n not in used)


def two_demands(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that demand two things; in an issued letter only where it is plain."""
    case = inspection.case
    split = {each.split_from_id for each in case.recommendations}
    for each in case.recommendations:
        text = each.letter_text or each.report_text or ""
        is_question = each.kind is RecommendationKind.QUESTION
        if is_question or each.id in split or each.merged_into_id is not None:
            continue
        if has_two_demands(text, is_plain_only=case.is_handed_over):
            yield inspection.problem(TWO_DEMANDS, recommendation=each)


def near_duplicates(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations of one audit that say nearly the same to the same committee."""
    case = inspection.case
    items = [each for each in case.recommendations if each.merged_into_id is None]
    numbers = {each.id: _numbers(each) for each in items}
    recipients = {
        each.id: {one.id: one.name for one in case.committees_of(each.id)} for each in items
    }
    for place, each in enumerate(items):
        for earlier in items[:place]:
            others = recipients[earlier.id]
            shared = [name for one, name in recipients[each.id].items() if one in others]
            is_alike = shared and numbers[each.id] == numbers[earlier.id]
            if is_alike and _is_nearly_same(_text(each), _text(earlier)):
                yield inspection.problem(
                    NEAR_DUPLICATE,
                    recommendation=each,
                    other=case.number_of(earlier),
                    committees=tuple(shared),
                )


def repeats_earlier(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that say nearly what an earlier audit said, and are not joined to it."""
    case = inspection.case
    for each in case.recommendations:
        if each.repeats_id is not None:
            continue
        found = _earlier(case, each)
        if found:
            yield inspection.problem(
                REPEATS_EARLIER,
                recommendation=each,
                other=found.number,
                earlier=found.audit,
            )


def _earlier(case: AuditCase, each: Recommendation) -> EarlierRecommendation | None:
    text = _text(each)
    own = words_of(text)
    near = [one for one in case.earlier_recommendations if _shares_words(own, one.words)]
    alike = [one for one in near if likeness(text, one.text) >= NEARLY_SAME]
    return max(alike, key=lambda one: likeness(text, one.text), default=None)


def _text(each: Recommendation) -> str:
    return each.letter_text or each.report_text or ""


def _numbers(each: Recommendation) -> list[str]:
    """Return the figures of a text, by which two texts alike may demand different things."""
    return re.findall(r"\d+", _text(each))


def _is_nearly_same(first: str, second: str) -> bool:
    """Tell whether two texts say nearly the same; their words tell most pairs apart at once."""
    is_near = _shares_words(words_of(first), words_of(second))
    return is_near and likeness(first, second) >= NEARLY_SAME


def _shares_words(one: frozenset[str], other: frozenset[str]) -> bool:
    most = max(len(one), len(other))
    return len(one & other) >= FEWEST_SHARED * most > 0


CHECKS: tuple[Check, ...] = (numbers_in_order, two_demands, near_duplicates, repeats_earlier)

"""Avstämning of one audit or of all, and confirming a problem as intended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase, EarlierRecommendation
from revtrack.domain.checks import IN_QUESTIONS, IN_RECOMMENDATIONS, IN_REPLIES, Problem, check_case
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.texts.prose import name_key
from revtrack.storage.audits import (
    earlier_than,
    list_audits,
    list_recommendations,
    load_case,
    load_cases,
    some_at_a_time,
    some_of,
)
from revtrack.storage.rows import add
from revtrack.storage.store import Store

A_STEP = 25
"""So many audits are checked before it is told how far it has come."""
NEAREST = 4
"""So many keys are proposed for one that does not exist."""

_SPEAKS_OF: Mapping[DocumentKind, frozenset[str]] = {
    DocumentKind.ASSESSMENT_TABLE: frozenset({IN_QUESTIONS}),
    DocumentKind.COVER_LETTER: frozenset({IN_RECOMMENDATIONS}),
    DocumentKind.RECOMMENDATION_TABLE: frozenset({IN_RECOMMENDATIONS}),
    DocumentKind.RESPONSE_SUMMARY: frozenset({IN_RECOMMENDATIONS, IN_REPLIES}),
    DocumentKind.REMINDER: frozenset(),
    DocumentKind.SUPPLEMENT_REQUEST: frozenset(),
    DocumentKind.EXTENSION_NOTICE: frozenset(),
    DocumentKind.OFFICIAL_MEMO: frozenset(),
    DocumentKind.DECISION_TEXT: frozenset(),
}
"""The places whose problems concern a kind of document; the others speak of everything.

What the auditors have to look at is none of a committee's matters in its own papers.
"""


def check_audit(store: Store, audit_id: int, today: date) -> tuple[Problem, ...]:
    """Return every problem of one audit, the most serious first."""
    with store.reading() as session:
        case = load_case(session, audit_id)
        others = list_recommendations(session, case.municipality.id)
        return _check(case, others, today)


def check_each(store: Store, today: date) -> Iterator[tuple[Problem, ...]]:
    """Give the problems of one audit after the other; few are kept when the next comes."""
    with store.reading() as session:
        others: dict[int, tuple[EarlierRecommendation, ...]] = {}
        for some in some_at_a_time(list_audits(session)):
            for case in load_cases(session, some):
                town = case.municipality.id
                if town not in others:
                    others[town] = list_recommendations(session, town)
                yield _check(case, others[town], today)


@dataclass(frozen=True)
class Checked:
    """One audit with its problems."""

    audit: r.Audit
    municipality: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Checking:
    """Some audits that have been checked, and how far the checking has come."""

    checked: tuple[Checked, ...]
    done: int
    of: int


def check_by_and_by(
    store: Store, today: date, audits: Sequence[r.Audit] | None = None
) -> Iterator[Checking]:
    """Give the problems of some audits at a time: of these, or of all, the newest year first.

    Nothing is held between two steps, so that others can write meanwhile. What has been removed
    since it was named is left out.
    """
    if audits is None:
        with store.reading() as session:
            audits = list_audits(session)
    others: dict[int, tuple[EarlierRecommendation, ...]] = {}
    done = 0
    for some in some_at_a_time(audits, A_STEP):
        with store.reading() as session:
            order = [each.id for each in some]
            named = some_of(session, r.Audit, "id", order)
            there = sorted(named, key=lambda each: order.index(each.id))
            for town in {each.municipality_id for each in there} - set(others):
                others[town] = list_recommendations(session, town)
            cases = list(load_cases(session, there))
        done += len(some)
        yield Checking(
            tuple(
                Checked(
                    case.audit,
                    case.municipality.name,
                    _check(case, others[case.municipality.id], today),
                )
                for case in cases
            ),
            done,
            len(audits),
        )


def _check(
    case: AuditCase, others: Iterable[EarlierRecommendation], today: date
) -> tuple[Problem, ...]:
    """Return the problems of an audit, held against what was recommended before it."""
    earlier = earlier_than(case.audit, others)
    return check_case(replace(case, earlier_recommendations=earlier), today)


def concerning(
    problems: Iterable[Problem], kind: DocumentKind, committee_id: int | None = None
) -> tuple[Problem, ...]:
    """Return those problems that this kind of document speaks of, for one committee or for all."""
    return tuple(
        problem
        for problem in problems
        if problem.where in _SPEAKS_OF.get(kind, {problem.where})
        and (
            committee_id is None
            or problem.committee is None
            or problem.committee.id == committee_id
        )
    )


def key_of(problem: Problem) -> str:
    """Return the words by which a person names a problem: "not_addressed:R6:GSN".

    An audit question is named by its number: "question_without_assessment:3".
    """
    recommendation, committee = problem.recommendation, problem.committee
    parts = [
        problem.code,
        str(problem.question.number) if problem.question else "",
        AuditCase.number_of(recommendation) if recommendation else "",
        (committee.abbreviation or committee.name) if committee else "",
    ]
    return ":".join(filter(None, parts))


def find_problem(
    problems: Iterable[Problem],
    key: str,
    committee: r.Committee | None = None,
    number: str | None = None,
) -> Problem:
    """Return the problem with this key, or with this code where no other has it.

    Only those about the committee and the recommendation that are named are looked at. Raises
    UsageError, naming the keys that there are, where none fits or several do.
    """
    found, wanted = list(problems), name_key(key)
    near = [each for each in found if _is_about(each, committee, number)]
    fits = [each for each in near if wanted in {name_key(key) for key in _spellings(each)}]
    fits = fits or [each for each in near if each.code == wanted]
    if not found:
        raise UsageError("There is nothing to confirm: nothing is missing or contradictory.")
    if not fits:
        raise _no_such(key, get_close_matches(wanted, _keys(found), NEAREST))
    if len(_keys(fits)) > 1:
        raise UsageError("{key} fits several; write one of: {keys}.", key=key, keys=_keys(fits))
    return min(fits, key=lambda each: each.is_confirmed)


def _no_such(key: str, nearest: Sequence[str]) -> UsageError:
    if not nearest:
        return UsageError(
            "There is no such thing to confirm as {key}. All that there is is listed by check.",
            key=key,
        )
    return UsageError(
        "There is no such thing to confirm as {key}. The nearest are: {keys}. "
        "All of them are listed by check.",
        key=key,
        keys=tuple(nearest),
    )


def _spellings(problem: Problem) -> tuple[str, ...]:
    """Return the keys that a problem answers to: with the committee's abbreviation, or its name."""
    key, committee = key_of(problem), problem.committee
    if committee is None or committee.abbreviation is None:
        return (key,)
    return (key, f"{key.removesuffix(committee.abbreviation)}{committee.name}")


def _is_about(problem: Problem, committee: r.Committee | None, number: str | None) -> bool:
    item = problem.recommendation
    is_its = number is None or (
        item is not None and name_key(AuditCase.number_of(item)) == name_key(number)
    )
    return is_its and (committee is None or problem.committee == committee)


def _keys(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(key_of, problems)))


def confirm(
    store: Store, audit_id: int, problem: Problem, reason: str, today: date
) -> r.Confirmation:
    """Store that a problem is as intended, with the reason, and return it.

    Raises RevTrackError where it is confirmed already.
    """
    if problem.is_confirmed:
        raise RevTrackError(
            "{key} is confirmed already; the reason stands in the history.", key=key_of(problem)
        )
    with store.wish(reason) as session:
        return add(
            session,
            r.Confirmation,
            r.NewConfirmation(
                audit_id=audit_id,
                code=problem.confirmed_as,
                committee_id=problem.committee.id if problem.committee else None,
                recommendation_id=problem.recommendation.id if problem.recommendation else None,
                question_id=problem.question.id if problem.question else None,
                reason=reason,
                confirmed_on=today,
            ),
        )

"""A letter or report as edited by hand, held against the register."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Severity
from revtrack.domain.comparison import deviation as told
from revtrack.domain.comparison.belonging import not_meant
from revtrack.domain.comparison.dating import deviating_days
from revtrack.domain.comparison.deviation import Deviation, deviation, wrong_recipients
from revtrack.domain.comparison.expected import ComparedAs, Register, Wanted
from revtrack.domain.comparison.joining import joined
from revtrack.domain.comparison.letter_parts import (
    other_assessment,
    other_title,
    others_informed,
)
from revtrack.domain.comparison.matching import Match, Matches, match_items, without
from revtrack.domain.comparison.paper_reading import PaperReading
from revtrack.domain.names.addressing import Addressed, all_of
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import Difference, difference
from revtrack.domain.texts.paper import Paper, Place
from revtrack.domain.texts.prose import lines_of

_FULL_STOP = re.compile(r"[\s.;,]+$")


@dataclass(frozen=True)
class Comparison:
    """What came out of a comparison."""

    compared_as: ComparedAs
    committee: Committee | None
    """The committee whose own copy it was taken for; None: the paper is for all."""
    deviations: tuple[Deviation, ...]
    """The most serious first, then as they stand in the paper."""
    has_changes: bool = False
    """Whether the paper holds tracked changes, which were read as accepted."""


def compare(
    case: AuditCase,
    paper: Paper,
    compared_as: ComparedAs | None = None,
    committee: Committee | None = None,
    earlier: Sequence[AuditCase] = (),
    titles: Sequence[str] = (),
) -> Comparison:
    """Return where a paper differs from the register.

    Without ``compared_as`` a paper with the letter's numbers or a letter's address is held against
    the letter's list, one with a report's chapters against the report's. ``committee`` is the one
    that the paper is for; without it a letter or table to one committee is known as such.
    ``earlier`` are the audits that this one follows up, whose recommendations its papers tell of;
    ``titles`` are what its letters may be headed besides the audit's own title and aliases.
    """
    reading = PaperReading(case, paper, compared_as)
    register = Register(case, reading.compared_as)
    scope = committee or reading.only_recipient
    wanted = register.wanted if scope is None else tuple(_put_to(scope, register.wanted))
    others = [each for case in earlier for each in Register(case, reading.compared_as).wanted]
    items = joined(without(reading.items, others, register.wanted), register.wanted)
    matches = match_items(items, wanted)
    named = (case.audit.title, *lines_of(case.audit.aliases), *titles)
    astray = not_meant(reading, matches, wanted or register.wanted, named, scope)
    found = (
        [astray]
        if astray
        else [
            *_texts(matches),
            *_numbers(matches.found, is_letter=reading.is_letter),
            *_recipients(matches.found, register, reading),
            *_addressees(reading, register, scope),
            *deviating_days(paper, register, matches, scope, is_letter=reading.is_letter),
            *other_title(reading, named),
            *other_assessment(reading, register),
            *others_informed(reading, register),
        ]
    )
    order = list(Severity)
    found.sort(key=lambda each: (order.index(each.severity), _order(each.place)))
    return Comparison(reading.compared_as, scope, tuple(found), paper.has_changes)


def _put_to(committee: Committee, wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    for each in wanted:
        if committee.id in each.committee_ids:
            yield replace(each, committees=(committee,))


def _order(place: Place | None) -> tuple[int, int, int]:
    if place is None:
        return (1, 0, 0)
    return (0, place.paragraph or 0, (place.table or 0) * 10_000 + (place.row or 0))


# ---- texts and numbers ---------------------------------------------------------------------------


def _texts(matches: Matches) -> Iterator[Deviation]:
    for wanted in matches.missing:
        yield deviation(
            told.MISSING,
            told.IS_MISSING,
            number=wanted.known_as,
            committee=wanted.committees[0] if len(wanted.committees) == 1 else None,
            expected=wanted.text,
        )
    for item in matches.extra:
        yield deviation(told.EXTRA, told.IS_EXTRA, place=item.place, found=item.readings[-1])
    for match in matches.found:
        if not match.item.is_repeated:
            yield from _wording(match)


def _wording(match: Match) -> Iterator[Deviation]:
    how = difference(_laid_out(match.text), _laid_out(match.wanted.text))
    if how is Difference.SAME:
        return
    is_form = how is Difference.FORM
    yield deviation(
        told.REWORDED_IN_FORM if is_form else told.REWORDED_IN_MEANING,
        told.IS_REWORDED_IN_FORM if is_form else told.IS_REWORDED_IN_MEANING,
        number=match.wanted.known_as,
        place=match.item.place,
        expected=match.wanted.text,
        found=match.text,
    )


def _laid_out(text: str) -> str:
    """Return a text without what only its place in a list decides: first capital, last sign."""
    bare = _FULL_STOP.sub("", text)
    return bare[:1].casefold() + bare[1:]


def _numbers(found: Sequence[Match], *, is_letter: bool) -> Iterator[Deviation]:
    numbered = [each for each in found if each.item.number and not each.item.is_repeated]
    plain = [each for each in numbered if not each.item.has_our_number]
    is_own_count = not _follows_register(plain)
    free = [each for each in plain if is_own_count or each.item.is_counted]
    for match in numbered:
        number = match.item.number or ""
        is_other = match not in free and number not in _numbers_of(match)
        if match.wanted.number is not None and is_other:
            yield deviation(
                told.RENUMBERED,
                told.IS_RENUMBERED,
                number=match.wanted.number,
                place=match.item.place,
                expected=match.wanted.number,
                found=number,
            )
    if is_letter:
        yield from _unnumbered(found, free)


def _unnumbered(found: Sequence[Match], free: Sequence[Match]) -> Iterator[Deviation]:
    """Tell which recommendations a letter gives nowhere by their numbers, all at once."""
    known = {
        each.wanted.recommendation.id
        for each in found
        if each.item.number and (each not in free or each.item.number in _numbers_of(each))
    }
    lost = [
        each for each in found if each.wanted.number and each.wanted.recommendation.id not in known
    ]
    numbers = list(dict.fromkeys(each.wanted.number for each in lost if each.wanted.number))
    if numbers:
        yield deviation(
            told.UNNUMBERED,
            told.HAS_LOST_NUMBERS if len(numbers) > 1 else told.HAS_LOST_NUMBER,
            number=numbers[0] if len(numbers) == 1 else None,
            place=lost[0].item.place,
            expected=", ".join(numbers),
        )


def _follows_register(plain: Sequence[Match]) -> bool:
    """Tell whether plain numbers are the register's, and not a count of the list's own."""
    typed = [each for each in plain if not each.item.is_counted]
    hits = Counter(each.item.number in _numbers_of(each) for each in typed)
    return hits[True] > hits[False]


def _numbers_of(match: Match) -> set[str]:
    """Return the numbers that a recommendation may have in a paper."""
    own, item = match.wanted.number or "", match.wanted.recommendation
    if match.item.has_our_number:
        return {own, item.number_in_letter or own}
    return {own, own.lstrip("RF"), item.number_in_report or own}


# ---- recipients ----------------------------------------------------------------------------------


def _recipients(
    found: Sequence[Match], register: Register, reading: PaperReading
) -> Iterator[Deviation]:
    """Compare whom each recommendation is put to, part by part, since a part may list it twice."""
    is_whole = reading.is_letter or reading.compared_as is ComparedAs.REPORT
    groups: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in found:
        if match.item.addressed is not None:
            part = match.item.part if is_whole else 0
            groups[match.wanted.recommendation.id, part].append(match)
    for matches in groups.values():
        yield from _recipients_of(matches, register)


def _recipients_of(matches: Sequence[Match], register: Register) -> Iterator[Deviation]:
    wanted = matches[0].wanted
    parts = [each.item.addressed for each in matches if each.item.addressed]
    together = all_of(parts)
    if together.could_be(wanted.committee_ids):
        return
    wrong = next(
        (each for each in matches if _is_astray(each.item.addressed, wanted.committee_ids)),
        matches[0],
    )
    yield wrong_recipients(
        told.GOES_TO,
        register.case,
        wanted.committee_ids,
        together,
        number=wanted.known_as,
        place=wrong.item.addressed_at or wrong.item.place,
    )


def _is_astray(addressed: Addressed | None, expected: frozenset[int]) -> bool:
    """Tell whether somebody is named who should not be."""
    return addressed is not None and bool(
        addressed.strangers or {each.id for each in addressed.committees} - expected
    )


def _addressees(
    reading: PaperReading, register: Register, scope: Committee | None
) -> Iterator[Deviation]:
    """Compare whom the letter is written to, where it says so and is not one committee's copy."""
    if not reading.is_letter or scope or register.asks_via_council:
        return
    to, place = reading.to or (Addressed(), None)
    wanted = frozenset(each.id for each in register.recipients)
    if not wanted or to.could_be(wanted):
        return
    yield wrong_recipients(told.IS_ADDRESSED_TO, register.case, wanted, to, place=place)

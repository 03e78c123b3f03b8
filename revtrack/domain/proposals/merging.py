"""Several papers of one audit as one proposal: recommendations once, decisions before drafts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from revtrack.domain.codes import PaperKind, ResponseKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import (
    Doubt,
    Found,
    Proposal,
    ProposedExtension,
    ProposedRecommendation,
    ProposedResponse,
)
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.prose import name_key

T = TypeVar("T")

OMITTED, ADDED, OTHER_RECIPIENTS, OTHER_DAY, OTHER_WORDS = (
    *("omitted_from_letter", "added_in_letter", "other_recipients", "other_due_day"),
    "other_wording",
)
_SAYS = {
    OMITTED: N_("Recommendation {number} of the report is not in the letter."),
    ADDED: N_("Recommendation {number} stands in the letter only."),
    OTHER_RECIPIENTS: N_("Recommendation {number} has other recipients in the letter."),
    OTHER_WORDS: N_("Recommendation {number} is worded otherwise in the letter."),
    OTHER_DAY: N_("The papers ask for replies by different days."),
}
_OF_REPORT = (PaperKind.REPORT, PaperKind.COVER_LETTER)
_OF_LETTER = (PaperKind.COVER_LETTER, PaperKind.REPORT)
_DRAFTS = frozenset((ResponseKind.DRAFT,))


def merged(proposals: Sequence[Proposal]) -> Proposal:
    """Return what several papers propose together, as of a bundle."""
    reports = [each for each in proposals if each.kind is PaperKind.REPORT]
    letters = [each for each in proposals if each.kind is PaperKind.COVER_LETTER]
    responses = tuple(_responses(each for one in proposals for each in one.responses))
    recommendations = tuple(_recommendations(reports, letters) or _restated(proposals))
    made = Proposal(
        kind=PaperKind.BUNDLE,
        municipality=_town(proposals),
        title=_first(proposals, _OF_REPORT, lambda each: each.title),
        firm=_first(proposals, _OF_REPORT, lambda each: each.firm),
        diary_number=_first([*reports, *letters], _OF_REPORT, lambda each: each.diary_number),
        audit_year=_audit_year(proposals),
        report_on=_first([*reports, *letters], _OF_REPORT, lambda each: each.report_on),
        letter_on=_first(letters, _OF_LETTER, lambda each: each.letter_on),
        due_on=_first(proposals, _OF_LETTER, lambda each: each.due_on),
        due_days=_first(letters, _OF_LETTER, lambda each: each.due_days or None) or (),
        purpose=_first(proposals, _OF_REPORT, lambda each: each.purpose),
        overall=_first([*reports, *letters], _OF_REPORT, lambda each: each.overall),
        committees=_first(proposals, _OF_REPORT, lambda each: each.committees or None) or (),
        for_information=_first(letters, _OF_LETTER, lambda each: each.for_information or None)
        or (),
        questions=_first([*reports, *letters], _OF_REPORT, lambda each: each.questions or None)
        or (),
        recommendations=recommendations,
        responses=responses,
        extensions=_extensions(proposals),
    )
    doubts = [each for one in proposals for each in one.doubts]
    if reports and letters:
        doubts += _differences(recommendations)
    days = {each.due_on.value for each in letters if each.due_on}
    if len(days) > 1 and made.due_on:
        doubts.append(Doubt(OTHER_DAY, _SAYS[OTHER_DAY], made.due_on.place.line))
    return replace(made, doubts=tuple(doubts))


def _first(
    proposals: Sequence[Proposal],
    order: Sequence[PaperKind],
    field: Callable[[Proposal], T | None],
) -> T | None:
    """Return the field of the first paper that states it, the kinds in this order before others."""
    ranked = sorted(
        proposals, key=lambda each: order.index(each.kind) if each.kind in order else len(order)
    )
    return next((said for each in ranked if (said := field(each)) is not None), None)


def _audit_year(proposals: Sequence[Proposal]) -> Found[int] | None:
    """Return the year that one of the papers states most certainly."""
    stated = [each.audit_year for each in proposals if each.audit_year]
    return max(stated, key=lambda each: each.confidence, default=None)


def _town(proposals: Sequence[Proposal]) -> Found[str] | None:
    """Return the municipality that most papers name."""
    named = [each.municipality for each in proposals if each.municipality]
    counts = [(sum(one.value == each.value for one in named), each) for each in named]
    best = max((count for count, _ in counts), default=0)
    return next((each for count, each in counts if count == best), None)


# ---- recommendations -----------------------------------------------------------------------------


def _recommendations(
    reports: Sequence[Proposal], letters: Sequence[Proposal]
) -> list[ProposedRecommendation]:
    """Return the report's recommendations with the letter's wording beside them, each once."""
    kept = [each for report in reports for each in report.recommendations]
    for letter in letters:
        kept = with_letter(kept, letter.recommendations)
    is_listed = any(each.letter_text is not None for each in kept)
    return _numbered_apart(kept if is_listed else _upheld(kept, letters))


def _upheld(
    kept: Sequence[ProposedRecommendation], letters: Sequence[Proposal]
) -> list[ProposedRecommendation]:
    """Return what letters that list nothing uphold, with those of the report's whom they go to."""
    written_to = {name_key(each.value) for letter in letters for each in letter.committees}
    written_to |= {name_key(each.committee) for letter in letters for each in letter.due_days}
    return [
        replace(each, letter_committees=asked) if asked and asked != each.committees else each
        for each in kept
        for asked in [tuple(one for one in each.committees or () if name_key(one) in written_to)]
    ]


def with_letter(
    report: Sequence[ProposedRecommendation], letter: Sequence[ProposedRecommendation]
) -> list[ProposedRecommendation]:
    """Return a report's recommendations with those of a letter; what only one has stays."""
    kept = list(report)
    taken: set[int] = set()
    pairs = sorted(
        (
            (-_alike(mine, theirs), place, number)
            for place, mine in enumerate(kept)
            for number, theirs in enumerate(letter)
        ),
    )
    met: dict[int, int] = {}
    for negative, place, number in pairs:
        if -negative >= SAME_MATTER and place not in met and number not in taken:
            met[place] = number
            taken.add(number)
    for place, number in met.items():
        kept[place] = _with_words(kept[place], letter[number])
    numbers = {each.number for each in kept}
    for number, theirs in enumerate(letter):
        if number not in taken:
            free = theirs.number if theirs.number not in numbers else _next(numbers)
            numbers.add(free)
            kept.append(replace(theirs, number=free))
    return kept


def _alike(mine: ProposedRecommendation, theirs: ProposedRecommendation) -> float:
    """Return how like two are; below the least where the texts are not one matter."""
    if mine.letter_text is not None and mine.letter_place != theirs.letter_place:
        return 0.0
    alike = likeness(mine.text or "", theirs.letter_text or "", SAME_MATTER)
    one, two = set(mine.committees or ()), set(theirs.letter_committees or ())
    shared = len(one & two) / len(one | two) if one | two else 0.5
    return alike + shared / 2 if alike >= SAME_MATTER else 0.0


def _with_words(
    mine: ProposedRecommendation, theirs: ProposedRecommendation
) -> ProposedRecommendation:
    return replace(
        mine,
        letter_text=theirs.letter_text,
        letter_committees=theirs.letter_committees,
        letter_place=theirs.letter_place,
        committees_certain=mine.committees_certain and theirs.committees_certain,
    )


def _next(numbers: Iterable[str]) -> str:
    plain = [int(each) for each in numbers if each.isdigit()]
    return str(max(plain, default=0) + 1)


def _restated(proposals: Sequence[Proposal]) -> list[ProposedRecommendation]:
    """Return what replies restate, where neither report nor letter is among the papers."""
    kept: list[ProposedRecommendation] = []
    for proposal in proposals:
        found = len(kept)
        for each in proposal.recommendations:
            twin = next((n for n, one in enumerate(kept[:found]) if _is_same(each, one)), None)
            if twin is None:
                kept.append(each)
            else:
                kept[twin] = replace(kept[twin], committees=_together(kept[twin], each))
    return _numbered_apart(kept)


def _numbered_apart(kept: list[ProposedRecommendation]) -> list[ProposedRecommendation]:
    """Return recommendations by their own numbers; counted anew where two papers give the same."""
    numbers = [each.number for each in kept]
    if len(set(numbers)) == len(numbers):
        return kept
    return [replace(each, number=str(place)) for place, each in enumerate(kept, start=1)]


def _is_same(each: ProposedRecommendation, other: ProposedRecommendation) -> bool:
    one, two = (said.text or said.letter_text or "" for said in (each, other))
    return likeness(one, two, SAME_MATTER) >= SAME_MATTER


def _together(
    each: ProposedRecommendation, other: ProposedRecommendation
) -> tuple[str, ...] | None:
    """Return whom two replies say that they were recommended the same."""
    if each.committees is None or other.committees is None:
        return None
    return tuple(dict.fromkeys((*each.committees, *other.committees)))


def _differences(found: Sequence[ProposedRecommendation]) -> Iterator[Doubt]:
    """Give what a letter has otherwise than the report; one that lists nothing upholds it all."""
    if all(each.letter_text is None for each in found):
        return
    for each in found:
        for code in _codes(each):
            place = each.letter_place or each.place
            yield Doubt(code, _SAYS[code], place.line, {"number": each.number})


def _codes(each: ProposedRecommendation) -> Iterator[str]:
    if each.letter_text is None:
        yield OMITTED
    elif each.text is None:
        yield ADDED
    else:
        if _bare(each.text) != _bare(each.letter_text):
            yield OTHER_WORDS
        if set(each.committees or ()) != set(each.letter_committees or ()):
            yield OTHER_RECIPIENTS


def _bare(text: str) -> str:
    return name_key(text).rstrip(" .;,")


# ---- replies -------------------------------------------------------------------------------------


def _responses(found: Iterable[ProposedResponse]) -> Iterator[ProposedResponse]:
    """Give the replies; a draft only of a committee whose decision is not there."""
    listed = list(found)
    decided = {name_key(each.committee) for each in listed if each.kind not in _DRAFTS}
    seen: set[tuple[object, ...]] = set()
    for each in listed:
        key = (name_key(each.committee), each.kind, each.paragraph and each.paragraph.value)
        is_draft = each.kind in _DRAFTS and name_key(each.committee) in decided
        if not is_draft and key not in seen:
            seen.add(key)
            yield each


def _extensions(proposals: Iterable[Proposal]) -> tuple[ProposedExtension, ...]:
    found: dict[tuple[str, object], ProposedExtension] = {}
    for proposal in proposals:
        for each in proposal.extensions:
            found.setdefault((name_key(each.committee), each.due_on), each)
    return tuple(found.values())

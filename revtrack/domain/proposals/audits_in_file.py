"""A file that holds papers of several audits: which of them is of which audit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import (
    AuditInFile,
    Doubt,
    Proposal,
    ProposedRecommendation,
)
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.titles import (
    are_of_other_matters,
    is_of_same_matter,
    may_be_of_one,
)

SEVERAL_AUDITS = N_(
    "The file holds papers of {count} audits, shown here as one: {audits}. Read in one at a time."
)
_BEGINS = frozenset((PaperKind.REPORT, PaperKind.COVER_LETTER))


@dataclass(frozen=True)
class _Audit:
    """An audit of the file, and the places of its papers among all."""

    first: Proposal
    places: list[int]

    @property
    def title(self) -> str:
        return _title(self.first)


def audits_among(read: Sequence[Proposal]) -> tuple[tuple[int, ...], ...]:
    """Return where the papers of each audit stand among all; nothing where all are of one.

    Reports of other titles are of other audits, and so is a letter of another title that shares no
    recommendation with any. What else there is belongs where its title does, or what it
    recommends, and else with the paper above it.
    """
    found: list[_Audit] = []
    for each in read:
        if _may_begin(each) and not any(_is_of(each, one.first) for one in found):
            found.append(_Audit(each, []))
    if len(found) < SEVERAL:
        return ()
    home = found[0]
    for place, each in enumerate(read):
        home = _home(each, found) or home
        home.places.append(place)
    return tuple(tuple(each.places) for each in found)


def told_of(read: Sequence[Proposal], places: Sequence[Sequence[int]]) -> tuple[AuditInFile, ...]:
    """Return what each audit of a file is called, and where its first paper begins."""
    firsts = [next(read[at] for at in each if _may_begin(read[at])) for each in places]
    return tuple(
        AuditInFile(each.title.value, each.title.place.line) for each in firsts if each.title
    )


def several(audits: Sequence[AuditInFile]) -> tuple[Doubt, ...]:
    """Return that a file holds several audits, where it does."""
    if not audits:
        return ()
    named = "; ".join(f"{number}. {each.title}" for number, each in enumerate(audits, start=1))
    facts: dict[str, object] = {"count": len(audits), "audits": named}
    return (Doubt("several_audits", SEVERAL_AUDITS, audits[1].line, facts),)


def _may_begin(each: Proposal) -> bool:
    """Tell whether a paper is one that an audit is known by."""
    has_matter = bool(each.questions or each.recommendations)
    return each.kind in _BEGINS and each.title is not None and has_matter


def _is_of(each: Proposal, first: Proposal) -> bool:
    """Tell whether a paper may be of the audit that another one begins."""
    title, other = _title(each), _title(first)
    if each.kind is first.kind is PaperKind.REPORT:
        return not are_of_other_matters(title, other)
    return may_be_of_one(title, other) or _shares_recommendation(each, first)


def _home(each: Proposal, audits: Sequence[_Audit]) -> _Audit | None:
    """Return the only audit that a paper's title fits, or else what it recommends; None without."""
    title, found = _title(each), list(audits)
    fits: tuple[Callable[[_Audit], bool], ...] = (
        lambda one: is_of_same_matter(title, one.title),
        lambda one: may_be_of_one(title, one.title),
        lambda one: _shares_recommendation(each, one.first),
    )
    for fit in fits:
        found = [one for one in found if fit(one)] or found
        if len(found) == 1:
            return found[0]
    return None


def _title(each: Proposal) -> str:
    return each.title.value if each.title else ""


def _shares_recommendation(each: Proposal, other: Proposal) -> bool:
    theirs = [_text(one) for one in other.recommendations]
    return any(
        likeness(_text(one), text, SAME_MATTER) >= SAME_MATTER
        for one in each.recommendations
        for text in theirs
    )


def _text(each: ProposedRecommendation) -> str:
    return each.text or each.letter_text or ""

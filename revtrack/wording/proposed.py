"""What the lines of a paper that is read in are called, and how their values are told."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from revtrack.domain.codes import PaperKind
from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import Proposal
from revtrack.wording.labels import OwnLabels, label
from revtrack.wording.language import _
from revtrack.wording.words import capitalise_first

NONE = "–"
_GROUPS: Mapping[str, str] = {
    "head": N_("Facts"),
    "committees": N_("Committees"),
    "questions": N_("Questions and assessments"),
    "recommendations": N_("Recommendations"),
    "letter": N_("Cover letter"),
    "extensions": N_("Extensions"),
    "replies": N_("Replies"),
    "verdicts": N_("Follow-up verdicts"),
}
_STANDINGS: Mapping[str, str] = {
    "new": N_("new"),
    "same": N_("same"),
    "differs": N_("differs"),
    "cannot": N_("not as it is"),
}


def group_told(group: StrEnum) -> str:
    """Return what the lines of a group stand under."""
    return _(_GROUPS[group.value])


def kind_told(found: Proposal) -> str:
    """Return what a paper is, in words: a list with replies in it is a compilation of them."""
    if found.kind is PaperKind.LIST and found.responses:
        return _("Compilation of replies")
    return label(found.kind)


def standing_told(standing: StrEnum) -> str:
    """Return how a line relates to the register, in a word."""
    return _(_STANDINGS[standing.value])


def value_told(value: object, own: OwnLabels | None = None) -> str:
    """Return a proposed value as a person reads it, in the office's own words for codes.

    A dash where there is none.
    """
    if value is None or value in {"", ()}:
        return NONE
    if isinstance(value, StrEnum):
        return label(value, own)
    if isinstance(value, tuple):
        return ", ".join(capitalise_first(str(each)) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)

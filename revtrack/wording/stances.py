"""What a committee has said on a recommendation: position and progress in one, as its own account.

Source: design, section 1: nothing is put in a committee's mouth, and "Instämmer" stands only where
the committee's own words are kept.
"""

from collections.abc import Mapping

from revtrack.domain.codes import Position, Progress
from revtrack.wording.labels import absent_label, label, swedish_absent_label, swedish_label
from revtrack.wording.language import term
from revtrack.wording.words import capitalise_first

SAYS: Mapping[Progress, str] = {
    Progress.NOT_STARTED: "states that the action has not been started",
    Progress.PLANNED: "intends to take action",
    Progress.UNDER_WAY: "states that action is under way",
    Progress.DONE: "states that the action has been carried out",
    Progress.WILL_NOT: "states that no action will be taken",
}
ALREADY: Mapping[Progress, str] = {
    Progress.DONE: "States that the action has already been carried out",
    Progress.UNDER_WAY: "States that action is already under way",
}
WITHOUT_WORDS = "Is said to agree, but the words of the reply are not kept"
CONTEXT = "stance"
"""The context of these sentences in the catalogue."""


def stance(position: Position | None, progress: Progress | None, *, has_quote: bool) -> str:
    """Return position and progress together, in the language in use.

    ``has_quote`` tells whether the committee's own words on the recommendation are kept.
    """
    if position is None:
        return absent_label("position")
    return _stance(position, progress, label(position), has_quote, None)


def swedish_stance(position: Position | None, progress: Progress | None, *, has_quote: bool) -> str:
    """Return the same in Swedish whatever the language in use: documents are always Swedish."""
    if position is None:
        return swedish_absent_label("position")
    return _stance(position, progress, swedish_label(position), has_quote, "sv")


def _stance(
    position: Position,
    progress: Progress | None,
    worded: str,
    has_quote: bool,
    in_language: str | None,
) -> str:
    says = term(CONTEXT, SAYS[progress], in_language=in_language) if progress else ""
    already = ALREADY.get(progress, "") if progress else ""
    agrees = position is Position.AGREES
    if already and (position is Position.ALREADY_MET or (agrees and progress is Progress.DONE)):
        return term(CONTEXT, already, in_language=in_language)
    if agrees and says:
        return capitalise_first(says)
    if agrees and not has_quote:
        return term(CONTEXT, WITHOUT_WORDS, in_language=in_language)
    return f"{worded}; {says}" if says else worded

"""What a form leaves open: choices with no box ticked, or with several that cannot all be true."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import Doubt, Proposal, ProposedAnswer, ProposedResponse
from revtrack.domain.proposals.text.ticked import Choice

_SAYS = {
    "unticked": N_("No box is ticked where the form asks what is thought: “{text}”."),
    "several_ticked": N_("Several boxes are ticked where only one can be true: “{text}”."),
}
_UNSURE = 0.6
"""How sure at most is what only the words beside such a choice say."""


def with_unticked(made: Proposal, unclear: Sequence[Choice]) -> Proposal:
    """Return what a form proposes, unsure of what it answers where its boxes are not clear."""
    if not (made.responses and unclear):
        return made
    places = {each.number: each.place.line or 0 for each in made.recommendations}
    lines = [each.place.line or 0 for each in unclear]
    responses = tuple(_unsure(each, places, lines) for each in made.responses)
    doubts = tuple(_doubt(each) for each in unclear)
    return replace(made, responses=responses, doubts=(*made.doubts, *doubts))


def _unsure(
    response: ProposedResponse, places: dict[str, int], lines: Sequence[int]
) -> ProposedResponse:
    """Return a reply whose answers are unsure that stand nearest above the choices, or below."""
    at = {
        each.recommendation: places.get(each.recommendation, each.place.line or 0)
        for each in response.answers
    }
    if not at:
        return response
    begins = sorted(set(at.values()))
    hit = {max((one for one in begins if one <= line), default=begins[0]) for line in lines}
    answers = (_less_sure(e) if at[e.recommendation] in hit else e for e in response.answers)
    return replace(response, answers=tuple(answers))


def _less_sure(answer: ProposedAnswer) -> ProposedAnswer:
    return replace(answer, confidence=min(answer.confidence, _UNSURE))


def _doubt(choice: Choice) -> Doubt:
    code = "several_ticked" if choice.is_ticked else "unticked"
    return Doubt(code, _SAYS[code], choice.place.line, {"text": choice.text})

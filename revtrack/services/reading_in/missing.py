"""The committees that a paper names and its municipality does not have in the register."""

from collections.abc import Iterator

from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.proposals.proposal import Proposal
from revtrack.domain.records import Committee
from revtrack.services.find import list_committees
from revtrack.services.reading_in.lines import Comparison
from revtrack.storage.store import Store
from revtrack.wording.words import capitalise_first


def missing_committees(store: Store, comparison: Comparison) -> tuple[str, ...]:
    """Return the names, each once, in the order that the paper has them.

    None where a municipality is still to be chosen among those of the register.
    """
    town = comparison.municipality
    pairs = list_committees(store)
    if town is None and comparison.proposal.municipality is None and pairs:
        return ()
    known = [each for _town, each in pairs if town and each.municipality_id == town.id]
    named = dict.fromkeys(map(capitalise_first, _named(comparison.proposal)))
    return tuple(each for each in named if not _is_known(each, known))


def _is_known(name: str, known: list[Committee]) -> bool:
    try:
        return committee_called(name, known) is not None
    except UsageError:  # several are called so
        return True


def _named(proposal: Proposal) -> Iterator[str]:
    for found in (*proposal.committees, *proposal.for_information):
        yield found.value
    for question in proposal.questions:
        for each in question.assessments:
            yield from each.committees
    for asked in proposal.recommendations:
        yield from (*(asked.committees or ()), *(asked.letter_committees or ()))
    for reply in proposal.responses:
        yield reply.committee
    for more in proposal.extensions:
        yield more.committee

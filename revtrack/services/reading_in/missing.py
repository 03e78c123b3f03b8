"""The committees that a paper names and its municipality does not have in the register."""

from collections.abc import Iterable, Iterator

from revtrack.domain.errors import UsageError
from revtrack.domain.names.committee_names import is_council
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
    return _lacked(store, comparison, _named(comparison.proposal))


def missing_recipients(store: Store, comparison: Comparison) -> tuple[str, ...]:
    """Return those of them that the paper recommends something."""
    return _lacked(store, comparison, _recommended(comparison.proposal))


def _lacked(store: Store, comparison: Comparison, names: Iterable[str]) -> tuple[str, ...]:
    town = comparison.municipality
    pairs = list_committees(store)
    if town is None and comparison.proposal.municipality is None and pairs:
        return ()
    known = [each for _town, each in pairs if town and each.municipality_id == town.id]
    named = dict.fromkeys(map(capitalise_first, names))
    return tuple(each for each in named if not _is_known(each, known))


def _is_known(name: str, known: list[Committee]) -> bool:
    try:
        return committee_called(name, known) is not None
    except UsageError:  # several are called so
        return True


def _named(proposal: Proposal) -> Iterator[str]:
    for found in (*proposal.committees, *proposal.for_information):
        if not is_council(found.value):
            yield found.value
    for question in proposal.questions:
        for each in question.assessments:
            yield from each.committees
    yield from _recommended(proposal)
    for reply in proposal.responses:
        yield reply.committee
    for more in proposal.extensions:
        yield more.committee


def _recommended(proposal: Proposal) -> Iterator[str]:
    for each in proposal.recommendations:
        yield from (*(each.committees or ()), *(each.letter_committees or ()))

"""Parts of a committee's chapter whose headings stand on the same level as the committee's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.chapters import is_only_recommendations
from revtrack.domain.proposals.text.headings import is_part_of_chapter
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.texts.prose import name_key


def nested(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages; "Rekommendationer" between two committees' chapters is of the first.

    Its passages then have the committee's heading above their own.
    """
    above = _committee_above(passages, addressees)
    for each in passages:
        named = above.get(each.run)
        yield each if named is None else replace(each, path=(named, *each.path))


def _committee_above(
    passages: Iterable[Passage | TablePassage], addressees: Addressees
) -> dict[int, str]:
    """Return the headings of committees by the chapters that go on with theirs."""
    heads = [each for each in passages if isinstance(each, Passage) and each.is_heading]
    found: dict[int, str] = {}
    known: set[str] = set()
    committee: Passage | None = None
    for head, after in zip_longest(heads, heads[1:]):
        if addressees.is_label(head.text):
            committee = head
        elif committee is None or head.level != committee.level:
            committee = committee if committee and head.level > committee.level else None
        elif is_only_recommendations(head.text):
            goes_on = after is not None and addressees.is_label(after.text)
            if goes_on or name_key(head.text) in known:
                found[head.run] = committee.text
                known.add(name_key(head.text))
        elif not is_part_of_chapter(head.text):
            committee = None
    return found

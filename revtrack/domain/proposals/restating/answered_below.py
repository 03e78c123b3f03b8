"""Recommendations that stand in a reply as lines of their own, each with its answer below.

The line has a label above it ("Rekommendation 1", "Revisorernas rekommendation"), stands in quotes,
or says what is to be done; below it, perhaps under "Nämndens svar", stands what answers it.
"""

from collections.abc import Container, Iterator, Sequence

from revtrack.domain.proposals.restating.answered_beside import beside
from revtrack.domain.proposals.restating.demand_lines import (
    LONGEST,
    Demand,
    demand_in,
    is_answering,
    is_bare_ought,
    unquoted,
)
from revtrack.domain.proposals.restating.reply_lines import (
    ASKED_LABEL,
    NAMES_ADVICE,
    is_answer_label,
    said_in,
)
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages


def answered_lines(passages: Passages) -> tuple[Demand, ...]:
    """Return the lines that say what is to be done, where an answer stands below each."""
    said = tuple(said_in(passages))
    demands = [demand_in(each) or _numbered_beside(each) for each in said]
    asked = [at for at, each in enumerate(demands) if each is not None]
    found: list[Demand] = []
    bare: list[Demand] = []
    ends = (*asked[1:], len(said))
    answered = {
        at
        for at, end in zip(asked, ends, strict=False)
        if _is_answer(said[at + 1 : end]) or demand_in(said[at]) is None
    }
    answered |= {at for run in _runs(asked, said) if run[-1] in answered for at in run}
    numbers = {said[at].marker for at in answered}
    for at in asked:
        text = demands[at]
        if text is not None and (at in answered or _is_between(said[at].marker, numbers)):
            (bare if is_bare_ought(said[at]) else found).append((said[at], text, said[at].marker))
    if len(found) + len(bare) > 1:
        found += bare
    told = [at for at in asked if is_bare_ought(said[at])]
    if len(bare) > 1 and 2 * len(bare) >= len(told):
        found += [
            (said[at], text, said[at].marker)
            for at in told
            if at not in answered and at + 1 not in asked and (text := demands[at])
        ]
    return tuple(sorted(found, key=lambda each: said.index(each[0])))


def _runs(places: Sequence[int], said: Sequence[Passage]) -> Iterator[list[int]]:
    """Give the places of items that follow each other without anything between them."""
    run: list[int] = []
    for place in (each for each in places if said[each].is_item):
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _numbered_beside(each: Passage) -> str | None:
    """Return what a line with a number says first is to be done, where it then answers that."""
    return beside(each) if each.marker else None


def _is_between(marker: str | None, numbers: Container[str | None]) -> bool:
    """Tell whether a number is missing in a series: others answer it, or nobody yet."""
    number = int(marker) if marker and marker.isdigit() else 0
    return number > 1 and str(number - 1) in numbers and str(number + 1) in numbers


def labelled_lines(passages: Passages) -> tuple[Demand, ...]:
    """Return the lines below "Rekommendation 1" and the like; none where no answer is below."""
    said = tuple(said_in(passages))
    labels = [at for at, each in enumerate(said) if ASKED_LABEL.match(each.text.strip())]
    named = [at for at in labels if NAMES_ADVICE.search(said[at].text)]
    found = []
    for at, end in zip(labels, (*labels[1:], len(said)), strict=False):
        below = said[at + 1 : end]
        match = ASKED_LABEL.match(said[at].text.strip())
        is_other = bool(named) and at not in named
        if below and match and not is_other and _is_one(below) and _is_answer(below[1:]):
            found.append((below[0], unquoted(below[0].text), match["number"]))
    return tuple(found)


def _is_one(below: Sequence[Passage]) -> bool:
    """Tell whether a label has one recommendation below it, and not a list of them."""
    text = below[0].text.strip()
    is_list = len(below) > 1 and below[0].is_item and below[1].is_item
    is_said = not is_answer_label(text) and position_of(text) is None
    is_said = is_said and not is_answering(text)
    return is_said and not is_list and not text.endswith(":") and len(text) < LONGEST


def _is_answer(below: Sequence[Passage]) -> bool:
    """Tell whether what stands below a recommendation answers it."""
    texts = [each.text for each in below if not is_answer_label(each.text)]
    is_labelled = bool(texts) and len(texts) < len(below) and bool(below)
    return is_labelled or not stance_in(texts[:2]).is_empty

"""Records: what a list or a follow-up tells of each recommendation behind labels of its own.

The labels stand on lines below it, "Status: …", or behind it on its line. Which lines are records
is measured over the whole paper: what recurs below several demands is of each of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.chapters import number_alone
from revtrack.domain.proposals.recommending.own_recipients import BEHIND_TITLE
from revtrack.domain.proposals.recommending.record_lines import LEAST, in_parts, labelled
from revtrack.domain.proposals.recommending.record_words import (
    ALONE,
    ANY_LABEL,
    FIELD,
    FOR_WHOM,
    LABELLED,
    demands,
    is_of_thing,
)
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.texts.prose import name_key

_TITLED = re.compile(r"(?P<label>[A-ZÅÄÖ][^:.]{2,60}?)(?::|\s[–—-])\s+(?P<text>\S.*)$")
_COUNTED = re.compile(
    r"(?:(?:nr|nummer|punkt|rek\.?|r)\s?)?\(?(?P<number>\d{1,2})[.):]*", re.IGNORECASE
)
"""A line that is but the number of what stands below it."""
_LONGEST = 60
"""In words, of a recommendation."""


def recorded(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages, each line of a record alone, its recommendation behind its label."""
    parted = tuple(_by_own_label(in_parts(passages, addressees), addressees))
    parted = tuple(_without_titles(parted, addressees))
    given = frozenset().union(
        _above_labels(parted, addressees),
        _below_numbers(parted, addressees),
        _after_last_labels(parted, addressees),
        _behind_titles(parted, addressees),
        _behind_names(parted, addressees),
    )
    for number, each in enumerate(parted):
        yield labelled(each) if number in given and isinstance(each, Passage) else each


def tells_whom_in_lines(passages: Passages) -> bool:
    """Tell whether several lines of a paper say whom something is for: "Till: nämnden"."""
    lines = [each for each in passages if isinstance(each, Passage) and _names_whom(each)]
    return len(lines) >= LEAST


def _names_whom(passage: Passage) -> bool:
    text = passage.text
    return bool(FOR_WHOM.match(text) or text.casefold().startswith("riktad till "))


def _by_own_label(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages, with the word for a recommendation before those of another label.

    It is a label of no known word that recurs, and behind which nothing but demands stand.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for each in passages:
        match = ANY_LABEL.match(each.text) if isinstance(each, Passage) else None
        if match and not FIELD.match(match[0]) and not LABELLED.match(match[0]):
            texts[name_key(match["label"])].append(match["text"])
    own = {
        label
        for label, said in texts.items()
        if len(said) >= LEAST
        and all(demands(each, addressees) for each in said)
        and not addressees.bodies.named_in(label)
    }
    for each in passages:
        match = ANY_LABEL.match(each.text) if own and isinstance(each, Passage) else None
        if match and isinstance(each, Passage) and name_key(match["label"]) in own:
            yield labelled(replace(each, text=match["text"]))
        else:
            yield each


def _above_labels(passages: Passages, addressees: Addressees) -> frozenset[int]:
    """Return the lines right above the first label of several records, most of them demands."""
    above: dict[str, dict[int, str]] = defaultdict(dict)
    for number, (each, after) in enumerate(pairwise(passages)):
        label = FIELD.match(after.text) if isinstance(after, Passage) else None
        if label and isinstance(each, Passage) and _may_give(each):
            above[name_key(label["label"]).split()[0]][number] = each.text
    return frozenset().union(*(_if_demands(each, addressees) for each in above.values()))


def _below_numbers(passages: Passages, addressees: Addressees) -> frozenset[int]:
    """Return the lines below those that are but a number, or a label: "Rekommendation 1"."""
    counted = _counted_from_one(passages)
    below = {
        number: after.text
        for number, (each, after) in enumerate(pairwise(passages), start=1)
        if isinstance(after, Passage) and _may_give(after)
        if _is_alone(each) or number - 1 in counted
    }
    return _if_demands(below, addressees)


def _after_last_labels(passages: Passages, addressees: Addressees) -> frozenset[int]:
    """Return the demands that stand between two texts that end by the same label: "Bedömning: …".

    They look like paragraphs where others of the paper are headings.
    """
    ends: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(passages):
        label = FIELD.match(each.text) if isinstance(each, Passage) else None
        if label:
            ends[name_key(label["label"])].append(number)
    below = [
        n + 1
        for places in ends.values()
        if len(places) > LEAST and not any(_is_labelled(passages[n + 1]) for n in places[:-1])
        for n in places[:-1]
    ]
    return frozenset(
        number
        for number in below
        if isinstance(each := passages[number], Passage)
        and not (each.is_heading or each.is_item or each.text.endswith((".", ":", "?")))
        and _may_give(each)
        and demands(each.text, addressees)
    )


def _behind_titles(passages: Passages, addressees: Addressees) -> frozenset[int]:
    """Return the lines that name an audit and a committee, and then give what is recommended."""
    given = {
        number
        for number, each in enumerate(passages)
        if isinstance(each, Passage)
        and (match := BEHIND_TITLE.match(each.text))
        and addressees.is_label(match["names"] or match["within"])
        and demands(match["text"], addressees)
    }
    return frozenset(given) if len(given) >= LEAST else frozenset()


def _behind_names(passages: Passages, addressees: Addressees) -> frozenset[int]:
    """Return the lines of a chapter of recommendations that name a committee, and then demand."""
    given = {
        number
        for number, each in enumerate(passages)
        if isinstance(each, Passage)
        and _is_below_recommendations(number, each, passages)
        and (match := _TITLED.match(each.text))
        and addressees.is_label(match["label"])
        and demands(match["text"], addressees)
    }
    return frozenset(given) if len(given) >= LEAST else frozenset()


def _is_below_recommendations(number: int, passage: Passage, passages: Passages) -> bool:
    """Tell whether the headings above a line, or the nearest line of no label, tell of such."""
    above = reversed(passages[:number])
    plain = (e.text for e in above if isinstance(e, Passage) and not ANY_LABEL.match(e.text))
    heads = (*passage.path, next(plain, ""))
    return any("rekommendation" in each.casefold() and "åtgärd" not in each for each in heads)


def _without_titles(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages, what is recommended without the title of the audit before it.

    So where most lines that demand something have such: "Inköp 2023: utbilda beställarna".
    """
    titled, plain = {}, 0
    for number, each in enumerate(passages):
        match = _TITLED.match(each.text) if isinstance(each, Passage) else None
        if isinstance(each, Passage) and demands(each.text, addressees):
            plain += 1
        elif match and not (FIELD.match(match[0]) or LABELLED.match(match[0])):
            named = addressees.bodies.named_in(match["label"])
            if not named and demands(match["text"], addressees):
                titled[number] = match["text"]
    is_so = len(titled) >= LEAST and len(titled) > plain
    for number, each in enumerate(passages):
        if is_so and number in titled and isinstance(each, Passage):
            yield labelled(replace(each, text=titled[number]))
        else:
            yield each


def _if_demands(texts: Mapping[int, str], addressees: Addressees) -> frozenset[int]:
    """Return the places of texts of which nearly all demand something; none else."""
    found = sum(_is_demand(each, addressees) for each in texts.values())
    is_so = found >= LEAST and 3 * found >= 2 * len(texts)
    return frozenset(texts) if is_so else frozenset()


def _is_demand(text: str, addressees: Addressees) -> bool:
    return demands(text, addressees) or is_of_thing(text)


def _is_labelled(passage: Passage | TablePassage) -> bool:
    return isinstance(passage, Passage) and LABELLED.match(passage.text) is not None


def _is_alone(passage: Passage | TablePassage) -> bool:
    if not isinstance(passage, Passage):
        return False
    is_number = not passage.is_heading and number_alone(passage.text) is not None
    return is_number or ALONE.fullmatch(passage.text) is not None


def _counted_from_one(passages: Passages) -> frozenset[int]:
    """Return the lines that are but numbers, where all of the paper count from one: "Nr 1"."""
    found = {
        number: int(match["number"])
        for number, each in enumerate(passages)
        if isinstance(each, Passage) and (match := _COUNTED.fullmatch(each.text))
    }
    is_counted = [*found.values()] == [*range(1, len(found) + 1)]
    return frozenset(found) if is_counted and len(found) >= LEAST else frozenset()


def _may_give(passage: Passage) -> bool:
    is_short = len(passage.text.split()) <= _LONGEST
    return is_short and not FIELD.match(passage.text) and not LABELLED.match(passage.text)

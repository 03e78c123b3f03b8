"""Lines of lists and follow-ups that tell several things of a recommendation, in their parts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.record_words import (
    FOR_WHOM,
    GIVES,
    LABELLED,
    QUOTES,
    STATE,
    STATE_BEFORE,
    STATE_BEHIND,
    WHOM_FIRST,
    WITHIN,
    demands,
    gives,
)
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import in_sentences
from revtrack.domain.texts.paper import LineKind

_NOTED = re.compile(r"(?P<given>[^–—]{8,}?)\s+[–—]\s+(?P<note>[^–—]+)$")
"""A demand and, behind its only dash, what is noted of it."""
_CODED = re.compile(
    r"(?P<code>[A-ZÅÄÖ]{0,5}[ -]?\d{1,4}[:/-]\d{1,3})[.:)]?\s+(?P<text>[A-ZÅÄÖ].*)$"
)
"""A line that begins with a number of its own: "13:1 Komplettera …", "2023-4 Se över …"."""
LEAST = 2
"""So many records a paper has at least."""


def in_parts(passages: Passages, addressees: Addressees) -> Passages:
    """Return the passages, each line that tells several things of a recommendation in its parts."""
    found: Passages = tuple(_without_groups(passages, addressees))
    for parts_of in (_told_behind, _whom_first):
        found = tuple(_parted(found, addressees, parts_of))
    return found


def coded(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages of a list, lines with numbers of their own as the items that they are."""
    found = {
        number: match
        for number, each in enumerate(passages)
        if isinstance(each, Passage)
        and not each.is_item
        and (match := _CODED.match(each.text))
        and not any(True for _ in days_in(each.text[: match.start("text")]))
    }
    given = sum(demands(each["text"], addressees) for each in found.values())
    is_so = given >= LEAST and 2 * given >= len(found)
    for number, each in enumerate(passages):
        if is_so and number in found and isinstance(each, Passage):
            match = found[number]
            yield replace(each, kind=LineKind.ITEM, text=match["text"], marker=match["code"])
        else:
            yield each


def without_notes(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages of a list, what is recommended without what is noted behind a dash.

    So where at least half of what it gives has such a note: "Revidera planen – antas i maj".
    """
    lines = {n: each.text for n, each in enumerate(passages) if isinstance(each, Passage)}
    noted = {
        number: match["given"]
        for number, text in lines.items()
        if (match := _NOTED.match(text))
        and demands(match["given"], addressees)
        and _is_note(match["note"], addressees)
    }
    others = sum(demands(text, addressees) for n, text in lines.items() if n not in noted)
    is_so = len(noted) >= max(LEAST, others)
    for number, each in enumerate(passages):
        if is_so and number in noted and isinstance(each, Passage):
            marker = each.marker or "•"
            yield replace(each, kind=LineKind.ITEM, text=noted[number], marker=marker)
        else:
            yield each


def _is_note(text: str, addressees: Addressees) -> bool:
    """Tell whether a text behind a dash is neither whom it is for nor more that is demanded."""
    is_done = text.partition(" ")[0].endswith("s")
    is_demand = demands(text, addressees) and not is_done
    return not (addressees.is_label(text.strip(" .")) or is_demand)


def labelled(passage: Passage) -> Passage:
    """Return a line that gives a recommendation as one with the label for it."""
    label = "" if LABELLED.match(passage.text) else "Rekommendation: "
    text = passage.text
    text = text.strip(QUOTES) if text[:1] in QUOTES else text
    return replace(passage, kind=LineKind.PARAGRAPH, text=f"{label}{text}")


def _parted(
    passages: Passages,
    addressees: Addressees,
    parts_of: Callable[[Passage, Addressees], Sequence[str]],
) -> Iterator[Passage | TablePassage]:
    """Give the passages, those in their parts that several have such; the first is as labelled."""
    parts = {
        number: several
        for number, each in enumerate(passages)
        if isinstance(each, Passage) and len(several := parts_of(each, addressees)) > 1
    }
    for number, each in enumerate(passages):
        if len(parts) < LEAST or number not in parts or not isinstance(each, Passage):
            yield each
            continue
        first, *others = parts[number]
        line = replace(each, text=first)
        yield line if WHOM_FIRST.match(each.text) else labelled(line)
        for text in others:
            whole = text if text.endswith((".", ":")) else f"{text}."
            yield replace(each, kind=LineKind.PARAGRAPH, text=whole, marker=None)


def _told_behind(passage: Passage, addressees: Addressees) -> Sequence[str]:
    """Return a demand and what its line tells besides; the line alone where it tells nothing."""
    text = passage.text.strip()
    before = STATE_BEFORE.match(text)
    first, *others = (each.strip() for each in WITHIN.split(STATE_BEFORE.sub("", text)))
    others = [*([before["state"] or before[0].strip()] if before else []), *others]
    given = next((each for each in others if GIVES.match(each)), None)
    if given is not None:
        return (given, *(each for each in others if FOR_WHOM.match(each)))
    first, *state = STATE_BEHIND.split(first, maxsplit=1)
    others = [*state, *others]
    *said, last = in_sentences(first)
    is_told = len(said) in {1, 2} and gives(said[-1], addressees)
    if is_told and STATE.fullmatch(last):
        first, others = first[: first.rfind(last)].rstrip(), [last, *others]
    if passage.is_heading or not others or not gives(first, addressees):
        return [text]
    return [first, *others]


def _whom_first(passage: Passage, addressees: Addressees) -> Sequence[str]:
    """Return the sentence by which a paragraph begins with whom something is for, and the rest."""
    match = WHOM_FIRST.match(passage.text)
    if passage.is_heading or match is None or not addressees.is_label(match[0]):
        return [passage.text]
    return [match[0], passage.text[match.end() :].strip()]


def _without_groups(passages: Passages, addressees: Addressees) -> Iterator[Passage | TablePassage]:
    """Give the passages, a numbered line above "1.1 …" as the title that it is."""
    for each, after in zip_longest(passages, passages[1:]):
        below = after.marker or "" if isinstance(after, Passage) else ""
        is_above = below.startswith(f"{each.marker}.") if isinstance(each, Passage) else False
        if is_above and isinstance(each, Passage) and not demands(each.text, addressees):
            yield replace(each, kind=LineKind.PARAGRAPH, marker=None)
        else:
            yield each

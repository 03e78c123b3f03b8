"""Records: what a list or a follow-up tells of each recommendation behind labels of its own.

The labels stand on lines below it, "Status: …", or behind it on its line. Which lines are records
is measured over the whole paper: what recurs below several demands is of each of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.recommending.chapters import number_alone
from revtrack.domain.proposals.recommending.demanded import subject_end
from revtrack.domain.proposals.recommending.items import ATT
from revtrack.domain.proposals.recommending.own_recipients import BEHIND_TITLE
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, tells
from revtrack.domain.proposals.text.voices import OUGHT
from revtrack.domain.texts.paper import LineKind

_TOLD = (
    r"(?:(?:nämndens|styrelsens|bolagets|direktionens|förvaltningens|revisorernas|revisionens|vår"
    r"|vårt|vidtagna|genomförda|planerade|senaste|samlad|nuvarande)\s)?"
    r"(?:svar|yttrande|återkoppling|status|läge|läget|nuläge|bedömning|slutsats|kommentar(?:er)?"
    r"|åtgärd(?:er)?|uppföljning|uppföljd|uppföljt|utfall|resultat|iakttagelser?|klart?|deadline"
    r"|tidplan|svarsdatum|senast|prioritet|prio|beslut|hantering|notering|besvarad)"
    r"(?:\s(?!(?:av|om|och|för|på)\b)[\w./()-]+){0,4}?"
)
_WHOM = (
    r"(?:riktas till|riktad(?:e)? till|ställs till|mottagare|adressat(?:er)?|organ|till|vem|berör"
    r"|(?:ansvarig|berörd|granskad)(?:t|a)?(?: nämnd(?:er)?| organ| styrelse)?|avser|gäller"
    r"|nämnd(?:er)?(?:/styrelse)?|styrelse|bolag)"
)
_FIELD = re.compile(rf"(?:{_TOLD}|{_WHOM})\s*:(?:\s|$)", re.IGNORECASE)
"""How a line begins that tells something of the recommendation above it."""
_WITHIN = re.compile(
    rf"(?:(?<=[.;!?)])\s+|\s+[–—|·-]\s+|,\s+)(?=(?:{_TOLD}|{_WHOM})\s*:\s)", re.IGNORECASE
)
"""Where such a thing begins behind the recommendation on its line."""
_LABELLED = re.compile(
    r"(?:vår |revisionens |revisorernas )?(?:rekommendation\w*|förslag|granskning|rapport)\b"
    r"[^:]{0,40}:",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[^:]{2,120}(?::|\.|\))\s+(?P<text>\S.*)$")
"""A demand behind whom it is for, or a title."""
_STATE_WORDS = (
    r"(?:(?:ej|inte|delvis|ännu|helt|är|har|till viss del|i stort|i huvudsak)\s)*"
    r"(?:klar[at]?|gjor[td]|pågår|pågående|påbörja[dt]s?|starta[dt]|genomför(?:d|t|ts)|åtgärda(?:d|t|ts)|avsluta(?:d|t|ts)"
    r"|öppen|stängd|kvarstår|besvara(?:d|t|ts)|uppfyll(?:d|t)|beakta(?:d|t|ts)|planera(?:d|t|s)"
    r"|försena[dt]|vilande|utgår|avförd|införd?|deadline|klart? senast|svar saknas)\b"
    r"(?:[ ,:]+(?!att\b)[\w.-]+){0,4}\W*"
)
_STATE = re.compile(_STATE_WORDS, re.IGNORECASE)
"""How far something has come, and nothing else: "Ej klart.", "Deadline juni 2024."."""
_STATE_BEHIND = re.compile(rf"\s+(?:[–—-]\s+|\()(?={_STATE_WORDS}$)", re.IGNORECASE)
_LEAST = 2
"""So many records a paper has at least."""
_LONGEST = 60
"""In words, of a recommendation."""


def recorded(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> Iterator[Passage | TablePassage]:
    """Give the passages, each line of a record alone, its recommendation behind its label."""
    parted = tuple(_parted(tuple(_without_groups(passages, addressees)), addressees))
    given = _given_above_labels(parted, addressees) | _given_below_numbers(parted, addressees)
    given |= _given_behind_titles(parted, addressees)
    for number, each in enumerate(parted):
        if number in given and isinstance(each, Passage):
            yield _labelled(each)
        else:
            yield each


def _labelled(passage: Passage) -> Passage:
    """Return a line that gives a recommendation as one with the label for it."""
    label = "" if _LABELLED.match(passage.text) else "Rekommendation: "
    return replace(passage, kind=LineKind.PARAGRAPH, text=f"{label}{passage.text}")


def _without_groups(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> Iterator[Passage | TablePassage]:
    """Give the passages, a numbered line above "1.1 …" as the title that it is."""
    for each, after in zip_longest(passages, passages[1:]):
        below = after.marker or "" if isinstance(after, Passage) else ""
        if (
            not isinstance(each, Passage)
            or not below.startswith(f"{each.marker}.")
            or _demands(each.text, addressees)
        ):
            yield each
        else:
            yield replace(each, kind=LineKind.PARAGRAPH, marker=None)


def tells_whom_in_lines(passages: Sequence[Passage | TablePassage]) -> bool:
    """Tell whether several lines of a paper say whom something is for: "Till: nämnden"."""
    shape = re.compile(rf"{_WHOM}\s*:\s", re.IGNORECASE)
    lines = [each for each in passages if isinstance(each, Passage) and shape.match(each.text)]
    return len(lines) >= _LEAST


def _parted(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> Iterator[Passage | TablePassage]:
    """Give the passages, those that tell behind a demand what became of it in their parts."""
    parts = {
        number: several
        for number, each in enumerate(passages)
        if isinstance(each, Passage) and len(several := _parts_of(each, addressees)) > 1
    }
    for number, each in enumerate(passages):
        if len(parts) < _LEAST or number not in parts or not isinstance(each, Passage):
            yield each
            continue
        first, *others = parts[number]
        yield _labelled(replace(each, text=first))
        for text in others:
            whole = text if text.endswith((".", ":")) else f"{text}."
            yield replace(each, kind=LineKind.PARAGRAPH, text=whole, marker=None)


def _parts_of(passage: Passage, addressees: Addressees) -> list[str]:
    """Return a demand and what its line tells besides; the line alone where it tells nothing."""
    text = passage.text.strip()
    first, *others = (each.strip() for each in _WITHIN.split(text))
    first, *state = _STATE_BEHIND.split(first, maxsplit=1)
    others = [*state, *others]
    *said, last = [*sentences(first)] or [first]
    is_told = len(said) in {1, 2} and _gives(said[-1], addressees)
    if is_told and _STATE.fullmatch(last):
        first, others = first[: first.rfind(last)].rstrip(), [last, *others]
    if passage.is_heading or not others or not _gives(first, addressees):
        return [text]
    return [first, *others]


def _given_above_labels(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> frozenset[int]:
    """Return the lines right above the first label of several records, most of them demands."""
    above: dict[str, dict[int, str]] = {}
    for number, (each, after) in enumerate(pairwise(passages)):
        label = _FIELD.match(after.text) if isinstance(after, Passage) else None
        if label and isinstance(each, Passage) and _may_give(each):
            first = label[0].casefold().split()[0].rstrip(":")
            above.setdefault(first, {})[number] = each.text
    return frozenset(
        number
        for texts in above.values()
        for number in texts
        if _are_demands([*texts.values()], addressees)
    )


def _given_below_numbers(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> frozenset[int]:
    """Return the lines below those that are but a number: "Rekommendation 1"."""
    below = {
        number: after.text
        for number, (each, after) in enumerate(pairwise(passages), start=1)
        if isinstance(after, Passage) and _may_give(after) and _is_number(each)
    }
    return frozenset(below) if _are_demands([*below.values()], addressees) else frozenset()


def _given_behind_titles(
    passages: Sequence[Passage | TablePassage], addressees: Addressees
) -> frozenset[int]:
    """Return the lines that name an audit and a committee, and then give what is recommended."""
    given = {
        number
        for number, each in enumerate(passages)
        if isinstance(each, Passage)
        and (match := BEHIND_TITLE.match(each.text))
        and addressees.is_label(match["names"] or match["within"])
        and _demands(match["text"], addressees)
    }
    return frozenset(given) if len(given) >= _LEAST else frozenset()


def _are_demands(texts: Sequence[str], addressees: Addressees) -> bool:
    """Tell whether of several texts nearly all demand something."""
    demands = sum(_demands(each, addressees) for each in texts)
    return demands >= _LEAST and 3 * demands >= 2 * len(texts)


def _is_number(passage: Passage | TablePassage) -> bool:
    is_line = isinstance(passage, Passage) and not passage.is_heading
    return is_line and isinstance(passage, Passage) and number_alone(passage.text) is not None


def _may_give(passage: Passage) -> bool:
    is_short = len(passage.text.split()) <= _LONGEST
    return is_short and not _FIELD.match(passage.text) and not _LABELLED.match(passage.text)


def _gives(text: str, addressees: Addressees) -> bool:
    """Tell whether a text demands something, perhaps behind whom it is for or a title."""
    behind = _BEHIND.match(text)
    return _demands(text, addressees) or (
        behind is not None and _demands(behind["text"], addressees)
    )


def _demands(text: str, addressees: Addressees) -> bool:
    said = ATT.sub("", text.strip())
    end = subject_end(said, addressees)
    is_demand = begins_with_demand(said) and not tells(said)
    return is_demand or OUGHT.match(said[end:].strip()) is not None

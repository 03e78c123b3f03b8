"""Recommendations that a reply gives again in pairs: what is asked, and below or beside it a reply.

Whatever words the auditors used, a list whose points each have a text below them that replies, or a
table whose second column replies to its first, gives what was recommended.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.restating.demand_lines import Demand, is_answering
from revtrack.domain.proposals.restating.reply_lines import is_answer_label
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Row

_FEWEST = 2
"""Of points that make a list, and of columns and sentences side by side."""
_ENOUGH = 0.6
"""The share of the points that a text has to reply to."""
_LONGEST = 350
_FEWEST_WORDS, _FEWEST_OF_DEMAND = 3, 2
_NUMBER = re.compile(r"^\(?R?(?P<number>\d{1,2})[.):]?$|^(?P<letter>[a-h])[.)]$", re.IGNORECASE)
_BULLET = "•"
_DECIDES = re.compile(
    r"\b(?:beslutar|beslut(?:ade|as)?|föreslås besluta|yrkar)\b"
    r"(?![^.]*\b(?:svar(?:et)?|svara|besvara|yttrande(?:t)?|yttra sig)\b[^.]+$)[^.]*$",
    re.IGNORECASE,
)
"""Words above a list of what is decided, where it is not decided to reply as the list does."""
_REPLIES_HEAD = re.compile(
    r"\b(?:svar(?:et)?|yttrande|kommentar(?:er)?|ställningstagande|åtgärd(?:er)?|bemötande|synpunkter"
    r"|(?:mening|inställning|uppfattning|syn|bedömning|hållning))$"
    r"|^instämmer\b.*\?$",
    re.IGNORECASE,
)
"""How the head of a column ends that replies."""


PairedRow = tuple[str, Row, TablePassage]
"""What was recommended, with its number as the cell has it, and where it stands."""


@dataclass(frozen=True)
class _Point:
    """A point of a list with the paragraphs below it."""

    asked: Passage
    below: tuple[Passage, ...]

    @property
    def is_replied_to(self) -> bool:
        """Whether what stands below it says what is thought or done."""
        texts = [each.text for each in self.below]
        is_labelled = any(is_answer_label(each) for each in texts)
        texts = [each for each in texts if not is_answer_label(each)]
        return bool(texts) and (is_labelled or _replies(texts[0]))


def paired_lines(passages: Passages) -> tuple[Demand, ...]:
    """Return the points of the list that a reply goes through; none where it goes through none."""
    return max(map(_of_series, _series(passages)), key=len, default=())


def paired_rows(passages: Passages) -> tuple[PairedRow, ...]:
    """Return the rows of the table whose cells a column replies to; none where there is none."""
    tables = (each for each in passages if isinstance(each, TablePassage))
    return max(map(_of_table, tables), key=len, default=())


def _of_series(points: Sequence[_Point]) -> tuple[Demand, ...]:
    asked = [each for each in points if _may_be_asked(each.asked.text)]
    replied = sum(each.is_replied_to for each in asked)
    if len(asked) != len(points) or replied < max(_FEWEST, _ENOUGH * len(points)):
        return ()
    return tuple((each.asked, each.asked.text, each.asked.marker) for each in points)


def _series(passages: Passages) -> Iterator[list[_Point]]:
    """Give the lists with paragraphs between their points, numbered from one or with bullets."""
    points: list[_Point] = []
    lead = ""
    for at, each in enumerate(passages):
        if isinstance(each, TablePassage) or each.is_heading:
            yield points
            points, lead = [], ""
            continue
        place = _place(each)
        if place is None:
            lead = lead if points else each.text
            continue
        below = tuple(_below(passages[at + 1 :]))
        if not below or place not in {0, len(points) + 1}:
            yield points
            points = []
        if below and place in {0, len(points) + 1} and (points or not _DECIDES.search(lead)):
            points.append(_Point(each, below))
    yield points


def _place(each: Passage) -> int | None:
    """Return a point's number, a letter's too; 0 for a bullet and None for no point."""
    if each.marker is None:
        return None
    if each.marker == _BULLET:
        return 0
    match = _NUMBER.match(each.marker)
    if match is None:
        return None
    return int(match["number"]) if match["number"] else ord(match["letter"].lower()) - ord("a") + 1


def _below(passages: Passages) -> Iterator[Passage]:
    """Give the paragraphs right below a point."""
    for each in passages:
        if isinstance(each, TablePassage) or each.is_heading or each.marker is not None:
            return
        yield each


def _may_be_asked(text: str) -> bool:
    """Tell whether a text may be what was recommended: one sentence that replies to nothing."""
    said = text.strip()
    is_one = len([*sentences(said)]) <= _FEWEST and len(said) < _LONGEST
    is_demand = begins_with_demand(said)
    fewest = _FEWEST_OF_DEMAND if is_demand else _FEWEST_WORDS
    is_told = len(said.split()) >= fewest and not said.endswith((":", "?"))
    is_told = is_told and not is_answering(said)
    if is_demand:  # "… inom två månader" shows no position of who is asked
        return is_one and is_told and position_of(said) is None
    return is_one and is_told and stance_in([said]).position is None


def _replies(text: str) -> bool:
    return is_answering(text) or not stance_in([text]).is_empty


def _of_table(table: TablePassage) -> tuple[PairedRow, ...]:
    """Return the cells of a column that the column beside it replies to."""
    rows = table.table.rows
    width = min((len(row.cells) for row in rows), default=0)
    if width < _FEWEST or len(rows) < _FEWEST:
        return ()
    for column in range(width - 1):
        is_headed = _REPLIES_HEAD.search(_text(rows[0], column + 1)) is not None
        told = rows[1:] if is_headed or not _replies(_text(rows[0], column + 1)) else rows
        told = tuple(row for row in told if _text(row, column))
        asked = [_may_be_asked(split_number(_text(row, column))[1]) for row in told]
        replied = [_replies(_text(row, column + 1)) for row in told]
        if sum(replied) >= max(_FEWEST, _ENOUGH * len(told)) and all(asked):
            return tuple((_text(row, column), row, table) for row in told)
    return ()


def _text(row: Row, column: int) -> str:
    return " ".join(row.cells[column].text.split())

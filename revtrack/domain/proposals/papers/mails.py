"""An e-mail that quotes another below what it says itself, or above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from revtrack.domain.texts.mail_labels import MAIL_LABEL
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, Paper, Table

_FROM = frozenset(("från", "from"))
_ORIGINAL = re.compile(
    r"^[-_ ]*(?:ursprungligt meddelande|original ?message|vidarebefordrat (?:meddelande|brev)"
    r"|forwarded message)[-_ ]*$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^(?:den|on|\w{3,8}dag|\d{4}-\d\d-\d\d)\b.{4,120}\b(?:skrev|wrote)\b.{0,90}:$", re.IGNORECASE
)
"""How a mail tells that another is quoted below: "Den 3 maj 2024 skrev Revisionen <…>:"."""
_AUDITORS = re.compile(r"revis(?:ion|or)", re.IGNORECASE)
_BODY = re.compile(r"nämnd|styrelse|förvaltning|direktion|bolag|kontor", re.IGNORECASE)
_LABELS = 3
"""So many labels, within so many lines, make the head of a mail."""
_NEAR = 5


@dataclass(frozen=True)
class Mail:
    """What an e-mail says itself, and the one that it quotes."""

    own: Paper
    quoted: Paper

    @property
    def quotes_auditors(self) -> bool | None:
        """Whether auditors wrote the quoted one; None where it does not say who did."""
        first = [each for each in self.quoted.blocks[:_NEAR] if isinstance(each, Line)]
        senders = [each.text for each in first if _WROTE.match(each.text) or _is_from(each)]
        if any(map(_AUDITORS.search, senders)):
            return True
        return False if any(map(_BODY.search, senders)) else None


def mail_in(paper: Paper) -> Mail | None:
    """Return a mail in its two parts; None for what is no mail, or quotes none as a whole.

    What is quoted bit by bit, each with an answer below it, belongs to what the mail says.
    """
    blocks = paper.blocks
    begin, end = _quoted(blocks)
    own = (*blocks[:begin], *blocks[end:])
    if begin == end or not _is_head(blocks[:_NEAR]) or not any(map(_is_said, own)):
        return None
    return Mail(replace(paper, blocks=own), replace(paper, blocks=blocks[begin:end]))


def _quoted(blocks: Sequence[Line | Table]) -> tuple[int, int]:
    """Return where the quoted mail begins and ends; the same place twice where there is none."""
    for at, each in enumerate(blocks):
        if at and isinstance(each, Line) and _begins_other(blocks, at):
            return at, len(blocks)
    runs = [
        at
        for at in range(1, len(blocks) + 1)
        if _is_quoted(blocks[at - 1]) != (at < len(blocks) and _is_quoted(blocks[at]))
    ]
    return (runs[0], runs[1]) if len(runs) == PAIR else (0, 0)


def _begins_other(blocks: Sequence[Line | Table], at: int) -> bool:
    """Tell whether the rest is another mail: below a rule, a sender's head, or "… skrev:"."""
    line = blocks[at]
    if not isinstance(line, Line):
        return False
    if _ORIGINAL.match(line.text):
        return True
    below = blocks[at : at + _NEAR]
    if any(map(_is_said, blocks[:at])) and _is_from(line) and _is_head(below):
        return True
    rest = blocks[at + 1 :]
    return _WROTE.match(line.text) is not None and (
        all(map(_is_quoted, rest)) or not any(map(_is_quoted, rest))
    )


def _is_head(blocks: Sequence[Line | Table]) -> bool:
    matches = [MAIL_LABEL.match(each.text) for each in blocks if isinstance(each, Line)]
    return len({match["label"].casefold() for match in matches if match}) >= _LABELS


def _is_from(line: Line) -> bool:
    match = MAIL_LABEL.match(line.text)
    return match is not None and match["label"].casefold() in _FROM


def _is_quoted(block: Line | Table) -> bool:
    return isinstance(block, Line) and block.is_quoted


def _is_said(block: Line | Table) -> bool:
    """Tell whether a block says something, and is no label of a head."""
    return isinstance(block, Table) or MAIL_LABEL.match(block.text) is None

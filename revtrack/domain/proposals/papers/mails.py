"""An e-mail that quotes another: below what it says itself, above it, or bit by bit between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.mail_labels import MAIL_LABEL, ORIGINAL, WROTE, is_mail_head
from revtrack.domain.texts.paper import Line, Paper, Place, Table

_FROM, _TO = frozenset(("från", "from")), frozenset(("till", "to"))
_COPY, _SENT = frozenset(("kopia", "cc")), frozenset(("skickat", "datum", "sent", "date"))
_TELLS_WHEN = re.compile(r"\\d|@")
"""What a line has that says who wrote all that follows, and when or from where."""
_AUDITORS = re.compile(r"revis(?:ion|or)", re.IGNORECASE)
_BODY = re.compile(r"nämnd|styrelse|förvaltning|direktion|bolag|kontor", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d][\w \-]{1,24}:")
"""How each line of a mail's head begins."""
_NEAR = 5
"""So many lines make the head of a mail."""
_TO_AUDITORS, _TO_OTHERS = 0.85, 0.6
"""How sure it is that a mail came to the auditors on the day on which it was sent."""


@dataclass(frozen=True)
class Mail:
    """What an e-mail says itself, and the one that it quotes."""

    own: Paper
    quoted: Paper
    whole: Paper
    is_between: bool = False
    """Whether what it says itself stands between what it quotes, or right below it."""

    @property
    def quotes_auditors(self) -> bool | None:
        """Whether auditors wrote the quoted one; None where it does not say who did."""
        first = [each for each in self.quoted.blocks[:_NEAR] if isinstance(each, Line)]
        senders = [
            each.text for each in first if _is_labelled(each, _FROM) or WROTE.match(each.text)
        ]
        if any(map(_AUDITORS.search, senders)):
            return True
        return False if any(map(_BODY.search, senders)) else None

    @property
    def is_to_auditors(self) -> bool:
        """Whether its head says that it goes to auditors."""
        first = [each for each in self.own.blocks[:_NEAR] if isinstance(each, Line)]
        return any(_is_labelled(each, _TO) and _AUDITORS.search(each.text) for each in first)

    def with_given(self, given: Sequence[tuple[Place, str]]) -> Paper:
        """Return what it says with, of what it quotes, only what is given by their places.

        So what was recommended stands above what answers it there.
        """
        if not self.is_between:
            return self.own
        return replace(self.whole, blocks=tuple(self._with_given(given)))

    def _with_given(self, given: Sequence[tuple[Place, str]]) -> Iterator[Line | Table]:
        for each in self.whole.blocks:
            if _is_quoted(each) and isinstance(each, Line):
                said = [text for place, text in given if place.line == each.place.line]
                yield from (replace(each, text=text, is_quoted=False) for text in said)
            else:
                yield each


def sent_on(paper: Paper) -> Found[date] | None:
    """Return the day on which the mail that a file begins with was sent; None where auditors did.

    It is sure where the mail goes to auditors, for then it is also the day on which it came.
    """
    lines = (each for each in paper.blocks if isinstance(each, Line))
    first = list(takewhile(lambda each: _LABELLED.match(each.text), lines))
    senders = [each.text for each in first if _is_labelled(each, _FROM)]
    if not _is_head(first) or any(map(_AUDITORS.search, senders)):
        return None
    whom = [each.text for each in first if _is_labelled(each, _TO | _COPY)]
    sure = _TO_AUDITORS if any(map(_AUDITORS.search, whom)) else _TO_OTHERS
    told = (each for each in first if _is_labelled(each, _SENT))
    days = (Found(day.day, each.place, sure) for each in told for day in days_in(each.text))
    return next(days, None)


def mail_in(paper: Paper) -> Mail | None:
    """Return a mail with what it quotes apart; None for what is no mail, or quotes nothing."""
    blocks = paper.blocks
    is_mail = _is_head(blocks[:_NEAR]) or any(map(_is_quoted, blocks))
    for is_other in (_below_other(blocks), _behind_signs(blocks)) if is_mail else ():
        own = [each for each, other in zip(blocks, is_other, strict=True) if not other]
        quoted = [each for each, other in zip(blocks, is_other, strict=True) if other]
        if quoted and any(map(_is_said, own)):
            end = len(blocks) - is_other[::-1].index(True)
            is_between = not all(is_other[is_other.index(True) : end])
            is_between = is_between or any(map(_is_sentence, blocks[end : end + 1]))
            return Mail(_of(paper, own), _of(paper, quoted), paper, is_between=is_between)
    return None


def _of(paper: Paper, blocks: Sequence[Line | Table]) -> Paper:
    return replace(paper, blocks=tuple(blocks))


def _below_other(blocks: Sequence[Line | Table]) -> list[bool]:
    """Tell of each block whether it is of another mail, which has all the rest of the paper."""
    begins = (at for at in range(1, len(blocks)) if _begins_other(blocks, at))
    first = next(begins, len(blocks))
    return [at >= first for at in range(len(blocks))]


def _behind_signs(blocks: Sequence[Line | Table]) -> list[bool]:
    """Tell of each block whether it is quoted by signs, or says above them who wrote what is."""
    found = [_is_quoted(each) for each in blocks]
    for at in range(len(blocks) - 1, 0, -1):
        each = blocks[at]
        is_above = found[at + 1 : at + 2] == [True]
        if is_above and isinstance(each, Line) and any(map(_is_said, blocks[:at])):
            found[at] = found[at] or WROTE.match(each.text) is not None or not _is_said(each)
    return found


def _begins_other(blocks: Sequence[Line | Table], at: int) -> bool:
    """Tell whether the rest is another mail: below a rule, a sender's head, or "… skrev:".

    It is not, where something stands between what is quoted of it by signs.
    """
    line, rest = blocks[at], blocks[at + 1 :]
    if not isinstance(line, Line) or line.is_quoted:
        return False
    signed = [place for place, each in enumerate(rest) if _is_quoted(each)]
    if signed and not all(map(_is_quoted, rest[signed[0] : signed[-1]])):
        return False
    if ORIGINAL.match(line.text):
        return True
    if _is_labelled(line, _FROM) and _is_head(blocks[at : at + _NEAR]):
        return any(map(_is_said, blocks[:at]))
    is_told = WROTE.match(line.text) is not None and _TELLS_WHEN.search(line.text) is not None
    return is_told and not signed


def _is_head(blocks: Sequence[Line | Table]) -> bool:
    return is_mail_head(each.text for each in blocks if isinstance(each, Line))


def _is_labelled(line: Line, labels: frozenset[str]) -> bool:
    match = MAIL_LABEL.match(line.text)
    return match is not None and match["label"].casefold() in labels


def _is_quoted(block: Line | Table) -> bool:
    return isinstance(block, Line) and block.is_quoted


def _is_sentence(block: Line | Table) -> bool:
    """Tell whether a block is a sentence, and no greeting or name below a mail."""
    return isinstance(block, Line) and block.text.rstrip().endswith(".")


def _is_said(block: Line | Table) -> bool:
    """Tell whether a block says something, and is no label of a head."""
    return isinstance(block, Table) or MAIL_LABEL.match(block.text) is None

"""What a meeting makes its reply other than was proposed: a motion that it adopts, what it adds.

"Nämnden svarar enligt E. F:s (C) yrkande" makes the words of that motion the reply, and what the
administration proposed is none; "med följande tillägg: ”…”" adds the words to the proposed ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.answering.pointers import Asked, named_in
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_heading,
    is_proposal_heading,
    is_sent_label,
)
from revtrack.domain.proposals.said.stances import Stance, stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Line, LineKind, Paper, Table

_WHO = (
    r"(?P<who>(?i:ordföranden?s?|vice ordföranden?s?)"
    r"|[A-ZÅÄÖ][\w.:-]*(?:\s[A-ZÅÄÖ][\w.:-]*){0,3})"
    r"(?:\s+m\.? ?fl\.?:?s?)?(?:\s\([\w. -]{1,12}\)s?)?"
)
"""Somebody at the meeting: the chair, or a name with its party."""
_ADOPTS = re.compile(
    r"\b(?:enligt|i enlighet med|bifaller|(?:genom )?bifall till|antar|godkänner"
    r"|ställer sig bakom)\s"
    rf"{_WHO}\s(?:[\w-]+ ){{0,2}}?(?:mot|ändrings|eget )?(?:förslag|yrkande)\w*\b"
)
_MOVES = re.compile(
    rf"^(?:[-–•]\s*)?{_WHO}(?:,? (?:och|med instämmande av|tillsammans med) [^.:]{{3,60}}?)?\s"
    r"(?:yrkar|föreslår|lämnar|lägger|framställer|presenterar)\b"
)
_MOVES_TOO = re.compile(rf"^(?:[\w,-]+\s){{1,4}}?(?:yrkar|föreslår)\s(?:i stället\s)?{_WHO}")
"""How a line begins that puts a motion against the one above: "Mot detta yrkar Bo Al (M): …"."""
_ANY_MOTION = re.compile(r"\byrka(?:r|de)\b", re.IGNORECASE)
_WORDS = re.compile(r":\s*[\"”“»«]?(?P<words>\S.*)$", re.DOTALL)
_OF_REPLY = re.compile(r"\bförslag till (?:svar|yttrande)|\bsvarsförslag", re.IGNORECASE)
"""What heads the words that somebody else proposed as the reply."""
_ADDS = re.compile(
    r"\bmed (?:den|det|de|följande|nedanstående) (?:ändring|tillägg|justering|förtydligande"
    r"|komplettering|lydelse|formulering)\w*\b"
    r"(?:,?\s(?=att\s)|[^:\"”“.]{0,90}?(?::\s*"
    r"|\s(?=[\"”“])))[\"”“»«]?(?P<words>\S.{14,}?)[\"”“»«]?\.?$",
    re.IGNORECASE | re.DOTALL,
)
_REWRITTEN = re.compile(
    r"\b(?:svaret|yttrandet|stycket)\b (?:på|till|avseende|i fråga om|om"
    r"|över) (?P<which>[^:\"”“]{3,80}?)"
    r" (?:ska(?:ll)? (?:lyda|ha|formuleras|vara)|ändras till|får|ges|ersätts (?:med|av)|blir)\b"
    r"(?: (?:följande )?(?:lydelse|formulering)n?)?(?: så)?"
    r"(?::?\s*[\"”“»«]|:\s*|\s(?:följande:\s*)?att\s)(?P<words>[^\"”“»«]{12,})",
    re.IGNORECASE,
)
"""How a decision gives one of the answers other words than were proposed."""
_QUOTES = ' "”“»«'


def as_adopted(paper: Paper) -> Paper:
    """Return a paper of minutes with the reply as the meeting adopted it."""
    decided = tuple(_decided(paper))
    moved = _adopted_motion(paper, decided)
    blocks = [*paper.blocks]
    if moved:
        others = (each.place for each in blocks if isinstance(each, Line) and _moves(each))
        taken = {*(each.place for each in moved), *others}
        kept = (each for each in blocks if isinstance(each, Table) or each.place not in taken)
        blocks = [*_without_others(kept)]
    added = [*moved, *(each for line in decided for each in _added(line))]
    if not added:
        return paper
    head = Line(LineKind.HEADING, "Svar", added[0].place, level=1)
    return replace(paper, blocks=(*blocks, head, *added))


def rewritten_in(decided: str, asked: Sequence[Asked]) -> tuple[int, Stance] | None:
    """Return which answer a line of a decision gives new words, and what those say."""
    match = _REWRITTEN.search(" ".join(decided.split()))
    number = named_in(match["which"], asked) if match else None
    stance = stance_in(sentences(match["words"])) if match else None
    return None if number is None or stance is None or stance.is_empty else (number, stance)


def _decided(paper: Paper) -> Iterator[Line]:
    """Give the lines of what is decided."""
    is_decided = False
    for block in paper.blocks:
        if isinstance(block, Table) or is_sent_label(block):
            is_decided = False
        elif is_heading(block) or is_decision_heading(block):
            is_decided = is_decision_heading(block) and not is_proposal_heading(block)
        elif is_decided:
            yield block


def _added(line: Line) -> Iterator[Line]:
    """Give the words that a decision adds to what it adopts, or puts in the place of some."""
    found = _ADDS.search(" ".join(line.text.split()))
    if found and not stance_in(sentences(found["words"])).is_empty:
        yield _said(line, found["words"])


def _said(line: Line, words: str) -> Line:
    return replace(
        line, kind=LineKind.PARAGRAPH, text=words.strip(_QUOTES), marker=None, level=None
    )


def _adopted_motion(paper: Paper, decided: Sequence[Line]) -> tuple[Line, ...]:
    """Return the words of the motion that the decision names; none where it has none of its own."""
    named = {_key(match["who"]) for each in decided for match in _ADOPTS.finditer(each.text)}
    if len(named) != 1:
        return ()
    (owner,) = named
    found: list[Line] = []
    is_own = False
    for block in paper.blocks:
        if isinstance(block, Table) or is_heading(block) or is_sent_label(block):
            is_own = False
            continue
        moves = _moves(block)
        if moves is None and _ANY_MOTION.search(block.text):
            is_own = False
        elif moves is not None:
            words = _WORDS.search(block.text, moves.end())
            is_own = _key(moves["who"]) == owner and (
                words is not None or block.text.rstrip().endswith(":")
            )
            if is_own and words:
                found.append(_said(block, words["words"]))
        elif is_own:
            found.append(_said(block, block.text))
    said = [one for each in found for one in sentences(each.text)]
    return tuple(found) if not stance_in(said).is_empty else ()


def _moves(line: Line) -> re.Match[str] | None:
    """Return how a line begins that tells what somebody moves; None where it tells no such."""
    return _MOVES.match(line.text) or _MOVES_TOO.match(line.text)


def _key(who: str) -> str:
    """Return who is meant, whichever form the name has: "E. F:s", "E. F."."""
    bare = re.sub(r":?s$", "", " ".join(who.split()).casefold())
    return re.sub(r"[\s.:]", "", bare)


def _without_others(blocks: Iterator[Line | Table]) -> Iterator[Line | Table]:
    """Give what a paper says without the words that others proposed as the reply."""
    is_others = False
    for each in blocks:
        if not isinstance(each, Table) and is_heading(each):
            is_others = _OF_REPLY.search(each.text) is not None
        if not is_others:
            yield each

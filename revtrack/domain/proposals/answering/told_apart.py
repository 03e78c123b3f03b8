"""Sentences that take a stand on several recommendations at once, and not the same on each.

"Nämnden instämmer i den första rekommendationen men inte i den andra", "i samtliga utom den sista".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.codes import Position
from revtrack.domain.proposals.answering.named_places import (
    NOUN,
    THEME,
    about,
    named_in_clause,
    names_all,
    pointed_at,
)
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.said.exceptions import parted_by_exception
from revtrack.domain.proposals.said.positions import position_of, tells_of_auditors
from revtrack.domain.proposals.said.stances import LONGEST_QUOTE, TOLD, Stance, stance_in

Apart = dict[int, Stance]
"""What a sentence says of each that it tells apart; nothing of one that it only leaves out."""

_NAMES_ANY = re.compile(rf"\b{NOUN}", re.IGNORECASE)
_PARTS = re.compile(r"(?:,\s*|\s)(?P<sign>men|medan|däremot|dock)\s", re.IGNORECASE)
_NOT = re.compile(r"^(?:\w+\s){0,2}?(?:inte|ej)\b", re.IGNORECASE)
_PARTLY = re.compile(r"^(?:\w+\s){0,2}?(?:endast |bara )?delvis\b", re.IGNORECASE)
_AGREES = re.compile(r"^(?:\w+\s){0,2}?(?:helt|fullt ut)\b", re.IGNORECASE)
_ELLIPSES = (
    (Position.DISAGREES, _NOT),
    (Position.AGREES_PARTLY, _PARTLY),
    (Position.AGREES, _AGREES),
)
"""What a clause without a verb of its own says: "men inte i den andra", "men bara delvis i …"."""
_OF_EVERYTHING = re.compile(
    r"\b(?:allt|i övrigt|alla (?:delar|avseenden)|det mesta)\b|\b(?:alla|samtliga)$"
    r"|\bnågon av rekommendationerna\b"
    r"|\b(?:revis\w+|granskning\w*|rapporte?ns) (?:\w+ ){0,2}(?:bedömning|slutsats|synpunkt"
    r"|uppfattning|kritik|förslag|rekommendation)\w*(?! (?:att|om|av|i|gällande|kring)\b)",
    re.IGNORECASE,
)
_OF_CLAUSE = re.compile(r"\b(?:i|rekommendationen|\w*bedömningen?|synen|på) att\b", re.IGNORECASE)
"""How a sentence goes on to one thing, of which it may except something."""


def told_apart(sentence: str, asked: Sequence[Asked], topics: Topics) -> Apart:
    """Return the position on each that a sentence tells apart; empty where it tells none apart."""
    if tells_of_auditors(sentence) or len(asked) == 1:
        return {}
    return _all_but_some(sentence, asked, topics) or _by_clause(sentence, asked, topics)


def _by_clause(sentence: str, asked: Sequence[Asked], topics: Topics) -> Apart:
    if _PARTS.search(sentence) is None or not _NAMES_ANY.search(sentence):
        return {}
    found: dict[int, Position] = {}
    signs = [match["sign"].casefold() for match in _PARTS.finditer(sentence)]
    clauses = _PARTS.split(sentence)[::2]
    for clause, sign in zip(clauses, ("", *signs), strict=True):
        position = position_of(clause) or next(
            (position for position, shape in _ELLIPSES if sign and shape.match(clause)), None
        )
        named = tuple(named_in_clause(clause, asked, topics, {**found}))
        if position is None or (sign and not named):
            return {}
        found.update((each, position) for each in named)
    if len({*found.values()}) == 1:
        return {}
    return {n: Stance(each, None, sentence[:LONGEST_QUOTE], TOLD) for n, each in found.items()}


def _all_but_some(sentence: str, asked: Sequence[Asked], topics: Topics) -> Apart:
    """Return what a sentence says of all but some: of these the other position, or none.

    One that is left out by its number or place is refused where the others are agreed to; of one
    that is named by what it is about, no more is taken than what the sentence goes on to say of it.
    """
    parts = parted_by_exception(sentence)
    if parts is None:
        return {}
    of_all, what, of_it = parts
    if _OF_CLAUSE.search(of_all) or not (names_all(of_all) or _OF_EVERYTHING.search(of_all)):
        return {}
    quote = sentence[:LONGEST_QUOTE]
    said = stance_in([of_all])
    pointed = tuple(pointed_at(what, asked))
    left_out = pointed or tuple(about(THEME.sub("", what), topics))
    if said.position is None or not left_out:
        return {}
    other = stance_in([of_it])
    if other.is_empty and pointed and said.confidence >= TOLD:
        is_refused = said.position is Position.DISAGREES
        position = Position.AGREES if is_refused else Position.DISAGREES
        other = replace(said, position=position, progress=None)
    return {n: replace(other if n in left_out else said, quote=quote) for n in range(len(asked))}


def leaves_out(sentence: str) -> bool:
    """Tell whether a sentence says something of all but some."""
    return parted_by_exception(sentence) is not None

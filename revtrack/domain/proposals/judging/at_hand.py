"""What a passage says of the question at hand: the step that an answer is or comes to."""

import re

from revtrack.domain.proposals.judging.answer_words import (
    ANSWER_IS,
    ANSWERED,
    FULFILLED,
    LABELLED,
    OF_MEASURE,
    VERBS,
    YES_NO,
)
from revtrack.domain.proposals.judging.grading import Graded, graded, graded_cell
from revtrack.domain.proposals.judging.overall_steps import OF_MAIN
from revtrack.domain.proposals.judging.places import IS_RESULT
from revtrack.domain.proposals.judging.step_words import IS_STEP, STEP_FIRST, STEP_PARAGRAPH
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences

_BY_VERB = re.compile(r"\s*(?:är|bedöms|anses|går|kan|uppfylls)\b", re.IGNORECASE)
_WELL = re.compile(
    r"\b(?:uppfyll|säkerställ|ändamålsenlig|tillfredsställ|tillräcklig|god(?:a|tt?)?\b|nå(?:s|dd|tt)\b)",
    re.IGNORECASE,
)
"""What an answer that begins with its verb says where all is well: "är uppfylld"."""
_ONLY_STEP = 4
"""So many words an answer has at most that stands alone in a paragraph."""


def step_of(said: str) -> Graded | None:
    """Return the step that an answer begins with, in full or by its verb."""
    for shape, word in YES_NO:
        said = shape.sub(word, said)
    bare = VERBS.sub("", next(sentences(said), said).strip())
    bare = re.sub(r"^(delvis|huvudsakligen) (?:ja|nej)\b", r"\1", bare)
    found = graded_cell(bare)
    if found is not None:
        return found
    by_verb = graded(bare) if _BY_VERB.match(said) else None
    return by_verb if by_verb and (by_verb.words or _WELL.search(said)) else None


def at_hand(passage: Passage) -> str:
    """Return what a passage says of the question at hand; "" where it says nothing of it."""
    if passage.text.endswith("?"):
        return ""
    labelled = LABELLED.match(passage.text)
    if labelled is not None:
        return "" if OF_MEASURE.match(labelled["said"]) else labelled["said"]
    is_under = STEP_FIRST.match(passage.text) and IS_RESULT.search(passage.heading)
    if is_under or STEP_PARAGRAPH.match(passage.text):
        return passage.text
    bare = passage.text.strip(" .")
    if len(bare.split()) <= _ONLY_STEP and IS_STEP.match(bare) and not passage.text.endswith(":"):
        return bare
    return _at_hand_within(passage)


def _at_hand_within(passage: Passage) -> str:
    """Return what a passage says of the question at hand after it has told of other things."""
    for sentence in sentences(passage.text):
        if OF_MAIN.search(sentence):
            continue
        labelled = LABELLED.match(sentence)
        if labelled is not None and IS_STEP.match(labelled["said"]):
            return passage.text[passage.text.find(labelled["said"]) :]
        plain = ANSWER_IS.match(sentence)
        if plain is not None:
            return plain["said"]
        answered = ANSWERED.search(sentence)
        if answered is not None:
            return answered["led"] or answered["said"]
        match = FULFILLED.search(sentence)
        if match is not None and not sentence.endswith("?"):
            return sentence[match.end() :]
    return ""

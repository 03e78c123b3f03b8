"""A sentence, cell or answer that judges one of the questions, and words that tell one."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from revtrack.domain.codes import Grade
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.judging.clauses import (
    clause_of,
    said_of,
    subject_of,
    without_lead,
    without_subject,
)
from revtrack.domain.proposals.judging.grading import graded
from revtrack.domain.proposals.judging.question_labels import without_mark
from revtrack.domain.proposals.judging.questions import SHORTEST_ASKED, Asked
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.likeness import content_stems, likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Place

_WHO = re.compile(
    r"\b(?:\w+-(?: och| samt|,) )*\w*(?:nämnd|styrelse)(?:en|erna|er|n|rna)?s?\b"
    r"|\b(?:kommun|region|stad|bolag)(?:en|et|ens|ets|s)?\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[RF]?(?P<number>\d{1,2})$", re.IGNORECASE)
_LETTERS = "abcdefghijklmnop"
_LETTER = re.compile(rf"\(?(?P<letter>[{_LETTERS}])\)\s", re.IGNORECASE)
_BEGINNING = 7
"""So many signs two words begin with alike that are one, as "samverkar" and "samverkan"."""
_LONGER = 4
"""By so many signs: "avfallsplan" is not "avfallshantering"."""
_PARTED = AnyCase(
    r"\b(?P<verb>följ|ställ)(?:[ts]|er|as|de|des|a)?\s(?P<between>(?:[\w-]+,?\s){0,4}?)"
    r"(?P<particle>upp|samman)\b",
)
"""A verb whose particle stands apart: "följs vården upp" is "uppföljning"."""
ENOUGH, PLENTY = 0.45, 0.62
"""Which share of a question's words must stand in a sentence that judges, and in another."""
NEXT_BEST = 0.85
"""A question that fits so well as against the best is judged by the same sentence."""


@dataclass(frozen=True)
class Judged:
    """A sentence, cell or answer that judges."""

    question: int
    grade: Grade
    phrase: str
    place: Place
    section: str | None
    committees: tuple[Committee, ...]
    score: float
    is_summary: bool = False
    run: int = 0
    is_finding: bool = False
    """Whether it only tells how things are, and no word in it says that it judges."""
    said: str = ""
    """The clause whose words give the grade; "" where a step was said in so many words."""


def judged(
    sentence: str, number: int, score: float, passage: Passage, addressees: Addressees
) -> Judged:
    """Return a sentence as judging a question."""
    clause = without_lead(sentence)
    said = said_of(sentence)
    return Judged(
        number,
        graded(said).grade,
        clause_of(without_subject(clause, addressees)),
        passage.place,
        passage.section,
        subject_of(sentence, addressees),
        score,
        run=passage.run,
        said=said,
    )


@lru_cache(maxsize=10_000)
def topic_of(text: str) -> frozenset[str]:
    """Return the stems of what a text is about, without the words for who is examined."""
    joined = _PARTED.sub(r"\g<particle>\g<verb>ning \g<between>", text)
    return content_stems(_WHO.sub(" ", joined))


def weights_of(stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells one question from the others."""
    counts = Counter(stem for each in stems for stem in each)
    return {stem: 1.0 / count for stem, count in counts.items()}


def fits_of(
    sentence: str, stems: Sequence[frozenset[str]], weights: dict[str, float]
) -> list[float]:
    """Return which share of each question's words, by their weight, stands in a sentence."""
    there = topic_of(sentence)
    begins = {stem[:_BEGINNING]: stem for stem in there if len(stem) >= _BEGINNING}
    fits = []
    for each in stems:
        shared = [stem for stem in each if stem in there or _is_akin(stem, begins)]
        whole = sum(weights[stem] for stem in each) if shared else 0.0
        fits.append(sum(weights[stem] for stem in shared) / whole if whole else 0.0)
    return fits


def _is_akin(stem: str, begins: Mapping[str, str]) -> bool:
    """Tell whether a text has a word of the same beginning, that is no other compound of it."""
    other = begins.get(stem[:_BEGINNING])
    if other is None:
        return False
    shorter, longer = sorted((stem, other), key=len)
    return len(longer) - len(shorter) <= _LONGER or longer.startswith(shorter[:-1])


def typed_number(passage: Passage, count: int) -> int | None:
    """Return the place of the question whose number or letter an item bears; None for none."""
    if not passage.is_item:
        return None
    letter = _LETTER.match(passage.place.quote)
    marker = _FIGURE.match(passage.marker or "")
    place = _LETTERS.index(letter["letter"].casefold()) if letter else -1
    place = int(marker["number"]) - 1 if marker else place
    return place if 0 <= place < count else None


def question_of(text: str, number: str | None, questions: Sequence[Asked]) -> int | None:
    """Return which question a text is, by its words or its number; None for none."""
    said = without_mark(split_number(text)[1])
    near = [(likeness(said, each.text), -place) for place, each in enumerate(questions)]
    best = max(near, default=(0.0, 0))
    if best[0] >= NEXT_BEST - 0.15:
        return -best[1]
    shortened = [place for place, each in enumerate(questions) if _shortens(said, each.text)]
    if len(shortened) == 1:
        return shortened[0]
    is_brief = len(said.split()) < SHORTEST_ASKED and not said.endswith("?")
    if number and number.isdigit() and 0 < int(number) <= len(questions) and is_brief:
        return int(number) - 1
    return None


def _shortens(said: str, question: str) -> bool:
    """Tell whether a question asks another in fewer words: "Finns ett register?"."""
    words, asked = said.split(), question.split()
    if not said.endswith("?") or len(words) < SEVERAL or len(words) > len(asked):
        return False
    topic, whole = topic_of(said), topic_of(question)
    shared = len(topic & whole) / len(topic) if topic else 0.0
    return words[0].casefold() == asked[0].casefold() and shared >= ENOUGH


def are_in_turn(names: Sequence[str], questions: Sequence[Asked]) -> bool:
    """Tell whether brief names stand in the questions' order, by words they share."""
    topics = [topic_of(each.text) for each in questions]
    weights, shared = weights_of(topics), 0
    for place, name in enumerate(names):
        fits = fits_of(name, topics, weights)
        if fits[place]:
            shared += 1
        elif any(fits):
            return False
    return shared * 2 >= len(names)

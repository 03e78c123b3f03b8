"""What ties a sentence of a reply to recommendations: their wording, number, place or words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.proposals.answering.named_places import about, pointed_at
from revtrack.domain.proposals.answering.pointers import OWN_WILL, Asked, named_in, restates
from revtrack.domain.proposals.answering.reply_words import AGREES_THAT, CONCERNING, OF_WHICH, VERB
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.restating.prose_demands import ONLY_BODY
from revtrack.domain.proposals.restating.prose_told import tells_only, told_in
from revtrack.domain.proposals.said.stances import position_in, progress_in
from revtrack.domain.texts.numerals import ORDINALS

_LONGEST_THEME = 4
"""In words, of what stands before the verb of a sentence that begins with what it is about."""

_TOGETHER = re.compile(
    r"^(?:(?:också|även|både) )?(?P<one>(?:[\w-]+ ){1,5}?)(?:och|samt) (?P<other>(?:[\w-]+ ){1,5}?)"
    r"(?:\w{2,}s|är|har|kommer|ska|kan|sker|går|hör|ingår|\w{2,}(?:ar|er))\s(?!och\b|samt\b)",
    re.IGNORECASE,
)
"""How a sentence begins that has two things for its subject."""
_OF_THEMES = re.compile(
    r"\b(?:rekommendationerna|punkterna|synpunkterna|förslagen|råden) (?:om|kring|gällande|avseende"
    r"|rörande|beträffande|som (?:gäller|avser|rör|handlar om)) (?!att\b)(?P<what>[^.;:]{3,120})",
    re.IGNORECASE,
)
"""How a sentence names several by what they are about: "rekommendationerna om larm och lås"."""
_BEGINS_BY_PLACE = re.compile(
    rf"^(?:svar (?:på|till) )?(?:(?:den|det) )?(?:(?:{'|'.join(ORDINALS)}|sista) )?"
    r"(?:rekommendation|punkt|synpunkt|rådet|förslaget)",
    re.IGNORECASE,
)
"""How a sentence begins that names one by its number or its place."""


@dataclass(frozen=True)
class Ties:
    """The recommendations of a reply, as its sentences may name them."""

    asked: Sequence[Asked]
    topics: Topics
    restated: set[int]
    """Those that the reply gives, by their words; added to as sentences are read."""

    def told(self, sentence: str) -> tuple[int, ...]:
        """Return which a sentence gives in full, or names by number or place."""
        given = self.given(sentence)
        if given:
            return given
        sentence = self._turned_to(sentence) or sentence
        one = named_in(sentence, self.asked)
        if one is not None:
            return (one,)
        several = tuple(dict.fromkeys((*pointed_at(sentence, self.asked), *self._themes(sentence))))
        return several if len(several) > 1 else self._together(sentence)

    def _themes(self, sentence: str) -> tuple[int, ...]:
        """Return those that a sentence names by what they are about, one of several."""
        match = _OF_THEMES.search(sentence)
        return tuple(about(match["what"], self.topics)) if match else ()

    def _together(self, sentence: str) -> tuple[int, ...]:
        """Return those that a sentence begins with as one subject: "Planen och registret tas …"."""
        match = _TOGETHER.match(sentence)
        if match is None or len(self.asked) < len(match.groups()):
            return ()
        found = [self.topics.of_label(match[name]) for name in ("one", "other")]
        told = tuple(sorted({each for each in found if each is not None}))
        return told if len(told) == len(found) else ()

    def _turned_to(self, sentence: str) -> str | None:
        """Return the words by which a sentence turns to one, where they tell it by themselves."""
        turns = CONCERNING.match(sentence)
        front = VERB.split(sentence[turns.end() :])[0] if turns else ""
        return front if turns and self.topics.of_label(front) is not None else None

    def turn(self, sentence: str) -> int | None:
        """Return which one a sentence turns to in so many words: by place, number or subject."""
        turns = CONCERNING.match(sentence)
        if turns is None:
            return named_in(sentence, self.asked) if _BEGINS_BY_PLACE.match(sentence) else None
        front = VERB.split(sentence[turns.end() :])[0]
        named = named_in(front, self.asked)
        return self.topics.of_label(front) if named is None else named

    def told_alone(self, sentence: str) -> int | None:
        """Return the only one that a sentence gives or names; None for none or several."""
        told = self.told(sentence)
        return told[0] if len(told) == 1 else None

    def of(self, sentence: str, *, is_told: bool) -> int | None:
        """Return the one that a sentence names or is about; None for none or several."""
        told = self.told(sentence)
        return self.told_alone(sentence) if told else self.about(sentence, is_told=is_told)

    def about(self, sentence: str, *, is_told: bool, is_first: bool = False) -> int | None:
        """Return which one a sentence is about by its words; sure ones, where one was named.

        At the beginning of a paragraph the words before its verb tell it before all others.
        """
        front = VERB.split(sentence)[0]
        if concerning := CONCERNING.match(sentence):
            return self.topics.of_label(VERB.split(sentence[concerning.end() :])[0])
        is_measure = progress_in(sentence) is not None or OF_WHICH.search(sentence) is not None
        is_measure = is_measure or AGREES_THAT.search(sentence) is not None
        whole = self.topics.of_sentence(sentence, is_measure=is_measure and not is_told)
        is_theme = is_first and not is_told and _may_be_theme(front, sentence)
        theme = self.topics.of_label(front, is_begun=True) if is_theme else None
        return whole if theme is None else theme

    def given(self, sentence: str) -> tuple[int, ...]:
        """Return which recommendations a sentence gives in full."""
        said = " ".join(sentence.casefold().split())
        given = [
            place
            for place, each in enumerate(self.asked)
            if any(one.casefold().strip(" .") in said for one in each.texts)
        ]
        if not given:
            given = [
                place
                for text in told_in(sentence)
                if (place := restates(text, self.asked)) is not None
            ]
        self.restated.update(given)
        return tuple(dict.fromkeys(given))

    def gives_alone(self, sentence: str) -> int | None:
        """Return the only one that a sentence gives in full; None for none or several."""
        given = self.given(sentence)
        return given[0] if len(given) == 1 else None

    def gives_other(self, text: str, given: int) -> bool:
        """Tell whether a text goes on to give another recommendation."""
        low = " ".join(text.casefold().split())
        others = (each.texts for place, each in enumerate(self.asked) if place != given)
        return any(one.casefold().strip(" .") in low for texts in others for one in texts)

    def tells_only(self, sentence: str) -> bool:
        """Tell whether a sentence only says what was recommended: one thing, or several."""
        is_several = len(self.given(sentence)) > 1 and OWN_WILL.search(sentence) is None
        return tells_only(sentence) or (is_several and position_in(sentence) is None)


def _may_be_theme(front: str, sentence: str) -> bool:
    """Tell whether the words before a sentence's verb may say what it is about, and not who."""
    is_short = front != sentence and len(front.split()) <= _LONGEST_THEME
    return is_short and ONLY_BODY.fullmatch(front.strip()) is None

"""The way through a reply, line by line, with what the text at hand is under and speaks of."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from revtrack.domain.proposals.answering.gathered import Gathered
from revtrack.domain.proposals.answering.in_turn import Part, Turn, said_before, with_opening
from revtrack.domain.proposals.answering.joint_answers import (
    joint_in,
    labelled_together,
    shared_out,
)
from revtrack.domain.proposals.answering.measures_listed import measures_in
from revtrack.domain.proposals.answering.named_places import names_rest
from revtrack.domain.proposals.answering.pointers import (
    NUMBER,
    Asked,
    given_first,
    named_in,
    numbered_row,
    place_of_letter,
    restates,
)
from revtrack.domain.proposals.answering.reply_words import (
    CLOSES,
    CONCERNING,
    FILLS_IN,
    OF_RECOMMENDATIONS,
    OF_SEVERAL,
    POINTS_BACK,
    SAYS_ANSWER,
    SOON,
)
from revtrack.domain.proposals.answering.sections import SHORT_LABEL, is_listed
from revtrack.domain.proposals.answering.spoken import Spoken
from revtrack.domain.proposals.answering.ties import Ties
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.restating.fielded import FIELD_OF_ANSWER, FIELD_OF_ASKED
from revtrack.domain.proposals.restating.reply_lines import is_answer_label
from revtrack.domain.proposals.said.positions import tells_of_auditors
from revtrack.domain.proposals.said.stances import position_in, progress_in, stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Place


@dataclass
class Walk:
    """The way through a reply, with what the text at hand is under."""

    spoken: Sequence[Spoken]
    asked: Sequence[Asked]
    topics: Topics
    found: Gathered
    ties: Ties = field(init=False)
    current: int | None = None
    turns: list[Turn] = field(default_factory=list)
    """The paragraphs so far, each with the recommendation that it is about."""
    joint: tuple[int, ...] = ()
    """Those that the text at hand answers together."""
    leads: list[tuple[int | None, str]] = field(default_factory=list)
    """What each paragraph begins by speaking of, and so not at the end of another's paragraph."""

    def __post_init__(self) -> None:
        """Tie sentences to what is asked."""
        self.ties = Ties(self.asked, self.topics, self.found.given)

    def lead(self, spoken: Iterable[Spoken]) -> None:
        """Take note of which recommendations paragraphs begin by speaking of."""
        for each in spoken:
            if not (each.is_background or each.is_heading or each.cells):
                said = (self.ties.of(one, is_told=False) for one in sentences(each.text))
                self.leads.append((next((n for n in said if n is not None), None), each.text))

    def turn_to(self, number: int | None) -> None:
        """Take what follows as speaking of this one alone, or of none."""
        self.current, self.joint = number, ()

    def turn_to_all(self, numbers: tuple[int, ...]) -> None:
        """Take what follows as speaking of these together."""
        self.current, self.joint = None, numbers

    def row(self, row: Spoken) -> None:
        """Take a row of a table: one of its cells gives a recommendation, the others answer it.

        In a form they are answered by the rows below.
        """
        if self._is_field(row):
            return
        self.turn_to(None)
        for cell in row.cells:
            number = restates(cell, self.asked)
            if number is not None:
                self.found.given.add(number)
                rest = (each.rstrip(".") for each in row.cells if each != cell)
                self.found.add(number, ". ".join(rest), row.place)
                return
        number = numbered_row(row.cells, self.asked)
        if number is not None:
            self.found.add(number, ". ".join(row.cells[1:]), row.place)

    def _is_field(self, row: Spoken) -> bool:
        """Take a field of a form: what is asked in it, or what answers what was asked above."""
        if len(row.cells) != len("ab"):
            return False
        label, said = row.cells
        asked = restates(said, self.asked) if FIELD_OF_ASKED.match(label) else None
        if asked is not None:
            self.found.given.add(asked)
            self.turn_to(asked)
        elif self.current is not None and (label in self._asking or FIELD_OF_ANSWER.match(label)):
            text = f"{label}: {said}" if FILLS_IN.match(f"{label}: {said}") else said
            self.found.add(self.current, text, row.place)
        else:
            return False
        return True

    @cached_property
    def _asking(self) -> frozenset[str]:
        """What a form asks of each recommendation, and of none alone, in the first of two cells."""
        labels = [each.cells[0] for each in self.spoken if len(each.cells) == len("ab")]
        asked = Counter(label for label in labels if label.endswith("?"))
        is_form = any(map(FIELD_OF_ANSWER.match, labels)) or len(self.asked) == 1
        return frozenset(each for each, count in asked.items() if is_form or count > 1)

    def restated(self, restated: Sequence[int | None], place: int) -> None:
        """Take a line that gives a recommendation: its answer follows, unless another is beside."""
        self.turn_to(None if is_listed(self.spoken, restated, place) else restated[place])

    def text(self, each: Spoken) -> None:
        """Take a heading or a paragraph; of the background only what it says of all."""
        if each.is_background:
            if not each.is_heading:
                self.found.general.append((each.text, each.place))
            return
        if self._takes_joint(each):
            return
        numbered = NUMBER.match(each.text)
        if numbered is not None and self._takes_number(numbered, each):
            return
        if each.is_heading or is_answer_label(each.text):
            is_label = is_answer_label(each.text)
            self.current = self.current if is_label else None
            return
        if self.current == len(self.asked) - 1 and CLOSES.match(each.text):
            self.current = None
        if self._fills_in(each):
            return
        text = SAYS_ANSWER.sub("", each.text)
        labelled = self._label(text)
        if labelled is not None:
            number, rest = labelled
            self.found.add(number, rest, each.place)
            self.turns.append((number, text, each.place))
            self.current = number if not rest else None
        elif self.current is not None and not self._gives_next(text):
            self.found.add(self.current, text, each.place)
            self.turns.append((self.current, text, each.place))
        else:
            self._free(text, each.place)

    def _fills_in(self, each: Spoken) -> bool:
        """Take a field of a form as going on with the measure above it."""
        own = self.found.own.get(self.current, []) if self.current is not None else []
        if not own or FILLS_IN.match(each.text) is None:
            return False
        said, place = own[-1]
        own[-1] = (f"{said.rstrip('.')}. {each.text}", place)
        return True

    def _takes_joint(self, each: Spoken) -> bool:
        """Take a line that names several together, or what stands under it."""
        joint, rest = joint_in(each.text, self.asked)
        joint, rest = (joint, rest) if joint else labelled_together(rest, self.asked, self._rest())
        if joint or each.is_heading or NUMBER.match(rest) or self._names_others(rest):
            self.joint = joint
        if each.is_heading or not self.joint:
            return False
        for number, said in shared_out(rest, self.joint, self.topics):
            self.found.add(number, said, each.place)
        return True

    def _rest(self, besides: Iterable[int] = ()) -> tuple[int, ...]:
        """Return those of which nothing is said so far."""
        return tuple(sorted({*range(len(self.asked))} - {*self.found.own} - {*besides}))

    def _names_others(self, text: str) -> bool:
        """Tell whether a text below what several are answered by begins by naming another."""
        told = self.ties.told(next(sentences(text), "")) if self.joint else ()
        return bool(told) and not {*told} & {*self.joint}

    def _takes_number(self, match: re.Match[str], each: Spoken) -> bool:
        if match["letter"]:
            place = place_of_letter(match["letter"])
            if place < len(self.asked):
                self.found.add(place, match["rest"], each.place)
                self.current = place
            return place < len(self.asked)
        said = (match["number"] or match["own"]).upper().lstrip("RF")
        for place, one in enumerate(self.asked):
            if one.number.upper().lstrip("RF") == said:
                self.found.add(place, match["rest"] or match["after"] or "", each.place)
                self.current = place
                return True
        return False

    def _label(self, text: str) -> tuple[int, str] | None:
        """Return what the few words before a text say that it is about, and the text after them."""
        first = given_first(text, self.asked)
        if first is not None:
            self.found.given.add(first[0])
            return first
        for sign in (":", ".", " – ", " - "):
            label, stop, rest = text.partition(sign)
            if not stop or not label:
                continue
            given = restates(label, self.asked)
            if given is not None and self.ties.gives_other(rest, given):
                return None
            if given is not None:
                self.found.given.add(given)
                return given, rest.strip()
            is_short = len(label.split()) <= SHORT_LABEL and label[:1].isupper()
            is_short = is_short and not tells_of_auditors(label)
            if is_short and position_in(label) is None and progress_in(label) is None:
                number = self.topics.of_label(label)
                is_told = number is not None and not self.ties.gives_other(rest, number)
                if number is not None and is_told and (rest or sign == ":"):
                    return number, rest.strip()
        return None

    def _gives_next(self, text: str) -> bool:
        """Tell whether a text that stands under a recommendation begins by giving another."""
        first = next(sentences(text), "")
        told = self.ties.told(first)
        if len(told) > 1 and OF_SEVERAL.search(first) and position_in(first) is not None:
            return True
        if names_rest(first) or len(told) > 1:
            return self.current not in told
        given = self.ties.gives_alone(first)
        if given is None:
            given = named_in(first[:SOON], self.asked)
        if given is None and CONCERNING.match(first):
            given = self.ties.about(first, is_told=False)
        return given is not None and given != self.current

    def _free(self, text: str, place: Place) -> None:
        """Take a paragraph by its sentences: each goes with what it, or the one before, names."""
        parts = with_opening(list(self._parts(text)), is_first=not self.turns)
        whole = " ".join(one for _, said in parts for one in said)
        parts = said_before(parts, self.ties)
        first = next((numbers for numbers, _ in parts if numbers), ())
        self.turns.append((first[0] if len(first) == 1 else None, whole, place))
        self.current = self._left_open(parts)
        for numbers, said in parts:
            of_all = filter(_agrees_with_all, said) if numbers else [" ".join(said)]
            self.found.general.extend((each, place) for each in of_all)
            for number in numbers:
                self.found.add(number, " ".join(said), place)

    def _parts(self, text: str) -> list[Part]:
        """Return the sentences of a paragraph, those together that are about the same."""
        parts: list[Part] = []
        is_told = False
        for sentence in sentences(text):
            told = self.ties.told(sentence)
            if not told and names_rest(sentence):
                told = self._rest(n for numbers, _ in parts for n in numbers)
            is_told = is_told or len(told) == 1
            several = () if told else measures_in(sentence, self.topics, len(self.asked))
            others = {n for n, lead in self.leads if not lead.endswith(text)}
            several = () if {n for n, _ in several[1:]} & others else several
            if several:
                parts.extend(((each,), [said]) for each, said in several)
                continue
            held = parts[-1][0] if parts else ()
            is_only_told = self.ties.tells_only(sentence)
            numbers = self._tied(sentence, told, held, is_told=is_told)
            numbers = () if is_only_told and len(numbers) > 1 else numbers
            said = [] if is_only_told else [sentence]
            if parts and held == numbers:
                parts[-1][1].extend(said)
            else:
                parts.append((numbers, said))
        return parts

    def _tied(
        self, sentence: str, told: tuple[int, ...], held: tuple[int, ...], *, is_told: bool
    ) -> tuple[int, ...]:
        """Return which a sentence is about; those held, that the one before is about, or none."""
        about = None if told else self.ties.about(sentence, is_told=is_told, is_first=not held)
        is_other = about is not None and about not in held and not CONCERNING.match(sentence)
        if not told and held and is_other and about in dict(self.leads):
            return held
        if about is not None:
            return (about,)
        if told:
            return told
        is_new = OF_SEVERAL.search(sentence) and position_in(sentence) is not None
        return () if is_new else held

    def _left_open(self, parts: Sequence[Part]) -> int | None:
        """Return which recommendation a paragraph ends by giving, answered in those below it."""
        numbers, said = parts[-1] if parts else ((), [""])
        number = numbers[0] if len(numbers) == 1 else None
        is_open = not said or (number is not None and self.ties.gives_alone(said[-1]) == number)
        is_open = is_open and not (said and POINTS_BACK.match(said[-1]))
        return number if is_open and stance_in(said).is_empty else None


def _agrees_with_all(sentence: str) -> bool:
    """Tell whether a sentence states a position on the recommendations, whatever else it says."""
    return OF_RECOMMENDATIONS.search(sentence) is not None and position_in(sentence) is not None

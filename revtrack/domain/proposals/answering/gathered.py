"""The texts of a reply by the recommendation that they speak of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from revtrack.domain.codes import Position
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.reply_words import PROCEDURE
from revtrack.domain.proposals.answering.told_apart import told_apart
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.said.positions import NO_POSITION
from revtrack.domain.proposals.said.stances import Stance, position_in, stance_in
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import Place

_AGREES = frozenset((Position.AGREES, Position.AGREES_PARTLY))


@dataclass
class Gathered:
    """The texts that speak of each recommendation, and those that speak of all."""

    own: dict[int, list[tuple[str, Place]]] = field(default_factory=dict)
    general: list[tuple[str, Place]] = field(default_factory=list)
    given: set[int] = field(default_factory=set)
    """Those that the reply gives, by their words."""
    apart: dict[int, tuple[Stance, Place]] = field(default_factory=dict)
    """What a sentence says of several, but not the same of each; nothing of one left out."""
    taken: set[int] = field(default_factory=set)
    """Those of which only what stands among the answer to another is said."""
    below: dict[int, tuple[str, Place]] = field(default_factory=dict)
    """What one line alone says below a list of several, of which nothing else is said."""

    def add(self, number: int, text: str, place: Place) -> None:
        """Take a text as speaking of a recommendation."""
        if text.strip():
            self.own.setdefault(number, []).append((text.strip(), place))

    def take_back(self, number: int, owner: int, text: str, place: Place) -> None:
        """Take sentences as speaking of this one, and not of the one that they were taken for.

        The other keeps them where nothing else answers it.
        """
        rest = [(said.replace(text, " "), at) for said, at in self.own.get(owner, ())]
        rest = [(" ".join(said.split()), at) for said, at in rest if said.strip()]
        if not stance_in(said for said, _ in rest).is_empty:
            self.own[owner] = rest
        self.add(number, text, place)
        self.taken.add(number)

    def add_to_unanswered(self, said: Iterable[tuple[int, str, Place]], count: int) -> None:
        """Take all texts that speak of those recommendations of which nothing is said so far."""
        left = self.unanswered(count)
        for number, text, place in said:
            if number in left:
                self.add(number, text, place)

    def give_way(self, said: Iterable[tuple[int, str, Place]]) -> None:
        """Leave out what only shows a position where a decision states one of the same."""
        stated = {number for number, text, _ in said if _states(text)}
        for number in stated & {*self.own}:
            if not any(_states(text) for text, _ in self.own[number]):
                del self.own[number]

    def tell_apart(
        self, text: str, place: Place, asked: Sequence[Asked], topics: Topics
    ) -> tuple[str, ...]:
        """Take what a text says of several, but not the same of each; return its sentences."""
        told = [(one, told_apart(one, asked, topics)) for one in sentences(text)]
        for _, apart in told:
            for number, stance in apart.items():
                self.apart.setdefault(number, (stance, place))
        return tuple(sentence for sentence, apart in told if apart)

    def take_alone(self, count: int) -> None:
        """Take what is said of all as said of the only recommendation that the reply gives."""
        alone = 0 if count == 1 else next(iter(self.given)) if len(self.given) == 1 else None
        if alone is not None and self._is_unanswered(alone):
            for text, where in self.general:
                if PROCEDURE.search(text) is None:
                    self.add(alone, text, where)

    def unanswered(self, count: int) -> list[int]:
        """Return the recommendations, of so many, of which nothing is said so far."""
        return [number for number in range(count) if self._is_unanswered(number)]

    def add_to_agreed(self, orders: Iterable[tuple[int, str, Place]]) -> None:
        """Take the orders about what is agreed with, where nothing is told of what is done."""
        for number, text, place in orders:
            if self._only_agrees(number):
                self.add(number, text, place)

    def _only_agrees(self, number: int) -> bool:
        stance = stance_in(text for text, _ in self.own.get(number, ()))
        return stance.position in _AGREES and stance.progress is None

    def _is_unanswered(self, number: int) -> bool:
        return stance_in(text for text, _ in self.own.get(number, ())).is_empty


def _states(text: str) -> bool:
    """Tell whether a text states in words what is thought of a recommendation."""
    return any(position_in(each) not in NO_POSITION for each in sentences(text))

"""The texts of a reply by the recommendation that they speak of."""

from dataclasses import dataclass, field

from revtrack.domain.codes import Position
from revtrack.domain.proposals.answering.reply_words import PROCEDURE
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.texts.paper import Place


@dataclass
class Gathered:
    """The texts that speak of each recommendation, and those that speak of all."""

    own: dict[int, list[tuple[str, Place]]] = field(default_factory=dict)
    general: list[tuple[str, Place]] = field(default_factory=list)
    given: set[int] = field(default_factory=set)
    """Those that the reply gives, by their words."""
    apart: dict[int, tuple[Position, str, Place]] = field(default_factory=dict)
    """What a sentence says of several, but not the same of each, with its words."""

    def add(self, number: int, text: str, place: Place) -> None:
        """Take a text as speaking of a recommendation."""
        if text.strip():
            self.own.setdefault(number, []).append((text.strip(), place))

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

    def _is_unanswered(self, number: int) -> bool:
        return stance_in(text for text, _ in self.own.get(number, ())).is_empty

"""What a committee's reply leaves unsaid, by the numbers of the recommendations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from revtrack.documents.briefs.held import Held
from revtrack.domain.codes import Position, Progress

_NO_MORE = frozenset({Progress.DONE, Progress.WILL_NOT})
_AGREEING = frozenset({Position.AGREES, Position.AGREES_PARTLY})


def is_unread(held: Held) -> bool:
    """Tell whether nobody has read out what the reply says of it."""
    return held.line.response is not None and held.line.position is None


def is_unanswered(held: Held) -> bool:
    """Tell whether a person has found that the reply says nothing of it."""
    return held.line.position is Position.NOT_ADDRESSED


def is_unclear(held: Held) -> bool:
    """Tell whether the reply takes no clear position on it."""
    return held.line.position in {Position.UNCLEAR, Position.NOTED}


def is_refused(held: Held) -> bool:
    """Tell whether the committee disagrees, or says that nothing will be done."""
    line = held.line
    return line.position is Position.DISAGREES or (
        line.progress is Progress.WILL_NOT and line.position is not None
    )


def is_without_action(held: Held) -> bool:
    """Tell whether the committee agrees, and says nothing of what it does."""
    line = held.line
    return line.position in _AGREEING and not line.actions and line.progress is None


def is_without_day(held: Held) -> bool:
    """Tell whether what the committee intends to do has no day."""
    line = held.line
    is_agreed = line.position in _AGREEING and line.progress not in _NO_MORE
    has_word = bool(line.actions) or line.progress is not None
    has_day = bool(line.addressee.due) or any(each.due or each.recurring for each in line.actions)
    return is_agreed and has_word and not has_day


@dataclass(frozen=True)
class Gaps:
    """What the reply of one committee on one audit leaves unsaid."""

    held: tuple[Held, ...]

    def _those(self, fits: Callable[[Held], bool]) -> tuple[Held, ...]:
        return tuple(each for each in self.held if fits(each))

    @property
    def unread(self) -> tuple[Held, ...]:
        """Not read out."""
        return self._those(is_unread)

    @property
    def unanswered(self) -> tuple[Held, ...]:
        """Not spoken of."""
        return self._those(is_unanswered)

    @property
    def unclear(self) -> tuple[Held, ...]:
        """Without a clear position."""
        return self._those(is_unclear)

    @property
    def refused(self) -> tuple[Held, ...]:
        """Disagreed with, or nothing will be done."""
        return self._those(is_refused)

    @property
    def without_action(self) -> tuple[Held, ...]:
        """Agreed with, without an action."""
        return self._those(is_without_action)

    @property
    def without_day(self) -> tuple[Held, ...]:
        """With an action that has no day."""
        return self._those(is_without_day)


def gaps(held: Iterable[Held]) -> Gaps:
    """Return what a reply leaves unsaid of what is still open."""
    return Gaps(tuple(each for each in held if each.is_open))

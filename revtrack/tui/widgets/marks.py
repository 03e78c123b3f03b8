"""Rows that somebody has marked to change them together, known by their keys, not their places."""

from collections.abc import Hashable, Iterable, Sequence


class Marks:
    """The marked rows of a list; they stay marked while a filter hides them."""

    def __init__(self) -> None:
        """Begin with no row marked."""
        self._keys: dict[Hashable, None] = {}
        self._anchor: Hashable | None = None
        self._before: frozenset[Hashable] = frozenset()

    def __contains__(self, key: Hashable) -> bool:
        """Tell whether a row is marked."""
        return key in self._keys

    def __len__(self) -> int:
        """Count the marked rows, shown or not."""
        return len(self._keys)

    def among(self, shown: Iterable[Hashable]) -> tuple[Hashable, ...]:
        """Return those of the rows shown that are marked, in their order."""
        return tuple(key for key in shown if key in self._keys)

    def others(self, shown: Iterable[Hashable]) -> tuple[Hashable, ...]:
        """Return the marked rows that are not among those shown."""
        there = set(shown) if self._keys else set()
        return tuple(key for key in self._keys if key not in there)

    def turn(self, key: Hashable) -> None:
        """Mark a row, or take its mark away."""
        self._anchor = None
        if key in self._keys:
            del self._keys[key]
        else:
            self._keys[key] = None

    def turn_all(self, shown: Sequence[Hashable]) -> None:
        """Mark all rows that are shown; where they are marked already, take their marks away."""
        self._anchor = None
        is_to_be_marked = any(key not in self._keys for key in shown)
        for key in shown:
            if is_to_be_marked:
                self._keys[key] = None
            else:
                del self._keys[key]

    def extend(self, shown: Sequence[Hashable], start: int, end: int) -> None:
        """Mark from the row where the extending began to the one at ``end``, step by step.

        A step back gives the row that is left the mark, or none, that it had before.
        """
        if self._anchor is None or self._anchor not in shown:
            self._anchor, self._before = shown[start], frozenset(self._keys)
        place = shown.index(self._anchor)
        chosen = shown[min(place, end) : max(place, end) + 1]
        kept = [key for key in self._keys if key in self._before]
        self._keys = dict.fromkeys([*kept, *chosen])

    def stop_extending(self) -> None:
        """Let the next extending begin anew where the cursor stands."""
        self._anchor = None

    def keep(self, known: Iterable[Hashable]) -> None:
        """Forget the rows that are no longer there."""
        there = set(known)
        self._keys = {key: None for key in self._keys if key in there}

    def clear(self) -> None:
        """Take all marks away."""
        self._keys.clear()
        self._anchor = None

"""A clause with its verb, and what stands before a verb that is still to come."""

from dataclasses import dataclass

AFAR = -99
"""A place before all words: nothing stands there."""


@dataclass(frozen=True)
class Clause:
    """A verb and the words of its clause."""

    tense: str
    """done (har gjorts), made (är gjord), past, now, to_be, might, told (har sagts)."""
    verb: str
    text: str
    opener: str
    """What a clause within another tells: which, when, if, why, what, that, held, purpose."""
    is_denied: bool
    by: str
    """The word beside the verb that tells its tense: "har", "kommer"."""
    topic: str
    """What the verb tells of: the words before it, or next behind it where none stand there."""


@dataclass(frozen=True)
class Beside:
    """What stands before a verb: the word that tells its tense, what opened the clause, "inte"."""

    kind: str = ""
    word: str = ""
    at: int = AFAR
    opener: str = ""
    is_denied: bool = False

"""Whether a paper is the one that was meant: of this audit, and this committee's copy."""

from collections.abc import Sequence

from revtrack.domain.comparison import deviation as told
from revtrack.domain.comparison.deviation import Deviation, deviation
from revtrack.domain.comparison.expected import Wanted
from revtrack.domain.comparison.letter_parts import resembles_title, states_title
from revtrack.domain.comparison.matching import Matches
from revtrack.domain.comparison.paper_reading import PaperReading
from revtrack.domain.records import Committee
from revtrack.domain.texts.likeness import SAME_MATTER

LITTLE = 0.25
"""A paper with no more than this share of the recommendations is hardly the one that was meant."""


def not_meant(
    reading: PaperReading,
    matches: Matches,
    wanted: Sequence[Wanted],
    titles: Sequence[str],
    scope: Committee | None,
) -> Deviation | None:
    """Return how a paper is another than was meant; then all else in it differs for that reason.

    Too little of it, and neither the audit's title, is there, or it is written to another
    committee than it is to be the copy for. None where it may be the one. ``wanted`` are all of
    the register's where this committee is given none.
    """
    there = [each.wanted.known_as for each in matches.found if each.likeness >= SAME_MATTER]
    numbers = list(dict.fromkeys(there))
    if not wanted and not resembles_title(reading, titles):
        return deviation(told.OTHER_PAPER, told.HAS_TITLE_OF_OTHER_PAPER, expected=titles[0])
    if wanted and len(numbers) <= LITTLE * len(wanted) and not states_title(reading, titles):
        return deviation(
            told.OTHER_PAPER,
            told.IS_OTHER_PAPER,
            expected=titles[0],
            found=", ".join(numbers) or None,
            values={"expected": titles[0], "matched": len(numbers), "count": len(wanted)},
        )
    own = reading.only_recipient
    if scope is None or own is None or own == scope:
        return None
    return deviation(
        told.WRONG_RECIPIENT,
        told.IS_ANOTHER_COPY,
        committee=scope,
        place=reading.to[1] if reading.to else None,
        expected=scope.name,
        found=own.name,
    )

"""What fixed words and short cells tell of how far a measure has come."""

import re
from collections.abc import Collection, Iterator

from revtrack.domain.codes import Progress
from revtrack.domain.proposals.measure_words import (
    AHEAD,
    ALSO_ORDERED,
    BY_OTHERS,
    CLAUSES,
    DECIDES,
    DONE,
    DRAFTED,
    DUE,
    GROUP,
    HABIT,
    HAS_TO_BE,
    INTO_PLAN,
    IS_AIM,
    LACKS,
    MEANS,
    MENDED,
    NOT_STARTED,
    NOW,
    ORDERED,
    ORDERS,
    PERFECT,
    PLANNED,
    PRESENT,
    SINCE_GOING_ON,
    SOME,
    UNDER_WAY,
    WILL_NOT,
    YET,
)

_STATUS: tuple[tuple[Progress, re.Pattern[str]], ...] = tuple(
    (
        progress,
        re.compile(rf"^(?:status|läge|åtgärd)?\W*(?:{shape})\W*(?:\s.{{0,25}})?$", re.IGNORECASE),
    )
    for progress, shape in (
        (Progress.NOT_STARTED, r"(?:ej|inte|ännu inte) (?:påbörja\w*|startat|startad)|väntar"),
        (
            Progress.WILL_NOT,
            r"inga? åtgärd\w*|genomförs (?:ej|inte)|(?:ej|inte) aktuellt?|avvisas|avslås",
        ),
        (
            Progress.UNDER_WAY,
            r"pågå\w*|påbörja\w*|under arbete|delvis (?:genomför|klar|inför)\w*|startad",
        ),
        (
            Progress.DONE,
            r"klart?|genomför[dt]|åtgärda[dt]|färdigt?|avsluta[dt]|utför[dt]|inför[dt]|slutför[dt]",
        ),
        (Progress.PLANNED, r"plan(?:erad|erat|eras|eras till)|kommande|inplanera[dt]"),
    )
)
SHORT = 5
"""In words, of what may be a cell that tells how far a measure has come."""


def told_first(sentence: str) -> Progress | None:
    """Return what a cell or a refusal tells, whatever else is said; None where it tells none."""
    if YET.search(sentence) and NOT_STARTED.search(sentence):
        return Progress.NOT_STARTED
    if DUE.match(sentence):
        return Progress.PLANNED
    if len(sentence.split()) <= SHORT:
        for progress, shape in _STATUS:
            if shape.match(sentence.strip(" .")):
                return progress
    if WILL_NOT.search(sentence):
        return Progress.WILL_NOT
    return Progress.NOT_STARTED if NOT_STARTED.search(sentence) else None


def told_together(found: Collection[Progress], sentence: str) -> Progress | None:
    """Return which of the signs found in a sentence tells how far the measure has come."""
    lacks = LACKS.search(sentence) is not None and MENDED.search(sentence) is None
    is_others = lacks or BY_OTHERS.search(sentence) is not None
    if is_others and not {Progress.PLANNED, Progress.UNDER_WAY} & set(found):
        return None
    if Progress.UNDER_WAY in found and not lacks:
        return Progress.UNDER_WAY
    is_means = MEANS.search(sentence) is not None or ALSO_ORDERED.search(sentence) is not None
    if HAS_TO_BE.search(sentence):
        return Progress.PLANNED
    if is_means or INTO_PLAN.search(sentence) or (found and ORDERS.search(sentence)):
        return Progress.PLANNED
    is_draft = DRAFTED.search(sentence) is not None and DECIDES.search(sentence) is not None
    if Progress.DONE in found and not is_others:
        is_both = is_draft and Progress.PLANNED in found
        is_some = SOME.search(sentence) is not None
        return Progress.UNDER_WAY if is_both or is_some else Progress.DONE
    return Progress.PLANNED if Progress.PLANNED in found else None


def told_by_words(sentence: str) -> Iterator[Progress]:
    """Give what fixed words tell."""
    if UNDER_WAY.search(sentence) or GROUP.search(sentence):
        yield Progress.UNDER_WAY
    done = DONE.search(sentence)
    if done and not SINCE_GOING_ON.search(sentence):
        is_ahead = IS_AIM.search(sentence[: done.start()]) is not None
        yield Progress.PLANNED if is_ahead else Progress.DONE
    if PLANNED.search(sentence):
        yield Progress.PLANNED
    clauses = CLAUSES.split(sentence)
    if any(NOW.search(each) and not PERFECT.search(each) for each in clauses):
        yield Progress.DONE if HABIT.search(sentence) else Progress.UNDER_WAY
    elif ORDERED.search(sentence) or (PRESENT.search(sentence) and AHEAD.search(sentence)):
        yield Progress.PLANNED

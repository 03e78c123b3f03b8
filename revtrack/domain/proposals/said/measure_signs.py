"""What fixed words and short cells tell of how far a measure has come."""

import re
from collections.abc import Collection, Iterator

from revtrack.domain.codes import Progress
from revtrack.domain.proposals.said.measure_refusals import NOT_STARTED, WILL_NOT, YET
from revtrack.domain.proposals.said.measure_steps import (
    AIM,
    FIRST_STEP,
    FOLLOW_UP,
    IN_PAST,
    IN_PRESENT,
    PARTS,
    THEN,
)
from revtrack.domain.proposals.said.measure_words import (
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
    NOW,
    NOW_STATES,
    ORDERED,
    ORDERS,
    PERFECT,
    PLANNED,
    PRESENT,
    SINCE_GOING_ON,
    SOME,
    UNDER_WAY,
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
            (
                r"klart?|genomför[dt]|åtgärda[dt]|färdigt?|avsluta[dt]|utför[dt]|inför[dt]"
                r"|slutför[dt]"
            ),
        ),
        (Progress.PLANNED, r"plan(?:erad|erat|eras|eras till)|kommande|inplanera[dt]"),
    )
)
_BEGUN_BUT = re.compile(
    r"^[^,.]{0,80}(?<!inte )(?<!ej )\b(?:påbörja[dt]|inle(?:tt|tts|dd|dda)|startat|startad"
    r"|tagits fram|skriven"
    r"|klar[ta]?)\b,? (?:men|fast|dock)\b[^.]{0,60}\b(?:inte|ej)\b",
    re.IGNORECASE,
)
"""A clause of what is begun, before one of what is not."""
SHORT = 5
"""In words, of what may be a cell that tells how far a measure has come."""


def told_first(sentence: str) -> Progress | None:
    """Return what a cell or a refusal tells, whatever else is said; None where it tells none."""
    if _BEGUN_BUT.search(sentence):
        return Progress.UNDER_WAY
    if YET.search(sentence) and NOT_STARTED.search(sentence):
        return Progress.NOT_STARTED
    if DUE.match(sentence):
        return Progress.PLANNED
    if WILL_NOT.search(sentence):
        return Progress.WILL_NOT
    if len(sentence.split()) <= SHORT:
        for progress, shape in _STATUS:
            if shape.match(sentence.strip(" .")):
                return progress
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
    if HAS_TO_BE.search(sentence) or (found and AIM.search(sentence)):
        return Progress.PLANNED
    if is_means or INTO_PLAN.search(sentence) or (found and ORDERS.search(sentence)):
        return Progress.PLANNED
    is_draft = DRAFTED.search(sentence) is not None and DECIDES.search(sentence) is not None
    if Progress.DONE in found and not is_others:
        is_both = is_draft and Progress.PLANNED in found
        is_some = SOME.search(sentence) is not None
        is_step = _goes_on(sentence) or FIRST_STEP.search(sentence) is not None
        return Progress.UNDER_WAY if is_both or is_some or is_step else Progress.DONE
    return Progress.PLANNED if Progress.PLANNED in found else None


def _goes_on(sentence: str) -> bool:
    """Tell whether a sentence tells of a done step and then of what is still to follow."""
    if THEN.search(sentence):
        return True
    later = PARTS.split(sentence)[1:]
    return any(
        AHEAD.search(each)
        and IN_PRESENT.search(each)
        and not (FOLLOW_UP.search(each) or PERFECT.search(each) or IN_PAST.search(each))
        for each in later
    )


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
    if NOW_STATES.search(sentence):
        yield Progress.DONE
    elif any(NOW.search(each) and not PERFECT.search(each) for each in clauses):
        yield Progress.DONE if HABIT.search(sentence) else Progress.UNDER_WAY
    elif ORDERED.search(sentence) or (PRESENT.search(sentence) and AHEAD.search(sentence)):
        yield Progress.PLANNED

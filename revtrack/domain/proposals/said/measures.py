"""How far a committee says that it has come: done, being done, to be done, not to be done.

The signs of all that an answer says are weighed together; a sentence by which it concludes that
all is done, or a cell that says that nothing is begun, decides. A refusal promises nothing, and
what is met already is done.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from revtrack.domain.codes import Position, Progress
from revtrack.domain.proposals.said.measure_course import AHEAD, STAGE_OF, STAGED
from revtrack.domain.proposals.said.measure_signs import signs_of
from revtrack.domain.proposals.said.measure_weights import UNTOLD, sums_of
from revtrack.domain.proposals.said.positions import position_of

_DECIDES = {"concludes": Progress.DONE, "line_not_begun": Progress.NOT_STARTED}
"""Signs that tell it whatever else is said."""
_WORK = frozenset(sign for sign, stage in STAGE_OF.items() if stage in {"step", "lasting"}) | {
    "goes_on",
    "partly_done",
    "rest_left",
}
"""Signs of work, beside which a task is no longer only given."""
_OF_STATE = frozenset(("told", "which_told", "figure", "of_others", "lacks", "might", "long_past"))
"""Signs of how things are, which alone tell of no measure."""
_PLAN_DATED = frozenset(("plan_shall", "plan_dated", "plan_ahead"))
"""Signs of what is to be at some time, which in partial agreement is the part that is promised."""
_AT_WORK = frozenset(("goes_on", "begun", "lasts_now", "others_left"))
"""Signs of work that has begun, whatever else is to be."""
_ASKED_AHEAD = frozenset(("asked_plan", "asked_follow"))
"""Signs that what is to be is the very thing that was asked for."""
_PROMISED = frozenset(sign for sign, stage in STAGE_OF.items() if stage in AHEAD)
_COME_TO = frozenset(
    sign for sign, stage in STAGE_OF.items() if stage in {"done", "so_now", "step", "lasting"}
) | {"goes_on", "partly_done"}
"""Signs of what has come some way, beside which what is not begun is only a part."""
_STATUS = {
    "line_goes_on": Progress.UNDER_WAY,
    "line_done": Progress.DONE,
    "since_long": Progress.DONE,
}
"""Signs that tell it where nothing else is told."""
_OF_OTHERS = frozenset(("by_others", "lacks"))
"""Signs of what no answer tells of its measure."""
_BARE = frozenset(
    (
        *("makes", "acts", "acts_passive", "takes_time", "takes_time_passive", "stands", "lacks"),
        *(
            "as_asked",
            "might",
            "becomes",
            "habit",
            "stands_habit",
            "once",
            "gradual",
            "partly_done",
        ),
        *("in_place", "now_denied", "stands_by_now", "line_dated", "line_made", STAGED),
        *("of_others", "figure", "norm", "long_past"),
    )
)
"""Signs of presents, which tell what is done in an answer, and what is asked for elsewhere."""
_OF_COURSE = ("asked_", "only_", "position_", "which_")
_REFUSES = frozenset(("keeps", "will_not", "line_refused", "as_before"))
"""Signs that tell of a refusal that nothing will be done."""
_SURE = 4
"""By so much the signs of a text must weigh more for a progress than for none, where it states no
position and is not known to be an answer."""


@lru_cache(maxsize=4_096)
def progress_of(sentence: str) -> Progress | None:
    """Return what a sentence by itself surely says of a measure; None where it says nothing."""
    return progress_told((sentence,), position_of(sentence))


def progress_told(
    said: Sequence[str],
    position: Position | None,
    asked: str | None = None,
    day: date | None = None,
) -> Progress | None:
    """Return how far a measure has come by what the sentences of an answer say together.

    ``asked`` is what was recommended, where the text is known to answer it.
    """
    if position is Position.ALREADY_MET:
        return Progress.DONE
    signs = signs_of(said, position, asked or "", day)
    sums = sums_of(signs)
    if position is Position.DISAGREES:
        is_refused = sums[Progress.WILL_NOT] > max(sums[UNTOLD], sums[Progress.PLANNED])
        is_refused = is_refused or bool(signs & _REFUSES)
        return Progress.WILL_NOT if is_refused else None
    is_told = STAGED in signs
    deciding = _DECIDES if is_told else _DECIDES | _STATUS
    if all(each.startswith("position_") for each in signs):
        return None
    is_left = "not_yet" in signs or not signs & _PROMISED
    if "not_begun" in signs and is_left and not signs & _COME_TO:
        return Progress.NOT_STARTED
    decided = next((each for sign, each in deciding.items() if sign in signs), None)
    most = max(sums, key=lambda kind: (sums[kind], kind != UNTOLD))
    is_answer = position not in {None, Position.NOTED}
    is_answer = is_answer or (asked is not None and position is None)
    is_others = signs & _OF_OTHERS and most in {Progress.DONE, Progress.UNDER_WAY}
    is_bare = all(each in _BARE or each.startswith(_OF_COURSE) for each in signs)
    if not is_answer and (is_bare or is_others or sums[most] < sums[UNTOLD] + _SURE):
        most = UNTOLD
    if most is Progress.UNDER_WAY and "ordered" in signs and not signs & _WORK:
        most = Progress.PLANNED
    is_part = (
        position is Position.AGREES_PARTLY and bool(signs & _PLAN_DATED) and "by_now" not in signs
    )
    if is_part and most not in {Progress.PLANNED, Progress.UNDER_WAY}:
        most = Progress.PLANNED
    if not is_told and all(each in _OF_STATE or each.startswith("position_") for each in signs):
        most = UNTOLD
    if most is Progress.PLANNED and signs & _AT_WORK and not signs & _ASKED_AHEAD:
        most = Progress.UNDER_WAY
    return decided or (None if most == UNTOLD else Progress(most))


@lru_cache(maxsize=4_096)
def weight_in(sentence: str, progress: Progress) -> int:
    """Return how much a sentence by itself speaks for a progress, against saying nothing of it."""
    sums = sums_of(signs_of((sentence,), None))
    return sums[progress] - sums[UNTOLD]

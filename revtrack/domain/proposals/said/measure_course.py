"""The stages that an answer tells of, and what their order shows.

What is done with some is a part; a plan behind a step goes on with it, one behind what is done
mostly follows it up.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

_STAGES = {
    "done": ("done", "made", "past", "ended_done", "ended_made", "ended_past"),
    "so_now": (
        *("since_active", "since_passive", "since_habit", "since_long", "stands_since", "by_now"),
        *("stands_by_now", "stood", "habit", "stands_habit"),
    ),
    "step": ("step", "step_past", "begun", "stands_step"),
    "lasting": (
        "lasts",
        "takes_time",
        "takes_time_passive",
        "lasts_now",
        "rest_to_do",
        "since_lasting",
    ),
    "plan": (
        "plan",
        "plan_should",
        "plan_shall",
        "plan_might",
        "plan_ahead",
        "begins",
        "plan_dated",
        "makes",
        "becomes",
        "stands_ahead",
        "put_in_plan",
        "ordered",
        "decided_to",
    ),
    "follow": ("follow", "follow_should", "follow_shall", "follow_ahead"),
}
STAGE_OF = {sign: stage for stage, signs in _STAGES.items() for sign in signs}
"""The stage of each sign of a clause that tells one."""
STAGED = "staged"
"""The sign of an answer that tells of any stage."""
PART = "part"
"""The stage of what is done with some and not yet with all."""
AHEAD = frozenset(("plan", "follow"))
"""The stages of what is to be."""


def signs_of_course(course: Sequence[str]) -> Iterator[str]:
    """Give what the order of the stages tells: what is first and last, and follows what is done."""
    if not course:
        return
    yield STAGED
    told = set(course)
    behind = {each: len(course) - 1 - course[::-1].index(each) for each in told}
    for before in told - AHEAD:
        for after in told & AHEAD:
            if course.index(before) < behind[after]:
                yield f"{before}_then_{after}"
    yield from _signs_of_work(course, told, behind)
    if told == {"plan"}:
        yield "only_plan"


def _signs_of_work(
    course: Sequence[str], told: Collection[str], behind: Mapping[str, int]
) -> Iterator[str]:
    """Give what the place of work among the stages tells: before what is done, or behind it."""
    if {"plan", "done"} <= set(told) and course.index("plan") < behind["done"]:
        yield "plan_then_done"
    work = {"step", "lasting"} & set(told)
    if "done" in told and work and course.index("done") < max(behind[each] for each in work):
        yield "done_then_work"
    if work and course[0] in work and "done" not in told:
        yield "work_first"
    if work and course[-1] == "done":
        yield "work_then_done"
    if "done" in told and not {"plan", "step", "lasting"} & set(told):
        yield "only_done"

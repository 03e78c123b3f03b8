"""What each sign of an answer weighs for how far a measure has come, and what the signs sum up to.

The weights were found by trying them on the answers of the known papers and on answers written
for the tests, some papers left out until the end, then rounded: a sign that says little weighs
nothing. To change one, change it here and run ``python -m benchmarks.reading``. The signs are
explained in ``measure_signs``.
"""

from collections.abc import Collection

from revtrack.domain.codes import Progress

UNTOLD = ""
"""Stands for that nothing is told of a measure."""
KINDS = (
    *(UNTOLD, Progress.PLANNED, Progress.UNDER_WAY, Progress.DONE, Progress.NOT_STARTED),
    Progress.WILL_NOT,
)
_TABLE = """
                             untold    planned  under_way       done  not_begun   will_not
any                            13          .         -4         -2         -6         -2
position_agrees                -5          2          3          3          2         -5
position_agrees_partly          2          2          .         -1          .         -3
position_disagrees              6         -6         -4         -5          .          9
position_none                  -5          2          1          3         -2          .
position_noted                  1          1          .         -1          .         -1
position_unclear                2         -1          .          .          .          .
acts                            .         -1          2         -2          .          1
acts_passive                   -2          1          2          1         -1         -1
ahead                          -3          4          1         -1         -1          .
asked_done                     -1          .          .          2          .         -1
asked_follow                   -1          3         -1         -1          .          1
asked_lasting                  -1          .          1          .          .          .
asked_plan                      1          3         -2         -1          .         -1
asked_so_now                    1         -2          .          2         -1         -1
asked_stands                    .         -2         -1          2          .          2
asked_step                      1          1         -2          .          .          .
at_present                     -3         -2          4          1          .          .
becomes                         1          1         -1         -1          1          .
begins                          .          1          1         -1          .          .
begun                          -2         -4          7         -2          1          .
begun_denied                   -1         -2         -1         -1          6          .
by_now                          3          .         -4          2          .          .
by_others                       2         -2         -2          2          .          .
by_whom                        -2          .          1          1          .          .
coming_plan                    -1          4         -1         -1          .          .
decided_to                      .          2          .         -2          .          .
decides_to                     -2          3         -1          .          .          .
done                            .         -1          1          .          .          .
done_denied                    -1          1         -2         -1          2          .
due                            -3          3          1         -1          .          .
ended_done                     -2         -1          .          2          .          .
ended_made                     -1         -2          2          2          .          .
ended_past                     -2         -1         -2          5          .          .
figure                          1         -3          4         -1          .         -1
follow                         -3          7         -5         -2          .          3
follow_ahead                   -1          4         -2         -1          .          .
follow_shall                   -1          6         -1         -4          .          .
follow_should                  -1          2         -1         -1          .          .
goes_on                         .         -3          9         -4          .         -1
got_and_starts                  .         -1          4         -3          .          .
gradual                        -1         -1          5         -2          .         -1
habit                          -1          2         -4          4          .         -1
in_place                       -2         -1          2          4          .         -2
keeps                          -4         -1         -1          .          .          6
lacks                           2          1         -2          .          .          .
lasts                          -1          1          5         -4         -1          .
lasts_now                      -1          1          5         -4          .          .
leaves                         -4         -1          2          .          .          4
made                            1         -2          .          2          .         -1
made_denied                    -2          2          2         -3          .          .
makes                           3          1         -2         -2          .          .
might                           3          2         -3         -3          1          1
norm                            .          1         -1         -1          .          .
not_begun                      -7         -2         -1         -4         14          .
now_denied                      1         -2         -2         -2          1          4
of_others                       2         -2          1          .          .          .
old                             1         -3          1          2          .          .
old_past                       -4         -1         -1          6          1          .
once                           -3          2         -1          1          .          .
ordered                        -1          1          1         -1          .          .
orders                         -1          1          1         -1          .          .
past                            3         -2         -1          2         -1          .
plan                           -3          4          .         -2          .          1
plan_ahead                     -1          .          2         -1          .          .
plan_dated                     -3          3          2         -1          .         -1
plan_shall                     -2          5          .         -2          .          .
plan_should                     1          3         -2         -1          .          .
put_in_plan                     2         -1          .          .          .          .
rest_done                       .          2         -1         -1          .          .
rest_left                      -2          1          6         -2         -2          .
rest_to_do                     -1          2          .         -1          .          .
since_active                   -1         -2          1          3          .          .
since_habit                    -1         -2          .          3          .          .
since_lasting                  -1         -3          5         -1          .          .
since_long                      .         -1         -1          3          .          .
since_passive                  -1         -2         -1          4          .          .
so_far                         -2         -1          4          .          .          .
staged                         -8          1          6          5         -1         -2
stands                          .         -1          1          .          .          .
stands_ahead                    1         -1         -1          1          .          .
stands_by_now                   .          .         -4          3          .          .
stands_habit                    3         -1         -1         -1          .          .
stands_since                   -2         -2         -1          5          .          .
stands_step                    -1          2          1         -1          .          .
stands_today                   -3          .          1          2          .         -1
step                            .         -4          5         -1          1         -1
step_past                       2         -4          1          2          .          .
stood                           1         -1         -2          2          .          .
takes_time                      .          1          1         -2          .          .
takes_time_passive              .          1          3         -3          .          .
then_like                       .          1          .          .          .          .
then_other                     -2          2          2         -1          .         -1
then_same                      -1          .          2         -1          .          .
to_be_denied                   -3          2         -1         -2          .          5
today                          -2          1          .          1         -2          2
told                           -1          .          1          .          1          .
will_not                       -4         -3         -1         -3          .         12
which_acts                      2          .         -2         -1          .          1
which_acts_passive              .         -1          .          2          .          .
which_begins                    .          1          .          .          .          .
which_begun                     .         -2          3         -1          .          .
which_dated_past               -1         -1         -1          3          .          .
which_done                      1         -1          1         -1          .          .
which_habit                    -3          .          .          3          .          .
which_lasts                    -1         -1          2         -1          .          .
which_lasts_now                 .          .          2         -1          .          .
which_made                     -4         -1          2          3          .          .
which_makes                     .          .          2         -1          .          .
which_might                     .          .         -2          2          .          .
which_now_denied                1          .          .          .          .          .
which_old                       1         -1          1         -1          .          .
which_past                      1         -1         -2          2          .          .
which_plan                     -3          3          1         -1          .          .
which_plan_ahead               -2          .          3          .          .          .
which_plan_dated               -1          2         -1          .          .          .
which_plan_shall               -1          .          2         -1          .          .
which_stands                    2          .          .          1          .         -2
which_today                     .         -3          1          2          .          .
which_told                     -2          .          .          2          .          .
partly_done                     1         -1          5         -4          .         -1
partly_done_stage               .         -2          .          2          .          .
partly_follow_stage            -2          2          .          .          .          .
partly_lasting_stage            .         -2          .          2          .          .
partly_plan                    -2          1          1          .          .          .
partly_plan_ahead               1          1          .         -1          .          .
partly_plan_stage               2         -2         -1          1          .          .
partly_so_now_stage             3          .         -1         -1          .          .
partly_step_stage              -1          1          .          .          .          .
line_dated                     -4          5          2         -1          .         -1
line_done                       .          .          .          1          .          .
line_made                      -4         -2          2          5          .          .
line_planned                   -2          3          .         -1          .          .
done_then_follow                .         -2          1          1          .          .
done_then_plan                 -1          .         -1          2          .         -1
lasting_then_plan               .         -1          2         -1          .          .
only_done                       1         -5         -1          5          .          .
only_plan                       1          7         -3         -4          .         -1
part_then_plan                  .          3         -2          .          .          .
plan_then_done                  .         -2          2          1          .          .
so_now_then_plan               -1          4          1         -4          .          .
step_then_plan                  .          .          2         -1          .          .
"""
WEIGHTS = {
    name: tuple(0 if each == "." else int(each) for each in row)
    for name, *row in map(str.split, _TABLE.strip().split("\n")[1:])
}
"""Of each sign, in the order of ``KINDS``."""


def sums_of(shown: Collection[str]) -> dict[str, int]:
    """Return what the signs weigh together for each kind of progress."""
    none = (0,) * len(KINDS)
    rows = [WEIGHTS["any"], *(WEIGHTS.get(name, none) for name in shown)]
    return dict(zip(KINDS, map(sum, zip(*rows, strict=True)), strict=True))

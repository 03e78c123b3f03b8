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
any                            15         -1         -4         -2         -5         -3
position_agrees                -6          2          3          4          2         -5
position_agrees_partly          4          3          .         -2          1         -6
position_disagrees              6         -8         -4         -6          .         11
position_none                  -5          2          1          4         -3          1
position_noted                  1          1          .          .          .         -1
position_unclear                2         -1          .          .          .          .
acts                            1          .          2         -4         -1          2
acts_passive                   -2          1          .          2          .          .
ahead                          -4          4          1         -1         -1          .
as_asked                       -1          .          .          1          .         -1
at_present                     -1         -5          5          1          .          .
becomes                        -1          2         -3         -1          1          1
begins                         -1          1          1         -1          .          .
begun                          -1         -3          5          1          .          .
begun_denied                   -1         -3         -1         -1          5          .
by_now                          3          .         -2          .          .         -1
by_others                       2          .         -3          1          .          .
decided_to                      1          .         -1          .          .          .
decides_to                     -1          4         -1         -1          1         -1
done                           -1         -1          3          .          .          .
done_denied                     .          .         -1         -1          2         -1
due                            -3          5          1         -3          .          .
ended_done                     -3         -1          .          3          1          .
ended_made                     -2         -1          3          1          .          .
ended_past                     -3         -1         -1          5          .          .
follow                         -3          4         -1         -3          .          3
follow_ahead                   -1          .         -1          4          .         -1
follow_shall                   -2          3          1         -1          .          .
follow_should                   1          .          .         -1          .          .
goes_on                        -2         -4          8         -2          .          .
got_and_starts                  .         -1          5         -4          .          .
gradual                         .         -4          5          .          .         -1
habit                          -1          2         -1          1          .         -1
in_place                       -4         -2          3          6         -1         -2
keeps                          -4         -1         -1          .          .          6
lacks                           2          1         -3         -1          .          1
lasts                          -2          .          2         -1          .          1
lasts_now                       .         -1          3         -1          .          .
leaves                         -4         -2          1          .          .          5
made                           -1         -2          2          2         -1         -1
made_denied                     .          .          4         -4          .          .
makes                           2         -1         -2          2          .         -1
might                           3          2         -4         -1          1         -1
not_begun                      -8         -1         -1         -4         15          .
now_denied                      1          2         -2         -4          .          3
old                            -1         -1          1          2          .          .
old_past                       -5         -1         -1          8          .          .
once                           -1          3         -3          1          .         -1
ordered                        -1          1          1         -1          .          .
orders                         -1          1          1         -1          .          .
past                            3         -1         -3          3         -1         -1
plan                           -3          2          1          .         -1          1
plan_ahead                     -1          .          4         -2          .          .
plan_dated                     -6          2          5          1          .         -1
plan_shall                     -3          6         -1         -3          .          1
plan_should                     4          1         -3         -1          .         -1
rest_done                       .         -1          1          .          .          .
rest_left                      -1          2          3         -1         -1         -1
rest_to_do                      .          2         -1          .          .          .
since_active                   -1         -2          5         -1          .          .
since_habit                    -2         -2          2          2          .          .
since_lasting                  -1         -3          2          3          .          .
since_long                     -1          .          .          1          .          .
since_passive                  -1          .         -1          2          .          .
so_far                         -1          .          2         -1          .          .
stands                          1         -1          .          .          .          .
stands_ahead                    1         -2         -1          3          .         -1
stands_by_now                   .          2         -2          .          .          1
stands_habit                    2          2         -1         -3          .          .
stands_since                   -3         -2          3          2          .          .
stands_step                    -2          7         -2         -2          .          .
stands_today                   -4          1          4         -1          .         -1
step                            .         -2          3         -1          1         -1
step_past                      -1         -5          1          5          .          .
stood                          -1          2          2         -3          .          .
takes_time                      .          2         -2          1          .         -1
takes_time_passive             -1          1          1          .          .         -1
to_be_denied                   -3         -1         -1         -2          .          7
today                          -2          2         -1          1         -1          1
told                           -1          1          2         -1          .         -1
told_denied                    -1         -2         -1          3          .          .
told_done                       1         -3          .          2          .          .
told_done_follow                .          2          .         -1          .          .
told_done_lasting               .         -2          5         -2          .          .
told_done_lasting_plan          .          1          2         -3          .          .
told_done_lasting_step          .          .          1          .          .          .
told_done_plan                 -1          1          1          .          .         -1
told_done_plan_so_now           .          1          1         -2          .          .
told_done_plan_step            -1          .         -1          2          .          .
told_done_so_now                .         -1          2         -1          .          .
told_done_step                  .          .         -2          3          .          .
told_follow                    -1          .         -1          .          .          2
told_follow_plan               -2          3         -1         -1          .          .
told_follow_so_now             -1          2          .         -1          .          .
told_lasting                   -2          1          2          .          .         -1
told_lasting_part               .         -1          1          .          .          .
told_lasting_plan              -1          .          2         -1          .          .
told_lasting_plan_step          .         -1          1          .          .          .
told_lasting_so_now             .         -2          .          3          .          .
told_lasting_step               .         -1          1          .          .          .
told_part                       .          .          3         -2          .          .
told_part_plan                  .         -1          1          .          .          .
told_part_plan_so_now           .          1         -2          1          .          .
told_part_step                  1          .         -1          .          .          .
told_plan                      -1          3         -2          .          .          .
told_plan_so_now               -1          4         -3          1          .          .
told_plan_step                 -1          .          2         -1          .          .
told_so_now                     .         -3          .          4          .         -1
told_so_now_step               -1          .         -1          2          .          .
told_step                      -2          .          2          .          1         -1
will_not                       -5         -4         -2         -3          .         14
which_acts                      3         -1         -2          .          .          1
which_acts_passive              .         -1          .          3          .         -1
which_by_now                    .          1          .         -1          .          .
which_done                     -1         -6          1          5          1          .
which_ended_done                .          3         -3          .          .          .
which_ended_past                .          .         -1          1          .          .
which_habit                    -1          1          .          .          .          .
which_lasts                    -1         -1          6         -3          .         -1
which_made                     -5         -1          2          5          .          .
which_makes                    -3          .          .          4          .          .
which_might                     1          .         -5          3          1          .
which_now_denied                2         -2          .          .          .          .
which_old                       1         -1          2         -1          .          .
which_past                      .         -1         -1          2          .          .
which_plan                     -5          5          2         -1          .          .
which_plan_ahead               -4          .          .          5          .          .
which_plan_dated               -1          4         -1         -2          .          .
which_plan_shall               -1          .          2         -1          .          .
which_stands                    3          .         -2          1          .         -2
which_stands_by_now             1          .          .          .          .          .
which_today                     .         -4          1          3          .          .
partly_done                    -1         -1          9         -3         -2         -2
partly_done_stage              -1          1         -1          1          .          .
partly_lasting_stage           -1          .          1          .          .          .
partly_plan                    -2          2          .          .          .          .
partly_plan_stage               2         -3          .          1          .          .
partly_so_now_stage             3          1          .         -4          .          .
partly_step_stage              -2          3         -1          .          .          .
line_dated                     -5          9          1         -3          .         -1
line_made                      -6         -2          1          7          .         -1
line_planned                   -2          3          .         -1          .          .
first_done                     -4         -1          .          5          .         -1
first_follow                   -2          3         -1         -1          .          1
first_lasting                  -3          .          5         -1         -1         -1
first_part                     -1          1          1          .          .         -1
first_plan                     -1          4         -2         -1          .          .
first_so_now                   -4         -1          3          3         -1         -1
first_step                     -4         -1          5          .          .         -1
last_done                      -3          1          3          .          .          .
last_follow                    -4          4         -1          .         -1          1
last_lasting                   -4          2          5         -1         -1         -2
last_part                       .         -1          1          1          .          .
last_plan                      -4          2          3         -1         -1         -1
last_so_now                    -1         -2         -1          6         -1         -1
last_step                      -3         -2          3          3          1         -1
done_then_follow                .         -1          .          2          .          .
lasting_then_plan              -1         -2          3          .          .          .
only_done                      -1         -2          .          3          .         -1
only_plan                      -1          3         -2          .          .          .
part_then_plan                 -1          3         -4          1          .          .
plan_then_done                  1         -2          2         -1          .          .
so_now_then_follow             -1          2          .         -1          .          .
so_now_then_plan               -2          4         -2         -1          .          .
step_then_plan                 -1          .          2         -1          .          .
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

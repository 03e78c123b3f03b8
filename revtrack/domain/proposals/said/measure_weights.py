"""What each sign of an answer weighs for how far a measure has come, and what the signs sum up to.

The weights were found by trying them on the answers of the known papers and on answers written
for the tests, some papers left out until the end, then rounded: a sign that says little weighs
nothing. To change one, change it here and run ``python -m benchmarks.reading``. The signs are
explained in ``measure_signs`` and ``clause_signs``.
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
any                            12          .         -3          1         -7         -4
position_agrees                -6          3          3          1          5         -6
position_agrees_partly          4          3          1         -1         -1         -4
position_disagrees              6         -4         -9         -3         -1         10
position_none                  -3          2          .          2         -3          1
position_noted                 -1         -3          4          3         -1         -2
position_unclear                3         -1          .         -1          .          .
acts                            2         -1          1         -3         -1          3
acts_passive                   -3          2          1          .         -1          1
ahead                          -2          5          1          1         -3         -2
all_of                         -2         -2         -1          6          .         -1
as_before                      -3         -1         -2         -4          .         10
asked_done                     -1         -1          1          1          1         -2
asked_follow                    .          4         -2         -2          .          .
asked_lasting                  -1          2          2         -2          .          .
asked_plan                      1          3         -2          1         -1         -1
asked_so_now                    1          2          .          2         -2         -3
asked_stands                   -2         -1         -1          2         -1          3
asked_step                      1          6         -3         -2         -1          .
at_once                        -1         -1         -2          4          .          .
at_present                     -5          .          3          4         -1          .
awaited                        -1          3         -2          .          .          .
becomes                        -1          3          .         -1          .         -1
begins                         -1          2          .         -1          .          .
begun                          -3         -2          8         -1          .         -1
begun_denied                   -4         -2         -1         -1          8          .
by_now                          .         -1         -5          6          .          .
by_others                       4         -3         -3          2          .          1
called_off                     -7         -2         -2         -4         15          .
by_whom                        -6          .          3          1         -1          .
coming_follow                  -1          4         -2          .          .         -1
coming_plan                     1          4         -2         -2          .         -1
decided_to                     -2          4          .         -2          .          .
decides_to                      1          3         -3         -1          .         -1
done                           -2          .          4          .         -1         -3
done_denied                     1          .         -3          .          2          .
due                            -4          5          2         -2          .          .
ended_done                     -5          1          2          4         -1          .
ended_made                     -3         -3          4          3         -1          .
ended_past                     -3         -3          3          6         -1         -1
figure                          3         -5          5         -1         -2         -1
first                           .         -2          3          2         -1         -2
follow                         -6          8         -6          .         -1          5
follow_ahead                   -5          3         -1          2          .          1
follow_shall                   -3          8          .         -4          .          .
follow_should                   .          5         -1         -2         -1          .
goes_on                        -4         -1         13         -6          .         -2
got_and_starts                 -1         -2          8         -5          .          .
gradual                        -3          .          4         -1          .          .
habit                          -4          1         -3          9         -1         -2
in_place                       -4          .          4          4         -1         -3
keeps                          -6          .         -1         -1          .          8
lacks                           3          .         -2         -1         -1          1
lasts                          -3          2          7         -4         -1          .
lasts_now                      -2          4          6         -8          .          .
leaves                         -2         -3          3         -1         -1          4
left_out                        1          .         -1         -1          1          1
long_past                       5          4         -8         -1          .          .
made                           -2         -1          3          1         -1          .
made_denied                    -3          1          1          .          .          1
makes                           1          3         -1         -3          .          .
might                           2          1         -2         -3          3         -2
next                           -3          2          5          .         -3          .
norm                            .          1          .          .          .         -1
not_begun                      -7         -2         -2         -4         15          .
now_denied                      1          .         -2         -2          .          4
of_others                       4          .         -2         -2          2          .
old                             3         -6          .          3          .          .
old_past                       -5         -1         -2          7         -1          1
once                           -4          4          .          .          1         -1
ordered                        -2         -4          6          1          .          .
orders                         -1          5         -1         -1         -1          .
past                            1         -3         -1          4         -1          .
plan                           -5          5          1         -3          1          1
plan_ahead                     -2          1          3         -3          1          .
plan_dated                     -5          4          3          .         -1         -1
plan_shall                     -4          7          1         -2         -2          .
plan_should                    -1          2          2         -3         -1          2
put_in_plan                     2         -3         -1          2          .          .
rest_alone                     -5          3          3         -2         -1          3
rest_done                       .          6         -3         -3          .          .
rest_left                      -5          .          7         -3          .          .
rest_to_do                      1          2          2         -4          .          .
share                           1         -4          4         -1          .          .
since_active                   -6         -4          4          7         -1          .
since_habit                    -7          .          1          6         -1          .
since_lasting                  -2         -4          7          .          .          .
since_long                     -5         -2          .          7          .          .
since_passive                  -5         -6          2          9         -1          .
so_far                         -2         -1          4          1         -1         -1
stands                          1         -1          1          .         -1         -1
stands_ahead                    1         -4          .          2          1          .
stands_by_now                  -2         -2          2          3         -1          .
stands_habit                    .          .         -1          .          .          .
stands_since                   -6          .          .          8         -1         -1
stands_step                    -2          1          2         -1          .          .
stands_today                   -3         -5          6          3          .         -1
step                           -3         -3          5          1          1         -1
step_past                       1         -8          1          6          .          .
stood                          -4         -3         -1          6          .          2
takes_time                      3          1         -1         -3          .          .
takes_time_passive             -2         -1          4         -2          .          1
then_like                       .         -1         -1          2          .          .
then_other                     -4          2          3          1         -1         -1
then_same                      -1          .          2         -1         -1          1
to_be_denied                   -2          3         -3         -3          .          5
today                          -2          .         -2          3          .          1
told                           -3         -1          1          2          3         -1
told_denied                     2         -2         -1          2          .         -1
was_to_be                      -3          .         -1         -1          4          1
will_not                       -7         -3         -1         -3          .         15
work_first                     -4         -1          7          2         -1         -2
which_acts                      5         -1         -5          1          .          1
which_acts_passive              1         -1         -3          3          .         -1
which_begins                   -1          1          1          .          .          .
which_begun                     .         -2          2          .          .          .
which_by_now                    1         -2          1          .          .          .
which_dated_past               -2         -3          .          5          1         -1
which_done                      1         -1          1          .          .          .
which_done_denied               .          5         -4         -1          .          .
which_figure                    1         -1         -1          .          .          .
which_habit                    -1          3         -3          2          .         -1
which_lasts                    -3          4          1         -2          .          .
which_lasts_now                 .         -1          4         -3          .          .
which_made                     -6         -1          4          4          .          .
which_makes                     1          .          2         -2          .         -1
which_might                    -1          1         -4          6         -1         -1
which_now_denied                .          1         -1          1          .          .
which_old                       1          .          1         -1          .          .
which_old_past                 -2          1          .          1          .          .
which_past                      .         -1         -2          4          .          .
which_plan                     -3          4          2         -2          .          .
which_plan_ahead               -3          2         -1          2          .          .
which_plan_dated               -3          5          .         -2          .          .
which_plan_shall               -1          3          .         -1          .          .
which_plan_should              -1          2          .         -1          .          .
which_stands                    .          .         -1         -2         -1          4
which_stands_by_now             2          .          .         -1          .          .
which_stands_since              .          .         -2          3          .          .
which_today                     .         -2          3          .          .          .
which_told                     -1         -2         -2          5          .          .
partly_done                     .         -2          8         -4         -2         -1
partly_done_stage              -1         -2         -1          4          .          .
partly_follow_stage            -3          3          .          .          .          .
partly_lasting_stage            2          1         -1          .         -1          .
partly_plan                    -2          1          1          .          .          .
partly_plan_ahead               1          1          .         -1          .          .
partly_plan_stage               2          .          1         -1          .         -2
partly_since                   -6          1         -1          6          .          .
partly_so_now_stage             2          .         -1          .          .          .
partly_step_stage              -2          2          .         -1          .          .
line_dated                     -5          5          1          4         -1         -3
line_done                       .         -1          .          1          .          .
line_made                      -5         -3          3          6          .         -1
line_planned                   -3          3          1         -1          .          .
done_then_follow                .         -2          2          1          .          .
done_then_plan                 -2          .          1          3         -1         -1
done_then_work                 -2         -4          1          6          .          .
lasting_then_plan               .          .         -1          1          .          .
only_done                      -2         -4          3          8         -1         -3
only_plan                      -4          7          3         -2         -1         -2
part_then_plan                  .          4         -3         -1          .          .
plan_then_done                 -2         -3          4          1          .          .
so_now_then_follow              .         -1          .          .          .          2
so_now_then_plan               -4          5          3         -5          .          1
step_then_plan                  2          .          2         -3          .          .
work_then_done                 -2         -3          .          5          .          .
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

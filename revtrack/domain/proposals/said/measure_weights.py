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
any                            14          .         -3         -1         -7         -3
position_agrees                -5          2          3          4          2         -6
position_agrees_partly          2          3          .         -1          .         -5
position_disagrees              7         -6         -5         -6          .         11
position_none                  -5          2          2          4         -3          .
position_noted                  2          .         -1         -1          .         -1
position_unclear                2         -1          .         -1          .          .
acts                            1         -1          2         -2          .          1
acts_passive                   -2          1          2          1         -1         -1
ahead                          -3          4          1          .         -2          1
asked_done                     -2          1          1          1          .         -2
asked_follow                   -1          4         -1         -1          .          .
asked_lasting                  -2         -1          2          2          .          .
asked_plan                      .          4         -3          .          .         -1
asked_so_now                    .         -2          2          2         -1         -2
asked_stands                    .         -3         -1          2          .          3
asked_step                     -1          2         -1          2         -1         -1
at_present                     -5         -2          6          3         -1          .
becomes                         .          2         -2         -1          1          .
begins                         -1          2          1         -1          .          .
begun                          -7         -4         11          1          .         -1
begun_denied                   -1         -3         -1         -1          6          .
by_now                         -1          1         -4          5          .          .
by_others                       3         -2         -3          2          .          .
by_whom                        -5          1          2          1          .          .
coming_plan                    -1          4         -2         -1          .          .
decided_to                      1          2          .         -3          .          .
decides_to                     -3          3         -2          1          .          .
done                           -2          .          3          .          .         -2
done_denied                     .          2         -2         -2          2          .
due                            -3          4          1         -2          .          .
ended_done                     -4         -1          1          4          .          .
ended_made                     -3         -3          4          3          .          .
ended_past                     -5          .         -1          6          .          .
figure                          3         -5          4         -1         -1         -1
follow                         -7          9         -6          .          .          5
follow_ahead                   -4          5         -1          .          .          .
follow_shall                   -4          8          .         -4          .          .
follow_should                  -4          4          .          1          .          .
goes_on                        -5         -3         14         -4          .         -1
got_and_starts                  .         -1          5         -4          .          .
gradual                        -1         -1          5         -2          .         -1
habit                          -6          3         -4          8          .         -2
in_place                       -3         -1          3          4          .         -2
keeps                          -4         -1         -2          .          .          7
lacks                           2          1         -2          .          .          .
lasts                          -6          2          9         -3         -1         -1
lasts_now                      -3          2          7         -6          .          .
leaves                         -4         -1          2         -1          .          4
made                           -1         -2          2          3          .         -1
made_denied                    -3          4          3         -4          .          .
makes                           2          2         -1         -2          .          .
might                           3          3         -3         -3          1          .
norm                            1          2         -1         -2          .          .
not_begun                      -8         -2         -1         -5         16          .
now_denied                      1         -2         -2         -3          1          4
of_others                       2         -3          2         -1          .          .
old                             1         -5          2          2          .          .
old_past                       -5         -1         -2          6          1          .
once                           -3          3         -1          1          1          .
ordered                        -2          1          2          .          .          .
orders                         -2          1          1          .          .          .
past                            1         -2          .          2         -1          .
plan                           -5          5          1         -1          .          .
plan_ahead                     -2          .          3          .          .          .
plan_dated                     -6          3          4          .         -1         -1
plan_shall                     -5          7          1         -2          .          .
plan_should                     .          4         -2         -2          .          .
put_in_plan                     2         -1         -1         -1          .          .
rest_done                       .          3         -2         -1          .          .
rest_left                      -3          2          8         -3         -3         -1
rest_to_do                     -3          1          2         -1          .          .
since_active                   -6         -3          4          6          .          .
since_habit                    -5         -2          1          7          .          .
since_lasting                  -6         -3          9          1          .          .
since_long                     -6         -2         -1          7          .          .
since_passive                  -4         -3          .          7          .          .
so_far                         -2         -1          4         -1         -1          .
stands                          .         -1          1          .          .          .
stands_ahead                    2         -1         -2          1          .          .
stands_by_now                  -2          1         -3          5          .          .
stands_habit                    .          .         -1          1          .          .
stands_since                   -6         -2          1          8         -1         -1
stands_step                    -5          3          3         -1          .          .
stands_today                   -3          .          2          2          .         -1
step                           -6         -4          9          1          1         -1
step_past                      -2         -6          4          4          .          .
stood                          -3         -1         -1          5          .          .
takes_time                     -4          2          4         -1          .          .
takes_time_passive             -5          .          8         -3          .         -1
then_like                       .          1          .         -1          .          .
then_other                     -4          2          3          .          .         -1
then_same                      -1          .          2         -1          .          .
to_be_denied                   -3          3         -2         -3          .          5
today                          -3          1          .          2         -2          2
told                           -2          .          1          .          1         -1
will_not                       -6         -3         -2         -3          .         15
which_acts                      3          .         -2         -2          .          1
which_acts_passive              .         -1          .          1          .          .
which_begins                   -1          2         -1          .          .          .
which_begun                     .         -3          3          .          .          .
which_dated_past               -1         -1         -1          4          .          .
which_done                      2         -2          1         -1          .          .
which_habit                    -3          .          .          4          .         -1
which_lasts                    -1         -1          2         -1          .          .
which_lasts_now                 .          .          2         -2          .          .
which_made                     -5         -1          2          4          .          .
which_makes                    -2          .          4         -2          .          .
which_might                     .          .         -2          2          .          .
which_now_denied                1          .          .          .          .          .
which_old                       1         -1          2         -1          .          .
which_past                      1         -1         -3          3          .          .
which_plan                     -4          5          1         -2          .          .
which_plan_ahead               -4         -1          4          1          .          .
which_plan_dated               -1          3         -1         -1          .          .
which_plan_shall               -2          1          3         -1          .          .
which_plan_should               .          .         -1          1          .          .
which_stands                    1          .         -1          .          .          .
which_stands_by_now             2          .          .         -1          .          .
which_step                      .          1          .          .          .          .
which_today                     .         -4          1          3          .          .
which_told                     -2          .          .          3          .          .
partly_done                    -2         -1          7         -3         -1         -1
partly_done_stage               .         -3          .          3          .          .
partly_follow_stage            -3          4          .          .          .          .
partly_lasting_stage           -2         -1          1          4         -1          .
partly_plan                    -2          1          2         -1          .          .
partly_plan_ahead               .          1          .         -2          .          .
partly_plan_stage               3         -3         -1          1          .          .
partly_so_now_stage             2          .         -1          .          .          .
partly_since                   -5          .          .          3          .          .
partly_step_stage              -3          2          1          .          .          .
line_dated                     -4          6          1         -2          .         -1
line_done                       .          .         -1          1          .          .
line_made                      -5         -3          2          6          .          .
line_planned                   -2          4          .         -1          .          .
done_then_follow                .         -2          1          1          .          .
done_then_plan                 -3          .         -1          4          .         -1
done_then_work                 -1         -2         -2          5          .          .
lasting_then_plan               .          .          2         -1          .          .
only_done                      -3         -5          2          8          .         -2
only_plan                      -4          9         -1         -1          .         -3
part_then_plan                  .          4         -3         -1          .          .
plan_then_done                 -1         -2          3          1          .          .
so_now_then_plan               -1          6          1         -6          .          1
step_then_plan                  1          .          2         -2          .          .
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

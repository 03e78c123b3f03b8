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
any                               9         -1         -3          2         -5         -2
position_agrees                  -3          2          3          1          1         -3
position_agrees_partly            2          2         -1         -2          .         -2
position_already_met             -4         -1         -3          9          .         -1
position_disagrees                5         -5         -2         -5          .          6
position_none                    -3          2          3          .         -2          .
position_noted                    3         -1         -1         -2          .          .
position_unclear                  2          .          .         -1          .          .
acts                              1          .          1         -2         -1          2
acts_passive                      .          1         -1          .          .          .
ahead                            -2          3          .         -1          1         -1
at_present                       -2         -3          4          1          .          .
begins                            .          1          1         -1          .          .
begun                            -1         -1          3          .          .          .
begun_denied                      .         -1         -1          .          3          .
by_others                         2         -1         -1          .          .          .
concludes                         .         -1         -3          4          .          .
decided_to                       -2          3          1         -1          .          .
decides_to                       -1          3          .         -2          .         -1
done                             -1          1          1          .          .          .
done_denied                       1         -1         -1         -1          2          .
due                              -2          3          .         -1          .          .
ended_done                       -1         -1          .          2          .          .
ended_made                       -2          1          1          1          .          .
ended_past                       -1         -1          .          3          .          .
follow                           -2          3         -1         -1          .          1
follow_ahead                     -1         -2          1          2          .          .
follow_shall                     -1          3         -2          .          .          .
follow_should                     .          1          .         -1          .          .
goes_on                          -1         -2          4         -1          .         -1
habit                            -3          .          .          4          .         -1
in_place                         -2          .          .          4         -1         -2
keeps                            -2         -1          .          .          .          4
lacks                             1          .          .         -1          .          .
lasts                            -2          .          2         -1          .          1
lasts_now                        -1          .          2         -2          .          .
leaves                           -2         -1          1         -2          .          4
made                             -1         -1          1          2          .         -1
made_denied                       .          .          3         -2          .          .
makes                            -1          4         -3          .          .          .
might                             2          .         -1         -1          .          .
not_begun                        -5          .         -2         -2         10          .
now_denied                       -1          1         -2          .         -1          2
old                              -2          .          .          2          .          .
old_past                         -3         -1         -1          5          .          .
ordered                           .          .          1          .          .          .
orders                           -1          4          .         -3          .          .
past                              2         -2         -3          3          .          .
plan                             -2          1          .          .         -1          1
plan_ahead                        .         -1          .          .          1         -1
plan_dated                       -1          1          2          .          .         -1
plan_shall                       -2          4         -1         -1          .          .
plan_should                       3          .         -1         -1          .         -1
since_active                     -3         -1          .          4          .          .
since_lasting                    -1         -2          2          1          .          .
since_long                       -2         -1          .          4          .          .
since_passive                    -3          .         -1          4          .          .
so_far                           -1          .          .          1          .          .
stands                            1         -1          1          .          .          .
stands_by_now                    -1          .         -1          2          .          .
stands_habit                      .          .          .          1          .          .
stands_since                     -3         -1          2          4          .         -1
stands_today                     -2          1          1          1          .          .
step                             -1         -2          2          .          1          .
step_past                         .          .         -2          3          .          .
takes_time                        .          .         -1          1          .          .
takes_time_passive               -3         -2          4          1          .         -1
to_be_denied                     -4         -2          1         -1          .          6
today                            -2          3         -1         -1          .          1
told                              .          .         -1          1          .          .
told_denied                       .         -1          .          .          .          1
will_not                         -3         -3         -2         -2          .          9
which_acts                        1          1         -1         -1          .          .
which_acts_passive                .         -1          .          1          .          .
which_begins                      .          1          .          .          .          .
which_decided_to                  .         -2          2          .          .          .
which_done                        .          .          .          1          .          .
which_ended_past                  .          .         -1          .          .          .
which_follow_shall               -1          2          .         -1          .          .
which_habit                      -2          .          .          3          .          .
which_lasts                       .         -1          3         -2          .         -1
which_lasts_now                   .          .          1         -1          .          .
which_made                       -2          .          .          2          .          .
which_makes                      -2          1         -2          2          .          .
which_might                       2          1         -3          1          .          .
which_now_denied                  1         -1          .          .          .          .
which_past                       -2         -1          .          3          .          .
which_plan_ahead                 -3          .          .          3          .          .
which_plan_dated                 -1          2         -1         -1          .          .
which_plan_shall                 -3          2          2         -2          .          .
which_plan_should                -2          2          .         -1          .          .
which_since_long                  .          .          .          1          .          .
which_stands                      2         -1          .          1          .         -2
which_stands_by_now               1          .          .         -1          .          .
which_stands_today               -1          2          .         -1          .          .
which_takes_time                  2         -1         -1          .          .          .
which_takes_time_passive         -2          .          3         -1          .          .
partly_done                      -1         -1          6         -4          1         -1
partly_done_stage                 1          .          .          .          .          .
partly_line_goes_on              -1          .          1          .          .          .
partly_ordered                    1          .          .          .          .          .
partly_plan                      -1          1          .          .          .          .
partly_plan_stage                 1          .          .          .          .          .
line_dated                       -3          4         -1          .          .         -1
line_done                        -3         -3          .          6          .          .
line_goes_on                     -3         -2          7         -1          .          .
line_made                        -3         -1          1          4          .          .
line_not_begun                    .         -2          .          .          3          .
line_planned                     -1          1          .          .          .          .
line_refused                     -4          .          .         -1          .          5
first_done                       -2         -1          1          3         -1          .
first_follow                     -2          3         -1          .          .          .
first_lasting                    -2         -1          5         -1          .          .
first_plan                       -1          3          .         -1          .          .
first_step                       -2         -2          4          1          .         -1
last_done                         .         -2          2          1         -1          .
last_follow                      -3          2          .          .          .          .
last_lasting                     -2          1          2          .          .         -1
last_plan                        -3          1          2          .          .         -1
last_step                        -2         -1          2          1          1          .
done_then_plan                   -1          1          1         -1          .          .
lasting_then_follow               .          1          .          .          .          .
lasting_then_plan                 .          .          1          .          .          .
only_done                        -1          .          .          2          .          .
only_plan                        -1          2         -2          1          .          .
plan_then_done                    1         -1          1         -1          .          .
step_then_plan                    .         -1          3         -1          .          .
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

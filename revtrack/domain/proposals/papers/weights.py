"""What each sign weighs for each kind of paper; the kind that the signs of a paper weigh most for.

The weights were found by trying them on the known papers of the corpus, the newest left out until
the end, then rounded and set right by hand: a sign that says little weighs nothing. To change one,
change it here and run ``python -m benchmarks.reading``.
"""

from collections.abc import Collection

from revtrack.domain.codes import PaperKind

KINDS = (
    *(PaperKind.REPORT, PaperKind.COVER_LETTER, PaperKind.FOLLOW_UP_REPORT, PaperKind.LIST),
    *(PaperKind.RESPONSE, PaperKind.COUNCIL_DECISION, PaperKind.OTHER, PaperKind.ANNUAL_REPORT),
)
_TABLE = """
                     report   letter   follow     list    reply  minutes    other     year
any                       .       -1       -1        .        1        .        .        .
titled_annual             .        .        .        .        .        .        .       14
titled_other              .       -1        .        .        .        .       16        .
titled_follow_up         -4       -1        9        .        .        .        .        .
follows_no_audit          4        1       -7        .        .        .        .        .
follows_audit            -2        .        .        .        .        .        .        .
titled_status_list        .        .        .        5        .        .        .        .
titled_list               .        .        .        5        .        .        .        .
titled_compiled           .        .        .        5        .        .        .        .
titled_reply             -1       -1       -1        .        6        1        .        .
titled_review             2        2        .       -1        1        .        .        .
called_report             2        .        1        .        .        .        .        .
named_report              4        .        .        .        .        .        .        .
named_letter              .        6        .        .        .        .        .        .
form                      .        .        .       -3        6        .        .        .
to_auditors               .       -4        .        .        2        .        .        .
to_body                  -1        3        .        .        .        .        .        .
reply_to_auditors         .        .        .        .        4        .        .        .
below_sender             .       -1        .        .        3        .        .        .
below_auditors          -1        4        .        .        .        .        .        .
to_you                   -1       -3        .        .        4        .        .        .
asks_nothing              2       -2        .        .        .        .        .        .
asked_time                .        .        .        .        .        .        1        .
titled_reply_after        .       -1        .        .        2        .        .        .
from_auditors             .        1        .        1       -1       -1        .        .
from_body                 .        .        .       -2        2        2        .        .
from_office               .        .        .        .        1        .        .        .
official                  .       -1        .        .        2        1        .        .
questions                 2        .        .        .       -1       -1        .        .
questions_answered        3       -1        2        .       -1        .        .        .
asks_somehow             -1        2       -1        .       -1        1        .        .
wants_time                .        .        .        .        .        .       18        .
gives_time                .        .        .        .        .        .       14        .
asks                     -1        3        .        .        .        .        1        .
silent                    1       -2        .        .        .        .        .        .
copies                   -1        2        .        .        .        .        .        .
encloses                -1        2        .       -1        .        .        .        .
for_auditors              .        4        .        .       -1        .        .        .
by_auditors              .        1        .        .       -2        .        .        .
we_review                1        1        .       -1       -3       -2        .        .
headed_several           1       -2        .        .        .        .        .        .
mail                    -1        .        .        .        1        .        .        .
table_judged             .        .        1        .        .        .        .        .
for_body                  .       -2        .       -3        4        .        .        .
chair                    -1        1        .       -1        .        .        .        .
expert                    2        .        1        .        .        .        .        .
firm                     3       -1        2       -1        1        .        .        .
ordered                   1        .        .        .        .        .        .        .
chapters_some            3       -1        2        .       -1        .        .        .
chapters_many             1        .        1        .        .        .        .        .
is_itself_report          5       -6        .        .        .        .        .        .
contents                  2        .        1        .        .        .        .        .
only_table                .        .        .        3        .        .        .        .
advice_table              .        .        .        .        .        .        .        .
table_answers             .        .        .        1        .        .        .        .
table_standing            .        .        .        2        .        .        .        .
table_owner               .        .        .        1        .        .        .        .
follow_up_judged          .        .        2        .        .        .        .        .
table_bodies              .        .        .        4        .        .        .        .
table_half                .        .       -1        1        .        .        .        .
table_most                .        .        .        2        .        .        .        .
told_little               .        .       -1        .        .       -1        1        .
told_much                 1       -1        .        .        .        .       -1        .
labelled                  .        .        .        4        1        .        .        .
tells_list                .        .        .        4        .        .        .        .
outcomes                 -1       -1        4        .        .        .        .        .
earlier                   .       -1        2        .        .        .        .        .
found                     2        .        1       -1       -1        .        .        .
bodies_headed             .        .        .        1        .        .        .        .
replies_told              .        .        .        2        .        .        .        .
answers                  -1        .        .        .        2        1       -1        .
proposed                  .        .        .        .        7        .        .        .
memo                      .        .        .        .        6        .        .        .
decided                  -1       -1        .       -1       -2       10        1        .
matter                   .        .        .        .        .        9        .        .
adopted                   .        .        .        .        6        .        .        .
notice                    .        .        .        .        .       14        .        .
"""
WEIGHTS = {
    name: tuple(0 if each == "." else int(each) for each in row)
    for name, *row in map(str.split, _TABLE.strip().split("\n")[1:])
}
"""Of each sign, in the order of ``KINDS``."""


def weighed(shown: Collection[str]) -> tuple[PaperKind, int]:
    """Return the kind that the signs weigh most for, and how far ahead of the next it is."""
    none = (0,) * len(KINDS)
    rows = [WEIGHTS["any"], *(WEIGHTS.get(name, none) for name in shown)]
    sums = sorted(
        ((sum(column), -place) for place, column in enumerate(zip(*rows, strict=True))),
        reverse=True,
    )
    (most, place), (second, _) = sums[:2]
    return KINDS[-place], most - second

"""What a verdict and a standing look like in charts and workbooks, beside the words for them."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter

from revtrack.documents.office.charts import Look
from revtrack.documents.office.excel import Rule
from revtrack.documents.standings import PROMISED
from revtrack.domain.codes import Standing, VerdictStep
from revtrack.wording.labels import swedish_label

VERDICT_LOOKS: Mapping[VerdictStep | None, Look] = {
    VerdictStep.FULL: Look.DARK,
    VerdictStep.MOSTLY: Look.MIDDLE,
    VerdictStep.PARTLY: Look.LIGHT,
    VerdictStep.NOT: Look.LAID,
    VerdictStep.NO_LONGER_RELEVANT: Look.SLANTED,
    VerdictStep.NOT_ASSESSABLE: Look.CROSSED,
    None: Look.WHITE,
}
"""In the order of the bars; nothing is white that somebody has judged."""
STANDING_LOOKS: Mapping[str, Look] = {
    Standing.CLOSED: Look.DARK,
    Standing.DONE_REPORTED: Look.MIDDLE,
    Standing.ACTING: Look.LIGHT,
    PROMISED: Look.BACKWARD,
    Standing.NO_ACTION: Look.LAID,
    Standing.NOT_ADDRESSED: Look.CROSSED,
    Standing.UNREVIEWED: Look.SLANTED,
    Standing.AWAITING: Look.WHITE,
    Standing.NOT_ASKED: Look.UPRIGHT,
    Standing.DRAFT: Look.UPRIGHT,
    Standing.REMAINING: Look.UPRIGHT,
}
"""In the order of the bars; a draft is never among those that were left out of an issued letter,
and what remains has been followed up."""

MANY = 25
"""So many bars and no more can be read in a chart."""

_FILLS: Mapping[VerdictStep, str] = {
    VerdictStep.FULL: "DDEBDD",
    VerdictStep.MOSTLY: "E6EFF3",
    VerdictStep.PARTLY: "FDF0C8",
    VerdictStep.NOT: "F9DCD6",
    VerdictStep.NO_LONGER_RELEVANT: "E4E4E4",
    VerdictStep.NOT_ASSESSABLE: "E9E2F0",
}


def verdict_rules(column: int) -> tuple[Rule, ...]:
    """Return what colours a column of verdicts; the words stand in its cells.

    The column is counted from 1.
    """
    letter = get_column_letter(column)
    return tuple(
        Rule(f'${letter}2="{swedish_label(step)}"', fill, columns=(column, column))
        for step, fill in _FILLS.items()
    )

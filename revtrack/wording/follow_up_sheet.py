"""What stands in the follow-up workbook, in Swedish: its sheets, headings and words to choose from.

The workbook is written with them and known again by them, so they have one home.
"""

from collections.abc import Mapping
from enum import StrEnum

from revtrack.domain.codes import Basis, VerdictStep
from revtrack.wording.labels import swedish_label

ROWS_SHEET = "Underlag"
LIVE_SHEET = "Ifyllt"
COUNTS_SHEET = "Sammanställning"
WORDS_SHEET = "Begrepp"
KEY_SHEET = "revtrack"

FORMAT = "revtrack-uppföljning-1"
"""What stands first on the hidden sheet; a later shape gets another number."""


class Filled(StrEnum):
    """The columns that are filled in."""

    VERDICT = "verdict"
    BASIS = "basis"
    METHOD = "method"
    EVIDENCE = "evidence"
    SOLVED = "solved"
    JUDGED_ON = "judged_on"
    JUDGED_BY = "judged_by"
    COMMENT = "comment"


AUDIT, NUMBER, COMMITTEE = "Granskning", "Nr", "Mottagare"
"""The columns that a row is known by."""

HEADINGS: Mapping[Filled, str] = {
    Filled.VERDICT: "Bedömning",
    Filled.BASIS: "Underlag",
    Filled.METHOD: "Hur det har kontrollerats",
    Filled.EVIDENCE: "Iakttagelse",
    Filled.SOLVED: "Bristen åtgärdad",
    Filled.JUDGED_ON: "Bedömd den",
    Filled.JUDGED_BY: "Bedömd av",
    Filled.COMMENT: "Kommentar",
}
"""What each of them is called."""

SOLVED: Mapping[str, str] = {"yes": "Ja", "no": "Nej"}


def choices(field: Filled) -> Mapping[str, str]:
    """Return the codes that may be chosen in a column with their words; none: anything goes."""
    if field is Filled.VERDICT:
        return {step.value: swedish_label(step) for step in VerdictStep}
    if field is Filled.BASIS:
        return {basis.value: swedish_label(basis) for basis in Basis}
    return SOLVED if field is Filled.SOLVED else {}

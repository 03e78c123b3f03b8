"""What a committee has reported of its progress, in words."""

from revtrack.domain.codes import Review
from revtrack.domain.records import ProgressReport
from revtrack.wording.labels import absent_label, label, symbol
from revtrack.wording.language import _
from revtrack.wording.vocabularies import NOT_STATED


def report_told(report: ProgressReport, *, for_clerk: bool = False) -> str:
    """Return day, progress, words and judgement of a report; a clerk sees no auditors' note."""
    day = report.reported_on.isoformat() if report.reported_on else absent_label(NOT_STATED)
    review = f"{symbol(report.review)} {label(report.review)}"
    if report.reviewed_on and report.review is not Review.PENDING:
        review = _("{judgement} on {day}").format(judgement=review, day=report.reviewed_on)
    note = "" if for_clerk else report.review_note
    parts = (day, label(report.progress), report.text, review, note)
    return " · ".join(filter(None, parts))

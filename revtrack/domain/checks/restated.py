"""A recommendation as other texts give it: left out, or in other words."""

from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.checks.problem import (
    IN_RECOMMENDATIONS,
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.codes import Relation, RestatementSource, Severity
from revtrack.domain.errors import N_
from revtrack.domain.records import Recommendation, Restatement
from revtrack.domain.texts.likeness import Difference, difference
from revtrack.domain.texts.wordings import is_same_wording, relation_of

LATER = frozenset({RestatementSource.RESPONSE, RestatementSource.COUNCIL_REPORT})
"""Texts that come after the letter."""
OF_REPORT = frozenset({RestatementSource.REPORT_CHAPTER, RestatementSource.REPORT_SUMMARY})

REPORT_AGAINST_ITSELF = Trouble(
    "report_against_itself",
    Severity.WARNING,
    N_(
        "The report contradicts itself: {number} is left out in {places}. "
        "Have the report corrected, or confirm that it is meant."
    ),
    IN_RECOMMENDATIONS,
)
LEFT_OUT_OF_COUNCIL_REPORT = Trouble(
    "left_out_of_council_report",
    Severity.WARNING,
    N_(
        "{number} is left out in what was reported to the council ({places}). "
        "Make the executive board aware of it."
    ),
    IN_REPLIES,
)
REPORT_DIFFERS_IN_FORM = Trouble(
    "report_differs_in_form",
    Severity.NOTICE,
    N_("{number} is given in other words, to the same effect, in {places}."),
    IN_RECOMMENDATIONS,
)
REPORT_DIFFERS_IN_MEANING = Trouble(
    "report_differs_in_meaning",
    Severity.WARNING,
    N_(
        "{number} may mean something else as it is given in {places}. Compare the texts; "
        "confirm if it means the same."
    ),
    IN_RECOMMENDATIONS,
)
RESTATED_IN_FORM = replace(REPORT_DIFFERS_IN_FORM, code="restated_in_form", where=IN_REPLIES)
RESTATED_IN_MEANING = replace(
    REPORT_DIFFERS_IN_MEANING, code="restated_in_meaning", where=IN_REPLIES
)

_TROUBLES = {
    (False, Difference.FORM): REPORT_DIFFERS_IN_FORM,
    (False, Difference.MEANING): REPORT_DIFFERS_IN_MEANING,
    (False, Difference.OTHER): REPORT_DIFFERS_IN_MEANING,
    (True, Difference.FORM): RESTATED_IN_FORM,
    (True, Difference.MEANING): RESTATED_IN_MEANING,
    (True, Difference.OTHER): RESTATED_IN_MEANING,
}
"""By whether the text came after the letter, and how it differs."""

Subject = tuple[Recommendation, int | None]
"""A recommendation and the id of the committee that the other text is of; None: of no one."""


def left_out(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that a part of the report, or the report to the council, leaves out."""
    for each, rows in _restated(inspection):
        missing = [row for row in rows if row.text is None and row.recipients is None]
        own = [row for row in missing if row.source in OF_REPORT]
        told = [row for row in missing if row.source is RestatementSource.COUNCIL_REPORT]
        if own:
            yield _problem(inspection, REPORT_AGAINST_ITSELF, (each, None), own)
        if told and inspection.case.committees_of(each.id, asked_only=True):
            yield _problem(inspection, LEFT_OUT_OF_COUNCIL_REPORT, (each, None), told)


def worded_otherwise(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that other texts give in other words: in form only, or in meaning."""
    for each, rows in _restated(inspection):
        found: dict[tuple[int | None, Trouble], list[Restatement]] = {}
        for row in rows:
            trouble = _TROUBLES.get((row.source in LATER, _difference(each, row)))
            if trouble:
                found.setdefault((row.committee_id, trouble), []).append(row)
        for (committee_id, trouble), theirs in found.items():
            yield _problem(inspection, trouble, (each, committee_id), theirs)


def _restated(inspection: Inspection) -> Iterator[tuple[Recommendation, list[Restatement]]]:
    for each in inspection.case.recommendations:
        rows = [row for row in inspection.case.restatements if row.recommendation_id == each.id]
        if rows:
            yield each, rows


def _difference(recommendation: Recommendation, row: Restatement) -> Difference:
    """Return how a text gives a recommendation, against the report or the letter that it repeats.

    Where it has the other of these two wordings, a person has said how the two relate.
    """
    report, letter = recommendation.report_text, recommendation.letter_text
    own, other = (report, letter) if row.source in OF_REPORT else (letter, report)
    if row.text is None or (own is None and other is None):
        return Difference.SAME
    if own is None or (other is not None and is_same_wording(row.text, other)):
        if own is None or is_same_wording(row.text, own):
            return difference(row.text, own or other or "")
        is_editorial = relation_of(recommendation) is Relation.EDITORIAL
        return Difference.FORM if is_editorial else Difference.MEANING
    return difference(row.text, own)


def _problem(
    inspection: Inspection, trouble: Trouble, about: Subject, rows: list[Restatement]
) -> Problem:
    recommendation, committee_id = about
    committee = inspection.case.committee_by_id[committee_id] if committee_id else None
    places = tuple(row.place or row.source for row in rows)
    return inspection.problem(trouble, committee, recommendation, places=places)


CHECKS: tuple[Check, ...] = (left_out, worded_otherwise)

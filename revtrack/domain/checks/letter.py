"""Between the report and the letter: what is left out, added, reworded or goes to nobody."""

from collections.abc import Iterator

from revtrack.domain.checks.problem import IN_RECOMMENDATIONS, Check, Inspection, Problem, Trouble
from revtrack.domain.codes import Relation, Severity
from revtrack.domain.errors import N_
from revtrack.domain.texts.wordings import relation_of

NO_RECOMMENDATIONS = Trouble(
    "no_recommendations",
    Severity.NOTICE,
    N_(
        "No recommendation is registered, so the letter says that there is none. "
        "Register them if the letter holds any."
    ),
    IN_RECOMMENDATIONS,
)
WITHOUT_RECIPIENT = Trouble(
    "without_recipient",
    Severity.ERROR,
    N_("{number} goes to no committee. Register its recipients."),
    IN_RECOMMENDATIONS,
)
WORDING_NOT_ISSUED = Trouble(
    "wording_not_issued",
    Severity.ERROR,
    N_(
        "{number} is in the issued letter, but the letter's wording of it is not "
        "registered. Register it as the letter has it."
    ),
    IN_RECOMMENDATIONS,
)
OMITTED_FROM_LETTER = Trouble(
    "omitted_from_letter",
    Severity.WARNING,
    N_(
        "The report's recommendation {number} is not in the letter: {text}. "
        "Confirm that it is meant, or write to the committee."
    ),
    IN_RECOMMENDATIONS,
)
WORDING_CHANGED = Trouble(
    "wording_changed",
    Severity.WARNING,
    N_("The letter changes the wording of {number}. Confirm that it is meant."),
    IN_RECOMMENDATIONS,
)
ADDED_IN_LETTER = Trouble(
    "added_in_letter",
    Severity.NOTICE,
    N_("{number} stands in the letter alone, not in the report."),
    IN_RECOMMENDATIONS,
)
WORDING_EDITORIAL = Trouble(
    "wording_editorial",
    Severity.NOTICE,
    N_("The letter words {number} otherwise than the report; judged to mean the same."),
    IN_RECOMMENDATIONS,
)
BY_RELATION = {
    Relation.CHANGED: WORDING_CHANGED,
    Relation.ADDED: ADDED_IN_LETTER,
    Relation.EDITORIAL: WORDING_EDITORIAL,
}


def nothing_recommended(inspection: Inspection) -> Iterator[Problem]:
    """Find an issued letter of which no recommendation is registered."""
    case = inspection.case
    if case.is_handed_over and not case.recommendations:
        yield inspection.problem(NO_RECOMMENDATIONS)


def without_recipient(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that go to nobody."""
    for each in inspection.case.recommendations:
        if not inspection.case.committees_of(each.id):
            yield inspection.problem(WITHOUT_RECIPIENT, recommendation=each)


def wording_not_issued(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that the issued letter numbers and of which it has no wording."""
    case = inspection.case
    for each in case.recommendations:
        if case.is_handed_over and each.number_in_letter and not each.letter_text:
            yield inspection.problem(WORDING_NOT_ISSUED, recommendation=each)


def omitted_from_letter(inspection: Inspection) -> Iterator[Problem]:
    """Find what the report recommends and the letter leaves out."""
    for each in inspection.case.recommendations:
        if relation_of(each) is Relation.OMITTED:
            yield inspection.problem(
                OMITTED_FROM_LETTER,
                recommendation=each,
                number=each.number_in_report or "",
                text=each.report_text or "",
            )


def wording_differs(inspection: Inspection) -> Iterator[Problem]:
    """Find recommendations that the letter words otherwise than the report, or adds to it.

    Nothing is added to a report that is not registered.
    """
    case = inspection.case
    has_report = case.audit.report_on or any(each.report_text for each in case.recommendations)
    for each in case.recommendations:
        trouble = BY_RELATION.get(relation_of(each))
        if trouble and (has_report or trouble is not ADDED_IN_LETTER):
            yield inspection.problem(trouble, recommendation=each)


CHECKS: tuple[Check, ...] = (
    nothing_recommended,
    without_recipient,
    wording_not_issued,
    omitted_from_letter,
    wording_differs,
)

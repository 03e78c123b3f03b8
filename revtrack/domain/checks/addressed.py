"""Whom a recommendation goes to: lost, added or unclear between report, letter, reply, council."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from revtrack.domain.case import AuditCase
from revtrack.domain.checks.problem import (
    IN_RECOMMENDATIONS,
    IN_REPLIES,
    Check,
    Inspection,
    Problem,
    Trouble,
)
from revtrack.domain.checks.restated import LATER
from revtrack.domain.codes import Relation, RestatementSource, Role, Severity
from revtrack.domain.errors import N_
from revtrack.domain.names.recipient_words import Recipients, resolve_recipients
from revtrack.domain.records import Committee, Recommendation, Restatement
from revtrack.domain.texts.wordings import is_same_wording, relation_of

RECIPIENT_LOST = Trouble(
    "recipient_lost",
    Severity.WARNING,
    N_(
        "{committee} is a recipient of {number}, but not in {places}. "
        "See that it is asked, or confirm that it is meant."
    ),
    IN_RECOMMENDATIONS,
)
LOST_IN_REPORTING = replace(RECIPIENT_LOST, code="recipient_lost_in_reporting", where=IN_REPLIES)
NOT_ASKED = Trouble(
    "recipient_lost",
    Severity.WARNING,
    N_(
        "{committee} is a recipient of {number} in the report, but is not asked about it in the "
        "letter. Write to it, or confirm that it is meant."
    ),
    IN_RECOMMENDATIONS,
)
RECIPIENT_ADDED = Trouble(
    "recipient_added",
    Severity.NOTICE,
    N_("{committee} is no recipient of {number}, but is said to be one in {places}."),
    IN_RECOMMENDATIONS,
)
RECIPIENTS_COUNTED = Trouble(
    "recipients_counted",
    Severity.NOTICE,
    N_(
        "The recipients of {number} are given as “{words}” in {places}: read as {committees}. "
        "Confirm that it is so."
    ),
    IN_RECOMMENDATIONS,
)
RECIPIENTS_UNCLEAR = Trouble(
    "recipients_unclear",
    Severity.NOTICE,
    N_(
        "The recipients of {number} are given as “{words}” in {places}; “{unknown}” is no "
        "committee that is known. Register the name as an alias, or confirm."
    ),
    IN_RECOMMENDATIONS,
)
ADDRESSED_TO_ADMINISTRATION = Trouble(
    "addressed_to_administration",
    Severity.WARNING,
    N_(
        "{numbers} are said to go to {administrations} in {places}. An administration answers for "
        "nothing itself; read as {committees}. Confirm that it is so."
    ),
    IN_RECOMMENDATIONS,
)


@dataclass(frozen=True)
class _Reading:
    """A restatement whose recipients are known, and whom they are."""

    row: Restatement
    place: str
    recipients: Recipients


def recipients_of_texts(inspection: Inspection) -> Iterator[Problem]:
    """Find recipients that other texts leave out, add, or name by their administration."""
    case = inspection.case
    for each in case.recommendations:
        readings = [
            *_as_written(case, each),
            *_as_listed(case, each),
        ]
        if readings:
            yield from _lost(inspection, each, readings)
            yield from _added(inspection, each, readings)
            yield from _to_be_confirmed(inspection, each, readings)


def not_asked(inspection: Inspection) -> Iterator[Problem]:
    """Find committees that the report addresses and the letter leaves out of a recommendation."""
    for line in inspection.addressee_lines:
        is_in_letter = relation_of(line.recommendation) is not Relation.OMITTED
        if line.addressee.asked is False and is_in_letter:
            yield inspection.problem(NOT_ASKED, line.committee, line.recommendation)


def _reviewed(case: AuditCase) -> tuple[Committee, ...]:
    found = case.committees_with_role(Role.REVIEWED)
    return found or case.in_order(each.committee_id for each in case.addressees)


def _rows(case: AuditCase, recommendation: Recommendation) -> list[Restatement]:
    return [row for row in case.restatements if row.recommendation_id == recommendation.id]


def _as_written(case: AuditCase, recommendation: Recommendation) -> Iterator[_Reading]:
    """Give what texts say of the recipients in words."""
    for row in _rows(case, recommendation):
        if row.recipients is not None:
            found = resolve_recipients(row.recipients, _reviewed(case), case.committees)
            yield _Reading(row, row.place or "", found)


def _as_listed(case: AuditCase, recommendation: Recommendation) -> Iterator[_Reading]:
    """Give what texts tell by repeating the recommendation for one committee after the other."""
    for source in RestatementSource:
        rows = [row for row in _rows(case, recommendation) if row.source is source and row.text]
        if source is RestatementSource.RESPONSE or not rows:
            continue
        if any(row.committee_id is None or row.recipients is not None for row in rows):
            continue
        named = case.in_order(row.committee_id for row in rows if row.committee_id)
        yield _Reading(rows[0], rows[0].place or "", Recipients(named))


def _expected(
    case: AuditCase, recommendation: Recommendation, reading: _Reading
) -> tuple[Committee, ...]:
    """Return whom a text should name: a reply its own committee, other texts all recipients."""
    row = reading.row
    if row.source is RestatementSource.RESPONSE:
        return case.in_order([row.committee_id] if row.committee_id else [])
    is_report = row.source in {RestatementSource.REPORT_CHAPTER, RestatementSource.REPORT_SUMMARY}
    return case.committees_of(recommendation.id, asked_only=not is_report)


def _lost(
    inspection: Inspection, recommendation: Recommendation, readings: list[_Reading]
) -> Iterator[Problem]:
    case = inspection.case
    for committee in case.committees_of(recommendation.id):
        lost = [
            reading
            for reading in readings
            if committee in _expected(case, recommendation, reading)
            and committee not in reading.recipients.committees
            and not reading.recipients.unknown
        ]
        for trouble, is_later in ((RECIPIENT_LOST, False), (LOST_IN_REPORTING, True)):
            places = _places([each for each in lost if (each.row.source in LATER) is is_later])
            if places:
                yield inspection.problem(trouble, committee, recommendation, places=places)


def _added(
    inspection: Inspection, recommendation: Recommendation, readings: list[_Reading]
) -> Iterator[Problem]:
    """Find recipients of no recommendation with this wording."""
    case = inspection.case
    text = recommendation.report_text or recommendation.letter_text or ""
    alike = [
        each.id
        for each in case.recommendations
        if is_same_wording(each.report_text or each.letter_text or "", text)
    ]
    own = {each for number in alike for each in case.committees_of(number)}
    others = [each for each in readings if each.row.source is not RestatementSource.RESPONSE]
    for committee in case.committees:
        places = [each for each in others if committee in each.recipients.committees]
        if places and committee not in own:
            yield inspection.problem(
                _placed(RECIPIENT_ADDED, places),
                committee,
                recommendation,
                places=_places(places),
            )


def _to_be_confirmed(
    inspection: Inspection, recommendation: Recommendation, readings: list[_Reading]
) -> Iterator[Problem]:
    for reading in readings:
        found = reading.recipients
        if found.unknown:
            trouble = RECIPIENTS_UNCLEAR
        elif found.is_counted and not found.administrations:
            trouble = RECIPIENTS_COUNTED
        else:
            continue
        own = reading.row.committee_id
        yield inspection.problem(
            _placed(trouble, [reading]),
            inspection.case.committee_by_id[own] if own else None,
            recommendation,
            words=reading.row.recipients,
            places=_places([reading]),
            committees=_names(found),
            unknown=found.unknown,
        )


def addressed_to_administration(inspection: Inspection) -> Iterator[Problem]:
    """Find texts that give recommendations to an administration in place of its committees."""
    case = inspection.case
    found: dict[tuple[int | None, tuple[str, ...]], list[tuple[str, _Reading]]] = {}
    for each in case.recommendations:
        for reading in _as_written(case, each):
            key = (reading.row.committee_id, reading.recipients.administrations)
            if reading.recipients.administrations:
                found.setdefault(key, []).append((case.number_of(each), reading))
    for (committee_id, administrations), readings in found.items():
        yield inspection.problem(
            _placed(ADDRESSED_TO_ADMINISTRATION, [reading for _number, reading in readings]),
            case.committee_by_id[committee_id] if committee_id else None,
            numbers=tuple(number for number, _reading in readings),
            administrations=administrations,
            places=tuple(dict.fromkeys(_places([reading for _number, reading in readings]))),
            committees=_names(readings[0][1].recipients),
        )


def _placed(trouble: Trouble, readings: Sequence[_Reading]) -> Trouble:
    """Return the trouble where it is mended: what came after the letter, among the replies."""
    is_later = all(each.row.source in LATER for each in readings)
    return replace(trouble, where=IN_REPLIES) if is_later else trouble


def _names(recipients: Recipients) -> tuple[str, ...]:
    return tuple(each.name for each in recipients.committees)


def _places(readings: list[_Reading]) -> tuple[str, ...]:
    return tuple(each.place or each.row.source for each in readings)


CHECKS: tuple[Check, ...] = (not_asked, recipients_of_texts, addressed_to_administration)

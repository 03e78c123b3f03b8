"""The assessments of the audit questions: the matrix read, and what was filled in stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.assessing import (
    CellEntry,
    Finding,
    Matrix,
    assessed_committees,
    assessments_at,
    cell_of,
    finding_of,
    matrix_of,
    spoken_of,
)
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade
from revtrack.domain.errors import N_, GoneError, UsageError
from revtrack.domain.names.recipient_words import typed_recipients
from revtrack.services.registering.labels import own_words
from revtrack.storage import audits as stored
from revtrack.storage.rows import ConflictError, add, change, remove, some, table_of
from revtrack.storage.store import Store
from revtrack.wording.labels import swedish_label


def see_matrix(store: Store, audit_id: int) -> Matrix:
    """Return the questions of an audit against its committees, with the office's own words."""
    with store.reading() as session:
        case = stored.load_case(session, audit_id)
        return matrix_of(case, _words(session, case.municipality))


def _words(session: Session, town: r.Municipality) -> dict[Grade, str]:
    """Return the word of each step in the scale's order: the office's own where it has one."""
    own = own_words(session, town.id)
    return {each: swedish_label(each, own) for each in Grade}


def set_assessments(store: Store, audit_id: int, entries: Sequence[CellEntry]) -> int:
    """Store what was filled in, as one wish, and return the number of cells.

    An assessment is changed where it is only this question's and all of its committees change
    alike; else its committee goes over to another. Raises GoneError where question or committee is
    gone, ConflictError where somebody has changed a cell since it was read.
    """
    with store.wish() as session:
        case = stored.load_case(session, audit_id)
        _refuse_changed(case, entries)
        ordered = sorted(entries, key=lambda each: each.question_id)
        for question_id, cells in groupby(ordered, key=lambda each: each.question_id):
            wanted = {each.committee_id: each.finding for each in cells}
            _settle(session, stored.load_case(session, audit_id), question_id, wanted)
    return len(entries)


def _refuse_changed(case: AuditCase, entries: Iterable[CellEntry]) -> None:
    for each in entries:
        is_there = each.committee_id is None or each.committee_id in case.committee_by_id
        if not is_there or each.question_id not in case.question_by_id:
            raise GoneError
        if cell_of(case, (each.question_id, each.committee_id)) != each.seen:
            raise ConflictError(
                N_(
                    "Somebody else has changed the assessments meanwhile. Nothing was saved. Read "
                    "the register again with F5; what you have filled in stays."
                )
            )


def _settle(
    session: Session,
    case: AuditCase,
    question_id: int,
    wanted: Mapping[int | None, Finding | None],
) -> None:
    """Store what is wanted of some committees in a question."""
    free = _freed(session, case, question_id, set(wanted))
    case = stored.load_case(session, case.audit.id)
    groups: dict[Finding, list[int | None]] = {}
    for committee_id, finding in wanted.items():
        if finding is not None:
            groups.setdefault(finding, []).append(committee_id)
    for finding, committee_ids in groups.items():
        assessment = _alike(case, question_id, finding, free)
        if assessment is None and free:
            assessment = change(session, free.pop(0), **finding.model_dump())
        if assessment is None:
            assessment = _new(session, case.audit.id, question_id, finding)
        _link(session, assessment, committee_ids)
    for assessment in free:
        _remove(session, case, assessment)


def _freed(
    session: Session, case: AuditCase, question_id: int, committee_ids: set[int | None]
) -> list[r.Assessment]:
    """Take these committees out of a question; return the assessments that speak of nobody then.

    One that answers other questions too, or that named nobody, is parted first.
    """
    free = []
    touched = {
        each.id: each
        for committee_id in committee_ids
        for each in assessments_at(case, (question_id, committee_id))
    }
    for assessment in touched.values():
        own = _only_of(session, case, assessment, question_id)
        staying = [each for each in spoken_of(case, assessment) if each not in committee_ids]
        _keep_only(session, own, staying)
        _link(session, own, staying)
        if not staying:
            free.append(own)
    return free


def _only_of(
    session: Session, case: AuditCase, assessment: r.Assessment, question_id: int
) -> r.Assessment:
    """Return the assessment as one of this question alone; a copy where it answers others too."""
    links = [each for each in case.assessment_questions if each.assessment_id == assessment.id]
    if len(links) == 1:
        return assessment
    for link in links:
        if link.question_id == question_id:
            remove(session, link)
    return _new(session, case.audit.id, question_id, finding_of(assessment))


def _alike(
    case: AuditCase, question_id: int, finding: Finding, free: Sequence[r.Assessment]
) -> r.Assessment | None:
    """Return the question's own assessment that says the same, if there is one."""
    taken = {each.id for each in free}
    shared = [link.assessment_id for link in case.assessment_questions]
    return next(
        (
            each
            for each in case.assessments_of(question_id)
            if each.id not in taken
            and shared.count(each.id) == 1
            and case.committees_assessed_by(each.id)
            and finding_of(each) == finding
        ),
        None,
    )


def add_assessment(
    session: Session,
    audit_id: int,
    question_id: int,
    committee_ids: Sequence[int],
    finding: Finding,
) -> r.Assessment:
    """Store one more assessment of a question as a part of a wish, and return it.

    One that names no committees speaks of all.
    """
    assessment = _new(session, audit_id, question_id, finding)
    _link(session, assessment, committee_ids)
    return assessment


def settle(
    session: Session,
    case: AuditCase,
    question_id: int,
    committee_ids: Sequence[int],
    finding: Finding,
) -> None:
    """Store what is found of committees, or of all, in place of what was; a part of a wish."""
    columns: list[int | None] = [
        *(committee_ids or (each.id for each in assessed_committees(case)))
    ]
    _settle(session, case, question_id, dict.fromkeys(columns or [None], finding))


def _new(session: Session, audit_id: int, question_id: int, finding: Finding) -> r.Assessment:
    columns = table_of(r.Assessment).c
    there = some(session, r.Assessment, columns.audit_id == audit_id)
    ordinal = max((each.ordinal for each in there), default=0) + 1
    new = r.NewAssessment(audit_id=audit_id, ordinal=ordinal, **finding.model_dump())
    assessment = add(session, r.Assessment, new)
    link = r.NewAssessmentQuestion(assessment_id=assessment.id, question_id=question_id)
    add(session, r.AssessmentQuestion, link)
    return assessment


def _links_of(session: Session, assessment: r.Assessment) -> tuple[r.AssessmentCommittee, ...]:
    columns = table_of(r.AssessmentCommittee).c
    return some(session, r.AssessmentCommittee, columns.assessment_id == assessment.id)


def _keep_only(
    session: Session, assessment: r.Assessment, committee_ids: Sequence[int | None]
) -> None:
    for link in _links_of(session, assessment):
        if link.committee_id not in committee_ids:
            remove(session, link)


def _link(session: Session, assessment: r.Assessment, committee_ids: Iterable[int | None]) -> None:
    linked = {link.committee_id for link in _links_of(session, assessment)}
    for committee_id in committee_ids:
        if committee_id is not None and committee_id not in linked:
            new = r.NewAssessmentCommittee(assessment_id=assessment.id, committee_id=committee_id)
            add(session, r.AssessmentCommittee, new)


def _remove(session: Session, case: AuditCase, assessment: r.Assessment) -> None:
    for link in case.assessment_questions:
        if link.assessment_id == assessment.id:
            remove(session, link)
    remove(session, assessment)


@dataclass(frozen=True)
class Found:
    """What was found, as a command names it; no step takes an assessment away."""

    grade: Grade | None
    phrase: str | None = None
    """None: the step's own word."""
    section: str | None = None


def assess_named(
    store: Store, audit_id: int, numbers: Sequence[int], recipients: str | None, found: Found
) -> int:
    """Store a step for questions by number and committees by name; return the number of cells.

    Without committees it is of all. Raises UsageError where a question or a committee is not known.
    """
    matrix = see_matrix(store, audit_id)
    columns = _columns(store, audit_id, matrix, recipients)
    places = [
        (question.id, column) for question in _numbered(matrix, numbers) for column in columns
    ]
    finding = None
    if found.grade is not None:
        phrase = found.phrase or matrix.words[found.grade].lower()
        finding = Finding(grade=found.grade, phrase=phrase, section=found.section)
    return set_assessments(store, audit_id, matrix.put(places, finding).entries())


def _numbered(matrix: Matrix, numbers: Sequence[int]) -> list[r.Question]:
    by_number = {each.number: each for each in matrix.questions}
    for number in numbers:
        if number not in by_number:
            raise UsageError("There is no audit question {number}.", number=number)
    return [by_number[number] for number in numbers]


def _columns(
    store: Store, audit_id: int, matrix: Matrix, recipients: str | None
) -> tuple[int | None, ...]:
    """Return the columns of the committees that are named; all where none is."""
    if recipients is None:
        return matrix.columns
    with store.reading() as session:
        case = stored.load_case(session, audit_id)
    named = typed_recipients(recipients, matrix.committees, case.committees)
    strange = [*named.unknown, *named.nobody]
    strange += [each.name for each in named.committees if each not in matrix.committees]
    if strange or not named.committees:
        raise UsageError(
            "Not among the reviewed committees: {names}.", names=", ".join(strange) or recipients
        )
    return tuple(each.id for each in named.committees)

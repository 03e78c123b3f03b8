"""The matrix of assessments: filled in cell by cell, stored as one wish."""

from itertools import islice

import pytest

from revtrack.domain.assessing import Cell, Finding, Matrix, Place
from revtrack.domain.codes import Grade
from revtrack.domain.entries import NamedAuditEntry
from revtrack.domain.errors import RevTrackError
from revtrack.domain.undoing import Direction
from revtrack.services.find import read_case
from revtrack.services.history import list_history, verify
from revtrack.services.registering.assessing import see_matrix, set_assessments
from revtrack.services.registering.new_audit import register_named_audit
from revtrack.services.registering.register import add_questions
from revtrack.services.undoing import see_turn, take_turn
from revtrack.storage.store import Store

Q1, Q2 = 1, 2
KS, GSN, KFN = 1, 2, 3


def _audit(store: Store, committees: str | None = "KS, GSN, KFN") -> int:
    entry = NamedAuditEntry(
        municipality="Provinge kommun", title="Skolmat", audit_year=2022, committees=committees
    )
    audit = register_named_audit(store, entry)
    add_questions(store, audit.id, ["Finns rutiner?", "Följs de?"])
    return audit.id


def _save(store: Store, matrix: Matrix) -> Matrix:
    set_assessments(store, 1, matrix.entries())
    after = see_matrix(store, 1)
    assert {place: after.cell(place) for place in matrix.kept} == {
        place: matrix.cell(place) for place in matrix.kept
    }
    return after


def _grades(matrix: Matrix) -> dict[Place, list[str]]:
    return {place: [each.grade.value for each in cell] for place, cell in matrix.kept.items()}


def _stored(store: Store) -> list[tuple[str, list[int], list[int]]]:
    case = read_case(store, 1)
    return [
        (
            each.phrase,
            [
                link.question_id
                for link in case.assessment_questions
                if link.assessment_id == each.id
            ],
            [one.id for one in case.committees_assessed_by(each.id)],
        )
        for each in case.assessments
    ]


def test_those_alike_share_an_assessment(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store))
    matrix = matrix.graded(matrix.places_of(Q1), Grade.PARTLY).graded([(Q1, KFN)], Grade.NO)
    matrix = _save(empty_store, matrix.graded([(Q2, KS)], Grade.YES))
    assert _stored(empty_store) == [
        ("delvis", [Q1], [KS, GSN]),
        ("nej", [Q1], [KFN]),
        ("ja", [Q2], [KS]),
    ]
    assert matrix.filled == {}
    assert matrix.common(matrix.places_of(Q1)) is None


def test_a_step_that_changes_for_all_changes_its_assessment(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store))
    matrix = _save(empty_store, matrix.graded(matrix.places_of(Q1), Grade.PARTLY))
    before = read_case(empty_store, 1).assessments
    _save(empty_store, matrix.graded(matrix.places_of(Q1), Grade.MOSTLY))
    (after,) = read_case(empty_store, 1).assessments
    assert (after.uid, after.phrase) == (before[0].uid, "i huvudsak")


def test_a_committee_goes_over_and_comes_back(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store))
    matrix = _save(empty_store, matrix.graded(matrix.places_of(Q1), Grade.PARTLY))
    matrix = _save(empty_store, matrix.graded([(Q1, GSN)], Grade.NO))
    assert _stored(empty_store) == [("delvis", [Q1], [KS, KFN]), ("nej", [Q1], [GSN])]
    matrix = _save(empty_store, matrix.graded([(Q1, GSN)], Grade.PARTLY))
    assert _stored(empty_store) == [("delvis", [Q1], [KS, GSN, KFN])]
    _save(empty_store, matrix.put(matrix.places_of(Q1), None))
    assert _stored(empty_store) == []
    assert verify(empty_store) == ()


def test_the_report_s_own_words_stay_when_the_step_is_corrected(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store))
    own = Finding(grade=Grade.PARTLY, phrase="i stort sett", section="3.1", explanation="Skäl.")
    matrix = _save(empty_store, matrix.put([(Q1, KS)], own).graded([(Q1, GSN)], Grade.PARTLY))
    matrix = _save(empty_store, matrix.graded([(Q1, KS), (Q1, GSN)], Grade.MOSTLY))
    told = [(each.phrase, each.section) for cell in matrix.kept.values() for each in cell]
    assert told == [("i stort sett", "3.1"), ("i huvudsak", None)]
    matrix = _save(empty_store, matrix.same_for_all((Q1, KS)))
    assert _stored(empty_store) == [("i stort sett", [Q1], [KS, GSN, KFN])]


def test_an_audit_that_names_no_committee_has_one_column(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store, None))
    assert matrix.columns == (None,)
    matrix = _save(empty_store, matrix.graded([(Q1, None), (Q2, None)], Grade.LIMITED))
    matrix = _save(empty_store, matrix.graded([(Q1, None)], Grade.NO).put([(Q2, None)], None))
    assert _stored(empty_store) == [("nej", [Q1], [])]


def test_one_of_several_questions_or_committees_is_parted_from_the_others(
    demo_store: Store,
) -> None:
    """Whatever cell of the samples changes, all the others stay as they were."""
    for audit_id in range(1, 12):
        matrix = see_matrix(demo_store, audit_id)
        places = [place for place, cell in matrix.kept.items() if cell]
        for place in islice(places, 0, None, 5):
            grade = Grade.YES if matrix.cell(place)[0].grade is Grade.NO else Grade.NO
            changed = matrix.graded([place], grade)
            set_assessments(demo_store, audit_id, changed.entries())
            matrix = see_matrix(demo_store, audit_id)
            assert matrix.kept == {each: changed.cell(each) for each in changed.kept}


def test_what_somebody_else_has_changed_is_not_written_over(empty_store: Store) -> None:
    audit_id = _audit(empty_store)
    mine = see_matrix(empty_store, audit_id).graded([(Q1, KS), (Q2, KS)], Grade.NO)
    theirs = see_matrix(empty_store, audit_id).graded([(Q1, KS)], Grade.YES)
    set_assessments(empty_store, audit_id, theirs.entries())
    before = list_history(empty_store)
    with pytest.raises(RevTrackError, match="changed the assessments meanwhile"):
        set_assessments(empty_store, audit_id, mine.entries())
    assert list_history(empty_store) == before
    newer = mine.over(see_matrix(empty_store, audit_id))
    saved = _save(empty_store, newer)
    assert _grades(saved)[Q1, KS] == ["no"]


def test_the_matrix_is_undone_in_one_step(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store))
    full = matrix.graded(matrix.places_of(Q1), Grade.PARTLY).graded([(Q2, KS)], Grade.NO)
    before: dict[Place, Cell] = dict(matrix.kept)
    after = _save(empty_store, full).kept
    take_turn(empty_store, see_turn(empty_store, Direction.UNDO))
    assert see_matrix(empty_store, 1).kept == before
    take_turn(empty_store, see_turn(empty_store, Direction.REDO))
    assert see_matrix(empty_store, 1).kept == after


def test_a_question_that_is_gone_is_refused(empty_store: Store) -> None:
    matrix = see_matrix(empty_store, _audit(empty_store)).graded([(99, KS)], Grade.NO)
    with pytest.raises(RevTrackError, match="by somebody else meanwhile"):
        set_assessments(empty_store, 1, matrix.entries())

"""Bedömningsmatrisen: the audit questions against the committees, filled in cell by cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade, Role
from revtrack.domain.records import Assessment, Committee, Question, Record
from revtrack.domain.texts.prose import Line, Prose

Place = tuple[int, int | None]
"""A cell: ids of question and committee; None as committee where the audit names none."""


class Finding(Record):
    """What is found of a committee in a question."""

    grade: Grade
    phrase: Line
    """The report's exact grading words; the step's own word where nobody has written others."""
    section: Line | None = None
    explanation: Prose | None = None
    quote: Prose | None = None


Cell = tuple[Finding, ...]
"""What is found in a cell; more than one where the report answers a question in several parts."""


class CellEntry(Record):
    """A cell as somebody has filled it in, with what stood there when it was read."""

    question_id: int
    committee_id: int | None
    seen: Cell
    finding: Finding | None
    """None: cleared."""


class Filled(Record):
    """All that is filled in and not yet stored, as it is kept in a draft."""

    cells: tuple[CellEntry, ...]


def assessed_committees(case: AuditCase) -> tuple[Committee, ...]:
    """Return those that were reviewed or that an assessment speaks of, in the register's order."""
    reviewed = [each.id for each in case.committees_with_role(Role.REVIEWED)]
    return case.in_order([*reviewed, *(link.committee_id for link in case.assessment_committees)])


def spoken_of(case: AuditCase, assessment: Assessment) -> tuple[int | None, ...]:
    """Return the columns of an assessment: its committees; one that names none speaks of all."""
    named = case.committees_assessed_by(assessment.id) or assessed_committees(case)
    return tuple(each.id for each in named) or (None,)


def assessments_at(case: AuditCase, place: Place) -> tuple[Assessment, ...]:
    """Return the assessments of a committee in a question, in the report's order."""
    question_id, committee_id = place
    found = case.assessments_of(question_id)
    return tuple(each for each in found if committee_id in spoken_of(case, each))


def finding_of(assessment: Assessment) -> Finding:
    """Return what an assessment says, without its place in the report."""
    return Finding.model_validate(assessment.model_dump(include=set(Finding.model_fields)))


def cell_of(case: AuditCase, place: Place) -> Cell:
    """Return what is registered in a cell."""
    return tuple(map(finding_of, assessments_at(case, place)))


@dataclass(frozen=True)
class Matrix:
    """The cells of one audit as they are registered, and what has been filled in since."""

    questions: tuple[Question, ...]
    committees: tuple[Committee, ...]
    """Empty where the audit names none; then there is one column, for all."""
    words: Mapping[Grade, str]
    """The word of each step, in the scale's order."""
    kept: Mapping[Place, Cell] = field(default_factory=dict)
    filled: Mapping[Place, Finding | None] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[int | None, ...]:
        """The committees' ids."""
        return tuple(each.id for each in self.committees) or (None,)

    def places_of(self, question_id: int) -> tuple[Place, ...]:
        """Return the cells of a question."""
        return tuple((question_id, column) for column in self.columns)

    def cell(self, place: Place) -> Cell:
        """Return what stands in a cell now."""
        if place in self.filled:
            finding = self.filled[place]
            return (finding,) if finding else ()
        return self.kept.get(place, ())

    def common(self, places: Iterable[Place]) -> Cell | None:
        """Return what stands in all of these cells alike; None where they differ."""
        cells = {self.cell(place) for place in places}
        return cells.pop() if len(cells) == 1 else None

    def common_grades(self, places: Iterable[Place]) -> tuple[Grade, ...] | None:
        """Return the steps that stand in all of these cells, whatever the words beside them."""
        found = {tuple(each.grade for each in self.cell(place)) for place in places}
        return found.pop() if len(found) == 1 else None

    def graded(self, places: Iterable[Place], grade: Grade) -> "Matrix":
        """Return the matrix with a step in these cells; what else was said there is kept."""
        return self.with_filled({place: self._graded(place, grade) for place in places})

    def _graded(self, place: Place, grade: Grade) -> Finding:
        cell = self.cell(place)
        if len(cell) != 1:
            return Finding(grade=grade, phrase=self.words[grade].lower())
        finding = cell[0]
        is_own = finding.phrase != self.words[finding.grade].lower()
        phrase = finding.phrase if is_own else self.words[grade].lower()
        return finding.model_copy(update={"grade": grade, "phrase": phrase})

    def put(self, places: Iterable[Place], finding: Finding | None) -> "Matrix":
        """Return the matrix with this in these cells; None clears them."""
        return self.with_filled(dict.fromkeys(places, finding))

    def same_for_all(self, place: Place) -> "Matrix":
        """Return the matrix with what stands in a cell in all cells of its question."""
        (finding,) = self.cell(place)
        return self.put(self.places_of(place[0]), finding)

    def with_filled(self, filled: Mapping[Place, Finding | None]) -> "Matrix":
        """Return the matrix with these cells filled in besides; what is as it was is not kept."""
        every = {**self.filled, **filled}
        changed = {
            place: finding
            for place, finding in every.items()
            if self.kept.get(place, ()) != ((finding,) if finding else ())
        }
        return replace(self, filled=changed)

    def entries(self) -> tuple[CellEntry, ...]:
        """Return what has been filled in, to be stored."""
        return tuple(
            CellEntry(
                question_id=question_id,
                committee_id=committee_id,
                seen=self.kept.get((question_id, committee_id), ()),
                finding=finding,
            )
            for (question_id, committee_id), finding in self.filled.items()
        )

    def filled_again(self, filled: Filled) -> "Matrix":
        """Return the matrix with what was filled in before, as far as its cells are still there."""
        places = {place for each in self.questions for place in self.places_of(each.id)}
        return self.with_filled(
            {
                place: each.finding
                for each in filled.cells
                if (place := (each.question_id, each.committee_id)) in places
            }
        )

    def as_registered(self) -> "Matrix":
        """Return the matrix with nothing filled in."""
        return replace(self, filled={})

    def over(self, newer: "Matrix") -> "Matrix":
        """Return what has been filled in here over the register as it is read now."""
        places = {place for each in newer.questions for place in newer.places_of(each.id)}
        return newer.with_filled(
            {place: each for place, each in self.filled.items() if place in places}
        )


def matrix_of(case: AuditCase, words: Mapping[Grade, str]) -> Matrix:
    """Return the matrix of an audit, with nothing filled in."""
    empty = Matrix(case.questions, assessed_committees(case), words)
    places: Sequence[Place] = [
        place for each in case.questions for place in empty.places_of(each.id)
    ]
    return replace(empty, kept={place: cell_of(case, place) for place in places})

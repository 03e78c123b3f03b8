"""The audit questions with what was found of each committee."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.documents import phrases
from revtrack.domain.assessing import assessed_committees
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Grade
from revtrack.domain.names.recipients import join_names
from revtrack.domain.records import Assessment, Committee, Question
from revtrack.wording.labels import swedish_label, symbol

NOT_ASSESSED = "Ej bedömd"


@dataclass(frozen=True)
class Assessed:
    """The questions of an audit, the committees, and the assessments between them."""

    case: AuditCase

    @cached_property
    def committees(self) -> tuple[Committee, ...]:
        """Those that were reviewed or that an assessment speaks of, in the register's order."""
        return assessed_committees(self.case)

    def committees_of(self, assessment: Assessment) -> tuple[Committee, ...]:
        """Return those that an assessment speaks of; one that names none speaks of all."""
        return self.case.committees_assessed_by(assessment.id) or self.committees

    def grade(self, question: Question, committee: Committee | None) -> str:
        """Return a committee's cell, or where there is only one, that of all."""
        found = [
            with_symbol(each.grade)
            for each in self.case.assessments_of(question.id)
            if committee is None or committee in self.committees_of(each)
        ]
        return "\n".join(dict.fromkeys(found)) or NOT_ASSESSED

    def to_whom(self, assessment: Assessment) -> str:
        """Return whom an assessment speaks of, as a cell begins."""
        committees = self.committees_of(assessment)
        if len(self.committees) > 1 and committees == self.committees:
            return "Samtliga"
        return phrases.capital_names(committees) or phrases.NONE_GIVEN

    def reasons(self, question: Question) -> str:
        """Return the reasons for all that was found of a question, a line for each assessment."""
        found = self.case.assessments_of(question.id)
        texts = [reason(each) for each in found]
        if len(set(texts)) > 1:
            texts = [f"{self.to_whom(each)}: {reason(each)}" for each in found]
        return "\n".join(dict.fromkeys(texts)) or phrases.NONE_GIVEN

    def sections(self, question: Question) -> str:
        """Return where in the report the question is answered."""
        found = (each.section for each in self.case.assessments_of(question.id))
        return ", ".join(dict.fromkeys(each for each in found if each)) or phrases.NONE_GIVEN

    @cached_property
    def overall(self) -> str:
        """The overall conclusions as a sentence; empty where there are none."""
        told = [
            f"{swedish_label(each.aspect).lower()} – {swedish_label(each.grade).lower()} "
            f"(”{each.phrase}”)"
            for each in self.case.overall
        ]
        return f"Samlad bedömning: {join_names(told)}." if told else ""


def with_symbol(grade: Grade) -> str:
    """Return a step as a word and a symbol, never parted by the end of a line.

    The word comes first, lest it look like an item of a list.
    """
    return f"{swedish_label(grade)}\N{NO-BREAK SPACE}{symbol(grade)}"


def reason(assessment: Assessment) -> str:
    """Return the report's own words of what was found, and why."""
    said = f"”{assessment.phrase}”."
    if assessment.explanation:
        return f"{said} {phrases.sentence(assessment.explanation)}"
    return f"{said} Ur rapporten: ”{assessment.quote}”" if assessment.quote else said


def parted(committees: Sequence[Committee], most: int) -> list[tuple[Committee, ...]]:
    """Return the committees in parts of about the same size, none larger than ``most``."""
    if not committees:
        return []
    count = -(-len(committees) // most)
    size = -(-len(committees) // count)
    return [tuple(committees[place : place + size]) for place in range(0, len(committees), size)]

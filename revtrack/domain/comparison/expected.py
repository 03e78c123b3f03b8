"""What the register says that a letter or report should hold."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Relation, Role
from revtrack.domain.days.deadlines import extended_to
from revtrack.domain.names.addressing import Bodies
from revtrack.domain.names.recipients import planned_numbers
from revtrack.domain.records import Committee, Recommendation


class ComparedAs(Enum):
    """Which of the register's two lists a paper is held against."""

    COVER_LETTER = "cover-letter"
    REPORT = "report"


@dataclass(frozen=True)
class Wanted:
    """A recommendation as the paper should give it."""

    recommendation: Recommendation
    number: str | None
    text: str
    committees: tuple[Committee, ...]
    """In the register's order."""

    @property
    def known_as(self) -> str:
        """What papers call it: by its number here, or by another that it has."""
        return self.number or AuditCase.number_of(self.recommendation)

    @property
    def committee_ids(self) -> frozenset[int]:
        """The committees it is put to, by their ids."""
        return frozenset(each.id for each in self.committees)


@dataclass(frozen=True)
class Register:
    """One audit's register as far as a letter or a report tells of it."""

    case: AuditCase
    compared_as: ComparedAs

    @cached_property
    def bodies(self) -> Bodies:
        """The committees that names in the paper are read against."""
        case = self.case
        audited = [*case.committees_with_role(Role.REVIEWED), *self.addressees]
        reviewed = case.in_order(each.id for each in audited)
        return Bodies(reviewed, case.committees)

    @cached_property
    def addressees(self) -> tuple[Committee, ...]:
        """All committees that something is recommended to."""
        return self.case.in_order(each.committee_id for each in self.case.addressees)

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """The recommendations and questions, in the report's order."""
        is_letter = self.compared_as is ComparedAs.COVER_LETTER
        return self._of_letter() if is_letter else self._of_report()

    def _of_letter(self) -> tuple[Wanted, ...]:
        numbers = planned_numbers(self.case)
        return tuple(
            Wanted(
                each,
                numbers[each.id],
                self.case.wording_in_letter(each),
                self.case.committees_of(each.id, asked_only=True),
            )
            for each in self.case.recommendations
            if each.id in numbers
        )

    def _of_report(self) -> tuple[Wanted, ...]:
        return tuple(
            Wanted(each, each.number_in_report, each.report_text, self.case.committees_of(each.id))
            for each in self.case.recommendations
            if each.report_text is not None and each.relation is not Relation.ADDED
        )

    @cached_property
    def letter_on(self) -> date | None:
        """The letter's day; None while it is not decided."""
        letter = self.case.cover_letter
        return self.case.audit.handed_over_on or (letter.dated_on if letter else None)

    @cached_property
    def recipients(self) -> tuple[Committee, ...]:
        """Those whom the letter is written to."""
        case, letter = self.case, self.case.cover_letter
        ids = [
            each.committee_id
            for each in case.letter_recipients
            if letter and each.letter_id == letter.id
        ]
        asked = [each.committee_id for each in case.reply_cases]
        return case.in_order(ids or asked) or case.committees_with_role(Role.RECIPIENT)

    @cached_property
    def due(self) -> dict[int, date]:
        """The days replies are asked for, by committee, as the letter gives them."""
        case, letter = self.case, self.case.cover_letter
        days = {each.committee_id: each.due_on for each in case.reply_cases}
        days |= {
            each.committee_id: each.due_on
            for each in case.letter_recipients
            if letter and each.letter_id == letter.id and each.due_on
        }
        return {committee: day for committee, day in days.items() if day}

    @cached_property
    def extended(self) -> dict[int, date]:
        """The days that extensions moved, by committee."""
        days = {
            each.committee_id: extended_to(
                [x for x in self.case.extensions if x.reply_case_id == each.id]
            )
            for each in self.case.reply_cases
        }
        return {committee: day for committee, day in days.items() if day}

    @property
    def asks_via_council(self) -> bool:
        """Whether the council is asked to refer the letter, so that it sets no day itself."""
        return bool(self.case.cover_letter and self.case.cover_letter.via_council)

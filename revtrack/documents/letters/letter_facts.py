"""What the letter puts to whom, by which number and until when: gathered once for all documents."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from revtrack.documents import phrases
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import RecommendationKind, Role
from revtrack.domain.names.recipients import (
    RecipientGroup,
    group_by_recipients,
    number_key,
    planned_numbers,
)
from revtrack.domain.records import Committee, Letter, Recommendation
from revtrack.wording.words import capitalise_first


@dataclass(frozen=True)
class LetterFacts:
    """The letter as issued, or as it would be issued today: recipients, days, numbers."""

    case: AuditCase
    today: date
    committee: Committee | None = None
    """The one recipient that a copy is made for; None: for all."""

    @cached_property
    def letter(self) -> Letter | None:
        """The letter as planned or issued."""
        return self.case.cover_letter

    @cached_property
    def day(self) -> date:
        """The day of the letter; today while it is not decided."""
        planned = self.letter.dated_on if self.letter else None
        return self.case.audit.handed_over_on or planned or self.today

    @cached_property
    def all_recipients(self) -> tuple[Committee, ...]:
        """The committees that the letter goes to, in the register's order."""
        case = self.case
        if self.letter:
            ids = [
                each.committee_id
                for each in case.letter_recipients
                if each.letter_id == self.letter.id
            ]
            if ids:
                return case.in_order(ids)
        in_reply_cases = case.in_order(each.committee_id for each in case.reply_cases)
        to_be_asked = case.in_order(
            committee.id for each in self.numbers for committee in self.recipients_of(each)
        )
        return (
            in_reply_cases
            or case.committees_with_role(Role.RECIPIENT)
            or to_be_asked
            or case.committees_with_role(Role.REVIEWED)
        )

    @cached_property
    def everybody(self) -> tuple[Committee, ...]:
        """All whom the letter is written to or puts something to, or who are asked for a reply."""
        ids = {each.id for each in self.all_recipients}
        ids |= {each.id for each in self.case.committees_with_role(Role.RECIPIENT)}
        ids |= {each.committee_id for each in self.case.reply_cases}
        ids |= {committee.id for each in self.numbers for committee in self.recipients_of(each)}
        return self.case.in_order(ids)

    @cached_property
    def recipients(self) -> tuple[Committee, ...]:
        """Those whom this copy is made for."""
        return (self.committee,) if self.committee else self.all_recipients

    @cached_property
    def numbers(self) -> dict[int, str]:
        """The public numbers by recommendation."""
        return planned_numbers(self.case)

    def recipients_of(self, recommendation_id: int) -> tuple[Committee, ...]:
        """Return the committees that the letter puts a recommendation to."""
        return self.case.committees_of(recommendation_id, asked_only=True)

    @cached_property
    def due(self) -> dict[int, date]:
        """The days replies are asked for, by committee: the original ones, never extended."""
        days = {each.committee_id: each.due_on for each in self.case.reply_cases}
        if self.letter:
            days |= {
                each.committee_id: each.due_on
                for each in self.case.letter_recipients
                if each.letter_id == self.letter.id and each.due_on
            }
        return {
            committee.id: day for committee in self.recipients if (day := days.get(committee.id))
        }

    @cached_property
    def asked(self) -> tuple[Committee, ...]:
        """The recipients that a reply is asked of."""
        return tuple(each for each in self.recipients if each.id in self.due)

    @cached_property
    def is_undecided(self) -> bool:
        """Whether nobody has yet said if and when a reply is asked for."""
        return not self.case.is_handed_over and not self.case.letter_recipients and not self.due

    @cached_property
    def via_council(self) -> bool:
        """Whether the council is asked to refer the letter to the committees."""
        return bool(self.letter and self.letter.via_council)

    @cached_property
    def all_chosen(self) -> tuple[Recommendation, ...]:
        """The recommendations and questions of the letter to all, in the report's order."""
        return tuple(each for each in self.case.recommendations if each.id in self.numbers)

    @cached_property
    def listed_recipients(self) -> tuple[Committee, ...]:
        """The committees of this copy that at least one recommendation or question goes to."""
        return self.case.in_order(
            committee.id
            for each in self.chosen
            for committee in self.recipients_of(each.id)
            if self.committee in {None, committee}
        )

    @cached_property
    def chosen(self) -> tuple[Recommendation, ...]:
        """The recommendations and questions of this copy, in the order of their numbers."""
        return self._by_number(
            each
            for each in self.all_chosen
            if self.committee is None or self.committee in self.recipients_of(each.id)
        )

    def groups(self, *, of_questions: bool) -> tuple[RecipientGroup, ...]:
        """Return the recommendations, or the questions, of this copy by their recipients.

        Within a group they stand in the order of their numbers, which the letter to all gave them.
        """
        chosen = [
            each
            for each in self.chosen
            if (each.kind is RecommendationKind.QUESTION) is of_questions
        ]
        own = (self.committee,) if self.committee else None
        to = {each.id: own or self.recipients_of(each.id) for each in chosen}
        return tuple(
            replace(group, recommendations=self._by_number(group.recommendations))
            for group in group_by_recipients(chosen, to)
        )

    def _by_number(self, items: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
        return tuple(sorted(items, key=lambda each: number_key(self.numbers[each.id])))


def table_title(facts: LetterFacts) -> str:
    """Return what the table of recommendations is called, on itself and among the attachments."""
    what = capitalise_first(phrases.term_of(facts.chosen).several)
    if len(facts.listed_recipients) == 1:
        return f"{what} till {phrases.names(facts.listed_recipients)}"
    if facts.committee:
        return f"{what} till {facts.committee.name}"
    return f"{what} per mottagare"


def wording(recommendation: Recommendation) -> str:
    """Return the wording in the letter, or the report's while there is no other."""
    return recommendation.letter_text or recommendation.report_text or ""

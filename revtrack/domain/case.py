"""One audit with all that hangs on it, as one value that rules, documents and screens read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from revtrack.domain.codes import LetterKind, Priority, Role
from revtrack.domain.records import (
    Action,
    ActionAddressee,
    Addressee,
    Answer,
    Assessment,
    AssessmentCommittee,
    AssessmentQuestion,
    Attachment,
    Audit,
    AuditCommittee,
    Committee,
    CommitteeMeeting,
    Confirmation,
    CouncilDecision,
    Document,
    Extension,
    FollowedAudit,
    Letter,
    LetterRecipient,
    Municipality,
    Officeholder,
    OverallConclusion,
    ProgressReport,
    Question,
    Recommendation,
    RecommendationQuestion,
    RecommendationWording,
    Reminder,
    ReplyCase,
    ReplyCaseNote,
    Response,
    ResponseCase,
    Restatement,
    Verdict,
)
from revtrack.domain.replies import reminded
from revtrack.domain.states import in_force, in_time_order
from revtrack.domain.texts.wordings import words_of

T = TypeVar("T")


@dataclass(frozen=True)
class EarlierRecommendation:
    """A recommendation of another audit of the municipality, as far as it is compared with."""

    audit: str
    """Reference of its audit."""
    audit_id: int
    audit_year: int
    number: str
    """The number it is known by: the letter's, else the report's."""
    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its text, which are held against those of many others."""
        return words_of(self.text)


@dataclass(frozen=True)
class RecommendationPlace:
    """Where a recommendation stands that another one names: its audit and its number there."""

    audit: str
    """Reference of the audit."""
    audit_year: int
    number: str


@dataclass(frozen=True, kw_only=True)
class AuditCase:
    """All facts of one audit. Each tuple stands in the order that a reader expects."""

    municipality: Municipality
    officeholders: tuple[Officeholder, ...] = ()
    committees: tuple[Committee, ...] = ()
    """All committees of the municipality, in its own order."""
    meetings: tuple[CommitteeMeeting, ...] = ()
    """The calendars of the committees that the audit goes to, around the time of their replies."""
    audit: Audit
    followed: tuple[FollowedAudit, ...] = ()
    overall: tuple[OverallConclusion, ...] = ()
    audit_committees: tuple[AuditCommittee, ...] = ()
    questions: tuple[Question, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    assessment_questions: tuple[AssessmentQuestion, ...] = ()
    assessment_committees: tuple[AssessmentCommittee, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    recommendation_questions: tuple[RecommendationQuestion, ...] = ()
    wordings: tuple[RecommendationWording, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    letters: tuple[Letter, ...] = ()
    letter_recipients: tuple[LetterRecipient, ...] = ()
    reply_cases: tuple[ReplyCase, ...] = ()
    notes: tuple[ReplyCaseNote, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    extensions: tuple[Extension, ...] = ()
    responses: tuple[Response, ...] = ()
    response_cases: tuple[ResponseCase, ...] = ()
    answers: tuple[Answer, ...] = ()
    actions: tuple[Action, ...] = ()
    action_addressees: tuple[ActionAddressee, ...] = ()
    progress_reports: tuple[ProgressReport, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    council_decisions: tuple[CouncilDecision, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    documents: tuple[Document, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    earlier_recommendations: tuple[EarlierRecommendation, ...] = ()
    """Those of the municipality's earlier audits; only where the case is to be checked."""

    elsewhere: Mapping[int, RecommendationPlace] = field(default_factory=dict)
    """Recommendations of other audits that those here repeat or were merged into, by id."""

    @cached_property
    def committee_by_id(self) -> dict[int, Committee]:
        """The municipality's committees by id."""
        return {committee.id: committee for committee in self.committees}

    @cached_property
    def question_by_id(self) -> dict[int, Question]:
        """The audit questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def recommendation_by_id(self) -> dict[int, Recommendation]:
        """The recommendations by id."""
        return {recommendation.id: recommendation for recommendation in self.recommendations}

    def place_of(self, recommendation_id: int | None) -> RecommendationPlace | None:
        """Return where a recommendation stands that one of these names, here or elsewhere."""
        own = self.recommendation_by_id.get(recommendation_id or 0)
        if own is None:
            return self.elsewhere.get(recommendation_id or 0)
        return RecommendationPlace(self.audit.reference, self.audit.audit_year, self.number_of(own))

    @cached_property
    def addressee_by_id(self) -> dict[int, Addressee]:
        """The addressees by id."""
        return {addressee.id: addressee for addressee in self.addressees}

    @cached_property
    def sent_reminders(self) -> tuple[Reminder, ...]:
        """The reminders that have gone out, each with the day that it did, oldest first."""
        return reminded.sent(self.reminders, self.documents)

    @cached_property
    def reminder_drafts(self) -> tuple[Reminder, ...]:
        """The reminders that were made and wait to be sent."""
        return reminded.drafts(self.reminders, self.documents)

    @cached_property
    def is_handed_over(self) -> bool:
        """Whether the cover letter has been issued."""
        return self.audit.handed_over_on is not None

    @cached_property
    def cover_letter(self) -> Letter | None:
        """The cover letter, as planned or as issued; None where nothing is known of it."""
        kind = LetterKind.COVER_LETTER
        return next((letter for letter in self.letters if letter.kind is kind), None)

    def meetings_of(self, committee_id: int) -> tuple[CommitteeMeeting, ...]:
        """Return the calendar of a committee, the earliest meeting first."""
        return tuple(each for each in self.meetings if each.committee_id == committee_id)

    def committees_with_role(self, role: Role) -> tuple[Committee, ...]:
        """Return the committees with this part in the audit, in the register's order."""
        return self.in_order(row.committee_id for row in self.audit_committees if row.role is role)

    def in_order(self, committee_ids: Iterable[int]) -> tuple[Committee, ...]:
        """Return these committees, each once, in the register's order."""
        wanted = set(committee_ids)
        return tuple(committee for committee in self.committees if committee.id in wanted)

    def committees_of(
        self, recommendation_id: int, *, asked_only: bool = False
    ) -> tuple[Committee, ...]:
        """Return the committees a recommendation goes to, in the register's order.

        ``asked_only`` leaves out those that the issued letter does not put it to.
        """
        return self.in_order(
            addressee.committee_id
            for addressee in self._addressees_by_recommendation.get(recommendation_id, ())
            if not (asked_only and addressee.asked is False)
        )

    @cached_property
    def _addressees_by_recommendation(self) -> dict[int, tuple[Addressee, ...]]:
        return _grouped((each.recommendation_id, each) for each in self.addressees)

    def questions_of(self, recommendation_id: int) -> tuple[Question, ...]:
        """Return the audit questions a recommendation springs from, in order."""
        return self._questions_by_recommendation.get(recommendation_id, ())

    @cached_property
    def _questions_by_recommendation(self) -> dict[int, tuple[Question, ...]]:
        order = {question.id: place for place, question in enumerate(self.questions)}
        links = sorted(
            {
                (order[each.question_id], each.recommendation_id)
                for each in self.recommendation_questions
                if each.question_id in order
            }
        )
        return _grouped((each, self.questions[place]) for place, each in links)

    def committees_assessed_by(self, assessment_id: int) -> tuple[Committee, ...]:
        """Return the committees that an assessment speaks of, in the register's order."""
        return self.in_order(
            link.committee_id
            for link in self.assessment_committees
            if link.assessment_id == assessment_id
        )

    def assessments_of(self, question_id: int) -> tuple[Assessment, ...]:
        """Return the assessments of a question, in the report's order."""
        ids = {
            link.assessment_id
            for link in self.assessment_questions
            if link.question_id == question_id
        }
        return tuple(assessment for assessment in self.assessments if assessment.id in ids)

    def actions_of(self, addressee_id: int) -> tuple[Action, ...]:
        """Return the actions that answer to a recommendation to a committee.

        What a draft, a replaced reply or a supplement not yet accepted tells of is none of them.
        """
        return self._actions_by_addressee.get(addressee_id, ())

    @cached_property
    def _actions_by_addressee(self) -> dict[int, tuple[Action, ...]]:
        counting = {None, *(each.id for each in in_force(self.responses))}
        order = {
            action.id: place
            for place, action in enumerate(self.actions)
            if action.response_id in counting
        }
        links = sorted(
            {
                (order[each.action_id], each.addressee_id)
                for each in self.action_addressees
                if each.action_id in order
            }
        )
        return _grouped((addressee_id, self.actions[place]) for place, addressee_id in links)

    @cached_property
    def addressees_by_action(self) -> dict[int, tuple[Addressee, ...]]:
        """The recommendations to a committee that each action answers to, by its id."""
        return _grouped(
            (each.action_id, self.addressee_by_id[each.addressee_id])
            for each in self.action_addressees
            if each.addressee_id in self.addressee_by_id
        )

    @cached_property
    def reply_case_by_committee(self) -> dict[int, ReplyCase]:
        """The reply case of each committee that has one, by the committee's id."""
        return {each.committee_id: each for each in reversed(self.reply_cases)}

    @cached_property
    def responses_by_reply_case(self) -> dict[int, tuple[Response, ...]]:
        """The responses in each reply case, oldest first, by its id."""
        by_id = {each.id: each for each in self.responses}
        links = {(each.reply_case_id, each.response_id) for each in self.response_cases}
        found = _grouped((case, by_id[each]) for case, each in sorted(links) if each in by_id)
        return {case: in_time_order(each) for case, each in found.items()}

    @cached_property
    def answers_by_addressee(self) -> dict[int, tuple[Answer, ...]]:
        """The answers to each recommendation to a committee, by the id of the addressee."""
        return _grouped((each.addressee_id, each) for each in self.answers)

    @cached_property
    def progress_by_addressee(self) -> dict[int, tuple[ProgressReport, ...]]:
        """The reports of progress on each recommendation to a committee, likewise."""
        return _grouped((each.addressee_id, each) for each in self.progress_reports)

    @cached_property
    def verdicts_by_addressee(self) -> dict[int, tuple[Verdict, ...]]:
        """The verdicts on each recommendation to a committee, likewise."""
        return _grouped((each.addressee_id, each) for each in self.verdicts)

    def only_priority(self, priority: Priority) -> "AuditCase":
        """Return the case with none but the recommendations of this priority."""
        chosen = tuple(each for each in self.recommendations if each.priority is priority)
        ids = {each.id for each in chosen}
        return replace(
            self,
            recommendations=chosen,
            addressees=tuple(each for each in self.addressees if each.recommendation_id in ids),
        )

    def wording_in_letter(self, recommendation: Recommendation) -> str:
        """Return the wording that the letter has, also where a later version has been made since.

        A corrected slip of the pen is no later version.
        """
        versions = [each for each in self.wordings if each.recommendation_id == recommendation.id]
        if len(versions) > 1:
            return min(versions, key=lambda each: each.number).text
        return recommendation.letter_text or recommendation.report_text or ""

    @staticmethod
    def number_of(recommendation: Recommendation) -> str:
        """Return the number a recommendation is known by: the letter's, else the report's."""
        return (
            recommendation.number_in_letter
            or recommendation.number_in_report
            or str(recommendation.ordinal)
        )


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    """Return what belongs to each number, in the order that it was given."""
    found: dict[int, list[T]] = {}
    for number, each in pairs:
        found.setdefault(number, []).append(each)
    return {number: tuple(members) for number, members in found.items()}

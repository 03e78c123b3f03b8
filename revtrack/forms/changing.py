"""Ändra: forms of what is registered already, filled in with what stands there."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind, Role
from revtrack.domain.records import (
    Action,
    Addressee,
    Assessment,
    Audit,
    Question,
    Recommendation,
    ReplyCase,
    ReplyCaseNote,
    Response,
    Stored,
)
from revtrack.domain.states import decisive
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.facts import FactFields
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.changing.audits import REVIEWED
from revtrack.services.changing.edits import Edit, change_facts
from revtrack.services.changing.recommendations import (
    HOW,
    QUESTIONS,
    RECIPIENTS,
    TEXT,
    How,
    recipients_typed,
    wording_of,
)
from revtrack.services.changing.subjects import Subject, fact_of
from revtrack.services.completing import committee_offers
from revtrack.services.registering.new_audit import unknown_committees
from revtrack.wording import _
from revtrack.wording.labels import field_label, label

WHY = "why"


class ChangeWish(Wish[bool]):
    """What stands in one fact, or in several that belong together; all is stored, or nothing."""

    def __init__(
        self, desk: Desk, case: AuditCase, title: str, parts: Sequence[FactFields]
    ) -> None:
        """Take the audit and what of it is shown."""
        super().__init__(desk, title)
        self.case = case
        self.parts = tuple(parts)

    def fields(self) -> Sequence[FormField]:
        """Return the fields of all the facts, those that are folded last."""
        return in_sight_first([each for part in self.parts for each in part.fields()])

    def edits(self, typed: Typed) -> list[Edit]:
        """Return what is said of each fact."""
        return [part.edit(typed) for part in self.parts]

    def reason(self, typed: Typed) -> str | None:
        """Return why it is changed, where that is asked for."""
        del typed
        return None

    def carry_out(self, typed: Typed) -> bool:
        """Store what is said; True once it is."""
        desk = self.desk
        change_facts(
            desk.store, self.case.audit.id, self.edits(typed), desk.today, self.reason(typed)
        )
        return True


def in_sight_first(fields: Sequence[FormField]) -> Sequence[FormField]:
    """Return the fields with those that are folded after the others."""
    return sorted(fields, key=lambda each: each.is_folded)


class AuditWish(ChangeWish):
    """The particulars of an audit, with the committees that it has reviewed."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({REVIEWED})
    SEEN = (
        *("title", "reference", "audit_year", "kind", "report_on", "firm", "firm_responsible"),
        *("follow_up_planned", "diary_number", "confidentiality"),
    )
    FOLDED = (
        *("plan_year", "treated_on", "purpose", "criteria", "methods", "documents_studied"),
        *("functions_interviewed", "fact_check", "fact_checked_by", "fact_checked_on", "pages"),
        "aliases",
    )

    def __init__(self, desk: Desk, case: AuditCase) -> None:
        """Take the audit."""
        part = FactFields(case.audit, (*self.SEEN, *self.FOLDED), folded=self.FOLDED)
        title = _("Change the audit – {reference}").format(reference=case.audit.reference)
        super().__init__(desk, case, title, [part])
        self._reviewed = recipients_typed(case.committees_with_role(Role.REVIEWED))

    def fields(self) -> Sequence[FormField]:
        """Return the audit's own fields, and the reviewed committees among them."""
        own = list(super().fields())
        reviewed = FormField(
            REVIEWED,
            _("Reviewed committees"),
            value=self._reviewed,
            known=committee_offers(self.case.committees),
            is_list=True,
        )
        place = next(place for place, each in enumerate(own) if each.name == "report_on")
        return (*own[:place], reviewed, *own[place:])

    def told(self, typed: Typed) -> str:
        """Tell which committees saving will make."""
        text = typed.text(REVIEWED)
        return said.new_committees(text, unknown_committees(self.case, text))

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        text = typed.text(name)
        return said.odd_committees(text, unknown_committees(self.case, text))

    def edits(self, typed: Typed) -> list[Edit]:
        """Return what is said; the reviewed committees only where others are named."""
        named = typed.text(REVIEWED).strip()
        besides = {} if named == self._reviewed else {REVIEWED: named}
        return [self.parts[0].edit(typed, **besides)]


class RecommendationParts(ChangeWish):
    """A recommendation: its wording, how much it matters, and the questions it springs from."""

    OWN: ClassVar[Sequence[str]] = ("priority", "strength", "section", "heading")

    def __init__(self, desk: Desk, case: AuditCase, known: Recommendation) -> None:
        """Take the recommendation and its audit."""
        part = FactFields(known, self.OWN, folded=("kind",))
        title = _("Change {number}").format(number=case.number_of(known))
        super().__init__(desk, case, title, [part])
        self.known = known
        self._questions = ", ".join(str(each.number) for each in case.questions_of(known.id))

    def between(self) -> Sequence[FormField]:
        """Return what stands between the wording and the other fields."""
        raise NotImplementedError

    def fields(self) -> Sequence[FormField]:
        """Return the wording and what belongs to it."""
        text = wording_of(self.known)
        wording = FormField(TEXT, _("Recommendation"), Kind.TEXT, text, is_required=True)
        questions = FormField(
            QUESTIONS,
            _("Audit questions"),
            value=self._questions,
            hint=_("numbers, for example 1, 2"),
        )
        return in_sight_first([wording, *self.between(), *super().fields(), questions])

    def besides(self, typed: Typed) -> dict[str, object]:
        """Return what is said besides the fields of the record; questions where others are."""
        said_now: dict[str, object] = {TEXT: typed.text(TEXT).strip()}
        if typed.text(QUESTIONS).strip() != self._questions:
            parts = re.findall(r"[^\s,;]+", typed.text(QUESTIONS))
            said_now[QUESTIONS] = tuple(int(each) if each.isdecimal() else each for each in parts)
        return said_now

    def edits(self, typed: Typed) -> list[Edit]:
        """Return what is said of the recommendation."""
        return [self.parts[0].edit(typed, **self.besides(typed))]


class DraftRecommendationWish(RecommendationParts):
    """A recommendation before the letter: all of it, also whom it goes to."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({RECIPIENTS})
    OWN: ClassVar[Sequence[str]] = (*RecommendationParts.OWN, "kind")

    @property
    def _recipients(self) -> str:
        return recipients_typed(self.case.committees_of(self.known.id))

    def between(self) -> Sequence[FormField]:
        """Return the recipients."""
        return (
            FormField(
                RECIPIENTS,
                _("Recipients"),
                value=self._recipients,
                known=committee_offers(self.case.committees),
                is_list=True,
                is_required=True,
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell which committees saving will make."""
        text = typed.text(RECIPIENTS)
        return said.new_committees(text, unknown_committees(self.case, text))

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        text = typed.text(name)
        return said.odd_committees(text, unknown_committees(self.case, text))

    def besides(self, typed: Typed) -> dict[str, object]:
        """Return what is said besides the record's fields; recipients where others are named."""
        named = typed.text(RECIPIENTS).strip()
        return super().besides(typed) | ({} if named == self._recipients else {RECIPIENTS: named})


class IssuedRecommendationWish(RecommendationParts):
    """A recommendation that the letter has issued: its wording is changed for a reason."""

    def between(self) -> Sequence[FormField]:
        """Return how the wording is changed, and why."""
        ways = (
            (How.SLIP.value, _("Correct a slip of the pen")),
            (How.NEW.value, _("A new wording; the letter's own is kept")),
        )
        return (
            FormField(HOW, _("The change of wording"), Kind.CHOICE, choices=ways),
            FormField(WHY, _("Reason"), hint=_("needed where the wording is changed")),
        )

    def told(self, typed: Typed) -> str:
        """Tell what the letter means for the wording."""
        del typed
        return _("The letter of {day} has been issued, so the wording needs a reason.").format(
            day=self.case.audit.handed_over_on
        )

    def besides(self, typed: Typed) -> dict[str, object]:
        """Return what is said besides the record's fields."""
        return super().besides(typed) | {HOW: How(typed.text(HOW))}

    def reason(self, typed: Typed) -> str | None:
        """Return why the wording is changed."""
        return typed.line(WHY)


def _about_recommendation(
    desk: Desk, case: AuditCase, recommendation: Recommendation
) -> ChangeWish:
    wish = IssuedRecommendationWish if case.is_handed_over else DraftRecommendationWish
    return wish(desk, case, recommendation)


def _about_question(desk: Desk, case: AuditCase, question: Question) -> ChangeWish:
    title = _("Change audit question {number}").format(number=question.number)
    return ChangeWish(
        desk, case, title, [FactFields(question, ("text", "parts"), folded=("parts",))]
    )


def _about_assessment(desk: Desk, case: AuditCase, assessment: Assessment) -> ChangeWish:
    names = ("grade", "phrase", "section", "quote", "explanation")
    committees = ", ".join(map(said.short, case.committees_assessed_by(assessment.id)))
    title = _("Change the assessment – {committees}").format(committees=committees)
    return ChangeWish(desk, case, title, [FactFields(assessment, names, folded=("explanation",))])


def _about_addressee(desk: Desk, case: AuditCase, addressee: Addressee) -> ChangeWish:
    """Return the wish about a recommendation to a committee: its actions, and its own day."""
    recommendation = case.recommendation_by_id[addressee.recommendation_id]
    title = _("Change {number} – {committee}").format(
        number=case.number_of(recommendation),
        committee=case.committee_by_id[addressee.committee_id].name,
    )
    own = FactFields(addressee, ("due",), labels={"due": _("To be carried out by")})
    actions = case.actions_of(addressee.id)
    parts = [_action_fields(each, place) for place, each in enumerate(actions, start=1)]
    return ChangeWish(desk, case, title, [*parts, own])


def _action_fields(action: Action, place: int = 0) -> FactFields:
    names = ("text", "responsible", "due", "fulfilled_by", "fulfilled_on", "fulfilled_paragraph")
    labels = {"text": _("Action {n}").format(n=place)} if place else {}
    prefix = f"action{place}_" if place else ""
    return FactFields(action, names, prefix, folded=names[3:], labels=labels)


def _about_reply(desk: Desk, case: AuditCase, reply_case: ReplyCase) -> ChangeWish:
    """Return the wish about a reply case: its replies, its number and its notes."""
    committee = case.committee_by_id[reply_case.committee_id]
    responses = case.responses_by_reply_case.get(reply_case.id, ())
    main = decisive(responses) or (responses[-1] if responses else None)
    parts = [_response_fields(each, is_main=each == main) for each in responses]
    labels = {"diary_number": _("The case's diary number")} if parts else {}
    names = ("diary_number", "matter_name")
    parts.append(FactFields(reply_case, names, "case_", folded=names[1:], labels=labels))
    parts += [
        _note_fields(each, is_folded=bool(responses))
        for each in case.notes
        if each.reply_case_id == reply_case.id
    ]
    title = _("Change – {committee}").format(committee=committee.name)
    return ChangeWish(desk, case, title, parts)


def _note_fields(note: ReplyCaseNote, *, is_folded: bool) -> FactFields:
    names = ("text", "noted_on")
    labels = {"text": _("Note {day}").format(day=note.noted_on), "noted_on": _("Day of the note")}
    return FactFields(note, names, f"note{note.id}_", names if is_folded else (), labels)


def _response_fields(response: Response, *, is_main: bool) -> FactFields:
    """Return the fields of a reply; the one that answers the case in sight, others folded."""
    names: tuple[str, ...] = (
        *("decided_on", "paragraph", "received_on", "diary_number", "dated_on", "sent_on"),
    )
    if response.kind in {ResponseKind.STATEMENT, ResponseKind.DRAFT}:
        names = ("received_on", "diary_number", "dated_on", "sent_on")
    if is_main:
        seldom = ("dated_on", "sent_on")
        return FactFields(response, names, folded=seldom, hints={"paragraph": _("for example 85")})
    kind = label(response.kind)
    labels = {
        name: _("{kind}: {field}").format(kind=kind, field=field_label("response", name))
        for name in names
    }
    return FactFields(response, names, f"response{response.id}_", names, labels)


def _about_action(desk: Desk, case: AuditCase, action: Action) -> ChangeWish:
    return ChangeWish(desk, case, _("Change the action"), [_action_fields(action)])


def _about_audit(desk: Desk, case: AuditCase, _audit: Audit) -> ChangeWish:
    return AuditWish(desk, case)


_WISHES: Mapping[type[Stored], Callable[[Desk, AuditCase, Any], ChangeWish]] = {
    Audit: _about_audit,
    Question: _about_question,
    Assessment: _about_assessment,
    Recommendation: _about_recommendation,
    Addressee: _about_addressee,
    Action: _about_action,
    ReplyCase: _about_reply,
}


def wish_about(desk: Desk, case: AuditCase, subject: Subject) -> ChangeWish | None:
    """Return the wish by which what a row stands for is changed; None where it is gone."""
    fact = fact_of(case, subject)
    return _WISHES[type(fact)](desk, case, fact) if fact is not None else None

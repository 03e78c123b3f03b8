"""Bedömning av svaret: what the auditors find of it, and when they stop waiting for it."""

from collections.abc import Iterator, Sequence

from revtrack.domain import states
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ReplyState, Review
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_supplement_due_on
from revtrack.domain.entries import JudgementEntry
from revtrack.domain.errors import N_
from revtrack.domain.follow_up import ReplyLine
from revtrack.domain.records import NewReplyCaseNote, ReplyCase, Response
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.replies.respond import refer_back
from revtrack.services.replies.review import give_up, judge, take_back_judgement, wait_again
from revtrack.wording import _
from revtrack.wording.responses import response_title, response_told, shared_told

TITLES = {
    Review.SUFFICIENT: N_("Sufficient – {committee}"),
    Review.SUPPLEMENT_REQUESTED: N_("Ask for a supplement – {committee}"),
    Review.INSUFFICIENT: N_("Insufficient – {committee}"),
}


def _day(name: str, title: str, desk: Desk) -> FormField:
    today = desk.today.isoformat()
    return FormField(name, title, Kind.DAY, today, is_required=True, towards=Towards.PAST)


class JudgementWish(Wish[tuple[Response, ...]]):
    """What the auditors find of all that waits from a committee."""

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine, review: Review) -> None:
        """Take the reply case, and what the judgement is."""
        super().__init__(desk, _(TITLES[review]).format(committee=line.committee.name))
        self._case = case
        self._line = line
        self._review = review
        self._judged = states.judged_together(line.responses)

    def fields(self) -> Sequence[FormField]:
        """Return the note, the day of a supplement, and when the auditors decided it."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[FormField]:
        needs_note = "review_note" in states.REVIEW_NEEDS[self._review]
        yield FormField(
            "review_note",
            _("Note"),
            hint=_("what is missing in the reply") if needs_note else "",
            is_required=needs_note,
        )
        if self._review is Review.SUPPLEMENT_REQUESTED:
            yield FormField(
                "supplement_due_on",
                _("Supplement by"),
                Kind.DAY,
                propose_supplement_due_on(self.desk.today).isoformat(),
                is_required=True,
                towards=Towards.FUTURE,
            )
        yield _day("reviewed_on", _("Judged on"), self.desk)
        yield FormField(
            "review_paragraph", _("The auditors' paragraph (§)"), hint=_("for example 31")
        )

    def told(self, typed: Typed) -> str:
        """Say what is judged, also for which other committees."""
        del typed
        told = []
        for each in self._judged:
            shared = shared_told(self._case, each, self._line.committee)
            told.append(
                ", ".join(filter(None, (response_title(each), shared, *response_told(each))))
            )
        return "\n".join(told)

    def carry_out(self, typed: Typed) -> tuple[Response, ...]:
        """Store the judgement and return the responses judged."""
        paragraph = typed.line("review_paragraph")
        asked = self._review is Review.SUPPLEMENT_REQUESTED
        entry = JudgementEntry.model_validate(
            {
                "audit_id": self._case.audit.id,
                "reply_case_id": self._line.reply_case.id,
                "review": self._review,
                "reviewed_on": typed.day("reviewed_on"),
                "review_note": typed.line("review_note"),
                "review_paragraph": paragraph.removeprefix("§").strip() if paragraph else None,
                "supplement_due_on": typed.day("supplement_due_on") if asked else None,
                "response_ids": tuple(each.id for each in self._judged),
            }
        )
        return judge(self.desk.store, entry, self.desk.today)


class GiveUpWish(Wish[ReplyCase]):
    """That the auditors stop waiting for a reply, and why."""

    def __init__(self, desk: Desk, line: ReplyLine) -> None:
        """Take the reply case."""
        title = _("No reply – {committee}").format(committee=line.committee.name)
        super().__init__(desk, title)
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the note and the day."""
        hint = _("why, and what is done instead")
        return (
            FormField("text", _("Note"), hint=hint, is_required=True),
            _day("noted_on", _("Decided on"), self.desk),
        )

    def carry_out(self, typed: Typed) -> ReplyCase:
        """Store it and return the reply case."""
        new = NewReplyCaseNote.model_validate(
            {
                "reply_case_id": self._line.reply_case.id,
                "noted_on": typed.day("noted_on"),
                "text": typed.text("text"),
            }
        )
        return give_up(self.desk.store, new, self.desk.today)


class TakeBackWish(Wish[tuple[Response, ...] | ReplyCase]):
    """That a judgement, or the giving up of a reply, is taken back, and why."""

    def __init__(self, desk: Desk, audit_id: int, line: ReplyLine) -> None:
        """Take the reply case of an audit."""
        title = _("Take back – {committee}").format(committee=line.committee.name)
        super().__init__(desk, title)
        self._audit_id = audit_id
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the reason."""
        return (FormField("why", _("Reason"), is_required=True),)

    def told(self, typed: Typed) -> str:
        """Say what is taken back."""
        del typed
        return (
            _("The reply is waited for again.")
            if self._line.state is ReplyState.NO_REPLY
            else _("The reply waits to be judged again; the history keeps the judgement.")
        )

    def carry_out(self, typed: Typed) -> tuple[Response, ...] | ReplyCase:
        """Take it back and return what waits now."""
        store, today = self.desk.store, self.desk.today
        case_id, why = self._line.reply_case.id, typed.text("why")
        if self._line.state is ReplyState.NO_REPLY:
            return wait_again(store, case_id, why, today)
        return take_back_judgement(store, self._audit_id, case_id, why, today)


class ReferBackWish(Wish[Response]):
    """That a committee sent its officials' draft back."""

    def __init__(self, desk: Desk, audit_id: int, line: ReplyLine) -> None:
        """Take the reply case of an audit."""
        title = _("Draft referred back – {committee}").format(committee=line.committee.name)
        super().__init__(desk, title)
        self._audit_id = audit_id
        self._line = line

    def fields(self) -> Sequence[FormField]:
        """Return the meeting's day."""
        return (FormField("decided_on", _("Meeting day"), Kind.DAY, towards=Towards.PAST),)

    def carry_out(self, typed: Typed) -> Response:
        """Note it and return the draft."""
        desk, case_id = self.desk, self._line.reply_case.id
        return refer_back(desk.store, self._audit_id, case_id, typed.day("decided_on"), desk.today)

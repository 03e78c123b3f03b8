"""Registrera svar: when a reply came and who decided it; positions when somebody reads it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import AnswerEntry, ResponseEntry
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.recipients import parse_recipients
from revtrack.domain.records import Committee, NewResponse, Response
from revtrack.domain.replies.deciding import deciding_body
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.response_fields import UNKNOWN, folded_fields, others_of
from revtrack.forms.wish import Wish
from revtrack.services.find import find_committee
from revtrack.services.replies.respond import complete_response, record_response, reply_case_for
from revtrack.wording import _

COMPLETES, REPLACES, SUPPLEMENTS = "completes", "replaces", "supplements"
COMPLETES_SUPPLEMENT = "completes_supplement"


class ResponseWish(Wish[Response]):
    """A reply from one committee in one audit."""

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Take the reply case."""
        names = f"{line.committee.name}, {case.audit.reference}"
        super().__init__(desk, _("Register a reply – {case}").format(case=names))
        self._case = case
        self._line = line
        self.answers: tuple[AnswerEntry, ...] = ()
        """What is chosen for each recommendation, beside the fields."""

    def fields(self) -> Sequence[FormField]:
        """Return meeting day and §, received today, the known diary number; the rest folded."""
        return tuple(self._fields())

    def _fields(self) -> Iterator[FormField]:
        known = self._line.decision
        if known is not None and known.is_received:
            yield FormField(
                "relation",
                _("To the earlier reply"),
                Kind.CHOICE,
                choices=tuple(self._relations()),
            )
        proposed = self._proposed(COMPLETES)
        yield FormField(
            "decided_on",
            _("Meeting day"),
            Kind.DAY,
            proposed["decided_on"],
            hint=_("for example 2023-03-20 or 20/3"),
            towards=Towards.PAST,
        )
        yield FormField(
            "paragraph",
            _("Paragraph (§)"),
            value=proposed["paragraph"],
            hint=_("for example 85"),
        )
        yield FormField(
            "received_on",
            _("Received"),
            Kind.DAY,
            proposed["received_on"],
            towards=Towards.PAST,
        )
        yield FormField(
            "diary_number", _("Diary number"), value=self._line.reply_case.diary_number or ""
        )
        yield from folded_fields(self._case, self._line)

    def asked(self) -> tuple[AddresseeLine, ...]:
        """Return the recommendations that the letter puts to the committee, in order."""
        return tuple(
            line
            for line in addressee_lines(self._case)
            if line.committee.id == self._line.committee.id and line.addressee.asked
        )

    def _relations(self) -> Iterator[tuple[str, str]]:
        yield COMPLETES, _("The same reply: fill in what is missing")
        yield SUPPLEMENTS, _("Supplement: it adds to the earlier reply")
        if self._supplement is not None:
            yield COMPLETES_SUPPLEMENT, _("The latest supplement: fill in what is missing")
        yield REPLACES, _("New decision: it takes the earlier one's place")

    @property
    def _supplement(self) -> Response | None:
        """The latest supplement that is registered."""
        kinds = ((each.kind, each) for each in reversed(self._line.responses))
        return next((each for kind, each in kinds if kind is ResponseKind.SUPPLEMENT), None)

    def _completed(self, relation: str) -> Response | None:
        """Return the registered response that what is typed completes; None where it is new."""
        known = self._line.decision
        return {COMPLETES: known, COMPLETES_SUPPLEMENT: self._supplement}.get(relation)

    def _proposed(self, relation: str) -> dict[str, str]:
        """Return what stands in the fields: what is known of the same reply; else only today."""
        known, today = self._completed(relation), self.desk.today
        others = others_of(self._case, self._line) if relation in {COMPLETES, REPLACES} else ""
        return {
            "decided_on": _iso(known.decided_on) if known else "",
            "paragraph": (known.paragraph if known else None) or "",
            "received_on": _iso(known.received_on if known and known.is_received else today),
            "decided_by": (known.decided_by if known else None) or "",
            "joint_with": others,
        }

    def proposals(self, typed: Typed) -> Mapping[str, str]:
        """Propose anew when it becomes another document than the known."""
        relation = typed.text("relation")
        return self._proposed(relation) if relation else {}

    def _relation(self, typed: Typed) -> str:
        known = self._line.decision
        return typed.text("relation") if known is not None and known.is_received else UNKNOWN

    def takes_only_new_answers(self, typed: Typed) -> bool:
        """Tell whether answers that are known already are left as they are."""
        return self._relation(typed) not in {REPLACES, UNKNOWN}

    def _kind_and_relation(self, typed: Typed) -> dict[str, object]:
        known, relation = self._line.decision, self._relation(typed)
        if known is not None and relation == SUPPLEMENTS:
            return {"kind": ResponseKind.SUPPLEMENT, "supplements_id": known.id}
        if relation == COMPLETES_SUPPLEMENT:
            return {}
        replaced = known.id if known is not None and relation == REPLACES else None
        return {"kind": self._kind(typed), "replaces_id": replaced}

    def _kind(self, typed: Typed) -> ResponseKind:
        """Return the kind chosen; of a plain decision, what follows from who gave it."""
        chosen = ResponseKind(typed.text("kind"))
        if chosen is not ResponseKind.DECISION:
            return chosen
        if typed.line("joint_with"):
            return ResponseKind.JOINT
        decided_by = typed.line("decided_by")
        return deciding_body(decided_by, self._case.committees)[1] if decided_by else chosen

    def _decided_by(self, typed: Typed) -> str | None:
        text = typed.line("decided_by")
        return deciding_body(text, self._case.committees)[0] if text else None

    def _reply_case_ids(self, typed: Typed) -> tuple[int, ...]:
        """Return the reply cases of all who give the reply, this committee's first."""
        ids = [self._line.reply_case.id]
        for each in parse_recipients(typed.line("joint_with") or "", self._case.committees):
            body = each if isinstance(each, Committee) else find_committee(self._case, each)
            ids.append(reply_case_for(self._case, body).id)
        return tuple(dict.fromkeys(ids))

    def carry_out(self, typed: Typed) -> Response:
        """Register the reply and return it."""
        is_received = typed.truth("is_received")
        response = NewResponse.model_validate(
            {
                **self._kind_and_relation(typed),
                "audit_id": self._case.audit.id,
                "is_received": is_received,
                "decided_on": typed.day("decided_on"),
                "received_on": typed.day("received_on") if is_received else None,
                "dated_on": typed.day("dated_on"),
                "sent_on": typed.day("sent_on"),
                "paragraph": _paragraph(typed),
                "diary_number": typed.line("diary_number"),
                "position": typed.line("position"),
                "decision_text": typed.line("decision_text"),
                "sent_to": typed.line("sent_to"),
                "has_motions": typed.truth("has_motions"),
                "has_reservations": typed.truth("has_reservations"),
                "decided_by": self._decided_by(typed),
                "is_referred_back": typed.truth("is_referred_back") or False,
                "conditions": typed.line("conditions"),
                "remarks": typed.line("remarks"),
            }
        )
        entry = ResponseEntry(
            response=response,
            reply_case_ids=self._reply_case_ids(typed),
            answers=self.answers,
        )
        store, today = self.desk.store, self.desk.today
        if (known := self._completed(self._relation(typed))) is not None:
            return complete_response(store, known.id, entry, today)
        return record_response(store, entry, today)


def _paragraph(typed: Typed) -> str | None:
    text = typed.line("paragraph")
    return text.removeprefix("§").strip() or None if text else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def awaited_line(case: AuditCase, committee_id: int, today: date) -> ReplyLine:
    """Return the reply case of a committee as a line.

    Raises RevTrackError where the audit is not handed over, or the committee is not asked to reply.
    """
    reply_case = reply_case_for(case, case.committee_by_id[committee_id])
    return next(line for line in reply_lines(case, today) if line.reply_case.id == reply_case.id)

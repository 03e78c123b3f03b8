"""Registrera svar: two values and Enter; positions when somebody reads the reply."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Static

from revtrack.domain.case import AuditCase
from revtrack.domain.codes import ResponseKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.entries import ResponseEntry
from revtrack.domain.follow_up import ReplyLine, addressee_lines, reply_lines
from revtrack.domain.names.recipients import parse_recipients
from revtrack.domain.records import Committee, NewResponse, Response
from revtrack.domain.replies.deciding import deciding_body
from revtrack.services.find import find_committee
from revtrack.services.replies.respond import complete_response, record_response, reply_case_for
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.screens.quote import QuoteForm
from revtrack.tui.screens.response_fields import UNKNOWN, folded_fields, others_of
from revtrack.tui.widgets.fields import Choice, FieldRow, FormField, Kind
from revtrack.tui.widgets.key_line import Legend
from revtrack.tui.widgets.positions import PositionLines
from revtrack.wording import _
from revtrack.wording.words import capitalise_first

COMPLETES, REPLACES, SUPPLEMENTS = "completes", "replaces", "supplements"
COMPLETES_SUPPLEMENT = "completes_supplement"


class ResponseForm(Form[Response]):
    """A reply from one committee in one audit."""

    def __init__(self, desk: Desk, case: AuditCase, line: ReplyLine) -> None:
        """Make the form for a reply case."""
        names = f"{line.committee.name}, {case.audit.reference}"
        super().__init__(desk, _("Register a reply – {case}").format(case=names))
        self._case = case
        self._line = line
        self._proposed_for = COMPLETES

    def fields(self) -> Iterable[FormField]:
        """Return meeting day and §, received today, the known diary number; the rest folded."""
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

    def _relations(self) -> Iterable[tuple[str, str]]:
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

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Propose anew what nobody has typed, when it becomes another document than the known."""
        for row in self.query("#row-relation").results(FieldRow):
            if event.choice is row.control:
                before, self._proposed_for = self._proposed(self._proposed_for), event.value
                for name, value in self._proposed(event.value).items():
                    if self.row(name).text == before[name]:
                        self.row(name).put(value)

    def between(self) -> Iterable[Widget]:
        """Return a line for each recommendation, where any is registered."""
        asked = [
            line
            for line in addressee_lines(self._case)
            if line.committee.id == self._line.committee.id and line.addressee.asked
        ]
        if not asked:
            yield Static(
                _("No recommendation is registered yet; positions can be added later."),
                classes="legend",
                markup=False,
            )
            return
        lines = PositionLines(asked)
        yield lines
        yield Legend(keys.POSITIONS_SHOWN, lines)
        yield Legend(keys.PROGRESS, lines)

    def on_position_lines_quote_wanted(self, event: PositionLines.QuoteWanted) -> None:
        """Let the words of the reply be typed."""
        answered = event.answered

        def keep(quote: str | None) -> None:
            if quote is not None:
                lines = self.query_one(PositionLines)
                lines.put_quote(answered.line.addressee.id, quote.strip() or None)

        self.app.push_screen(QuoteForm(self.desk, answered), keep)

    def contents(self) -> object:
        """Return the fields and the answers."""
        return super().contents(), [lines.answers() for lines in self.query(PositionLines)]

    def _truth(self, name: str) -> bool | None:
        return {"yes": True, "no": False}.get(self.text(name))

    @property
    def _relation(self) -> str:
        known = self._line.decision
        return self.text("relation") if known is not None and known.is_received else UNKNOWN

    def _kind_and_relation(self) -> dict[str, object]:
        known = self._line.decision
        if known is not None and self._relation == SUPPLEMENTS:
            return {"kind": ResponseKind.SUPPLEMENT, "supplements_id": known.id}
        if self._relation == COMPLETES_SUPPLEMENT:
            return {}
        replaced = known.id if known is not None and self._relation == REPLACES else None
        return {"kind": self._kind, "replaces_id": replaced}

    @property
    def _kind(self) -> ResponseKind:
        """The kind that is chosen; of a plain decision, what follows from who gave it."""
        chosen = ResponseKind(self.text("kind"))
        if chosen is not ResponseKind.DECISION:
            return chosen
        if self.line("joint_with"):
            return ResponseKind.JOINT
        decided_by = self.line("decided_by")
        return deciding_body(decided_by, self._case.committees)[1] if decided_by else chosen

    def _decided_by(self) -> str | None:
        typed = self.line("decided_by")
        return deciding_body(typed, self._case.committees)[0] if typed else None

    def _reply_case_ids(self) -> tuple[int, ...]:
        """Return the reply cases of all who give the reply, this committee's first."""
        ids = [self._line.reply_case.id]
        for each in parse_recipients(self.line("joint_with") or "", self._case.committees):
            body = each if isinstance(each, Committee) else find_committee(self._case, each)
            ids.append(reply_case_for(self._case, body).id)
        return tuple(dict.fromkeys(ids))

    async def carry_out(self) -> Response:
        """Register the reply and return it."""
        response = NewResponse.model_validate(
            {
                **self._kind_and_relation(),
                "audit_id": self._case.audit.id,
                "is_received": self._truth("is_received"),
                "decided_on": self.day("decided_on"),
                "received_on": self.day("received_on") if self._truth("is_received") else None,
                "dated_on": self.day("dated_on"),
                "sent_on": self.day("sent_on"),
                "paragraph": self._paragraph(),
                "diary_number": self.line("diary_number"),
                "position": self.line("position"),
                "decision_text": self.line("decision_text"),
                "sent_to": self.line("sent_to"),
                "has_motions": self._truth("has_motions"),
                "has_reservations": self._truth("has_reservations"),
                "decided_by": self._decided_by(),
                "is_referred_back": self._truth("is_referred_back") or False,
                "conditions": self.line("conditions"),
                "remarks": self.line("remarks"),
            }
        )
        entry = ResponseEntry(
            response=response,
            reply_case_ids=self._reply_case_ids(),
            answers=tuple(
                answer
                for lines in self.query(PositionLines)
                for answer in lines.answers(only_new=self._relation not in {REPLACES, UNKNOWN})
            ),
        )
        store, today = self.desk.store, self.desk.today
        if (known := self._completed(self._relation)) is not None:
            return await self.ask(complete_response, store, known.id, entry, today)
        return await self.ask(record_response, store, entry, today)

    def _paragraph(self) -> str | None:
        typed = self.line("paragraph")
        return typed.removeprefix("§").strip() or None if typed else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def open_response_form(screen: RevTrackScreen[None], case: AuditCase, committee_id: int) -> None:
    """Open the form of a reply over a screen, and tell there what was registered.

    Raises RevTrackError where the audit is not handed over, or the committee is not asked to reply.
    """
    reply_case = reply_case_for(case, case.committee_by_id[committee_id])
    lines = reply_lines(case, screen.desk.today)
    line = next(each for each in lines if each.reply_case.id == reply_case.id)

    def tell(response: Response | None) -> None:
        if response is not None:
            name = capitalise_first(line.committee.name)
            screen.tell(_("{committee}: the reply is registered.").format(committee=name))

    screen.app.push_screen(ResponseForm(screen.desk, case, line), tell)

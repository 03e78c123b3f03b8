"""Nämnd: everything that one committee owes, and its way to each reply in time."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.overview import ActionLine
from revtrack.forms.desk import Desk
from revtrack.forms.found_by import due_facts
from revtrack.services.changing.subjects import Kind, Subject
from revtrack.services.committee_overview import CommitteeOverview, OpenLine, see_committee
from revtrack.services.find import read_case
from revtrack.tui import keys, words
from revtrack.tui.base import Heading
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.forms.response import open_response_form
from revtrack.tui.tabs.recommendations import LOOKS, answer_told
from revtrack.tui.tabs.view import RowKey, paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.plans import plan_in_words

WIDE = 100
DUE, JUDGE, ACTION, OPEN, MEETING = "due", "judge", "action", "open", "meeting"


@dataclass(frozen=True)
class CommitteeKey:
    """What a row stands for, and where in its audit that is."""

    section: str
    id: int
    audit_id: int = 0
    committee_id: int = 0
    """The committee that was written to; perhaps one that this one has succeeded."""


class CommitteeScreen(WorkScreen):
    """Awaited replies, what is to be judged and carried out, what is open, and the meetings."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.COMMITTEE]

    def __init__(self, desk: Desk, committee_id: int) -> None:
        """Open a committee."""
        super().__init__(desk)
        self._committee_id = committee_id
        self._seen: CommitteeOverview | None = None

    async def _load(self) -> None:
        desk = self.desk
        seen = await self.ask(see_committee, desk.store, self._committee_id, desk.today)
        self._seen = seen
        place = (words.name(seen.committee), seen.committee.abbreviation, seen.municipality.name)
        self.query_one(Heading).call_it(", ".join(filter(None, place)))
        self.query_one(Lines).show_sections(self._sections(seen))

    # ---- what is shown

    def _sections(self, seen: CommitteeOverview) -> tuple[Section, ...]:
        return (
            self._due_section(seen),
            *([_judge_section(seen)] if seen.to_judge else []),
            *([self._action_section(seen)] if seen.actions else []),
            _open_section(seen),
            *([_meeting_section(seen)] if seen.meetings else []),
        )

    def _due_section(self, seen: CommitteeOverview) -> Section:
        return Section(
            _("Awaiting replies"),
            (
                Column(_("State")),
                Column(_("Reply by")),
                Column(_("Audit"), most=16),
                Column(_("Title"), grows=True),
                Column(_("Diary number"), from_width=WIDE),
            ),
            tuple(
                Row(
                    (
                        words.urgency(line, self.desk.today),
                        words.due_day(line),
                        line.audit,
                        line.title,
                        line.diary_number or "",
                    ),
                    CommitteeKey(DUE, line.reply_case_id, line.audit_id, line.committee_id),
                    "overdue" if line.is_late else "waiting",
                    facts=due_facts(line),
                )
                for line in seen.due
            ),
            _("No reply is awaited."),
            is_counted=True,
        )

    def _action_section(self, seen: CommitteeOverview) -> Section:
        return Section(
            _("To be carried out"),
            (
                Column(_("By")),
                Column(_("State")),
                Column(_("Audit"), most=16),
                Column(_("No."), most=10),
                Column(_("Action"), grows=True),
            ),
            tuple(_action_row(place, line) for place, line in enumerate(seen.actions)),
            is_counted=True,
        )

    def detail(self, key: Hashable) -> Text:
        """Return what the row stands for in full."""
        return _detail(self._seen, key) if self._seen else Text()

    # ---- what is done

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return the reply case, the action or the recommendation that a row is about."""
        if not isinstance(key, CommitteeKey) or self._seen is None:
            return None
        if key.section == ACTION:
            action_id = self._seen.actions[key.id].action_id
            return Subject(Kind.ACTION, key.audit_id, action_id) if action_id else None
        kinds = {DUE: Kind.REPLY_CASE, JUDGE: Kind.RESPONSE, OPEN: Kind.ADDRESSEE}
        kind = kinds.get(key.section)
        return Subject(kind, key.audit_id, key.id) if kind and key.id else None

    @property
    def _key(self) -> CommitteeKey | None:
        key = self.query_one(Lines).key
        return key if isinstance(key, CommitteeKey) else None

    def on_lines_chosen(self) -> None:
        """Open the audit of the row."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit of the row, on the tab that the row is about."""
        key = self._key
        if key is None or not key.audit_id:
            return
        tab = {DUE: 3, JUDGE: 3}.get(key.section, 2)
        kind = "addressee" if key.section == OPEN else "committee"
        at = RowKey(kind, key.id if key.section == OPEN else 0, key.committee_id)
        self.app.push_screen(AuditScreen(self.desk, key.audit_id, tab, at))

    def action_register_reply(self) -> None:
        """Open the form of a reply to the audit of the row."""
        if self.may_write():
            self.begin(self._register_reply)

    async def _register_reply(self) -> None:
        key = self._key
        if key is None or not key.audit_id:
            self.tell(_("Move to the audit that is replied to; then press the key again."))
            return
        case = await self.ask(read_case, self.desk.store, key.audit_id)
        open_response_form(self, case, key.committee_id)

    def action_make_document(self) -> None:
        """Show which documents can be made for the committee."""
        if self.may_write():
            self.begin(self._choose_document)

    async def _choose_document(self) -> None:
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.tui.screens.papers.choose_document import open_documents  # noqa: PLC0415

        if self._seen is not None:
            audit_id = (self._key.audit_id if self._key else 0) or None
            town_id = self._seen.municipality.id
            await open_documents(self, town_id, audit_id, self._committee_id)


def _judge_section(seen: CommitteeOverview) -> Section:
    return Section(
        _("Replies to judge"),
        (Column(_("Received")), Column(_("Audit"), grows=True)),
        tuple(
            Row(
                (words.day(line.received_on), line.audit),
                CommitteeKey(JUDGE, line.response_id, line.audit_id, line.committee_id),
                "waiting",
            )
            for line in seen.to_judge
        ),
        is_counted=True,
    )


def _action_row(place: int, line: ActionLine) -> Row:
    late = ngettext("{n} day late", "{n} days late", line.days_late).format(n=line.days_late)
    state = words.marked(words.MARK_LATE, late) if line.is_late else _("not yet due")
    return Row(
        (line.due, state, line.audit, ", ".join(line.recommendations), line.text),
        CommitteeKey(ACTION, place, line.audit_id, line.committee_id),
        "overdue" if line.is_late else "",
    )


def _open_section(seen: CommitteeOverview) -> Section:
    return Section(
        _("Open recommendations"),
        (
            Column(_("Audit"), most=16),
            Column(_("No.")),
            Column(_("Recommendation"), grows=True),
            Column(_("Standing"), most=28),
        ),
        tuple(_open_row(each) for each in seen.open),
        _("No recommendation is open."),
        is_counted=True,
    )


def _open_row(each: OpenLine) -> Row:
    line = each.line
    text = line.recommendation.letter_text or line.recommendation.report_text or ""
    return Row(
        (each.audit.reference, line.number, text, words.standing(line)),
        CommitteeKey(OPEN, line.addressee.id, each.audit.id, line.committee.id),
        LOOKS.get(line.standing.value, ""),
        each.audit.title,
    )


def _meeting_section(seen: CommitteeOverview) -> Section:
    return Section(
        _("Meetings"),
        (Column(_("Day")), Column(_("Kind"), grows=True), Column(_("Papers by"))),
        tuple(
            Row(
                (
                    words.day(each.held_on),
                    label(each.kind),
                    each.papers_by_on.isoformat() if each.papers_by_on else "",
                ),
                CommitteeKey(MEETING, each.id),
            )
            for each in seen.meetings
        ),
    )


def _detail(seen: CommitteeOverview, key: Hashable) -> Text:
    """Return the plan of an awaited reply, or what the committee has said of a recommendation."""
    if not isinstance(key, CommitteeKey):
        return Text()
    if key.section == DUE and key.id in seen.plans:
        plan = plan_in_words(seen.plans[key.id], seen.committee)
        return paragraphs(words.labelled(_("Plan"), plan))
    found = (each.line for each in seen.open if each.line.addressee.id == key.id)
    if key.section == OPEN and (line := next(found, None)):
        return answer_told(line)
    return Text()

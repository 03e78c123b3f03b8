"""Påminnelser: whom to remind today and why, which drafts wait, who is not reminded, the log."""

from collections.abc import Hashable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.codes import DocumentKind
from revtrack.domain.filtering import Field
from revtrack.domain.records import Committee
from revtrack.domain.replies.reminder_message import AwaitedLine, ReminderMessage
from revtrack.forms.desk import Desk
from revtrack.forms.found_by import names_of
from revtrack.services.reminding.remind_log import LogLine, list_reminders
from revtrack.services.reminding.remind_plan import ReminderPlan, plan_reminders
from revtrack.tui import keys, words
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.papers.reminder_rows import (
    DRAFT,
    DUE,
    HELD,
    LOG,
    LOGGED,
    MOST_LOGGED,
    PRESIDIUM,
    WHO,
    WIDE,
    ReminderRow,
    about,
    also_told,
    awaited_told,
    logged_row,
    promised_told,
    reminded,
)
from revtrack.tui.show import show
from revtrack.tui.tabs.view import RowKey, paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.reminded import days_told, held_told


class RemindersScreen(WorkScreen):
    """One message for each committee; Enter opens the audit that a row is about."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.REMINDERS]

    def __init__(self, desk: Desk) -> None:
        """Open the reminders of all audits."""
        super().__init__(desk)
        self._plan: ReminderPlan | None = None
        self._log: tuple[LogLine, ...] = ()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Reminders")

    async def _load(self) -> None:
        desk = self.desk
        self._plan = await self.ask(plan_reminders, desk.store, desk.today, tells_held=True)
        self._log = await self.ask(list_reminders, desk.store)
        self.query_one(Lines).show_sections(self._sections(self._plan))

    # ---- what is shown

    @property
    def _waiting(self) -> tuple[LogLine, ...]:
        return tuple(each for each in self._log if each.is_waiting)

    def _sections(self, plan: ReminderPlan) -> tuple[Section, ...]:
        return (
            self._due_section(plan),
            *([self._presidium_section(plan)] if plan.proposals else []),
            *([self._draft_section()] if self._waiting else []),
            self._held_section(plan),
            self._log_section(),
        )

    def _due_section(self, plan: ReminderPlan) -> Section:
        return Section(
            _("To remind today"),
            (
                Column(_("Committee"), grows=True),
                Column(_("Municipality"), from_width=WIDE, most=28),
                Column(_("Written as"), most=22),
                Column(_("About"), most=34),
                Column(_("Why"), most=30),
            ),
            tuple(
                Row(
                    (
                        words.name(each.committee),
                        each.municipality.name,
                        label(each.form),
                        about(each),
                        self._why(each),
                    ),
                    ReminderRow(DUE, place),
                    "overdue" if self._late(each) else "near",
                    each.committee.abbreviation or "",
                    {Field.COMMITTEE: names_of(each.committee), Field.OPEN: True},
                )
                for place, each in enumerate(plan.messages)
            ),
            words.marked(words.MARK_DONE, _("Nobody is to be reminded today.")),
            is_counted=True,
        )

    def _late(self, message: ReminderMessage) -> int:
        return max((each.days_late(self.desk.today) for each in message.awaited), default=0)

    def _why(self, message: ReminderMessage) -> str:
        if late := self._late(message):
            said = ngettext("{n} day late", "{n} days late", late)
            return words.marked(words.MARK_LATE, said.format(n=late))
        steps = [each.due.step.days for each in message.awaited if each.due]
        steps += [each.due.step.days for each in message.promised]
        return words.marked(words.MARK_NEAR, days_told(steps[0])) if steps else ""

    def _presidium_section(self, plan: ReminderPlan) -> Section:
        told = _("{key} makes the letter").format(key=keys.key_of("reminders.presidium"))
        return Section(
            " – ".join((_("To take up with the council's presidium"), told)),
            WHO,
            tuple(
                self._who(PRESIDIUM, place, each.line, each.committee, reminded(each.line))
                for place, each in enumerate(plan.proposals)
            ),
        )

    def _who(
        self, section: str, place: int, line: AwaitedLine, committee: Committee, told: str
    ) -> Row:
        late = line.days_late(self.desk.today)
        said = ngettext("{n} day late", "{n} days late", late).format(n=late)
        return Row(
            (
                words.name(committee),
                line.case.audit.reference,
                line.due_on.isoformat(),
                words.marked(words.MARK_LATE, said),
                told,
            ),
            ReminderRow(section, place),
            "overdue" if section == PRESIDIUM else "quiet",
            committee.abbreviation or "",
            {Field.COMMITTEE: names_of(committee), Field.DUE: line.due_on, Field.LATE: True},
        )

    def _held_section(self, plan: ReminderPlan) -> Section:
        return Section(
            _("Late, and not reminded today"),
            WHO,
            tuple(
                self._who(
                    HELD,
                    place,
                    each.line,
                    each.line.committee,
                    held_told(each.why, each.expected_meeting_on),
                )
                for place, each in enumerate(plan.held_back)
            ),
            _("No late reply is left out."),
            is_counted=True,
        )

    def _draft_section(self) -> Section:
        told = _("{key} notes them as sent").format(key=keys.key_of("reminders.sent"))
        return Section(
            " – ".join((_("Drafts that are not sent"), told)),
            LOGGED,
            tuple(logged_row(DRAFT, place, each) for place, each in enumerate(self._waiting)),
        )

    def _log_section(self) -> Section:
        newest = tuple(reversed(self._log))
        return Section(
            _("Reminders made"),
            LOGGED,
            tuple(logged_row(LOG, place, each) for place, each in enumerate(newest)),
            _("Nobody has been reminded."),
            is_counted=True,
            most=MOST_LOGGED,
        )

    def detail(self, key: Hashable) -> Text:
        """Return what the message tells, or the words of one that was made."""
        if not isinstance(key, ReminderRow):
            return Text()
        if key.section == DUE and (message := self._message) is not None:
            return paragraphs(
                show(_("One message, to {committee}:").format(committee=message.committee.name)),
                *(show(awaited_told(each)) for each in message.awaited),
                *(show(promised_told(each)) for each in message.promised),
                *(show(also_told(each)) for each in message.also),
            )
        line = self._logged_line
        return show(line.reminder.text or "") if line else Text()

    # ---- what is done

    @property
    def _key(self) -> ReminderRow | None:
        key = self.query_one(Lines).key
        return key if isinstance(key, ReminderRow) else None

    @property
    def _message(self) -> ReminderMessage | None:
        key, plan = self._key, self._plan
        is_due = key is not None and key.section == DUE and plan is not None
        return plan.messages[key.place] if is_due and plan and key else None

    @property
    def _logged_line(self) -> LogLine | None:
        key = self._key
        if key is None or key.section not in {DRAFT, LOG}:
            return None
        lines = self._waiting if key.section == DRAFT else tuple(reversed(self._log))
        return lines[key.place] if key.place < len(lines) else None

    @property
    def _awaited_line(self) -> AwaitedLine | None:
        """The reply that a row is about, where it is about one alone."""
        key, plan = self._key, self._plan
        if key is None or plan is None:
            return None
        if key.section == PRESIDIUM:
            return plan.proposals[key.place].line
        if key.section == HELD:
            return plan.held_back[key.place].line
        message = self._message
        return message.awaited[0] if message and message.awaited else None

    @property
    def _committee(self) -> Committee | None:
        if (message := self._message) is not None:
            return message.committee
        if (logged := self._logged_line) is not None:
            return logged.committee
        line = self._awaited_line
        return line.committee if line else None

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        return self._committee.id if self._committee else None

    def on_lines_chosen(self) -> None:
        """Open the audit of the row."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit that the row is about, on its replies."""
        line = self._awaited_line
        if line is None:
            self.query_one(Detail).toggle()
            return
        at = RowKey("reply_case", line.reply_case.id, line.committee.id)
        self.app.push_screen(AuditScreen(self.desk, line.case.audit.id, 3, at))

    def action_make_drafts(self) -> None:
        """Ask to whom and where to, and make the drafts."""
        if not self.may_write() or self._plan is None:
            return
        if not self._plan.messages:
            self.tell(_("Nobody is to be reminded today."))
        else:
            self.begin(self._make_drafts)

    async def _make_drafts(self) -> None:
        # Word takes half a second to load; only who makes drafts waits for it.
        from revtrack.forms.reminders import Reminded, RemindWish  # noqa: PLC0415
        from revtrack.services.reminding.remind import MadeMessage  # noqa: PLC0415
        from revtrack.tui.wish_form import WishForm  # noqa: PLC0415

        def show_made(made: tuple[MadeMessage, ...] | None) -> None:
            if made:
                without = [each.message.committee for each in made if not each.has_address]
                self._show_files([path for each in made for path in each.paths], without)

        count = len(self._plan.messages) if self._plan else 0
        committee = self._message.committee if self._message else None
        wish = RemindWish(self.desk, Reminded(committee, count))
        self.app.push_screen(WishForm(wish), show_made)

    def _show_files(self, paths: Sequence[Path], without_address: Sequence[Committee]) -> None:
        from revtrack.services.papers.making import Made  # noqa: PLC0415 - as above
        from revtrack.services.papers.placing import Produced  # noqa: PLC0415
        from revtrack.tui.screens.papers.made_documents import MadeScreen  # noqa: PLC0415

        kind = DocumentKind.REMINDER
        produced = tuple(Produced(kind, path, None, is_new=True) for path in paths)
        said = _("{committee} has no e-mail address in the register; fill it in.")
        remarks = tuple(said.format(committee=words.name(each)) for each in without_address)
        nothing = (None,) * len(produced)
        self.app.push_screen(MadeScreen(self.desk, Made(produced, nothing, remarks)))

    def action_note_sent(self) -> None:
        """Ask which day drafts were sent, and note it."""
        if not self.may_write():
            return
        if not self._waiting:
            self.tell(_("No reminder waits to be sent."))
        else:
            self.begin(self._note_sent)

    async def _note_sent(self) -> None:
        from revtrack.forms.reminders import Reminded, SentWish  # noqa: PLC0415 - as above
        from revtrack.tui.wish_form import WishForm  # noqa: PLC0415

        def told(lines: tuple[LogLine, ...] | None) -> None:
            if lines is not None:
                said = ngettext(
                    "{n} reminder is noted as sent.", "{n} reminders are noted as sent.", len(lines)
                )
                self.tell(said.format(n=len(lines)))

        line = self._logged_line
        committee = line.committee if line and line.is_waiting else None
        wish = SentWish(self.desk, Reminded(committee, len(self._waiting)))
        self.app.push_screen(WishForm(wish), told)

    def action_take_up(self) -> None:
        """Make the letter to the presidium about the reply of the row."""
        if not self.may_write():
            return
        line = self._awaited_line
        if line is None:
            self.tell(_("Move to a reply that is late; then press the key again."))
        else:
            self.begin(partial(self._take_up, line))

    async def _take_up(self, line: AwaitedLine) -> None:
        # Word takes half a second to load; only who makes a letter waits for it.
        from revtrack.services.reminding.remind_presidium import (  # noqa: PLC0415
            take_to_presidium,
        )

        desk = self.desk
        made = await self.ask(
            take_to_presidium, desk.store, line.reply_case, desk.today, desk.documents_folder
        )
        self._show_files(made.paths, ())

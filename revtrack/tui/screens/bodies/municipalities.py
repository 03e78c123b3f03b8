"""Kommuner och nämnder: the municipalities with their committees, people and meetings."""

from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.records import AuditorsMeeting, Committee, Officeholder
from revtrack.forms.desk import Desk
from revtrack.services.municipality_overview import (
    CommitteeLine,
    MunicipalityOverview,
    see_municipalities,
    see_municipality,
)
from revtrack.tui import keys
from revtrack.tui.base import Heading
from revtrack.tui.screens.bodies import municipality_lists as lists
from revtrack.tui.screens.bodies.committee import CommitteeScreen
from revtrack.tui.screens.bodies.municipality_actions import BodyActions
from revtrack.tui.screens.bodies.municipality_lists import BodyKey
from revtrack.tui.widgets.layout import Section
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _

MANY = 20
"""More municipalities than so stand alone; Enter shows the committees of one."""


class MunicipalitiesScreen(BodyActions):
    """Every municipality with its committees; one alone with all that hangs on it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.BODIES]

    def __init__(self, desk: Desk, municipality_id: int | None = None) -> None:
        """Show one municipality; without it all, or the only one that there is."""
        super().__init__(desk)
        self._municipality_id = municipality_id
        self._seen: tuple[MunicipalityOverview, ...] = ()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Municipalities and committees")

    async def _load(self) -> None:
        store, today = self.desk.store, self.desk.today
        if self._municipality_id is None:
            self._seen = await self.ask(see_municipalities, store, today)
        only = self._municipality_id or self._only_one
        if only is not None:
            self._seen = (await self.ask(see_municipality, store, only, today),)
            self.query_one(Heading).call_it(self._seen[0].municipality.name)
        else:
            self.query_one(Heading).call_it(self.heading())
        self.query_one(Lines).show_sections(self._sections())
        self.tell_row(self.query_one(Lines).key)

    @property
    def _only_one(self) -> int | None:
        return self._seen[0].municipality.id if len(self._seen) == 1 else None

    @property
    def seen(self) -> tuple[MunicipalityOverview, ...]:
        """What the register holds, as it was read last."""
        return self._seen

    # ---- what is shown

    def _sections(self) -> tuple[Section, ...]:
        if not self._seen:
            return (_nothing_registered(),)
        if len(self._seen) > MANY:
            return (lists.town_section(self._seen),)
        if len(self._seen) > 1:
            committees = (lists.committee_section(each, is_alone=False) for each in self._seen)
            return (lists.town_section(self._seen), *committees)
        [seen] = self._seen
        town, today = seen.municipality, self.desk.today
        return (
            lists.committee_section(seen, is_alone=True),
            lists.person_section(seen.officeholders, town, today),
            lists.meeting_section(seen),
            lists.own_meeting_section(seen.auditors_meetings, town, today),
            lists.setting_section(town),
            lists.label_section(seen.labels, town),
        )

    def detail(self, key: Hashable) -> Text:
        """Return what is told of a committee, a person or a meeting."""
        if not isinstance(key, BodyKey):
            return Text()
        if (line := self.line_of(key)) is not None:
            return lists.committee_told(line, self._predecessors(line))
        record = self.record_of(key)
        if isinstance(record, Officeholder):
            return lists.person_told(record)
        return lists.own_meeting_told(record) if isinstance(record, AuditorsMeeting) else Text()

    def _predecessors(self, line: CommitteeLine) -> list[str]:
        return [
            other.committee.name
            for seen in self._seen
            for other in seen.committees
            if other.committee.successor_id == line.committee.id
        ]

    # ---- what is done

    @property
    def committee_id(self) -> int | None:
        """The committee of the row: that of a meeting, too."""
        key = self.key
        committee = self.committee_of(key) if key else None
        return committee.id if committee else None

    def on_lines_chosen(self) -> None:
        """Open what the row is about."""
        self.action_open()

    def action_open(self) -> None:
        """Open the committee or the municipality of the row; change what has no screen."""
        key = self.key
        if key is None:
            return
        committee: Committee | None = self.committee_of(key)
        if committee is not None and key.kind == lists.COMMITTEE:
            self.app.push_screen(CommitteeScreen(self.desk, committee.id))
        elif key.kind == lists.TOWN:
            self.app.push_screen(MunicipalitiesScreen(self.desk, key.municipality_id))
        else:
            self.action_change()

    def action_make_document(self) -> None:
        """Show which documents can be made about the municipality or the committee of the row."""
        if self.may_write():
            self.begin(self._choose_document)

    async def _choose_document(self) -> None:
        # Word and Excel take half a second to load; only who makes a document waits for them.
        from revtrack.tui.screens.papers.choose_document import open_documents  # noqa: PLC0415

        here = self._here()
        if here is None:
            self.tell(_("Move to a row of a municipality; then press the key again."))
        else:
            town_id = here.municipality.id
            await open_documents(self, town_id, committee_id=self.committee_id)


def _nothing_registered() -> Section:
    return Section(
        _("No municipality is registered"),
        note=_(
            "Press {key} to register one with its committees: three short steps, and only the name "
            "has to be filled in."
        ).format(key=keys.key_of("bodies.municipality")),
    )

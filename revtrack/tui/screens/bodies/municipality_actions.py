"""What is done with municipalities, committees, people and meetings from their screen."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from revtrack.domain.codes import Grade
from revtrack.domain.records import (
    AuditorsMeeting,
    Committee,
    CommitteeMeeting,
    Label,
    Municipality,
    Officeholder,
)
from revtrack.forms.committees import (
    ChangeCommitteeWish,
    NewCommitteesWish,
    SuccessionWish,
    succeeded_told,
)
from revtrack.forms.desk import Desk
from revtrack.forms.meetings import ChangeMeetingWish, NewMeetingsWish
from revtrack.forms.municipality import MunicipalityWish
from revtrack.forms.own_words import OwnWordWish
from revtrack.forms.people import AuditorsMeetingWish, OfficeholderWish
from revtrack.forms.reading_in import MeetingsFileWish
from revtrack.forms.wish import Wish
from revtrack.services.municipality_overview import CommitteeLine, MunicipalityOverview
from revtrack.services.registering.bodies import (
    AddedCommittees,
    remove_committee,
    remove_municipality,
)
from revtrack.services.registering.labels import remove_own_word
from revtrack.services.registering.meetings import remove_meeting
from revtrack.services.registering.people import take_away
from revtrack.services.registering.set_up import MadeMunicipality
from revtrack.services.registering.succession import Succession
from revtrack.tui import words
from revtrack.tui.screens.asking.removal import RemovalQuestion
from revtrack.tui.screens.bodies import municipality_lists as lists
from revtrack.tui.screens.bodies.municipality_lists import BodyKey
from revtrack.tui.screens.exchange.reading_in import open_reading_in
from revtrack.tui.screens.overview.first_steps import MunicipalityStep, made_told, next_told
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.vocabularies import vocabulary

Shown = Committee | CommitteeMeeting | Officeholder | AuditorsMeeting | Label | Municipality
"""What a row may show."""


class BodyActions(WorkScreen):
    """The actions, on the row that the cursor stands on and the municipality that it belongs to."""

    @property
    @abstractmethod
    def seen(self) -> tuple[MunicipalityOverview, ...]:
        """What the register holds, as it was read last."""

    # ---- what a row is about

    @property
    def key(self) -> BodyKey | None:
        """What the row of the cursor stands for."""
        key = self.query_one(Lines).key
        return key if isinstance(key, BodyKey) else None

    def _here(self) -> MunicipalityOverview | None:
        """Return the municipality of the row, or the only one; None where it is not clear which."""
        key = self.key
        if key is not None:
            return next(
                (each for each in self.seen if each.municipality.id == key.municipality_id), None
            )
        return self.seen[0] if len(self.seen) == 1 else None

    def line_of(self, key: BodyKey) -> CommitteeLine | None:
        """Return the committee that a row shows."""
        lines = (line for seen in self.seen for line in seen.committees)
        found = (line for line in lines if line.committee.id == key.id)
        return next(found, None) if key.kind == lists.COMMITTEE else None

    def record_of(self, key: BodyKey) -> Shown | None:
        """Return the record that a row shows; the municipality for one of its settings."""
        found = (
            each for seen in self.seen for each in _records(seen, key.kind) if _is_it(each, key)
        )
        return next(found, None)

    def committee_of(self, key: BodyKey) -> Committee | None:
        """Return the committee that a row is about, that of a meeting too."""
        record = self.record_of(key)
        if isinstance(record, CommitteeMeeting):
            record = self.record_of(
                BodyKey(lists.COMMITTEE, record.committee_id, key.municipality_id)
            )
        return record if isinstance(record, Committee) else None

    # ---- what is added

    def _in_town(
        self, wish: Callable[[MunicipalityOverview], Wish[object]], done: Callable[..., None]
    ) -> None:
        """Open the form of a wish about the municipality of the row."""
        if not self.may_write():
            return
        here = self._here()
        if here is None:
            self._tell_where()
        else:
            self.app.push_screen(WishForm(wish(here)), done)

    def action_new_committees(self) -> None:
        """Open the form of new committees."""
        self._in_town(
            lambda here: NewCommitteesWish(self.desk, here.municipality, _bodies(here)),
            self._after_committees,
        )

    def _after_committees(self, done: AddedCommittees | None) -> None:
        if done is not None:
            said = ngettext("{n} committee is added.", "{n} committees are added.", len(done.added))
            self.tell(said.format(n=len(done.added)))
            if done.added:
                first = done.added[0]
                self.query_one(Lines).move_to(
                    BodyKey(lists.COMMITTEE, first.id, first.municipality_id)
                )

    def action_succeed(self) -> None:
        """Open the form by which a committee takes over from the marked ones, or from the row's."""
        lines = self.query_one(Lines)
        marked = lines.marks.among(lines.keys) or ((self.key,) if self.key else ())
        ending = [
            body
            for key in marked
            if isinstance(key, BodyKey) and key.kind == lists.COMMITTEE
            if (body := self.committee_of(key)) is not None
        ]
        self._in_town(
            lambda here: SuccessionWish(self.desk, here.municipality, ending, _bodies(here)),
            self._after_succession,
        )

    def _after_succession(self, done: tuple[Succession, ...] | None) -> None:
        if done:
            self.query_one(Lines).clear_marks()
            self.tell(succeeded_told(done))

    def action_new_person(self) -> None:
        """Open the form of an auditor or an expert."""
        self._in_town(
            lambda here: OfficeholderWish(self.desk, here.municipality, here.officeholders),
            self._after_person,
        )

    def _after_person(self, done: Officeholder | None) -> None:
        if done is not None:
            self.tell(_("{name} is registered.").format(name=done.name))

    def action_new_meetings(self) -> None:
        """Open the form of a committee's meetings."""
        committee = self.committee_of(self.key) if self.key else None
        self._in_town(
            lambda here: NewMeetingsWish(self.desk, here.municipality, _bodies(here), committee),
            self._after_meetings,
        )

    def _after_meetings(self, done: tuple[CommitteeMeeting, ...] | None) -> None:
        if done:
            said = ngettext("{n} meeting is added.", "{n} meetings are added.", len(done))
            self.tell(said.format(n=len(done)))

    def action_new_own_meeting(self) -> None:
        """Open the form of a meeting of the auditors."""
        self._in_town(
            lambda here: AuditorsMeetingWish(self.desk, here.municipality), self._after_own_meeting
        )

    def _after_own_meeting(self, done: AuditorsMeeting | None) -> None:
        if done is not None:
            self.tell(_("The meeting of {day} is registered.").format(day=done.held_on))

    def action_new_own_word(self) -> None:
        """Open the form of a word that the office writes for a step of assessment."""
        self._in_town(lambda here: OwnWordWish(self.desk, here.municipality), self._after_change)

    def action_new_municipality(self) -> None:
        """Open the first of three short forms."""
        if self.may_write():
            self.app.push_screen(MunicipalityStep(self.desk), self._after_municipality)

    def _after_municipality(self, done: MadeMunicipality | None) -> None:
        if done is not None:
            self.tell(f"{made_told(done)} {next_told()}")

    def action_read_meetings(self) -> None:
        """Ask for a file of meetings, and show what it holds."""
        if not self.may_write():
            return
        here = self._here()
        if here is None:
            self._tell_where()
        else:
            open_reading_in(self, MeetingsFileWish(self.desk, here.municipality, _bodies(here)))

    def _tell_where(self) -> None:
        self.tell(
            _("Move to a row of the municipality that it is about; then press the key again.")
        )

    # ---- what is changed

    def action_change(self) -> None:
        """Open the form of what the row shows."""
        key = self.key
        if not self.may_write():
            return
        wish = self._change_of(key) if key else None
        if wish is None:
            self.tell(_("Move to the row that is to be changed; then press the key again."))
        else:
            self.app.push_screen(WishForm(wish), self._after_change)

    def _change_of(self, key: BodyKey) -> Wish[object] | None:
        here, desk, committee = self._here(), self.desk, self.committee_of(key)
        if here is None or committee is None:
            return _change_of_town(desk, here, self.record_of(key)) if here else None
        record = self.record_of(key)
        if isinstance(record, CommitteeMeeting):
            return ChangeMeetingWish(desk, committee, record)
        return ChangeCommitteeWish(desk, committee)

    def _after_change(self, done: object) -> None:
        if done is not None:
            self.tell(_("The change is saved."))

    # ---- what is taken away

    def action_remove(self) -> None:
        """Ask whether what the row shows is to be taken away."""
        if not self.may_write():
            return
        found = self._removal_of(self.key) if self.key else None
        if found is None:
            self.tell(_("Move to the row that is to be removed; then press the key again."))
            return
        what, remove = found

        def answered(is_to_be_removed: bool | None) -> None:
            if is_to_be_removed:
                self.begin(partial(self._remove, remove))

        self.app.push_screen(RemovalQuestion(self.desk, what), answered)

    async def _remove(self, remove: Callable[[], None]) -> None:
        await self.ask(remove)
        self.tell(_("It is removed. Ctrl+Z brings it back."))
        self.action_reload()

    def _removal_of(self, key: BodyKey) -> tuple[str, Callable[[], None]] | None:
        """Return what a row shows, in words, and what takes it away."""
        record, committee, store = self.record_of(key), self.committee_of(key), self.desk.store
        found: tuple[str, Callable[[], None]] | None = None
        match record:
            case CommitteeMeeting() if committee is not None:
                told = lists.meeting_name(record, committee.name)
                days = (store, committee.id, record.held_on, record.kind)
                found = told, partial(remove_meeting, *days)
            case Committee():
                found = words.name(record), partial(remove_committee, store, record)
            case Officeholder():
                found = lists.person_name(record), partial(take_away, store, record)
            case AuditorsMeeting():
                told = _("The auditors' meeting of {day}").format(day=record.held_on)
                found = told, partial(take_away, store, record)
            case Label():
                found = record.text, partial(remove_own_word, store, record)
            case Municipality() if key.kind == lists.TOWN:
                found = record.name, partial(remove_municipality, store, record)
        return found


def _records(seen: MunicipalityOverview, kind: str) -> Sequence[Shown]:
    """Return what the rows of a kind show of a municipality."""
    if kind == lists.COMMITTEE:
        return _bodies(seen)
    of_kind: Mapping[str, Sequence[Shown]] = {
        lists.PERSON: seen.officeholders,
        lists.MEETING: seen.meetings,
        lists.OWN_MEETING: seen.auditors_meetings,
        lists.LABEL: seen.labels,
    }
    return of_kind.get(kind, (seen.municipality,))


def _is_it(record: Shown, key: BodyKey) -> bool:
    return record.id == (key.municipality_id if isinstance(record, Municipality) else key.id)


def _change_of_town(
    desk: Desk, here: MunicipalityOverview, record: Shown | None
) -> Wish[object] | None:
    """Return the wish to change what is no committee and no meeting of one."""
    town = here.municipality
    match record:
        case Officeholder():
            return OfficeholderWish(desk, town, here.officeholders, record)
        case AuditorsMeeting():
            return AuditorsMeetingWish(desk, town, record)
        case Label() if record.vocabulary == vocabulary(Grade):
            return OwnWordWish(desk, town, record)
        case Municipality():
            return MunicipalityWish(desk, town)
        case _:
            return None


def _bodies(here: MunicipalityOverview) -> Sequence[Committee]:
    return [line.committee for line in here.committees]

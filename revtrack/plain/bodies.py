"""Kommuner och nämnder: committees with what they owe, people and meetings."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from revtrack.domain.codes import Grade
from revtrack.domain.records import (
    AuditorsMeeting,
    Committee,
    CommitteeMeeting,
    Label,
    Officeholder,
)
from revtrack.forms import said
from revtrack.forms.committees import (
    ChangeCommitteeWish,
    NewCommitteesWish,
    SuccessionWish,
    succeeded_told,
)
from revtrack.forms.meetings import ChangeMeetingWish, NewMeetingsWish
from revtrack.forms.municipality import MunicipalityWish, NewMunicipalityWish
from revtrack.forms.own_words import OwnWordWish
from revtrack.forms.people import AuditorsMeetingWish, OfficeholderWish
from revtrack.forms.reading_in import MeetingsFileWish
from revtrack.forms.wish import Wish
from revtrack.plain import sentences
from revtrack.plain.changing import is_confirmed
from revtrack.plain.committee import read_committee
from revtrack.plain.doing import done_by
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, RemovedError
from revtrack.plain.moments import day_told
from revtrack.plain.papers import make_of_town
from revtrack.plain.taking_in import take_in
from revtrack.services.municipality_overview import (
    CommitteeLine,
    MunicipalityOverview,
    see_municipalities,
    see_municipality,
)
from revtrack.services.registering.bodies import remove_committee, remove_municipality
from revtrack.services.registering.labels import remove_own_word
from revtrack.services.registering.meetings import remove_meeting
from revtrack.services.registering.people import take_away
from revtrack.storage.store import Store
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label
from revtrack.wording.vocabularies import vocabulary


def read_municipalities(talk: Dialogue) -> None:
    """Read the municipalities, and let one be opened or made."""

    def options() -> Sequence[Option]:
        towns = see_municipalities(talk.desk.store, talk.desk.today)
        return (
            *(
                Option(_town_told(each), partial(_TownTalk(talk, each.municipality.id).open))
                for each in towns
            ),
            Option(done_by("bodies.municipality"), partial(_new_municipality, talk)),
        )

    talk.menu(lambda: _("Municipalities and committees."), options)


def _town_told(seen: MunicipalityOverview) -> str:
    count = len(seen.committees)
    text = ngettext("{n} committee", "{n} committees", count).format(n=count)
    return sentences.sentence(seen.municipality.name, text)


def _new_municipality(talk: Dialogue) -> None:
    if talk.may_write():
        made = fill(talk, NewMunicipalityWish(talk.desk))
        talk.say(_("{name} is registered.").format(name=made.municipality.name))


class _TownTalk:
    """The dialogue about one municipality."""

    def __init__(self, talk: Dialogue, municipality_id: int) -> None:
        self._talk = talk
        self._id = municipality_id

    def open(self) -> None:
        """Read what there is, and let it be chosen what to do."""
        self._talk.menu(lambda: _town_told(self._seen), self._options)

    @property
    def _seen(self) -> MunicipalityOverview:
        return see_municipality(self._talk.desk.store, self._id, self._talk.desk.today)

    @property
    def _bodies(self) -> tuple[Committee, ...]:
        return tuple(line.committee for line in self._seen.committees)

    def _options(self) -> Sequence[Option]:
        desk, town, people = (
            self._talk.desk,
            self._seen.municipality,
            self._seen.officeholders,
        )
        return (
            Option(_("Committees"), self._read_committees),
            Option(_("Meetings of the committees"), self._read_meetings),
            Option(_("Auditors and experts"), self._read_people),
            Option(_("The auditors' meetings"), self._read_own_meetings),
            Option(_("The office's own words for assessments"), self._read_own_words),
            self._writing(
                done_by("bodies.committees"), lambda: NewCommitteesWish(desk, town, self._bodies)
            ),
            Option(done_by("bodies.succeed"), self._succeed),
            self._writing(
                done_by("bodies.meeting"), lambda: NewMeetingsWish(desk, town, self._bodies)
            ),
            Option(done_by("bodies.read_meetings"), self._read_file),
            self._writing(done_by("bodies.person"), lambda: OfficeholderWish(desk, town, people)),
            self._writing(done_by("bodies.own_meeting"), lambda: AuditorsMeetingWish(desk, town)),
            self._writing(done_by("bodies.own_word"), lambda: OwnWordWish(desk, town)),
            Option(done_by("bodies.document"), partial(make_of_town, self._talk, town)),
            self._changing(_("Change the municipality"), lambda: MunicipalityWish(desk, town)),
            self._removing(town.name, partial(remove_municipality, desk.store, town)),
        )

    def _changing(self, told: str, wish: Callable[[], Wish[object]]) -> Option:
        """Return what changes something that is registered."""
        return self._writing(told, wish, changes=True)

    def _writing(
        self, told: str, wish: Callable[[], Wish[object]], *, changes: bool = False
    ) -> Option:
        """Return what fills in a form and says that it is saved."""

        def act() -> None:
            if self._talk.may_write():
                fill(self._talk, wish(), changes=changes)
                self._talk.say(_("The change is saved."))

        return Option(told, act)

    def _removing(self, what: str, remove: Callable[[], object]) -> Option:
        """Return what removes something once yes is answered."""

        def act() -> None:
            talk = self._talk
            told = _("To be removed: {what}").format(what=what)
            if talk.may_write() and is_confirmed(talk, told):
                remove()
                talk.say(_("It is removed."))
                raise RemovedError

        return Option(done_by("bodies.remove"), act)

    # ---- committees

    def _read_committees(self) -> None:
        def options() -> Sequence[Option]:
            return tuple(
                Option(
                    _committee_told(line),
                    partial(self._open_committee, line.committee),
                    found_by=line.committee.abbreviation or "",
                )
                for line in self._seen.committees
            )

        self._talk.browse(_("Committees."), options, _("No committee is registered yet."))

    def _open_committee(self, committee: Committee) -> None:
        desk = self._talk.desk
        self._talk.menu(
            lambda: f"{said.name(committee)}.",
            lambda: (
                Option(
                    _("What the committee owes"), partial(read_committee, self._talk, committee.id)
                ),
                Option(
                    done_by("committee.document"),
                    partial(make_of_town, self._talk, self._seen.municipality, committee),
                ),
                self._changing(
                    done_by("bodies.change"), lambda: ChangeCommitteeWish(desk, committee)
                ),
                self._removing(
                    said.name(committee), partial(remove_committee, desk.store, committee)
                ),
            ),
        )

    def _succeed(self) -> None:
        talk = self._talk
        if talk.may_write():
            wish = SuccessionWish(talk.desk, self._seen.municipality, (), self._bodies)
            talk.say(succeeded_told(fill(talk, wish)))

    # ---- meetings and people

    def _read_meetings(self) -> None:
        def options() -> Sequence[Option]:
            return tuple(map(self._meeting_option, self._seen.meetings))

        self._talk.browse(
            _("Meetings of the committees, from today."), options, _("No meeting is registered.")
        )

    def _meeting_option(self, meeting: CommitteeMeeting) -> Option:
        desk = self._talk.desk
        committee = next(each for each in self._bodies if each.id == meeting.committee_id)
        papers = meeting.papers_by_on
        told = sentences.sentence(
            day_told(meeting.held_on),
            committee.name,
            label(meeting.kind).lower(),
            _("papers by {day}").format(day=day_told(papers)) if papers else "",
        )
        options = (
            self._changing(
                done_by("bodies.change"), lambda: ChangeMeetingWish(desk, committee, meeting)
            ),
            self._removing(told, partial(_remove_meeting, desk.store, meeting)),
        )
        return Option(told, lambda: self._once(told, options))

    def _once(self, told: str, options: Sequence[Option]) -> None:
        self._talk.menu(lambda: told, lambda: options)

    def _read_people(self) -> None:
        def options() -> Sequence[Option]:
            return tuple(map(self._person_option, self._seen.officeholders))

        self._talk.browse(
            _("Auditors and experts."), options, _("No auditor or expert is registered.")
        )

    def _person_option(self, person: Officeholder) -> Option:
        desk, seen = self._talk.desk, self._seen
        told = sentences.sentence(
            person.name, person.title or label(person.function), *_term(person)
        )
        options = (
            self._changing(
                done_by("bodies.change"),
                lambda: OfficeholderWish(desk, seen.municipality, seen.officeholders, person),
            ),
            self._removing(told, lambda: take_away(desk.store, person)),
        )
        return Option(told, lambda: self._once(told, options))

    def _read_own_meetings(self) -> None:
        def options() -> Sequence[Option]:
            return tuple(map(self._own_option, self._seen.auditors_meetings))

        self._talk.browse(
            _("The auditors' meetings, the latest first."), options, _("No meeting is registered.")
        )

    def _own_option(self, meeting: AuditorsMeeting) -> Option:
        desk, town = self._talk.desk, self._seen.municipality
        told = sentences.sentence(day_told(meeting.held_on))
        options = (
            self._changing(
                done_by("bodies.change"), lambda: AuditorsMeetingWish(desk, town, meeting)
            ),
            self._removing(told, lambda: take_away(desk.store, meeting)),
        )
        return Option(told, lambda: self._once(told, options))

    def _read_own_words(self) -> None:
        def options() -> Sequence[Option]:
            own = (each for each in self._seen.labels if each.vocabulary == vocabulary(Grade))
            return tuple(map(self._word_option, own))

        self._talk.browse(
            _("The office's own words for assessments") + ".",
            options,
            _("The office writes the usual words."),
        )

    def _word_option(self, own: Label) -> Option:
        desk, town = self._talk.desk, self._seen.municipality
        told = _("{own} instead of {usual}.").format(own=own.text, usual=label(Grade(own.code)))
        options = (
            self._changing(done_by("bodies.change"), lambda: OwnWordWish(desk, town, own)),
            self._removing(told, lambda: remove_own_word(desk.store, own)),
        )
        return Option(told, lambda: self._once(told, options))

    def _read_file(self) -> None:
        talk = self._talk
        if not talk.may_write():
            return
        take_in(talk, MeetingsFileWish(talk.desk, self._seen.municipality, self._bodies))


def _committee_told(line: CommitteeLine) -> str:
    committee = line.committee
    successor = line.successor
    return sentences.sentence(
        committee.name,
        committee.abbreviation,
        _("has ended") if line.has_ended else "",
        _("succeeded by {name}").format(name=successor.name) if successor else "",
        ngettext("{n} recommendation open", "{n} recommendations open", line.open).format(
            n=line.open
        ),
        ngettext("{n} reply awaited", "{n} replies awaited", line.awaited).format(n=line.awaited),
        _("next meeting {day}").format(day=day_told(line.next_meeting_on))
        if line.next_meeting_on
        else "",
    )


def _remove_meeting(store: Store, meeting: CommitteeMeeting) -> None:
    remove_meeting(store, meeting.committee_id, meeting.held_on, meeting.kind)


def _term(person: Officeholder) -> Iterator[str]:
    if person.from_on:
        yield _("from {day}").format(day=day_told(person.from_on))
    if person.to_on:
        yield _("until {day}").format(day=day_told(person.to_on))

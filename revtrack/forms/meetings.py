"""Nya sammanträden: days of a committee's calendar, several of one kind at once."""

import re
from collections.abc import Sequence
from datetime import date

from revtrack.domain.codes import MeetingKind
from revtrack.domain.days.dates import Towards
from revtrack.domain.days.typed_days import read_day
from revtrack.domain.errors import UsageError
from revtrack.domain.names.recipients import committee_called
from revtrack.domain.records import (
    Committee,
    CommitteeMeeting,
    Municipality,
    NewCommitteeMeeting,
)
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import committee_offers
from revtrack.services.registering.meetings import add_meetings, change_meeting
from revtrack.wording import _, language, ngettext
from revtrack.wording.labels import field_label, label
from revtrack.wording.words import day_in_words

_BEFORE = ("papers_by_on", "dispatched_on")


class NewMeetingsWish(Wish[tuple[CommitteeMeeting, ...]]):
    """Days on which a committee meets."""

    def __init__(
        self,
        desk: Desk,
        town: Municipality,
        committees: Sequence[Committee],
        committee: Committee | None = None,
    ) -> None:
        """Take the municipality's committees, and the one that it is about, if that is known."""
        super().__init__(desk, _("New meetings – {municipality}").format(municipality=town.name))
        self._committees = [each for each in committees if each.valid_to_on is None]
        self._committee = committee

    def fields(self) -> Sequence[FormField]:
        """Return committee, days and kind; the days before a single meeting folded."""
        return (
            FormField(
                "committee",
                field_label("committee_meeting", "committee_id"),
                value=said.short(self._committee) if self._committee else "",
                known=committee_offers(self._committees),
                hint=_("for example KS"),
                is_required=True,
            ),
            FormField(
                "days",
                _("Days"),
                hint=_("one or several: 2026-03-10, 14/4, 12 maj"),
                is_required=True,
            ),
            _kind_field(MeetingKind.COMMITTEE),
            *_days_before(None),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "days" if self._committee else "committee"

    def told(self, typed: Typed) -> str:
        """Tell which days are read from what is typed."""
        try:
            days = self._days(typed)
        except UsageError:
            return ""
        told = ngettext("{n} meeting: {days}.", "{n} meetings: {days}.", len(days))
        words = "; ".join(day_in_words(each, in_language=language()) for each in days)
        return told.format(n=len(days), days=words) if days else ""

    def _days(self, typed: Typed) -> tuple[date, ...]:
        found: dict[date, None] = {}
        for part in re.split(r"[,;\n]", typed.text("days")):
            if text := part.strip():
                try:
                    found[read_day(text, self.desk.today, Towards.FUTURE)] = None
                except ValueError as fault:
                    raise UsageError(
                        "{day} is not a day in the calendar. Write it as 2023-03-20, 20/3 or "
                        "20 mars.",
                        day=text,
                    ) from fault
        return tuple(found)

    def carry_out(self, typed: Typed) -> tuple[CommitteeMeeting, ...]:
        """Store the meetings and return them."""
        name, days = typed.text("committee").strip(), self._days(typed)
        committee = committee_called(name, self._committees)
        if committee is None:
            raise UsageError("No committee is called {name}.", name=name)
        before = {each: typed.day(each) for each in _BEFORE}
        if len(days) > 1 and any(before.values()):
            raise UsageError(
                "The days for papers and summons are stated for one meeting at a time."
            )
        return add_meetings(
            self.desk.store,
            [
                NewCommitteeMeeting(
                    committee_id=committee.id,
                    held_on=day,
                    kind=MeetingKind(typed.text("kind")),
                    **before,
                )
                for day in days
            ],
        )


class ChangeMeetingWish(Wish[CommitteeMeeting]):
    """The day of a committee's meeting, and the days before it."""

    def __init__(self, desk: Desk, committee: Committee, meeting: CommitteeMeeting) -> None:
        """Take the meeting as it was read."""
        super().__init__(desk, _("Meeting – {committee}").format(committee=committee.name))
        self._meeting = meeting

    def fields(self) -> Sequence[FormField]:
        """Return day, kind and the days before."""
        return (
            FormField(
                "held_on",
                field_label("committee_meeting", "held_on"),
                Kind.DAY,
                value=self._meeting.held_on.isoformat(),
                is_required=True,
                towards=Towards.FUTURE,
            ),
            _kind_field(self._meeting.kind),
            *_days_before(self._meeting),
        )

    def carry_out(self, typed: Typed) -> CommitteeMeeting:
        """Store what is changed and return the meeting."""
        choices = {
            "held_on": typed.day("held_on"),
            "kind": MeetingKind(typed.text("kind")),
            **{each: typed.day(each) for each in _BEFORE},
        }
        return change_meeting(self.desk.store, self._meeting, choices)


def _kind_field(kind: MeetingKind) -> FormField:
    kinds = tuple((each.value, label(each)) for each in MeetingKind)
    return FormField(
        "kind", field_label("committee_meeting", "kind"), Kind.CHOICE, kind.value, choices=kinds
    )


def _days_before(meeting: CommitteeMeeting | None) -> tuple[FormField, ...]:
    """Return the fields of the days before a meeting; folded where there is none yet."""
    return tuple(
        FormField(
            each,
            field_label("committee_meeting", each),
            Kind.DAY,
            value=day.isoformat() if meeting and (day := getattr(meeting, each)) else "",
            is_folded=meeting is None,
            towards=Towards.FUTURE,
        )
        for each in _BEFORE
    )

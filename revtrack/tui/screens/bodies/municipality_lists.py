"""What stands on the screen of municipalities and committees: its sections and their rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from revtrack.domain.filtering import Facts, Field
from revtrack.domain.records import (
    AuditorsMeeting,
    Committee,
    CommitteeMeeting,
    Label,
    Municipality,
    Officeholder,
)
from revtrack.domain.texts.prose import lines_of
from revtrack.forms.found_by import names_of
from revtrack.services.municipality_overview import CommitteeLine, MunicipalityOverview
from revtrack.tui import keys, words
from revtrack.tui.show import one_line, show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.wording import _, ngettext
from revtrack.wording.labels import absent_label, field_label, label
from revtrack.wording.town_settings import SHOWN, setting_in_words
from revtrack.wording.vocabularies import LABELS, NOT_STATED, vocabulary
from revtrack.wording.words import capitalise_first

BROAD, WIDE = 90, 140
TOWN, COMMITTEE, PERSON, MEETING, OWN_MEETING, SETTING, LABEL = (
    *("town", "committee", "person", "meeting", "own_meeting"),
    *("setting", "label"),
)
MOST_MEETINGS, MOST_PAST_MEETINGS = 12, 6
"""Rows of meetings that are shown while nothing is filtered."""


@dataclass(frozen=True)
class BodyKey:
    """What a row stands for."""

    kind: str
    id: int | str
    municipality_id: int


def town_section(seen: Sequence[MunicipalityOverview]) -> Section:
    """Return a row for each municipality."""
    return Section(
        _("Municipalities"),
        (
            Column(_("Municipality"), grows=True),
            Column(_("Abbr."), most=10),
            Column(_("Committees")),
            Column(_("Open")),
            Column(_("Awaited")),
            Column(_("Replies are sent to"), most=36, from_width=BROAD),
        ),
        tuple(_town_row(each) for each in seen),
        is_counted=True,
    )


def _town_row(seen: MunicipalityOverview) -> Row:
    town = seen.municipality
    there = [line for line in seen.committees if not line.has_ended]
    open_ones = sum(line.open for line in seen.committees)
    return Row(
        (
            town.name,
            town.abbreviation or "",
            _under(_("Committees"), len(there)),
            _under(_("Open"), open_ones),
            _under(_("Awaited"), sum(line.awaited for line in seen.committees)),
            town.reply_address or "–",
        ),
        BodyKey(TOWN, town.id, town.id),
        found_by=" ".join(
            f"{line.committee.abbreviation or ''} {line.committee.name}" for line in seen.committees
        ),
        facts={Field.MUNICIPALITY: _known_by(town), Field.OPEN: bool(open_ones)},
    )


def _under(title: str, count: int) -> str:
    """Return a number as it stands in its column: its last digit under the title's last letter."""
    return str(count).rjust(len(title))


def _known_by(town: Municipality) -> tuple[str, ...]:
    return tuple(filter(None, (town.name, town.abbreviation)))


def committee_section(seen: MunicipalityOverview, *, is_alone: bool) -> Section:
    """Return a row for each committee; headed by its municipality where there are several."""
    name = seen.municipality.name
    return Section(
        _("Committees") if is_alone else name,
        (
            Column(_("Abbr."), most=10),
            Column(_("Committee"), grows=True),
            Column(_("Open")),
            Column(_("Awaited")),
            Column(_("Next meeting"), from_width=BROAD),
            Column(_("Contact address"), most=34, from_width=WIDE),
            Column(_("Standing"), most=24),
        ),
        tuple(_committee_row(line, seen.municipality) for line in seen.committees),
        _("No committee is registered. Press {key} to paste or write them, one a line.").format(
            key=keys.key_of("bodies.committees")
        ),
        is_counted=True,
    )


def _committee_row(line: CommitteeLine, town: Municipality) -> Row:
    committee = line.committee
    told = term_told(line)
    return Row(
        (
            committee.abbreviation or "",
            words.name(committee),
            _under(_("Open"), line.open),
            _under(_("Awaited"), line.awaited),
            line.next_meeting_on.isoformat() if line.next_meeting_on else "–",
            committee.contact_address or "–",
            told,
        ),
        BodyKey(COMMITTEE, committee.id, town.id),
        "quiet" if line.has_ended else "",
        f"{town.name} {committee.aliases or ''}",
        _committee_facts(line, town, told),
    )


def _committee_facts(line: CommitteeLine, town: Municipality, told: str) -> Facts:
    own = line.committee
    names = (own.abbreviation, own.name, *lines_of(own.aliases))
    return {
        Field.MUNICIPALITY: _known_by(town),
        Field.COMMITTEE: tuple(filter(None, names)),
        Field.STATUS: told,
        Field.OPEN: bool(line.open),
    }


def term_told(line: CommitteeLine) -> str:
    """Return whether a committee is there, from when, until when, and what becomes of it."""
    own, heir = line.committee, line.successor
    if own.valid_to_on is None:
        if own.valid_from_on:
            told = _("from {day}").format(day=own.valid_from_on)
            return words.marked(words.MARK_DONE, told)
        return words.marked(words.MARK_DONE, _("in place"))
    mark = words.MARK_NONE if line.has_ended else words.MARK_NEAR
    told = _("until {day}").format(day=own.valid_to_on)
    if heir is not None:
        told += f", → {words.short(heir)}"
    return words.marked(mark, told)


def person_section(people: Iterable[Officeholder], town: Municipality, today: date) -> Section:
    """Return a row for each person in a function for the auditors."""
    return Section(
        _("Auditors and experts"),
        (
            Column(_("Function"), most=28),
            Column(_("Name"), grows=True),
            Column(_("Firm or group"), most=34, from_width=BROAD),
            Column(_("From")),
            Column(_("To")),
        ),
        tuple(_person_row(each, town, today) for each in people),
        _(
            "Nobody is registered. Press {key} for the auditors' chair or an expert; the names "
            "stand under letters and reports."
        ).format(key=keys.key_of("bodies.person")),
        is_counted=True,
    )


def _person_row(each: Officeholder, town: Municipality, today: date) -> Row:
    is_past = each.to_on is not None and each.to_on < today
    return Row(
        (
            label(each.function),
            each.name,
            each.body or "",
            each.from_on.isoformat() if each.from_on else "–",
            each.to_on.isoformat() if each.to_on else "–",
        ),
        BodyKey(PERSON, each.id, town.id),
        "quiet" if is_past else "",
        each.title or "",
    )


def _meeting_row(meeting: CommitteeMeeting, committee: Committee, town: Municipality) -> Row:
    return Row(
        (
            meeting.held_on.isoformat(),
            words.name(committee),
            label(meeting.kind),
            meeting.papers_by_on.isoformat() if meeting.papers_by_on else "–",
            meeting.dispatched_on.isoformat() if meeting.dispatched_on else "–",
        ),
        BodyKey(MEETING, meeting.id, town.id),
        found_by=committee.abbreviation or "",
        facts={Field.COMMITTEE: names_of(committee)},
    )


def meeting_section(seen: MunicipalityOverview) -> Section:
    """Return a row for each meeting of the committees that is still to come."""
    committees = {line.committee.id: line.committee for line in seen.committees}
    return Section(
        _("Committees' next meetings"),
        (
            Column(_("Day")),
            Column(_("Committee"), grows=True),
            Column(_("Kind"), most=20),
            Column(_("Papers by")),
            Column(_("Summons"), from_width=BROAD),
        ),
        tuple(
            _meeting_row(each, committees[each.committee_id], seen.municipality)
            for each in seen.meetings
        ),
        _("No meeting is registered. Press {new} to write some, {read} to read in a file.").format(
            new=keys.key_of("bodies.meeting"), read=keys.key_of("bodies.read_meetings")
        ),
        is_counted=True,
        most=MOST_MEETINGS,
    )


def own_meeting_section(
    meetings: Iterable[AuditorsMeeting], town: Municipality, today: date
) -> Section:
    """Return a row for each meeting of the auditors, the latest first."""
    return Section(
        _("The auditors' own meetings"),
        (Column(_("Day")), Column(_("Note"), grows=True)),
        tuple(
            Row(
                (each.held_on.isoformat(), each.note or ""),
                BodyKey(OWN_MEETING, each.id, town.id),
                "quiet" if each.held_on < today else "",
            )
            for each in meetings
        ),
        _("No meeting is registered. Press {key} to add one.").format(
            key=keys.key_of("bodies.own_meeting")
        ),
        is_counted=True,
        most=MOST_PAST_MEETINGS,
    )


def setting_section(town: Municipality) -> Section:
    """Return what the office has chosen for the municipality."""
    return Section(
        _("Facts and settings"),
        (Column(most=36), Column(grows=True)),
        tuple(
            Row(
                (field_label("municipality", each), _setting(each, town)),
                BodyKey(SETTING, each, town.id),
            )
            for each in SHOWN
        ),
        hides_titles=True,
    )


def _setting(field: str, town: Municipality) -> str:
    said = setting_in_words(field, town)
    return capitalise_first(said) if isinstance(getattr(town, field), bool) else said


def label_section(labels: Sequence[Label], town: Municipality) -> Section:
    """Return the office's own words for codes."""
    rows = tuple(
        Row(
            (_("“{text}”").format(text=each.text), _default_word(each)),
            BodyKey(LABEL, each.id, town.id),
        )
        for each in labels
    )
    return Section(
        _("Own words"),
        (Column(_("The office writes"), grows=True), Column(_("instead of"), most=50)),
        rows,
        _("The usual words are used. Press {key} for a word of your own.").format(
            key=keys.key_of("bodies.own_word")
        ),
        is_counted=True,
    )


_CODES = {(vocabulary(kind), code.value): code for kind in LABELS for code in kind}


def _default_word(own: Label) -> str:
    code = _CODES.get((own.vocabulary, own.code))
    return label(code) if code is not None else own.code


# ---- what is told of a row


def committee_told(line: CommitteeLine, predecessors: Sequence[str]) -> Text:
    """Return what is registered of a committee and not shown in its row."""
    own = line.committee
    told = [
        words.labelled(field_label("committee", name), ", ".join(lines_of(getattr(own, name))))
        for name in ("aliases", "administrations", "diary_prefixes")
        if getattr(own, name)
    ]
    if predecessors:
        told.insert(0, words.labelled(_("Has taken over from"), ", ".join(predecessors)))
    if line.successor is not None:
        heir = words.name(line.successor)
        told.insert(0, words.labelled(field_label("committee", "successor_id"), heir))
    count = ngettext("{n} open recommendation", "{n} open recommendations", line.open)
    awaited = ngettext("{n} awaited reply", "{n} awaited replies", line.awaited)
    address = own.contact_address or absent_label(NOT_STATED)
    return paragraphs(
        show(
            one_line(
                ", ".join(
                    (words.name(own), count.format(n=line.open), awaited.format(n=line.awaited))
                )
            )
        ),
        words.labelled(field_label("committee", "contact_address"), address),
        *told,
    )


def person_told(each: Officeholder) -> Text:
    """Return the title and the body of a person."""
    return paragraphs(
        words.labelled(field_label("officeholder", "title"), each.title) if each.title else None,
        words.labelled(_("Firm or group"), each.body) if each.body else None,
    )


def own_meeting_told(each: AuditorsMeeting) -> Text:
    """Return what the auditors are to treat."""
    note = field_label("auditors_meeting", "note")
    return paragraphs(words.labelled(note, each.note) if each.note else None)


def meeting_name(each: CommitteeMeeting, committee: str) -> str:
    """Return a meeting as it is known again: "Socialnämnden, nämnd, 2026-03-10"."""
    return f"{capitalise_first(committee)}, {label(each.kind).lower()}, {each.held_on}"


def person_name(each: Officeholder) -> str:
    """Return a person as it is known again: "Anna Ek, ordförande"."""
    return f"{each.name}, {label(each.function).lower()}"

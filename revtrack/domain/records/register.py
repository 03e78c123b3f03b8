"""Huvudmannen och dess folk: municipalities, committees and the people around the auditors."""

from datetime import date
from typing import Annotated

from pydantic import Field

from revtrack.domain.codes import (
    CommitteeKind,
    CountedDay,
    MeetingKind,
    MunicipalityKind,
    OfficeholderFunction,
    Signing,
)
from revtrack.domain.records.base import Record, Stored
from revtrack.domain.texts.prose import Line, Lines, Prose


class NewMunicipality(Record):
    """Huvudman: the municipality, region, federation or company whose auditors we serve."""

    name: Line
    """As written on letters: ``Eskilstuna kommun``."""
    abbreviation: Line | None = None
    kind: MunicipalityKind = MunicipalityKind.MUNICIPALITY
    place: Line | None = None
    """Where letters are dated: ``Eskilstuna``."""
    reply_address: Line | None = None
    """Where committees send their replies, as the letter says it."""
    diary_address: Line | None = None
    """The auditors' registry, where it is another address."""
    reply_months: Annotated[int, Field(ge=1, le=24)] = 3
    """Proposed time for a reply, in months from the hand-over."""
    counted_day: CountedDay = CountedDay.RECEIVED
    """Which day of a reply decides whether it was in time."""
    takes_drafts: bool = False
    """Whether officials' drafts are registered; they may become public records here."""
    signing: Signing = Signing.CHAIR_AND_VICE_CHAIR
    reminder_steps: Line = "-14 mail, 7 mail, 21 letter"
    """When and how committees are reminded, in days from the due day; ``-``: never."""
    asks_if_solved: bool = True
    """Whether closing as implemented needs an answer to "is the problem solved?"."""


class Municipality(NewMunicipality, Stored):
    """A stored principal."""


class NewOfficeholder(Record):
    """Named person in a function for the auditors, with the days that it lasted."""

    municipality_id: int
    name: Line
    function: OfficeholderFunction
    title: Line | None = None
    """As under a signature: ``certifierad kommunal revisor``."""
    body: Line | None = None
    """The firm or the group of auditors the person belongs to."""
    from_on: date | None = None
    to_on: date | None = None
    """Last day in the function, included."""


class Officeholder(NewOfficeholder, Stored):
    """A stored officeholder."""


class NewAuditorsMeeting(Record):
    """Revisorernas sammanträde: decisions and reviews carry its day and paragraph."""

    municipality_id: int
    held_on: date
    note: Prose | None = None


class AuditorsMeeting(NewAuditorsMeeting, Stored):
    """A stored meeting of the auditors."""


class NewLabel(Record):
    """The office's own word for a code, in place of the default label."""

    municipality_id: int
    vocabulary: Line
    """Name of the vocabulary: ``grade``, ``verdict`` …"""
    code: Line
    text: Line


class Label(NewLabel, Stored):
    """A stored label."""


class NewCommittee(Record):
    """Nämnd, styrelse, bolag or other body that is audited or written to."""

    municipality_id: int
    ordinal: Annotated[int, Field(ge=1)]
    """Place in the municipality's own order of committees, from 1."""
    name: Line
    """As in running text: ``kultur- och fritidsnämnden``; a company's name as it is."""
    abbreviation: Line | None = None
    kind: CommitteeKind = CommitteeKind.COMMITTEE
    administrations: Lines | None = None
    """The administrations that serve it, one a line; one may serve several committees."""
    aliases: Lines | None = None
    """Other names seen in documents, one a line."""
    diary_prefixes: Lines | None = None
    """How its diary numbers begin, one a line: ``KSKF``."""
    contact_address: Line | None = None
    valid_from_on: date | None = None
    valid_to_on: date | None = None
    """Last day of the committee, included."""
    successor_id: int | None = None
    """The committee that took over."""


class Committee(NewCommittee, Stored):
    """A stored committee."""


class NewCommitteeMeeting(Record):
    """Sammanträde in a committee's calendar."""

    committee_id: int
    held_on: date
    kind: MeetingKind = MeetingKind.COMMITTEE
    papers_by_on: date | None = None
    """Last day to hand in papers to the secretary."""
    dispatched_on: date | None = None
    """Day of the summons with its papers."""


class CommitteeMeeting(NewCommitteeMeeting, Stored):
    """A stored committee meeting."""

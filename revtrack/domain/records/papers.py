"""Handlingar: files, made documents, confirmations and the office's own fields."""

from datetime import date
from typing import Annotated

from pydantic import Field

from revtrack.domain.codes import (
    DocumentKind,
    ExchangeDirection,
    FileKind,
    FileStatus,
)
from revtrack.domain.records.base import Record, Stored, Uid
from revtrack.domain.texts.prose import Line, Prose


class NewAttachment(Record):
    """Bifogad fil: a document as it came, known by its sha-256."""

    audit_id: int
    response_id: int | None = None
    name: Line
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    byte_count: Annotated[int, Field(ge=0)]
    kind: FileKind = FileKind.OTHER
    status: FileStatus = FileStatus.RECEIVED


class Attachment(NewAttachment, Stored):
    """A stored attachment."""


class NewDocument(Record):
    """Handling that RevTrack has made, of an audit, of a municipality, or of the whole register."""

    audit_id: int | None = None
    """The audit that it is about; None: about more than one."""
    municipality_id: int | None = None
    """The municipality whose audits it is about, where it is about more than one."""
    committee_id: int | None = None
    """The committee it was made for; None: for all."""
    kind: DocumentKind
    file_name: Line
    edition: Annotated[int, Field(ge=1)]
    """Counts the versions of this document, from 1."""
    template: Line | None = None
    stamp: Line
    """Kontrollnummer: the register's state that it shows."""
    content_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """sha-256 of the file's bytes."""
    made_on: date
    issued_on: date | None = None
    """The day it was sent or handed over."""
    published_on: date | None = None
    """The day it was made public, what it tells of people and secrets having been looked at."""


class Document(NewDocument, Stored):
    """A stored record of a document."""


class NewConfirmation(Record):
    """A problem that a person has confirmed as intended, with the reason."""

    audit_id: int
    code: Line
    """Which check, by its code in kontroller.md; with ``@`` and the ``uid`` of the reply, extension
    or action after it where it holds only while that is the latest."""
    committee_id: int | None = None
    recommendation_id: int | None = None
    question_id: int | None = None
    reason: Prose
    confirmed_on: date


class Confirmation(NewConfirmation, Stored):
    """A stored confirmation."""


class NewExchange(Record):
    """Ärendepaket that was sent to or received from another register."""

    audit_id: int
    direction: ExchangeDirection
    partner: Line | None = None
    """Who it was made for, or who made it, as they say themselves."""
    signer: Line | None = None
    """Fingerprint of the key that signed it."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The package's bytes, kept like an attachment's."""
    exchanged_on: date


class Exchange(NewExchange, Stored):
    """A stored exchange."""


class NewCustomField(Record):
    """A field of the office's own, on any kind of record."""

    municipality_id: int
    record: Line
    """The kind of record it extends: ``audit``."""
    name: Line


class CustomField(NewCustomField, Stored):
    """A stored field of the office's own."""


class NewCustomValue(Record):
    """What an own field says about one record."""

    custom_field_id: int
    record_uid: Uid
    text: Prose


class CustomValue(NewCustomValue, Stored):
    """A stored value of an own field."""


class NewSavedView(Record):
    """Sparad vy: a filter with a name."""

    name: Line
    screen: Line
    filter_text: Line


class SavedView(NewSavedView, Stored):
    """A stored view."""

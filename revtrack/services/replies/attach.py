"""Bilagor: files as they came, kept under their sha-256."""

import hashlib

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import FileKind, FileStatus, ResponseKind
from revtrack.domain.entries import AttachmentEntry
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.texts.prose import name_key
from revtrack.storage.audits import load_case
from revtrack.storage.exchange import keep_contents, kept_contents
from revtrack.storage.rows import add
from revtrack.storage.store import Store

LARGEST = 50 * 1024 * 1024
"""The most bytes of a file that is taken in."""

_OWN = frozenset({FileKind.REPORT, FileKind.COVER_LETTER, FileKind.FOLLOW_UP_REPORT})


def attach_file(store: Store, entry: AttachmentEntry, content: bytes) -> r.Attachment:
    """Keep a file of an audit or of a response, and return it.

    One of the same name that says something else becomes a new version; the earlier stays. Raises
    RevTrackError where the file is empty, too large, or attached already as it is.
    """
    _refuse_size(entry, content)
    with store.wish() as session:
        return attach_within(session, entry, content)


def attach_within(session: Session, entry: AttachmentEntry, content: bytes) -> r.Attachment:
    """Do as ``attach_file`` within another wish."""
    _refuse_size(entry, content)
    sha256 = sum_of(content)
    case = load_case(session, entry.audit_id)
    _refuse_attachment(case, entry, sha256)
    if sha256 not in kept_contents(session, [sha256]):
        keep_contents(session, {sha256: content})
    new = r.NewAttachment(sha256=sha256, byte_count=len(content), **entry.model_dump())
    return add(session, r.Attachment, new)


def sum_of(content: bytes) -> str:
    """Return the sha-256 by which a file is known."""
    return hashlib.sha256(content).hexdigest()


def _refuse_size(entry: AttachmentEntry, content: bytes) -> None:
    if not content:
        raise UsageError("{name} is empty, so there is nothing to attach.", name=entry.name)
    if len(content) > LARGEST:
        raise UsageError("{name} is larger than 50 MB, so it is not taken in.", name=entry.name)


def _refuse_attachment(case: AuditCase, entry: AttachmentEntry, sha256: str) -> None:
    if entry.response_id not in {None, *(each.id for each in case.responses)}:
        raise GoneError
    versions = [
        each
        for each in case.attachments
        if each.response_id == entry.response_id and name_key(each.name) == name_key(entry.name)
    ]
    if versions and versions[-1].sha256 == sha256:
        raise RevTrackError("{name} is attached already, just as it is.", name=entry.name)


def likely_kind(response: r.Response | None) -> FileKind:
    """Return what a file of a response most likely is; of none, nothing special."""
    if response is None or response.kind in {ResponseKind.STATEMENT, ResponseKind.SUPPLEMENT}:
        return FileKind.OTHER
    is_draft = response.kind is ResponseKind.DRAFT
    return FileKind.RESPONSE_DRAFT if is_draft else FileKind.MINUTES_EXTRACT


def likely_status(case: AuditCase, kind: FileKind) -> FileStatus:
    """Return a file's likely standing as a record: what others send in has been received."""
    if kind is FileKind.RESPONSE_DRAFT:
        return FileStatus.WORKING_MATERIAL
    if kind in _OWN:
        return FileStatus.SENT if case.is_handed_over else FileStatus.WORKING_MATERIAL
    return FileStatus.RECEIVED

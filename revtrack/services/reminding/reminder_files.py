"""The files of a reminder: free names for them, and the letter's place among the documents."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import GoneError
from revtrack.domain.names.file_names import join_file_name, name_on_disk, short_name
from revtrack.storage.audits import load_case
from revtrack.storage.events import latest_event, stamp_of
from revtrack.storage.rows import add
from revtrack.wording.labels import swedish_label

LETTER, MAIL = ".docx", ".eml"


@dataclass(frozen=True)
class ReminderFiles:
    """A message's files by name, the letter before the mail that it goes with."""

    contents: Mapping[str, bytes]
    edition: int
    mail_template: str = fields.REMINDER_MAIL


@dataclass(frozen=True)
class Naming:
    """What the names of a message's files are made of."""

    today: date
    town: r.Municipality
    committee: r.Committee
    committees: tuple[r.Committee, ...]
    more: str = ""
    what: str = swedish_label(DocumentKind.REMINDER)


def free_names(
    folder: Path, taken: set[str], naming: Naming, suffixes: tuple[str, ...]
) -> tuple[list[str], int]:
    """Return names of the first edition of which none is taken, and mark them as taken."""
    edition = 1
    while True:
        names = [
            join_file_name(
                (
                    naming.today.isoformat(),
                    naming.town.name,
                    naming.what,
                    naming.more,
                ),
                suffix,
                apart=short_name(naming.committee, naming.committees),
                edition=edition,
            )
            for suffix in suffixes
        ]
        on_disk = {name_on_disk(name) for name in names}
        if not on_disk & taken and not any(os.path.lexists(folder / name) for name in names):
            taken |= on_disk
            return names, edition
        edition += 1


def note_files(
    session: Session, case: AuditCase, committee: r.Committee, files: ReminderFiles, today: date
) -> None:
    """Note the letter and the mail draft among the audit's documents, to be issued when sent."""
    whole = load_case(session, case.audit.id)
    stamp = stamp_of(session.connection(), [whole])
    for name, content in files.contents.items():
        new = r.NewDocument(
            audit_id=case.audit.id,
            committee_id=committee.id,
            kind=DocumentKind.REMINDER,
            file_name=name,
            edition=files.edition,
            template=fields.REMINDER if name.endswith(LETTER) else files.mail_template,
            stamp=stamp,
            content_hash=hashlib.sha256(content).hexdigest(),
            made_on=today,
        )
        add(session, r.Document, new)


def refuse_if_changed(session: Session, latest: int) -> None:
    """Raise GoneError where anything has been changed since that was the latest event.

    A reply that comes while the messages are being written is not reminded of.
    """
    if latest_event(session.connection()) != latest:
        raise GoneError

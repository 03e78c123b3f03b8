"""Documents that have been sent or handed over: which, when, as their content hash tells."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import phrases
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.comparison.lines import lines_of_paper
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.file_names import name_on_disk
from revtrack.reading.paper import read_paper
from revtrack.services.papers.edited import Edits, edits_of
from revtrack.services.papers.files import content_at
from revtrack.services.papers.makers import MAKERS
from revtrack.services.papers.produce import drawn
from revtrack.services.papers.single_reminder import name_reminders
from revtrack.storage.rows import add, change, one, some, table_of
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Issued:
    """A document noted as issued."""

    document: r.Document
    is_edited: bool = False
    """Whether the file was edited by hand, and so noted as an edition of its own."""
    edits: Edits | None = None
    """What it says otherwise than the register; None: it is as it was made, or cannot be told."""


def issue_document(
    store: Store,
    path: Path,
    on: date,
    today: date,
    *,
    made_as: str | None = None,
    how: str | None = None,
) -> Issued:
    """Note that a file was sent or handed over that day, and return it as noted.

    The register knows its own documents by their bytes. One edited by hand is known by its name, or
    as the document that was ``made_as`` that name, and is noted as a new edition with its own hash.
    ``how`` it went out, and to whom, is kept in the history.
    Raises RevTrackError where it is none of either, says itself that it is a draft, is the letter
    of an audit that is not handed over, or was issued on another day and no reason is given.
    """
    if on > today:
        raise UsageError(
            "{day} lies ahead; a document is noted as issued when it has been sent. "
            "Today is {today}.",
            day=on,
            today=today,
        )
    content = content_at(path)
    _refuse_draft(path, content)
    known, is_made_here = documents_of(store, path, content, made_as)
    latest = known[-1]
    _refuse_not_handed_over(store, latest, on)
    if is_made_here:
        return Issued(_note_day(store, known, on, how))
    edits = edits_now(store, latest, content, path, today)
    with store.wish(store.why or how) as session:
        for each in known:
            if each.content_hash == latest.content_hash:  # a reminder is noted with each audit
                edition = next_edition(session, each)
                issued = add_edited(session, each, path, content, edition, today, on)
        if latest.kind is DocumentKind.REMINDER:
            name_reminders(session, latest.file_name, path.name)
    return Issued(issued, True, edits)


def documents_of(
    store: Store, path: Path, content: bytes, made_as: str | None = None
) -> tuple[tuple[r.Document, ...], bool]:
    """Return the documents noted with these bytes, or else by that name; and whether by bytes.

    Raises RevTrackError where there are none.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    with store.reading() as session:
        every = some(session, r.Document)
    by_bytes = tuple(each for each in every if each.content_hash == sha256)
    if by_bytes:
        return by_bytes, True
    called = name_on_disk(made_as or path.name)
    by_name = tuple(each for each in every if name_on_disk(each.file_name) == called)
    if not by_name:
        raise RevTrackError(
            "{name} is none of the documents that the register has made, and none was called so. "
            "Say with --made-as which it was edited from; they are listed by: revtrack documents",
            name=made_as or path.name,
        )
    return by_name, False


def next_edition(session: Session, document: r.Document) -> int:
    """Return the number after the latest edition of the same document in the same format."""
    table = table_of(r.Document)
    same = some(
        session,
        r.Document,
        table.c.kind == document.kind.value,
        table.c.audit_id.is_not_distinct_from(document.audit_id),
        table.c.municipality_id.is_not_distinct_from(document.municipality_id),
        table.c.committee_id.is_not_distinct_from(document.committee_id),
    )
    suffix = Path(document.file_name).suffix
    return 1 + max(each.edition for each in same if Path(each.file_name).suffix == suffix)


def add_edited(  # noqa: PLR0913, PLR0917 - what it was, what it is now, and the days
    session: Session,
    document: r.Document,
    path: Path,
    content: bytes,
    edition: int,
    made_on: date,
    issued_on: date | None = None,
    published_on: date | None = None,
) -> r.Document:
    """Note a file that was edited from a document as an edition of its own, and return it."""
    fields = document.model_dump(include=set(r.NewDocument.model_fields))
    changed = {
        "file_name": path.name,
        "edition": edition,
        "content_hash": hashlib.sha256(content).hexdigest(),
        "made_on": made_on,
        "issued_on": issued_on,
        "published_on": published_on,
    }
    return add(session, r.Document, r.NewDocument(**{**fields, **changed}))


def _note_day(
    store: Store, documents: Sequence[r.Document], on: date, how: str | None
) -> r.Document:
    noted = [each for each in documents if each.issued_on not in {None, on}]
    if noted and not store.why:
        raise RevTrackError(
            "{name} is noted as issued on {day}. If that is wrong, give the reason with --why, "
            "written before the command.",
            name=noted[0].file_name,
            day=noted[0].issued_on,
        )
    if all(each.issued_on == on for each in documents):
        return documents[-1]
    with store.wish("; ".join(filter(None, (store.why, how))) or None) as session:
        changed = [change(session, each, issued_on=on) for each in documents]
    return changed[-1]


def _refuse_draft(path: Path, content: bytes) -> None:
    if path.suffix.lower() != ".docx":
        return
    if any(line.startswith(phrases.DRAFT) for line in lines_of_paper(read_paper(content))):
        raise RevTrackError(
            "{name} says itself that it is a draft. Hand the audit over, and make the document "
            "anew.",
            name=path.name,
        )


def _refuse_not_handed_over(store: Store, document: r.Document, on: date) -> None:
    if document.audit_id is None or document.kind is not DocumentKind.COVER_LETTER:
        return
    with store.reading() as session:
        audit = one(session, r.Audit, document.audit_id)
    if audit.handed_over_on is None:
        raise RevTrackError(
            "{reference} is not handed over, so its letter is a draft. "
            "Hand it over first, with: revtrack hand-over",
            reference=audit.reference,
        )
    if on < audit.handed_over_on:
        raise UsageError(
            "{reference} was handed over on {day}, so its letter was not issued before.",
            reference=audit.reference,
            day=audit.handed_over_on,
        )


def edits_now(
    store: Store, document: r.Document, content: bytes, path: Path, today: date
) -> Edits | None:
    """Return what an edited file says otherwise than the same document made now.

    None where it cannot be made now, as a form that is answered cannot.
    """
    if document.audit_id is None or document.kind not in MAKERS:
        return None
    try:
        _case, wanted = drawn(
            store,
            document.kind,
            document.audit_id,
            today,
            committee_id=document.committee_id,
            working="arbetsversion" in document.file_name,
            formats={path.suffix.lower()},
        )
    except RevTrackError:
        return None
    if not wanted:
        return None
    made, to = wanted[0], wanted[0].committee
    return edits_of(store, made.kind, content, made.content, path, document.audit_id, to)

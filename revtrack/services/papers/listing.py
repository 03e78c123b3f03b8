"""The documents that the register has made, and what has become of their files."""

import hashlib
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from revtrack.domain import records as r
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.file_names import without_edition
from revtrack.services.find import find_audit
from revtrack.services.registering.register import municipality_called
from revtrack.storage.audits import list_audits, list_committees, list_municipalities
from revtrack.storage.events import reasons_of_issuing
from revtrack.storage.rows import some
from revtrack.storage.store import Store
from revtrack.wording import _


class FileState(Enum):
    """What has become of a made document's file."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    REPLACED = "replaced"
    """It is not in the folder, and a later edition of the same has been made or issued."""
    OTHER = "other"
    """Under its name lies another document that the register knows."""
    GONE = "gone"
    """It is not in the folder."""


def file_state_told(state: FileState) -> str:
    """Return what has become of a file, in words."""
    words = {
        FileState.UNCHANGED: _("unchanged"),
        FileState.EDITED: _("edited by hand"),
        FileState.REPLACED: _("replaced by a later edition"),
        FileState.OTHER: _("another edition lies there"),
        FileState.GONE: _("not there"),
    }
    return words[state]


@dataclass(frozen=True)
class DocumentLine:
    """A made document with what it is about and what lies under its name."""

    document: r.Document
    municipality: r.Municipality | None
    audit: r.Audit | None
    committee: r.Committee | None
    path: Path
    state: FileState
    sent_how: str | None = None
    """What was said of to whom and how it went out; None: nothing."""


def list_documents(
    store: Store, folder: Path, about: str | None = None
) -> tuple[DocumentLine, ...]:
    """Return the documents made of an audit or of a municipality, or all, in the order made.

    ``folder`` is where their files are looked for. Raises UsageError where ``about`` names nothing.
    """
    audit, municipality = _subject(store, about)
    with store.reading() as session:
        documents = some(session, r.Document)
        audits = {each.id: each for each in list_audits(session)}
        towns = {each.id: each for each in list_municipalities(session)}
        committees = {each.id: each for each in list_committees(session)}
        issued = {str(each.uid) for each in documents if each.issued_on}
        said = reasons_of_issuing(session.connection(), issued) if issued else {}
    made, newest = frozenset(each.content_hash for each in documents), _newest(documents)
    lines = []
    for each in documents:
        its_audit = audits.get(each.audit_id or 0)
        town_id = its_audit.municipality_id if its_audit else each.municipality_id
        if audit is not None and each.audit_id != audit.id:
            continue
        if municipality is not None and town_id != municipality.id:
            continue
        path, is_replaced = folder / each.file_name, each.edition < newest[_paper(each)]
        lines.append(
            DocumentLine(
                each,
                towns.get(town_id or 0),
                its_audit,
                committees.get(each.committee_id or 0),
                path,
                state_of(path, each.content_hash, made, is_replaced=is_replaced),
                said.get(str(each.uid)),
            )
        )
    return tuple(lines)


def _paper(document: r.Document) -> tuple[Hashable, ...]:
    """Return what the editions of one document in one format have in common."""
    about = document.audit_id, document.municipality_id, document.committee_id
    return document.kind, *about, without_edition(document.file_name)


def _newest(documents: Iterable[r.Document]) -> Mapping[tuple[Hashable, ...], int]:
    """Return the latest edition of each document in each format."""
    newest: dict[tuple[Hashable, ...], int] = {}
    for each in documents:
        newest[_paper(each)] = max(each.edition, newest.get(_paper(each), 0))
    return newest


def state_of(
    path: Path, content_hash: str, made: frozenset[str], *, is_replaced: bool
) -> FileState:
    """Return what has become of a document's file.

    ``made`` are the hashes of all documents; ``is_replaced`` tells that there is a later edition.
    """
    found = _hash_of(path)
    if found == content_hash:
        return FileState.UNCHANGED
    if found is not None and found not in made:
        return FileState.EDITED
    if is_replaced:
        return FileState.REPLACED
    return FileState.GONE if found is None else FileState.OTHER


def _hash_of(path: Path) -> str | None:
    """Return the hash of a file; None where there is none."""
    if not path.is_file():
        return None
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def _subject(store: Store, about: str | None) -> tuple[r.Audit | None, r.Municipality | None]:
    if about is None:
        return None, None
    with store.reading() as session:
        municipality = municipality_called(session, about)
    if municipality is not None:
        return None, municipality
    try:
        return find_audit(store, about), None
    except UsageError as fault:
        if "references" in fault.values:
            raise
        raise UsageError(
            "Neither an audit nor a municipality is called {name}. "
            "See the references with: revtrack audits",
            name=about,
        ) from fault


def refuse_gone(line: DocumentLine) -> None:
    """Raise RevTrackError where a document's file is not in the folder."""
    if line.state is FileState.GONE:
        raise RevTrackError(
            "{name} is not in {folder}. It may have been made in another folder, or moved.",
            name=line.document.file_name,
            folder=line.path.parent.absolute(),
        )

"""Documents made public: a scrubbed copy, looked through, confirmed, written and noted."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.confined.archive import check_archive
from revtrack.confined.limits import LIMITS
from revtrack.documents import phrases
from revtrack.documents.publishing.scrubbing import scrubbed
from revtrack.documents.publishing.told import told_by
from revtrack.documents.publishing.unseen import Unseen
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.file_names import name_on_disk
from revtrack.domain.publishing.gate import Finding, Known, Revealed, each_once, look_through
from revtrack.domain.texts.prose import lines_of
from revtrack.reading.kinds import refuse_what_nobody_reads
from revtrack.services.papers.files import content_at, written
from revtrack.services.papers.issuing import add_edited, documents_of, next_edition
from revtrack.storage.audits import list_audits, list_committees, list_municipalities
from revtrack.storage.rows import change, some, table_of
from revtrack.storage.store import Store

PUBLISHED = "publicerat"
"""The folder beside the file, where no other is said; a Swedish name, as the files have."""

_ENDINGS = {".docx": "word/document.xml", ".xlsx": "xl/worksheets"}
"""What is looked through, and the part of it that shows most."""
_WORKING_MATERIAL = frozenset(
    {DocumentKind.MEETING_BRIEF, DocumentKind.COMMITTEE_BRIEF, DocumentKind.RISK_INPUT}
)
"""What the auditors prepare for themselves: proposals and questions before they have decided."""


@dataclass(frozen=True)
class Looked:
    """A document that is to be published: its scrubbed copy, and what that tells."""

    source: Path
    documents: tuple[r.Document, ...]
    """What it is in the register; of an edited one, what it was made as."""
    is_edited: bool
    content: bytes
    """Of the file as it lies there."""
    copy: bytes
    findings: tuple[Finding, ...]

    def unconfirmed(self, reasons: Mapping[str, str], why: str | None) -> tuple[Finding, ...]:
        """Return what of this nobody has confirmed."""
        return unconfirmed(self.findings, reasons, why)


def unconfirmed(
    findings: Iterable[Finding], reasons: Mapping[str, str], why: str | None
) -> tuple[Finding, ...]:
    """Return what nobody has confirmed: by its key in ``reasons``, or all with one ``why``."""
    if why:
        return ()
    return tuple(each for each in findings if not each.is_notice and not reasons.get(each.key))


def refuse_unknown_keys(findings: Iterable[Finding], reasons: Mapping[str, str]) -> None:
    """Raise UsageError where a reason is given for something that was not found."""
    if unknown := sorted(set(reasons) - {each.key for each in findings}):
        raise UsageError(
            "Nothing that was found has the key {keys}. The keys stand in the list of what the "
            "files tell.",
            keys=", ".join(unknown),
        )


def look_at(store: Store, path: Path, made_as: str | None = None) -> Looked:
    """Return what publishing a file would make public; nothing is written.

    Raises RevTrackError where it is no Word document or workbook of the register's, is damaged,
    holds what nobody can look through, is the auditors' own working material, or says itself
    that it is a draft.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise UsageError(
            "{name} cannot be looked through. Publish the Word document (.docx) or the workbook "
            "(.xlsx), and make the PDF of what was published.",
            name=path.name,
        )
    content = content_at(path)
    refuse_what_nobody_reads(content)
    check_archive(content, LIMITS)
    documents, is_made_here = documents_of(store, path, content, made_as)
    latest = documents[-1]
    if latest.kind in _WORKING_MATERIAL:
        raise RevTrackError(
            "{name} is the auditors' own working material, and is not published.", name=path.name
        )
    town = _municipality(store, latest)
    copy = scrubbed(content, author=phrases.office(town), on=latest.issued_on or latest.made_on)
    place = _ENDINGS[path.suffix.lower()]
    findings = (
        *looked_through(told_by(copy.content), known_to(store)),
        *(_unseen(each, place) for each in copy.unseen),
    )
    if any(e.kind is Revealed.DRAFT and e.text.startswith(phrases.DRAFT) for e in findings):
        raise RevTrackError(
            "{name} says itself that it is a draft. Hand the audit over, and make the document "
            "anew.",
            name=path.name,
        )
    return Looked(path, documents, not is_made_here, content, copy.content, findings)


def _unseen(found: Unseen, place: str) -> Finding:
    kind = Revealed.UNSEEN if found.is_gone else Revealed.MAYBE_UNSEEN
    return Finding(kind, found.text, place, found.text, is_notice=found.is_gone)


def looked_through(texts: Iterable[tuple[str, str]], known: Known) -> tuple[Finding, ...]:
    """Return what the texts tell of people and secrets, each thing once with its place."""
    return each_once(each for place, text in texts for each in look_through(text, place, known))


def known_to(store: Store) -> Known:
    """Return what the register knows of people, bodies and addresses."""
    with store.reading() as session:
        towns, committees = list_municipalities(session), list_committees(session)
        audits, people = list_audits(session), some(session, r.Officeholder)
    bodies = [
        *(name for town in towns for name in (town.name, town.abbreviation, town.place)),
        *(name for each in committees for name in (each.name, each.abbreviation)),
        *(
            n
            for each in committees
            for text in (each.aliases, each.administrations)
            for n in lines_of(text)
        ),
        *(name for audit in audits for name in (audit.title, audit.firm)),
    ]
    addresses = [
        *(town.reply_address for town in towns),
        *(town.diary_address for town in towns),
        *(each.contact_address for each in committees),
    ]
    return Known(
        officeholders=frozenset(each.name for each in people),
        bodies=frozenset(filter(None, bodies)),
        addresses=frozenset(filter(None, addresses)),
    )


def publish(
    store: Store,
    looked: Sequence[Looked],
    today: date,
    folder: Path,
    *,
    reasons: Mapping[str, str],
    why: str | None,
) -> tuple[Path, ...]:
    """Write the scrubbed copies, note that they are published, and return their paths.

    The reasons are kept in the history. Raises RevTrackError, having written nothing, where
    something is not confirmed, two files have one name, or another file lies there.
    """
    refuse_unknown_keys((each for one in looked for each in one.findings), reasons)
    left = {each.key: each for one in looked for each in one.unconfirmed(reasons, why)}
    if left:
        raise RevTrackError(
            "Nothing was published: {count} things that the files tell are not confirmed. Look at "
            "each, and confirm it with its reason.",
            count=len(left),
        )
    contents = {one.source.name: one.copy for one in looked}
    if len({name_on_disk(name) for name in contents}) < len(looked):
        raise UsageError("Two of the files have the same name. Publish them one at a time.")
    new = {name: copy for name, copy in contents.items() if not _lies_there(folder / name, copy)}
    said = [why or "", *(f"{key}: {reason}" for key, reason in reasons.items())]
    with ExitStack() as files, store.wish("; ".join(filter(None, said)) or None) as session:
        for one in looked:
            _note(session, one, today)
        files.enter_context(written(folder, new))
    return tuple(folder / name for name in contents)


def _lies_there(path: Path, copy: bytes) -> bool:
    return path.is_file() and path.read_bytes() == copy


def _note(session: Session, one: Looked, today: date) -> None:
    """Note the file as published, and its copy by a hash of its own in the same edition."""
    source = one.documents[-1]
    if one.is_edited:
        edition = next_edition(session, source)
        source = add_edited(
            session, source, one.source, one.content, edition, today, published_on=today
        )
    else:
        for each in one.documents:
            change(session, each, published_on=today)
    copy_hash = hashlib.sha256(one.copy).hexdigest()
    if not some(session, r.Document, table_of(r.Document).c.content_hash == copy_hash):
        add_edited(session, source, one.source, one.copy, source.edition, today, published_on=today)


def _municipality(store: Store, document: r.Document) -> r.Municipality:
    with store.reading() as session:
        towns = {each.id: each for each in list_municipalities(session)}
        audits = {each.id: each for each in list_audits(session)}
    audit = audits.get(document.audit_id or 0)
    town = towns.get(audit.municipality_id if audit else document.municipality_id or 0)
    if town is None:
        raise RevTrackError(
            "The register no longer knows what {name} is about.", name=document.file_name
        )
    return town

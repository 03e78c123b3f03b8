"""A client's whole register for the next firm: case file, files and a list, and no other client."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revtrack.documents import phrases
from revtrack.documents.tables.handover_list import handover_list
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError
from revtrack.domain.names.file_names import join_file_name, name_on_disk
from revtrack.services.exchange.exporting import attached_files, audits_as_tree
from revtrack.services.papers.files import written
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.events import stamp_of
from revtrack.storage.rows import add, some, table_of
from revtrack.storage.store import Store

FILES = "filer"
LIST = "Förteckning.xlsx"


@dataclass(frozen=True)
class _Client:
    """What is handed over of a municipality."""

    municipality: r.Municipality
    cases: tuple[AuditCase, ...]
    documents: tuple[r.Document, ...]
    case_file: bytes
    stamp: str


def make_handover(
    store: Store, municipality: r.Municipality, today: date, folder: Path
) -> tuple[Path, ...]:
    """Write a client's whole register into an empty or new folder, and return the files' paths.

    The case file can be read in by the next firm, with the attached files beside it; the same files
    lie under their own names too, listed in a workbook. Raises RevTrackError, having written
    nothing, where something lies in the folder already, or the audits lead to another client's.
    """
    _refuse_filled(folder)
    client = _client(store, municipality)
    kept = attached_files(store, client.case_file)
    named = _named(client, kept)
    case_file = join_file_name((municipality.name,), ".json")
    listed = handover_list(
        municipality,
        client.cases,
        {each.id: name for name, each in named.items()},
        client.documents,
        today=today,
        note=phrases.stamp_note(today, client.stamp),
    )
    contents = {each.id: kept[each.sha256] for each in named.values()}
    made: list[Path] = []
    own = {name: contents[each.id] for name, each in named.items()}
    places = (
        (folder, {case_file: client.case_file, LIST: listed}),
        ((folder / case_file).with_suffix(".bilagor"), kept),
        (folder / FILES, own),
    )
    with ExitStack() as files, store.wish() as session:  # a commit that fails takes the files away
        add(session, r.Document, _document(client, listed, today))
        for place, content in places:
            if content:
                made += files.enter_context(written(place, content, is_private=True))
    return tuple(made)


def _refuse_filled(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RevTrackError(
            "{folder} is not empty. Choose a new folder, so that nothing else goes along.",
            folder=folder,
        )


def _client(store: Store, municipality: r.Municipality) -> _Client:
    with store.reading() as session:
        audits = [e for e in list_audits(session) if e.municipality_id == municipality.id]
        tree = audits_as_tree(session, [e.uid for e in audits], [municipality.uid])
        cases = tuple(load_case(session, each.id) for each in audits)
        stamp = stamp_of(session.connection(), cases)
        every = some(session, r.Document, order_by=[table_of(r.Document).c.made_on])
    others = [each["name"] for each in tree["municipalities"] if each["uid"] != municipality.uid]
    if others:
        raise RevTrackError(
            "The audits of {municipality} lead to those of {others}, which are not to go along. "
            "Take the link away first.",
            municipality=municipality.name,
            others=", ".join(others),
        )
    ids = {each.id for each in audits}
    documents = tuple(
        each for each in every if each.audit_id in ids or each.municipality_id == municipality.id
    )
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    return _Client(municipality, cases, documents, f"{text}\n".encode(), stamp)


def _named(client: _Client, kept: Mapping[str, bytes]) -> dict[str, r.Attachment]:
    """Return the attached files by the names they get: the audit's reference and their own."""
    named: dict[str, r.Attachment] = {}
    taken: set[str] = set()
    for case in client.cases:
        for each in case.attachments:
            if each.sha256 not in kept:
                continue
            own, edition = Path(each.name), 1
            while True:
                parts = (case.audit.reference, own.stem)
                name = join_file_name(parts, own.suffix.lower(), edition=edition)
                if name_on_disk(name) not in taken:
                    break
                edition += 1
            taken.add(name_on_disk(name))
            named[name] = each
    return named


def _document(client: _Client, listed: bytes, today: date) -> r.NewDocument:
    before = [each for each in client.documents if each.kind is DocumentKind.HANDOVER]
    return r.NewDocument(
        municipality_id=client.municipality.id,
        kind=DocumentKind.HANDOVER,
        file_name=LIST,
        edition=len(before) + 1,
        stamp=client.stamp,
        content_hash=hashlib.sha256(listed).hexdigest(),
        made_on=today,
    )

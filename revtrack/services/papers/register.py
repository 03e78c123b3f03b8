"""Making what is about all municipalities of a register together: the watch list of a firm."""

from datetime import date
from pathlib import Path

from revtrack.documents.tables.watch_list import watch_list
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError
from revtrack.services.papers.placing import Produced, Wanted, keep
from revtrack.storage.events import stamp_of_register
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.storage.watching import watched
from revtrack.wording.labels import swedish_label

ALL = "Alla huvudmän"
"""Stands in the file's name where a municipality's name does."""


def produce_watch_list(store: Store, today: date, folder: Path) -> tuple[Produced, ...]:
    """Make the watch list of the whole register, write and note the file.

    The same content as last time is neither written nor noted again. Raises RevTrackError, having
    written nothing, where the folder or a temporary file cannot be written.
    """
    kind = DocumentKind.WATCH_LIST
    document = table_of(r.Document).c
    with store.reading() as session:
        stamp = stamp_of_register(session.connection())
        known = some(
            session, r.Document, document.municipality_id.is_(None), document.audit_id.is_(None)
        )
    try:
        content = watch_list(watched(store, None, today), None, today=today, stamp=stamp)
    except OSError as fault:  # a workbook takes room in the system's folder for temporary files
        raise RevTrackError(
            "The document could not be made: {reason}. Nothing was written.", reason=fault
        ) from fault
    wanted = Wanted(
        kind=kind,
        content=content,
        named_by=(today.isoformat(), ALL, swedish_label(kind)),
        suffix=".xlsx",
        template="",
        stamp=stamp,
        made_on=today,
        audit=None,
        municipality=None,
        committee=None,
    )
    return keep(store, folder, [wanted], known)

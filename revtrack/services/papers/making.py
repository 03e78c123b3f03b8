"""Making a document as somebody orders it: of an audit, of a municipality or of all of them."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import GoneError
from revtrack.services.find import read_case
from revtrack.services.papers.edited import Edits, edits_beside
from revtrack.services.papers.municipal import produce_municipal
from revtrack.services.papers.municipal_makers import MUNICIPAL
from revtrack.services.papers.placing import Produced, Told
from revtrack.services.papers.produce import produce
from revtrack.services.papers.register import produce_watch_list
from revtrack.services.papers.remarks import remarks_on
from revtrack.storage.store import Store


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """A document as it is ordered."""

    kind: DocumentKind
    audit_id: int | None = None
    municipality: r.Municipality | None = None
    """What it is about, where it is about no single audit; None there: the whole register."""
    committee: r.Committee | None = None
    per_committee: bool = False
    is_working: bool = False
    formats: Container[str] | None = None
    pdf: bool = False
    is_ours: bool = False
    """Whether it is made with our template, also where the office has one of its own."""
    year: int | None = None
    since: date | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Made:
    """What was made of an order."""

    produced: tuple[Produced, ...]
    edits: tuple[Edits | None, ...]
    """For each, what the file that it was made beside says otherwise; None: there is no such."""
    remarks: tuple[str, ...] = ()
    """What in it is to be looked at."""


def make(
    store: Store, ordered: Ordered, today: date, folder: Path, told: Told | None = None
) -> Made:
    """Make a document in its files, and return them with what is to be said of them.

    Raises RevTrackError, having written nothing, as ``produce`` and ``produce_municipal`` do, and
    what ``told`` raises.
    """
    used = replace(store, templates=None) if ordered.is_ours else store
    if ordered.kind in MUNICIPAL:
        if told:
            told(0, 1)
        produced = _about_municipality(used, ordered, today, folder, told)
        return Made(produced, tuple(edits_beside(store, each, None) for each in produced))
    if ordered.audit_id is None:
        raise GoneError
    committee_id = ordered.committee.id if ordered.committee else None
    produced = produce(
        used,
        ordered.kind,
        ordered.audit_id,
        today,
        folder,
        committee_id=committee_id,
        per_committee=ordered.per_committee,
        working=ordered.is_working,
        formats=ordered.formats,
        due_on=ordered.due_on,
        pdf=ordered.pdf,
        told=told,
    )
    case = read_case(store, ordered.audit_id)
    return Made(
        produced,
        tuple(edits_beside(store, each, ordered.audit_id) for each in produced),
        remarks_on(store, ordered.kind, case, produced, committee_id, today),
    )


def _about_municipality(
    store: Store, ordered: Ordered, today: date, folder: Path, told: Told | None
) -> tuple[Produced, ...]:
    if ordered.municipality is None:
        return produce_watch_list(store, today, folder)
    return produce_municipal(
        store,
        ordered.kind,
        ordered.municipality,
        today,
        folder,
        committee=ordered.committee,
        year=ordered.year,
        since=ordered.since,
        formats=ordered.formats,
        pdf=ordered.pdf,
        told=told,
    )

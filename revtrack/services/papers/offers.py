"""Which documents can be made of an audit or a municipality: for whom, as what, what stops them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.codes import DocumentKind, PersonRole
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.scope import is_under_way
from revtrack.services.papers.clerk_makers import FOR_CLERKS, refuse_others
from revtrack.services.papers.makers import (
    MAKERS,
    ON_OCCASION,
    ONLY_PER_COMMITTEE,
    PER_COMMITTEE,
    papers_of,
)
from revtrack.services.papers.municipal_makers import FOR_AUDITORS, MUNICIPAL
from revtrack.services.papers.municipal_makers import PER_COMMITTEE as OF_A_COMMITTEE
from revtrack.services.papers.occasions import occasions, possible
from revtrack.services.papers.orders import Order
from revtrack.services.papers.produce import each_recipient
from revtrack.services.papers.stopping import NEVER_STOPPED, stopping
from revtrack.storage.audits import list_committees, load_case
from revtrack.storage.store import Store

_JUDGED = frozenset({DocumentKind.SUPPLEMENT_REQUEST})
"""What only those who judge replies make."""


class Group(StrEnum):
    """What a document is about, and for whom it is made."""

    AUDIT = "audit"
    OCCASION = "occasion"
    """What a reply gives occasion to."""
    CLERK = "clerk"
    MUNICIPALITY = "municipality"
    AUDITORS = "auditors"
    """The auditors' own working papers."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A kind of document as it can be made now."""

    kind: DocumentKind
    group: Group
    formats: tuple[str, ...]
    """Endings of the files, in order."""
    template: str = ""
    """The template that its Word document is made with; empty: it needs none."""
    committees: tuple[r.Committee, ...] = ()
    """Whom one can be made for alone, in the register's order."""
    is_for_all: bool = True
    """Whether one can be made for all together."""
    each: int = 0
    """How many are made where everybody it concerns gets one; 0: that cannot be done."""
    problems: tuple[Problem, ...] = ()
    """What stops it until it is mended: for all, or for those it concerns."""
    refusal: RevTrackError | None = None
    """Why it can be made for nobody now; None: it can."""

    @property
    def has_occasion(self) -> bool:
        """Whether there is somebody to make it for."""
        return self.is_for_all or bool(self.committees)


def offers_of_audit(store: Store, audit_id: int, today: date) -> tuple[Offer, ...]:
    """Return the kinds that whoever works here can make of an audit."""
    with store.reading() as session:
        case = load_case(session, audit_id)
        followed = tuple(load_case(session, each.followed_id) for each in case.followed)
    is_clerk = store.person.role is PersonRole.CLERK
    kinds = [
        kind
        for kind in MAKERS
        if (is_clerk or kind not in FOR_CLERKS) and not (is_clerk and kind in _JUDGED)
    ]
    problems = stopping(case, today)
    return tuple(_of_audit(store, _order(kind, case, followed, today), problems) for kind in kinds)


def _order(
    kind: DocumentKind, case: AuditCase, followed: tuple[AuditCase, ...], today: date
) -> Order:
    return Order(
        kind=kind,
        case=case,
        followed=followed,
        today=today,
        stamp="",
        committee=None,
        is_working=False,
    )


def _of_audit(store: Store, order: Order, problems: tuple[Problem, ...]) -> Offer:
    kind, case = order.kind, order.case
    is_request = kind is DocumentKind.RESPONSE_FORM and is_under_way(case)
    papers = papers_of(order, None)
    committees, each, refusal = _recipients(store, order)
    return Offer(
        kind=kind,
        group=_group_of(kind),
        formats=tuple(dict.fromkeys(paper.suffix for paper in papers)),
        template="" if is_request else next((p.template for p in papers if p.template), ""),
        committees=committees,
        is_for_all=kind not in ONLY_PER_COMMITTEE | ON_OCCASION,
        each=each,
        problems=() if kind in NEVER_STOPPED else problems,
        refusal=refusal,
    )


def _group_of(kind: DocumentKind) -> Group:
    if kind in FOR_CLERKS:
        return Group.CLERK
    return Group.OCCASION if kind in ON_OCCASION else Group.AUDIT


def _recipients(
    store: Store, order: Order
) -> tuple[tuple[r.Committee, ...], int, RevTrackError | None]:
    """Return whom one can be made for, how many where each gets one, and what is against it."""
    kind, case, today = order.kind, order.case, order.today
    if kind in ON_OCCASION:
        found = possible(kind, case, today)
        return found, len(occasions(kind, case, today)), None
    if kind not in PER_COMMITTEE:
        return (), 0, None
    try:
        refuse_others(kind, store.person, case)
        found = each_recipient(order)
    except RevTrackError as refusal:
        return (), 0, refusal if kind in ONLY_PER_COMMITTEE else None
    return found, len(found), None


def offers_of_municipality(store: Store, municipality_id: int) -> tuple[Offer, ...]:
    """Return the kinds that whoever works here can make of a municipality's audits."""
    with store.reading() as session:
        committees = tuple(
            each for each in list_committees(session) if each.municipality_id == municipality_id
        )
    return tuple(_of_municipality(store, committees))


def _of_municipality(store: Store, committees: tuple[r.Committee, ...]) -> Iterator[Offer]:
    for kind, formats in MUNICIPAL.items():
        if kind in FOR_AUDITORS and store.person.role is PersonRole.CLERK:
            continue
        yield Offer(
            kind=kind,
            group=Group.AUDITORS if kind in FOR_AUDITORS else Group.MUNICIPALITY,
            formats=tuple(formats),
            template=formats[".docx"][1] if ".docx" in formats else "",
            committees=committees if kind in OF_A_COMMITTEE else (),
            is_for_all=kind not in OF_A_COMMITTEE,
        )

"""Making the documents of an audit: records in, files out, each noted with its content hash."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.file_names import short_name
from revtrack.domain.outcome.scope import is_under_way
from revtrack.services.allowed import refuse_clerk_to_judge
from revtrack.services.papers import follow_up_papers as papers
from revtrack.services.papers.clerk_makers import refuse_others
from revtrack.services.papers.makers import (
    MAKERS,
    OF_THE_LETTER,
    ON_OCCASION,
    ONLY_PER_COMMITTEE,
    PER_COMMITTEE,
    papers_of,
)
from revtrack.services.papers.occasions import concerned, noted_with, title_of
from revtrack.services.papers.orders import Order, Paper
from revtrack.services.papers.pdf import with_pdfs
from revtrack.services.papers.placing import Produced, Told, Wanted, content_of, keep
from revtrack.services.papers.stopping import refuse_stopped
from revtrack.storage.audits import load_case
from revtrack.storage.events import stamp_of
from revtrack.storage.store import Store


def produce(  # noqa: PLR0913 - what, of which audit, on which day, where to, for whom
    store: Store,
    kind: DocumentKind,
    audit_id: int,
    today: date,
    folder: Path,
    *,
    committee_id: int | None = None,
    per_committee: bool = False,
    working: bool = False,
    formats: Container[str] | None = None,
    due_on: date | None = None,
    pdf: bool = False,
    told: Told | None = None,
) -> tuple[Produced, ...]:
    """Make a document in its formats, or these of them, write and note the files, and return them.

    ``per_committee`` makes one for each recipient instead of one for all; ``pdf`` makes each Word
    document as PDF too, which needs LibreOffice; ``told`` follows how far it has come. The same
    content as last time is neither written nor noted again; changed content becomes a new edition
    beside the old.
    Raises RevTrackError, having written nothing, where a problem of severity error concerns this
    very document, it is not for that committee or for any, a template is missing, or the folder
    cannot be written.
    """
    case, wanted = drawn(
        store,
        kind,
        audit_id,
        today,
        committee_id=committee_id,
        per_committee=per_committee,
        working=working,
        formats=formats,
        due_on=due_on,
        told=told,
    )
    if pdf:
        wanted = with_pdfs(wanted)
    if told:
        told(len(wanted), len(wanted))
    return keep(store, folder, wanted, case.documents)


def drawn(  # noqa: PLR0913 - as produce
    store: Store,
    kind: DocumentKind,
    audit_id: int,
    today: date,
    *,
    committee_id: int | None = None,
    per_committee: bool = False,
    working: bool = False,
    formats: Container[str] | None = None,
    due_on: date | None = None,
    told: Told | None = None,
) -> tuple[AuditCase, list[Wanted]]:
    """Return the audit and its documents as ``produce`` would make them; nothing is written."""
    _refuse(store, kind, is_for_one=per_committee or committee_id is not None)
    with store.reading() as session:
        case = load_case(session, audit_id)
        followed = tuple(load_case(session, each.followed_id) for each in case.followed)
        stamp = stamp_of(session.connection(), (case, *followed))
    refuse_others(kind, store.person, case)
    of_all = Order(
        kind=kind,
        case=case,
        followed=followed,
        today=today,
        stamp=stamp,
        committee=None,
        is_working=working,
        due_on=due_on,
        templates=store.templates,
    )
    orders = _orders(of_all, committee_id, per_committee=per_committee)
    refuse_stopped(orders)
    return case, list(_drawn(orders, formats, store.templates, told))


def _drawn(
    orders: Sequence[Order],
    formats: Container[str] | None,
    templates: Path | None,
    told: Told | None,
) -> Iterator[Wanted]:
    papers_wanted = [(order, paper) for order in orders for paper in papers_of(order, formats)]
    for done, (order, paper) in enumerate(papers_wanted):
        if told:
            told(done, len(papers_wanted))
        yield _wanted(order, paper, templates)


def _refuse(store: Store, kind: DocumentKind, *, is_for_one: bool) -> None:
    if kind not in MAKERS:
        raise UsageError("{kind} cannot be made yet.", kind=kind)
    if kind is DocumentKind.SUPPLEMENT_REQUEST:
        refuse_clerk_to_judge(store)
    if is_for_one and kind not in PER_COMMITTEE:
        raise UsageError("{kind} is made for the whole audit, not for one committee.", kind=kind)


def _orders(of_all: Order, committee_id: int | None, *, per_committee: bool) -> list[Order]:
    """Return the order itself, or one for each committee that gets its own."""
    kind, case = of_all.kind, of_all.case
    committees: Iterable[r.Committee | None]
    if kind in ON_OCCASION:
        committees = concerned(kind, case, of_all.today, committee_id)
    elif per_committee or (kind in ONLY_PER_COMMITTEE and committee_id is None):
        committees = each_recipient(of_all)
    else:
        committees = (case.committee_by_id[committee_id] if committee_id is not None else None,)
    return [replace(of_all, committee=committee) for committee in committees]


def _wanted(order: Order, paper: Paper[Order], templates: Path | None) -> Wanted:
    case, committee = order.case, order.committee
    day = case.audit.handed_over_on if order.kind in OF_THE_LETTER else None
    return Wanted(
        kind=paper.kind,
        content=content_of(order, paper, templates),
        named_by=order.named_by(title_of(order, paper.title), day),
        suffix=paper.suffix,
        template=paper.template,
        stamp=order.stamp,
        made_on=order.today,
        audit=case.audit,
        municipality=case.municipality,
        committee=committee,
        apart=short_name(committee, case.committees) if committee else "",
        also=noted_with(order, paper),
    )


def each_recipient(order: Order) -> tuple[r.Committee, ...]:
    """Return those who get one of their own: whom the letter goes to, whom the table lists.

    Committees that are only informed are none of them. Raises RevTrackError where there is nobody,
    or where the letter goes to the council in one copy.
    """
    kind, case = order.kind, order.case
    facts = LetterFacts(case, order.today)
    if kind is DocumentKind.COVER_LETTER:
        found = facts.everybody
    elif kind in ONLY_PER_COMMITTEE and case.is_handed_over:
        found = case.in_order(each.committee_id for each in case.reply_cases)
    elif kind in ONLY_PER_COMMITTEE and is_under_way(case):
        found = papers.asked_committees(case, order.followed, order.today)
    elif order.is_working:
        found = case.in_order(each.committee_id for each in case.addressees)
    else:
        found = facts.listed_recipients
    if not found:
        raise RevTrackError(
            "{reference} has no committee to make one each for. "
            "Register its recipients first, or make one for all.",
            reference=case.audit.reference,
        )
    return found

"""Making the documents about a municipality's audits: many audits in, files out, each noted."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import UsageError
from revtrack.domain.names.file_names import short_name
from revtrack.services.allowed import refuse_clerk_the_paper
from revtrack.services.papers.municipal_makers import (
    FOR_AUDITORS,
    MUNICIPAL,
    OF_A_YEAR,
    PER_COMMITTEE,
    WITH_NEWS,
)
from revtrack.services.papers.orders import MunicipalOrder, Paper
from revtrack.services.papers.pdf import with_pdfs
from revtrack.services.papers.placing import Produced, Told, Wanted, content_of, keep
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.events import stamp_of
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.storage.watching import watched
from revtrack.wording.labels import swedish_label


def produce_municipal(  # noqa: PLR0913 - what, about whom, on which day, where to
    store: Store,
    kind: DocumentKind,
    municipality: r.Municipality,
    today: date,
    folder: Path,
    *,
    committee: r.Committee | None = None,
    year: int | None = None,
    since: date | None = None,
    formats: Container[str] | None = None,
    pdf: bool = False,
    told: Told | None = None,
) -> tuple[Produced, ...]:
    """Make a document about a municipality in its formats, write and note the files.

    With ``pdf`` each Word document is made as PDF too, which needs LibreOffice; ``told`` follows
    how far it has come.
    The same content as last time is neither written nor noted again; changed content becomes a new
    edition beside the old. Raises UsageError where the kind is not made for one committee, or only
    for one, not for a year, or does not tell what is new since a day; RevTrackError, having written
    nothing, where the folder cannot be written or a clerk asks for the auditors' own paper.
    """
    _refuse(kind, committee, year, since)
    if kind in FOR_AUDITORS:
        refuse_clerk_the_paper(store, kind)
    order = replace(_order(store, kind, municipality, today), committee=committee, since=since)
    if kind in OF_A_YEAR:
        order = replace(order, year=_year_of(municipality, order.cases, year))
    title = swedish_label(kind)
    wanted = [
        _wanted(order, Paper(kind, title, suffix, maker, template), store.templates)
        for suffix, (maker, template) in MUNICIPAL[kind].items()
        if formats is None or suffix in formats
    ]
    if pdf:
        wanted = with_pdfs(wanted)
    if told:
        told(len(wanted), len(wanted))
    return keep(store, folder, wanted, _documents(store, municipality))


def _order(
    store: Store, kind: DocumentKind, municipality: r.Municipality, today: date
) -> MunicipalOrder:
    """Return an order of all that the register holds of the municipality."""
    with store.reading() as session:
        cases = tuple(
            load_case(session, each.id)
            for each in list_audits(session)
            if each.municipality_id == municipality.id
        )
        meetings = some(
            session,
            r.AuditorsMeeting,
            table_of(r.AuditorsMeeting).c.municipality_id == municipality.id,
        )
        return MunicipalOrder(
            kind=kind,
            municipality=municipality,
            cases=cases,
            today=today,
            stamp=stamp_of(session.connection(), cases),
            meets_on=tuple(sorted(each.held_on for each in meetings)),
            watched=watched(store, municipality.id, today),
        )


def _documents(store: Store, municipality: r.Municipality) -> tuple[r.Document, ...]:
    with store.reading() as session:
        place = table_of(r.Document).c.municipality_id
        return some(session, r.Document, place == municipality.id)


def _refuse(
    kind: DocumentKind, committee: r.Committee | None, year: int | None, since: date | None
) -> None:
    if committee is None and kind in PER_COMMITTEE:
        raise UsageError("{kind} is made for one committee. Say which with --committee.", kind=kind)
    if committee is not None and kind not in PER_COMMITTEE:
        raise UsageError(
            "{kind} is made for the whole municipality, not for one committee.", kind=kind
        )
    if year is not None and kind not in OF_A_YEAR:
        raise UsageError("{kind} is not made for a year.", kind=kind)
    if since is not None and kind not in WITH_NEWS:
        raise UsageError("{kind} does not tell what is new; --since does not apply.", kind=kind)


def _year_of(municipality: r.Municipality, cases: Sequence[AuditCase], year: int | None) -> int:
    """Return the audit year asked for, else the latest of which an audit is handed over."""
    years = {case.audit.audit_year for case in cases}
    handed_over = {case.audit.audit_year for case in cases if case.is_handed_over}
    if not years:
        raise UsageError("{municipality} has no audits.", municipality=municipality.name)
    if year is None:
        return max(handed_over or years)
    if year not in years:
        raise UsageError(
            "{municipality} has no audit of the audit year {year}. There are audits of: {years}.",
            municipality=municipality.name,
            year=year,
            years=", ".join(map(str, sorted(years))),
        )
    return year


def _wanted(order: MunicipalOrder, paper: Paper[MunicipalOrder], templates: Path | None) -> Wanted:
    committees = order.cases[0].committees if order.cases else ()
    return Wanted(
        kind=paper.kind,
        content=content_of(order, paper, templates),
        named_by=(
            order.today.isoformat(),
            order.municipality.name,
            paper.title,
            str(order.year or ""),
        ),
        suffix=paper.suffix,
        template=paper.template,
        stamp=order.stamp,
        made_on=order.today,
        audit=None,
        municipality=order.municipality,
        committee=order.committee,
        apart=short_name(order.committee, committees) if order.committee else "",
    )

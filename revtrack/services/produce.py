"""Making documents: records in, files out, each noted in the register with its content hash."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.documents.cover_letter import cover_letter
from revtrack.documents.follow_up_report import follow_up_report
from revtrack.documents.recommendation_table import (
    recommendation_table,
    recommendation_workbook,
)
from revtrack.documents.response_summary import response_summary, response_workbook
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.codes import AuditKind, DocumentKind, Severity
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.file_names import join_file_name
from revtrack.services.files import write_all
from revtrack.services.places import read_template
from revtrack.storage.audits import load_case
from revtrack.storage.events import stamp_of
from revtrack.storage.rows import add
from revtrack.storage.store import Store
from revtrack.wording import word_problem
from revtrack.wording.labels import swedish_label


@dataclass(frozen=True)
class Produced:
    """A document that was made, or that lay there already with the same content."""

    kind: DocumentKind
    path: Path
    committee: r.Committee | None
    """The committee it is for; None: for all."""
    is_new: bool
    """False where the same content had been made and lies there untouched."""


@dataclass(frozen=True)
class _Order:
    """What a document is made of."""

    case: AuditCase
    followed: tuple[AuditCase, ...]
    """The cases of the earlier audits that a follow-up goes back to."""
    today: date
    stamp: str
    committee: r.Committee | None
    is_working: bool


Maker = Callable[[_Order, bytes], bytes]


def _letter(order: _Order, template: bytes) -> bytes:
    return cover_letter(
        order.case,
        template,
        today=order.today,
        committee=order.committee,
        followed=order.followed,
    )


def _table(order: _Order, template: bytes) -> bytes:
    return recommendation_table(
        order.case,
        template,
        today=order.today,
        stamp=order.stamp,
        committee=order.committee,
        working=order.is_working,
    )


def _table_workbook(order: _Order, _template: bytes) -> bytes:
    return recommendation_workbook(
        order.case,
        today=order.today,
        stamp=order.stamp,
        committee=order.committee,
        working=order.is_working,
    )


def _summary(order: _Order, template: bytes) -> bytes:
    return response_summary(order.case, template, today=order.today, stamp=order.stamp)


def _summary_workbook(order: _Order, _template: bytes) -> bytes:
    return response_workbook(order.case, today=order.today, stamp=order.stamp)


def _report(order: _Order, template: bytes) -> bytes:
    is_follow_up = order.case.audit.kind is AuditKind.FOLLOW_UP and order.followed
    return follow_up_report(
        order.followed if is_follow_up else (order.case,),
        template,
        today=order.today,
        stamp=order.stamp,
        follow_up=order.case if is_follow_up else None,
    )


MAKERS: dict[DocumentKind, dict[str, tuple[Maker, str]]] = {
    DocumentKind.COVER_LETTER: {".docx": (_letter, fields.COVER_LETTER)},
    DocumentKind.RECOMMENDATION_TABLE: {
        ".docx": (_table, fields.RECOMMENDATION_TABLE),
        ".xlsx": (_table_workbook, ""),
    },
    DocumentKind.RESPONSE_SUMMARY: {
        ".docx": (_summary, fields.RESPONSE_SUMMARY),
        ".xlsx": (_summary_workbook, ""),
    },
    DocumentKind.FOLLOW_UP_REPORT: {".docx": (_report, fields.FOLLOW_UP_REPORT)},
}
"""How each kind is made: by file name's ending, the maker and the template it needs."""

PER_COMMITTEE = frozenset({DocumentKind.COVER_LETTER, DocumentKind.RECOMMENDATION_TABLE})
"""The kinds that can be made for one committee."""


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
) -> tuple[Produced, ...]:
    """Make a document in all its formats, write the files, note them, and return them.

    ``per_committee`` makes one for each recipient instead of one for all. The same content as last
    time is neither written nor noted again; changed content becomes a new edition beside the old.
    Raises RevTrackError, having written nothing, where a problem of severity error concerns this
    very document, a template is missing, or the folder cannot be written.
    """
    with store.reading() as session:
        case = load_case(session, audit_id)
        orders = _orders(session, case, today, committee_id, per_committee=per_committee)
        orders = [_Order(**{**vars(each), "is_working": working}) for each in orders]
    _refuse(kind, case, today, committee_id is not None or per_committee)
    made = [
        (order, suffix, maker(order, read_template(template) if template else b""))
        for order in orders
        for suffix, (maker, template) in MAKERS[kind].items()
    ]
    return _keep(store, kind, folder, made)


def _orders(
    session: Session,
    case: AuditCase,
    today: date,
    committee_id: int | None,
    *,
    per_committee: bool,
) -> list[_Order]:
    followed = tuple(load_case(session, each.followed_id) for each in case.followed)
    stamp = stamp_of(session.connection(), (case, *followed))
    committees: Iterable[r.Committee | None] = (None,)
    if per_committee:
        committees = case.in_order(
            [each.committee_id for each in case.addressees if each.asked is not False]
            + [each.committee_id for each in case.reply_cases]
        )
    elif committee_id is not None:
        committees = (case.committee_by_id[committee_id],)
    return [
        _Order(case, followed, today, stamp, committee, is_working=False)
        for committee in committees
    ]


def _refuse(kind: DocumentKind, case: AuditCase, today: date, for_committees: bool) -> None:
    if kind not in MAKERS:
        raise UsageError("{kind} cannot be made yet.", kind=kind)
    if for_committees and kind not in PER_COMMITTEE:
        raise UsageError("{kind} is made for the whole audit, not for one committee.", kind=kind)
    errors = stopping(case, today)
    if errors and kind is not DocumentKind.RESPONSE_SUMMARY:
        raise RevTrackError(
            "The document was not made: {problems}",
            problems=" ".join(word_problem(problem) for problem in errors),
        )


def stopping(case: AuditCase, today: date) -> tuple[Problem, ...]:
    """Return the problems that stop the documents of an audit."""
    return tuple(
        problem for problem in check_case(case, today) if problem.severity is Severity.ERROR
    )


def _name(kind: DocumentKind, order: _Order, suffix: str, edition: int) -> str:
    day = order.case.audit.handed_over_on if kind is DocumentKind.COVER_LETTER else order.today
    committee = order.committee
    return join_file_name(
        (
            (day or order.today).isoformat(),
            order.case.municipality.name,
            swedish_label(kind) + (" arbetsversion" if order.is_working else ""),
            order.case.audit.reference,
            (committee.abbreviation or committee.name) if committee else "",
            f"v{edition}" if edition > 1 else "",
        ),
        suffix,
    )


def _keep(
    store: Store, kind: DocumentKind, folder: Path, made: list[tuple[_Order, str, bytes]]
) -> tuple[Produced, ...]:
    """Write and note what is new; return all of it."""
    produced: list[Produced] = []
    new: dict[str, tuple[_Order, int, bytes]] = {}
    for order, suffix, content in made:
        name, edition, is_new = _place(kind, order, suffix, content, folder)
        produced.append(Produced(kind, folder / name, order.committee, is_new))
        if is_new:
            new[name] = (order, edition, content)
    if new:
        with store.wish() as session:
            for name, (order, edition, content) in new.items():
                _note(session, kind, order, name, edition, content)
            session.flush()
            write_all(folder, {name: content for name, (_, _, content) in new.items()})
    return tuple(produced)


def _place(
    kind: DocumentKind, order: _Order, suffix: str, content: bytes, folder: Path
) -> tuple[str, int, bool]:
    """Return the file's name, its edition, and whether it has to be written.

    A file of that name with other content, made earlier or edited by hand, is left alone: the new
    one takes the next free edition.
    """
    edition = 1
    while True:
        name = _name(kind, order, suffix, edition)
        path = folder / name
        if not path.exists():
            return name, edition, True
        if path.is_file() and path.read_bytes() == content:
            return name, edition, False
        edition += 1


def _note(
    session: Session,
    kind: DocumentKind,
    order: _Order,
    name: str,
    edition: int,
    content: bytes,
) -> None:
    suffix = Path(name).suffix
    add(
        session,
        r.Document,
        r.NewDocument(
            audit_id=order.case.audit.id,
            committee_id=order.committee.id if order.committee else None,
            kind=kind,
            file_name=name,
            edition=edition,
            template=MAKERS[kind][suffix][1] or None,
            stamp=order.stamp,
            content_hash=hashlib.sha256(content).hexdigest(),
            made_on=order.today,
        ),
    )

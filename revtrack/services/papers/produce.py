"""Making documents: records in, files out, each noted in the register with its content hash."""

import hashlib
import os
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from revtrack.documents import fields
from revtrack.documents.follow_up.report import follow_up_report
from revtrack.documents.forms.form_facts import FormFacts
from revtrack.documents.forms.response_form import response_form
from revtrack.documents.forms.response_form_workbook import response_form_workbook
from revtrack.documents.letters.cover_letter import cover_letter
from revtrack.documents.letters.letter_facts import LetterFacts
from revtrack.documents.tables.recommendation_table import (
    recommendation_table,
    recommendation_workbook,
)
from revtrack.documents.tables.response_summary import response_summary, response_workbook
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem, check_case
from revtrack.domain.codes import AuditKind, DocumentKind, Severity
from revtrack.domain.errors import GoneError, RevTrackError, UsageError
from revtrack.domain.names.file_names import join_file_name, name_on_disk, short_name
from revtrack.domain.outcome.scope import is_under_way
from revtrack.domain.replies.answer_form import asked_form
from revtrack.services.papers import follow_up_papers as papers
from revtrack.services.papers.files import written
from revtrack.services.papers.places import read_template
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


@dataclass(frozen=True, kw_only=True)
class _Order:
    """What a document is made of."""

    kind: DocumentKind

    case: AuditCase
    followed: tuple[AuditCase, ...]
    """The cases of the earlier audits that a follow-up goes back to."""
    today: date
    stamp: str
    committee: r.Committee | None
    is_working: bool
    due_on: date | None = None
    """By when a committee is asked how things stand; None: a month from today."""


@dataclass(frozen=True)
class _Made:
    """A document's content and the name that it gets."""

    order: _Order
    name: str
    edition: int
    content: bytes
    is_new: bool
    """Whether it has to be written."""

    @property
    def content_hash(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_noted(self) -> bool:
        """Whether the register told of this very document when it was made."""
        to = self.order.committee.id if self.order.committee else None
        return (self.order.kind, to, self.content_hash) in {
            (each.kind, each.committee_id, each.content_hash) for each in self.order.case.documents
        }


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


def _form_facts(order: _Order) -> FormFacts:
    if order.committee is None:
        raise GoneError
    return FormFacts(asked_form(order.case, order.committee))


def _form(order: _Order, template: bytes) -> bytes:
    if is_under_way(order.case) and order.committee:
        letter = read_template(fields.REMINDER)
        return papers.request_of(
            order.case, order.followed, order.committee, letter, order.today, order.due_on
        )
    return response_form(_form_facts(order), template)


def _follow_up_workbook(order: _Order, _template: bytes) -> bytes:
    return papers.underlay_workbook(order.case, order.followed, order.today, order.stamp)


def _follow_up_table(order: _Order, template: bytes) -> bytes:
    return papers.underlay_table(order.case, order.followed, template, order.today, order.stamp)


def _form_workbook(order: _Order, _template: bytes) -> bytes:
    return response_form_workbook(_form_facts(order))


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
    DocumentKind.RESPONSE_FORM: {
        ".docx": (_form, fields.RESPONSE_FORM),
        ".xlsx": (_form_workbook, ""),
    },
    DocumentKind.RESPONSE_SUMMARY: {
        ".docx": (_summary, fields.RESPONSE_SUMMARY),
        ".xlsx": (_summary_workbook, ""),
    },
    DocumentKind.FOLLOW_UP_REPORT: {".docx": (_report, fields.FOLLOW_UP_REPORT)},
    DocumentKind.FOLLOW_UP_WORKBOOK: {
        ".docx": (_follow_up_table, fields.RECOMMENDATION_TABLE),
        ".xlsx": (_follow_up_workbook, ""),
    },
}
"""How each kind is made: by file name's ending, the maker and the template it needs."""

ONLY_PER_COMMITTEE = frozenset({DocumentKind.RESPONSE_FORM})
"""The kinds that are always made for one committee each."""

PER_COMMITTEE = ONLY_PER_COMMITTEE | {
    DocumentKind.COVER_LETTER,
    DocumentKind.RECOMMENDATION_TABLE,
}
"""The kinds that can be made for one committee."""

OF_THE_LETTER = frozenset({DocumentKind.COVER_LETTER, DocumentKind.RESPONSE_FORM})
"""The kinds that bear the day of the letter, whenever they are made."""


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
) -> tuple[Produced, ...]:
    """Make a document in its formats, or these of them, write and note the files, and return them.

    ``per_committee`` makes one for each recipient instead of one for all. The same content as last
    time is neither written nor noted again; changed content becomes a new edition beside the old.
    Raises RevTrackError, having written nothing, where a problem of severity error concerns this
    very document, it is not for that committee or for any, a template is missing, or the folder
    cannot be written.
    """
    if kind not in MAKERS:
        raise UsageError("{kind} cannot be made yet.", kind=kind)
    if (per_committee or committee_id is not None) and kind not in PER_COMMITTEE:
        raise UsageError("{kind} is made for the whole audit, not for one committee.", kind=kind)
    with store.reading() as session:
        case = load_case(session, audit_id)
        followed = tuple(load_case(session, each.followed_id) for each in case.followed)
        stamp = stamp_of(session.connection(), (case, *followed))
    committees: Iterable[r.Committee | None] = (
        _each_recipient(kind, case, followed, today, is_working=working)
        if per_committee or (kind in ONLY_PER_COMMITTEE and committee_id is None)
        else (case.committee_by_id[committee_id] if committee_id is not None else None,)
    )
    orders = [
        _Order(
            kind=kind,
            case=case,
            followed=followed,
            today=today,
            stamp=stamp,
            committee=committee,
            is_working=working,
            due_on=due_on,
        )
        for committee in committees
    ]
    _refuse(orders)
    if kind in ONLY_PER_COMMITTEE and is_under_way(case):
        formats = {".docx"}
    return _keep(store, folder, _placed(folder, orders, formats))


def _each_recipient(
    kind: DocumentKind,
    case: AuditCase,
    followed: Sequence[AuditCase],
    today: date,
    *,
    is_working: bool,
) -> tuple[r.Committee, ...]:
    """Return those who get one of their own: whom the letter goes to, whom the table lists.

    Committees that are only informed are none of them. Raises RevTrackError where there is nobody,
    or where the letter goes to the council in one copy.
    """
    facts = LetterFacts(case, today)
    if kind is DocumentKind.COVER_LETTER:
        found = facts.everybody
    elif kind in ONLY_PER_COMMITTEE and case.is_handed_over:
        found = case.in_order(each.committee_id for each in case.reply_cases)
    elif kind in ONLY_PER_COMMITTEE and is_under_way(case):
        found = papers.asked_committees(case, followed, today)
    elif is_working:
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


def _refuse(orders: Iterable[_Order]) -> None:
    errors = dict.fromkeys(
        problem
        for order in orders
        if order.kind is not DocumentKind.RESPONSE_SUMMARY
        for problem in stopping(order.case, order.today, order.committee)
    )
    if errors:
        raise RevTrackError(
            "The document was not made: {problems}",
            problems=" ".join(word_problem(problem) for problem in errors),
        )


def stopping(
    case: AuditCase, today: date, committee: r.Committee | None = None
) -> tuple[Problem, ...]:
    """Return the problems that stop the documents of an audit, or those for one committee.

    They are of severity error, and nobody has confirmed them as intended. What is for one committee
    is stopped by what concerns it or the whole letter, not by what concerns others. A missing day
    where a reply is asked for is none of them: no day means that no reply is asked for, and a
    letter of which nobody has said so is a draft that says that the day is not decided.
    """
    return tuple(
        problem
        for problem in check_case(case, today)
        if problem.severity is Severity.ERROR
        and not problem.is_confirmed
        and (committee is None or _concerns(problem, case, committee))
    )


def _concerns(problem: Problem, case: AuditCase, committee: r.Committee) -> bool:
    item = problem.recommendation
    return problem.committee in {None, committee} and (
        item is None or committee in case.committees_of(item.id)
    )


def _name(order: _Order, suffix: str, edition: int) -> str:
    day = order.case.audit.handed_over_on if order.kind in OF_THE_LETTER else None
    return join_file_name(
        (
            (day or order.today).isoformat(),
            order.case.municipality.name,
            _title(order) + (" arbetsversion" if order.is_working else ""),
            order.case.audit.reference,
        ),
        suffix,
        apart=short_name(order.committee, order.case.committees) if order.committee else "",
        edition=edition,
    )


def _title(order: _Order) -> str:
    if order.kind in ONLY_PER_COMMITTEE and is_under_way(order.case):
        return papers.REQUEST
    return swedish_label(order.kind)


def _placed(folder: Path, orders: Iterable[_Order], formats: Container[str] | None) -> list[_Made]:
    """Make the documents and find each a name of its own."""
    made: list[_Made] = []
    taken: set[str] = set()
    for order in orders:
        for suffix, (maker, template) in MAKERS[order.kind].items():
            if formats is not None and suffix not in formats:
                continue
            content = _content(order, maker, template)
            made.append(_place(order, suffix, content, folder, taken))
            taken.add(name_on_disk(made[-1].name))
    return made


def _content(order: _Order, maker: Maker, template: str) -> bytes:
    design = read_template(template) if template else b""
    try:
        return maker(order, design)
    except OSError as fault:  # a workbook takes room in the system's folder for temporary files
        raise RevTrackError(
            "The document could not be made: {reason}. Nothing was written.",
            reason=fault,
        ) from fault


def _place(
    order: _Order, suffix: str, content: bytes, folder: Path, taken: Container[str]
) -> _Made:
    """Return the document with its name.

    A file of that name with other content, made earlier or edited by hand, is left alone, and so is
    a name that is ``taken`` by another document of the same wish: the next free edition is used.
    """
    edition = 1
    while True:
        name = _name(order, suffix, edition)
        path = folder / name
        if name_on_disk(name) not in taken:
            if not os.path.lexists(path):
                return _Made(order, name, edition, content, is_new=True)
            if _holds(path, content):
                return _Made(order, name, edition, content, is_new=False)
        edition += 1


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def _keep(store: Store, folder: Path, made: list[_Made]) -> tuple[Produced, ...]:
    """Write what is not there, note what is not noted, both or neither; return all of it."""
    new = {each.name: each.content for each in made if each.is_new}
    unknown = [each for each in made if not each.is_noted]
    with ExitStack() as files:  # closed after the commit, so that a commit that fails takes them
        if unknown:
            with store.wish() as session:
                for each in unknown:
                    _note(session, each)
                files.enter_context(written(folder, new))
        elif new:
            files.enter_context(written(folder, new))
    return tuple(
        Produced(each.order.kind, folder / each.name, each.order.committee, each.is_new)
        for each in made
    )


def _note(session: Session, made: _Made) -> None:
    order = made.order
    add(
        session,
        r.Document,
        r.NewDocument(
            audit_id=order.case.audit.id,
            committee_id=order.committee.id if order.committee else None,
            kind=order.kind,
            file_name=made.name,
            edition=made.edition,
            template=MAKERS[order.kind][Path(made.name).suffix][1] or None,
            stamp=order.stamp,
            content_hash=made.content_hash,
            made_on=order.today,
        ),
    )

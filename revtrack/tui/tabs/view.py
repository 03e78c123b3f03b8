"""What the tabs of an audit are made from, and what each of them gives."""

from collections.abc import Callable, Container, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rich.text import Text

from revtrack.domain.case import AuditCase
from revtrack.domain.checks import Problem
from revtrack.domain.follow_up import AddresseeLine, ReplyLine
from revtrack.domain.outcome.scope import Covered
from revtrack.domain.records import Audit, ProgressReport
from revtrack.services.papers.listing import DocumentLine
from revtrack.storage.events import HistoryEvent
from revtrack.tui.show import one_line
from revtrack.tui.widgets.layout import Section
from revtrack.wording import _
from revtrack.wording.reported import report_told


@dataclass(frozen=True)
class CaseView:
    """One audit as it was read, put together into lines."""

    case: AuditCase
    today: date
    addressees: tuple[AddresseeLine, ...]
    replies: tuple[ReplyLine, ...]
    problems: tuple[Problem, ...]
    history: tuple[HistoryEvent, ...] = ()
    width: int = 120
    """Columns of the list that the tab is shown in."""
    documents: tuple[DocumentLine, ...] = ()
    """With what lies under their names; read where the tab of documents is shown."""
    differences: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """By the document's id, what its edited file says otherwise, as far as that is compared."""
    follow_ups: tuple[Audit, ...] = ()
    """The audits that follow this one up, the oldest first."""
    covered: tuple[Covered, ...] = ()
    """What it covers of the audits that it follows up; nothing where it follows up none."""
    for_clerk: bool = False
    """Whether the auditors' own notes are to be left out."""


@dataclass(frozen=True)
class RowKey:
    """What a row of a tab stands for; ``id`` tells apart rows of one kind."""

    kind: str
    id: int
    committee_id: int | None = None


@dataclass(frozen=True)
class Tab:
    """One tab: its title, one line of counts, its list, and what is told of the chosen row."""

    title: str
    summary: Callable[[CaseView], str]
    sections: Callable[[CaseView], tuple[Section, ...]]
    detail: Callable[[CaseView, Hashable], Text]
    actions: frozenset[str] = frozenset()
    """Actions that belong to this tab, besides those that work on all."""
    short: str = ""
    """The title where the whole would take one more line."""


def no_detail(_view: CaseView, _key: Hashable) -> Text:
    """Return nothing: the list says all there is to say."""
    return Text()


def paragraphs(*parts: Text | None) -> Text:
    """Return the parts that hold something, each on its own line."""
    return Text("\n").join(part for part in parts if part is not None and part.plain)


def reports_told(view: CaseView, addressee_ids: Container[int]) -> tuple[Text, ...]:
    """Return what was reported on recommendations to a committee, oldest first."""
    title = _("Progress report")
    return tuple(
        Text.assemble((f"{title}: ", "bold"), one_line(_numbered(view, each)))
        for each in view.case.progress_reports
        if each.addressee_id in addressee_ids
    )


def _numbered(view: CaseView, report: ProgressReport) -> str:
    addressee = view.case.addressee_by_id[report.addressee_id]
    number = view.case.number_of(view.case.recommendation_by_id[addressee.recommendation_id])
    return f"{number} · {report_told(report, for_clerk=view.for_clerk)}"

"""What a document is ordered by: an audit, or a municipality with all its audits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import DocumentKind
from revtrack.domain.watching import WatchLine

OrderT = TypeVar("OrderT")


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a document of an audit is made of."""

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
    templates: Path | None = None
    """The folder of the office's own, for what holds a second file; None: it has none."""

    def named_by(self, title: str, day: date | None = None) -> tuple[str, ...]:
        """Return the parts of a file's name, in order; it bears the day, or today."""
        return (
            (day or self.today).isoformat(),
            self.case.municipality.name,
            title + (" arbetsversion" if self.is_working else ""),
            self.case.audit.reference,
        )


@dataclass(frozen=True, kw_only=True)
class MunicipalOrder:
    """What a document about a municipality's audits is made of."""

    kind: DocumentKind
    municipality: r.Municipality
    cases: tuple[AuditCase, ...]
    """Its audits, the newest year first; also those that are not handed over yet."""
    today: date
    stamp: str
    committee: r.Committee | None = None
    """The committee that it is about; None: all."""
    year: int | None = None
    """The audit year that it is about; None: all, or the latest, as the kind has it."""
    since: date | None = None
    """The day from which news is told, itself included; None: since the auditors last met."""
    meets_on: tuple[date, ...] = ()
    """The days of the auditors' meetings, past and to come."""
    watched: Iterable[WatchLine] = ()
    """Its replies, read while they are asked for, once."""


Maker = Callable[[OrderT, bytes], bytes]
"""Makes the content of a file from an order and the template's bytes, empty where it has none."""


@dataclass(frozen=True)
class Paper(Generic[OrderT]):
    """One file of an order: what it is, what it is called, how it ends, and how it is made."""

    kind: DocumentKind
    title: str
    suffix: str
    maker: Maker[OrderT]
    template: str
    """Empty: it needs none."""

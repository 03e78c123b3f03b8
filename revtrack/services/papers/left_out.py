"""What an office keeps off its public page, and what is shown that was kept off it before."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from revtrack.documents.public.page import LEFT_OUT
from revtrack.documents.public.rows import LeftOut, PublicYear
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.publishing.gate import Finding, Revealed
from revtrack.services.find import find_audit
from revtrack.storage.store import Store

_PLACE = re.compile(r"(.+?)(?::\s*([RF]\d+))?", re.IGNORECASE)


def left_out_of(
    store: Store, cases: Iterable[AuditCase], year: int, places: Iterable[str]
) -> frozenset[LeftOut]:
    """Return what the places name: "X-2025-1" an audit, "X-2025-1:R2" a recommendation of it.

    Raises UsageError where one is not among what the page of the year would show: what is
    misspelt must not be published.
    """
    of_year = {e.audit.id: e for e in cases if e.is_handed_over and e.audit.audit_year == year}
    return frozenset(_left_out(store, of_year, year, place) for place in places)


def _left_out(store: Store, of_year: dict[int, AuditCase], year: int, place: str) -> LeftOut:
    found = _PLACE.fullmatch(place.strip())
    audit = find_audit(store, found[1] if found else place)
    case = of_year.get(audit.id)
    if case is None:
        raise UsageError(
            "{audit} is not on the page of {year}, so it cannot be left out.",
            audit=audit.reference,
            year=year,
        )
    number = found[2].upper() if found and found[2] else None
    known = {case.number_of(each) for each in case.recommendations}
    if number is not None and number not in known:
        raise UsageError(
            "{audit} has no {number}, so it cannot be left out.",
            audit=audit.reference,
            number=number,
        )
    return LeftOut(audit.id, number)


def shown_anew(
    shown: PublicYear, before: tuple[bytes | None, bytes | None], place: str
) -> Sequence[Finding]:
    """Return what a page holds that an earlier one, which left something out, did not.

    ``before`` is the earlier page and its data, as they lie there.
    """
    page, data = before
    if page is None or data is None or LEFT_OUT.encode() not in page:
        return ()
    return tuple(
        Finding(Revealed.NOT_SHOWN_BEFORE, text, place, quote)
        for text, quote in _new(shown, _shown_in(data))
    )


def _new(shown: PublicYear, before: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    audits = {reference for reference, _ in before}
    for row in shown.rows:
        if row.reference not in audits:
            yield row.reference, row.audit
        elif (row.reference, row.number) not in before:
            yield f"{row.reference}:{row.number}", row.recommendation


def _shown_in(data: bytes) -> set[tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    return {(row.get("Beteckning") or "", row.get("Nr") or "") for row in rows}

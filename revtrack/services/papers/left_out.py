"""What an office keeps off its public page, and what is shown that was kept off it before."""

import csv
import io
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from revtrack.documents.public.page import LEFT_OUT, place_of, places_on
from revtrack.documents.public.rows import LeftOut, PublicPlace, PublicYear
from revtrack.domain.case import AuditCase
from revtrack.domain.errors import UsageError
from revtrack.domain.publishing.gate import Finding, Revealed
from revtrack.services.find import find_audit
from revtrack.storage.store import Store

_PLACE = re.compile(r"(.+?)(?::\s*([RF]\d+))?", re.IGNORECASE)


def left_out_of(
    store: Store, cases: Collection[AuditCase], year: int, places: Iterable[str]
) -> frozenset[LeftOut]:
    """Return what the places name: "X-2025-1" an audit, "X-2025-1:R2" a recommendation of it.

    What an audit of the year follows up is named on its page, and can be left out there too. Raises
    UsageError where one is not among what the page would show: what is misspelt must not be
    published.
    """
    of_year = {e.audit.id: e for e in cases if e.is_handed_over and e.audit.audit_year == year}
    followed = {each.followed_id for case in of_year.values() for each in case.followed}
    return frozenset(_left_out(store, of_year, followed, year, place) for place in places)


def _left_out(
    store: Store, of_year: Mapping[int, AuditCase], followed: Container[int], year: int, place: str
) -> LeftOut:
    found = _PLACE.fullmatch(place.strip())
    audit = find_audit(store, found[1] if found else place)
    number = found[2].upper() if found and found[2] else None
    case = of_year.get(audit.id)
    if case is None and number is None and audit.id in followed:
        return LeftOut(audit.id)
    if case is None:
        raise UsageError(
            "{audit} is not on the page of {year}, so it cannot be left out.",
            audit=audit.reference,
            year=year,
        )
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


def named_anew(shown: PublicYear, pages: Mapping[int, bytes], place: str) -> Sequence[Finding]:
    """Return the followed audits that a page names, but their own years' pages leave out.

    ``pages`` are those of the years, as they lie there.
    """
    return tuple(
        Finding(Revealed.NOT_SHOWN_BEFORE, each.reference, place, each.title)
        for audit in shown.audits
        for each in audit.follows
        if each.year != shown.year and _leaves_out(pages.get(each.year, b""), each)
    )


def _leaves_out(page: bytes, place: PublicPlace) -> bool:
    told = page.decode(errors="replace")
    there = place_of(place.year, place.reference)
    return LEFT_OUT in told and there not in places_on(place.year, told)


def _new(shown: PublicYear, before: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    audits = {reference: follows for (reference, _), follows in before.items()}
    for audit in shown.audits:
        told = audits.get(audit.reference, "").split(", ")
        if audit.reference in audits:
            yield from ((e.reference, e.title) for e in audit.follows if e.reference not in told)
    for row in shown.rows:
        if row.reference not in audits:
            yield row.reference, row.audit
        elif (row.reference, row.number) not in before:
            yield f"{row.reference}:{row.number}", row.recommendation


def _shown_in(data: bytes) -> dict[tuple[str, str], str]:
    """Return what an audit follows up, for each row by its reference and number."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    return {
        (row.get("Beteckning") or "", row.get("Nr") or ""): row.get("Uppföljning av") or ""
        for row in rows
    }

"""A municipality's public pages: made, looked through, written where the web takes them."""

import hashlib
import re
from collections.abc import Container, Mapping, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from revtrack.documents import phrases
from revtrack.documents.public.page import index_page, places_on, year_page
from revtrack.documents.public.rows import PublicYear, as_csv, public_year
from revtrack.domain import records as r
from revtrack.domain.codes import DocumentKind
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.publishing.gate import Finding, each_once
from revtrack.domain.publishing.security_words import security_findings
from revtrack.services.papers.files import rewritten, written
from revtrack.services.papers.left_out import left_out_of, named_anew, shown_anew
from revtrack.services.papers.publishing import (
    known_to,
    looked_through,
    refuse_unknown_keys,
    unconfirmed,
)
from revtrack.storage.audits import list_audits, load_case
from revtrack.storage.events import stamp_of
from revtrack.storage.rows import add, change, some, table_of
from revtrack.storage.store import Store

INDEX = "index.html"
_YEAR = re.compile(r"\d{4}\.html")


@dataclass(frozen=True)
class PublicPages:
    """The files of a year's public page, and what they tell of people and secrets."""

    municipality: r.Municipality
    files: Mapping[str, bytes]
    stamp: str
    findings: tuple[Finding, ...]
    left_out: Mapping[str, str]
    """What is kept off the page, as it was asked for, and why."""

    def unconfirmed(self, reasons: Mapping[str, str], why: str | None) -> tuple[Finding, ...]:
        """Return what of this nobody has confirmed."""
        return unconfirmed(self.findings, reasons, why)


def draw_pages(
    store: Store,
    municipality: r.Municipality,
    year: int,
    today: date,
    folder: Path,
    left_out: Mapping[str, str] = MappingProxyType({}),
) -> PublicPages:
    """Return the public page of an audit year with its data and the index; nothing is written.

    ``folder`` is where they are to lie; the index leads to the years that lie there too.
    ``left_out`` holds why an audit, or a recommendation of one, is not to be on it. Raises
    UsageError where no audit of that year has been handed over, or such a one is not of the year.
    """
    with store.reading() as session:
        audits = list_audits(session)
        cases = [load_case(session, e.id) for e in audits if e.municipality_id == municipality.id]
        stamp = stamp_of(session.connection(), cases)
    years = {case.audit.audit_year for case in cases if case.is_handed_over}
    if year not in years:
        raise UsageError(
            "No audit of {municipality} from the audit year {year} has been handed over. "
            "There are: {years}.",
            municipality=municipality.name,
            year=year,
            years=", ".join(map(str, sorted(years))) or "–",
        )
    shown = public_year(cases, year, today, left_out_of(store, cases, year, left_out))
    beside = _pages_in(folder)
    files = _files(municipality.name, shown, phrases.stamp_note(today, stamp), beside)
    findings = (
        *_findings(store, shown, files),
        *_shown_anew(shown, folder),
        *named_anew(shown, beside, f"{year}.html"),
    )
    return PublicPages(municipality, files, stamp, each_once(findings), left_out)


def _files(
    municipality: str, shown: PublicYear, note: str, beside: Mapping[int, bytes]
) -> dict[str, bytes]:
    places = {
        place
        for year, page in beside.items()
        if year != shown.year
        for place in places_on(year, page.decode(errors="replace"))
    }
    return {
        f"{shown.year}.html": year_page(municipality, shown, note, places),
        f"{shown.year}.csv": as_csv(shown.rows),
        INDEX: index_page(municipality, {shown.year, *beside}, note),
    }


def _findings(store: Store, shown: PublicYear, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    told = [(name, content.decode()) for name, content in files.items()]
    owned = [
        *((audit.reference, audit.title) for audit in shown.audits),
        *(
            (f"{e.reference}:{e.number}", t)
            for e in shown.rows
            for t in (e.recommendation, e.action)
        ),
        *((e.reference, e.title) for audit in shown.audits for e in audit.follows),
    ]
    return (
        *looked_through(told, known_to(store)),
        *security_findings(owned, f"{shown.year}.html"),
    )


def _shown_anew(shown: PublicYear, folder: Path) -> Sequence[Finding]:
    page, data = (folder / f"{shown.year}.{ending}" for ending in ("html", "csv"))
    return shown_anew(shown, (_old(page), _old(data)), page.name)


def _pages_in(folder: Path) -> dict[int, bytes]:
    """Return the years' pages that lie in a folder."""
    if not folder.is_dir():
        return {}
    paths = [each for each in folder.iterdir() if _YEAR.fullmatch(each.name)]
    return {int(each.stem): _old(each) or b"" for each in paths}


def publish_pages(
    store: Store,
    pages: PublicPages,
    today: date,
    folder: Path,
    *,
    reasons: Mapping[str, str],
    why: str | None,
) -> tuple[Path, ...]:
    """Write the pages, note them as published, and return their paths.

    Pages that the register itself made are written anew in their place, so that addresses hold.
    Raises RevTrackError, having written nothing, where something is not confirmed, or a file lies
    there that was edited by hand or that another has made.
    """
    refuse_unknown_keys(pages.findings, reasons)
    if left := pages.unconfirmed(reasons, why):
        raise RevTrackError(
            "Nothing was published: {count} things that the files tell are not confirmed. Look at "
            "each, and confirm it with its reason.",
            count=len(left),
        )
    old = {name: _old(folder / name) for name in pages.files}
    _refuse_edited(pages, old, folder, {each.content_hash for each in _documents(store, pages)})
    told = {**pages.left_out, **reasons}
    said = [why or "", *(f"{key}: {reason}" for key, reason in told.items())]
    reason = "; ".join(filter(None, said)) or None
    _note_made(store, pages, today, reason)
    _write(store, pages, today, folder, old, reason)
    return tuple(folder / name for name in pages.files)


def _refuse_edited(
    pages: PublicPages, old: Mapping[str, bytes | None], folder: Path, made: Container[str]
) -> None:
    for name, content in old.items():
        if content is not None and content != pages.files[name] and _sha256(content) not in made:
            raise RevTrackError(
                "{path} was edited by hand, or was not made here of {municipality}; it is left as "
                "it is. Move it away, or choose another folder.",
                path=folder / name,
                municipality=pages.municipality.name,
            )


def _documents(store: Store, pages: PublicPages) -> tuple[r.Document, ...]:
    with store.reading() as session:
        place = table_of(r.Document).c.municipality_id
        return some(session, r.Document, place == pages.municipality.id)


def _note_made(store: Store, pages: PublicPages, today: date, why: str | None) -> None:
    """Note the pages as made, so that those that a power cut leaves half written are known."""
    documents = _documents(store, pages)
    known = {each.content_hash for each in documents}
    new = {name: each for name, each in pages.files.items() if _sha256(each) not in known}
    if not new:
        return
    with store.wish(why) as session:
        for name, content in new.items():
            edition = 1 + sum(each.file_name == name for each in documents)
            add(session, r.Document, _document(pages, name, content, edition, today))


def _write(
    store: Store,
    pages: PublicPages,
    today: date,
    folder: Path,
    old: Mapping[str, bytes | None],
    why: str | None,
) -> None:
    """Write the pages that differ and note all as published; both, or nothing."""
    hashes = {_sha256(content) for content in pages.files.values()}
    noted = [
        each
        for each in _documents(store, pages)
        if each.content_hash in hashes and each.published_on is None
    ]
    held = {name: content for name, content in old.items() if content is not None}
    new = {name: content for name, content in pages.files.items() if name not in held}
    anew = {name: pages.files[name] for name in held if held[name] != pages.files[name]}
    wish = store.wish(why) if noted else nullcontext()
    with ExitStack() as files, wish as session:  # a commit that fails undoes the files
        if session is not None:
            for each in noted:
                change(session, each, published_on=today)
        files.enter_context(written(folder, new))
        files.enter_context(rewritten(folder, held, anew))


def _old(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault
        ) from fault


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _document(
    pages: PublicPages, name: str, content: bytes, edition: int, today: date
) -> r.NewDocument:
    return r.NewDocument(
        municipality_id=pages.municipality.id,
        kind=DocumentKind.PUBLIC_PAGE,
        file_name=name,
        edition=edition,
        stamp=pages.stamp,
        content_hash=_sha256(content),
        made_on=today,
    )

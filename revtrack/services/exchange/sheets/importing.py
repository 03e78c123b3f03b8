"""Takes a workbook or a table of recommendations into the register: all of it or nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from revtrack.domain import records as r
from revtrack.domain.errors import UsageError
from revtrack.domain.exchange.case_file import FORMAT, FORMAT_VERSION, NODES
from revtrack.domain.exchange.sheets.bodies import Known, audits_called
from revtrack.domain.exchange.sheets.cells import CODES, Words
from revtrack.domain.exchange.sheets.columns import Field, chosen_columns
from revtrack.domain.exchange.sheets.drafts import Change, Draft, Drafts, SheetFault
from revtrack.domain.exchange.sheets.incoming import read_cells
from revtrack.domain.exchange.sheets.rows import Rows, refuse_moved_days
from revtrack.reading.guard import read_guarded
from revtrack.services.exchange.case_files import read_case_file
from revtrack.services.exchange.importing import Counts, OnConflict, store_planned
from revtrack.services.exchange.plan import Plan
from revtrack.services.exchange.sheets.cases import sheet_cases
from revtrack.storage import audits as stored
from revtrack.storage.events import latest_event
from revtrack.storage.store import Store
from revtrack.wording.labels import label, swedish_label


@dataclass(frozen=True)
class Wanted:
    """What a person says of a sheet beside its own words."""

    sheet: str | None = None
    """The sheet that is read; None: the one whose headings tell most."""
    columns: tuple[str, ...] = ()
    """What columns tell, each as ``heading=field``."""
    audit: str | None = None
    """The audit of rows that name none."""
    municipality: str | None = None
    """The municipality of new audits whose rows name none."""


@dataclass(frozen=True)
class Choices:
    """How a sheet is taken in."""

    source: str
    """The file's name."""
    wanted: Wanted
    on_conflict: OnConflict
    may_correct: bool
    """Whether issued wordings may be put right."""


@dataclass(frozen=True)
class SheetImport:
    """What the import of a sheet did, or would do."""

    layout: Mapping[str, Any]
    """The sheets as they were read: columns, formulas, hidden rows, and sheets not read."""
    counts: Mapping[str, Counts]
    """For each kind of record that the rows tell of."""
    rows: Counts
    """The rows themselves."""
    new_rows: tuple[tuple[str, int, str], ...]
    """Sheet, row and what it is about, of each row that is new."""
    audits: tuple[str, ...]
    """The references of the audits that the rows tell of."""
    changes: tuple[Change, ...]
    faults: tuple[SheetFault, ...]
    """What is wrong; nothing is taken in where there is anything."""
    left_out: tuple[SheetFault, ...]
    """Cells that are not kept, and why."""
    on_conflict: OnConflict
    is_dry_run: bool

    @property
    def is_stopped(self) -> bool:
        """Whether rows say otherwise than the register, and nobody said what to do then."""
        is_otherwise = any(each.is_conflict for each in self.changes)
        return self.on_conflict is OnConflict.STOP and is_otherwise

    @property
    def is_written(self) -> bool:
        """Whether the register now has it."""
        return not (self.is_dry_run or self.faults or self.is_stopped)


def import_sheet(  # noqa: PLR0913 - one wish with its choices
    store: Store,
    content: bytes,
    *,
    source: str,
    is_table: bool = False,
    wanted: Wanted | None = None,
    on_conflict: OnConflict = OnConflict.STOP,
    dry_run: bool = False,
    why: str | None = None,
) -> SheetImport:
    """Take the rows of a workbook, or of a table with commas, into the register.

    A row is a recommendation to a committee, with its audit, reply, action and verdict as far as it
    tells; records are known by the hidden key of our own sheets, else by audit, number or text, and
    committee. An empty cell says nothing, but in a row of our own. Where a cell says otherwise than
    the register, ``on_conflict`` holds. Nothing is written where any row has a fault. Raises
    RevTrackError where the file cannot be read.
    """
    said = wanted or Wanted()
    found: dict[str, Any] = read_guarded(
        "case_table" if is_table else "case_workbook",
        content,
        sheet=said.sheet or "",
        chosen=json.dumps(list(said.columns)),
    )
    choices = Choices(source, said, on_conflict, bool(why or store.why))
    return import_found(store, found, choices, dry_run=dry_run, why=why)


def import_found(
    store: Store,
    found: Mapping[str, Any],
    choices: Choices,
    *,
    dry_run: bool = False,
    why: str | None = None,
) -> SheetImport:
    """Take what ``reading.case_sheet`` found in a file into the register, as ``import_sheet``."""
    _refuse_unknown_columns(found, choices.wanted)
    with store.reading() as session:
        drafts = _drafts(session, found, choices)
        made = _report(found, drafts, choices.on_conflict, is_dry_run=dry_run)
        seen = latest_event(session.connection())
        if dry_run and not made.faults:
            _plan(session, drafts, choices)
    if not made.is_written or not any(each.is_new or each.is_changed for each in drafts.all):
        return made
    with store.wish(why) as session:
        if latest_event(session.connection()) != seen:
            drafts = _drafts(session, found, choices)
            made = _report(found, drafts, choices.on_conflict, is_dry_run=False)
        if made.is_written:
            store_planned(session, _plan(session, drafts, choices), {})
    return made


# ---- reading ---------------------------------------------------------------------------------


def _refuse_unknown_columns(found: Mapping[str, Any], wanted: Wanted) -> None:
    chosen = chosen_columns(wanted.columns)
    columns = [each for sheet in found["sheets"] for each in sheet["columns"]]
    headings = [each["heading"] for each in columns]
    taken = set().union(*(chosen_columns([f"{each}={Field.TEXT}"]) for each in headings if each))
    for heading in chosen:
        if heading not in taken:
            raise UsageError(
                "The sheet has no column {heading}. Its columns are {headings}.",
                heading=heading,
                headings=headings,
            )


def _words() -> Words:
    return {code: _labels(code) for code in CODES.values()}


def _labels(code: type[StrEnum]) -> dict[str, StrEnum]:
    swedish = {swedish_label(each): each for each in code}
    return {**swedish, **{label(each): each for each in code}}


# ---- what it means ---------------------------------------------------------------------------


def _drafts(session: Session, found: Mapping[str, Any], choices: Choices) -> Drafts:
    read, wanted = read_cells(found, _words()), choices.wanted
    known = Known(
        municipalities=stored.list_municipalities(session),
        committees=stored.list_committees(session),
        audits=stored.list_audits(session),
    )
    said = {
        (row.said.get(Field.AUDIT), row.said.get(Field.TITLE), row.said.get(Field.YEAR))
        for row in read.rows
    }
    said.add((wanted.audit, None, None))
    ids = {
        each.id
        for name, title, year in said
        for each in audits_called(known, name or (None if title else wanted.audit), title, year)
    }
    rows = Rows(
        read,
        replace(known, cases=sheet_cases(session, ids)),
        audit=wanted.audit,
        municipality=wanted.municipality,
        may_correct=choices.may_correct,
    )
    drafts = rows.take_all()
    if choices.on_conflict is OnConflict.UPDATE:
        refuse_moved_days(drafts)
    return drafts


def _plan(session: Session, drafts: Drafts, choices: Choices) -> Plan:
    """Return what is to be stored; raise CaseFileError where the register cannot hold it."""
    if choices.on_conflict is OnConflict.SKIP:
        drafts.keep_stored()
    tree = {"format": FORMAT, "format_version": FORMAT_VERSION, **drafts.tree()}
    content = json.dumps(tree, ensure_ascii=False, default=date.isoformat).encode()
    file = read_case_file(content, choices.source)
    plan = Plan(session, file)
    if plan.faults:
        raise file.refusal(plan.faults)
    return plan


# ---- the report ------------------------------------------------------------------------------


def _report(
    found: Mapping[str, Any], drafts: Drafts, on_conflict: OnConflict, *, is_dry_run: bool
) -> SheetImport:
    states = list(drafts.states.values())
    keeps = on_conflict is OnConflict.SKIP
    changed, added = states.count("changed"), states.count("added")
    audits = [each for each in drafts.all if each.kind is r.Audit]
    return SheetImport(
        layout=_without_rows(found),
        counts=_counts(drafts.all, keeps=keeps),
        rows=Counts(
            states.count("new"),
            added if keeps else added + changed,
            states.count("same"),
            changed * keeps,
        ),
        new_rows=tuple(
            (*place, drafts.subjects.get(place, ""))
            for place, state in drafts.states.items()
            if state == "new"
        ),
        audits=tuple(each.current("reference") for each in audits),
        changes=tuple(drafts.changes),
        faults=tuple(sorted(drafts.faults, key=lambda each: each.spot[:2])),
        left_out=tuple(drafts.left_out),
        on_conflict=on_conflict,
        is_dry_run=is_dry_run,
    )


def _without_rows(found: Mapping[str, Any]) -> dict[str, Any]:
    sheets = [
        {key: value for key, value in sheet.items() if key != "rows"} for sheet in found["sheets"]
    ]
    return {**found, "sheets": sheets}


def _counts(drafts: Sequence[Draft], *, keeps: bool) -> dict[str, Counts]:
    counted = {}
    for node in NODES:
        own = [each for each in drafts if each.kind is node.kind]
        new = sum(each.is_new for each in own)
        changed = sum(each.is_changed for each in own)
        same = sum(each.is_told and not each.is_new and not each.is_changed for each in own)
        if new or changed or same:
            kept = changed if keeps else 0
            counted[node.name] = Counts(new, changed - kept, same, kept)
    return counted

"""The follow-up workbook read back: each changed row is one verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from revtrack.documents.follow_up.workbook import as_filled
from revtrack.domain import records as r
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Basis
from revtrack.domain.errors import RevTrackError
from revtrack.domain.states import latest_verdict
from revtrack.domain.texts.prose import clean
from revtrack.reading.guard import read_guarded
from revtrack.services.follow_up.judging import Cases, record_verdicts, refusals
from revtrack.storage.rows import some, table_of
from revtrack.storage.store import Store
from revtrack.wording.follow_up_sheet import HEADINGS, Filled

SOLVED = {"yes": True, "no": False}
GROUNDS = (Filled.METHOD, Filled.JUDGED_ON)
"""What a verdict has to say beside itself."""


@dataclass(frozen=True)
class ReadRow:
    """A row of the workbook, and what becomes of it."""

    row: int
    audit: str
    number: str
    committee: str
    new: r.NewVerdict | None = None
    """The verdict that it gives; None where it was not changed, or is refused."""
    refusal: RevTrackError | None = None


def read_workbook(store: Store, content: bytes, today: date) -> tuple[ReadRow, ...]:
    """Return what the rows of a workbook give, without storing anything.

    Raises RevTrackError where the file is no follow-up workbook, its ids have been changed, or it
    was made from another register.
    """
    said = read_guarded("follow_up_workbook", content)
    with store.reading() as session:
        follow_up = _follow_up(session, said["follow_up"])
        cases = Cases(session)
        rows = [_row(cases, follow_up, each) for each in said["rows"]]
    new = [row.new for row in rows if row.new is not None]
    refused = iter(refusals(store, new, today))
    return tuple(row if row.new is None else _judged(row, next(refused)) for row in rows)


def take_in(store: Store, rows: Sequence[ReadRow], today: date) -> tuple[r.Verdict, ...]:
    """Store the verdicts of a workbook's rows and return them.

    Raises RevTrackError, storing nothing, where a row is refused.
    """
    refused = sum(row.refusal is not None for row in rows)
    if refused:
        raise RevTrackError(
            "Nothing was read in, since {count} of the rows cannot be. Mend them in the workbook "
            "and read it again.",
            count=refused,
        )
    return record_verdicts(store, [row.new for row in rows if row.new is not None], today)


def _judged(row: ReadRow, refusal: RevTrackError | None) -> ReadRow:
    if refusal is None:
        return row
    return ReadRow(row.row, row.audit, row.number, row.committee, refusal=refusal)


def _follow_up(session: Session, uid: str) -> r.Audit | None:
    if not uid:
        return None
    found = some(session, r.Audit, table_of(r.Audit).c.uid == uid)
    if not found:
        raise RevTrackError("The follow-up of the workbook is not in this register.")
    return found[0]


def _row(cases: Cases, follow_up: r.Audit | None, said: Mapping[str, Any]) -> ReadRow:
    place = (said["row"], said["audit"], said["number"], said["committee"])
    try:
        return ReadRow(*place, new=_verdict(cases, follow_up, said))
    except RevTrackError as refusal:
        return ReadRow(*place, refusal=refusal)


def _verdict(
    cases: Cases, follow_up: r.Audit | None, said: Mapping[str, Any]
) -> r.NewVerdict | None:
    """Return the verdict that a row gives, None where it is as it was; refuse what is unclear."""
    if said["uid"] is None:
        raise RevTrackError(
            "The workbook knows no such recommendation: the row was added, or its audit, number or "
            "committee changed. Write them back as they were, or delete the row."
        )
    now, before = (_cleaned(said[name]) for name in ("now", "before"))
    if "verdict" in now:
        now.setdefault("basis", Basis.REPORTED.value)
    _refuse_odd(said)
    if now == before:
        return None
    case, addressee = _addressee(cases, said["uid"])
    if (known := _known(case, addressee, follow_up)) != before:
        if known == now:
            return None
        raise RevTrackError(
            "The verdict has been changed in the register since the workbook was made. "
            "Look at it there."
        )
    if "verdict" not in now:
        raise RevTrackError(
            "Choose a verdict in {cell}, or put the row back as it was. A verdict that is passed "
            "is not taken back.",
            cell=_cell(said, Filled.VERDICT),
        )
    if lacking := [_cell(said, name) for name in GROUNDS if name not in now]:
        raise RevTrackError(
            "Fill in {cells} too. A verdict tells how it was checked and on which day, "
            "which is written as 2026-02-10.",
            cells=", ".join(lacking),
        )
    return _made(addressee, follow_up, now, said)


def _refuse_odd(said: Mapping[str, Any]) -> None:
    """Refuse a row in which something stands that cannot be chosen there, or is no day."""
    words = [_cell(said, Filled(name)) for name in said["odd"] if name != Filled.JUDGED_ON]
    if words:
        raise RevTrackError(
            "What stands in {cells} is not in the list there. Choose a word of the list.",
            cells=", ".join(words),
        )
    if said["odd"]:
        raise RevTrackError(
            "What stands in {cell} is no day. Write it as 2026-02-10.",
            cell=_cell(said, Filled.JUDGED_ON),
        )


def _cell(said: Mapping[str, Any], name: Filled) -> str:
    """Return where something is written: "Bedömd den (P4)"."""
    place = said["cells"].get(name.value)
    return f"{HEADINGS[name]} ({place})" if place else HEADINGS[name]


def _made(
    addressee: r.Addressee,
    follow_up: r.Audit | None,
    now: dict[str, str],
    said: Mapping[str, Any],
) -> r.NewVerdict:
    try:
        return r.NewVerdict.model_validate(
            {
                "addressee_id": addressee.id,
                "follow_up_id": follow_up.id if follow_up else None,
                "verdict": now["verdict"],
                "basis": now["basis"],
                "is_solved": SOLVED.get(now.get("solved", "")),
                **{
                    name: now.get(name)
                    for name in ("method", "evidence", "judged_on", "judged_by", "comment")
                },
            }
        )
    except ValidationError as fault:
        cells = {_cell(said, Filled(str(each["loc"][0]))) for each in fault.errors()}
        raise RevTrackError(
            "The text in {cells} cannot be kept; shorten it.", cells=", ".join(sorted(cells))
        ) from fault


def _cleaned(filled: Mapping[str, str]) -> dict[str, str]:
    return {name: clean(text) for name, text in filled.items() if clean(text)}


def _addressee(cases: Cases, uid: str) -> tuple[AuditCase, r.Addressee]:
    found = some(cases.session, r.Addressee, table_of(r.Addressee).c.uid == uid)
    if not found:
        raise RevTrackError("The recommendation is not in this register.")
    case, line = cases.of_addressee(found[0].id)
    return case, line.addressee


def _known(case: AuditCase, addressee: r.Addressee, follow_up: r.Audit | None) -> dict[str, str]:
    """Return what the register holds now of what a row can change."""
    verdict = latest_verdict(
        each
        for each in case.verdicts
        if each.addressee_id == addressee.id
        and (follow_up is None or each.follow_up_id == follow_up.id)
    )
    return _cleaned({name.value: text for name, text in as_filled(verdict).items()})

"""What is told of a workbook or a table that was read in."""

from datetime import date
from typing import Any

from revtrack.cli.frame.output import note, say
from revtrack.domain.exchange.sheets.drafts import Change, SheetFault, Spot
from revtrack.services.exchange.importing import Counts
from revtrack.services.exchange.sheets.importing import SheetImport
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import record_label
from revtrack.wording.sheet_rows import (
    change_told,
    fault_told,
    layout_told,
    place_told,
    rows_told,
)

Json = dict[str, Any]


def as_json(report: SheetImport) -> Json:
    """Return the report as other programs read it."""
    return {
        "dry_run": report.is_dry_run,
        "written": report.is_written,
        "audits": list(report.audits),
        "counts": {name: vars(counts) for name, counts in report.counts.items()},
        "missing_files": [],
        "rows": vars(report.rows),
        "new_rows": [
            {"sheet": sheet or None, "row": row, "about": about}
            for sheet, row, about in report.new_rows
        ],
        "changes": [_change_as_json(each) for each in report.changes],
        "faults": [_fault_as_json(each) for each in report.faults],
        "left_out": [_fault_as_json(each) for each in report.left_out],
        **report.layout,
    }


def _spot_as_json(spot: Spot) -> Json:
    return {
        "sheet": spot.sheet or None,
        "row": spot.row,
        "column": spot.heading or None,
        "value": spot.value,
    }


def _change_as_json(change: Change) -> Json:
    return {
        **_spot_as_json(change.spot),
        "about": change.subject,
        "record": change.record,
        "field": change.field,
        "old": _plain(change.old),
        "new": _plain(change.new),
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _fault_as_json(fault: SheetFault) -> Json:
    return {**_spot_as_json(fault.spot), "message": sentence(fault.message, fault.values)}


def tell(report: SheetImport) -> None:
    """Print what was read, what came of it, and what is wrong."""
    for line in layout_told(report.layout):
        note(line)
    for each in report.left_out:
        note(fault_told(each))
    if report.faults:
        for each in report.faults:
            note(fault_told(each))
        note(_refusal(len(report.faults)))
    else:
        _tell_rows(report)


def _tell_rows(report: SheetImport) -> None:
    if report.is_dry_run:
        for sheet, row, about in report.new_rows:
            where = place_told(Spot(sheet, row, "", ""))
            say(_("{place}: new ({about})").format(place=where, about=about))
    for change in report.changes:
        say(change_told(change))
    if not report.is_stopped or report.is_dry_run:
        _tell_counts(report)
    if report.is_stopped:
        note(_stopped())


def _tell_counts(report: SheetImport) -> None:
    for name, counts in report.counts.items():
        if counts.new or counts.changed or counts.skipped:
            say(_counted(name, counts, is_trial=report.is_dry_run))
    say(rows_told(report.rows))
    if report.is_dry_run:
        note(_("Nothing was changed: this was a trial."))


def _stopped() -> str:
    return _(
        "The sheet says otherwise than the register, so nothing is read in until you choose: keep "
        "what the register has (--on-conflict skip) or take what the sheet says (--on-conflict "
        "update)."
    )


def _refusal(count: int) -> str:
    said = ngettext(
        "Nothing was read in: {n} fault has to be mended first.",
        "Nothing was read in: {n} faults have to be mended first.",
        count,
    )
    return said.format(n=count)


def _counted(name: str, counts: Counts, *, is_trial: bool) -> str:
    numbers = (counts.new, counts.changed, 0, counts.skipped)
    worded = zip(fates(is_trial=is_trial), numbers, strict=True)
    told = ", ".join(said.format(n=number) for said, number in worded if number)
    return f"{sum(numbers)} {record_label(name, sum(numbers))}: {told}"


def fates(*, is_trial: bool) -> tuple[str, str, str, str]:
    """Return what becomes of records that are new, changed, the same, and left as they were."""
    same = _("{n} as before")
    if is_trial:
        return _("{n} would be added"), _("{n} would be changed"), same, _("{n} would be kept")
    return _("{n} added"), _("{n} changed"), same, _("{n} kept")

"""What is told of a workbook or a table that was read in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from revtrack.cli.frame.output import note, say
from revtrack.domain.exchange.sheets.drafts import Change, SheetFault, Spot
from revtrack.services.exchange.importing import Counts
from revtrack.services.exchange.sheets.importing import SheetImport
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import field_label, label, record_label
from revtrack.wording.words import capitalise_first

EMPTY = "–"
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
    for line in _layout_told(report.layout):
        note(line)
    for each in report.left_out:
        note(_fault_told(each))
    if report.faults:
        for each in report.faults:
            note(_fault_told(each))
        note(_refusal(len(report.faults)))
    else:
        _tell_rows(report)


def _tell_rows(report: SheetImport) -> None:
    if report.is_dry_run:
        for sheet, row, about in report.new_rows:
            where = _place(Spot(sheet, row, "", ""))
            say(_("{place}: new ({about})").format(place=where, about=about))
    for change in report.changes:
        say(_change_told(change))
    if not report.is_stopped or report.is_dry_run:
        _tell_counts(report)
    if report.is_stopped:
        note(_stopped())


def _tell_counts(report: SheetImport) -> None:
    for name, counts in report.counts.items():
        if counts.new or counts.changed or counts.skipped:
            say(_counted(name, counts, is_trial=report.is_dry_run))
    say(_rows_told(report.rows))
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


def _rows_told(rows: Counts) -> str:
    said = _("Rows: {new} new, {changed} changed, {unchanged} as before")
    told = said.format(new=rows.new, changed=rows.changed, unchanged=rows.unchanged)
    kept = _(", {n} kept as the register has them").format(n=rows.skipped) if rows.skipped else ""
    return f"{told}{kept}."


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


def _place(spot: Spot) -> str:
    """Return where a cell is: "Blad Svar, rad 7, kolumn Ansvarig"."""
    if spot.sheet and spot.heading:
        said = _("Sheet {sheet}, row {row}, column {column}")
    elif spot.sheet:
        said = _("Sheet {sheet}, row {row}")
    elif spot.heading:
        said = _("Row {row}, column {column}")
    else:
        said = _("Row {row}")
    return said.format(sheet=spot.sheet, row=spot.row, column=spot.heading)


def _fault_told(fault: SheetFault) -> str:
    told = sentence(fault.message, fault.values)
    return f"{_place(fault.spot)}: {told}"


def _change_told(change: Change) -> str:
    said = _("{place}: {about}, {field}: {old} → {new}")
    return said.format(
        place=_place(change.spot),
        about=change.subject,
        field=field_label(change.record, change.field).lower(),
        old=_shown(change.old),
        new=_shown(change.new),
    )


def _shown(value: object) -> str:
    if value is None:
        return EMPTY
    if isinstance(value, StrEnum):
        return _("“{text}”").format(text=label(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _("“{text}”").format(text=value) if isinstance(value, str) else str(value)


# ---- the sheets as they were read


def _layout_told(layout: Mapping[str, Any]) -> Iterator[str]:
    for sheet in layout["sheets"]:
        yield from _sheet_told(sheet, several=len(layout["sheets"]) + len(layout["unread"]) > 1)
    for each in layout["unread"]:
        if each["is_hidden"]:
            yield _("Not read: the hidden sheet {sheet}.").format(sheet=each["sheet"])
        else:
            said = _("Not read: the sheet {sheet}. Choose it with --sheet.")
            yield said.format(sheet=each["sheet"])


def _sheet_told(sheet: Mapping[str, Any], *, several: bool) -> Iterator[str]:
    if several:
        yield _("Read: the sheet {sheet}.").format(sheet=sheet["sheet"])
    yield from _columns_told(sheet["columns"])
    cells = [each["cell"] for each in sheet["formulas"]]
    if cells:
        said = _("The values that formulas had when the file was saved were taken: {cells}.")
        yield said.format(cells=_few(cells))
    if sheet["hidden"]:
        said = _("Hidden rows were read too: {rows}.")
        yield said.format(rows=_few([str(each) for each in sheet["hidden"]]))
    if sheet["merged"]:
        said = _("What merged cells say was taken for each of their rows: {cells}.")
        yield capitalise_first(said.format(cells=_few(sheet["merged"])))
    covered = [
        each["cell"] for each in sheet["covered"] if sheet["columns"][each["column"]]["field"]
    ]
    if covered:
        said = _(
            "Merged cells over several columns were taken for the first of them, and the others "
            "say nothing: {cells}. Part them where something else is meant."
        )
        yield said.format(cells=_few(list(dict.fromkeys(covered))))


def _columns_told(columns: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for each in columns:
        if each["is_guess"]:
            said = _("The column {heading} was taken for {field}.")
            yield said.format(heading=each["heading"], field=each["field"])
    repeated = [each["heading"] for each in columns if each["is_repeated"]]
    if repeated:
        said = _(
            "Several columns have the same heading, and only the first of them is read: "
            "{headings}. Give each a heading of its own."
        )
        yield said.format(headings=", ".join(repeated))
    unknown = [
        each["heading"] for each in columns if each["field"] is None and not each["is_repeated"]
    ]
    if unknown:
        said = ngettext(
            "Unknown, so not read in: the column {headings}. Say what it is with --map.",
            "Unknown, so not read in: the columns {headings}. Say what they are with --map.",
            len(unknown),
        )
        yield said.format(headings=", ".join(unknown))


MOST_LISTED = 12


def _few(texts: list[str]) -> str:
    more = len(texts) - MOST_LISTED
    shown = ", ".join(texts[:MOST_LISTED])
    return _("{listed} and {n} more").format(listed=shown, n=more) if more > 0 else shown

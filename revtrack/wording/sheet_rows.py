"""What is told of the rows, cells and columns of a sheet, on the screen and in lines."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

from revtrack.domain.exchange.sheets.drafts import Change, SheetFault, Spot
from revtrack.wording import _, ngettext, sentence
from revtrack.wording.labels import field_label, label
from revtrack.wording.words import capitalise_first

EMPTY = "–"


class RowCounts(Protocol):
    """How many rows are new, changed and so on."""

    @property
    def new(self) -> int:
        """Those that the register has not."""

    @property
    def changed(self) -> int:
        """Those that say otherwise."""

    @property
    def unchanged(self) -> int:
        """Those that say the same."""

    @property
    def skipped(self) -> int:
        """Those that say otherwise and are left."""


def rows_told(rows: RowCounts) -> str:
    """Return how many rows are new, changed, as before and left."""
    said = _("Rows: {new} new, {changed} changed, {unchanged} as before")
    told = said.format(new=rows.new, changed=rows.changed, unchanged=rows.unchanged)
    kept = _(", {n} kept as the register has them").format(n=rows.skipped) if rows.skipped else ""
    return f"{told}{kept}."


def place_told(spot: Spot) -> str:
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


def fault_told(fault: SheetFault) -> str:
    """Return where a cell is wrong, and why."""
    told = sentence(fault.message, fault.values)
    return f"{place_told(fault.spot)}: {told}"


def change_told(change: Change) -> str:
    """Return what a cell changes: where, of what, from what to what."""
    said = _("{place}: {about}, {field}: {old} → {new}")
    return said.format(
        place=place_told(change.spot),
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


def layout_told(layout: Mapping[str, Any]) -> Iterator[str]:
    """Give what is to be known of the sheets as they were read, a sentence each."""
    for sheet in layout["sheets"]:
        yield from _sheet_told(sheet, several=len(layout["sheets"]) + len(layout["unread"]) > 1)
    for each in layout["unread"]:
        if each["is_hidden"]:
            yield _("Not read: the hidden sheet {sheet}.").format(sheet=each["sheet"])
        else:
            said = _("Not read: the sheet {sheet}. One sheet is read at a time.")
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
            "Unknown, so not read in: the column {headings}. Give it a heading that is known.",
            "Unknown, so not read in: the columns {headings}. Give them headings that are known.",
            len(unknown),
        )
        yield said.format(headings=", ".join(unknown))


MOST_LISTED = 12


def _few(texts: list[str]) -> str:
    more = len(texts) - MOST_LISTED
    shown = ", ".join(texts[:MOST_LISTED])
    return _("{listed} and {n} more").format(listed=shown, n=more) if more > 0 else shown

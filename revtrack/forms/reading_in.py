"""Läs in: a file of meetings, a case file or a workbook, tried first and then taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.exchange.sheets.drafts import Spot
from revtrack.domain.records import Committee, Municipality
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import Names, committee_offers, typed_path
from revtrack.services.exchange.importing import ImportReport, OnConflict, import_case_file
from revtrack.services.exchange.sheets.importing import SheetImport, import_sheet
from revtrack.services.exchange.sheets.importing import Wanted as WantedOfSheet
from revtrack.services.registering.meetings import (
    CalendarImport,
    TakenMeeting,
    import_calendar,
)
from revtrack.wording import _, ngettext
from revtrack.wording.labels import label, record_label
from revtrack.wording.meeting_rows import cancelled_told
from revtrack.wording.meeting_rows import fault_told as meeting_fault_told
from revtrack.wording.sheet_rows import (
    change_told,
    fault_told,
    layout_told,
    place_told,
    rows_told,
)
from revtrack.wording.words import capitalise_first

_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})
_TABLE = ".csv"
_ZIP = b"PK"


@dataclass(frozen=True)
class Trial:
    """What a file holds and what reading it in would do; nothing is changed yet."""

    name: str
    """Of the file."""
    summary: str
    faults: tuple[str, ...]
    """What has to be mended first, each with its place."""
    changes: tuple[str, ...]
    """What would be added, changed or taken away."""
    notes: tuple[str, ...]
    """What is not read in, and what was understood in another way than it stands there."""
    may_go_on: bool
    take_in: Callable[[], str]
    """Reads the file in and returns what was done, as one sentence."""


def _file_field(hint: str) -> FormField:
    return FormField("path", _("File"), Kind.PATH, hint=hint, is_required=True)


def _content(typed: Typed) -> tuple[Path, bytes]:
    path = typed_path(typed.text("path"))
    if path is None:
        raise UsageError("Write where the file lies.")
    try:
        return path, path.read_bytes()
    except OSError as fault:
        raise RevTrackError(
            "{path} could not be read: {reason}.", path=path, reason=fault.strerror or fault
        ) from fault


# ---- meetings


class MeetingsFileWish(Wish[Trial]):
    """A calendar (.ics) or a workbook (.xlsx) of committees' meetings."""

    def __init__(self, desk: Desk, town: Municipality, committees: Sequence[Committee]) -> None:
        """Take the municipality and its committees."""
        super().__init__(
            desk, _("Read in meetings – {municipality}").format(municipality=town.name)
        )
        self._town = town
        self._committees = committees

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("See what it holds")

    def fields(self) -> Sequence[FormField]:
        """Return where the file lies, and whose meetings it holds where it does not say so."""
        return (
            _file_field(_("a calendar (.ics) or a workbook (.xlsx)")),
            FormField(
                "committee",
                _("Committee"),
                known=committee_offers(self._committees),
                hint=_("only where the file names none, for example KS"),
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell how a workbook is to look, until a file is named."""
        if typed.line("path"):
            return _("Nothing is changed yet: what the file holds is shown first.")
        return _(
            "A workbook has the headings Nämnd, Sammanträde, Slag, Sista dag för handlingar and "
            "Utskick, in any order."
        )

    def carry_out(self, typed: Typed) -> Trial:
        """Read the file and return what would be done."""
        path, content = _content(typed)
        committee = typed.line("committee")

        def read(*, dry_run: bool) -> CalendarImport:
            return import_calendar(
                self.desk.store,
                content,
                self.desk.today,
                municipality=self._town.name,
                committee=committee,
                dry_run=dry_run,
            )

        found = read(dry_run=True)
        left_out = _("Left out, no meeting of a committee: {text}")
        return Trial(
            name=path.name,
            summary=_calendar_told(found),
            faults=tuple(meeting_fault_told(each) for each in found.faults),
            changes=(
                *(cancelled_told(each) for each in found.cancelled),
                *(_taken_told(each) for each in found.taken),
            ),
            notes=tuple(left_out.format(text=text or "–") for text in found.left_out),
            may_go_on=not found.faults and bool(found.added or found.changed or found.removed),
            take_in=lambda: _calendar_told(read(dry_run=False)),
        )


def _taken_told(each: TakenMeeting) -> str:
    said = _("New: {meeting}") if each.is_new else _("Changed: {meeting}")
    told = [
        capitalise_first(each.committee.name),
        label(each.meeting.kind).lower(),
        str(each.meeting.held_on),
    ]
    papers = _("papers by {day}")
    told += [papers.format(day=day)] if (day := each.meeting.papers_by_on) else []
    return said.format(meeting=", ".join(told))


def _calendar_told(found: CalendarImport) -> str:
    said = _("{added} new, {changed} changed, {unchanged} as before.")
    told = said.format(added=found.added, changed=found.changed, unchanged=found.unchanged)
    if found.removed:
        gone = ngettext(
            "{n} cancelled meeting taken away.",
            "{n} cancelled meetings taken away.",
            found.removed,
        )
        told += " " + gone.format(n=found.removed)
    return told


# ---- case files and workbooks


class FileWish(Wish[Trial]):
    """A case file (.json), or an office's own list in a workbook (.xlsx) or a table (.csv)."""

    def __init__(self, desk: Desk) -> None:
        """Begin with no file."""
        super().__init__(desk, _("Read in a file"))

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("See what it holds")

    def fields(self) -> Sequence[FormField]:
        """Return where the file lies; the municipality and the choice on conflict after it."""
        said = (
            (OnConflict.STOP.value, _("read nothing in")),
            (OnConflict.SKIP.value, _("keep what the register has")),
            (OnConflict.UPDATE.value, _("take what the file says")),
        )
        return (
            _file_field(_("case file (.json), workbook (.xlsx), table (.csv)")),
            FormField(
                "town",
                _("Municipality"),
                names=Names.MUNICIPALITIES,
                hint=_("only where a workbook names none"),
            ),
            FormField(
                "on_conflict",
                _("If they differ"),
                Kind.CHOICE,
                OnConflict.STOP.value,
                choices=said,
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell that nothing is changed yet, and how a workbook is understood."""
        if typed.line("path"):
            return _("Nothing is changed yet: what the file holds is shown first.")
        return _(
            "In a workbook, columns are known by their headings, such as Granskning, År, Nämnd, "
            "Rek nr, Rekommendation, Svar senast and Status; a row is a recommendation to a "
            "committee."
        )

    def carry_out(self, typed: Typed) -> Trial:
        """Read the file and return what would be done."""
        path, content = _content(typed)
        on_conflict = OnConflict(typed.text("on_conflict"))
        ending = path.suffix.lower()
        if ending in _SHEETS or content.startswith(_ZIP):
            return self._sheet(path, content, on_conflict, typed.line("town"))
        return self._case_file(path, content, on_conflict)

    def _sheet(
        self, path: Path, content: bytes, on_conflict: OnConflict, town: str | None
    ) -> Trial:
        def read(*, dry_run: bool) -> SheetImport:
            return import_sheet(
                self.desk.store,
                content,
                source=path.name,
                is_table=path.suffix.lower() == _TABLE,
                wanted=WantedOfSheet(municipality=town),
                on_conflict=on_conflict,
                dry_run=dry_run,
            )

        found = read(dry_run=True)
        faults = [fault_told(each) for each in found.faults]
        if found.is_stopped:
            faults.append(_differs())
        return Trial(
            name=path.name,
            summary=rows_told(found.rows),
            faults=tuple(faults),
            changes=(
                *(_new_row_told(*each) for each in found.new_rows),
                *(change_told(each) for each in found.changes),
            ),
            notes=(*layout_told(found.layout), *(fault_told(each) for each in found.left_out)),
            may_go_on=not faults and bool(found.rows.new or found.rows.changed),
            take_in=lambda: rows_told(read(dry_run=False).rows),
        )

    def _case_file(self, path: Path, content: bytes, on_conflict: OnConflict) -> Trial:
        def read(*, dry_run: bool) -> ImportReport:
            return import_case_file(
                self.desk.store,
                content,
                source=path.name,
                on_conflict=on_conflict,
                dry_run=dry_run,
                attachments=_files_beside(path),
            )

        found = read(dry_run=True)
        missing = _("The attached file {name} is not beside the case file.")
        return Trial(
            name=path.name,
            summary=_report_told(found),
            faults=(),
            changes=tuple(
                f"{capitalise_first(record_label(name, counts.new))}: {counts.new}"
                for name, counts in found.counts.items()
                if counts.new
            ),
            notes=tuple(missing.format(name=name) for name in found.missing_files),
            may_go_on=bool(found.total.new or found.total.changed),
            take_in=lambda: _report_told(read(dry_run=False)),
        )


def _new_row_told(sheet: str, row: int, about: str) -> str:
    return _("{place}: new ({about})").format(
        place=place_told(Spot(sheet, row, "", "")), about=about
    )


def _differs() -> str:
    return _(
        "The file says otherwise than the register, so nothing is read in until you choose: go "
        "back and choose under “If they differ”."
    )


def _report_told(found: ImportReport) -> str:
    total = found.total
    said = _("{added} new, {changed} changed, {unchanged} as before.")
    told = said.format(added=total.new, changed=total.changed, unchanged=total.unchanged)
    audits = ", ".join(found.audits)
    return " ".join(
        filter(None, (_("Audits: {names}.").format(names=audits) if audits else "", told))
    )


def _files_beside(path: Path) -> dict[str, bytes]:
    """Return the attached files in the folder beside a case file, by their sha-256."""
    folder = path.with_suffix(".bilagor")
    if not folder.is_dir():
        return {}
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()}

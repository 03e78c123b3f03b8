"""Ett paket: what it would change, field by field, and what both changed, before it is read in."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.exchange.merging import Side
from revtrack.forms.desk import Desk
from revtrack.forms.packages import (
    Opened,
    ReadPackageWish,
    opened_told,
)
from revtrack.services.exchange.packages.change_lines import ChangeLine, shown_changes
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.services.exchange.packages.taking import PackageReport
from revtrack.services.exchange.packages.told import (
    conflict_place,
    fields_told,
    record_told,
    side_told,
)
from revtrack.tui import keys, words
from revtrack.tui.listing import ListDialog
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _
from revtrack.wording.labels import record_label

CONFLICT, PACKAGE, CHANGE = "conflict", "package", "change"


@dataclass(frozen=True)
class PackageRow:
    """Which of the lines a row stands for."""

    section: str
    place: int
    key: str = ""
    """Of a conflict."""
    audit_id: int = 0


def conflict_columns() -> tuple[Column, ...]:
    """Return the columns of what both have changed."""
    return (
        Column(_("Chosen"), most=14),
        Column(_("Record and field"), grows=True, is_cut=True),
        Column(_("Mine"), grows=True, is_cut=True),
        Column(_("Theirs"), grows=True, is_cut=True),
    )


def conflict_row(line: ConflictLine, side: Side | None, key: PackageRow) -> Row:
    """Return the row of a conflict, with the side that is chosen in it."""
    chosen = {
        Side.OURS: words.marked(words.MARK_DONE, _("keep mine")),
        Side.THEIRS: words.marked(words.MARK_DONE, _("take theirs")),
    }
    state = chosen[side] if side else words.marked(words.MARK_LATE, _("not chosen"))
    return Row(
        (
            state,
            conflict_place(line),
            side_told(line, line.ours),
            side_told(line, line.theirs),
        ),
        key,
        "" if side else "near",
    )


def conflict_told(line: ConflictLine) -> Text:
    """Return both sides of a conflict in full, and what stood there before."""
    return paragraphs(
        show(conflict_place(line), "bold"),
        words.labelled(_("Mine"), side_told(line, line.ours)),
        words.labelled(_("Theirs"), side_told(line, line.theirs)),
        words.labelled(_("Before"), side_told(line, line.base)),
    )


class PackageScreen(ListDialog[PackageReport]):
    """What a package would change, field by field; closes with what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.PACKAGE, *keys.SIDES]

    def __init__(self, desk: Desk, opened: Opened) -> None:
        """Take what was looked at."""
        manifest = opened.report.manifest
        super().__init__(desk, _("Package – {reference}").format(reference=manifest.reference))
        self._opened = opened
        self._changes: tuple[ChangeLine, ...] = shown_changes(desk.store, opened.report.changes)
        self._chosen: dict[str, Side] = {}

    def told(self) -> str:
        """Say whose it is, whether its key is known, and what is done with it."""
        report = self._opened.report
        told = list(opened_told(report))
        if not report.is_signer_known:
            unknown = _("The key that signed it is not known here: {signer}")
            told.insert(1, words.marked(words.MARK_LATE, unknown.format(signer=report.signer)))
        more = _("Nothing is changed yet; {key} reads it in as one change.")
        return "\n".join([*told, more.format(key=keys.key_of("package.read"))])

    def sections(self) -> Iterable[Section]:
        """Return what is to be settled, then what is changed by kind of record."""
        conflicts = self._opened.report.conflicts
        if conflicts:
            yield Section(
                _("To settle: both have changed the same"),
                conflict_columns(),
                tuple(
                    conflict_row(
                        line, self._chosen.get(line.key), PackageRow(CONFLICT, place, line.key)
                    )
                    for place, line in enumerate(conflicts)
                ),
                is_counted=True,
            )
        for kind in self._opened.report.counts:
            rows = [
                (place, each) for place, each in enumerate(self._changes) if each.name.kind == kind
            ]
            yield Section(
                record_label(kind, len(rows)).capitalize(),
                (
                    Column(_("What"), grows=True, is_cut=True),
                    Column(_("Change"), grows=True, is_cut=True),
                ),
                tuple(
                    Row(
                        (record_told(each), "; ".join(fields_told(each))),
                        PackageRow(CHANGE, place),
                        "near" if each.is_removed else "",
                    )
                    for place, each in rows
                ),
                hides_titles=True,
                is_counted=True,
            )
        if not conflicts and not self._opened.report.has_news:
            yield Section(note=_("The package holds nothing new."))

    def detail(self, key: Hashable) -> Text:
        """Return every field of a change, or both sides of a conflict."""
        if not isinstance(key, PackageRow):
            return Text()
        if key.section == CONFLICT:
            return conflict_told(self._opened.report.conflicts[key.place])
        line = self._changes[key.place]
        return paragraphs(show(record_told(line), "bold"), *map(show, fields_told(line)))

    def offers(self, name: str) -> bool:
        """Tell of choosing sides where something is to be settled."""
        return not name.startswith("side.") or bool(self._opened.report.conflicts)

    def on_lines_chosen(self) -> None:
        """Show all of a long text."""
        self.query_one(Detail).toggle()

    def action_side(self, side: str) -> None:
        """Choose mine or theirs in the conflict of the row; the next row follows."""
        key = self.query_one(Lines).key
        if not isinstance(key, PackageRow) or key.section != CONFLICT:
            self.tell(_("Move to a row that is to be settled; then press the key again."))
            return
        self._chosen[key.key] = Side(side)
        self.fill()
        self.query_one(Lines).action_down()

    def action_read_in(self) -> None:
        """Read it in; ask first whether an unknown key has been compared."""
        if not self.may_write():
            return
        chosen: Mapping[str, Side] = dict(self._chosen)
        wish = ReadPackageWish(self.desk, self._opened, chosen)
        if self._opened.report.is_signer_known:
            self.begin(partial(self._read_in, wish))
        else:
            self.app.push_screen(WishForm(wish), self._after)

    async def _read_in(self, wish: ReadPackageWish) -> None:
        self.dismiss(await self.ask(wish.carry_out, wish.typed_at_first()))

    def _after(self, report: PackageReport | None) -> None:
        if report is not None:
            self.dismiss(report)

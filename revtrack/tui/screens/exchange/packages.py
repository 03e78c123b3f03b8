"""Paket: what has been exchanged with other registers, and what both have changed."""

from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.codes import DocumentKind
from revtrack.domain.exchange.merging import Side
from revtrack.domain.records import Audit
from revtrack.forms.desk import Desk
from revtrack.forms.packages import (
    MakePackageWish,
    Opened,
    OpenPackageWish,
    made_told,
    read_told,
    settled_told,
)
from revtrack.services.exchange.packages.conflict_lines import ConflictLine
from revtrack.services.exchange.packages.making import MadePackage
from revtrack.services.exchange.packages.settling import (
    ExchangeLine,
    list_all_conflicts,
    list_packages,
    settle_each,
)
from revtrack.services.exchange.packages.taking import PackageReport, sender_of
from revtrack.services.papers.making import Made
from revtrack.services.papers.placing import Produced
from revtrack.services.watch import list_audits
from revtrack.tui import keys, words
from revtrack.tui.screens.exchange.package import (
    CONFLICT,
    PACKAGE,
    PackageRow,
    PackageScreen,
    conflict_columns,
    conflict_row,
    conflict_told,
)
from revtrack.tui.screens.papers.made_documents import MadeScreen
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.tui.work import WorkScreen
from revtrack.wording import _

WIDE = 100


class PackagesScreen(WorkScreen):
    """What is to be settled first; then every package that went either way, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.PACKAGES, *keys.SIDES]

    def __init__(self, desk: Desk) -> None:
        """Open the packages of all audits."""
        super().__init__(desk)
        self._conflicts: tuple[tuple[Audit, ConflictLine], ...] = ()
        self._packages: tuple[ExchangeLine, ...] = ()
        self._references: tuple[str, ...] = ()
        self._chosen: dict[tuple[int, str], Side] = {}

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Packages")

    async def _load(self) -> None:
        store = self.desk.store
        self._conflicts = await self.ask(list_all_conflicts, store)
        self._packages = await self.ask(list_packages, store)
        audits = await self.ask(list_audits, store, self.desk.today)
        self._references = tuple(each.reference for each in audits)
        there = {(audit.id, line.key) for audit, line in self._conflicts}
        self._chosen = {key: side for key, side in self._chosen.items() if key in there}
        self._fill()

    def _fill(self) -> None:
        conflicts = Section(
            _("To settle: both have changed the same"),
            conflict_columns(),
            tuple(
                conflict_row(
                    line,
                    self._chosen.get((audit.id, line.key)),
                    PackageRow(CONFLICT, place, line.key, audit.id),
                )
                for place, (audit, line) in enumerate(self._conflicts)
            ),
            is_counted=True,
        )
        packages = Section(
            _("Packages"),
            (
                Column(_("Day")),
                Column(_("What"), most=12),
                Column(_("Audit"), most=16),
                Column(_("To or from"), grows=True),
                Column(_("Key"), most=40, from_width=WIDE),
            ),
            tuple(_package_row(place, each) for place, each in enumerate(self._packages)),
            _(
                "No package has been made or read in. Press {make} to make one of an audit for "
                "another register, {read} to read in one that you have got."
            ).format(make=keys.key_of("packages.make"), read=keys.key_of("packages.read")),
            is_counted=True,
        )
        shown = [conflicts, packages] if self._conflicts else [packages]
        self.query_one(Lines).show_sections(shown)

    @property
    def _key(self) -> PackageRow | None:
        key = self.query_one(Lines).key
        return key if isinstance(key, PackageRow) else None

    def offers(self, name: str) -> bool:
        """Tell of the keys that settle where there is something to settle."""
        settles = {"packages.settle", *(each.id for each in keys.SIDES)}
        return super().offers(name) and (bool(self._conflicts) or name not in settles)

    def detail(self, key: Hashable) -> Text:
        """Return what both have written, or who made the package."""
        if not isinstance(key, PackageRow):
            return Text()
        if key.section == CONFLICT:
            return conflict_told(self._conflicts[key.place][1])
        line = self._packages[key.place]
        return paragraphs(
            show(line.manifest.title, "bold"),
            words.labelled(_("Made by"), sender_of(line.manifest)),
            words.labelled(_("Key"), line.exchange.signer),
        )

    def on_lines_chosen(self) -> None:
        """Show all of a long text."""
        self.query_one(Detail).toggle()

    # ---- making and reading

    def action_make(self) -> None:
        """Ask of which audit and for whom, and make a package."""
        if not self.may_write():
            return
        key = self._key
        proposed = ""
        if key is not None and key.section == PACKAGE:
            proposed = self._packages[key.place].manifest.reference
        elif len(self._references) == 1:
            proposed = self._references[0]
        wish = MakePackageWish(self.desk, self._references, proposed)
        self.app.push_screen(WishForm(wish), self._show_made)

    def _show_made(self, made: MadePackage | None) -> None:
        if made is None:
            return
        produced = Produced(DocumentKind.HANDOVER, made.path, None, is_new=True)
        told = Made((produced,), (None,), made_told(made))
        self.app.push_screen(MadeScreen(self.desk, told, _("The package is made")))

    def action_read_in(self) -> None:
        """Ask for a package; what it brings is shown first."""
        if self.may_write():
            self.app.push_screen(WishForm(OpenPackageWish(self.desk)), self._show_opened)

    def _show_opened(self, opened: Opened | None) -> None:
        if opened is not None:
            self.app.push_screen(PackageScreen(self.desk, opened), self._tell_read)

    def _tell_read(self, report: PackageReport | None) -> None:
        if report is not None:
            self.tell(read_told(report))

    # ---- settling

    def action_side(self, side: str) -> None:
        """Choose mine or theirs in the conflict of the row; the next row follows."""
        key = self._key
        if key is None or key.section != CONFLICT:
            self.tell(_("Move to a row that is to be settled; then press the key again."))
            return
        self._chosen[key.audit_id, key.key] = Side(side)
        self._fill()
        self.query_one(Lines).action_down()

    def action_settle(self) -> None:
        """Settle the rows in which a side is chosen."""
        if not self.may_write():
            return
        if not self._chosen:
            self.tell(_("Choose mine or theirs on a row first."))
        else:
            self.begin(self._settle)

    async def _settle(self) -> None:
        desk, count = self.desk, len(self._chosen)
        for audit_id in dict.fromkeys(audit for audit, _key in self._chosen):
            own = {key: side for (audit, key), side in self._chosen.items() if audit == audit_id}
            await self.ask(settle_each, desk.store, audit_id, own, desk.today)
        self._chosen.clear()
        self.tell(settled_told(count))
        self.action_reload()


def _package_row(place: int, line: ExchangeLine) -> Row:
    partner = line.exchange.partner if line.is_sent else sender_of(line.manifest)
    return Row(
        (
            line.exchange.exchanged_on.isoformat(),
            _("made here") if line.is_sent else _("read in"),
            line.manifest.reference,
            partner or _("nobody named"),
            line.exchange.signer or "",
        ),
        PackageRow(PACKAGE, place),
        "",
        line.manifest.title,
    )

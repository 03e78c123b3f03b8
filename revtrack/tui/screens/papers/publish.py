"""Publicera: what a document tells of people and secrets, gone through before it is public."""

from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.publishing.gate import Finding
from revtrack.forms.desk import Desk
from revtrack.forms.publishing import ReasonWish, folder_of_copies, why_told
from revtrack.services.papers.making import Made
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.publishing import Looked, publish
from revtrack.tui import keys, words
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.listing import ListDialog
from revtrack.tui.screens.papers.made_documents import MadeScreen
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import place_label, revealed_label

_GateRow = tuple[int, str]
"""Which of the documents, and what was found in it."""


class GateScreen(ListDialog[tuple[Path, ...]]):
    """What was found, each with the words around it; closes with the copies that were written."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.GATE]

    def __init__(self, desk: Desk, looked: Sequence[Looked]) -> None:
        """Take the documents that were looked through; they are published together."""
        name = looked[0].source.name
        if len(looked) > 1:
            name = ngettext("{n} document", "{n} documents", len(looked)).format(n=len(looked))
        super().__init__(desk, _("Publish {name}").format(name=name))
        self._looked = looked
        self._reasons: dict[str, str] = {}
        self._found = {
            (place, each.key): each for place, one in enumerate(looked) for each in one.findings
        }

    @property
    def _left(self) -> dict[_GateRow, Finding]:
        """What nobody has confirmed; a thing that stands in several documents is one thing."""
        left: dict[str, _GateRow] = {}
        for row, each in self._found.items():
            if not each.is_notice and each.key not in self._reasons:
                left.setdefault(each.key, row)
        return {row: self._found[row] for row in left.values()}

    def _here(self) -> Finding | None:
        row = self.query_one(Lines).key
        return next((each for key, each in self._found.items() if key == row), None)

    def told(self) -> str:
        """Say what is left to do."""
        if left := len(self._left):
            said = ngettext(
                "{n} thing may not be for everybody. Go through it: {one} confirms it with a "
                "reason, {all} all that are left; Esc stops, and nothing is published.",
                "{n} things may not be for everybody. Go through them: {one} confirms one with a "
                "reason, {all} all that are left; Esc stops, and nothing is published.",
                left,
            )
            return said.format(n=left, one=keys.key_of("gate.confirm"), all=keys.key_of("gate.all"))
        said = _("Nothing keeps it from being published. {key} writes the copy to {folder}.")
        if len(self._looked) > 1:
            said = _(
                "Nothing keeps them from being published. {key} writes the copies to {folder}."
            )
        folder = folder_of_copies(self._looked)
        return said.format(key=keys.key_of("gate.publish"), folder=folder)

    def sections(self) -> Iterable[Section]:
        """Return what is to be confirmed or is, and what is told only."""
        columns = (
            Column(_("State"), most=18),
            Column(_("Kind"), most=26),
            Column(_("Text"), grows=True, is_cut=True),
            Column(_("Where"), most=22),
        )
        for place, one in enumerate(self._looked):
            title = _("To be confirmed, or taken out of the document")
            yield Section(
                title if len(self._looked) == 1 else one.source.name,
                columns,
                tuple(
                    self._row(place, each)
                    for each in sorted(one.findings, key=lambda each: each.is_notice)
                    if not each.is_notice or len(self._looked) > 1
                ),
                words.marked(words.MARK_DONE, _("Nothing of people or secrets was found.")),
            )
        told = [each for each in self._looked[0].findings if each.is_notice]
        if told and len(self._looked) == 1:
            yield Section(_("Told only"), columns, tuple(self._row(0, each) for each in told))

    def _row(self, place: int, each: Finding) -> Row:
        if each.is_notice:
            state, look = words.marked(words.MARK_NONE, _("told only")), "quiet"
        elif each.key in self._reasons:
            state, look = words.marked(words.MARK_DONE, _("confirmed")), "done"
        else:
            state, look = words.marked(words.MARK_LATE, _("to look at")), "near"
        cells = (state, revealed_label(each.kind), each.text, place_label(each.place))
        return Row(cells, (place, each.key), look)

    def detail(self, key: Hashable) -> Text:
        """Return the words around what was found, and why it is confirmed or only told."""
        each = next((found for row, found in self._found.items() if row == key), None)
        if each is None:
            return Text()
        reason = self._reasons.get(each.key)
        return paragraphs(
            words.labelled(revealed_label(each.kind), each.text),
            show(words.quoted(f"… {each.quote} …")),
            words.labelled(_("Reason"), reason) if reason else None,
            show(why_told(each)) if each.is_notice else None,
        )

    # ---- what is done

    def on_lines_chosen(self, _event: Lines.Chosen) -> None:
        """Confirm the row, with a reason."""
        self.action_confirm()

    def action_confirm(self) -> None:
        """Ask why what the row tells may be public."""
        each = self._here()
        if each is None or each.is_notice:
            self.tell(_("There is nothing to confirm."))
            return
        self._ask_reason([each])

    def action_confirm_all(self) -> None:
        """Ask for one reason for all that are left."""
        left = list(self._left.values())
        if not left:
            self.tell(_("There is nothing to confirm."))
            return
        self._ask_reason(left)

    def _ask_reason(self, findings: Sequence[Finding]) -> None:
        confirmed = [each.key for each in findings]

        def keep(reason: str | None) -> None:
            if reason:
                self._reasons |= dict.fromkeys(confirmed, reason)
                self.fill()
                self._go_on()

        self.app.push_screen(WishForm(ReasonWish(self.desk, findings)), keep)

    def _go_on(self) -> None:
        """Go to the first that is left."""
        for row in list(self._left)[:1]:
            self.query_one(Lines).move_to(row)

    def action_publish(self) -> None:
        """Write the copies and note them, where all is confirmed."""
        if not self.may_write():
            return
        if left := self._left:
            self._go_on()
            said = ngettext(
                "{n} thing is not confirmed yet. Nothing was published.",
                "{n} things are not confirmed yet. Nothing was published.",
                len(left),
            )
            self.app.notify(said.format(n=len(left)), severity="error")
        else:
            self.begin(self._publish)

    async def _publish(self) -> None:
        desk = self.desk
        paths = await self.ask(
            publish,
            desk.store,
            self._looked,
            desk.today,
            folder_of_copies(self._looked),
            reasons=self._reasons,
            why=None,
        )
        self.dismiss(paths)


def open_gate(screen: RevTrackScreen[None], looked: Sequence[Looked]) -> None:
    """Show over a screen what documents tell; what was published is shown afterwards."""

    def show_made(paths: tuple[Path, ...] | None) -> None:
        if paths:
            produced = tuple(
                Produced(one.documents[-1].kind, path, None, is_new=True)
                for one, path in zip(looked, paths, strict=True)
            )
            made = Made(produced, (None,) * len(produced))
            screen.app.push_screen(MadeScreen(screen.desk, made))

    screen.app.push_screen(GateScreen(screen.desk, looked), show_made)

"""Publicera: what a document tells of people and secrets, gone through before it is public."""

from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.publishing.gate import Finding
from revtrack.forms.publishing import ReasonWish, folder_of_copies, why_told
from revtrack.services.papers.making import Made
from revtrack.services.papers.placing import Produced
from revtrack.services.papers.publishing import Looked, publish
from revtrack.tui import keys, words
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.desk import Desk
from revtrack.tui.listing import ListDialog
from revtrack.tui.screens.papers.made_documents import MadeScreen
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext
from revtrack.wording.gate_texts import place_label, revealed_label


class GateScreen(ListDialog[tuple[Path, ...]]):
    """What was found, each with the words around it; closes with the copies that were written."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.GATE]

    def __init__(self, desk: Desk, looked: Looked) -> None:
        """Take a document that was looked through."""
        super().__init__(desk, _("Publish {name}").format(name=looked.source.name))
        self._looked = looked
        self._reasons: dict[str, str] = {}
        self._found = {each.key: each for each in looked.findings}

    @property
    def _left(self) -> tuple[Finding, ...]:
        return self._looked.unconfirmed(self._reasons, None)

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
        folder = folder_of_copies(self._looked)
        return said.format(key=keys.key_of("gate.publish"), folder=folder)

    def sections(self) -> Iterable[Section]:
        """Return what is to be confirmed or is, and what is told only."""
        findings = self._looked.findings
        columns = (
            Column(_("State"), most=18),
            Column(_("Kind"), most=26),
            Column(_("Text"), grows=True, is_cut=True),
            Column(_("Where"), most=22),
        )
        asked = [each for each in findings if not each.is_notice]
        told = [each for each in findings if each.is_notice]
        yield Section(
            _("To be confirmed, or taken out of the document"),
            columns,
            tuple(self._row(each) for each in asked),
            words.marked(words.MARK_DONE, _("Nothing of people or secrets was found.")),
        )
        if told:
            yield Section(_("Told only"), columns, tuple(self._row(each) for each in told))

    def _row(self, each: Finding) -> Row:
        if each.is_notice:
            state, look = words.marked(words.MARK_NONE, _("told only")), "quiet"
        elif each.key in self._reasons:
            state, look = words.marked(words.MARK_DONE, _("confirmed")), "done"
        else:
            state, look = words.marked(words.MARK_LATE, _("to look at")), "near"
        cells = (state, revealed_label(each.kind), each.text, place_label(each.place))
        return Row(cells, each.key, look)

    def detail(self, key: Hashable) -> Text:
        """Return the words around what was found, and why it is confirmed or only told."""
        each = self._found.get(str(key))
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
        each = self._found.get(str(self.query_one(Lines).key))
        if each is None or each.is_notice:
            self.tell(_("There is nothing to confirm."))
            return
        self._ask_reason([each])

    def action_confirm_all(self) -> None:
        """Ask for one reason for all that are left."""
        left = self._left
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
                if self._left:
                    self.query_one(Lines).move_to(self._left[0].key)

        self.app.push_screen(WishForm(ReasonWish(self.desk, findings)), keep)

    def action_publish(self) -> None:
        """Write the copy and note it, where all is confirmed."""
        if not self.may_write():
            return
        if left := self._left:
            self.query_one(Lines).move_to(left[0].key)
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
            [self._looked],
            desk.today,
            folder_of_copies(self._looked),
            reasons=self._reasons,
            why=None,
        )
        self.dismiss(paths)


def open_gate(screen: RevTrackScreen[None], looked: Looked) -> None:
    """Show over a screen what a document tells; what was published is shown afterwards."""

    def show_made(paths: tuple[Path, ...] | None) -> None:
        if paths:
            kind = looked.documents[-1].kind
            produced = tuple(Produced(kind, path, None, is_new=True) for path in paths)
            made = Made(produced, (None,) * len(produced))
            screen.app.push_screen(MadeScreen(screen.desk, made))

    screen.app.push_screen(GateScreen(screen.desk, looked), show_made)

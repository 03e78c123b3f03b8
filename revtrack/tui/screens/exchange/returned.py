"""Läs in svarsblankett: what a file that came back says beside the register, then filed at once."""

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from revtrack.domain.records import Response, Verdict
from revtrack.forms.desk import Desk
from revtrack.forms.returned import (
    FileReplyWish,
    FileStatusWish,
    FileVerdictsWish,
    ReadBackWish,
    Returned,
)
from revtrack.services.replies.forms import FormProposal
from revtrack.services.replies.returned_forms import OthersPaper
from revtrack.services.replies.status_forms import StatusFiled, StatusProposal
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.listing import ListDialog
from revtrack.tui.screens.exchange import returned_rows
from revtrack.tui.screens.exchange.paper import PaperScreen
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.layout import Section
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext

Filed = Response | StatusFiled | tuple[Verdict, ...]


class ReturnedScreen(ListDialog[Filed]):
    """What the file says row by row; closes with what was filed."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.RETURNED]

    def __init__(self, desk: Desk, found: Returned) -> None:
        """Take what was read."""
        super().__init__(desk, _("Read – {what}").format(what=returned_rows.title_of(found)))
        self._found = found

    def told(self) -> str:
        """Say what it is, and that nothing is stored yet."""
        said = _("{told}\nNothing is stored yet; {key} files all of it as one change.")
        return said.format(
            told=returned_rows.told_of(self._found), key=keys.key_of("returned.file")
        )

    def sections(self) -> Iterable[Section]:
        """Return the rows."""
        return returned_rows.sections_of(self._found)

    def detail(self, key: Hashable) -> Text:
        """Return what the file and the register say of a row."""
        return returned_rows.told_in_full(self._found, key)

    def on_lines_chosen(self) -> None:
        """Show all of a long text."""
        self.query_one(Detail).toggle()

    def action_file(self) -> None:
        """Ask as what it is filed, or store verdicts at once."""
        if not self.may_write():
            return
        found, desk = self._found, self.desk
        if isinstance(found, FormProposal):
            self.app.push_screen(WishForm(FileReplyWish(desk, found)), self._after)
        elif isinstance(found, StatusProposal):
            self.app.push_screen(WishForm(FileStatusWish(desk, found)), self._after)
        elif not returned_rows.rows_of(found):
            self.tell(_("The file says nothing that the register does not have."))
        else:
            self.begin(self._store)

    async def _store(self) -> None:
        if isinstance(self._found, tuple):
            wish = FileVerdictsWish(self.desk, self._found)
            self.dismiss(await self.ask(wish.carry_out, wish.typed_at_first()))

    def _after(self, filed: Filed | None) -> None:
        if filed is not None:
            self.dismiss(filed)


def open_read_back(screen: RevTrackScreen[None], audit_id: int | None = None) -> None:
    """Ask over a screen for the file; what it says is shown, and what was filed told.

    A paper of somebody else's is read in into ``audit_id``; None: into a new one, or one that is
    chosen.
    """

    def tell(filed: Filed | None) -> None:
        if isinstance(filed, Response):
            screen.tell(_("The reply is filed with its form."))
        elif isinstance(filed, StatusFiled):
            count = len(filed.rows)
            said = ngettext(
                "{n} progress report is filed.", "{n} progress reports are filed.", count
            )
            screen.tell(said.format(n=count))
        elif filed is not None:
            said = ngettext("{n} verdict is stored.", "{n} verdicts are stored.", len(filed))
            screen.tell(said.format(n=len(filed)))

    def read(found: Returned | OthersPaper | None) -> None:
        if isinstance(found, OthersPaper):
            _open_paper(screen, found.path, audit_id)
        elif found is not None:
            screen.app.push_screen(ReturnedScreen(screen.desk, found), tell)

    screen.app.push_screen(WishForm(ReadBackWish(screen.desk)), read)


def _open_paper(screen: RevTrackScreen[None], path: Path, audit_id: int | None) -> None:
    """Show over a screen what a paper says; once it is saved, the audit that it went into."""
    paper = PaperScreen(screen.desk, path, audit_id)

    def saved(is_saved: bool | None) -> None:
        if is_saved and paper.accepted is not None and audit_id is None:
            from revtrack.tui.screens.audit.audit import AuditScreen  # noqa: PLC0415 - opens this

            screen.app.push_screen(AuditScreen(screen.desk, paper.accepted.audit.id))

    screen.app.push_screen(paper, saved)

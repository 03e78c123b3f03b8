"""What is done in the tab Handlingar: open a file, note it as sent, publish it."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial

from revtrack.services.papers.listing import (
    DocumentLine,
    FileState,
    list_documents,
    refuse_gone,
)
from revtrack.services.papers.showing import show_on_desktop
from revtrack.tui.screens.audit.follow_up_actions import FollowUpActions
from revtrack.tui.tabs import documents
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _


class DocumentActions(FollowUpActions):
    """The actions of documents, on the one that the cursor stands on."""

    async def read_documents(self) -> tuple[DocumentLine, ...]:
        """Return the documents of the audit, with what lies in the folder of documents."""
        desk = self.desk
        found = await self.ask(list_documents, desk.store, desk.documents_folder)
        return tuple(each for each in found if each.document.audit_id == self.audit_id)

    def _document(self) -> DocumentLine | None:
        key = self.query_one(Lines).key
        line = documents.line_of(self._view, key) if self._view else None
        if line is None:
            self.tell(_("Move to the row of a document, then try again."))
        return line

    def _documents(self) -> Sequence[DocumentLine]:
        """Return the marked documents; where none is, the one of the row."""
        if not self._view or not self.query_one(Lines).marks:
            return tuple(filter(None, [self._document()]))
        found = (documents.line_of(self._view, key) for key in self.query_one(Lines).chosen_keys)
        return tuple(line for line in found if line is not None)

    def open_document(self) -> None:
        """Open the file of the row in the desktop's own program."""
        if (line := self._document()) is not None:
            self.begin(partial(self._open, line))

    async def _open(self, line: DocumentLine) -> None:
        refuse_gone(line)
        await self.ask(show_on_desktop, line.path)

    def action_issue(self) -> None:
        """Open the form by which the document of the row is noted as sent."""
        if self.may_write() and (line := self._document()) is not None:
            self.begin(partial(self._issue, line))

    async def _issue(self, line: DocumentLine) -> None:
        # Word and Excel take half a second to load; only who needs them waits for them.
        from revtrack.services.papers.issuing import Issued  # noqa: PLC0415
        from revtrack.tui.screens.papers.issue import IssueForm  # noqa: PLC0415

        def told(found: Issued | None) -> None:
            if found is not None:
                said = _("{name}, edition {edition}, is noted as issued on {day}.")
                made = found.document
                about = {"edition": made.edition, "day": made.issued_on}
                self.tell(said.format(name=made.file_name, **about))

        self.app.push_screen(IssueForm(self.desk, line), told)

    def action_publish(self) -> None:
        """Show what the document of the row, or the marked ones, tell before they are published."""
        if self.may_write() and (lines := self._documents()):
            self.begin(partial(self._publish, lines))

    async def _publish(self, lines: Sequence[DocumentLine]) -> None:
        # Word and Excel take half a second to load; only who needs them waits for them.
        from revtrack.services.papers.publishing import look_at  # noqa: PLC0415
        from revtrack.tui.screens.papers.publish import open_gate  # noqa: PLC0415

        for line in lines:
            refuse_gone(line)
        store = self.desk.store
        open_gate(self, [await self.ask(look_at, store, line.path) for line in lines])

    def compare_edited(self, then: Callable[[], None]) -> None:
        """Begin to compare an edited file with the register, unless that is done."""
        view = self._view
        line = documents.line_of(view, self.query_one(Lines).key) if view else None
        is_told = view is None or line is None or line.document.id in view.differences
        if not is_told and line is not None and line.state is FileState.EDITED:
            self.look_up(self._comparing(line, then))

    def _comparing(
        self, line: DocumentLine, then: Callable[[], None]
    ) -> Callable[[], Coroutine[None, None, None]]:
        async def compare() -> None:
            # Word and Excel take half a second to load; only who needs them waits for them.
            from revtrack.services.papers.edits_told import differences_of  # noqa: PLC0415

            desk = self.desk
            told = await self.ask(differences_of, desk.store, line.document, line.path, desk.today)
            if self._view is not None:
                known = {**self._view.differences, line.document.id: told}
                self._view = replace(self._view, differences=known)
                then()

        return compare

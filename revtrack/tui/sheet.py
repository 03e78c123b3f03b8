"""What the screens share that are filled in cell by cell or row by row, and saved as one wish.

Until it is saved, each step can be taken back on the screen, a crash loses nothing, and leaving
asks first; what somebody else saves meanwhile never takes away what is filled in.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

from pydantic import ValidationError
from textual.binding import BindingType

from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField
from revtrack.services.drafts import Draft
from revtrack.tui import keys
from revtrack.tui.drafting import DraftedScreen
from revtrack.wording import _

FILLED = "cells"
"""The name by which what is filled in stands in a draft."""


class Sheet(Protocol):
    """What the register holds, with what is filled in over it and not yet stored."""

    @property
    def filled(self) -> Mapping[Any, object]:
        """What is filled in, by its place."""

    def over(self, newer: Self, /) -> Self:
        """Return what has been filled in here over the register as it is read now."""

    def as_registered(self) -> Self:
        """Return the sheet with nothing filled in."""


S = TypeVar("S", bound=Sheet)


class SheetScreen(DraftedScreen[bool], Generic[S]):
    """Closes with whether what was filled in is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.SHEET]

    def __init__(self, desk: Desk, title: str) -> None:
        """Open a sheet, called by what it is about: an audit's reference and title, a file."""
        super().__init__(desk)
        self._title = title
        self._read: S | None = None
        self._earlier: list[S] = []
        self._is_saving = False

    # ---- what each says for itself

    @abstractmethod
    def reading(self) -> Callable[[], S]:
        """Return what reads the sheet from the register."""

    @abstractmethod
    def storing(self) -> Callable[[], str]:
        """Return what stores all that is filled in, and gives what is told of it then."""

    @abstractmethod
    def show_sheet(self) -> None:
        """Show the sheet as it is now."""

    @abstractmethod
    def draft_text(self) -> str:
        """Return what is filled in and not saved, as a draft keeps it; empty where nothing is."""

    @abstractmethod
    def from_draft(self, text: str) -> S:
        """Return the sheet with what a draft says. Raises ValidationError for another version."""

    def may_save(self) -> bool:
        """Tell whether what is filled in can be saved; where not, tell why."""
        return True

    # ---- reading

    @property
    def sheet(self) -> S:
        """The sheet with what is filled in; only once it is read."""
        if self._read is None:
            raise RuntimeError(self._title)
        return self._read

    @property
    def is_read(self) -> bool:
        """Whether the register has been read."""
        return self._read is not None

    def action_reload(self) -> None:
        """Read the register again; what has been filled in stays."""
        self.load(self._load)

    async def _load(self) -> None:
        newer = await self.ask(self.reading())
        is_first = self._read is None
        self._read = newer if self._read is None else self._read.over(newer)
        self.show_sheet()
        if is_first:
            self.begin_drafting()

    # ---- its draft

    def draft_about(self) -> str:
        """Return which sheet of what it is."""
        return f"{type(self).__name__} {self._title}"

    def drafted(self) -> dict[str, str]:
        """Return what is filled in and not saved."""
        return {FILLED: self.draft_text()}

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Fill in what was filled in before; a draft of another version is left out."""
        del first
        try:
            self.become(self.from_draft(draft.typed.get(FILLED, "")))
        except ValidationError:
            self.tell(_("The draft cannot be read by this version."))

    def shown_fields(self) -> Mapping[str, FormField]:
        """Return none: the sheet itself shows what the draft holds."""
        return {}

    # ---- what is done

    def become(self, sheet: S) -> None:
        """Go over to the sheet after a step, which can be taken back."""
        if sheet != self.sheet:
            self._earlier.append(self.sheet)
            self._read = sheet
        self.show_sheet()

    def action_take_back(self) -> None:
        """Go back to how the sheet was before the latest step."""
        if self._earlier:
            self._read = self._earlier.pop().over(self.sheet.as_registered())
            self.show_sheet()
        else:
            self.tell(_("Nothing has been filled in here that can be taken back."))

    def action_save(self) -> None:
        """Store all that is filled in, and close."""
        if self.is_read and not self._is_saving and self.may_write() and self.may_save():
            self._is_saving = True
            self.begin(self._save)

    async def _save(self) -> None:
        try:
            if self.sheet.filled:
                self.tell(await self.ask(self.storing()))
        finally:
            self._is_saving = False
        await self.end_draft()
        self.dismiss(True)

    def has_unsaved(self) -> bool:
        """Tell whether something is filled in and not saved."""
        return self._read is not None and bool(self._read.filled)

"""What the screens share on which the register is worked with: ways to others, undo, redo."""

from abc import abstractmethod
from collections.abc import Hashable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.undoing import Direction
from revtrack.services.changing.subjects import Subject
from revtrack.tui import keys
from revtrack.tui.base import Heading, RevTrackScreen
from revtrack.tui.screens.asking.turn import open_turn
from revtrack.tui.screens.forms.bulk import open_bulk
from revtrack.tui.screens.forms.changing import open_change, open_removal
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.lines import Lines
from revtrack.wording import _, ngettext


class WorkScreen(RevTrackScreen[None]):
    """A list of what the register holds, with ways to what changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.WORK, *keys.PLACES, *keys.CHANGES]
    FILTER: ClassVar[type[FilterLine]] = FilterLine

    # ---- layout

    def compose(self) -> ComposeResult:
        """Lay out heading, the list with what is around it, filter and footer."""
        yield Heading(self.desk)
        yield from self.compose_list()
        yield self.FILTER()
        yield KeyLine()

    def compose_list(self) -> ComposeResult:
        """Lay out the list, and what is told of its row."""
        yield Lines()
        yield Detail()

    def heading(self) -> str:
        """Return what stands in the top line; empty where that is known once the list is read."""
        return ""

    def on_mount(self) -> None:
        """Name the screen, and begin in its list."""
        self.query_one(Heading).call_it(self.heading())
        self.query_one(Lines).focus()

    # ---- what is shown

    def on_screen_resume(self) -> None:
        """Read the register, also on return from another screen."""
        self.action_reload()

    def action_reload(self) -> None:
        """Read the register again."""
        self.load(self._load)

    @abstractmethod
    async def _load(self) -> None:
        """Read from the register what the screen shows, and show it."""

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Tell more of the row that the cursor stands on."""
        self.tell_row(event.key)
        self.query_one(KeyLine).follow()

    def tell_row(self, key: Hashable) -> None:
        """Tell more of a row, where the screen has room for it."""
        for each in self.query(Detail):
            each.tell(self.detail(key))

    def offers(self, name: str) -> bool:
        """Tell whether there is a row, and one that can be changed, for a key that needs it."""
        lines = self.query_one(Lines)
        if name == "change.edit":
            rows = lines.chosen_keys if lines.marks else (lines.key,)
            return any(self.subject_of(key) is not None for key in rows)
        if name in keys.NEEDS_COMMITTEE:
            return self.committee_id is not None
        return lines.key is not None or name not in keys.NEEDS_ROW

    def detail(self, key: Hashable) -> Text:
        """Return what more is told of a row; empty where its cells say all."""
        del key
        return Text()

    # ---- what is done

    def action_filter(self) -> None:
        """Type what to look for in the list."""
        self.query_one(FilterLine).open()

    def on_lines_marked(self, event: Lines.Marked) -> None:
        """Tell in the heading how many rows are marked, and how many of them the filter hides."""
        self.query_one(Heading).count_marks(marks_told(event.shown, event.hidden))
        self.query_one(KeyLine).follow()

    def action_back(self) -> None:
        """Take the marks away; where none is, go back to where one came from."""
        if not self.query_one(Lines).clear_marks():
            self.leave()

    def leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return what a row stands for, so that it can be changed; None where it can not."""
        del key
        return None

    def _subjects(self) -> tuple[Subject, ...]:
        """Return what the marked rows in sight stand for; where none is, the row of the cursor."""
        found = (self.subject_of(key) for key in self.query_one(Lines).chosen_keys)
        return tuple(each for each in found if each is not None)

    def action_change(self) -> None:
        """Open the form of what the row stands for; of marked rows, what is said of all."""
        if not self.may_write():
            return
        lines = self.query_one(Lines)
        marked, subjects = lines.marks.among(lines.keys), self._subjects()
        if marked:
            open_bulk(self, subjects, len(lines.marks) - len(marked), self._after_marked)
        else:
            self.begin(partial(open_change, self, next(iter(subjects), None)))

    def action_remove(self) -> None:
        """Ask whether what the row stands for is to be removed; the marked rows together."""
        if self.may_write():
            self.begin(partial(open_removal, self, self._subjects(), self._after_marked))

    def _after_marked(self) -> None:
        self.query_one(Lines).clear_marks()
        self.action_reload()

    @property
    def committee_id(self) -> int | None:
        """The committee that the row is about where the cursor stands; None: about none."""
        return None

    def action_undo(self) -> None:
        """Show the latest wish of this person, to take it back."""
        self._open_turn(Direction.UNDO)

    def action_redo(self) -> None:
        """Show what was undone last, to do it again."""
        self._open_turn(Direction.REDO)

    def _open_turn(self, direction: Direction) -> None:
        if self.may_write():
            self.begin(partial(open_turn, self, direction))


def marks_told(shown: int, hidden: int) -> str:
    """Return how many rows are marked; empty where none is."""
    if not shown and not hidden:
        return ""
    told = ngettext("{n} marked", "{n} marked", shown).format(n=shown)
    return _("{marked}, {n} hidden").format(marked=told, n=hidden) if hidden else told

"""Bedömningsmatris: the audit questions against the committees, one key for each step.

All that is filled in is saved as one wish: a report is typed in one sitting, the history tells of
it once, and one undoing takes it back. Until then each step can be taken back here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from revtrack.domain.assessing import CellEntry, Filled, Finding, Matrix, Place
from revtrack.domain.codes import Grade
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.finding import FindingWish
from revtrack.services.registering.assessing import see_matrix, set_assessments
from revtrack.tui import keys, words
from revtrack.tui.base import Heading
from revtrack.tui.sheet import SheetScreen
from revtrack.tui.show import show
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.grid import Grid, GridCell, GridRow
from revtrack.tui.widgets.key_line import KeyLine, Legend
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext
from revtrack.wording.labels import symbol

ALL = "all"
"""The key of the column for all committees."""


class MatrixScreen(SheetScreen[Matrix]):
    """The questions against the committees; closes with whether the assessments were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.MATRIX]

    def __init__(self, desk: Desk, audit_id: int, title: str) -> None:
        """Open the matrix of an audit, called by its reference and title."""
        super().__init__(desk, title)
        self._audit_id = audit_id

    def compose(self) -> ComposeResult:
        """Lay out heading, counts, cells, details, and the keys, those of the steps first."""
        grid = Grid()
        yield Heading(self.desk)
        yield Summary()
        yield grid
        yield Detail()
        yield Legend([], grid)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the screen, and read."""
        self.query_one(Heading).call_it("  ".join((_("Assessments"), self._title)))
        self.query_one(Grid).focus()
        self.action_reload()

    # ---- the register and drafts

    def reading(self) -> Callable[[], Matrix]:
        """Return what reads the matrix."""
        return partial(see_matrix, self.desk.store, self._audit_id)

    def storing(self) -> Callable[[], str]:
        """Return what stores the assessments."""
        return partial(_stored, self.desk, self._audit_id, self.sheet.entries())

    def draft_text(self) -> str:
        """Return what is filled in, as a draft keeps it."""
        entries = self.sheet.entries()
        return Filled(cells=entries).model_dump_json() if entries else ""

    def from_draft(self, text: str) -> Matrix:
        """Return the matrix with what a draft says."""
        return self.sheet.filled_again(Filled.model_validate_json(text))

    # ---- what is shown

    @property
    def _has_all(self) -> bool:
        """Whether there is a column for all: where there is more than one committee."""
        return len(self.sheet.committees) > 1

    def show_sheet(self) -> None:
        """Show the steps, the cells and the counts."""
        self.query_one(Legend).show_keys(_steps(self.sheet))
        matrix = self.sheet
        columns: list[tuple[object, str]] = [
            (each.id, words.short(each)) for each in matrix.committees
        ]
        if self._has_all or not columns:
            columns.insert(0, (ALL, _("All")))
        rows = [GridRow(each.id, str(each.number), each.text) for each in matrix.questions]
        cells = {
            (row.key, column): self._cell(self._places(cast("int", row.key), column))
            for row in rows
            for column, _title in columns
        }
        self.query_one(Grid).show_cells(rows, columns, cells)
        self.query_one(Summary).tell(self._summary())

    def _places(self, question_id: int, column: object) -> tuple[Place, ...]:
        """Return the cells that a cell on the screen stands for."""
        if column == ALL:
            return self.sheet.places_of(question_id)
        return ((question_id, cast("int", column)),)

    @property
    def _here(self) -> tuple[Place, ...]:
        place = self.query_one(Grid).place if self.is_read else None
        return self._places(cast("int", place[0]), place[1]) if place else ()

    def _cell(self, places: Sequence[Place]) -> GridCell:
        grades = self.sheet.common_grades(places)
        is_changed = any(place in self.sheet.filled for place in places)
        if grades is None:
            return GridCell(_("differ"), _("differ"), is_changed)
        if not grades:
            return GridCell(words.MARK_NONE, words.MARK_NONE, is_changed)
        steps = " / ".join(map(self._step, grades))
        return GridCell(steps, "/".join(map(symbol, grades)), is_changed)

    def _step(self, grade: Grade) -> str:
        return f"{symbol(grade)} {said.step(self.sheet.words, grade)}"

    def _summary(self) -> str:
        matrix = self.sheet
        every = [place for each in matrix.questions for place in matrix.places_of(each.id)]
        count = sum(bool(matrix.cell(place)) for place in every)
        told = [_("{n} of {all} assessed").format(n=count, all=len(every))]
        if unsaved := len(matrix.filled):
            text = ngettext("{n} is not yet saved *", "{n} are not yet saved *", unsaved)
            told.append(text.format(n=unsaved))
        return " · ".join(told)

    def on_grid_moved(self) -> None:
        """Tell the question in full, and what is found of the committee."""
        self.query_one(Detail).tell(self._told())

    def _told(self) -> Text:
        here = self._here
        if not here:
            return Text()
        question = next(each for each in self.sheet.questions if each.id == here[0][0])
        return paragraphs(
            show(f"{question.number}. {question.text}", "bold"),
            words.labelled(self._whom(here), self._found(here)),
        )

    def _whom(self, here: Sequence[Place]) -> str:
        named = [each for each in self.sheet.committees if (here[0][0], each.id) in here]
        return words.name(named[0]) if len(named) == 1 else _("All of them")

    def _found(self, here: Sequence[Place]) -> str:
        cell, grades = self.sheet.common(here), self.sheet.common_grades(here)
        if cell is not None:
            return " / ".join(map(self._finding, cell)) or _("Not assessed")
        if grades is not None:
            told = " / ".join(map(self._step, grades))
            return _("{grade}, in different words").format(grade=told)
        return _("The committees are assessed differently.")

    def _finding(self, finding: Finding) -> str:
        parts = [
            f"{self._step(finding.grade)} – {words.quoted(finding.phrase)}",
            _("section {n}").format(n=finding.section) if finding.section else "",
            finding.explanation or finding.quote or "",
        ]
        return " · ".join(filter(None, parts))

    # ---- what is done

    def action_grade(self, code: str) -> None:
        """Put a step here and go to the next question."""
        if here := self._here:
            self.become(self.sheet.graded(here, Grade(code)))
            self.query_one(Grid).action_move(1, 0)

    def action_clear(self) -> None:
        """Clear the cell."""
        self.become(self.sheet.put(self._here, None))

    def action_same_for_all(self) -> None:
        """Give all committees what this one has been given in the question."""
        here = self._here
        if here and len(self.sheet.cell(here[0])) == 1 and self.sheet.common(here):
            self.become(self.sheet.same_for_all(here[0]))
        else:
            self.tell(_("Move to a committee that has been assessed; then press the key again."))

    def action_words(self) -> None:
        """Open the form of the report's own words for what stands here."""
        here = self._here
        if not here:
            return
        cell = self.sheet.common(here)
        if cell is None:
            self.tell(_("The committees are assessed differently. Move to one of them."))
        elif not cell:
            self.tell(_("Assess with a digit first; then write the report's own words."))
        elif len(cell) > 1:
            self.tell(_("The report answers in several parts here. A digit replaces them all."))
        else:
            form = WishForm(FindingWish(self.desk, cell[0], self._whom(here)))
            self.app.push_screen(form, lambda finding: self._put_words(here, finding))

    def _put_words(self, places: Sequence[Place], finding: Finding | None) -> None:
        if finding is not None:
            self.become(self.sheet.put(places, finding))


def _stored(desk: Desk, audit_id: int, entries: Sequence[CellEntry]) -> str:
    """Store assessments and return how many they are."""
    count = set_assessments(desk.store, audit_id, entries)
    text = ngettext("{n} assessment is saved.", "{n} assessments are saved.", count)
    return text.format(n=count)


def _steps(matrix: Matrix) -> list[Binding]:
    """Return the keys of the steps, in the office's own words."""
    return [
        replace(binding, description=f"{symbol(grade)} {said.step(matrix.words, grade)}")
        for binding, grade in zip(keys.GRADES, Grade, strict=True)
    ]

"""Bedömningsmatris: the audit questions against the committees, one key for each step.

All that is filled in is saved as one wish: a report is typed in one sitting, the history tells of
it once, and one undoing takes it back. Until then each step can be taken back here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, cast

from pydantic import ValidationError
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from revtrack.domain.assessing import Filled, Finding, Matrix, Place
from revtrack.domain.codes import Grade
from revtrack.forms import said
from revtrack.forms.field import FormField
from revtrack.forms.finding import FindingWish
from revtrack.services.drafts import Draft
from revtrack.services.registering.assessing import see_matrix, set_assessments
from revtrack.tui import keys, words
from revtrack.tui.base import Heading
from revtrack.tui.desk import Desk
from revtrack.tui.drafting import DraftedScreen
from revtrack.tui.screens.asking.discard import DiscardQuestion
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


CELLS = "cells"
"""The name by which what is filled in stands in a draft."""


class MatrixScreen(DraftedScreen[bool]):
    """Closes with whether the assessments were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.MATRIX]

    def __init__(self, desk: Desk, audit_id: int, title: str) -> None:
        """Open the matrix of an audit, called by its reference and title."""
        super().__init__(desk)
        self._audit_id = audit_id
        self._title = title
        self._matrix = Matrix((), (), {})
        self._earlier: list[Matrix] = []
        self._is_saving = False
        self._is_read = False

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
        self.load(self._load)

    def action_reload(self) -> None:
        """Read the register again; what has been filled in stays."""
        self.load(self._load)

    async def _load(self) -> None:
        newer = await self.ask(see_matrix, self.desk.store, self._audit_id)
        self._matrix = self._matrix.over(newer)
        self.query_one(Legend).show_keys(_steps(self._matrix))
        self._show()
        if not self._is_read:
            self._is_read = True
            self.begin_drafting()

    # ---- its draft

    def draft_about(self) -> str:
        """Return which audit's matrix it is."""
        return f"{type(self).__name__} {self._title}"

    def drafted(self) -> dict[str, str]:
        """Return what is filled in and not saved."""
        entries = self._matrix.entries()
        return {CELLS: Filled(cells=entries).model_dump_json() if entries else ""}

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Fill in what was filled in before; a draft of another version is left out."""
        del first
        try:
            filled = Filled.model_validate_json(draft.typed.get(CELLS, ""))
        except ValidationError:
            self.tell(_("The draft cannot be read by this version."))
            return
        self._become(self._matrix.filled_again(filled))

    def shown_fields(self) -> Mapping[str, FormField]:
        """Return none: the matrix itself shows what the draft holds."""
        return {}

    # ---- what is shown

    @property
    def _has_all(self) -> bool:
        """Whether there is a column for all: where there is more than one committee."""
        return len(self._matrix.committees) > 1

    def _show(self) -> None:
        matrix = self._matrix
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
            return self._matrix.places_of(question_id)
        return ((question_id, cast("int", column)),)

    @property
    def _here(self) -> tuple[Place, ...]:
        place = self.query_one(Grid).place
        return self._places(cast("int", place[0]), place[1]) if place else ()

    def _cell(self, places: Sequence[Place]) -> GridCell:
        grades = self._matrix.common_grades(places)
        is_changed = any(place in self._matrix.filled for place in places)
        if grades is None:
            return GridCell(_("differ"), _("differ"), is_changed)
        if not grades:
            return GridCell(words.MARK_NONE, words.MARK_NONE, is_changed)
        steps = " / ".join(map(self._step, grades))
        return GridCell(steps, "/".join(map(symbol, grades)), is_changed)

    def _step(self, grade: Grade) -> str:
        return f"{symbol(grade)} {said.step(self._matrix.words, grade)}"

    def _summary(self) -> str:
        matrix = self._matrix
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
        question = next(each for each in self._matrix.questions if each.id == here[0][0])
        return paragraphs(
            show(f"{question.number}. {question.text}", "bold"),
            words.labelled(self._whom(here), self._found(here)),
        )

    def _whom(self, here: Sequence[Place]) -> str:
        named = [each for each in self._matrix.committees if (here[0][0], each.id) in here]
        return words.name(named[0]) if len(named) == 1 else _("All of them")

    def _found(self, here: Sequence[Place]) -> str:
        cell, grades = self._matrix.common(here), self._matrix.common_grades(here)
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

    def _become(self, matrix: Matrix) -> None:
        if matrix != self._matrix:
            self._earlier.append(self._matrix)
            self._matrix = matrix
        self._show()

    def action_grade(self, code: str) -> None:
        """Put a step here and go to the next question."""
        if here := self._here:
            self._become(self._matrix.graded(here, Grade(code)))
            self.query_one(Grid).action_move(1, 0)

    def action_clear(self) -> None:
        """Clear the cell."""
        self._become(self._matrix.put(self._here, None))

    def action_same_for_all(self) -> None:
        """Give all committees what this one has been given in the question."""
        here = self._here
        if here and len(self._matrix.cell(here[0])) == 1 and self._matrix.common(here):
            self._become(self._matrix.same_for_all(here[0]))
        else:
            self.tell(_("Move to a committee that has been assessed; then press the key again."))

    def action_take_back(self) -> None:
        """Go back to how the matrix was before the latest step."""
        if self._earlier:
            self._matrix = self._earlier.pop().over(replace(self._matrix, filled={}))
            self._show()
        else:
            self.tell(_("Nothing has been filled in here that can be taken back."))

    def action_words(self) -> None:
        """Open the form of the report's own words for what stands here."""
        here = self._here
        if not here:
            return
        cell = self._matrix.common(here)
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
            self._become(self._matrix.put(places, finding))

    def action_save(self) -> None:
        """Store all that is filled in, and close."""
        if not self._is_saving and self.may_write():
            self._is_saving = True
            self.begin(self._save)

    async def _save(self) -> None:
        try:
            entries = self._matrix.entries()
            if entries:
                await self.ask(set_assessments, self.desk.store, self._audit_id, entries)
                count = len(entries)
                text = ngettext("{n} assessment is saved.", "{n} assessments are saved.", count)
                self.tell(text.format(n=count))
        finally:
            self._is_saving = False
        await self.end_draft()
        self.dismiss(True)

    def action_back(self) -> None:
        """Close the matrix; ask first where something is not saved."""
        if self._matrix.filled:
            self.app.push_screen(DiscardQuestion(self.desk), self._after_question)
        else:
            self.dismiss(None)

    def _after_question(self, is_to_be_discarded: bool | None) -> None:
        if is_to_be_discarded:
            self.begin(self._discard)

    async def _discard(self) -> None:
        await self.end_draft()
        self.dismiss(None)


def _steps(matrix: Matrix) -> list[Binding]:
    """Return the keys of the steps, in the office's own words."""
    return [
        replace(binding, description=f"{symbol(grade)} {said.step(matrix.words, grade)}")
        for binding, grade in zip(keys.GRADES, Grade, strict=True)
    ]

"""Uppföljning rad för rad: a key for each verdict, what was seen typed below, one wish in all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.widgets import Input

from revtrack.domain.codes import Basis, VerdictStep
from revtrack.domain.errors import RevTrackError
from revtrack.domain.outcome.verdict_sheet import FilledVerdicts, VerdictEntry, VerdictSheet
from revtrack.domain.records import NewVerdict
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField
from revtrack.forms.follow_up import GroundsWish
from revtrack.services.follow_up.verdict_sheet import record_filled, see_verdicts
from revtrack.tui import keys, words
from revtrack.tui.base import Heading
from revtrack.tui.screens.audit import verdict_rows
from revtrack.tui.sheet import SheetScreen
from revtrack.tui.show import one_line
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.fields import FieldRow
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.key_line import KeyLine, Legend
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.wish_form import WishForm
from revtrack.tui.work import marks_told
from revtrack.wording import _, complaints, ngettext

EVIDENCE, METHOD = "evidence", "method"
SOLVED = (None, True, False)
"""Whether the problem is solved, in the order that a key goes through."""


class VerdictScreen(SheetScreen[VerdictSheet]):
    """All that a follow-up covers, in one list; closes with whether the verdicts were saved."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.WORK, *keys.VERDICTS, *keys.VERDICT_FIELD]

    def __init__(self, desk: Desk, audit_id: int, title: str) -> None:
        """Open the sheet of a follow-up, or of an audit that one under way goes back to."""
        super().__init__(desk, title)
        self._audit_id = audit_id
        self._about: tuple[int, ...] = ()
        """The rows that the fields are about."""
        self._stood: dict[str, str] = {}
        """What the fields were filled in with."""
        self._is_tried = False
        """Whether it has been tried to save what cannot be saved yet."""

    def compose(self) -> ComposeResult:
        """Lay out heading, counts, rows, the fields of the row, details, and the keys."""
        lines = Lines()
        yield Heading(self.desk)
        yield Summary()
        yield lines
        with Vertical(id="grounds"):
            for name, label, hint in (
                (EVIDENCE, _("Evidence"), _("what was seen")),
                (METHOD, _("How it was checked"), _("an interview, a sample")),
            ):
                yield FieldRow(FormField(name, label, hint=hint), self.desk.today)
        yield Detail()
        yield Legend(_steps(), lines)
        yield FilterLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the screen, and read."""
        self.query_one(Heading).call_it("  ".join((_("Follow-up"), self._title)))
        self.set_focus(self.query_one(Lines))
        self.load(self._load)

    # ---- the register and drafts

    def reading(self) -> Callable[[], VerdictSheet]:
        """Return what reads the sheet."""
        return partial(see_verdicts, self.desk.store, self._audit_id, self.desk.today)

    def storing(self) -> Callable[[], str]:
        """Return what stores the verdicts."""
        return partial(_stored, self.desk, self.sheet.entries())

    def draft_text(self) -> str:
        """Return what is filled in, as a draft keeps it, with what is being typed."""
        try:
            entries = self._with_typed().entries()
        except ValidationError:
            entries = self.sheet.entries()
        return FilledVerdicts(verdicts=entries).model_dump_json() if entries else ""

    def from_draft(self, text: str) -> VerdictSheet:
        """Return the sheet with what a draft says."""
        return self.sheet.filled_again(FilledVerdicts.model_validate_json(text))

    # ---- what is shown

    def show_sheet(self) -> None:
        """Show the rows, the counts and what is said of the row."""
        self.query_one(Summary).tell(verdict_rows.summary(self.sheet))
        self.query_one(Lines).show_sections(verdict_rows.sections(self.sheet))
        self._fill_fields()
        self._tell()

    def _tell(self) -> None:
        if self.is_read:
            self.query_one(Detail).tell(verdict_rows.told(self.sheet, self.query_one(Lines).key))

    def on_lines_moved(self) -> None:
        """Say in the fields what is said of the row, and tell of it."""
        self._look_at(self._chosen)
        self._tell()

    def on_lines_marked(self, event: Lines.Marked) -> None:
        """Let the fields be about the marked rows, and count them in the heading."""
        self.query_one(Heading).count_marks(marks_told(event.shown, event.hidden))
        self._look_at(self._chosen)

    @property
    def _chosen(self) -> tuple[int, ...]:
        """The marked rows, or the one of the cursor."""
        found = self.query_one(Lines).chosen_keys if self.is_read else ()
        return tuple(each for each in found if isinstance(each, int))

    # ---- the fields of the row

    def _look_at(self, row_ids: tuple[int, ...]) -> None:
        if self.is_read and row_ids != self._about:
            self._take_typed()
            self._about = row_ids
            self._fill_fields()

    def _row(self, name: str) -> FieldRow:
        return self.query_one(f"#row-{name}", FieldRow)

    @property
    def _judged(self) -> tuple[int, ...]:
        """Those of the rows of the fields that have a verdict of which something can be said."""
        sheet = self.sheet
        return tuple(
            each
            for each in self._about
            if sheet.row.get(each) and sheet.verdict(each) and sheet.barred(each) is None
        )

    def _fill_fields(self) -> None:
        judged = self._judged
        for name in (EVIDENCE, METHOD):
            row = self._row(name)
            said = {getattr(self.sheet.verdict(each), name) for each in judged}
            self._stood[name] = one_line(said.pop() or "") if len(said) == 1 else ""
            row.put(self._stood[name])
            row.complain("")
            row.control.disabled = not judged
        if self._is_tried and any(verdict_rows.lacks_method(self.sheet, each) for each in judged):
            self._row(METHOD).complain(_("Write how it was checked."))
        if not judged and self._is_in_field:
            self.set_focus(self.query_one(Lines))

    @property
    def _is_in_field(self) -> bool:
        return any(row.control is self.focused for row in self.query(FieldRow))

    def _with_typed(self) -> VerdictSheet:
        """Return the sheet with what is typed in the fields. Raises ValidationError."""
        typed = {name: self._row(name).text for name in self._stood}
        said = {name: text.strip() or None for name, text in typed.items()}
        new = {name: text for name, text in said.items() if typed[name] != self._stood[name]}
        return self.sheet.with_grounds(self._judged, **new) if new else self.sheet

    def _take_typed(self) -> bool:
        """Take over what is typed in the fields; where it cannot be kept, tell why beside it."""
        try:
            sheet = self._with_typed()
        except ValidationError as error:
            self._row(EVIDENCE).complain("\n".join(complaints(error)))
            return False
        if sheet is not self.sheet:
            self.become(sheet)
        return True

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Take over what was typed in a field that is left."""
        if self.is_read and isinstance(event.widget, Input):
            self._take_typed()

    def action_go_on(self) -> None:
        """Go on: to how it was checked where nobody has said, else to the next row."""
        method = self._row(METHOD)
        if not self._take_typed():
            return
        if method.text.strip():
            self._to_next_row()
        elif method.control.has_focus:
            method.complain(_("Write how it was checked."))
        else:
            self.set_focus(method.control)

    def _to_next_row(self) -> None:
        lines, last = self.query_one(Lines), self._about[-1]
        lines.clear_marks()
        self.set_focus(lines)
        lines.move_to(last)
        lines.action_down()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter go on only in the fields of the row; in the list it opens all grounds."""
        del parameters
        return self._is_in_field if action == "go_on" else True

    # ---- what is done

    def action_judge(self, code: str) -> None:
        """Put a verdict on the rows, and go to the field of what was seen."""
        chosen = self._chosen
        refused = [each for row_id in chosen if (each := self.sheet.barred(row_id))]
        if refused:
            self.refuse(refused[0])
        if len(refused) < len(chosen):
            self._take_typed()
            self.become(self.sheet.with_verdict(chosen, VerdictStep(code)))
            self._about = chosen
            self._fill_fields()
            self.set_focus(self._row(EVIDENCE).control)

    def action_evidence(self) -> None:
        """Go to the field of what was seen."""
        if self._has_judged():
            self.set_focus(self._row(EVIDENCE).control)

    def _has_judged(self) -> bool:
        """Tell whether there is a verdict to say more of; where not, a notice says what to do."""
        self._look_at(self._chosen)
        if not self.is_read or not self._about:
            return False
        refused = [each for row_id in self._about if (each := self.sheet.barred(row_id))]
        if refused and not self._judged:
            self.refuse(refused[0])
        elif not self._judged:
            self.tell(_("Judge with a digit first; then say what it rests on."))
        return bool(self._judged)

    def action_turn_basis(self) -> None:
        """Let the verdicts rest on the next thing that a verdict can rest on."""
        if self._has_judged():
            bases = list(Basis)
            now = bases.index(self._first_judged.basis)
            self._say(basis=bases[(now + 1) % len(bases)])

    def action_turn_solved(self) -> None:
        """Say that the problem is solved; then that it is not; then nothing."""
        if self._has_judged():
            now = SOLVED.index(self._first_judged.is_solved)
            self._say(is_solved=SOLVED[(now + 1) % len(SOLVED)])

    @property
    def _first_judged(self) -> NewVerdict:
        found = self.sheet.verdict(self._judged[0])
        if found is None:
            raise RevTrackError("Judge with a digit first; then say what it rests on.")
        return found

    def _say(self, **said: object) -> None:
        self.become(self.sheet.with_grounds(self._judged, **said))

    def on_lines_chosen(self) -> None:
        """Open the form of all that may be said of a verdict."""
        key = self.query_one(Lines).key
        if isinstance(key, int) and self._has_judged():
            found = self.sheet.verdict(key)
            if found is not None and self.sheet.barred(key) is None:
                wish = GroundsWish(self.desk, self.sheet.row[key].line, found)
                self.app.push_screen(WishForm(wish), partial(self._put_grounds, key))

    def _put_grounds(self, row_id: int, found: NewVerdict | None) -> None:
        if found is not None:
            self.become(self.sheet.with_grounds([row_id], **found.model_dump()))

    def action_clear(self) -> None:
        """Take away what is filled in on the rows; what is registered stays."""
        if self._chosen:
            self.become(self.sheet.cleared(self._chosen))

    def action_take_back(self) -> None:
        """Go back to how it was before the latest step, or before what is being typed."""
        if self.is_read and self._take_typed():
            super().action_take_back()

    def action_reload(self) -> None:
        """Read the register again; what has been filled in stays."""
        if not self.is_read or self._take_typed():
            super().action_reload()

    def action_filter(self) -> None:
        """Type what to look for in the list."""
        self.query_one(FilterLine).open()

    def may_save(self) -> bool:
        """Go to the first row that cannot be saved yet, if there is one."""
        if not self._take_typed():
            return False
        refused = self.sheet.refused
        if refused:
            self._go_to_refused(refused)
        return not refused

    def _go_to_refused(self, refused: Sequence[int]) -> None:
        self._is_tried = True
        lines = self.query_one(Lines)
        lines.clear_marks()
        if refused[0] not in lines.keys:
            self.query_one(FilterLine).clear()
        lines.move_to(refused[0])
        self._about = (refused[0],)
        self.show_sheet()
        if verdict_rows.lacks_method(self.sheet, refused[0]):
            self.set_focus(self._row(METHOD).control)
        told = ngettext(
            "Nothing is saved yet: {n} row cannot be. What it lacks stands at the row.",
            "Nothing is saved yet: {n} rows cannot be. What each lacks stands at the row.",
            len(refused),
        )
        self.tell(told.format(n=len(refused)))

    def action_back(self) -> None:
        """Go back from a field to the list; take marks away; else close, asking where it must."""
        lines = self.query_one(Lines)
        if self._is_in_field:
            self.set_focus(lines)
        elif not lines.clear_marks() and (not self.is_read or self._take_typed()):
            super().action_back()


def _stored(desk: Desk, entries: Sequence[VerdictEntry]) -> str:
    """Store verdicts and return how many they are."""
    count = len(record_filled(desk.store, entries, desk.today))
    text = ngettext("{n} verdict is stored.", "{n} verdicts are stored.", count)
    return text.format(n=count)


def _steps() -> list[Binding]:
    """Return the keys of the verdicts, with the signs that stand in the rows, and of the form."""
    steps = [
        replace(binding, description=words.state(step))
        for binding, step in zip(keys.JUDGEMENTS, VerdictStep, strict=True)
    ]
    return [*steps, Binding("enter", "choose", _("All grounds"))]

"""What all forms share: fields, complaints beside them, saving without losing what is typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, TypeVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantBlur
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static, TextArea

from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Stored
from revtrack.forms.contested import by_whom, contested
from revtrack.forms.desk import Desk
from revtrack.forms.drafted import meanwhile_told
from revtrack.services.completing import offers_of
from revtrack.services.drafts import Draft
from revtrack.storage.rows import ConflictError
from revtrack.tui import keys
from revtrack.tui.drafting import Drafted, DraftedScreen
from revtrack.tui.refusals import word_here
from revtrack.tui.screens.asking.conflict import ConflictScreen
from revtrack.tui.show import one_line, plain, show
from revtrack.tui.widgets.fields import FieldRow, FormField, SaveButton
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.wording import _, complaints, word

Result = TypeVar("Result")

TOWN = "municipality"
"""The field of a municipality, by whose committees recipients are proposed."""
PAUSE = 0.15
"""Seconds that nobody types before a form looks up what it foretells."""


class Form(DraftedScreen[Result | None], ModalScreen[Result | None]):
    """A form over the screen it was opened from; it closes with what was stored, or with None.

    Enter goes on to the next field, and saves only on the button that stands last. A refusal leaves
    the form open with the complaint beside its field, and all that was typed in it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.FORM]
    DOUBTED: ClassVar[frozenset[str]] = frozenset()
    """Fields whose text is looked at before one goes on."""

    def __init__(self, desk: Desk, title: str) -> None:
        """Make a form with this title."""
        super().__init__(desk)
        self._title = one_line(title)
        self._is_saving = False
        self._told = ""
        self._at_first: object = None
        self._stood_anew: dict[str, str] = {}
        self._doubted = ""
        self._rows: dict[str, FieldRow] = {}
        self._more_drafted: list[Drafted] = []

    # ---- what each form says for itself

    def fields(self) -> Iterable[FormField]:
        """Return the fields from top to bottom."""
        raise NotImplementedError

    @property
    def does(self) -> str:
        """What the last stop does, where it is something else than to save."""
        return ""

    def called(self, name: str) -> str:
        """Return what saving is called here."""
        return self.does if name in {"form.save", "form.press"} else ""

    def between(self) -> Iterable[Widget]:
        """Return what stands between the fields and those of "Mer"."""
        return ()

    async def doubt(self, name: str) -> str:
        """Return what is odd about a field's text; empty where nothing is."""
        del name
        return ""

    def contents(self) -> object:
        """Return all that is typed and chosen, to be compared with what stood there at first."""
        return tuple(row.text for row in self.rows)

    async def carry_out(self) -> Result:
        """Store what the form says, and return what it closes with."""
        raise NotImplementedError

    # ---- layout

    def compose(self) -> ComposeResult:
        """Lay out the fields, a line that tells, a line that complains, and the keys."""
        rows = [FieldRow(field, self.desk.today) for field in self.fields()]
        folded = [row for row in rows if row.field.is_folded]
        rows = [row for row in rows if not row.field.is_folded]
        self._rows = {row.field.name: row for row in (*rows, *folded)}
        with VerticalScroll(id="dialog", can_focus=False) as dialog:
            dialog.border_title = show(self._title)
            yield from rows
            between = list(self.between())
            self._more_drafted = [each for each in between if isinstance(each, Drafted)]
            yield from between
            for row in folded:
                row.display = False
                yield row
            yield Static(id="told", markup=False)
            yield Static(id="complaint", markup=False)
            yield SaveButton(self.does)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the first field that has to be filled in."""
        self.set_focus(self.row(self.first_field()).control)
        self._at_first = self.contents()
        self._learn()
        self.begin_drafting()

    def _learn(self) -> None:
        """Read the names that the fields propose."""
        if any(row.field.names for row in self.rows):
            self.run_worker(self._learn_names(), group="names", exclusive=True, exit_on_error=False)

    async def _learn_names(self) -> None:
        for row in self.rows:
            if (names := row.field.names) is not None:
                row.know(await self.ask(offers_of, self.desk.store, names, self.town_named()))

    def town_named(self) -> str | None:
        """Return the municipality whose committees are proposed; None: of all."""
        row = self._rows.get(TOWN)
        return row.text.strip() if row is not None else None

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Propose the committees of the municipality that has been typed."""
        row = self._rows.get(TOWN)
        if row is not None and row.control is event.widget:
            self._learn()

    def first_field(self) -> str:
        """Return the name of the field to begin in."""
        return self.rows[0].field.name

    def tell_here(self, text: str) -> None:
        """Say something under the fields, such as what saving will make."""
        if text != self._told:
            self._told = text
            told = self.query_one("#told", Static)
            told.update(plain(text))
            told.display = bool(text)

    # ---- reading what is typed

    @property
    def rows(self) -> list[FieldRow]:
        """The rows of the fields, from top to bottom."""
        return list(self._rows.values())

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[name]

    def line(self, name: str) -> str | None:
        """Return what is typed in a field; None where it is empty."""
        return self.row(name).text.strip() or None

    def text(self, name: str) -> str:
        """Return what is typed in a field, empty or not; the record complains of the empty."""
        return self.row(name).text

    def day(self, name: str) -> date | None:
        """Return the day in a field; None where it is empty."""
        return self.row(name).day

    def day_or_none(self, name: str) -> date | None:
        """Return the same while somebody still types: None for what is no day yet."""
        try:
            return self.day(name)
        except ValueError:
            return None

    # ---- what is kept of it until it is saved

    def drafted(self) -> dict[str, str]:
        """Return what stands in the fields, and in what else belongs to the form."""
        typed = {row.field.name: row.text for row in self.rows}
        return typed | {name: each.drafted() for name, each in self._more()}

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Write what was typed; tell where somebody else has changed the same field since."""
        changed = draft.changed
        for row in self.rows:
            name = row.field.name
            if name in changed:
                row.put(changed[name])
                row.display = True
                if told := meanwhile_told(row.field, draft, first):
                    row.advise(told)
        for name, each in self._more():
            if name in changed:
                each.put_draft(changed[name])

    def _more(self) -> Iterator[tuple[str, Drafted]]:
        """Yield what belongs to the draft besides the fields, by the name it has there."""
        for number, each in enumerate(self._more_drafted):
            yield f"*{number}", each

    def shown_fields(self) -> Mapping[str, FormField]:
        """Return the fields by their names."""
        return {row.field.name: row.field for row in self.rows}

    # ---- saving

    def action_save(self) -> None:
        """Store what the form says, unless it is being stored already."""
        if not self._is_saving and self.may_write():
            self._is_saving = True
            self.begin(self._save)

    async def _save(self) -> None:
        try:
            if self._find_faults() or await self._is_any_in_doubt():
                return
            result = await self.carry_out()
        except ConflictError as conflict:
            self._settle(conflict)
        except RevTrackError as refusal:
            self._complain({self._field_of(refusal): word_here(refusal)})
        except ValidationError as error:
            self._complain(_by_field(error))
        else:
            await self.end_draft()
            self.dismiss(result)
        finally:
            self._is_saving = False

    # ---- where somebody else has changed the same meanwhile

    def filled_in_with(self, stands: Stored) -> Sequence[FormField]:
        """Return the fields as they would be filled in now; none where it is about no record."""
        del stands
        return ()

    def rest_on(self, stands: Stored) -> None:
        """Save over what stands there now, since it has been seen."""

    def _settle(self, conflict: ConflictError) -> None:
        """Let mine, theirs and the original be compared, and what is chosen be saved."""
        stands = conflict.theirs
        anew = {each.name: each for each in self.filled_in_with(stands)} if stands else {}
        if stands is None or not anew:
            self._complain({"": word(conflict)})
            return
        first = [replace(row.field, value=self._stood(row)) for row in self.rows]
        theirs = {name: each.value for name, each in anew.items()}
        mine = {row.field.name: row.text for row in self.rows}
        fields = contested(first, mine, theirs)

        def save(chosen: dict[str, str] | None) -> None:
            if chosen is None:
                said = _("Nothing is saved yet. {key} shows the texts side by side again.")
                self._complain({"": said.format(key=keys.key_of("form.save"))})
                return
            for name, text in chosen.items():
                self.row(name).put(text)
            self._stood_anew |= theirs
            self.rest_on(stands)
            self._save_or_leave(theirs)

        if fields:
            self.app.push_screen(ConflictScreen(self.desk, by_whom(conflict), fields), save)
        else:
            save({})

    def _stood(self, row: FieldRow) -> str:
        """Return what stood in a field when it was filled in, or when it was last compared."""
        return self._stood_anew.get(row.field.name, row.field.value)

    def _save_or_leave(self, theirs: Mapping[str, str]) -> None:
        """Save; where all that I say now is what they say, there is nothing to save."""
        if all(row.text == theirs.get(row.field.name, "") for row in self.rows):
            self.tell(_("What somebody else had saved stands; there is nothing more to save."))
            self.begin(self.discard)
        else:
            self._complain({})
            self.call_next(self.action_save)

    def _find_faults(self) -> bool:
        found = {row.field.name: fault for row in self.rows if (fault := row.fault())}
        self._complain(found)
        return bool(found)

    def _field_of(self, refusal: RevTrackError) -> str:
        """Return the field that holds one of the values that the refusal speaks of."""
        values = {str(value) for value in refusal.values.values()}
        for row in self.rows:
            read = str(row.day) if row.field.kind == "day" and row.day else row.text.strip()
            if read and read in values:
                return row.field.name
        return ""

    def _complain(self, found: dict[str, str]) -> None:
        rest = dict(found)
        faulty = []
        for row in self.rows:
            sentence = rest.pop(row.field.name, "")
            row.complain(sentence)
            if sentence:
                faulty.append(row)
        general = self.query_one("#complaint", Static)
        general.update(plain("\n".join(filter(None, rest.values()))))
        general.display = bool(rest)
        if rest:
            general.scroll_visible(animate=False)
        for row in faulty:
            row.display = True
        if faulty:
            self.set_focus(faulty[0].control)

    async def _is_any_in_doubt(self) -> bool:
        for name in self.DOUBTED:
            if await self._is_in_doubt(self.row(name)):
                return True
        return False

    async def _is_in_doubt(self, row: FieldRow) -> bool:
        """Tell whether a field's text is odd; what is odd about it stands beside it then."""
        odd = await self.doubt(row.field.name) if row.text.strip() else ""
        if odd:
            row.complain(odd)
            self.set_focus(row.control)
        return bool(odd)

    # ---- keys

    @property
    def _row_in_focus(self) -> FieldRow | None:
        return next((row for row in self.rows if row.control is self.focused), None)

    def action_step(self) -> None:
        """Go on to the next field; complain of what was typed here where it cannot be read."""
        row = self._row_in_focus
        if row is not None and row.field.name in self.DOUBTED and row.text != self._doubted:
            self.begin(self._step_if_sure)
            return
        if row is not None and row.text.strip():
            row.complain(row.fault())
        self.focus_next()

    async def _step_if_sure(self) -> None:
        """Stay once in a field whose text is odd; the next Enter goes on, saving still refuses."""
        row = self._row_in_focus
        if row is not None and await self._is_in_doubt(row):
            self._doubted = row.text
        else:
            self.focus_next()

    def has_unsaved(self) -> bool:
        """Tell whether something has been typed."""
        return self.contents() != self._at_first

    def action_more(self) -> None:
        """Show the fields that are seldom needed, or hide them again."""
        folded = [row for row in self.rows if row.field.is_folded]
        for row in folded:
            row.display = not row.display
        if folded and folded[0].display:
            self.set_focus(folded[0].control)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer "Mer" only where there is more; in a field of many lines Enter begins a line."""
        del parameters
        if action == "step":
            return not isinstance(self.focused, TextArea | SaveButton)
        return action != "more" or any(row.field.is_folded for row in self.rows)


def _by_field(error: ValidationError) -> dict[str, str]:
    """Return what a record complains of, by the names of its fields."""
    names = [
        next((part for part in reversed(each["loc"]) if isinstance(part, str)), "")
        for each in error.errors(include_url=False)
    ]
    sentences = complaints(error)
    if len(sentences) != len(names):
        return {names[0] if names else "": "\n".join(sentences)}
    return dict(zip(names, sentences, strict=True))

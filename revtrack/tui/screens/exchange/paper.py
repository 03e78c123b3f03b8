"""Läs in: what a paper of somebody else's says, beside the paper, taken line by line."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.events import Key, Resize

from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Committee, Municipality
from revtrack.domain.texts.source import source_of
from revtrack.forms.committees import NewCommitteesWish
from revtrack.forms.desk import Desk
from revtrack.forms.others_paper import (
    CorrectWish,
    OnlyWish,
    TargetWish,
    into_told,
    lacking_told,
    saved_told,
    to_be_saved,
)
from revtrack.services.drafts import Draft
from revtrack.services.find import list_committees
from revtrack.services.reading_in.likely import Target
from revtrack.services.reading_in.lines import Accepted, Form, Value
from revtrack.services.reading_in.read_file import ReadFile
from revtrack.services.reading_in.saving import LineRefusedError
from revtrack.services.reading_in.taking import (
    Taken,
    Taking,
    guess,
    save_taken,
    see_taking,
)
from revtrack.storage.rows import ConflictError
from revtrack.tui import keys
from revtrack.tui.base import LONG_NOTICE, Heading
from revtrack.tui.refusals import word_here
from revtrack.tui.screens.asking.to_save import ToSaveQuestion
from revtrack.tui.screens.exchange import paper_rows
from revtrack.tui.screens.exchange.paper_reading import PaperReading
from revtrack.tui.screens.overview.first_steps import MunicipalityStep
from revtrack.tui.sheet import SheetScreen
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.source import Source
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext

SIDE_BY_SIDE = 110
"""Columns from which the paper stands beside its lines; in fewer it stands below them."""
LOOKED = 0.2
"""Seconds between two looks at how much of a long paper is read."""


class PaperScreen(SheetScreen[Taking]):
    """The lines of a paper; nothing is stored before all that is taken is saved as one wish."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.WORK, *keys.PAPER]

    def __init__(
        self, desk: Desk, path: Path, audit_id: int | None = None, part: PaperReading | None = None
    ) -> None:
        """Take the file, and the audit that it is read in into; None: it is still to be told.

        ``part`` is the reading of one of the audits that the file holds papers of.
        """
        super().__init__(desk, path.name)
        self._path, self._audit_id = path, audit_id
        self._reading = part or PaperReading(path)
        self._target = self._drafted_target = Target(audit_id)
        self._is_to_guess = audit_id is None
        self._is_refused = False
        self.accepted: Accepted | None = None
        """What was saved."""

    def compose(self) -> ComposeResult:
        """Lay out heading, counts, the lines, what is told of one with its place, and the keys."""
        yield Heading(self.desk)
        yield Summary()
        with Container(id="lines-and-paper"):
            yield Lines(can_mark=False)
            with Vertical(id="paper"):
                yield Detail()
                yield Source()
        yield FilterLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the screen, and read the file."""
        self.query_one(Heading).call_it("  ".join((_("Read in"), self._title)))
        self.query_one(Lines).focus()
        self.action_reload()

    def on_resize(self, event: Resize) -> None:
        """Let the paper stand beside its lines where there is room for both."""
        self.set_class(event.size.width >= SIDE_BY_SIDE, "-beside")
        if self.is_read and not self._is_refused:
            self.show_sheet()

    def on_unmount(self) -> None:
        """Let a long reading end."""
        self._reading.leave()

    # ---- the file

    def action_reload(self) -> None:
        """Read the register again, the file the first time; what is taken stays."""
        if self._reading.is_read:
            super().action_reload()
        else:
            self.look_up(self._read_file)

    async def _read_file(self) -> None:
        """Read the file while the keys go on to work."""
        self._tell_progress()
        timer = self.set_interval(LOOKED, self._tell_progress)
        try:
            file = await self.ask(self._reading.read, self.desk.store)
            self.query_one(Source).read(source_of(file.paper))
            await self._guess(file)
            await self._load()
            self.action_choose_only()
        except RevTrackError as refusal:
            if not self._reading.is_left:
                self._show_refusal(refusal)
        finally:
            timer.stop()

    def _show_refusal(self, refusal: RevTrackError) -> None:
        """Tell why the file is not read in, until a key is pressed: its reading took long."""
        self._is_refused = True
        self.query_one(Summary).tell("")
        said = (Section(note=each) for each in (word_here(refusal), _("Any key goes back.")))
        self.query_one(Lines).show_sections((Section(_("The file is not read in")), *said))
        self.query_one(KeyLine).follow()

    def takes_key(self, key: Key) -> bool:
        """Go back by any key once the file is refused, but for those that work everywhere."""
        if not self._is_refused or key.key.startswith(("ctrl+", "f1")):
            return False
        self.dismiss(None)
        return True

    async def _guess(self, file: ReadFile) -> None:
        """Hold the paper against the audit that it is likeliest of, until one is chosen."""
        if self._is_to_guess:
            self._target = self._drafted_target = await self.ask(guess, self.desk.store, file)

    def _tell_progress(self) -> None:
        if not self.is_read:
            self.query_one(Summary).tell(self._reading.told)

    # ---- the register and drafts

    def reading(self) -> Callable[[], Taking]:
        """Return what holds the paper against the register."""
        return partial(
            see_taking,
            self.desk.store,
            self._reading.file,
            self.desk.today,
            self._target,
            self._reading.note,
        )

    def storing(self) -> Callable[[], str]:
        """Return what stores all that is taken."""
        return self._store

    def _store(self) -> str:
        self.accepted = save_taken(
            self.desk.store,
            self._reading.file,
            self.sheet,
            self.desk.today,
            self._target.municipality,
        )
        return saved_told(self.accepted)

    def draft_about(self) -> str:
        """Return which file it is, whatever it is called."""
        which = f" {self._reading.only}" if self._reading.only else ""
        return f"{type(self).__name__} {sha256(self._reading.file.content).hexdigest()}{which}"

    def draft_text(self) -> str:
        """Return what is taken, as a draft keeps it."""
        if not self.sheet.filled:
            return ""
        return self.sheet.as_draft(self._target.municipality).model_dump_json()

    def from_draft(self, text: str) -> Taking:
        """Return the sheet with what a draft says."""
        taken = Taken.model_validate_json(text)
        drafted = Target(taken.audit_id, taken.municipality)
        self._drafted_target = self._target if self._target.is_same(drafted) else drafted
        return self.sheet.filled_again(taken)

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Take what was taken before, into the audit that was chosen then."""
        super().put_draft(draft, first)
        if self._target != self._drafted_target:
            self._target = self._drafted_target
            self.action_reload()

    # ---- what is shown

    def show_sheet(self) -> None:
        """Show the lines and the counts."""
        taking = self.sheet
        self.query_one(Summary).tell(paper_rows.summary(taking, self._into))
        self.query_one(Lines).show_sections(paper_rows.sections(taking, self._room))
        self._tell()

    @property
    def _room(self) -> int:
        """Return the columns that the lines have beside or over the paper."""
        width = self.size.width
        return width * 3 // 5 if width >= SIDE_BY_SIDE else width

    @property
    def _into(self) -> str:
        """Into what it is read in: an audit, or a new one in a municipality."""
        return into_told(self.sheet.comparison, is_guessed=self._target.is_guessed)

    def on_lines_moved(self) -> None:
        """Tell of the line, and show its place in the paper."""
        self._tell()

    def _tell(self) -> None:
        if self.is_read:
            key = self.query_one(Lines).key
            self.query_one(Detail).tell(paper_rows.detail(self.sheet, key))
            self.query_one(Source).show(*paper_rows.place_of(self.sheet, key))
            self.query_one(KeyLine).follow()

    def action_move_source(self, step: int) -> None:
        """Show more of the paper."""
        self.query_one(Source).move(step)

    def action_filter(self) -> None:
        """Type what to look for in the lines."""
        self.query_one(FilterLine).open()

    def offers(self, name: str) -> bool:
        """Leave out what needs lines until they are read, and registering where nothing lacks."""
        if not self.is_read:
            return not name.startswith(("paper.", "sheet.", "work."))
        if name == "paper.only":
            return self._holds_several
        return name != "paper.register" or self.sheet.lacks_bodies

    # ---- what is done

    @property
    def _key(self) -> str | None:
        key = self.query_one(Lines).key if self.is_read else None
        return key if isinstance(key, str) else None

    def action_take(self) -> None:
        """Take the line of the cursor, or leave it, and move to the next."""
        if self._key is not None:
            self._become(partial(self.sheet.turned, self._key))
            self.query_one(Lines).action_down()

    def action_take_sure(self) -> None:
        """Take all that is new and sure."""
        if self.is_read:
            before = len(self.sheet.filled)
            self.become(self.sheet.with_all_sure())
            count = len(self.sheet.filled) - before
            told = ngettext("{n} more line is taken.", "{n} more lines are taken.", count)
            self.tell(told.format(n=count))

    def action_clear(self) -> None:
        """Leave the line of the cursor, as the paper has it."""
        if self._key is not None:
            self.become(self.sheet.left([self._key]))

    def _become(self, step: Callable[[], Taking]) -> None:
        try:
            self.become(step())
        except RevTrackError as refusal:
            self.refuse(refusal)

    def on_lines_chosen(self) -> None:
        """Correct the line."""
        self.action_correct()

    def action_correct(self) -> None:
        """Open the small form of what the line says."""
        if self._key is not None:
            self.begin(partial(self._correct, self._key))

    async def _correct(self, key: str) -> None:
        line = self.sheet.line[key]
        if line.form is Form.FIXED:
            self.tell(_("This is taken as it stands, or left."))
            return
        bodies = await self.ask(self._committees) if line.form is Form.COMMITTEES else ()
        wish = CorrectWish(self.desk, self.sheet, key, bodies)
        self.app.push_screen(WishForm(wish), partial(self._corrected, key))

    def _committees(self) -> Sequence[Committee]:
        town = self.sheet.comparison.municipality
        pairs = list_committees(self.desk.store)
        return [each for _town, each in pairs if town and each.municipality_id == town.id]

    def _corrected(self, key: str, value: Value) -> None:
        if value is not None:
            self._become(partial(self.sheet.corrected, key, value))

    # ---- where it goes

    def action_choose_audit(self) -> None:
        """Ask for the audit that the paper belongs to."""
        if self.is_read:
            found = self.sheet.comparison
            said = found.proposal.municipality
            town = found.municipality.name if found.municipality else said.value if said else ""
            wish = TargetWish(self.desk, found.chosen, town)
            self.app.push_screen(WishForm(wish), self._go_into)

    def _go_into(self, target: Target | None) -> None:
        if target is not None:
            self._is_to_guess = False
            self._target = target
            self.action_reload()

    @property
    def _holds_several(self) -> bool:
        """Whether what is shown is of several audits, of which one is to be chosen."""
        return self.is_read and bool(self.sheet.comparison.proposal.audits)

    def action_choose_only(self) -> None:
        """Ask which of the audits is read in, where the file holds papers of several."""
        if self._holds_several:
            self.app.push_screen(WishForm(OnlyWish(self.desk, self._reading.file)), self._read_only)

    def _read_only(self, only: int | None) -> None:
        """Show over this screen what one of the audits of the file says."""
        if only is not None:
            part = PaperReading(self._path, only, self._reading.file)
            self.app.push_screen(PaperScreen(self.desk, self._path, self._audit_id, part))

    def action_register_missing(self) -> None:
        """Open the form of the municipality, or of the committees, that the paper names anew."""
        if not self.is_read or not self.may_write():
            return
        missing, town = self.sheet.missing, self.sheet.comparison.municipality
        if not self.sheet.lacks_bodies:
            self.tell(_("The register has the municipality and all committees of the paper."))
        elif town is None:
            said = self._reading.file.proposal.municipality
            texts = {"name": said.value if said else "", "committees": "\n".join(missing)}
            self.app.push_screen(MunicipalityStep(self.desk, 0, texts), self._after_registering)
        else:
            self.begin(partial(self._register_committees, town, missing))

    async def _register_committees(self, town: Municipality, missing: Sequence[str]) -> None:
        known = await self.ask(self._committees)
        wish = NewCommitteesWish(self.desk, town, known, "\n".join(missing))
        self.app.push_screen(WishForm(wish), self._after_registering)

    def _after_registering(self, done: object | None) -> None:
        """Read the paper anew: what it names is told by the register's names now."""
        if done is not None:
            self._reading.forget()
            self.action_reload()

    # ---- saving

    def action_save(self) -> None:
        """Tell how much is saved and how much is left, and save it where that is answered yes."""
        if not self.is_read or not self.may_write():
            return
        if not self.sheet.filled:
            told = _("Nothing is taken yet: {take} takes a line, {sure} all that are sure.")
            take, sure = keys.key_of("paper.take"), keys.key_of("paper.sure")
            self.tell(told.format(take=take, sure=sure))
        elif lacking := self.sheet.lacking:
            self._go_to(lacking[0].key)
            self.tell(lacking_told(lacking))
        else:
            question = ToSaveQuestion(self.desk, to_be_saved(self.sheet, self._into))
            self.app.push_screen(question, self._after_asking)

    def _after_asking(self, is_to_be_saved: bool | None) -> None:
        if is_to_be_saved:
            super().action_save()

    def _go_to(self, key: str) -> None:
        lines = self.query_one(Lines)
        if key not in lines.keys:
            self.query_one(FilterLine).clear()
        lines.move_to(key)

    def refuse(self, refusal: RevTrackError, seconds: float = LONG_NOTICE) -> None:
        """Go to the line that a refusal is about; show what somebody else has changed."""
        if isinstance(refusal, LineRefusedError) and self.is_read:
            self._go_to(refusal.key)
        if isinstance(refusal, ConflictError):
            self.action_reload()
        super().refuse(refusal, seconds)

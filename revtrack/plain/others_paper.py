"""Läs in: what a paper of somebody else's says is gone through, and saved once it is looked at."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.texts.source import source_of, where_in
from revtrack.forms.committees import NewCommitteesWish
from revtrack.forms.municipality import NewMunicipalityWish
from revtrack.forms.others_paper import (
    CorrectWish,
    OnlyWish,
    TargetWish,
    counted,
    into_told,
    lacking_told,
    line_value_told,
    saved_told,
    state_told,
    to_be_saved,
)
from revtrack.plain.answers import is_wanted, rows_of
from revtrack.plain.doing import word_here
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue, Option, RemovedError, RowOrder
from revtrack.plain.sentences import sentence as row_told
from revtrack.services.find import list_committees
from revtrack.services.reading_in.likely import Target
from revtrack.services.reading_in.lines import Form, ProposalLine
from revtrack.services.reading_in.progress import NowAndThen
from revtrack.services.reading_in.read_file import ReadFile, only_of, read_beside
from revtrack.services.reading_in.taking import Taking, guess, save_taken, see_taking
from revtrack.wording import _, sentence
from revtrack.wording.proposed import group_told, kind_told

TAKE, LEAVE, CORRECT = N_("take|t"), N_("leave"), N_("correct")
MOST_OF_VALUE = 120


def read_paper(talk: Dialogue, path: Path) -> None:
    """Read a paper, let its lines be gone through, and save what is taken."""
    talk.say(_("Reading {name} …").format(name=path.name))
    store = talk.desk.store
    file = read_beside(path, store, NowAndThen(talk.say))
    if file.audits:
        only = fill(talk, OnlyWish(talk.desk, file), at_once=True)
        file = only_of(file, store, only, NowAndThen(talk.say))
    _Paper(talk, path, file, guess(store, file)).open()


class _Paper:
    """A paper with what is taken of it so far."""

    def __init__(self, talk: Dialogue, path: Path, file: ReadFile, target: Target) -> None:
        self._talk = talk
        self._path = path
        self._file = file
        self._target = target
        self._taking = self._compared()

    def open(self) -> None:
        """Tell what to look at, then let it be chosen what is done until it is saved or left."""
        for each in self._taking.comparison.doubts:
            said = _("To consider: {text}")
            self._talk.say(said.format(text=sentence(each.message, each.facts)))
        self._talk.menu(self._title, self._options)

    def _compared(self) -> Taking:
        desk = self._talk.desk
        told = NowAndThen(self._talk.say)
        return see_taking(desk.store, self._file, desk.today, self._target, told)

    @property
    def _into(self) -> str:
        return into_told(self._taking.comparison, is_guessed=self._target.is_guessed)

    def _title(self) -> str:
        found = self._taking.comparison
        what = _("{kind}, into: {target}").format(kind=kind_told(found.proposal), target=self._into)
        told = row_told(what, *counted(self._taking))
        return " ".join(filter(None, (told, found.elsewhere)))

    def _options(self) -> Sequence[Option]:
        missing = Option(
            _("Register the municipality or the committees that are missing"), self._register
        )
        return (
            Option(_("Go through the lines"), self._browse),
            Option(_("Take all that is new and sure"), self._take_sure),
            Option(_("Choose the audit that the paper belongs to, or a new one"), self._choose),
            *((missing,) if self._taking.lacks_bodies else ()),
            Option(_("Save what is taken"), self._save),
        )

    # ---- the lines

    def _browse(self) -> None:
        numbers = _("numbers")
        orders = (
            RowOrder(
                TAKE,
                numbers,
                _("take with numbers, such as take 1, 3-5 or take all, takes those lines."),
                partial(self._on_rows, self._take),
            ),
            RowOrder(
                LEAVE,
                numbers,
                _("leave with numbers leaves those lines, and what rests on them."),
                partial(self._on_rows, self._leave),
            ),
            RowOrder(
                CORRECT,
                _("a number"),
                _("correct with a number asks what the line is to say instead."),
                partial(self._on_rows, self._correct),
            ),
        )
        nothing = _("Nothing in the paper can be taken into this audit.")
        self._talk.browse(_("Lines of the paper."), self._rows, nothing, orders)

    def _rows(self) -> Sequence[Option]:
        return [
            Option(self._row_told(each), partial(self._tell_line, each.key), found_by=each.key)
            for each in self._taking.comparison.lines
        ]

    def _row_told(self, line: ProposalLine) -> str:
        told = line_value_told(self._taking, line, self._taking.value(line.key))
        cut = told if len(told) <= MOST_OF_VALUE else f"{told[:MOST_OF_VALUE]}…"
        taken = _("taken") if line.key in self._taking.filled else ""
        if self._taking.is_corrected(line.key):
            taken = _("corrected")
        return row_told(f"{line.label}: {cut}", state_told(line), taken)

    def _tell_line(self, key: str) -> None:
        """Read all that is known of a line, and the words of the paper around it."""
        line = self._taking.line[key]
        for told in self._line_told(line):
            self._talk.say(told)

    def _line_told(self, line: ProposalLine) -> Iterator[str]:
        yield row_told(group_told(line.group), line.label, state_told(line))
        if self._taking.is_corrected(line.key):
            told = line_value_told(self._taking, line, self._taking.value(line.key))
            yield f"{_('Corrected to')}: {told}"
        if line.asked:
            yield f"{_('Recommendation')}: {line.asked}"
        yield f"{_('In the paper')}: {line_value_told(self._taking, line, line.value)}"
        if line.registered not in {None, ()}:
            yield f"{_('In the register')}: {line_value_told(self._taking, line, line.registered)}"
        if line.reason:
            yield line.reason
        lines = source_of(self._file.paper)
        at = where_in(lines, line.place)
        if at is not None:
            page = line.place.page
            where = _("Page {page}").format(page=page) if page else _("There")
            yield f"{where}: {lines[at].text}"

    def _on_rows(
        self, act: Callable[[Sequence[str]], None], typed: str, found: Sequence[Option]
    ) -> None:
        places = rows_of(typed, len(found))
        if places is None:
            said = _("Write which rows, with numbers from 1 to {n}: 1, 3-5 or all.")
            self._talk.say(said.format(n=len(found)))
            return
        act([found[place].found_by for place in places])

    def _take(self, keys: Sequence[str]) -> None:
        for key in keys:
            if key not in self._taking.filled:
                try:
                    self._taking = self._taking.turned(key)
                except RevTrackError as refusal:
                    self._talk.say(word_here(refusal))

    def _leave(self, keys: Sequence[str]) -> None:
        self._taking = self._taking.left(keys)

    def _correct(self, keys: Sequence[str]) -> None:
        line = self._taking.line[keys[0]]
        if line.form is Form.FIXED:
            self._talk.say(_("This is taken as it stands, or left."))
            return
        town = self._taking.comparison.municipality
        pairs = list_committees(self._talk.desk.store)
        known = [each for _town, each in pairs if town and each.municipality_id == town.id]
        wish = CorrectWish(self._talk.desk, self._taking, line.key, known)
        value = fill(self._talk, wish, at_once=True)
        self._taking = self._taking.corrected(line.key, value)

    def _take_sure(self) -> None:
        self._taking = self._taking.with_all_sure()

    # ---- where it goes

    def _choose(self) -> None:
        found = self._taking.comparison
        said = found.proposal.municipality
        town = found.municipality.name if found.municipality else said.value if said else ""
        wish = TargetWish(self._talk.desk, found.chosen, town)
        self._target = fill(self._talk, wish, at_once=True)
        self._taking = self._taking.over(self._compared())

    def _register(self) -> None:
        """Register what the paper names anew, and read the paper by the register's names."""
        talk, town = self._talk, self._taking.comparison.municipality
        missing = "\n".join(self._taking.missing)
        if town is None:
            said = self._file.proposal.municipality
            proposed = {"name": said.value if said else "", "committees": missing}
            fill(talk, NewMunicipalityWish(talk.desk, proposed))
        else:
            pairs = list_committees(talk.desk.store)
            known = [each for _town, each in pairs if each.municipality_id == town.id]
            fill(talk, NewCommitteesWish(talk.desk, town, known, missing))
        self._file = self._read_anew()
        self._taking = self._taking.over(self._compared())

    def _read_anew(self) -> ReadFile:
        store, told = self._talk.desk.store, NowAndThen(self._talk.say)
        file = read_beside(self._path, store, told)
        only = self._file.only
        return file if only is None else only_of(file, store, only, told)

    # ---- saving

    def _save(self) -> None:
        talk, taking = self._talk, self._taking
        if not taking.filled:
            talk.say(_("Nothing is taken yet."))
        elif lacking := taking.lacking:
            talk.say(lacking_told(lacking))
        else:
            talk.say(to_be_saved(taking, self._into))
            prompt = _("Save it as one change? Write yes; anything else saves nothing:")
            if is_wanted(talk, prompt):
                desk = talk.desk
                named = self._target.municipality
                talk.say(saved_told(save_taken(desk.store, self._file, taking, desk.today, named)))
                raise RemovedError

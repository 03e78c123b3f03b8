"""Sök: every recommendation of the register on a row, or every text in which words stand."""

import asyncio
from array import array
from collections.abc import Callable, Coroutine, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from textual.worker import Worker

from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.filtering import Filter
from revtrack.domain.records import SavedView
from revtrack.forms.desk import Desk
from revtrack.forms.saved_view import SaveViewWish
from revtrack.services.changing.subjects import Subject
from revtrack.services.saved_views import RECOMMENDATIONS, TEXTS, list_views
from revtrack.services.searching import Register, see_line, words_of
from revtrack.tui import keys, words
from revtrack.tui.base import Heading
from revtrack.tui.screens.audit.audit import AuditScreen
from revtrack.tui.screens.finding.saved_views import SavedViewsScreen
from revtrack.tui.screens.finding.search_rows import (
    LINE_COLUMNS,
    TEXT_COLUMNS,
    SearchKey,
    gone_row,
    highlighted,
    hit_row,
    line_row,
    place_in_audit,
    subject_of_row,
)
from revtrack.tui.show import show
from revtrack.tui.tabs.recommendations import answer_told
from revtrack.tui.tabs.view import paragraphs
from revtrack.tui.widgets.detail import Detail
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.layout import Row
from revtrack.tui.widgets.paged_lines import MOST_MARKED, Found, PagedLines
from revtrack.tui.wish_form import WishForm
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext
from revtrack.wording.words import grouped

FIRST = 200
"""Rows that are shown while the others are found."""
SLICE = 60
"""Audits that are gone through before the list is shown anew."""
PAUSE = 0.06
"""Seconds that a row is stood on before more of it is read."""
PAGES, MORE = "pages", "more"
"""Work that fetches rows in sight, and what is told under the list."""


@dataclass(frozen=True)
class Shown:
    """What the rows are that stand in the list."""

    mode: str
    asked: Filter
    numbers: "array[int]"
    """Ids of addressees, or numbers of texts."""
    is_all: bool = True
    """Whether no more can follow."""


class SearchScreen(WorkScreen):
    """The recommendations of all audits; ``t`` turns to the texts, and back."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.SEARCH]

    def __init__(self, desk: Desk) -> None:
        """Begin with all recommendations."""
        super().__init__(desk)
        self._register = Register(desk.store)
        self._asked = Filter()
        self._mode = RECOMMENDATIONS
        self._shown = Shown(RECOMMENDATIONS, Filter(), array("q"))
        self._turn = object()
        self._is_prepared = False

    def compose_list(self) -> ComposeResult:
        """Lay out a list that is read as one comes to it, and details."""
        yield PagedLines()
        yield Detail()

    def heading(self) -> str:
        """Return what is searched."""
        titles = {RECOMMENDATIONS: _("Search – recommendations"), TEXTS: _("Search – texts")}
        return titles[self._mode]

    def on_unmount(self) -> None:
        """Let go of the register."""
        self._turn = object()
        self._register.close()

    def _call_it(self, told: str = "") -> None:
        self.query_one(Heading).call_it(" · ".join(filter(None, (self.heading(), told))))

    # ---- finding

    async def _load(self) -> None:
        """Find anew, the cursor staying on its row; nobody waits for it."""
        self.look_up(self._find_again)

    async def _find_again(self) -> None:
        lines = self.query_one(PagedLines)
        place, key = lines.cursor, lines.key
        self._is_prepared = False
        await self._find(place, key)
        await self._prepare()

    async def _prepare(self) -> None:
        """Make the lines of changed audits anew, some at a time, and show what has come of it."""
        lines, left = self.query_one(PagedLines), 1
        while left and self._mode == RECOMMENDATIONS:
            is_wanted, made = partial(self._is_turn, self._turn), False

            def tell(count: int) -> None:
                nonlocal made
                made = True
                self.call_later(self._tell_left, count)

            left = await self.ask(self._register.prepare, tell, is_wanted, SLICE)
            if not is_wanted():
                return
            if made:
                await self._find(lines.cursor, lines.key)
        self._is_prepared = not left
        self.call_later(self._call_it)

    def _tell_left(self, count: int) -> None:
        """Tell how many audits are left, also where no row can be shown before they are."""
        said = ngettext("{n} audit to go through", "{n} audits to go through", count)
        self._call_it(said.format(n=grouped(count)))
        if not self._shown.numbers and self._mode == RECOMMENDATIONS:
            note = _("The audits are gone through first; the list fills while they are.")
            self.query_one(PagedLines).show_found(replace(self._found(), note=note))

    def on_paged_lines_asked(self, event: PagedLines.Asked) -> None:
        """Find what the filter keeps, while it is typed."""
        self._asked = event.asked
        self.look_up(self._find_anew)

    async def _find_anew(self) -> None:
        await self._find(0, None)
        if not self._is_prepared:
            await self._prepare()

    async def _find(self, place: int, key: object) -> None:
        """Show the first rows at once, then how many there are."""
        self._turn = turn = object()
        lines, mode, asked = self.query_one(PagedLines), self._mode, self._asked
        first = await self._numbers_of(mode, asked, FIRST, turn)
        if self._turn is not turn:
            return
        is_all = len(first) < FIRST
        if not key or is_all:
            self._shown = Shown(mode, asked, first, is_all=is_all)
            lines.show_found(self._found(), self._place_of(key, place))
        if is_all:
            return
        every = await self._numbers_of(mode, asked, None, turn)
        if self._turn is not turn:
            return
        self._shown = Shown(mode, asked, every)
        if key:
            lines.show_found(self._found(), self._place_of(key, place))
        else:
            lines.show_more(self._found())

    async def _numbers_of(
        self, mode: str, asked: Filter, limit: int | None, turn: object
    ) -> "array[int]":
        try:
            if mode == TEXTS:
                return await self.ask(self._register.find_texts, asked, limit)
            today, is_wanted = self.desk.today, partial(self._is_turn, turn)
            return await self.ask(self._register.find_lines, asked, today, limit, is_wanted)
        except UsageError as refusal:
            self.query_one(FilterLine).complain(refusal)
            return array("q")

    def _is_turn(self, turn: object) -> bool:
        """Tell whether what was begun then is still wanted."""
        return self._turn is turn

    def _place_of(self, key: object, place: int) -> int:
        numbers = self._shown.numbers
        is_line = isinstance(key, SearchKey) and self._shown.mode == RECOMMENDATIONS
        if isinstance(key, SearchKey) and is_line and key.id in numbers:
            return numbers.index(key.id)
        return place

    def _found(self) -> Found:
        shown, count = self._shown, len(self._shown.numbers)
        said = grouped(count)
        is_texts = shown.mode == TEXTS
        title = _("Texts ({n})") if is_texts else _("Recommendations by committee ({n})")
        return Found(
            title.format(n=said if shown.is_all else _("at least {n}").format(n=said)),
            TEXT_COLUMNS if is_texts else LINE_COLUMNS,
            count,
            _note(shown),
        )

    # ---- rows

    def on_paged_lines_wanted(self, event: PagedLines.Wanted) -> None:
        """Fetch the rows that come into sight."""
        shown, first = self._shown, event.first
        wanted = shown.numbers[first : event.last]

        async def fetch() -> None:
            rows = await self.ask(self._rows, shown, wanted)
            now = self._shown
            if now.mode == shown.mode and now.numbers[first : event.last] == wanted:
                self.query_one(PagedLines).take(first, rows)

        self._fetch(PAGES, fetch)

    def _rows(self, shown: "Shown", wanted: "array[int]") -> Sequence[Row]:
        """Return a row for each number, an empty one for what is gone since it was found."""
        rows: dict[int, Row] = {}
        if shown.mode == TEXTS:
            asked = words_of(shown.asked)
            for hit in self._register.hits(wanted):
                rows[hit.text_number] = hit_row(hit, asked)
        else:
            for line in self._register.lines(wanted):
                rows[line.addressee_id] = line_row(line, is_late=line.is_late(self.desk.today))
        gone = gone_row(TEXT_COLUMNS if shown.mode == TEXTS else LINE_COLUMNS)
        return [rows.get(number, gone) for number in wanted]

    def on_paged_lines_all_marked(self) -> None:
        """Mark all rows that are found, if they are not too many to look through."""
        shown, most = self._shown, MOST_MARKED
        if len(shown.numbers) > most or not shown.is_all:
            self.tell(
                _("At most {n} rows are marked together. Filter with {key} first.").format(
                    n=most, key=keys.key_of("work.filter")
                )
            )
            return

        async def mark() -> None:
            rows = await self.ask(self._rows, shown, shown.numbers)
            if self._shown is shown:
                self.query_one(PagedLines).mark_rows(rows)

        self.begin(mark)

    def _fetch(self, group: str, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        """Begin to read something that nobody waits for, in place of what was read before."""
        return self.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    def tell_row(self, key: Hashable) -> None:
        """Tell more of the row that the cursor stands on, once it is stood on."""
        del key
        self._fetch(MORE, self._tell_more)

    async def _tell_more(self) -> None:
        key = self._key
        if key is None:
            self.query_one(Detail).tell(Text())
            return
        if key.found is not None:
            self.query_one(Detail).tell(highlighted(show(key.text), words_of(self._shown.asked)))
            return
        await asyncio.sleep(PAUSE)
        try:
            line = await self.ask(see_line, self.desk.store, key.audit_id, key.id)
        except RevTrackError:
            line = None
        if line is not None and key == self._key:
            text = line.recommendation.letter_text or line.recommendation.report_text or ""
            wording = words.labelled(_("Recommendation"), text)
            self.query_one(Detail).tell(paragraphs(wording, answer_told(line)))

    # ---- what is done

    @property
    def _key(self) -> SearchKey | None:
        key = self.query_one(PagedLines).key
        return key if isinstance(key, SearchKey) else None

    def subject_of(self, key: Hashable) -> Subject | None:
        """Return what a row stands for: a recommendation to a committee, or the text's record."""
        return subject_of_row(key) if isinstance(key, SearchKey) else None

    @property
    def committee_id(self) -> int | None:
        """The committee of the row."""
        return self._key.committee_id if self._key else None

    def on_lines_chosen(self) -> None:
        """Open the audit of the row."""
        self.action_open()

    def action_open(self) -> None:
        """Open the audit of the row, on the tab that the row is about."""
        key = self._key
        if key is None:
            return
        tab, at = place_in_audit(key)
        self.app.push_screen(AuditScreen(self.desk, key.audit_id, tab, at))

    def action_turn_to_texts(self) -> None:
        """Look for the words in all texts, or in the list of recommendations again."""
        self._mode = RECOMMENDATIONS if self._mode == TEXTS else TEXTS
        self.query_one(PagedLines).clear_marks()
        self._call_it()
        self.look_up(self._find_anew)
        if self._mode == TEXTS and not words_of(self._asked):
            self.action_filter()

    @property
    def _typed(self) -> str:
        return self.query_one(FilterLine).query_one(Input).value.strip()

    def action_save_view(self) -> None:
        """Save the filter under a name."""
        if not self.may_write():
            return
        if not self._typed:
            self.tell(
                _("There is no filter to save. Press {key} and type one.").format(
                    key=keys.key_of("work.filter")
                )
            )
            return
        self.begin(self._save_view)

    async def _save_view(self) -> None:
        known = await self.ask(list_views, self.desk.store)
        wish = SaveViewWish(self.desk, self._mode, self._typed, known)
        self.app.push_screen(WishForm(wish), self._after_saving)

    def _after_saving(self, view: SavedView | None) -> None:
        if view is not None:
            self.tell(
                _("Saved as {name}. Recall it with {key}.").format(
                    name=view.name, key=keys.key_of("search.views")
                )
            )

    def action_views(self) -> None:
        """Choose among the saved views."""
        self.app.push_screen(SavedViewsScreen(self.desk), self._recall)

    def _recall(self, view: SavedView | None) -> None:
        if view is None:
            return
        self._mode = view.screen
        self._call_it()
        line = self.query_one(FilterLine)
        line.add_class("-open")
        field = line.query_one(Input)
        if field.value == view.filter_text:
            self.look_up(self._find_anew)
        field.value = view.filter_text
        self.query_one(PagedLines).focus()


def _note(shown: Shown) -> str:
    """Return what no rows mean, and the key to press."""
    key = keys.key_of("work.filter")
    if shown.mode == TEXTS:
        if words_of(shown.asked):
            return _("No text has all of these words.")
        return _(
            "Press {key} and type words of two letters or more: they are looked for in audits, "
            "recommendations, questions, assessments, replies, actions, verdicts and notes."
        ).format(key=key)
    if shown.asked.parts:
        said = _("No recommendation fits the filter. Press {key} to change it.")
        return said.format(key=key)
    return _("No recommendation is registered yet. Esc leads back to the overview.")

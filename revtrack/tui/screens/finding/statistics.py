"""Statistik: where the recommendations stand, how old they are, and what became of them in time."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from revtrack.domain.filtering import Filter
from revtrack.domain.outcome.figures import Figures
from revtrack.domain.outcome.over_time import Replied
from revtrack.domain.outcome.rates import Unit
from revtrack.forms.counted import figures_of
from revtrack.forms.desk import Desk
from revtrack.services.follow_up.reporting import count_by_and_by
from revtrack.services.history import latest_change
from revtrack.tui import keys
from revtrack.tui.figures.sections import FigureKey, FigureSections
from revtrack.tui.screens.finding.as_of import AsOfForm
from revtrack.tui.screens.finding.behind import BehindScreen
from revtrack.tui.widgets.filter import FilterLine
from revtrack.tui.widgets.layout import Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.widgets.summary import Summary
from revtrack.tui.work import WorkScreen
from revtrack.wording import _, ngettext


class FigureFilter(FilterLine):
    """A filter of what the figures count, not of the rows that tell them."""

    def keep(self, asked: Filter) -> None:
        """Let the screen count anew."""
        screen = self.screen
        if isinstance(screen, StatisticsScreen):
            screen.count(asked)


class StatisticsScreen(WorkScreen):
    """Figures with their bars; Enter shows what a row counts, a filter chooses what is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.BACK, *keys.STATISTICS]
    FILTER: ClassVar[type[FilterLine]] = FigureFilter

    def __init__(self, desk: Desk) -> None:
        """Open the figures of all that is registered."""
        super().__init__(desk)
        self._units: list[Unit] = []
        self._replies: list[Replied] = []
        self._read_at = -1
        """The last change of the register when it was read; -1: it has not been read whole."""
        self._asked = Filter()
        self._figures: Figures | None = None
        self._shown: FigureSections | None = None

    def compose_list(self) -> ComposeResult:
        """Lay out what is counted, and the figures."""
        yield Summary()
        yield Lines()

    def heading(self) -> str:
        """Return what stands in the top line."""
        return _("Statistics")

    async def _load(self) -> None:
        at = await self.ask(latest_change, self.desk.store)
        if at != self._read_at:
            self.look_up(partial(self._read, at))

    async def _read(self, at: int) -> None:
        """Read audit by audit, telling how far it has come."""
        units: list[Unit] = []
        replies: list[Replied] = []
        self._tell(_("Reading the audits …"))
        steps = count_by_and_by(self.desk.store, self.desk.today)
        while (step := await self.ask(next, steps, None)) is not None:
            units += step.units
            replies += step.replies
            if step.done < step.of:
                said = _("Reading the audits: {n} of {all} …").format(n=step.done, all=step.of)
                self._tell(said)
        self._units, self._replies, self._read_at = units, replies, at
        await self._count()

    # ---- what is counted

    def count(self, asked: Filter) -> None:
        """Count only what the filter keeps."""
        if asked != self._asked:
            self._asked = asked
            if self._read_at >= 0:
                self.look_up(self._count)

    async def _count(self) -> None:
        self._figures = await self.ask(self._counted, self._asked)
        await self._show()

    def _counted(self, asked: Filter) -> Figures:
        return figures_of(self._units, self._replies, asked, self.desk.today)

    # ---- what is shown

    async def _show(self) -> None:
        figures, lines = self._figures, self.query_one(Lines)
        if figures is None:
            return
        if not figures.units and not figures.replies:
            lines.show_sections([_nothing(is_filtered=bool(self._asked.parts))])
            self._tell("")
            return
        self._shown = await self.ask(FigureSections, figures, lines.size.width)
        lines.show_sections(self._shown.sections)
        self._tell(_summary(figures))

    def _tell(self, text: str) -> None:
        self.query_one(Summary).tell(text)

    def on_resize(self) -> None:
        """Draw the bars for the new width."""
        if self._figures is not None:
            self.call_after_refresh(self.look_up, self._show)

    # ---- what is done

    def on_lines_chosen(self) -> None:
        """Show what the row counts."""
        self.action_open()

    def action_open(self) -> None:
        """Show what the row counts."""
        key = self.query_one(Lines).key
        if self._shown and isinstance(key, FigureKey) and key in self._shown.behind:
            self.app.push_screen(BehindScreen(self.desk, self._shown.behind[key]))

    def action_as_of(self) -> None:
        """Show the figures as they stood on a day."""
        self.app.push_screen(AsOfForm(self.desk), self._after_day)

    def _after_day(self, desk: Desk | None) -> None:
        if desk is not None:
            self.app.push_screen(StatisticsScreen(desk))


def _summary(figures: Figures) -> str:
    total = figures.total
    parts = [
        ngettext("{n} recommendation asked", "{n} recommendations asked", total.asked).format(
            n=total.asked
        ),
        _("{n} open").format(n=total.open),
        _("{n} judged").format(n=total.judged),
    ]
    if total.judged:
        share = total.share(total.implemented)
        said = _("{n} found carried out ({share} %)")
        parts.append(said.format(n=total.implemented, share=share))
    parts.append(_("Enter shows what a row counts"))
    return " · ".join(parts)


def _nothing(*, is_filtered: bool) -> Section:
    if is_filtered:
        return Section(_("Nothing is counted"), note=_("No recommendation fits the filter."))
    return Section(
        _("Nothing to count yet"),
        note=_(
            "No letter has asked anything yet. Go back with Esc and press {letter} to register a "
            "letter that has been sent, or {audit} to register an audit."
        ).format(letter=keys.key_of("overview.letter"), audit=keys.key_of("overview.audit")),
    )

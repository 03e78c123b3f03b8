"""Ändra flera rader: what is changed, each row before and after, then all of it as one wish."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from revtrack.forms.bulk import BulkWish, changed_told, name_of, offered, value_told
from revtrack.services.changing.bulk import BulkPlan, carry_out_bulk
from revtrack.services.changing.bulk_kinds import BulkChange, BulkRow
from revtrack.services.changing.subjects import Subject
from revtrack.tui import keys
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.refusals import word_here
from revtrack.tui.screens.asking.pick import PickScreen
from revtrack.tui.show import plain, show
from revtrack.tui.widgets.key_line import KeyLine
from revtrack.tui.widgets.layout import Column, Row, Section
from revtrack.tui.widgets.lines import Lines
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext


@dataclass(frozen=True)
class Seen:
    """A bulk change with what it would do."""

    wish: BulkWish
    wanted: BulkChange
    plan: BulkPlan


class PreviewScreen(RevTrackScreen[int], ModalScreen[int]):
    """Closes with how many rows were changed; Esc changes none."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DIALOG, *keys.BULK]

    def __init__(self, seen: Seen) -> None:
        """Take what the change would do."""
        super().__init__(seen.wish.desk)
        self._seen = seen

    def compose(self) -> ComposeResult:
        """Lay out what is changed, each row, and the keys."""
        with Vertical(id="preview") as frame:
            frame.border_title = show(self._seen.wish.title)
            yield Static(plain(changed_told(self._seen.plan)), id="changed", markup=False)
            yield Lines(can_mark=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Show every row."""
        lines = self.query_one(Lines)
        lines.show_sections(preview_sections(self._seen.plan))
        lines.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to carry it out only where something is changed."""
        del parameters
        return action != "carry_out" or bool(self._seen.plan.changed)

    def action_carry_out(self) -> None:
        """Carry it out, as one wish."""
        if self.may_write():
            self.begin(self._carry_out)

    async def _carry_out(self) -> None:
        seen, desk = self._seen, self.desk
        subjects, why = seen.wish.subjects, seen.wish.why(seen.wanted)
        done = await self.ask(
            carry_out_bulk, desk.store, subjects, seen.wanted, desk.today, seen.plan, why
        )
        self.dismiss(done)


def preview_sections(plan: BulkPlan) -> tuple[Section, ...]:
    """Return the rows that are changed, before and after, and those that are not, with reasons."""
    audit, row = Column(_("Audit"), most=16), Column(_("Row"), most=30)
    changed = Section(
        _("Changed"),
        (audit, row, Column(_("Before"), grows=True), Column(_("After"), grows=True)),
        tuple(
            Row(
                (each.audit, each.what, value_told(each.before), value_told(each.after)),
                ("changed", place),
            )
            for place, each in enumerate(plan.changed)
        ),
        _("No row can be changed so."),
        is_counted=True,
    )
    left = Section(
        _("Not changed"),
        (audit, row, Column(_("Stands now"), most=24), Column(_("Reason"), grows=True)),
        tuple(_left_row(each, place) for place, each in enumerate(plan.left)),
        is_counted=True,
    )
    return (changed, left) if plan.left else (changed,)


def _left_row(row: BulkRow, place: int) -> Row:
    reason = word_here(row.refusal) if row.refusal else ""
    return Row((row.audit, row.what, value_told(row.before), reason), ("left", place), "quiet")


def open_bulk(
    screen: RevTrackScreen[None], subjects: Sequence[Subject], hidden: int, done: Callable[[], None]
) -> None:
    """Let somebody choose what of the marked rows is changed; ``done`` is called when it is."""
    choices = offered(subjects)
    if not choices:
        screen.tell(_("The marked rows cannot be changed together. Change them one by one."))
        return

    def chosen(place: int | None) -> None:
        if place is not None:
            wish = BulkWish(screen.desk, subjects, choices[place], hidden=hidden)
            screen.app.push_screen(WishForm(wish), partial(_preview, screen, wish, done))

    count = ngettext("Change {n} row", "Change {n} rows", len(subjects)).format(n=len(subjects))
    names = [name_of(each) for each in choices]
    screen.app.push_screen(PickScreen(screen.desk, count, names), chosen)


def _preview(
    screen: RevTrackScreen[None],
    wish: BulkWish,
    done: Callable[[], None],
    found: tuple[BulkChange, BulkPlan] | None,
) -> None:
    if found is None:
        return
    wanted, plan = found

    def tell(count: int | None) -> None:
        if count:
            said = ngettext(
                "{n} row is changed. {key} takes it back.",
                "{n} rows are changed. {key} takes all of them back.",
                count,
            )
            screen.tell(said.format(n=count, key=keys.key_of("change.undo")))
            done()

    screen.app.push_screen(PreviewScreen(Seen(wish, wanted, plan)), tell)

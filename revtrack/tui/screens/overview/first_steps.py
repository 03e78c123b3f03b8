"""Ny kommun: three short forms in a row; Esc goes a step back and keeps what is typed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual.widget import Widget
from textual.widgets import TextArea

from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.municipality import STEPS, NewMunicipalityWish
from revtrack.services.drafts import Draft
from revtrack.services.registering.set_up import MadeMunicipality, usual_committees
from revtrack.tui import keys
from revtrack.tui.widgets.picks import CommitteePicks
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, ngettext

PICKED_IN = "committees"


class MunicipalityStep(WishForm[MadeMunicipality]):
    """One step; the last of them stores what all of them say, as one wish."""

    def __init__(self, desk: Desk, step: int = 0, texts: dict[str, str] | None = None) -> None:
        """Make a step; ``texts`` is what is typed in all of them so far."""
        wish = NewMunicipalityWish(desk)
        super().__init__(wish)
        self._step = step
        self._texts = texts if texts is not None else {}
        title = _("{title} – step {n} of {all}: {what}")
        self._title = title.format(title=wish.title, n=step + 1, all=len(STEPS), what=_what()[step])

    @property
    def DOUBTED(self) -> frozenset[str]:  # type: ignore[override]  # noqa: N802 - as Form has it
        """Those of the doubted fields that this step shows."""
        return self.wish.DOUBTED & set(STEPS[self._step])

    @property
    def _is_last(self) -> bool:
        return self._step == len(STEPS) - 1

    def fields(self) -> Iterable[FormField]:
        """Return the fields of this step, as they were left."""
        return [
            replace(field, value=self._texts.get(field.name, field.value))
            for field in self.wish.fields()
            if field.name in STEPS[self._step]
        ]

    def first_field(self) -> str:
        """Return the first of the step."""
        return STEPS[self._step][0]

    def between(self) -> Iterable[Widget]:
        """Offer the usual committees where committees are asked for."""
        if PICKED_IN in STEPS[self._step]:
            yield CommitteePicks(
                _("Or pick with the space bar (Tab goes here):"), usual_committees()
            )

    def on_mount(self) -> None:
        """Tick what is picked already."""
        self._tick()

    @property
    def does(self) -> str:
        """Say that there is more to come, where there is."""
        return "" if self._is_last else _("Next")

    # ---- the usual committees

    def on_committee_picks_picked(self, event: CommitteePicks.Picked) -> None:
        """Write in the field what is picked."""
        control = self.row(PICKED_IN).control
        if isinstance(control, TextArea):
            control.text = event.text

    def on_text_area_changed(self, _event: TextArea.Changed) -> None:
        """Tick what stands in the field."""
        self._tick()

    def _tick(self) -> None:
        for picks in self.query(CommitteePicks):
            picks.follow(self.text(PICKED_IN))

    # ---- from step to step

    def _keep(self) -> None:
        self._texts.update({row.field.name: row.text for row in self.rows})

    async def _save(self) -> None:
        self._keep()
        if self._is_last:
            await super()._save()
            return
        try:
            is_right = not self._find_faults() and not await self._is_any_in_doubt()
        finally:
            self._is_saving = False
        if is_right:
            following = MunicipalityStep(self.desk, self._step + 1, self._texts)
            self.app.push_screen(following, self._after)

    async def _after(self, done: MadeMunicipality | None) -> None:
        if done is not None:
            await self.end_draft()
            self.dismiss(done)

    def draft_about(self) -> str:
        """Return which step it is."""
        return f"{super().draft_about()} {self._step}"

    def action_back(self) -> None:
        """Go a step back, keeping what is typed; ask first where the first step is left."""
        if self._step:
            self._keep()
            self.dismiss(None)
        else:
            super().action_back()

    def contents(self) -> object:
        """Return what is typed in all steps."""
        later = [self._texts.get(name, "") for step in STEPS[1:] for name in step]
        return super().contents(), tuple(filter(None, later))

    def drafted(self) -> dict[str, str]:
        """Return what is typed in all steps, so that the first of them can offer it again."""
        return self._texts | super().drafted()

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Take back what was typed in all steps."""
        self._texts.update(draft.changed)
        super().put_draft(draft, first)

    def offers_draft(self) -> bool:
        """Offer it in the first step only; the others go on with it."""
        return not self._step

    async def carry_out(self) -> MadeMunicipality:
        """Store what all steps say."""
        typed = Typed(self.wish.fields(), self._texts, self.desk.today)
        return await self.ask(self.wish.carry_out, typed)


def _what() -> tuple[str, ...]:
    return _("the municipality"), _("its committees"), _("its auditors")


def made_told(done: MadeMunicipality) -> str:
    """Return what was set up."""
    said = ngettext(
        "{municipality} is set up with {n} committee.",
        "{municipality} is set up with {n} committees.",
        len(done.committees),
    )
    return said.format(municipality=done.municipality.name, n=len(done.committees))


def next_told() -> str:
    """Return which key comes next, where the screen does not show it."""
    said = _(
        "Next: {letter} on the overview registers a letter that has been sent, {audit} an audit."
    )
    return said.format(letter=keys.key_of("overview.letter"), audit=keys.key_of("overview.audit"))

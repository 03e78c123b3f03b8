"""What is typed in a form is kept as it is typed: a crash or a closed window loses nothing."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Protocol, TypeVar, runtime_checkable

from textual.timer import Timer

from revtrack.domain.errors import RevTrackError
from revtrack.forms.desk import Desk
from revtrack.forms.drafted import says_something
from revtrack.forms.field import FormField
from revtrack.services.drafts import Draft, DraftBox
from revtrack.tui.base import RevTrackScreen
from revtrack.tui.screens.asking.discard import DiscardQuestion
from revtrack.tui.screens.asking.draft_found import DraftFound, Wanted

Result = TypeVar("Result")

EVERY = 1.0
"""Seconds between two looks at whether something new has been typed."""


@runtime_checkable
class Drafted(Protocol):
    """A widget of a form, besides its fields, whose contents belong to a draft."""

    def drafted(self) -> str:
        """Return its contents as a text."""

    def put_draft(self, text: str) -> None:
        """Take such a text back; what fits nothing here is left out."""


class DraftedScreen(RevTrackScreen[Result]):
    """A form with its draft: looked for when it opens, kept while it is typed in."""

    def __init__(self, desk: Desk) -> None:
        """Keep nothing until the form stands."""
        super().__init__(desk)
        self._draft_key = ""
        self._first: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._draft_turn = asyncio.Lock()
        self._draft_timer: Timer | None = None

    # ---- what a form tells of itself

    def draft_about(self) -> str:
        """Return which form of which record it is; empty where nothing is kept of it."""
        return ""

    def offers_draft(self) -> bool:
        """Tell whether it may offer a draft; else it only keeps one."""
        return True

    def drafted(self) -> dict[str, str]:
        """Return all that is typed and chosen, by the names of the fields."""
        raise NotImplementedError

    def put_draft(self, draft: Draft, first: Mapping[str, str]) -> None:
        """Write what was typed where it was typed; ``first`` is what stood there before."""
        raise NotImplementedError

    def shown_fields(self) -> Mapping[str, FormField]:
        """Return the fields by their names."""
        raise NotImplementedError

    def has_unsaved(self) -> bool:
        """Tell whether there is something that closing would lose."""
        raise NotImplementedError

    # ---- closing

    def action_back(self) -> None:
        """Close; ask first where something is not saved."""
        if self.has_unsaved():
            self.app.push_screen(DiscardQuestion(self.desk), self._after_question)
        else:
            self.dismiss(None)

    def _after_question(self, is_to_be_discarded: bool | None) -> None:
        if is_to_be_discarded:
            self.begin(self.discard)

    async def discard(self) -> None:
        """Close without saving; nothing is kept."""
        await self.end_draft()
        self.dismiss(None)

    # ---- the draft

    @property
    def _box(self) -> DraftBox | None:
        return None if self.desk.store.is_read_only else self.desk.drafts

    def begin_drafting(self) -> None:
        """Offer what an earlier form has left; keep what is typed from now on."""
        self._draft_key = self.draft_about()
        self._first = self._kept = self.drafted()
        if self._box is not None and self._draft_key:
            self.begin(partial(self._offer_draft, self._box))

    async def _offer_draft(self, box: DraftBox) -> None:
        draft = None
        try:
            draft = await self.ask(box.find, self._draft_key) if self.offers_draft() else None
        except RevTrackError as refusal:
            self.refuse(refusal)
        if draft is not None and says_something(draft, self._first):
            question = DraftFound(self.desk, draft, self.shown_fields(), box.clock().date())
            self.app.push_screen(question, partial(self._obey, box, draft))
        else:
            self._watch()

    def _obey(self, box: DraftBox, draft: Draft, wanted: Wanted | None) -> None:
        if wanted is Wanted.GO_ON:
            self.put_draft(draft, self._first)
            self._kept = self.drafted()
        elif wanted is Wanted.DISCARD:
            box.drop(self._draft_key)
        else:
            self.dismiss(None)
            return
        self._watch()

    def _watch(self) -> None:
        self._draft_timer = self.set_interval(EVERY, self._look)

    def _look(self) -> None:
        if self.is_current and self.drafted() != self._kept:
            self.run_worker(self.keep_draft(), group="draft", exit_on_error=False)

    async def keep_draft(self) -> None:
        """Keep what stands in the form now; nothing where it says what it said at first."""
        box = self._box
        if self._draft_timer is None or box is None:
            return
        async with self._draft_turn:
            now = self.drafted()
            if now == self._kept or self._draft_timer is None:
                return
            self._kept = now
            try:
                if now == self._first:
                    await self.ask(box.drop, self._draft_key)
                else:
                    await self.ask(box.keep, self._draft_key, now, self._first)
            except RevTrackError as refusal:
                self._stop_watching()  # said once; what is typed can still be saved
                self.refuse(refusal)

    async def end_draft(self) -> None:
        """Throw the draft away: what was typed is stored, or is not wanted."""
        self._stop_watching()
        if self._box is not None and self._draft_key:
            async with self._draft_turn:
                await self.ask(self._box.drop, self._draft_key)

    def _stop_watching(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None

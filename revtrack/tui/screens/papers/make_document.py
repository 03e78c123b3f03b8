"""Framställ handling: for whom, as what and where to; it is made while one may still stop it."""

from dataclasses import dataclass
from threading import Event

from textual.message import Message

from revtrack.domain.case import AuditCase
from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Committee, Municipality
from revtrack.forms.desk import Desk
from revtrack.forms.document import DocumentWish
from revtrack.services.papers.making import Made
from revtrack.services.papers.offers import Offer
from revtrack.services.papers.placing import GivenUpError
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _, word

MAKING = "make"
"""Work that no key waits for, so that it can be stopped."""


class DocumentForm(WishForm[Made]):
    """One kind of document; closes with its files, made now or lying there already."""

    @dataclass
    class Came(Message):
        """So many of so many documents are made."""

        done: int
        of: int

    def __init__(
        self,
        desk: Desk,
        offer: Offer,
        municipality: Municipality,
        case: AuditCase | None,
        committee: Committee | None = None,
        *,
        has_others: bool = False,
    ) -> None:
        """Make the form for a kind; ``has_others`` tells that there are more municipalities."""
        wish = DocumentWish(desk, offer, municipality, case, committee, has_others=has_others)
        wish.follow = self._come
        super().__init__(wish)
        self._stop = Event()

    def action_save(self) -> None:
        """Make it, unless it is being made already; keys are obeyed meanwhile."""
        if not self._is_saving and self.may_write():
            self._is_saving = True
            self._stop = Event()
            self.run_worker(self._save(), group=MAKING, exit_on_error=False)

    def action_back(self) -> None:
        """Stop what is being made, or close the form."""
        if self._is_saving and not self._stop.is_set():
            self._stop.set()
            self.tell_here(_("Being given up …"))
        else:
            super().action_back()

    def _come(self, done: int, of: int) -> None:
        """Tell how far it has come, from the thread that makes it, or give it up."""
        if self._stop.is_set():
            raise GivenUpError
        self.post_message(self.Came(done, of))

    def on_document_form_came(self, event: Came) -> None:
        """Show how far it has come."""
        if self._is_saving and not self._stop.is_set():
            said = _("Making {n} of {all} … {key} gives it up.")
            place = min(event.done + 1, event.of)
            self.tell_here(said.format(n=place, all=event.of, key="Esc"))

    async def carry_out(self) -> Made:
        """Make the document and return its files."""
        try:
            return await super().carry_out()
        except GivenUpError as given_up:
            self.tell_here("")
            raise RevTrackError(word(given_up)) from given_up

"""Som det såg ut: the register as it stood on a day, on a desk of its own."""

from revtrack.domain.errors import RevTrackError
from revtrack.forms.as_of import AsOfWish
from revtrack.forms.desk import Desk
from revtrack.tui.wish_form import WishForm
from revtrack.wording import _


class AsOfForm(WishForm[Desk]):
    """Which day; it closes with the desk of that day, on which nothing can be changed."""

    def __init__(self, desk: Desk) -> None:
        """Make the form."""
        super().__init__(AsOfWish(desk))

    def draft_about(self) -> str:
        """Keep no draft: nothing is lost with a day."""
        return ""

    def may_write(self) -> bool:
        """Return True: to look back changes nothing."""
        return True

    def has_unsaved(self) -> bool:
        """Return False: Esc closes it at once, also while the history is read."""
        return False

    def action_save(self) -> None:
        """Read the history; nobody waits for it, so that it can be given up with Esc."""
        if not self._is_saving:
            self._is_saving = True
            self.look_up(self._save)

    async def carry_out(self) -> Desk:
        """Return the desk of the day."""
        self.tell_here(_("Reading the history …"))
        try:
            return await super().carry_out()
        except RevTrackError:
            self.tell_here(self.wish.told(self.typed))
            raise

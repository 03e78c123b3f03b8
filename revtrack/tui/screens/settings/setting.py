"""En inställning: one choice of a person's own, kept in settings.toml."""

from revtrack.forms.desk import Desk
from revtrack.forms.settings import Chosen, SettingWish
from revtrack.services.choices import Choice, OwnSettings
from revtrack.tui.wish_form import WishForm


class SettingForm(WishForm[Chosen]):
    """One field; closes with what was chosen."""

    def __init__(self, desk: Desk, own: OwnSettings, choice: Choice) -> None:
        """Make the form of a choice."""
        super().__init__(SettingWish(desk, own, choice))

    def draft_about(self) -> str:
        """Keep no draft: nothing is lost with one choice."""
        return ""

    def may_write(self) -> bool:
        """Allow it also where the register is open for reading only: nothing in it is changed."""
        return True

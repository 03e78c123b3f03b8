"""Som det såg ut: the register as it stood on a day, read as the register of today is."""

from collections.abc import Callable

from revtrack.forms.as_of import AsOfWish
from revtrack.plain.filling import fill
from revtrack.plain.menu import Dialogue
from revtrack.wording import _


def look_back(talk: Dialogue, read: Callable[[Dialogue], None]) -> None:
    """Ask which day, and let somebody read the register as it stood then; nothing is changed."""
    desk = fill(talk, AsOfWish(talk.desk), at_once=True)
    read(Dialogue(talk.console, desk))
    talk.say(_("Back to the register as it is now."))

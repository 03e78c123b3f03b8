"""What one works with: the open register, the day, where documents go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from revtrack.domain.errors import RevTrackError
from revtrack.forms import refusals
from revtrack.services.all_checked import AllChecked
from revtrack.services.choices import OwnSettings
from revtrack.services.drafts import DraftBox
from revtrack.storage.store import Store


@dataclass(frozen=True)
class Desk:
    """The open register and the circumstances of this sitting; handed to each screen and form."""

    store: Store
    today: date
    documents_folder: Path
    is_demo: bool = False
    is_past: bool = False
    """Whether the register is shown as it stood on that day, told by its history."""
    drafts: DraftBox | None = None
    """Where what is typed is kept until it is saved; None: nowhere."""
    own: OwnSettings | None = None
    """The person's own choices; None: none are kept in this sitting."""
    firm: str | None = None
    """The firm that new audits are proposed to be made by."""
    called: Callable[[str], str] = str
    """What an action is called where one sits: its key, or the line of a menu that does it."""
    checked: AllChecked = field(default_factory=AllChecked, init=False, compare=False)
    """What is known of the checks of all audits of this register, so that it is read once."""

    def word(self, refusal: RevTrackError) -> str:
        """Return a refusal in words that hold where one sits: no commands."""
        return refusals.told(refusal, self.called)

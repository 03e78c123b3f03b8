"""Påminnelser: make the drafts that are due, and note drafts as sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from revtrack.domain.days.dates import Towards
from revtrack.domain.records import Committee
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import typed_path
from revtrack.services.reminding.remind import MadeMessage, remind
from revtrack.services.reminding.remind_log import LogLine
from revtrack.services.reminding.remind_plan import EVERYBODY, Whom
from revtrack.services.reminding.remind_sent import note_sent
from revtrack.wording import _

ALL, ONE = "all", "one"


@dataclass(frozen=True)
class Reminded:
    """Whom the row is about, and how many there are in all."""

    committee: Committee | None
    count: int

    def whom(self, chosen: str) -> Whom:
        """Return whom the wish is about: everybody, or the committee of the row alone."""
        if self.committee is None or chosen != ONE:
            return EVERYBODY
        return Whom(municipality_id=self.committee.municipality_id, committee=self.committee.name)

    def field(self) -> Sequence[FormField]:
        """Return the field by which it is chosen; none where there is no choice."""
        if self.committee is None or self.count < 2:  # noqa: PLR2004 - one has nothing to choose
            return ()
        choices = (
            (ALL, _("All that are due ({n})").format(n=self.count)),
            (ONE, said.name(self.committee)),
        )
        return (FormField("whom", _("To"), Kind.CHOICE, choices=choices),)


class RemindWish(Wish[tuple[MadeMessage, ...]]):
    """The drafts are made as files and noted; nothing is sent."""

    def __init__(self, desk: Desk, about: Reminded) -> None:
        """Take whom the row is about."""
        super().__init__(desk, _("Make the drafts"))
        self._about = about

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Create")

    def fields(self) -> Sequence[FormField]:
        """Return to whom, and the folder."""
        folder = str(self.desk.documents_folder.absolute())
        return (
            *self._about.field(),
            FormField("folder", _("Folder"), Kind.PATH, folder, is_required=True),
        )

    def told(self, typed: Typed) -> str:
        """Say that nothing is sent."""
        del typed
        return _("The drafts become files to open in your mail program. Nothing is sent from here.")

    def carry_out(self, typed: Typed) -> tuple[MadeMessage, ...]:
        """Make them and return them."""
        folder = typed_path(typed.text("folder")) or self.desk.documents_folder
        whom = self._about.whom(typed.text("whom"))
        made, _plan = remind(self.desk.store, self.desk.today, folder.absolute(), whom)
        return made


class SentWish(Wish[tuple[LogLine, ...]]):
    """That drafts have been sent, and the day."""

    def __init__(self, desk: Desk, about: Reminded) -> None:
        """Take whom the row is about."""
        super().__init__(desk, _("Note drafts as sent"))
        self._about = about

    def fields(self) -> Sequence[FormField]:
        """Return the day, and to whom."""
        day = self.desk.today.isoformat()
        return (
            FormField("on", _("Sent on"), Kind.DAY, day, is_required=True, towards=Towards.PAST),
            *self._about.field(),
        )

    def told(self, typed: Typed) -> str:
        """Say what follows."""
        del typed
        return _("From then on they count as reminded.")

    def carry_out(self, typed: Typed) -> tuple[LogLine, ...]:
        """Note them as sent and return them."""
        desk = self.desk
        on, whom = typed.day("on") or desk.today, self._about.whom(typed.text("whom"))
        return note_sent(desk.store, on, desk.today, whom)

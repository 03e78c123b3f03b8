"""Som det såg ut: the register as it stood on a day, on a desk of its own."""

from collections.abc import Sequence
from dataclasses import replace

from revtrack.domain.days.dates import Towards
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.as_of import as_of
from revtrack.wording import _


class AsOfWish(Wish[Desk]):
    """Which day; gives back the desk of that day, on which nothing can be changed."""

    def __init__(self, desk: Desk) -> None:
        """Take the register as it is."""
        super().__init__(desk, _("As it stood on a day"))

    @property
    def does(self) -> str:
        """What carrying it out is called."""
        return _("Show")

    def fields(self) -> Sequence[FormField]:
        """Return the one field."""
        today = self.desk.today.isoformat()
        return (
            FormField("day", _("Day"), Kind.DAY, today, is_required=True, towards=Towards.PAST),
        )

    def told(self, typed: Typed) -> str:
        """Say what is shown."""
        del typed
        return _(
            "Shown as the register stood when the day had ended, by when things were "
            "registered. Nothing can be changed there."
        )

    def carry_out(self, typed: Typed) -> Desk:
        """Return the desk of the day."""
        desk = self.desk
        day = typed.day("day") or desk.today
        store = as_of(desk.store, day, desk.today)
        return replace(desk, store=store, today=day, is_past=True, drafts=None)

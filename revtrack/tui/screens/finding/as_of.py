"""Som det såg ut: the register as it stood on a day, on a desk of its own."""

from collections.abc import Iterable
from dataclasses import replace

from revtrack.domain.days.dates import Towards
from revtrack.services.as_of import as_of
from revtrack.tui.desk import Desk
from revtrack.tui.form import Form
from revtrack.tui.widgets.fields import FormField, Kind, SaveButton
from revtrack.wording import _


class AsOfForm(Form[Desk]):
    """Which day; it closes with the desk of that day, on which nothing can be changed."""

    def __init__(self, desk: Desk) -> None:
        """Make the form."""
        super().__init__(desk, _("As it stood on a day"))

    def fields(self) -> Iterable[FormField]:
        """Return the one field."""
        yield FormField(
            "day",
            _("Day"),
            Kind.DAY,
            self.desk.today.isoformat(),
            is_required=True,
            towards=Towards.PAST,
        )

    def on_mount(self) -> None:
        """Say what is shown."""
        self.query_one(SaveButton).word = _("Show")
        self.tell_here(
            _(
                "Shown as the register stood when the day had ended, by when things were "
                "registered. Nothing can be changed there."
            )
        )

    def may_write(self) -> bool:
        """Return True: to look back changes nothing."""
        return True

    async def carry_out(self) -> Desk:
        """Return the desk of the day."""
        self.tell_here(_("Reading the history …"))
        day = self.day("day") or self.desk.today
        store = await self.ask(as_of, self.desk.store, day, self.desk.today)
        return replace(self.desk, store=store, today=day, is_past=True)

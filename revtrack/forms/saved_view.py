"""Spara vy: a filter gets a name."""

from collections.abc import Sequence

from revtrack.domain.records import NewSavedView, SavedView
from revtrack.domain.texts.prose import name_key
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Wish
from revtrack.services.saved_views import save_view
from revtrack.wording import _


class SaveViewWish(Wish[SavedView]):
    """A name; one that is there already gets the new filter."""

    def __init__(
        self, desk: Desk, screen: str, filter_text: str, known: Sequence[SavedView]
    ) -> None:
        """Take the filter and the views that are saved."""
        super().__init__(desk, _("Save the filter as a view"))
        self._screen = screen
        self._filter_text = filter_text
        self._known = known

    def fields(self) -> Sequence[FormField]:
        """Return the name."""
        return (
            FormField(
                "name",
                _("Name of the view"),
                hint=_("for example: open in the schools committee"),
                is_required=True,
                known=[each.name for each in self._known],
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell which filter is saved, and whether another is replaced."""
        same = [e for e in self._known if name_key(e.name) == name_key(typed.text("name"))]
        if same:
            return _("{filter} takes the place of {old}.").format(
                filter=self._filter_text, old=same[0].filter_text
            )
        return _("Filter: {filter}").format(filter=self._filter_text)

    def carry_out(self, typed: Typed) -> SavedView:
        """Store the view and return it."""
        new = NewSavedView.model_validate(
            {
                "name": typed.text("name"),
                "screen": self._screen,
                "filter_text": self._filter_text,
            }
        )
        return save_view(self.desk.store, new)

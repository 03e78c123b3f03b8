"""Eget ord: what an office writes for a step of assessment, in place of the usual word."""

from collections.abc import Sequence

from revtrack.domain.codes import Grade
from revtrack.domain.records import Label, Municipality
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.labels import set_own_word
from revtrack.wording import _
from revtrack.wording.labels import label


class OwnWordWish(Wish[Label]):
    """A step and the word for it; earlier assessments keep the words that they were given."""

    def __init__(self, desk: Desk, town: Municipality, own: Label | None = None) -> None:
        """Take the municipality, and the word to change; None: a new one."""
        super().__init__(desk, _("Own word – {municipality}").format(municipality=town.name))
        self._town = town
        self._own = own

    def fields(self) -> Sequence[FormField]:
        """Return the step and the word."""
        grades = tuple((each.value, label(each)) for each in Grade)
        own = self._own
        return (
            FormField(
                "code",
                _("instead of"),
                Kind.CHOICE,
                value=own.code if own else Grade.YES.value,
                choices=grades,
            ),
            FormField(
                "text", _("The office writes"), value=own.text if own else "", is_required=True
            ),
        )

    def told(self, typed: Typed) -> str:
        """Tell where the word is used."""
        del typed
        return _(
            "The word is proposed for new assessments; those that there are keep the words of "
            "their reports."
        )

    def carry_out(self, typed: Typed) -> Label:
        """Store the word and return it."""
        code, text = Grade(typed.text("code")), typed.text("text").strip()
        return set_own_word(self.desk.store, self._town.id, code, text)

"""What a new audit and a new letter ask alike: in which municipality, and of which committees."""

from collections.abc import Sequence
from typing import ClassVar

from revtrack.domain.records import Municipality
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Typed
from revtrack.forms.wish import Result_co, Wish
from revtrack.services.completing import Names
from revtrack.services.registering.new_letter import propose_reference_for
from revtrack.wording import _


class BeginningWish(Wish[Result_co]):
    """A wish that makes an audit, and the committees and the municipality that are not known."""

    ASKS_REGISTER: ClassVar[bool] = True
    COMMITTEES: ClassVar[str]
    """The field that committees are typed in."""

    def __init__(self, desk: Desk, title: str, municipalities: Sequence[Municipality]) -> None:
        """Take the known municipalities, which are proposed."""
        super().__init__(desk, title)
        self.municipalities = municipalities

    def year(self, typed: Typed) -> int | None:
        """Return the year that a reference is proposed for; None where none can be read."""
        raise NotImplementedError

    def municipality_field(self) -> FormField:
        """Return the field of the municipality, filled in where there is but one."""
        names = [town.name for town in self.municipalities]
        return FormField(
            "municipality",
            _("Municipality"),
            value=names[0] if len(names) == 1 else "",
            hint=_("for example Eskilstuna kommun"),
            names=Names.MUNICIPALITIES,
            is_required=True,
        )

    def committees_field(self, title: str, *, is_required: bool = False) -> FormField:
        """Return the field that committees are typed in, by any of their names."""
        return FormField(
            self.COMMITTEES,
            title,
            hint=_("for example KS, GSN, KFN"),
            names=Names.COMMITTEES,
            is_list=True,
            is_required=is_required,
        )

    def reference_field(self) -> FormField:
        """Return the field of the reference, which is proposed where nothing is typed."""
        return FormField("reference", _("Reference"), hint=_("proposed"), is_folded=True)

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "title" if len(self.municipalities) == 1 else "municipality"

    def told(self, typed: Typed) -> str:
        """Tell what saving will make."""
        name, store = typed.line("municipality"), self.desk.store
        if not name:
            return ""
        told = []
        year = self.year(typed)
        if year is not None and not typed.line("reference"):
            proposed = propose_reference_for(store, name, year)
            told.append(_("Reference {reference}.").format(reference=proposed))
        if committees := typed.line(self.COMMITTEES):
            told += said.typed_committees(self.desk, name, committees)
        told.append(said.new_municipality(name, self.municipalities))
        return "\n".join(filter(None, told))

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about committees that are not known and whose names are unlike a committee's."""
        town, text = typed.text("municipality"), typed.text(name)
        return said.doubted_committees(self.desk, town, text)

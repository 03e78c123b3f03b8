"""Ny kommun i tre steg, och en kommuns uppgifter och inställningar."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from revtrack.domain.codes import (
    CountedDay,
    MunicipalityKind,
    OfficeholderFunction,
    Signing,
)
from revtrack.domain.errors import RevTrackError, UsageError
from revtrack.domain.names.committee_lines import listed_committees
from revtrack.domain.records import Municipality
from revtrack.domain.replies.reminders import NO_STEPS
from revtrack.forms.committees import listed_told, odd_in_list
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.municipalities import change_settings
from revtrack.services.registering.set_up import (
    Auditor,
    MadeMunicipality,
    SetUp,
    refuse_known_municipality,
    set_up_municipality,
)
from revtrack.wording import _
from revtrack.wording.labels import field_label, label
from revtrack.wording.town_settings import steps_typed

STEPS: tuple[tuple[str, ...], ...] = (
    ("name", "place", "reply_address"),
    ("committees",),
    ("chair", "vice_chair", "expert", "firm"),
)
"""The fields that a screen asks for one step after the other; plain lines ask for all in order."""


class NewMunicipalityWish(Wish[MadeMunicipality]):
    """A municipality with its committees and the people around its auditors."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"name", "committees"})

    def __init__(self, desk: Desk, proposed: Mapping[str, str] | None = None) -> None:
        """Begin with what is proposed, by the names of the fields; with nothing where it is not."""
        super().__init__(desk, _("New municipality"))
        self._proposed = proposed or {}

    def fields(self) -> Sequence[FormField]:
        """Return the fields of all steps; only the name has to be filled in."""
        return tuple(
            replace(each, value=self._proposed.get(each.name, "")) for each in self._empty_fields()
        )

    def _empty_fields(self) -> tuple[FormField, ...]:
        return (
            FormField(
                "name",
                _("Municipality"),
                hint=_("for example Eskilstuna kommun"),
                is_required=True,
            ),
            FormField(
                "place", _("Town"), hint=_("where letters are dated, for example Eskilstuna")
            ),
            FormField(
                "reply_address",
                _("Replies are sent to"),
                hint=_("for example revisionen@kommunen.se"),
            ),
            FormField(
                "committees",
                _("Committees"),
                Kind.TEXT,
                hint=_("one a line, for example: Kommunstyrelsen KS"),
            ),
            FormField(
                "chair",
                _("Chair of the auditors"),
                hint=_("name; printed under letters"),
            ),
            FormField("vice_chair", _("Vice chair")),
            FormField("expert", _("Leader at the firm"), hint=_("name; empty where there is none")),
            FormField("firm", _("Firm"), hint=_("the experts' firm, or the own office")),
        )

    def told(self, typed: Typed) -> str:
        """Tell which committees are added."""
        return listed_told(typed.text("committees"), ())

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about names that are unlike a committee's; a municipality's has to be free."""
        if name == "name":
            try:
                refuse_known_municipality(self.desk.store, typed.text("name"))
            except RevTrackError as refusal:
                return self.desk.word(refusal)
            return ""
        return odd_in_list(typed.text(name), ())

    def carry_out(self, typed: Typed) -> MadeMunicipality:
        """Store the municipality and return it."""
        firm = typed.line("firm")
        people = (
            ("chair", OfficeholderFunction.CHAIR, None),
            ("vice_chair", OfficeholderFunction.VICE_CHAIR, None),
            ("expert", OfficeholderFunction.ENGAGEMENT_LEAD, firm),
        )
        entry = SetUp(
            name=typed.text("name").strip(),
            committees=listed_committees(typed.text("committees")),
            auditors=tuple(
                Auditor(name, function, body)
                for field, function, body in people
                if (name := typed.line(field))
            ),
            place=typed.line("place"),
            reply_address=typed.line("reply_address"),
        )
        return set_up_municipality(self.desk.store, entry)


_LINES = ("name", "abbreviation", "place", "reply_address", "diary_address")
_TRUTHS = ("takes_drafts", "asks_if_solved")


class MunicipalityWish(Wish[Municipality]):
    """What a municipality is called, and what its office has chosen."""

    def __init__(self, desk: Desk, town: Municipality) -> None:
        """Take the municipality as it was read."""
        super().__init__(desk, town.name)
        self._town = town

    def fields(self) -> Sequence[FormField]:
        """Return the names and addresses, then the choices."""
        town = self._town
        lines = (
            FormField(
                each,
                field_label("municipality", each),
                value=getattr(town, each) or "",
                is_required=each == "name",
            )
            for each in _LINES
        )
        return (
            *lines,
            FormField(
                "reply_months",
                field_label("municipality", "reply_months"),
                value=str(town.reply_months),
                is_required=True,
            ),
            FormField(
                "reminder_steps",
                field_label("municipality", "reminder_steps"),
                value=steps_typed(town.reminder_steps),
                hint=_("days from the reply day: -14 mail, 7 mail, 21 letter"),
            ),
            _choice("counted_day", town.counted_day),
            _choice("signing", town.signing),
            _choice("kind", town.kind),
            *(_truth(each, is_so=getattr(town, each)) for each in _TRUTHS),
        )

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Tell that nobody is reminded where no step stands."""
        is_empty = typed.line("reminder_steps") in {None, NO_STEPS}
        return {"reminder_steps": (_("Nobody is reminded."),) if is_empty else ()}

    def carry_out(self, typed: Typed) -> Municipality:
        """Store what is changed and return the municipality."""
        months = typed.text("reply_months").strip()
        if not months.isdecimal():
            raise UsageError("{months} is no number of months. Write it as 3.", months=months)
        choices = {
            **{each: typed.line(each) for each in _LINES},
            "name": typed.text("name").strip(),
            "reply_months": int(months),
            "reminder_steps": typed.line("reminder_steps") or NO_STEPS,
            "counted_day": CountedDay(typed.text("counted_day")),
            "signing": Signing(typed.text("signing")),
            "kind": MunicipalityKind(typed.text("kind")),
            **{each: typed.truth(each) for each in _TRUTHS},
        }
        return change_settings(self.desk.store, self._town, choices)


def _choice(name: str, chosen: CountedDay | Signing | MunicipalityKind) -> FormField:
    codes = tuple((each.value, label(each)) for each in type(chosen))
    return FormField(
        name, field_label("municipality", name), Kind.CHOICE, chosen.value, choices=codes
    )


def _truth(name: str, *, is_so: bool) -> FormField:
    return FormField(
        name,
        field_label("municipality", name),
        Kind.CHOICE,
        "yes" if is_so else "no",
        choices=(("yes", _("Yes")), ("no", _("No"))),
    )

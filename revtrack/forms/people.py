"""Förtroendevalda, sakkunniga och revisorernas sammanträden."""

from collections.abc import Mapping, Sequence

from revtrack.domain.codes import OfficeholderFunction
from revtrack.domain.days.dates import Towards
from revtrack.domain.records import (
    AuditorsMeeting,
    Municipality,
    NewAuditorsMeeting,
    NewOfficeholder,
    Officeholder,
)
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.registering.people import (
    add_auditors_meeting,
    add_officeholder,
    change_auditors_meeting,
    change_officeholder,
)
from revtrack.wording import _
from revtrack.wording.labels import field_label, label

ALONE = frozenset(
    {
        OfficeholderFunction.CHAIR,
        OfficeholderFunction.VICE_CHAIR,
    }
)
"""Functions that as a rule one person has at a time."""


class OfficeholderWish(Wish[Officeholder]):
    """A person in a function for the auditors, and how long."""

    def __init__(
        self,
        desk: Desk,
        town: Municipality,
        others: Sequence[Officeholder],
        person: Officeholder | None = None,
    ) -> None:
        """Take the municipality with its people, and the one to change; None: a new one."""
        title = _("New person – {municipality}") if person is None else "{name}"
        name = person.name if person else ""
        super().__init__(desk, title.format(municipality=town.name, name=name))
        self._town = town
        self._others = [each for each in others if person is None or each.id != person.id]
        self._person = person

    def fields(self) -> Sequence[FormField]:
        """Return name, function and days; the title and the body after them."""
        own = self._person
        functions = tuple((each.value, label(each)) for each in OfficeholderFunction)
        return (
            FormField(
                "name",
                field_label("officeholder", "name"),
                value=_said(own, "name"),
                is_required=True,
            ),
            FormField(
                "function",
                field_label("officeholder", "function"),
                Kind.CHOICE,
                value=own.function.value if own else OfficeholderFunction.CHAIR.value,
                choices=functions,
            ),
            FormField(
                "from_on",
                field_label("officeholder", "from_on"),
                Kind.DAY,
                value=_said(own, "from_on"),
                hint=_("first day in the function"),
            ),
            FormField(
                "to_on",
                field_label("officeholder", "to_on"),
                Kind.DAY,
                value=_said(own, "to_on"),
                hint=_("last day; empty: until further notice"),
                towards=Towards.FUTURE,
            ),
            FormField(
                "body",
                _("Firm or group"),
                value=_said(own, "body"),
                hint=_("for example the name of the firm"),
                known=sorted({each.body for each in self._others if each.body}),
            ),
            FormField(
                "title",
                field_label("officeholder", "title"),
                value=_said(own, "title"),
                hint=_("for example certifierad kommunal revisor"),
            ),
        )

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Tell who has the function already without a last day."""
        function = OfficeholderFunction(typed.text("function"))
        there = [each for each in self._others if each.function is function and each.to_on is None]
        if function not in ALONE or not there or typed.day_or_none("to_on"):
            return {"function": ()}
        told = _(
            "{name} stands as {function} without a last day. Who began last signs; change that "
            "row to end its term."
        )
        return {
            "function": tuple(
                told.format(name=each.name, function=label(function).lower()) for each in there
            )
        }

    def carry_out(self, typed: Typed) -> Officeholder:
        """Store the person and return it."""
        said = {
            "name": typed.text("name"),
            "function": OfficeholderFunction(typed.text("function")),
            "from_on": typed.day("from_on"),
            "to_on": typed.day("to_on"),
            "body": typed.line("body"),
            "title": typed.line("title"),
        }
        if self._person is not None:
            return change_officeholder(self.desk.store, self._person, said)
        new = NewOfficeholder.model_validate({"municipality_id": self._town.id, **said})
        return add_officeholder(self.desk.store, new)


def _said(record: Officeholder | AuditorsMeeting | None, field: str) -> str:
    value = getattr(record, field) if record is not None else None
    return str(value) if value is not None else ""


class AuditorsMeetingWish(Wish[AuditorsMeeting]):
    """A day on which the auditors meet, and what they are to treat."""

    def __init__(
        self, desk: Desk, town: Municipality, meeting: AuditorsMeeting | None = None
    ) -> None:
        """Take the municipality, and the meeting to change; None: a new one."""
        title = _("The auditors' meeting – {municipality}")
        super().__init__(desk, title.format(municipality=town.name))
        self._town = town
        self._meeting = meeting

    def fields(self) -> Sequence[FormField]:
        """Return day and note."""
        return (
            FormField(
                "held_on",
                field_label("auditors_meeting", "held_on"),
                Kind.DAY,
                value=_said(self._meeting, "held_on"),
                is_required=True,
                towards=Towards.FUTURE,
            ),
            FormField(
                "note",
                field_label("auditors_meeting", "note"),
                Kind.TEXT,
                value=_said(self._meeting, "note"),
                hint=_("what is to be treated"),
            ),
        )

    def carry_out(self, typed: Typed) -> AuditorsMeeting:
        """Store the meeting and return it."""
        said = {"held_on": typed.day("held_on"), "note": typed.line("note")}
        if self._meeting is not None:
            return change_auditors_meeting(self.desk.store, self._meeting, said)
        new = NewAuditorsMeeting.model_validate({"municipality_id": self._town.id, **said})
        return add_auditors_meeting(self.desk.store, new)

"""Nytt missiv: five fields, and the replies to a letter are watched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from revtrack.domain.days.dates import Towards
from revtrack.domain.days.deadlines import propose_due_on
from revtrack.domain.entries import LetterEntry
from revtrack.domain.records import Audit, Municipality
from revtrack.forms import said
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.forms.wish import Wish
from revtrack.services.completing import Names
from revtrack.services.registering.due_days import doubts_of_letter
from revtrack.services.registering.new_letter import (
    propose_reference_for,
    register_letter,
)
from revtrack.wording import _


@dataclass(frozen=True)
class Registered:
    """What the form closes with."""

    audit: Audit
    due_on: date | None


class NewLetterWish(Wish[Registered]):
    """A letter that has been sent: to whom, when, and by when they are asked to reply."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset({"recipients"})
    ASKS_REGISTER: ClassVar[bool] = True

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Take the known municipalities, which are proposed."""
        super().__init__(desk, _("New letter"))
        self._municipalities = municipalities

    def fields(self) -> Sequence[FormField]:
        """Return the five fields; reference and year are proposed."""
        names = [town.name for town in self._municipalities]
        return (
            FormField(
                "municipality",
                _("Municipality"),
                value=names[0] if len(names) == 1 else "",
                hint=_("for example Eskilstuna kommun"),
                names=Names.MUNICIPALITIES,
                is_required=True,
            ),
            FormField("title", _("Title"), hint=_("as on the letter"), is_required=True),
            FormField(
                "recipients",
                _("Recipients"),
                hint=_("for example KS, GSN, KFN"),
                names=Names.COMMITTEES,
                is_list=True,
                is_required=True,
            ),
            FormField(
                "dated_on",
                _("Date of the letter"),
                Kind.DAY,
                hint=_("for example 2022-12-01 or 1/12"),
                is_required=True,
                towards=Towards.PAST,
            ),
            FormField(
                "due_on",
                _("Reply by"),
                Kind.DAY,
                hint=_("empty: no reply is asked for"),
                towards=Towards.FUTURE,
            ),
            FormField("reference", _("Reference"), hint=_("proposed"), is_folded=True),
            FormField("audit_year", _("Audit year"), hint=_("of the letter"), is_folded=True),
        )

    def first_field(self) -> str:
        """Return where something has to be typed."""
        return "title" if len(self._municipalities) == 1 else "municipality"

    def seen_from(self, name: str, typed: Typed) -> date:
        """Read the day to reply by as seen from the letter's."""
        dated_on = typed.day_or_none("dated_on") if name == "due_on" else None
        return dated_on or self.desk.today

    def proposals(self, typed: Typed) -> Mapping[str, str]:
        """Propose the day to reply by after the letter's day."""
        dated_on = typed.day_or_none("dated_on")
        if dated_on is None:
            return {}
        name = typed.line("municipality")
        towns = self._municipalities
        months = next((town.reply_months for town in towns if town.name == name), 3)
        return {"due_on": propose_due_on(dated_on, months).isoformat()}

    def told(self, typed: Typed) -> str:
        """Tell what saving will make."""
        name, store = typed.line("municipality"), self.desk.store
        if not name:
            return ""
        told = []
        dated_on = typed.day_or_none("dated_on") or self.desk.today
        if not typed.line("reference"):
            proposed = propose_reference_for(store, name, dated_on.year)
            told.append(_("Reference {reference}.").format(reference=proposed))
        if recipients := typed.line("recipients"):
            told += said.typed_committees(store, name, recipients)
        told.append(said.new_municipality(name, self._municipalities))
        return "\n".join(filter(None, told))

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Say what is unwise about the day to reply by."""
        on, due_on = typed.day_or_none("dated_on"), typed.day_or_none("due_on")
        name, recipients = typed.line("municipality"), typed.line("recipients")
        if on is None or due_on is None or not name or not recipients or due_on <= on:
            return {"due_on": ()}
        doubts = doubts_of_letter(self.desk.store, name, recipients, on, due_on)
        return {"due_on": said.reasons(doubts)}

    def doubt(self, name: str, typed: Typed) -> str:
        """Ask about recipients that are not known and whose names are unlike a committee's."""
        town, text = typed.text("municipality"), typed.text(name)
        return said.doubted_committees(self.desk.store, town, text)

    def carry_out(self, typed: Typed) -> Registered:
        """Register the letter; return its audit and the day to reply by."""
        entry = LetterEntry.model_validate(
            {
                "municipality": typed.text("municipality"),
                "title": typed.text("title"),
                "recipients": typed.text("recipients"),
                "dated_on": typed.day("dated_on"),
                "due_on": typed.day("due_on"),
                "reference": typed.line("reference"),
                "audit_year": typed.line("audit_year"),
            }
        )
        audit = register_letter(self.desk.store, entry, self.desk.today)
        return Registered(audit, entry.due_on)

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
from revtrack.forms.beginning import BeginningWish
from revtrack.forms.desk import Desk
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.services.registering.due_days import doubts_of_letter
from revtrack.services.registering.new_letter import register_letter
from revtrack.wording import _


@dataclass(frozen=True)
class Registered:
    """What the form closes with."""

    audit: Audit
    due_on: date | None


class NewLetterWish(BeginningWish[Registered]):
    """A letter that has been sent: to whom, when, and by when they are asked to reply."""

    COMMITTEES: ClassVar[str] = "recipients"
    DOUBTED: ClassVar[frozenset[str]] = frozenset({COMMITTEES})

    def __init__(self, desk: Desk, municipalities: Sequence[Municipality]) -> None:
        """Take the known municipalities, which are proposed."""
        super().__init__(desk, _("New letter"), municipalities)

    def fields(self) -> Sequence[FormField]:
        """Return the five fields; reference and year are proposed."""
        return (
            self.municipality_field(),
            FormField("title", _("Title"), hint=_("as on the letter"), is_required=True),
            self.committees_field(_("Recipients"), is_required=True),
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
            self.reference_field(),
            FormField("audit_year", _("Audit year"), hint=_("of the letter"), is_folded=True),
        )

    def year(self, typed: Typed) -> int:
        """Return the year of the letter."""
        return (typed.day_or_none("dated_on") or self.desk.today).year

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
        towns = self.municipalities
        months = next((town.reply_months for town in towns if town.name == name), 3)
        return {"due_on": propose_due_on(dated_on, months).isoformat()}

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Say what is unwise about the day to reply by."""
        on, due_on = typed.day_or_none("dated_on"), typed.day_or_none("due_on")
        name, recipients = typed.line("municipality"), typed.line("recipients")
        if on is None or due_on is None or not name or not recipients or due_on <= on:
            return {"due_on": ()}
        doubts = doubts_of_letter(self.desk.store, name, recipients, on, due_on)
        return {"due_on": said.reasons(doubts)}

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

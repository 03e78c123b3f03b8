"""A field as a form describes it, and what is typed in the fields, read as the records want it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain.days.dates import Towards, parse_day
from revtrack.domain.texts.completion import Offer
from revtrack.services.completing import Names
from revtrack.wording import _


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    DAY = "day"
    TEXT = "text"
    CHOICE = "choice"
    PATH = "path"
    """A file or folder of this computer."""


@dataclass(frozen=True)
class FormField:
    """A field as a form describes it."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    value: str = ""
    hint: str = ""
    """Shown in the field while it is empty."""
    choices: Sequence[tuple[str, str]] = ()
    """Code and word of each choice."""
    known: Sequence[str | Offer] = ()
    """What is proposed while one types."""
    names: Names | None = None
    """Whose names of the register are proposed, read when the form opens."""
    is_list: bool = False
    """Whether several names may stand in it: "KS, GSN"."""
    is_folded: bool = False
    """Shown only after "Mer"."""
    is_required: bool = False
    towards: Towards = Towards.NEAREST
    """Which year a day without one belongs to."""

    def read_day(self, text: str, seen_from: date) -> date | None:
        """Return the day that a text says; None for an empty one. Raises ValueError for no day."""
        typed = text.strip()
        return parse_day(typed, seen_from, self.towards) if typed else None

    def fault_of(self, text: str, seen_from: date) -> str:
        """Return what is wrong with a text in this field by itself; empty where it can be read."""
        if self.is_required and not text.strip():
            return _("Fill in this field.")
        if self.kind is Kind.DAY:
            try:
                self.read_day(text, seen_from)
            except ValueError:
                return _(
                    "{day} is not a day in the calendar. Write it as 2023-03-20, 20/3 or 20 mars."
                ).format(day=text.strip())
        return ""


class Typed:
    """What stands in the fields of a form."""

    def __init__(self, fields: Iterable[FormField], texts: Mapping[str, str], today: date) -> None:
        """Take the fields with their texts; days without a year are seen from today."""
        self._fields = {field.name: field for field in fields}
        self._texts = dict(texts)
        self._today = today
        self._seen_from: dict[str, date] = {}

    def see_from(self, name: str, day: date) -> None:
        """Read a day without a year as seen from this one instead of today."""
        self._seen_from[name] = day

    def put(self, name: str, text: str) -> None:
        """Write this in a field."""
        self._texts[name] = text

    def text(self, name: str) -> str:
        """Return what is typed in a field, empty or not; the record complains of the empty."""
        return self._texts.get(name, "")

    def line(self, name: str) -> str | None:
        """Return what is typed in a field; None where it is empty."""
        return self.text(name).strip() or None

    def day(self, name: str) -> date | None:
        """Return the day in a field; None where it is empty. Raises ValueError for no day."""
        if name not in self._fields:
            return None
        return self._fields[name].read_day(self.text(name), self._seen_from.get(name, self._today))

    def day_or_none(self, name: str) -> date | None:
        """Return the same while somebody still types: None for what is no day yet."""
        try:
            return self.day(name)
        except ValueError:
            return None

    def truth(self, name: str) -> bool | None:
        """Return whether yes is chosen in a field; None where neither yes nor no is."""
        return {"yes": True, "no": False}.get(self.text(name))

    def fault(self, name: str) -> str:
        """Return what is wrong with a field by itself; empty where it can be read."""
        seen_from = self._seen_from.get(name, self._today)
        return self._fields[name].fault_of(self.text(name), seen_from)

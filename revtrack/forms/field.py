"""A field as a form describes it, and what is typed in the fields, read as the records want it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revtrack.domain.days.dates import FRIDAY, Towards, is_working_day
from revtrack.domain.days.typed_days import read_coarse_here, read_day
from revtrack.domain.texts.completion import Offer
from revtrack.services.completing import Names
from revtrack.wording import _, language
from revtrack.wording.words import coarse_in_words, day_in_words, weekday_in_words


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    DAY = "day"
    COARSE = "coarse"
    """A day as exact as it is known: "juni 2023", "inför 2024", "20/3"."""
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

    def said(self, text: str) -> str:
        """Return what stands in the field as a person reads it: of a choice its word."""
        return dict(self.choices).get(text, text)

    def read_day(self, text: str, today: date, seen_from: date | None = None) -> date | None:
        """Return the day that a text says; None for an empty one. Raises ValueError for no day.

        A day without its year is seen from ``seen_from``, words such as "om 3 veckor" from today.
        """
        typed = text.strip()
        return read_day(typed, today, self.towards, seen_from) if typed else None

    def read_coarse(self, text: str, today: date) -> str | None:
        """Return the coarse day that a text says; None for an empty one. Raises ValueError."""
        typed = text.strip()
        return read_coarse_here(typed, today, self.towards) if typed else None

    def told_of(self, text: str, today: date, seen_from: date | None = None) -> str:
        """Return what a day is read as, in words; empty for other fields and for no day."""
        try:
            if self.kind is Kind.COARSE:
                coarse = self.read_coarse(text, today)
                return coarse_in_words(coarse, in_language=language()) if coarse else ""
            day = self.read_day(text, today, seen_from) if self.kind is Kind.DAY else None
        except ValueError:
            return ""
        return _day_told(day) if day else ""

    def fault_of(self, text: str, today: date, seen_from: date | None = None) -> str:
        """Return what is wrong with a text in this field by itself; empty where it can be read."""
        if self.is_required and not text.strip():
            return _("Fill in this field.")
        try:
            if self.kind is Kind.DAY:
                self.read_day(text, today, seen_from)
            if self.kind is Kind.COARSE:
                self.read_coarse(text, today)
        except ValueError:
            return self._no_day(text.strip(), today)
        return ""

    def _no_day(self, text: str, today: date) -> str:
        """Return why a text is no day, with examples of what is."""
        if self.kind is Kind.COARSE:
            return _(
                "{day} is not a day. Write it as 2023-06-30, 30 June, June 2023, 2023-Q2 or 2023."
            ).format(day=_cut(text))
        try:
            coarse = coarse_in_words(read_coarse_here(text, today), in_language=language())
        except ValueError:
            return _(
                "{day} is not a day in the calendar. Write it as 2023-03-20, 20/3, 20 March, "
                "friday or in 3 weeks."
            ).format(day=_cut(text))
        return _("{period} is more than one day. Write which day, such as 20/3 2023.").format(
            period=coarse
        )


MOST_QUOTED = 60
"""So many letters of what is no day are repeated where it is complained of."""


def _cut(text: str) -> str:
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"


def _day_told(day: date) -> str:
    """Return a day with its weekday, and whether offices are closed though it is no weekend."""
    told = f"{weekday_in_words(day, in_language=language())} "
    told += day_in_words(day, in_language=language())
    if day.weekday() <= FRIDAY and not is_working_day(day):
        return _("{day}, holiday").format(day=told)
    return told


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
        seen_from = self._seen_from.get(name)
        return self._fields[name].read_day(self.text(name), self._today, seen_from)

    def coarse(self, name: str) -> str | None:
        """Return the coarse day in a field; None where it is empty. Raises ValueError for none."""
        return self._fields[name].read_coarse(self.text(name), self._today)

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
        seen_from = self._seen_from.get(name)
        return self._fields[name].fault_of(self.text(name), self._today, seen_from)

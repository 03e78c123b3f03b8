"""What somebody wishes to do, described once: what is asked for, what follows, what is stored."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from operator import is_
from typing import ClassVar, Generic, Self, TypeVar

from revtrack.domain.errors import RevTrackError
from revtrack.domain.records import Stored
from revtrack.forms.desk import Desk
from revtrack.forms.facts import FactFields
from revtrack.forms.field import FormField, Typed

Result_co = TypeVar("Result_co", covariant=True)


class Wish(Generic[Result_co]):
    """One wish with its fields; a screen or a dialogue shows them and hands over what is typed."""

    DOUBTED: ClassVar[frozenset[str]] = frozenset()
    """Fields whose text is looked at before one goes on."""
    ASKS_REGISTER: ClassVar[bool] = False
    """Whether what is told while one types is looked up, so that it waits until one pauses."""

    def __init__(self, desk: Desk, title: str) -> None:
        """Take the open register and what the form is called."""
        self.desk = desk
        self.title = title

    @property
    def does(self) -> str:
        """What carrying it out is called, where it is something else than to save."""
        return ""

    def fields(self) -> Sequence[FormField]:
        """Return the fields from top to bottom."""
        raise NotImplementedError

    def typed_at_first(self) -> Typed:
        """Return the fields as they stand before anything is typed."""
        fields = self.fields()
        return Typed(fields, {each.name: each.value for each in fields}, self.desk.today)

    def first_field(self) -> str:
        """Return the name of the field to begin in."""
        return self.fields()[0].name

    def seen_from(self, name: str, typed: Typed) -> date:
        """Return the day from which a day without a year is read in a field."""
        del name, typed
        return self.desk.today

    def proposals(self, typed: Typed) -> Mapping[str, str]:
        """Return what is proposed in some fields after what stands in others."""
        del typed
        return {}

    def told(self, typed: Typed) -> str:
        """Return what carrying it out will make, or what one is to know before."""
        del typed
        return ""

    def advice(self, typed: Typed) -> Mapping[str, Sequence[str]]:
        """Return what is unwise, by the field: sentences; an empty sequence where nothing is."""
        del typed
        return {}

    def doubt(self, name: str, typed: Typed) -> str:
        """Return what is odd about a field's text; empty where nothing is."""
        del name, typed
        return ""

    def resting_on(self, stands: Stored) -> Self | None:
        """Return the same wish about what stands there now, whose fields are filled in with it.

        None where the wish is not about that record.
        """
        anew, is_about_it = copy(self), False
        for name, kept in vars(self).items():
            now = _as_it_stands(kept, stands)
            if now is not kept:
                setattr(anew, name, now)
                is_about_it = True
        return anew if is_about_it else None

    def carry_out(self, typed: Typed) -> Result_co:
        """Store what is typed, and return what was stored."""
        raise NotImplementedError


def _as_it_stands(kept: object, stands: Stored) -> object:
    """Return what a wish keeps, with a record in it as it stands now; itself where it has none."""
    if isinstance(kept, Stored):
        return stands if kept.uid == stands.uid else kept
    if isinstance(kept, FactFields):
        return replace(kept, known=stands) if kept.known.uid == stands.uid else kept
    if isinstance(kept, tuple) and any(isinstance(each, FactFields) for each in kept):
        anew = tuple(_as_it_stands(each, stands) for each in kept)
        return kept if all(map(is_, kept, anew)) else anew
    return kept


def field_of(refusal: RevTrackError, fields: Sequence[FormField], typed: Typed) -> str:
    """Return the field that holds one of the values that a refusal speaks of; else empty."""
    values = {str(value) for value in refusal.values.values()}
    for field in fields:
        day = typed.day_or_none(field.name) if field.kind == "day" else None
        read = str(day) if day else typed.text(field.name).strip()
        if read and read in values:
            return field.name
    return ""

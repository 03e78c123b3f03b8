"""The fields of a registered fact, filled in with what stands there, and what they say of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args

from revtrack.domain.days.dates import Towards
from revtrack.domain.records import Stored
from revtrack.domain.records.base import new_type, record_key
from revtrack.forms.field import FormField, Kind, Typed
from revtrack.services.changing.edits import Edit
from revtrack.wording import _
from revtrack.wording.labels import absent_label, field_label, label
from revtrack.wording.record_names import codes_of

LONG = frozenset(
    (
        *("text", "parts", "quote", "explanation", "report_text", "letter_text", "purpose"),
        *("aliases", "criteria", "methods", "documents_studied", "functions_interviewed"),
        *("decision_text", "conditions", "remarks"),
    )
)
"""Fields that may hold several lines."""
COARSE = frozenset({"due", "follow_up_planned"})
"""Days that are as exact as they are stated."""
UNSAID = ""


@dataclass(frozen=True)
class FactFields:
    """Some fields of one fact in a form, which may show several facts."""

    known: Stored
    names: Sequence[str]
    prefix: str = ""
    """Tells apart fields of the same name, of facts of the same kind."""
    folded: Collection[str] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)

    def fields(self) -> tuple[FormField, ...]:
        """Return the fields, filled in with what stands there."""
        return tuple(self._field(name) for name in self.names)

    def edit(self, typed: Typed, **besides: object) -> Edit:
        """Return what the fields say now, and what is said beside them."""
        return Edit(self.known, {name: self._said(name, typed) for name in self.names} | besides)

    # ---- what kind of field it is

    @property
    def _table(self) -> str:
        return record_key(new_type(type(self.known)))

    def _parts(self, name: str) -> tuple[Any, ...]:
        """Return what may stand in a field: its type, or those that it is one of."""
        annotation = type(self.known).model_fields[name].annotation
        return get_args(annotation) or (annotation,)

    def _kind(self, name: str) -> Kind:
        if name in codes_of(self._table):
            return Kind.CHOICE
        if date in self._parts(name):
            return Kind.DAY
        if name in COARSE:
            return Kind.COARSE
        return Kind.TEXT if name in LONG else Kind.LINE

    def _field(self, name: str) -> FormField:
        value = getattr(self.known, name)
        return FormField(
            f"{self.prefix}{name}",
            self.labels.get(name) or field_label(self._table, name),
            self._kind(name),
            value=_written(value),
            hint=self.hints.get(name, ""),
            choices=self._choices(name),
            is_folded=name in self.folded,
            is_required=not self._is_optional(name) and self._kind(name) is not Kind.CHOICE,
            towards=Towards.NEAREST if name in COARSE else Towards.PAST,
        )

    def _is_optional(self, name: str) -> bool:
        return NoneType in self._parts(name)

    def _choices(self, name: str) -> Sequence[tuple[str, str]]:
        code = codes_of(self._table).get(name)
        if code is None:
            return ()
        unsaid = [(UNSAID, absent_label(name))] if self._is_optional(name) else []
        if code is bool:
            return (*unsaid, ("yes", _("Yes")), ("no", _("No")))
        return (*unsaid, *((each.value, label(each)) for each in code))

    # ---- what is said in it

    def _said(self, name: str, typed: Typed) -> object:
        key, code = f"{self.prefix}{name}", codes_of(self._table).get(name)
        match self._kind(name):
            case Kind.DAY:
                return typed.day(key)
            case Kind.COARSE:
                return typed.coarse(key)
            case Kind.CHOICE if code is bool:
                return typed.truth(key)
            case Kind.CHOICE:
                chosen = typed.text(key)
                return code(chosen) if code and chosen else None
        return self._number_or_text(name, typed.line(key))

    def _number_or_text(self, name: str, said: str | None) -> int | str | None:
        stands = getattr(self.known, name)
        if said is not None and int in self._parts(name) and said.isdecimal():
            return int(said)
        return stands if isinstance(stands, str) and said == stands.strip() else said


def _written(value: object) -> str:
    """Return a stored value as it stands in a field."""
    match value:
        case None:
            return UNSAID
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
    return str(value)

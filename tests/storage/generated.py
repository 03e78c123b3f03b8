"""Records made from nothing but the types of their fields."""

from datetime import date
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Any, get_args, get_origin, get_type_hints

from annotated_types import BaseMetadata, Ge, Le
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from revtrack.domain.records import Record

TEXT = st.text(min_size=1, max_size=12).map(lambda text: f"å{text}ö")
"""Hostile characters, with something left when they are cleaned."""

COARSE = st.sampled_from(["2023", "2023-Q2", "2023-06", "2023-06-30", "inför 2024"])
IDS = st.integers(1, 2**40)


def _text(field: FieldInfo, hint: object) -> st.SearchStrategy[Any]:
    metadata = list(chain(field.metadata, *(get_args(each)[1:] for each in _flat(hint))))
    patterns = [found for each in metadata if (found := _pattern(each))]
    if patterns:
        return st.from_regex(patterns[0], fullmatch=True).map(lambda text: text.strip("\n"))
    is_coarse = any("check_coarse" in repr(each) for each in metadata)
    return COARSE if is_coarse else TEXT


def _pattern(meta: object) -> str | None:
    if isinstance(meta, FieldInfo):
        return next((found for each in meta.metadata if (found := _pattern(each))), None)
    return getattr(meta, "pattern", None)


def _flat(hint: object) -> list[object]:
    """Return the members of a union, each with its annotations."""
    if get_origin(hint) is not None and not hasattr(hint, "__metadata__"):
        return list(get_args(hint))
    return [hint]


def _whole_number(field: FieldInfo, hint: object) -> st.SearchStrategy[int]:
    limits: list[object] = list(field.metadata)
    for each in _flat(hint):
        for meta in get_args(each)[1:]:
            limits += meta.metadata if isinstance(meta, FieldInfo) else [meta]
    found = [each for each in limits if isinstance(each, BaseMetadata)]
    low = next((each.ge for each in found if isinstance(each, Ge)), 1)
    high = next((each.le for each in found if isinstance(each, Le)), 2**40)
    return st.integers(int(str(low)), int(str(high)))


def _values(field: FieldInfo, hint: object) -> st.SearchStrategy[Any]:
    made: list[st.SearchStrategy[Any]] = []
    for each in _flat(hint):
        bare = get_args(each)[0] if hasattr(each, "__metadata__") else each
        if bare is type(None):
            made.append(st.none())
        elif isinstance(bare, type) and issubclass(bare, StrEnum):
            made.append(st.sampled_from(bare))
        elif bare is bool:
            made.append(st.booleans())
        elif bare is int:
            made.append(_whole_number(field, hint))
        elif bare is date:
            made.append(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
        elif bare is str:
            made.append(_text(field, hint))
        else:
            raise TypeError(field, hint)
    return st.one_of(made)


@cache
def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Return a strategy for records of a ``New…`` type; ids of other records are any numbers."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {
        name: IDS if hints[name] is int and name.endswith("_id") else _values(field, hints[name])
        for name, field in kind.model_fields.items()
    }
    return st.fixed_dictionaries(fields).map(kind.model_validate)


def simplest(kind: type[Record]) -> Record:
    """Return the simplest record of a ``New…`` type."""
    made: list[Record] = []

    @settings(max_examples=1, phases=[Phase.generate])
    @given(records(kind))
    def keep(new: Record) -> None:
        made.append(new)

    keep()
    return made[0]

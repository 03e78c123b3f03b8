"""What pydantic complains of, as plain sentences that name the field and its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from revtrack.domain.errors import N_
from revtrack.wording.labels import record_label
from revtrack.wording.language import _, language
from revtrack.wording.places import LISTS, place_of, record_name
from revtrack.wording.refusals import shown
from revtrack.wording.words import capitalise_first, grouped

if TYPE_CHECKING:  # pydantic is loaded only where a record is made
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

MAX_SHOWN = 60
MOST_HOMES = 3
LONG_NUMBER = 10_000
GENERAL = N_("the value cannot be used here.")
COARSE = frozenset({"due", "follow_up_planned", "report_back_by"})
"""Fields that hold a day as exact as it was stated."""

IDENTITY = "[0-9a-f]{8}-"
CHECKSUM = "[0-9a-f]{64}"
"""What the patterns of an identity and of a checksum hold."""

_MISSING = N_("nothing is stated, but the field must be filled in.")
_EMPTY = N_("the text is empty; write something or leave the field out.")
_NOT_TEXT = N_("must be a text.")
_NOT_WHOLE = N_("“{input}” is not a whole number.")
_NOT_NUMBER = N_("“{input}” is not a number.")
_NOT_TRUTH = N_("“{input}” is neither yes nor no (true or false).")
_NOT_DAY = N_("{input} is no day in the calendar; write YYYY-MM-DD.")
_NOT_TIME = N_("“{input}” is no point in time; write YYYY-MM-DD HH:MM.")
_NOT_COARSE = N_(
    "“{input}” is no day; write 2023, 2023-Q2, 2023-06, 2023-06-30 or “inför 2024” (before 2024)."
)
_NOT_ID = N_("“{input}” is no identity (uid); it is 36 characters in groups, with small letters.")
_NOT_SUM = N_("“{input}” is no checksum; it is 64 characters, 0–9 and a–f.")
_NOT_LIST = N_("must be a list.")
_NOT_RECORD = N_("must be an object with named fields.")
_NOT_CODE = N_("“{input}” is no known code; choose one of {allowed}.")
_FORM = N_("“{input}” does not have the right form.")
_UNKNOWN = N_("there is no field of that name.")
_ELSEWHERE = N_("there is no field of that name here; it belongs to {record}.")
_SIMILAR = N_("there is no field of that name; did you mean {suggestion}?")

SENTENCES: Mapping[str, str] = {
    "missing": _MISSING,
    "missing_argument": _MISSING,
    "missing_keyword_only_argument": _MISSING,
    "missing_positional_only_argument": _MISSING,
    "string_type": _NOT_TEXT,
    "string_unicode": N_("the text holds characters that cannot be read."),
    "string_too_short": N_("the text is too short; at least {limit} characters are needed."),
    "string_too_long": N_("the text is too long; at most {limit} characters fit."),
    "string_pattern_mismatch": _FORM,
    "extra_forbidden": _UNKNOWN,
    "unexpected_keyword_argument": _UNKNOWN,
    "enum": _NOT_CODE,
    "literal_error": _NOT_CODE,
    "bool_type": _NOT_TRUTH,
    "bool_parsing": _NOT_TRUTH,
    "int_type": _NOT_WHOLE,
    "int_parsing": _NOT_WHOLE,
    "int_from_float": _NOT_WHOLE,
    "int_parsing_size": N_("the number is too large."),
    "float_type": _NOT_NUMBER,
    "float_parsing": _NOT_NUMBER,
    "decimal_type": _NOT_NUMBER,
    "decimal_parsing": _NOT_NUMBER,
    "finite_number": _NOT_NUMBER,
    "greater_than": N_("the number must be greater than {limit}."),
    "greater_than_equal": N_("the number must be at least {limit}."),
    "less_than": N_("the number must be less than {limit}."),
    "less_than_equal": N_("the number must be at most {limit}."),
    "multiple_of": N_("the number must be a multiple of {limit}."),
    "date_type": _NOT_DAY,
    "date_parsing": _NOT_DAY,
    "date_from_datetime_parsing": _NOT_DAY,
    "date_from_datetime_inexact": _NOT_DAY,
    "date_past": N_("the day must lie in the past."),
    "date_future": N_("the day must lie in the future."),
    "datetime_type": _NOT_TIME,
    "datetime_parsing": _NOT_TIME,
    "datetime_object_invalid": _NOT_TIME,
    "datetime_from_date_parsing": _NOT_TIME,
    "uuid_type": _NOT_ID,
    "uuid_parsing": _NOT_ID,
    "too_short": N_("the list is too short; at least {limit} are needed."),
    "too_long": N_("the list is too long; at most {limit} fit."),
    "list_type": _NOT_LIST,
    "tuple_type": _NOT_LIST,
    "set_type": _NOT_LIST,
    "frozen_set_type": _NOT_LIST,
    "iterable_type": _NOT_LIST,
    "dict_type": _NOT_RECORD,
    "mapping_type": _NOT_RECORD,
    "model_type": _NOT_RECORD,
    "model_attributes_type": _NOT_RECORD,
    "dataclass_type": _NOT_RECORD,
    "none_required": N_("must be left empty."),
    "frozen_field": N_("cannot be changed."),
    "frozen_instance": N_("cannot be changed."),
    "json_invalid": N_("the file is not valid JSON."),
    "json_type": N_("the file is not valid JSON."),
    "recursion_loop": N_("the value contains itself."),
    "recursion_depth_exceeded": N_("the value is nested too deeply."),
}
"""What each of pydantic's complaints says; those that no file or form can cause say ``GENERAL``."""


def _homes(name: str) -> tuple[str, ...]:
    """Return the kinds of record that have a field or a list of this name in a case file."""
    from revtrack.domain.exchange.case_file import NODES  # noqa: PLC0415 - loaded where a file is read

    return tuple(
        node.name
        for node in NODES
        if name in {*map(node.key_of, node.fields), *(each.key for each in node.links)}
        or name in {each.key for each in node.children}
    )


def _names(record: str) -> list[str]:
    """Return what a record's fields may be called in a file; all names where it is not known."""
    from revtrack.domain import records  # noqa: PLC0415 - loaded already where something failed

    made = {
        record_name(name): each
        for name, each in vars(records).items()
        if name.startswith("New") and issubclass(each, records.Record)
    }
    chosen = [made[record]] if record in made else list(made.values())
    fields = [name.removesuffix("_id") for each in chosen for name in each.model_fields]
    return [*dict.fromkeys(fields), *LISTS]


def _shortened(value: object) -> str:
    text = " ".join(shown(value).split())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _limit(values: Mapping[str, object]) -> str:
    names = ("ge", "gt", "le", "lt", "multiple_of", "min_length", "max_length")
    limit = next((values[name] for name in names if name in values), "")
    return grouped(limit) if isinstance(limit, int) and limit >= LONG_NUMBER else str(limit)


def _own_sentence(values: Mapping[str, object]) -> str:
    """Return what a rule of ours said when it refused the value, if the catalogue knows it."""
    said = str(values.get("error", ""))
    worded = _(said)
    return worded if worded != said or (said and language() == "en") else _(GENERAL)


def _template(kind: str, field: str, values: Mapping[str, object]) -> str:
    """Return the sentence that says most of this complaint, in the language in use."""
    if kind in {"value_error", "assertion_error"}:
        return _(_NOT_COARSE) if field in COARSE else _own_sentence(values)
    if kind == "string_too_short" and values.get("min_length") == 1:
        return _(_EMPTY)
    pattern = str(values.get("pattern", ""))
    if IDENTITY in pattern:
        return _(_NOT_ID)
    if CHECKSUM in pattern:
        return _(_NOT_SUM)
    return _(SENTENCES.get(kind, GENERAL))


def _unknown_field(title: str, detail: ErrorDetails) -> str:
    *way, name = detail["loc"]
    place = place_of(title, way)
    similar = get_close_matches(str(name).casefold(), _names(place.record), n=1)
    homes = [home for home in _homes(str(name)) if home != place.record]
    if homes and similar in ([], [name]):
        said = _(_ELSEWHERE).format(record=", ".join(map(record_label, homes[:MOST_HOMES])))
    else:
        said = _(_SIMILAR).format(suggestion=similar[0]) if similar else _(_UNKNOWN)
    where = f"{place.words}, {name}" if place.words else str(name)
    return f"{capitalise_first(where)}: {said}"


def _complaint(title: str, detail: ErrorDetails) -> str:
    kind, values = detail["type"], detail.get("ctx", {})
    if kind in {"too_short", "too_long"} and isinstance(detail["input"], str):
        kind = f"string_{kind}"  # a text that was cleaned first is measured as a list would be
    if kind == "extra_forbidden":
        return _unknown_field(title, detail)
    place = place_of(title, detail["loc"])
    said = _template(kind, place.field, values).format(
        input=_shortened(detail["input"]),
        limit=_limit(values),
        allowed=", ".join(re.findall(r"'([^']*)'", str(values.get("expected", "")))),
    )
    where = place.words or record_label(place.record)
    return f"{capitalise_first(where)}: {said}"


def complaints(error: ValidationError) -> tuple[str, ...]:
    """Return each complaint as one sentence in the language in use, in the order of the fields.

    It begins with the place: "Granskning 1, rekommendation 4, Rubrik: texten är tom; …".
    """
    details = error.errors(include_url=False)
    return tuple(dict.fromkeys(_complaint(error.title, detail) for detail in details))

"""Records by name and values by label, as a person says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from revtrack.domain.errors import RevTrackError
from revtrack.wording.check_names import check_name
from revtrack.wording.labels import label, record_label
from revtrack.wording.language import _
from revtrack.wording.refusals import shown
from revtrack.wording.words import capitalise_first, paragraph_sign

if TYPE_CHECKING:  # the rules of naming are loaded where a record is named
    from revtrack.domain.names.record_names import RecordName

LONGEST = 60
"""Characters of a text that are shown of it."""
MOST = 3
"""Numbers, or committees, that a name spells out."""
CONFIRMATION = "confirmation"
"""The kind of record that is told by the name of its check."""
_TRUTH = (0, 1)


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def owner_of(name: RecordName) -> str:
    """Return whose a record is: "R6, grundskolenämnden, ESK-2022-1 (Införa …)"."""
    parts = (
        _few(name.numbers),
        _few(_questions(name)),
        _few(name.committees),
        name.municipality,
        name.audit,
    )
    place = ", ".join(filter(None, parts))
    own = _own(name)
    return f"{place} ({own})" if place and own else place or own


def named(name: RecordName) -> str:
    """Return what a person calls a record: "Svar från kommunstyrelsen, ESK-2022-1 (§ 85)"."""
    kind = capitalise_first(record_label(name.kind))
    owner = owner_of(name)
    if not owner:
        return kind
    if name.kind == "response" and name.committees:
        return _("{kind} from {owner}").format(kind=kind, owner=owner)
    return f"{kind}: {owner}"


def _questions(name: RecordName) -> tuple[str, ...]:
    """Return the numbers of the audit questions, said to be that where the kind does not say it."""
    if name.kind == "question":
        return name.questions
    said = _("audit question {number}")
    return tuple(said.format(number=number) for number in name.questions)


def _few(words: Sequence[str]) -> str:
    return ", ".join([*words[:MOST], *("…" for _more in words[MOST : MOST + 1])])


def _own(name: RecordName) -> str:
    if name.kind == CONFIRMATION:
        return check_name(name.own)
    return paragraph_sign(name.own) if name.own_field == "paragraph" else shortened(name.own)


def worded_value(record: str, field: str, value: Any) -> str:  # noqa: ANN401 - as it is stored
    """Return a stored value as a person reads it: a code by its label, yes or no, a text in short.

    What is missing is a dash.
    """
    if value is None:
        return "–"
    if (record, field) == (CONFIRMATION, "code"):
        return check_name(str(value))
    if field == "reminder_steps":
        return _steps(str(value))
    code = codes_of(record).get(field)
    if code is bool and value in _TRUTH:
        return shown(bool(value))
    if code is not None and code is not bool and value in set(code):
        return label(code(value))
    return shortened(str(value))


def _steps(value: str) -> str:
    from revtrack.wording.town_settings import steps_in_words  # noqa: PLC0415 - as codes_of

    try:
        return steps_in_words(value)
    except RevTrackError:
        return shortened(value)


@cache
def codes_of(record: str) -> Mapping[str, type[StrEnum | bool]]:
    """Return the fields of a kind of record that hold a code, or yes and no, with their classes."""
    from revtrack.domain import records  # noqa: PLC0415 - loaded where a value is worded

    made = getattr(records, "New" + "".join(part.capitalize() for part in record.split("_")), None)
    return {
        field: each
        for field, about in (made.model_fields.items() if made else ())
        for each in (about.annotation, *get_args(about.annotation))
        if isinstance(each, type) and (issubclass(each, StrEnum) or each is bool)
    }

"""Lines of a comparison as they are told: why they are left, and as JSON for other programs."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any

from revtrack.services.reading_in.lines import Comparison, Form, ProposalLine, Standing, Value
from revtrack.wording import _
from revtrack.wording.labels import label

Json = dict[str, Any]


def shown_value(value: Value) -> str:
    """Return a value in the language in use: a code by its label, names parted by commas."""
    match value:
        case None:
            return ""
        case StrEnum():
            return label(value)
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def why_left(seen: Comparison, line: ProposalLine, keys: Collection[str]) -> str | None:
    """Return why a line is not saved with these; None where it is, or the register has it."""
    if line.key in keys or line.standing is Standing.SAME:
        return None
    if line.standing is Standing.CANNOT:
        return line.reason or _lacking(seen, line, keys)
    if line.standing is Standing.DIFFERS:
        said = _("The register says otherwise: {registered}.")
        return said.format(registered=shown_value(line.registered).removesuffix("."))
    if seen.elsewhere:
        return seen.elsewhere
    if not line.is_sure:
        return line.reason or _("The reading is not sure; look at the paper.")
    return _lacking(seen, line, keys)


def _lacking(seen: Comparison, line: ProposalLine, keys: Collection[str]) -> str | None:
    """Return what a line rests on that is left as well, and what accepts it where it is right."""
    lacking = [seen.by_key[key] for key in seen.needed_for(line) if key not in keys]
    if not lacking:
        return _("It was not accepted.")
    unsure = [each for each in lacking if each.standing is Standing.NEW and not each.is_sure]
    if not unsure:
        said = _("It rests on {line} ({key}), which is left.")
        return said.format(line=lacking[0].label, key=lacking[0].key)
    said = _("It rests on {line} ({key}), which is left. If that is right, add: {options}")
    options = " ".join(map(_accepting, unsure))
    return said.format(line=unsure[0].label, key=unsure[0].key, options=options)


def _accepting(line: ProposalLine) -> str:
    """Return the option of ``read`` that accepts a line which is not sure."""
    if line.value is not None:
        return f"--accept-line {line.key}"
    wanted = _("YYYY-MM-DD") if line.form is Form.DAY else "…"
    return f"--set {line.key}={wanted}"


def line_as_json(seen: Comparison, line: ProposalLine, keys: Collection[str] | None = None) -> Json:
    """Return a line for other programs; ``left`` says why it was not saved with these keys.

    Without keys nothing was to be saved.
    """
    return {
        "key": line.key,
        "group": line.group.value,
        "label": line.label,
        "value": _plain(line.value),
        "registered": _plain(line.registered),
        "standing": line.standing.value,
        "reason": line.reason,
        "form": line.form.value,
        "line": line.place.line,
        "page": line.place.page,
        "quote": line.quote or line.place.quote,
        "confidence": line.confidence,
        "depends_on": list(line.depends_on),
        "accepted": line.key in (keys or ()),
        "left": None if keys is None else why_left(seen, line, keys),
    }


def _plain(value: Value) -> object:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value

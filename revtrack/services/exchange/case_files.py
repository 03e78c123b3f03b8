"""Reads the text of a case file into a checked tree, and words what is wrong with it."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from revtrack.domain.errors import N_, RevTrackError
from revtrack.domain.exchange.case_file import FORMAT, FORMAT_VERSION, case_file_model
from revtrack.domain.records import Record
from revtrack.wording import complaints, ngettext, sentence
from revtrack.wording.places import place_of
from revtrack.wording.words import capitalise_first

MAX_BYTES = 50_000_000
MAX_SHOWN = 20
TITLE = "CaseFile"
_AUDIT_DEPTH = 4
_MAX_DIGITS = 18

_JSON_PLACE = re.compile(r"^Invalid JSON: .* at line (\d+) column (\d+)$")

Place = tuple[int | str, ...]
"""The way to a value in the file: ("municipalities", 0, "audits", 1, "title")."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a case file."""

    place: Place
    sentence: str
    """Place and fault as one sentence, in the language in use."""


class CaseFileError(RevTrackError):
    """A case file that cannot be read in as it is; each fault has its place."""

    def __init__(self, message: str, faults: Sequence[Fault], /, **values: Any) -> None:  # noqa: ANN401 - as its parent
        """Keep the faults, and show the first of them after the sentence."""
        shown = [fault.sentence for fault in faults[:MAX_SHOWN]]
        if rest := len(faults) - MAX_SHOWN if len(faults) > MAX_SHOWN else 0:
            shown.append(
                ngettext("… and {n} more fault.", "… and {n} more faults.", rest).format(n=rest)
            )
        super().__init__(message, faults="\n".join(shown), **values)
        self.faults = tuple(faults)


@dataclass(frozen=True)
class CaseFile:
    """A case file whose every value is of the right kind."""

    source: str
    content: Record
    raw: Mapping[str, Any]

    def refusal(self, faults: Iterable[Fault], message: str | None = None) -> CaseFileError:
        """Return the refusal of this file, with the faults in the order of the file."""
        said = message or _REFUSED
        in_order = sorted(faults, key=lambda fault: _order_in_file(fault.place, self.raw))
        return CaseFileError(said, in_order, source=self.source)

    def fault(self, place: Place, message: str, /, **values: object) -> Fault:
        """Return a fault at a place; the message is an English sentence of the catalogue."""
        words = capitalise_first(place_of(TITLE, place).words)
        said = f"{words}: {sentence(message, values)}"
        return Fault(place, _with_reference(said, place, self.raw))

    def words(self, place: Place) -> str:
        """Return a place in words: "Granskning 1 (ESK-2022-1), rekommendation 4"."""
        return _with_reference(capitalise_first(place_of(TITLE, place).words), place, self.raw)


_REFUSED = N_("{source} was not read in, and nothing was changed.\n{faults}")


def _order_in_file(place: Place, value: Any) -> list[int]:  # noqa: ANN401 - any part of a file
    """Return a key that sorts places as they stand in the file; what is missing comes last."""
    order = []
    for part in place:
        names = list(value) if isinstance(value, dict) else []
        if isinstance(part, int):
            order.append(part)
            value = value[part]
        else:
            order.append(names.index(part) if part in names else len(names))
            value = value.get(part) if names else None
    return order


def _with_reference(said: str, place: Place, raw: Mapping[str, Any]) -> str:
    """Return the sentence with the audit's reference after its place in the file.

    The principal is left out before it where the file has only one.
    """
    if place[2:3] != ("audits",) or len(place) < _AUDIT_DEPTH:
        return said
    principal, audit = place_of(TITLE, place[:2]).words, place_of(TITLE, place[:4]).words
    if said[: len(audit)].casefold() != audit.casefold():
        return said
    value = raw["municipalities"][place[1]]["audits"][place[3]]
    reference = value.get("reference") if isinstance(value, dict) else None
    start, rest = said[: len(audit)], said[len(audit) :]
    if len(raw["municipalities"]) == 1:
        start = capitalise_first(start[len(principal) + 2 :])
    return f"{start} ({reference}){rest}" if isinstance(reference, str) else f"{start}{rest}"


def _decoded(content: bytes, source: str) -> str:
    if len(content) > MAX_BYTES:
        raise RevTrackError(
            "{source} is larger than 50 MB and was not read. Divide it into several files.",
            source=source,
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise RevTrackError(
            "{source} is not text in UTF-8 (byte {position}). Save it as UTF-8 and try again.",
            source=source,
            position=fault.start + 1,
        ) from fault


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as a dictionary; raise KeyError where a name stands twice."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise KeyError(name)
        made[name] = value
    return made


def _storable(digits: str) -> int:
    """Return the whole number; raise ValueError where no database can hold it."""
    if len(digits) > _MAX_DIGITS:
        raise ValueError(digits)
    return int(digits)


def _broken(source: str, line: int, column: int) -> RevTrackError:
    return RevTrackError(
        "{source} is not whole JSON: something is wrong on line {line}, column {column}. "
        "Nothing was changed.",
        source=source,
        line=line,
        column=column,
    )


def _parsed(text: str, source: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_int=_storable)
    except json.JSONDecodeError as fault:
        raise _broken(source, fault.lineno, fault.colno) from fault
    except KeyError as fault:
        raise RevTrackError(
            "{source} names the field {field} twice in the same record. Nothing was changed.",
            source=source,
            field=fault.args[0],
        ) from fault
    except (RecursionError, ValueError) as fault:
        raise RevTrackError(
            "{source} holds lists within lists too deep, or a number too long, to be a case file.",
            source=source,
        ) from fault


def _check_format(raw: object, source: str) -> None:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise RevTrackError(
            "{source} is no case file: it does not begin with “format”: “revtrack-case-file”.",
            source=source,
        )
    version = raw.get("format_version")
    if version == FORMAT_VERSION and not isinstance(version, bool | float):
        return
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise RevTrackError(
            "{source} was made by a newer version of RevTrack (format {version}). "
            "Install that version to read it in.",
            source=source,
            version=version,
        )
    raise RevTrackError(
        "{source} does not state a format version that RevTrack knows; write “format_version”: 1.",
        source=source,
    )


def _faults_of(error: ValidationError, raw: Mapping[str, Any]) -> list[Fault]:
    """Return pydantic's complaints as faults, each with the place that it names."""
    found: dict[str, Fault] = {}
    for detail in error.errors(include_url=False):
        single = ValidationError.from_exception_data(
            error.title,
            [{**detail, "ctx": detail.get("ctx", {})}],  # type: ignore[typeddict-unknown-key]
        )
        for said in complaints(single):
            place = detail["loc"]
            found.setdefault(said, Fault(place, _with_reference(said, place, raw)))
    return list(found.values())


def read_case_file(content: bytes, source: str) -> CaseFile:
    """Return the file as a checked tree; ``source`` is its name, as refusals say it.

    Raises RevTrackError where it is no case file, CaseFileError with all places where values in it
    are wrong.
    """
    text = _decoded(content, source)
    raw = _parsed(text, source)
    _check_format(raw, source)
    try:
        checked = case_file_model().model_validate_json(text, strict=True)
    except ValidationError as error:
        if match := _JSON_PLACE.search(str(error.errors()[0]["msg"])):  # half a character
            raise _broken(source, int(match[1]), int(match[2])) from error
        raise CaseFileError(_REFUSED, _faults_of(error, raw), source=source) from error
    return CaseFile(source, checked, raw)

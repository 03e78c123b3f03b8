"""What is offered while one types: names of the register, and places on this computer."""

import os
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from heapq import nsmallest
from pathlib import Path

from sqlmodel import Session

from revtrack.domain.errors import N_, UsageError
from revtrack.domain.names.recipients import committee_keys
from revtrack.domain.records import Committee
from revtrack.domain.texts.completion import MOST, Completion, Offer
from revtrack.domain.texts.diary_numbers import series_of
from revtrack.domain.texts.prose import lines_of, name_key
from revtrack.storage import audits as stored
from revtrack.storage.known_names import known_diary_numbers, known_persons
from revtrack.storage.store import Store
from revtrack.wording.words import capitalise_first

_SERIAL = re.compile(r"\d+(?:\.\d+)?\Z")
_QUOTES = "\"'"
LOOKED_AT = 20_000
"""So many entries of a folder are looked at, so that a huge one does not make one wait."""


class Names(StrEnum):
    """What a field takes the names of."""

    MUNICIPALITIES = "municipalities"
    COMMITTEES = "committees"
    AUDITS = "audits"
    PERSONS = "persons"
    DIARY_SERIES = "diary_series"


def offers_of(store: Store, names: Names, municipality: str | None = None) -> tuple[Offer, ...]:
    """Return the names of this kind that the register holds, as they are offered.

    Committees are those of the municipality, or of all where it is not named or not known.
    """
    with store.reading() as session:
        match names:
            case Names.MUNICIPALITIES:
                towns = stored.list_municipalities(session)
                return tuple(Offer(each.name, also=_given(each.abbreviation)) for each in towns)
            case Names.COMMITTEES:
                return committee_offers(_committees_in(session, municipality))
            case Names.AUDITS:
                audits = stored.list_audits(session)
                return tuple(Offer(each.reference, each.title) for each in audits)
            case Names.PERSONS:
                return tuple(Offer(each) for each in known_persons(session))
            case Names.DIARY_SERIES:
                bodies = _committees_in(session, municipality)
                return tuple(_series(known_diary_numbers(session), bodies))


def _committees_in(session: Session, municipality: str | None) -> tuple[Committee, ...]:
    towns = stored.list_municipalities(session)
    key = name_key(municipality or "")
    ids = {each.id for each in towns if name_key(each.name) == key}
    bodies = stored.list_committees(session)
    return tuple(each for each in bodies if each.municipality_id in ids) or bodies


def committee_offers(committees: Iterable[Committee]) -> tuple[Offer, ...]:
    """Return committees by abbreviation, name or alias; the abbreviation is written if any."""
    offers = (
        Offer(each.abbreviation, capitalise_first(each.name), (*sorted(committee_keys(each)),))
        if each.abbreviation
        else Offer(each.name, also=lines_of(each.aliases))
        for each in committees
    )
    return tuple({each.text: each for each in offers}.values())


def _series(numbers: Iterable[str], committees: Iterable[Committee]) -> Iterator[Offer]:
    """Give what diary numbers begin with up to their serial, then the committees' bare series."""
    stems = (_SERIAL.sub("", each) for each in numbers)
    bare = (f"{series} " for each in committees for series in sorted(series_of(each)))
    for each in dict.fromkeys((*stems, *bare)):
        if each.strip():
            yield Offer(each)


def _given(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def typed_path(text: str) -> Path | None:
    """Return the place that somebody typed, dragged or pasted; None where nothing is typed.

    Raises UsageError for what no file or folder can be called, and for a device.
    """
    bare = text.strip().strip(_QUOTES).strip()
    if not bare:
        return None
    try:
        path = Path(bare).expanduser()
        is_odd = "\0" in bare or (path.exists() and not (path.is_file() or path.is_dir()))
    except PermissionError:  # told when it is opened
        is_odd = False
    except (ValueError, RuntimeError, OSError):  # a sign that no name has, nobody's home, too long
        is_odd = True
    if is_odd:
        raise UsageError(N_("{path} is no file or folder. Check what is typed."), path=bare)
    return path


def complete_path(typed: str, *, only_folders: bool = False) -> tuple[Completion, ...]:
    """Return the files and folders that begin as what is typed, at most five, folders first.

    What is written as ``~`` stays so. Nothing is offered where the folder cannot be read.
    """
    bare = typed.lstrip().lstrip(_QUOTES)
    begins = max(bare.rfind(separator) for separator in {os.sep, os.altsep or os.sep}) + 1
    if not begins:
        return ()
    folder, begun = bare[:begins], bare[begins:].casefold()
    try:
        found = _entries(Path(folder).expanduser(), begun, only_folders=only_folders)
    except (OSError, RuntimeError, ValueError):
        return ()
    return tuple(Completion(folder + name, Offer(name)) for name in found)


def _entries(folder: Path, begun: str, *, only_folders: bool) -> list[str]:
    with os.scandir(folder) as entries:
        found = [
            (not each.is_dir(), each.name + (os.sep if each.is_dir() else ""))
            for each, _count in zip(entries, range(LOOKED_AT), strict=False)
            if each.name.casefold().startswith(begun)
            and each.name.isprintable()
            and (begun or not each.name.startswith("."))
            and (each.is_dir() or not only_folders)
        ]
    return [
        name
        for _is_file, name in nsmallest(MOST, found, key=lambda each: (each[0], each[1].casefold()))
    ]

"""Committees as people list them: one a line, each with its abbreviation or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.committee_names import (
    LONGEST_ABBREVIATION,
    is_usual_abbreviation,
    propose_committee,
)
from revtrack.domain.texts.prose import clean_line, name_key

_MARK = re.compile(r"^\s*(?:[•◦▪‣●○■–—*·\uf0b7-]\s*|\d{1,2}[.)]\s+)")
_QUOTES = '"\u201c\u201d\u00bb'
_BRACKETED = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[^()]+)\)$")
_PARTED = re.compile(r"\s+[-–—]\s+|\s*[:=\t]\s*")
_DEFINITE = re.compile(
    r"(nämnden|styrelsen|fullmäktige|utskottet|presidiet|beredningen)$|^nämnden för "
)
_COMPANY = "AB"


@dataclass(frozen=True)
class ListedCommittee:
    """A committee that a list names."""

    name: str
    abbreviation: str | None
    kind: CommitteeKind


def listed_committees(text: str) -> tuple[ListedCommittee, ...]:
    """Return the committees that a text lists, in its order, each name once.

    A line is "Kommunstyrelsen KS", "Kommunstyrelsen (KS)", "KS Kommunstyrelsen" or a name alone;
    commas and semicolons part several of a line. The name of a board or committee begins with a
    small letter, as in running text; that of a company as it is written.
    """
    found: dict[str, ListedCommittee] = {}
    for entry in _entries(text):
        each = _listed(entry)
        found.setdefault(name_key(each.name), each)
    return tuple(found.values())


def _entries(text: str) -> Iterator[str]:
    for line in re.split(r"[\n;]", text):
        parts = [clean_line(part) for part in _MARK.sub("", line).split(",")]
        parts = [part for part in parts if part]
        is_name_and_short = (
            len(parts) == len(("name", "short"))
            and not is_abbreviation(parts[0])
            and is_abbreviation(parts[1])
        )
        if is_name_and_short:
            yield f"{parts[0]} ({parts[1]})"
        else:
            yield from parts


def is_abbreviation(text: str) -> bool:
    """Tell whether a word is written as an abbreviation: "KS", "SOCN"; "AB" ends a company."""
    return (
        text.isupper() and text.isalpha() and text != _COMPANY and len(text) <= LONGEST_ABBREVIATION
    )


def _listed(entry: str) -> ListedCommittee:
    name, short = _split(entry)
    if not name or (short is None and is_usual_abbreviation(name)):
        proposed, abbreviation, kind = propose_committee(name or short or "")
        return ListedCommittee(proposed, abbreviation or short, kind)
    proposed, abbreviation, kind = propose_committee(name.strip(_QUOTES))
    return ListedCommittee(_as_in_running_text(proposed, kind), short or abbreviation, kind)


def _split(entry: str) -> tuple[str, str | None]:
    """Return the name and the abbreviation of an entry; no name where it is one only."""
    if bracketed := _BRACKETED.match(entry):
        return bracketed["name"], bracketed["short"]
    parts = [part for part in _PARTED.split(entry) if part]
    if len(parts) == len(("name", "short")):
        if is_abbreviation(parts[1]):
            return parts[0], parts[1]
        if is_abbreviation(parts[0]):
            return parts[1], parts[0]
    words = entry.split()
    if is_abbreviation(words[-1]):
        return " ".join(words[:-1]), words[-1]
    if is_abbreviation(words[0]) and len(words) > 1:
        return " ".join(words[1:]), words[0]
    return entry, None


def _as_in_running_text(name: str, kind: CommitteeKind) -> str:
    is_named_by_kind = kind not in {CommitteeKind.COMPANY, CommitteeKind.FEDERATION}
    if is_named_by_kind and _DEFINITE.search(name_key(name)):
        return name[:1].lower() + name[1:]
    return name

"""Names of files made from text: safe on every system, still readable."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from revtrack.domain.records import Committee

MAX_BYTES = 120
MAX_APART_BYTES = 48
"""The longest that the part which tells files apart may be."""

_ALLOWED = re.compile(r"[^0-9A-Za-zÅÄÖåäöÉéÜü ().-]+")
_EDITION = re.compile(r"_v\d+(?=\.[^.]+$)")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def safe_part(text: str) -> str:
    """Return the text with nothing but letters, digits, points and hyphens; never empty.

    White space becomes a hyphen; names that Windows keeps for itself get a hyphen after them.
    """
    kept = _ALLOWED.sub(" ", unicodedata.normalize("NFC", text))
    joined = "-".join(kept.split()).strip("-.")
    if joined.split(".")[0].casefold() in _RESERVED:
        joined = f"{joined}-"
    return joined or "namnlös"


def name_on_disk(name: str) -> str:
    """Return what is the same for names that Windows and macOS take for one file."""
    return unicodedata.normalize("NFC", name).casefold()


def short_name(committee: Committee, committees: Iterable[Committee]) -> str:
    """Return what tells files for this committee from those for the municipality's others.

    It is the abbreviation, else the name, with a short id after it where another is called so too.
    """

    def called(each: Committee) -> dict[str, str]:
        names = filter(None, (each.abbreviation, each.name))
        return {name_on_disk(safe_part(name)): name for name in names}

    others = {key for each in committees if each.id != committee.id for key in called(each)}
    free = [name for key, name in called(committee).items() if key not in others]
    return free[0] if free else f"{committee.name} {committee.uid[:8]}"


def without_edition(name: str) -> str:
    """Return a document's file name as its first edition has it."""
    return _EDITION.sub("", name)


def join_file_name(
    parts: tuple[str, ...], suffix: str, *, apart: str = "", edition: int = 1
) -> str:
    """Return ``2022-12-01_Eskilstuna-kommun_Missiv_ESK-2022-1_KFN_v2.docx``, at most 120 bytes.

    Empty parts are left out. Where it is too long the longest of ``parts`` is cut at its end, as
    often as needed. ``apart`` tells files of one kind apart and is never cut for their sake; one
    that is itself too long ends in a short id made from the whole of it. ``v2`` is never cut.
    """
    safe = [safe_part(part) for part in parts if part]
    kept = [_shortened(apart)] if apart else []
    kept += [f"v{edition}"] if edition > 1 else []
    while len(name := f"{'_'.join([*safe, *kept])}{suffix}".encode()) > MAX_BYTES:
        longest = max(range(len(safe)), key=lambda place: len(safe[place].encode()))
        if len(safe[longest]) <= 1:
            break
        safe[longest] = safe[longest][:-1]
    return name.decode()


def _shortened(text: str) -> str:
    part = safe_part(text)
    if len(part.encode()) <= MAX_APART_BYTES:
        return part
    short_id = sha256(text.encode()).hexdigest()[:8]
    begun = part.encode()[: MAX_APART_BYTES - len(short_id) - 1].decode(errors="ignore")
    return f"{begun.rstrip('-.')}-{short_id}"

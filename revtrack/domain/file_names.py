"""Names of files made from text: safe on every system, still readable."""

import re
import unicodedata

MAX_BYTES = 120

_ALLOWED = re.compile(r"[^0-9A-Za-zÅÄÖåäöÉéÜü ().-]+")
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


def join_file_name(parts: tuple[str, ...], suffix: str) -> str:
    """Return ``2022-12-01_Eskilstuna-kommun_Missiv_ESK-2022-1.docx``, at most 120 bytes.

    The last part is kept whole: it is what tells two files apart.
    """
    safe = [safe_part(part) for part in parts if part]
    while len(f"{'_'.join(safe)}{suffix}".encode()) > MAX_BYTES:
        longest = max(range(len(safe)), key=lambda place: len(safe[place].encode()))
        if len(safe[longest]) <= 1:
            break
        safe[longest] = safe[longest][:-1]
    return f"{'_'.join(safe)}{suffix}"

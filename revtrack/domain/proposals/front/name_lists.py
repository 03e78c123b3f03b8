"""Lists of names below or beside a label at the beginning or the end of a letter."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.papers.front_lines import INFORMED
from revtrack.domain.texts.paper import Line, Place

_NEXT_LABEL = re.compile(
    r"^(?:till|för\s+känned|kopia|datum|dnr|diarie|från|bilag|svar|mottagare)\w*\b", re.IGNORECASE
)
_ANY_LABEL = re.compile(r"^[\w.]{1,12}:\s*\S")
"""A short word before what it labels: "Cc: kommunstyrelsen"."""
_BODY = re.compile(
    r"nämnd|styrelse|fullmäktige|presidi|direktör|förbund|\bAB\b|bolag|utskott|chef\b"
    r"|\w(?:rådet|kontoret|förvaltningen|beredningen|kommissionen)\b|ordförande",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\b(?:granskning|har|vi|är|revisor\w*|kommuns|får|erhåller|delges|skickas|sänds)\b",
    re.IGNORECASE,
)
_MOST_NAMES = 40
SHORT_LINE, LONGEST_LIST = 150, 600
"""In signs: of a line that is no running text, and of a list of names."""


def listed(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    """Give what stands on a line with a label and, where names go on below, on the lines there."""
    for number, line in enumerate(lines):
        match = label.match(line.text.strip())
        if match is None or len(line.text) > LONGEST_LIST:
            continue
        is_label = ":" in line.text[:40] or not match["names"] or len(line.text) < SHORT_LINE
        if not is_label or (line.text.strip().endswith((".", "att")) and ":" not in line.text[:40]):
            continue
        if match["names"].strip():
            yield match["names"], line.place
        for below in lines[number + 1 : number + 1 + _MOST_NAMES]:
            text = below.text.strip()
            if not _goes_on(text):
                break
            yield text, below.place


def _goes_on(text: str) -> bool:
    is_label = _NEXT_LABEL.match(text) or INFORMED.match(text) or _ANY_LABEL.match(text)
    if is_label or len(text) > SHORT_LINE or text.endswith((":", "?")):
        return False
    return _BODY.search(text) is not None and _TEXT.search(text) is None

"""Where in a report judgements stand, and where only other things are told."""

import re

from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.texts.any_case import AnyCase

IS_SUMMARY = re.compile(
    r"\bsammanfattning|\bslutsats|\bsammanfattande|\bsamlad|\bsammanvägd", re.IGNORECASE
)
_ANSWERING = (
    r"\bsvar(?:en)?(?:\s(?:på|till|i)\b|\W*$)|\bbesvara(?:nde|de|d|t|s|r)\b|\bavstämning\b.*fråg"
    r"|fråg\w+ (?:och|med|samt) (?:\w+ )?svar"
)
ANSWERING = re.compile(_ANSWERING, re.IGNORECASE)
"""How a chapter is headed that answers what was asked."""
IS_RESULT = AnyCase(rf"\bbed[öo]mning|\bslutsats|\bsammanfatt|{_ANSWERING}")
"""How a chapter is headed that judges."""
_ELSEWHERE = AnyCase(
    r"\bbakgrund|\binledning|\bmetod|kriteri|\brekommendation|\btidigare|bedömningsgrund|\bsyfte"
    r"|avgränsning|revisionsfråg(?:or|orna)$",
)
_GROUNDS = re.compile(
    r"\b(?:grund(?:er|en|erna)?|utgångspunkt\w*|underlag(?:et)?|måttstock\w*|norm\w*)\s"
    r"(?:för|till)\s(?:\w+\s)?bedömning",
    re.IGNORECASE,
)
"""How a chapter is headed that tells by what is judged: "Grund för bedömningen"."""


def is_elsewhere(passage: Passage) -> bool:
    """Tell whether a passage stands in a chapter that tells of other things than was found."""
    path = " / ".join(each for each in passage.path if not each.endswith("?"))
    is_result = IS_RESULT.search(path) is not None and not _GROUNDS.search(path)
    return not is_result and bool(_ELSEWHERE.search(path) or _GROUNDS.search(path))

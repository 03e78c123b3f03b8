"""Which years a follow-up tells of itself, and not of the audit that it goes back to."""

import re

_FOLLOWS_UP = re.compile(r"\b(?:uppfölj|följ\w*\s(?:[\w-]+\s){0,6}?upp\b)", re.IGNORECASE)
_WAS = re.compile(
    r"\b(?:granska(?:de|des)|ingick|lämna(?:de|des)|rekommendera(?:de|des)|rapportera(?:de|des))\b",
    re.IGNORECASE,
)
"""What was done once; in a follow-up that is the audit before it."""
_OF_EARLIER = re.compile(
    r"\b(?:gransk(?:at|ats|ning\w*)|rekommend\w+|rapporte\w+|förstudie\w*)\b", re.IGNORECASE
)
"""What an audit does or gives: the one before, unless a clause says otherwise."""
_OF_THIS = re.compile(
    r"\b(?:vår|årets|denna|detta|den här|nuvarande|aktuella|själva|ingår|intervju\w*"
    r"|(?:revisions|gransknings)(?:året|plan\w*))\b|\bårs\s(?:\w*plan|revision|risk)|^revision",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s|;\s|\s(?:och|samt|men)\s(?=(?:som\s)?(?:denna|nu|vi|följer|har)\b)")
_YEAR = r"(?:19|20)\d{2}(?:\s?[–/-]\s?\d{2,4}|\soch\s(?:19|20)\d{2})?"
_OF_FOLLOWED = re.compile(
    r"(?P<upp>\b(?:följ\w*\s(?:[\w-]+\s){0,6}?upp|uppfölj\w+(?:\sgransk\w+)?\sav)\b[^.;]*?)"
    rf"(?:\bsom\b[^.;,]*?{_YEAR}|\bfrån\s(?:år\s|den\s)?[^.;,\d]{{0,20}}{_YEAR}"
    rf"|\b(?:gransk|rapport|rekommendation|revision)\w*\s\(?(?:av\s)?(?:år\s)?{_YEAR}\)?)",
    re.IGNORECASE,
)
"""The year of what is followed up: "följer upp den granskning som gjordes hösten 2022"."""


def of_own_years(sentence: str) -> str:
    """Return a sentence of a follow-up without what it tells of the audit that is followed up."""
    kept = ", ".join(filter(_is_of_this, _CLAUSE.split(sentence)))
    return _OF_FOLLOWED.sub(lambda met: met["upp"], kept)


def _is_of_this(clause: str) -> bool:
    """Tell whether a clause tells of the follow-up itself."""
    if _FOLLOWS_UP.search(clause):
        return True
    return not _WAS.search(clause) and bool(
        _OF_THIS.search(clause) or not _OF_EARLIER.search(clause)
    )

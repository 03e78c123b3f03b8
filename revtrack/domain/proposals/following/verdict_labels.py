"""Where a follow-up's verdict stands: after a label, below a heading, in a column of a table."""

import re

_WHOSE = (
    r"(?:(?:vår|våra|revisionens|revisorernas|\w+revision(?:en)?s|\w+revisorernas|uppföljningens"
    r"|granskningens|granskarnas|slutlig|bedömd|aktuell|nuvarande)\s){0,2}"
)
_WHAT = (
    r"(?:(?:uppföljnings)?bedömning(?:en)?(?:\sav\s(?:rekommendation\w*|åtgärd\w*|status|läget|genomförande\w*))?"
    r"|status|resultat(?:et)?|slutsats(?:en)?|utfall(?:et)?|omdöme|läge(?:t)?|ställningstagande"
    r"|(?:grad\sav\s)?genomförande(?:grad)?|uppfyllelse(?:grad)?|åtgärda[dt]|genomför[dt]|uppfylld"
    r"|beaktad|klar)"
)
_LABEL = re.compile(
    rf"^{_WHOSE}{_WHAT}(?:\s(?:\w+\s)?(?:19|20)\d\d)?\s*(?:[:?]|\s[–-])\s*(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(
    r"^(?:är|har)\b[^?]{0,80}\b(?:rekommendationen|åtgärden|åtgärder|bristen)\b[^?]{0,80}\?\s*"
    r"(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(rf"^{_WHOSE}{_WHAT}(?:\s(?:\w+\s)?(?:19|20)\d\d)?\s*[:?]?$", re.IGNORECASE)
_WITHIN = re.compile(
    r"^(?:\w+\s)?(?:iakttagelse|åtgärd|vidtagna|vad\s|nuläge|läge|kommentar|svar|nämndens|styrelsens"
    r"|förvaltningens|granskningsresultat|resultat|uppföljning|status|underlag|bakgrund|tidigare"
    r"|rekommendation|motivering|genomgång|redovisning)",
    re.IGNORECASE,
)
"""Headings within what is told of one recommendation."""
_CLOSING = re.compile(
    r"^(?:\w+\s)?(?:samlad|samman(?:fatt|tag|ställ|väg)\w*|slutsats\w*|avslut\w*|slutord|svar\spå\s"
    r"|revisorernas\s(?:syn|samman)|(?:vår\s)?helhet\w*|nya\srekommend\w*|avrundning"
    r"|övergripande\sbedömning|bilag\w*|fortsatt\w*|förslag)",
    re.IGNORECASE,
)
"""Headings below which a follow-up speaks of all together."""
_COLUMN = re.compile(
    rf"^(?:{_WHOSE}{_WHAT}|.*\bbedömning\b.*|.*\bstatus\b.*|läget?\b.*|.*\b(?:åtgärda|beakta)[dt]\b.*"
    r"|.*\bgenomför(?:d|t|ts)\b.*|.*\buppfyll\w+\b.*|vidtag(?:en|na|its)\??)\W*$",
    re.IGNORECASE,
)
_OTHERS_COLUMN = re.compile(
    r"\b(?:enligt|svar\w*|kvarstår|återstår|tidigare|föregående"
    r"|\w*nämnd(?:en)?s|\w*styrelsens|förvaltning\w*s|egen|egna)\b",
    re.IGNORECASE,
)


def after_label(text: str) -> str | None:
    """Return what stands after the label of a verdict; None where a text has none."""
    met = _LABEL.match(text.strip()) or _ASKED.match(text.strip())
    return met["said"] if met else None


def is_label(text: str) -> bool:
    """Tell whether a line is the label of a verdict, which then stands below it."""
    return _HEADING.match(text.strip()) is not None


def is_within(heading: str) -> bool:
    """Tell whether a heading parts what is told of one recommendation."""
    return not is_closing(heading) and (is_label(heading) or _WITHIN.match(heading) is not None)


def is_closing(heading: str) -> bool:
    """Tell whether a follow-up speaks of all together below a heading."""
    return _CLOSING.match(heading.strip()) is not None


def is_verdict_column(heading: str) -> bool:
    """Tell whether a column holds the auditors' verdicts, by its heading."""
    said = " ".join(heading.split())
    return _COLUMN.match(said) is not None and _OTHERS_COLUMN.search(said) is None


def is_of_others(heading: str) -> bool:
    """Tell whether a column holds what others say, or what was before."""
    return _OTHERS_COLUMN.search(" ".join(heading.split())) is not None

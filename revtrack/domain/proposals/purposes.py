"""Which year a paper says was audited, and what for."""

import re

from revtrack.domain.proposals.heads import Head
from revtrack.domain.proposals.outline import Passage
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.texts.paper import LineKind

_YEARS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\brevisionsår(?:et)?\s*:?\s*(?P<year>(?:19|20)\d{2})\b",
        (
            r"\b(?P<year>(?:19|20)\d{2})\sårs\s(?:revisionsplan|revision\b|granskningsplan"
            r"|plan\b)"
        ),
        r"\brevisionsplan(?:en)?,?\s*(?:för\s)?(?:år(?:et)?\s)?(?P<year>(?:19|20)\d{2})\b",
        (
            r"\b(?P<year>(?:19|20)\d{2})\sårs\s(?:revisionsplan|revision|granskning|granskningsplan"
            r"|plan\b)"
        ),
        r"\b(?:granskningsår|verksamhetsår|räkenskapsår)(?:et)?\s*:?\s*(?P<year>(?:19|20)\d{2})\b",
        r"\brevision(?:en)?\s(?:av|för)\s(?:verksamhets)?år(?:et)?\s(?P<year>(?:19|20)\d{2})\b",
        r"\bgranskningsplan(?:en)?\s(?:för\s)?(?:år\s)?(?P<year>(?:19|20)\d{2})\b",
        (
            r"\b(?:\w*revis\w+|sin|vår|deras|granskningens?)\s(?:\w+\s)?plan(?:en)?\s(?:för|år)\s"
            r"(?:år\s)?(?P<year>(?:19|20)\d{2})\b"
        ),
        (
            r"\b(?:ramen\sför|del\s(?:av|i)|led\si|ingår\si|inom)\s(?:[a-zåäö]+\s){0,2}?"
            r"(?:revision|granskning)(?:en)?\s(?:av\s|för\s|år\s){0,2}(?P<year>(?:19|20)\d{2})\b"
        ),
        r"\b(?:redogörelse|revisionsberättelse)\sför\s(?:år(?:et)?\s)?(?P<year>(?:19|20)\d{2})\b",
        r"^[^.]{0,60},\s(?:år|verksamhetsår|revisionsår)\s(?P<year>(?:19|20)\d{2})$",
        (
            r"\bgranskningen\s(?:avser|har avsett|gäller)\s(?:[åa]r(?:et)?\s)?(?P<year>(?:19"
            r"|20)\d{2})\b"
        ),
        r"\brevisionsplan(?:en)?\b[^.]{0,60}\b(?:för|år)\s(?:år\s)?(?P<year>(?:19|20)\d{2})\b",
        (
            r"\brisk-?\s?(?:och väsentlighets)?(?:analys|bedömning)(?:en)?\s(?:för|inför)\s"
            r"(?:år\s)?(?P<year>(?:19|20)\d{2})\b"
        ),
    )
)
_HAS_YEAR = re.compile(r"(?:19|20)\d{2}")
_PURPOSE = re.compile(
    r"\b(?:avsikten|ändamålet)\b[^.]{0,60}?\b(?:är|var|varit) att\b"
    r"|\bsyftet?\b[^.]{0,80}?\b(?:är|var|varit|att)\b|\bsyftar\b|\bsyftat\b|\bsyftade\b"
    r"|\bgranskningens syfte\b|\bi syfte att (?:bedöma|pröva|granska|undersöka)\b"
    r"|\bmålet med granskningen\b",
    re.IGNORECASE,
)
_FINDS = re.compile(r"\bbedömning(?:en)?\b[^.]{0,80}\b(?:är|att)\b|\bbedömer\b", re.IGNORECASE)
_OF_AUDIT = re.compile(
    r"\bgranskning|\brevision|\bförstudi|\bbedöm|\bpröva|\bgranska", re.IGNORECASE
)
_BEGINS_PURPOSE = re.compile(
    r"^(?:det övergripande |det |granskningens )?(?:syfte|avsikten (?:med granskning"
    r"|har varit))",
    re.IGNORECASE,
)


def audit_year_in(head: Head) -> Found[int] | None:
    """Return the year that is audited; None where the paper does not say."""
    dated = [line for line in head.lines if _HAS_YEAR.search(line.text)]
    for shape in _YEARS:
        for line in dated:
            match = shape.search(line.text)
            if match:
                return Found(int(match["year"]), line.place, 0.9)
    return None


def purpose_in(head: Head) -> Found[str] | None:
    """Return the sentence that says what the audit is for; None where none does."""
    for line in head.body:
        if line.kind is LineKind.HEADING:
            continue
        for sentence in sentences(line.text):
            is_own = _BEGINS_PURPOSE.match(sentence) or _OF_AUDIT.search(sentence)
            if _FINDS.search(sentence):
                continue
            if _PURPOSE.search(sentence) and is_own and not sentence.endswith((":", "?")):
                return Found(sentence, line.place, 0.9)
    for passage in head.passages:
        is_under = isinstance(passage, Passage) and not passage.is_heading
        if is_under and isinstance(passage, Passage) and _BEGINS_PURPOSE.match(passage.heading):
            said = next(sentences(passage.text), "")
            if _OF_AUDIT.search(said) and not said.endswith((":", "?")):
                return Found(said, passage.place, 0.6)
    return None

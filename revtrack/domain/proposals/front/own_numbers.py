"""The auditors' own number for a paper: in its head, in a reply's head, or in their stamp."""

import itertools
import re
from collections.abc import Sequence

from revtrack.domain.proposals.front.heads import FIRST_LINES, Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, LineKind

_LETTERS = (
    r"(?:(?-i:[A-ZÅÄÖ]{1,6}|[A-ZÅÄÖ][a-zåäö]{0,3}[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,4})|(?i:[krls]?rev))"
)
_NUMBER = (
    rf"(?P<number>(?:{_LETTERS}(?:-{_LETTERS})?(?:[/:.-]|\s)?\s?)?"
    r"(?!\d{4}-\d\d-\d\d(?!\d|-))"
    rf"\d{{1,6}}(?:[/:.-]\d{{1,6}}|[/:.-]?{_LETTERS}[/:.-]?\s?\d{{1,6}}){{1,4}}"
    rf"(?:[/:.-]{_LETTERS})?)(?!\w)"
)
"""Letters or none, a year and a number in any order: "REV 2021/14", "2019REV-41", "24/0013-REV"."""
_LABELLED = re.compile(
    r"(?<!\bert )(?<!\ber )\b(?:dnr|d\.?\s?nr|diarie-?\s?(?:nr|nummer|id)"
    r"|ärende-?\s?(?:nr|nummer|id|beteckning)"
    r"|dokument-?(?:nr|nummer|id)|reg(?:istrerings)?\.?-?(?:nr|nummer)|beteckning"
    r"|(?:ref(?:erens)?|ärende)\s*:(?=\s*[A-ZÅÄÖ\d]))(?:\b|(?<=:))\.?\s*:?\s*"
    rf"{_NUMBER}",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"\s*(?:vårt )?(?:dnr|diarienummer|diarienr)\.?:?\s*", re.IGNORECASE)
SHORT_LINE = 80
_ALONE = re.compile(rf"^{_NUMBER}$")
_AFTER_AUDITORS = re.compile(rf"^\w*revis(?:orerna|ionen|orer)\s+{_NUMBER}$", re.IGNORECASE)
_OF_AUDITORS_OWN = re.compile(
    r"\b(?:(?i:(?:ert?|revisorernas|revisionens)\s+(?:(?:dnr|d\.nr|diarienummer|diarienr|beteckning"
    r"|ref(?:erens)?|ärende(?:nr|nummer)?|nr|nummer)\b)?\.?\s*:?\s*)(?=[A-ZÅÄÖ\d])"
    r"|(?<!-)(?=(?:\d{4}[/-])?(?:[A-ZÅÄÖ]{1,4}-)?(?:REV|KREV|RVK|LREV|REVK|SRK|SR)[ /:.-]?\d))"
    rf"(?i:{_NUMBER})"
)
_OF_REVISION = re.compile(rf"(?<!\w)(?=(?:\d{{2,4}}[:/-]?)?[A-Z]?(?:REV|Rev)){_NUMBER}")
"""A number whose letters say that it is the auditors', on a line of the head."""
_HAS_LETTERS = re.compile(r"^(?:[A-ZÅÄÖ]{1,6}|Rev)[ /:-]|^\d{2}[A-ZÅÄÖ]|^\d{4}[:/-][A-ZÅÄÖ]")


def _is_label(text: str) -> bool:
    """Tell whether a line is no sentence, and no decision's § is in it."""
    return len(text) < SHORT_LINE and not text.endswith((".", ":")) and "§" not in text


def diary_number_in(head: Head) -> Found[str] | None:
    """Return the number that the paper has in its head; None where it has none."""
    pages = head.lines[len(head.body) :]
    firsts = [each for each in head.first if each.place.table not in head.wide_tables]
    for line in (*firsts, *pages):
        match = _LABELLED.search(line.text) if line.kind is not LineKind.FOOTNOTE else None
        is_in_head = match is not None and (match.start() == 0 or _is_label(line.text))
        if match and is_in_head and not re.search(r"[.!?]\s", line.text[: match.start()]):
            return _found(match, line, 0.9)
    for line, after in itertools.pairwise((*firsts, *pages)):
        match = _ALONE.match(after.text.strip()) if _BARE_LABEL.fullmatch(line.text) else None
        if match:
            return _found(match, after, 0.9)
    return _unlabelled(firsts, pages)


def _unlabelled(firsts: Sequence[Line], pages: Sequence[Line]) -> Found[str] | None:
    """Return a number with letters that stands alone, beside the auditors, or is by these theirs.

    ``pages`` are the lines that pages repeat.
    """
    for line in pages:
        match = _ALONE.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return _found(match, line, 0.7)
    for line in firsts[: FIRST_LINES // 2]:
        match = _ALONE.match(line.text.strip()) or _AFTER_AUDITORS.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return _found(match, line, 0.7)
    for line in firsts:
        match = _OF_REVISION.search(line.text) if _is_label(line.text) else None
        if match:
            return _found(match, line, 0.6)
    return None


def _found(match: re.Match[str], line: Line, confidence: float) -> Found[str]:
    return Found(" ".join(match["number"].split()), line.place, confidence)


def auditors_number_in(head: Head) -> Found[str] | None:
    """Return the auditors' own number that a reply gives: "Ert dnr", or by its letters."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        match = _OF_AUDITORS_OWN.search(line.text)
        if match:
            return _found(match, line, 0.8)
    return None

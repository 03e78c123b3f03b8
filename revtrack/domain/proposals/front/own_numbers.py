"""The auditors' own number for a paper: in its head, in a reply's head, or in their stamp."""

import itertools
import re
from collections.abc import Sequence

from revtrack.domain.proposals.front.heads import FIRST_LINES, Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, LineKind

_NUMBER = (
    r"(?P<number>(?![A-ZÅÄÖ]{1,6} \d{4}-\d\d-\d\d)"
    r"(?:[A-ZÅÄÖ]{1,4}-)?(?:[A-ZÅÄÖ]{1,6}|Rev)[ /:.-]?\s?"
    r"\d{2,4}[:/.-]\d{1,6}(?:[.-]\d{1,4}(?!\d|-))?"
    r"|\d{4}[:/-][A-ZÅÄÖ]{1,6}[ :/-]?\d{1,6}|\d{2}[A-ZÅÄÖ]{2,5}\d{1,5}"
    r"|\d{4}[:/-]\d{1,6}(?:[.-]\d{1,4})?|\d{1,3}(?:\.\d{1,3})*-\d+/\d{4}|\d{1,6}/\d{2,4})(?!\w)"
)
_LABELLED = re.compile(
    rf"\b(?:dnr|diarienr|diarienummer|d\.nr|diarie-?nr|ärendenr|ärendenummer|vårt? dnr"
    rf"|vår beteckning"
    rf"|beteckning|(?:ref(?:erens)?|ärende)\s*:(?=\s*[A-ZÅÄÖ]))(?:\b|(?<=:))\.?\s*:?\s*{_NUMBER}",
    re.IGNORECASE,
)
SHORT_LINE = 80
_ALONE = re.compile(rf"^{_NUMBER}$")
_BESIDE_AUDITORS = re.compile(rf"(?i:revis(?:orerna|ionen|orer|ionskontoret))\b.*\s{_NUMBER}$")
"""The head of a page with its parts in a row: "Region Norr Regionens revisorer REV 2019-33"."""
_AFTER_AUDITORS = re.compile(rf"^\w*revis(?:orerna|ionen|orer)\s+{_NUMBER}$", re.IGNORECASE)
_OF_AUDITORS_OWN = re.compile(
    r"\b(?:(?i:(?:ert?|revisorernas|revisionens)\s+(?:(?:dnr|d\.nr|diarienummer|diarienr|beteckning"
    r"|ref(?:erens)?|ärende(?:nr|nummer)?|nr|nummer)\b)?\.?\s*:?\s*)(?=[A-ZÅÄÖ\d])"
    rf"|(?=(?:\d{{4}}[/-])?(?:REV|KREV|RVK|LREV|REVK|SRK|SR)[ /:.-]?\d))(?i:{_NUMBER})"
)
_STAMP_OF_AUDITORS = re.compile(
    r"^\W*(?:\w+ ){0,2}\w*(?:revisionen|revisorerna)\W*$", re.IGNORECASE
)
_ARRIVED = re.compile(r"\b(?:ankom|inkom|mottag)\w*", re.IGNORECASE)
_STAMP_LINES = 4
_HAS_LETTERS = re.compile(r"^(?:[A-ZÅÄÖ]{1,6}|Rev)[ /:-]|^\d{2}[A-ZÅÄÖ]|^\d{4}[:/-][A-ZÅÄÖ]")


def _is_label(text: str) -> bool:
    """Tell whether a line is no sentence, and no decision's § is in it."""
    return len(text) < SHORT_LINE and not text.endswith((".", ":")) and "§" not in text


def diary_number_in(head: Head) -> Found[str] | None:
    """Return the number that the paper has in its head; None where it has none."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        match = _LABELLED.search(line.text) if line.kind is not LineKind.FOOTNOTE else None
        is_in_head = match is not None and (match.start() == 0 or _is_label(line.text))
        if match and is_in_head and not re.search(r"[.!?]\s", line.text[: match.start()]):
            return Found(" ".join(match["number"].split()), line.place, 0.9)
    firsts = list(head.first)
    for line, after in itertools.pairwise((*firsts, *head.lines[len(head.body) :])):
        is_label = re.fullmatch(
            r"(?:dnr|diarienummer|diarienr)\.?:?", line.text.strip(), re.IGNORECASE
        )
        match = _ALONE.match(after.text.strip())
        if is_label and match:
            return Found(match["number"], after.place, 0.9)
    for line in head.lines[len(head.body) :]:
        match = _BESIDE_AUDITORS.search(line.text.strip()) or _ALONE.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return Found(match["number"], line.place, 0.7)
    for line in firsts[: FIRST_LINES // 2]:
        match = _ALONE.match(line.text.strip()) or _AFTER_AUDITORS.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return Found(match["number"], line.place, 0.7)
    return None


def auditors_number_in(head: Head) -> Found[str] | None:
    """Return the auditors' own number that a reply gives: "Ert dnr", or by its letters."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        match = _OF_AUDITORS_OWN.search(line.text)
        if match:
            return Found(" ".join(match["number"].split()), line.place, 0.8)
    return _in_stamp(head.first)


def _in_stamp(lines: Sequence[Line]) -> Found[str] | None:
    """Return the number in the stamp by which auditors have noted that a paper came to them."""
    for place, line in enumerate(lines):
        stamp = lines[place : place + _STAMP_LINES]
        is_theirs = _STAMP_OF_AUDITORS.match(line.text) is not None
        if not is_theirs or not any(_ARRIVED.search(each.text) for each in stamp):
            continue
        for each in stamp[1:]:
            match = _LABELLED.search(each.text)
            if match:
                return Found(" ".join(match["number"].split()), each.place, 0.75)
    return None

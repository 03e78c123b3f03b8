"""What a report or letter is called, and the auditors' own number for it."""

import itertools
import re
from collections.abc import Iterable, Sequence

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.heads import FIRST_LINES, Head
from revtrack.domain.proposals.outline import is_usual_heading
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.texts.paper import Line, LineKind
from revtrack.domain.texts.prose import name_key

_IS_TITLE = re.compile(
    r"\b(?:fördjupad\s|uppföljande\s|grundläggande\s|förstudie|granskning(?:en|ar)?\b|uppföljning\b"
    r"|revision\sav\b|\w+granskning\b|översyn\b)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:revisions?rapport|rapport|granskningsrapport|yttrande|svar|missiv|följebrev|revisionsskrivelse"
    r"|skrivelse|innehåll(?:sförteckning)?|till\b.*|för kännedom.*|bilag\w*.*|dnr.*|datum.*"
    r"|resultat av granskningen|syftet?\b.*|antal sidor.*|sida \d.*|granskningens (?:syfte"
    r"|resultat)"
    r"|granskningsresultat|uppdraget|granskningen|.*\brekommendation(?:er)?)$",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"^(?:(?:missiv|följebrev|revisionsrapport|granskningsrapport|rapport|skrivelse"
    r"|revisionsskrivelse"
    r"|ang(?:ående|\.)?|avseende|ärende|ämne|gäller|titel|rubrik)\s*(?:nr\s?\d+)?\s*(?::|[–-]\s"
    r"|\s(?=[Gg]ranskning))\s*)+",
    re.IGNORECASE,
)
_OF_MATTER = re.compile(r"\b(?:av|om|rörande|avseende|kring)\s", re.IGNORECASE)
_ABOUT_AUDIT = re.compile(
    r"^.{0,40}?\b(?:svarstid|anstånd|påminnelse|svar|yttrande|begäran|komplettering|förslag)\b"
    r".{0,30}?\b(?:för|avseende|om|på|över|gällande|till|anledning av|angående)\s+"
    r"(?=(?:\w+s\s)?granskning)",
    re.IGNORECASE,
)
"""What a letter about an audit has before the audit's title."""
_PAGE = re.compile(
    r"\s+\d{1,3}\s?\(\d{1,3}\)$|\s*\((?:[Dd]nr:?\s*)?[A-ZÅÄÖ]{1,6}[ /:-]?\d{2,4}[:/-]\d+\)$"
    r"|\s+[A-ZÅÄÖ]{2,6}\s\d{4}[/:-]\d+$"
    r"|,?\s*[Dd](?:ia)?(?:rie)?nr:?\s*(?:[A-ZÅÄÖ]{1,6}[ /:-]?)?\d{2,4}[:/-]\d+$"
)
"""A page number, or a diary number in brackets, at the end of a line."""
_OF_AUDITORS = re.compile(
    r"^(?:\w*revisorernas|\w*revisionens|revisorers)\s+"
    r"(?=(?:fördjupade? |uppföljande )?granskning)",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"\b(?:genomfört|gjort|låtit genomföra|utfört)\s(?:en\s)?(?P<kind>(?:fördjupad\s"
    r"|uppföljande\s)?"
    r"(?:granskning|förstudie))\s(?P<rest>(?:av|om|avseende|rörande)\s[^.]{5,120}?)"
    r"(?=\.|,\s|\s(?:Syftet|i syfte|med syfte|under|enligt)\b|$)"
)
_QUOTED = re.compile('[”“"»](?P<title>[^”“"»«]{8,140})[”“"«]')
_IS_ANNUAL = re.compile(
    r"^(?:\w+\s){0,2}(?:revisorernas redogörelse|\w*revisionsberättelse|granskningsrapport"
    r"|årsrapport|årsredogörelse|redogörelse för (?:\w+ )?(?:revision|granskning))\b",
    re.IGNORECASE,
)
SHORTEST_TITLE, LONGEST_TITLE = 8, 140


def title_in(head: Head, others: Iterable[str] = ()) -> Found[str] | None:
    """Return the audit's title; None where the paper gives none; ``others``: town and firm."""
    found = _title_in(head, tuple(others))
    if found is None:
        return None
    text = found.value
    for other in others:
        if name_key(text).endswith(f" {name_key(other)}") and " i " not in text[-len(other) - 4 :]:
            text = text[: -len(other)].rstrip(" ,–-")
    return Found(text, found.place, found.confidence)


def annual_title_in(head: Head) -> Found[str] | None:
    """Return the line by which a paper of the whole year's audit names itself."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        text = audit_title(line.text)
        is_short = len(text) <= LONGEST_TITLE and not text.endswith((".", ":", ","))
        if is_short and _IS_ANNUAL.match(text):
            return Found(text, line.place, 0.9)
    return None


def _title_in(head: Head, others: Sequence[str]) -> Found[str] | None:
    before = _before_chapters(head)
    repeated = head.lines[len(head.body) :]
    ways = (
        _telling(before, 0.9),
        _plain_title(before[:10], others),
        _telling(head.first, 0.8),
        _telling(repeated, 0.75),
        _carried_out(head),
        _first_heading(head),
    )
    return next((each for each in ways if each is not None), None)


def _telling(lines: Iterable[Line], confidence: float) -> Found[str] | None:
    """Return the first line that says of itself that it is the title of an audit."""
    found = [
        Found(text, line.place, confidence)
        for line in lines
        if _may_be_title(line, text := audit_title(line.text)) and _IS_TITLE.search(text)
    ]
    of_matter = (each for each in found if _OF_MATTER.search(each.value))
    return next(of_matter, next(iter(found), None))


def _carried_out(head: Head) -> Found[str] | None:
    """Return the audit that a sentence says was carried out."""
    for line in head.body:
        match = _CARRIED_OUT.search(line.text)
        if match:
            text = f"{match['kind']} {match['rest']}".strip()
            return Found(text[:1].upper() + text[1:], line.place, 0.7)
    return None


def _first_heading(head: Head) -> Found[str] | None:
    for line in head.first:
        if line.kind is LineKind.HEADING and not _NO_TITLE.match(line.text.strip()):
            return Found(line.text.strip(), line.place, 0.5)
    return None


def _before_chapters(head: Head) -> list[Line]:
    """Return the lines before the first chapter."""
    found: list[Line] = []
    for line in head.first:
        if is_usual_heading(line.text):
            break
        found.append(line)
    return found


def _plain_title(before: Sequence[Line], others: Sequence[str]) -> Found[str] | None:
    """Return the first line that is a title though it does not say so, before any chapter."""
    keys = [name_key(each) for each in others]
    for line in sorted(before, key=lambda each: each.kind is not LineKind.HEADING):
        text = audit_title(line.text)
        is_other = any(key in name_key(text) or name_key(text) in key for key in keys)
        if (
            is_other
            or any(days_in(text))
            or re.search(r"\d|revis|^till\b|kopia|nämnd", text, re.IGNORECASE)
        ):
            continue
        if _may_be_title(line, text) and len(text.split()) > len("ab"):
            return Found(text, line.place, 0.7)
    return None


def audit_title(text: str) -> str:
    """Return the title of the audit that a line gives, without what stands before it."""
    said = _PAGE.sub("", " ".join(text.split())).strip('*”“" ')
    bare = _TITLE_LABEL.sub("", said).strip(' :*”“"')
    bare = _OF_AUDITORS.sub("", _ABOUT_AUDIT.sub("", bare))
    return bare[:1].upper() + bare[1:]


def is_title(text: str) -> bool:
    """Tell whether words may be a title, and are no mere name for a kind of paper."""
    return len(text) >= SHORTEST_TITLE and _NO_TITLE.match(text) is None


def _may_be_title(line: Line, text: str) -> bool:
    is_text = text.endswith((".", ":", "?", ",", ";")) or not text[:1].isupper()
    if is_text or not SHORTEST_TITLE <= len(text) <= LONGEST_TITLE or _NO_TITLE.match(text):
        return False
    is_sentence = re.search(r"\b(?:har|är|vi|ska|bör|finns)\b", text, re.IGNORECASE) is not None
    return not is_sentence and not re.match(r"^\d", line.text.strip()) and line.marker is None


# ---- the diary number ----------------------------------------------------------------------------

_NUMBER = (
    r"(?P<number>[A-ZÅÄÖ]{1,6}[ /:-]?\s?\d{2,4}[:/-]\d{1,6}(?:\.\d{1,4})?"
    r"|\d{4}[:/-]\d{1,6}(?:[.-]\d{1,4})?|\d{1,3}(?:\.\d{1,3})*-\d+/\d{4}|\d{1,6}/\d{2,4})"
)
_LABELLED = re.compile(
    rf"\b(?:dnr|diarienr|diarienummer|d\.nr|diarie-?nr|ärendenr|ärendenummer|vårt? dnr"
    rf"|vår beteckning"
    rf"|beteckning)\b\.?\s*:?\s*{_NUMBER}",
    re.IGNORECASE,
)
SHORT_LINE = 80
_ALONE = re.compile(rf"^{_NUMBER}$")
_AFTER_AUDITORS = re.compile(rf"^\w*revis(?:orerna|ionen|orer)\s+{_NUMBER}$", re.IGNORECASE)
_OF_AUDITORS_OWN = re.compile(
    rf"\b(?:(?i:ert?|revisorernas|revisionens)\s+(?:dnr|d\.nr|diarienummer|diarienr|beteckning)"
    rf"\.?\s*:?\s*(?=[A-ZÅÄÖ\d])|(?=(?:REV|KREV|RVK)[ /:-]))(?i:{_NUMBER})"
)
_STAMP_OF_AUDITORS = re.compile(
    r"^\W*(?:\w+ ){0,2}\w*(?:revisionen|revisorerna)\W*$", re.IGNORECASE
)
_ARRIVED = re.compile(r"\b(?:ankom|inkom|mottag)\w*", re.IGNORECASE)
_STAMP_LINES = 4
_HAS_LETTERS = re.compile(r"^[A-ZÅÄÖ]{1,6}[ /:-]")


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
    for line, after in itertools.pairwise(firsts):
        is_label = re.fullmatch(
            r"(?:dnr|diarienummer|diarienr)\.?:?", line.text.strip(), re.IGNORECASE
        )
        match = _ALONE.match(after.text.strip())
        if is_label and match:
            return Found(match["number"], after.place, 0.9)
    for line in firsts[: FIRST_LINES // 2]:
        match = _ALONE.match(line.text.strip()) or _AFTER_AUDITORS.match(line.text.strip())
        if match and _HAS_LETTERS.match(match["number"]):
            return Found(match["number"], line.place, 0.7)
    return None


def auditors_number_in(head: Head) -> Found[str] | None:
    """Return the auditors' own number that a reply gives: "Ert dnr", or by its letters."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        match = _OF_AUDITORS_OWN.search(line.text)
        if match and len(line.text) < SHORT_LINE:
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

"""To whom a letter goes, and for whose information."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, LineKind, Place
from revtrack.domain.texts.prose import clean_line

_TO = re.compile(
    r"^(?:(?:(?:Skickas|Sänds|Översänds|Ställd)\s)?Till(?! kännedom)|Mottagare|Sändlista"
    r"|Adressater?)\b\s*:?\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_INFORMED = re.compile(
    r"^(?:För\s+(?:kännedom|känned\w*)|Till\s+kännedom|(?:Kopia|Cc)(?:\s*[,:]?\s*för\s+känned\w*)?"
    r"|Delges(?:\s+(?:även|också))?|F\.?\s?k\.|För info\w*)(?:\s+till)?\s*:?"
    r"\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FOR_INFORMATION = re.compile(
    r"^(?!.*\b(?:skickas|sänds|översänds|överlämnas|lämnas|delges|får|är|till)\b)"
    r"(?P<names>[^().]{2,80}?)\s*(?:\((?:(?:för )?(?:kännedom|information)|kopia|f\.?\s?k\.?)\)"
    r"|[,–-]?\sför (?:kännedom|information))\W*$",
    re.IGNORECASE,
)
_ATTENTION = re.compile(r",?\s*\batt\.?\s?:.*$|,?\s*\batt\.\s.*$", re.IGNORECASE)
"""Who is to open a letter to a committee: "att.: ordföranden"."""
_FOR_INFO_AT_END = re.compile(
    r"(?:^(?:kopia|cc)\b(?:\s+till)?\s*:?\s*)?[,(–-]?\s*(?:\bför (?:kännedom|info\w*))?\)?\W*$"
    r"|^(?:kopia|cc)\s+till\s+",
    re.IGNORECASE,
)
"""What a name has around it that says it gets a copy."""
_TOLD_INFORMED = re.compile(
    r"^(?P<names>[^.:]{4,120}?)\s(?:får|erhåller|delges|tillställs|mottar)\s[^.:]{0,60}?"
    r"\b(?:för kännedom|för information|kopia)\b"
    r"|\b(?:skickas|sänds|översänds|överlämnas|tillställs|lämnas|går)\b[^.:]{0,60}?"
    r"\b(?:för kännedom|för information|i kopia)\s(?:även\s|också\s)?till\s(?P<to>[^.:]{4,160})"
    r"|\bkopia\b[^.:]{0,40}\b(?:skickas|sänds|lämnas|går|översänds)\b[^.:]{0,20}\btill\s"
    r"(?P<copy>[^.:]{4,160})",
    re.IGNORECASE,
)
"""A sentence that says who gets a letter for information."""
_NEXT_LABEL = re.compile(
    r"^(?:till|för\s+känned|kopia|datum|dnr|diarie|från|bilag|svar|mottagare)\w*\b", re.IGNORECASE
)
_TOWN = re.compile(r"^[A-ZÅÄÖ][\w-]+ (?:kommun|stad)$")
COUNCIL = (CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM)
_HARD_SPACE = "\N{WORD JOINER}"
"""Stands for the spaces within a name while a list of names is parted."""
MOST_NAMES = 40
LONGEST_NAME, SHORT_LINE, LONGEST_LIST = 80, 150, 600
"""In signs: of one name, of a line that is no running text, and of a list of names."""


def written_to(head: Head, bodies: PaperBodies) -> tuple[Found[Committee], ...]:
    """Return the committees that a letter is written to, in its order."""
    found: dict[int, Found[Committee]] = {}
    for text, place in _listed(head.first, _TO):
        for each in bodies.named_in(text):
            found.setdefault(each.id, Found(each, place, 0.95))
    if not found:
        for line, committees in _named_alone(head, bodies):
            for each in committees:
                found.setdefault(each.id, Found(each, line.place, 0.85))
    return tuple(found.values())


def _named_alone(head: Head, bodies: PaperBodies) -> Iterator[tuple[Line, tuple[Committee, ...]]]:
    """Give the lines at the beginning that hold nothing but names, as an address does."""
    everybody, has_named = Addressees(bodies, bodies.found), False
    for line in head.first[:12]:
        said = _ATTENTION.sub("", line.text.strip())
        named = bodies.named_in(said)
        informed = _INFORMED.match(said)
        is_copy = (informed or _FOR_INFORMATION.match(said)) is not None
        if informed and has_named and not informed["names"].strip(" :"):
            return
        if named and not is_copy and everybody.is_label(said):
            has_named = True
            yield line, named


def informed_in(head: Head, bodies: PaperBodies) -> tuple[Found[str], ...]:
    """Return those that a letter goes to for information, as it names them."""
    found: dict[str, Found[str]] = {}
    for text, place in (*_listed(head.body, _INFORMED), *_marked_informed(head)):
        for name in _informed_names(text, bodies):
            found.setdefault(name, Found(name, place, 0.9))
    for committee, place in _told_informed(head, bodies):
        name = display_name(committee)
        found.setdefault(name, Found(name, place, 0.85))
    return _without_town(tuple(found.values()))


def _without_town(found: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """Return names without the municipality that stands before its own bodies' names."""
    named = tuple(each for each in found if not _TOWN.match(each.value))
    return named or found


def _told_informed(head: Head, bodies: PaperBodies) -> Iterator[tuple[Committee, Place]]:
    """Give the committees that a sentence says get the letter for information."""
    for line in head.body:
        if line.kind is LineKind.HEADING or len(line.text) > LONGEST_LIST:
            continue
        for sentence in sentences(line.text):
            match = _TOLD_INFORMED.search(sentence)
            if match is not None:
                said = match["names"] or match["to"] or match["copy"]
                yield from ((each, line.place) for each in bodies.named_in(said))


def _marked_informed(head: Head) -> Iterator[tuple[str, Place]]:
    """Give the names at the beginning that say themselves: "Kommunfullmäktige (för kännedom)"."""
    for line in head.first:
        match = _FOR_INFORMATION.match(line.text.strip())
        if match and _INFORMED.match(line.text.strip()) is None:
            yield match["names"], line.place


def _informed_names(text: str, bodies: PaperBodies) -> Iterator[str]:
    for part in re.split(
        r",|;|\n|\s+(?:samt|och)\s+(?=\w+(?:n|t|s|e|r)\b)", _kept_whole(text, bodies)
    ):
        said = clean_line(_FOR_INFO_AT_END.sub("", part)).strip(" .").replace(_HARD_SPACE, " ")
        if not said or len(said) > LONGEST_NAME or "@" in said:
            continue
        named = bodies.named_in(said)
        is_whole = len(named) == 1 and len(said) <= len(named[0].name) + 2
        yield display_name(named[0]) if is_whole else said[:1].upper() + said[1:]


def _kept_whole(text: str, bodies: PaperBodies) -> str:
    """Return the text with the names in it in one piece, so that their "och" parts nothing."""
    for each in reversed(bodies.mentions(text)):
        whole = text[each.start : each.end].replace(" ", _HARD_SPACE)
        text = text[: each.start] + whole + text[each.end :]
    return text


def _listed(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
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
        for below in lines[number + 1 : number + 1 + MOST_NAMES]:
            text = below.text.strip()
            if not _goes_on(text):
                break
            yield text, below.place


def _goes_on(text: str) -> bool:
    if _NEXT_LABEL.match(text) or len(text) > SHORT_LINE or text.endswith((":", "?")):
        return False
    if _TOLD_INFORMED.search(text):
        return False
    is_body = re.search(
        r"nämnd|styrelse|fullmäktige|presidi|direktör|förbund|\bAB\b|bolag|utskott|chef\b",
        text,
        re.IGNORECASE,
    )
    is_text = re.search(r"\b(?:granskning|har|vi|är|revisor\w*|kommuns)\b", text, re.IGNORECASE)
    return is_body is not None and is_text is None

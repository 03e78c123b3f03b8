"""To whom a letter goes, for whose information, and which committees were reviewed."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.bodies import PaperBodies, display_name
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line, LineKind, Place
from revtrack.domain.texts.prose import clean_line

_TO = re.compile(
    r"^(?:Till(?! kännedom)|Mottagare|Sändlista|Adressater?)\b\s*:?\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_INFORMED = re.compile(
    r"^(?:För\s+(?:kännedom|känned\w*)|Till\s+kännedom|(?:Kopia|Cc)(?:\s*[,:]?\s*för\s+känned\w*)?|Delges"
    r"|För info\w*)(?:\s+till)?\s*:?"
    r"\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FOR_INFORMATION = re.compile(
    r"^(?!.*\b(?:skickas|sänds|översänds|överlämnas|lämnas|delges|får|är|till)\b)"
    r"(?P<names>[^().]{2,80}?)\s*(?:\((?:för )?(?:kännedom|information)\)"
    r"|[,–-]?\sför (?:kännedom|information))\W*$",
    re.IGNORECASE,
)
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
_SCOPE = re.compile(
    r"\b(?:granskningen|uppdraget|förstudien|uppföljningen|studien|översynen|kartläggningen)\b"
    r"[^.]*\b(?:omfattar|omfattat|omfattade|avser|avsett|avgränsas|avgränsats"
    r"|begränsas|begränsats|berör|berört|riktar sig|gäller|inriktas|innefattar|har inriktats)\b"
    r"|\bgranskade (?:nämnder|organ|styrelser)\b|\b(?:ansvarig|granskad)(?:a|t)? (?:nämnd|styrelse"
    r"|organ)\w*\s*:?"
    r"|\bgranskningsobjekt\b|\brevisionsobjekt\b|\bavgränsa\w*\b[^.]*\btill\b|\bomfattar följande\b"
    r"|\bi granskningen (?:ingår|har ingått|omfattas)\b"
    r"|\bgranskningen har (?:skett|gjorts|genomförts|utförts) (?:hos|vid|inom|i)\b"
    r"|\bgranskningen har omfattat\b"
    r"|\b(?:gransknings|granskade |utvalda |revisions)(?:objekt|nämnder)\w*"
    r" (?:är|har varit|utgörs av)\b"
    r"|\bgranskningen\b[^.]*\b(?:rör|innefattat|riktas mot|riktar sig mot"
    r"|inriktats på|är inriktad på|är avgränsad till|har gällt)\b"
    r"|\b(?:nämnder(?:na)?|styrelser|organ|bolag|förvaltningar)\b[^.]{0,60}\b(?:valts ut|har ingått"
    r"|ingår|har granskats|granskas|omfattas|berörs)\b",
    re.IGNORECASE,
)
_SELECTED = re.compile(r"\bde utvalda \w+ (?:är|utgörs)\b", re.IGNORECASE)
_SCOPE_HEADING = re.compile(
    r"avgränsning|ansvarig|granskade|revisionsobjekt|granskningsobjekt|omfattning", re.IGNORECASE
)
_PURPOSE = re.compile(r"\bsyfte|\bsyftar|\bsyftat", re.IGNORECASE)
_EXAMINES = re.compile(
    r"\b(?:att|har)\b[^.]{0,120}?\b(?:granska|granskat)\b|\bgranskningen ska\b|\bgranskat hur\b"
    r"|\bgranskning av\b|\b(?:utvalda|valda|berörda) (?:nämnder(?:na)?|organen) är\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:sammanfattande|samlade?|övergripande|sammantagna) bedömning|\bvi bedömer"
)
_COMPANIES = re.compile(
    r"\b(?:(?:båda|de|tre|fyra) )+(?:kommunala )?bolag(?:en)?s?\b", re.IGNORECASE
)
_TITLE_LINES = 8
_OUTSIDE = re.compile(
    r"\b(?:ingår inte|omfattas inte|omfattar inte|undantas|utanför)\b", re.IGNORECASE
)
_NEXT_LABEL = re.compile(
    r"^(?:till|för\s+känned|kopia|datum|dnr|diarie|från|bilag|svar|mottagare)\w*\b", re.IGNORECASE
)
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
        named = bodies.named_in(line.text)
        said = line.text.strip()
        informed = _INFORMED.match(said)
        is_copy = (informed or _FOR_INFORMATION.match(said)) is not None
        if informed and has_named and not informed["names"].strip(" :"):
            return
        if named and not is_copy and everybody.is_label(line.text):
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
    return tuple(found.values())


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
        if match:
            yield match["names"], line.place


def _informed_names(text: str, bodies: PaperBodies) -> Iterator[str]:
    for part in re.split(
        r",|;|\n|\s+(?:samt|och)\s+(?=\w+(?:n|t|s|e|r)\b)", _kept_whole(text, bodies)
    ):
        said = clean_line(part).strip(" .").replace(_HARD_SPACE, " ")
        if not said or len(said) > LONGEST_NAME:
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


# ---- who was reviewed ----------------------------------------------------------------------------


def reviewed_in(
    passages: Sequence[Passage | TablePassage], bodies: PaperBodies
) -> tuple[Found[Committee], ...]:
    """Return the committees that a report says were reviewed; none where it does not say."""
    scoped: dict[int, Found[Committee]] = {}
    hinted: dict[int, Found[Committee]] = {}
    judged: dict[int, Found[Committee]] = {}
    for number, passage in enumerate(passages):
        if not isinstance(passage, Passage):
            continue
        if passage.is_heading or _is_title_line(passage, number):
            if number < _TITLE_LINES:
                _add(judged, passage.text, passage, bodies, 0.7)
            continue
        is_under = _SCOPE_HEADING.search(passage.heading) is not None
        for sentence in sentences(passage.text):
            if _OUTSIDE.search(sentence) or "rekommender" in sentence.casefold():
                continue
            is_scope = _SCOPE.search(sentence) is not None
            if is_scope or (is_under and _SCOPE_HEADING.search(passage.heading)):
                _add(scoped, sentence, passage, bodies, 0.9 if is_scope else 0.8)
            elif _PURPOSE.search(sentence) or _EXAMINES.search(sentence):
                _add(hinted, sentence, passage, bodies, 0.7)
            elif _JUDGES.search(sentence):
                _add(judged, sentence, passage, bodies, 0.6)
    return tuple((_with_selecting(scoped, hinted) or hinted or judged).values())


def _with_selecting(
    scoped: dict[int, Found[Committee]], hinted: dict[int, Found[Committee]]
) -> dict[int, Found[Committee]]:
    """Add whom the purpose names to "de utvalda nämnderna är", which are but some of all."""
    is_selected = any(_SELECTED.search(each.place.quote) for each in scoped.values())
    return hinted | scoped if is_selected else scoped


def _is_title_line(passage: Passage, number: int) -> bool:
    return (
        number < _TITLE_LINES
        and "granskning" in passage.text.casefold()
        and len(passage.text) < SHORT_LINE
        and not passage.text.endswith(".")
    )


def _add(
    found: dict[int, Found[Committee]],
    sentence: str,
    passage: Passage,
    bodies: PaperBodies,
    confidence: float,
) -> None:
    if _COMPANIES.search(sentence):
        for one in bodies.found:
            if one.kind is CommitteeKind.COMPANY:
                found.setdefault(one.id, Found(one, passage.place, confidence))
    for each in bodies.mentions(sentence):
        is_reviewed = each.committee.kind not in COUNCIL
        if each.committee.kind is CommitteeKind.COMPANY and re.match(
            r"\s+har\b", sentence[each.end :]
        ):
            continue
        if is_reviewed and each.committee.id not in found:
            found[each.committee.id] = Found(each.committee, passage.place, confidence)

"""Which committees and companies a report says that it examines."""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.front.name_lists import SHORT_LINE
from revtrack.domain.proposals.front.parties import COUNCIL
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase

_SCOPE = AnyCase(
    r"\b(?:granskningen|uppdraget|förstudien|uppföljningen|studien|översynen|kartläggningen)\b"
    r"[^.]*\b(?:omfattar|omfattat|omfattade|avser|avsett|avgränsas|avgränsats"
    r"|begränsas|begränsats|berör|berört|riktar sig|gäller|inriktas|innefattar|har inriktats)\b"
    r"|\bgranskade (?:nämnder|organ|styrelser)\b|\b(?:ansvarig|granskad)(?:a|t)? (?:nämnd|styrelse"
    r"|organ)\w*\s*:?"
    r"|\bberörda? (?:nämnd(?:er)?|styrelse|organ)\s*:|\bansvarig(?:a|t)? för [^.]{3,40} är\b"
    r"|\bgranskade verksamheter (?:är|har varit)\b"
    r"|\bgranskningsobjekt\b|\brevisionsobjekt\b|\bavgränsa\w*\b[^.]*\btill\b|\bomfattar följande\b"
    r"|\bi granskningen (?:ingår|har ingått|omfattas)\b"
    r"|\bgranskningen har (?:skett|gjorts|genomförts|utförts) (?:hos|vid|inom|i)\b"
    r"|\bgranskningen har omfattat\b"
    r"|\b(?:gransknings|granskade |utvalda |revisions)(?:objekt|nämnder)\w*"
    r" (?:är|har varit|utgörs av)\b"
    r"|\b(?:granskningen|uppdraget|förstudien|uppföljningen|studien)\b[^.]*\b(?:rör"
    r"|innefattat|rikta[ts]s? mot|riktar sig mot|inriktats på|är inriktad på|är avgränsad till"
    r"|har gällt)\b"
    r"|\b(?:nämnder(?:na)?|styrelser|organ|bolag|förvaltningar)\b[^.]{0,60}\b(?:valts ut|har ingått"
    r"|ingår|har granskats|granskas|omfattas|berörs)\b",
)
_LEAVES_OUT = re.compile(
    r"\b(?:berörda|granskade|ansvariga|aktuella|utvalda|övriga|båda|bägge|två|tre|fyra|fem)\s"
    r"(?:\w+\s)?(?:nämnder|organ|styrelser)|\b(?:omfattar|avser|gäller|rör|berör)\s(?:också|även)\b",
    re.IGNORECASE,
)
"""Words for some who are not named there, but elsewhere."""
_METHOD = re.compile(
    r"\b(?:intervju|dokumentstud|stickprov|enkät|protokoll|genomgång)", re.IGNORECASE
)
_SCOPE_HEADING = AnyCase(
    r"avgränsning|ansvarig|granskade|revisionsobjekt|granskningsobjekt|omfattning"
)
_PURPOSE = AnyCase(r"\bsyfte|\bsyftar|\bsyftat")
_EXAMINES = re.compile(
    r"\b(?:att|har)\b[^.]{0,120}?\b(?:granska|granskat)\b|\bgranskningen ska\b|\bgranskat hur\b"
    r"|\brevisionsfrågan (?:är|har varit|var)\b"
    r"|\bgranskning av\b|\b(?:utvalda|valda|berörda) (?:nämnder(?:na)?|organen) är\b",
    re.IGNORECASE,
)
_JUDGES = AnyCase(
    r"\b(?:sammanfattande|samlade?|övergripande|sammantagna|sammanvägda) bedömning|\bvi bedömer"
    r"|\bhar\b[^.]{0,80}?\b(?:prövat|undersökt|studerat|kartlagt|utrett|bedömt)\s"
    r"(?:om|hur|huruvida|i vad)\b",
)
_JUDGES_BOARD = re.compile(
    r"\b(?:bedöm\w*|syfte\w*|pröva)\b[^.]*\b(?:styrelsen|bolaget)\b", re.IGNORECASE
)
_LAY = re.compile(r"\blekmannarevi\w+\s(?:i|för|hos|vid)\s", re.IGNORECASE)
_LAY_BEFORE = re.compile(_LAY.pattern + "$", re.IGNORECASE)
_OWNED_BY = re.compile(r"\b(?:ägs|ägd|ägt|ägda|dotterbolag)\s(?:\w+\s){0,4}?(?:av|till)\s$")
"""Words before a company that owns another, and is not examined with it."""
_COMPANIES = AnyCase(r"\b(?:(?:båda|de|tre|fyra) )+(?:kommunala )?bolag(?:en)?s?\b")
_TITLE_LINES = 8
_OUTSIDE = AnyCase(r"\b(?:ingår inte|omfattas inte|omfattar inte|undantas|utanför)\b")


_BY_TIME = re.compile(
    r"\b(?:tid|tiden|period|perioden|år(?:et|en)?|månader(?:na)?)\s(?:som\s)?"
    r"(?:gransknin|uppfölj|stud)\w+\s(?:\w+\s)?(?:avse|omfatta|gäll)\w*",
    re.IGNORECASE,
)
"""What is said of when, not of whom: "under den tid som granskningen avser"."""


_THEM = AnyCase(r"\b(?:nämnderna|styrelserna|organen|bolagen)\b")
"""Those whom the sentence before names."""
_AND_THEM = re.compile(r"\b\w+(?:styrelsen|nämnden) (?:och|samt) nämnderna\b", re.IGNORECASE)
"""Some by name and all others, whom the sentence does not tell."""


class _Tells(Enum):
    """How a sentence tells whom a report examines, with how sure that is, the surest first."""

    SCOPED = 0.9
    PLACED = 0.8
    PURPOSED = 0.7
    JUDGED = 0.6


@dataclass
class _Named:
    """The committees that some sentences of a report name, and whether those leave any out."""

    found: dict[int, Found[Committee]] = field(default_factory=dict)
    leaves_out: bool = False

    def add(self, sentence: str, passage: Passage, bodies: PaperBodies, confidence: float) -> None:
        """Take in what a sentence names."""
        before = len(self.found)
        _add(self.found, sentence, passage, bodies, confidence)
        is_new = len(self.found) > before
        self.leaves_out = self.leaves_out or (is_new and _LEAVES_OUT.search(sentence) is not None)


def reviewed_in(passages: Passages, bodies: PaperBodies) -> tuple[Found[Committee], ...]:
    """Return the committees that a report says were reviewed; none where it does not say."""
    piles = {each: _Named() for each in _Tells}
    for number, passage in enumerate(passages):
        if not isinstance(passage, Passage):
            continue
        if passage.is_heading or _is_title_line(passage, number):
            if number < _TITLE_LINES:
                piles[_Tells.JUDGED].add(passage.text, passage, bodies, 0.7)
            continue
        is_under = _SCOPE_HEADING.search(passage.heading) is not None
        said = ["", *sentences(passage.text)]
        for before, sentence in pairwise(said):
            tells = _told_by(sentence, is_under=is_under)
            if tells is not None:
                is_vague = _THEM.search(sentence) and not bodies.named_in(sentence)
                if tells is _Tells.JUDGED and _AND_THEM.search(sentence):
                    continue
                piles[tells].add(before if is_vague else sentence, passage, bodies, tells.value)
    told = next((each for each in piles.values() if each.found), None)
    if told is None:
        return _company_of_lay_auditors(passages, bodies)
    others = piles[_Tells.PURPOSED].found | piles[_Tells.JUDGED].found if told.leaves_out else {}
    return tuple((told.found | others).values())


@lru_cache(maxsize=10_000)
def _told_by(sentence: str, *, is_under: bool) -> _Tells | None:
    """Return what a sentence tells of whom a report examines; ``is_under`` its heading."""
    sentence = _BY_TIME.sub(" ", sentence)
    if "rekommender" in sentence.casefold() or _OUTSIDE.search(sentence):
        return None
    if _SCOPE.search(sentence):
        return _Tells.SCOPED
    if _PURPOSE.search(sentence) or _EXAMINES.search(sentence):
        return _Tells.PURPOSED
    if is_under and not _METHOD.search(sentence):
        return _Tells.PLACED
    return _Tells.JUDGED if _JUDGES.search(sentence) else None


def _company_of_lay_auditors(
    passages: Passages, bodies: PaperBodies
) -> tuple[Found[Committee], ...]:
    """Return the company whose board is judged: that of the lay auditors, or in the title."""
    texts = [each for each in passages if isinstance(each, Passage)]
    if not any(_JUDGES_BOARD.search(each.text) for each in texts):
        return ()
    named = [
        Found(mention.committee, passage.place, 0.7)
        for passage in texts
        for match in _LAY.finditer(passage.text)
        for mention in bodies.mentions(passage.text[match.end() :])[:1]
    ]
    named += [
        Found(each, passage.place, 0.6)
        for passage in texts[:_TITLE_LINES]
        for each in bodies.named_in(passage.text)
    ]
    return tuple([each for each in named if each.value.kind is CommitteeKind.COMPANY][:1])


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
        before, after = sentence[: each.start], sentence[each.end :]
        is_other = (re.match(r"\s+har\b", after) and not _LAY_BEFORE.search(before)) or (
            _OWNED_BY.search(before)
        )
        if each.committee.kind is CommitteeKind.COMPANY and is_other:
            continue
        if is_reviewed and each.committee.id not in found:
            found[each.committee.id] = Found(each.committee, passage.place, confidence)

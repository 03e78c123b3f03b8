"""What a decision puts off instead of replying: the whole matter, or a part of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.errors import N_
from revtrack.domain.proposals.proposal import Doubt
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line, Place

PUT_OFF, PARTLY = "put_off", "put_off_partly"
_SAYS = {
    PUT_OFF: N_("The matter was referred back or put off, so the paper is no reply yet."),
    PARTLY: N_(
        "A part of the matter was referred back or put off, so what the reply says of that part "
        "is no answer yet."
    ),
}
_MOVED = (
    r"(?:återremissyrkande\w*"
    r"|(?:yrkande|förslag)\w* (?:om|på) (?:minoritets)?(?:återremiss|bordläggning))"
)
"""That somebody has asked for a matter to be put off."""
_PUTS_OFF = AnyCase(
    r"\b(?:minoritets)?återremitter"
    r"|(?<!yrkandet om )(?<!förslaget om )\b(?:minoritets)?återremiss\b|\båterförvisa"
    r"|\b(?:minoritets)?bordlägg|\bbordla(?:gt|gd|gda|des)\b|\bvilandeförklar|\buppskj[uö]"
    r"|\b(?:skjut(?:a|er)|sköt) upp (?:ärendet|behandlingen|beslutet)\b"
    r"|\b(?:ärendet|behandlingen|beslutet) (?:skjuts|sköts) upp\b"
    r"|\b(?:ärendet|frågan|punkten|beslutet) (?:flyttas|hänskjuts|tas upp|behandlas|återupptas) "
    r"(?:till|vid|på) (?:nästa|kommande|ett (?:senare|kommande))\b"
    r"|\butgår? (?:från|ur) (?:\w+ )?(?:dagordning|ärendelista)"
    rf"|\b(?:bifall\w*|biföll|enligt|i enlighet med) (?:[\w()-]+ ){{0,3}}{_MOVED}",
)
_IS_NOT = re.compile(
    r"\byrka(?:r|s|de|t)?\b|\bavsl[åo]\w*|\bavgöras? (?:redan )?i ?dag\b|\bavgörs i ?dag\b"
    r"|\b(?:inte|ej) (?:ska )?(?:återremitter|bordlägg)\w*"
    r"|\b(?:återremitteras|bordläggs) (?:inte|ej)\b",
    re.IGNORECASE,
)
"""That a matter is not put off, or that somebody only asks for it."""
_THEN = re.compile(
    r"\b(?:återremitterade|bordlade|återremitterat|bordlagt|sköts? upp)s?\b", re.IGNORECASE
)
"""That a matter was put off before, where this meeting decides."""
_CLAUSES = re.compile(
    r"(?<=[.;])\s+|,?\s(?:(?:och|samt|dels|men)\s)?(?<!för )att\s"
    r"|,?\s(?:med undantag (?:av|för)|förutom|utom)\s|,?\s(?:men|samt|medan)\s|,\soch\s"
    r"|\soch\s(?=[\w-]+(?:er|ar)\s)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:punkt(?:en|erna)?|del(?:en|ar|arna)?|rekommendation(?:en|er|erna)?|avsnitt(?:et|en)?"
    r"|svar(?:et|en)? (?:på|om|över) (?:rekommendation|punkt|fråga)\w*|R\d{1,2}\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:ärendet|svaret|yttrandet|förslaget)\b(?! (?:på|om|över)\b)", re.IGNORECASE
)
_LIMITED = re.compile(
    r"\b(?:i (?:den|de) (?:del|delar)|såvitt avser|vad avser|avseende|när det gäller|gällande"
    r"|i vad avser|beträffande)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"\b(?:rekommendation(?:en|er|erna)?|punkt(?:en|erna)?)\s(?:nr\s|nummer\s)?"
    r"(?P<numbers>R?\d{1,2}\b(?:(?:\s?,\s?|\s(?:och|samt)\s|\s?[–-]\s?)R?\d{1,2}\b)*)"
    r"|\b(?P<coded>R\d{1,2})\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\d+)\s?[–-]\s?R?(\d+)")
_ADOPTS = re.compile(
    r"\b(?:antas?|antar|antog|antogs|godkän\w*|ställ\w* sig bakom|fastställ\w*|avge[rs]?|avgav"
    r"|överlämna[rs]?|översänd\w*|lämna[rs]?)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:uppdrag|uppdra[rs]?|förvaltningen (?:ska|får)|återkom\w*|ny(?:tt|a)|senare)\b",
    re.IGNORECASE,
)
"""That a reply is to come, where a clause speaks of giving one."""


@dataclass(frozen=True)
class Postponed:
    """What a decision puts off, and where it says so."""

    place: Place
    is_whole: bool
    """Whether the matter is put off, and no reply given."""
    numbers: tuple[str, ...] = ()
    """The recommendations that are put off, as the decision numbers them."""

    @property
    def doubt(self) -> Doubt:
        """What a person is told of it."""
        code = PUT_OFF if self.is_whole else PARTLY
        return Doubt(code, _SAYS[code], self.place.line)


def postponed_in(decision: Sequence[Line]) -> Postponed | None:
    """Return what a decision puts off; None where it puts off nothing.

    A part is put off where something else is adopted beside it: "att återremittera punkt 2, samt
    att i övrigt anta svaret". What is told of an earlier meeting then puts off nothing.
    """
    clauses = list(_clauses(decision))
    putting = [one for one in clauses if _PUTS_OFF.search(one[0]) and not _IS_NOT.search(one[0])]
    others = [said for said, _ in clauses if not _PUTS_OFF.search(said)]
    is_adopted = any(_ADOPTS.search(said) and not _LATER.search(said) for said in others)
    if is_adopted:
        putting = [each for each in putting if not _THEN.search(each[0])]
    if not putting:
        return None
    parts = [said for said, _ in putting if _is_part(said)]
    place = putting[0][1]
    if not (is_adopted and len(parts) == len(putting)):
        return Postponed(place, is_whole=True)
    return Postponed(
        place, is_whole=False, numbers=tuple(n for said in parts for n in _named(said))
    )


def _clauses(decision: Sequence[Line]) -> Iterator[tuple[str, Place]]:
    for line in decision:
        for said in _CLAUSES.split(" ".join(line.text.split())):
            yield said, line.place


def _is_part(said: str) -> bool:
    part, whole = _PART.search(said), _WHOLE.search(said)
    if part is None:
        return False
    if whole is None or part.start() < whole.start():
        return True
    limited = _LIMITED.search(said)
    return limited is not None and whole.end() <= limited.start()


def _named(said: str) -> Iterator[str]:
    for match in _NUMBERS.finditer(said):
        text = match["numbers"] or match["coded"]
        for span in _SPAN.finditer(text):
            yield from map(str, range(int(span[1]), int(span[2]) + 1))
        yield from re.findall(r"\d+", _SPAN.sub(" ", text))

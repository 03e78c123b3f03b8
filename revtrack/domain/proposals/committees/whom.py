"""Whom a line, a sentence or a cell of a paper speaks to, among the committees it may name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.names.addressing import LONGEST_NAMES
from revtrack.domain.names.recipient_words import EXCEPT
from revtrack.domain.proposals.committees.administrations import administrations_of
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import CARDINALS, PAIR
from revtrack.domain.texts.prose import name_key

_ALL = AnyCase(
    r"\b(?P<word>samtliga|alla|respektive|berörda|granskade|aktuella|ansvariga|övriga|resterande"
    r"|varje|var och en av|båda|bägge|de)\b(?:\s+(?:granskade|berörda|de|tre|två|fyra|fem|sex|sju"
    r"|åtta|nio|tio|kommunala|ovanstående|nämnda))*\s+(?P<kind>nämnd\w*|styrelse\w*|bolag\w*"
    r"|mottagare\w*"
    r"|granskningsobjekt"
    r"|granskade|verksamheter)\b",
)
_PLURAL = re.compile(r"(?<![\w-])(?P<stem>\w{3,}nämnd)erna(?![\w-])", re.IGNORECASE)
_RECIPIENTS = AnyCase(
    r"\b(?:mottagarna|adressaterna)\b(?! (?:i|på|av (?!(?:den(?:na| här)|vår) \w+)))"
    r"|\bde (?:som )?(?:granskats|granskade)\b",
)
"""Those to whom a letter goes."""
_EVERYBODY = AnyCase(
    r"^\W*(?:(?:till|gäller|avser|berör|riktas?|riktad till|gemensam\w*|ställs|rekommendation\w*"
    r"|för"
    r"|åtgärd\w*|förslag|nämnd|kommun|verksamhets)\s?)*"
    r"(?:samtliga|alla|(?:(?:samtliga|alla)\s)?(?:de\s)?(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio)"
    r"|(?<![a-zåäö])(?:kommun|nämnd)?gemensam(?:t|ma)(?: rekommendation\w*)?)\W*$",
)
"""Words for all that were reviewed, and nothing else."""
_SEVERAL = AnyCase(r"\b(?:nämnderna|bolagen|styrelserna)\b")
_BOARD_TOO = AnyCase(r"\bstyrelsen (?:och|samt) (?:de granskade |berörda |samtliga )?nämnderna\b")
"""All that were reviewed, the board among them."""
ONE_OF_KIND = re.compile(
    r"\b(?:nämnden|styrelsen|bolaget|förbundet|direktionen"
    r"|(?:bolagets|förbundets|stiftelsens) (?:styrelse|direktion))\b",
    re.IGNORECASE,
)
_KINDS = {
    "nämnden": (CommitteeKind.COMMITTEE,),
    "styrelsen": (CommitteeKind.EXECUTIVE_BOARD, CommitteeKind.COMPANY),
    "bolaget": (CommitteeKind.COMPANY,),
    "bolagets styrelse": (CommitteeKind.COMPANY,),
}
"""What those are that such a word stands for, where there is one of them."""
_BOTH = re.compile(
    r"^\W*(?:(?:till|gäller|avser|berör|riktas?|riktad|för)\s)*(?:båda|bägge)\b", re.IGNORECASE
)
_BOTH_LAST = re.compile(
    r"\b(?:rekommenderar|uppmanar|gäller|till) (?:dem )?(?:båda|bägge)(?=\W*$|,|\s(?:är|blir)\b)"
)
YOU = AnyCase(
    r"\b(?:rekommender|uppmana|anmoda|ombad|föresl)\w*\s(?:(?:vi|revis\w+|också|därför|även)\s){0,3}"
    r"er\b(?!\s(?:rapport|granskning|skrivelse))|\b(?:er|ni)\s(?:båda|bägge|alla|samtliga)\b"
    r"|^(?:därför )?(?:ni bör|bör ni)\b",
)
"""How auditors speak to those whom they write to: "vi rekommenderade er båda"."""
_OR_ONE = re.compile(r"\bkommunstyrelsen\b|\bregionstyrelsen\b", re.IGNORECASE)
_BESIDE = AnyCase(
    r",?\s*\b(?:i (?:samråd|samverkan|dialog|samarbete)|tillsammans) med\b[^,.:]*?"
    r"(?=,|\.|:|$|\s(?:att|bör|ska|rekommenderas)\b)",
)
"""Others than those who are to do it."""
_COUNTED = re.compile(
    rf"\b(?:(?:samtliga|alla|de)\s(?:granskade\s)?(?P<count>{'|'.join(CARDINALS[1:])})"
    r"|båda|bägge)\s(?:granskade\s|berörda\s)?(?:nämnd|styrels|organ|parter)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:till|för|och|samt|rekommendation(?:er|erna|en)?|riktad(?:e|es)?|riktat|även|också"
    r"|specifikt"
    r"|särskilt|följande|gällande|avseende|gäller|kommunens|regionens|stadens|de|den|lämnas|nedan"
    r"|förslag|våra|vår|revisionens|revisorernas|vi|att|lämnar|punkter|nr|dessutom|därutöver"
    r"|ansvarig(?:a|t)?|nämnd(?:er)?|mottagare|som|utöver|ovan|nämnderna|bolagen|styrelserna"
    r"|styrelsen|nämnden|styrelse|bolag|organ|om|i|svar|yttrande|del|sida|enbart|endast"
    r"|bara|vad|när det|beträffande|angående|rörande"
    r"|både|såväl|liksom|avser|avses|respektive|resp|bolagets|förbundets|stiftelsens|direktion"
    r"|berör|berörs|adressat(?:er)?|riktas|mottagare|båda|bägge|m\.?\s?fl|med flera|huvudsakligen"
    r"|främst|i första hand|samtliga|alla|gemensamt|gemensam|gemensamma|tillsammans)\b"
    r"|(?-i:(?:^|(?<=\s))[A-HIVX]{1,4}[.)])|[\d.,:;()–—\-/&]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whom:
    """Whom a text speaks to."""

    committees: tuple[Committee, ...]
    is_certain: bool = True
    """Whether all are named, none counted or guessed."""

    @property
    def ids(self) -> frozenset[int]:
        """The committees' numbers."""
        return frozenset(each.id for each in self.committees)


@dataclass(frozen=True)
class Addressees:
    """The committees of a paper, and those of them that were reviewed."""

    bodies: PaperBodies
    reviewed: tuple[Committee, ...]
    """Those that "samtliga nämnder" counts."""
    firm: str = ""
    """Who has helped the auditors, and may recommend in its own name."""

    @cached_property
    def _served(self) -> dict[str, tuple[Committee, ...]]:
        return administrations_of(self.bodies.committees)

    @cached_property
    def _serving(self) -> re.Pattern[str]:
        keys = sorted(self._served, key=len, reverse=True)
        listed = "|".join(map(re.escape, keys)) or r"(?!)"
        return re.compile(rf"(?<![\w-])(?:{listed})s?(?![\w-])", re.IGNORECASE)

    @cached_property
    def _labels(self) -> dict[str, bool]:
        """Which texts were found to be labels, for several rules ask of each line."""
        return {}

    def spoken_to(self, text: str, before: Whom | None = None) -> Whom | None:
        """Return whom a text names; None where it names nobody.

        ``before`` are those of whom the text before speaks: whom "nämnden" and "övriga" are read
        against.
        """
        if len(text) > LONGEST_NAMES:
            return None
        said, *exceptions = EXCEPT.split(_BESIDE.sub(" ", text))
        mentions = self.bodies.mentions(said)
        plain = [each.committee for each in mentions if not each.is_genitive]
        named = plain or self._of_one_name(said) or self._administered(said)
        counted = self._counted(said, named, before)
        if counted is None and not named and _EVERYBODY.match(said):
            counted = self.reviewed
        out = {each.id for part in exceptions for each in self.bodies.named_in(part)}
        chosen = _once([*named, *(counted or ())])
        found = tuple(each for each in chosen if each.id not in out)
        if found:
            return Whom(found, is_certain=not counted and (bool(plain) or not mentions))
        if (_BOTH.search(said) or _BOTH_LAST.search(said)) and len(self.reviewed) == PAIR:
            return Whom(self.reviewed, is_certain=False)
        if YOU.search(said) and self.reviewed:
            return Whom(self.reviewed, is_certain=len(self.reviewed) == 1)
        if counted is not None:
            return None
        meant = _once(self._definite(said, before))
        return Whom(meant) if meant else None

    def is_label(self, text: str) -> bool:
        """Tell whether a line holds nothing but the names of those it speaks to."""
        if text not in self._labels:
            self._labels[text] = self._is_label(text)
        return self._labels[text]

    def _is_label(self, text: str) -> bool:
        if len(text) > LONGEST_NAMES or not self.spoken_to(text):
            return False
        if _EVERYBODY.match(text):
            return True
        rest, end = "", 0
        for each in self.bodies.mentions(text):
            rest += text[end : each.start]
            end = each.end
        rest = self._serving.sub(" ", _ALL.sub(" ", EXCEPT.sub(" ", rest + text[end:])))
        rest = re.sub(r"\([A-ZÅÄÖ]{2,6}\)", " ", rest)
        return not _FILLER.sub(" ", rest).strip()

    def _of_one_name(self, text: str) -> list[Committee]:
        """Return those that a plural counts whose names begin alike: "båda driftnämnderna"."""
        stems = [name_key(match["stem"]) for match in _PLURAL.finditer(text)]
        found = [each for each in self.reviewed if name_key(each.name).startswith(tuple(stems))]
        return found if len(found) > 1 else []

    def _administered(self, text: str) -> list[Committee]:
        reviewed = {each.id for each in self.reviewed}
        found = [
            each
            for match in self._serving.finditer(text)
            for each in self._served.get(name_key(match[0]).removesuffix("s"), ())
            or self._served.get(name_key(match[0]), ())
        ]
        return [each for each in found if each.id in reviewed] or found

    def _counted(
        self, text: str, named: Sequence[Committee], before: Whom | None
    ) -> tuple[Committee, ...] | None:
        """Return those whom words such as "samtliga nämnder" stand for; None without such words."""
        match = _ALL.search(text)
        if match is None:
            return self._uncounted(text, named)
        word, kind = match["word"].casefold(), match["kind"].casefold()
        if _counts(text) == len(self.reviewed):
            return self.reviewed
        if not self.reviewed and (all_named := self._as_many_as(_counts(text))):
            return all_named
        if word in {"övriga", "resterande"}:
            taken = {each.id for each in (*named, *(before.committees if before else ()))}
            return tuple(each for each in self._committees_only() if each.id not in taken)
        is_all = (
            word in {"samtliga", "alla"} or "granskade" in match[0].casefold()
        ) and _OR_ONE.search(text) is None
        return self._of_kind(kind, is_all=is_all)

    def _as_many_as(self, count: int) -> tuple[Committee, ...]:
        """Return the committees that the paper names, where they are as many as it counts."""
        named = [e for e in self.bodies.found if e.kind is CommitteeKind.COMMITTEE]
        return tuple(named) if len(named) == count else ()

    def _of_kind(self, kind: str, *, is_all: bool) -> tuple[Committee, ...]:
        """Return those that "nämnder" or "bolag" stands for; ``is_all``: boards are counted too."""
        if kind.startswith("nämnd") and is_all:
            return tuple(e for e in self.reviewed if e.kind is not CommitteeKind.COUNCIL)
        if kind.startswith("nämnd"):
            return self._committees_only()
        if kind.startswith("bolag"):
            return tuple(e for e in self.reviewed if e.kind is CommitteeKind.COMPANY)
        return self.reviewed

    def _uncounted(self, text: str, named: Sequence[Committee]) -> tuple[Committee, ...] | None:
        """Return those whom "nämnderna" or "mottagarna" stands for."""
        if not named and (_RECIPIENTS.search(text) or _BOARD_TOO.search(text)):
            return self.reviewed
        return self._committees_only() if _SEVERAL.search(text) else None

    def _committees_only(self) -> tuple[Committee, ...]:
        return tuple(each for each in self.reviewed if each.kind is CommitteeKind.COMMITTEE)

    def is_one_of_several(self, text: str, whom: Whom) -> bool:
        """Tell whether a text says no more than "bolaget" where several companies were reviewed."""
        match = ONE_OF_KIND.fullmatch(text.strip(" .:"))
        kinds = {each.kind for each in whom.committees}
        return match is not None and sum(each.kind in kinds for each in self.reviewed) > 1

    def _definite(self, text: str, before: Whom | None) -> Iterator[Committee]:
        """Give whom "nämnden" and "styrelsen" mean: the one of its kind, or the last spoken of."""
        last = before.committees if before and len(before.committees) == 1 else ()
        for match in ONE_OF_KIND.finditer(text):
            kinds = _KINDS.get(match[0].casefold(), ())
            fits = [each for each in self.reviewed if each.kind in kinds]
            is_last = any(each.kind in kinds for each in last)
            if last and (is_last or len(fits) != 1):
                yield from last
            elif len(self.reviewed) == 1:
                yield from self.reviewed
            elif len(fits) == 1:
                yield from fits


def _counts(text: str) -> int:
    """Return how many a text counts: "båda nämnderna" two, "samtliga tre" three; 0 for none."""
    match = _COUNTED.search(text)
    if match is None:
        return 0
    return CARDINALS.index((match["count"] or "två").casefold()) + 1


def _once(committees: Iterable[Committee]) -> tuple[Committee, ...]:
    return tuple({each.id: each for each in committees}.values())

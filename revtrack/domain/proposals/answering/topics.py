"""Which of several recommendations a few words or a sentence are about, by the words they share."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.texts.likeness import content_stems

_SHARED, _HALF = 5, 0.5
"""So many letters at the beginning, and so much of the longer, make two words forms of one."""
_LEAD = 1.25
"""So much more than the next one the chosen one must share."""
_NEAR = 0.5
"""So much a word's other forms and compounds are worth where one has the very word."""
_OF_SENTENCE, _OF_MEASURE, _OF_LABEL, _OF_THEME = 0.34, 0.2, 0.3, 0.45
_EVERYWHERE = content_stems(
    "nämnden nämnder styrelsen kommunen kommunens förvaltningen verksamhet verksamheten arbete"
    " arbetet säkerställa upprätta ta fram se till utveckla rekommendation rekommendationen"
    " revisorerna granskning granskningen ska bör nya ny nytt göra kommer när gäller gällande vad"
    " avser avseende beträffande enligt instämmer bedömning behov behöver samt även genom under"
    " alla samtliga samma sätt varje sin sina respektive olika flera fler mer minst"
)
"""Words that tell nothing of which recommendation is meant."""


class Topics:
    """The words of recommendations, each worth the more the fewer of them have it."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the recommendations' texts, in their order."""
        self._stems = [content_stems(text) - _EVERYWHERE for text in texts]
        self._known: dict[str, tuple[dict[str, float], ...]] = {}
        self._shares: dict[str, list[float]] = {}

    @classmethod
    def of(cls, asked: Sequence[Asked]) -> "Topics":
        """Return the words of those asked, each by its first wording."""
        return cls([" ".join(each.texts[:1]) for each in asked])

    @cached_property
    def _worth(self) -> dict[str, float]:
        counts = Counter(stem for stems in self._stems for stem in stems)
        whole = len(self._stems)
        if whole == 1:
            return dict.fromkeys(counts, 1.0)
        return {stem: (whole - count + 0.5) / whole for stem, count in counts.items()}

    def of_label(self, text: str, *, is_begun: bool = False) -> int | None:
        """Return which one a heading or label is about; None where it is about none for certain.

        Words that only begin a sentence are to be the more like.
        """
        said = content_stems(text) - _EVERYWHERE
        if not said:
            return None
        found = [0.0] * len(self._stems)
        for word in said:
            for place, shared in enumerate(self._shared(word)):
                worth = (alike * self._worth[stem] for stem, alike in shared.items())
                found[place] += max(worth, default=0.0) / len(said)
        return _chosen(found, _OF_THEME if is_begun else _OF_LABEL)

    def of_sentence(self, text: str, *, is_measure: bool = False) -> int | None:
        """Return which one a sentence is about; None where it is about none for certain."""
        return _chosen(self.shares(text), _OF_MEASURE if is_measure else _OF_SENTENCE)

    def shares(self, text: str) -> list[float]:
        """Return how much of each recommendation's words a sentence has."""
        if text not in self._shares:
            self._shares[text] = self._shares_of(text)
        return self._shares[text]

    def _shares_of(self, text: str) -> list[float]:
        met: list[dict[str, float]] = [{} for _ in self._stems]
        for word in content_stems(text) - _EVERYWHERE:
            for place, shared in enumerate(self._shared(word)):
                for stem, alike in shared.items():
                    met[place][stem] = max(alike, met[place].get(stem, 0.0))
        found = []
        for stems, shared in zip(self._stems, met, strict=True):
            whole = sum(self._worth[stem] for stem in stems)
            said = sum(alike * self._worth[stem] for stem, alike in shared.items())
            found.append(said / whole if whole else 0.0)
        return found

    def _shared(self, word: str) -> tuple[dict[str, float], ...]:
        """Return, for each recommendation, its words that are forms of this one, and how alike."""
        known = self._known.get(word)
        if known is None:
            near = self._near.get(word[:_SHARED], set()) | self._near.get(word[-_SHARED:], set())
            alike = {stem: _alike(stem, word) for stem in near}
            if word in near:
                alike = {stem: at * (_NEAR if stem != word else 1) for stem, at in alike.items()}
            known = tuple(
                {stem: alike[stem] for stem in near & stems if alike[stem]} for stems in self._stems
            )
            self._known[word] = known
        return known

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        """The words by their first and by their last letters."""
        found: dict[str, set[str]] = {}
        for stem in {stem for stems in self._stems for stem in stems}:
            for part in (stem[:_SHARED], stem[-_SHARED:]):
                found.setdefault(part, set()).add(stem)
        return found


def _alike(one: str, other: str) -> float:
    """Return how far two stems are one word, or one the beginning or end of a compound; or 0."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHARED:
        return 0.0
    if longer.startswith(shorter) or longer.endswith(shorter):
        return 0.9
    common = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), 0)
    return common / len(longer) if common >= _SHARED and common / len(longer) >= _HALF else 0.0


def _chosen(found: Sequence[float], least: float) -> int | None:
    ranked = sorted(found, reverse=True)
    if not ranked or ranked[0] < least:
        return None
    if len(ranked) > 1 and ranked[0] < _LEAD * ranked[1]:
        return None
    return found.index(ranked[0])

"""The tense of a word of a sentence, told by its form and by what stands before and behind it."""

from collections.abc import Sequence

from revtrack.domain.proposals.said import clause_words as w
from revtrack.domain.proposals.said.clause import Beside
from revtrack.domain.proposals.said.measure_forms import (
    is_active_past,
    is_infinitive,
    is_participle,
    is_past,
    is_supine,
    is_untold,
)

_REACH = 10
"""So many words may stand between "har" or "kommer" and its verb."""
_TO_BE = frozenset(("fick", "få", "får"))


class Tensed:
    """The words between two stops, and what is open beside the word that is looked at."""

    def __init__(self, words: Sequence[str], begin: int, end: int, beside: Beside) -> None:
        """Take the words of a sentence, where the part stands, and what is open before it."""
        self._words, self._begin, self._end = words, begin, end
        self.beside = beside
        self._has_verb = False

    def _tense(self, at: int) -> str | None:  # noqa: PLR0911 - one answer for each kind of word
        """Return the tense of a word, or which tense it tells of what follows; None of others."""
        word = self._words[at]
        if word in w.HAS:
            return self._of_has(at)
        if word in w.IS:
            return None if w.EACH.match(" ".join(self._words[at : at + 2])) else self._of_is(at)
        if word == "bli" and self.beside.kind == "will":
            return "to_be"
        if word in w.WILL:
            return self._of_will(at)
        if self._is_given(at):
            return {"fick": "past", "få": "to_be"}.get(word, "now")
        if word in {"kräver", "krävs", "får"} and self._is_behind_subject(at):
            return "now"
        return self._of_may(at) if word in w.MAY else self._of_form(at) or self._of_verb(at)

    def _is_given(self, at: int) -> bool:
        """Tell whether "får" says that somebody is given something, not what he may do."""
        word = self._words[at]
        is_form = word in _TO_BE and (word != "få" or self.beside.kind == "will")
        return is_form and not any(map(_is_deed, self._next(at, 5)))

    def _of_may(self, at: int) -> str | None:
        word = self._words[at]
        if word == "kunna" and self.beside.kind == "will":
            return None
        is_told = word in _TO_BE and "uppdrag" in self._words[at : self._end]
        return (self._of_form(at) or self._of_verb(at)) if is_told else "may"

    def _of_has(self, at: int) -> str | None:
        if self.beside.kind in {"will", "may"} and self._words[at] == "ha":
            if any(map(_is_done, self._next(at, 4))):
                return None
            return "to_be" if self.beside.kind == "will" else "might"
        if any(map(_is_done, self._next(at, _REACH))):
            return "has"
        if self._words[at] == "hade":
            return "past"
        return "told" if any(map(is_untold, self._next(at, 6))) else "now"

    def _of_is(self, at: int) -> str | None:
        word, kind = self._words[at], self.beside.kind
        if kind == "will" and self.beside.word in w.ANSWERS_FOR:
            return "to_be"
        if kind == "will" and self.beside.word in w.MEANS_TO and word == "är":
            return "will"
        if kind in {"will", "may"} and word == "vara":
            return "may" if kind == "may" else "to_be"
        if any(map(_is_made, self._next(at, 8))):
            return "is"
        return "past" if word in {"blev", "var"} else "now"

    def _of_will(self, at: int) -> str | None:
        word = self._words[at]
        if self.beside.kind == "will" and self._words[at - 1] == "att":
            return "to_be"
        if (
            word == "kommer"
            and {"till", "på", "upp", "under", "i", "den"} & {*self._next(at, 2)}
            and not self._has_att(at)
        ):
            return "now"
        if word == "låter" and w.HABITS & {*self._next(at, 6)}:
            return "now"
        if word in w.EXPECTS and not any(map(is_infinitive, self._next(at, 9))):
            return "now" if w.NOT & {*self._next(at, 3)} else "to_be"
        return "will" if word not in w.AIMS or self._has_att(at) else None

    def _of_form(self, at: int) -> str | None:
        """Return the tense of a form that stands near the word that tells it."""
        if at - self.beside.at > _REACH:
            return None
        word, kind = self._words[at], self.beside.kind
        if self._has_verb and kind in {"will", "may"} and is_infinitive(word):
            return None
        if kind == "has" and _is_done(word):
            return "done"
        if kind == "is" and _is_made(word):
            return "made"
        if kind == "will" and (is_infinitive(word) or _is_done(word)):
            return "to_be"
        return "might" if kind == "may" and is_infinitive(word) else None

    def _of_verb(self, at: int) -> str | None:
        """Return the tense of a word that tells it by itself."""
        word = self._words[at]
        is_bare = self.beside.opener == "which" and (
            (word.endswith("ts") and is_supine(word))
            or (self._words[at - 1] == "som" and word.endswith("ade"))
        )
        if is_bare or w.PRETERITE.match(word) or is_past(word):
            return "past"
        beside = (*self._words[max(at - 1, self._begin) : at], *self._next(at, 2))
        if is_active_past(word) and (any(map(w.SELVES.match, beside)) or self._is_told_of(at)):
            return "past"
        is_form = any(each.match(word) for each in (w.PRESENT, w.PASSIVE, w.STEMS))
        is_form = is_form and w.NO_PRESENT.match(word) is None
        if not (is_form or self._is_behind_subject(at)):
            return None
        is_aim = self.beside.kind == "will" and (
            self.beside.opener == "to" or self.beside.word in w.ANSWERS_FOR
        )
        return "to_be" if is_aim else "now"

    def _is_told_of(self, at: int) -> bool:
        """Tell whether a form in "-ade" stands as the verb: behind its subject, before no noun."""
        before, behind = self._words[max(at - 1, self._begin) : at], self._next(at, 2)
        is_subject = any(map(w.DEFINITE.match, before)) and self.beside.kind != "is"
        return is_subject and any(map(w.NO_NOUN.match, behind))

    def _is_behind_subject(self, at: int) -> bool:
        """Tell whether a word has the place of the verb: behind who does it, or a time said first.

        "Lärarna sambedömer", "Sedan den 1 april kräver all inhyrning beslut".
        """
        word = self._words[at]
        if not word.endswith(("ar", "er", "ör", "rs", "as", "es", "ts", "ls", "vs")):
            return False
        if w.TIME_WORD.match(word):
            return False
        if at > self._begin and w.ACTORS.match(self._words[at - 1]):
            return True
        is_early = not self._has_verb and not self.beside.kind and at > self._begin
        if is_early and self._words[at + 1 : at + 2] in (["sedan"], ["numera"], ["varje"]):
            return True
        before = " ".join(self._words[self._begin : at])
        return w.SAID_FIRST.fullmatch(before) is not None

    def _has_att(self, at: int) -> bool:
        return "att" in self._next(at, 12)

    def _next(self, at: int, reach: int) -> Sequence[str]:
        return self._words[at + 1 : min(at + reach, self._end)]


def _is_done(word: str) -> bool:
    return w.BEGUN.match(word) is not None or is_supine(word)


def _is_made(word: str) -> bool:
    is_form = w.MADE.match(word) is not None and w.NO_MADE.match(word) is None
    return is_form or w.BEGUN_ON.match(word) is not None or is_participle(word)


def _is_deed(word: str) -> bool:
    return word in w.NOT or (is_infinitive(word) and not word.endswith(("na", "nas", "ska")))

"""The words between two stops of a sentence, read from left to right for their clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from revtrack.domain.proposals.said import clause_words as w
from revtrack.domain.proposals.said.clause import AFAR, Beside, Clause
from revtrack.domain.proposals.said.clause_tense import Tensed
from revtrack.domain.proposals.said.measure_forms import is_infinitive, is_past

_AUXILIARY = frozenset(("has", "is", "will", "may"))
_OPENED = frozenset(("which", "when", "why", "what"))


class Part(Tensed):
    """The words between two stops, read from left to right."""

    def __init__(self, words: Sequence[str], begin: int, end: int, beside: Beside) -> None:
        """Take the words of a sentence, where the part stands, and what is open before it."""
        super().__init__(words, begin, end, beside)
        self._main = Beside()
        self._opened = begin
        self._left = ""
        if w.BY_LAW.match(" ".join(words[begin : begin + 6])):
            self.beside = replace(beside, opener="held")

    def clauses(self) -> Iterator[Clause]:
        """Give a clause for each verb that has a tense."""
        for at in range(self._begin, self._end):
            word = self._words[at]
            if self._opens(at):
                continue
            if word in w.NOT or word in w.NO:
                self.beside = replace(self.beside, is_denied=True)
            tense = None if word in w.NOT else self._tense(at)
            if tense in _AUXILIARY:
                if not (tense == "will" and word in w.MEANS_TO and not self._has_att(at)):
                    self.beside = replace(self.beside, kind=tense or "", word=word, at=at)
                    self._has_verb = False
                    continue
                tense = self._decided(word)
                if tense is None and self.beside.opener == "which":
                    self._close(at)
            if tense is None:
                continue
            yield self._clause(at, tense)
            self._has_verb = is_infinitive(word) and word not in w.MAY
            self._left = ""
            self._close(at)
            if word == "är":
                self.beside = replace(self.beside, kind="", word="")
        if self._left:  # what "och" joins goes on within it
            self.beside = replace(self.beside, opener=self._left)

    def _opens(self, at: int) -> bool:
        """Tell whether a word opens a clause within this one, which is then gone into."""
        word = self._words[at]
        if word == "snart" and at > self._begin and self._words[at - 1] == "så":
            self.beside = replace(self.beside, opener="when", kind="", is_denied=False)
            self._opened = at - 1
            return True
        if word == "sedan" and at > self._begin and self._tells_since_what(at):
            self.beside = replace(self.beside, opener="when", kind="", is_denied=False)
            self._opened = at
            return True
        if word not in w.OPENERS or (word == "då" and at > self._begin):
            return False
        if word == "om" and at > self._begin and self._words[at - 1] not in w.WHETHER:
            return False
        kind = self._kind(at)
        if kind == "which":
            self._main = self.beside
        if not kind and word == "att" and w.ANSWERS_FOR & {*self._words[self._begin : at]}:
            self.beside = replace(self.beside, kind="will", word="ansvarar", at=at)
            return True
        if kind:
            keeps = self.beside.kind if kind == "to" else ""
            is_denied = self.beside.is_denied and kind == "to"
            is_within = kind == "to" and self.beside.opener in _OPENED
            opener = self.beside.opener if is_within else kind
            self.beside = replace(self.beside, opener=opener, kind=keeps, is_denied=is_denied)
            self._opened = self._opened if is_within else at
        return kind != ""

    def _tells_since_what(self, at: int) -> bool:
        """Tell whether "sedan" tells what has happened since: "sedan bolaget bildades"."""
        noun, *behind = (*self._next(at, 4), "")
        if noun in {"en", "ett", "den"}:
            return any(map(is_past, self._next(at, 6)))
        if noun in {"det", "vi"}:
            return True
        is_noun = w.DEFINITE.match(noun) is not None and not noun.startswith(("mand", "mars"))
        return is_noun and any(w.PRETERITE.match(each) or is_past(each) for each in behind[:1])

    def _kind(self, at: int) -> str:  # noqa: PLR0911 - one answer for each opening
        """Return what the clause tells that a word opens; empty where it opens none."""
        word = self._words[at]
        before = self._words[max(at - 6, self._begin) : at]
        last = self._words[at - 1] if at else ""
        if word == "som" and (w.POSTS.match(last) or self._is_likened(at, before)):
            return ""
        if word != "att":
            return w.OPENERS[word]
        is_will = self.beside.kind == "will"
        if last == "för":
            return "" if w.ANSWERS_FOR & set(before) else "purpose"
        if last == "efter":
            return "when"
        if is_will or last in {"kommer", "avser"}:
            return "to"
        if last in {"så", "därför", "utan"}:
            return "purpose"
        if self.beside.opener == "held" and last == "veta":
            return "held"
        return "held" if any(map(w.HOLDS.match, before)) else "that"

    def _is_likened(self, at: int, before: Sequence[str]) -> bool:
        """Tell whether "som" likens what is said to the review: "samma syn som revisorerna"."""
        return "samma" in before and any(map(w.OF_REVIEW.match, self._next(at, 2)))

    def _close(self, at: int) -> None:
        """Leave a clause within another behind its verb; what told the tense before goes on."""
        if self.beside.opener == "which":
            self.beside = replace(self._main, at=at if self._main.kind else AFAR)
        elif self.beside.opener in _OPENED | {"if"}:
            self._left = "" if self._opened == self._begin else self.beside.opener
            self.beside = replace(self.beside, kind="", is_denied=False, opener="")

    def _clause(self, at: int, tense: str) -> Clause:
        opener = "" if self.beside.opener == "to" else self.beside.opener
        if opener == "purpose" and self._opened == self._begin and tense in {"now", "past"}:
            opener = ""
        first = self._opened if opener else self._begin
        is_here = bool(self.beside.kind) and self.beside.at >= first
        before = self._words[first : self.beside.at if is_here else at]
        between = self._words[max(self.beside.at + 1, first) : at]
        after = self._words[at + 1 : min(at + 5, self._end)]
        within = (n for n in range(at + 1, self._end) if self._words[n] in w.WITHIN)
        return Clause(
            tense,
            self._words[at],
            " ".join(self._words[first : next(within, self._end)]),
            opener,
            self.beside.is_denied or (tense == "now" and bool(w.NOT & {*self._next(at, 4)})),
            self.beside.word if self.beside.kind else "",
            " ".join(after if self._has_object(tense, at) else _topic(before, between, after)),
        )

    def _has_object(self, tense: str, at: int) -> bool:
        """Tell whether what was done stands behind the verb: "har skrivit ett förslag"."""
        behind = [each for each in self._next(at, 4) if each not in w.PARTICLES][:1]
        is_active = tense == "done" and not self._words[at].endswith("s")
        return is_active and any(map(w.ARTICLE.match, behind))

    def _decided(self, word: str) -> str | None:
        """Return what "beslutat" tells without "att": that something was decided."""
        if not word.startswith(("beslut", "bestäm")) or self.beside.kind in {"will", "may"}:
            return None
        if self.beside.kind == "has" and word.endswith("t"):
            return "done"
        return "past" if word.endswith(("de", "at", "ad", "mt")) else "now"


def _topic(before: Sequence[str], between: Sequence[str], after: Sequence[str]) -> Sequence[str]:
    """Return the words of what the verb tells of: its subject, or its object."""
    if before and not _is_no_topic(before[0]):
        return before
    if not all(map(_is_no_topic, between)):
        return (*between, *after)
    return after


def _is_no_topic(word: str) -> bool:
    return word in w.NO_TOPIC or w.SELVES.match(word) is not None

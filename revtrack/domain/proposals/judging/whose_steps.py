"""Answers that name whose each of their steps is: "Ja för socialnämnden, nej för skolnämnden"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revtrack.domain.codes import Grade
from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.judging.grading import Graded, graded, graded_cell
from revtrack.domain.proposals.judging.step_words import IS_STEP
from revtrack.domain.proposals.text.columns import shortens
from revtrack.domain.records import Committee
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.prose import name_key

_OF = (
    r"(?:för|i|inom|hos|avseende|gällande|beträffande|vad gäller|när det gäller|vad avser|angående)"
)
_END = (
    r"(?=[.,;)]|\sutom\b|\sförutom\b|\smed\sundantag\b|\s/|\s[–-]\s"
    r"|\s(?:och|men|samt|medan|dock|däremot|resp)\b|\s*$)"
)
_LED = re.compile(
    rf"(?:^|[.;,)/]\s*|\s[–-]\s|\b(?:och|men|samt|medan|dock|däremot)\s)\s*(?P<said>[^.;,:()/]{{2,40}}?)"
    rf"(?:,?\s{_OF}\s(?:de\s|den\s)?|\s?\(|\s?:\s|\s[–-]\s|,\s)(?:både\s|såväl\s)?$",
    re.IGNORECASE,
)
"""A step that stands before those it is of: "Ja för", "delvis (", ", men inte i"."""
_ALONE = re.compile(rf"^\W*(?:{_OF}\s)?\W*$", re.IGNORECASE)
"""What may stand before those whose step follows."""
_FOLLOWS = AnyCase(
    r"^\s*(?:[:=(→–-]|(?:är|blir)\s(?:det|svaret)\b|svaret\sär\b|:\s*är\b)?\s*(?P<said>[^\s.,;)/].{0,60}?)"
    + _END,
)
_LABELS = re.compile(r"^\)?\s*(?::|\s[–-]\s|=|→)\s*(?P<said>\S.{0,200}?)(?=[.;]\s|\s/\s|\s*$)")
"""What is said of those that a label names: "Socialnämnden: Planen saknas."."""
_BEFORE_STEP = re.compile(r"^(?:(?:och|men|samt|medan|dock|endast|bara|enbart)\s)+", re.IGNORECASE)
_ENDS = re.compile(rf"^{_END}", re.IGNORECASE)
_DENIES = re.compile(
    r"^(?:(?:det\s)?(?:gäller|dock|däremot)\s)*(?:inte|ej|icke)(?:\s(?:dock|heller))?$",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"^(?P<said>[^.;:(]{2,40}?)[.,]?\s(?:men\s|dock\s|gäller\s|det\s)*"
    r"(?:inte|ej|utom|förutom|med\sundantag|undantaget|bortsett\sfrån)\s"
    rf"(?:dock\s)?(?:{_OF}\s|av\s)?$",
    re.IGNORECASE,
)
"""A step of all but those that follow: "Ja, men inte för", "Ja utom i"."""
_EXCEPT = re.compile(
    r"\s*,?\s?(?:utom|förutom|med\sundantag\s(?:för|av)|undantaget|bortsett\sfrån)\s(?:i\s|för\s)?",
    re.IGNORECASE,
)
"""What stands between all and those of whom the step is not said."""
_TOLD_OF_EXCEPTED = re.compile(r"^,?\s(?:där|vilken|vilka|som)\s(?P<said>[^.;]+)", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:,|/|&|och|samt|,\s?(?:och|samt)|som|liksom)\s*(?:för\s|i\s)?$", re.IGNORECASE
)
_FIELD = re.compile(r"\s(?:ansvars|verksamhets)?(?:område|verksamhet(?:er)?|del)\b", re.IGNORECASE)
"""What somebody has that is judged in their name: "inom socialnämndens område"."""
_LABEL = re.compile(
    r"^(?:(?:vår[t]?|revis\w+)\s)?(?:svar(?:et)?|bedömning(?:en)?|resultat|slutsats(?:en)?)"
    r"\s*(?::|[–-]|är|(?=(?:för|av|avseende|gällande)\s)|(?=[A-ZÅÄÖ]))\s*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,5}(?![\w-])")
_COUNTED = re.compile(
    r"\b(?:samtliga|alla|båda|bägge|övriga|de\s(?:båda|bägge|andra|övriga))"
    r"(?:\s(?:granskade|två|tre|fyra|fem))?\s(?:nämnd\w*|styrelse\w*|bolag\w*)"
    r"|\b(?P<rest>övriga|de\s(?:andra|övriga))(?=\s?:|\s[–-]\s|\s*[.;]|\s*$)",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=[:,–-])\s*\n\s*|\s*\n\s*(?=[a-zåäö])")
"""Where a cell breaks a line that goes on."""
_MOST_WORDS = 5
"""So many words a step has at most that names whose it is without a label."""
_ENDINGS = {"N": "nämnden", "S": "styrelsen"}
"""What the last letter of an abbreviation stands for: BUN is no board, IT no committee."""
_SHORTEST = 3
_AROUND = " –-:(\"”“»'"


Whose = tuple[Graded, tuple[Committee, ...]]


@dataclass(frozen=True)
class _Named:
    """A place in an answer that names those a step may be of."""

    start: int
    end: int
    committees: tuple[Committee, ...]


def without_label(said: str) -> str:
    """Return what stands behind a question without the word for it: " – Svar: Ja."."""
    return _LABEL.sub("", said.strip(_AROUND)).strip(_AROUND)


def named_by(label: str, addressees: Addressees) -> tuple[Committee, ...]:
    """Return those that a heading or cell names, also by capitals that nothing else explains."""
    named = addressees.bodies.named_in(label)
    is_short = not named and _SHORT.fullmatch(label.strip())
    fits = _shortened(label.strip(), addressees) if is_short else ()
    return named or (fits if len(fits) == 1 else ())


def steps_by_committee(said: str, addressees: Addressees) -> list[Whose]:
    """Return the steps of an answer that names those each is of; none where it names nobody.

    A step stands before those it is of ("Ja för TN, nej för BUN") or behind them ("TN ja").
    """
    said = re.sub(r"\n+", ". ", _BROKEN.sub(" ", _LABEL.sub("", said)))
    named = list(_named(said, addressees))
    if not named:
        return []
    ends = [0, *(each.end for each in named)]
    starts = [*(each.start for each in named), len(said)]
    gaps = [said[end:start] for end, start in zip(ends, starts, strict=True)]
    but = _BUT.match(gaps[0])
    of_all = _short_step(but["said"]) if but is not None else None
    if of_all is not None and of_all.grade is not Grade.NO:
        return _all_but(of_all, named[0].committees, gaps[1], addressees)
    return list(_tied(named, gaps))


def _all_but(
    step: Graded, named: Sequence[Committee], behind: str, addressees: Addressees
) -> list[Whose]:
    out = {each.id for each in named}
    rest = tuple(each for each in addressees.reviewed if each.id not in out)
    return [(step, rest), (_of_excepted(step, behind), tuple(named))] if rest else []


def _of_excepted(step: Graded, behind: str) -> Graded:
    """Return the step of those that one is not said of: no, where nothing of theirs is told.

    >>> _of_excepted(Graded(Grade.YES, "Ja"), " där det delvis görs.").grade
    <Grade.PARTLY: 'partly'>
    """
    told = _TOLD_OF_EXCEPTED.match(behind)
    own = graded(told["said"]) if told else None
    return own if own and own.words and own.grade else Graded(Grade.NO, step.words)


def _named(said: str, addressees: Addressees) -> Iterator[_Named]:
    """Give the places that name somebody; those joined by "och" are one."""
    places: list[_Named] = []
    for mention in addressees.bodies.mentions(said):
        field = _FIELD.match(said, mention.end) if mention.is_genitive else None
        if field is not None or not mention.is_genitive:
            end = field.end() if field is not None else mention.end
            places.append(_Named(mention.start, end, (mention.committee,)))
    places += list(_counted(said, places, addressees))
    places += [
        _Named(*match.span(), fits)
        for match in _SHORT.finditer(said)
        if not any(each.start <= match.start() < each.end for each in places)
        and len(fits := _shortened(match[0], addressees)) == 1
    ]
    last: _Named | None = None
    for each in sorted(places, key=lambda one: one.start):
        if last is not None and each.start < last.end:
            continue
        if last is not None and _JOINED.fullmatch(said[last.end : each.start]):
            last = _Named(last.start, each.end, (*last.committees, *each.committees))
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _counted(said: str, places: Sequence[_Named], addressees: Addressees) -> Iterator[_Named]:
    """Give the places that speak of all or of the others: "samtliga nämnder", "övriga:"."""
    for match in _COUNTED.finditer(said):
        before = tuple(
            one for each in places if each.end <= match.start() for one in each.committees
        )
        whom = addressees.spoken_to(match[0], Whom(before) if before else None)
        committees = whom.committees if whom is not None else ()
        if match["rest"] and before:
            named = {one.id for one in before}
            committees = tuple(each for each in addressees.reviewed if each.id not in named)
        if committees:
            yield _Named(*match.span(), committees)


def _shortened(short: str, addressees: Addressees) -> tuple[Committee, ...]:
    """Return those of the reviewed whose name capitals may stand for, though nothing says it."""
    ending = _ENDINGS.get(short[-1:])
    return tuple(
        each
        for each in addressees.reviewed
        if ending
        and (key := name_key(each.name)).endswith(ending)
        and shortens(short.casefold(), key)
    )


def _tied(named: Sequence[_Named], gaps: Sequence[str]) -> Iterator[Whose]:
    """Give the step of each that is named, by what stands before or behind it."""
    is_first = _ALONE.match(gaps[0]) is not None
    last: Graded | None = None
    labels = [match for gap in gaps[1:] if (match := _LABELS.match(gap))]
    is_told = is_first and len(labels) == len(named) and any(map(_is_step, labels))
    is_taken = False
    for place, each in enumerate(named):
        if last is not None and _EXCEPT.fullmatch(gaps[place]):
            yield _of_excepted(last, gaps[place + 1]), each.committees
            continue
        before = None if is_taken else _led(gaps[place], gaps[place + 1])
        after = _following(gaps[place + 1], is_told=is_told)
        step = (after or before) if is_first else (before or after)
        is_taken = step is not None and step is after
        last = step if step is not None and step.grade is not Grade.NO else None
        if step is not None:
            is_less = place + 1 < len(named) and _EXCEPT.fullmatch(gaps[place + 1])
            out = named[place + 1].committees if is_less else ()
            yield step, tuple(one for one in each.committees if one not in out)


def _led(before: str, behind: str) -> Graded | None:
    """Return the step that stands before those it is of."""
    match = _LED.search(before)
    if match is None or not _ENDS.match(behind):
        return None
    said = _BEFORE_STEP.sub("", match["said"].strip())
    if _DENIES.match(said):
        return Graded(Grade.NO, said)
    return _short_step(said)


def _following(behind: str, *, is_told: bool) -> Graded | None:
    """Return the step that stands behind those it is of; ``is_told``: prose tells one too."""
    label = _LABELS.match(behind)
    if label is not None:
        step = graded_cell(label["said"])
        is_prose = is_told and len(label["said"].split()) >= _SHORTEST
        return graded(label["said"]) if step is None and is_prose else step
    match = _FOLLOWS.match(behind)
    return _short_step(match["said"]) if match else None


def _is_step(label: re.Match[str]) -> bool:
    return graded_cell(label["said"]) is not None


def _short_step(said: str) -> Graded | None:
    said = said.strip(" .:,–-")
    is_short = len(said.split()) <= _MOST_WORDS
    return graded_cell(said) if is_short and IS_STEP.match(said) else None

"""Questions that nothing announces: known by their shape, and by the answers that follow them.

A list of which every item asks; lines that ask, each answered before the next; what is to be
answered in a sentence or list of "om …".
"""

import re
from collections.abc import Iterator
from itertools import groupby

from revtrack.domain.proposals.judging.answer_words import ANSWER_IS, JUDGES, LABELLED
from revtrack.domain.proposals.judging.asking_words import OF_OTHERS
from revtrack.domain.proposals.judging.places import IS_RESULT
from revtrack.domain.proposals.judging.step_words import IS_STEP, STEP
from revtrack.domain.proposals.judging.whose_steps import without_label
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences

Found = tuple[str, Passage]
"""A question's words and where it stands."""
_FEWEST = 2
_OF_OTHERS = re.compile(
    rf"{OF_OTHERS.pattern}|\benkät|\bfråga(?:de|t|s|des)\b|\bintervju|\bförslag\b|\bnästa\b"
    r"|\bframtida\b|\batt (?:diskutera|fundera|ställa)\b|\bdisku(?:ssion|ter)|\bföreslår\b|\bbör\b"
    r"|\brekommend|\btidigare\b|\bönskar\b|\bber\b",
    re.IGNORECASE,
)
"""What says above a list that somebody else is asked, or that it is to be asked later."""
_OF_WHOM = re.compile(rf"^[^:.?\n]{{3,80}}:\s*(?={STEP})", re.IGNORECASE)
"""An answer that says first of whom it is: "För socialnämnden: Nej"."""
_ASKS_HOW = re.compile(r"^(?:vad|hur|varför|när|vem|vilk(?:a|en|et))\b", re.IGNORECASE)
_QUOTED = re.compile(r"^[^:?]{0,40}\bfråg(?:an|eställningen)\s*:?\s*[\"”“»']\s*", re.IGNORECASE)
"""What stands before a question that is quoted where it is answered."""
_CLAIM = re.compile(
    r"^(?:(?:revisions|bedömnings|gransknings)?(?:krav|kriterium|punkt)|(?:kontroll|del)mål|påstående)"
    r"\s(?P<number>\d{1,2})\s?[:.–-]\s*(?P<said>\S.*[^?:])$",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"^(?:om|huruvida|i vilken (?:mån|utsträckning))\s\S+\s\S+", re.IGNORECASE)
_SEEKS = re.compile(
    r"\b(?:fråg(?:a|or|orna|an|eställning\w*)|besvara\w*|svar(?:a|ar|at)?\spå|undersök\w*|pröva\w*"
    r"|klarl[äa]g\w*|bedöma|bedömt|bedömts|belys\w*|utred\w*|granska(?:s|t|ts|de)?|syftar"
    r"|ta ställning till|veta|ta reda på|få klarhet)\b",
    re.IGNORECASE,
)
_FIRST_OF_SEVERAL = re.compile(
    r"\b(?:dels|för det första,?|\(?(?:1|a|i)\))\s(?=om\s|huruvida\s)", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"[,;]?\s(?:(?:och|samt)\s)?(?:dels|för det (?:första|andra|tredje|fjärde|femte),?"
    r"|\(?(?:\d|[a-h]|i{1,3}|iv|v)\))\s(?=om\s|huruvida\s)",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(r"(?:,|,?\s(?:och|samt))\s(?:även\s)?(?=(?:om|huruvida)\s)", re.IGNORECASE)
"""Where a sentence goes on with what is asked next: "…, om Y och om Z"."""


def asked_in_lists(passages: Passages) -> Iterator[Found]:
    """Give the questions of the first list of which every item asks, whatever stands above it."""
    before: Passage | None = None
    for is_item, group in groupby(passages, key=_is_item):
        lines = [each for each in group if isinstance(each, Passage)]
        is_asked = is_item and len(lines) >= _FEWEST and not _is_of_others(before)
        if is_asked and all(_asks(each.text) for each in lines):
            yield from ((each.text, each) for each in lines)
            return
        before = lines[-1] if lines else None


def asked_and_answered(passages: Passages) -> Iterator[Found]:
    """Give the questions that stand alone on their lines, each answered before the next."""
    found: list[tuple[Passage, bool]] = []
    for passage in passages:
        if not isinstance(passage, Passage):
            continue
        if _asks(passage.text) and not _ASKS_HOW.match(passage.text):
            found.append((passage, False))
        elif found and not passage.is_heading and passage.run == found[-1][0].run:
            is_told = answers(passage.text) or IS_RESULT.search(passage.heading) is not None
            found[-1] = found[-1][0], found[-1][1] or is_told
    runs = {passage.run for passage, is_answered in found if is_answered}
    told = [passage for passage, is_answered in found if is_answered or passage.run in runs]
    is_told = 2 * sum(is_answered for _, is_answered in found) >= len(told) >= _FEWEST
    if is_told and not any(map(_stands_with_others, told)):
        yield from ((each.text, each) for each in told)


def answered_at_once(passages: Passages) -> Iterator[Found]:
    """Give the questions that stand only where they are answered: "Finns en plan? Ja."."""
    for passage in passages:
        if not isinstance(passage, Passage):
            continue
        said, mark, rest = passage.text.partition("?")
        asked, answer = _QUOTED.sub("", said), without_label(rest)
        is_long = len(asked.split()) + passage.is_item >= _FEWEST
        is_asked = mark and ". " not in asked and is_long and not asked.endswith("uppfyllt")
        if is_asked and (IS_STEP.match(answer) or (asked != said and answer)):
            yield f"{asked}?", passage


def claims_answered(passages: Passages) -> Iterator[Found]:
    """Give what is demanded in numbered lines, each judged before the next: "Krav 1: Mål finns"."""
    found: list[tuple[str, Passage, bool]] = []
    for passage in passages:
        claim = _CLAIM.match(passage.text) if isinstance(passage, Passage) else None
        if claim is not None and isinstance(passage, Passage):
            if int(claim["number"]) != len(found) + 1:
                return
            found.append((claim["said"].strip(" ."), passage, False))
        elif found and isinstance(passage, Passage) and answers(passage.text):
            found[-1] = *found[-1][:2], True
    if len(found) >= _FEWEST and all(is_judged for _, _, is_judged in found):
        yield from ((said, passage) for said, passage, _ in found)


def whether_in(passages: Passages) -> Iterator[Found]:
    """Give what is asked by "om": the items of one list, or the clauses of one sentence."""
    before: Passage | None = None
    for is_item, group in groupby(passages, key=_is_item):
        lines = [each for each in group if isinstance(each, Passage)]
        is_sought = is_item and before is not None and _SEEKS.search(before.text) is not None
        if is_sought and len(lines) > 1 and all(_WHETHER.match(each.text) for each in lines):
            yield from ((each.text.strip(" .;,"), each) for each in lines)
            return
        for each in lines if not is_item else ():
            clauses = _clauses(each)
            if clauses:
                yield from ((clause, each) for clause in clauses)
                return
        before = lines[-1] if lines else None


def answers(text: str) -> bool:
    """Tell whether a passage answers the question above it: by its step, label or judgement."""
    if IS_STEP.match(text) or _OF_WHOM.match(text):
        return True
    shapes = (LABELLED, ANSWER_IS, JUDGES)
    return any(shape.search(each) for each in sentences(text) for shape in shapes)


def _clauses(passage: Passage) -> list[str]:
    """Return what a sentence asks: "dels om X, dels om Y", "om X, om Y och om Z"."""
    if passage.is_heading:
        return []
    for sentence in sentences(passage.text):
        first = _FIRST_OF_SEVERAL.search(sentence)
        cue = _SEEKS.search(sentence)
        if cue is None or _OF_OTHERS.search(sentence):
            continue
        if first is not None and first.start() > cue.start():
            found = _SEVERAL.split(sentence[first.end() :])
        else:
            begin = re.search(r"\b(?:om|huruvida)\s", sentence[cue.end() :])
            found = _IN_A_ROW.split(sentence[cue.end() + begin.start() :]) if begin else []
            found = found if len(found) > _FEWEST else []
        found = [each.strip(" .;,:") for each in found]
        if len(found) >= _FEWEST and all(_WHETHER.match(each) for each in found):
            return found
    return []


def _is_item(passage: Passage | TablePassage) -> bool:
    return isinstance(passage, Passage) and passage.is_item


def _asks(text: str) -> bool:
    """Tell whether a line is one whole question and nothing else."""
    return text.endswith("?") and text.count("?") == 1 and len(list(sentences(text))) == 1


def _is_of_others(lead: Passage | None) -> bool:
    return lead is not None and (
        _OF_OTHERS.search(lead.text) is not None or _stands_with_others(lead)
    )


def _stands_with_others(passage: Passage) -> bool:
    return _OF_OTHERS.search(passage.heading) is not None

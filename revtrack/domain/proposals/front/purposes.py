"""What a paper says that its audit is for."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import LineKind

_PURPOSE = AnyCase(
    r"\b(?:avsikten|ändamålet)\b[^.]{0,60}?\b(?:är|var|varit) att\b"
    r"|\bsyftet?\b[^.]{0,80}?\b(?:är|var|varit|att)\b|\bsyftar\b|\bsyftat\b|\bsyftade\b"
    r"|\bgranskningens syfte\b|\bi syfte att (?:bedöma|pröva|granska|undersöka)\b"
    r"|\bmålet med granskningen\b",
)
_FINDS = re.compile(r"\bbedömning(?:en)?\b[^.]{0,80}\b(?:är|att)\b|\bbedömer\b", re.IGNORECASE)
_OF_AUDIT = re.compile(
    r"\bgranskning|\brevision|\bförstudi|\bbedöm|\bpröva|\bgranska", re.IGNORECASE
)
_BEGINS_PURPOSE = AnyCase(
    r"^(?:det övergripande |det |granskningens )?(?:syfte|avsikten (?:med "
    r"(?:denna |vår |den här )?(?:granskning|uppföljning|förstudie)|har varit))",
)


_OF_AUDITORS = (
    r"(?:vi|(?:kommun|region|stads|lekmanna)?revis(?:orerna|ionen|orernas|ionens)|\w*granskning\w*"
    r"|förstudien|uppföljningen|uppdrag(?:et)?|uppgift(?:en)?|uppdragit|biträtt"
    r"|(?:revisions|gransknings)?frågan?|avsikt(?:en)?|målet|tanken|ingår)"
)
_EXAMINES = (
    r"(?:(?:be|ut)svara|bedöma?|pröva[rt]?|granska[rt]?|undersöka|undersökt|utröna|utreda|klarlägga"
    r"|visa|belysa|kontrollera|följa upp|se|veta|ta reda på|få svar på|ge svar på|svara på"
    r"|gäll(?:t|er|de)|avse(?:r|tt)|avsåg|har varit|var|är|frågan)"
)
_EXAMINED = AnyCase(
    rf"\b{_OF_AUDITORS}\b[^.?!]{{0,160}}?\b"
    rf"(?:i syfte )?(?:att )?(?P<own>{_EXAMINES}\s(?:frågan\s)?"
    r"(?:om|huruvida|i (?:vilken|vad) (?:mån|utsträckning|omfattning|grad))\s\S+\s\S+\s\S)",
)
"""How a sentence says what an audit is to find out, where none tells its purpose by that word."""
_TELLS_OTHER = re.compile(
    r"\b(?:inte|ej|svårt|bör|behöver|rekommender\w+|framgår|uppger|bedömer|anser|konstaterar"
    r"|noterar|intervjuad\w*|frågat|återkommer|kommer att följa)\b",
    re.IGNORECASE,
)
"""What stands before such words where they tell of a finding or a wish, not of the audit's aim."""

_ASKS_WHOLE = re.compile(
    r"^den övergripande (?:revisions|gransknings)?frågan\s?(?:är|var|har varit|lyder|:)",
    re.IGNORECASE,
)
_LONG = 40
_LABEL = re.compile(
    r"^(?:det |övergripande |granskningens )*syfte(?:t)?(?: med granskningen)?\W*$", re.IGNORECASE
)
_LEAVES_OPEN = AnyCase(rf"\b{_EXAMINES}\W*$")
_ASKED = re.compile(r"^(?:om|huruvida|i (?:vilken|vad) \w+|hur)\s(?!.*\?$)", re.IGNORECASE)


def _own_words(sentence: str) -> str:
    """Return what a sentence says of the purpose, without what it tells before."""
    match = _EXAMINED.search(sentence)
    return sentence[match.start("own") :] if match and match.start("own") > _LONG else sentence


def purpose_in(head: Head) -> Found[str] | None:
    """Return the sentence that says what the audit is for; None where none does."""
    return (
        _by_its_word(head)
        or next(_in_rows(head.passages), None)
        or next(_in_lists(head.passages), None)
        or next(_under_headings(head.passages), None)
        or _also_told(head)
    )


def _by_its_word(head: Head) -> Found[str] | None:
    for line in head.body:
        for sentence in sentences(line.text) if line.kind is not LineKind.HEADING else ():
            is_own = _BEGINS_PURPOSE.match(sentence) or _OF_AUDIT.search(sentence)
            is_told = _PURPOSE.search(sentence) and not _FINDS.search(sentence)
            if is_told and is_own and not sentence.endswith((":", "?")):
                return Found(_own_words(sentence), line.place, 0.9)
    return None


def _in_rows(passages: Passages) -> Iterator[Found[str]]:
    """Give what stands beside the word in a row: "Syfte | Bedöma om nämnden …"."""
    for each in passages:
        for row in each.table.rows if isinstance(each, TablePassage) else ():
            label, *said = (" ".join(cell.text.split()) for cell in row.cells)
            if _LABEL.match(label) and len(said) == 1 and _OF_AUDIT.search(said[0]):
                yield Found(said[0], row.place, 0.9)


def _in_lists(passages: Passages) -> Iterator[Found[str]]:
    """Give what the items go on with that stand below its word: "ska bedöma - om … - om …"."""
    lines = [each for each in passages if isinstance(each, Passage)]
    for number, each in enumerate(lines):
        if each.is_heading or each.is_item or not _LEAVES_OPEN.search(each.text):
            continue
        below = takewhile(lambda item: _ASKED.match(item.text), lines[number + 1 :])
        asked = [item.text.strip(" .;,") for item in below]
        if asked and (_BEGINS_PURPOSE.match(each.heading) or _OF_AUDIT.search(each.text)):
            yield Found(f"{each.text.rstrip(' :')} {_in_a_row(asked)}", each.place, 0.6)


def _under_headings(passages: Passages) -> Iterator[Found[str]]:
    for each in passages:
        is_under = isinstance(each, Passage) and not each.is_heading
        if is_under and isinstance(each, Passage) and _BEGINS_PURPOSE.match(each.heading):
            said = next(sentences(each.text), "")
            if _OF_AUDIT.search(said) and not said.endswith((":", "?")):
                yield Found(said, each.place, 0.6)


def _also_told(head: Head) -> Found[str] | None:
    for line in head.body:
        for sentence in sentences(line.text) if line.kind is not LineKind.HEADING else ():
            asked = _ASKS_WHOLE.match(sentence)
            if asked and sentence.endswith("?"):
                return Found(sentence[asked.end() :].strip(" :"), line.place, 0.6)
            told = _EXAMINED.search(sentence)
            before = sentence[: told.start("own")] if told else ""
            if told and not _TELLS_OTHER.search(before) and not sentence.endswith((":", "?")):
                return Found(_own_words(sentence), line.place, 0.6)
    return None


def _in_a_row(asked: Sequence[str]) -> str:
    *first, last = asked
    return f"{', '.join(first)} och {last}" if first else last

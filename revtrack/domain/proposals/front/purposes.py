"""What a paper says that its audit is for."""

import re

from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.paper import LineKind

_PURPOSE = re.compile(
    r"\b(?:avsikten|ändamålet)\b[^.]{0,60}?\b(?:är|var|varit) att\b"
    r"|\bsyftet?\b[^.]{0,80}?\b(?:är|var|varit|att)\b|\bsyftar\b|\bsyftat\b|\bsyftade\b"
    r"|\bgranskningens syfte\b|\bi syfte att (?:bedöma|pröva|granska|undersöka)\b"
    r"|\bmålet med granskningen\b",
    re.IGNORECASE,
)
_FINDS = re.compile(r"\bbedömning(?:en)?\b[^.]{0,80}\b(?:är|att)\b|\bbedömer\b", re.IGNORECASE)
_OF_AUDIT = re.compile(
    r"\bgranskning|\brevision|\bförstudi|\bbedöm|\bpröva|\bgranska", re.IGNORECASE
)
_BEGINS_PURPOSE = re.compile(
    r"^(?:det övergripande |det |granskningens )?(?:syfte|avsikten (?:med "
    r"(?:denna |vår |den här )?(?:granskning|uppföljning|förstudie)|har varit))",
    re.IGNORECASE,
)


_ALSO_PURPOSE = re.compile(
    r"^(?:den övergripande |vår )?(?:revisions)?frågan\s(?:har varit|är|var)\satt\s(?:bedöma|pröva)"
    r"|^(?:vår |revisorernas )?avsikt(?:en)?\s(?:har varit|är|var)\satt\b"
    r"|^granskningen\s(?:skulle|har\sskolat)\s(?:ge\ssvar\spå|svara\spå|visa)\s(?:om|huruvida)\b"
    r"|^med granskningen\s(?:har\s)?(?:vi|\w*revisorerna)\s(?:har\s)?velat\b"
    r"|^(?:målet|avsikten|tanken)\s(?:med granskningen\s)?(?:har varit|är|var)\satt\b"
    r"|^(?:vi|\w*revisorerna)\shar\s(?:velat\s\w+|granskat|undersökt|prövat)\s(?:om|huruvida)\b|"
    r"^(?:vårt |revisorernas )?uppdrag(?:et)?\s(?:har varit|är|var)\satt\s(?:pröva|bedöma|granska"
    r"|undersöka)"
    r"|^(?:vi|\w*revisorerna)\shar\s(?:haft|fått)\si\suppdrag\satt\s(?:pröva|bedöma)"
    r"|^granskningen\s(?:ska|skall|har skolat|syftade till att)\s(?:ge svar på|besvara|svara på"
    r"|visa|klarlägga|pröva|bedöma)\s(?:om|huruvida|i vilken|i vad|hur)\b"
    r"|^granskningen\s(?:har gällt|gäller|gällde|avser|prövar)\s(?:om|huruvida|i vilken mån)\b"
    r"|^(?:den övergripande |granskningens )?(?:revisions)?frågan"
    r"\s(?:har varit|är|var)\s(?:om|huruvida)\b",
    re.IGNORECASE,
)
"""How a sentence says what an audit is for where none says its purpose."""


_ASKS_WHOLE = re.compile(
    r"^den övergripande (?:revisions|gransknings)?frågan\s?(?:är|var|har varit|lyder|:)",
    re.IGNORECASE,
)
_TO_JUDGE = re.compile(
    r"\b(?:syfte(?:t)? (?:med\s[\w\s]{3,40}? )?(?:att|är att|har varit att|var att)"
    r"|i uppdrag att(?!\sgranska)|ingår (?:därför )?att)\s"
    r"(?=(?:bedöma|pröva|undersöka|granska|följa upp)\s(?:om|huruvida|hur)\b)",
    re.IGNORECASE,
)
"""Where a long sentence that tells other things first comes to what the audit is for."""
_LONG = 40


def _own_words(sentence: str) -> str:
    """Return what a sentence says of the purpose, without what it tells before."""
    match = _TO_JUDGE.search(sentence)
    if match is None or match.start() < _LONG:
        return sentence
    return sentence[match.end() :]


def purpose_in(head: Head) -> Found[str] | None:
    """Return the sentence that says what the audit is for; None where none does."""
    for line in head.body:
        if line.kind is LineKind.HEADING:
            continue
        for sentence in sentences(line.text):
            is_own = _BEGINS_PURPOSE.match(sentence) or _OF_AUDIT.search(sentence)
            if _FINDS.search(sentence):
                continue
            if _PURPOSE.search(sentence) and is_own and not sentence.endswith((":", "?")):
                return Found(_own_words(sentence), line.place, 0.9)
    for passage in head.passages:
        is_under = isinstance(passage, Passage) and not passage.is_heading
        if is_under and isinstance(passage, Passage) and _BEGINS_PURPOSE.match(passage.heading):
            said = next(sentences(passage.text), "")
            if _OF_AUDIT.search(said) and not said.endswith((":", "?")):
                return Found(said, passage.place, 0.6)
    return _also_told(head)


def _also_told(head: Head) -> Found[str] | None:
    for line in head.body:
        for sentence in sentences(line.text) if line.kind is not LineKind.HEADING else ():
            if _ALSO_PURPOSE.match(sentence) and not sentence.endswith((":", "?")):
                return Found(sentence, line.place, 0.6)
            asked = _ASKS_WHOLE.match(sentence)
            if asked and sentence.endswith("?"):
                return Found(sentence[asked.end() :].strip(" :"), line.place, 0.6)
            if _TO_JUDGE.search(sentence):
                return Found(_own_words(sentence), line.place, 0.6)
    return None

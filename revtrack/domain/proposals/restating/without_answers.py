"""Recommendations without the answers that stand behind them on their lines.

"att samordna bokningen – genomfört 1 januari", "2. Följ upp körjournalerna: Görs varje månad."
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.demand_lines import OUGHT, QUOTES
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.sentences import in_sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

ANSWERED = re.compile(
    r"\s(?:[–-]\s(?=(?:\w*(?:nämnden|styrelsen|förvaltningen|bolaget|direktionen)|vi)\b)"
    r"|(?<=[.!]\s)[–-]\s(?=[A-ZÅÄÖ])"
    r"|(?=(?-i:Vi|Nämnden|Styrelsen|Fullmäktige|Direktionen|Bolaget|Förvaltningen|Kontoret|Förbundet)"
    r" (?:instämmer|delar|håller|anser|avstyrker|tillstyrker|avvisar|ställer sig|ser)\b)"
    r"|(?=(?:[\w-]+s|vårt|våra) (?:svar|yttrande|kommentar\w*|åtgärd\w*"
    r"|ställningstagande)\s*:)).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a recommendation on its line and answers it."""
_BY_ANSWERER = re.compile(
    r"^(?:vi|jag|\w*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen))\s(?:har|är|kan|får|vill)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s(?P<dash>[–—→]|-{1,2}>?)\s|(?P<colon>:)\s|\s(?P<bracket>\()")
_REMARK = re.compile(
    r"^\([^()]{2,30}\)\s*[:.–-]*\s*(?=\w)"
    r"|\s*\((?:\w*revis\w+ )?rekommendation\b[^()]{0,60}\)(?=\W*$)",
    re.IGNORECASE,
)
"""What stands in brackets beside a recommendation and is not of it: "(hög prioritet): …"."""
_SHARE = 0.5
"""So much of a list has answers behind its items, where not every answer is told by its words."""
_FEWEST = 2
_FEWEST_WORDS = 2
_DASH = "dash"


def without_answers(found: Iterable[Recommended]) -> tuple[Recommended, ...]:
    """Return what was recommended, each without what its line goes on to answer.

    The next sentences do so where they say what is thought, and a dash where what follows says what
    is done; else several items have to do the same.
    """
    found = [replace(each, text=_without_remark(_asked_first(each.text))) for each in found]
    cuts = [_cut(each.text) for each in found]
    answered = [match.lastgroup for match in cuts if match is not None]
    usual = max(answered, key=answered.count, default=None)
    are_answered = answered.count(usual) >= max(_FEWEST, _SHARE * len(found))
    made = []
    for each, match in zip(found, cuts, strict=True):
        cut = match if match and (match.lastgroup == _DASH or are_answered) else None
        if cut is None and are_answered:
            cut = next((one for one in _signs(each.text) if one.lastgroup == usual), None)
        made.append(replace(each, text=each.text[: cut.start()].strip()) if cut else each)
    return tuple(made)


def _asked_first(text: str) -> str:
    """Return what a line asks, without words and sentences behind it that answer."""
    text = ANSWERED.sub("", text)
    first, *more = in_sentences(text.strip(QUOTES) if text[:1] in QUOTES else text)
    return " ".join([first, *takewhile(_goes_on_asking, more)])


def _goes_on_asking(said: str) -> bool:
    """Tell whether a sentence behind a recommendation is of it, and not of who answers."""
    is_of_answerer = _BY_ANSWERER.match(said) is not None and OUGHT.match(said) is None
    return stance_in([said]).is_empty and not is_of_answerer


def _without_remark(text: str) -> str:
    bare = _REMARK.sub("", text)
    return bare[:1].upper() + bare[1:] if bare != text else text


def _cut(text: str) -> re.Match[str] | None:
    """Return where a line goes on from what was recommended to what is done or thought."""
    for match in _signs(text):
        said = text[match.end() :].strip(" ()")
        if not (begins_with_demand(said) or stance_in([said]).is_empty):
            return match
    return None


def _signs(text: str) -> list[re.Match[str]]:
    said = _SIGN.finditer(text)
    return [each for each in said if len(text[: each.start()].split()) >= _FEWEST_WORDS]

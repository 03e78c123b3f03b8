"""How an audit's report is built, by which it is known where nothing else names the auditors."""

import re
from collections.abc import Sequence
from itertools import pairwise

from revtrack.domain.proposals.papers.front_lines import names_firm
from revtrack.domain.proposals.papers.kind_titles import FOLLOW_UP, REVIEW_TITLE
from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.proposals.papers.sign_words import CHAPTERS, NUMBERED, OUTCOME
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line
from revtrack.domain.texts.prose import name_key

_REPORT = re.compile(r"\b(?:gransknings|revisions)rapport\b|\bgranskning av\b", re.IGNORECASE)
_TO_JUDGE = re.compile(
    r"\bsyftet (?:med granskningen )?(?:är|har varit|var) att [^.]{0,60}?\bbedöma\b", re.IGNORECASE
)
"""For what an audit is made: to judge something."""
_OF_STATE = re.compile(
    r"inspektion|\bIVO\b|myndighet(?!sutöv|snämnd|sutskott)|\w{4,}verket\b|ombudsman|länsstyrelse"
    r"|riksrevision",
    re.IGNORECASE,
)
"""Who else reviews, and asks and judges: an authority of the state."""
_REVIEWED = re.compile(r"\w*granskning|\brevision", re.IGNORECASE)
_ADVISES = re.compile(r"\brekommendation|\bvi (?:rekommenderar|föreslår|förordar)", re.IGNORECASE)
_ASKS = re.compile(r"\w\?(?:\s|$)")
_JUDGES = re.compile(
    r"\b(?:vi|granskarna) bedömer\b|^\W*(?:vår |samlad |sammanfattande )?bedömning(?:ar)?\b"
    r"|\bbedömning(?:en)? är\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^\W*(?:\d{1,2}\W+)?(?:(?:vårt?|revisorernas|revisionens)\s)?(?:(?:svar(?:et)?|bedömning(?:en)?|slutsats|resultat)"
    r"(?: är)?\s?[:.–-]\s?)?\W*(?:ja|nej|delvis|i huvudsak|huvudsakligen|i allt väsentligt"
    r"|i (?:det )?stort|(?:endast )?till (?:viss|stor|övervägande|liten) del"
    r"|i (?:viss|begränsad|stor|låg|hög) (?:utsträckning|mån|grad|omfattning)"
    r"|inte (?:helt|fullt ut)|(?:ej |inte |delvis )?uppfyllt?|endast delvis)\b",
    re.IGNORECASE,
)
"""How a line begins that answers the question above it: "Svar: Ja, …"."""


def is_built_as_audit(lines: Sequence[Line]) -> bool:
    """Tell whether a paper that names no auditors is an audit by title, chapters and advice."""
    first = [line.text.strip() for line in lines[:8] if is_short(line)]
    is_titled = any(REVIEW_TITLE.match(text) or FOLLOW_UP.match(text) for text in first)
    heads = {name_key(NUMBERED.sub("", line.text.strip()).rstrip(":")) for line in lines}
    is_parted = len(heads & CHAPTERS) > PAIR or any(map(names_firm, first))
    is_called = any(map(_REPORT.search, first)) or any(_TO_JUDGE.search(x.text) for x in lines)
    is_called = is_called and not any(map(_OF_STATE.search, first))
    is_built = (is_titled and is_parted) or (is_called and asks_and_judges(lines))
    is_built = is_built or _is_follow_up(first, lines)
    return is_built and any(_ADVISES.search(line.text) for line in lines)


def _is_follow_up(first: Sequence[str], lines: Sequence[Line]) -> bool:
    """Tell whether a paper follows up a review, and says more than once what became of advice."""
    is_titled = any(FOLLOW_UP.match(each) and _REVIEWED.search(each) for each in first)
    told = sum(OUTCOME.search(line.text) is not None for line in lines)
    return is_titled and told > 1 and not any(map(_OF_STATE.search, first))


def asks_and_judges(lines: Sequence[Line]) -> bool:
    """Tell whether a paper asks several questions, and judges more than once."""
    asked = sum(len(_ASKS.findall(line.text)) for line in lines)
    judged = sum(_JUDGES.search(line.text) is not None for line in lines)
    return asked > 1 and judged > 1


def answered_below(lines: Sequence[Line]) -> int:
    """Return how many questions have their answer on the next line, or in the next cell."""
    return sum(
        line.text.rstrip().endswith("?") and _ANSWERS.match(after.text) is not None
        for line, after in pairwise(lines)
    )

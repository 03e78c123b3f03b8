"""How an audit's report is built, by which it is known where nothing else names the auditors."""

import re
from collections.abc import Sequence
from itertools import pairwise

from revtrack.domain.proposals.papers.front_lines import names_firm
from revtrack.domain.proposals.papers.kind_titles import FOLLOW_UP, REVIEW_TITLE
from revtrack.domain.proposals.papers.minutes import is_short
from revtrack.domain.proposals.papers.sign_words import CHAPTERS, NUMBERED, OUTCOME
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line
from revtrack.domain.texts.prose import name_key

_REPORT = re.compile(r"\b(?:gransknings|revisions)rapport\b|\bgranskning av\b", re.IGNORECASE)
_TO_JUDGE = re.compile(
    r"\bsyftet (?:med granskningen )?(?:är|har varit|var) att [^.]{0,60}?\bbedöma\b", re.IGNORECASE
)
"""For what an audit is made: to judge something."""
OF_STATE = re.compile(
    r"inspektion|\bIVO\b|myndighet(?!sutöv|snämnd|sutskott)|\w{4,}verket\b|ombudsman|länsstyrelse"
    r"|riksrevision",
    re.IGNORECASE,
)
"""Who else reviews, and asks and judges: an authority of the state."""
_OF_CLUB = AnyCase(
    r"\b(?:föreningens|årsmöte(?:t)?|\w+förening(?:en|ens)?|revisorn i föreningen|brf)\b"
)
"""Words of a club, whose auditor reviews it too."""
_OF_TOWN = AnyCase(r"kommun|region|nämnd|fullmäktige|direktion|lekmannarevis|koncern")
"""Words of those whom auditors of municipalities review."""
_REVIEWED = re.compile(r"\w*granskning|\brevision", re.IGNORECASE)
_ADVISES = re.compile(r"\brekommendation|\bvi (?:rekommenderar|föreslår|förordar)", re.IGNORECASE)
_ASKS = re.compile(r"\w\?(?:\s|$)")
_JUDGES = re.compile(
    r"\b(?:vi|granskarna) bedömer\b|^\W*(?:vår |samlad |sammanfattande )?bedömning(?:ar)?\b"
    r"|\bbedömning(?:en)? är\b",
    re.IGNORECASE,
)
_AUDITORS = re.compile(r"\b\w*revis(?:or(?:er|erna)?|ionen|ionell\w*|ions\w+)\b", re.IGNORECASE)
_QUESTIONS = re.compile(
    r"\b(?:revisions|gransknings|kontroll|del)(?:fråg|mål|punkt|kriteri)\w*|\bfrågeställning",
    re.IGNORECASE,
)
_IN_OWN_VOICE = re.compile(
    r"\b(?:vi|revisorerna|granskarna) (?:bedömer|anser|finner|konstaterar"
    r"|kan konstatera|har undersökt|har granskat)\b"
    r"|\bvår(?:t|a)? (?:\w+ )?(?:bedömning|svar|slutsats|mening)"
    r"|\brevisionell bedömning|^svar på \w*fråg"
    r"|^\W*(?:samlad |vår )?(?:slutsats|bedömning)(?:ar)?\s?(?::|$)",
    re.IGNORECASE,
)
_PUT_TO_BODY = re.compile(
    r"\bvi (?:rekommenderar|föreslår|förordar)\b|^\W*(?:\d\W+)?(?:våra )?rekommendation(?:er)?\b"
    r"|\b\w*(?:nämnden|styrelsen|direktionen) (?:bör|rekommenderas|behöver)\b",
    re.IGNORECASE,
)
_ASKS_ALONE = re.compile(r"[^.?!]{10,200}\?\s*$")
"""A line that is one question, as in a list or a heading, and not in running text."""
_ENOUGH = 4
"""Of the seven signs of a review's report."""
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
    is_called = is_called and not any(map(OF_STATE.search, first))
    is_built = (is_titled and is_parted) or (is_called and asks_and_judges(lines))
    is_built = is_built or _is_follow_up(first, lines)
    return is_built and any(_ADVISES.search(line.text) for line in lines)


def has_signs_of_report(lines: Sequence[Line]) -> bool:
    """Tell whether a paper has most of what the report of a review has, whatever it lacks.

    Auditors, a title, questions, answers to them, a review, judgements and advice to a body. The
    title or the questions must be among them: a page of news tells of the others too.
    """
    first = [line.text.strip() for line in lines[:8] if is_short(line)]
    if any(map(OF_STATE.search, first)) or _is_of_club(lines):
        return False
    is_called = any(_REPORT.search(each) or REVIEW_TITLE.match(each) for each in first)
    asks = any(_QUESTIONS.search(line.text) for line in lines)
    asks = asks or sum(_ASKS_ALONE.match(line.text) is not None for line in lines) > 1
    is_answered = answered_below(lines) > 1
    others = (_AUDITORS, _REVIEWED, _IN_OWN_VOICE, _PUT_TO_BODY)
    signs = [any(shape.search(line.text) for line in lines) for shape in others]
    return (is_called or asks or is_answered) and is_called + asks + is_answered + sum(
        signs
    ) >= _ENOUGH


def _is_of_club(lines: Sequence[Line]) -> bool:
    """Tell whether a paper speaks of a club, and of nobody in a municipality."""
    said = [any(shape.search(line.text) for line in lines) for shape in (_OF_CLUB, _OF_TOWN)]
    return said == [True, False]


def _is_follow_up(first: Sequence[str], lines: Sequence[Line]) -> bool:
    """Tell whether a paper follows up a review, and says more than once what became of advice."""
    is_titled = any(FOLLOW_UP.match(each) and _REVIEWED.search(each) for each in first)
    told = sum(OUTCOME.search(line.text) is not None for line in lines)
    return is_titled and told > 1 and not any(map(OF_STATE.search, first))


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

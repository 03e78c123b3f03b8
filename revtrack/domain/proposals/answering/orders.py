"""Orders in a decision that answer recommendations: "att ge direktören i uppdrag att …"."""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.proposals.answering.left_over import left_over
from revtrack.domain.proposals.answering.pointers import Asked
from revtrack.domain.proposals.answering.topics import Topics
from revtrack.domain.proposals.restating.prose import AS_REPLY
from revtrack.domain.proposals.said.stances import position_in, progress_in
from revtrack.domain.texts.paper import Place

_ATT = re.compile(r"(?P<next>[,;:]?\s(?:(?:samt|och|dels)\s)?|[,;:]\s)?\batt\s", re.IGNORECASE)
_ORDERS = re.compile(
    r"\bi uppdrag\b|\buppdra(?:r|s)? (?:åt|till)\b|\bålägga?r?\b|\buppdrag ges\b", re.IGNORECASE
)
_REFUSES = re.compile(r"(?:avslå|avvisa)\b", re.IGNORECASE)
_REPLIES = re.compile(r"\b(?:meddela|svara|anföra|framföra|uttala|framhålla|uppge)\b")
_NAMED = re.compile(r"\brekommendation\w*,? (?:om )?(?:att )?[\"”“»«]?$")
_OF_IT = re.compile(
    r"\b(?:instäm\w+|bifall\w*|bejaka\w*|följ\w*|ställa? sig bakom|delar?)\b[^.]{0,80}"
    r"\brekommendation",
    re.IGNORECASE,
)
"""Words of a decision that agrees with the only recommendation, which its order then answers."""
_TO_AUDITORS = re.compile(r"^\s*(?:(?:till )?(?:[\w-]+ )?\w*revis\w+\s+)?att\s", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;]?\s(?:och|samt)\satt\s|[,;]\satt\s")
_TO_REPORT = re.compile(
    r"^(?:[\w-]+ ){0,4}?(?:återkomma|återrapportera|redovisa|rapportera|följa upp|översända"
    r"|besvara|verkställa|genomföra åtgärderna|översända|överlämna|anse|lägga|godkänna|anta|ställa"
    r"|skicka|notera|tacka|avge|lämna|besluta|paragrafen|protokollet|förklara)\b",
    re.IGNORECASE,
)
"""What is ordered or decided besides: to tell later how it went, or to send the reply."""


def ordered_in(
    decided: Sequence[tuple[str, Place]], asked: Sequence[Sequence[str]]
) -> Iterator[tuple[int, str, Place]]:
    """Give the orders of a decision, each with the recommendation whose words it has.

    As many orders as recommendations answer them in their turn.
    """
    orders = [(one, where) for text, where in decided for one in _orders(text)]
    topics = Topics([" ".join(texts[:1]) for texts in asked])
    numbers = [topics.of_sentence(what, is_measure=True) for (_, what), _ in orders]
    is_in_turn = len(orders) == len(asked) and all(
        number in {None, place} for place, number in enumerate(numbers)
    )
    if len(asked) == 1:
        is_in_turn = is_in_turn and any(_OF_IT.search(text) for text, _ in decided)
    for place, ((text, _), where) in enumerate(orders):
        number = place if is_in_turn else numbers[place]
        if number is not None:
            yield number, text, where


def replied_in(
    decided: Sequence[tuple[str, Place]], asked: Sequence[Asked]
) -> Iterator[tuple[int, str, Place]]:
    """Give the clauses of a decision that give a recommendation and go on to reply to it."""
    for text, where in decided:
        for clause in AS_REPLY.split(text):
            said = clause.casefold()
            given = {
                place: said[: said.find(one)]
                for place, each in enumerate(asked)
                for one in (text.casefold().strip(" .") for text in each.texts)
                if one in said
            }
            is_reply = _REPLIES.search(clause) is not None or (
                _says(clause) and any(map(_NAMED.search, given.values()))
            )
            if len(given) == 1 and is_reply:
                yield next(iter(given)), clause, where


def _says(clause: str) -> bool:
    return position_in(clause) is not None or progress_in(clause) is not None


def replied_by_words(
    decided: Sequence[tuple[str, Place]], asked: Sequence[Asked], unanswered: Sequence[int]
) -> Iterator[tuple[int, str, Place]]:
    """Give the clauses that a decision replies with, each with what its words answer."""
    topics = Topics.of(asked)
    for text, where in decided:
        replies = _REPLIES.search(text)
        said = _TO_AUDITORS.sub("", text[replies.end() :]) if replies else ""
        clauses = _CLAUSES.split(said) if said else []
        for clause in clauses:
            yield from left_over([(clause, where)], asked, topics, unanswered)


def _orders(text: str) -> Iterator[tuple[str, str]]:
    """Give each order of a line, with what is to be done; none that only asks for a report.

    What goes on after a comma is ordered too: "att ge X i uppdrag att införa A samt att se över B".
    """
    begins = [(match.start(), match.end()) for match in _ATT.finditer(text)]
    if not begins:
        return
    ends = [begin for begin, _ in begins[1:]]
    lead, at = text[: begins[0][0]], 0
    for (_, begin), end in zip(begins, [*ends, len(text)], strict=True):
        what = text[begin:end].strip(" ,;")
        if _ORDERS.search(what):
            lead, at = what, begin
        elif _REFUSES.match(what):
            yield text[begin:end].strip(" ,;"), what
        elif _ORDERS.search(lead) and not _TO_REPORT.match(what):
            own = text[at:end].strip(" ,;")
            yield own, what

"""The lines of a reply that may give something again, and the labels among them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_heading,
    is_proposal_heading,
    is_sent_label,
    is_short,
)
from revtrack.domain.proposals.replying.decided_part import begins_reply
from revtrack.domain.proposals.restating.demand_lines import OUGHT_TO
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage, once_each
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.paper import Line

_ANSWER_LABEL = AnyCase(
    r"^(?:(?:[\w,-]+(?: (?:och|samt))? ){0,4}?[\w-]+s |vårt |våra |vår )?(?:förslag till )?"
    r"(?:svar|yttrande|kommentar(?:er)?|åtgärd(?:er)?|ställningstagande|synpunkter|bemötande"
    r"|planerade åtgärder|vidtagna åtgärder|åtgärder och tidplan|bedömning(?: och åtgärd(?:er)?)?)"
    r"(?: (?:på|till|över) (?:rekommendation(?:en)?|punkten))?\s*:?$",
)
"""A line that says that the answer comes below it."""
ASKED_LABEL = re.compile(
    r"^(?:(?:\w*revis\w+|er|den|granskningens)\s)?"
    r"(?:rekommendation(?:en)?|synpunkt(?:en)?|påpekande(?:t)?|förbättringsområde)"
    r"(?:\s(?:nr\s*|nummer\s)?(?P<number>R?\d{1,2}[a-z]?))?(?: från \w*revis\w+)?\s*[:.]?$"
    r"|^\w*revis\w+s (?:bedömning|slutsats|kommentar|förslag)\s*:?$",
    re.IGNORECASE,
)
"""A line that says that a recommendation comes below it."""
NAMES_ADVICE = re.compile(r"\brekommend|\bsynpunkt|\bförslag|\bförbättring", re.IGNORECASE)
"""What such a label says where others of the same paper head what the auditors only find."""
_LETTERED = re.compile(r"^(?P<marker>[A-J])[.)]\s+(?=[A-ZÅÄÖ][a-zåäö]+ )")
"""A capital letter before a line, or one as a number: "B. Styrelsen bör …", "I. Inför …"."""


def is_answer_label(text: str) -> bool:
    """Tell whether a line says that the answer comes below it, and not what is to be done."""
    said = text.strip()
    return _ANSWER_LABEL.match(said) is not None and not begins_with_demand(said)


@once_each
def said_in(passages: Passages) -> Iterator[Passage]:
    """Give the lines of a paper without tables, what is decided and whom it is sent to."""
    is_left_out, is_sent, above = False, False, ""
    for each in passages:
        if isinstance(each, TablePassage):
            is_left_out = False
            continue
        line = Line(each.kind, each.text, each.place)
        is_begun = is_decision_heading(line) or is_proposal_heading(line) or is_sent_label(line)
        if is_begun:
            is_left_out, is_sent, above = True, is_sent_label(line), ""
        elif (
            begins_reply(each.text, above)
            or (is_sent and not is_short(line))
            or is_heading(line)
            or is_answer_label(each.text)
            or ASKED_LABEL.match(each.text)
        ):
            is_left_out = False
        else:
            above = each.text if is_left_out else ""
        if not is_left_out:
            yield _unlettered(each)


def _unlettered(each: Passage) -> Passage:
    """Return a line without the capital letter that it begins with, as its marker."""
    match = _LETTERED.match(each.text) if each.marker is None else None
    if match is None or not (
        OUGHT_TO.match(each.text[match.end() :]) or begins_with_demand(each.text[match.end() :])
    ):
        return each
    return replace(each, text=each.text[match.end() :], marker=match["marker"])

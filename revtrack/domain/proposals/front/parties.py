"""To whom a letter is written."""

import re
from collections.abc import Iterator

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.committees.whom import Addressees
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.informed import MARK, copied
from revtrack.domain.proposals.front.name_lists import listed
from revtrack.domain.proposals.papers.front_lines import INFORMED
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Line

_TO = re.compile(
    r"^(?:(?:(?:Skickas|Sänds|Översänds|Ställd)\s)?Till(?! kännedom)|Mottagare|Sändlista"
    r"|Adressater?)\b\s*:?\s*(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ATTENTION = re.compile(r",?\s*\batt\.?\s?:.*$|,?\s*\batt\.\s.*$", re.IGNORECASE)
"""Who is to open a letter to a committee: "att.: ordföranden"."""
_LEADS = re.compile(r"\b(?:vi|rekommend\w+|förslag)\b[^:]*:$", re.IGNORECASE)
"""How a line ends that leads to recommendations: "Till nämnden lämnar vi dessa förslag:"."""
COUNCIL = (CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM)
_FIRST = 12
"""Among so many lines a letter that has no label gives its address."""


def written_to(head: Head, bodies: PaperBodies) -> tuple[Found[Committee], ...]:
    """Return the committees that a letter is written to, in its order."""
    found: dict[int, Found[Committee]] = {}
    for text, place in listed(head.first, _TO):
        if _LEADS.search(text):
            continue
        for each in _of_reply(text, bodies):
            found.setdefault(each.id, Found(each, place, 0.95))
    if not found:
        for line, committees in _named_alone(head, bodies):
            for each in committees:
                found.setdefault(each.id, Found(each, line.place, 0.85))
    return tuple(found.values())


def _of_reply(text: str, bodies: PaperBodies) -> tuple[Committee, ...]:
    """Return those that a text names without saying that they get a copy."""
    informed = {each.id for part in copied(text, bodies) for each in bodies.named_in(part)}
    return tuple(each for each in bodies.named_in(text) if each.id not in informed)


def _named_alone(head: Head, bodies: PaperBodies) -> Iterator[tuple[Line, tuple[Committee, ...]]]:
    """Give the lines at the beginning that hold nothing but names, as an address does."""
    everybody, has_named = Addressees(bodies, bodies.found), False
    for number, line in enumerate(head.first[:_FIRST]):
        said = _ATTENTION.sub("", line.text.strip())
        informed = INFORMED.match(said)
        if informed and has_named and not informed["names"].strip(" :"):
            return
        named = () if informed else _of_reply(said, bodies)
        below = head.first[number + 1].text.strip() if number + 1 < len(head.first) else ""
        is_copy = below.startswith("(") and MARK.fullmatch(below)
        if named and not is_copy and everybody.is_label(MARK.sub(" ", said)):
            has_named = True
            yield line, named

"""Replies that name no auditors: a body's own, to a review or point by point, as in a short mail.

"Här kommer socialnämndens svar. 1. Vi instämmer. 2. Vi håller inte med." So little is a reply to an
audit that it is never taken for sure.
"""

import re
from collections.abc import Sequence

from revtrack.domain.codes import PaperKind
from revtrack.domain.proposals.papers.kinds import NOTHING, Kind, kind_of, of_office
from revtrack.domain.proposals.papers.paper_lines import lines_of
from revtrack.domain.proposals.said.positions import NO_POSITION, position_of
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.texts.numerals import ORDINALS, SEVERAL
from revtrack.domain.texts.paper import Line, Paper

UNSURE = 0.5
"""How sure it is that a reply is one to auditors, which does not name them."""
_FIRST = 14
_BODY = r"[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förbundet|stiftelsen)"
_REPLY = r"(?:svar|yttrande)(?:et)?"
_REVIEW = r"(?:[\w-]*granskning|rapport|rekommendation|revision|iakttagels)\w*"
_ANNOUNCED = re.compile(
    rf"\b{_BODY}s (?:\w+ )?{_REPLY}\b(?! (?:på|över|till|med anledning av|om)\b)"
    rf"|\b{_BODY} (?:lämnar|avger|översänder|svarar)\b"
    rf"|\b{_REPLY} (?:på|över|till|med anledning av) (?:[\w-]+ ){{0,4}}?{_REVIEW}",
    re.IGNORECASE,
)
"""How a paper says that it is a body's reply, or that it replies to a review."""
_BODY_ALONE = re.compile(
    rf"^(?:[\w,-]+ (?:och |samt )?){{0,4}}{_BODY}(?: (?:i|för) .{{3,40}})?$", re.IGNORECASE
)
_ANSWER = re.compile(
    r"^\W*(?:(?P<label>(?:rekommendation|punkt|rek\.?)(?:en)?\s*(?:nr\.?\s*)?)?R?\d{1,2}"
    r"(?:\s*\([^()]{3,120}\))?\s*(?:[.:)–-]|(?=\s[A-ZÅÄÖ]))|R\d{1,2}\b"
    rf"|(?:den )?(?:{'|'.join(ORDINALS)})(?: (?:rekommendationen|punkten))?\s*:)\s*(?P<said>\w.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A line that answers by number: "1. Vi instämmer", "Rekommendation 2: Nämnden instämmer."."""
_OF_OTHERS = re.compile(
    r"\b\w*remiss\w*|\bdetaljplan|\böversiktsplan|\bsamråd|\bmedborgarförslag|\bmotion(?:en|er)?\b"
    r"|\binterpellation|\benkät|\boffert|\bupphandling|\banbud|\binspektion(?:en)?\b|\bIVO\b"
    r"|\bskolinspektion|\barbetsmiljöverk|\blänsstyrelse|\b\w*myndighet(?:en|ens)?\b|\btillsyn"
    r"|\bförvaltningsrätt|\böverklaga|\bJO\b|\bklagomål|\bansökan\b|\bdetaljplan",
    re.IGNORECASE,
)
"""What else a body replies to, and who else reviews."""


def kind_of_alone(paper: Paper) -> Kind:
    """Return what a paper is that is a file of its own; a plain reply is one, but never surely."""
    kind = kind_of(paper)
    lines = lines_of(paper)
    if kind.why is None or kind.why.message != NOTHING or not _is_plain_reply(lines):
        return kind
    is_decided = of_office(lines, paper) in {"decided", "matter", "notice"}
    return Kind(PaperKind.COUNCIL_DECISION if is_decided else PaperKind.RESPONSE, UNSURE)


def _is_plain_reply(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is a body's reply by number to what somebody has reviewed."""
    texts = [" ".join(f"{line.marker or ''} {line.text}".split()) for line in lines]
    first = texts[:_FIRST]
    if any(map(_OF_OTHERS.search, first)):
        return False
    is_titled = any(map(_ANNOUNCED.search, first))
    is_named = is_titled and (
        any(map(_BODY_ALONE.match, first)) or any(re.search(_BODY, each) for each in first)
    )
    found = [match for each in texts if (match := _ANSWER.match(each))]
    takes = [
        position_of(one) not in NO_POSITION
        for each in found
        for one in sentences(each["said"] or "")
    ]
    is_listed = len(found) >= SEVERAL or any(each["label"] for each in found)
    return is_named and is_listed and any(takes)


def names_review(text: str) -> bool:
    """Tell whether a text tells of a review."""
    return re.search(_REVIEW, text, re.IGNORECASE) is not None

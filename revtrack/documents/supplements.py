"""What a reply is to be supplemented with: which recommendations the request is about."""

import re
from dataclasses import dataclass
from datetime import date

from revtrack.documents import answers
from revtrack.domain.case import AuditCase
from revtrack.domain.codes import Position, ReplyState, Review
from revtrack.domain.errors import GoneError
from revtrack.domain.follow_up import AddresseeLine, ReplyLine, addressee_lines
from revtrack.domain.names.recipients import join_names, number_key
from revtrack.domain.records import Response
from revtrack.wording.labels import swedish_label

_NUMBER = re.compile(r"\b[RF][1-9][0-9]*\b")
_SAYS_NOTHING_MORE = re.compile(
    r"(?:R|F|\d|,|\s|och|samt)*(?:besvaras (?:inte|ej)|(?:är|har) inte besvara(?:d|de|ts)|"
    r"är obesvara(?:d|de))(?: i (?:yttrandet|svaret))?\.?",
    re.IGNORECASE,
)
"""A note that names recommendations as unanswered, and nothing else."""


@dataclass(frozen=True)
class Lacking:
    """The recommendations that a request is about, in order of number, each in one group."""

    unanswered: tuple[AddresseeLine, ...]
    unclear: tuple[AddresseeLine, ...]
    named: tuple[AddresseeLine, ...]
    """What the auditors' note names besides."""

    @property
    def all(self) -> tuple[AddresseeLine, ...]:
        """All of them, in order of number."""
        found = (*self.unanswered, *self.unclear, *self.named)
        return tuple(sorted(found, key=lambda line: number_key(line.number)))


def judged(reply: ReplyLine) -> Response:
    """Return the response that the latest request stands on: the reply, or a supplement to it.

    Raises GoneError where no supplement is asked for.
    """
    asked = [each for each in reply.responses if each.review is Review.SUPPLEMENT_REQUESTED]
    if not asked:
        raise GoneError
    return max(asked, key=lambda each: (each.reviewed_on or date.max, each.id))


def lacking(case: AuditCase, reply: ReplyLine) -> Lacking:
    """Return what a reply passes over, leaves unclear, or lacks by the auditors' note."""
    named = set(_NUMBER.findall(judged(reply).review_note or ""))
    own = sorted(
        (
            line
            for line in addressee_lines(case)
            if line.committee.id == reply.committee.id and line.addressee.asked
        ),
        key=lambda line: number_key(line.number),
    )
    unanswered = tuple(line for line in own if line.position is Position.NOT_ADDRESSED)
    unclear = tuple(line for line in own if line.position is Position.UNCLEAR)
    others = (line for line in own if line not in (*unanswered, *unclear))
    return Lacking(unanswered, unclear, tuple(line for line in others if line.number in named))


def is_told_by(note: str, found: Lacking) -> bool:
    """Tell whether a note only says of recommendations that they are unanswered, as listed."""
    listed = {line.number for line in found.unanswered}
    return _SAYS_NOTHING_MORE.fullmatch(note) is not None and listed >= set(_NUMBER.findall(note))


def review_of_answer(case: AuditCase, reply: ReplyLine | None, line: AddresseeLine) -> str:
    """Return how a reply is judged on one recommendation, which a request may not be about."""
    told = answers.review(reply, line.response)
    if reply is None or line.response is None or reply.state is not ReplyState.INCOMPLETE:
        return told
    about = [each.number for each in lacking(case, reply).all]
    if not about or line.number in about:
        return told
    asked = swedish_label(ReplyState.INCOMPLETE)
    return told.replace(asked, f"{asked} om {join_names(about)}", 1)

"""What the places are called where a text that was searched for stands."""

from collections.abc import Mapping

from revtrack.domain.errors import N_
from revtrack.domain.searching import FoundIn
from revtrack.wording.language import _

_PLACES: Mapping[FoundIn, str] = {
    FoundIn.AUDIT: N_("Audit"),
    FoundIn.RECOMMENDATION: N_("Recommendation"),
    FoundIn.QUESTION: N_("Audit question"),
    FoundIn.ASSESSMENT: N_("Assessment"),
    FoundIn.ANSWER: N_("Answer"),
    FoundIn.RESPONSE: N_("Reply"),
    FoundIn.ACTION: N_("Action"),
    FoundIn.VERDICT: N_("Follow-up"),
    FoundIn.NOTE: N_("Note"),
}


def found_in(kind: FoundIn) -> str:
    """Return what a kind of text is called: "Rekommendation"."""
    return _(_PLACES[kind])

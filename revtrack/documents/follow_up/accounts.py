"""What a committee says in its reply on a recommendation, as sentences of a report."""

import re
from collections.abc import Mapping

from revtrack.documents import answers, phrases
from revtrack.domain.codes import Position, ResponseKind
from revtrack.domain.follow_up import AddresseeLine
from revtrack.domain.names.recipients import general_word
from revtrack.wording.labels import swedish_absent_label, swedish_label
from revtrack.wording.words import capitalise_first

_SAID: Mapping[Position | None, str] = {
    None: "Svaret är ännu inte genomgånget i den delen.",
    Position.NOTED: "Enligt {text} noterar {who} {it} utan att ta ställning.",
    Position.UNCLEAR: "Av {text} framgår inte tydligt hur {who} ställer sig.",
    Position.NOT_ADDRESSED: "{it} besvaras inte i {text}.",
}
"""Positions whose label cannot be made a sentence by putting who after its verb."""
_RELATIVE = re.compile(
    r"\b(?:i (?:år|fjol|vår|höst|sommar|vinter)|under (?:året|våren|hösten)|(?:detta|nästa) år|"
    r"kommande år(?:et)?|vid årsskiftet|från årsskiftet)\b(?! \d{4})",
    re.IGNORECASE,
)
"""Words for a time that nobody knows without the day on which they were written."""


def account(line: AddresseeLine) -> str:
    """Return position, progress and words of a reply: "Enligt yttrandet avser nämnden att …".

    Nothing is returned where the words on the recommendation are not kept.
    """
    if line.answer is None or not line.answer.quote:
        return ""
    quote = phrases.sentence(line.answer.quote)
    return " ".join(filter(None, [_stance(line), quote, _when_written(line, quote)]))


def _text(line: AddresseeLine) -> str:
    is_letter = line.response and line.response.kind is ResponseKind.STATEMENT
    return "skrivelsen" if is_letter else "yttrandet"


def _stance(line: AddresseeLine) -> str:
    who, text = general_word([line.committee]), _text(line)
    position, *says = answers.stance(line).split("; ")
    label = swedish_label(line.position) if line.position else swedish_absent_label("position")
    if line.position in _SAID and position == label:
        it = phrases.term_of([line.recommendation]).the_one
        said = _SAID[line.position].format(text=text, who=who, it=it)
        return " ".join(
            [capitalise_first(said), *(f"{capitalise_first(who)} {each}." for each in says)]
        )
    verb, _, rest = position.partition(" ")
    stated = " ".join(filter(None, [f"Enligt {text}", verb.lower(), who, rest]))
    return f"{' och '.join([stated, *says])}."


def _when_written(line: AddresseeLine, quote: str) -> str:
    """Return the year of a reply whose words mean nothing without it: "i år"."""
    if line.response is None or _RELATIVE.search(quote) is None:
        return ""
    response, text = line.response, _text(line)
    day = response.decided_on or response.dated_on or response.received_on
    if day is None:
        return f"Vilket år {text} är från framgår inte."
    return f"{capitalise_first(text)} är från {day.year}."

"""What a reply gives again in a list or a column that is announced or headed as recommended."""

import re
from collections.abc import Iterator

from revtrack.domain.proposals.recommending.introducing import ANNOUNCES_OWN
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.demand_lines import OUGHT, QUOTES, is_asked
from revtrack.domain.proposals.restating.made import SHORTEST, made_of, made_of_row
from revtrack.domain.proposals.restating.reply_acts import is_reply_act
from revtrack.domain.proposals.said.stances import position_in
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.texts.prose import name_key

_LEADS = re.compile(
    r"\brekommender(?:at|ade|ats|as|ar)\b|\brekommendationer\w*\b"
    r"|\brekommendation(?:en)?\b[^.:]{0,40}\b(?:lyder|nedan|återges|citeras|är)\s*:$"
    r"|\b(?:punkter|synpunkter) som\b"
    r"|\bföljande (?:punkter|synpunkter)\b|\b(?:revis\w+|granskningen) (?:bedömer|anser|menar)\b"
    r"|\b(?:\w*revis\w+|granskning\w*|rapport\w*|missiv\w*)\b[^.]*\b(?:bör|behöver|måste)\b"
    r"|\b(?:\w*revis\w+|ni|granskning\w*|rapport\w*|missiv\w*)\b[^.]*\b(?:behov(?:et)? av|vikten av"
    r"|efterlyser|efterfrågar|vill se|önskar|förordar)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?::|\batt|\b(?:behov(?:et)?|vikten) av|\b(?:bör|behöver|måste)|\bföljande|\bnämligen"
    r"|\bfölj(?:er|a)|[–,]"
    r"|\bföljande (?:\w+ )?(?:rekommendationer|synpunkter|punkter)\."
    r"|\b(?:två|tre|fyra|fem|sex) rekommendationer\.)\s*$",
    re.IGNORECASE,
)
"""How words end that a list goes on with."""
_COLUMN = re.compile(
    r"^(?:er |\w+s )?(?:rekommendation(?:er|en)?|påpekande|synpunkt(?:er)?)$"
    r"|^(?:ni|\w*revis\w+) (?:rekommenderar|föreslår|anser|uppmanar|skriver)\b"
    r"|^\w*revis\w+s (?:text|ord|förslag|råd|lydelse|formulering)$"
)


def listed(passages: Passages) -> Iterator[Recommended]:
    """Give the items under words that announce them, in a line or a heading."""
    is_led = is_listed = False
    for each, after in zip(passages, (*passages[1:], None), strict=True):
        if not isinstance(each, Passage):
            is_led = False
        elif is_reply_act(each.text):
            is_led = is_listed = False
        elif each.is_heading:
            is_led = _LEADS.search(each.text) is not None and _goes_on(each.text, after)
        elif is_led and (each.is_item or (not is_listed and _is_ought(each.text))):
            yield made_of(each, each.text, each.marker)
            is_listed = each.is_item
        else:
            is_led = _LEADS.search(each.text) is not None and _goes_on(each.text, after)
            is_listed = False


def _goes_on(text: str, after: Passage | TablePassage | None) -> bool:
    """Tell whether a lead goes on in the lines below it, by how it ends."""
    if ANNOUNCES_OWN.search(text) and not _goes_on_as_demand(after):
        return False
    return _GOES_ON.search(text) is not None


def _goes_on_as_demand(after: Passage | TablePassage | None) -> bool:
    return isinstance(after, Passage) and is_asked(after.text)


def _is_ought(text: str) -> bool:
    return OUGHT.match(text.strip(QUOTES)) is not None and position_in(text) is None


def tabled(passages: Passages) -> Iterator[Recommended]:
    """Give the cells of a column that is headed by the word for a recommendation."""
    for each in passages:
        if not isinstance(each, TablePassage) or not each.table.rows:
            continue
        heads = [name_key(cell.text) for cell in each.table.rows[0].cells]
        column = next((n for n, head in enumerate(heads) if _COLUMN.match(head)), None)
        if column is None:
            continue
        for row in each.table.rows[1:]:
            text = " ".join(row.cells[column].text.split()) if column < len(row.cells) else ""
            if len(text) >= SHORTEST:
                yield made_of_row(text, row, each)

"""What only a compilation of replies has: parts or columns of several committees."""

import re
from collections.abc import Iterable
from itertools import pairwise

from revtrack.domain.proposals.committees.bodies import PaperBodies
from revtrack.domain.proposals.compiled_names import Names
from revtrack.domain.proposals.papers.sign_words import ANSWER, NUMBERED
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.text.columns import is_across, text_at
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.numerals import SEVERAL
from revtrack.domain.texts.paper import Line, Paper, Table
from revtrack.domain.texts.prose import name_key

_PART_HEAD = re.compile(
    r"^(?:svar från )?(?P<name>[\w ,-]{0,60}(?:nämnden|styrelsen|utskottet|direktionen))"
    r"\s*[(,:–][^.]{0,60}(?:§\s?\d[^.]{0,30}|\b(?:beslut\w*|svar)\b[^.]{0,20}\d{4}-\d\d-\d\d)\)?$",
    re.IGNORECASE,
)
"""A line that says whose part comes below, and when it replied."""
_BESIDE = re.compile(
    r"(?P<name>[^:.;–]{2,80}?)(?:\s\([^)]{2,60}\))?\s?(?::|\s[–-])\s(?P<said>\S.*)$"
)
"""A line that names a committee, and then what it says."""
_HAS_REPLIED = re.compile(
    r"\s(?:\([^)]{1,30}\)\s)?(?:har\s)?(?:\w+\s)?(?:svara(?:t|de)|yttra(?:t|de) sig"
    r"|lämna(?:t|de) (?:sitt )?(?:svar|yttrande)|besvara(?:t|de)"
    r"|inkom(?:mit)? med (?:svar|yttrande))\b[^.]{0,80}"
    r"(?:§\s?\d|\b\d{4}-\d\d-\d\d|\bden \d{1,2} \w+)",
    re.IGNORECASE,
)
"""What stands behind a committee's name that tells when it has replied."""
_REPLY_WAS = re.compile(
    r"s?\s(?:svar|yttrande)\s(?:\w+\s)?(?:besluta|anto|anta|behandla|inkom|lämna|avg|date|fattad)\w*"
    r"\b[^.]{0,60}(?:§\s?\d|\d{4}-\d\d-\d\d|\bden \d{1,2} \w+)",
    re.IGNORECASE,
)
"""What stands behind a name that tells when its reply was decided: "s svar beslutades (§ 4)"."""
_FACTS_AND_VIEW = re.compile(
    r"\s*\([^()]{0,60}(?:§\s?\d|\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4})[^()]{0,40}\)\s*:?\s+\S"
)
"""When a committee replied, in brackets behind its name, and then what it says."""
_SHORT = re.compile(r"(?:ja|nej|delvis)[.,:;]\s", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:beslut\w*|svar\w*|yttra\w*|protokoll|sammanträde\w*)\b[^.]{0,80}(?:§\s?\d|\d{4})",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"\b(?:instäm\w+|delar|håller \w+|accepter\w+|avvisa[rs]|godta\w*|tillstyrk\w+|avstyrk\w+)\b",
    re.IGNORECASE,
)
"""Words of what somebody thinks: "ja" and "nej" alone may tell how far something has come."""


_VIEW = re.compile(rf"\s(?=(?:\w+\s){{0,2}}{_THINKS.pattern})", re.IGNORECASE)
"""What stands between a committee's name and a word of what it thinks."""
_PUT_TOGETHER = re.compile(
    r"(?:\w+ )?(?:sammanställ|framta|utarbeta|upprätta|sammanfatta)\w*\b"
    r"(?:\s\S+){0,4}?\s(?:av|åt|för)\b"
    r"|(?:stads|kommun|region|förtroendevalda )?revis(?:orerna|ionen)\b(?!s)(?!.*\btill\b)",
    re.IGNORECASE,
)
"""How a line of the head says that auditors put the paper together, or that it is theirs."""
_HEAD = 6


def is_in_parts(paper: Paper) -> bool:
    """Tell whether a paper has a line for each of several committees that says when it replied."""
    lines = (each.text.strip() for each in paper.blocks if isinstance(each, Line))
    named = {name_key(match["name"]) for each in lines if (match := _PART_HEAD.match(each))}
    return len(named) > 1


def gives_several_replies(paper: Paper, bodies: PaperBodies) -> bool:
    """Tell whether a paper gives what each of several committees has replied."""
    return (
        _tables_several_replies(paper, bodies)
        or _answers_by_name(paper, bodies)
        or _replies_by_name(paper, bodies)
    )


def _answers_by_name(paper: Paper, bodies: PaperBodies) -> bool:
    """Tell whether lines of a paper begin with several committees' names, and what each thinks."""
    lines = [each.text.strip() for each in paper.blocks if isinstance(each, Line)]
    matches = [match for each in lines if (match := _BESIDE.match(each))]
    named = {
        said[0].committee.id
        for match in matches
        if (said := bodies.mentions(match["name"]))
        and not said[0].start
        and (_THINKS.search(match["said"]) or _SHORT.match(match["said"]))
        and position_of(match["said"]) is not None
    }
    return len(named) >= SEVERAL


def _replies_by_name(paper: Paper, bodies: PaperBodies) -> bool:
    """Tell whether lines of a paper begin with several committees, and when each has replied."""
    lines = [each.text.strip() for each in paper.blocks if isinstance(each, Line)]
    is_put_together = any(map(_PUT_TOGETHER.match, lines[:_HEAD]))
    found = set()
    for text in lines:
        said = bodies.mentions(text)[:1]
        if not said or said[0].start:
            continue
        shapes = (_HAS_REPLIED, _REPLY_WAS, _FACTS_AND_VIEW)
        is_told = any(shape.match(text, said[0].end) for shape in shapes)
        if is_told or (is_put_together and _VIEW.match(text, said[0].end)):
            found.add(said[0].committee.id)
    return len(found) >= SEVERAL


def headed_by_names(paper: Paper, bodies: PaperBodies) -> bool:
    """Tell whether several committees' names stand alone, each above when it replied."""
    lines = [each for each in paper.blocks if isinstance(each, Line)]
    found = set()
    for each, after in pairwise(lines):
        text = NUMBERED.sub("", split_number(each.text.strip())[1])
        named = bodies.named_in(text)
        is_alone = len(named) == 1 and name_key(text) == name_key(named[0].name)
        if is_alone and _WHEN.search(after.text):
            found.add(named[0].id)
    return len(found) >= SEVERAL


def _tables_several_replies(paper: Paper, bodies: PaperBodies) -> bool:
    """Tell whether a table of a paper holds what each of several committees thinks."""
    tables = (each for each in paper.blocks if isinstance(each, Table) and len(each.rows) > 1)
    return any(_is_of_several(each, Names(bodies, ())) for each in tables)


def _is_of_several(table: Table, names: Names) -> bool:
    first, *rows = table.rows
    whole = [row for row in rows if not is_across(row)]
    heads = [text_at(first, at) for at in range(len(first.cells))]
    headed = {at: each for at, text in enumerate(heads) if (each := names.only_named(text))}
    if len({each.id for each in headed.values()}) >= SEVERAL:
        return _think(text_at(row, at) for row in whole for at in headed)
    for at, head in enumerate(heads):
        if ANSWER.search(name_key(head)) and _think(text_at(row, at) for row in whole):
            return any(
                _named_first((text_at(row, column) for row in whole), names) >= SEVERAL
                for column in range(len(heads))
            )
    return False


def _think(cells: Iterable[str]) -> bool:
    """Tell whether most cells that say anything say what somebody thinks."""
    said = [each for each in cells if each]
    told = sum(position_of(each) is not None for each in said)
    return told * 2 > len(said) and any(_THINKS.search(each) for each in said)


def _named_first(cells: Iterable[str], names: Names) -> int:
    """Return how many committees a column's cells begin with; none where one begins otherwise."""
    said = [each for each in cells if each]
    firsts = [names.bodies.mentions(each)[:1] for each in said]
    is_all = all(first and not first[0].start for first in firsts)
    return len({first[0].committee.id for first in firsts}) if is_all else 0

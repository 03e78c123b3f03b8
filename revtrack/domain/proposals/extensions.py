"""More time for a reply, as papers say that it was given: "förlängd svarstid till", "anstånd till".

What was only asked for is no extension.
"""

import re
from collections.abc import Iterator, Sequence

from revtrack.domain.days.written_days import WrittenDay, days_in
from revtrack.domain.proposals.bodies import PaperBodies, display_name
from revtrack.domain.proposals.minutes import lines_of
from revtrack.domain.proposals.proposal import ProposedExtension
from revtrack.domain.proposals.sentences import sentences
from revtrack.domain.records import Committee
from revtrack.domain.texts.paper import Paper, Place
from revtrack.domain.texts.prose import name_key

_MORE_TIME = re.compile(
    r"\b(?:förläng(?:d|t|as|s|es|er|ning)\w*|anstånd|respit|uppskov|(?:längre|mer|ytterligare|utökad)"
    r" (?:svars?)?tid|ny(?:tt)? (?:svarsdag|svarsdatum|svarsfrist|sista dag)|senarelagd svarsdag"
    r"|flytta\w* fram)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:får|fått|fick|medge\w*|medgav|medgett|bevilja\w*|godkän\w*|ges|getts|givits|lämnas"
    r"|har förlängts|förlängs|förlängdes|tillstyrk\w*|tillåts)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:begär\w*|ansök\w*|bett|ber om|önska\w*|hemställ\w*)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:till|t\.o\.m\.|senast|till och med)\s+(?:och med\s+)?(?:den\s+)?$", re.IGNORECASE
)
_INSTEAD = re.compile(r"\bi stället för\b|\bny(?:tt)? (?:svars|sista)", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:skulle|ursprunglig\w*|enligt missivet)\b", re.IGNORECASE)
_THE_ONE = re.compile(r"\b(?:nämnden|styrelsen|bolaget|er|ni)\b|\bsvaret\b", re.IGNORECASE)
NEAR = 90
"""In signs, how far before a day the words may stand that say till when."""


def tells_of_more_time(paper: Paper) -> bool:
    """Tell whether a paper has any word of more time in it."""
    return any(_MORE_TIME.search(line.text) for line in lines_of(paper))


def extensions_in(
    paper: Paper, bodies: PaperBodies, committee: Committee | None = None
) -> tuple[ProposedExtension, ...]:
    """Return the extensions that a paper tells of; ``committee`` is whom "nämnden" means in it."""
    found: dict[tuple[str, object], ProposedExtension] = {}
    spoken: Sequence[Committee] = (committee,) if committee else ()
    is_given = False
    for line in lines_of(paper):
        for sentence in sentences(" ".join(line.text.split())):
            named = _named(sentence, bodies)
            spoken = named or spoken
            for each in _of_sentence(sentence, line.place, spoken, is_given=is_given):
                found.setdefault((name_key(each.committee), each.due_on), each)
            is_given = is_given or (_gives(sentence) and not _until(sentence))
    return tuple(found.values())


def _named(sentence: str, bodies: PaperBodies) -> tuple[Committee, ...]:
    said = [each.committee for each in bodies.mentions(sentence) if not each.is_genitive]
    return tuple({each.id: each for each in said}.values())


def _gives(sentence: str) -> bool:
    """Tell whether a sentence says that more time was given."""
    if _MORE_TIME.search(sentence) is None:
        return False
    return _GIVEN.search(sentence) is not None or _ASKED.search(sentence) is None


def _until(sentence: str) -> list[WrittenDay]:
    """Return the days until which a sentence says that something may last."""
    found, end = [], 0
    for each in days_in(sentence):
        before = sentence[max(each.start - NEAR, end) : each.start]
        if _UNTIL.search(before) and not _FORMER.search(before):
            found.append(each)
        end = each.end
    return found


def _of_sentence(
    sentence: str, place: Place, spoken: Sequence[Committee], *, is_given: bool
) -> Iterator[ProposedExtension]:
    goes_on = is_given and _INSTEAD.search(sentence) is not None
    if not (goes_on or _gives(sentence)):
        return
    cue = _MORE_TIME.search(sentence)
    after = cue.start() if cue and not goes_on else 0
    days = [each for each in _until(sentence) if each.start >= after]
    for day in days[-1:]:
        for each in spoken:
            sure = 0.9 if cue is not None else 0.8
            yield ProposedExtension(display_name(each), day.day, place, sure)

"""Recommendations that a reply gives again without the auditors' own words for recommending.

They stand under a heading, after a label, or as the points that the reply says were put to it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from revtrack.domain.proposals.recommending.introducing import ANNOUNCES_OWN
from revtrack.domain.proposals.recommending.recommended import Recommended
from revtrack.domain.proposals.restating.answered_below import answered_lines, labelled_lines
from revtrack.domain.proposals.restating.answered_beside import answered_beside
from revtrack.domain.proposals.restating.by_number import numbered_above, numbered_behind
from revtrack.domain.proposals.restating.demand_lines import is_answering
from revtrack.domain.proposals.restating.fielded import fields_in
from revtrack.domain.proposals.restating.paired import paired_lines, paired_rows
from revtrack.domain.proposals.restating.prose import restated_in_prose
from revtrack.domain.proposals.restating.reply_lines import is_answer_label
from revtrack.domain.proposals.said.stances import position_in, stance_in
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand
from revtrack.domain.texts.likeness import SAME_MATTER, likeness
from revtrack.domain.texts.list_marks import split_number
from revtrack.domain.texts.paper import Row
from revtrack.domain.texts.prose import name_key

_LEADS = re.compile(
    r"\brekommender(?:at|ade|ats|as|ar)\b|\brekommendationer\w*\b"
    r"|\brekommendation(?:en)?\b[^.:]{0,40}\b(?:lyder|nedan|återges|citeras|är)\s*:$"
    r"|\b(?:punkter|synpunkter) som\b"
    r"|\bföljande (?:punkter|synpunkter)\b|\b(?:revis\w+|granskningen) (?:bedömer|anser|menar)\b"
    r"|\b(?:\w*revis\w+|granskning\w*|rapport\w*|missiv\w*)\b[^.]*\b(?:bör|behöver|måste)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?::|\batt|\b(?:bör|behöver|måste)|\bföljande|\bnämligen|\bfölj(?:er|a)|[–,]"
    r"|\bföljande (?:\w+ )?(?:rekommendationer|synpunkter|punkter)\."
    r"|\b(?:två|tre|fyra|fem|sex) rekommendationer\.)\s*$",
    re.IGNORECASE,
)
"""How words end that a list goes on with."""
_UNENDED = re.compile(r"\brekommender(?:ar|at|as|ats)\b[^.?!]*[^.?!]$", re.IGNORECASE)
"""How a lead ends that breaks off before its list: "Revisorerna rekommenderar nämnden"."""
_HEADING = re.compile(
    r"^(?:revisorernas |revisionens |kommunrevisionens )?rekommendation(?:er|en|erna)?"
    r"(?: (?:nr )?r?\d{1,2})?$"
)
_NUMBER_ALONE = re.compile(
    r"^rekommendation(?: nr\.?| nummer)? (?P<number>R?\d{1,2})[:.]?$", re.IGNORECASE
)
_OF_TEXT = re.compile(r"^(?:text|(?:orda)?lydelse|innehåll)\s*:\s*", re.IGNORECASE)
"""The label of a form before the words of a recommendation."""
_LABEL = re.compile(
    r"^(?:er |[\w-]+s )?(?:(?:första|andra|tredje|fjärde|femte|sjätte|sista) )?"
    r"(?:rekommendation(?:en (?:lyder|löd))?|påpekande"
    r"|synpunkt|\w*revis(?:orerna|ionen))(?:\s+(?:nr\s*)?(?P<number>R?\d{1,2}[a-z]?))?"
    r"(?:\s*\([^)]{2,40}\))?"
    r"\s*[:–-]\s*(?P<text>\w.{14,})$",
    re.IGNORECASE | re.DOTALL,
)
_SHOULD = re.compile(
    r"^[^.]{0,70}?(?:nämnd(?:en|erna)?|styrelsen?|bolaget|direktionen|kommunen|förbundet|regionen"
    r"|förvaltningen|utskottet|vi|ni|man|den) (?:\w+ )?(?:bör|ska|behöver)\s+(?P<text>\w.+)$",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED_POINT = re.compile(
    r"^(?:er |den )?(?:punkt|rekommendation|synpunkt)(?:en)? (?:nr )?(?:(?P<number>R?\d{1,2})"
    r"|ett|två|tre|fyra|fem|sex|sju|åtta)(?: i [\w ]{3,25})?\s*[:,–-]"
    r"\s*[\"”“»](?P<text>[^\"”“«»]{15,})[\"”“«].*$",
    re.IGNORECASE | re.DOTALL,
)
"""A numbered point that quotes what was recommended: "Punkt ett i rapporten: ”…”."."""
_WITHIN_BRACKETS = re.compile(
    r"^(?:rek(?:\.|ommendation(?:en)?)|(?:syn)?punkt(?:en)?|förslag|råd)\s*(?:nr\.?\s*)?"
    r"(?P<number>R?\d{1,2}[a-z]?)\s*\((?P<text>[^()]{10,300})\)",
    re.IGNORECASE,
)
"""How what was recommended stands behind its number: "Rekommendation 1 (att införa …)"."""
_COLUMN = re.compile(
    r"^(?:er |\w+s )?(?:rekommendation(?:er|en)?|påpekande|synpunkt(?:er)?)$"
    r"|^(?:ni|\w*revis\w+) (?:rekommenderar|föreslår|anser|uppmanar|skriver)\b"
)
_OUGHT = re.compile(
    r"^(?:[\w-]+ ){1,5}?(?:bör|behöver|måste)\s\w|^(?:[\w-]+ ){1,6}?ska (?:\w+ )?\w+s(?: \w+)?\.?$",
    re.IGNORECASE,
)
"""What ought to be; with "ska" only what is to be done with a thing, no plan of who answers."""
_ANSWERED = re.compile(
    r"\s(?:[–-]\s(?=(?:\w*(?:nämnden|styrelsen|förvaltningen|bolaget|direktionen)|vi)\b)"
    r"|(?<=[.!]\s)[–-]\s(?=[A-ZÅÄÖ])"
    r"|(?=(?-i:Vi|Nämnden|Styrelsen|Fullmäktige|Direktionen|Bolaget|Förvaltningen|Kontoret|Förbundet)"
    r" (?:instämmer|delar|håller|anser|avstyrker|tillstyrker|avvisar|ställer sig|ser)\b)"
    r"|(?=(?:[\w-]+s|vårt|våra) (?:svar|yttrande|kommentar\w*|åtgärd\w*"
    r"|ställningstagande)\s*:)).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a recommendation on its line and answers it."""
_BY_ANSWERER = re.compile(
    r"^(?:vi|jag|\w*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen))\s(?:har|är|kan|får|vill)\b",
    re.IGNORECASE,
)
_NUMBERED_BY_NAME = re.compile(
    r"(?:rek(?:ommendation(?:en)?)?|punkt(?:en)?|synpunkt(?:en)?|förslag|råd)\b", re.IGNORECASE
).match
_BEGINS_ANSWERS = re.compile(
    r"^(?:(?:[\w,-]+ ){0,4}?[\w-]+s |vår(?:t|a)? )?(?:svar|yttrande|kommentar(?:er)?|synpunkter)"
    r"(?: (?:på|till|över|med anledning av) [^.]{0,80})?\s*:?$",
    re.IGNORECASE,
)
"""A line above a reply's answers: "Nämndens svar på rekommendationerna"."""
_QUOTES = ' "”“»«'
_AND = re.compile(r"[,;]?\s+(?:och|samt)$|[,;]$", re.IGNORECASE)
"""What ties an item to the next one."""
_THEY_THINK = re.compile(
    r"^\w*revis(?:orerna|ionen) (?:\w+ ){0,2}?(?:anser|menar|tycker|bedömer|framhåller|föreslår"
    r"|rekommenderar) (?:\w+ ){0,2}?att\s+"
    r"|^(?:[\w,-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förbundet)"
    r" (?:bör|ska|skall|behöver|måste) enligt (?:\w+ )?\w*(?:revis\w+|rapporten|granskningen)\s+",
    re.IGNORECASE,
)
_ATT = re.compile(r"^att\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:svar (?:på|till) )?(?:punkt|rekommendation|svar|synpunkt)(?:en)?\s*(?:nr\s*)?R?\d{0,2}"
    r"\s*[.:)–-]\s*",
    re.IGNORECASE,
)
SHORTEST = 15
_UNSURE = 0.75


def restated_in(passages: Sequence[Passage | TablePassage]) -> tuple[Recommended, ...]:
    """Return what a reply gives as the auditors' recommendations; none where it gives none."""
    ways = (_labelled, _tabled, _listed)
    found = next((found for way in ways if (found := tuple(way(passages)))), ())
    return found or max(tuple(_answered(passages)), tuple(_in_prose(passages)), key=len)


def fuller(
    found: Sequence[Recommended], passages: Sequence[Passage | TablePassage]
) -> tuple[Recommended, ...]:
    """Return what a reply gives by its own ways, where that is all that was found, and more."""
    if fields := tuple(_fields(passages)):
        return fields
    below = tuple(_below_numbers(passages))
    told = below if len(below) > max(len(found), 1) else _told_by_words(found, passages)
    above = tuple(_recommended(*each) for each in numbered_above(passages))
    if len(above) > len(told) and all(_is_among(each, above) for each in told):
        told = above
    paired = tuple(_paired(passages))
    if len(paired) > len(told) and all(_is_among(each, paired) for each in told):
        return paired
    return told


def _told_by_words(
    found: Sequence[Recommended], passages: Sequence[Passage | TablePassage]
) -> tuple[Recommended, ...]:
    if not found:
        again = restated_in(passages)
        return again if again == tuple(_in_prose(passages)) else _only_asked(again)
    for way in (_answered, _in_prose):
        more = tuple(way(passages))
        if (
            len(more) > len(found)
            and all(_is_among(each, more) for each in found)
            and not (all(each.number for each in found) and not all(each.number for each in more))
        ):
            return more if way is _in_prose else _only_asked(more)
    return _only_asked(found)


def _below_numbers(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give what stands below a line with nothing but its number: "Rekommendation 2"."""
    for line, below in pairwise(passages):
        if isinstance(line, Passage) and isinstance(below, Passage):
            alone = _NUMBER_ALONE.match(line.text)
            if alone and len(below.text) >= SHORTEST and stance_in([below.text]).position is None:
                yield _recommended(below, below.text, alone["number"])


def _paired(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give what is replied to in pairs, whatever words it is told in."""
    lines, rows = paired_lines(passages), paired_rows(passages)
    if len(lines) >= len(rows):
        for each, text, number in lines:
            yield _recommended(each, text, number)
    else:
        for text, row, table in rows:
            yield _of_row(text, row, table)


def _is_among(each: Recommended, others: Sequence[Recommended]) -> bool:
    return any(
        each.place == one.place or likeness(each.text, one.text, SAME_MATTER) >= SAME_MATTER
        for one in others
    )


def without_answer(each: Recommended) -> Recommended:
    """Return what was recommended without the answer that goes on behind it on its line."""
    text = _ANSWERED.sub("", each.text)
    first, *more = sentences(text.strip(_QUOTES) if text[:1] in _QUOTES else text)
    kept = [first, *takewhile(_goes_on_asking, more)]
    return replace(each, text=" ".join(kept))


def _goes_on_asking(said: str) -> bool:
    """Tell whether a sentence behind a recommendation is of it, and not of who answers."""
    is_of_answerer = _BY_ANSWERER.match(said) is not None and _OUGHT.match(said) is None
    return stance_in([said]).is_empty and not is_of_answerer


def _labelled(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    for each in passages:
        if not isinstance(each, Passage):
            continue
        said = _unbracketed(each)
        match = _QUOTED_POINT.match(said) or _LABEL.match(said)
        text = _ANSWERED.sub("", match["text"]) if match else ""
        if match is not None and (_is_asked(text) or position_in(text) is None):
            yield _recommended(each, text, match["number"])


def _unbracketed(each: Passage) -> str:
    """Return a line with what was recommended behind its number, where brackets are around it."""
    is_named = each.marker and _NUMBERED_BY_NAME(each.place.quote)
    said = f"Rekommendation {each.marker} {each.text}" if is_named else each.text
    within = _WITHIN_BRACKETS.match(said)
    if within is None or not _is_asked(within["text"]):
        return each.text
    return f"Rekommendation {within['number']}: {within['text']}"


def _listed(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give the items under words that announce them, and what stands under such a heading."""
    is_led = is_headed = is_listed = False
    for each, after in zip(passages, (*passages[1:], None), strict=True):
        if not isinstance(each, Passage):
            is_led = is_headed = False
        elif each.is_heading:
            is_headed = _HEADING.match(name_key(each.text)) is not None
            is_led = _LEADS.search(each.text) is not None and _goes_on(each.text, after)
        elif (each.is_item and (is_led or is_headed)) or (
            is_led and not is_listed and _is_ought(each.text)
        ):
            yield _recommended(each, each.text, each.marker)
            is_listed = each.is_item
        elif is_headed and (is_answer_label(each.text) or _BEGINS_ANSWERS.match(each.text)):
            is_headed = False
        elif is_headed and position_in(each.text) is None and not each.text.endswith(":"):
            yield _recommended(each, each.text, None)
        else:
            is_led = _LEADS.search(each.text) is not None and _goes_on(each.text, after)
            is_listed = False


def _goes_on(text: str, after: Passage | TablePassage | None) -> bool:
    """Tell whether a lead goes on in the lines below it, by how it ends."""
    is_list = isinstance(after, Passage) and after.is_item
    if ANNOUNCES_OWN.search(text) and not _goes_on_as_demand(after):
        return False
    return _GOES_ON.search(text) is not None or (is_list and _UNENDED.search(text) is not None)


def _goes_on_as_demand(after: Passage | TablePassage | None) -> bool:
    return isinstance(after, Passage) and _is_asked(after.text)


def _is_ought(text: str) -> bool:
    return _OUGHT.match(text.strip(_QUOTES)) is not None and position_in(text) is None


def _tabled(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
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
                yield _of_row(text, row, each)


def _fields(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    for each in (one for one in passages if isinstance(one, TablePassage)):
        for text, number, row in fields_in(each):
            made = _of_row(text, row, each)
            yield replace(made, number=number or made.number)


def _of_row(text: str, row: Row, table: TablePassage) -> Recommended:
    number, said, _ = split_number(text)
    return Recommended(
        text=said[:1].upper() + said[1:],
        whom=None,
        place=row.place,
        section=table.section,
        number=number,
        rank=1,
        run=table.run,
        is_listed=True,
        confidence=_UNSURE,
    )


def _answered(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give the lines that say what is to be done, where an answer stands below or beside each."""
    given: list[str] = []
    for each, text, number in max(answered_lines(passages), answered_beside(passages), key=len):
        if all(likeness(text, other, SAME_MATTER) < SAME_MATTER for other in given):
            yield _recommended(each, text, number)
            given.append(text)


def labelled_in(passages: Sequence[Passage | TablePassage]) -> tuple[Recommended, ...]:
    """Return what stands below "Rekommendation 1" and the like, each with its answer below it.

    The number may stand behind it in brackets.
    """
    if behind := numbered_behind(passages):
        return tuple(_recommended(*each) for each in behind)
    found = labelled_lines(passages)
    numbers = [number for _, _, number in found]
    if found and (all(numbers) or len(found) > 1):
        return tuple(_recommended(*each) for each in found)
    beside = tuple(_labelled(passages))
    numbers = [each.number for each in beside]
    is_numbered = all(numbers) and len({*numbers}) == len(numbers)
    is_plain = not any(numbers) and len({each.text for each in beside}) == len(beside)
    is_told = len(beside) > 1 and (is_numbered or is_plain)
    return beside if is_told and all(_is_asked(each.text) for each in beside) else ()


def _only_asked(found: Sequence[Recommended]) -> tuple[Recommended, ...]:
    """Return what is recommended, without what rather answers it; all where nothing else is."""
    answers = Counter(each.run for each in found if _is_answer(each.text))
    whole = Counter(each.run for each in found)
    is_listed = {run for run, count in whole.items() if 2 * answers[run] < count}
    asked = tuple(
        each
        for each in found
        if (each.place.table or not is_answering(_NUMBERED.sub("", each.place.quote)))
        and (_is_asked(each.text) or each.run in is_listed or not _is_answer(each.text))
    )
    is_said = found and all(_states(each.text) for each in found)
    return asked or (() if is_said else tuple(found))


def _states(text: str) -> bool:
    """Tell whether a text begins as an answer does and states a position."""
    return is_answering(text) and position_in(next(sentences(text), "")) is not None


def _is_answer(text: str) -> bool:
    """Tell whether a text that says nothing of what is to be done answers what does."""
    return is_answering(text) or not (_is_asked(text) or stance_in([text]).is_empty)


def _is_asked(text: str) -> bool:
    """Tell whether a text says what is to be done."""
    text = text.strip(_QUOTES)
    bare = _ATT.sub("", text)
    return bare != text or begins_with_demand(bare) or _OUGHT.match(text) is not None


def _in_prose(passages: Sequence[Passage | TablePassage]) -> Iterator[Recommended]:
    """Give what running text says that the auditors think should be done."""
    for each, text in restated_in_prose(passages):
        yield _recommended(each, text, None)


def _recommended(each: Passage, text: str, number: str | None) -> Recommended:
    text = _AND.sub("", _ANSWERED.sub("", _OF_TEXT.sub("", text.strip())))
    text = _THEY_THINK.sub("", text)
    bare = _ATT.sub("", text)
    text = bare if begins_with_demand(bare) else text
    return Recommended(
        text=text[:1].upper() + text[1:],
        whom=None,
        place=each.place,
        section=each.section,
        number=number if number and number[-1:].isalnum() else None,
        rank=1,
        run=each.run,
        is_listed=True,
        confidence=_UNSURE,
    )


WAYS_TO_RESTATE = (_labelled, _below_numbers, _tabled, _listed, _answered, _paired, _in_prose)
"""Each of the ways to give recommendations again, from the surest to the loosest."""

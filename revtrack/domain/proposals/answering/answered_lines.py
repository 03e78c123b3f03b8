"""Recommendations that stand in a reply as lines of their own, each with its answer below.

The line has a label above it ("Rekommendation 1", "Revisorernas rekommendation"), stands in quotes,
or says what is to be done; below it, perhaps under "Nämndens svar", stands what answers it.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from revtrack.domain.codes import Position
from revtrack.domain.proposals.papers.minutes import (
    is_decision_heading,
    is_heading,
    is_proposal_heading,
    is_sent_label,
    is_short,
)
from revtrack.domain.proposals.replying.decided_part import begins_reply
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, TablePassage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import (
    begins_with_demand,
    infinitive_of,
    with_infinitive,
)
from revtrack.domain.texts.paper import Line

ANSWER_LABEL = re.compile(
    r"^(?:(?:[\w,-]+(?: (?:och|samt))? ){0,4}?[\w-]+s |vårt |våra |vår )?(?:förslag till )?"
    r"(?:svar|yttrande|kommentar(?:er)?|åtgärd(?:er)?|ställningstagande|synpunkter|bemötande"
    r"|planerade åtgärder|vidtagna åtgärder|åtgärder och tidplan|bedömning(?: och åtgärd(?:er)?)?)"
    r"(?: (?:på|till|över) (?:rekommendation(?:en)?|punkten))?\s*:?$",
    re.IGNORECASE,
)
"""A line that says that the answer comes below it."""
_ASKED_LABEL = re.compile(
    r"^(?:(?:\w*revis\w+|er|den|granskningens)\s)?"
    r"(?:rekommendation(?:en)?|synpunkt(?:en)?|påpekande(?:t)?|förbättringsområde)"
    r"(?:\s(?:nr\s*|nummer\s)?(?P<number>R?\d{1,2}[a-z]?))?(?: från \w*revis\w+)?\s*[:.]?$"
    r"|^\w*revis\w+s (?:bedömning|slutsats|kommentar|förslag)\s*:?$",
    re.IGNORECASE,
)
"""A line that says that a recommendation comes below it."""
_QUOTED = re.compile(r"^[”\"“»«](?P<text>[^”\"“»«]{15,})[”\"“»«][.:]?$")
_SPEAKER = re.compile(
    r"^(?:\w*revis(?:orerna|ionen)|rekommendation(?:en)?|synpunkt(?:en)?)(?: \w+){0,2}\s*:\s*",
    re.IGNORECASE,
)
_OUGHT = re.compile(
    r"^(?:(?:att )?(?:[\w-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|bolaget|direktionen|förbundet"
    r"|regionen|kommunen)) (?:bör|behöver|måste|ska|skall)\s\w",
    re.IGNORECASE,
)
_OUGHT_ANYWHERE = re.compile(
    r"^(?!(?:\w*revis(?:orerna|ionen)|granskningen|rapporten|vi|enligt) )"
    r"(?![^.]{0,60}\b(?:rekommender|anse|mena|föreslå|uppmana|tyck)\w* )"
    r"(?:att )?(?:(?!att\b)[\w,–-]+ ){1,9}?"
    r"(?:bör|behöver|måste|borde|ska|skall)\s\w",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^(?P<marker>[A-HJ])[.)]\s+(?=[A-ZÅÄÖ][a-zåäö]+ )")
"""A capital letter before a line: "B. Styrelsen bör …"."""
_THAT = re.compile(
    r"^att (?:[\w-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|bolaget|direktionen|förbundet|regionen"
    r"|kommunen) (?P<verb>\w+)",
    re.IGNORECASE,
)
"""How a line begins that says what a committee does: "Att nämnden inför …"."""
_DONE = re.compile(r"^att (?:[\w-]+ ){1,8}?\w{3,}s\b(?! av\b)", re.IGNORECASE)
"""How a line begins that says what is to be done with a thing: "Att synpunkter sammanställs"."""
_DONE_ABOVE = re.compile(
    r"^(?:[\w-]+ ){1,8}?[a-zåäö]*(?:(?<!rn)as|följs|görs|ges|tas|ses|förs|sätts|läggs"
    r"|ställs|skrivs|hålls|stärks|höjs|sänks|mäts|utses|ökar|minskar)\b(?! av\b)"
)
"""How a heading begins that says what is to be done with a thing: "Riktlinjerna revideras"."""
_ATT = re.compile(r"^att\s+", re.IGNORECASE)
_DASH = re.compile(r"\s(?:[–—→-]|[-=]+>)\s|:\s")
_REPLY_DASH = re.compile(r"(?<=[.!])\s[–-]\s(?=[A-ZÅÄÖ])")
"""The dash of a speech between what is asked and what answers it."""
_FIELD = re.compile(r"^[^:.]{3,40}:\s")
"""How a line begins that fills in a field: "Stöd i delegationsordningen: punkt 1.2"."""
_LONGEST = 300
_SHORTEST = 1
"""In words, of what is to be done."""
_ANSWERER = re.compile(
    r"^(?:(?:båda|samtliga|alla) )?(?:[\w-]*(?:nämnden|nämnderna|styrelsen|styrelserna"
    r"|förvaltningen|bolaget|direktionen|kontoret|enheten|förbundet|utskottet|avdelningen)"
    r"|vi|jag) (?:\w+ ){0,2}?"
    r"(?:instämmer|delar|anser|ser|håller|ställer|har|kommer|avser|planerar|noterar|menar|bedömer"
    r"|tackar|arbetar|godtar|accepterar|avstyrker|tillstyrker|tänker|välkomnar|uppfattar"
    r"|konstaterar|avvisar|avslår|bifaller|biträder|bejakar|ansluter|motsätter|bestrider|tycker)\b",
    re.IGNORECASE,
)
"""How an answer begins, and no recommendation."""
Demand = tuple[Passage, str, str | None]
"""Where a recommendation stands, its words and its number."""


def answered_lines(passages: Sequence[Passage | TablePassage]) -> tuple[Demand, ...]:
    """Return the lines that say what is to be done, where an answer stands below each."""
    said = tuple(said_in(passages))
    demands = [_demand(each) or _numbered_beside(each) for each in said]
    asked = [at for at, each in enumerate(demands) if each is not None]
    found: list[Demand] = []
    bare: list[Demand] = []
    ends = (*asked[1:], len(said))
    answered = {
        at
        for at, end in zip(asked, ends, strict=False)
        if _is_answer(said[at + 1 : end]) or _demand(said[at]) is None
    }
    answered |= {at for run in _runs(asked, said) if run[-1] in answered for at in run}
    numbers = {said[at].marker for at in answered}
    for at in asked:
        text = demands[at]
        if text is not None and (at in answered or _is_between(said[at].marker, numbers)):
            (bare if _is_bare_ought(said[at]) else found).append((said[at], text, said[at].marker))
    if len(found) + len(bare) > 1:
        found += bare
    told = [at for at in asked if _is_bare_ought(said[at])]
    if len(bare) > 1 and 2 * len(bare) >= len(told):
        found += [
            (said[at], text, said[at].marker)
            for at in told
            if at not in answered and at + 1 not in asked and (text := demands[at])
        ]
    return tuple(sorted(found, key=lambda each: said.index(each[0])))


def _runs(places: Sequence[int], said: Sequence[Passage]) -> Iterator[list[int]]:
    """Give the places of items that follow each other without anything between them."""
    run: list[int] = []
    for place in (each for each in places if said[each].is_item):
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _numbered_beside(each: Passage) -> str | None:
    """Return what a line with a number says first is to be done, where it then answers that."""
    return _beside(each) if each.marker else None


def _is_between(marker: str | None, numbers: Container[str | None]) -> bool:
    """Tell whether a number is missing in a series: others answer it, or nobody yet."""
    number = int(marker) if marker and marker.isdigit() else 0
    return number > 1 and str(number - 1) in numbers and str(number + 1) in numbers


def labelled_lines(passages: Sequence[Passage | TablePassage]) -> tuple[Demand, ...]:
    """Return the lines below "Rekommendation 1" and the like; none where no answer is below."""
    said = tuple(said_in(passages))
    labels = [at for at, each in enumerate(said) if _ASKED_LABEL.match(each.text.strip())]
    found = []
    for at, end in zip(labels, (*labels[1:], len(said)), strict=False):
        below = said[at + 1 : end]
        match = _ASKED_LABEL.match(said[at].text.strip())
        if below and match and _is_one(below) and _is_answer(below[1:]):
            found.append((below[0], _unquoted(below[0].text), match["number"]))
    return tuple(found)


def is_answering(text: str) -> bool:
    """Tell whether a text begins as an answer does, with who thinks or does something."""
    return _ANSWERER.match(text.strip()) is not None


def answered_beside(passages: Sequence[Passage | TablePassage]) -> tuple[Demand, ...]:
    """Return the lines that say first what is to be done and then what answers it."""
    found = []
    for each in said_in(passages):
        demand = _beside(each)
        if demand is not None:
            found.append((each, demand, each.marker))
    ought = [
        (each, text, each.marker)
        for each in said_in(passages)
        if not each.is_heading and (text := _ought_beside(each)) is not None
    ]
    found = max(found, ought, key=len)
    return tuple(found) if len(found) > 1 else ()


def _ought_beside(each: Passage) -> str | None:
    """Return the first sentence of a line where it says what ought to be, and the next answers."""
    first, *more = sentences(_REPLY_DASH.sub(" ", each.text))
    is_told = _OUGHT_ANYWHERE.match(first) is not None and position_of(first) is None
    is_told = is_told and not is_answering(first) and len(first) < _LONGEST
    return first if is_told and more and position_of(more[0]) is not None else None


def _beside(each: Passage) -> str | None:
    """Return what the beginning of a line says is to be done, where the rest answers it."""
    if each.is_heading:
        return None
    first, *more = sentences(each.text)
    parts = [(first.strip(" ."), more)] if more else []
    parts += [
        (first[: sign.start()].strip(), [first[sign.end() :], *more])
        for sign in _DASH.finditer(first)
    ]
    for said, answer in parts:
        begun = replace(each, text=said)
        demand = _demand(begun) if said and not _is_bare_ought(begun) else None
        is_told = demand is not None and not begins_with_demand(answer[0])
        if is_told and (is_answering(answer[0]) or not stance_in(answer[:2]).is_empty):
            return demand
    return None


def said_in(passages: Sequence[Passage | TablePassage]) -> Iterator[Passage]:
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
            or ANSWER_LABEL.match(each.text)
            or _ASKED_LABEL.match(each.text)
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
        _OUGHT.match(each.text[match.end() :]) or begins_with_demand(each.text[match.end() :])
    ):
        return each
    return replace(each, text=each.text[match.end() :], marker=match["marker"])


def _demand(each: Passage) -> str | None:
    """Return what a line says is to be done; None where it says nothing else, or more."""
    text = each.text.strip()
    said = _unquoted(text)
    words = said.split()
    is_short = len(words) > _SHORTEST and len(said) < _LONGEST
    is_short = is_short and not all(word[:1].isupper() for word in words)
    if not is_short or text.endswith(":") or len([*sentences(said)]) > 1:
        return None
    that = _THAT.match(said)
    if that is not None and infinitive_of(that["verb"]) != that["verb"]:
        return with_infinitive(said[that.start("verb") :])
    is_marked = each.marker or each.is_heading or said != text
    if (is_marked and _DONE.match(said)) or (each.is_heading and _DONE_ABOVE.match(said)):
        return said
    if _FIELD.match(said) and not (each.is_item or each.is_heading):
        return None
    bare = _ATT.sub("", said)
    is_ought = _OUGHT.match(said) is not None
    is_marked_ought = is_ought and each.is_item
    if not (begins_with_demand(bare) or is_ought):
        return None
    is_noting = is_ought and position_of(said) is Position.NOTED
    return bare if is_marked_ought or is_noting or position_of(said) is None else None


def _is_bare_ought(each: Passage) -> bool:
    """Tell whether a line without any mark says what a committee ought to do, as answers may."""
    is_marked = each.marker or each.is_heading or _unquoted(each.text) != each.text.strip()
    return not is_marked and _OUGHT.match(each.text.strip()) is not None


def _unquoted(text: str) -> str:
    said = _SPEAKER.sub("", text.strip())
    quoted = _QUOTED.match(said)
    return quoted["text"].strip(" .") if quoted else said


def _is_one(below: Sequence[Passage]) -> bool:
    """Tell whether a label has one recommendation below it, and not a list of them."""
    text = below[0].text.strip()
    is_list = len(below) > 1 and below[0].is_item and below[1].is_item
    is_said = ANSWER_LABEL.match(text) is None and position_of(text) is None
    is_said = is_said and not is_answering(text)
    return is_said and not is_list and not text.endswith(":") and len(text) < _LONGEST


def _is_answer(below: Sequence[Passage]) -> bool:
    """Tell whether what stands below a recommendation answers it."""
    texts = [each.text for each in below if not ANSWER_LABEL.match(each.text.strip())]
    is_labelled = bool(texts) and len(texts) < len(below) and bool(below)
    return is_labelled or not stance_in(texts[:2]).is_empty

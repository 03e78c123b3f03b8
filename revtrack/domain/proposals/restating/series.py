"""Series of lines that say what is to be done, whatever words lead up to them.

The lines stand right below each other under words of the auditors, or each with its answer below
it. They are alike: once most of a series say what is to be done, the others of it do too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from revtrack.domain.codes import Position
from revtrack.domain.proposals.recommending.introducing import ANNOUNCES_OWN
from revtrack.domain.proposals.restating.demand_lines import (
    OUGHT_TO,
    QUOTES,
    Demand,
    is_answering,
    is_asked,
    unquoted,
)
from revtrack.domain.proposals.restating.one_by_one import one_by_one
from revtrack.domain.proposals.restating.reply_acts import is_reply_act
from revtrack.domain.proposals.restating.reply_lines import ASKED_LABEL, is_answer_label, said_in
from revtrack.domain.proposals.said.positions import position_of
from revtrack.domain.proposals.said.stances import stance_in
from revtrack.domain.proposals.text.outline import Passage, Passages
from revtrack.domain.proposals.text.sentences import in_sentences, sentences
from revtrack.domain.proposals.text.verb_forms import tells
from revtrack.domain.proposals.text.voices import OUGHT

_FEWEST, _FEWEST_WORDS, _LONGEST = 2, 2, 200
_MOST = 0.6
"""The share of a series that says what is to be done by its own words."""
_ANSWERED = 0.5
"""The share of a series that is answered below its lines."""
_OF_AUDITORS = re.compile(
    r"\b\w*(?:revisor|revision)\w*|\bgranskning\w*|\brapport\w*|\bmissiv\w*|\bförstudie\w*|\bskrivelsen?\b"
    r"|\brekommend\w*|\buppmanas\b|\bförbättring\w*"
    r"|\b(?:förslag|råd|synpunkter|punkter|uppmaningar|önskemål|påpekanden|krav)\b"
    r"|^(?:de|hon|han|ni) (?:anser|menar|tycker|vill|ville|har|rekommenderar|föreslår|uppmanar"
    r"|framhåller|pekar|skriver)\b|^(?:er|ert|era)\b",
    re.IGNORECASE,
)
"""Words about auditors and what they give."""
_OF_ANSWERER = re.compile(
    r"^\W*(?:[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förbundet|förvaltningen|kontoret)|vi)s?"
    r"\s(?!(?:uppmanas|rekommenderas|ombeds|bör|behöver|måste)\b)"
    r"|\bbeslut\w*|\bförvaltning(?:en)?s?\b|\bkontorets?\b|\b(?<!av )(?<!om )åtgärd\w*"
    r"|\bhandlingsplan|\bsvarar\b|\b(?:svar(?:et|en)?|yttrande(?:t)?|kommentar(?:er)?)\W*$"
    r"|\btidigare\b|\bförra\b|\binstäm\w+|\bdelar\b",
    re.IGNORECASE,
)
"""Words of who replies, or of what was before."""
_Point = tuple[Passage, bool, bool]
"""A line, whether it says what is to be done, and whether it is answered below."""


def asked_series(passages: Passages) -> tuple[Demand, ...]:
    """Return the longest series of lines that say what is to be done; none where there is none."""
    said = tuple(said_in(passages))
    return max((*_blocks(said), *_answered(said), one_by_one(said)), key=len, default=())


def _blocks(said: Sequence[Passage]) -> Iterator[tuple[Demand, ...]]:
    """Give the series that stand right below each other, led up to by words of the auditors."""
    begin = 0
    while begin < len(said):
        end = begin
        while end < len(said) and _may_be_asked(said[end]) and _alike(said[begin], said[end]):
            if end > begin and _only_leads(said[end]):
                break
            end += 1
        if end > begin + 1 and _only_leads(said[begin]):
            begin += 1
        run = said[begin:end]
        if _is_series(run) and _is_led_up(said[max(0, begin - 2) : begin]):
            yield tuple(map(_demand, run))
        begin = max(end, begin + 1)


def _only_leads(each: Passage) -> bool:
    """Tell whether a line leads up to a series, and is none of it."""
    return not _is_demand(each.text) and _leads(each.text)


def _answered(said: Sequence[Passage]) -> Iterator[tuple[Demand, ...]]:
    """Give the series whose lines have each its answer below, but perhaps for a few."""
    for kind in (_is_numbered, _is_bare):
        heads = [at for at, each in enumerate(said) if kind(each) and _may_be_asked(each)]
        ends = (*heads[1:], len(said))
        points = [
            (said[at], _is_demand(said[at].text), _is_answer(said[at + 1 : end]))
            for at, end in zip(heads, ends, strict=False)
        ]
        for is_one, stretch in groupby(points, key=lambda each: each[1] or each[2]):
            run = _trimmed([*stretch]) if is_one else []
            answered = sum(is_answered for *_, is_answered in run)
            lines = [each for each, *_ in run]
            if answered >= max(_FEWEST, _ANSWERED * len(run)) and _is_series(lines):
                yield tuple(map(_demand, lines))


def _trimmed(points: Sequence[_Point]) -> Sequence[_Point]:
    """Return the points from the first to the last that says what is to be done."""
    asked = [at for at, (_, is_asked, _) in enumerate(points) if is_asked]
    return points[asked[0] : asked[-1] + 1] if asked else ()


def _demand(each: Passage) -> Demand:
    return each, unquoted(each.text), each.marker


def _is_series(run: Sequence[Passage]) -> bool:
    asked = [_is_demand(each.text) for each in run]
    return sum(asked) >= max(_FEWEST, _MOST * len(run))


def _is_led_up(before: Sequence[Passage]) -> bool:
    """Tell whether the line above a series leads up to it, or one above that ends with a colon."""
    leads = [each.text.strip() for each in before]
    if leads and _leads(leads[-1]):
        return True
    return len(leads) > 1 and leads[0].endswith(":") and _leads(leads[0])


def _leads(text: str) -> bool:
    """Tell whether the last sentence of a line speaks of the auditors, and of nobody else."""
    said = in_sentences(text)[-1:]
    is_own = ANNOUNCES_OWN.search(said[0]) or _OF_ANSWERER.search(said[0])
    return not is_own and _OF_AUDITORS.search(said[0]) is not None


def _may_be_asked(each: Passage) -> bool:
    """Tell whether a line may be what was recommended: one thing, which answers nothing."""
    said = unquoted(each.text).strip(QUOTES)
    is_open = said[-1:] not in {":", "?"} and len(said) <= _LONGEST and "|" not in said
    is_one = len(said.split()) >= _FEWEST_WORDS and len([*sentences(said)]) == 1
    is_marked = each.marker is not None or each.is_heading or each.text[:1] in QUOTES
    is_line = is_marked or not said.endswith(".")
    is_other = is_answer_label(said) or ASKED_LABEL.match(said) or is_reply_act(said)
    is_said = is_answering(said) or (position_of(said) is not None and not _only_sounds(each, said))
    return is_open and is_one and is_line and not (is_other or is_said)


def _only_sounds(each: Passage, said: str) -> bool:
    """Tell whether a line says what is to be done, though it sounds like a position."""
    is_noting = each.marker is not None and position_of(said) is Position.NOTED
    return OUGHT_TO.match(said) is not None or (is_noting and is_asked(said))


def _is_demand(text: str) -> bool:
    """Tell whether a line says what is to be done, or what ought to be."""
    said = unquoted(text).strip(QUOTES)
    return is_asked(said) and (not tells(said) or OUGHT.search(said) is not None)


def _alike(one: Passage, other: Passage) -> bool:
    """Tell whether two lines are of the same shape: both items, both headings or neither."""
    return _shape(one) == _shape(other)


def _shape(each: Passage) -> tuple[bool, bool, bool]:
    return each.marker is not None, each.is_heading, each.text.strip()[:1] in '"”“»'


def _is_numbered(each: Passage) -> bool:
    return each.marker is not None


def _is_bare(each: Passage) -> bool:
    return each.marker is None


def _is_answer(below: Sequence[Passage]) -> bool:
    """Tell whether the lines below one that may be asked answer it."""
    texts = [each.text for each in below if not is_answer_label(each.text)]
    is_labelled = 0 < len(texts) < len(below)
    return is_labelled or not stance_in(texts[:2]).is_empty

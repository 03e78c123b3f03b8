"""What a follow-up says that an audit before it recommended, in its running text."""

import re
from collections.abc import Iterator

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.demanded import Demand, demands_in
from revtrack.domain.proposals.recommending.items import is_given
from revtrack.domain.proposals.recommending.recommended import TOLD, Recommended
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand

_THEIRS = re.compile(
    r"\b(?:rekommendera(?:de|t)|uppmana(?:de|t)|föresl(?:og|agit)|förorda(?:de|t))\b", re.IGNORECASE
)
"""What somebody has recommended: only the auditors' counts."""
_AUDITORS = re.compile(
    r"\b(?:\w*revis(?:orerna|ionen|ionskontoret)|vi|granskningen|granskarna|(?:revisions|gransknings)?"
    r"rapporten|konsulten|bolaget|(?:i|av) \w*(?:granskningen|rapporten))\b",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"\b(?:rekommenderades|uppmanades|tillråddes|anmodades|(?:har|hade) (?:\w+ )?(?:rekommenderats"
    r"|uppmanats)|föreslogs"
    r"|rekommendation(?:en|erna)?\b[^.:]{0,120}?\b(?:var|löd|lydde|avsåg|innebar|gick ut på"
    r"|handlade om|rörde)"
    r"|(?:fick|lämnades|gavs|riktades|ledde till|resulterade i|mynnade ut i)\b[^.:]{0,80}?"
    r"\brekommendation(?:en)?)\b",
    re.IGNORECASE,
)
"""What was put to a committee, which only auditors do."""
_BEGINS = re.compile(r"\batt\s+(?=\S)|:\s*[\"”»“]?(?=\S)")
_NEAR = 130
"""So many letters after the verb may name to whom, before "att"."""
_SHOULD = re.compile(r"\b(?:skulle|borde|behövde)\b", re.IGNORECASE)
_LABEL = re.compile(r"^[^:.]{2,40}:(?:\s|$)")
"""A word for what a line holds: "Vidtagna åtgärder: …"."""
_SETTLED = re.compile(
    r"\brekommendation\w*\b[^.]{0,60}?\b(?:var|har|är) (?:\w+ )?"
    r"(?:genomförd|åtgärdad|beaktad|aktuell)",
    re.IGNORECASE,
)
"""What became of it, not what it was."""


_OUTCOME = re.compile(
    r"\b(?:(?:ej|inte|delvis|helt|är|som|har) )?(?:genomför(?:d|t|ts|da)|åtgärda(?:d|t|ts|de)"
    r"|beakta(?:d|t)|uppfyll(?:d|t)|vidtagen|påbörja(?:d|t)|avsluta(?:d|t)|inte längre aktuell"
    r"|klar|klart|kvarstår)\b[^.]{0,40}\.?$",
    re.IGNORECASE,
)
"""How a text ends that tells what became of a recommendation."""


def take_earlier(passage: Passage, course: Course) -> bool:
    """Take what a paragraph says was recommended before; tell whether it said so."""
    before = course.whom or course.label or course.only_one()
    if _take_first(passage, course, before):
        return True
    if passage.is_item:
        return False
    found: list[Recommended] = []
    for sentence in sentences(passage.text):
        for each in _recommended_in(sentence, course.addressees, before):
            before = each.whom or before
            found.append(_made(each, passage, course, len(found)))
    course.found.extend(found)
    if found:
        course.pending, course.is_open, course.is_fresh = None, False, False
    return bool(found)


def is_followed(passage: Passage, after: Passage | None, course: Course) -> bool:
    """Tell whether a text gives what was recommended, and the one below what became of it."""
    if after is None or after.is_heading or passage.is_heading:
        return False
    _, *others = sentences(passage.text) or [""]
    ends = [*sentences(after.text)] or [""]
    told = _OUTCOME.search(ends[-1]) is not None
    is_labelled = _LABEL.match(passage.text) is not None
    return told and not (others or is_labelled) and is_given(passage.text, course)


def _take_first(passage: Passage, course: Course, before: Whom | None) -> bool:
    """Take what a text begins by giving, where it ends by telling what became of it."""
    first, *others = sentences(passage.text) or [""]
    is_given = bool(others) and begins_with_demand(first.removeprefix("Att "))
    is_given = is_given and not (_PUT.search(first) or _THEIRS.search(first))
    if not is_given or not _OUTCOME.search(others[-1]):
        return False
    course.found.append(_made(Demand(first, before), passage, course, 0))
    course.pending = None
    return True


def _made(each: Demand, passage: Passage, course: Course, order: int) -> Recommended:
    return Recommended(
        each.text,
        each.whom or course.only_one(),
        passage.place,
        passage.section,
        course.pending if not order else None,
        2,
        -len(course.found) - order - 1,
        passage.run,
        is_listed=True,
        confidence=TOLD,
    )


def _recommended_in(sentence: str, addressees: Addressees, before: Whom | None) -> Iterator[Demand]:
    """Give what a sentence says was recommended, each with whom it was put to."""
    verb = _PUT.search(sentence) or _theirs(sentence)
    if verb is None or sentence.endswith((":", "?")) or _SETTLED.search(sentence):
        return
    begin = _BEGINS.search(sentence, verb.end(), verb.end() + _NEAR)
    if begin is None:
        return
    whom = addressees.spoken_to(sentence[: begin.start()], before) or before
    said = _SHOULD.sub("ska", sentence[begin.end() :], count=1).strip(' ."”“»')
    for each in demands_in(said, addressees, whom, before):
        if begins_with_demand(each.text):
            yield Demand(each.text, each.whom or whom)


def _theirs(sentence: str) -> re.Match[str] | None:
    """Return the verb by which auditors have recommended something; None for somebody else's."""
    verb = _THEIRS.search(sentence)
    is_ours = verb is not None and _AUDITORS.search(sentence[: verb.end() + _NEAR // 4])
    return verb if is_ours else None

"""What a follow-up says that an audit before it recommended, in its running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.recommending.chapters import number_alone, whom_above
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.demanded import Demand, demands_in
from revtrack.domain.proposals.recommending.items import is_given
from revtrack.domain.proposals.recommending.recommended import TOLD, Recommended
from revtrack.domain.proposals.text.outline import Passage, Passages, TablePassage
from revtrack.domain.proposals.text.sentences import in_sentences, sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, tells
from revtrack.domain.proposals.text.voices import ASKED, WERE_ASKED, is_of_reply
from revtrack.domain.texts.demands import begins_with_known_verb
from revtrack.domain.texts.numerals import ORDINALS, PAIR

_THEIRS = re.compile(
    rf"\b(?:{ASKED}|(?:gav|gett|lämnade|lämnat|riktade|riktat|framförde|framfört)\b"
    r"[^.:]{0,80}?\brekommendation(?:en|er|erna)?)\b",
    re.IGNORECASE,
)
"""What somebody has recommended: only the auditors' counts."""
_AUDITORS = re.compile(
    r"\b(?:(?!riks)\w*revis(?:orerna|ionen|ionskontoret)|vi|granskningen|granskarna|(?:revisions|gransknings)?"
    r"rapporten|konsulten|bolaget|(?:i|av) \w*(?:granskningen|rapporten))\b",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"\b(?:{WERE_ASKED}"
    rf"|(?:den|det)\s(?:{'|'.join(ORDINALS)}|sista)\b"
    r"[^.:]{0,20}?\b(?:var|löd"
    r"|gällde|avsåg|handlade om|innebar|gick ut på)"
    r"|rekommendation(?:en|erna)?\b[^.:]{0,120}?\b(?:var|löd|lydde|avsåg|innebar|gick ut på"
    r"|handlade om|rörde|gällde)"
    r"|(?:fick|lämnades|gavs|riktades|ledde till|resulterade i|mynnade ut i|utmynnade i)\b"
    r"[^.:]{0,80}?\brekommendation(?:en|er|erna)?)\b",
    re.IGNORECASE,
)
"""What was put to a committee, which only auditors do."""
_TO_REPLY = re.compile(
    r"(?:(?:be)?svara|yttra sig)(?:\W*$|\b.{0,40}?(?:rapport|gransk|rekommend|\brevis|skrivelse))",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\batt\s+(?=\S)|:\s*[\"”»“]?(?=\S)")
_WAS_TO = re.compile(
    r"(?P<who>(?:[^\s.:;\"”»“]+\s){1,6})(?:skulle|borde|behövde)\s+(?P<text>[\"”»“]?\w[^\"”»“]*)"
)
"""How the text of a recommendation's own chapter gives it: "Nämnden skulle "införa …"."."""
_CLAUSE = re.compile(rf"\b{WERE_ASKED}\satt\s", re.IGNORECASE)
"""What was put to somebody as how things should be: "rekommenderades att rutinen följs"."""
_ON_ITS_PART = re.compile(
    r",?\s(?:och|samt|men),?\s(?:dessutom,?\s)?för (?P<who>[^,.]{4,60}?)s? del,?\s(?=att\s)",
    re.IGNORECASE,
)
"""Where a sentence goes on with what was put to another: "och, för nämndens del, att"."""
_QUOTES = '"”»“'
_NEAR = 130
"""So many letters after the verb may name to whom, before "att"."""
_SHOULD = re.compile(r"\b(?:skulle|borde|behövde)\b", re.IGNORECASE)
_LONG_OF_PAIR = 16
"""Signs of a heading of two words that says what is to be done with what."""
FEWEST_OF_HEADING = 3
"""Words of a heading that gives a recommendation, and does not but name its matter."""
_SHORT_OUTCOME = 5
"""So many words at most a sentence has before the others that tells but what became of it."""
_LABEL = re.compile(r"^[^:.]{2,40}:(?:\s|$)")
"""A word for what a line holds: "Vidtagna åtgärder: …"."""


_WITH_OUTCOME = re.compile(
    r"\b(?:rekommendationen|uppmaningen|rådet)(?:\s(?:till|om)\s(?:\w*(?:nämnden|styrelsen)\s)?)?\s?"
    r"(?:om\s)?att\s(?P<text>\w[^.:;]{9,160}?),?\s(?:har(?=\s\w*(?:nämnden|styrelsen|bolaget|inte"
    r"|följts|genomförts|beaktats|åtgärdats|direktionen|kommunen|också|ännu)\b)|är(?=\s(?:\w+\s)?"
    r"(?:genomförd|åtgärdad|uppfylld|beaktad|aktuell))|kvarstår|bedöms|anses|återstår)\b",
    re.IGNORECASE,
)
"""How a sentence names what was recommended and goes on with what became of it."""
_OUTCOME = re.compile(
    r"\b(?:(?:ej|inte|delvis|helt|är|som|har) )?(?:genomför(?:d|t|ts|da)|åtgärda(?:d|t|ts|de)"
    r"|beakta(?:d|t|ts)|uppfyll(?:d|t|ts)|efterlevts|hörsamma(?:d|t|ts)|tillgodose(?:dd|tt|tts)"
    r"|omhändertag(?:en|its)|vidtagen|påbörja(?:d|t|ts)|avsluta(?:d|t|ts)|inte längre aktuell"
    r"|klar|klart|kvarstår|pågår|pågående|öppen|stängd)\b[^.]{0,40}\.?$",
    re.IGNORECASE,
)
"""How a text ends that tells what became of a recommendation."""


_JUDGES = re.compile(
    r"\b(?:bedömer|bedömning(?:en)?|konstaterar|anser|slutsats(?:en)?)\b.{0,40}?\batt\b"
    r".*\b(?:följt|genomfört|vidtagit|beaktat|hörsammat|åtgärdat|uppfyllt|tillgodosett"
    r"|omhändertagit|arbetat|levt upp)\b",
    re.IGNORECASE,
)
"""How a sentence judges what somebody did with a recommendation."""


def take_earlier(passage: Passage, course: Course) -> bool:
    """Take what a paragraph says was recommended before; tell whether it said so."""
    before = course.whom or course.label or course.only_one()
    if _take_first(passage, course, before):
        return True
    if passage.is_item:
        return False
    found: list[Recommended] = []
    said = _was_to(passage, course, before)
    if said is not None:
        found.append(_made(said, passage, course, 0))
    for sentence in _each_apart(passage.text) if said is None else ():
        for each in _recommended_in(sentence, course.addressees, before):
            before = each.whom or before
            found.append(_made(each, passage, course, len(found)))
    course.found.extend(found)
    if found:
        course.pending, course.is_open, course.is_fresh = None, False, False
        course.is_below_label = False
    return bool(found)


def _each_apart(text: str) -> Iterator[str]:
    """Give the sentences of a text; of one that turns to another in its midst each part."""
    for sentence in sentences(text):
        verb = _CLAUSE.search(sentence)
        turn = _ON_ITS_PART.search(sentence, verb.end()) if verb else None
        yield sentence[: turn.start()] if turn else sentence
        if turn is not None:
            yield f"{turn['who']} rekommenderades {sentence[turn.end() :]}"


def _was_to(passage: Passage, course: Course, before: Whom | None) -> Demand | None:
    """Return what the first sentence below a recommendation's number says that one was to do."""
    first = next(iter(sentences(passage.text)), "")
    match = _WAS_TO.match(first)
    heading = passage.path[-1] if passage.path else ""
    is_quoted = match is not None and match["text"][0] in _QUOTES
    if match is None or not (number_alone(heading) or is_quoted):
        return None
    text = match["text"].strip(f"{_QUOTES} .")
    whom = course.addressees.spoken_to(match["who"], before) or before
    return Demand(text[:1].upper() + text[1:], whom) if begins_with_demand(text) else None


def tells_put(text: str) -> bool:
    """Tell whether a text says that something was recommended."""
    return bool(_PUT.search(text) or _theirs(text))


def take_put(passage: Passage, course: Course) -> bool:
    """Take what a line of a list says was put to somebody; tell whether it said so."""
    before = course.whom or course.label
    found: list[Recommended] = []
    for sentence in sentences(passage.text):
        if _PUT.search(sentence) or _THEIRS.search(sentence):
            for each in _recommended_in(sentence, course.addressees, before):
                found.append(_made(each, passage, course, len(found)))
    course.found.extend(found)
    return bool(found)


def is_followed(passage: Passage, below: Passages, course: Course) -> bool:
    """Tell whether a text gives what was recommended, and the one below what became of it."""
    after = below[0] if below else None
    if not isinstance(after, Passage) or after.is_heading or passage.is_heading:
        return False
    if passage.is_item and _is_judged(below):
        return is_given(passage.text, course)
    _, *others = in_sentences(passage.text)
    told = _tells_outcome(after.text)
    last = course.found[-1] if course.found else None
    if last is not None and last.chapter == passage.run and last.text == passage.heading:
        return False  # the heading has given what this tells of
    is_labelled = _LABEL.match(passage.text) is not None
    return told and not (others or is_labelled) and is_given(passage.text, course)


def _tells_outcome(text: str) -> bool:
    """Tell whether a text ends, or shortly begins, by what became of a recommendation."""
    said = in_sentences(text)
    is_first = len(said[0].split()) <= _SHORT_OUTCOME and _OUTCOME.search(said[0]) is not None
    return is_first or _OUTCOME.search(said[-1]) is not None


def _is_judged(below: Iterable[Passage | TablePassage]) -> bool:
    """Tell whether the text before the next item says behind a label what became of something."""
    under = takewhile(lambda each: isinstance(each, Passage) and not each.is_item, below)
    texts = [each.text for each in under if isinstance(each, Passage)]
    return any(_LABEL.match(each) and _OUTCOME.search(each) for each in texts)


def heads_outcome(passage: Passage, below: Iterable[Passage | TablePassage]) -> bool:
    """Tell whether a heading gives what was recommended, and its text ends by what became of it."""
    words = len(passage.text.split())
    is_long = len(passage.text) >= _LONG_OF_PAIR
    is_known = words == PAIR and is_long and begins_with_known_verb(passage.text)
    is_short = words < FEWEST_OF_HEADING and not is_known
    if not passage.is_heading or is_short or not begins_with_demand(passage.text):
        return False
    under = takewhile(lambda each: isinstance(each, Passage) and not each.is_heading, below)
    texts = [each.text for each in under if isinstance(each, Passage)]
    is_given_below = any(_PUT.search(each) or _THEIRS.search(each) for each in texts)
    return not is_given_below and any(_OUTCOME.search(each) for each in texts)


def take_heading(passage: Passage, course: Course) -> None:
    """Take a heading that gives what was recommended, for whom the one above it names."""
    above = replace(passage, path=passage.path[:-1])
    whom = whom_above(above, course) or course.label or course.part
    course.found.append(_made(Demand(passage.text, whom), passage, course, 0))
    course.pending, course.is_open, course.is_fresh = None, False, False


def take_whose_it_was(passage: Passage, course: Course) -> None:
    """Take up whom a text says to have followed the recommendation above that names nobody."""
    if not course.tells_outcomes or not course.found or course.found[-1].whom is not None:
        return
    last = course.found[-1]
    if last.chapter == passage.run:
        course.found[-1] = replace(last, whom=_judged_in(passage.text, course))


def _judged_in(text: str, course: Course) -> Whom | None:
    """Return whom a text judges, or else whom alone its sentences begin by telling of."""
    addressees = course.addressees
    reviewed = {each.id for each in addressees.reviewed}
    said = [*sentences(text)]
    judged = [addressees.spoken_to(each) for each in said if _JUDGES.search(each)]
    first = [
        Whom((each.committee,))
        for one in said
        for each in addressees.bodies.mentions(one)[:1]
        if each.start == 0 and not each.is_genitive
    ]
    found = [each for each in judged if each is not None] or first
    is_one = len({each.ids for each in found}) == 1
    return found[0] if is_one and found[0].ids <= reviewed else None


def _take_first(passage: Passage, course: Course, before: Whom | None) -> bool:
    """Take what a text begins by giving, where it ends by telling what became of it."""
    first, *others = in_sentences(passage.text)
    is_given = bool(others) and begins_with_demand(first.removeprefix("Att "))
    is_given = is_given and not (_PUT.search(first) or _THEIRS.search(first) or tells(first))
    if not is_given or not _OUTCOME.search(others[-1]):
        return False
    course.found.append(_made(Demand(first, before), passage, course, 0))
    course.pending = None
    return True


def _made(each: Demand, passage: Passage, course: Course, order: int) -> Recommended:
    return Recommended(
        each.text,
        each.whom or course.nobody_else(),
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
    named = _WITH_OUTCOME.search(sentence)
    if named is not None and begins_with_demand(named["text"]):
        yield Demand(named["text"][:1].upper() + named["text"][1:], before)
        return
    verb = _PUT.search(sentence) or _theirs(sentence)
    if verb is None or sentence.endswith((":", "?")):
        return
    begin = _BEGINS.search(sentence, verb.end(), verb.end() + _NEAR)
    if begin is None:
        return
    whom = addressees.spoken_to(sentence[: begin.start()], before) or before
    said = _SHOULD.sub("ska", sentence[begin.end() :], count=1).strip(' ."”“»')
    is_clause = _CLAUSE.search(sentence, verb.start()) is not None
    for each in demands_in(said, addressees, whom, before):
        is_demand = begins_with_demand(each.text) or is_clause
        if is_demand and not _is_to_reply(each.text):
            yield Demand(each.text, each.whom or whom)


def _is_to_reply(text: str) -> bool:
    """Tell whether what was asked for was but a reply."""
    return is_of_reply(text) or _TO_REPLY.match(text) is not None


def _theirs(sentence: str) -> re.Match[str] | None:
    """Return the verb by which auditors have recommended something; None for somebody else's."""
    verb = _THEIRS.search(sentence)
    is_ours = verb is not None and _AUDITORS.search(sentence[: verb.end() + _NEAR // 4])
    return verb if is_ours else None

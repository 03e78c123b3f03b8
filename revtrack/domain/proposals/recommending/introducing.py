"""The lines of a paper that introduce recommendations below them: headings, labels, sentences."""

import re
from dataclasses import replace

from revtrack.domain.proposals.committees.whom_labels import PUT_TO
from revtrack.domain.proposals.recommending.chapters import is_only_recommendations
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.items import ATT, is_bare_ought
from revtrack.domain.proposals.recommending.leads import (
    BEGINS,
    announces_list,
    asks_questions,
    opens_list,
    run_on,
    stresses,
)
from revtrack.domain.proposals.recommending.own_recipients import is_named_before
from revtrack.domain.proposals.recommending.running_text import take_prose
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import in_sentences, sentences
from revtrack.domain.proposals.text.verb_forms import (
    begins_with_demand,
    begins_with_infinitive,
    tells,
)
from revtrack.domain.proposals.text.voices import EXPECTS, HELD, OUGHT, is_of_reply, recommends
from revtrack.domain.texts.demands import begins_with_known_verb
from revtrack.domain.texts.numerals import PAIR

_GOES_ON = re.compile(r"\b(?:att|bör|behöver|måste|ska)\s*:?$", re.IGNORECASE)
"""How a lead ends that its items finish: "Vi bedömer att"."""
_THEY_WERE = re.compile(
    r"(?:de|den|dessa|rekommendation(?:en|erna))\s(?:var|är|lyder|löd|lydde|innebar|gick ut på)\b"
    r"[^.]{0,30}$",
    re.IGNORECASE,
)
"""How a sentence goes on with the recommendations that the one before it names."""
_OF_LIST = re.compile(
    r"\b(?:inom parentes|i parentes|(?:inbördes )?(?:rang|prioritets|turordning|ordning)\w*"
    r"|numrera\w*|markera\w*|mottagare(?:n)? (?:anges|framgår)|riktas till framgår)\b",
    re.IGNORECASE,
)
"""What a sentence has that tells how a list is made: "Inom parentes anges mottagaren."."""
_ADVICE = re.compile(r"\brekommendation", re.IGNORECASE)
_PUT_TO = re.compile(rf"(?:{PUT_TO}|till)\b", re.IGNORECASE)
_OF_AUDITORS = re.compile(r"rekommend|revis|granskning|rapport|uppman", re.IGNORECASE)
"""What a reply's line has that introduces what the auditors said, and not what is done."""
LONGEST_LABEL = 200
_LONGEST_BARE = 8
"""Words."""
ANNOUNCES_OWN = re.compile(
    r"\b(?:lämna[rs]?|avge[rs]?|ger|ha[r]?|vill lämna|framföra?) (?:\w+ ){0,2}?följande"
    r" (?:\w+ )?(?:svar|synpunkter|kommentarer|yttrande)\b"
    r"|\b(?:svarar|kommenterar|yttrar sig)\b[^.]{0,60}\b(?:rekommendation|synpunkt|punkt)\w*"
    r"[^.]{0,30}:$"
    r"|\b(?:svar|kommentarer|ställningstagande)(?:et|en)? (?:på|till|om) (?:[\w-]+ ){0,4}?"
    r"(?:rekommendation|synpunkt|punkt)\w*[^.]{0,60}:$",
    re.IGNORECASE,
)
"""How a reply announces what it says itself."""


def is_chapter_heading(passage: Passage, course: Course, after: Passage | None) -> bool:
    """Tell whether a heading heads a chapter, and is no sentence that the items below it finish."""
    if not passage.is_heading or passage.marker is not None or after is None or not after.is_item:
        return passage.is_heading
    if BEGINS.search(passage.text) and not is_only_recommendations(passage.text):
        return False
    is_sentence = any(each.search(passage.text) for each in (OUGHT, HELD, EXPECTS))
    is_sentence = is_sentence or recommends(passage.text)
    is_lead = is_sentence and opens_list(passage.text, course.addressees)
    return not is_lead or is_only_recommendations(passage.text)


def is_subheading(passage: Passage, course: Course, after: Passage | None) -> bool:
    """Tell whether a line that looks like a chapter's heading is but that of a list within it."""
    if not passage.is_heading or not course.is_only or passage.marker is not None or after is None:
        return False
    if not is_chapter_heading(passage, course, after):
        return False
    is_list = after.is_item and begins_with_demand(ATT.sub("", after.text))
    return is_list and not course.addressees.is_label(passage.text) and len(passage.path) == 1


# ---- lines that introduce ------------------------------------------------------------------------


def is_lead(passage: Passage, course: Course, after: Passage | None) -> bool:
    """Tell whether a line introduces the lines below it."""
    text = passage.text.rstrip()
    if passage.is_item and course.is_open and run_on(text, course.addressees) is not None:
        return False
    if text.endswith((":", " att", "…")):
        has_list = after is not None and not after.is_heading
        return not passage.is_item or not course.is_open or has_list
    if after is None or passage.is_item:
        return after is not None and _is_names(text, course, after)
    is_listed = after.is_item or course.addressees.is_label(after.text)
    if text.endswith(".") and (is_listed or _is_line_of_list(after, course)):
        *_, above, last = ("", *sentences(text))
        announces = announces_list(last, takes_earlier=course.tells_outcomes)
        announces = announces or _explains_list(above, last, course)
        return announces or (after.is_item and course.is_letter and stresses(last))
    if text.endswith((".", "?", "!", ";", ",")):
        return False
    has_list = (
        after.is_item
        or after.text.casefold().startswith("att ")
        or begins_with_known_verb(after.text)
        or (_GOES_ON.search(text) is not None and begins_with_infinitive(after.text))
    )
    last = in_sentences(text)[-1]
    is_listed = after.is_item or after.text.casefold().startswith("att ")
    is_told = course.is_reply or (course.tells_outcomes and is_listed)
    opens = has_list and opens_list(last, course.addressees, takes_earlier=is_told)
    opens = opens or (has_list and _is_bare_heading(text, course))
    return opens or BEGINS.search(text) is not None or _is_names(text, course, after)


def _is_bare_heading(text: str, course: Course) -> bool:
    """Tell whether a line heads a list of recommendations, printed as running text is."""
    is_short = len(text.split()) <= _LONGEST_BARE and text[:1].isupper()
    return is_short and not course.takes_earlier and is_only_recommendations(text)


def _is_line_of_list(passage: Passage, course: Course) -> bool:
    """Tell whether a line without a bullet says but what is to be done, and may begin a list."""
    text = passage.text.rstrip()
    if passage.is_heading or not text[:1].isupper() or text.endswith((":", "?")):
        return False
    if len([*sentences(text)]) > 1 or is_of_reply(text):
        return False
    is_named = is_named_before(text, course)
    is_demand = begins_with_demand(text) and not tells(text)
    return is_named or is_bare_ought(text) or (is_demand and len(text.split()) > PAIR)


def _is_names(text: str, course: Course, after: Passage) -> bool:
    if not (course.is_section or course.is_open) or after.is_heading:
        return False
    return len(text) < LONGEST_LABEL and course.addressees.is_label(text)


def take_lead(passage: Passage, course: Course, after: Passage | None = None) -> None:
    """Take up whom a line speaks to that introduces the lines below it, and what they are."""
    text = passage.text.strip()
    last = _lead_of(text, course)
    _prose_before(passage, text[: text.rfind(last)], course)
    opens = opens_list(last, course.addressees, takes_earlier=course.takes_earlier)
    opens = opens or BEGINS.search(last) is not None or _is_bare_heading(last, course)
    opens = opens and (course.is_letter or not asks_questions(last))
    opens = opens and (not course.is_reply or _is_of_auditors(text, last))
    is_own = course.is_reply and ANNOUNCES_OWN.search(last) is not None
    opens = opens and not is_own
    opens = opens or (not course.is_reply and _puts_below(last, course, after))
    label = course.label
    whom = course.addressees.spoken_to(_before_att(last), label or course.whom or course.earlier)
    whom = whom or label
    course.begin_list()
    announces = announces_list(last, takes_earlier=course.tells_outcomes)
    if opens or (announces and not is_own):
        course.earlier = course.whom or course.earlier
        course.asks = course.is_letter and asks_questions(last)
        course.is_open = True
        course.whom = whom or (course.whom if course.is_section else None)
        course.rank = course.rank if course.is_summary else max(course.rank, 2)
        return
    is_label = course.is_section or (course.is_open and course.addressees.is_label(last))
    if whom is not None and is_label:
        course.earlier, course.whom, course.is_open = course.whom, whom, True
        return
    if whom is not None and course.tells_outcomes and _GOES_ON.search(last):
        course.label = whom
    course.is_open = False
    course.is_section = course.is_section or stresses(last)
    course.lead = last.rstrip(" :") if _GOES_ON.search(last) else ""


def _lead_of(text: str, course: Course) -> str:
    """Return the last sentence of a lead, with the one before it that "De var att" goes on with."""
    *_, above, last = ("", *sentences(text))
    is_told = course.tells_outcomes and _THEY_WERE.match(last) and _ADVICE.search(above)
    if _explains_list(above, last, course):
        return above
    return f"{above} {last}" if is_told else last


def _explains_list(above: str, last: str, course: Course) -> bool:
    """Tell whether a sentence only explains how the list is made that the one above announces."""
    is_announced = announces_list(above, takes_earlier=course.tells_outcomes)
    return is_announced and _OF_LIST.search(last) is not None


def _puts_below(text: str, course: Course, after: Passage | None) -> bool:
    """Tell whether a line says but to whom the demands below it are: "Till nämnden:"."""
    if after is None or not (after.is_item or after.text.casefold().startswith("att ")):
        return False
    is_put = _PUT_TO.match(text) is not None or course.tells_outcomes
    is_whom = is_put and not course.is_elsewhere and course.addressees.is_label(text)
    return is_whom and begins_with_demand(ATT.sub("", after.text)) and not tells(after.text)


def _is_of_auditors(text: str, last: str) -> bool:
    """Tell whether the last sentence of a reply's line, or the one above, is of the auditors'."""
    *_, above = ["", *sentences(text[: text.rfind(last)])]
    return _OF_AUDITORS.search(last) is not None or announces_list(above)


def _before_att(text: str) -> str:
    """Return a lead up to what is recommended, so that names within it are no recipients."""
    match = re.search(r"\s+att\s+(?!:)\S", text)
    verb = re.search(r"\b(?:rekommender|uppmana|föreslå)\w*", text, re.IGNORECASE)
    is_demand = match is not None and begins_with_infinitive(text[match.end() - 1 :])
    if match and verb and is_demand and verb.start() < match.start():
        return text[: match.start()]
    return text


def _prose_before(passage: Passage, text: str, course: Course) -> None:
    if text.strip():
        take_prose(replace(passage, text=text.strip()), course)

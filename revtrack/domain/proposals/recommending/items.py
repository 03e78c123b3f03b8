"""A recommendation made of an item of a list: its words, its number, and whom it names itself."""

import re
from dataclasses import replace
from itertools import takewhile

from revtrack.domain.proposals.committees.whom import Whom
from revtrack.domain.proposals.recommending.course import Course
from revtrack.domain.proposals.recommending.demanded import demand_of, subject_end
from revtrack.domain.proposals.recommending.own_recipients import own_recipients
from revtrack.domain.proposals.recommending.recommended import TOLD, Recommended
from revtrack.domain.proposals.recommending.sayings import said_in
from revtrack.domain.proposals.text.outline import Passage
from revtrack.domain.proposals.text.sentences import sentences
from revtrack.domain.proposals.text.verb_forms import begins_with_demand, infinitive_of
from revtrack.domain.proposals.text.voices import OUGHT, is_of_another_audit, is_of_reply
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.list_marks import is_our_number

ATT = re.compile(
    r"^(?:…|\.\.\.)?\s*(?:dels\s+)?(?:att|bör|ska|skall|behöver)\s+(?=\S)", re.IGNORECASE
)
_TELLS_TO = re.compile(
    r"^(?:att\s+)?(?:rekommendera|uppmana|föreslå|råda|tillråda|be|anmoda)\s+(?=\S.*\satt\s)",
    re.IGNORECASE,
)
"""How an item begins that says itself what the auditors want: "uppmana nämnden att …"."""
_REFERENCE = AnyCase(
    r"\s*[(\[](?:se\s+)?(?:även\s+)?(?:avsnitt|kap|kapitel|prioritet|prio|hög|medel|låg|sid|sidan|s"
    r"|fråga|revisionsfråga|delfråga)\b[^()\[\]]{0,40}[)\]](?=\.?$)"
    r"|\s*[(\[](?:granskning(?:en)?|rapport(?:en)?|förstudie(?:n)?)\b[^()\[\]]{0,80}[)\]](?=\.?$)"
    r"|\s*[(\[](?:(?:år|rapport|nr)\s)?(?:\d{1,2}/)?(?:19|20)\d\d(?:[:/–-]\d{1,4})?[)\]](?=\.?$)"
    r"|^(?:19|20)\d\d\s?[:–-]\s+(?=\w)"
    r"|,?\s+(?:se|jfr|jämför)\s+(?:även\s+)?(?:avsnitt|kapitel|kap\.?"
    r"|sid(?:an)?)\s[\d., –-]+(?=\.?$)",
)
"""Where or when the report tells of it, or how pressing it is: "(avsnitt 3.2)", "(2016)"."""
_WHO_FIRST = re.compile(
    r"(?:(?!att\b)[\w,-]+ ){0,4}?[\w-]*(?:nämnden|styrelsen|bolaget|direktionen|förbundet|regionen"
    r"|kommunen) (?!att\b)\w",
    re.IGNORECASE,
)
"""How an item begins that a reply quotes with who is to do it: "Nämnden bör …"."""
NO_DEMAND = re.compile(
    r"(?:\w*revisorerna|revisionen|bilaga)\b|(?:öppna|lista) (?:\w+ ){0,2}\w*rekommendation"
    r"|(?:rekommendation(?:en|erna)? )?\d[\d –,-]*(?:och \d+ )?(?:gäller|avser|rikta\w+|ställ\w+)\b"
    r"|(?:gäller|avser|berör|rör|handlar om|riktas|ställs|bygger på|(?:är )?riktad\w*) "
    r"|(?:(?:och|samt|till|[–,-])\s?)(?:nr\s|punkt\s)?\d"
    r"|(?:(?:snarast|omgående|nu)\s)?(?:ta upp|behandla|ta del av|ta ställning till|beakta"
    r"|sprida|läsa|överlämna|översända|delge)\s"
    r"(?:denna\s|vår\s)?(?:rapport|granskning|uppföljning|resultatet)\w*(?:\s\w+){0,3}\W*$"
    r"|(?:beakta|följa|genomföra|hantera|omhänderta|åtgärda|ta hänsyn till|ta till sig)"
    r" (?:dem|dessa|(?:de |våra |lämnade |samtliga |rapportens )*rekommendation\w*)\W*$"
    r"|\w+(?: (?:sig|till|med|om|upp|hand|åt|an|itu)){0,3} (?:(?:de|den|dessa|våra|alla|samtliga"
    r"|båda|kvarstående|återstående|kvarvarande|tidigare|lämnade) )+rekommendation(?:en|erna|er)?"
    r"(?: som (?:ännu )?(?:kvarstår|återstår|inte \w+(?: \w+)?))?\W*$"
    r"|(?:(?:hög(?:sta)?|medelhög|låg|lägre) )?prio(?:ritet)?(?: \d)?\b(?=\W*(?:\(|:|[–-]|$))"
    r"|ta (?:tag i|itu med|hand om)(?: (?:dem|detta|dessa|det))?\W*$"
    r"|(?:notera|nämna|tillägga|konstatera|påpeka|framhålla)s kan\b"
    r"|fortsätta (?:med )?(?:det |sitt )?(?:\w+ )?(?:arbete|arbetet|arbeta)\W*$"
    r"|ha (?:[\w-]+ ){0,4}?(?:vidtagit|genomfört)\b|(?:har|hade|är|var|blev)\s(?!.*\?$)",
    re.IGNORECASE,
)
"""What the auditors are to do themselves, or what has been done."""
_STATUS = re.compile(
    r"\s*[(\[](?:ny|nytt)[)\]](?=\.?$)"
    r"|\s*[(\[](?:ej |inte |delvis |ännu )?(?:klar|pågå|påbörja|genomför|åtgärda|avsluta|öppen"
    r"|stängd|kvarstå|besvara|uppfyll|beakta|planera|svar )[^()\[\]]*[)\]](?=\.?$)"
    r"|\s\|\s.*$|(?<=\))\s+[A-ZÅÄÖ]\.?$"
    r"|\s+[–—-]\s(?:ej |inte |delvis )?(?:klar|klart|pågår|pågående|påbörjad|genomförd|åtgärdad"
    r"|avslutad|uppfylld|beaktad)(?=\.?$)",
    re.IGNORECASE,
)
"""How it stands, behind what a list or a follow-up goes through: "(pågår)"."""
_END = re.compile(r"(?<![\s;,])[\s;,]+(?:(?:och|samt)(?:[\s;,]+|$))*$")
"""What a list leaves behind an item, each sign of which is read in one way only."""
_LABELLED = re.compile(
    r"^(?:(?:vår|vårt|revisionens|revisorernas|granskarnas)\s+)?"
    r"(?P<label>rekommendation|förslag(?: till (?:åtgärd|förbättring))?|åtgärdsförslag"
    r"|förbättringsförslag|förbättringsområde|uppmaning|råd|medskick"
    r"|(?:därför )?(?:rekommenderar|föreslår|uppmanar) vi"
    r"|(?:vi|revisorerna|revisionen) (?:rekommenderar|föreslår|uppmanar)(?: därför)?)"
    r"(?:\s+(?:från\s+|år\s+)?(?:19|20)\d\d)?(?:\s+(?:nr\s+)?(?P<number>\d{1,2}[a-z]?|[a-h]))?(?:\s+(?:till\s+)?(?P<names>[^:.]{3,200}))?"
    r"\s*(?::\s+|\.\s+(?=(?-i:[A-ZÅÄÖ])))(?P<text>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before a recommendation on its line: "Förslag till nämnden: …"."""
_NAMED_NUMBER = re.compile(r"^Rek(?:ommendation|\.)?\s+(?:nr\s+)?\d", re.IGNORECASE)
_IS_DONE = (
    r"(?:(?:därför|också|även|vidare|dessutom|omgående|snarast|årligen|regelbundet|tydligare|inte"
    r"|i \w+)\s)*"
    r"(?:\w{2,}s|innehålla|omfatta|ske|vara|bli|gälla|framgå|finnas|följa|få|ha|ingå|ges|minska"
    r"|öka|dröja)\b"
)
THING_OUGHT = re.compile(
    r"(?P<thing>(?:(?!(?:att|som|om|hur|när|vad|anger|visar|säger)\b)[^\s,.:;]+\s){1,10})"
    rf"(?:bör|behöver|måste|ska)\s{_IS_DONE}",
    re.IGNORECASE,
)
_OUGHT_DONE = re.compile(rf"\b(?:bör|behöver|måste)\s{_IS_DONE}", re.IGNORECASE)
"""How a sentence begins that says what is to be done with a thing: "Rutinerna bör skrivas om"."""
_FEWEST_OF_LINE = 2
FEWEST_WORDS = 2
FEWEST_SIGNS = 10
LISTED = 0.95


def made_of(passage: Passage, course: Course) -> Recommended | None:
    """Return the recommendation that an item is; None where it is none."""
    said = passage.text.strip()
    text, whom = _recipients_and_text(
        _STATUS.sub("", said) if course.takes_earlier else said, course
    )
    if (text.endswith("?") and not course.asks) or NO_DEMAND.match(text):
        return None
    if len(text.split()) < FEWEST_WORDS or len(text) < FEWEST_SIGNS:
        return None
    is_named = course.is_open or course.is_fresh or course.pending is not None
    is_demand = begins_with_demand(text) and text.casefold() in said.casefold()
    if not is_named and not is_demand and not OUGHT.search(passage.text):
        return None
    if not course.is_open and (is_of_another_audit(text) or is_of_reply(text)):
        return None
    number = passage.marker if passage.marker and passage.marker != "•" else course.pending
    course.pending = None
    return Recommended(
        text[:1].upper() + text[1:],
        whom or course.nobody_else(),
        passage.place,
        passage.section,
        number,
        course.rank,
        course.run,
        passage.run,
        is_listed=True,
        is_summary=course.is_summary,
        is_question=course.asks and text.endswith("?"),
        confidence=LISTED if whom and whom.is_certain else TOLD,
    )


def is_numbered_by_name(passage: Passage) -> bool:
    """Tell whether an item is numbered as a recommendation: "Rekommendation 1: …"."""
    return passage.is_item and _NAMED_NUMBER.match(passage.place.quote) is not None


def labelled(passage: Passage, course: Course) -> Recommended | None:
    """Return what stands after its label, "Rekommendation till nämnden: …"; None without one."""
    match = _LABELLED.match(passage.text)
    is_numbered = is_numbered_by_name(passage) or _is_ours_elsewhere(passage, course)
    if match is None and not is_numbered:
        return None
    text = match["text"] if match else passage.text
    if text.rstrip().endswith((":", "?")) or is_of_another_audit(text):
        return None
    if course.is_reply and not match and not is_given(text, course):
        return None
    if match is not None and not _is_own_label(match, text, course):
        return None
    whom = course.addressees.spoken_to(match["names"] or "", course.whom) if match else None
    before = course.whom, course.is_open
    named = whom or course.whom or course.label
    course.whom, course.is_open, course.rank = named, True, max(course.rank, 2)
    course.begin_list()
    marker = match["number"] if match and match["number"] else passage.marker
    made = made_of(replace(passage, text=text, marker=marker), course)
    course.whom, course.is_open = before
    return made


def _is_ours_elsewhere(passage: Passage, course: Course) -> bool:
    """Tell whether a line of a chapter on other things is a recommendation: "R2. Upprätta …"."""
    is_ours = passage.is_item and is_our_number(passage.marker)
    is_listed = course.is_open or course.is_section or course.is_reply
    return is_ours and not is_listed and begins_with_demand(passage.text)


def is_given(text: str, course: Course) -> bool:
    """Tell whether a text behind a number gives a recommendation, and not an answer to it."""
    said = ATT.sub("", text)
    end = subject_end(said, course.addressees)
    if begins_with_demand(said) or OUGHT.match(said[end:].strip()):
        return True
    is_alone = said != text and len(list(sentences(text))) == 1
    return course.tells_outcomes and is_alone and not is_of_reply(text)


def is_bare_ought(text: str) -> bool:
    """Tell whether a line is one sentence on what ought to be done with a thing."""
    is_line = text[:1].isupper() and not text.rstrip().endswith((":", "?", "!"))
    is_line = is_line and len([*sentences(text)]) == 1 and not is_of_reply(text)
    return is_line and len(text.split()) > _FEWEST_OF_LINE and _OUGHT_DONE.search(text) is not None


def _is_own_label(match: re.Match[str], text: str, course: Course) -> bool:
    """Tell whether a line's first words are the label of one recommendation.

    Other words than "rekommendation" stand before much else, so a demand has to follow them.
    """
    if match["names"] and not course.addressees.is_label(match["names"]):
        return False
    is_plain = match["label"].casefold() == "rekommendation"
    said = own_recipients(text, course)[0]
    is_demand = begins_with_demand(ATT.sub("", said)) or OUGHT.search(said) is not None
    return is_plain or (not course.is_reply and is_demand)


def _recipients_and_text(text: str, course: Course) -> tuple[str, Whom | None]:
    """Return an item's words without the recipients that it names itself, and whom it is for."""
    text, own = own_recipients(_REFERENCE.sub("", text), course)
    text = _TELLS_TO.sub("", _REFERENCE.sub("", _without_reasons(text)))
    whom = own or course.whom
    if course.is_reply and _WHO_FIRST.match(ATT.sub("", text)):
        return _END.sub("", ATT.sub("", text)), whom
    said = list(said_in(text, course.addressees, whom, takes_ought=True))
    if len(said) == 1:
        text, whom = said[0].text, said[0].whom or whom
    elif not said and own is None:
        inner, rest = demand_of(ATT.sub("", text), course.addressees, whom)
        if inner is not None:
            text, whom = rest, inner
    return _END.sub("", ATT.sub("", text)), whom


def _without_reasons(text: str) -> str:
    """Return an item without the sentences after its demand that demand nothing."""
    first, *others = sentences(text) if ". " in text else (text,)
    if not others or not (OUGHT.search(first) or _tells_what(ATT.sub("", first))):
        return text
    kept = takewhile(_demands, others)
    return " ".join((first, *kept))


def _tells_what(text: str) -> bool:
    """Tell whether a text begins with what is to be done, also as what somebody does: "Ger …"."""
    verb = text.partition(" ")[0]
    return begins_with_demand(text) or infinitive_of(verb) != verb


def _demands(sentence: str) -> bool:
    """Tell whether a sentence after the first demands something too, and is no reason."""
    first = sentence.partition(" ")[0]
    return OUGHT.search(sentence) is not None or begins_with_demand(first)

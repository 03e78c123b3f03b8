"""How a sentence or a line that ends in a colon recommends: by which verb, to whom, and what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.domain.proposals.whom import Addressees, Whom

_BY_US = (
    r"(?:vi|revisorerna|revisionen|kommunrevisionen|regionrevisionen|revisorskollegiet"
    r"|undertecknade"
    r"|kommunens revisorer|de förtroendevalda revisorerna|vår rekommendation är|granskarna)"
)
_US = re.compile(rf"\b{_BY_US}\b", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\b(?:rekommenderar|uppmanar|föreslår)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:rekommenderas|uppmanas|föreslås)\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:bör|ska|skall|behöver|måste)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\brekommendation(?:er|erna|en)?\b|\bförbättringsområden\b|\bförslag till åtgärder\b"
    r"|\båtgärdsförslag\b|\bförbättringsförslag\b|\butvecklingsområden\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:besvarar?|svarar? på|svar på|yttrar? sig över)\b.*\b(?:fråg(?:a|or|orna)|följande)\b"
    r"|\bfråg(?:a|or|orna)\b.*\b(?:besvara|besvaras|till)\b",
    re.IGNORECASE,
)
_OWN_QUESTIONS = re.compile(r"\bgranskning|\brevisionsfråg|\bfrågeställning", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:rekommenderade|rekommenderades|lämnades|lämnade|tidigare (?:granskning"
    r"|rekommendation)\w*"
    r"|föregående granskning\w*|förra granskningen|uppföljningen avser|följt upp|framfördes)\b",
    re.IGNORECASE,
)
"""What was said in an audit before this one."""
_OF_REPLY = re.compile(
    r"\b(?:i|av) (?:svaren|svaret|yttrandet|yttrandena|sitt svar|sina svar|sitt yttrande"
    r"|sina yttranden)\b"
    r"|\bbegära?(?:r)? in\b|\b(?:yttrande|svar)\b[^.]{0,60}\bsenast\b"
    r"|\b(?:inkomma|inkommer|återkomma|återkommer) (?:med|till)\b|\blämna(?:r)? (?:ett |sitt "
    r"|sina )?"
    r"(?:svar|yttrande)",
    re.IGNORECASE,
)
"""How the reply is to be, and not what is to be done."""
BEGINS = re.compile(r"\b(?:rekommenderar|föreslår|uppmanar)(?:\s+vi)?(?:\s+att)?$", re.IGNORECASE)
"""How a line ends that goes on with a committee below it."""
_RECOMMENDED = re.compile(
    r"\brekommend\w+|\bpunkter(?:na)?\b.{0,60}\b(?:rikta[ts]|riktade|avser|gäller)\b"
    r"|\bföljande punkter\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:enligt (?!vår|oss)|anser att|menar att|framhåller att|skriver att|anger att|framgår att"
    r"|uppger att|krav på att|intervju\w*|lagen|förordning\w*|sagt att|sade att|påpeka\w* att"
    r"|önskar att|enkät\w*|tycker att|upplever att|säger att)",
    re.IGNORECASE,
)
_OUR_VIEW = re.compile(
    r"\b(?:vi|revisorerna|revisionen)\s+(?:anser|menar|bedömer)\b", re.IGNORECASE
)
_REPORTED = re.compile(
    r"^(?P<lead>.*?\b(?:rekommenderar|uppmanar|föreslår|rekommenderas|uppmanas|föreslås"
    r"|rekommendation(?:en)? (?:är|till [^.:]{3,200}? är))\b(?P<to>.*?))\batt\b\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ADVERB = re.compile(
    r"\W*(?:vidare|dessutom|därutöver|därför|även|också|samtidigt|utöver detta|slutligen|därtill"
    r"|i övrigt|enligt (?:vår|revisionens) (?:mening|uppfattning|bedömning))\W*",
    re.IGNORECASE,
)
_VAGUE_SUBJECT = re.compile(
    r"(?:(?:samtliga|alla|berörda|respektive|övriga)\s+)?(?:nämnd\w*|styrelse\w*|bolag\w*)\b",
    re.IGNORECASE,
)
_BEFORE_WHY = re.compile(
    r"(?:,\s+(?:eftersom|då|vilket|detta då|för att därigenom|med tanke på|mot bakgrund av)\b.*"
    r"|\s+(?:eftersom)\b.*)$",
    re.DOTALL,
)
_OTHERWISE = re.compile(
    r"^(?:(?:därför|också|även|vidare|därutöver|dessutom|således|i första hand|snarast|särskilt"
    r"|framöver|fortsatt|fortsättningsvis|alltid)\s+)+(?=\S)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"^(?:(?:inte|årligen|löpande|regelbundet|skyndsamt|snarast|återkommande|systematiskt"
    r"|ytterligare"
    r"|kontinuerligt|aktivt|tydligt|fortsatt|även|också|tillsammans|gemensamt|minst|därutöver|i"
    r"|inför|vid|senast|under|utifrån|genom|med)\s+(?:\S+\s+){0,6}?)?"
    r"(?:se|ge|ha|bli|få|gå|ta|be|stå|dra|nå|slå|må|[a-zåäö]{2,}(?:[^aeiouyåäö\W\d_]a|e?ra"
    r"|[oiuå]a))"
    r"(?:s)?\b",
    re.IGNORECASE,
)
_NOUNS_IN_A = frozenset(
    (
        "denna",
        "dessa",
        "detta",
        "andra",
        "samtliga",
        "flera",
        "bra",
        "våra",
        "alla",
        "vissa",
        "sina",
    )
)
_THOSE = re.compile(r".{3}(?:erna|arna|orna)s?$")
"""How words for several known things end: "revisorerna"."""
_IS_TO = re.compile(r"\s*\b(?:bör|ska|skall|behöver|måste)\b\s+(?P<text>\S.*)$", re.DOTALL)
_FINITE = re.compile(
    r"^\W*(?:(?:i|för|med)\s\S+\s)?(?P<rest>(?:inte\s)?\S+(?:ar|er|r|s)\b.*)$", re.DOTALL
)
_COORDINATED = re.compile(r"(?:,\s*(?:samt\s+|och\s+)?|\s+samt\s+|\s+och\s+)att\s+(?=\S)")
_LISTED = re.compile(r"(?:^|[\s:])(?:\(?(?:\d{1,2}|[a-h])\))\s+")
_WITHIN = re.compile(r"\b(?:säkerställa|tillse|se till|verka för|sörja för|bevaka|följa upp)\s*$")


@dataclass(frozen=True)
class Said:
    """A recommendation as a sentence says it."""

    text: str
    whom: Whom | None
    is_plain: bool
    """Whether a verb of recommending says it; else only "bör" or "ska"."""


def opens_list(text: str, addressees: Addressees, *, takes_earlier: bool = False) -> bool:
    """Tell whether a line that ends in a colon, or "att", introduces recommendations.

    ``takes_earlier``: also those of an audit before.
    """
    if "?" in text:
        return False
    if takes_earlier and _RECOMMENDED.search(text):
        return True
    if _EARLIER.search(text):
        return False
    if _is_ours(text) or asks_questions(text):
        return True
    has_matter = _MATTER.search(text) is not None
    if has_matter and re.search(
        r"\b(?:följande|lämna[rs]|vi|nedan|till|är)\b", text, re.IGNORECASE
    ):
        return True
    ought = _OUGHT.search(text)
    return bool(
        ought
        and re.search(r"\b(?:att|bör|ska|skall|behöver|måste|särskilt|följande)\s*:?$", text)
        and addressees.spoken_to(text[: ought.start()]) is not None
        and not _is_cited(text[: ought.start()])
    )


def asks_questions(text: str) -> bool:
    """Tell whether a line asks for answers to the questions that follow it."""
    return _ASKS.search(text) is not None and _OWN_QUESTIONS.search(text) is None


def is_of_another_audit(text: str) -> bool:
    """Tell whether a text speaks of what was recommended before this audit."""
    return _EARLIER.search(text) is not None


def _is_ours(text: str) -> bool:
    """Tell whether a text recommends in the auditors' own name."""
    passive = _PASSIVE.search(text)
    if passive and not re.search(r"\benligt\b", text[: passive.start()], re.IGNORECASE):
        return True
    verb = _RECOMMENDS.search(text)
    if verb is None:
        return False
    before, after = text[: verb.start()], text[verb.end() :]
    if re.match(rf"\s+(?:{_BY_US}|därför|också|även)\b", after, re.IGNORECASE):
        return True
    return _US.search(before[-60:]) is not None or not before.strip()


def _is_cited(text: str) -> bool:
    return _CITED.search(_OUR_VIEW.sub(" ", text)) is not None


def said_in(
    sentence: str, addressees: Addressees, before: Whom | None, *, takes_ought: bool
) -> Iterator[Said]:
    """Give what a sentence recommends; ``takes_ought``: also by "bör" alone."""
    if _EARLIER.search(sentence) or sentence.endswith((":", "?")) or _OF_REPLY.search(sentence):
        return
    if _is_ours(sentence):
        yield from _recommended(sentence, addressees, before)
        return
    if not takes_ought:
        return
    ought = _OUGHT.search(sentence)
    if ought is None or _is_cited(sentence[: ought.start()]):
        return
    if ought[0].casefold() != "bör" and not _OUR_VIEW.search(sentence[: ought.start()]):
        return
    subject = re.sub(r"^.*\batt\s+", "", sentence[: ought.start()])
    text = sentence[ought.end() :].strip()
    if _ADVERB.fullmatch(subject):
        end = _subject_end(text, addressees)
        subject, text = text[:end], text[end:].strip()
    if not addressees.is_label(subject) and not _is_pronoun(subject):
        return
    whom = addressees.spoken_to(subject, before) or before
    text = _OTHERWISE.sub("", text)
    for each in _parted(text):
        yield Said(_clean(each), whom, is_plain=False)


def _subject_end(text: str, addressees: Addressees) -> int:
    """Return where the committees end that a text begins with: "bör nämnden följa upp …"."""
    vague = _VAGUE_SUBJECT.match(text)
    end = vague.end() if vague else 0
    for each in addressees.bodies.mentions(text[:300]):
        if re.fullmatch(r"[\s,]*(?:och|samt)?\s*", text[end : each.start]) is None:
            break
        end = each.end
    return end


def _is_pronoun(subject: str) -> bool:
    return (
        re.fullmatch(
            r"\W*(?:(?:vidare|dessutom|därutöver)\s+)?(?:nämnden|styrelsen|nämnderna|bolaget)\W*",
            subject,
            re.IGNORECASE,
        )
        is not None
    )


def _recommended(sentence: str, addressees: Addressees, before: Whom | None) -> Iterator[Said]:
    match = _REPORTED.match(sentence)
    if match is None:
        return
    whom = addressees.spoken_to(match["lead"], before)
    text = _OTHERWISE.sub("", match["text"])
    if not begins_with_infinitive(text):
        inner, rest = _with_subject(text, addressees, before)
        if rest is None:
            return
        whom, text = inner or whom, rest
    for each in _parted(text):
        yield Said(_clean(each), whom or before, is_plain=True)


def _with_subject(
    text: str, addressees: Addressees, before: Whom | None
) -> tuple[Whom | None, str | None]:
    """Return whom "kommunstyrelsen säkerställer att …" speaks to, and what is to be done."""
    mentions = addressees.bodies.mentions(text[:400])
    words = text.split()
    if not mentions or mentions[0].start > len("samtliga granskade nämnder "):
        vague = re.match(
            r"(?:samtliga|alla|berörda|respektive|övriga)?\s*(?:nämnd\w*|styrelse\w*|bolag\w*"
            r"|de)\s+",
            text,
            re.IGNORECASE,
        )
        if vague is None:
            return None, None if len(words) < len("ab") else text
        return addressees.spoken_to(vague[0], before), _verb_first(text[vague.end() :])
    end = mentions[0].end
    for each in mentions[1:]:
        if re.fullmatch(r",?\s*(?:och|samt)?\s*", text[end : each.start]) is None:
            break
        end = each.end
    return addressees.spoken_to(text[:end], before), _verb_first(text[end:])


def _verb_first(text: str) -> str:
    """Return what is to be done, without the subject; "säkerställer" becomes "säkerställa"."""
    said = text.strip(" ,")
    ought = _IS_TO.match(said)
    if ought:
        return _OTHERWISE.sub("", ought["text"])
    said = _OTHERWISE.sub("", said)
    first, space, rest = said.partition(" ")
    infinitive = _infinitive(first)
    return f"{infinitive}{space}{rest}"


_IRREGULAR = {
    "ser": "se", "tar": "ta", "ger": "ge", "gör": "göra", "får": "få", "går": "gå", "har": "ha",
    "är": "vara", "blir": "bli", "inför": "införa", "genomför": "genomföra", "utför": "utföra",
    "tillför": "tillföra", "fastställer": "fastställa", "överväger": "överväga", "för": "föra",
    "låter": "låta", "antar": "anta", "vidtar": "vidta", "utser": "utse", "tillser": "tillse",
    "anger": "ange", "håller": "hålla", "bedriver": "bedriva", "beskriver": "beskriva",
    "jämför": "jämföra", "klargör": "klargöra", "redogör": "redogöra", "tydliggör": "tydliggöra",
    "medför": "medföra", "offentliggör": "offentliggöra", "förser": "förse", "deltar": "delta",
    "mottar": "motta", "avser": "avse", "ombesörjer": "ombesörja", "överför": "överföra",
}  # fmt: skip


def _infinitive(word: str) -> str:
    """Return the infinitive of a verb in the present; the word itself where it is none."""
    low = word.casefold()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ar"):
        return low[:-1]
    if low.endswith("er"):
        return f"{low[:-2]}a"
    return word


def begins_with_infinitive(text: str) -> bool:
    """Tell whether a text begins with what is to be done: "Säkerställa att …"."""
    first = text.split(maxsplit=1)[0].casefold().strip(",.") if text.strip() else ""
    if first in _NOUNS_IN_A or _THOSE.search(first):
        return False
    return _INFINITIVE.match(text) is not None


def _parted(text: str) -> Iterator[str]:
    """Give the demands of a text: "följa upp …, samt att se över …" is two."""
    listed = _LISTED.split(text)
    if len(listed) > len("ab"):
        yield from (part for part in listed if part.strip(" ,;"))
        return
    begin = 0
    for match in _COORDINATED.finditer(text):
        before, after = text[begin : match.start()], text[match.end() :]
        is_within = re.search(r"\batt\b", before) is not None and match[0].strip() == "och att"
        if begins_with_infinitive(after) and not is_within and not _WITHIN.search(before):
            yield before
            begin = match.end()
    yield text[begin:]


def _clean(text: str) -> str:
    said = _BEFORE_WHY.sub("", " ".join(text.split())).strip()
    said = re.sub(r"(?:[\s;,]+(?:och|samt)?)+$", "", said)
    return said[:1].upper() + said[1:]

"""What a sentence says is to be done, parted into its demands, each with whom it is put to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.text.verb_forms import (
    begins_with_infinitive,
    begins_with_order,
    has_verb_in_present,
    infinitive_of,
    with_infinitive,
)
from revtrack.domain.texts.numerals import PAIR

_BEFORE_WHY = re.compile(
    r"(?:,\s+(?:eftersom|då|vilket|så att|detta då|för att därigenom|med tanke på|mot bakgrund av"
    r"|något som)\b.*|\s+(?:eftersom)\b.*)$",
    re.DOTALL,
)
_ADVERBS = re.compile(
    r"^(?:(?:därför|också|även|vidare|därutöver|dessutom|således|dels|i sin tur"
    r"|för sin del|å sin sida|likaså|sålunda|alltså|i så fall|härutöver|därtill|utöver detta"
    r"|därjämte|dock|emellertid|däremot|samtidigt|åtminstone)\s+)+(?=\S)",
    re.IGNORECASE,
)
"""What may stand before the verb and says nothing of what is to be done."""
_IS_TO = re.compile(
    r"\s*(?:\w+\s)?\b(?:bör|ska|skall|behöver|måste|kan)\b\s+(?P<text>\S.*)$", re.DOTALL
)
_JOIN = re.compile(
    r"(?:[,;]\s*(?:(?:och|samt)\s+)?|\s+(?:och|samt)\s+|\s+)(?P<dels>dels\s+)?"
    r"(?:(?:i (?:första|andra|tredje|sista) hand|därefter|dessutom|slutligen|även|också)\s+)?"
    r"att\s+(?=\S)"
)
_BARE_JOIN = re.compile(r"^\s+(?:dels\s+)?att\s+$")
_LISTED = re.compile(r"(?:^|[\s:,])(?:\(?(?:\d{1,2}|[a-h])\))\s+")
_HAS_ATT = re.compile(r"\batt\b")
_MAY = re.compile(r"\b(?:kan|kunna|ska|skall|bör|måste|behöver|vill)\b")
_VAGUE = re.compile(
    r"(?:även\s+)?(?:(?:samtliga|alla|berörda|respektive|övriga|granskade|ansvariga?|de|båda|bägge"
    r"|två|tre|fyra|fem|sex)\s+){0,3}?"
    r"(?:nämnd(?:en|erna|er)?|styrelse(?:n|rna|r)?|bolag(?:et|en)?|förbundet|direktionen"
    r"|(?:bolagets|förbundets|stiftelsens) (?:styrelse|direktion)"
    r"|(?:de|den|båda|bägge|samtliga granskade|alla granskade)"
    r"(?!\s(?:båda|bägge|två|tre|fyra|granskade|berörda|nämnd\w*|styrels\w*|bolag\w*)\b))"
    r"\b",
    re.IGNORECASE,
)
_DELS = re.compile(r",?\s+(?:(?:och|samt)\s+)?dels\s+(?=\w+a\b|se\b|ge\b|ta\b|få\b)")
_NEXT_DELS = re.compile(r",?\s+(?:(?:och|samt)\s+)?dels\s+")
_VERB = r"(?=(?:\w+a|(?:\w*(?:t|ut|av|för|över|in))?se|(?:\w*[vn])?ge|få|gå|ta|be)\b)"
_IN_A_ROW = re.compile(rf",\s+(?:(?:och|samt)\s+)?{_VERB}|\s(?:och|samt)\s{_VERB}")
_IN_PRESENT = re.compile(r",\s+(?:(?:och|samt)\s+)?(?=\w+r\b)|\s(?:och|samt)\s(?=\w+r\b)")
_IN_A_ROW_END = re.compile(r",?\s+(?:(?:och|samt)\s+)?$")
_AND_LAST = re.compile(r"\s(?:och|samt)\s$")
_NO_VERB = re.compile(
    r"(?:(?<!förtydl)(?<!förverkl)(?<!bemynd)iga|iska|ella|ala|ara|erna|arna|orna|sta|nda|ena|skola|sida|vecka|kvinna|flicka|människa"
    r"|gata|taxa|källa)$",
    re.IGNORECASE,
)
"""How adjectives and nouns end that look like verbs."""
_FEWEST_OF_PART = 3
"""Words."""
_ONLY_JOINS = re.compile(r"[\s,]*(?:och|samt|såväl|som|liksom|respektive|även|\s)*\s*")
_BEFORE_NAME = re.compile(
    r"(?:(?:samtliga|alla|båda|berörda|granskade|respektive|även|också|dock|de|övriga|både|såväl"
    r"|särskilt|framför allt|inte minst|kommunens|regionens|stadens|nämnder|styrelserna|styrelsen"
    r"|i|för)\s){0,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Demand:
    """One thing to be done."""

    text: str
    whom: Whom | None


def demands_in(
    text: str, addressees: Addressees, whom: Whom | None, before: Whom | None
) -> Iterator[Demand]:
    """Give the demands of what stands after "att", each begun with its verb.

    ``whom`` are those whom the sentence speaks to, ``before`` those of the text before it.
    """
    current = whom
    for part in _parted_by_dels(text, addressees):
        inner, said = demand_of(part, addressees, current or before)
        current = inner or current
        of_subject = parted(said, addressees) if inner else (said,)
        for cleaned in map(_clean, chain.from_iterable(map(in_a_row, of_subject))):
            if cleaned:
                yield Demand(cleaned, current)


def without_adverbs(text: str) -> str:
    """Return a text without the adverbs before its verb that say nothing of what is to be done."""
    return _ADVERBS.sub("", text)


def subject_end(text: str, addressees: Addressees) -> int:
    """Return where the committees end that a text begins with: "nämnden följer upp …"."""
    end = 0
    for each in addressees.bodies.mentions(text[:400]):
        if each.is_genitive or _is_no_subject(text[end : each.start], is_first=not end):
            break
        end = each.end
    vague = _VAGUE.match(text) if end == 0 else None
    if vague is not None:
        end = vague.end()
    end = _and_the_rest(text, end) if end else 0
    return _after_aside(text, end) if end else 0


def _is_no_subject(between: str, *, is_first: bool) -> bool:
    if is_first:
        return _BEFORE_NAME.fullmatch(between) is None
    return _ONLY_JOINS.fullmatch(between) is None


def _and_the_rest(text: str, end: int) -> int:
    """Return where the subject ends when it goes on: "kommunstyrelsen och nämnderna"."""
    rest = re.match(rf"(?:,|\s+och|\s+samt)\s+{_VAGUE.pattern}", text[end:], re.IGNORECASE)
    return end + rest.end() if rest else end


def _after_aside(text: str, end: int) -> int:
    """Return where the subject ends with what is put in after it: ", i samråd med …,"."""
    aside = re.match(
        r",?\s+(?:i (?:samråd|samverkan|dialog|samarbete)|tillsammans) med [^,.]{3,120}?"
        r"(?:,|(?=\s(?:bör|ska|tar|ser|\w+ar)\b))"
        r"|,\s+(?:som|i egenskap av|i sin roll|inom ramen)\b[^,.]{3,120},",
        text[end:],
    )
    return end + aside.end() if aside else end


def demand_of(text: str, addressees: Addressees, before: Whom | None) -> tuple[Whom | None, str]:
    """Return whom "kommunstyrelsen säkerställer att …" speaks to, and what is to be done.

    None and the text where it begins with nobody who is to do it.
    """
    said = _ADVERBS.sub("", text)
    end = subject_end(said, addressees)
    rest = said[end:].strip(" ,")
    if end and rest.startswith("att ") and begins_with_infinitive(rest[len("att ") :]):
        return addressees.spoken_to(said[:end], before), rest[len("att ") :]
    if not end or not rest or not (_IS_TO.match(rest) or has_verb_in_present(rest)):
        return None, said
    whom = addressees.spoken_to(said[:end], before)
    ought = _IS_TO.match(rest)
    if ought:
        return whom, _ADVERBS.sub("", ought["text"])
    return whom, _with_infinitives(_ADVERBS.sub("", rest))


def _with_infinitives(text: str) -> str:
    """Return what somebody does as what is to be done, also what a row goes on with.

    "upprättar en plan, följer upp den och utbildar chefer" has three verbs; a verb behind a comma
    may also belong to a clause within, so that each has to have something that it is done to.
    """
    parts = _IN_PRESENT.split(text)
    if len(parts) <= PAIR or not all(map(_is_done, parts[1:])):
        return with_infinitive(text)
    joins = _IN_PRESENT.findall(text)
    said = [with_infinitive(each) for each in parts]
    return said[0] + "".join(join + each for join, each in zip(joins, said[1:], strict=True))


def _is_done(text: str) -> bool:
    """Tell whether a part begins with a verb in the present and what it is done to."""
    verb, _, rest = text.partition(" ")
    return infinitive_of(verb) != verb and len(rest.split()) >= _FEWEST_OF_PART - 1


def parted(text: str, addressees: Addressees) -> Iterator[str]:
    """Give the demands of what stands after "att": "följa upp …, samt att se över …" is two."""
    listed = [part for part in _LISTED.split(text) if part.strip(" ,;")]
    if len(listed) > 1:
        yield from listed
        return
    begin = 0
    for match in _JOIN.finditer(text):
        if _is_parting(text[begin : match.start()], match, text[match.end() :], addressees):
            yield from _by_subjects(text[begin : match.start()], addressees)
            begin = match.end()
    yield from _by_subjects(text[begin:], addressees)


def _is_parting(before: str, join: re.Match[str], after: str, addressees: Addressees) -> bool:
    """Tell whether a new demand begins after "och att", and not a second thing of the same."""
    if _BARE_JOIN.match(join[0]) and not join["dels"]:
        return False
    is_within = _HAS_ATT.search(before) is not None and join[0].split()[0] == "och"
    end = subject_end(after, addressees)
    if end:
        is_named = bool(addressees.bodies.mentions(after[:end]))
        return is_named or not is_within
    if is_within:
        return False
    is_clause = not begins_with_infinitive(before.strip())
    return begins_with_infinitive(after) or is_clause


def _parted_by_dels(text: str, addressees: Addressees) -> Iterator[str]:
    """Give the demands of a text, also of "dels införa …, dels följa upp …" that has no "att"."""
    end = subject_end(text, addressees)
    subject, rest = text[:end], text[end:].lstrip(" ,")
    if end and rest.startswith("dels "):
        yield from (f"{subject} {each}" for each in _NEXT_DELS.split(rest[len("dels ") :]))
        return
    is_two = text.startswith("dels ")
    for each in _DELS.split(text) if is_two else (text,):
        yield from parted(_ADVERBS.sub("", each), addressees)


def in_a_row(text: str) -> list[str]:
    """Return the demands that commas and a last "och" join: "anta …, följa upp … och utbilda …".

    None are parted where there are but two, which may be one thing done in two steps.
    """
    parts = _verbs_in(text)
    is_joined = len(parts) > PAIR and _AND_LAST.search(parts[-2]) is not None
    if is_joined and all(map(_is_whole, parts)):
        return [_IN_A_ROW_END.sub("", each) for each in parts]
    told = re.split(r",\s(?:(?:och|samt)\s)?", text)
    is_told = len(told) > PAIR and all(begins_with_order(each) for each in told)
    return told if is_told else [text]


def pair_in(text: str) -> list[str]:
    """Return the two demands that "och" joins, where it is known that there are two."""
    parts = _verbs_in(text)
    is_pair = len(parts) == PAIR and _AND_LAST.search(parts[0]) is not None
    if not (is_pair and all(map(_is_whole, parts))):
        return [text]
    return [_clean(_IN_A_ROW_END.sub("", each)) for each in parts]


def _verbs_in(text: str) -> list[str]:
    """Return a text parted before each verb that commas or "och" join to the one before."""
    parts = [""]
    for begin, end in pairwise([0, *(each.end() for each in _IN_A_ROW.finditer(text)), len(text)]):
        said = text[begin:end]
        if parts[-1] and not (_is_whole(said) and not _ends_open(parts[-1])):
            parts[-1] += said
        else:
            parts = [*filter(None, parts), said]
    return parts


def _is_whole(text: str) -> bool:
    """Tell whether a part has a verb for what is to be done and what it is done to."""
    words = text.split()
    is_verb = bool(words) and begins_with_infinitive(words[0]) and not _NO_VERB.search(words[0])
    return is_verb and len(words) >= _FEWEST_OF_PART


def _ends_open(text: str) -> bool:
    """Tell whether a verb that follows may go on with a clause: "… att kunna ta emot"."""
    *_, rest = re.split(_HAS_ATT, text)
    is_modal = _MAY.search(rest) is not None or begins_with_infinitive(rest.strip())
    return rest != text and is_modal


def _by_subjects(text: str, addressees: Addressees) -> Iterator[str]:
    """Part "… bör upprätta en plan och kommunstyrelsen bör följa upp den"."""
    begin = 0
    for each in addressees.bodies.mentions(text):
        if each.is_genitive or each.start <= begin:
            continue
        join = re.search(r"(?:,|,?\s+(?:och|samt|medan|dels))\s+$", text[begin : each.start])
        if join and re.match(r"\s+(?:bör|behöver|måste|att)\s", text[each.end :]):
            yield text[begin : begin + join.start()]
            begin = each.start
    yield text[begin:]


def _clean(text: str) -> str:
    said = _BEFORE_WHY.sub("", " ".join(text.split())).strip()
    said = re.sub(r"(?:[\s;,]+(?:och|samt|dels))*[\s;,]*$", "", said)
    return said[:1].upper() + said[1:]

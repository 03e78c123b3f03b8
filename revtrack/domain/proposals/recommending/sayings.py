"""What a sentence recommends: by which verb, to whom, and what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.domain.proposals.committees.whom import Addressees, Whom
from revtrack.domain.proposals.recommending.demanded import demands_in, subject_end, without_adverbs
from revtrack.domain.proposals.text.verb_forms import begins_with_infinitive
from revtrack.domain.proposals.text.voices import (
    EXPECTS,
    HELD,
    OUGHT,
    OUR_VIEW,
    US,
    is_cited,
    is_denied,
    is_of_another_audit,
    is_of_reply,
    recommends,
)

_VERB = re.compile(
    r"\b(?:rekommenderar|uppmanar|föreslår|förordar|hemställer|tillråder|anmodar|uppmuntrar"
    r"|råder|ber|skickar\s(?:vi\s)?(?:även\s|också\s)?med"
    r"|rekommenderas|uppmanas|föreslås|förordas|tillråds|anmodas"
    r"|(?:vill|önskar|kan|får|väljer|skäl att|anledning att|valt att|oss att"
    r"|att)\s(?:[\w-]+\s){0,3}?(?:rekommendera"
    r"|uppmana|föreslå|förorda|hemställa|tillråda|anmoda|uppmuntra|råda|skicka med)"
    r"|(?:rekommendationen|rådet|uppmaningen)(?=\satt\b)"
    r"|är (?:vår|revisorernas|revisionens)\s(?:\w+\s)?(?:rekommendation|uppmaning)(?=\satt\b)"
    r"|(?:rekommendation|uppmaning|medskick|förslag|råd)(?:et|er|erna|en|ar)?\b[^.:]{0,160}?"
    r"\s(?:är|blir))\b",
    re.IGNORECASE,
)
_ATT = re.compile(r"\batt\b\s*(?P<text>\S.*)$", re.DOTALL)
_ADVERB = re.compile(
    r"\W*(?:vidare|dessutom|därutöver|därför|även|också|samtidigt|till sist|för det \w+"
    r"|utöver detta|slutligen|därtill"
    r"|i övrigt|här|enligt (?:vår|revisionens|revisorernas) (?:\w+ )?(?:mening|uppfattning"
    r"|bedömning))\W*",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"^\W*(?:(?:men|och|dock|vidare|dessutom|därutöver|även|också|slutligen|samtidigt|likaså)"
    r"\s+)+",
    re.IGNORECASE,
)
_LATE_ADVERB = re.compile(
    r"\s+(?:skyndsamt|snarast|omgående|därför|även|också|dessutom|i sin tur|för sin del"
    r"|framöver|fortsatt|särskilt|gemensamt|tillsammans|var för sig|vardera|båda|i samverkan"
    r"|i samråd)\s*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\W*(?:den|de|ni|nämnden|styrelsen|nämnderna|bolaget|förbundet)\W*", re.IGNORECASE
)
_OURS_AFTER = re.compile(
    r",?\s*\b(?:därför\s)?enligt (?:vår|revis\w+) (?:\w+ )?(?:mening|uppfattning|bedömning"
    r"|åsikt),?\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^,\s[^,.]{3,140},\s+")
"""What is put in after "bör": "bör, i syfte att …, räkna"."""
_THING = re.compile(r"\W*(?:vidare\s+)?(?:den|de)\W*", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:\w+\s)?\w{3,}s\b")
"""What is done to a thing: "Den bör ses över"."""
_THING_FIRST = re.compile(
    r"\W*(?:fråg(?:an|orna)|saken|problemet|detta|ärendet|bristen|bristerna)\b", re.IGNORECASE
)
"""How a sentence begins by what is to be seen to: "Frågan bör nämnden ta ställning till"."""
_NEEDS = frozenset(("behöver", "måste"))
_NEED_NOT = re.compile(r"(?:\w+\s){0,2}?(?:inte|ej|knappast|ingen|inga|inget)\b", re.IGNORECASE)
"""How it goes on that nobody has to: "Nämnden behöver därför inte svara"."""
_OF_AUDITORS = re.compile(
    r"(?:de\s|(?:kommunens|regionens|stadens|förbundets)\s)?(?:förtroendevalda\s)?"
    r"(?:\w*revisorerna|\w*revisionen|revisionskontoret|lekmannarevisor\w*)\b",
    re.IGNORECASE,
)
"""How it goes on where experts recommend the auditors something: "att revisorerna granskar"."""
_FOR_PART = re.compile(
    r"(?:\w+\s)?(?:för|vad|när det)\s(?:gäller\s|avser\s)?[^,.]{4,80}?"
    r"(?:s\s(?:del|räkning)\b|(?<=en)\s(?:är|anser|bedömer)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that names those it is said of: "För nämndens del är det viktigt"."""
_LONGEST_FRONT = 160


@dataclass(frozen=True)
class Said:
    """A recommendation as a sentence says it."""

    text: str
    whom: Whom | None
    is_plain: bool
    """Whether a verb of recommending says it."""
    is_held: bool = False
    """Whether it is only said to be needed or important; else somebody ought to do it."""


def said_in(
    sentence: str,
    addressees: Addressees,
    before: Whom | None,
    *,
    takes_ought: bool,
    takes_need: bool = False,
) -> Iterator[Said]:
    """Give what a sentence recommends.

    ``takes_ought``: also by "bör" or "angeläget" alone; ``takes_need``: also by "behöver".
    """
    if is_of_another_audit(sentence) or sentence.endswith((":", "?")) or is_of_reply(sentence):
        return
    if recommends(sentence, addressees.firm):
        yield from _recommended(sentence, addressees, before)
    elif takes_ought:
        found = tuple(_held(sentence, addressees, before))
        yield from found or _ought(sentence, addressees, before, takes_need=takes_need)


def _recommended(sentence: str, addressees: Addressees, before: Whom | None) -> Iterator[Said]:
    """Give what a verb of recommending says: "vi rekommenderar nämnden att …"."""
    verb = _VERB.search(sentence)
    rest = _ATT.search(sentence, verb.end()) if verb else None
    bare = _without_att(sentence, verb, addressees) if verb else None
    if bare is not None and (rest is None or bare < rest.start()):
        begin = end = bare
    elif rest is not None:
        begin, end = rest.start(), rest.start("text")
    else:
        return
    if _OF_AUDITORS.match(sentence[end:]):
        return
    whom = addressees.spoken_to(sentence[:begin], before)
    for each in demands_in(sentence[end:], addressees, whom, before):
        yield Said(each.text, each.whom or before, is_plain=True)


def _without_att(sentence: str, verb: re.Match[str], addressees: Addressees) -> int | None:
    """Return where a demand begins that no "att" stands before: "nämnden rekommenderas införa"."""
    after = sentence[verb.end() :]
    begin = subject_end(after.lstrip(), addressees)
    begin = begin + len(after) - len(after.lstrip()) if begin else 0
    said = without_adverbs(after[begin:].lstrip(" ,"))
    is_passive = verb[0].endswith("s")
    has_subject = begin > 0 or (is_passive and verb.start() > 0)
    if not has_subject or not begins_with_infinitive(said.split(" ", 1)[0]):
        return None
    return len(sentence) - len(said)


def _held(sentence: str, addressees: Addressees, before: Whom | None) -> Iterator[Said]:
    """Give what is held to be needed of a committee: "det är angeläget att nämnden …"."""
    held = HELD.search(sentence) or _expected(sentence)
    if held is None or is_cited(sentence[: held.start()]) or is_denied(sentence[: held.start()]):
        return
    to, _, said = sentence[held.end() :].partition("att ")
    front = sentence[: held.start()]
    whom = addressees.spoken_to(to, before) or _warned(front, addressees)
    whom = whom or (addressees.spoken_to(front) if _FOR_PART.match(front) else None)
    is_put = whom is not None and begins_with_infinitive(said)
    if not is_put and not subject_end(said, addressees):
        return
    for each in demands_in(said, addressees, whom, before):
        yield Said(each.text, each.whom or before, is_plain=False, is_held=True)


def _expected(sentence: str) -> re.Match[str] | None:
    expects = EXPECTS.search(sentence)
    is_ours = expects is not None and US.search(sentence[: expects.end()]) is not None
    return expects if is_ours else None


def _warned(before: str, addressees: Addressees) -> Whom | None:
    """Return whom "vi vill uppmärksamma kommunstyrelsen på …" speaks to."""
    match = re.search(
        r"\b(?:uppmärksamma|påminna|påpeka för|understryka för)\s+(?P<to>.*)$", before
    )
    return addressees.spoken_to(match["to"]) if match and US.search(before) else None


def _ought(
    sentence: str, addressees: Addressees, before: Whom | None, *, takes_need: bool
) -> Iterator[Said]:
    """Give what a committee ought to do: "nämnden bör …"."""
    ought = OUGHT.search(sentence)
    if ought is None:
        return
    front = sentence[: ought.start()]
    if is_cited(front) or is_denied(front):
        return
    text = sentence[ought.end() :].strip()
    ours = _OURS_AFTER.search(text)
    is_need = ought[0].casefold() != "bör" and not (ours or OUR_VIEW.search(front))
    if _NEED_NOT.match(text) and ought[0].casefold() in _NEEDS:
        return
    if is_need and not (takes_need and ought[0].casefold() in _NEEDS):
        return
    text = f"{text[: ours.start()]} {text[ours.end() :]}".strip() if ours else text
    text = _ASIDE.sub("", text)
    subject = re.sub(r",[^,]*,\s*$", " ", re.sub(r"^.*\batt\s+", "", front))
    end = subject_end(text, addressees)
    is_fronted = _ADVERB.fullmatch(subject) or (end and len(subject) < _LONGEST_FRONT)
    if is_fronted and _THING_FIRST.match(front):
        return
    if is_fronted and not is_subject(subject, addressees):
        subject, text = text[:end], text[end:].strip()
    if not is_subject(subject, addressees):
        return
    whom = addressees.spoken_to(subject, before) or before
    is_thing = _THING.fullmatch(subject) is not None
    for each in demands_in(text, addressees, whom, before):
        if not (is_thing and _PASSIVE.match(each.text)):
            yield Said(each.text, each.whom, is_plain=False, is_held=is_need)


def is_subject(text: str, addressees: Addressees) -> bool:
    """Tell whether words are those who are to do something: committees, or "nämnden"."""
    said = _LATE_ADVERB.sub("", _CONJUNCTION.sub("", text))
    return addressees.is_label(said) or _PRONOUN.fullmatch(said) is not None

"""How a sentence or a line that ends in a colon recommends: by which verb, to whom, and what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revtrack.domain.proposals.demanded import demands_in, subject_end, without_adverbs
from revtrack.domain.proposals.verb_forms import begins_with_infinitive
from revtrack.domain.proposals.voices import (
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
from revtrack.domain.proposals.whom import Addressees, Whom

_MATTER = re.compile(
    r"\brekommendation(?:er|erna|en)?\b|\bförbättringsområden\b|\bförslag till åtgärder\b"
    r"|\båtgärdsförslag\b|\bförbättringsförslag\b|\butvecklingsområden\b|\bmedskick\b"
    r"|\bförbättringsåtgärder\b|\bförslag till förbättring\w*\b|\b(?:förbättrings|utvecklings)"
    r"(?:potential|punkter|möjligheter|behov)\b|\bråd\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:följande|nedanstående)\s+(?:\w+\s+){0,2}(?:rekommendation|förbättrings|förslag"
    r"|åtgärdsförslag|utvecklings|medskick|åtgärd|råd\b|uppmaning)\w*"
    r"|\b(?:rekommendation|förbättringsområde|förslag|åtgärdsförslag|förbättringsförslag"
    r"|utvecklingsområde)\w*\s+(?:\S+\s+){0,8}?(?:nedan|enligt följande)\b"
    r"|\b(?:ett antal|några|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera)\s(?:\w+\s)?"
    r"(?:rekommendationer|förslag|åtgärder|saker|punkter|förbättringsområden|råd)\b",
    re.IGNORECASE,
)
"""What says that recommendations follow, also where a full stop ends the line."""
_IN_PAPER = re.compile(
    r"\b(?:anges|framgår|innehåller|listas|beskrivs|vidtagit|vidtagits|vidtog|vidtogs|pågår"
    r"|planeras"
    r"|beslutade|beslutat|genomförts|genomfördes|redovisas av|tagit del|uppger|redovisat|redovisar"
    r"|noterat|fick|hade|fanns|gavs)\b",
    re.IGNORECASE,
)
"""What tells of measures in others' papers, or that others have taken."""
_NEEDS_DEMAND = re.compile(r"\båtgärder$|^(?!följande|nedan|rekom|förslag|åtgärdsf)", re.IGNORECASE)
_DEMANDED = re.compile(
    r"\b(?:bör|behöv\w+|ska|måste|föresl\w+|rekommend\w+|förord\w+|vi|\w*revis\w+|angeläg\w+"
    r"|nödvändig\w*|krävs|lämnas)\b",
    re.IGNORECASE,
)
"""What tells that measures are demanded, and not taken."""
_FOLLOWING = re.compile(r"\bföljande\b|\bnedanstående\b|\bnedan\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:besvarar?|svarar? på|svar på|yttrar? sig över)\b.*\b(?:fråg(?:a|or|orna)|följande)\b"
    r"|\bfråg(?:a|or|orna)\b.*\b(?:besvara|besvaras|till)\b"
    r"|\b(?:vill|önskar|behöver)\b.*\bveta\b.*:$|\bställer\b.*\bfråg(?:a|or|orna)\b",
    re.IGNORECASE,
)
_OWN_QUESTIONS = re.compile(
    r"\bgranskning|\brevisionsfråg|\bfrågeställning|\buppföljningen\b|\bstudien\b|\bhar sökt svar"
    r"|\bfråg(?:a|or|orna)\b[^.]*\b(?:ska|skulle|har) (?:\w+ )?besvara[st]",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"\b(?:(?:rekommenderar|föreslår|uppmanar|förordar|hemställer)(?:\s+vi)?"
    r"|vill (?:vi|\w*revis\w+)(?: \w+)?|(?:vi|\w*revis\w+) vill(?: \w+)?)(?:\s+(?:att|se))?:?$",
    re.IGNORECASE,
)
"""How a line ends that goes on with a committee below it."""
_RECOMMENDED = re.compile(
    r"\brekommend\w+|\bpunkter(?:na)?\b.{0,60}\b(?:rikta[ts]|riktade|avser|gäller)\b"
    r"|\bföljande punkter\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:rekommenderar|uppmanar|föreslår|förordar|hemställer|tillråder|anmodar|uppmuntrar"
    r"|råder|ber|skickar\s(?:vi\s)?(?:även\s|också\s)?med"
    r"|rekommenderas|uppmanas|föreslås|förordas|tillråds|anmodas"
    r"|(?:vill|önskar|kan|får|väljer|skäl att|anledning att|valt att"
    r"|att)\s(?:[\w-]+\s){0,3}?(?:rekommendera"
    r"|uppmana|föreslå|förorda|hemställa|tillråda|anmoda|uppmuntra|råda|skicka med)"
    r"|(?:rekommendationen|rådet|uppmaningen)(?=\satt\b)"
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
_STRESSES = re.compile(
    r"\b(?:betona|framhålla|lyfta|understryka|peka på|uppmärksamma)\b[^.]*\bföljande\b"
    r"(?!\s(?:iakttagelse|slutsats|resultat|brist))",
    re.IGNORECASE,
)
_THING = re.compile(r"\W*(?:vidare\s+)?(?:den|de)\W*", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:\w+\s)?\w{3,}s\b")
"""What is done to a thing: "Den bör ses över"."""
_LONGEST_FRONT = 160
_OPENS = re.compile(
    r"\b(?:att|bör|ska|skall|behöver|måste|särskilt|följande(?:\s\w+){0,2})"
    r"(?:\s(?:därför|dessutom|också|även|vidare|därutöver|därtill|särskilt|i första hand|framöver"
    r"|nu|omgående|snarast|skyndsamt|gemensamt|tillsammans|i samverkan|var för sig|för (?:egen"
    r"|sin) del"
    r"|å sin sida|i (?:samråd|samverkan|dialog) med [^:.]{3,80}))*"
    r"\s*:?$",
    re.IGNORECASE,
)


_IS_DONE = re.compile(
    r"\b(?:följande|nedanstående)\b[^.:]{0,60}\b(?:bör|behöver|måste)\s(?:\w+\s){0,2}?"
    r"(?:göras|åtgärdas|förbättras|vidtas|genomföras|ske|prioriteras|ordnas|hanteras)\b"
    r"|\b(?:bör|behöver|måste)\b[^.:]{0,60}\b(?:vidta|genomföra|göra) (?:följande|nedanstående)\b",
    re.IGNORECASE,
)
"""How a line says that what follows ought to be done."""
_ONLY_JOINED = re.compile(r",?\s*(?:och|samt|,)\s+(?:till\s+)?|,?\s*(?:om\s+)?att:?|")
_COUNTED_AT_END = re.compile(
    r"\b(?:samtliga|alla|övriga)\s(?:\w+\s){0,2}nämnder,?\s(?:utom|förutom|med undantag för)\s$"
)


@dataclass(frozen=True)
class Said:
    """A recommendation as a sentence says it."""

    text: str
    whom: Whom | None
    is_plain: bool
    """Whether a verb of recommending says it."""
    is_held: bool = False
    """Whether it is only said to be needed or important; else somebody ought to do it."""


# ---- lines that introduce ------------------------------------------------------------------------


def opens_list(text: str, addressees: Addressees, *, takes_earlier: bool = False) -> bool:
    """Tell whether a line that ends in a colon, or "att", introduces recommendations.

    ``takes_earlier``: also those of an audit before.
    """
    if "?" in text:
        return False
    if takes_earlier and _RECOMMENDED.search(text):
        return True
    if is_of_another_audit(text):
        return False
    if recommends(text, addressees.firm) or asks_questions(text):
        return True
    has_matter = _MATTER.search(text) is not None
    if has_matter and re.search(
        r"\b(?:följande|lämna[rs]|vi|nedan|till|är)\b", text, re.IGNORECASE
    ):
        return True
    return _opens_by_ought(text, addressees) or _opens_by_view(text, addressees)


def announces_list(text: str) -> bool:
    """Tell whether a whole sentence says that recommendations follow it."""
    if is_of_another_audit(text):
        return False
    if _FOLLOWING.search(text) and recommends(text):
        return True
    match = _ANNOUNCES.search(text)
    is_theirs = match is not None and _IN_PAPER.search(text) is not None
    if match is not None and _NEEDS_DEMAND.search(match[0]):
        is_theirs = is_theirs or _DEMANDED.search(text) is None
    return match is not None and not is_theirs


def stresses(text: str) -> bool:
    """Tell whether a line lays stress on what follows, of which demands are recommendations."""
    return _STRESSES.search(text) is not None and US.search(text) is not None


def _opens_by_ought(text: str, addressees: Addressees) -> bool:
    return _IS_DONE.search(text) is not None or any(
        _opens_at(ought, text, addressees) for ought in OUGHT.finditer(text)
    )


def _opens_at(ought: re.Match[str], text: str, addressees: Addressees) -> bool:
    before, after = text[: ought.start()], text[ought.end() :].strip(" :")
    if _OPENS.search(text) is None and not (after and _is_subject(after, addressees)):
        return False
    whom = addressees.spoken_to(before) or addressees.spoken_to(text[ought.end() :])
    return whom is not None and not is_cited(before)


def _opens_by_view(text: str, addressees: Addressees) -> bool:
    """Tell whether a line holds something to be needed of a committee that it names last."""
    held = HELD.search(text) or EXPECTS.search(text)
    if held is None or is_cited(text) or is_denied(text[: held.start()]):
        return False
    rest = re.sub(r"^\s*att\s+", "", text[held.end() :]).rstrip(" :")
    rest = re.sub(r"\s+att$", "", re.sub(r"^\s*för\s+", "", rest))
    return _is_subject(rest, addressees)


def asks_questions(text: str) -> bool:
    """Tell whether a line asks for answers to the questions that follow it."""
    return _ASKS.search(text) is not None and _OWN_QUESTIONS.search(text) is None


def run_on(text: str, addressees: Addressees) -> int | None:
    """Return where a label begins that the line below an item ran into: "… nämnden att:"."""
    if not text.endswith(("att:", " att")) or opens_list(text, addressees):
        return None
    begin = len(text)
    for each in reversed(addressees.bodies.mentions(text)):
        if _ONLY_JOINED.fullmatch(text, each.end, begin) is None:
            break
        begin = each.start
    counted = _COUNTED_AT_END.search(text, 0, begin)
    begin = counted.start() if counted else begin
    return begin if 0 < begin < len(text) and addressees.is_label(text[begin:]) else None


# ---- sentences -----------------------------------------------------------------------------------


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
    whom = addressees.spoken_to(to, before) or _warned(sentence[: held.start()], addressees)
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
    if is_need and not (takes_need and ought[0].casefold() in {"behöver", "måste"}):
        return
    text = f"{text[: ours.start()]} {text[ours.end() :]}".strip() if ours else text
    text = _ASIDE.sub("", text)
    subject = re.sub(r",[^,]*,\s*$", " ", re.sub(r"^.*\batt\s+", "", front))
    end = subject_end(text, addressees)
    is_fronted = _ADVERB.fullmatch(subject) or (end and len(subject) < _LONGEST_FRONT)
    if is_fronted and not _is_subject(subject, addressees):
        subject, text = text[:end], text[end:].strip()
    if not _is_subject(subject, addressees):
        return
    whom = addressees.spoken_to(subject, before) or before
    is_thing = _THING.fullmatch(subject) is not None
    for each in demands_in(text, addressees, whom, before):
        if not (is_thing and _PASSIVE.match(each.text)):
            yield Said(each.text, each.whom, is_plain=False, is_held=is_need)


def _is_subject(text: str, addressees: Addressees) -> bool:
    said = _LATE_ADVERB.sub("", _CONJUNCTION.sub("", text))
    return addressees.is_label(said) or _PRONOUN.fullmatch(said) is not None

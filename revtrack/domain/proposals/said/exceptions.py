"""How a sentence agrees with, or refuses, all but something: "alla punkter utom den om …"."""

import re

from revtrack.domain.texts.any_case import AnyCase

_WHAT = (
    r"(?:rekommendation|synpunkt|punkt|förslag|påpekande|bedömning|slutsats|kritik|iakttagelse"
    r"|granskning|rapport|uppfattning)\w*"
)
_POINTER = (
    r"(?:(?:i|för|av|på|till|från) )?(?:den|det|dem|de|en|ett|två|tre|fråga\w*|rekommendation\w*"
    r"|punkt\w*|synpunkt\w*|vad|när|såvitt|beträffande|angående|avseende|gällande|rörande|nr|nummer"
    r"|delen)"
)
_SIGN = (
    r"(?:utom|förutom|undantaget|undantagandes|exklusive|bortsett från|frånsett|så när som på"
    r"|med (?:ett |två |tre |några |vissa )?undantag(?:et|en)?(?: (?:för|av|från))?)"
)
_NEAR = (
    rf"(?:{_WHAT}(?: (?!(?:och|samt|men|att|om)\b)[\w-]+){{0,3}}"
    r"|\b(?:allt|alla|samtliga|alla (?:delar|punkter|avseenden)|det mesta|någon|något|inget|ingen))"
)
EXCEPTION = (
    rf"(?:(?P<after>{_NEAR}),? (?P<sign>{_SIGN})[ :,]+"
    rf"|(?:^|,? )(?P<pointing>{_SIGN})(?=[:,]? {_POINTER}\b)[ :,]+"
    rf"|^(?P<first>{_SIGN}) (?!att|det|detta|denna|dessa)\b)"
)
"""Where what is excepted begins."""
_ENDS = (
    r"(?<!\bsom)(?<!\bvad)(?<!\bdet)(?=,? (?:instäm|delar|ställer|håller|tillstyrk|godta|godkän"
    r"|accept|bifall|avvis|avstyrk|avslå"
    r"|kan|har|är|vill|avser|anser|bedömer|ser|och (?:kommer|avser|ska|har|vill))\w*\b"
    r"|, (?:som|där|vilke[nt]|vilka|eftersom|då|men|för vilken|på vilken|i vilken)\b|[;–]|\.?$)"
)
"""Where what is excepted ends: at the sentence's verb, or what is said of it."""
_SHAPE = AnyCase(rf"{EXCEPTION}(?P<what>.+?){_ENDS}")


def parted_by_exception(sentence: str) -> tuple[str, str, str] | None:
    """Return what a sentence says of all, what it excepts and what it says of that; or None."""
    match = _SHAPE.search(sentence)
    if match is None:
        return None
    rest = sentence[match.end() :]
    is_of_it = re.match(r", (?:som|där|vilk|eftersom|då|men|för|på|i)\b|[;–]", rest) is not None
    of_all = f"{sentence[: match.start()]}{match['after'] or ''}{'' if is_of_it else rest}"
    return " ".join(of_all.split()), match["what"].strip(" ,.:"), rest if is_of_it else ""

"""Usual names behind the abbreviations of committees, proposed when an unknown one is typed."""

import re

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.texts.prose import name_key

USUAL_NAMES = {
    "KF": "kommunfullmäktige",
    "KS": "kommunstyrelsen",
    "RF": "regionfullmäktige",
    "RS": "regionstyrelsen",
    "AVN": "arbets- och välfärdsnämnden",
    "BN": "byggnadsnämnden",
    "BUN": "barn- och utbildningsnämnden",
    "BMN": "bygg- och miljönämnden",
    "FGN": "fritids- och grönområdesnämnden",
    "GN": "gymnasienämnden",
    "GSN": "grundskolenämnden",
    "KFN": "kultur- och fritidsnämnden",
    "KN": "kulturnämnden",
    "MBN": "miljö- och byggnadsnämnden",
    "MN": "miljönämnden",
    "ON": "omsorgsnämnden",
    "SBN": "samhällsbyggnadsnämnden",
    "SN": "socialnämnden",
    "SOCN": "socialnämnden",
    "TN": "tekniska nämnden",
    "UN": "utbildningsnämnden",
    "VN": "valnämnden",
    "VON": "vård- och omsorgsnämnden",
    "ÄN": "äldrenämnden",
    "ÖFN": "överförmyndarnämnden",
}
"""Names in common use; an office corrects what it calls otherwise."""

LONGEST_ABBREVIATION = 6

MOST_WORDS = 6
"""A longer text is hardly the name of a committee."""

_BODY_WORD = re.compile(
    r"nämnd|styrelse|utskott|fullmäktige|presidi|beredning|förbund|bolag|stiftelse|förening"
    r"|kommitté|direktion|överförmyndar|(?<!om)råd(et)?\b|\bab\b"
)
_SEVERAL = re.compile(r"^(alla|samtliga|all)\b|(nämnder|styrelser)(na)?$|(utskotten|bolagen)$")


def is_usual_abbreviation(text: str) -> bool:
    """Tell whether a text is an abbreviation in common use, in capitals or not: "sn"."""
    return text.upper() in USUAL_NAMES


def is_like_a_name(text: str) -> bool:
    """Tell whether a text may be the name or the abbreviation of one committee.

    A name says what kind of body it is (nämnd, styrelse, AB …) in a few words; "berörda nämnder"
    and "it-avdelningen" are no committee.
    """
    words, key = text.split(), name_key(text)
    if len(words) > MOST_WORDS:
        return False
    if is_usual_abbreviation(text) or all(
        word.isupper() and len(word) <= LONGEST_ABBREVIATION for word in words
    ):
        return True
    return _BODY_WORD.search(key) is not None and _SEVERAL.search(key) is None


def propose_committee(text: str) -> tuple[str, str | None, CommitteeKind]:
    """Return name, abbreviation and kind for a committee that is typed and not yet known.

    An abbreviation without a usual name is its own name until somebody writes it out; one in common
    use is known in small letters too.
    """
    is_short = text.isupper() and " " not in text and len(text) <= LONGEST_ABBREVIATION
    abbreviation = text.upper() if is_short or is_usual_abbreviation(text) else None
    name = USUAL_NAMES.get(abbreviation, text) if abbreviation else text
    return name, abbreviation, _kind_of(name)


def is_council(name: str) -> bool:
    """Tell whether it is the council or its presidium: a paper goes to them, none is reviewed."""
    return _kind_of(name) in {CommitteeKind.COUNCIL, CommitteeKind.PRESIDIUM}


def _kind_of(name: str) -> CommitteeKind:
    key = name_key(name)
    if key.endswith(("kommunstyrelsen", "regionstyrelsen")):
        return CommitteeKind.EXECUTIVE_BOARD
    if "presidium" in key:
        return CommitteeKind.PRESIDIUM
    if key.endswith("fullmäktige"):
        return CommitteeKind.COUNCIL
    if key.endswith(" ab") or key.startswith("ab ") or "aktiebolag" in key:
        return CommitteeKind.COMPANY
    if key.endswith(("förbund", "förbundet")):
        return CommitteeKind.FEDERATION
    return CommitteeKind.COMMITTEE

"""Usual names behind the abbreviations of committees, proposed when an unknown one is typed."""

from revtrack.domain.codes import CommitteeKind
from revtrack.domain.prose import name_key

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


def propose_committee(text: str) -> tuple[str, str | None, CommitteeKind]:
    """Return name, abbreviation and kind for a committee that is typed and not yet known.

    An abbreviation without a usual name is its own name until somebody writes it out.
    """
    is_short = text.isupper() and " " not in text and len(text) <= LONGEST_ABBREVIATION
    name = USUAL_NAMES.get(text, text) if is_short else text
    return name, text if is_short else None, _kind_of(name)


def _kind_of(name: str) -> CommitteeKind:
    key = name_key(name)
    if key.endswith(("kommunstyrelsen", "regionstyrelsen")):
        return CommitteeKind.EXECUTIVE_BOARD
    if "presidium" in key:
        return CommitteeKind.PRESIDIUM
    if key.endswith("fullmäktige"):
        return CommitteeKind.COUNCIL
    if key.endswith(" ab") or "aktiebolag" in key:
        return CommitteeKind.COMPANY
    if key.endswith(("förbund", "förbundet")):
        return CommitteeKind.FEDERATION
    return CommitteeKind.COMMITTEE

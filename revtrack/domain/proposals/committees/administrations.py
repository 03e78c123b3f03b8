"""The administrations that serve committees: by their names, and by those that a paper gives."""

import re
from collections import Counter
from collections.abc import Iterable

from revtrack.domain.proposals.committees.name_shapes import PLAIN_BOARDS, near
from revtrack.domain.records import Committee
from revtrack.domain.texts.prose import lines_of, name_key

_SERVING = re.compile(r"örvaltning|[kK]ontor")
_ADMINISTRATION = re.compile(
    r"(?<![\w-])(?P<stem>(?:(?:\w+-,\s)?\w+-\s(?:och|samt)\s)?\w{3,}?)s?"
    r"(?P<kind>förvaltning|kontor)(?:en|et)s?(?![\w-])",
    re.IGNORECASE,
)
_BOARDS_OWN = frozenset(
    (
        *("kommunledningskontoret", "kommunledningsförvaltningen", "kommunstyrelseförvaltningen"),
        *("kommunkansliet", "kommunstyrelsekontoret", "stadsledningskontoret"),
        *("regionledningskontoret", "regionledningsförvaltningen", "kommunstyrelsens förvaltning"),
        *("stadsledningsförvaltningen", "kommunstaben", "centralförvaltningen"),
    )
)
"""What usually serves the executive board."""


def served_in(texts: Iterable[str], names: Counter[str]) -> dict[str, tuple[str, ...]]:
    """Return the administrations that a paper names, by the committee whose name they bear."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        for match in near(text, _SERVING, _ADMINISTRATION):
            said = name_key(match[0]).removesuffix("s")
            stem = name_key(match["stem"])
            own = next(
                (key for key in (f"{stem}nämnden", f"{stem}snämnden") if key in names),
                next((k for k in PLAIN_BOARDS if said in _BOARDS_OWN and k in names), None),
            )
            if own and own != "kommunfullmäktige":
                found.setdefault(own, {})[said] = None
    return {key: tuple(each) for key, each in found.items()}


def administrations_of(committees: Iterable[Committee]) -> dict[str, tuple[Committee, ...]]:
    """Return the committees by the name keys of the administrations that serve them."""
    found: dict[str, list[Committee]] = {}
    for each in committees:
        for name in lines_of(each.administrations):
            found.setdefault(name_key(name), []).append(each)
    return {key: tuple(each) for key, each in found.items()}

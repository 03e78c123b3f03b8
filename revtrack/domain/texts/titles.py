"""Whether two titles may be of one audit, by the words that say what was audited."""

import re

from revtrack.domain.texts.likeness import content_stems

_OF_ANY = re.compile(
    r"gransk|revi|rapport|svar|yttrand|remiss|kommun|region|stad|nämnd|styrels|förvaltning|bolag"
    r"|fördjup|grundlägg|uppfölj|översikt|förstud|missiv|skrivels|brev|anmäl|komment|synpunkt"
    r"|tjänsteskriv|protokoll|ärend|beslut|förslag|begär|anstånd|redovis|sammanst|åtgärd|utför|genomför|tidig|påminn|avseend|angå|gäll"
    r"|över|mot|år$|\d"
)
"""How stems begin that may stand in the title of any audit, or of any paper about one."""
_SHARED = 5
"""So many letters that two words have in common, where they are not the same, make them one."""


def may_be_of_one(first: str, second: str) -> bool:
    """Tell whether two titles may be of one audit: they share a word, or one says nothing of it."""
    one, other = _own(first), _own(second)
    return not one or not other or any(_is_shared(a, b) for a in one for b in other)


def _own(title: str) -> frozenset[str]:
    return frozenset(each for each in content_stems(title) if not _OF_ANY.match(each))


def _is_shared(first: str, second: str) -> bool:
    """Tell whether two stems are one word, or one of them stands in the other: skolekonomi."""
    short, long = sorted((first, second), key=len)
    return short == long or (
        len(short) >= _SHARED and (short in long or short[:_SHARED] == long[:_SHARED])
    )

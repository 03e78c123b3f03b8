"""Whether two titles may be of one audit, by the words that say what was audited."""

import re

from revtrack.domain.texts.likeness import content_stems

_OF_ANY = re.compile(
    r"gransk|revi|rev$|dnr|diari|arbet$|rapport|svar|yttr|remiss|kommun|region|stad|nämnd|styrels|förvaltning|bolag"
    r"|fördjup|grundlägg|uppfölj|översikt|förstud|missiv|skrivels|brev|anmäl|komment|synpunkt"
    r"|tjänsteskriv|protokoll|ärend|beslut|förslag|begär|anstånd|redovis|sammanst|åtgärd|utför|genomför|tidig|påminn|avseend|angå|gäll"
    r"|över|mot|år$|\d"
)
"""How stems begin that may stand in the title of any audit, or of any paper about one."""
_FOLLOW_UP = re.compile(
    r"^(?:(?:revisions)?rapport\W+"
    r"|\w*(?:svar|yttrande|missiv)\w* (?:på|över|till|med|om|avseende) )?uppfölj(?:ande|ning)"
    r"|\buppföljande (?:\w+ )?(?:granskning|revision|rapport|förstudie)"
    r"|\buppföljnings?(?:granskning|rapport)"
    r"|\buppföljning(?:en)? av (?:[\w-]+ ){0,3}?\w*(?:granskning|rekommendation|revision)"
    r"|[(:,–-]\s*uppföljning(?:en)?\)?\W*$",
    re.IGNORECASE,
)
"""How a title says that earlier recommendations are gone back to, and not that a committee's own
following up was audited."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARED = 5
"""So many letters that two words have in common, where they are not the same, make them one."""


def may_be_of_one(first: str, second: str) -> bool:
    """Tell whether two titles may be of one audit: they share a word, or one says nothing of it."""
    one, other = _own(first), _own(second)
    return not one or not other or any(_is_shared(a, b) for a in one for b in other)


def is_of_same_matter(first: str, second: str) -> bool:
    """Tell whether all that one title says was audited stands in the other as well.

    >>> is_of_same_matter("Svar om hot och våld", "Granskning av arbetet mot hot och våld i skolan")
    True
    >>> is_of_same_matter("Granskning av hot i skolan", "Granskning av hot i hemtjänsten")
    False
    """
    one, other = _own(first), _own(second)
    return bool(one and other) and (_stand_in(one, other) or _stand_in(other, one))


def are_of_other_matters(first: str, second: str) -> bool:
    """Tell whether each title says of what was audited something that the other does not.

    >>> are_of_other_matters("Granskning av skolans ekonomi", "Granskning av skolans lokaler")
    True
    >>> are_of_other_matters("Granskning av skolans ekonomi", "Granskningsrapport 2024")
    False
    """
    one, other = _own(first), _own(second)
    return bool(one and other) and not _stand_in(one, other) and not _stand_in(other, one)


def say_the_same(first: str, second: str) -> bool:
    """Tell whether two titles say that the same was audited, and neither says more of it.

    >>> say_the_same("Svar: arbetet mot hot och våld", "Granskning av kommunens hot och våld")
    True
    >>> say_the_same("Granskning av hot och våld", "Granskning av hot och våld i skolan")
    False
    """
    one, other = _own(first), _own(second)
    return bool(one and other) and _stand_in(one, other) and _stand_in(other, one)


def is_of_follow_up(title: str) -> bool:
    """Tell whether a title is of a follow-up, which goes back to what was recommended before.

    >>> is_of_follow_up("Svar på uppföljande granskning av hot och våld")
    True
    >>> is_of_follow_up("Granskning av avtalsuppföljning")
    False
    """
    return _FOLLOW_UP.search(title.strip()) is not None


def are_of_other_years(first: str, second: str) -> bool:
    """Tell whether both titles name years, and none that the other names."""
    one, other = set(_YEAR.findall(first)), set(_YEAR.findall(second))
    return bool(one and other) and not one & other


def _own(title: str) -> frozenset[str]:
    return frozenset(each for each in content_stems(title) if not _OF_ANY.match(each))


def _stand_in(words: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(_is_word_of(each, one) for one in others) for each in words)


def _is_word_of(first: str, second: str) -> bool:
    """Tell whether two stems are of one word, or of one that begins with the other."""
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) >= _SHARED and long.startswith(short))


def _is_shared(first: str, second: str) -> bool:
    """Tell whether two stems are one word, or one of them stands in the other: skolekonomi."""
    short, long = sorted((first, second), key=len)
    return short == long or (
        len(short) >= _SHARED and (short in long or short[:_SHARED] == long[:_SHARED])
    )

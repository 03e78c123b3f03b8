"""What a sentence concedes, and so does not judge: "även om …", "trots att …"."""

import re

_CONCEDES = r"(?:även om|trots att|fastän|eftersom|därför att|om det inte)"
_FINITE = (
    r"(?:är|har|finns|saknas|saknar|kan|behöver|bör|bedöms|bedömer|anser|får|blir|var|tillämpas"
    r"|används|följs|sker|fungerar|uppfyll\w+|brister)"
)
_FIRST = re.compile(rf"^\W*{_CONCEDES}\b", re.IGNORECASE)
_VERB = re.compile(rf"\b{_FINITE}\b", re.IGNORECASE)
_ASIDE = re.compile(rf",?\s?\b{_CONCEDES}\b(?P<said>[^,;]*)", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"^,\s(?:{_FINITE}|inte|ej|ännu|i|till|fullt|delvis|endast|bara|helt|huvudsakligen)\b",
    re.IGNORECASE,
)
"""How a clause goes on behind what it concedes in its midst: "X, trots att Y, inte har Z"."""


def without_conceded(said: str) -> str:
    """Return a sentence without what it concedes or gives as a reason."""
    if _FIRST.match(said):
        return _behind(said)
    aside = _ASIDE.search(said)
    if aside is None:
        return said
    rest = said[aside.end() :]
    return said[: aside.start()] + (f" {rest[1:]}" if _GOES_ON.match(rest) else "")


def _behind(said: str) -> str:
    """Return the main clause behind one that concedes; all where it cannot be told apart."""
    head, comma, rest = said.partition(",")
    if comma and _VERB.search(rest):
        return rest.strip()
    verbs = list(_VERB.finditer(head))
    return head[verbs[1].start() :] if len(verbs) > 1 else said

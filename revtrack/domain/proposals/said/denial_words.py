"""Words of agreement that are denied, however far from them the denial stands."""

_JUDGED = r"(?:rekommendation|synpunkt|kritik|påpekande|iakttagelse|förslag|råd)"
_FIT = (
    r"(?:rimlig|befoga|riktig|motivera|relevant|berättiga|välgrunda|rättvis|korrekt|nödvändig)\w*"
)
_SCARCELY = r"(?:inte|ej|varken|föga|knappast|mindre|långt ifrån)"
_ADDS = r"(?:bara|endast|enbart|minst|helt|fullt)\b"
"""What stands behind "inte" where it does not deny all of something: "inte bara rimlig"."""
_DENIES = rf"(?:{_SCARCELY}|ingen|inget|inga|aldrig)\b(?! {_ADDS})"
_BREAKS = r"(?:men|utan|och|att)\b"
"""What begins another clause, which a denial does not reach."""

DENIED = (
    rf"\b{_JUDGED}\w*\b[^.,;]{{0,30}}?\b(?:är|var|bedöms|anses) "
    rf"(?:(?!{_BREAKS})[\w-]+ ){{0,5}}?"
    rf"{_SCARCELY} (?:(?!{_ADDS}|{_BREAKS})\w+ ){{0,2}}?{_FIT}"
    r"|\bstår (?:\w+ ){0,2}?(?:inte|ej|knappast) (?:\w+ )?bakom\b"
    r"|\bhöll (?:\w+ )?(?:inte|ej) (?:\w+ )?med\b"
    r"|\bråder (?:\w+ )?(?:ingen|inte|inte någon) samsyn\b"
    r"|\bser (?:\w+ )?(?:nyttan|värdet|behovet) som (?:\w+ )?"
    r"(?:begränsa|lit|marginell|ring|tveksam|obefintlig)"
)
"""How a sentence denies what the words around the denial would agree to."""


def undenied(shape: str) -> str:
    """Return a shape of agreement between whose words none may stand that denies it."""
    return shape.replace(r"(?:\w+ )", rf"(?:(?!{_DENIES})\w+ )")

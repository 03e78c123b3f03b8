"""What stands above an e-mail and above what it quotes: labels, a rule, who wrote it."""

import re
from collections.abc import Iterable

MAIL_LABEL = re.compile(
    r"(?P<label>från|till|skickat|datum|ämne|kopia|from|to|sent|date|subject|cc)\s*:", re.IGNORECASE
)
"""How a line begins that tells who sent a mail, to whom, when or about what."""
ORIGINAL = re.compile(
    r"^[-_ ]*(?:ursprungligt meddelande|original ?message|vidarebefordrat (?:meddelande|brev)"
    r"|forwarded message)[-_ ]*$",
    re.IGNORECASE,
)
"""A rule above another mail: "-----Ursprungligt meddelande-----"."""
WROTE = re.compile(r"^.{0,140}\b(?:skrev|skriver|wrote)\b.{0,110}:$", re.IGNORECASE)
"""How a mail tells that another is quoted below: "Den 3 maj 2024 skrev Revisionen <…>:"."""
_LABELS = 3
"""So many make the head of a mail."""


def is_mail_head(texts: Iterable[str]) -> bool:
    """Tell whether lines are the head of an e-mail, by their different labels."""
    matches = [MAIL_LABEL.match(each) for each in texts]
    return len({match["label"].casefold() for match in matches if match}) >= _LABELS

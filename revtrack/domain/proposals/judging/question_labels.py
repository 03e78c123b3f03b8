"""What a question has before its words: "Fråga 2:", "F1.", "1 c)", "Delfråga B –"."""

import re

LABEL = re.compile(
    r"^\W*(?:(?:revisions|del|gransknings|kontroll|under)?(?:fråga|frågeställning|mål)"
    r"\s(?:nr\.?\s?)?(?:\d{1,2}(?:\s?[a-h]|\.\d{1,2})?|[A-H])\b\s*[.:)–-]?\s+"
    r"|(?:RF|F|DF|D)\s?\d{1,2}\s?[.:)–-]?\s+"
    r"|\d{1,2}(?:\.\d{1,2})?\s?\(?[a-h]?[.:)]\s?"
    r"|\(?[a-h][.)]\s+)",
    re.IGNORECASE,
)


def without_mark(text: str) -> str:
    """Return a question without its number or letter."""
    said = LABEL.sub("", text, count=1).strip()
    return said if len(said.split()) > 1 else text

"""The labels at the head of an e-mail, by which one is known and parted from what it quotes."""

import re

MAIL_LABEL = re.compile(
    r"(?P<label>från|till|skickat|datum|ämne|kopia|from|to|sent|date|subject|cc)\s*:", re.IGNORECASE
)
"""How a line begins that tells who sent a mail, to whom, when or about what."""

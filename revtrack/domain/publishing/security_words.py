"""Words by which a public text may tell where a protection is weak: for a person to judge.

What is said of locks, copies and preparedness may be secret (OSL 18:8 and 18:13), and no word alone
decides it.
"""

import re
from collections.abc import Iterable, Iterator

from revtrack.domain.publishing.gate import AROUND, Finding, Revealed

_WORDS = re.compile(
    r"\b(?:"
    r"säkerhetsskydd\w*|säkerhetsklass\w*|säkerhetskopi\w*|återläsning\w*|skyddsobjekt\w*"
    r"|(?:it|data|cyber|informations|nätverks)-?säkerhet\w*|(?:dator)?intrång\w*|skadlig kod"
    r"|(?:fler|två|multi)?(?:faktors?)?autentisering\w*|lösenord\w*|inloggning\w*|behörighet\w*"
    r"|sårbarhet\w*|risk- och sårbarhetsanalys\w*|brandvägg\w*|krypter\w*|penetrationstest\w*"
    r"|skalskydd\w*|passersystem\w*|kameraövervak\w*|larm(?:et|en|ning)?|hotbild\w*"
    r"|kris(?:beredskap|hantering|ledning)\w*|beredskapsplan\w*|höjd beredskap|totalförsvar\w*"
    r"|civilt? försvar\w*|kontinuitetsplan\w*|reservkraft\w*|nödvatten\w*|samhällsviktig\w*"
    r")",
    re.IGNORECASE,
)


def security_findings(texts: Iterable[tuple[str, str]], place: str) -> Iterator[Finding]:
    """Yield each such word of each text once; ``texts`` are by what they belong to: "X-1:R2"."""
    for owner, text in texts:
        for found in _WORDS.finditer(text):
            begin, end = found.span()
            quote = " ".join(text[max(0, begin - AROUND) : end + AROUND].split())
            yield Finding(Revealed.SECURITY, f"{owner}, {found[0]}", place, quote)

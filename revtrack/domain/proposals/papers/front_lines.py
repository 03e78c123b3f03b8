"""Lines of a front page: the name of a report, an address, who gets a copy, the firm."""

import re
from collections.abc import Sequence

from revtrack.domain.proposals.papers.firm_names import FIRM, is_firm
from revtrack.domain.proposals.papers.sign_words import FROM_AUDITORS
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line
from revtrack.domain.texts.prose import name_key

TO = re.compile(r"^Till\b\s*:?\s*\S", re.IGNORECASE)
_REPORT = re.compile(
    r"^(?:revisions|gransknings|uppföljnings|förstudie)?rapport(?:\s(?:nr )?\d[\d/:-]*)?$"
)
INFORMED = re.compile(
    r"^\(?(?:(?:skickas|sänds|översänds|lämnas|går|delges)\s)?"
    r"(?:(?:För|Till)\s+känned\w*|Känned\w*(?=\s*:)|Kännedomskop\w+|För\s+info\w*(?!\s+om)"
    r"|(?:Kopi(?:a|or)|C\.?c\b\.?)(?:\s*[,:]?\s*för\s+känned\w*)?|Delg(?:es|ivning)(?:\s+(?:även|också))?"
    r"|Informeras(?=\s*:)|F\.?\s?k\b\.?(?=\s*:|\.|\s+(?-i:[A-ZÅÄÖ]))|Fk(?=\s*:))(?:\s+(?:även\s+)?till)?\s*:?"
    r"\s*(?P<names>.*?)\)?$",
    re.IGNORECASE | re.DOTALL,
)
"""A label before the names: "Kopia till: kommunstyrelsen"."""
_BODY = AnyCase(r"nämnd|styrelse|utskott|fullmäktige|bolag|\bab\b|direktion")
_MARKED_COPY = re.compile(
    r"^[A-ZÅÄÖ][^.:;]{3,70}?[\s,–-]+\(?(?:för|till)\s(?:kännedom|information)\)?$"
)
_ADDRESS = re.compile(r"^(?:till|mottagare|sändlista)\b\s*:?\s", re.IGNORECASE)
_FIRM_ALONE = re.compile(rf"^\W*{FIRM}(?:\s+\d.*)?$")

_MAIL_LABELS = frozenset(
    ("från", "till", "skickat", "datum", "ämne", "from", "to", "sent", "date", "subject", "rubrik")
)

_ANSWERS = re.compile(r"(?:ämne|subject)\s*:\s*(?:sv|re)\s*:", re.IGNORECASE)


def names_report(text: str) -> bool:
    """Tell whether a line is the name of a report and nothing else: "Revisionsrapport 4/2023"."""
    return _REPORT.match(name_key(text)) is not None


def is_copy_label(text: str) -> bool:
    """Tell whether a line begins the names of those who get a copy."""
    return INFORMED.match(text.strip()) is not None


def is_marked_copy(text: str) -> bool:
    """Tell whether a line names somebody who gets a copy: "Kommunfullmäktige för kännedom"."""
    return _MARKED_COPY.match(text.strip()) is not None and _BODY.search(text) is not None


def is_address(text: str) -> bool:
    """Tell whether a line says that a paper is to a committee or a company."""
    return _ADDRESS.match(text.strip()) is not None and _BODY.search(text) is not None


def names_firm(text: str) -> bool:
    """Tell whether a line is a firm's name and nothing else, but perhaps a day."""
    match = _FIRM_ALONE.match(text.strip())
    is_auditors = FROM_AUDITORS.match(text.strip()) is not None
    return match is not None and not is_auditors and is_firm(match["firm"])


def is_mail(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is an e-mail, by the labels above it."""
    labels = {line.text.partition(":")[0].strip().casefold() for line in lines[:6]}
    return len(labels & _MAIL_LABELS) > PAIR


def is_answering_mail(lines: Sequence[Line]) -> bool:
    """Tell whether a paper is an e-mail that answers another, by its subject: "Ämne: SV: …"."""
    return any(_ANSWERS.match(line.text.strip()) for line in lines[:8])

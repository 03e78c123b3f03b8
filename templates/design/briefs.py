"""The templates of the elected auditors' own papers."""

from docx.document import Document as DocumentObject

from revtrack.documents import fields
from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write
from templates.design.patterns import write_block

_OPENING = [
    (Style.DRAFT, "{{ arbetsmaterial }}"),
    (Style.FACT, "Datum {{ datum }}"),
    ("Heading 1", "{{ rubrik }}"),
    ("Normal", "{{ inledning }}"),
]
_CLOSING = [(Style.NOTE, "{{ framstalld }}")]


def _brief(template: str, *names: str) -> DocumentObject:
    """Return a template whose blocks stand in this order between the opening and the end note."""
    document = blank()
    write(document, _OPENING)
    for name in names:
        write_block(document, template, name)
    write(document, _CLOSING)
    return document


def meeting_brief() -> DocumentObject:
    """Return the template of the brief for the auditors' own meeting, in an agenda's order."""
    return _brief(fields.MEETING_BRIEF, "nytt", "arenden")


def committee_brief() -> DocumentObject:
    """Return the template of the brief before meeting a committee."""
    names = ("oversikt", "fragor", "yttranden", "oppna_rekommendationer", "upprepade")
    return _brief(fields.COMMITTEE_BRIEF, *names)


def risk_input() -> DocumentObject:
    """Return the template of the input to the risk analysis."""
    return _brief(fields.RISK_INPUT, "oversikt", "per_namnd", "upprepade", "utan_oppna")

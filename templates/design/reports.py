"""The template of the follow-up report."""

from docx.document import Document as DocumentObject
from docx.shared import Pt

from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, new_section, write


def follow_up_report() -> DocumentObject:
    """Return the template of the follow-up report: its wide tables stand on landscape pages."""
    document = blank()
    document.styles["TOC Heading"].paragraph_format.page_break_before = True
    document.styles["Title"].paragraph_format.space_before = Pt(120)
    write(
        document,
        [
            (Style.DRAFT, "{{ utkast }}"),
            ("Title", "{{ rubrik }}"),
            ("Subtitle", "{{ slag }}"),
            ("Subtitle", "{{ kommun }}"),
            ("Subtitle", "{{ avsandare }}"),
            ("Subtitle", "{{ datum }}"),
            ("Normal", "{{ innehall }}"),
            ("Normal", "{{ sammanfattning }}"),
            ("Normal", "{{ inledning }}"),
        ],
    )
    new_section(document, landscape=True)
    write(
        document,
        [
            ("Normal", "{{ granskningar }}"),
            ("Normal", "{{ samlad_bedomning }}"),
        ],
    )
    new_section(document, landscape=False)
    write(
        document,
        [
            ("Normal", "{{ rekommendationer }}"),
            ("Normal", "{{ underskrifter }}"),
            ("Normal", "{{ bilagor }}"),
            (Style.NOTE, "{{ framstalld }}"),
        ],
    )
    return document

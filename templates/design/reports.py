"""The template of the follow-up report."""

from docx.document import Document as DocumentObject
from docx.shared import Pt

from revtrack.documents import fields
from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, new_section, write
from templates.design.patterns import write_block


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
        ],
    )
    for name in ("sammanfattning", "inledning"):
        write_block(document, fields.FOLLOW_UP_REPORT, name)
    new_section(document, landscape=True)
    for name in ("granskningar", "samlad_bedomning"):
        write_block(document, fields.FOLLOW_UP_REPORT, name)
    new_section(document, landscape=False)
    write(
        document,
        [
            ("Normal", "{{ rekommendationer }}"),
            ("Normal", "{{ underskrifter }}"),
            (Style.NOTE, "{{ framstalld }}"),
        ],
    )
    new_section(document, landscape=True)
    write_block(document, fields.FOLLOW_UP_REPORT, "bilagor")
    return document

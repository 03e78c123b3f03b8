"""The templates of tables, on landscape pages."""

from docx.document import Document as DocumentObject

from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write


def recommendation_table() -> DocumentObject:
    """Return the template of the recommendation table (rekommendationstabell)."""
    document = blank(landscape=True)
    write(
        document,
        [
            (Style.DRAFT, "{{ utkast }}"),
            (Style.FACT, "Datum {{ datum }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ underlag }}"),
            ("Normal", "{{ antal }}"),
            ("Normal", "{{ tabell }}"),
            (Style.NOTE, "{{ forkortningar }}"),
            ("Normal", "{{ arbetsnoteringar }}"),
            (Style.NOTE, "{{ framstalld }}"),
        ],
    )
    return document


def response_summary() -> DocumentObject:
    """Return the template of the response summary (svarssammanställning)."""
    document = blank(landscape=True)
    write(
        document,
        [
            (Style.DRAFT, "{{ utkast }}"),
            (Style.FACT, "Datum {{ datum }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ underlag }}"),
            ("Normal", "{{ sammanfattning }}"),
            ("Normal", "{{ svar_per_namnd }}"),
            ("Normal", "{{ svar_per_rekommendation }}"),
            (Style.NOTE, "{{ framstalld }}"),
        ],
    )
    return document

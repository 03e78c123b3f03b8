"""The templates of tables, on landscape pages."""

from docx.document import Document as DocumentObject

from revtrack.documents import fields
from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write
from templates.design.patterns import write_block


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
        ],
    )
    write_block(document, fields.RECOMMENDATION_TABLE, "tabell")
    write(
        document,
        [
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
        ],
    )
    for name in ("sammanfattning", "svar_per_namnd", "svar_per_rekommendation"):
        write_block(document, fields.RESPONSE_SUMMARY, name)
    write(document, [(Style.NOTE, "{{ framstalld }}")])
    return document


def assessment_table() -> DocumentObject:
    """Return the template of the assessment table (bedömningstabell)."""
    document = blank(landscape=True)
    write(
        document,
        [
            (Style.DRAFT, "{{ utkast }}"),
            (Style.FACT, "Datum {{ datum }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ underlag }}"),
            ("Normal", "{{ samlad_bedomning }}"),
        ],
    )
    for name in ("tabell", "motiveringar"):
        write_block(document, fields.ASSESSMENT_TABLE, name)
    write(document, [(Style.NOTE, "{{ framstalld }}")])
    return document


def annual_summary() -> DocumentObject:
    """Return the template of the summary of a year (årssammanställning)."""
    document = blank(landscape=True)
    write(
        document,
        [
            (Style.FACT, "Datum {{ datum }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ inledning }}"),
        ],
    )
    for name in ("granskningar", "rekommendationer", "yttranden", "lage", "begrepp"):
        write_block(document, fields.ANNUAL_SUMMARY, name)
    write(document, [(Style.NOTE, "{{ framstalld }}")])
    return document

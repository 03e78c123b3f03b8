"""The templates of letters: the cover letter and the reminder."""

from docx.document import Document as DocumentObject

from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write


def cover_letter() -> DocumentObject:
    """Return the template of the cover letter (missiv)."""
    document = blank()
    write(
        document,
        [
            (Style.DRAFT, "{{ utkast }}"),
            (Style.FACT, "Datum {{ datum }}"),
            (Style.FACT, "Diarienummer {{ diarienummer }}"),
            (Style.FACT, "Till: {{ till }}"),
            (Style.FACT, "För kännedom: {{ for_kannedom }}"),
            (Style.FACT, "Svar önskas senast: {{ svar_senast }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ inledning }}"),
            ("Normal", "{{ bedomning }}"),
            ("Normal", "{{ rekommendationer_per_mottagare }}"),
            ("Normal", "{{ yttrande }}"),
            ("Normal", "{{ avslutning }}"),
            ("Normal", "{{ ort_och_dag }}"),
            ("Normal", "{{ underskrifter }}"),
            ("Normal", "{{ bilagor }}"),
        ],
    )
    return document


def reminder() -> DocumentObject:
    """Return the template of the reminder (påminnelse), as a letter."""
    document = blank()
    write(
        document,
        [
            (Style.FACT, "Datum {{ datum }}"),
            (Style.FACT, "Till: {{ till }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ yttranden }}"),
            ("Normal", "{{ atgarder }}"),
            ("Normal", "{{ avslutning }}"),
            ("Normal", "{{ ort_och_dag }}"),
            ("Normal", "{{ underskrifter }}"),
        ],
    )
    return document

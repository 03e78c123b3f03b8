"""The templates of letters to one committee about its reply."""

from docx.document import Document as DocumentObject

from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write

_FOOT = [("Normal", "{{ ort_och_dag }}"), ("Normal", "{{ underskrifter }}")]


def _letter(due: str, *blocks: str) -> DocumentObject:
    """Return the template of a letter with these blocks, and the day that it is about."""
    document = blank()
    write(
        document,
        [
            (Style.FACT, "Datum {{ datum }}"),
            (Style.FACT, "Diarienummer {{ diarienummer }}"),
            (Style.FACT, "Ert diarienummer {{ ert_diarienummer }}"),
            (Style.FACT, "Till: {{ till }}"),
            (Style.FACT, f"{due}: {{{{ svar_senast }}}}"),
            ("Heading 1", "{{ rubrik }}"),
            *(("Normal", f"{{{{ {name} }}}}") for name in blocks),
            *_FOOT,
        ],
    )
    return document


def supplement_request() -> DocumentObject:
    """Return the template of the request for a supplement (begäran om komplettering)."""
    due = "Komplettering önskas senast"
    return _letter(due, "inledning", "saknas", "komplettering")


def extension_notice() -> DocumentObject:
    """Return the template of the notice of more time (förlängningsbesked)."""
    return _letter("Svar önskas senast", "inledning", "besked", "svarsdag")

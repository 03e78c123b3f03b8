"""The templates of a committee's own papers: the memorandum and the proposed decision."""

from docx.document import Document as DocumentObject

from revtrack.documents.office.blocks import Style
from templates.design.looks import blank, write

HEADER = "{{ kommun }} | {{ namnd }}"
"""The paper is the committee's, not the auditors'."""


def official_memo() -> DocumentObject:
    """Return the template of the official's memorandum (tjänsteskrivelse)."""
    document = blank(header=HEADER)
    write(
        document,
        [
            (Style.FACT, "Tjänsteskrivelse"),
            (Style.FACT, "{{ forvaltning }}"),
            (Style.FACT, "Datum {{ datum }}"),
            (Style.FACT, "Diarienummer {{ diarienummer }}"),
            (Style.FACT, "Till: {{ namnd }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ forslag_till_beslut }}"),
            ("Normal", "{{ sammanfattning }}"),
            ("Normal", "{{ arendebeskrivning }}"),
            ("Normal", "{{ yttrande }}"),
            ("Normal", "{{ finansiering }}"),
            ("Normal", "{{ konsekvenser }}"),
            ("Normal", "{{ underskrifter }}"),
            ("Normal", "{{ beslutet_skickas_till }}"),
        ],
    )
    return document


def decision_text() -> DocumentObject:
    """Return the template of the proposed text of a decision."""
    document = blank(header=HEADER)
    write(
        document,
        [
            (Style.FACT, "Förslag till beslutstext"),
            (Style.FACT, "Sammanträdesdag {{ sammantradesdag }}"),
            (Style.FACT, "{{ paragraf }}"),
            (Style.FACT, "Diarienummer {{ diarienummer }}"),
            ("Heading 1", "{{ rubrik }}"),
            ("Normal", "{{ beslut }}"),
            ("Normal", "{{ arendebeskrivning }}"),
            ("Normal", "{{ forslag_till_beslut }}"),
            ("Normal", "{{ yrkanden }}"),
            ("Normal", "{{ beslutet_skickas_till }}"),
        ],
    )
    return document

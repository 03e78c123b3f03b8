"""The fields of letters to one committee about its reply."""

from revtrack.documents.fields.field import DAY, MUNICIPALITY, TITLE, Field, block

SUPPLEMENT_REQUEST = "komplettering.docx"
EXTENSION_NOTICE = "forlangning.docx"

_HEAD = (
    MUNICIPALITY,
    DAY,
    Field("diarienummer", "Revisorernas eget diarienummer, om det finns", "KR 2022-00015"),
    Field("ert_diarienummer", "Nämndens diarienummer, om det är känt", "KFN/2022:123"),
    Field("till", "Nämnden som brevet är till", "Kultur- och fritidsnämnden"),
)
_FOOT = (
    Field("ort_och_dag", "Ort och dag för underskriften", "Eskilstuna den 12 april 2023"),
    block("underskrifter", "De som skriver under enligt lokal ordning", "Namn och funktion"),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    SUPPLEMENT_REQUEST: (
        *_HEAD,
        Field("svar_senast", "Dagen då kompletteringen önskas, om den är satt", "2023-05-12"),
        TITLE,
        block("inledning", "Vad som begärdes, vad som har kommit in, bedömningen", "Ett stycke"),
        block(
            "saknas",
            "Revisorernas anteckning och de rekommendationer till nämnden som saknar svar",
            "Rubrik, stycken, punktlistor",
        ),
        block("komplettering", "Till när, av vem och vart den lämnas", "Rubrik och stycke"),
        *_FOOT,
    ),
    EXTENSION_NOTICE: (
        *_HEAD,
        Field("svar_senast", "Svarsdagen som gäller, om den ligger framåt", "2023-03-24"),
        TITLE,
        block("inledning", "Vad som begärdes i missivet och av nämnden", "Ett stycke"),
        block("besked", "Vem som har beslutat vad, och skälet", "Rubrik och stycke"),
        block("svarsdag", "Vilken dag som gäller och hur svaret lämnas", "Rubrik och stycke"),
        *_FOOT,
    ),
}
"""The fields of each template, in the order they stand there."""

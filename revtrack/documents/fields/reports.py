"""The fields of reports."""

from revtrack.documents.fields import columns
from revtrack.documents.fields.field import DAY, DRAFT, MUNICIPALITY, STAMP, TITLE, Field, block

FOLLOW_UP_REPORT = "uppfoljningsrapport.docx"

FIELDS: dict[str, tuple[Field, ...]] = {
    FOLLOW_UP_REPORT: (
        MUNICIPALITY,
        DRAFT,
        Field("slag", "Uppföljande granskning eller Lägesrapport", "Uppföljande granskning"),
        TITLE,
        Field(
            "avsandare",
            "Byrån på uppdrag av revisorerna, eller revisorerna",
            "Rapport från revisorerna",
        ),
        DAY,
        block("innehall", "Innehållsförteckning, i längre rapporter", "Innehållsförteckning"),
        block(
            "sammanfattning",
            "Antal och samlad bedömning",
            "Rubrik, stycken, tabell",
            columns.PER_AUDIT,
        ),
        block(
            "inledning",
            "Bakgrund, frågor, kriterier, metod och begrepp",
            "Rubriker, stycken, tabell",
            columns.DEFINITIONS,
        ),
        block(
            "granskningar",
            "Ett kapitel för varje uppföljd granskning",
            "Rubriker, stycken, tabeller",
            columns.VERDICTS,
        ),
        block(
            "samlad_bedomning",
            "Svar på frågorna, antal per mottagare och granskningsår, med diagram",
            "Rubrik, tabeller, diagram",
            columns.QUESTIONS,
            columns.PER_COMMITTEE,
            columns.PER_YEAR,
            columns.STANDING_PER_COMMITTEE,
            columns.STANDING_PER_YEAR,
            columns.PER_BASIS,
            columns.PER_PRIORITY,
        ),
        block("rekommendationer", "Kvarstående och nya rekommendationer", "Rubrik, punktlista"),
        block("underskrifter", "De som skriver under", "Namn och funktion"),
        block(
            "bilagor",
            "Granskade handlingar och avslutade rekommendationer",
            "Rubriker, listor, tabell",
            columns.EVIDENCE,
        ),
        STAMP,
    ),
}
"""The fields of each template, in the order they stand there."""

"""The fields of tables."""

from revtrack.documents.fields import columns
from revtrack.documents.fields.field import DAY, DRAFT, MUNICIPALITY, STAMP, TITLE, Field, block

RECOMMENDATION_TABLE = "rekommendationstabell.docx"
RESPONSE_SUMMARY = "svarssammanstallning.docx"

FIELDS: dict[str, tuple[Field, ...]] = {
    RECOMMENDATION_TABLE: (
        MUNICIPALITY,
        DRAFT,
        DAY,
        TITLE,
        Field(
            "underlag",
            "Granskningens titel och rapportens och missivets dagar",
            "Granskning av X. Rapport 2022-11-28, missiv 2022-12-01.",
        ),
        Field(
            "antal",
            "Antalet rekommendationer, räknat på båda sätten",
            "Tabellen innehåller 9 rekommendationer till 7 mottagare. …",
        ),
        block(
            "tabell",
            "Rekommendationerna, en rad för varje",
            "Tabell",
            columns.RECOMMENDATIONS,
            columns.UNDERLAY,
        ),
        Field(
            "forkortningar",
            "Förkortade nämndnamn som förekommer i tabellen",
            "Förkortning: KFN = kultur- och fritidsnämnden.",
        ),
        block(
            "arbetsnoteringar", "Endast i arbetsversionen: skillnader mot rapporten", "Punktlista"
        ),
        STAMP,
    ),
    RESPONSE_SUMMARY: (
        MUNICIPALITY,
        DRAFT,
        DAY,
        TITLE,
        Field(
            "underlag",
            "Granskningens titel och missivets dag",
            "Granskning av X. Missiv 2022-12-01.",
        ),
        block(
            "sammanfattning",
            "Antal svar och vilka som inte har besvarat vad",
            "Stycken, tabell och punktlistor",
            columns.STANCES,
        ),
        block(
            "svar_per_namnd",
            "När och hur varje nämnd har svarat",
            "Rubrik, tabell",
            columns.REPLIES,
        ),
        block(
            "svar_per_rekommendation",
            "Nämndernas svar på varje rekommendation",
            "En rubrik och en tabell för varje rekommendation",
            columns.ANSWERS,
        ),
        STAMP,
    ),
}
"""The fields of each template, in the order they stand there."""

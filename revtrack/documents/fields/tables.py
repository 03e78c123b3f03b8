"""The fields of tables."""

from revtrack.documents.fields import columns
from revtrack.documents.fields.field import DAY, DRAFT, MUNICIPALITY, STAMP, TITLE, Field, block

RECOMMENDATION_TABLE = "rekommendationstabell.docx"
RESPONSE_SUMMARY = "svarssammanstallning.docx"
ASSESSMENT_TABLE = "bedomningstabell.docx"
ANNUAL_SUMMARY = "arssammanstallning.docx"

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
    ASSESSMENT_TABLE: (
        MUNICIPALITY,
        DRAFT,
        DAY,
        TITLE,
        Field("underlag", "Granskningens titel och rapportens dag", "Granskning av X. Rapport …"),
        Field(
            "samlad_bedomning",
            "Rapportens samlade bedömning, om den har någon",
            "Samlad bedömning: ändamålsenlighet – delvis (”inte fullt ut”).",
        ),
        block(
            "tabell",
            "Revisionsfrågorna och bedömningen av varje nämnd",
            "Tabell; en kolumn per nämnd där de är flera",
            columns.ASSESSMENTS,
        ),
        block(
            "motiveringar",
            "Motiveringarna för sig, där nämnderna är många",
            "Rubrik, tabell",
            columns.REASONS,
        ),
        STAMP,
    ),
    ANNUAL_SUMMARY: (
        MUNICIPALITY,
        DAY,
        TITLE,
        Field("inledning", "Vilket år och vilken dag det gäller", "Sammanställningen avser …"),
        block("granskningar", "Årets granskningar", "Rubrik, stycke, tabell", columns.OF_YEAR),
        block(
            "rekommendationer",
            "Rekommendationerna per nämnd och vad som har bedömts",
            "Rubrik, stycke, tabell",
            columns.RATES_OF_YEAR,
        ),
        block(
            "yttranden",
            "Yttranden i tid, för sent och saknade, per nämnd",
            "Rubrik, stycke, tabell",
            columns.REPLIES_OF_YEAR,
        ),
        block("lage", "Läget per nämnd", "Rubrik, tabell", columns.STANDINGS_OF_YEAR),
        block("begrepp", "Vad orden betyder", "Rubrik, tabell", columns.WORDS),
        STAMP,
    ),
}
"""The fields of each template, in the order they stand there."""

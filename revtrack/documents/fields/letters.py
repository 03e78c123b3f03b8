"""The fields of letters."""

from revtrack.documents.fields.field import DAY, DRAFT, MUNICIPALITY, TITLE, Field, block

COVER_LETTER = "missiv.docx"
REMINDER = "paminnelse.docx"

FIELDS: dict[str, tuple[Field, ...]] = {
    COVER_LETTER: (
        MUNICIPALITY,
        DRAFT,
        DAY,
        Field("diarienummer", "Revisorernas eget diarienummer, om det finns", "KR 2022-00015"),
        Field("till", "Mottagarna, uppräknade", "Kommunstyrelsen och socialnämnden"),
        Field("for_kannedom", "De som får missivet för kännedom", "Kommunfullmäktige"),
        Field("svar_senast", "Svarsdagen, om svar begärs", "2023-03-20"),
        TITLE,
        block("inledning", "Vem som har granskat vad, syfte och beslut", "Ett eller två stycken"),
        block("bedomning", "Samlad bedömning och iakttagelser", "Rubrik, stycken, punktlista"),
        block(
            "rekommendationer_per_mottagare",
            "Rekommendationerna i numrerade grupper, en för varje uppsättning mottagare",
            "Rubriker och punktlistor",
        ),
        block(
            "yttrande",
            "Vad yttrandet bör innehålla och när det önskas, eller fortsatt hantering",
            "Rubrik, stycken, punktlista",
        ),
        Field(
            "avslutning",
            "Hänvisning till den bifogade rapporten, om den finns",
            "Granskningen redovisas i sin helhet i den bifogade rapporten …",
        ),
        Field("ort_och_dag", "Ort och dag för underskriften", "Eskilstuna den 1 december 2022"),
        block("underskrifter", "De som skriver under enligt lokal ordning", "Namn och funktion"),
        block("bilagor", "Bilagorna, numrerade", "Numrerad lista"),
    ),
    REMINDER: (
        MUNICIPALITY,
        DAY,
        Field("till", "Nämnden, eller fullmäktiges presidium", "Kultur- och fritidsnämnden"),
        TITLE,
        block(
            "yttranden",
            "Det yttrande som saknas för varje granskning, och vad det bör omfatta",
            "Rubriker, stycken, punktlistor",
        ),
        block(
            "atgarder",
            "Åtgärder vars dag är nära eller har passerat utan besked",
            "Rubriker, stycken, punktlistor",
        ),
        Field(
            "avslutning",
            "Vart yttrande eller besked lämnas",
            "Yttrandet bör beslutas av nämnden och skickas som protokollsutdrag till …",
        ),
        Field("ort_och_dag", "Ort och dag för underskriften", "Eskilstuna den 10 april 2023"),
        block("underskrifter", "De som skriver under enligt lokal ordning", "Namn och funktion"),
    ),
}
"""The fields of each template, in the order they stand there."""

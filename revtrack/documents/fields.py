"""The fields of the Word templates: what an office may write in its own, and what comes there.

A plain field is a text that may stand anywhere; a paragraph whose plain fields are all empty is
left out. A block is paragraphs, lists or tables, and its field stands alone in its paragraph.
"""

from dataclasses import dataclass

COVER_LETTER = "missiv.docx"
RECOMMENDATION_TABLE = "rekommendationstabell.docx"
RESPONSE_SUMMARY = "svarssammanstallning.docx"
FOLLOW_UP_REPORT = "uppfoljningsrapport.docx"
REMINDER = "paminnelse.docx"
REMINDER_MAIL = "paminnelse_mejl.txt"
PRESIDIUM_MAIL = "presidium_mejl.txt"
RESPONSE_FORM = "svarsformular.docx"


@dataclass(frozen=True)
class Field:
    """A field of a template, in Swedish: its name, what it means, and an example or the parts."""

    name: str
    meaning: str
    example: str
    is_block: bool = False


def _block(name: str, meaning: str, example: str) -> Field:
    return Field(name, meaning, example, is_block=True)


MUNICIPALITY = Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun")
DRAFT = Field("utkast", "Tomt när granskningen är överlämnad", "Utkast – arbetsmaterial")
DAY = Field("datum", "Dokumentets dag", "2022-12-01")
TITLE = Field("rubrik", "Dokumentets rubrik", "Granskning av kommunens digitaliseringsarbete")
STAMP = Field(
    "framstalld",
    "När och ur vilket läge i registret dokumentet är framställt",
    "Framställd 2023-04-03 ur revisorernas register, version 1.0, kontrollnummer 412-3f0c….",
)

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
        _block("inledning", "Vem som har granskat vad, syfte och beslut", "Ett eller två stycken"),
        _block("bedomning", "Samlad bedömning och iakttagelser", "Rubrik, stycken, punktlista"),
        _block(
            "rekommendationer_per_mottagare",
            "Rekommendationerna i numrerade grupper, en för varje uppsättning mottagare",
            "Rubriker och punktlistor",
        ),
        _block(
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
        _block("underskrifter", "De som skriver under enligt lokal ordning", "Namn och funktion"),
        _block("bilagor", "Bilagorna, numrerade", "Numrerad lista"),
    ),
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
        _block("tabell", "Rekommendationerna, en rad för varje", "Tabell"),
        Field(
            "forkortningar",
            "Förkortade nämndnamn som förekommer i tabellen",
            "Förkortning: KFN = kultur- och fritidsnämnden.",
        ),
        _block(
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
        _block(
            "sammanfattning",
            "Antal svar och vilka som inte har besvarat vad",
            "Stycken och punktlistor",
        ),
        _block("svar_per_namnd", "När och hur varje nämnd har svarat", "Tabell"),
        _block(
            "svar_per_rekommendation",
            "Nämndernas svar på varje rekommendation",
            "En tabell för varje rekommendation",
        ),
        STAMP,
    ),
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
        _block("innehall", "Innehållsförteckning, i längre rapporter", "Innehållsförteckning"),
        _block("sammanfattning", "Antal och samlad bedömning", "Rubrik, stycken, tabell"),
        _block("inledning", "Bakgrund, frågor, kriterier, metod och begrepp", "Rubriker, stycken"),
        _block("granskningar", "Ett kapitel för varje uppföljd granskning", "Rubriker, tabeller"),
        _block("samlad_bedomning", "Svar på frågorna och antal per mottagare", "Rubrik, tabeller"),
        _block("rekommendationer", "Kvarstående och nya rekommendationer", "Rubrik, punktlista"),
        _block("underskrifter", "De som skriver under", "Namn och funktion"),
        _block(
            "bilagor", "Granskade handlingar och avslutade rekommendationer", "Rubriker, listor"
        ),
        STAMP,
    ),
    RESPONSE_FORM: (
        MUNICIPALITY,
        Field("till", "Nämnden som formuläret är till", "Kultur- och fritidsnämnden"),
        Field("missiv", "Missivets dag", "2022-12-01"),
        Field("svar_senast", "Svarsdagen, om svar begärs", "2023-03-20"),
        Field("svarsadress", "Vart svaret skickas", "revisorerna i Eskilstuna kommun"),
        Field("rubrik", "Dokumentets rubrik", "Svarsformulär: Granskning av X"),
        _block("anvisning", "Hur formuläret fylls i och skickas", "Numrerad lista"),
        _block("beslut", "Nämndens beslut: dag, paragraf, diarienummer", "Rubrik och fält"),
        _block(
            "rekommendationer",
            "Varje rekommendation med fält för svaret",
            "Rubriker, låst text och fält",
        ),
        _block("ovrigt", "Svar utöver rekommendationerna", "Rubrik och fält"),
        Field("beteckning", "Formulärets beteckning, för den som frågar", "Svarsformulär 3f2a9c01"),
    ),
    REMINDER: (
        MUNICIPALITY,
        DAY,
        Field("till", "Nämnden, eller fullmäktiges presidium", "Kultur- och fritidsnämnden"),
        TITLE,
        _block(
            "yttranden",
            "Det yttrande som saknas för varje granskning, och vad det bör omfatta",
            "Rubriker, stycken, punktlistor",
        ),
        _block(
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
        _block("underskrifter", "De som skriver under enligt lokal ordning", "Namn och funktion"),
    ),
}
"""The fields of each template, in the order they stand there."""

MAIL_FIELDS: dict[str, tuple[Field, ...]] = {
    REMINDER_MAIL: (
        Field("amne", "Vad mejlet handlar om", "yttrande över granskningen av X"),
        Field("mottagare", "Nämnden", "kultur- och fritidsnämnden"),
        Field("bifogat", "Det bifogade brevets rubrik, om ett brev följer med", "Påminnelse om …"),
        Field("kommande", "Yttranden som önskas inom kort", "- Granskningen av X …"),
        Field("forsenade", "Yttranden vars dag har passerat", "- Granskningen av X …"),
        Field("beslutade", "Yttranden som är beslutade men inte inskickade", "- Granskningen …"),
        Field("kompletteras", "Yttranden som ska kompletteras", "- Granskningen av X …"),
        Field("tidigare", "Försenade yttranden som nämnden redan är påmind om", "- Granskningen …"),
        Field("svarsadress", "Vart yttrandet skickas, om något saknas", "revisionen@kommun.se"),
        Field("atgarder", "Åtgärder vars dag är nära eller har passerat utan besked", "- R3. …"),
        Field("beskedsadress", "Vart besked lämnas, om åtgärder tas upp", "revisionen@kommun.se"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
    PRESIDIUM_MAIL: (
        Field("mottagare", "Fullmäktiges presidium", "kommunfullmäktiges presidium"),
        Field("bifogat", "Det bifogade brevets rubrik", "Uteblivet yttrande från …"),
        Field("kommun", "Kommunens, regionens eller förbundets namn", "Eskilstuna kommun"),
    ),
}
"""The fields of each mail's text, in the order they stand there; a paragraph in which one of them
is empty is left out."""

"""The tables of the elected auditors' own papers, with the field of each column."""

from revtrack.documents.fields.field import ColumnField, TableFields

AGENDA = TableFields(
    "Läge och förslag till beslut",
    (
        ColumnField("arende", "Ärende", 50, "Nämnden, granskningen och dess beteckning"),
        ColumnField("lage", "Läge", 62, "Vad som har hänt i ärendet"),
        ColumnField("beslutsforslag", "Förslag till beslut", 48, "Vad revisorerna kan besluta"),
    ),
)
AUDITS = TableFields(
    "Granskningar med rekommendationer",
    (
        ColumnField("granskning", "Granskning", 62, "Granskningens titel och beteckning"),
        ColumnField("overlamnad", "Överlämnad", 24, "Dagen då granskningen överlämnades"),
        ColumnField("svar", "Svar", 38, "Hur långt nämndens svar har kommit"),
        ColumnField("lamnade", "Lämnade", 18, "Antalet rekommendationer och frågor till nämnden"),
        ColumnField("oppna", "Öppna", 18, "Antalet som inte är avslutade"),
    ),
)
STILL_OPEN = TableFields(
    "Öppna rekommendationer",
    (
        ColumnField("rekommendation", "Rekommendation", 52, "Nummer och ordalydelse"),
        ColumnField("namndens_svar", "Svar", 34, "Nämndens ställningstagande, paragraf och dag"),
        ColumnField("atgarder", "Åtgärd", 44, "Åtgärder, om det inte bara är frågor"),
        ColumnField("uppfoljning", "Uppföljning", 30, "Bedömning, om det inte bara är frågor"),
    ),
)
REMAINING = TableFields(
    "Öppna rekommendationer per nämnd",
    (
        ColumnField("namnd", "Nämnd", 42, "Nämnden"),
        ColumnField("oppna", "Öppna", 17, "Antalet som inte är avslutade"),
        ColumnField("kvarstar", "Kvarstår efter uppföljning", 24, "Antalet ej genomförda"),
        ColumnField("forsenade", "Åtgärd försenad", 21, "Antalet vars utlovade tid har gått ut"),
        ColumnField("antal_upprepade", "Upprepade", 22, "Antalet som har lämnats tidigare"),
        ColumnField("gamla", "Äldre än tre år", 16, "Antalet som är äldre än tre år"),
        ColumnField("senast_granskad", "Senast granskad", 18, "Senaste granskningsåret"),
    ),
)

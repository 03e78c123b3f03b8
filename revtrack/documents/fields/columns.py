"""The tables that blocks can hold, with the field of each column."""

from revtrack.documents.fields.field import ColumnField, TableFields

RECOMMENDATIONS = TableFields(
    "Rekommendationer, mottagare och svarsdatum",
    (
        ColumnField("nr", "Nr", 12, "Rekommendationens nummer i missivet"),
        ColumnField("rekommendation", "Rekommendation", 81, "Rekommendationens ordalydelse"),
        ColumnField("mottagare", "Mottagare", 44, "Mottagarna, om de är fler än en"),
        ColumnField("revisionsfraga", "Revisionsfråga", 28, "Revisionsfrågornas nummer"),
        ColumnField("avsnitt", "Avsnitt", 22, "Avsnittet i rapporten"),
        ColumnField("svar_senast", "Svar senast", 38, "Svarsdagen, om svar begärs"),
        ColumnField(
            "nr_i_rapporten", "Nr i rapporten", 22, "Rapportens eget nummer, i arbetsversionen"
        ),
    ),
)
UNDERLAY = TableFields(
    "Underlag för uppföljning",
    (
        ColumnField("nr", "Nr", 12, "Rekommendationens nummer"),
        ColumnField("rekommendation", "Rekommendation", 58, "Rekommendationens ordalydelse"),
        ColumnField("mottagare", "Mottagare", 36, "Nämnden"),
        ColumnField("namndens_svar", "Nämndens svar", 38, "Nämndens ställningstagande"),
        ColumnField("atgarder", "Vidtagna åtgärder", 42, "Vad nämnden uppger att den har gjort"),
        ColumnField("bedomning", "Bedömning", 26, "Revisorernas uppföljningsbedömning"),
        ColumnField("kommentar", "Kommentar", 35, "Underlag och kommentar till bedömningen"),
    ),
)
STANCES = TableFields(
    "Ställningstaganden",
    (
        ColumnField("stallningstagande", "Ställningstagande", 110, "Slag av ställningstagande"),
        ColumnField("antal", "Antal", 25, "Antalet svar, räknat per mottagare"),
    ),
)
REPLIES = TableFields(
    "När och hur nämnderna har svarat",
    (
        ColumnField("namnd", "Nämnd", 46, "Nämnden"),
        ColumnField("dnr", "Dnr", 29, "Nämndens diarienummer"),
        ColumnField("paragraf_och_datum", "§ och datum", 46, "Beslutets paragraf och dag"),
        ColumnField("svar_senast", "Svar senast", 30, "Svarsdagen och beviljat anstånd"),
        ColumnField("svar_inkom", "Svar inkom", 32, "Dagen då svaret kom in"),
        ColumnField("i_tid", "I tid", 32, "Om svaret kom i tid"),
        ColumnField(
            "bedomning_av_svaret",
            "Revisorernas bedömning av svaret",
            32,
            "Om svaret är tillräckligt eller ska kompletteras",
        ),
    ),
)
ANSWERS = TableFields(
    "Svar på en rekommendation",
    (
        ColumnField("namnd", "Nämnd", 41, "Nämnden"),
        ColumnField("stallningstagande", "Ställningstagande", 32, "Nämndens ställningstagande"),
        ColumnField("namndens_svar", "Nämndens svar", 50, "Nämndens egna ord"),
        ColumnField("atgard", "Åtgärd", 38, "Vad nämnden har gjort eller avser att göra"),
        ColumnField("ansvarig", "Ansvarig", 18, "Den som ansvarar för åtgärden"),
        ColumnField("klart_senast", "Klart senast", 17, "När åtgärden ska vara genomförd"),
        ColumnField("beslut", "Dnr, § och datum", 27, "Diarienummer, paragraf och dag"),
        ColumnField(
            "bedomning_av_svaret",
            "Revisorernas bedömning av svaret",
            24,
            "Om svaret är tillräckligt eller ska kompletteras",
        ),
    ),
)
PER_AUDIT = TableFields(
    "Bedömning per granskning",
    (
        ColumnField("granskning", "Granskning", 28, "Granskningens titel och år"),
        ColumnField("mottagare", "Mottagare", 34, "Mottagarna"),
        ColumnField("antal", "Antal", 14, "Antalet rekommendationer, räknat per mottagare"),
        ColumnField("genomforda", "Genomförda", 21, "Antalet genomförda"),
        ColumnField("kvarstaende", "Kvarstående", 22, "Antalet kvarstående"),
        ColumnField("ej_uppfoljda", "Ej uppföljda", 19, "Antalet ej uppföljda, om det finns några"),
        ColumnField(
            "samlad_bedomning", "Samlad bedömning", 22, "Samlad bedömning, i en uppföljning"
        ),
    ),
)
DEFINITIONS = TableFields(
    "Bedömningarnas innebörd",
    (
        ColumnField("bedomning", "Bedömning", 50, "Ordet som används"),
        ColumnField("innebord", "Innebörd", 110, "Vad ordet betyder"),
    ),
)
VERDICTS = TableFields(
    "Bedömning per rekommendation",
    (
        ColumnField("nr", "Nr", 12, "Rekommendationens nummer"),
        ColumnField("rekommendation", "Rekommendation", 52, "Rekommendationens ordalydelse"),
        ColumnField("mottagare", "Mottagare", 41, "Nämnden, om mottagarna är fler än en"),
        ColumnField("svar", "Svar (år, §)", 36, "Var nämndens svar finns"),
        ColumnField("atgarder", "Vidtagna åtgärder", 45, "Vad nämnden uppger att den har gjort"),
        ColumnField("bedomning", "Bedömning", 27, "Revisorernas uppföljningsbedömning"),
        ColumnField("kommentar", "Kommentar", 34, "Vad bedömningen bygger på"),
    ),
)
QUESTIONS = TableFields(
    "Svar på revisionsfrågorna",
    (
        ColumnField("nr", "Nr", 12, "Revisionsfrågans nummer"),
        ColumnField("revisionsfraga", "Revisionsfråga", 85, "Revisionsfrågan"),
        ColumnField("svar", "Svar", 50, "Bedömningen"),
        ColumnField("motivering", "Motivering", 100, "Vad bedömningen bygger på"),
    ),
)
PER_COMMITTEE = TableFields(
    "Antal per mottagare",
    (
        ColumnField("mottagare", "Mottagare", 50, "Nämnden"),
        ColumnField("antal", "Rekommendationer", 33, "Antalet rekommendationer"),
        ColumnField("genomford", "Genomförd", 22, "Antalet genomförda"),
        ColumnField("i_huvudsak", "I huvudsak", 21, "Antalet i huvudsak genomförda"),
        ColumnField("delvis", "Delvis", 15, "Antalet delvis genomförda"),
        ColumnField("ej_genomford", "Ej genomförd", 22, "Antalet ej genomförda"),
        ColumnField("inte_langre_aktuell", "Inte längre aktuell", 20, "Antalet inte aktuella"),
        ColumnField("gar_inte_att_bedoma", "Går inte att bedöma", 20, "Antalet ej bedömbara"),
        ColumnField("ej_uppfoljd", "Ej uppföljd", 20, "Antalet ej uppföljda"),
        ColumnField("ateroppnad", "Återöppnad", 24, "Antalet återöppnade, om det finns några"),
    ),
)
PER_YEAR = TableFields(
    "Antal per granskningsår",
    (
        ColumnField("granskningsar", "Granskningsår", 30, "Granskningsåret"),
        *(each for each in PER_COMMITTEE.columns if each.name != "mottagare"),
    ),
)
_COUNTED_BY_STANDING = (
    ColumnField("antal", "Rekommendationer", 31, "Antalet rekommendationer"),
    ColumnField("avslutad", "Avslutad", 17, "Antalet avslutade"),
    ColumnField("uppges_genomford", "Genomförd enligt nämnden", 19, "Antalet enligt nämnden"),
    ColumnField("atgard_pagar", "Åtgärd pågår", 16, "Antalet med pågående åtgärd"),
    ColumnField("atgard_utlovad", "Åtgärd utlovad", 16, "Antalet med utlovad åtgärd"),
    ColumnField("ingen_atgard", "Ingen åtgärd utlovad", 17, "Antalet utan utlovad åtgärd"),
    ColumnField("besvaras_inte", "Besvaras inte", 17, "Antalet som inte besvaras"),
    ColumnField("ej_genomganget", "Svar ej genomgånget", 20, "Antalet vars svar ej är läst"),
    ColumnField("invantar_svar", "Inväntar svar", 17, "Antalet som inväntar svar"),
    ColumnField("ej_i_missivet", "Ej med i missivet", 16, "Antalet som missivet utelämnar"),
    ColumnField("ej_utsant", "Utkast", 13, "Antalet utkast"),
    ColumnField("kvarstar", "Kvarstår efter uppföljning", 20, "Antalet kvarstående"),
)
STANDING_PER_COMMITTEE = TableFields(
    "Läget per mottagare, innan något är uppföljt",
    (ColumnField("mottagare", "Mottagare", 28, "Nämnden"), *_COUNTED_BY_STANDING),
)
STANDING_PER_YEAR = TableFields(
    "Läget per granskningsår, innan något är uppföljt",
    (
        ColumnField("granskningsar", "Granskningsår", 28, "Granskningsåret"),
        *_COUNTED_BY_STANDING,
    ),
)
PER_BASIS = TableFields(
    "Antal per underlag",
    (
        ColumnField("underlag", "Underlag", 56, "Vad bedömningarna vilar på"),
        ColumnField("bedomda", "Antal", 34, "Antalet bedömningar"),
        ColumnField("genomforda", "Genomförda", 34, "Antalet genomförda"),
    ),
)
PER_PRIORITY = TableFields(
    "Antal per prioritet",
    (
        ColumnField("prioritet", "Prioritet", 56, "Prioriteten"),
        ColumnField("antal", "Rekommendationer", 34, "Antalet rekommendationer"),
        ColumnField("genomforda", "Genomförda", 28, "Antalet genomförda"),
        ColumnField("kvarstaende", "Kvarstående", 28, "Antalet kvarstående"),
        ColumnField("ej_uppfoljda", "Ej uppföljda", 28, "Antalet ej uppföljda"),
    ),
)
EVIDENCE = TableFields(
    "Metod och underlag för varje bedömning",
    (
        ColumnField("granskning", "Granskning", 28, "Granskningens beteckning"),
        ColumnField("nr", "Nr", 14, "Rekommendationens nummer"),
        ColumnField("mottagare", "Mottagare", 42, "Nämnden"),
        ColumnField("bedomning", "Bedömning och underlag", 38, "Bedömningen och dess underlag"),
        ColumnField("metod", "Hur det har kontrollerats", 48, "Hur det har kontrollerats"),
        ColumnField("iakttagelse", "Vad som visade sig", 48, "Vad som visade sig"),
        ColumnField("bedomd", "Bedömd", 29, "När och av vem bedömningen är gjord"),
    ),
)
ASSESSMENTS = TableFields(
    "Bedömning per revisionsfråga, där bara en nämnd är granskad",
    (
        ColumnField("nr", "Nr", 12, "Revisionsfrågans nummer"),
        ColumnField("revisionsfraga", "Revisionsfråga", 78, "Revisionsfrågan"),
        ColumnField("bedomning", "Bedömning", 42, "Bedömningen med tecken och ord"),
        ColumnField("motivering", "Motivering", 90, "Rapportens ord och motivering"),
        ColumnField("avsnitt", "Avsnitt", 25, "Avsnittet i rapporten"),
    ),
)
REASONS = TableFields(
    "Motivering till varje bedömning",
    (
        ColumnField("nr", "Nr", 12, "Revisionsfrågans nummer"),
        ColumnField("galler", "Gäller", 66, "De nämnder som bedömningen gäller"),
        ColumnField("bedomning", "Bedömning", 42, "Bedömningen med tecken och ord"),
        ColumnField("motivering", "Motivering", 105, "Rapportens ord och motivering"),
        ColumnField("avsnitt", "Avsnitt", 22, "Avsnittet i rapporten"),
    ),
)
OF_YEAR = TableFields(
    "Årets granskningar",
    (
        ColumnField("granskning", "Granskning", 68, "Granskningens titel"),
        ColumnField("slag", "Slag", 40, "Slaget av granskning"),
        ColumnField("missiv", "Missiv", 27, "Missivets dag"),
        ColumnField("mottagare", "Mottagare", 26, "Antalet mottagare"),
        ColumnField("rekommendationer", "Rekommendationer", 36, "Antalet rekommendationer"),
        ColumnField("fragor", "Frågor", 20, "Antalet frågor, om några har ställts"),
        ColumnField("per_mottagare", "Räknat per mottagare", 30, "Antalet räknat per mottagare"),
    ),
)
RATES_OF_YEAR = TableFields(
    "Rekommendationer per nämnd",
    (
        ColumnField("namnd", "Nämnd", 52, "Nämnden"),
        ColumnField("antal", "Rekommendationer", 36, "Antalet rekommendationer"),
        ColumnField("oppna", "Öppna", 18, "Antalet öppna"),
        ColumnField("bedomda", "Bedömda", 22, "Antalet bedömda"),
        ColumnField("genomforda", "Genomförda", 26, "Antalet genomförda"),
        ColumnField(
            "minst_i_huvudsak",
            "Minst i huvudsak genomförda",
            28,
            "Antalet genomförda eller i huvudsak genomförda",
        ),
        ColumnField("ej_uppfoljda", "Ej uppföljda", 24, "Antalet ej uppföljda"),
        ColumnField("fragor", "Frågor", 17, "Antalet frågor, om några har ställts"),
        ColumnField("besvarade_fragor", "Besvarade frågor", 24, "Antalet besvarade frågor"),
    ),
)
REPLIES_OF_YEAR = TableFields(
    "Yttranden per nämnd",
    (
        ColumnField("namnd", "Nämnd", 67, "Nämnden"),
        ColumnField("begarda", "Begärda", 24, "Antalet begärda yttranden"),
        ColumnField("i_tid", "I tid", 20, "Antalet som har kommit i tid"),
        ColumnField("for_sent", "För sent", 24, "Antalet som har kommit för sent"),
        ColumnField("okant", "Okänt om i tid", 28, "Antalet vars dag inte framgår"),
        ColumnField("saknas", "Saknas", 24, "Antalet som saknas efter svarsdagen"),
        ColumnField("uteblivna", "Uteblivna", 28, "Antalet som revisorerna inte längre väntar på"),
        ColumnField("invantas", "Inväntas", 32, "Antalet som inväntas"),
    ),
)
STANDINGS_OF_YEAR = TableFields(
    "Läget per nämnd",
    (
        ColumnField("namnd", "Nämnd", 49, "Nämnden"),
        ColumnField("avslutad", "Avslutad", 20, "Antalet avslutade"),
        ColumnField("kvarstar", "Kvarstår efter uppföljning", 24, "Antalet kvarstående"),
        ColumnField("invantar_svar", "Inväntar svar", 20, "Antalet som inväntar svar"),
        ColumnField("ej_genomganget", "Svar ej genomgånget", 27, "Antalet vars svar ej är läst"),
        ColumnField("besvaras_inte", "Besvaras inte", 20, "Antalet som inte besvaras"),
        ColumnField("uppges_genomford", "Genomförd enligt nämnden", 25, "Antalet enligt nämnden"),
        ColumnField("atgard_utlovad", "Åtgärd utlovad", 20, "Antalet med utlovad åtgärd"),
        ColumnField("atgard_pagar", "Åtgärd pågår", 20, "Antalet med pågående åtgärd"),
        ColumnField("ingen_atgard", "Ingen åtgärd utlovad", 22, "Antalet utan utlovad åtgärd"),
    ),
)
WORDS = TableFields(
    "Begreppens innebörd",
    (
        ColumnField("ord", "Ord", 62, "Ordet som används"),
        ColumnField("innebord", "Innebörd", 185, "Vad ordet betyder"),
    ),
)

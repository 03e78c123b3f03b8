"""Sentences as they stand in reports, replies and minutes: what the gate finds in each, or not."""

import pytest

from revtrack.domain.publishing.gate import Known, look_through

KNOWN = Known(
    officeholders=frozenset({"Maj Tavast"}),
    bodies=frozenset({"Älvsunda kommun", "Älvsunda Bostäder AB", "Granskningsbyrån Lind"}),
)


def told(text: str) -> list[str]:
    return [f"{each.kind.value}: {each.text}" for each in look_through(text, "texten", KNOWN)]


TELLING = {
    # numbers and days of birth
    "Beslutet gäller 750505-9807 och är verkställt.": ["mistyped_number: 750505-9807"],
    "Akten för 19750505-XXXX saknar genomförandeplan.": ["personal_number: 19750505-XXXX"],
    "Kontrollerad akt: 750505-****": ["personal_number: 750505-****"],
    "I akten 20140506-98XX saknas samtycke.": ["personal_number: 20140506-98XX"],
    "Personnummer 8112189875 fanns i loggen.": ["mistyped_number: 8112189875"],
    "Samordningsnummer 701063-2391 har använts.": ["personal_number: 701063-2391"],
    "Samordningsnummer 701063-2392 har använts.": ["mistyped_number: 701063-2392"],
    "Akt 3 (flicka född 2014-05-06) saknar utredning.": ["birth: född 2014-05-06"],
    "Den sökande är född 750505.": ["birth: född 750505"],
    "Pojke f. 2012, placerad sedan hösten.": ["birth: f. 2012", "health: placerad"],
    "En kvinna född den 6 maj 1954 väntade fyra månader.": ["birth: född den 6 maj 1954"],
    "Tvillingarna födda 2014-05-06 har fått plats.": ["birth: födda 2014-05-06"],
    "Brukare född -72 hade inget beslut.": ["birth: född -72"],
    "Födelsedatum: 1972-03-04": ["birth: Födelsedatum: 1972-03-04"],
    # names turned, begun or shouted
    "Sjöberg, Anna-Karin": ["person: Sjöberg, Anna-Karin"],
    "Närvarande: Kowalski, Piotr": ["person: Kowalski, Piotr"],
    "Jämför med Hasson, H. i källan.": ["person: Hasson, H."],
    "SJÖBERG ANNA-KARIN": ["person: SJÖBERG ANNA-KARIN"],
    "Utredare: SJÖBERG, ANNA": ["person: SJÖBERG, ANNA"],
    "BO EK": ["person: BO EK"],
    "LSS-beslut för M.K. har inte följts upp.": ["person: M.K.", "health: LSS-beslut"],
    "Intervju med A. Berg den 3 maj.": ["person: A. Berg"],
    "A. Berg svarade för nämnden.": ["person: A. Berg"],
    "Rapporten är skriven av R Wallin.": ["person: R Wallin"],
    "Yttrande av Gunnar W Arvidsson": ["person: Gunnar W Arvidsson"],
    # one word
    "Enligt ordförande Bengtsson är planen klar.": ["person: Bengtsson"],
    "Enligt ordförande Palm är planen klar.": ["person: Palm"],
    "Vid samtal med rektor Almskog framkom brister.": ["person: Almskog"],
    "Yrkande från Svensson (S) om återremiss.": ["person: Svensson"],
    "Reservation av Ek (KD).": ["person: Ek"],
    "I fallet med eleven Kim dröjde utredningen.": ["person: Kim"],
    "Brukaren Lindens insats upphörde.": ["person: Lindens"],
    "Skickas till c/o Andersson.": ["person: Andersson"],
    "Fråga Bengtsson om detta.": ["person: Bengtsson"],
    "Vi har frågat Bengtsson, som svarade.": ["person: Bengtsson"],
    "Enligt svaret från Perssons chef är det klart.": ["person: Persson"],
    "Tack för samtalet. Mvh/Lotta": ["person: Lotta"],
    "Med vänlig hälsning\n\nLotta": ["person: Lotta"],
    # names that the lists do not hold, within a sentence
    "Vid samtal med Xuan Ly framkom detsamma.": ["person: Xuan Ly"],
    "Nguyen Thi Lan har ansökt om plats.": ["person: Nguyen Thi Lan"],
    "Ansökan från Tesfay Gebremariam avslogs.": ["person: Tesfay Gebremariam"],
    "Enligt Bedros Cicek och Mousa Younis finns ingen plan.": [
        "person: Bedros Cicek",
        "person: Mousa Younis",
    ],
    "Samtal hölls med Zdravka Petrović.": ["person: Zdravka Petrović"],
    # beside bodies and titles
    "Ordförande Anna Berg Kommunstyrelsen": ["person: Anna Berg"],
    "Projektledare Adrian Göransson": ["person: Adrian Göransson"],
    "Kommundirektör Jan Fransson, ekonom Britt Almer": [
        "person: Jan Fransson",
        "person: Britt Almer",
    ],
    "Karl Lind är granskad, Granskningsbyrån Lind inte.": ["person: Karl Lind"],
    "Maj Tavast och Maj Lindqvist": ["officeholder: Maj Tavast", "person: Maj Lindqvist"],
    # addresses
    "Skriv till maria [at] alvsunda.se.": ["email: maria [at] alvsunda.se"],
    "Skriv till maria(at)alvsunda(dot)se.": ["email: maria(at)alvsunda(dot)se"],
    "maria.ek snabel-a alvsunda.se": ["email: maria.ek snabel-a alvsunda.se"],
    "Box 123, 640 33 Bettna": ["postal_address: Box 123", "postal_address: 640 33 Bettna"],
    "Svar till 631 86 Eskilstuna.": ["postal_address: 631 86 Eskilstuna"],
    "SE-631 86 ESKILSTUNA": ["postal_address: SE-631 86 ESKILSTUNA"],
    "Brukaren bor i lgh 1102.": ["street_address: lgh 1102"],
    "Bostaden på Erik Dahlbergsgatan 12 är godkänd.": ["street_address: Erik Dahlbergsgatan 12"],
    "BOR PÅ STORGATAN 12 B": ["street_address: STORGATAN 12 B"],
    "Besök NORRA VÄGEN 3 och KARLS GRÄND 4.": [
        "street_address: VÄGEN 3",
        "street_address: KARLS GRÄND 4",
    ],
    "Anna Lindqvist, Storgatan 12 B": ["street_address: Storgatan 12 B", "person: Anna Lindqvist"],
    # what is owned
    "Bygglovet på fastigheten Gillberga 2:17 överklagades.": ["property: Gillberga 2:17"],
    "Marken Östra Vi 12:144 såldes.": ["property: Östra Vi 12:144"],
    "Tillsyn i kv. Björnen 4 har inte gjorts.": ["property: Björnen 4"],
    "Körjournal för reg.nr ABC 12D saknas.": ["vehicle: ABC 12D"],
    "Tjänstebilen ABC123 har använts privat.": ["vehicle: ABC123"],
    "Utbetalning till SE45 5000 0000 0583 9825 7466": ["account: SE45 5000 0000 0583 9825 7466"],
    "Betalas till bankgiro 5050-1055.": ["account: 5050-1055"],
    "Plusgiro: 4 80 50-8": ["account: 4 80 50-8"],
    "Återbetalning till konto 8327-9, 123 456 789-0": ["account: 8327-9, 123 456 789-0"],
    # marked
    "Omfattas av säkerhetsskydd.": ["secret: säkerhetsskydd"],
    "Säkerhetsskyddsklassificerad uppgift": ["secret: Säkerhetsskyddsklassificerad"],
    "Materialet är ej för spridning.": ["secret: ej för spridning"],
    "Handlingen får inte spridas.": ["secret: får inte spridas"],
    "Endast för internt bruk": ["secret: Endast för internt bruk"],
    "26 kap. 1 § OSL": ["secret: 26 kap. 1 § OSL"],
    "Namnet är maskat i bilagan.": ["secret: maskat"],
    "Detta är en intern handling.": ["draft: intern handling"],
    "Utkast": ["draft: Utkast"],
    "UTKAST 2025-02-11": ["draft: UTKAST 2025-02-11"],
    # health and care of one
    "Journalen anger diagnos ADHD.": ["health: diagnos ADHD"],
    "Flickan har autism och går i åk 4.": ["health: autism"],
    "SoL-beslut för Anna Lindqvist": ["person: Anna Lindqvist", "health: SoL-beslut"],
}
NOTHING_TOLD = [
    "Offentlighets- och sekretesslagen (2009:400) gäller.",
    "Handlingar registreras enligt 5 kap. 1 § OSL.",
    "Utlämnandet har prövats enligt 21 kap. 7 § OSL.",
    "Registrator gör en sekretessprövning.",
    "Sekretessförbindelser undertecknas av alla.",
    "Rutiner för sekretessfrågor saknas.",
    "Säkerhetsskyddslagen (2018:585) och säkerhetsskyddsförordningen",
    "Erik Dahlbergsgatan byggs om.",
    "Avtalet med Ericsson AB och Lagerssons gränd har sagts upp.",
    "ARBETSPLAN 3 OCH HANDLINGSPLAN 2025",
    "Karl Johans torg och Anna Lindhs plats",
    "Sven Rinmans skola och Sankt Eriks gymnasium",
    "Rektor på Vasaskolan har svarat.",
    "Ordförande i kommunstyrelsen och ledamot i Socialnämnden",
    "Vice ordförande Barn- och utbildningsnämnden",
    "Region Sörmland och Västra Götaland deltog.",
    "I Upplands Väsby och Östra Göinge finns förebilder.",
    "Malung-Sälens kommun",
    "I Lund prövas modellen.",
    "Avvikelser anmäls enligt Lex Sarah och Lex Maria.",
    "LEX SARAH",
    "I systemet Microsoft Dynamics och Power BI",
    "Ekonomisystemet Visma Control och verksamhetssystemet Treserva",
    "Granskningen har gjorts av Ernst & Young och Grant Thornton.",
    "Granskningen har gjorts av Granskningsbyrån Lind.",
    "Borås Stads Revisionskontor",
    "Tjänster köps av Statens Servicecenter.",
    "Enligt Sveriges Kommuner och Regioner",
    "I Öppna Jämförelser framgår nivån.",
    "Dotterbolaget Älvsunda Bostäder AB",
    "Räddningstjänsten Syd och Mälardalens Brand- och Räddningsförbund",
    "Förskolan Björken och Grundskolan Äppellunden",
    "Moderaterna (M) och Vänsterpartiet (V) reserverar sig.",
    "N. N. (S) och N. N. (KD) yrkar bifall.",
    "Kommunstyrelsen, Socialnämnden och Revisorerna",
    "Med vänlig hälsning\n\nRevisorerna i Älvsunda kommun",
    "A. Bakgrund\nB. Metod",
    "R1 Rekommendation",
    "REKOMMENDATION PER NÄMND",
    "VAL AV ORDFÖRANDE",
    "Per Invånare",
    "Jan Feb Mar Apr",
    "Instämmer Delvis",
    "Organisationsnummer 212000-0357 och 556677-8899",
    "Kontrollnummer 195-1006b12b22413f4b",
    "Ärendenummer 8112189875",
    "Barn födda 2014 har fått plats.",
    "Elever födda 2010 och senare",
    "Stiftelsen är grundad 1972.",
    "Tabell 3:2 och avsnitt 3.2.4",
    "Kommunallagen 6:27 och SFS 2018:218",
    "Dnr KS 2022:123 och Ks 2022:123",
    "Kommunalhuset 2:3, kl. 16:00-17:15",
    "Nämnden sammanträder Torsdag 13:00.",
    "Bankgirot och plusgirot granskas årligen.",
    "Nytt IBAN registreras av två i förening.",
    "20 500 000 kronor, varav 123 45 kronor avser ränta",
    "Tabell 640 33",
    "ISO 27001 och ISO 270 följs.",
    "Bilen ska bokas av två.",
    "Boxen på expeditionen töms varje dag.",
    "Utkast till budget lämnas i maj.",
    "Ett utkast har skickats till nämnden.",
    "Nämndens arbetsmaterial förvaras åtskilt.",
    "Handlingsplanen får spridning i förvaltningen.",
    "LSS-beslut verkställs inte i tid.",
    "SoL-beslut och LSS-beslut saknar uppföljning i 4 av 20 akter.",
    "Personer med demens och missbruk får samordnade insatser.",
    "Barnets behov bedöms innan det placeras.",
    "Demensboendet och missbruksvården granskades.",
    "Den enskilde kan få god man.",
    "Diagnoser registreras i systemet.",
]


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_tells_this_and_no_more(sentence: str) -> None:
    assert told(sentence) == TELLING[sentence]


@pytest.mark.parametrize("sentence", NOTHING_TOLD)
def test_a_sentence_tells_of_nobody(sentence: str) -> None:
    assert told(sentence) == []

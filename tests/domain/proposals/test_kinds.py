import pytest

from revtrack.domain.proposals.papers.evidence import SIGNS
from revtrack.domain.proposals.papers.kinds import kind_of
from revtrack.domain.proposals.papers.weights import KINDS, WEIGHTS
from revtrack.domain.proposals.reading import propose
from tests.domain.proposals.written import written

PAPERS = {
    "council_decision": """
        Granby kommun
        Miljönämnden
        Protokollsutdrag 2023-03-14
        § 12 Dnr MN/2022:14
        # Svar på granskning av tillsynen
        # Beslut
        Miljönämnden lämnar svaret till kommunens revisorer.""",
    "response": """
        Miljöförvaltningen
        Tjänsteskrivelse 2023-02-01
        # Svar på granskning av tillsynen
        # Förslag till beslut
        Miljönämnden lämnar svaret till kommunens revisorer.""",
    "cover_letter": """
        Till miljönämnden
        # Granskning av tillsynen
        Vi har granskat tillsynen och önskar svar senast den 1 juni 2023.
        För kommunens revisorer
        N. N., ordförande""",
    "report": """
        # Granskning av tillsynen
        Revisionsrapport
        # Bakgrund
        Revisorerna har beslutat att granska tillsynen.
        # Iakttagelser
        Planen är från 2015.""",
    "follow_up_report": """
        # Uppföljning av granskning av tillsynen
        Revisorerna granskade tillsynen år 2019. Vi har följt upp rekommendationerna.""",
    "annual_report": """
        # Revisorernas redogörelse för år 2022
        Vi har under året gjort tre granskningar.""",
    "list": """
        Revisorerna i Granby kommun
        Sammanställning av rekommendationer, granskning av tillsynen
        1. Föra statistik (miljönämnden)""",
    "other": """
        Kommunens revisorer
        # Anstånd med svar på granskning av tillsynen
        Nämnden får anstånd till den 9 juni 2023.""",
}


@pytest.mark.parametrize("kind", PAPERS)
def test_papers_of_an_audit_are_told_apart(kind: str) -> None:
    assert kind_of(written(PAPERS[kind])).kind.value == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "other",
            """Revisorerna i Granby kommun
            Protokoll 2023-09-12
            § 51 Granskning av tillsynen
            Revisorerna beslutar att godkänna rapporten.
            § 52 Granskning av lokaler
            Revisorerna beslutar att godkänna planen.""",
        ),
        (
            "follow_up_report",
            """Lekmannarevisorerna
            Uppföljning av rekommendationer till bolagen 2023
            Granby Bostäder AB
            - Upprätta en plan för underhåll – genomförd
            - Se till att styrelseprotokoll justeras – kvarstår""",
        ),
        (
            "follow_up_report",
            """Revisorerna i Granby kommun
            Lägesrapport: vad har hänt med våra rekommendationer?
            Kommunstyrelsen
            Vi rekommenderade styrelsen att förtydliga uppsikten. Delvis gjort.""",
        ),
        (
            "list",
            """Rekommendationer som vi fortfarande bevakar
            Lägesbild i augusti. Genomgången vid vårt möte.
            # Kommunstyrelsen
            1. Upprätta en förteckning. Från granskningen av avtal 2012. Inget har hänt.""",
        ),
        (
            "list",
            """Revisorerna i Granby kommun
            Uppföljningslista
            Granskning av måltider – barn- och utbildningsnämnden
            1. Anta mål för svinn – pågår
            2. Mät svinnet varje år – klar
            Granskning av fordon – tekniska nämnden
            1. Upprätta en policy – ej påbörjad""",
        ),
        (
            "response",
            """From: Karin Ek
            Sent: Monday, 12 June 2023
            To: Revisionskontoret
            Subject: Re: Granskning av löneprocessen
            Ni rekommenderar för det första att nämnden inför en kontroll. Det håller vi med om.""",
        ),
        (
            "response",
            """Östervalla kommun
            Miljönämnden
            2022-11-30
            Kommunrevisionen
            Angående er granskning av nämndens tillsyn
            Nämnden delar uppfattningen.""",
        ),
        (
            "response",
            """Kommundirektören
            Återkoppling på granskningen av visselblåsarfunktionen
            Jag har följande kommentarer till kommunens revisorer.""",
        ),
        (
            "cover_letter",
            """Stadsrevisionen i Hamnstad
            Styrelsen för Hamnstads Energi AB
            Granskning av bolagens representation
            Lekmannarevisorerna har granskat bolagens representation och rekommenderar er att
            - besluta om beloppsgränser
            Svaret ska vara oss till handa den 31 januari 2024.""",
        ),
        (
            "report",
            """PM
            Granskning av uppföljning av privata utförare
            Sven Norr, certifierad kommunal revisor
            Vår bedömning
            Omsorgsnämnden bör anta en plan.""",
        ),
        (
            "list",
            """Ekeby kommun
            Logg över rekommendationer, förs av revisorernas sekreterare
            1. Anta en plan för lokalerna
            Till: kommunstyrelsen""",
        ),
        (
            "list",
            """Uppföljning av revisionens rekommendationer, status i oktober
            Kansliet redovisar hur långt nämnderna har kommit.
            | Rekommendation | Ansvar | Åtgärd | Status |
            | Anta en plan för lokalerna | Kommunstyrelsen | Plan på remiss | Pågår |""",
        ),
        (
            "list",
            """Revisorernas lista över lämnade rekommendationer
            | Område | Rekommendationens innehåll | Riktad mot | Uppföljning planerad |
            | Ekonomi | Utveckla prognoserna | Socialnämnden | 2025 |
            | Miljö | Komplettera tillsynsplanen | Miljönämnden | 2025 |""",
        ),
        (
            "list",
            """Ekeby kommun; revisorernas rekommendationer; utskrift 2024-02-02
            | År | Rapport | Rekommendation | Till | Status |
            | 2022 | Kost | Mät matsvinnet i samtliga kök | Servicenämnden | klar |
            | 2023 | LSS | Tydliggör ansvaret | Omsorgsnämnden | |""",
        ),
        (
            "follow_up_report",
            """Har nämnden gjort det vi rekommenderade? Uppföljning av granskningen av bidrag
            Vi granskade fritidsnämnden år 2022 och har nu frågat vad som har gjorts.
            | Vi rekommenderade nämnden att | Nämnden svarar | Vår kommentar |
            | revidera bidragsreglerna | Nya regler gäller. | Bra. |
            För Ekeby kommuns revisorer
            N. N., ordförande""",
        ),
        (
            "follow_up_report",
            """Till kommunstyrelsen
            # Uppföljning av granskning av exploateringen
            Vi har gått igenom styrelsens svar.
            - Besluta om riktlinjer. Riktlinjer finns. Rekommendationen är genomförd.
            - Inför en rapportering. Den saknas. Rekommendationen är inte genomförd.
            För kommunens revisorer
            N. N., ordförande""",
        ),
        (
            "follow_up_report",
            """Uppföljning av revisionens rekommendationer
            Syftet är att bedöma om kommunstyrelsen har gjort vad vi rekommenderade.
            | Rekommendation | Mottagare | Bedömning |
            | Anta en plan för lokalerna | Kommunstyrelsen | Delvis genomförd |""",
        ),
        (
            "list",
            """Revisorernas uppföljningslista
            | Nr | Rekommendation | Ansvarig |
            | 1 | Föra statistik | Miljönämnden |""",
        ),
        (
            "follow_up_report",
            """# Har rekommendationerna genomförts?
            Revisorerna har följt upp granskningen av tillsynen från 2020.""",
        ),
        (
            "cover_letter",
            """Från: Kommunrevisionen i Granby
            Till: Miljönämnden
            Ämne: Rapport om tillsynen
            Vi vill att nämnden svarar oss senast den 12 januari 2024.""",
        ),
        (
            "not_audit",
            """Revisionsberättelse
            Till årsmötet i Granby hembygdsförening
            Jag har granskat räkenskaperna.""",
        ),
    ],
)
def test_papers_that_resemble_others(kind: str, text: str) -> None:
    assert propose(written(text)).kind.value == kind


NO_AUDIT = {
    "This is a news page or a newsletter, not a paper of an audit.": """
        Kritik från revisorerna
        Publicerad 3 maj 2022
        Revisorerna har granskat tillsynen.
        Läs också: Ny bro invigd""",
    "This is a summons or an agenda, not a paper of an audit.": """
        Kallelse till miljönämnden
        Tid: torsdag klockan 13
        1. Val av justerare
        2. Svar på revisorernas granskning""",
    "This is a research paper, not a paper of an audit.": """
        Abstract
        I denna studie undersöks revisorernas granskningar.
        Referenser""",
    "This is an invoice, not a paper of an audit.": """
        Faktura
        Avser granskning åt revisorerna
        Att betala 88 000,00""",
    "This is an advertisement for a post, not a paper of an audit.": """
        Vi söker en revisor
        Du granskar och skriver rapporter.
        Skicka din ansökan senast den 3 maj.""",
    "There is no text in the file.": "",
}


@pytest.mark.parametrize("sentence", NO_AUDIT)
def test_what_is_no_paper_of_an_audit_is_refused_with_its_reason(sentence: str) -> None:
    found = kind_of(written(NO_AUDIT[sentence]))
    assert found.kind.value == "not_audit"
    assert found.why is not None
    assert found.why.message == sentence


def test_a_decision_on_something_else_is_no_paper_of_an_audit() -> None:
    found = kind_of(written("§ 4\nBeslut\nMotionen avslås.\nÄrendet\nEn ledamot vill ha en bro."))
    assert found.kind.value == "not_audit"


def test_a_letter_of_the_auditors_with_nothing_but_questions_is_theirs() -> None:
    text = """
        Revisorerna
        3 oktober 2022
        Till socialnämnden
        # Frågor om väntetider
        Vi önskar svar på hur nämnden kortar tiderna.
        Svara skriftligt senast den 15 november 2022.
        N. N., ordförande"""
    assert kind_of(written(text)).kind.value == "cover_letter"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            """Från: A. B.
            Till: kommunrevisionen@ekby.example
            Ämne: SV: Granskning av bygglov - påminnelse om svar
            Vi instämmer i rekommendationen att mäta tiderna.""",
            "response",
        ),
        (
            """Från: A. B.
            Till: kommunrevisionen@ekby.example
            Ämne: Svarstid bygglov
            Nämnden har fått er granskning av bygglov. Vi skulle vilja ha uppskov till juni.""",
            "other",
        ),
        (
            """Ekby kommun
            Dnr BN 2024/3
            Till kommunrevisionen
            Svar på rapporten om bygglov
            Nämnden instämmer i det som sägs om tiderna.""",
            "response",
        ),
        (
            """Granskning av underhåll
            Rapport från lekmannarevisorerna i Ekby Bostäder AB
            Till: Styrelsen i Ekby Bostäder AB
            För kännedom: Kommunstyrelsen
            # Inledning
            Vi har granskat underhållet.
            # Slutsats
            Vi bedömer att styrelsen följer planen.""",
            "report",
        ),
        (
            """Säkerhetskopiering i Ekby kommun
            Ekby kommuns revisorer, 4 juni 2025
            Vi har granskat kommunstyrelsens säkerhetskopiering.
            Tas kopior varje natt? Ja, det gör de.
            Har återläsning prövats? Nej, aldrig.
            Vi rekommenderar kommunstyrelsen att pröva återläsning varje år.
            Svar emotses senast tre månader efter att rapporten överlämnats.""",
            "report",
        ),
        (
            """Uppföljning av revisorernas rekommendationer, status per den 31 oktober 2023
            | Rekommendation | Ansvar | Status |
            | Mät tiderna | Byggnadsnämnden | Pågår |""",
            "list",
        ),
        (
            """Uppföljning av granskning av bygglov
            Alm Konsult AB
            2023-05-02
            Bakgrund och syfte
            År 2020 granskades bygglov. I rapporten lämnades en rekommendation.""",
            "follow_up_report",
        ),
        (
            """Yttrande över betänkandet Bygg snabbare
            Förslag till beslut
            Kommunstyrelsen avger yttrandet. Vad kommunens revisorer ska granska är oklart.""",
            "not_audit",
        ),
        (
            """Plan för intern kontroll 2024
            Byggnadsnämnden
            Revisorernas granskning av bygglov har beaktats.""",
            "not_audit",
        ),
        (
            """Yttrande över revisorernas granskning av planen för intern kontroll
            Till revisorerna i Ekby kommun
            Nämnden instämmer.""",
            "response",
        ),
    ],
)
def test_papers_that_only_their_head_tells(text: str, kind: str) -> None:
    assert propose(written(text)).kind == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "list",
            """Svarsmatris – granskning av livsmedelskontrollen
            Revisionskontoret, Björkeryds kommun
            Dnr REV 2022/31
            | Rekommendation | Miljönämnden | Kommunstyrelsen |
            | 1. Ta fram en kontrollplan | Instämmer. Plan antas i mars 2023 | – |
            | 2. Säkra bemanningen | Instämmer delvis | Avvisar, ingen ram finns |
            Svaren skulle ha kommit in senast den 30 november 2022.""",
        ),
        (
            "list",
            """REKOMMENDATIONER TILL NÄMNDERNA
            Aktuell status november 2024
            Kommunrevisionen Tallköping
            Socialnämnden
            2022 Placeringar: Inför uppföljning av varje placering. Status: genomförd
            2023 LSS-boenden: Säkerställ introduktion. Status: pågår
            Tekniska nämnden
            2023 Gatuunderhåll: Upprätta en plan. Status: ej påbörjad
            2023 Gatuunderhåll: Inventera broar. Status: pågår""",
        ),
        (
            "list",
            """Nämndernas återkoppling på revisorernas rapport om bostadsanpassning
            Sammanfattad av revisionens biträde, Granlunda Revision AB
            2021-09-14
            # Socialnämnden (§ 88, 2021-08-25)
            Rekommendation 1, fastställ handläggningstider: Nämnden delar uppfattningen.
            Rekommendation 2, följ upp kostnader: Nämnden anser att det redan görs.
            # Byggnadsnämnden (§ 61, 2021-08-31)
            Rekommendation 3, samordna besiktningar: Nämnden avser att ta fram en rutin.""",
        ),
        (
            "cover_letter",
            """Åsmo kommun
            De förtroendevalda revisorerna
            2023-06-20
            Barn- och ungdomsnämnden
            Kopia: Kommunfullmäktige
            # Granskning av elevers frånvaro
            Revisorerna har låtit Norrö Revision granska nämndens arbete med frånvaro.
            Rapporten bifogas.
            Den samlade bedömningen är att arbetet i huvudsak är ändamålsenligt.
            Revisorerna rekommenderar nämnden att
            - följa upp anmälningar
            - analysera orsaker
            Nämndens svar ska vara revisorerna tillhanda den 15 oktober 2023.
            P. L.
            Ordförande""",
        ),
        (
            "cover_letter",
            """Från: kommunrevisionen@hovsta.se
            Till: barnochskolnamnden@hovsta.se
            Kopia: kommunfullmaktige@hovsta.se
            Ämne: Revisionsrapport - Granskning av skolskjutsar
            Hej!
            Bifogat finns revisorernas rapport om skolskjutsar.
            Vi vill ha ert svar senast 1 september 2022.
            För revisorerna
            S. K.""",
        ),
        (
            "report",
            """Revisorerna
            Lekebyns kommun
            Grundläggande granskning av överförmyndarnämnden 2021
            Granskningen har utförts av revisorerna genom en träff med presidiet.
            Mål och uppföljning
            Nämnden har antagit en verksamhetsplan. Uppföljning sker tre gånger om året.
            Ekonomi
            Prognosen visar ett underskott på 0,4 mnkr.
            Revisorernas bedömning
            Vi bedömer att nämnden i allt väsentligt har en tillräcklig styrning.
            Vi vill uppmärksamma nämnden på att
            - internkontrollplanen bör följas upp före årsskiftet.""",
        ),
        (
            "report",
            """KVARTSEN REVISION AB
            Rapport
            Brandskydd i kommunens lokaler
            Stensele kommun
            Mars 2024
            Innehåll
            1. Uppdraget
            2. Vad vi har sett
            3. Slutsats
            1. Uppdraget
            Kommunens revisorer har gett oss i uppdrag att granska brandskyddet.
            2. Vad vi har sett
            Systematiskt brandskyddsarbete saknas på fem av elva skolor.
            Kontroller dokumenteras inte.
            3. Slutsats
            Nämnden har inte säkerställt ett tillräckligt brandskydd.
            Vi rekommenderar nämnden att anta rutiner.
            N. N. Certifierad kommunal revisor""",
        ),
        (
            "report",
            """PM 2019-11-05
            Till revisorerna i Hjortsby kommun
            Iakttagelser vid granskning av attester
            Vi har på ert uppdrag gått igenom 50 fakturor hos kommunstyrelsen.
            Av dessa var 46 rätt attesterade. I fyra fall saknades beslutsattest.
            Vi rekommenderar kommunstyrelsen att stickprovskontrollera fakturor.
            Tuvan Revision
            K. G., uppdragsledare""",
        ),
        (
            "follow_up_report",
            """Ödeby kommun
            Revisorerna
            2024-05-06
            Till socialnämnden
            Vad hände sedan? Granskningen av hemtjänsten från 2021
            Hösten 2021 granskade vi hemtjänsten och lämnade tre rekommendationer.
            Vi har i våras bett nämnden berätta vad som gjorts.
            Rekommendation: Inför kontinuitetsmätning. Utfall: Mätning görs två gånger per år.
            Vi anser att rekommendationen har följts.
            Rekommendation: Revidera biståndsriktlinjer. Utfall: Riktlinjerna är från 2015.
            Rekommendationen kvarstår.
            Rekommendation: Följ upp avvikelser. Utfall: Görs varje månad.
            Rekommendationen har följts.
            Vi återkommer till frågan om riktlinjer under nästa år.
            För revisorerna
            L. L., ordförande""",
        ),
        (
            "follow_up_report",
            """Kommunrevisionen
            Uppföljande granskning: kommunens krisberedskap
            Rapport 2023-12-01
            Sammanfattning
            Revisorerna har följt upp 2020 års granskning.
            Två av fyra rekommendationer är genomförda.
            Bakgrund
            År 2020 granskades krisberedskapen.
            Resultat
            | Rekommendation 2020 | Vidtagna åtgärder | Bedömning |
            | Öva krisledningsnämnden | Övning hölls 2022 | Genomförd |
            | Anta en krisplan | Plan antogs 2021 | Genomförd |
            | Utbilda chefer | Ingen utbildning | Ej genomförd |
            Slutsats
            Kommunstyrelsen bör utbilda cheferna.""",
        ),
        (
            "response",
            """Kommunrevisionen i Vikaryd
            Svar från tekniska nämnden på granskning av vattenledningsnätet
            Tekniska nämnden har fått rapporten för yttrande.
            | Rekommendation | Nämndens svar | Ansvarig | Klart |
            | Upprätta en förnyelseplan | Instämmer, plan tas fram | VA-chef | 2024 |
            | Följ upp utläckage | Görs redan | VA-chef | – |
            | Utbilda driftpersonal | Instämmer inte | Driftchef | – |
            På tekniska nämndens vägnar
            O. O.
            Ordförande""",
        ),
        (
            "response",
            """Yttrande
            2022-05-03
            Barnstads Energi AB
            Lekmannarevisorerna
            Granskning av bolagets upphandlingar
            Styrelsen har den 3 maj 2022 behandlat rapporten.
            Styrelsen delar lekmannarevisorernas syn och har uppdragit åt VD att
            - uppdatera inköpspolicyn senast i oktober
            - införa avtalsregister.
            För styrelsen
            A. A., ordförande""",
        ),
        (
            "other",
            """Från: Nämndsekreterare, socialnämnden
            Till: Revisorerna
            Ämne: Senare svar på rapporten om ekonomiskt bistånd?
            Hej, nämnden sammanträder först den 20 april.
            Kan vi få lämna svaret den 25 april i stället för den 31 mars?""",
        ),
        (
            "list",
            """Uppföljningslogg revision 2020-2023 – Söderängs kommun
            Uppdaterad 2023-10-02
            | Id | Granskning/rekommendation | Nämnd | Åtgärd enligt svar | Oktober | Trafikljus |
            | 20-1 | Inköp: Uppdatera policy | KS | Ny policy 2021 | Antagen | Grön |
            | 20-2 | Inköp: Följ upp avtal | KS | Systemstöd | Försenat | Gul |
            | 21-1 | Kost: Mät svinn | TN | Mätning | Görs | Grön |""",
        ),
        (
            "list",
            """Region Norrsund, revisionskontoret
            Översikt öppna rekommendationer, mars 2024
            LOKALER (rapport 2/2022) - Regionstyrelsen
            - Anta en lokalstrategi
            Antagen i november. Avslutad.
            - Redovisa tomma lokaler varje år
            Planeras till hösten. Öppen.""",
        ),
        (
            "not_audit",
            """Fritidskontoret
            Rekommendationer för säkert badande, juni 2024
            - Bada aldrig ensam
            - Håll uppsikt över barnen""",
        ),
        (
            "list",
            """Hej!
            Här kommer listan över öppna rekommendationer som ni bad om inför mötet med revisorerna.
            Kommunstyrelsen
            1. Anta en inköpspolicy (2021)
            Socialnämnden
            2. Pröva familjehemsavtalen på nytt (2022)""",
        ),
        (
            "list",
            """Rekommendationer till flera nämnder 2022
            Bergby kommun, kommunrevisionen
            | Rekommendation | KS | BUN |
            | Anta en handlingsplan mot hot | X | X |
            | Utbilda skyddsombud | | X |""",
        ),
        (
            "report",
            """Till styrelsen för Sundby Fjärrvärme AB
            Kopia: kommunstyrelsen
            Lekmannarevisorns granskning av kundfordringar
            Räkenskapsåret 2021
            Jag har ställt följande frågor:
            - Skickas fakturor ut i tid?
            - Bevakas obetalda fakturor?
            Alla fakturor gick ut i tid. Mitt svar på den första frågan är ja.
            Obetalda fakturor bevakas inte. Frågan besvaras med nej.
            Jag rekommenderar styrelsen att
            - besluta om rutiner för inkasso
            A. B.
            Lekmannarevisor""",
        ),
        (
            "cover_letter",
            """Revisorerna i Räddningsförbundet Norra Sund
            2020-03-11
            Direktionen
            GRANSKNING AV ÖVNINGSVERKSAMHETEN
            Vi har granskat hur personalen övas. Syftet har varit att pröva om övningarna räcker.
            Enligt vår mening har direktionen inte tillräcklig kontroll.
            Vi anser att direktionen bör
            * besluta om en övningsplan
            * följa upp planen varje halvår
            Direktionens svar på punkterna vill vi ha senast den 5 juni 2020.
            För revisorerna
            C. D.
            sammankallande""",
        ),
    ],
)
def test_papers_whose_signs_are_weighed(kind: str, text: str) -> None:
    assert propose(written(text)).kind.value == kind


def test_each_sign_that_weighs_is_looked_for() -> None:
    beside = {"any", "proposed", "memo", "decided", "matter", "adopted", "notice"}
    assert set(WEIGHTS) - beside <= set(SIGNS)
    assert all(len(row) == len(KINDS) for row in WEIGHTS.values())

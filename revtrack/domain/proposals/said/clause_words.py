"""Words by which the verb of a clause is known: what tells its tense, and how its forms look."""

import re

from revtrack.domain.proposals.said.measure_times import MONTH

STOPS = frozenset(",;:()–—")
HOLDS_FAST = re.compile(r"^(?:lig|låg|lag|läg|lad|stå|stod|slå|slog|håll|höll|sätt|satt)")
"""How verbs begin behind which "fast" joins nothing: "ligger fast", "lades fast"."""
JOINS = frozenset(("och", "men", "samt", "medan", "utan", "fast", "varefter", "liksom", "dock"))
"""Signs and words between two clauses."""
ADDS = frozenset(("och", "samt", "liksom"))
"""Those of them behind which what is denied goes on."""
HAS = frozenset(("har", "hade", "ha"))
IS = frozenset(("är", "blivit", "blev", "var", "vara"))
EACH = re.compile(r"^var (?:\w+(?:nde|dje|de|te)|annan|annat|sin|sitt|för|och)\b")
"""How "var" goes on that means each: "var fjortonde dag"."""
EXPECTS = frozenset(("planeras", "planerar", "väntas", "beräknas", "förväntas", "föreslås"))
"""Verbs of what is to be that may stand alone: "översynen planeras till maj"."""
AIMS = frozenset(
    (
        *(
            "planen",
            "målet",
            "tanken",
            "uppdrag",
            "uppgift",
            "plan",
            "planer",
            "beredd",
            "beredda",
            "berett",
        ),
        *("redo", "ambition", "ambitionen", "avsikt", "avsikten", "målsättning", "målsättningen"),
    )
)
"""Words of what is to be that are no verbs."""
MEANS_TO = AIMS | frozenset(
    (
        *("beslutat", "beslutade", "beslutar", "bestämt", "uppdras", "uppdrar", "föreslår"),
        *("räknar", "lovar", "lovat", "åtar", "åtagit", "siktar"),
    )
)
"""Words of what is to be only with "att" behind them: "får i uppdrag att"."""
WILL = (
    MEANS_TO
    | EXPECTS
    | frozenset(
        (
            *("kommer", "ska", "skall", "avser", "ämnar", "tänker", "avses", "beräknar"),
            *("förutses", "avsikt", "låter"),
        )
    )
)
BEGINS_ANEW = frozenset(("kommer", "ska", "skall", "avser", "har"))
"""Words by which, behind "och", a committee goes on with what it does itself."""
HABITS = frozenset(("numera", "varje", "alltid", "redan", "sedan", "sig"))
"""Words behind "låter" of what is let be done already."""
MAY = frozenset(
    (
        *("kan", "bör", "kunde", "borde", "skulle", "behöver", "måste", "vill", "får", "önskar"),
        *("överväger", "kunna", "behövs", "krävs", "vore", "behövde", "ville", "kräver", "fick"),
    )
)
NOT = frozenset(("inte", "ej", "aldrig", "icke", "knappast", "varken"))
NO = frozenset(("ingen", "inget", "inga", "ingenting"))
OPENERS = {
    **dict.fromkeys(("som", "vilket", "vilken", "där"), "which"),
    **dict.fromkeys(("när", "då", "innan", "tills", "förrän"), "when"),
    **dict.fromkeys(("om", "ifall"), "if"),
    **dict.fromkeys(("hur", "vad", "vilka", "huruvida"), "what"),
    "eftersom": "why",
    "att": "that",
}
"""Words that open a clause within another, and what it then tells."""
WITHIN = frozenset(("som", "där", "vilket", "vilken", "när", "innan", "eftersom", "tills"))
"""Words behind which a clause tells of something else."""
WHETHER = frozenset(("säga", "veta", "oklart", "osäkert", "avgöra", "bedöma", "pröva", "beror"))
"""Words before "om" where it asks whether."""
ANSWERS_FOR = frozenset(("ansvarar", "svarar", "sörjer", "verka", "verkar"))
"""Words before "för att" that promise."""
HOLDS = re.compile(
    r"^(?:instäm\w+|delar|tillstyrker|välkomnar|godtar|positiva?|invänd\w+|mot|anser|menar"
    r"|tycker|bedömer|håller|enig|eniga|överens|positivt?|vikten"
    r"|viktigt|angeläget|rimligt|konstaterar|noterar|framhåll\w+|uppfattning\w*|bedömning\w*|ense"
    r"|tveksam\w*|rekommenderar|skriver|påpekar|rekommendation\w*|synpunkt\w*|mening|framgår"
    r"|visar|ser|innebär|betyder|medvetn?a?|medveten|känt|bekant|riktigt|korrekt|sant|sett)$"
)
"""Words before "att" by which something is held to be so, or right."""
BY_LAW = re.compile(
    r"^(?:enligt|av) (?:\w+ ){0,3}?(?:\w*lagen|\w*lag|\w*reglement\w*|\w*förordning\w*|\w*policyn?"
    r"|delegationsordning\w*|\w*direktiv\w*|avtalet)\b"
)
"""How a clause begins that tells what a law or a rule asks."""
OF_REVIEW = re.compile(r"^(?:\w*revis\w+|granskning\w*|rapporten|ni)$")
"""Who made the review, or the review itself."""
POSTS = re.compile(
    r"^(?:tjänst(?:en)?|roll(?:en)?|uppdrag(?:et)?|funktion(?:en)?|anställ\w+|så|därav)$"
)
"""Words before "som" that open no clause: "tjänsten som samordnare"."""
SELVES = re.compile(
    r"^(?:vi|\w*(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget|direktionen|avdelningen"
    r"|enheten|utskottet|direktören|chefen|kansliet|verksamheten|ordföranden|sekreteraren"
    r"|juristen|strategen))$"
)
"""Words by which a reply names who did what it tells of."""
ACTORS = re.compile(
    r"^(?:vi|\w{3,}(?:arna|erna|orna)|\w*(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget"
    r"|direktionen|sekreteraren|strategen|samordnaren|direktören|controllern|handläggaren))$"
)
"""Those who do what the next word tells."""
DEFINITE = re.compile(
    r"^(?!inte$|men$|mycket$)\w{3,}(?:en|et|na|an|erna|or|ar)$|^(?:vi|den|det|de)$"
)
"""How a word ends that may be a subject."""
NO_NOUN = re.compile(
    r"^(?:i|den|under|till|med|på|av|vid|för|från|efter|om|sig|en|ett|sitt|sina|sin|också|även"
    r"|redan|in|upp|ut|ned|ner|fram|bort|ihop|igenom"
    r"|därför|inte|inom|mot|över|hos|samtliga|alla|oss|nya|första|tidigare|då|nu|dock|senast|tre"
    r"|två)$"
)
"""Words behind a verb, before which no adjective stands."""
TIME_FIRST = re.compile(
    r"^(?:med|i|till|senast|från|from|den|under|vid|före|tidigast|först|sedan|inför|våren|hösten)$"
)
"""How words behind a comma begin that say when the clause before them is."""
SAID_FIRST = re.compile(
    rf"(?:(?:sedan|från|from|under|i|till|före|efter|inför|vid)"
    rf" (?:den |i |början av |slutet av )*(?:\d{{1,2}} )?"
    rf"(?:{MONTH}|(?:våren|hösten|sommaren|vintern|årsskiftet|halvårsskiftet|nyår|läsåret)"
    rf"|(?:höst|vår)terminen|(?:19|20)\d\d|våras|höstas|somras|vintras|höst|vår|sommar|år|dag)"
    rf"(?: (?:19|20)\d\d| i år)?"
    r"|numera|nu|framöver|därefter|dessutom|samtidigt|fortsättningsvis|hädanefter|årligen"
    r"|(?:varje|en gång per|en gång i|två gånger per|två gånger om) (?:år|året|månad|månaden|vecka"
    r"|kvartal|tertial|termin|dag))"
)
"""A time that stands first, behind which comes the verb."""
TIME_WORD = re.compile(rf"^(?:{MONTH}|deras|\w*(?:dagar|månader|gånger|terminer|veckor))$")
PARTICLES = frozenset(("fram", "upp", "in", "ut", "nu", "redan", "också", "även", "därför"))
ARTICLE = re.compile(r"^(?:en|ett|två|tre|fyra|ny|nytt|nya|sin|sina|sitt|utkast|förslag)$")
"""How what was done begins, behind the verb."""
NO_TOPIC = frozenset(
    (
        *("under", "i", "från", "sedan", "efter", "inför", "vid", "för", "med", "till", "innan"),
        *("nu", "här", "därefter", "därför", "dessutom", "numera", "hittills", "redan", "inom"),
        *("av", "även", "dock", "som", "enligt", "denna", "dessa", "detta", "det", "på"),
    )
)
"""Words that stand before a verb and are not what it tells of."""
PRESENT = re.compile(
    r"^(?:\w{2,}era[rs]|(?:in|ut|upp|till|för|om|över|an|av|be|fram|på|ned|åter|fast|säker|iord"
    r"|sam|samman|genom|tydlig|under|verk|färdig|kart|klar|slut|kvalitets|efter|er|vidta|möjlig"
    r"|kvar)*"
    r"(?:förs?|ställ(?:er|s)|lägg(?:er|s)|håll(?:er|s)|görs?|bygg(?:er|s)|skriv(?:er|s)"
    r"|sätt(?:er|s)|ges|ger|tas|tar|ses|ser|led(?:er|s)|dras?|drar|slås?|slår|köp(?:er|s)"
    r"|följ(?:er|s)|stärk(?:er|s)|höj(?:er|s)|sänk(?:er|s)|lös(?:er|es)|sprid(?:er|s)"
    r"|inled(?:er|s)|bjud(?:er|s)|bered(?:er|s)|byt(?:er|s)|knyt(?:er|s)|går|gås|nås|når|sker"
    r"|driv(?:er|s)|styrs?|red(?:er|s)|söker|söks|ersätt(?:er|s)|fyll(?:er|s)|mät(?:er|s)|får"
    r"|kommer|kallar?s?|talas?|talar|träder|lär|finner|finns|väljer|väljs|stäng(?:er|s)|hämta[rs]"
    r"|läs(?:er|es)|gäller|brukar|står|ligger|sitter|växer|visar|gallra[rs]|löper|blir|har)"
    r"|(?:arbeta|starta|börja|påbörja|samla|ordna|skapa|redovisa|rapportera|lämna|skicka|utveckla"
    r"|ändra|förtydliga|samordna|utöka|inrätta|upprätta|besluta|behandla|anpassa|räkna|åtgärda"
    r"|avsluta|bilda|delta|utbilda|åter(?:ta|uppta)|bifoga|publicera"
    r"|rätta|testa|pröva|prova|granska|kontrolla|hantera|dela|anlita|avsätta|teckna|ansvara|bevaka"
    r"|sakna|klara|öppna|flytta|byta|anordna|utforma|utarbeta|koppla|stämma|omfatta|tillämpa"
    r"|märka|träna|öva|spara|avropa|anmäla|utvärdera|utnyttja|betala|hjälpa|slopa|besöka|beakta"
    r"|rekrytera|upphandla|jobba|fortskrida)[rs]|fortsätter|använd(?:er|s)?"
    r"|bistår|fortskrider|dröjer|stannar|förblir"
    r"|återkommer|träffas|antas|antar|anställ(?:er|s)|utses|utser|tillsätt(?:er|s)|utreds?"
    r"|utreder|används|ingår|täcker|tillgodoses|uppfyll(?:er|s)|framgår|innehåller|omfattas|pågår"
    r"|fortgår|kartläggs|övergår|erbjud(?:er|s)|undersök(?:er|s)|tecknas"
    r"|efter(?:lyser|lyses|frågas?r?|strävas?r?)|önskas|beställ(?:er|s)|stäms|sköts|sköter"
    r"|uppstår|omförhandlas|räcker)$"
)
PASSIVE = re.compile(
    r"^(?!\w*(?:våras|höstas|somras|vintras|[oae]rnas|arnas|barnas|allas|bådas|dessas|vissas"
    r"|andras)$)\w{3,}as$"
)
"""How a present passive ends: "besiktigas"."""
STEMS = re.compile(
    r"^\w*(?:mäl|för|ställ|lägg|håll|gör|bygg|skriv|sätt|led|slå|köp|följ|stärk|höj|sänk|lös|sprid"
    r"|bjud|byt|knyt|driv|styr|fyll|mät|väg|välj|hyr|vänd|läs|skärp|märk|kräv|pröv|skick|söker|utse"
    r"|möt|döm|hjälp|bestäm|stäm|genomgå|avgör|granska|besiktiga|svara|kalla|kör)(?:er|s|r)$"
)
"""Verbs whose compounds are presents too: "anmäls", "iordningställer"."""
NO_PRESENT = re.compile(
    r"^(?:per|deras|utanför|framför|innanför|för|över|under|inför|utför|plan\w*|före|dela|samla"
    r"|klara|andra|första|tredje|fjärde|sista|fler|flera|färre|mer|nya|blivit|äldre|yngre)$"
)
PRETERITE = re.compile(
    r"^(?:(?:in|ut|upp|till|för|om|över|an|av|be|fram|på|ned|åter|fast|genom|under|vid|del)?(?:gick"
    r"|fick|tog|såg|gav|höll|lade|satte|gjorde|skrev|drog)s?|blev|kom|skedde|slöt"
    r"|började|trädde|startades?|inleddes?|påbörjades?"
    r"|löstes?|köptes?|byttes?|byggdes|valdes|ägde|låg|förelåg|utkom|såldes?|öppnade)$"
)
BEGUN = re.compile(
    r"^(?:påbörja(?:t|ts)|inle(?:tts|tt)|startats?|initierats?|igångsatts?|fått|getts|gett|givits"
    r"|skickats?|sänts?|lämnats?|haft|gått|kommit|börjat|lagts?|beställts?|tillsatts?|hafts)$"
)
"""Forms beside "har" that tell of a step."""
BEGUN_ON = re.compile(
    r"^(?:påbörja(?:d|t|de)|inled(?:d|da|t)|startad|startat|igångsat(?:t|ta)|utsän[dt]a?"
    r"|utskickade?|utskickat|(?:ut)?annonsera(?:d|t)|utlys[t]a?|beställ[dt]a?|tillsatta?"
    r"|inlag[dt]a?"
    r"|uppstartad)$"
)
"""Forms beside "är" that tell of what is under way, or of a step."""
MADE = re.compile(
    r"^\w{2,}(?:[rnlktdgsmpv]ade?|gången|gånget|gångna|satta?|lag[dt]a?|valda?|valt"
    r"|(?:upp|efter|full)?följ[dt]a?|besökta?|(?:upp)?mät[at]a?|(?:\w*(?:slut|driv|bund|dra|brut"
    r"|vun))(?:en|et|na)"
    r"|byggda?|köpta?|skriven|skrivet|skrivna|given|givet|givna|tagen|taget|tagna|utsedda?|bytta?"
    r"|skickat|delat|rättat|ändrat|sänt|ställ[dt]a?|stängda?|sagda?|gjorda?|lösta?)$"
)
"""Forms beside "är" that tell what has been done with it."""
NO_MADE = re.compile(
    r"^(?:motiverad|bekymrad|glad|ökade?|begränsade?|minskad|avsedd|granskad|riktad|befogad"
    r"|skillnad|baserad|bostad|kostnad|marknad|byggnad|tillstånd|angelägen|öppen|egen|ingen|månad"
    r"|behövd|olikartad|välgrundade?|berättigade?|önskvärd"
    r"|komplicerad|uppskattad|välmotiverad|splittrad|oförändrad\w*|uppdelad|ansträngd|önskad"
    r"|prioriterad|föråldrade?|överspelad|blandad|varierad|utspridd|okänd|oklar|inaktuell|utdaterad|förlegad|tillfredsställande|relaterad|avgiftsbelagd|inriktad)$"
)

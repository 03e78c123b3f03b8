"""Words by which papers of an audit are told apart: of heads, columns, running text and feet."""

import re

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.domain.proposals.text.voices import ASKED, WERE_ASKED
from revtrack.domain.texts.any_case import AnyCase

FOR_AUDITORS = re.compile(
    r"^för\s(?:\w+\s){0,3}(?:\w*revisorer(?:na)?\b|revisionen\b|\w+revisionen\b)", re.IGNORECASE
)
TO_AUDITORS = re.compile(
    r"^(?:till(?:\s*:\s*|\s)|(?:mottagare|adressat)\s*:\s*)(?:\w+\s){0,3}"
    r"(?:\w*revisorer(?:na)?\b|\w*revisorn?\b|\w*revisionen\b|\w*revision\w*@"
    r"|\w*revis(?:orernas|ionens) (?:sekreterare|kansli|kontor|ordförande|biträde))",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:önskar|emotser|begär|ber|vill (?:vi |jag )?(?:gärna )?(?:ha|få|se)|ser fram emot"
    r"|ser gärna|förväntar|svar (?:önskas|ska|skall|bör)|ska (?:ert |era )?svar|motser|lämnas"
    r"|inkom\w*|ombeds|till ?handa|anmoda[sr]|uppmanas|bereds|ges|låt oss|skriv (?:\w+ )?till oss"
    r"|satt|vill att|behöv(?:er|s)|tackar för|vara (?:hos )?oss|går ut)\b",
    re.IGNORECASE,
)
BY = AnyCase(
    r"\b(?:svar|yttrande|yttra sig|synpunkter|kommentarer|besvara|återkom|redovisa|låt oss"
    r"|till oss|remisst|ställningstagande|vilka åtgärder)",
)
WHEN = AnyCase(
    rf"\bsenast\b|\bunder (?:våren|hösten|sommaren|vintern|{ANY_MONTH})\b"
    r"|\btill ?handa (?:den )?\d|\binom (?:\S+ ){1,2}(?:månad|veck|dag)\w*"
    r"|\bföre (?:den )?(?:\d|sista\b|utgången)",
)
LETTER_NAME = re.compile(
    r"^(?:missiv|följebrev|revisionsskrivelse|skrivelse|revisorernas skrivelse)\b"
)
EXPERT = AnyCase(
    r"certifierad|auktoriserad|kundansvarig|uppdragsledare|projektledare|kommunal revisor"
    r"|kommunalrevisor|granskningsledare|verksamhetsrevisor|sakkunnig",
)
ORDERED = re.compile(
    r"\b(?:på|fått i) (?:vårt )?uppdrag|\buppdrag (?:av|från)\b|\bpå ert uppdrag\b", re.IGNORECASE
)
CHAPTERS = frozenset(
    (
        *("bakgrund", "inledning", "metod", "iakttagelser", "revisionskriterier", "resultat"),
        *("sammanfattning", "revisionsfrågor", "syfte", "avgränsning", "slutsatser", "slutsats"),
        *("syfte och revisionsfrågor", "resultat av granskningen", "granskningsresultat"),
        *("rekommendationer", "iakttagelser och bedömningar", "iakttagelser och bedömning"),
        *("sammanfattande bedömning", "samlad bedömning", "bedömningsgrunder", "uppdraget"),
        *("bakgrund och syfte", "syfte och avgränsning", "syfte och metod", "samlade slutsatser"),
        *("svar på revisionsfrågor", "svar på revisionsfrågorna", "innehållsförteckning"),
        *("slutsatser och rekommendationer", "frågor", "innehåll", "revisionsfråga"),
    )
)
NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
ADVICE = re.compile(
    r"(?:\S+ ){0,3}?(?:\w*rekommend\w+|förbättringsförslag|åtgärdsförslag"
    r"|(?:våra|revisorernas) förslag|\w*(?:nämnden|styrelsen) bör)(?: \S+){0,2}$"
)
ANSWER = re.compile(
    r"\b(?:svar\w*|yttrande\w*|ställningstagande|inställning|instämmer|vad (?:nämnden|styrelsen)"
    r" (?:svarade?|säger|gör))\b|\bs svar\b"
)
STANDING = re.compile(
    r"\b(?:status\w*|läge\w*|färg|åtgärdad\w*|genomför\w*|klar\w*|avslutad|uppfylld|hanterad"
    r"|kvarstår|slutförd|när|tidplan|klart)\b"
)
OWNER = re.compile(
    r"\b(?:ansvar\w*|nämnd\w*|styrelse\w*|mottagare|adressat|till|riktad\w*(?: till| mot)?|berör\w*"
    r"|gäller|organ)\b"
)
BODY = re.compile(
    r"nämnd(?:en)?$|styrelse(?:n)?$|fullmäktige$|direktionen?$|\bAB$|^(?-i:[A-ZÅÄÖ]{2,4})$",
    re.IGNORECASE,
)
JUDGED = re.compile(r"\b(?:bedömning|kommentar|iakttagelse\w*|verifier\w*)\b")
GRADED = re.compile(r"\bbedömning\w*\b")
LABELLED_STATE = re.compile(
    r"(?:^|[.;(]\s?)(?:status|läge|svar|mottagare|ansvarig(?: nämnd)?|riktad till|till|uppföljning)"
    r"(?: \d{4}-\d\d-\d\d)?:\s"
    r"|\s(?:[–—-]\s|\()(?:(?:ej|inte|delvis|ännu)\s)*(?:klar[at]?|pågår|pågående|genomför[dt]"
    r"|åtgärda[dt]|påbörja[dt]|avsluta[dt]|kvarstår|öppen|stängd)\)?\.?$",
    re.IGNORECASE,
)
OUTCOME = AnyCase(
    r"\brekommendation\w*\b[^.]{0,40}"
    r"\b(?:genomför[dt]|har följts|är följd|åtgärdad|beaktad|uppfylld|hanterad|tillgodosedd"
    r"|omhändertagen|kvarstår)"
    r"|\b(?:ej|inte|delvis|helt) (?:genomför[dt]|åtgärda[dt]|uppfylld)\b"
    r"|(?:^|\.\s|\w\s[–—-]\s)(?:(?:ej|inte|delvis|helt)\s)?(?:åtgärda[dt]|genomför[dt]|genomfört?"
    r"|uppfylld|kvarstår|avslutad)\.?$",
)
EARLIER = AnyCase(
    r"\b(?:har (?:\w+ ){0,4}följt upp|följer (?:\w+ ){0,2}upp|uppföljningen (?:visar|omfattar|avser"
    r"|syftar)|syftet med uppföljningen|(?:granskade|lämnade|genomförde) (?:\w+ ){0,6}(?:19|20)\d\d"
    r"|(?:19|20)\d\d (?:granskade|genomförde) (?:vi|revis\w+)"
    r"|(?:bett|frågat) (?:\w+ ){0,3}(?:berätta )?vad som (?:har )?gjorts"
    r"|den (?:tidigare|ursprungliga|förra) granskningen|har gått igenom (?:\w+ ){0,3}svar)\b",
)
ANSWERED = AnyCase(
    r"\bsvar(?:et)? på (?:den |vår |[\w-]+ )?(?:\w+ )?\w*fråg|\bfrågan besvaras"
    r"|\bbesvarar (?:vi |jag |därmed )+\w*fråg"
    r"|\bsvaret (?:på frågan )?(?:är|blir) (?:ja|nej|att)\b",
)
"""What is said of a question that the paper itself asks and answers."""
ASKED_AND_ANSWERED = re.compile(
    r"\w\?\s+(?:[–-]\s)?(?:svar\s?:\s)?(?:ja|nej|delvis|i huvudsak"
    r"|i (?:allt väsentligt|stort)|till (?:viss|stor) del"
    r"|i (?:viss|begränsad|stor) utsträckning|inte (?:helt|fullt ut)|endast delvis)\b",
    re.IGNORECASE,
)
"""A question with its answer behind it: "Har återläsning prövats? Nej, aldrig."."""
STEP_TOLD = re.compile(
    r"(?:^|\.\s)(?:vårt )?svar(?:et)?(?: är|:) (?:i (?:huvudsak|stort|allt väsentligt) )?"
    r"(?:ja|nej|delvis|i huvudsak|i (?:allt väsentligt|stort)|till (?:viss|stor) del)\b",
    re.IGNORECASE,
)
"""How what is told of a question ends by answering it: "… Svaret är delvis."."""
OF_EARLIER = re.compile(
    r"granskning|rekommend|\brevis|\brapport|förstudie|skrivelse|påpekande|(?:19|20)\d\d|\bhänt"
    r"|\bhände|\bgått\b|^\W*uppföljning(?:srapport)?\W*$|[\"”»]",
    re.IGNORECASE,
)
"""What a title names that follows up an audit, and not how a committee follows its work."""
ADVISED_BEFORE = AnyCase(
    rf"\b(?:{WERE_ASKED}|{ASKED})\b"
    r"|\b(?:gav|gavs|gett|lämnade[s]?|lämnat[s]?|riktade[s]?|riktat[s]?|fick|framförde[s]?|innehöll"
    r"|(?:ut)?mynnade|resulterade|ledde)\b"
    r"[^.:]{0,60}\brekommendation"
    r"|\brekommendation\w*\b[^.:]{0,60}\b(?:gavs|lämnades|lämnats|riktades|riktats"
    r"|från (?:19|20)\d\d|kvarstår|(?:är|har) (?:genomför|åtgärda|beakta|följt|uppfyll)"
    r"|följts|åtgärdats|genomförts)"
    r"|\b(?:19|20)\d\ds? (?:års )?(?:granskning|rapport|granskade)"
    r"|\bgranskning(?:en)? (?:från|av|i|år|den) (?:\w+ )?(?:19|20)\d\d"
    r"|\b(?:tidigare|förra|föregående|ursprungliga|då) (?:\w+ )?(?:granskning|rekommendation)"
    r"|^(?:status|läge|svar|uppföljning|nuläge)\b[^:.]{0,30}:\s",
)
"""What tells that an audit before this one recommended something, or what became of it."""
FOUND = AnyCase(
    r"\b(?:syftet (?:är|har varit|var|med)|vår (?:samlade |sammanfattande |sammantagna )?bedömning"
    r"|vi har (?:granskat|intervjuat|talat|tagit del)|har intervjuats|intervjuer)\b",
)
ENCLOSED = AnyCase(
    r"\bbifog|\böverlämna\w* (?:rapport|gransk|härmed)|\brapporten (?:överlämnas|biläggs|bifogas)"
    r"|\bhar gett\b|\bgett\b",
)
BY_OTHERS = AnyCase(
    r"\bpå (?:vårt|revis\w+s?) uppdrag\b|\bpå uppdrag av\b|\b(?:vi|revisorerna) har (?:\w+ )?"
    r"(?:anlitat|upphandlat|uppdragit)\b|\bvi har låtit\b|\b(?:från|i|av) rapporten\b"
)
"""What a letter says of the report of somebody else that it goes with."""
CHAIR = AnyCase(r"(?:^|,\s)(?:\w+\s)?(?:vice )?ordförande\b")
WE_REVIEW = AnyCase(
    r"\b(?:rekommenderar (?:vi|jag)|(?:vi|jag) (?:\w+ )?(?:rekommenderar|uppmanar|förutsätter)"
    r"|(?:vi har|har vi|jag har|har jag) (?:[\w&,]+ ){0,8}?granskat"
    r"|(?:vi|jag) (?:överlämnar|översänder) (?:\w+ )?(?:rapport|granskning)"
    r"|(?:vår granskning|våra rekommendationer)) ?\b",
)
"""What auditors say of what they themselves do."""
WE_ANSWER = AnyCase(
    r"\b(?:[\w-]*(?:nämnden|styrelsen|förvaltningen|kontoret|bolaget)|vi)"
    r" (?:instämmer|delar(?! konsult)|håller med"
    r"|tackar|välkomnar|har tagit del av (?:rapport|gransk|revis))|\btack för\b",
)
ADVISED = re.compile(r"\brekommend", re.IGNORECASE)
WE_THINK = re.compile(
    r"\b(?:[\w-]*(?:nämnden|styrelsen|direktionen|förvaltningen|kontoret|bolaget)|vi|oss)\s"
    r"(?:\w+ ){0,2}?"
    r"(?:instämmer|håller (?:\w+ )?med|delar|avvisar|bifaller|tillstyrker|avstyrker"
    r"|bakom (?:rekommendation|punkt|förslag|den|det))\b"
    r"|\b(?:instämmer|avvisas|avvisar|håller) (?:vi|nämnden|styrelsen|bolaget)\b",
    re.IGNORECASE,
)
"""Words of what is thought of something that was recommended."""
BODY_ALONE = re.compile(
    r"^(?:[\w,&-]+ ){0,5}[\w-]*(?:nämnden?|styrelsen?|direktionen?|AB)(?:s svar)?\b[^.]{0,60}$"
)
REPLIED = AnyCase(
    r"\b(?:besluta\w*|svar\w*|inkom\w*|ink\.?|antag\w*|yttra\w*|protokoll)\b.{0,60}§\s?\d",
)
REPLY_AFTER = re.compile(r"[\s–:-](?:\w+s )?(?<!\bom )(?:svar|yttrande)$", re.IGNORECASE)
"""How a title of a reply may end: "Granskning av bolaget – styrelsens svar"."""
FROM_AUDITORS = re.compile(
    r"^(?:från:? )?(?:[\w-]+ (?:kommuns?|stads?|regionens?|förbundets?) )?(?:förtroendevalda )?"
    r"(?:\w*revisorerna?|\w*revisorer|\w*revisionen|revisions(?:kontoret|enheten|byrån))"
    r"(?: i? ?[\w-]+(?: kommun| stad)?)?$",
    re.IGNORECASE,
)
OF_AUDITORS = re.compile(
    rf"{FROM_AUDITORS.pattern}|^(?:från:? )?(?:kommunens|regionens|stadens|förbundets|bolagets)"
    r" (?:\w*revisorer|revisionskontor)$",
    re.IGNORECASE,
)
FROM_OFFICE = re.compile(
    r"^(?!.*revision)[\w -]{0,40}(?:förvaltning(?:en)?|kontoret|kansli(?:et)?|avdelningen"
    r"|enheten)$",
    re.IGNORECASE,
)
OFFICIAL = AnyCase(
    r"^(?:[\w-]+(?:chef(?:en)?|direktör|sekreterare|strateg|utredare|handläggare)|vd|rektor"
    r"|verkställande direktör)\b",
)
ASKS_SOMEHOW = AnyCase(
    r"\b(?:svara\w*|svar|svars(?:tid|dag|datum|frist)\w*|besvara\w*|yttrande|yttra sig|återkoppling"
    r"|synpunkter|kommentarer|remisst\w*)\b.{0,90}"
    r"\b(?:senast|till (?:den|oss|revis\w+)|inom|före|tillhanda|(?:är|ut) den)\b"
    r"|\b(?:senast|inom)\b.{0,60}\b(?:svara|svar|yttrande)\b"
    r"|\bvi (?:emotser|motser|önskar|begär|ser fram emot)\b[^.]{0,90}\b(?:svar|yttrande)\b",
)
FOR_BODY = re.compile(
    r"^(?:för|å)\s(?!.*revis|känned)(?:[\w,-]+\s){0,4}?[\w-]*(?:nämnden|styrelsen|direktionen|utskottet|AB)\b"
    r"[^.]{0,40}$"
    r"|^på [\w -]{0,40}(?:nämndens|styrelsens|direktionens) (?:vägnar|uppdrag)\b"
    r"|^[\w ,-]{0,40}(?:nämnden|styrelsen|direktionen) genom\b",
    re.IGNORECASE,
)
ASKS_NOTHING = AnyCase(r"\b(?:önskar|begär|kräver) (?:vi )?inget (?:\w+ )?svar\b")
ASKED_TIME = AnyCase(
    r"\b(?:begär\w*|medge\w*|bevilja\w*|fått|ansök\w*) (?:om )?(?:anstånd|förlängd (?:svars)?tid)"
    r"|\bnytt svarsdatum\b",
)
TELLS_LIST = AnyCase(
    r"\b(?:här är|(?:nedan|här) (?:följer|finns|redovisas)|listan|förteckningen|sammanställningen"
    r"|tabellen|översikten)\b.{0,60}\brekommendationer(?:na)?\b",
)

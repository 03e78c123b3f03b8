"""What a sentence tells of a measure: that it is there, goes on, is due, is left undone."""

import re

from revtrack.domain.proposals.said.measure_times import MONTH
from revtrack.domain.texts.any_case import AnyCase

IN_PLACE = re.compile(
    r"\b(?:(?<!vänta )(?<!väntar )(?<!väntat )(?<!kö )på plats|(?<!tas )(?<!sätts )i (?:drift"
    r"|bruk)|numera|därmed"
    r"|redan(?! (?:vid|när|i (?:höst|vår|vinter|sommar)))|gäller (?:från|sedan|fr)"
    r"|(?:är|nu) igenom)\b"
    r"|\b(?:klar|färdig)[ta]?\b(?!\W+(?:i|till|senast|under|före|inför|när|vid|hösten|våren|den"
    r"|först|\d|aug|sept|okt|nov|dec))",
    re.IGNORECASE,
)
"""Words of what is there by now."""
_NUMBER = (
    r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w{2,4}ton|tjugo\w*|trettio\w*"
    r"|fyrtio\w*|femtio|hundra|\d+)"
)
PARTLY_DONE = AnyCase(
    rf"\bhittills\b(?=[^.,]{{0,40}}\b{_NUMBER}\b)"
    rf"|\bav {_NUMBER} [^.,]{{0,30}}\b(?:är|har|hade) (?:hittills )?{_NUMBER}\b|"
    r"(?:(?<!med )|(?=\d+ av ))\b(?:hälften|halvvägs|merparten|flertalet|de flesta|majoriteten"
    r"|återstår|kvar finns|kvar är|\w+(?:ades|rdes|ldes|ndes|ats|tts) delvis|delvis (?:\w+[dt]a?"
    r"|klar"
    r"|på plats)|fått anstånd|en del av|(?:\d+|fem\w*"
    r"|sex\w*|sju\w*|åtti\w*|nitti\w*) procent|\d+ %"
    rf"|delar av (?:den|det|dem|\w{{3,}}(?:en|et|na))|varav (?:den|det|de) (?:första|ena)"
    rf"|första av (?:de )?{_NUMBER}"
    rf"|första (?:etapp|omgång|grupp|steg|del|version|mötet|utkast"
    rf"|kurs)\w*"
    r"|(?<=med )\d+ av (?:de |totalt )?\d+"
    rf"|(?<!och )(?<!och en )(?<!och ett ){_NUMBER} av (?:de |våra |totalt |cirka |omkring "
    rf"|\w+ )?(?:{_NUMBER}|\w+na)"
    rf"|(?<!\w )av (?:de |våra |totalt |\w+s ){_NUMBER}|\w*(?:tredje|fjärde"
    rf"|fem)del(?:en|ar|s)?"
    r"|men (?:ännu )?inte|ännu inte|del 1|sakna[rs]? (?:ännu|fortfarande)|(?:ännu"
    r"|fortfarande) sakna[rs]?)\b",
)
"""Words of what is done with some and not yet with all."""
SHARE = re.compile(
    rf"\b(?:{_NUMBER}|hälften) (?:procent|av (?:{_NUMBER}|\w+na))\b|\bhälften\b", re.IGNORECASE
)
"""How large a part of all has what was asked for."""
GOT_AND_STARTS = re.compile(
    r"\b(?:har|är|blev|utsågs|anställdes|köptes|tecknades)\b[^.,;]{0,60}(?: och|, och|, som)"
    r" (?:\w+ ){0,2}?(?:tillträder|börjar|driftsätts|startar|levereras|installeras|monteras"
    r"|tas i (?:drift|bruk)|träder)\b"
    r"|\b(?:har|är|blev|\w+[dt]es)\b[^.;]{0,80}(?: med| och|,) (?:bred |planerad "
    r"|beräknad )?(?:\w*start|driftsättning|tillträde|införande"
    r"|leverans|lansering|ikraftträdande) (?:i|den|vid|till|under|från|efter|våren|hösten)\b",
    re.IGNORECASE,
)
"""Words of who or what is got, and starts later: "har utsetts och tillträder i april"."""
REST = AnyCase(
    r"\b(?:rest(?:en|erande)|återstå\w*|övriga|andra halvan|kvarstå\w*|kvar är|kvar finns"
    r"|kvarvarande|de sista"
    r"|(?:står|näst) (?:på|i) tur|(?:i|på) tur står|tar (?:längre|mer) tid|tas med nästa"
    r"|följer (?:efter"
    r"|därefter|i (?:höst|vår))"
    rf"|turen har|del 2|de (?:äldre|yngre|andra)|ytterligare (?!ett?\b|en\b){_NUMBER}"
    rf"|{_NUMBER} till(?= (?:\w+s|ska|kommer|är|väntas)\b)|(?:det|den) (?:södra|norra|östra"
    rf"|västra|nedre|övre)|(?:blir|bli) det|(?<!\w )befintliga|får sina?|går den i"
    rf"|är (?:de|det"
    rf"|den) inte|saknas (?:ännu |dock |däremot )?för|fattas)\b",
)
"""Words of those with whom something is not done yet, or was done last."""
WITHIN = re.compile(
    r"(?:\b(?:när|innan|tills|förrän|så snart|efter att|efter det att)\b)[^,.;]*",
    re.IGNORECASE,
)
"""A clause within a sentence that tells when or what for."""
GOES_ON = AnyCase(
    r"(?<!inte )(?<!inte kommit )(?<!\bfå )(?<!sätta )(?<!sätter )(?<!komma )(?<!kommer )"
    r"\bi ?gång\b"
    r"|\bpågå(?:r|tt)\b|\bfortgår\b|\bpå gång\b|\bpå väg\b|\bhåller (?:(?!med\b)\w+ ){0,3}?på\b"
    r"|\bunder (?:arbete|framtagande|utarbetande|införande|beredning|uppbyggnad|översyn"
    r"|genomförande|revidering|utveckling|upphandling)\b|\bi färd med\b"
    r"|\bpågående (?:arbete|projekt|översyn|process|utredning)"
    r"|\bhar (?:[\w-]+ ){0,6}?på sig att\b|\bi slutskedet\b"
    r"|\bföremål för (?:\w+ )?(?:översyn|revidering|utredning|omarbetning)\b"
    r"|(?<!\wckas )(?<!sänds )(?<!\bgår )(?<!gå )(?<!går ut )(?<!gå ut )\bpå (?:remiss|samråd"
    r"|prov|försök)\b|\bute på\b|\bi tryck\b|\bi sin linda\b"
    r"|\bligger (?:[\w-]+ ){1,6}?för (?:granskning|bearbetning|genomläsning|beslut|synpunkter"
    r"|underskrift|justering|kontroll|faktagranskning|yttrande|godkännande)\b"
    r"|\b(?:väntar|inväntar|avvaktar) (?:nu |bara |endast )?(?:på )?(?:[\w-]+ )?(?:godkännande"
    r"|beslut|leverans|underskrift|installation|driftsättning)\b"
    r"|\b(?:är|ligger|befinner sig) (?:\w+ ){0,2}?under (?!planering|förutsättning|år|vår|höst"
    rf"|sommar|vinter|period|\d|en\b|ett\b|den?\b|{MONTH}|första|andra|tredje|fjärde|kvartal)\w+"
    rf"|\bligger (?:\w+ )?för\b"
    r"|\bär ute\b|\binne i\b|\bmitt (?:uppe )?i\b|\blöper (?:på|enligt)\b|\bbedrivs sedan\b"
    r""
    r"|\b(?:dialog\w*|samtal\w*|diskussion\w*|förhandling\w*) (?:\w+ )?(?:förs|hålls|sker)\b"
    r"|\bförs (?:\w+ ){0,2}?(?:dialog|samtal|diskussion|förhandling|överläggning)"
    r"(?:er|en|erna|ar|arna)?\b"
    r"|\b(?:så gott som|nästan|nära nog|i princip|i stort sett|snart) (?:klar|färdig)\w*"
    rf"|^av (?:de )?{_NUMBER} [^.,]{{0,60}}\b(?:är|har) (?:hittills )?{_NUMBER} \w+[dt]a?\b"
    r"|\bhar (?:\w+ ){1,3}?\d+ \w+ av (?:de |totalt )?\d+\b"
    r"|\b(?:projekt|försök|pilot)\w* (?:[\w-]+ ){0,5}?löper\b"
    r"|\bi full gång\b|\b(?:slut|start)fas"
    r"|\bhar (?:(?!inte\b|ej\b)\w+ ){0,3}?(?:arbetat|börjat)\b",
)
"""Words of what is under way."""
ORDERS = AnyCase(
    r"\bhar (?:\w+ ){0,2}?(?:ombetts|ombedd|anmodats|ålagts)\b|\border om att\b|\b(?:får|ges"
    r"|fått|fick|har getts|har givits) uppdraget\b|\banmodas?\b|"
    r"\bi upp(?:drag|gift)\b|\buppdrag(?:et)? (?:ges|lämnas|gick)\b"
    r"|\buppdra(?:r|s|git|gs)?\b"
    r"|\buppdrag(?:et)? (?:att|åt"
    r"|har (?:lämnat|get|gått|lagt))"
    r"|\bfår (?:\w+ ){0,2}?ansvar(?:et)?\b|\btill uppgift\b|\bålägg(?:er|s)\b|\buppgiften att\b"
    r"|\bhar (?:uppdraget|uppgiften)\b",
)
"""Words by which somebody is told to do something."""
DECIDES_TO = AnyCase(
    r"(?<!ens )\b(?:beslut(?:at|ade|ar)?|bestämt|enats|överenskommit"
    r"|överens) (?:\w+ ){0,3}?(?:om )?att\b"
    r"|\b(?:avsatt|reserver|anslag|begärt|avsätt)\w*\b[^.]{0,40}\b(?:budget|20\d\d|kronor|kr"
    r"|medel|tkr|pengar)|\bunder planering\b"
    r"|\b(?:in|upp|med|finns|ingår|ligger|inlag[dt]a?)\b[^.,]{0,30}\b(?:i"
    r"|till) (?:\w+ ){0,4}?\w*(?:plan"
    r"|planen|planering|planeringen|budget|budgeten|årshjul|årshjulet) (?:för |inför )?(?:20\d\d"
    r"|nästa|kommande)|\b(?:nästa|kommande|20\d\d) års \w*(?:plan|budget)\w*"
    r"|\bbudget(?:en)? (?:för )?20\d\d|\bmedel (?:har|är|finns|avsätts|kommer)|\bbokad"
    r"|\b(?:in)?planera(?:d|t|ts)\b|\b(?:är|var|finns|står) (?:\w+ ){0,2}?(?:in)?planerade\b"
    r"|\bschemalagd"
    r"|\bpå (?:dagordningen|agendan|föredragningslistan) (?:till|för|i|vid|den)\b",
)
"""Words of what is decided, paid for or put into a plan, and not yet done."""
DUE = re.compile(
    rf"\bklar\w*\W{{1,2}}(?:senast |till |i |under |hösten |våren |den |kvartal )*(?:{MONTH}"
    r"|20\d\d|q\d|\d)|\btidplan\b|(?:^|[,;.(–-] ?)ansvarig\b(?! är utsedd)|^\W*planera[sd]",
    re.IGNORECASE,
)
"""Words of a line or cell that tells by when, or by whom, something is to be done."""
BY_OTHERS = re.compile(
    r"\bav (?:\w*fullmäktige|regeringen|riksdagen|(?:kommun|region|stads)styrelsen)\b"
    r"|\b\w*fullmäktige (?:har|antog|beslutade|tog)\b",
    re.IGNORECASE,
)
"""Words of what somebody else has done."""
BY_WHOM = re.compile(
    r"\bav (?:\w*(?:chefen|direktören|förvaltningen|kontoret|enheten|avdelningen|kansliet"
    r"|strategen|samordnaren|controllern|rektorerna|cheferna)|en (?:konsult|extern|projektgrupp"
    r"|arbetsgrupp))\b",
    re.IGNORECASE,
)
"""Words of who does what a passive tells, which tell that it is done and not only asked for."""
LACKS = re.compile(
    r"\bsakna[sdr]?\b|\bbrist(?:er|ande|en|erna)?\b|\bbehöver\b|\binte (?:tillräcklig|alltid|full)"
    r"|\botydlig|\bföråldrad|\bgammal|\bgamla\b|\bsvår",
    re.IGNORECASE,
)
"""Words of what is wrong."""
CONCLUDES = re.compile(
    r"(?<!när )(?<!om )(?<!att )\b(?:åtgärden|rekommendationen|punkten|synpunkten|detta"
    r"|det(?: här)?|kravet|denna del|saken|frågan|bristen) (?:är|har|bedöms|anses|får|kan|som)\b"
    r"(?! (?:inte|ej))[^.,]{0,40}"
    r"\b(?:genomför[dt]|åtgärda[dt]|avsluta[dt]|verkställ[dt]|utför|slutför|tillgodose|uppfyll"
    r"|klar[ta]?\b"
    r"|omhänderta"
    r"|vidta|inför(?!stå))(?!as|s\b)"
    r"|\b(?:är|har) (?:därmed |alltså |således )?(?:åtgärden|rekommendationen|punkten|kravet"
    r"|bristen)"
    r" (?:därmed |alltså |således |nu |numera )?(?:genomför|åtgärda|avsluta|uppfyll|tillgodose"
    r"|omhänderta|verkställ)"
    r"|\bbetraktar\b[^.]{0,60}\bsom (?:genomför|åtgärda|avsluta|uppfyll)|\bdet som revis\w+"
    r"[^.]{0,60}\b(?:på plats|finns|infört|genomfört)\b",
    re.IGNORECASE,
)
"""A sentence by which an answer says that all is done."""
AT_ONCE = re.compile(
    r"\b(?:antogs|beslutades|fastställdes|godkändes|antagits|beslutats|fastställts) i dag\b|"
    r"\b(?:genom|i och med|i samband med) (?:detta|dagens) (?:beslut|sammanträde|svar)\b"
    r"|\bvid dagens (?:sammanträde|möte)\b|\btidigare (?:denna dag|i dag|under (?:dagens|samma"
    r"|detta))"
    r"|\bvid samma (?:sammanträde|möte)\b",
    re.IGNORECASE,
)
"""Words of what is decided on the same day as the answer."""
FIRST = re.compile(
    r"\b(?:en|ett|den|det) första (?!\w+dagen\b|veckan\b)[\w-]+|\bförsta (?!gången)[\w-]+(?:en"
    r"|et)\b",
    re.IGNORECASE,
)
"""Words of the first of several."""
AWAITED = re.compile(
    r"\b(?:är|står|finns) (?:\w+ )?att vänta\b|\båterkommer\b[^.]{0,60}\bmed\b|\bpå gång till\b",
    re.IGNORECASE,
)
"""Words of what is to be looked for."""
NEXT = re.compile(
    r"\b(?:därnäst|härnäst|nästa steg|i nästa (?:steg|skede|etapp|fas)|varefter"
    r"|därefter(?! (?:har|hade|är|\w+(?:ades|ndes|rdes|ldes))\b)|därpå"
    r"|återstår"
    r"|varpå|sedan följer|i ett andra steg|näst på tur)\b",
    re.IGNORECASE,
)
"""Words of what follows upon a step."""
WAS_TO_BE = re.compile(
    r"\bskulle (?:[\w-]+ ){0,4}?(?:ha|vara|varit|bli)\b|\b(?:var|hade) (?:\w+ ){0,2}?(?:tänkt"
    r"|avsikten"
    r"|meningen|planera[dt]|bestämt|sagts)\b|\b(?:tanken|avsikten|planen|målet) var\b",
    re.IGNORECASE,
)
"""Words of what was to be done and was not, or not yet."""
AS_BEFORE = re.compile(
    r"\b(?:även|också|liksom) (?:\w+ )?(?:fortsättningsvis|framöver|framdeles|framledes|framgent"
    r"|hittills|tidigare|hädanefter|i (?:fortsättningen|framtiden))\b|\b(?:består|förblir"
    r"|kvarstår)\b(?! av\b)"
    r"|\bsom (?:hittills|förut|förr|tidigare|i ?dag)\b",
    re.IGNORECASE,
)
"""Words of what stays as it was."""
ALL_OF = re.compile(
    r"\b(?:har|finns hos|omfattar|omfattas) (?:(?!att\b)[\w-]+ ){0,2}?(?:alla|samtliga|varenda)\b"
    r"|\b(?:alla|samtliga|varenda) (?:[\w-]+ ){1,4}?(?:har|är|finns|omfattas|ingår|fått)\b(?! rätt)"
    r"|\b100 procent\b",
    re.IGNORECASE,
)
"""Words of what is so with all."""
DECIDED_SO = re.compile(
    r"\b(?:beslutade|beslutat|bestämde|bestämt)\b[^.]{0,60}\batt (?:[\w-]+ ){1,5}?"
    r"(?:är|har|får|gäller|(?:ska|skall) (?:\w+ )?(?:vara|finnas|ha|gälla|råda))\b",
    re.IGNORECASE,
)
"""Words by which somebody has decided that something is so, which is done by the decision."""
LEAVES = re.compile(
    r"\b(?:oförändra\w*|kvarstår|ligger fast|förblir|behåll\w*|bibehåll\w*|vidhåll\w*|kvar|avstår"
    r"|fortsätta|fortsätter|fortsatt|fortsättningen|hittills|inte aktuell\w*|står fast|avslås"
    r"|bestå|inga (?:\w+ )?åtgärder|ingen (?:\w+ )?(?:åtgärd|ändring)|inte (?:att )?(?:ändra"
    r"|införa|ändras|införas|inrätta|inrättas|genomföra|genomföras|föreslå|höja|sänka|vidta"
    r"|vidtas|göra|göras|gå vidare)|även framöver|inte vidare)\b",
    re.IGNORECASE,
)
"""Words of leaving things as they are."""
OF_REPLY = AnyCase(
    r"\b(?:förslag|utkast) till (?:svar|yttrande)\b|(?<!som )(?<!samma )"
    r"\b(?:detta|följande) (?:svar|yttrande)\b"
    r"|\b(?:denna|följande) (?:skrivelse|komplettering|svarsskrivelse)\b"
    r"|\btagit del av\b|\btackar\b|\b(?:svaret|yttrandet) (?:har|är)\b|\bi missiv"
    r"|\b(?:svar(?:et)?|yttrande(?:t)?) (?:\w+ ){0,3}?(?:ska|skall|bör|önskas|begärs)\b"
    r"|\b(?:lämna(?:r|t|de|s|ts)?|inkommit med|avge(?:r|tt|s)?) (?:in )?(?:sin[at]?|sitt)\s"
    r"(?:synpunkter|kommentarer|yttranden?|yttrandet|svar)\b",
)
"""Words of when and how the reply itself is given."""

# ---- a line or cell that only says where it stands -----------------------------------------------

_HEAD = r"^\W*(?:\d+\W+)?(?:(?:status|läge|åtgärd|tidplan|ja)\W*)?"
LINE_DONE = re.compile(
    rf"{_HEAD}(?:klar[ta]?|genomför[dt]a?|åtgärda[dt]|färdig[ta]?|uppfyll[dt]|tillgodosett"
    r"|avsluta[dt]|utför[dt]|inför[dt]|slutför[dt]|verkställ[dt]|vidtagen|löst)\b"
    r"(?!\W+(?:senast|till|i (?!samband)|under|hösten|våren|\d|kvartal|q\d|juni|maj|juli|före|vid"
    r"|den))",
    re.IGNORECASE,
)
LINE_GOES_ON = re.compile(
    r"(?<!inte )(?<!inte kommit )\bi ?gång\b|"
    rf"{_HEAD}(?:pågå\w*|påbörja\w*|under arbete|delvis\s+\w+|startad|inlett|inledd|igångsatt"
    rf"|i gång"
    r"|halvvägs)\b|\b(?:påbörjat|påbörjad|pågår|pågående|startat|startad|inlett|inledd)\b",
    re.IGNORECASE,
)
LINE_PLANNED = re.compile(
    rf"{_HEAD}(?:plan(?:erad|erat|eras)|kommande|inplanera[dt]"
    r"|klart? (?:senast|till|i|under|hösten|våren|\d|den)|senast|ska\b|införs|görs|tas|genomförs"
    r"|revideras|uppdateras|kompletteras)\b",
    re.IGNORECASE,
)
LINE_REFUSED = re.compile(
    rf"{_HEAD}(?:inga? åtgärd\w*|genomförs (?:ej|inte)|(?:ej|inte) aktuellt?|avvisas|avslås)\b",
    re.IGNORECASE,
)
LINE_NOT_BEGUN = re.compile(
    rf"{_HEAD}(?:ej|inte|ännu inte|ännu ej) (?:påbörja|starta|inle|igångs)\w*", re.IGNORECASE
)

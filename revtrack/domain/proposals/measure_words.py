"""Fixed words by which committees tell how far a measure has come: "pågår", "i uppdrag åt"."""

import re

AHEAD = re.compile(
    r"\bsenast\b|\bfrån (?:och med|årsskiftet|hösten|våren)\b|\bfr\.?o\.?m\b|\btill (?:hösten|våren"
    r"|sommaren|årsskiftet|nästa)\b|\bi (?:höst|vår|vinter|sommar)\b|\b(?:höstens|vårens"
    r"|sommarens|årets|läsårets)\b|\b(?:nästa|kommande"
    r"|innevarande)\b"
    r"|\b(?:under|inför|till|före|vid|innan|i|efter|halvåret|årsskiftet|slutet av|början av"
    r"|våren|hösten"
    r"|sommaren|vintern) (?:\w+ ){0,2}?(?:hösten|våren|sommaren|vintern|året|årsskiftet|20\d{2}"
    r"|januari"
    r"|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|vårterminen"
    r"|höstterminen|halvåret|kvartal\w*|semestern|första|andra|tredje|fjärde)\b|\bkvartal \d"
    r"|\b(?:hösten|våren|sommaren|vintern) 20\d{2}|\bq[1-4]\b|\bv(?:ecka|\.) \d",
    re.IGNORECASE,
)
CLAUSES = re.compile(r"[,;] ")
NOW = re.compile(
    r"\b(?:nu|för närvarande|just nu|i nuläget|för tillfället|i dagsläget)\b", re.IGNORECASE
)
PERFECT = re.compile(
    r"\b(?:har|hade|är|var|blev|finns|ska|skall|kommer|kan|bör|inte|ej|saknas)\b", re.IGNORECASE
)
ORDERED = re.compile(
    r"\b(?:därför|med anledning av detta|härmed|av detta skäl)\b (?:\w+ )?(?:anställ(?:s|er)"
    r"|inrätta[rs]|inför[s]?|tillsätt(?:s|er)|tas|tar|upprätta[rs]|kompletteras|revideras"
    r"|uppdateras|startas|inled(?:s|er))\b(?! (?:inte|ej|inga)\b)",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:tas?|tar|inför|införs|ser|ses|genomförs?|upprättar?s?|reviderar?s?|uppdateras?"
    r"|uppdaterar"
    r"|fastställs|antas|utses|anställs?|anställer|rekryteras|rekryterar|läggs|lägger|förs|startas?"
    r"|startar|byggs|görs|gör|utreds|arbetas|arbetar fram|fattas|redovisas|slutförs|utbildas"
    r"|kompletteras|påbörjas|påbörjar|inleds|inleder|upphandlas|implementeras|etableras|inrättas"
    r"|publiceras|prövas|testas|tillsätts|kartläggs|utarbetas|utarbetar|behandlas|beslutas|följs"
    r"|hanteras|utökas|stärks|förstärks|breddas|utvecklas|förändras|ändras|flyttas|sker|lämnas"
    r"|tydliggörs|förtydligas|byts|byter|ersätts|ordnas|åtgärdas|skapas|samordnas|erbjuds|får|ges"
    r"|införande|skrivs|sätts|bjuds|hålls|håller|kommuniceras|övergår|går över|presenteras"
    r"|tas upp)\b",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    r"\bpågår\b|\bfortgår\b|\bhåller på\b|\bpå gång\b|\bpå väg (?:att|in|fram)\b"
    r"|\bi färd med\b"
    r"|\bmitt (?:i|uppe i) (?:ett|en|arbetet)\b|\b(?:är|har) (?:\w+ )?(?:annonserad|utlyst"
    r"|återupptagi)\w*"
    r"|\bi full gång\b|\bär i ?gång\b|\bigångsatt\b|\bnu inne i\b"
    r"|\b(?:är|befinner sig|ligger) (?:\w+ ){0,2}?(?:under|i) (?:arbete|framtagande|utarbetande"
    r"|revidering"
    r"|uppbyggnad|införande|översyn|upphandling|utveckling|beredning|bearbetning|genomförande"
    r"|rekrytering"
    r"|implementering|omarbetning|omarbetande|produktion|införsel|ett (?:tidigt|inledande) skede"
    r"|slutskedet|startfasen)\b"
    r"|\bunder (?:arbete|framtagande|utarbetande|beredning|uppbyggnad)\b|\båterstår\b"
    r"|\b(?:resten|återstående|de sista|övriga delar)\b"
    r"|\barbetar (?:\w+ ){0,2}?(?:med|för|vidare|fram)\b"
    r"|(?<!att )(?<!ska )(?<!skall )(?<!bör )\barbetas (?:nu )?fram\b(?! till)"
    r"|\barbetas (?:nu |aktivt |också )?med\b"
    r"|\barbetet (?:\w+ ){0,2}?(?:fortsätter|fortlöper|löper)\b|\bfortsätter (?:arbetet|att)\b"
    r"|\b(?:slutfas|i sin linda)\w*\b|\bsedan [^.]{0,30}\btas\b[^.]{0,60}\bfram\b"
    r"|\bsedan [^.]{0,40}\b(?:utreds|byggs|upphandlas|revideras|omarbetas)\b"
    r"|\bute på remiss\b|\bdelvis (?:\w+ )?(?:införd|infört|genomför[dt]|åtgärda[dt]|klart?"
    r"|på plats"
    r"|påbörjat|implementera[dt])\w*",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"\b(?:arbetsgrupp|projektgrupp|styrgrupp|utredning|projekt|översyn|kartläggning|inventering"
    r"|upphandling|rekrytering|dialog|samarbete|pilot\w*|försök)\b(?: \w+){0,4} "
    r"(?:tillsat|startat|inlet|bildat|påbörja|inled)|\b(?:tillsat|startat|inlet|bildat"
    r"|påbörjat)\w* "
    r"(?:(?:en|ett|nu|också|därför) ){0,2}(?:\w+ )?(?:arbetsgrupp|projektgrupp|utredning|projekt"
    r"|översyn|kartläggning|inventering|upphandling|rekrytering|arbete|dialog|samarbete|pilot\w*)",
    re.IGNORECASE,
)
SOME = re.compile(
    r"\b(?:hälften|halva|merparten|de flesta|flertalet|en (?:tredje|fjärde)del|\d+ (?:procent|%)"
    r"|(?:en|ett|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio) av (?:de |våra |totalt )?(?:\d+|två|tre"
    r"|fyra|fem|sex|sju|åtta|nio|tio|tolv))\b"
    r"|\b(?:ett|en|det|den|de) första (?:steg|möte|del|etapp|version|omgång)\w*",
    re.IGNORECASE,
)
"""Words of what is done with some and not yet with all."""
DRAFTED = re.compile(r"\b(?:förslag\w*|utkast\w*|första version\w*|underlag)\b", re.IGNORECASE)
DECIDES = re.compile(
    r"\b(?:antas?|beslutas?|fastställas?|fastställs|godkännas?|behandlas?|tas upp|läggas? fram"
    r"|läggs fram|presenteras?|implementeras?)\b",
    re.IGNORECASE,
)
NOT_STARTED = re.compile(
    r"\b(?:inte|ej) (?:\w+ ){0,2}?(?:påbörja|starta|startat|startats|inlett|inletts"
    r"|kommit i ?gång|börjat"
    r"|igångsatt|hunnit)\w*"
    r"|\b(?:inget|ingenting|ingen åtgärd|inga åtgärder) (?:har )?(?:\w+ )?(?:ännu|hittills)\b"
    r"|\b(?:ännu|hittills) (?:har )?(?:inget|ingenting|inga)\b"
    r"|\b(?:ännu|hittills) (?:inte|ej) (?:\w+ )?(?!tagit|beslutat|fattat)\w+(?:[aitr]ts?|tts)\b",
    re.IGNORECASE,
)
YET = re.compile(r"\b(?:ännu|hittills|än)\b", re.IGNORECASE)
WILL_NOT = re.compile(
    r"\b(?:ingen|inga) (?!åtgärd\w* har (?:ännu|hittills))(?:\w+ ){0,2}?åtgärd\w*(?! som\b)"
    r"|\binte (?:\w+ ){0,2}?(?:någon|några) (?:\w+ )?"
    r"åtgärd\w*|\bnågon åtgärd (?:\w+ ){0,3}?inte\b"
    r"|\b(?:kommer|avser|ska|skall|tänker|planerar|ämnar|vill) (?:\w+ ){0,3}?(?:inte|ej) (?:att )?"
    r"(?:\w+ ){0,2}?(?:genomför|åtgärd|vidta|inför|följ|ändra|upprätta|tas? fram|revidera"
    r"|komplettera|inrätta"
    r"|anta|utse|tillsätt|bygga?|anställ|gå vidare|arbeta vidare)"
    r"|\b(?:genomför|inför|vidtar|åtgärdar|ändrar) (?:därför |alltså |dock )?inte\b"
    r"|\bväljer (?:\w+ )?att inte\b|\bnågra (?:\w+ )?åtgärder (?:\w+ )?(?:inte|ej)\b"
    r"|\båtgärder (?:planeras|vidtas) (?:\w+ )?(?:inte|ej)\b"
    r"|\b(?:inga|inte några|inte någon|saknar) planer på (?:att)?\b"
    r"|\bavstår (?:därför )?från att (?!kommentera|yttra|svara|lämna|ta ställning)"
    r"|\b(?:kommer|ska|skall) (?:alltså |därför )?(?:inte|ej) (?:att )?(?:genomföras|göras|ske"
    r"|tas|införas"
    r"|åtgärdas"
    r"|vidtas|följas|efterlevas)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:är|har varit|finns|ligger) (?:(?:nu|numera|redan|därmed|sedan \w+) ){0,3}(?:på plats"
    r"|i drift"
    r"|i bruk|igenom|klart?|färdigt?|avklara[dt]|genomgång\w+)\b"
    r"|\b(?:togs|tagits|tas|är) (?:\w+ )?i (?:bruk|drift)\b"
    r"|\bsedan (?:den )?(?:\w+ ){0,4}?(?:19|20)\d{2}\b|\bsedan (?:tidigare|flera år|länge|början av"
    r"|ett (?:par )?år|den \d|årsskiftet|i (?:våras|höstas|fjol))\b"
    r"|\b(?:gäller|finns|ingår|sker|görs|används|tillämpas|rapporteras|redovisas|följs|hålls"
    r"|erbjuds|är) (?:[\w-]+ ){0,3}?sedan (?!dess)|\bnu finns\b|\btillträdde\b"
    r"|\bsedan (?:\w+ )?(?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december)\b(?: månad)?(?: 20\d\d)? \w+[sr]\b|\bägde rum\b"
    r"|^(?:[\w-]+ ){1,5}finns\.?$|\bhar (?:därmed )?\w+ enligt \w+ plan\b"
    r"|\b(?:det|vad|som) (?:som )?(?:revis\w+|rekommendation\w*) (?:efterlyser|efterfrågar"
    r"|föreslår|önskar|rekommenderar|pekar på) (?:finns|ingår|görs|sker)\b"
    r"|\bhar den \d+ \w+ (?:\d{4} )?(?:beslutat|antagit|fastställt)\b|\bredan arbeta\w*"
    r"|\b(?:detta|det|kravet) är (?:\w+ )?tillgodosett"
    r"|\bgäller (?:nu |sedan |numera )?(?:från|fr\.?o\.?m)|\bfick (?:\w+ ){0,2}?(?:redovisning"
    r"|genomgång|utbildning)\w*"
    r"|\bhar (?:redan|sedan tidigare|i ?dag|sedan (?:flera|många) år|sedan länge) (?:\w+ ){0,3}?"
    r"\w*(?:rutin|riktlinje|plan|process|system|modell|policy|mall|arbetssätt|strategi|funktion"
    r"|uppföljning|kontroll|forum|samverkan|tjänst|struktur|checklist|samordnare|organisation)"
    r"(?:er|en|erna|ar|or|n|et|t|a)?\b"
    r"|\b(?:nuvarande|befintlig\w*|dagens|gällande)\b[^.]{0,40}\b(?:räcker|tillräcklig\w*"
    r"|ändamålsenlig\w*|fullgod\w*)\b"
    r"|\b(?:vi|\w*(?:nämnden|styrelsen|förvaltningen|bolaget|kontoret)) (?!har|kommer|planerar"
    r"|påbörjar|startar|inleder|avser)\w+[eaö]r redan\b(?! (?:i höst|i vår|under|nästa|till))"
    r"|\bsker\b[^.]{0,80}\benligt\b|\bfinns (?:sedan|redan|nu|numera)\b|\bnumera\b"
    r"|\bredan\b[^.]{0,40}\b(?:genomför|uppfyll|tillgodose|inför|gör|sker|finns|på plats|tillämpa"
    r"|åtgärda|omhänderta|arbetar|hanter|omfatta|ingår|följ|infört)\w*"
    r"|\b(?:gör|görs|sker|tillämpas|arbetar|finns|uppfylls|hanteras|ingår|följs|tillgodoses"
    r"|genomförs"
    r"|redovisas|arbetar nämnden|rapporteras) (?:\w+ )?(?:redan|i dag|idag)\b"
    r"|\buppfyller (?:redan |i dag |därmed )?(?:rekommendation|krav|det som|de krav)"
    r"|\b(?:rekommendation\w*|krav\w*|punkten|åtgärden|synpunkten|den) (?:är|får"
    r"|kan) (?:\w+ ){0,3}?"
    r"(?:anses |bedöms )?(?:som )?(?:vara )?(?:uppfyll|tillgodosed|åtgärda|genomför|omhändertag"
    r"|avsluta)\w*",
    re.IGNORECASE,
)
IS_AIM = re.compile(
    r"\b(?:ska|skall|kommer|beräknas|väntas|förväntas|planeras|mål\w*|avsikt\w*|ambition\w*"
    r"|plan\w* är)\b",
    re.IGNORECASE,
)
INTO_PLAN = re.compile(
    r"\b(?:in|med|upp|tagits|lagts|finns)\b[^.]{0,30}\b(?:i|till) (?:[\w-]+s )?\w*(?:plan(?:en)?"
    r"|budget\w*|mål och budget)"
    r" (?:för |inför )?(?:20\d{2}|kommande|nästa)",
    re.IGNORECASE,
)
SINCE_GOING_ON = re.compile(r"\bpågått\b|\barbetat\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:ger|ge|gett|gav|givit|gavs|fått|får|fick|ges|getts|lämnat) (?:[\w-]+ ){0,7}?i uppdrag\b"
    r"|\bi uppdrag (?:åt|till)\b|\buppdra(?:r|git)? (?:åt|till|att)\b"
    r"|\b(?:fått|får|gett|ger|har) (?:\w+ )?uppdrag(?:et)? att\b|\buppdragit\b"
    r"|\b(?:är|finns|ligger) (?:\w+ ){0,3}?(?:inplanera|planera|inbokad|inlagd|schemalagd"
    r"|tidsatt)\w*"
    r"|\bplaneras\b(?! (?:inte|ej)\b)|\båterkomm(?:a|er) (?:\w+ ){0,3}?(?:med|till)\b"
    r"|\b(?:uppgift(?:en)? att|beredda? att|redo att)\b"
    r"|\bklart? (?:senast|till|under|vid|i|den|hösten|våren|kvartal|\d)|\bplan(?:er|en)? är att\b"
    r"|\bunder planering\b|\bplanerar (?:\w+ )?(?:för|in|en|ett)\b|\bplanerat in\b|\buppdras\b"
    r"|\bframöver (?:\w+[sr]|ska)\b"
    r"|\bklar[ta]?\W{1,2}(?:senast |hösten |våren |sommaren |kvartal )?(?:januari|februari|mars"
    r"|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december|20\d\d|q\d)|\buppdrag ges\b"
    r"|\bräknar med att\b"
    r"|\b(?:ska|skall|kommer att) (?:\w+ ){0,4}?ha (?:tagit|gjort|\w+fört|\w+ttat|\w+derat"
    r"|\w+ställt)\b"
    r"|\bvill att (?:\w+ ){1,3}?(?:tar fram|inför|upprättar|ser över|utreder)\b"
    r"|\benligt (?:tidplan|plan)(?:en)?\b[^.]{0,40}\bklar"
    r"|\bnär (?:\w+ ){1,4}?(?:är|har) \w+,? \w+s\b"
    r"|\b(?:mål(?:et|sättningen)?|tidplanen|ambitionen|avsikten|syftet framåt) är att\b"
    r"|\bförs in i (?:nästa|kommande)\b",
    re.IGNORECASE,
)
LACKS = re.compile(
    r"\bsaknas?\b|\bbrist(?:er|ande)?\b",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(r"\bav (?:kommun|region|stads)?(?:fullmäktige|styrelsen)\b", re.IGNORECASE)
"""Words of what is not there, or of what somebody else has done."""
MEANS = re.compile(
    r"\b(?:medel|pengar|resurser|anslag)\b (?:\w+ ){0,4}?(?:avsat\w+|anslagits|beviljats"
    r"|reserverat\w*"
    r"|avdelat\w*)\b",
    re.IGNORECASE,
)
"""Words of what is set aside for what is to be done."""
DUE = re.compile(
    r"^(?:klart?|tidplan|slutdatum|färdigt?)\s*(?::|senast)\s*(?!genomför|klar)\S", re.IGNORECASE
)
"""A line or cell that tells by when something is to be done."""
HAS_TO_BE = re.compile(
    r"\b(?:ska|skall|kommer att) (?:\w+ ){0,4}?ha (?:tagit|gjort|\w+fört|\w+ttat|\w+derat"
    r"|\w+ställt)\b|\benligt (?:tidplan|plan)(?:en)?\b[^.]{0,40}\bklar"
    r"|\bklar[ta]?\W{1,2}(?:senast )?(?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december|20\d\d)",
    re.IGNORECASE,
)
"""Words of when something is to be ready."""
ALSO_ORDERED = re.compile(
    r"\b(?:och|men)\b[^.]{0,40}\b(?:får|ges|har fått) (?:\w+ ){0,2}?i uppdrag att\b", re.IGNORECASE
)
MENDED = re.compile(r"\b(?:åtgärda|rätta|avhjälp|korrigera)\w*", re.IGNORECASE)
"""Words of what has been done about what was lacking."""
ORDERS = re.compile(
    r"\bbeslu\w+\b[^.]{0,80}\b(?:uppdra|i uppdrag\b|ska (?:tas|införas|upprättas|ses))"
    r"|\bbeslu\w+ (?:om )?att \w+[^.]{0,80}\bfrån och med\b",
    re.IGNORECASE,
)
"""Words of a decision by which somebody is told to do something."""
HABIT = re.compile(
    r"\b(?:varje|löpande|används|tillämpas|gäller|regelbundet|årligen|årsvis|månadsvis"
    r"|kvartalsvis|månatligen|kontinuerligt"
    r"|systematiskt|alltid|två gånger|en gång|i samband med|vid varje)\b",
    re.IGNORECASE,
)
"""Words of what is done again and again, and so is there."""

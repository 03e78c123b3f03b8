"""Fixed words by which committees tell how far a measure has come: "pågår", "i uppdrag åt"."""

import re

AHEAD = re.compile(
    r"\bsenast\b|\bfrån (?:den )?\d+ |\bfrån (?:januari|februari|mars|april|maj|juni"
    r"|juli|augusti|september|oktober|november|december)\b|\bfrån (?:och med|årsskiftet|hösten"
    r"|våren)\b"
    r"|\bfr\.?o\.?m\b|\btill (?:hösten"
    r"|våren"
    r"|sommaren|årsskiftet|nästa)\b|\bi (?:höst|vinter|sommar)\b|\bi vår(?=[.,;]|$"
    r"| (?:ska|skall|kommer|och|när|med|inför|\w+s)\b)|\b(?:höstens|vårens"
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
    r"(?<!utan att )\b(?:nu|för närvarande|just nu|i nuläget|för tillfället|i dagsläget)\b",
    re.IGNORECASE,
)
NOW_STATES = re.compile(
    r"\b(?:framgår|innehåller|gäller|omfattar|anges|anger|beskriver|stämmer|står|ligger|finns)"
    r" (?:nu|numera)\b",
    re.IGNORECASE,
)
"""Words of what is so by now, since it has been done."""
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
    r"\b(?:tas|tar|inför(?! (?:20\d\d|nästa|kommande|hösten|våren|läsåret|årsskiftet|budget"
    r"|beslut))"
    r"|införs|ser|ses|genomförs?|upprättar?s?|reviderar?s?|uppdateras?"
    r"|uppdaterar"
    r"|fastställs|antas|utses|anställs?|anställer|rekryteras|rekryterar|läggs|lägger|förs|startas?"
    r"|startar|byggs|görs|gör|utreds|arbetas|arbetar fram|fattas|redovisas|slutförs|utbildas"
    r"|kompletteras|påbörjas|påbörjar|inleds|inleder|upphandlas|implementeras|etableras|inrättas"
    r"|publiceras|tillsätts|kartläggs|utarbetas|utarbetar|behandlas|beslutas|följs"
    r"|hanteras|utökas|stärks|förstärks|breddas|utvecklas|förändras|ändras|flyttas|sker|lämnas"
    r"|tydliggörs|förtydligas|byts|byter|ersätts|ordnas|åtgärdas|skapas|samordnas|erbjuds|får|ges"
    r"|införande|skrivs|sätts|bjuds|hålls|håller|kommuniceras|övergår|går över|presenteras"
    r"|tas upp|förläggs|förlägger)\b",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    r"\bhar (?:\w+ )?sedan (?:i )?\w+ (?:\d{4} )?arbetat (?:med|fram)\b"
    r"|\b(?:haft|hållit|genomfört) (?:ett|en) \w+[^.]{0,60}\b(?:och|men) (?:ett|en) till\b|"
    r"\barbete(?:t)?\b[^.]{0,80}\b(?:bedrivs|drivs)\b|\bpågår\b|\bfortgår\b|\b(?:satts?|dragit"
    r"|kommit|är|sattes|kom|drogs|dragits) i ?gång\b|\bhalvvägs\b"
    r"|\b(?:stegvis|etappvis|successivt)\b[^.]{0,40}\bhittills\b"
    r"|\bhittills\b(?! (?:bara|endast|enbart|inte|ej|saknat)|[^.]{0,60}\bkunnat\b)[^.]{0,60}"
    r"\b(?:\w+it|\w+at|fått|gått)\b"
    r"|(?<!inte )\b(?:löper|rullar) (?:på|enligt|vidare)\b|\b(?:bereds|utreds)\b(?! (?:under|i"
    r"|till|inför|senast|när|efter)\b)|\b(?:första|inledande) steg(?:et"
    r"|en)?\b[^.]{0,30}\b(?:tagit|tagits|togs)\b"
    r"|\btagit (?:ett|de|det) första steg\w*"
    r"|\bförsta (?:grupp|omgång|kurs|utbildning|träff|etapp)(?:en)?\b[^.]{0,30}\b(?:började"
    r"|startade"
    r"|gick|har gått)\b"
    r"|\b(?:är|befinner sig|ligger) (?:\w+ )?(?:under|i) (?:utredning|beredning|remiss)\b"
    r"|\b(?:jobbar|arbetar|träffas|deltar|utreder|bygger|prövar|testar)\b (?:[\w-]+ ){0,4}?sedan\b"
    r"(?! (?:flera|många|länge|tidigare|20\d\d|ett))"
    r"|\bsedan (?!flera|många|länge|tidigare|20\d\d|ett)[^.,]{0,40}\b(?:jobbar"
    r"|arbetar(?! redan)|träffas|deltar|utreder|testas|prövas|provas)\b"
    r"|\b(?:men|fast|dock)\b[^.]{0,40}\b(?:inte|ännu inte|ej) (?:\w+ )?(?:slutfört?|klart?"
    r"|färdigt?|beslutad\w*|beslutats"
    r"|avslutat|avslutad|antag(?:en|it|its|na)|fastställ\w+|i mål|fullt ut)\b"
    r"|\bhåller (?:\w+ ){0,3}?på\b(?: att\b| med\b|$|[.,])|\b(?:bit|god väg|bra) på väg\b"
    r"|\bpå god väg\b|\bpå gång\b|\bpå väg (?:att|in|fram)\b"
    r"|\b(?:installeras|införs|driftsätts|rullas ut) nu\b|\bberäknas pågå\b"
    r"|\b(?:samtal|dialog|förhandlingar|diskussioner) förs\b"
    r"|\bi färd med\b|\b(?:förslag|utkast|version)\w*\b[^.]{0,60}\b(?:skickats|sänts|gått ut"
    r"|delats)"
    r"\b[^.]{0,40}\bsynpunkter\b"
    r"|\b(?:för närvarande|just nu|i dagsläget|nu) (?:rekryteras|utreds|omarbetas|upphandlas"
    r"|byggs|skrivs|kartläggs|inventeras|utbildas|förhandlas|bereds|förbereds|prövas)\b"
    r"|\bmitt (?:i|uppe i) (?:ett|en|arbetet)\b|\b(?:är|har) (?:(?!inte|ej)\w+ )?(?:annonserad"
    r"|utlyst"
    r"|återupptagi)\w*"
    r"|\b(?<!skickas )(?<!sänds )(?<!ut )(?<!går )på (?:intern )?remiss\b|\bi full gång\b"
    r"|\bär i ?gång\b|\bigångsatt\b|\b(?:nu|är) inne i\b"
    r"|\b(?:är|befinner sig|ligger) (?:\w+ ){0,2}?(?:under|i) (?:arbete|framtagande|utarbetande"
    r"|revidering"
    r"|uppbyggnad|införande|översyn|upphandling|utveckling|beredning|bearbetning|genomförande"
    r"|rekrytering"
    r"|implementering|omarbetning|omarbetande|produktion|införsel|ett (?:tidigt|inledande) skede"
    r"|slutskedet|startfasen)\b"
    r"|\bunder (?:arbete|framtagande|utarbetande|beredning|uppbyggnad)\b|\båterst(?:år"
    r"|od)\b(?! att\b)"
    r"|\b(?:betar|betas|arbetar|arbetas) (?:\w+ )?(?:av|bort|ikapp|ner)\b"
    r"|\b(?:görs|genomförs|tas|ses|skrivs|byggs|testas|provas|införs|utreds|prövas|läggs|revideras"
    r"|uppdateras|omförhandlas|upphandlas|rekryteras) (?:\w+ )?(?:just nu|för närvarande|nu)\b"
    r"(?! (?:varje|löpande|regelbundet|årligen|kvartalsvis|månadsvis|alltid|vid varje|två gånger"
    r"|en gång"
    r"|per))"
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
    r"\bav (?:de |våra |totalt )?(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva)\b[^.]{0,70}"
    r"\bhar (?:hittills )?(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva)\b|"
    r"\b(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio) av (?:de )?[\w-]+(?:na|en|et)\b|"
    r"\b\w*(?:tredjedel|fjärdedel|femtedel)(?:en|ar|ar av)?\b|\bmajoriteten\b|\bden första av\b|"
    r"\b(?:hälften|halva|merparten|de flesta|flertalet|en (?:tredje|fjärde)del|\d+ (?:procent|%)"
    r"|(?:en|ett|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio) av (?:de |våra |totalt )?(?:\d+|två"
    r"|tre"
    r"|fyra|fem|sex|sju|åtta|nio|tio|tolv))\b"
    r"|\bden första (?:\w+ )?är|(?:ett|en|det|den|de) första (?:steg|möte|del|etapp|version"
    r"|omgång)\w*|\bförsta (?:gruppen|omgången|kullen|kursen)\b",
    re.IGNORECASE,
)
"""Words of what is done with some and not yet with all."""
DRAFTED = re.compile(r"\b(?:förslag\w*|utkast\w*|första version\w*|underlag)\b", re.IGNORECASE)
DECIDES = re.compile(
    r"\b(?:antas?|beslutas?|fastställas?|fastställs|godkännas?|behandlas?|tas upp|läggas? fram"
    r"|läggs fram|presenteras?|implementeras?)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:lever|leva) (?:\w+ )?upp till (?:rekommendation|krav|det)|"
    r"\b(?:fanns|var) (?:\w+ ){0,3}?(?:före|innan|redan när|när) granskning|"
    r"\b(?:innehåller|omfattar|uppfyller|täcker|\w{3,}erar) redan\b(?! (?:i höst|i vår|under"
    r"|nästa|till|nu))|"
    r"\b(?:är|har varit|finns|ligger) (?:(?:nu|numera|redan|därmed|sedan \w+) ){0,3}(?:på plats"
    r"|i drift"
    r"|i bruk|igenom|klart?|färdigt?|avklara[dt]|genomgång\w+)\b"
    r"|\b(?:togs|tagits|är) (?:\w+ )?i (?:bruk|drift)\b"
    r"|\bsedan (?:den )?(?:\w+ ){0,4}?(?:19|20)\d{2}\b|\bsedan (?:tidigare|flera år|länge"
    r"|början av"
    r"|ett (?:par )?år|den \d|årsskiftet|i (?:våras|höstas|fjol))\b"
    r"|\b(?:gäller|finns|ingår|sker|görs|används|tillämpas|rapporteras|redovisas|följs|hålls"
    r"|erbjuds|är) (?:[\w-]+ ){0,3}?sedan (?!dess)|\bnu finns\b|\btillträdde\b"
    r"|\bsedan (?:\w+ )?(?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december)\b(?: månad)?(?: 20\d\d)? \w+[sr]\b"
    r"|\bägde rum\b"
    r"|^(?:[\w-]+ ){1,5}finns\.?$|\bhar (?:därmed )?\w+ enligt \w+ plan\b"
    r"|\b(?:det|vad|som) (?:som )?(?:revis\w+|rekommendation\w*) (?:efterlyser|efterfrågar"
    r"|föreslår|önskar|rekommenderar|pekar på) (?:finns|ingår|görs|sker)\b"
    r"|(?<!arbetet )(?<!översynen )\b(?:började|tillträdde) (?:sin |sitt )?(?:tjänst "
    r"|arbete )?(?:den \d|på förvaltn|hos oss)"
    r"|\b(?:vi|nämnden|styrelsen|förvaltningen|kontoret|bolaget|kommunen) (?:lade|tog|såg|gick"
    r"|satte|drog|slog|gav|bytte|skrev)"
    r" (?:\w+ ){0,2}?(?:om|in|fram|över|bort|upp|igenom|med|fast|ut|in)\b"
    r"|\bhar den \d+ \w+ (?:\d{4} )?(?:beslutat|antagit|fastställt)\b|\bredan arbeta\w*"
    r"|\b(?:detta|det|kravet) är (?:\w+ )?tillgodosett"
    r"|(?<!som )\bgäller (?:nu |sedan |numera )?(?:från|fr\.?o\.?m)"
    r"|\bfick (?:\w+ ){0,2}?(?:redovisning"
    r"|genomgång|utbildning)\w*"
    r"|\bhar (?:redan|sedan tidigare|i ?dag|sedan (?:flera|många) år|sedan länge) (?!ing[ae]"
    r"|inte)(?:\w+ ){0,3}?"
    r"\w*(?:rutin|riktlinje|plan|process|system|modell|policy|mall|arbetssätt|strategi|funktion"
    r"|uppföljning|kontroll|forum|samverkan|tjänst|struktur|checklist|samordnare|organisation)"
    r"(?:er|en|erna|ar|or|n|et|t|a)?\b"
    r"|\b(?:nuvarande|befintlig\w*|dagens|gällande)\b[^.]{0,40}\b(?:räcker|tillräcklig\w*"
    r"|ändamålsenlig\w*|fullgod\w*)\b"
    r"|\b(?:vi|\w*(?:nämnden|styrelsen|förvaltningen|bolaget|kontoret)) (?!har|kommer|planerar"
    r"|påbörjar|startar|inleder|avser)\w+[eaö]r redan\b(?! (?:i höst|i vår|under|nästa|till))"
    r"|\bsker\b[^.]{0,80}\benligt\b|\bfinns (?:sedan|redan|nu|numera)\b|\bnumera\b"
    r"|(?<!som )\bredan\b(?! pågå)[^.]{0,40}\b(?:genomför|uppfyll|tillgodose|inför|gör|sker"
    r"|finns|på plats"
    r"|tillämpa"
    r"|åtgärda|omhänderta|arbetar|hanter|omfatta|ingår|följ|infört)\w*"
    r"|\b(?:gör|görs|sker|tillämpas|arbetar|finns|uppfylls|hanteras|ingår|följs|tillgodoses"
    r"|genomförs"
    r"|redovisas|arbetar nämnden|rapporteras) (?:\w+ )?(?:redan|i dag|idag)\b(?! (?:inga|ingen"
    r"|inget"
    r"|inte|ej)\b)"
    r"|\buppfyller (?:redan |i dag |därmed )?(?:rekommendation|krav|det som|de krav)"
    r"|\b(?:rekommendation\w*|krav\w*|punkten|åtgärden|synpunkten|den) (?:är|får"
    r"|kan) (?:\w+ ){0,3}?"
    r"(?:anses |bedöms )?(?:som )?(?:vara )?(?:uppfyll|tillgodosed|åtgärda|genomför|omhändertag"
    r"|avsluta)(?!as\b|s\b)\w*(?<!as)"
    r"|^sedan (?:[\w-]+ ){1,4}?\w+[sr]\b[^.]{0,80}\b(?:vid )?varje\b",
    re.IGNORECASE,
)
IS_AIM = re.compile(
    r"\bbeslut(?:at|ade)? om (?:en |ett )?(?:\w+ )?(?:översyn|utredning|kartläggning|genomlysning"
    r"|projekt|förstudie)\b|"
    r"\b(?:ska|skall|kommer|beräknas|väntas|förväntas|planeras|tänkt\w*|avses|föreslås|mål\w*"
    r"|avsikt\w*|ambition\w*"
    r"|plan(?:en)? är att)\b",
    re.IGNORECASE,
)
INTO_PLAN = re.compile(
    r"\b(?:in|med|upp|tagits|lagts|finns)\b[^.]{0,30}\b(?:i|till) (?:[\w-]+s )?\w*(?:plan(?:en)?"
    r"|budget\w*|mål och budget)"
    r" (?:för |inför )?(?:20\d{2}|kommande|nästa)",
    re.IGNORECASE,
)
SINCE_GOING_ON = re.compile(
    r"\b(?:pågått|arbetat|ökat|minskat|vuxit|stigit|sjunkit|legat|varierat)\b", re.IGNORECASE
)
PLANNED = re.compile(
    r"\b(?:ger|ge|gett|gav|givit|gavs|fått|får|fick|ges|getts|lämnat) (?:[\w-]+ ){0,7}?i uppdrag\b"
    r"|\bi uppdrag (?:åt|till)\b|\buppdra(?:r|git)? (?:åt|till|att)\b"
    r"|\b(?:fått|får|gett|ger|har) (?:\w+ )?uppdrag(?:et)? att\b|\buppdragit\b"
    r"|\b(?:är|finns|ligger) (?:\w+ ){0,3}?(?:inplanera|planera|bokad|inbokad|inlagd|schemalagd"
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
    r"|\bnär (?!det gäller)(?:\w+ ){1,4}?(?:är|har) \w+,? \w+s\b"
    r"|\b(?:mål(?:et|sättningen)?|tidplanen|ambitionen|avsikten|syftet framåt) är att\b"
    r"|\bförs in i (?:nästa|kommande)\b|\bålägg(?:er|s)\b"
    r"|\b(?:påbörjas|startar|startas|inleds|görs|sker|tas|införs)\b (?:\w+ )?(?:när|så snart"
    r"|efter att|efter det att)\b"
    r"|\buppdrag(?:et)?\b[^.]{0,60}? (?:lämnats|getts|givits|gått till|gått ut|lagts|delats)\b"
    r"|\b(?:får|fått|har) till uppgift att\b"
    r"|(?<!som )(?<!som riksdagen )(?<!som regeringen )\b(?:väntas|förväntas|avses"
    r"|föreslås)\b(?! (?:inte|ej)\b)"
    r"|\btänkt(?:a|en)? att\b|\bavsikt att\b|\bstår på tur\b",
    re.IGNORECASE,
)
LACKS = re.compile(
    r"^(?:(?!\b(?:när|om|där)\b).)*\bsaknas?\b|\bbrist(?:er|ande)?\b",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(r"\bav (?:\w*fullmäktige|(?:kommun|region|stads)styrelsen)\b", re.IGNORECASE)
"""Words of what is not there, or of what somebody else has done."""
MEANS = re.compile(
    r"\b(?:avsatt|avsätter|reserverat|anslagit|budgeterat|beviljat|begärt"
    r"|äskat)\w* (?:\w+ ){0,3}?(?:kronor"
    r"|kr|mnkr|tkr|medel"
    r"|pengar|resurser)\b|"
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
    r"\bvill att\b[^.]{0,80}\b(?:klar|färdig)\w*|"
    r"\bär (?:\w+ )?(?:klar|färdig)[ta]? (?:senast|till|före|inför|i (?:januari|februari|mars|april"
    r"|maj|juni|juli|augusti|september|oktober|november|december|höst|vår|början|slutet|mitten))\b|"
    r"\b(?:ansvarar|svarar|sörjer) för att\b[^.]{0,200}\b(?:klar|färdig|den \d|senast|till|före"
    r"|under)|"
    r"\b(?:ska|skall|kommer att) (?:\w+ ){0,4}?ha (?:tagit|gjort|\w+fört|\w+ttat|\w+derat"
    r"|\w+ställt)\b|\benligt (?:tidplan|plan)(?:en)?\b[^.]{0,40}\bklar"
    r"|\bklar[ta]?\W{1,2}(?:senast )?(?:januari|februari|mars|april|maj|juni|juli|augusti"
    r"|september"
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
    r"\b(?:varje|löpande|används|tillämpas|(?<!vad )(?<!det )gäller|regelbundet|årligen|årsvis"
    r"|månadsvis|kvartalsvis|månatligen|kontinuerligt"
    r"|systematiskt|alltid|två gånger|en gång|i samband med|vid varje)\b",
    re.IGNORECASE,
)
"""Words of what is done again and again, and so is there."""

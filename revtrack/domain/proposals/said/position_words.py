"""Families of words by which committees refuse what they are recommended, or have it already."""

from revtrack.domain.proposals.said.agreement_words import SELF, VIEW
from revtrack.domain.proposals.said.denial_words import DENIED
from revtrack.domain.proposals.said.objection_words import NO, WHO

_WE = r"\b(?:\w*(?:nämnden|styrelsen|direktionen|bolaget|förbundet|förvaltningen|kontoret)|vi)"

REFUSES = (
    (
        r"\b(?:tillstyrk(?:er|s)|bifall(?:er|s|es)|godta(?:r|s)|accepteras?|accepterar|biträd(?:er"
        r"|s)"
        rf"|bejaka[rs]|godkänn(?:er|s)|välkomna[rs]|stöd(?:er|jer|s)){WHO}\s+{NO}\b"
        r"|\bhar (?:[\w-]+ )?andra prioriteringar\b|\bprioriterar (?:\w+ )?(?:inte|ej) (?:detta"
        r"|det|frågan)\b"
        r"|^så kan (?:\w+ )?(?:inte|ej) (?:ske|göras|bli)\b|^det går (?:\w+ )?(?:inte|ej)(?=[.,;]"
        r"|$)"
        rf"|\blåter sig (?:\w+ )?{NO} göras\b|{_WE} kan (?:\w+ )?{NO} göra (?:detta|det|så)\b"
        r"|\bär (?:\w+ )?negativ[at]? till\b|\bser (?:\w+ )?(?:inte|ej) (?:detta|det"
        r"|frågan) som (?:sin|vår|en)"
        r" (?:\w+ )?(?:uppgift|fråga|sak)"
        rf"|\b(?:någon|några|något) (?:[\w-]+ ){{1,3}}?(?:är|planeras"
        rf"|blir) (?:\w+ )?{NO} (?:planera|aktuell"
        r"|påtänk)\w*"
    ),
    rf"\btar (?:\w+ )?avstånd från\b|\b(?:kan|vill) (?:\w+ ){{0,2}}?{NO} (?:sluta upp|biträda)\b",
    (
        rf"\b(?:kritik|bedömning|syn(?:punkt)?|slutsats|rekommendation|uppfattning|förslag|mening)"
        rf"(?:en|et)?\b(?:[^.,]{{0,30}}| att [^.,]{{5,120}})\bdelas\b[^.,]{{0,25}}\b{NO}\b"
        rf"|\b(?:kritik|rekommendation|synpunkt|förslag|påpekande)\w* är (?:[\w-]+ ){{0,3}}?"
        rf"{NO} (?!bara|endast|enbart)(?:\w+ )?"
        r"(?:motivera|befoga|berättiga|rimlig|relevant|riktig|välgrunda|korrekt)\w*"
        rf"|{_WE} (?:\w+ )?(?:ser|tycker|bedömer) (?:[\w-]+ ){{0,3}}?annorlunda\b(?! ut\b)"
        rf"|\b(?:ser|tycker|bedömer) {_WE} (?:[\w-]+ ){{0,3}}?annorlunda\b(?! ut\b)"
        rf"|^(?:det|detta|så) vill {_WE} {NO}\b|\bvill (?:\w+ )?{NO} (?:göra|införa|genomföra)\b"
        rf"|\b(?:är|var) (?:\w+ )?{NO} övertyga(?:d|de)\b|{_WE} tackar (?:\w+ )?nej\b"
        rf"|\btillmötesgår (?:\w+ )?{NO}\b"
        rf"|^(?:det|detta|rekommendationen|förslaget) är (?:[\w-]+ ){{0,4}}?{NO}"
        r" (?!bara|endast|enbart)(?:\w+ )?(?:aktuell|motivera|rimlig|lämplig|realistisk|genomförbar"
        r"|befoga)\w*"
        rf"|\bskiljer sig [\w-]+s {VIEW} från\b"
        rf"|\b(?:tycker|tänker|resonerar|ser)(?: (?:dock|däremot|faktiskt|här|saken|det|frågan|vi"
        rf"|[\w-]*(?:nämnden|styrelsen|bolaget|förvaltningen|kontoret))){{0,4}} {NO}"
        r" (?:som (?:ni|er|\w*revis\w+)|likadant|(?:(?:på )?saken |det )?på samma sätt|samma sak)\b"
        rf"|^så (?:tycker|anser|bedömer|ser) (?:\w+ )?{NO}\b"
        rf"|\b{NO} inne på samma\b|\bgår (?:\w+ )?(?:uppfattning|åsikt|mening)\w* isär\b"
        rf"|\bhar (?:vi|{_WE} och \w*revis\w+) (?:\w+ )?olika (?:uppfattning|åsikt|mening|syn)\w*"
        r"|^de[tn] (?:anser|tycker|bedömer) (?:[\w-]+ ){1,4}(?:inte|ej)\W*$"
        r"|\bbehålla (?:den )?(?:nuvarande|dagens|befintlig\w*)\b"
        r"|\b(?:nuvarande|dagens) \w+ (?:ska|bör) (?:bestå|gälla|ligga fast|vara kvar|behållas)\b"
        r"|\bär (?:\w+ )?tveksam\w* till (?:\w+ ){0,3}?(?:nytta|värde|behov|rekommendation|förslag"
        r"|effekt)\w*"
    ),
    (
        rf"\bser (?:\w+ ){{0,2}}?{NO} (?:\w+ )?(?:detta |det )?som (?:motivera|nödvändig|rimlig"
        r"|befoga|lämplig|angeläg|meningsfull)\w*"
    ),
    (
        rf"\b(?:instämm\w+|delar|samtycker|håller|ansluter (?:\w+ )?{SELF}|godtar"
        rf"|accepterar){WHO}\s+(?:dock\s+)?{NO}\b"
    ),
    (
        rf"\b(?:kan|vill) (?:\w+ ){{0,3}}?{NO} (?:\w+ )?(?:instämma|dela|ställa {SELF}|godta"
        rf"|acceptera|hålla med|ansluta {SELF}|följa rekommendation|genomföra rekommendation"
        rf"|efterkomma|tillmötesgå"
        rf"|medverka|stödja|biträda|förorda)\b"
    ),
    (
        rf"\b{NO} (?:instämma|dela|ställa {SELF}|godta|acceptera|hålla med|ansluta {SELF}"
        rf"|tillstyrka|bifalla|efterkomma|tillmötesgå)\b|\bär{WHO}\s+{NO} positiv\w*"
    ),
    (
        rf"\bställer{WHO}\s+{SELF}\s+(?:\w+ )?{NO} bakom\b|\bsvaret är nej\b"
        rf"|{_WE} svarar (?:\w+ ){{0,2}}?nej\b|\bsvarar {_WE} (?:\w+ ){{0,2}}?nej\b"
    ),
    (
        rf"\b(?:har|är) (?:\w+ )?{NO} (?:\w+ )?för avsikt att\b|\b{NO} har för avsikt att\b"
        r"|\bväljer (?:\w+ )?att (?:även fortsättningsvis|fortsatt|fortsätta|behålla)\b"
        r"|\bha(?:r|de) (?:\w+ )?inte (?:\w+ )?(?:ekonomiskt )?utrymme (?:för|till) (?:en sådan"
        r"|ett sådant"
        r"|sådana|detta|det)\b|\bavråd(?:er|es)\b|\bsäger (?:\w+ )?nej\b|\bföredrar\b|\bstöd(?:er"
        r"|jer) (?:\w+ )?inte\b"
    ),
    (
        rf"\bställer {SELF}{WHO}\s+(?:dock\s+)?(?:{NO} (?:bakom|positiv)|avvisande|negativ\w*"
        rf"|tveksam\w*|avvaktande)"
    ),
    (
        r"\bmotsätter sig\b(?! (?:\w+ )?(?:inte|ej)\b)|\bvänder sig (?:\w+ )?e?mot\b"
        r"|\bavstyrk\w+\b|\bavvisa[rs]?\b"
        r"|\bavslå(?:r|s)\b(?! (?:i|med) )"
        r"|\bavböj(?:er|s)\b"
        r"|\btillbakavisa\w*\b|\b(?:rekommendationen|förslaget|punkten|åtgärden) avslås\b"
        r"|\b(?:bygger|vilar|grundar sig) på (?:ett |en )?(?:missförstånd|missuppfattning"
        r"|felaktig\w*|fel)"
    ),
    (
        rf"\b(?:av|har|har vi|har nämnden|har styrelsen) (?:en )?annan {VIEW}\b"
        rf"|\b(?:av|har) (?:\w+ )?(?:rakt )?(?:motsatt|avvikande|skild) {VIEW}\b|\bser (?:vi"
        rf"|nämnden"
        rf"|styrelsen) {NO} som\b"
        rf"|\bdagens ordning\b[^.]*\binget? skäl\b|\b(?:av|har) (?:en )?annan {VIEW}\b"
        rf"|(?<!ingen )\bannan {VIEW} än\b"
        rf"|\bdelar (?:dock )?{NO}\b"
    ),
    (
        rf"\b{NO} (?:av )?samma (?:{VIEW}\b|[\w-]+ som (?:\w*revis|ni\b))"
        rf"|\bgör (?:\w+ )?{NO} den {VIEW}\b|\b(?:har|är av) en annan {VIEW}\b"
        rf"|\b(?:gör|har gjort|har|är av) (?:[\w-]+ )?en annan {VIEW}"
        rf"|\brevis\w+ (?:\w+ )?(?:har fel|misstar)|\bväljer (?:\w+ )?att inte följa\b"
        rf"|\b(?:rekommendation\w*|förslaget) (?:kommer|ska|skall|kan) (?:\w+ )?{NO}\b"
        rf"|\bvill (?:\w+ )?{NO} se\b"
    ),
    (
        r"\bvinner inte\b|\brekommendation\w*(?: (?:om|att) [^.;]{0,120}?)? (?:följs|hörsammas)"
        r" (?:\w+ )?(?:inte|ej)\b|\b(?:är"
        r"|ställer sig) (?:(?!inte |ej )\w+ )?(?:emot|frågande|skeptisk\w*)(?= (?:till|inför|mot)"
        r"| förslag| rekommendation|\.)|\bbestrider\b(?! (?:\w+ )?(?:inte|ej)\b)"
        r"|\b(?:rekommendation|kritik"
        r"|synpunkt)\w* saknar (?:\w+ )?"
        r"(?:grund|fog|stöd)\b|\b(?:någon|några) (?:\w+ )?brist\w* (?:föreligger"
        r"|finns) (?:\w+ )?inte\b"
        r"|\bvill inte (?:\w+ )?(?:ändra|gå)\b|\binte en väg\b|\bär emot (?:rekommendation|förslag)"
    ),
    r"\bär (?:\w+ ){0,3}?(?:oeniga?|inte överens|inte ense|inte eniga?)\b|\bifrågasätter\b",
    (r"\bbedömer (?:\w+ ){0,2}?inte att\b|\bden inte delar\b|\bbefarar (?:\w+ )?(?:att|tvärtom)"),
    (
        rf"\b{NO} (?:ändamålsenlig\w*|motivera[dt]|aktuellt|befoga[dt]|rimligt|lämpligt"
        r"|försvarbart|meningsfullt|påkallat|klokt) att\b"
    ),
    (
        r"\b(?:kan|vill) (?:\w+ ){0,2}?inte (?:\w+ )?(?:ställa upp på|se någon|förstå)\b"
        r"|\bställer (?:\w+ )?inte upp på\b|\btror inte (?:på|att)\b"
        r"|\bavslår?\b[^.]{0,30}\b(?:rekommendation|förslag|punkt|tanken|begäran)"
        r"|\b(?:förslaget|rekommendationen|punkten|tanken) (?:\w+ ){0,2}?avslås\b"
        r"|\bfinner inte att\b|\bfinns (?:\w+ ){0,2}?(?:inte någon|ingen|inget|inte något)"
        r" (?:brist|fel|problem)?\w* ?att (?:åtgärda|rätta|avhjälpa)\b"
        r"|\bavstå(?:r)? (?:därför )?från (?:(?:detta|det|åtgärden|förslaget)"
        r"(?=[.,;]|$| eftersom| då)|att (?!kommentera|yttra|svara|lämna|ta ställning))"
        r"|\b(?:lämnas|lämnar)\b[^.]{0,40}\butan (?:vidare )?åtgärd\b"
        r"|\b(?:inte|ej) (?:en )?(?:\w+ )?(?:framkomlig|gångbar|rätt|klok|klokt|lämplig) "
        r"(?:väg|lösning|metod|användning|bruk)\b|\bvore (?:inte|knappast)\b"
        r"|\bsvår\w* att (?:förena|motivera|försvara)\b"
        r"|\blåter\b[^.]{0,40}\bbestå\b|\bstrid(?:a|er) mot\b|\bförordar (?:\w+ )?i ?stället\b"
        r"|\b(?:inte|ej) (?:ekonomiskt )?försvarbart(?=,? (?:att|för|med|ur|i|av)\b)"
        r"|\bsaknar (?:\w+ )?stöd\b|\butan avseende\b"
        r"|\btillför (?:\w+ ){0,3}?(?:inget|ingenting|inte något|inte mycket|föga|knappast)\b"
        r"|\b(?:gå|går) (?:\w+ ){0,2}?inte vidare med\b|\binte gå vidare med\b"
    ),
    r"\b(?:är|var) (?:\w+ ){0,3}?(?:inte|ej) (?:beredd|villig|redo)a? att\b",
    (
        r"\b(?:är|ställer (?:sig|oss)) (?:\w+ ){0,3}?inte (?:\w+ )?positiv\w*"
        rf"|\b{VIEW}\w* (?:\w+ )?(?:avviker|skiljer sig) (?:\w+ ){{0,2}}?från\b"
    ),
    DENIED,
    r"^(?:nej|delas (?:inte|ej)|instämmer (?:inte|ej)|avslås|avvisas)\b(?=\W|$)",
)
MET = (
    (
        r"\b(?:anser|bedömer|menar|betraktar|får|kan)\b[^.,]{0,60}\b(?:vara|som)"
        r" (?:redan |därmed |nu )?(?:tillgodose|uppfyll|omhändertag)\w*"
    ),
    r"\b\w{3,}r redan i ?dag\b|\b(?:lever|leva) (?:\w+ )?upp till (?:rekommendation|krav|det som)",
    r"\b(?:fanns|var) (?:\w+ ){0,3}?(?:före|innan|redan när|när) granskning",
    (
        r"\b(?:innehåller|omfattar|uppfyller|täcker|\w{3,}erar) redan\b(?! (?:i höst|i vår|under"
        r"|nästa|till|nu))"
    ),
    (
        r"\b(?!pågå|start|påbörj|planer|inled|arbetet)\w{3,}(?:as|ras|ts|eras|ms|ns|ds) redan\b"
        r"(?! (?:i höst|i vår|under|nästa|till|nu i|inför))"
    ),
    (
        r"(?<!som )\bredan\b(?! pågå)[^.]{0,40}\b(?:tillgodose\w*|uppfyll\w*|genomför\w*|åtgärda\w*"
        r"|infört?s?|finns|följ\w*|vidta[gk]\w*|utför\w*|avhjälp\w*"
        r"|på plats|omhändertag\w*|gör[s]?|sker|tillämpa\w*|arbeta\w*|hantera\w*|ingår|omfatta\w*"
        r"|tagits? fram|upprättat\w*|antagit\w*)"
    ),
    (
        r"\b(?:tillgodose\w*|uppfyll\w*|genomför[dt]?s?|på plats|görs|sker|gör|finns|arbetar"
        r"|ingår|följs"
        r"|tillämpas|hanteras|rapporteras|redovisas) (?:\w+ )?redan\b"
    ),
    (
        r"\bredan (?:\w+ )?(?:rutin|praxis|ordinarie|standard|en del av)\b"
        r"|\b(?:sådan\w*|detta|det) (?:\w+ )?(?:har|gör) (?:\w+ ){1,2}?(?:haft|gjort)? ?sedan\b"
        r"|\b(?:görs|sker|tillämpas|arbetar|finns|uppfylls|hanteras) (?:\w+ ){0,2}?i ?dag\b"
        r"(?! (?:inga|ingen|inget|inte|ej)\b)"
        r"|\b(?:i dag|idag) (?:\w+ ){0,2}?(?:uppfyll|tillgodose)\w*"
    ),
    (
        r"\bhar (?:redan|sedan tidigare|i ?dag|sedan (?:flera|många) år"
        r"|sedan länge) (?:\w+ ){0,3}?"
        r"\w*(?:rutin|riktlinje|plan|process|system|modell|policy|mall|arbetssätt|strategi"
        r"|funktion"
        r"|uppföljning|kontroll|forum|samverkan|tjänst|struktur|checklist|samordnare|organisation)"
        r"(?:er|en|erna|ar|or|n|et|t|a)?\b"
    ),
    (
        r"\bredan (?:(?:är )?(?:\w+ )?(?:tydlig|tillräcklig|ändamålsenlig)|gjort|vidtagit"
        r"|beslutat)\w*"
    ),
    r"\bredan (?:prövat|utrett|undersökt|övervägt|kartlagt)\b",
    r"\bframgår redan\b|\b(?:har vi|vi har) redan\b(?! (?:satt|börjat|påbörjat|startat|inlett))",
    (
        r"\bhar (?:därmed|redan|i allt väsentligt) (?:tillgodosetts|uppfyllts|tillgodosett"
        r"|uppfyllt)\b"
    ),
    (
        r"\b(?:är|var) (?:\w+ )?sedan (?:tidigare|länge|flera år|20\d\d) (?:\w+ )?(?:uppfyll"
        r"|tillgodose|genomför|inför|åtgärda)\w*"
    ),
    r"\b(?:finns|funnits) (?:\w+ ){0,3}?se(?:da)?n (?:tidigare|länge|flera år|många år)",
    (
        r"\b(?:rutiner|arbetssätt|arbetsformer|processer|ordning|nämnden"
        r"|styrelsen)\b[^.]{0,30}\b(?:uppfyller|tillgodoser|motsvarar)"
        r" (?:\w+ ){0,2}?(?:rekommendation|krav|det som|de krav|vad)"
    ),
    (
        r"\b(?:vi|\w*(?:nämnden|styrelsen|förvaltningen|bolaget|kontoret)) (?!har|kommer|planerar"
        r"|påbörjar|startar|inleder|avser)\w+[eaö]r redan\b(?! (?:i höst|i vår|under|nästa|till))"
    ),
    (
        r"\b(?:nuvarande|befintlig\w*|dagens|gällande|existerande)\b[^.]{0,40}(?:\bräcker\b"
        rf"(?! {NO})|\b(?:är|bedöms(?: vara)?) (?:\w+ )?(?:tillräcklig|ändamålsenlig|fullgod)\w*"
        r"|\bfungerar (?:\w+ )?(?:väl|bra|tillfredsställande))"
    ),
    (
        r"\b(?:rutin|riktlinje|plan|ordning|uppföljning|kontroll|styrning"
        r"|process)\w* som (?:redan )?"
        r"finns (?:redan )?(?:är|räcker)\b|^(?:[\w-]+ ){1,5}finns\.?$|\bredan arbeta(?:r)?\b"
        r"|\b(?:det|vad) som (?:revis\w+|rekommendation\w*) (?:efterlyser|efterfrågar|föreslår"
        r"|önskar|rekommenderar|pekar på) (?:finns|ingår|görs|sker)\b"
    ),
    (
        r"\b(?:rekommendation\w*|krav\w*|punkten|åtgärden|synpunkten|detta|det) (?:är|får"
        r"|kan) (?:därmed |nu |numera |i dag )?"
        r"(?:anses |bedöms )?(?:som )?(?:vara )?(?:uppfyll|tillgodose|omhändertag)\w*"
    ),
)
STANDS = (
    r"^(?!när|så snart|då|om)[^.,]{0,60}\b(?:finns|är) (?:nu |numera )?på plats(?=[.,;]|$)",
    (
        r"\b(?:detta|det|brist\w*|rekommendation\w*|punkten|frågan) är (?:nu |därmed |numera )?"
        r"(?:åtgärda|avhjälp|rätta|lös)[dt]\w*"
    ),
    r"\bfunnits (?:\w+ ){0,3}?se(?:da)?n (?:början av|den|(?:\w+ )?(?:19|20)\d\d)",
    (
        r"\b(?:gäller|finns|ingår|sker|görs|används|tillämpas|rapporteras|redovisas|följs"
        r"|hålls|erbjuds) (?:[\w-]+ ){0,3}?sedan (?!dess)"
    ),
)
"""What tells since when something is so: as good as met, unless all is agreed to."""

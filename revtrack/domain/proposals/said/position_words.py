"""Families of words by which committees tell what they think of a recommendation."""

from revtrack.domain.proposals.said.denial_words import DENIED, undenied
from revtrack.domain.proposals.said.objection_words import NO, WHO

_SELF = r"(?:sig|oss|mig)"
_WE = r"\b(?:\w*(?:nämnden|styrelsen|direktionen|bolaget|förbundet|förvaltningen|kontoret)|vi)"
_VIEW = r"(?:uppfattning|mening|åsikt|ståndpunkt|bedömning|syn|slutsats)"

REFUSES = (
    rf"\btar (?:\w+ )?avstånd från\b|\b(?:kan|vill) (?:\w+ ){{0,2}}?{NO} (?:sluta upp|biträda)\b",
    (
        rf"\b(?:kritik|bedömning|syn|slutsats|rekommendation|uppfattning|förslag|mening)(?:en|et)?"
        rf"\b[^.,]{{0,30}}\bdelas\b[^.,]{{0,25}}\b{NO}\b"
        rf"|\b(?:kritik|rekommendation|synpunkt|förslag|påpekande)\w* är (?:[\w-]+ ){{0,3}}?"
        rf"{NO} (?!bara|endast|enbart)(?:\w+ )?"
        r"(?:motivera|befoga|berättiga|rimlig|relevant|riktig|välgrunda|korrekt)\w*"
        r"|\b(?:ser|tycker|bedömer) (?:[\w-]+ ){0,3}?annorlunda\b"
        rf"|\bskiljer sig [\w-]+s {_VIEW} från\b"
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
        rf"\b(?:instämm\w+|delar|samtycker|håller|ansluter (?:\w+ )?{_SELF}|godtar"
        rf"|accepterar){WHO}\s+(?:dock\s+)?{NO}\b"
    ),
    (
        rf"\b(?:kan|vill) (?:\w+ ){{0,3}}?{NO} (?:\w+ )?(?:instämma|dela|ställa {_SELF}|godta"
        rf"|acceptera|hålla med|ansluta {_SELF}|följa rekommendation|genomföra rekommendation"
        rf"|efterkomma|tillmötesgå"
        rf"|medverka|stödja|biträda|förorda)\b"
    ),
    (
        rf"\b{NO} (?:instämma|dela|ställa {_SELF}|godta|acceptera|hålla med|ansluta {_SELF}"
        rf"|tillstyrka|bifalla|efterkomma|tillmötesgå)\b|\bär{WHO}\s+{NO} positiv\w*"
    ),
    (
        rf"\bställer{WHO}\s+{_SELF}\s+(?:\w+ )?{NO} bakom\b|\bsvaret är nej\b"
        rf"|{_WE} svarar (?:\w+ ){{0,2}}?nej\b|\bsvarar {_WE} (?:\w+ ){{0,2}}?nej\b"
    ),
    r"\bavråd(?:er|es)\b|\bsäger (?:\w+ )?nej\b|\bföredrar\b|\bstöd(?:er|jer) (?:\w+ )?inte\b",
    (
        rf"\bställer {_SELF}{WHO}\s+(?:dock\s+)?(?:{NO} (?:bakom|positiv)|avvisande|negativ\w*"
        rf"|tveksam\w*|avvaktande)"
    ),
    (
        r"\bmotsätter sig\b|\bvänder sig (?:\w+ )?e?mot\b|\bavstyrk\w+\b|\bavvisa[rs]?\b"
        r"|\bavslå(?:r|s)\b(?! (?:i|med) )"
        r"|\bavböj(?:er|s)\b"
        r"|\btillbakavisa\w*\b|\b(?:rekommendationen|förslaget|punkten|åtgärden) avslås\b"
        r"|\bbygger på (?:ett |en )?(?:missförstånd|missuppfattning|felaktig\w*|fel)"
    ),
    (
        rf"\b(?:av|har|har vi|har nämnden|har styrelsen) (?:en )?annan {_VIEW}\b"
        rf"|\b(?:av|har) (?:\w+ )?(?:rakt )?(?:motsatt|avvikande|skild) {_VIEW}\b|\bser (?:vi"
        rf"|nämnden"
        rf"|styrelsen) {NO} som\b"
        rf"|\bdagens ordning\b[^.]*\binget? skäl\b|\b(?:av|har) (?:en )?annan {_VIEW}\b"
        rf"|(?<!ingen )\bannan {_VIEW} än\b"
        rf"|\bdelar (?:dock )?{NO}\b"
    ),
    (
        rf"\b{NO} (?:av )?samma (?:{_VIEW}\b|[\w-]+ som (?:\w*revis|ni\b))"
        rf"|\bgör (?:\w+ )?{NO} den {_VIEW}\b|\b(?:har|är av) en annan {_VIEW}\b"
        rf"|\b(?:gör|har gjort|har|är av) (?:[\w-]+ )?en annan {_VIEW}"
        rf"|\brevis\w+ (?:\w+ )?(?:har fel|misstar)|\bväljer (?:\w+ )?att inte följa\b"
        rf"|\b(?:rekommendation\w*|förslaget) (?:kommer|ska|skall|kan) (?:\w+ )?{NO}\b"
        rf"|\bvill (?:\w+ )?{NO} se\b"
    ),
    (
        r"\bvinner inte\b|\brekommendation\w* följs (?:\w+ )?(?:inte|ej)\b|\b(?:är"
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
        r"|\bavstå(?:r)? (?:därför )?från att (?!kommentera|yttra|svara|lämna|ta ställning)"
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
        rf"|\b{_VIEW}\w* (?:\w+ )?(?:avviker|skiljer sig) (?:\w+ ){{0,2}}?från\b"
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
        r"|på plats|omhändertag\w*|gör[s]?|sker|tillämpa\w*|arbeta\w*|hantera\w*|ingår|omfatta\w*)"
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
    r"\bfunnits (?:\w+ ){0,3}?se(?:da)?n (?:början av|den|(?:\w+ )?(?:19|20)\d\d)",
    (
        r"\b(?:gäller|finns|ingår|sker|görs|används|tillämpas|rapporteras|redovisas|följs"
        r"|hålls|erbjuds) (?:[\w-]+ ){0,3}?sedan (?!dess)"
    ),
)
"""What tells since when something is so: as good as met, unless all is agreed to."""
_AGREES = (
    (
        r"\bbiträd(?:er\b|s\b(?! av))|\bsluter upp\b|\b(?:tar|har tagit) fasta på\b"
        r"|\b(?:tar|tagit) åt sig\b|\bskriver under på\b"
        r"|\b(?:ingen|inte någon) avvikande \w+\b|\bgodkänner (?:\w+ )?(?:rekommendation|förslag)"
        r"|\bbekräftar (?:\w+ )?(?:brist|problem|att)|\buppfattar [^.,]{0,40}\bsom (?:riktig"
        r"|befogad"
        r"|relevant|rimlig|korrekt|viktig)\w*"
        r"|\b(?:är|var) (?:\w+ )?bere[dt]\w+ att (?:följa|genomföra|hörsamma|efterkomma"
        r"|tillmötesgå)"
        r" (?:\w+ )?(?:rekommendation|förslag|revis|punkt)"
        r"|\bser (?:det|vad|rekommendation\w*|förslaget|synpunkt\w*)[^.,]{0,40}\bsom (?:en |ett )?"
        r"(?:\w+ )?(?:självklar|stöd|hjälp|naturlig|välkomm|bra|god|given|rimlig)\w*"
        r"|\btackar för (?:\w+ )?(?:påpekandet|synpunkten|rekommendationen|iakttagelsen),? som är"
        r" (?:\w+ )?(?:befoga|riktig|relevant|viktig|bra|värdefull|korrekt)\w*"
    ),
    (
        r"^(?:ja\W+)?(?:(?:det|detta) (?:är|var|stämmer) )?(?:helt|alldeles|fullständigt|fullt)"
        r" (?:riktigt?|rätt|korrekt|sant)\b(?! (?:att|inte))"
        r"|\b(?:uppfattning|bedömning|syn|mening|åsikt)\w* (?:\w+ )?sammanfaller\b"
        r"|(?<!inte), (?:precis |just |helt )?som (?:\w*revis\w+|ni) (?:\w+ )?(?:skriver|skrev"
        r"|påpekar|konstaterar|framhåller|anför|säger|anger|noterar),"
        r"|\b(?:gå|går) (?:\w+ ){0,4}?till mötes\b"
    ),
    (
        r"\bpå samma (?:linje|spår)\b|\bsluter sig till (?:\w+ )?(?:revis|bedömning|slutsats"
        r"|rekommendation)"
        r"|\b(?:vidkänns|tillstår)\b|\bvinner (?:\w+ )?(?:gehör|gillande|anklang|bifall)\b"
        r"|\b(?:förslaget|rekommendationen|synpunkten) vinner (?:[\w-]+s )?(?:gehör|gillande"
        r"|bifall)\b"
        r"|\b(?:anser|bedömer|menar|tycker)\b[^.,]{0,20}\batt (?:rekommendation|förslag"
        r"|synpunkt)\w* bör"
        r" (?:följas|hörsammas|genomföras|tillgodoses)|\bkänner igen (?:den |sig |bilden)"
        r"|\b(?:rekommendation|synpunkt|iakttagels|kritik|påpekande)\w* är (?:\w+ )?(?:träffande"
        r"|i sin ordning|på sin plats|rättvis|insiktsfull)\w*"
        r"|\b(?:sätter|lägger) fingret på\b|\bstår (?:\w+ ){0,2}?bakom\b|^det stämmer att\b"
        r"|\b(?:ser|inser|erkänner) (?:också |även )?(?:behovet|nyttan|värdet|problemet"
        r"|bristen)\b(?! som\b)"
        r"|\b(?:uppskattar|är tacksam\w* för) (?:påpekande|synpunkt|rekommendation|iakttagels"
        r"|förslag)\w*"
        r"|\b(?:påpekandet|synpunkten|kritiken|bedömningen|iakttagelsen)(?:, som"
        r"|,? vilket)? är (?:helt )?riktig"
        r"|\b(?:finner|anser|bedömer) (?:att )?(?:synpunkt|rekommendation|kritik|påpekande"
        r"|förslag)\w*"
        r" (?:\w+ ){0,3}?(?:riktig|bra|befoga|rimlig|motivera|klok|god)\w*"
        r"|\b(?:rekommendation|synpunkt|förslag|kritik)\w* är (?:\w+ ){0,4}?(?:riktig|befoga"
        r"|rimlig|motivera"
        r"|relevant|berättiga|välgrunda)\w*|\bvill se samma\b"
        r"|\brekommendation\w* (?:kan |bör |ska )?följ(?:s|as)\b(?! (?:\w+ )?(?:inte|ej)\b)"
        r"|\bkan följa rekommendation"
    ),
    r"\bsympatiserar med\b|\buppskattar (?:\w+ )?att (?:frågan|saken|detta) (?:lyfts|tas upp)\b",
    r"\b(?:är|vore) en (?:god|bra|klok|utmärkt) (?:tanke|idé)\b",
    r"\b(?:anser|tycker|menar) detsamma\b|\bhar (?:ni|de|revis\w+) (?:\w+ )?rätt\b",
    (
        r"\b(?:är|var) (?:\w+ )?införstådda? med\b|\bbeklagar\b|\bett misstag\b"
        r"|\b(?:tycker|anser|menar|ser) (?:också|även|liksom|precis som|i likhet med|som) "
        r"(?:\w+ ){0,2}?(?:revis|att)\w*|\bliksom (?:\w+ )?(?:revis|gransk)\w*"
        r"|\bpåpekande\w* (?:är|var) (?:helt )?(?:korrekt|riktigt|rätt|befogat)"
        r"|\brevis\w+ (?:konstaterar|påpekar|framhåller) (?:\w+ )?(?:med rätta|helt riktigt)\b"
        r"|\bpå tiden\b|\b(?:erkänner|medger|tillstår|vidgår) (?:\w+ )?att\b"
    ),
    (
        r"\binte (?:heller )?(?:\w+ )?mot\b[^.]{0,80}\b(?:invändning|invända|erinran)\w*"
        r"|\b(?:rekommendationen|förslaget|rådet)(?: att)?\s+(?:\w+ )?(?:följs|efterföljs|hörsammas"
        r"|efterkoms)\b(?! (?:inte|ej|delvis))"
    ),
    (
        rf"\binstämm(?:er|a|de|s)\b|\bsamtycker\b|\bansluter (?:\w+ )?{_SELF}\b"
        r"|\bhåller(?: \w+){0,3} med\b|\bhöll (?:\w+ )?med\b|\bråder (?:\w+ )?samsyn\b"
        r"|\bbejakar?s?\b|\bbifaller\b"
    ),
    (
        r"\bdelar\b[^.]{0,60}\b(?:bedömning|uppfattning|slutsats|syn|bild|synpunkt|åsikt|analys"
        r"|ståndpunkt|mening|oro|kritik)"
    ),
    (
        rf"\bställer {_SELF}{WHO}\s+(?:bakom|positiv\w*|mycket positiv\w*)|\bstår bakom\b"
        rf"|\bställa {_SELF} (?:bakom|positiv\w*)\b"
        rf"|\bställer{WHO}\s+{_SELF}\s+(?:(?:helt|också|därför|även|fullt ut) )?bakom\b"
        rf"|\b(?:svarar|säger){WHO}\s+ja(?: till|[.,]|$)"
    ),
    r"\b(?:ser|är|ställer sig|förhåller sig)\b[^.]{0,30}\bpositivt?\w*\b",
    r"\bmedhåll\b|\bvälkomna(?:r|s)\b|\btillstyrk\w*\b|\baccepteras?r?\b|\bgodtar\b|\bgodtas\b",
    (
        r"\b(?:är|var) (?:(?!inte|ej|delvis)\w+ ){0,3}?(?:av samma (?:uppfattning|mening|åsikt)"
        r"|enig"
        r"|eniga|ense"
        r"|överens)\b"
        r"|\bav samma (?:uppfattning|mening|åsikt)\b"
    ),
    (
        r"\b(?:finner|anser|bedömer) (?:\w+ ){0,2}?(?:rekommendation|synpunkt|kritik|påpekande)\w*"
        r" (?:\w+ )?(?:välgrunda|befoga|rimlig|relevant|motivera|riktig|berättiga|angeläg"
        r"|värdefull)"
        r"|\bställer sig (?:\w+ ){0,4}?bakom\b|\bstöd(?:jer|er) (?:\w+ )?(?:revis|rekommendation"
        r"|förslag)|\b(?:har|med) (?:full |stor |all )?förståelse\b|\b(?:inser|är medveten om"
        r"|är väl medveten om|är medvetna om)\b(?=\s\w)"
    ),
    r"\bsamma [\w-]+ (?:\w+ )?som (?:\w*revis|gransk|ni\b|er\b)",
    (
        r"\b(?:ska|kommer (?:\w+ ){0,4}?att|avser (?:\w+ ){0,3}?att) (?:\w+ )?beakta (?:\w+ )?"
        r"(?:rekommendation|synpunkt|förslag|påpekande|kritik|de[tn]|detta|denna)"
    ),
    (
        r"\böverensstämmer (?:\w+ )?med (?:nämndens|styrelsens|förvaltningens|bolagets|vår|den)"
        r" (?:\w+ )?(?:bild|uppfattning|bedömning|syn|analys)|\bkänner igen (?:sig|oss|bilden)"
    ),
    (
        r"\bhar samma (?:uppfattning|syn|bild|åsikt)\b|\b(?:uppfattning|bedömning"
        r"|slutsats|rekommendation|synpunkt|förslag)\w* delas\b(?! (?:inte|ej|delvis))"
    ),
    (
        r"\b(?:inget|ingenting|inte något|inga|ingen|inte någon) (?:att )?(?:invänd\w*|erinra\w*"
        r"|erinringar?|invändningar)\b"
    ),
    (
        r"\b(?:rekommendation|synpunkt|kritik|påpekande|iakttagelse|förslag)\w*"
        r" (?:om [\w -]{3,40}? )?(?:är|var|bedöms"
        r"|anses)(?: vara)? (?:\w+ ){0,2}?(?:riktig\w*|befogad\w*|befogat"
        r"|relevant\w*|rimlig\w*|välgrundad\w*|motiverad\w*|berättigad\w*|adekvat\w*|klok\w*"
        r"|förnuftig\w*|angelägen"
        r"|angelägna|värdefull\w*|korrekt\w*|bra|viktig\w*)"
    ),
    (
        r"\b(?:riktig|relevant|befogad|klok|bra|viktig|angelägen|värdefull|välgrundad|berättigad)"
        r"\w* (?:och \w+ )?(?:iakttagelse|synpunkt|rekommendation|kritik|påpekande)"
        r"|\b(?:bild|beskrivning|slutsats|iakttagelse|kritik|bedömning|analys)\w* (?:\w+ ){0,2}?"
        r"(?:stämmer|är riktig|är korrekt|är rättvisande)(?! inte| ej)"
    ),
    (
        rf"\b(?:ingen|inte någon|inte en) annan {_VIEW}\b|\bpå (?:stort |största )?allvar\b"
        r"|\bbifalls\b|\bförstår (?:\w+ ){0,2}?(?:kritik|synpunkt|påpekande)"
        r"|\b(?:rekommendation\w*|revis\w+ (?:synpunkt|förslag)\w*)\b[^.]{0,40}\bi linje med\b"
    ),
    (
        r"\b(?:gör|följer|genomför|agerar|arbetar) (?:\w+ ){0,2}?(?:som|vad|så som"
        r"|enligt) revis\w+"
        r" (?:\w+ )?(?:föreslår|rekommenderar|rekommendation|förordar|förslag|anger)"
        r"|\btar (?:\w+ ){0,3}?(?:rekommendation|kritik)\w* till sig\b"
        r"|\bser (?:det|detta|frågan|rekommendation\w*) som (?:\w+ )?(?:angeläg|viktig|nödvändig"
        r"|prioriter|värdefull|positiv)\w*"
    ),
    (
        r"\brevis\w+ har (?:helt )?rätt\b|\bge[rs]? (?:\w+ ){0,4}?rätt\b(?! (?:till|att))"
        r"|\bköper kritiken\b"
        r"|\b(?:tar|har tagit"
        r"|tagit) till sig (?!av\b)(?:\w+ ){0,3}?(?:rekommendation|kritik)"
    ),
    (
        r"\b(?:rekommendation|synpunkt)\w* (?:kommer (?:\w+ )?att|ska|skall) (?:följas|efterlevas"
        r"|hörsammas|tillgodoses|genomföras|åtgärdas|beaktas|omhändertas|införas)"
    ),
    (
        r"\b(?:är|vore) (?:också |även )?(?:något|en åtgärd|ett (?:förslag|arbete)) (?:som )?"
        r"(?:vi|nämnden|styrelsen|förvaltningen|bolaget|direktionen) (?:gärna|också|även|själva?"
        r"|(?:\w+ )?vill|ser (?:fram|positivt))\b"
    ),
    r"\bser (?:också |även |liksom \w+ )?(?:ett |vikten|behovet|behov)(?:\w* )?(?:av|behov)\b",
    (
        r"\bi likhet med (?:revis|gransk)\w*|\b(?:precis |liksom |som )(?:revis\w+) (?:anser"
        r"|bedömer"
        r"|menar|framhåller|påpekar)"
    ),
    (
        rf"\b(?:kan|vill|måste) (?:\w+ ){{0,2}}?(?:hålla med|instämma|ansluta {_SELF}"
        rf"|ställa {_SELF} bakom"
        r"|bifalla)\b"
        r"|\bbekräftar (?:\w+ )?(?:bild|iakttagelse|bedömning|slutsats|beskrivning|revis)\w*"
        r"|\b(?:gör|har) (?:\w+ )?(?:också )?samma (?:bedömning|iakttagelse|slutsats)\b"
        rf"|\bdet är (?:också |även )?[\w-]+s (?:egen )?{_VIEW} (?:också|med)\b"
        r"|\b(?:rekommendation|synpunkt|förslag)\w* (?:har|hade) (?:\w+ )?(?:hörsammats|följts)\b"
        r"|\bså är det\b|\b(?:bra|gott|klokt|utmärkt) (?:förslag|råd)\b"
        r"|\b(?:tanken|idén|ambitionen|intentionen) är (?:god|bra|riktig|vällovlig)\b"
        r"|\b(?:det|detta|rekommendationen|förslaget) (?:ligger|går|är) (?:\w+ )?i linje med (?:hur"
        r"|vad|det)\b"
        r"|^ingen erinran\b|\bköper (?:\w+ )?(?:resonemanget|synpunkten|argumentet)\b"
        r"|^delas\b|^ja\b(?=\W|$)|^instämmes\b|^bifalles\b"
    ),
)
AGREES = tuple(map(undenied, _AGREES))

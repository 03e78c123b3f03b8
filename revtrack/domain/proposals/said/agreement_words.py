"""Families of words by which committees agree with what they are recommended."""

from revtrack.domain.proposals.said.denial_words import undenied
from revtrack.domain.proposals.said.objection_words import WHO

SELF = r"(?:sig|oss|mig)"
VIEW = r"(?:uppfattning|mening|åsikt|ståndpunkt|bedömning|syn|slutsats)"
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
        r" (?:(?:\w+ )?(?:rekommendation|förslag|revis|punkt)|(?:de|den) (?:\w+ )?(?:första|andra"
        r"|tredje|sista)|(?:dem|dessa|detta|det)(?=[.,;]|$))"
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
    (
        r"\b(?:tycker|tänker|resonerar) (?:\w+ )?(?:(?:precis|likadant|samma) )?som (?:ni|er)\b"
        r"|\bär (?:(?!inte\b|ej\b)[\w-]+ ){0,2}?med på\b"
        r"|\b(?:inget|ingenting|inte något) emot\b"
        r"|\bsympatiserar med\b|\buppskattar (?:\w+ )?att (?:frågan|saken|detta)"
        r" (?:lyfts|tas upp)\b"
    ),
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
        rf"\binstämm(?:er|a|de|s)\b|\bsamtycker\b|\bansluter (?:\w+ )?{SELF}\b"
        r"|\bhåller(?: \w+){0,3} med\b|\bhöll (?:\w+ )?med\b|\bråder (?:\w+ )?samsyn\b"
        r"|\bbejakar?s?\b|\bbifaller\b"
    ),
    (
        r"\bdelar\b[^.]{0,60}\b(?:bedömning|uppfattning|slutsats|syn|bild|synpunkt|åsikt|analys"
        r"|ståndpunkt|mening|oro|kritik)"
    ),
    (
        rf"\bställer {SELF}{WHO}\s+(?:bakom|positiv\w*|mycket positiv\w*)|\bstår bakom\b"
        rf"|\bställa {SELF} (?:bakom|positiv\w*)\b"
        rf"|\bställer{WHO}\s+{SELF}\s+(?:(?:helt|också|därför|även|fullt ut) )?bakom\b"
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
        r" (?:(?:om|att|på|kring|gällande) [^.,;]{3,120}? )?(?:är|var|bedöms"
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
        rf"\b(?:ingen|inte någon|inte en) annan {VIEW}\b|\bpå (?:stort |största )?allvar\b"
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
        r"\b(?:rekommendation|synpunkt)\w* (?:(?:om|att) [^.,;]{0,120}? ?)?"
        r"(?:kommer (?:\w+ )?att|ska|skall) (?:följas|efterlevas"
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
        rf"\b(?:kan|vill|måste) (?:\w+ ){{0,2}}?(?:hålla med|instämma|ansluta {SELF}"
        rf"|ställa {SELF} bakom"
        r"|bifalla)\b"
        r"|\bbekräftar (?:\w+ )?(?:bild|iakttagelse|bedömning|slutsats|beskrivning|revis)\w*"
        r"|\b(?:gör|har) (?:\w+ )?(?:också )?samma (?:bedömning|iakttagelse|slutsats)\b"
        rf"|\bdet är (?:också |även )?[\w-]+s (?:egen )?{VIEW} (?:också|med)\b"
        r"|\b(?:rekommendation|synpunkt|förslag)\w* (?:har|hade) (?:\w+ )?(?:hörsammats|följts)\b"
        r"|\bså är det\b|\b(?:bra|gott|klokt|utmärkt) (?:förslag|råd)\b"
        r"|\b(?:tanken|idén|ambitionen|intentionen) är (?:god|bra|riktig|vällovlig)\b"
        r"|\b(?:det|detta|rekommendationen|förslaget) (?:ligger|går|är) (?:\w+ )?i linje med (?:hur"
        r"|vad|det)\b"
        r"|^ingen erinran\b|\bköper (?:\w+ )?(?:resonemanget|synpunkten|argumentet)\b"
        r"|^delas\b|^ja\b(?=\W|$)|^instämmes\b|^bifalles\b"
    ),
)
_FITS = (
    (
        r"\bråder (?:\w+ )?ingen (?:oenighet|skillnad i)|\b(?:känns|ter sig"
        r"|framstår som) (?:\w+ )?(?:angeläg"
        r"|rimlig|befoga|viktig|riktig|klok)\w*"
        r"|\bligger (?:\w+ )?(?:mycket|en hel del) i (?:vad|det)\b|^självklart (?:ska|bör|måste)\b"
        r"|\bsatt fingret på\b"
        r"|^(?:här|där|i (?:detta|den delen)) har (?:vi|[\w-]*(?:nämnden|styrelsen"
        r"|bolaget)) (?:\w+ )?brustit\b"
    ),
    (
        rf"\b(?:stämmer|överensstämmer) (?:\w+ ){{0,2}}?med (?:[\w-]+s|vår|vad"
        rf"|den) (?:\w+ )?(?:egen |egna )?"
        rf"(?:{VIEW}|bild|analys|erfarenhet)"
        r"|\b(?:rekommendation|förslag|synpunkt|det|detta)\w* (?:ligger|går"
        r"|är) (?:\w+ )?i linje med"
        r" (?:[\w-]+s|våra?) (?:eg\w+ )?(?:plan|arbete|inriktning|ambition|mål|intention)\w*"
        r"|\b(?:är|vore) (?:en |ett )?(?:\w+ )?(?:rimlig|befoga|klok|god|bra|utmärk|relevant"
        r"|välgrunda"
        r"|berättiga|riktig|självklar|angeläg)\w* (?:begäran|önskan|önskemål|krav|uppmaning"
        r"|påpekande"
        r"|anmärkning|förväntan)\b"
        r"|\b(?:rekommendation|synpunkt|förslag|påpekande|kritik)\w* (?:är|var) (?:\w+ )?(?:välkom"
        r"|välmotivera)\w*+(?!, men\b)|\bfinner (?:\w+ )?(?:förslag|rekommendation"
        r"|synpunkt)\w* (?:\w+ )?välmotivera\w*"
    ),
    (
        r"\b(?:kommer att|avser (?:att )?|tänker) (?:\w+ )?följa (?:rekommendation|förslaget|rådet"
        r"|(?:den|det|dem)(?=[.,;]|$))"
        r"|\b(?:rekommendationen|förslaget|punkten) antas(?=[.,;]|$)|\bantar rekommendation"
        r"|\btillmötesgå(?:r|s)\b(?! (?:\w+ )?(?:inte|ej)\b)|\b(?:beslutar|agerar|handlar"
        r"|arbetar) (?:\w+ )?i enlighet med"
        r" (?:\w+ )?rekommendation"
        r"|\bställer (?:\w+ )?upp på (?:rekommendation|förslag|de[tn]|detta|revis)"
        r"|\bvill gärna (?:genomföra|införa|göra|följa|pröva)\b"
    ),
    (
        r"\b(?:är|vi är) med på (?:de[tn]|detta|noterna|förslaget|rekommendationen|tanken)(?=[.,;]"
        r"|$)"
        r"|^(?:det|så|detta) (?:tycker|anser|menar) (?:[\w-]+ ){1,3}(?:också|med)\b"
        r"|^så (?:bör|ska|måste) det (?:\w+ )?vara\b"
        rf"|\b(?:det|detta) är (?:också|även) (?:[\w-]+s|vår) (?:egen )?{VIEW}\b"
        r"|\b(?:har (?:revis\w+|ni|de)|(?:revis\w+|ni|de|rekommendationen|synpunkten) har)"
        r" (?:\w+ )?en (?:\w+ )?poäng\b|\bköper (?:de[tn]|detta)(?=[.,;]|$)|^ok(?:ej)?\b"
        r"|\b(?:ni|de) har (?:\w+ )?rätt(?= i\b|[.,;]|$)"
        r"|^(?:det|detta) (?:är|var) (?:riktigt|sant|korrekt)(?=[.,;]|$)|^(?:det"
        r"|detta) stämmer(?=[.,;]|$)"
        r"|\b(?:ser|anser|bedömer|inser|menar) (?:\w+ )?att (?:det|detta|den) (?:\w+ )?(?:behövs"
        r"|är (?:nödvändig|rimlig|angeläg|motivera|befoga)\w*)(?=[.,;]|$)"
        r"|\bär en brist som (?:ska|behöver|måste|kommer att) (?:åtgärdas|rättas|avhjälpas)"
    ),
)
_OPPOSES_NOTHING = (
    r"\bmotsätter sig (?:\w+ )?(?:inte|ej)\b"
    r"|\b(?:ingen|inget|inga|inte (?:någon|något|några)) (?:anledning|skäl"
    r"|grund) att (?:ifrågasätta"
    r"|invända|motsätta|bestrida|betvivla|tvivla)\b"
)
AGREES = (*map(undenied, (*_AGREES, *_FITS)), _OPPOSES_NOTHING)

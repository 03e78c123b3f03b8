"""Words by which committees put a matter off, only take note of it, or leave it to others."""

OPEN = (
    r"\b(?:är|var) (?:\w+ )?för tidigt att (?:säga|svara|avgöra|bedöma|uttala)"
    r"|\b(?:går|är) (?:\w+ ){0,3}?(?:inte|ej|omöjligt|svårt) (?:\w+ )?att (?:säga|svara på|avgöra"
    r"|uttala)\b"
    r"|\bkan (?:\w+ ){0,4}?(?:inte|ej) (?:\w+ )?(?:säga|svara|avgöra) (?:hur|vad|om|på)\b"
    r"|\bhar (?:\w+ )?(?:inte|ej) (?:\w+ )?bestämt (?:sig|oss)\b"
    r"|\bbesked (?:\w+ )?kan (?:\w+ )?(?:inte|ej) (?:ges|lämnas)\b"
    r"|\b(?:bereds|utreds|prövas) (?:\w+ )?(?:vidare )?innan [\w-]+ (?:svarar|tar ställning|yttrar)"
)
"""How a committee says that it does not know yet what it thinks, whatever it has begun."""
POSTPONES = (
    OPEN,
    (
        r"\b(?:behöver|begär|vill ha) (?:\w+ )?(?:mer|ytterligare) (?:tid|underlag|utredning)\b"
        r"[^.]{0,40}\bställning|\bställningstagande\w* (?:\w+ )?(?:får|måste) (?:\w+ )?(?:vänta"
        r"|anstå)"
    ),
    r"\b(?:tar|kan|vill|har) (?:\w+ ){0,3}?(?:inte|ej) (?:\w+ )?(?:ta |tagit )?ställning\b",
    (
        r"(?<!fullmäktige )\btar ställning (?:till|i|när|först)\b|\bavvaktar?\b|\boklart om\b"
        r"|\båterkommer (?:\w+ ){0,3}?(?:med|till) (?:\w+ )?(?:ställning"
        r"|besked)"
    ),
    r"\b(?:överväger|ska överväga|kommer att överväga|får övervägas|övervägs)\b",
    (
        r"\bär (?:ännu |i nuläget )?(?:inte|ej) (?:beredd|redo) att\b"
        r"|(?<!fullmäktige )\btar ställning (?:till|i"
        r"|när)\b"
        r"|\båterkomma? (?:i|till) (?:denna )?(?:frågan?|ärendet)\b"
        r"|\båterkommer (?:i|till) (?:frågan|ärendet|denna|den)\b(?![^.]*\bmed (?:ett|en) )"
        r"|\b(?:får|måste) prövas\b"
        r"|\bstår öppe[nt]\b|\b(?:kan|har) (?:\w+ ){0,3}?inte (?:lämna|ge) (?:\w+ )?(?:besked"
        r"|svar)\b|\blämnas öppe[nt]\b|\bber (?:\w+ )?att få återkomma\b"
        r"|\bär (?:\w+ ){0,2}?oklart\b"
        r"|\b(?:får|låter) (?:\w+ ){0,2}?anstå\b|\båterkommer (?:när|så snart)\b"
    ),
    (
        r"\bbehöver (?:\w+ ){0,2}?(?:mer|längre|ytterligare) tid(?=[.,;]|$)"
        r"|\båterkommer (?![^.]*\bmed (?:ett |en )?(?:\w+ )?(?:förslag|plan|rutin"
        r"|riktlinje))(?:(?:\w+ ){0,2}?(?:efter|under|till|i) (?:sommaren|hösten|höst|våren|vår"
        r"|vintern|årsskiftet|semestern)|senare|(?:om|kring|angående|i) (?:detta|det|denna|den)\b"
        r"|med (?:ett |vårt |sitt )?(?:svar|yttrande)\b)"
        r"|^svar\w* (?:\w+ ){0,3}?(?:lämnas|ges|kommer) (?:\w+ )?(?:senare|efter)\b"
        r"|\b(?:inte|ej) (?:\w+ )?färdigberedd\b"
    ),
)
NOTED = (
    (
        r"\bhar tagit del av (?:\w+ )?(?:rekommendation|synpunkt|påpekande|iakttagelse|slutsats"
        r"|revis)\w*"
        r"[^.]{0,40}$|\bnoterar (?:\w+ )?(?:brist|påpekande|innehåll|kritik)\w*"
    ),
    (
        r"\bnoterar (?=(?:\w+ )?(?:vad|förslag|rekommendation|synpunkt|granskning|revis|iakttagelse"
        r"|detta|det som|slutsats|kommentar|rapport))"
        r"|\bhar noterat (?=(?:\w+ )?(?:rekommendation|synpunkt|kritik|iakttagelse))"
        r"|\btar (?:\w+ )?med sig\b|\btar med (?:sig |oss |dem |den |det |detta |synpunkten )"
        r"|\btagit till sig av\b|\btar till sig av\b|\btar (?:\w+ ){0,2}i beaktande\b|\bnoteras\b"
        r"|\b(?:är|har) (?:\w+ )?(?:noterad|noterat|noterats|noterade)\b"
        r"|\bnoterar (?:[\w-]+ )?(?:detta|det|den|dem|punkten|frågan)\b|^noterat\b"
        r"|\butan (?:kommentar|ställningstagande|erinran)\b|\btas med i (?:\w+ )?fortsatta\b"
    ),
    (
        r"(?<!har )\b(?:tar|ta)\b[^.]{0,30}\b(?:del av|till sig|till protokollet)\b"
        r"|(?<!har )\b(?:tar|ta)\b[^.]{0,30}\bemot\b(?=[^.]{0,40}\b(?:\w*rapport|synpunkt|kritik"
        r"|rekommendation|granskning|påpekande|förslag|råd|det|detta|den|dem|dessa)\w*)"
        r"|\btas? (?:\w+ )?emot[.,]?$"
        r"|\bantecknar (?:[\w-]+ ){0,2}?(?:synpunkt|förslag|rekommendation|påpekande|det)\w*"
        r"|\b(?:synpunkt|förslag|rekommendation|påpekande|punkt|det)\w* antecknas\b"
        r"|\butan att (?:(?:nu|i nuläget|i dag|för närvarande) )?ta ställning\b"
        r"|\btagit till sig\b"
    ),
    (
        r"\bbeaktar?\b|\blägg(?:er|s) (?:\w+ ){0,3}till handlingarna\b"
        r"|\blägga (?:\w+ ){0,3}till handlingarna\b"
    ),
    (
        r"\b(?:avstår från|avstår) att (?:kommentera|yttra|svara|ta ställning|lämna)|\b(?:har"
        r"|lämnar) inga (?:ytterligare |egna )?(?:synpunkter|kommentarer)\b"
    ),
)
ELSEWHERE = (
    (
        r"\b(?:ansvar\w*|fråga\w*|uppgift\w*|uppdrag\w*|punkt\w*|rekommendation\w*|beslut\w*|detta"
        r"|det|arbetet|hantering\w*)\b[^.]{0,60}"
        r"\b(?:ägs av|ligger (?:\w+ )?(?:hos|på|inom|under|utanför)|åvilar|är en fråga för"
        r"|hanteras (?:\w+ )?av|avgörs av|beslutas av|bör ställas till"
        r"|vilar på|hör till|tillhör|ankommer på|hänskjuts till|faller (?:\w+ )?(?:utanför|under"
        r"|på))\b"
    ),
    (
        r"\b(?:berör|rör|påverkar|omfattar|träffar|gäller) (?:dock |därför )?(?:inte"
        r"|ej) (?:\w+ )?(?:nämnden|styrelsen|bolaget|verksamhet|förvaltningen)"
    ),
    (
        r"\b(?:nämnden|styrelsen|bolaget|förvaltningen) (?:berörs|omfattas|träffas) (?:därför "
        r"|alltså )?(?:inte|ej)\b|\bberörs (?:inte|ej)\b"
    ),
    (
        r"\butanför (?:\w+ ){0,2}?(?:ansvar|rådighet|uppdrag|kontroll|mandat)|\b(?:råder"
        r"|förfogar) (?:inte|ej) över\b|\bsaknar (?:rådighet|mandat|befogenhet)\b"
    ),
    (
        r"\b(?:inte|ej) (?:\w+ ){0,3}?(?:direkt |någon )?(?:påverkan|inverkan) på (?:nämndens"
        r"|styrelsens|bolagets|verksamhet)"
    ),
    (
        r"\bdet är (?!nämnden|förvaltningen|bolaget|vi\b)(?:[\w-]+ ){1,4}?som (?:ansvarar|beslutar"
        r"|äger|hanterar|råder|förfogar|har (?:\w+ )?ansvar\w*)"
    ),
    r"\brekommendationen avser (?!att)(?!nämnden\b)[\w-]*(?:nämnden|styrelsen|fullmäktige)\b",
    (
        r"\bhänvisar (?:\w+ ){0,3}?till\b|\b(?:ej|inte) tillämplig\w*\b"
        r"|\bär (?:inte )?(?:\w+ )?en fråga för (?!nämnden\b|styrelsen\b|oss\b)"
        r"|\bär (?:inte|ej) (?:nämndens|styrelsens|bolagets)\b"
        r"|\bär (?!nämndens|styrelsens|bolagets|vår)[\w-]+s sak\b"
        r"|\brikta[rst]\w* (?:sig )?till (?!nämnden\b)[\w-]*(?:styrelsen|fullmäktige)\b"
        r"|\brikta[dst]\w* (?:sig )?(?:inte|ej)"
        r" (?:till|mot)\b"
    ),
)

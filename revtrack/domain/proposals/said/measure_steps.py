"""Words of steps on the way to what is recommended: what is aimed at, done first, and follows."""

import re

FIRST_STEP = re.compile(
    r"\bfinns (?:nu |också )?(?:en )?(?:projekt|arbets|styr|referens)(?:grupp|ledare)\b|"
    r"^(?:ett |första |nytt )?(?:utkast|förslag|förstudie)\w* (?:finns|klart?|är|framtag"
    r"|upprätta)|"
    r"\b(?:arbetsgrupp|projektgrupp|styrgrupp|projektledare|\w*konsult(?:er|stöd)?|utkast"
    r"|förstudie"
    r"|projektplan|tidplan|projektdirektiv|direktiv|referensgrupp|workshop|genomlysning"
    r"|förslag)\w*\b"
    r"[^.]{0,60}\b(?:har|är|blev)\b[^.]{0,30}\b(?:bildat|bildad|tillsat|utset|utsed|anlita"
    r"|presentera|ta(?:git|gen)"
    r"|beställ|skick|sänt|remit|påbörj|gå(?:tt)|hållit|upprätta|ta?git)\w*"
    r"|\b(?:har|är)\b[^.]{0,30}\b(?:bildat|tillsatt|utsett|anlitat|beställt|upprättat"
    r"|tagit fram|skickat ut"
    r"|presenterat|lämnat in|annonserat|utlyst)\w* (?:en|ett|nu|fram|också|extern\w*|första"
    r"|\w+ )?\W?(?:\w+ )?"
    r"(?:arbetsgrupp|projektgrupp|styrgrupp|projektledare|\w*konsult|utkast|förstudie|projektplan"
    r"|genomlysning|utredning|analys|extern \w+|första utkast|tjänst(?:en)?\b)",
    re.IGNORECASE,
)
"""Words of a done step that only leads to what is recommended."""
THEN = re.compile(
    r"\b(?:och|men|som|varefter|därefter|sedan|nu|samt|vilken"
    r"|vilket)\b (?:[\w-]+ ){0,4}?(?:tas (?:nu )?fram|driftsätts|hålls|beslutas|antas"
    r"|införs|fastställs|genomförs|börjar|startar|implementeras|ska (?:vara (?:klar|färdig)\w*"
    r"|antas|beslutas|införas"
    r"|fastställas|genomföras|hållas|tas i|implementeras|lanseras)|lanseras|tas i (?:bruk"
    r"|drift)|slutförs|kommer att (?:antas|beslutas"
    r"|införas|genomföras|fastställas|tas i|implementeras|hållas))\b",
    re.IGNORECASE,
)
"""Words of what is still to follow upon a step that is done."""
AIM = re.compile(
    r"\b(?:ambition|avsikt|mål|målsättning|tanke|plan)(?:en|et)?\b (?:\w+ ){0,2}?att\b"
    r"|\b(?:beslut(?:at|ade)?|bestämt|bestämde|enats"
    r"|överenskommit) (?:i \w+ )?(?:om )?att (?:(?:ta fram|se över"
    r"|utarbeta|upprätta|utreda|kartlägga|inrätta|påbörja|inleda|starta)\b|[^.,]{0,60}\bska\b)",
    re.IGNORECASE,
)
"""Words of an aim, or of a decision that something is to be done, whatever verb follows."""

FOLLOW_UP = re.compile(
    r"\b(?:följs|följas|följer|redovisas|rapporteras|återrapporteras|utvärderas|revideras|gäller"
    r"|används|tillämpas|informeras|kontrolleras|ses över|uppdateras|kommuniceras|publiceras"
    r"|träder)\b",
    re.IGNORECASE,
)
"""Words of what comes after all is done."""
PARTS = re.compile(r",? \b(?:och|men|varefter|därefter|samt)\b |, ", re.IGNORECASE)
IN_PRESENT = re.compile(
    r"\b(?!\w*ember\b|oktober\b|mars\b|under\b|efter\b|över\b|eller\b|per\b)[a-zåäö]{3,}(?:as"
    r"|[^aeiouyåäös]s|ar|er)\b",
    re.IGNORECASE,
)
IN_PAST = re.compile(r"\b\w{3,}(?:ades?|ddes?|[rlngvt](?:de|te)s?)\b", re.IGNORECASE)
PREPARES = re.compile(
    r"(?<!\bi )(?<!enligt )(?<!\bav )\b(?:kartläggning|inventering|\w*analys|enkät|förstudie"
    r"|utredning|genomlysning|dialog|samtal"
    r"|möte|workshop|medel|budget|underlag|förslag|utkast|behov)\w*\b",
    re.IGNORECASE,
)
"""Words of what is done before what is recommended can be."""
TO_FOLLOW = re.compile(
    r"\b(?:följas? upp|följs upp|uppföljning\w*|utvärder\w+|redovisas?|återrapporter\w+"
    r"|rapporteras?"
    r"|informeras?|kommuniceras?|fortsätt\w*|fortsatt|löpande|regelbundet|årligen|varje)\b",
    re.IGNORECASE,
)
"""Words of what follows when all is done, and leaves it done."""
CONCLUDES = re.compile(
    r"\b(?:åtgärden|rekommendationen(?: om [^.,]{1,80})?|punkten|synpunkten|detta|det(?: här)?"
    r"|arbetet) (?:är|har) (?:\w+ ){0,2}?(?:genomför[dt]s?|genomförts|åtgärda(?:d|t|ts)"
    r"|avsluta(?:d|t|ts)"
    r"|verkställ(?:d|t|ts)|utför[dt]s?|utförts|slutför[dt]s?|slutförts)\W*$",
    re.IGNORECASE,
)
"""A sentence by which an answer ends that all is done."""
KEEPS = re.compile(
    r"\b(?:kommer att|ska|skall|bör|får) (?:\w+ )?(?:finnas|vara|bli|stå|ligga) kvar\b"
    r"|\b(?:någon|något|några) (?:\w+ )?(?:för)?ändring\w*\b[^.,]{0,60}\b(?:föreslås|görs|sker"
    r"|planeras|är) (?:\w+ )?(?:inte|ej)\b"
    r"|\bhar (?:\w+ )?(?:inte|ej|ingen) (?:\w+ )?(?:för )?avsikt\b"
    r"|\b(?:höjs|ändras|införs|utökas|sänks|flyttas|förändras|inrättas|anställs) (?:därför "
    r"|alltså )?(?:inte|ej)\b"
    r"|\b(?:kommer att|avser att|ska|skall) (?:\w+ ){0,2}?(?:behålla|bibehålla)"
    r" (?:\w+ ){0,2}?(?:ordning|modell|arbetssätt"
    r"|organisation|system|rutin|princip)\w*",
    re.IGNORECASE,
)
"""Words of leaving things as they are, which beside a refusal tell that nothing will be done."""

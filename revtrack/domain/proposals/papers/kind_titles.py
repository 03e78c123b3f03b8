"""How papers of auditors call themselves, and how those of their own meetings and of clubs do."""

import re

from revtrack.domain.texts.any_case import AnyCase

ANNUAL = re.compile(
    r"^(?:\w+\s){0,2}(?:revisorernas redogörelse|revisionsberättelse|årsredogörelse|årsrapport"
    r"|redogörelse för (?:revision|granskning)"
    r"|granskningsrapport (?:för|avseende) (?:\w*år(?:et)? )?(?:19|20)\d{2}$)",
    re.IGNORECASE,
)
OF_MEETING = re.compile(
    r"\b(?:minnesanteckning|mötesanteckning)\w*"
    r"|(?<!styrelsens )(?<!nämndens )(?<!bolagets )protokoll\b(?! från)|protokollsutdrag",
    re.IGNORECASE,
)
BODY_ALONE = re.compile(
    r"^(?:[\w,-]+\s){0,4}[\w-]*(?:nämnd(?:en)?|styrelse(?:n)?|fullmäktige|direktion(?:en)?"
    r"|utskott(?:et)?)$",
    re.IGNORECASE,
)
AUDITORS_DECIDE = re.compile(
    r"^\W*(?:\w*revisorerna|\w*revisionen)\s(?:beslutar|beslutade|fastställer|fastställde|godkänner)\b",
    re.IGNORECASE,
)
OTHER_TITLE = AnyCase(
    r"^(?:revisionsplan|upphandling av revision|anbudsförfrågan|granskningsplan|påminnelse"
    r"|anstånd\b|förlängd (?:svarstid|tid)"
    r"|projektplan|begäran om (?:svar|längre|förlängd|anstånd|komplettering)|besked om"
    r"|förlängning|kallelse\b(?! (?:ut)?(?:sänd|skickad))|reglemente|arvodes)"
    r"|^(?:(?:svar|på|angående|ang\.?|beslut|besked|avseende|rörande|gällande|ansökan|anhållan"
    r"|önskemål|begäran|begärd|förfrågan|om|er|[\w-]+s|en|den)\s){1,6}(?:anstånd|(?:förläng\w+|utöka[dt]"
    r"|längre|mer|ny|nytt|ytterligare)\s(?:av\s)?(?:svars?tid|tid|svarsdatum|svarsfrist))\w*\b"
    r"|\b(?:önskemål|begäran|anhållan|förfrågan|fråga|ansökan|hemställan) om (?:att (?:få )?)?"
    r"(?:lämna |inkomma med )?(?:senare|längre|mer|utökad|nytt|ny|framflytta[dt]|förläng\w+)"
    r" (?:\w+ )?(?:svar\w*|yttrande|tid)\b"
    r"|\b(?:ändra(?:de|d|t)|ny(?:a|tt)?|senarelag\w+|förlängd?a?)"
    r" (?:svarsdag|svarsdatum|svarstid|svarsfrist)\w*$",
)
ASKS_FOR_TIME = re.compile(
    r"\b(?:uppskov|anstånd|(?:förlängd|längre|mer|utökad|ytterligare) (?:svars)?tid(?! på)"
    r"|senare svar\b|(?:lämna|skicka|inkomma med) (?:\w+ ){0,2}svar\w* (?:\w+ ){0,2}"
    r"(?:senare|den .{3,40}"
    r" i stället)|vänta med (?:\w+ )?svar\w*)\b",
    re.IGNORECASE,
)
"""Words of a letter, or of an e-mail, about more time for a reply."""
NOT_OF_AUDIT = re.compile(
    r"^(?:(?:förslag till\s)?(?:svar|yttrande|remissvar)(?:\s\w+){0,2}?\s(?:på|över|om|avseende"
    r"|gällande)\s(?:remiss\w*\b.{0,20})?(?:betänkande|delbetänkande|slutbetänkande|promemoria"
    r"|utredning|lagförslag|detaljplan|motion|medborgarförslag|SOU|Ds\b)"
    r"|(?:plan för intern kontroll|intern ?kontrollplan|verksamhetsplan|reglemente för"
    r"|delegationsordning|attestreglemente|årsredovisning|verksamhetsberättelse|tertialrapport)\b)(?!.*(?:granskning|revis))",
    re.IGNORECASE,
)
"""Titles of papers that may tell of auditors: on a bill of the state, a plan, a board's rules."""
OF_YEAR = re.compile(
    r"(?!.*\b(?:svar|yttrande|granskning av)\b)(?:\w+s )?(?:årsredovisning|årsbokslut"
    r"|bokslut|delårs(?:rapport|bokslut)"
    r"|tertialrapport|ansvarsfrihet|revisionsberättelse|revisorernas berättelse|budget"
    r"|verksamhetsberättelse)\w*\b",
    re.IGNORECASE,
)
"""How the title of a matter begins that is on the accounts of a year."""
SUBJECT = re.compile(r"^(?:(?:ämne|ärende|rubrik|subject|sv|vb|re|fw|fwd)\s*:\s*)+", re.IGNORECASE)
"""What the subject of an e-mail has before it."""
FOLLOW_UP = AnyCase(
    r"^(?:(?:\w+:\s)?(?:vad|så) (?:hände|har (?:det )?(?:hänt|gått))\b|uppföljning\b"
    r"|uppföljande\b|uppföljningsrapport\b|samlad uppföljning\b"
    r"|(?:vår|\w*revis(?:orernas|ionens|orns)) (?:\w+ )?uppföljning\b)"
    r"|^(?:rapport|revisionsrapport)\W{1,4}(?:uppfölj)"
    r"|^(?!.*\b(?:svar|yttrande|synpunkter|anledning av uppföljning|protokoll"
    r"|beslut)\b)(?:.*\buppfölj\w+ av"
    r" (?:[\w,]+ ){0,5}?(?:gransk|rekommend)|.*\båtgärder (?:med anledning av|utifrån|efter)"
    r" (?:\w+ )?(?:rekommend|granskning)|har rekommendationerna\b)",
)
STATUS_LIST = AnyCase(
    r"\b(?:översikt|sammanställning|förteckning|lista|tabell|logg|register|katalog|redovisning)"
    r"\W+(?:[\w-]+ ){0,2}?\w*rekommendation|"
    r"\b\w*rekommendationer\b.*(?:\bbevakning\b|\bavstämning\b|\blägesredovisning\b"
    r"|\b(?:status|läget?) (?:per|den|vid|i|inför)\b)",
)
"""A list of recommendations that tells how far each has come, though it may say "uppföljning"."""
LIST = AnyCase(
    r"\b(?:sammanställning (?:av|över)|lista (?:över|med)|(?:förteckning|tabell|logg|register) över"
    r"|status(?:rapport|lista|redovisning)\w*(?: (?:av|över|för))?"
    r"|bevakning(?: av)?)\b"
    r".{0,40}\b(?:\w*rekommendation|granskning|svar)|\b(?:\w*rekommendations|bevaknings|åtgärds"
    r"|uppföljnings|svars)"
    r"(?:lista|tabell|register|förteckning|logg|matris|översikt|katalog|tavla|sammanställning)"
    r"(?:n|en|t)?\b"
    r"|\b(?:\w*revisorernas|\w*revisionens|vår) \w*(?:lista|logg|förteckning|tavla)\b"
    r"|\b(?:logg|register|översikt|överblick|status|läge\w*|avstämning|matris|lägesredovisning)"
    r" (?:över|av|för|på|med|i)\b.{0,40}\b\w*rekommendation"
    r"|\b(?:status|läge(?:t)?|lista|logg|register|matris)\W+(?:\w+ )?revisionsrekommendation"
    r"|^(?:[\w-]+s ){0,2}(?:öppna|obesvarade|kvarstående|oavslutade|lämnade|samtliga|alla|samlade"
    r"|revisorernas|revisionens|våra|noterade|utestående|aktuella|pågående|(?:ej|inte|icke)"
    r" (?:avslutade|åtgärdade|genomförda))"
    r" (?:\w*rekommendationer|punkter|synpunkter|påpekanden)\b(?! till)"
    r"|^(?:revisorernas |våra )?rekommendationer till (?:(?:flera|alla|samtliga|kommunens|regionens"
    r"|stadens|olika|respektive) )?nämnd(?:er(?:na)?)?(?: och .{3,40})?"
    r"(?:,? (?:19|20)\d\d.{0,10})?$"
    r"|^(?:\w+ )?rekommendationer (?:som |vi )(?:\w+ ){0,5}?(?:bevaka|följ|återstår|kvarstår)\w*"
    r"|^vad (?:har )?(?:vi|\w*revis\w+) (?:har )?rekommendera[dt]e?\b"
    r"|^(?:bilaga\W{1,3}(?:\d{1,2}\W{1,3})?)?\w*rekommendationer"
    r" (?:att (?:bevaka|följa upp|följas upp)|(?:och|med) svar"
    r"|(?:från|ur|i) (?:\S+ ){0,4}granskningar(?:na)?\b"
    r"|(?:från|av) (?:\w+ )?revis(?:orerna|ionen)\b|(?:19|20)\d\d\b"
    r"|under (?:bevak|mandat|uppfölj)|och (?:status|läge))"
    r"|^(?:status|läge(?:s\w*)?|avstämning|bevakning|översikt|uppdatering|förteckning|lista)"
    r"\W+(?:[\w-]+ ){0,2}\w*rekommendationer\b",
)

REVIEW_TITLE = re.compile(
    r"^(?!uppföljande)(?:\w+ )?granskning av\b|^(?:gransknings|revisions)rapport\b", re.IGNORECASE
)
REPLY_TITLE = AnyCase(
    r"^(?:gemensamt\s|kompletterande\s|förslag till\s)?"
    r"(?:svar(?:s(?:blankett|formulär|mall|skrivelse)(?:en)?)?|yttrande|remissvar|bemötande"
    r"|kommentarer(?: och synpunkter)?|synpunkter|komplettering|återkoppling"
    r"|återrapport(?:ering)? till (?:\w+ )?\w*revis(?:orerna|ionen))\b"
    r"(?!\s+(?:senast|önskas|emotses|begärs|ombeds|till oss"
    r"|på (?:(?!revis)\w+ )?(?:\w*fråg\w+|punkt)|(?:per|för varje) \w+$))"
    r"|(?!\w*revis)\w+s\s(?:gemensamma\s)?(?:svar|yttrande)\s(?:på|över|till|med anledning)"
    r"|^(?:ang(?:ående|\.)?|avseende|rörande|gällande|beträffande):?\s(?:er|ert|era)\s"
    r"(?:\w*granskning|\w*rapport|skrivelse)"
    r"|^(?:nämndens |styrelsens )?åtgärdsplan\b.{0,60}(?:granskning|\brevision)",
)
COMPILED = AnyCase(
    r"^(?!gemensam)(?!.*\b(?:[\w-]*(?:nämnden|styrelsen|direktionen|bolaget|förvaltningen)s|vårt)"
    r"\s(?:\w+\s)?(?:svar|yttrande)\b).*?(?:"
    r"\bsvars(?:sammanställning|översikt|matris|tabell|lista|förteckning|redovisning)"
    r"|\b(?:sammanställ\w+|sammandrag|sammanfatt\w+|samlade|förteckning|översikt|redovisning"
    r"|redogörelse|genomgång|tabell|uppställning|lägesbild|avprickning|avstämning|inventering"
    r"|mottagningslista|underlag till \w*revis\w+)\b[^.]{0,40}?"
    r"\b(?:(?:nämnd|in)?svar(?:en)?|yttrandena?|repliker\w*)\b"
    r"|\b(?:svar(?:en)?|yttrandena?)\b[^.]{0,80}[,:–-]\s(?:\w+ )?(?:sammanställning|översikt"
    r"|sammandrag|sammanfattning|genomgång|uppställning|avprickning|tabell)\b(?! bifog)"
    r"|^(?:[\w-]+s )?(?:inkomna|mottagna|(?:[\w-]+ och )?(?:nämnders?|(?:nämnder|styrelser)nas"
    r"|styrelsers|bolagens))(?: och [\w-]+s)? (?:svar|yttranden)\b"
    r"|^(?:svar(?:en)?|yttranden(?:a)?) (?:som (?:har )?(?:kommit|inkommit|lämnats)"
    r"|från (?:(?:de )?(?:granskade|berörda) )?(?:nämnder(?:na)?|samtliga|alla|styrelser|bolagen))"
    r"|^(?:så|vad|hur)(?: har)? (?:svara(?:de|r|t)? )?(?:nämnderna|styrelserna|bolagen"
    r"|de granskade)(?: svara(?:de|r|t))?\b"
    r"|^yttrandena? över (?:\w+ )?granskning|^yttranden över"
    r"|\w[,:]?\s(?:[–-]\s)?(?:inkomna|nämnders?|(?:nämnder|styrelser)nas|bolagens)"
    r" (?:svar|yttranden)$"
    r"|\bså (?:här )?svarade\b(?=.*\b(?:och|samt)\b|\s(?:nämnderna|de)\b)"
    r"|\bvad (?:nämnderna|styrelserna|bolagen|de granskade) (?:har )?svara(?:de|t)\b"
    r"|\b(?:svar|yttranden) (?:i sammandrag|i korthet|per rekommendation)\b)",
)
"""How a compilation of several committees' replies calls itself."""

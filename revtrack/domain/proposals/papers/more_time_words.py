"""The words with which more time for a reply is asked for, given and refused."""

import re

from revtrack.domain.texts.any_case import AnyCase

CONSENTS = (
    r"medge[rs]?|medgett\w*|medgetts|medgav\w*|medgiv\w+|undantag|dispens|tillåtelse|bevilja\w*"
    r"|bifall\w*|biföll\w*"
    r"|godta(?:r|s|gi\w+)?|godtog\w*|godkän\w*|accepter\w*|tillmötesgå\w*|tillstyrk\w*"
    r"|tillgodose\w*|tillåt\w*|gå(?:r|tt)? med på|gick med på|säger ja|sagt ja"
    r"|(?:det )?går bra(?! att (?!(?:\w+ ){0,4}?(?:svar|yttra|lämna|inkom|vänta)\w*))"
    r"|går det bra|ställer sig (?:bakom|positiv\w*)"
    r"|in(?:gen|ga|get) (?:erinran|invändning\w*|hinder|problem|emot)|inget att (?:invända|erinra)"
    r"|inte något (?:emot|att invända)|kommit överens|överens(?:kommelse|kommit)\w*"
)
"""How somebody says yes."""
CONSENT = re.compile(rf"\b(?:{CONSENTS})\b", re.IGNORECASE)
GETS = re.compile(
    r"\b(?:får|fått|fick|erhåll\w+|ges|getts|givits|gett|ger|gav|lämnas|respit till)\b",
    re.IGNORECASE,
)
NOT_GOT = re.compile(
    r"\b(?:inte|ej)(?: \w+)? (?:får|fått|fick|erhåll\w+|getts|givits)\b", re.IGNORECASE
)
REPLY_DAY = (
    r"(?<!\w)svars?(?:tid|dag|datum|frist|dat)(?:en|et|s|ens|ar|arna|er|erna)?"
    r"|\b(?:sista|senaste) (?:dag\w*|datum|tidpunkt)(?: (?:för|att)(?= (?:\w+ ){0,3}?(?:svar"
    r"|yttra|lämna|inkom|komma))"
    r"| (?!för|att))|\btid\w*(?: (?:för|att)) (?:[\w-]+ ){0,4}?(?:svar\w*|yttra\w*)"
)
"""The day or the time that auditors set for a reply."""
MOVES = (
    r"förläng(?:[sdt]|er|as|des?|ts)?|utsträck\w*|utök\w*|senarelägg?\w*|senarela\w+"
    r"|(?:skjut\w*|sköt\w*) (?:upp|fram|på)|flytta\w*|ändra\w*|bestäm[ts]\w*"
)
"""What is done to a day that is put later."""
MOVES_NOW = (
    r"förläng(?:er|de|t|a)|utsträck(?:er|te|t|a)|utöka[rd]?e?|senarelägg(?:er|a)|senarela(?:de|gt)"
    r"|(?:skjut(?:a|er|it)|sköt) (?:upp|fram|på)|flyttar?(?: fram)?|flyttat fram|ändrar?"
)
"""The same where the day follows: no "förlängd svarstid", which may only be asked for."""
MOVED = AnyCase(
    rf"(?:{REPLY_DAY})\b[^.;]{{0,120}}?\b(?:{MOVES})\b"
    rf"|\b(?:{MOVES_NOW})\b(?: [\w-]+){{0,6}}? (?:{REPLY_DAY})\b"
    r"|\b(?:senarelägg\w*|skjut\w* (?:upp|på|fram)|flytta\w* fram|vänta med|dröja med)"
    r"(?: med)? (?:\w+ )?(?:svar|yttrande)\w*"
    r"|\b(?:svar|yttrande)\w* (?:få|få vänta|får vänta|senareläggs|skjuts upp|skjutas upp|dröja)\b"
)
RESPITE = AnyCase(
    r"\b(?:anstånd|respit|uppskov)\w*"
    r"|(?<!ta )(?<!tar )(?<!tog )(?<!tagit )\b(?:förlängd|längre|mer|ytterligare|utökad|extra)"
    r"(?: \w+)? (?:svars?)?tid(?:en)?\b(?! än)"
    r"|\b(?:förlängning|framflyttning|senareläggning)(?:en)?\b"
    r"|\b(?:tid|till|fram till|dag) [^.]{0,30}?på (?:oss|sig|er)\b|\btid på (?:oss|sig|er)\b"
    r"|\bny(?:tt|a)? (?:sista )?(?:svars\w+|dag|datum|tid(?:punkt|en)?"
    r"|frist)\b(?! för (?!\w*svar|\w*yttr))"
    r"|\bsenare(?:lagd)? svars\w+"
    r"|\b(?:medgivits|medgetts|beviljats|tillåtits) att (?:svara|yttra|lämna|inkomma)\b"
)
TO_REPLY = (
    r"(?:svara|yttra sig|återkomma|inkomma|komma in"
    r"|(?:lämna|avge|skicka) (?:\w+ ){0,3}?(?:svar|yttrande)\w*)"
)
ASKED_LATER = AnyCase(
    rf"\b(?:att|om att|kan|skulle)? ?få (?:\w+ ){{0,2}}?{TO_REPLY}\b[^.]{{0,60}}?\b(?:senast"
    rf"|först|till|den|i stället)\b"
    rf"|\b(?:önskar|vill) (?:\w+ ){{0,2}}?{TO_REPLY}\b[^.]{{0,60}}?\b(?:i stället|istället|först)\b"
    r"|\b(?:önskemålet är|föreslår|hoppas|ber|hemställer)\b[^.]{0,60}\b(?:svar"
    r"|yttrande)\w*\b[^.]{0,30}"
    r"\b(?:i stället|istället|kan lämnas|får lämnas|lämnas)\b"
    r"|^(?:är det|går det|kan|skulle|finns det|får|vore det)\b[^.?]*\b(?:svar"
    r"|yttrande)\w*\b[^.?]*\d[^.?]*\?$"
)
"""A wish to reply later, which no word of more time stands in."""
LONGER = re.compile(r"(?:längre|mer|ytterligare|utökad|extra)\b", re.IGNORECASE)
"""Words that are more time for a reply only where they say that it is given or asked for."""
REPLY = re.compile(
    r"\b(?:svar|yttrande)\w*\b|\byttra sig\b|\b(?:in)?komma in\b|\binkomma\b", re.IGNORECASE
)
INSTEAD = re.compile(r"\b(?:i stället|istället)\b", re.IGNORECASE)
TILL = re.compile(
    r"\bfår (?:\w+ ){0,3}?(?:till|tid)\b|\btid\w*\b|\bdag\w*\b|\bdatum\w*\b", re.IGNORECASE
)
WE = r"(?:vi|jag|nämnden|styrelsen|direktionen|bolaget|förvaltningen|kontoret)"
ASKS = re.compile(
    r"\b(?:(?:härmed|därför|varför|och) (?:begärs|önskas|hemställs)|tacksam\w* (?:om|för)"
    r"|begär|anhåller|hemställer|hemställa|ansöker|undrar|vädjar|framställer|hoppas)\b"
    r"|\bber\b(?! er\b(?! om| att få)| \w*nämnden att svara)|\bönskar\b(?! svar)"
    r"|\bföreslå(?:r|s)\b|\bförslag till ny\b"
    r"|\bönskemål(?:et)? (?:är|om att)\b|\b(?:begäran|ansökan|framställan) (?:avser|gäller)\b"
    r"|\b(?:att|beslut\w*) (?:hos \w+ )?(?:begära|anhålla|ansöka)\b"
    rf"|\b{WE} (?:\w+ )?vill (?:ha|få|gärna|be|därför)\b|\bvill (?:ha|få)\b"
    rf"|\bskulle (?:\w+ )?(?:behöva"
    r"|uppskatta|vilja|önska)\b|\bbehöver\b[^.]{0,40}\btid\b|\bbehöver (?:\w+ )?till\b"
    r"|\b(?:kan|om) (?:vi|nämnden|styrelsen|direktionen) (?:kan )?få\b|\bfråg[ar]r? om (?:vi"
    r"|nämnden)\b|\bmöjligt att\b|\?$",
    re.IGNORECASE,
)
"""How those ask for more time whose the paper is."""
ASKED = re.compile(
    r"\b(?:begärt|begärde|begärd|begäran|bett|bad|ansökt|ansökte|ansökan|anhållit|anhöll"
    r"|hemställt|hemställde|hemställan|framställan|framställt|föreslagit|föreslog|föreslagna"
    r"|önskemål\w*|önskat|önskade|önskan|förfrågan|frågat|begärs)\b",
    re.IGNORECASE,
)
"""That somebody has asked, or what was asked for."""
HAS_ASKED = re.compile(
    r"\b(?:har (?:\w+ ){0,3}?(?:begärt|ansökt|bett(?! mig| oss)|anhållit|hemställt|föreslagit"
    r"|önskat)|begärde|ansökte|bad|anhöll|hemställde|föreslog)\b",
    re.IGNORECASE,
)
"""How others tell that more time was asked for, as a reminder does."""
SET_FIRST = re.compile(
    r"\b\w*revis(?:orerna|ionen|orer|ionskontoret)(?: [\w-]+){0,12}? (?:begärt|begärde|önskade"
    r"|anmodat|bett)\b|\b(?:anmoda(?:ts|des|d)|ombe(?:tts|dd|des))\b"
    r"|\bni har (?:begärt|bett) (?!(?:om )?(?:att få|anstånd|längre|förläng|mer))"
    r"|\b(?:begäran|önskemål|önskan) om (?:svar|yttrande)\b"
    r"|\benligt (?:\w+ )?(?:missiv|skrivelse|brev)\w*\b|\bför yttrande\b|\bpå remiss\b",
    re.IGNORECASE,
)
"""That the auditors have asked for the reply, by the day that they set first."""
NOT = r"(?:inte|ej|inte heller|aldrig)"
YES = (
    r"bevilja|medge|medg[ai]v|godkän|godta|bifall|tillmötesg|tillgodose|accepter|förläng|utsträck"
    r"|utök|gå med på|gått med på|gick med på"
)
REFUSED = re.compile(
    r"\b(?:avslå|avslog|avslag|neka|motsätt|avböj)\w*|\butan bifall\b|\bför sent att\b"
    rf"|\b{NOT}\b(?! (?:något (?:emot|att invända)|längre än|senare än))(?:(?!begär|ansök"
    rf"|bett)[^.,;]){{0,40}}?"
    rf"\b(?:{YES}|få (?:till|anstånd|mer|längre|förläng)|räcker|motivera|tillräcklig)\w*"
    rf"|\b(?:{YES}|gick|fick|får|ändra)\w* (?:\w+ ){{0,2}}?{NOT}\b"
    rf"|\b(?:motivera|räck|utgör|berättiga)\w* (?:\w+ ){{0,4}}?(?:{NOT}|ingen|inget|inga)\b"
    rf"|\b(?:{NOT}|ingen|inga|inget)\b(?: \w+)? (?:möjlighet\w*|skäl"
    rf"|anledning|utrymme|grund)[^.]{{0,15}}?\b(?:att|till|för) (?:\w+ ){{0,2}}?"
    rf"(?:{YES}|ge|anstånd|längre|mer|senare|vänta till)\w*"
    r"|\b(?:ingen|inga|inget|inte någon|inte några) (?:\w+ )?(?:förläng\w+|anstånd|respit"
    r"|uppskov)\b"
    rf"|\banser {NOT} att skälen\b"
    r"|\b(?:vidhåll\w*|kvarstår|kvarstod|står fast|ligger fast|håller fast|oförändra\w*)\b"
    r"|\bursprunglig\w* (?:\w+(?:, [^,]{3,30},)? )?(?:gäller|ska gälla|kvarstår)",
    re.IGNORECASE,
)
BUT = re.compile(
    r"(?:;|,? men)\s+(?!har\b|är\b|blev\b|kan\b|(?:inte|ej) (?:längre|senare) än\b"
    r"|(?:inte|ej) (?:till|fram till)\b[^.;]* utan\b"
    r"|(?:endast|bara|högst|längst|dock|som (?:längst|mest))\b)",
    re.IGNORECASE,
)
REASON = re.compile(
    r"(?<!till)(?<!sedan)(?:,? (?:då|eftersom|medan|emedan)|, därför att)\b(?! dess)[^,.;:?]*",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"\b(?:länsstyrelsen|inspektionen för \w+|regeringen|riksdagen|staten|\w+(?:verket"
    r"|inspektionen|myndigheten"
    r"|delegationen|domstolen|rätten|nämnden för \w+))s?\b",
    re.IGNORECASE,
)
"""Those of the state, who give more time for other things."""
AUDITORS = re.compile(r"\b\w*revis(?:or|ion)\w*", re.IGNORECASE)
OTHER_MATTER = re.compile(
    r"\b(?:anstånd|respit|uppskov|tid|frist)(?: till [^.]{4,30}?)?(?<!stället)"
    r"(?: med| för| att| med att)\b"
    r"(?! (?:att )?(?:[\w-]+ ){0,5}?(?:\w*svar\w*|yttra\w*|synpunkt\w*|kommentar\w*|granskning\w*))"
    r"|\b\w+(?:aren|arna|ören|örerna|anten|enten|anterna|enterna)(?<!ledamöterna)(?<!revisorerna) "
    r"(?:har |hade )?(?:fått|får|fick|bevilja\w+|medge\w+|ges|getts)\b"
    r"|\b(?:medborgarförslag|motion(?:en|er|erna)?|enkät\w*|anbud\w*|samrådstid\w*|föreläggande\w*"
    r"|remisstid\w*|vite\w*|avtal\w*|projekt\w*|delårsrapport\w*|verksamhetsberättelse\w*"
    r"|ansökningstid\w*|tillstånd\w*|bygglov\w*|upphandling\w*)\b[^.]{0,80}\b(?:anstånd|förläng\w+"
    r"|flytta\w*|respit|uppskov|uppsk[ju]\w+)"
    r"|\b(?:anstånd|förläng\w*|flytta\w*|respit|uppskov|svarstid\w*)\b[^.]{0,40}\b(?:för|på|av|i"
    r"|med) (?:\w+ )?(?:medborgarförslag|motion(?:en|er|erna)?"
    r"|enkät\w*|anbud\w*|samrådstid\w*|avtal\w*|projekt\w*|delårsrapport\w*"
    r"|verksamhetsberättelse\w*)\b",
    re.IGNORECASE,
)
"""That more time is given for something else than a reply."""
IF = re.compile(
    r"^(?:om|ifall|i de fall|därest)\s|\b(?:endast|bara|enbart) om\b"
    r"|^(?:skulle|behöver|önskar|vill) (?:nämnden|styrelsen|ni|bolaget|någon)\b[^?]*$",
    re.IGNORECASE,
)
"""What a letter says of any who might want more time."""
RULE = re.compile(
    r"^(?:vid|eventuell\w*)\s|\b(?:begäran|ansökan|önskemål) om [^.]{0,40}"
    r"\b(?:ska|skall|bör|kan|måste|lämnas|ställs|görs|skickas|sänds)\b",
    re.IGNORECASE,
)
"""What a letter says of any who might want more time."""
THEIR_WISH = AnyCase(
    r"\b(?:er|nämndens|styrelsens|direktionens) (?:begäran|ansökan|framställan|framställning"
    r"|önskemål|önskan|förfrågan)\b(?! (?:om|att)\b)"
    r"|\b(?:begäran|framställan|framställningen)(?: har)? (?:bevilja|bifall|avsl|medge)\w*"
    r"|\b(?:bevilja|bifall|biföll|avsl[åo])\w* (?:begäran|framställan|framställningen)\b"
)
"""How a letter names what it answers."""
THAT_REPLY = AnyCase(
    rf"\b(?:{CONSENTS})\b[^.]{{0,30}}?\batt\b[^.]{{0,40}}?\b(?:svar|yttrande)\w*\b"
)
ADOPTS = re.compile(
    r"\b(?:godkän\w+|ställ\w* sig (?:bakom|positiv\w*)|bifall\w*|biföll\w*|tillstyrk\w*)\s"
    r"(?:(?!att\b)[\w-]+\s){0,4}?(?:\w*svar|svaret|yttrande\w*|förslag\w*|rekommendation\w*"
    r"|rapport\w*|protokoll\w*)\b",
    re.IGNORECASE,
)
"""That a reply is adopted, or a recommendation agreed to."""


LETS = re.compile(
    r"\b(?:ges|fått|gett|får|ger|getts) (?:[\w-]+ ){0,4}?(?:besked om att|klartecken|tillåtelse"
    r"|lov|möjlighet)\b"
    r"[^.]{0,40}\b(?:svar|yttra)\w*",
    re.IGNORECASE,
)
"""How somebody may reply later, where it is said that this is instead of another day."""


WE_GIVE = re.compile(
    r"\b(?:vi|jag|\w*revis(?:orerna|ionen|orer|ionskontoret))\b(?: [\w,-]+){0,9}? (?:medger"
    r"|beviljar"
    r"|godtar|accepterar|bifaller|godkänner|förlänger|flyttar|senarelägger|ger|avslår)\b",
    re.IGNORECASE,
)

"""What stands before a day by which a letter asks for a reply, and between several of them."""

import re

from revtrack.domain.texts.any_case import AnyCase

_LATEST = re.compile(
    r"\b(?:senast|före|till och med|t\.?\s?o\.?\s?m\b\.?|(?:inte|ej) senare än|fram till|innan)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|:\s)svar(?:et)?(?:\still\s\w+)?(?=\s*:)|^svar(?:et)?(?:\still\s(?:\w*revis\w+|oss)|\sbegärt)\s*$"
    r"|\b(?:svarsdatum|svarsdag|svarsfrist(?:en)?|svarstid(?:en)?"
    r"|tid för svar(?:et)?"
    r"|(?:sista )?(?:dag(?:en)?|datum(?:et)?) för svar(?:et)?"
    r"|sista svarsdag(?:en)?|sista datum(?: för svar)?"
    r"|dag för yttrande|sista dag(?:en)? för yttrande)\b"
    r"(?:\s(?:enligt|i) [\w-]+(?:\s[\w-]+)?)?"
    r"(?:\s(?:är|var|löper ut|löpte ut|går ut|gick ut|sätts till|sattes till|bestäms till"
    r"|bestämdes till|har satts till|slutar|slutade|utgår|utgick))?\s*:?"
    r"\s*(?:den\s*)?$",
    re.IGNORECASE,
)
"""What names the day that follows it: "Svarsdatum:", "svarstiden går ut den"."""
LABEL_CELL = re.compile(r"^\s*(?:svar|yttrande|sista|senaste)\w*\b[^.]{0,45}$", re.IGNORECASE)
"""The first cell of a row that says by which day a reply is asked for."""
_MEETING = re.compile(r"\btill (?:\w+ ){0,2}(?:sammanträde|möte)\w*\s*(?:den\s*)?$", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:önskas|emotses|begärs|lämnas|inkomma|inlämnas|önskar|emotser)\s+"
    r"(?:\S+\s+){0,3}till (?:den\s*)?$"
    r"|\b(?:ser fram emot|emotser|motser|önskar|begär|förväntar|vill ha|vill få|behöver)\b"
    r"[^.]{0,60}?\b(?:den|till)\s*$"
    r"|\bhar (?:fram )?till (?:och med )?(?:den )?$"
    r"|\bsvar(?:et|en)? (?:begärdes|önskades|emotsågs|ombads) (?:in )?(?:till|per) (?:den )?$"
    r"|\bbegäran om (?:svar|yttrande)\w* (?:senast )?till (?:den )?$|\bbegärt till (?:den )?$"
    r"|\b(?:ska|skall|bör|har att) svara (?:revisorerna |revisionen )?till (?:den )?$"
    r"|\b(?:begärt|önskat|bett om|efterfrågat|velat ha|begärde|önskade|ville ha|bad om)"
    r" (?:\w+ ){0,3}?(?:svar|yttrande|besked)\w* (?:\w+ ){0,3}?(?:till|per) (?:den )?$"
    r"|\bsvar(?:et)? (?:har (?:\w+ )?|är )?(?:begärts|begärt|önskats|önskat|utbetts|begärs) till "
    r"(?:och med )?(?:den )?$"
    r"|\b(?:önskas|begärs|emotses)\b[^.]{0,40}\b(?:möte|sammanträde)\w*\s(?:den\s)?$"
    r"|\b(?:begär(?:t|s|de|des|ts)|önska(?:t|de|des|ts)"
    r"|(?:har|hade|\w*revis\w+|vi) (?:bett|bad|ber)"
    r"|ombe(?:ds|tts|dd|des)|ombads|uppmana(?:s|t|ts|des)|anmoda\w*)\b"
    r"(?![^.;]{0,60}(?:tid|anstånd|förläng|respit))[^.;:]{0,110}?\btill (?:och med )?(?:den )?$"
    r"|\b(?:fått|fick|har) (?:på sig|tid) (?:fram )?till (?:och med )?(?:den )?$",
    re.IGNORECASE,
)
_TO_BE_IN = re.compile(
    r"\b(?:ska|skall|skulle|bör|önskas|förväntas)\b[^.]{0,60}?\b(?:inkom\w+|in(?:ne|lämna\w*|sänt)"
    r"|kommit in|till\s?handa|avges|avlämnas|lämnas in|finnas hos)\b"
    r"(?:[^.]{0,60}?\b(?:den|per))?\s*$|\blämnas\b[^.]{0,60}\bper\s(?:den\s)?$",
    re.IGNORECASE,
)
"""Words before a day on which a reply is to be there."""
REPLY = AnyCase(
    r"\bsvar|\byttra|\bsynpunkt|\bkommentar|\binkom|\binlämn|\bskrivelse|\båterkomm|\bbesvara"
    r"|\bredovisa(?:s|r|)\b|\bstatus|\bbemöt|\bställningstag|\btagit ställning|\bhandlingsplan"
    r"|\bredogör|\b(?:syn|inställning|uppfattning|hållning) på\b"
    r"|\båtgärdsplan|\bmeddela|\bbesked|\bställer sig\b|\bhöra? av\b|\breaktion|\bredogörelse"
    r"|\båterkoppl|\b(?:vidtagna|vilka|nämndens|styrelsens|planerade) åtgärder|\bbeskrivning av"
    r"|\bredovisning(?:en|arna)?\b[^.]{0,40}\b(?:oss|revis\w+)\b"
    r"|\b(?:veta|få reda på|höra) (?:hur|vad|om|vilka)\b"
    r"|\b(?:tänker|avser|ämnar) (?:göra|vidta|åtgärda)|\byttrande|\brapportera"
    r"|\bbegärt till\b|\båtersänd|\bskickas? (?:\w+ ){0,4}(?:åter|tillbaka)\b"
    r"|\b(?:blankett|formulär|svarsmall)\w*\b[^.]{0,60}"
    r"\b(?:sänd|skicka|lämna|returner|mejla|till oss)"
    r"|\b(?:sänd|skicka|lämna|returnera|mejla)\w*\b[^.]{0,30}\b(?:blankett|formulär|svarsmall)"
    r"|\bremisst|\bskriv (?:\w+ )?till oss\b|\blåt oss\b",
)
EXTENDED = re.compile(
    r"\bförläng|\banstånd|\brespit|\bytterligare tid|\bny svarsdag", re.IGNORECASE
)


_SETS_TASK = re.compile(
    r"\buppdra(?:r|ga|gas|s)?\s(?:åt|till)\b|\bge[rs]?\b[^.]{0,60}\bi uppdrag\b", re.IGNORECASE
)
"""Words by which a decision gives somebody a task."""
_OF_REPLY = re.compile(r"\b(?:svar(?:et|a)?|yttrande(?:t)?|yttra|\w*revis\w+)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\binom \w+ (?:månad|veck)\w* (?:räknat )?(?:från|efter)(?: och med)? (?:den )?$",
    re.IGNORECASE,
)
"""What stands before a day that is counted from another."""
SHAPES = (_LATEST, _WITHIN, _BY, _MEETING, _TO_BE_IN, _LABEL)
"""What may stand before a day by which a reply is asked for."""
FORMER = re.compile(r"\bi stället för (?:till )?(?:den )?$", re.IGNORECASE)
"""What stands before the day that another takes the place of: in a reply that asks for more time
it is the day that the auditors asked for, in their own letter it is asked for no more."""
LAST_DAY = re.compile(r"(?:sista|senaste)\s(?:dag|datum|svarsdag)(?:en)?\b", re.IGNORECASE)
"""How a sentence begins that gives the last day for what the one before it asks."""
_SOME = (
    r"(?:(?:(?:båda|bägge|samtliga|alla|de|övriga)\s(?:\w+\s)?)?nämnde(?:rna|r|n)"
    r"(?:\s\([\w ]{1,9}\))?(?:,\s|\s(?:och|samt)\s(?:från\s|av\s)?)?)+"
)
"""Committees, each standing as "nämnden"."""
FROM_WHOM = re.compile(
    r"\b(?:(?:önskas|emotses|begärs|förväntas|motses|väntas|inväntas|efterfrågas)"
    r"(?:\s(?:svar|yttrande)\w*)?\s(?:senast\s)?(?:från|av)"
    r"|(?:svarsdatum|svarsdag(?:en|ar)?|svarsfrist\w{0,2}|svarstid\w{0,2}|dag(?:ar)? för svar)"
    r"\s?(?::|är|för)(?:\sför)?)\s"
    rf"{_SOME}\s?(?:(?:är\s)?den|är|:|till(?:\sden)?|per)?\s*$",
    re.IGNORECASE,
)
"""Words before a day that ask those who are named, each standing as "nämnden", for a reply."""
HOLDS = re.compile(
    r"\b(?:gäller|är (?:svars)?(?:dagen|datumet|tiden|dag|datum))\b[^.]{0,40}$"
    r"|\b(?:motsvarande|sista) (?:dag|datum|tid)\w*\b[^.]{0,60}$"
    r"|\b(?:har|får|ges|medges)\b[^.]{0,30}\b(?:tid|till)\b[^.]{0,20}$",
    re.IGNORECASE,
)
"""Words before a day, after a sentence that asks for replies by another one."""
GOES_ON = re.compile(
    r"[\s,;:()/&.–-]*(?:(?:och|samt|men|medan|dock|respektive|resp|från|för|av|till|den|senast|per"
    r"|nämnden|nämnder(?:na)?|styrelsen|bolaget|övriga|samtliga|resterande|andra|de|i övrigt"
    r"|svarar?|svaret|ska|gäller|önskas|emotses|begärs|motsvarande|dag|datum|är|lämnar|vad|när|det)\b[\s,;:()/&.–-]*)*",
    re.IGNORECASE,
)
"""What may stand between two days that are asked for in one sentence."""
PAST = re.compile(
    r"\b(?:skulle|var|hade|bad|ombads|begärdes|önskades|emotsågs"
    r"|har (?:begärts|önskats|passerat|löpt ut))\b|\bpåmin",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:önsk|emots|motse|begär|förvänt|vill|ska|skall|bör|behöver|ser fram|ber|bereds|ges|anmoda"
    r"|uppmana|ombe|tacka|gärna|låt|satt|satts|bestäm|går ut|löper ut|slutar|så att)\w*\b",
    re.IGNORECASE,
)
"""What asks for something."""
AUDITORS = AnyCase(r"\b(?:vi|oss|vår[at]?|\w*revis\w+)\b")
SOMEBODY_ASKS = AnyCase(
    r"\b(?:begär(?:t|de)?|kräv(?:er|t|de)|vill|ville|önska[rt]|ber|bad|bett|anmoda[rt]"
    r"|föreläg(?:ger|gt)|förelade|uppmana[rt]|emotser|förvänta[rt])\b"
)
"""Words by which somebody asks, in a report not always the auditors: "IVO har begärt att …"."""
SINCE = re.compile(r"\b(?:sedan|alltsedan) (?:den )?$", re.IGNORECASE)
"""What stands before a day from which something has been so."""
OF_IT = re.compile(
    r"(?:(?:ni|de|\w*revis\w+) (?:vill|ville|önskade|begärde|har begärt) (?:ha |få |in )?)?"
    r"(?:svaret|redovisningen|yttrandet|uppgifterna|underlaget|det|detta)\b[^.]{0,60}"
    r"\b(?:senast|före)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says by when what the one before it asks is to come."""
ELSEWHERE = re.compile(r"\bi en (?:egen|annan|tidigare|separat) granskning\b", re.IGNORECASE)
"""Words of what others ask for in another audit."""
FOOTNOTE = re.compile(r"\W*(?:senast|före|sista)\b", re.IGNORECASE)
"""How a note begins below a letter that gives the day for what the letter asks."""
LEADS = re.compile(
    r"(?::|\b(?:senast|följande|nedan))$"
    r"|^(?:sista )?(?:svarstid|svarsdag|svarsfrist|svarsdatum|dag(?:ar)? för svar)\w{0,2}$",
    re.IGNORECASE,
)
"""How a line ends below which days are listed."""
OF_ITEM = re.compile(
    r"\b(?:senast|den|per|till|från|för|av|och|samt|ska|svarar?|svar|lämnar"
    r"|inkommer|dag|datum|svarsdag|svarsfrist|klockan|kl\.? \d[\d.:]*"
    r"|ordinarie|må|ti|on|to|fr|(?:mån|tis|ons|tors|fre)dag(?:en)?)\b",
    re.IGNORECASE,
)
"""Words beside a name and a day in a list of them."""
YEARLY = re.compile(
    r"\W*(?:varje|vart\w*|nästföljande|följande)\s(?:\w+\s)?år\b|\W*årligen", re.IGNORECASE
)
"""What stands behind a day that returns each year, and is not one that a letter asks for."""
OCCASION = re.compile(
    r"\b(?:sammanträde|möte|årsstämma|stämma|behandla|träffa|presentera|träd|antog|beslut|gäll|följ)\w*\b[^,]*$",
    re.IGNORECASE,
)
"""Words before a day on which something else is to happen."""


def sets_task(sentence: str) -> bool:
    """Tell whether a sentence of a decision gives somebody a task, other than to reply."""
    task = _SETS_TASK.search(sentence)
    return task is not None and _OF_REPLY.search(sentence, task.end()) is None

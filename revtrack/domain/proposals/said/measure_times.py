"""Words of when a measure is: ahead, since some day, at present, again and again."""

import re

from revtrack.domain.days.written_days import ANY_MONTH
from revtrack.domain.texts.any_case import AnyCase

MONTH = rf"(?:{ANY_MONTH})"
_SEASON = r"(?:våren|hösten|sommaren|vintern|årsskiftet|halvårsskiftet)"
_PART_OF_YEAR = r"(?:första|andra|tredje|fjärde) (?:kvartalet|halvåret|tertialet)"

AHEAD = AnyCase(
    r"(?<!\w[dt]es )(?<![gv]s )(?<!ats )\bsenast (?:den |i |till |under |vid |före )*"
    rf"(?:\d|{MONTH}|{_SEASON}|20[2-9]\d|nästa|årets)"
    rf"|\b(?:från|fr\.?o\.?m\.?) (?:och med |den |\d+ )*(?:{MONTH}\w*|{_SEASON}"
    r"|nästa|kommande|läsåret|säsongen)|(?:\bfrån och med|\bfr\.?o\.?m\.?|^från) (?:\w+(?:et|en"
    r"|an) )?20\d\d"
    rf"|\b(?:till|före|innan|inför|med|på) (?:(?!i\b|under\b|vid\b)\w+ |början i "
    rf"|start i ){{0,2}}?(?:nästa|kommande|{_SEASON}"
    rf"|{MONTH}|läsåret|vårterminen|höstterminen|semestern|midsommar|jul|sportlovet|höstlovet"
    rf"|årets slut|mandatperiod\w*|säsongen|{_PART_OF_YEAR}|kvartal|20\d\d)"
    r"|\bi (?:höst|vinter|sommar|vår)\b|\b(?:nästa|kommande|innevarande|nästkommande)\b"
    r"|\b(?:framöver|framgent|fortsättningsvis|hädanefter|i fortsättningen|på sikt|inom kort"
    r"|snarast|skyndsamt|så snart|efter hand|allteftersom|i samband med|i nästa)\b"
    r"|\b(?:under|i) (?:slutet|början|mitten) av\b"
    r"|\bunder året\b|\binom \w+ (?:månader|veckor|år)\b|\befter (?:sommaren|semest\w+|nyår"
    r"|årsskiftet|jul|påsk|\w*lovet)\b"
    r"|\bdärefter\b(?! (?:har|hade|är|\w+(?:ades|ndes|rdes|ldes))\b)|\bi budget(?:en)? (?:för "
    r"|inför )?20\d\d|\bså småningom\b",
)
"""A time that lies ahead."""
DATED = AnyCase(
    rf"\b(?:i|under|den|vid|hösten|våren|sommaren|vintern) (?:\w+ ){{0,2}}?(?:{MONTH}|{_SEASON}"
    rf"|20\d\d|kvartal|vårterminen|höstterminen|{_PART_OF_YEAR})\b|\bden \d+ \w+"
    r"|\b(?:höstens|vårens|sommarens|årets)\b|\b[qvht]{1,2}\W?\d{1,2}\b"
    rf"|\b{MONTH}(?:möte|sammanträde)\w*|\b(?:kvartal|kv|vecka|v\.) ?\d|\b{MONTH}\b"
    r"|(?<!\bplanen för )\b20[1-9]\d\b"
    r"|\b(?:jan|feb|apr|aug|sept?|okt|nov|dec)\b",
)
"""A time, behind or ahead."""
FROM_FIRST = re.compile(
    r"^(?:från|fr\.?o\.?m|senast|till|inför|med start|med början)\b", re.IGNORECASE
)
"""How a sentence begins that says first from when on something is to be."""
SINCE = re.compile(
    rf"\bsedan (?:\w+(?:et|en|an) (?=(?:i|den|för|per|vid|20\d\d)\b)(?:i |för |per "
    rf"|vid )?)?(?:den |i |\d+ |början av |slutet av |början på |och med )*(?:{MONTH}|{_SEASON}"
    r"|20\d\d|i?(?:våras|höstas|somras|vintras|fjol)|tidigare|länge|flera|många|några|ett|en tid"
    r"|nyår|vecka \d|jul|påsk|midsommar|\w+dagen|starten|granskning\w*|förra|bytet|dess|införandet"
    r"|sportlovet|läsåret|\w*sammanträdet"
    r"|\w+starten|\w+terminen)",
    re.IGNORECASE,
)
"""A time from which on something is so."""
LONG_SINCE = re.compile(
    r"\bsedan (?:tidigare|länge|många|flera|några|lång tid|en tid|starten|början)\b", re.IGNORECASE
)
"""Words of what has been so for long."""
NOW = re.compile(
    r"\b(?:just nu|för närvarande|i nuläget|för tillfället|i dagsläget|nu)\b(?! (?:inte|ej)\b)",
    re.IGNORECASE,
)
GRADUAL = re.compile(
    r"\b(?:efter hand|allt ?eftersom|successivt|etappvis|stegvis|i takt med|i den takt|bit för bit"
    r"|del för del|undan för undan|i etapper|en i taget)\b",
    re.IGNORECASE,
)
"""Words of what is done bit by bit."""
MONTHS_APART = re.compile(
    rf"\b{MONTH}, {MONTH} (?:och|samt) {MONTH}\b|\b(?:februari|mars|april|maj) och"
    r" (?:augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)
"""Months in which something is done each year."""
ONCE = AnyCase(r"\b(?:när(?! det gäller)|så snart|innan|först när|först då)\b")
"""Words of what has to come before."""
BY_NOW = re.compile(
    r"\b(?:numera|nu för tiden|sedan dess|nuförtiden|numer)\b"
    r"|\bredan\b(?! (?:i (?:höst|vår|sommar|vinter|maj|juni|augusti|september|januari|mars)"
    r"|vid|när|till|under|nästa))",
    re.IGNORECASE,
)
"""Words of what is so by now, and was not before."""
HABIT = re.compile(
    rf"\bper {MONTH}(?:,| och) |"
    r"\b(?:varje|varannan|vartannat|vart (?:tredje|fjärde|femte)|var (?:tredje|fjärde|fjortonde)"
    r"|löpande|regelbundet|årligen|årsvis"
    r"|månadsvis|kvartalsvis|månatligen|kontinuerligt"
    r"|systematiskt|alltid|(?:en|två|tre|fyra) gånger|en gång|veckovis|dagligen|i (?:alla"
    r"|samtliga|varje) (?:fall|ärenden?|lägen)"
    r"|(?:alla|varje|samtliga|var) (?:nya?|nytt|inkomna?|inkommande) \w+)\b",
    re.IGNORECASE,
)
"""Words of what is done again and again."""
OFTEN = re.compile(
    r"\b(?:månat|månads|vecko|veckans|kvartals|regelbun|återkommande|dagliga|årli|årsvisa)\w*",
    re.IGNORECASE,
)
"""How words begin that say of a thing that it comes again and again."""
TODAY = re.compile(
    r"\b(?:i ?dag|nuvarande|befintlig\w*|dagens(?! (?:möte|sammanträde))|gällande|hittills|ännu"
    r"|fortfarande)\b"
    r"|\btidigare\b(?! (?:under|i år|samma|denna|detta|på|vid))",
    re.IGNORECASE,
)
"""Words of how things stand before anything is done."""
OF_OLD = re.compile(
    r"\bfrån (?:år )?(?:19|20)\d\d\b|\b(?:antogs|beslutades|fastställdes|infördes|upprättades"
    r"|reviderades|skrevs"
    r"|togs fram|senast) (?:\w+ ){0,2}?(?:19|20)\d\d\b|\bbara\b|\bendast\b|\benbart\b",
    re.IGNORECASE,
)
"""Words of how old, or how narrow, what there is, is."""


def latest_year(text: str) -> int:
    """Return the latest year that a text names; nought where it names none."""
    return max((int(each) for each in re.findall(r"\b20\d\d\b", text)), default=0)


def tells_time(sentence: str) -> bool:
    """Tell whether a sentence says when something is."""
    return any(shape.search(sentence) for shape in (AHEAD, DATED, SINCE))

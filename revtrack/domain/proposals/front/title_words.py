"""The words of a title: what is none, and what stands around that of the audit."""

import re
from functools import lru_cache

from revtrack.domain.texts.any_case import AnyCase

NO_TITLE = re.compile(
    r"^(?:(?:från|skickat|kopia|cc|from|to|sent)\s*:.*|.*\bföreslås besluta\W*|påminnelse"
    r"|(?:[\w,-]+\s){0,4}[\w-]+s\s(?:svar|yttrande|remissvar|förslag(?:\still\sbeslut)?)"
    r"(?:\s(?:till|på|över)\s(?:\w+\s)?(?:\w*revis(?:orerna|ionen)|granskningen|rapporten))?"
    r"|revisions?rapport|rapport|(?:fördjupad |uppföljande |grundläggande )?(?:förstudie"
    r"|granskning)|granskning (?:på uppdrag av|(?:utförd|genomförd|gjord) (?:av|på|under)) .*"
    r"|granskningsrapport|yttrande|svar|missiv|följebrev"
    r"|revisionsskrivelse"
    r"|skrivelse|innehåll(?:sförteckning)?|till\b.*|för kännedom.*|bilag\w*.*|dnr.*|datum.*"
    r"|resultat av granskningen|syftet?\b.*|antal sidor.*|sida \d.*|granskningens (?:syfte"
    r"|resultat)"
    r"|(?:svar|yttrande)\s(?:på|över|till)\s(?:\w+\s)?(?:revisions|gransknings)?rapport(?:en)?,?"
    r"|\w*revisionen|\w*revisorerna|(?:yttrande|svar|missiv|pm|rapport|skrivelse)\s+\d{4}-\d\d-\d\d"
    r"|(?!.*\b(?:av|inom|i|hos|vid|för|om)\b)"
    r"(?:[\w,-]+ ){0,4}[\w-]*(?:nämnden|styrelsen)(?: \(.*)?"
    r"|.*(?:^|[.,] )(?:vice )?ordförande\b.*"
    r"|(?:rapporten |granskningen |resultatet )?i korthet"
    r"|(?:bakgrund|utgångspunkt|underlag|syfte|fråg|metod|resultat|inledning)\w*"
    r" (?:till|för|av|med|i) (?:\w+ )?granskning(?:en)?"
    r"|granskningsresultat|uppdraget|granskningen"
    r"|.*\brekommendation(?:er)?|.*\bför kännedom"
    r"|(?:svar|yttrande|remissvar|återkoppling|synpunkter|kommentarer|begäran)"
    r"(?:\s(?:till|från|av)\s(?:[\w-]+\s){0,3}?[\w-]*(?:revis\w+|nämnden|styrelsen)(?:\si\s\S.*)?"
    r"|\s(?:med anledning av|på|över|om|efter)\s(?:\w+\s)?(?:granskning|revision)(?:en)?)"
    r"|(?:med )?(?:vänlig\w*|bästa) hälsning(?:ar)?|(?:på|enligt|efter) uppdrag\b.*"
    r"|[\w-]*(?:(?:chef|direktör|sekreterare|utredare|strateg|handläggare|ledare|controller|ekonom"
    r"|samordnare|inspektör|presidium)(?:en)?|rektor|vd|verkställande direktör)"
    r"|(?:[\w-]+- och )?[\w-]+(?:chef|direktör|sekreterare)(?:, .*)?"
    r"|(?:.{0,30}\b(?:om|av|på) )?(?:anstånd|(?:förlängd|förlängning av|utökad|längre|mer|ny|nytt)"
    r"\s(?:svar\w*|tid|datum|dag))\b.{0,40})$",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"^(?:(?:(?:sv|vb|re|fw|fwd)(?=:)|missiv|följebrev|revisionsrapport|granskningsrapport|rapport"
    r"|remiss(?:\s(?:från|av)\s\w*revis\w+)?|skrivelse|revisionsskrivelse"
    r"|svars(?:matris|sammanställning|översikt|tabell)"
    r"|(?:sammanställning|sammandrag|översikt) (?:av|över) (?:\w+ )?svar"
    r"(?: på \w*rapporten)?|inkomna svar"
    r"|(?:\w+s\s)?granskning(?:en)?\s(?:år\s)?(?:19|20)\d\d(?=\s?:)"
    r"|[^:]{0,30}\b(?:anstånd|tid)\b[^:]{0,20}\bsvar\w*(?=:)"
    r"|ang(?:ående|\.)?|avseende|ärende|ämne|subject|gäller|titel|rubrik|granskning(?=:))"
    r"\s*(?:(?:nr\s?)?\d[\d/:-]*\d|nr\s?\d+)?\s*(?::|[–-]\s|(?=[”“\"»])"
    r"|\s(?:(?:er|den|revis\w+s)\s)?(?=[Gg]ranskning))\s*)+",
    re.IGNORECASE,
)
_ABOUT_AUDIT = re.compile(
    r"^(?!.{0,40}\buppfölj).{0,40}?\b(?:svarstid(?:en)?|anstånd|påminnelse|svar|yttrande|begäran|komplettering|förslag"
    r"|återrapport\w*|redovisning|åtgärd\w*)\b"
    r"(?:.{0,30}?(?:\b(?:för|avseende|om|på|över|efter|utifrån|gällande|till|anledning av"
    r"|angående)\s+|\s[–-]\s)|,?\s)"
    r"(?=(?:\w+s\s)?granskning)",
    re.IGNORECASE,
)
"""What a letter about an audit has before the audit's title."""
_WHOSE_REPLY = re.compile(
    r"^(?:(?:gemensamt|kompletterande|slutligt|förslag till|[\w-]+s)\s){0,3}"
    r"(?:svar(?:s(?:blankett|formulär|mall|bilaga)(?:en|n)?)?|yttrande|remissvar|synpunkter"
    r"|kommentarer)(?:\s(?:från|av)\s[^:–]{3,90}?)?"
    r"(?:\still\s(?:[\w-]+\s){0,3}?\w*revis(?:ionen|orerna|orer))?"
    r"(?:\s*[:–,-]|(?=\sgranskning)|\s(?:på|över|om|för(?=\sgranskning)|angående|avseende|gällande|rörande|kring|beträffande"
    r"|med anledning av))\s+(?!(?:\w+\s)?(?:\w*fråg\w*|rekommendation\w*)$)",
    re.IGNORECASE,
)
_WHICH_REPORT = re.compile(
    r"^(?:(?:\w+s|den)\s){0,2}(?:(?:revisions|gransknings)?rapport|revisionsskrivelse|skrivelse)"
    r"(?:en|n)?\s*(?:(?:nr\s?)?\d[\d/:]*\s*)?"
    r"(?:[:–,-]|\b(?:om|angående|avseende|gällande|rörande|kring|beträffande)\b|(?=[”“\"])"
    r"|\s(?=granskning|förstudie|uppföljning)|\s(?=(?-i:[A-ZÅÄÖ])[a-zåäö]{2,}\s[a-zåäö]))\s*",
    re.IGNORECASE,
)
_AS_REPLY = re.compile(
    r",\s(?:(?:vår[at]?|[\w-]+s)\s)?(?:svar|yttrande)(?:\s(?:till|från|av)\s[^–-]{3,40})?$|,?\s*[–-]\s*(?:\w+s\s)?(?:svar|yttrande|påminnelse|anstånd|begäran)(?:\s[^–-]{0,60})?$",
    re.IGNORECASE,
)
"""What a reply's title has around the title of the audit."""
_PAGE = re.compile(
    r"\s\(?(?:[Uu]pprättad|[Uu]ppdaterad|[Ss]ammanställd)\s(?:av\s|den\s)?.{0,60}$"
    r"|\s*\((?:revisions|gransknings)?rapport\s(?:nr\s?)?\d[\d/:-]*\)$|"
    r",\snr\s?\d[\d/:-]*$|\s[–-]\sförslag\still\s(?:svar|yttrande)$|"
    r"\s(?:[Jj]anuari|[Ff]ebruari|[Mm]ars|[Aa]pril|[Mm]aj|[Jj]uni|[Jj]uli|[Aa]ugusti|[Ss]eptember"
    r"|[Oo]ktober|[Nn]ovember|[Dd]ecember)\s20\d\d$|"
    r"(?:,|,?\s*[–-])\s(?:revisions|gransknings)?rapport\s(?:nr\s?)?\d[\d/:-]*$|"
    r"\s+\d{1,3}\s?\(\d{1,3}\)$|\s*\((?:[Dd]nr:?\s*)?(?:[A-ZÅÄÖ]{1,6}[ /:-]?)?\d{2,4}[:/-]\d+\)$"
    r"|\s+[A-ZÅÄÖ]{2,6}(?:\s\d{4}|[/ ]\d{2,4}|\d{2,4})[/:-]\d+$"
    r"|,?\s(?:[Dd]nr:?\s)?[A-ZÅÄÖ]{2,5}-\d{4}-\d+$|\s*\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,7}\s\d{4}[:/-]\d+\)$"
    r"|,?\s*[Ää]rende(?:nr|nummer):?\s*\S{4,20}$"
    r"|,?\s*[Dd](?:ia)?(?:rie)?nr:?\s*(?:[A-ZÅÄÖ]{1,6}[ /:-]?)?\d{2,4}[:/-]\d+$"
)
"""A page number, or a diary number in brackets, at the end of a line."""
_REPORT_NAMED = re.compile(r"^(?:[Rr]evisions|[Gg]ransknings)?[Rr]apporten\s(?=[A-ZÅÄÖ])")
_OF_YEAR = re.compile(r"^(?:\w+s\s)?granskning\s(?:19|20)\d\d\s?:\s", re.IGNORECASE)
_OF_REPORT = re.compile(
    r"^(?:[Rr]evisions|[Gg]ransknings)rapport(?:en)?\s(?:(?:nr\s?)?\d[\d/:-]*\d\s)?"
    r"(?:(?:om|angående|avseende|gällande|rörande|kring)\s(?=[a-zåäö])|(?=[A-ZÅÄÖ][a-zåäö]{2,}))"
    r"(?=.{8})"
)
"""A report before its matter, with no mark between: "Revisionsrapport 6/2019 om inköp"."""
_OF_AUDITORS = AnyCase(
    r"^er\s(?=gransk|skrivelse|rapport)|^(?:\w+s\s)?(?:\w*revisorernas|\w*revisionens|\w*revisorers)\s+"
    r"(?=(?:fördjupade? |uppföljande )?granskning)",
)
SHORTEST_TITLE, LONGEST_TITLE = 8, 140


@lru_cache(maxsize=10_000)
def audit_title(text: str) -> str:
    """Return the title of the audit that a line gives, without what stands before it."""
    said = _PAGE.sub("", " ".join(text.split())).strip('*”“" ')
    said = _REPORT_NAMED.sub("", said)
    bare = _without_reply(_TITLE_LABEL.sub("", said).strip(' :*”“"'))
    bare = _OF_YEAR.sub("", bare)
    bare = _OF_REPORT.sub("", _OF_AUDITORS.sub("", _ABOUT_AUDIT.sub("", bare)))
    return bare[:1].upper() + bare[1:]


def _without_reply(text: str) -> str:
    """Return a title without the words by which it is a reply's: whose, to whom, on a report."""
    bare = _AS_REPLY.sub("", _WHOSE_REPLY.sub("", text))
    if bare == text:
        return text
    bare = _WHICH_REPORT.sub("", bare).strip(' :*”“"')
    return bare if is_title(bare) else text


def is_title(text: str) -> bool:
    """Tell whether words may be a title, and are no mere name for a kind of paper."""
    return len(text) >= SHORTEST_TITLE and NO_TITLE.match(text) is None

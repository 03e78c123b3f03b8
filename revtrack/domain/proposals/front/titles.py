"""What a report or letter, or the audit that a reply is about, is called."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.title_case import in_running_case
from revtrack.domain.proposals.proposal import Found
from revtrack.domain.proposals.text.headings import is_usual_heading
from revtrack.domain.texts.any_case import AnyCase
from revtrack.domain.texts.likeness import content_stems
from revtrack.domain.texts.numerals import PAIR
from revtrack.domain.texts.paper import Line, LineKind
from revtrack.domain.texts.prose import name_key

_IS_TITLE = re.compile(
    r"\b(?:fördjupad\s|uppföljande\s|grundläggande\s|förstudie|granskning(?:en|ar)?\b|uppföljning\b"
    r"|revision\sav\b|\w+granskning\b|översyn\b)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:revisions?rapport|rapport|(?:fördjupad |uppföljande |grundläggande )?(?:förstudie"
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
    r"|granskningsresultat|uppdraget|granskningen|.*\brekommendation(?:er)?|.*\bför kännedom"
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
_OF_MATTER = re.compile(r"\b(?:av|om|rörande|avseende|kring)\s", re.IGNORECASE)
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
    r"(?:svar|yttrande|remissvar|synpunkter|kommentarer)(?:\s(?:från|av)\s[^:–]{3,90}?)?"
    r"(?:\still\s(?:[\w-]+\s){0,3}?\w*revis(?:ionen|orerna|orer))?"
    r"(?:\s*[:–,-]|\s(?:på|över|om|angående|avseende|gällande|rörande|kring|beträffande"
    r"|med anledning av))\s+(?!(?:\w+\s)?(?:\w*fråg\w*|rekommendation\w*)$)",
    re.IGNORECASE,
)
_WHICH_REPORT = re.compile(
    r"^(?:(?:\w+s|den)\s){0,2}(?:(?:revisions|gransknings)?rapport|revisionsskrivelse|skrivelse)"
    r"(?:en|n)?\s*(?:(?:nr\s?)?\d[\d/:]*\s*)?"
    r"(?:[:–,-]|\b(?:om|angående|avseende|gällande|rörande|kring|beträffande)\b|(?=[”“\"])"
    r"|\s(?=granskning|förstudie|uppföljning))\s*",
    re.IGNORECASE,
)
_AS_REPLY = re.compile(
    r",\s(?:svar|yttrande)(?:\s(?:till|från|av)\s[^–-]{3,40})?$|,?\s*[–-]\s*(?:\w+s\s)?(?:svar|yttrande|påminnelse|anstånd|begäran)(?:\s[^–-]{0,60})?$",
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
    r"|\s+[A-ZÅÄÖ]{2,6}\s\d{4}[/:-]\d+$"
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
_NAMED_IN_TEXT = re.compile(
    r"\b(?:revisions|gransknings)?rapporten\s"
    r"(?P<title>(?:Fördjupad |Uppföljande )?Granskning av [^.,:;”]{5,100}?)"
    r"(?=\s(?:till|som|och har|har|med anledning|för yttrande|för kännedom)\b|[.,;:]|$)"
)
"""A report that a sentence names without marks around it."""
_OF_AUDITORS = AnyCase(
    r"^(?:\w+s\s)?(?:\w*revisorernas|\w*revisionens|\w*revisorers)\s+"
    r"(?=(?:fördjupade? |uppföljande )?granskning)",
)
_CARRIED_OUT = re.compile(
    r"\b(?:genomfört|gjort|låtit genomföra|utfört|\w*revisorernas"
    r"|\w*revisionens|\w*revisorers)\s(?:en\s)?(?P<kind>(?:fördjupad\s"
    r"|uppföljande\s)?"
    r"(?:granskning|förstudie))\s(?P<rest>(?:av|om|avseende|rörande)\s[^.]{5,120}?)"
    r"(?=\.|,\s|\s(?:Syftet|i syfte|med syfte|under|enligt)\b|$)"
)
_QUOTED = re.compile('[”“"»](?P<title>[^”“"»«]{8,140})[”“"«]')
_REST_OF_TITLE = re.compile(
    r"(?:och|samt|inom|enligt|vid|hos|för|av|med|om|på|kring|mot|till|från|under|som|i)\s[^.:?]{3,70}$"
)
"""How the second line of a title begins."""
_BREAKS_OFF = AnyCase(
    r"(?:\b(?:av|och|samt|för|i|inom|på|om|till|med|vid|kring|enligt|mot|från|den|det|de|hos|som"
    r"|\w*(?:nämnd|styrelse|kommun|region|stad|bolag|förbund)(?:en|et)?s|\w{3,}(?:liga|iska)))$",
)
"""How the first line of a title ends that goes on below: "GRANSKNING AV KOMMUNENS"."""
_LONGEST_REST = 70
_NAMED_BY_FORM = AnyCase(
    r"^(?:granskning(?:ens\s(?:namn|titel))?|rapport(?:ens\s(?:namn|titel))|granskad\srapport"
    r"|avser\s(?:granskning|rapport)(?:en)?)\s*:\s*(?P<title>[a-zåäö].{7,139})$",
)
_IS_ANNUAL = re.compile(
    r"^(?:\w+\s){0,2}(?:revisorernas redogörelse|\w*revisionsberättelse|granskningsrapport"
    r"|årsrapport|årsredogörelse|redogörelse för (?:\w+ )?(?:revision|granskning))\b",
    re.IGNORECASE,
)
_NO_PLAIN_TITLE = re.compile(
    r"^(?:[A-ZÅÄÖ]\.\s?){1,3}\S*,|ledare$|\d|revis|^till\b|kopia|nämnd|förvaltning(?:en)?$|kontor(?:et)?$|\b(?-i:AB|KB|HB)\b"
    r"|\b(?:kommun|stad)$|^region\s|för kännedom",
    re.IGNORECASE,
)
_LONG_WORD = 12
"""A single word that heads a paper is its title where it is longer: "Fastighetsunderhåll"."""
_FIRST = 8
"""Among so many lines a title stands, below the head of its page."""
SHORTEST_TITLE, LONGEST_TITLE = 8, 140


def title_in(head: Head, others: Iterable[str] = ()) -> Found[str] | None:
    """Return the audit's title; None where the paper gives none; ``others``: town and firm."""
    found = _title_in(head, tuple(others))
    if found is None:
        return None
    text = found.value
    for other in others:
        if name_key(text).startswith(f"{name_key(other)} ") and is_title(text[len(other) :]):
            text = audit_title(text[len(other) :].lstrip(" ,:–-"))
        if name_key(text).endswith(f" {name_key(other)}") and " i " not in text[-len(other) - 4 :]:
            text = text[: -len(other)].rstrip(" ,–-")
    text = in_running_case(text, (line.text for line in head.lines))
    return Found(text, found.place, found.confidence)


def annual_title_in(head: Head) -> Found[str] | None:
    """Return the line by which a paper of the whole year's audit names itself."""
    for line in (*head.first, *head.lines[len(head.body) :]):
        text = audit_title(line.text)
        is_short = len(text) <= LONGEST_TITLE and not text.endswith((".", ":", ","))
        if is_short and _IS_ANNUAL.match(text):
            return Found(text, line.place, 0.9)
    return None


def _title_in(head: Head, others: Sequence[str]) -> Found[str] | None:
    names = {name_key(each) for other in others for each in (other, f"{other} AB")}
    before = _before_chapters(head)
    named = [each for each in before if name_key(each.text) not in names]
    first = [each for each in head.first if name_key(each.text) not in names]
    repeated = head.lines[len(head.body) :]
    return (
        _labelled(named)
        or _telling(named, 0.9)
        or _plain_title(before[:10], others)
        or _telling(first, 0.8)
        or _telling(repeated, 0.75)
        or _quoted(head)
        or _carried_out(head)
        or _first_heading(head)
    )


def _labelled(lines: Sequence[Line]) -> Found[str] | None:
    """Return the title that a form gives beside the word for it: "Granskning: Inköp av vård"."""
    for line in lines:
        match = _NAMED_BY_FORM.match(line.text.strip())
        if match is not None and is_title(match["title"]):
            return Found(match["title"], line.place, 0.85)
    return None


def _telling(lines: Sequence[Line], confidence: float) -> Found[str] | None:
    """Return the first line that says of itself that it is the title of an audit."""
    found = [
        Found(text, line.place, confidence)
        for number, line in enumerate(lines)
        if _may_be_title(line, text := audit_title(to_its_end(lines, number)))
        and _IS_TITLE.search(text)
    ]
    of_matter = [each for each in found if _OF_MATTER.search(each.value)]
    chosen = next(iter(of_matter), next(iter(found), None))
    if chosen is None:
        return None
    set_as_title = {
        line.place for line in lines[:_FIRST] if line.kind is LineKind.HEADING and line.level == 1
    }
    titles = [each for each in of_matter if each.place in set_as_title]
    if len(titles) == 1 and chosen.place not in set_as_title:
        return titles[0]
    return max((each for each in found if _goes_on(each, chosen)), key=_length, default=chosen)


def to_its_end(lines: Sequence[Line], number: int) -> str:
    """Return a line, with the next where that goes on in small letters: a title in two lines."""
    text = lines[number].text.strip()
    below = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
    goes_on = _BREAKS_OFF.search(text) and below.isupper() == text.isupper()
    is_rest = goes_on and len(below) <= _LONGEST_REST and not below.endswith((".", ":", "?"))
    return f"{text} {below}" if is_rest or _REST_OF_TITLE.match(below) else text


def _goes_on(title: Found[str], shorter: Found[str]) -> bool:
    """Tell whether a title is another one, that the head of a page gives shortened, to its end."""
    begin = max(shorter.value.find(title.value[:_FIRST]), 0)
    rest = title.value.removeprefix(shorter.value[begin:])
    return rest != title.value and re.match(r"\s(?:och|samt|för|inom|vid|i)\s\w", rest) is not None


def _length(title: Found[str]) -> int:
    return len(title.value)


def _carried_out(head: Head) -> Found[str] | None:
    """Return the audit that a sentence says was carried out."""
    for line in head.body:
        match = _CARRIED_OUT.search(line.text)
        if match:
            text = f"{match['kind']} {match['rest']}".strip()
            return Found(text[:1].upper() + text[1:], line.place, 0.7)
    return None


def _quoted(head: Head) -> Found[str] | None:
    """Return the title that a sentence quotes of an audit or its report."""
    for line in head.body:
        for match in (*_QUOTED.finditer(line.text), *_NAMED_IN_TEXT.finditer(line.text)):
            text = audit_title(match["title"])
            if is_title(text) and _IS_TITLE.search(text):
                return Found(text, line.place, 0.75)
    return None


def _first_heading(head: Head) -> Found[str] | None:
    for line in head.first:
        if line.kind is LineKind.HEADING and not _NO_TITLE.match(line.text.strip()):
            return Found(line.text.strip(), line.place, 0.5)
    return None


def _before_chapters(head: Head) -> list[Line]:
    """Return the lines before the first chapter."""
    found: list[Line] = []
    for line in head.first:
        if is_usual_heading(line.text):
            break
        found.append(line)
    return found


def _plain_title(before: Sequence[Line], others: Sequence[str]) -> Found[str] | None:
    """Return the first line that is a title though it does not say so, before any chapter."""
    keys = [name_key(each) for each in others]
    for line in sorted(before, key=lambda each: each.kind is not LineKind.HEADING):
        text = audit_title(line.text)
        is_other = any(key in name_key(text) or name_key(text) in key for key in keys)
        if is_other or any(days_in(text)) or _NO_PLAIN_TITLE.search(text):
            continue
        is_long = len(text.split()) > PAIR
        is_word = line is before[0] and line.level == 1 and len(text) > _LONG_WORD
        if _may_be_title(line, text) and (is_long or is_word):
            return Found(text, line.place, 0.7)
    return None


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


def fuller_title(title: Found[str], head: Head) -> Found[str]:
    """Return the audit that a sentence of the paper names where its title tells only the matter."""
    told = None if _IS_TITLE.search(title.value) else _carried_out(head)
    is_same = told is not None and content_stems(title.value) <= content_stems(told.value)
    return told if told is not None and is_same else title


def is_title(text: str) -> bool:
    """Tell whether words may be a title, and are no mere name for a kind of paper."""
    return len(text) >= SHORTEST_TITLE and _NO_TITLE.match(text) is None


def _may_be_title(line: Line, text: str) -> bool:
    is_text = (
        text.endswith((".", ":", "?", ",", ";"))
        or line.text.rstrip().endswith(":")
        or not text[:1].isupper()
    )
    if is_text or not SHORTEST_TITLE <= len(text) <= LONGEST_TITLE or _NO_TITLE.match(text):
        return False
    is_sentence = re.search(r"\b(?:har|är|vi|ska|bör|finns)\b", text, re.IGNORECASE) is not None
    return (
        not is_sentence and not re.match(r"\d|[A-H]\.\s", line.text.strip()) and line.marker is None
    )

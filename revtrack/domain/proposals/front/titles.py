"""What a report or letter, or the audit that a reply is about, is called."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from revtrack.domain.days.written_days import days_in
from revtrack.domain.proposals.front.heads import Head
from revtrack.domain.proposals.front.title_case import in_running_case
from revtrack.domain.proposals.front.title_words import (
    LONGEST_TITLE,
    NO_TITLE,
    SHORTEST_TITLE,
    audit_title,
    is_title,
)
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
_OF_MATTER = re.compile(r"\b(?:av|om|rörande|avseende|kring)\s", re.IGNORECASE)
_NAMED_IN_TEXT = re.compile(
    r"\b(?:revisions|gransknings)?rapporten\s"
    r"(?P<title>(?:Fördjupad |Uppföljande )?Granskning av [^.,:;”]{5,100}?)"
    r"(?=\s(?:till|som|och har|har|med anledning|för yttrande|för kännedom)\b|[.,;:]|\s\(|$)"
)
"""A report that a sentence names without marks around it."""
_CARRIED_OUT = re.compile(
    r"\b(?:genomfört|gjort|låtit genomföra|utfört|\w*revisorernas"
    r"|\w*revisionens|\w*revisorers)\s(?:en\s)?(?P<kind>(?:fördjupad\s"
    r"|uppföljande\s)?"
    r"(?:granskning|förstudie))\s(?P<rest>(?:av|om|avseende|rörande)\s[^.]{5,120}?)"
    r"(?=\.|,\s|\s(?:Syftet|i syfte|med syfte|under|enligt)\b|$)"
)
_MENTIONED = re.compile(
    r"(?<![\w-])(?P<kind>(?:fördjupade?\s|uppföljande\s)?granskning)(?:en)?\s"
    r"(?P<rest>(?:av|avseende|rörande)\s(?!(?:detta|denna|den|det|dem|oss|ärendet|frågan|nämnden"
    r"|hur|om|att)\b)(?![^.,]{0,40}\b(?:ärenden|akter|fakturor|protokoll|dokument|stickprov)\b)"
    r"[^.,:;()§]{5,110}?)"
    r"(?=[.,:;()]|\s(?:för (?:yttrande|kännedom|svar|att)|med (?:begäran|anledning)|som|vilken|till"
    r"|och (?:har|vill|önskar|begär|överlämna\w*)|har|hade|är|var|ska|skulle|visar\w*|enligt|under"
    r"|i syfte|inom ramen|senast|genom|där|(?:19|20)\d\d)\b|$)",
    re.IGNORECASE,
)
"""An audit that a sentence names, of which nothing else tells."""
_EXAMINED = re.compile(
    r"\bgranskat\s(?P<rest>(?!(?:hur|om|huruvida|att|ett|en|detta|den|det|de)\b)"
    r"(?![^.,]{0,40}\b(?:ärenden|akter|fakturor|protokoll|avtal|dokument|verifikat\w*|beslut)\b)"
    r"[^.,:;()\d]{8,110}?)"
    r"(?=[.,:;(]|\s(?:i syfte|under|enligt|med|genom)\s|$)"
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
_NO_HEADING = re.compile(
    r"\bsom ovan$|\b(?:kommun|stad|AB|nämnden|styrelsen)$|^region\s", re.IGNORECASE
)
"""What is printed large and is no title: a sender, a place."""
_LONG_WORD = 12
"""A single word that heads a paper is its title where it is longer: "Fastighetsunderhåll"."""
_TOP = 10
_FIRST = 8
"""Among so many lines a title stands, below the head of its page."""


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
        or _plain_title(_at_top(before), others)
        or _telling(first, 0.8)
        or _telling(repeated, 0.75)
        or _quoted(head)
        or _carried_out(head)
        or _mentioned(head, _MENTIONED)
        or _first_heading(_at_top(named))
        or _mentioned(head, _EXAMINED)
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


def _mentioned(head: Head, shape: re.Pattern[str]) -> Found[str] | None:
    """Return the audit that a sentence names, or what it says to have been examined."""
    for line in head.body:
        match = shape.search(line.text)
        kind = match.groupdict().get("kind", "Granskning av") if match else ""
        text = f"{kind} {match['rest']}".strip() if match else ""
        if match and is_title(text):
            return Found(text[:1].upper() + text[1:], line.place, 0.6)
    return None


def _first_heading(lines: Iterable[Line]) -> Found[str] | None:
    for line in lines:
        text = line.text.strip()
        is_none = NO_TITLE.match(text) or _NO_HEADING.search(text)
        if line.kind is LineKind.HEADING and not is_none:
            return Found(text, line.place, 0.5)
    return None


def _before_chapters(head: Head) -> list[Line]:
    """Return the lines before the first chapter."""
    found: list[Line] = []
    for line in head.first:
        if is_usual_heading(line.text):
            break
        found.append(line)
    return found


def _at_top(before: Sequence[Line]) -> list[Line]:
    """Return the lines among which a title stands: the first, and the headings a little below.

    Only those above the running text, whatever an address takes.
    """
    above = list(takewhile(lambda each: len(each.text) <= LONGEST_TITLE, before))
    headings = [each for each in above[_TOP:] if each.kind is LineKind.HEADING]
    return [*before[:_TOP], *headings]


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


def fuller_title(title: Found[str], head: Head) -> Found[str]:
    """Return the audit that a sentence of the paper names where its title tells only the matter."""
    is_named = _IS_TITLE.search(title.value) is not None
    told = None if is_named else _carried_out(head) or _quoted(head)
    is_same = told is not None and content_stems(title.value) <= content_stems(told.value)
    return told if told is not None and is_same else title


def _may_be_title(line: Line, text: str) -> bool:
    is_text = (
        text.endswith((".", ":", "?", ",", ";"))
        or line.text.rstrip().endswith(":")
        or not text[:1].isupper()
    )
    if is_text or not SHORTEST_TITLE <= len(text) <= LONGEST_TITLE or NO_TITLE.match(text):
        return False
    is_sentence = re.search(r"\b(?:har|är|vi|ska|bör|finns)\b", text, re.IGNORECASE) is not None
    return (
        not is_sentence and not re.match(r"\d|[A-H]\.\s", line.text.strip()) and line.marker is None
    )
